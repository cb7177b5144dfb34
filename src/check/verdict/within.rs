//! What is wrong with a draft besides its verdicts: sources that are on record for something else, no source at all, dates
//! that are long past, words that age, and sentences that contradict each other.

use super::finding::key;
use crate::check::say::{say, source};
use crate::graph::View;
use crate::model::{
    Assertion, ClaimId, Code, Finding, Modality, Polarity, ReadSentence, Reading, Site, SourceId, TimeKind,
    Verdict,
};
use crate::text::{Place, Span};
use crate::time::{Length, Unit, bound_words, day_words};

/// So long after a date, what was said as of it may have changed.
const STALE: Length = Length::new(1, Unit::Year);

/// All of them, in the order of the draft.
#[must_use]
pub fn draft_findings(view: &View<'_>, reading: &Reading) -> Vec<Finding> {
    let mut found = Vec::new();
    for sentence in &reading.sentences {
        found.extend(misattributed(view, reading, sentence));
        found.extend(uncited(reading, sentence));
        found.extend(stale_date(view, reading, sentence));
        found.extend(vague_time(reading, sentence));
    }
    found.extend(self_contradictions(view, reading));
    found
}

fn finding(code: Code, reading: &Reading, sentence: &ReadSentence, span: Span, message: String) -> Finding {
    Finding::new(code, message, Site::exact(Place { file: reading.file, span })).key(key(&sentence.text))
}

/// A cited source that vouches for none of the claims that the sentence makes, but for others.
fn misattributed(view: &View<'_>, reading: &Reading, sentence: &ReadSentence) -> Vec<Finding> {
    let base = view.graph.base;
    let made: Vec<_> = sentence.assertions.iter().flat_map(|assertion| &assertion.claims).copied().collect();
    if made.is_empty() {
        return Vec::new();
    }
    let mut found = Vec::new();
    for cited in &sentence.citations {
        let Some(id) = cited.sources.first().copied() else { continue };
        let by = |source: SourceId, claim: &ClaimId| {
            base.claims.supports(*claim).any(|citation| citation.source == source)
        };
        // Several sources may be meant by "(Reuters, 2023)": if one of them vouches, it is that one.
        if made.iter().any(|claim| cited.sources.iter().any(|source| by(*source, claim))) {
            continue;
        }
        let Some(other) = base.claims.iter().find(|claim| by(id, claim)) else { continue };
        let message = format!(
            "{} is cited for this, but is on record for something else: {}",
            source(base, id),
            say(base, other)
        );
        let place = base.claims.place(other);
        found.push(
            finding(Code::Misattributed, reading, sentence, cited.span, message)
                .label("does not vouch for this on record")
                .help(format!(
                    "cite a source that says it, or add `{}` to the claim's sources if it does",
                    base.sources.id(id)
                ))
                .about(base.claims.id(made[0]))
                .about(base.sources.id(id))
                .related(format!("`{}` rests on it", base.claims.id(other)), Site::field(place, "sources")),
        );
    }
    found
}

fn uncited(reading: &Reading, sentence: &ReadSentence) -> Option<Finding> {
    let first = sentence.assertions.iter().find(|assertion| !assertion.claims.is_empty())?;
    (!sentence.is_cited_near).then(|| {
        finding(
            Code::Uncited,
            reading,
            sentence,
            first.span,
            "this is said without naming a source".to_owned(),
        )
        .label("no link, note or source in reach")
        .help("link to the source, or name it: the claim's record lists what vouches for it")
    })
}

fn stale_date(view: &View<'_>, reading: &Reading, sentence: &ReadSentence) -> Option<Finding> {
    let (date, span) = sentence.as_of?;
    let today = view.as_of.day;
    (date.latest.plus(STALE) < today).then(|| {
        let message =
            format!("this speaks as of {}, more than a year before {}", bound_words(date), day_words(today));
        finding(Code::StaleDate, reading, sentence, span, message)
            .label("may have changed since")
            .help("look up what holds now and date the sentence anew")
    })
}

fn vague_time(reading: &Reading, sentence: &ReadSentence) -> Option<Finding> {
    let span = sentence.vague?;
    Some(
        finding(
            Code::VagueTime,
            reading,
            sentence,
            span,
            "this word will be wrong before long, and says not when".to_owned(),
        )
        .label("ages")
        .help("name the date instead"),
    )
}

/// Pairs of sentences of which one asserts of the present what another denies of it. Amounts are not compared.
fn self_contradictions(view: &View<'_>, reading: &Reading) -> Vec<Finding> {
    let all: Vec<(&ReadSentence, &Assertion)> = reading
        .sentences
        .iter()
        .flat_map(|sentence| sentence.assertions.iter().map(move |assertion| (sentence, assertion)))
        .filter(|(_, assertion)| {
            assertion.modality == Modality::Stated && assertion.verdict != Verdict::Unclear
        })
        .collect();
    let mut sorted: Vec<usize> = (0..all.len()).collect();
    sorted.sort_by_key(|at| (all[*at].1.relation, all[*at].1.subject, all[*at].1.object, *at));
    let mut found = Vec::new();
    for group in sorted.chunk_by(|one, two| same_ends(all[*one].1, all[*two].1)) {
        // The first that asserts and the first that denies stand for all: no pairs are compared.
        let first = |polarity: Polarity| {
            group.iter().copied().find(|at| all[*at].1.polarity == polarity && is_present(all[*at].1))
        };
        if let (Some(asserts), Some(denies)) = (first(Polarity::Asserts), first(Polarity::Denies)) {
            found.push(self_contradiction(view, reading, all[asserts.min(denies)], all[asserts.max(denies)]));
        }
    }
    found
}

fn same_ends(one: &Assertion, two: &Assertion) -> bool {
    (one.relation, one.subject, one.object) == (two.relation, two.subject, two.object)
        && one.value.is_none()
        && two.value.is_none()
}

fn is_present(assertion: &Assertion) -> bool {
    assertion.time.kind == TimeKind::Present
}

fn self_contradiction(
    view: &View<'_>,
    reading: &Reading,
    first: (&ReadSentence, &Assertion),
    second: (&ReadSentence, &Assertion),
) -> Finding {
    let base = view.graph.base;
    let name =
        |entity: Option<crate::model::EntityId>| entity.map_or("…", |entity| base.entities.name(entity));
    let (subject, object) = (name(second.1.subject), name(second.1.object));
    let label = base.relations.label(second.1.relation);
    let verb =
        |assertion: &Assertion| if assertion.polarity == Polarity::Asserts { "says" } else { "denies" };
    let message = format!(
        "this sentence {} what another one {}: “{subject} {label} {object}”",
        verb(second.1),
        verb(first.1)
    );
    let place = Place { file: reading.file, span: first.1.span };
    finding(Code::SelfContradiction, reading, second.0, second.1.span, message)
        .label("cannot be true together with the other sentence")
        .help("date the one that was so before, or take one of them out")
        .related("the other sentence", Site::exact(place))
}
