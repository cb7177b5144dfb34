//! Changes of text that correct a sentence, where one is plain: the date on record for a wrong one, or the date until
//! which something held after a sentence that says it of the present. Where the words would have to change more, there
//! is none.

use super::finding::AboutDraft;
use crate::model::{
    Assertion, Confidence, DraftFact, Edit, Modality, Polarity, ReadingFact, Site, Suggestion, TimeKind,
    Verdict,
};
use crate::text::{Place, Span};

/// The edit for a verdict on an assertion.
#[must_use]
pub fn edit(draft: AboutDraft<'_>, assertion: &Assertion, fact: &DraftFact) -> Option<Edit> {
    if assertion.modality != Modality::Stated || assertion.confidence != Confidence::High {
        return None;
    }
    let (span, suggestion) = match *fact {
        DraftFact::Misdated { suggest: Some(suggestion), .. } => {
            (wrong_date(draft, assertion, suggestion)?, suggestion)
        }
        DraftFact::Outdated { suggest: Some(suggestion), .. } => (behind(draft, assertion)?, suggestion),
        _ => return None,
    };
    Some(Edit { site: Site::exact(Place { file: draft.reading.file, span }), suggestion })
}

/// The words that give the wrong date, where the suggested ones are of the same form and no other assertion needs them.
fn wrong_date(draft: AboutDraft<'_>, assertion: &Assertion, suggestion: Suggestion) -> Option<Span> {
    let time = assertion.time;
    let same_form = match suggestion {
        Suggestion::On(_) => time.within && time.from.is_some(),
        Suggestion::Since(_) => time.from.is_some() && time.until.is_none(),
        Suggestion::Until(_) => time.from.is_none() && time.until.is_some() && !time.within,
        Suggestion::During(_) => time.from.is_some() && time.until.is_some() && !time.within,
        Suggestion::End(_) => false,
    };
    let (words, span) = date(assertion)?;
    // A lead-in ("in 2021") is replaced with its date; a bare date may have one that is not among these words.
    let has_lead_in = words.starts_with(char::is_lowercase);
    let mut others = draft.sentence.assertions.iter().filter(|other| other.verdict != Verdict::Misdated);
    let is_alone = others.all(|other| date(other).is_none_or(|(_, other)| other != span));
    (same_form && has_lead_in && is_alone).then_some(span)
}

/// The place after an assertion that ends its sentence and has no date.
fn behind(draft: AboutDraft<'_>, assertion: &Assertion) -> Option<Span> {
    let sentence = draft.sentence;
    let end = assertion.span.end;
    // Nothing but a full stop.
    let ends = sentence.span.end.checked_sub(end).is_some_and(|rest| rest <= 1);
    let is_present = assertion.polarity == Polarity::Asserts && assertion.time.kind == TimeKind::Present;
    let has_date = sentence.vague.is_some()
        || sentence.as_of.is_some()
        || sentence.assertions.iter().any(|other| date(other).is_some());
    (ends && is_present && !has_date).then_some(Span { start: end, end })
}

/// The words that give an assertion its date.
fn date(assertion: &Assertion) -> Option<(&str, Span)> {
    assertion.why.iter().find_map(|why| match &why.fact {
        ReadingFact::Time { words, time } if *time == TimeKind::Explicit.as_str() => {
            Some((words.as_str(), why.span))
        }
        _ => None,
    })
}
