//! What makes doubtful what words of an event say: a noun behind them, a mere thought, a timetable.

use super::assertion::PhrasingHit;
use super::pattern::Hit;
use super::sentence_view::SentenceView;
use super::syntax::{PhraseKind, Predication, SentenceWords, any, is_of_noun, said_earlier, takes_object};
use super::tense::TenseReading;
use crate::draft::segmentation::TokenKind;
use crate::model::{Confidence, Frame, GrammarRole, Phase, Phrasing, TimeKind};

/// Why a reading asserts nothing of which something is only supposed, or whose words only describe others.
#[must_use]
pub fn doubt(
    sentence: &SentenceView<'_>,
    said: PhrasingHit<'_>,
    reading: &Predication<'_>,
) -> Option<&'static str> {
    let is_event = said.phrasing.frame == Some(Frame::Event);
    if is_supposed(sentence, reading) {
        return Some("supposition");
    }
    let phrasing = said.phrasing;
    let is_idiom = phrasing.frame.is_none() && phrasing.is_made && phrasing.text.is_none();
    let is_other = is_idiom && is_cut_short(sentence, said)
        || is_event && is_first_of_compound(sentence, said)
        || is_of_relative(sentence, said, reading);
    is_other.then_some("construction")
}

/// "A merger of Nord and Ost would take years", "Nord owning Ost would be a problem".
fn is_supposed(sentence: &SentenceView<'_>, reading: &Predication<'_>) -> bool {
    reading.kind != PhraseKind::Presupposed
        && sentence.is_of(reading.span.end, &sentence.language.classes.supposing)
        && !any(sentence.tags, reading.span.clone(), GrammarRole::Auxiliary)
}

/// "Ann succeeded Bo, who served as head of Nord", "Ann menggantikan Bo yang menjadi direktur Nord": some of the words are in a clause
/// that describes somebody else, and no comma ends it.
fn is_of_relative(sentence: &SentenceView<'_>, said: PhrasingHit<'_>, reading: &Predication<'_>) -> bool {
    let words = &said.hit.words;
    let describes_other = |at: usize| {
        let noun = at.checked_sub(1 + usize::from(sentence.is_sign(at.saturating_sub(1), ',')));
        sentence.has(at, GrammarRole::Relativizer)
            && noun.is_some_and(|noun| sentence.is_named(noun) && !reading.holds(noun))
    };
    words.windows(2).any(|pair| {
        let opener = (pair[0] + 1..pair[1]).rev().find(|at| describes_other(*at));
        opener.is_some_and(|at| !(at..pair[1]).any(|at| sentence.is_sign(at, ',')))
    })
}

/// Whether the words end with "is", "was" or a bracket, and no date is behind it: "the end date of Nord 4 was changed", "end date (Ann Meyer)", but
/// not "was 1 May".
fn is_cut_short(sentence: &SentenceView<'_>, said: PhrasingHit<'_>) -> bool {
    let end = said.hit.tokens.end;
    let Some(last) = end.checked_sub(1).filter(|_| !sentence.language.is_tenseless()) else { return false };
    let is_verb = said.hit.words.last() == Some(&last) && sentence.has(last, GrammarRole::Auxiliary);
    let is_date = (end..end + 2).any(|at| sentence.is_dated(at) || sentence.is_in_amount(at));
    (is_verb || sentence.is_sign(last, '(')) && !is_date
}

/// Whether the noun only describes another one: "the Nord 4 end-of-life plan", "Nord merger talks".
fn is_first_of_compound(sentence: &SentenceView<'_>, said: PhrasingHit<'_>) -> bool {
    let at = said.hit.tokens.end;
    let is_word = sentence.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word);
    let is_open = sentence.tags.get(at).is_some_and(|tags| tags.is_open());
    let is_part = sentence.is_named(at) || sentence.is_dated(at) || SentenceWords::of(sentence).is_verb(at);
    !sentence.language.modifiers_follow
        && said.hit.words.last().is_some_and(|last| last + 1 == at)
        && is_word
        && is_open
        && !is_part
}

/// How sure it can be at most what a verb says of its subject alone.
#[must_use]
pub fn of_one(sentence: &SentenceView<'_>, said: PhrasingHit<'_>, told: &TenseReading) -> Confidence {
    match said.phrasing.frame {
        Some(Frame::Verb) => timetable(said.phrasing, told).min(other_object(sentence, said)),
        _ => Confidence::High,
    }
}

/// That something has ended: "Nord 4 reaches its end of life" may be of a day that is known and to come.
fn timetable(phrasing: &Phrasing, told: &TenseReading) -> Confidence {
    let is_undated = told.time.kind == TimeKind::Present && told.tokens.is_none();
    if phrasing.phase == Phase::Ends && is_undated { Confidence::Medium } else { Confidence::High }
}

/// "Operates a ferry" is not what "operates" is.
fn other_object(sentence: &SentenceView<'_>, said: PhrasingHit<'_>) -> Confidence {
    if takes_object(sentence, said.hit.tokens.end) { Confidence::Low } else { Confidence::High }
}

/// How sure it can be at most that a date is that of the first time, where it may be that of one place or group, "was released in
/// Norland in 2018", "to the press in 2018", or of a thing beside it, "in a house of 1890". Who did it is no group.
#[must_use]
pub fn dated(
    sentence: &SentenceView<'_>,
    hit: &Hit,
    reading: &Predication<'_>,
    told: &TenseReading,
) -> Confidence {
    let language = sentence.language;
    let verb = hit.words.iter().copied().find(|at| sentence.is_of(*at, &language.classes.by_place));
    let date = told.tokens.as_ref().filter(|_| told.time.kind == TimeKind::Explicit);
    // "An earlier version of this article said that Ann leads Nord": perhaps something that is told beside it was wrong.
    if said_earlier(sentence, reading).is_some() {
        return Confidence::Medium;
    }
    let is_place = |at: usize| {
        sentence.has(at, GrammarRole::Preposition)
            && !sentence.is_dated(at)
            && !sentence.is_dated(at + 1)
            && !sentence.is_of(at, &language.actors)
    };
    let is_staged =
        verb.zip(date).is_some_and(|(verb, date)| (verb + 1..date.start.max(verb + 1)).any(is_place));
    let is_of_thing = || {
        sentence.times.iter().any(|when| date == Some(&when.tokens) && is_of_noun(sentence, reading, when))
    };
    if is_staged || is_of_thing() { Confidence::Medium } else { Confidence::High }
}

/// Whether a noun has an indefinite article right before it: "is an editor of Nord", not "is a long-time editor".
#[must_use]
pub fn is_one_of_many(sentence: &SentenceView<'_>, said: PhrasingHit<'_>) -> bool {
    let is_noun = |at: &usize| {
        let roles = [GrammarRole::Auxiliary, GrammarRole::Preposition, GrammarRole::Determiner];
        !roles.into_iter().any(|role| sentence.has(*at, role))
    };
    let noun = said.hit.words.iter().copied().find(is_noun);
    let indefinite = &sentence.language.classes.indefinite;
    said.phrasing.frame == Some(Frame::Noun)
        && noun.and_then(|at| at.checked_sub(1)).is_some_and(|at| sentence.is_of(at, indefinite))
}
