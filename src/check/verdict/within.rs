//! What is wrong with a draft besides its verdicts: sources that are on record for something else, no source at all, dates
//! that are long past, words that age, and sentences that contradict each other.

use std::sync::Arc;

use super::finding::key;
use crate::graph::View;
use crate::model::{
    Assertion, ClaimId, Code, Confidence, DraftFact, Finding, Modality, PlaceFact, Polarity, ReadSentence,
    Reading, Site, SourceId, TimeKind, Verdict,
};
use crate::text::{Place, Span};
use crate::time::{Length, Unit};

/// How long after a date statements as of that date may have changed.
const STALE: Length = Length::new(1, Unit::Year);

/// All of them, in the order of the draft.
#[must_use]
pub fn draft_findings(view: &View<'_>, reading: &Reading) -> Vec<Finding> {
    let mut found = Vec::new();
    for sentence in &reading.sentences {
        found.extend(misattributed(view, reading, sentence));
        found.extend(uncited(view, reading, sentence));
        found.extend(stale_date(view, reading, sentence));
        found.extend(vague_time(reading, sentence));
        found.extend(unjudged(reading, sentence));
    }
    found.extend(self_contradictions(view, reading));
    found
}

fn finding(code: Code, reading: &Reading, sentence: &ReadSentence, span: Span, fact: DraftFact) -> Finding {
    Finding::new(code, fact, Site::exact(Place { file: reading.file, span })).key(key(&sentence.text))
}

/// A cited source that supports none of the claims that the sentence makes, but others.
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
        // Several sources may be meant by "(Reuters, 2023)": if one of them supports the claim, it is that one.
        if made.iter().any(|claim| cited.sources.iter().any(|source| by(*source, claim))) {
            continue;
        }
        let Some(other) = view.graph.provenance.first_supported(id, &base.claims) else { continue };
        let place = base.claims.place(other);
        let fact = DraftFact::Misattributed { source: id, claim: view.attested(made[0]), other };
        found.push(
            finding(Code::Misattributed, reading, sentence, cited.span, fact)
                .about(base.claims.id(made[0]))
                .about(base.sources.id(id))
                .related(PlaceFact::CitedBy { claim: other }, Site::field(place, "sources")),
        );
    }
    found
}

fn uncited(view: &View<'_>, reading: &Reading, sentence: &ReadSentence) -> Option<Finding> {
    let first = sentence.assertions.iter().find(|assertion| !assertion.claims.is_empty())?;
    let claim = *first.claims.first()?;
    (!sentence.is_cited_near).then(|| {
        let fact = DraftFact::Uncited { claim: view.attested(claim) };
        finding(Code::Uncited, reading, sentence, first.span, fact)
    })
}

fn stale_date(view: &View<'_>, reading: &Reading, sentence: &ReadSentence) -> Option<Finding> {
    let (date, span) = sentence.as_of?;
    let as_of = view.as_of.day;
    (date.latest.plus(STALE) < as_of).then(|| {
        let fact = DraftFact::StaleDate { date, as_of, limit: STALE };
        finding(Code::StaleDate, reading, sentence, span, fact)
    })
}

fn vague_time(reading: &Reading, sentence: &ReadSentence) -> Option<Finding> {
    let span = sentence.vague?;
    Some(finding(Code::VagueTime, reading, sentence, span, DraftFact::VagueTime {}))
}

/// A sentence that names something on record and got no verdict, because nothing in it was understood or it is not clear. Of one
/// that no claim is about, its assertion says so.
fn unjudged(reading: &Reading, sentence: &ReadSentence) -> Option<Finding> {
    let is_unknown = |one: &Assertion| one.verdict == Verdict::Unknown;
    if sentence.is_heading || sentence.is_judged() || sentence.assertions.iter().any(is_unknown) {
        return None;
    }
    let fact = match (&sentence.unread_reason, sentence.assertions.first()) {
        (_, Some(first)) => DraftFact::Unclear { why: if first.possible { "possible" } else { "unclear" } },
        (Some(reason), None) => DraftFact::Unjudged { reason: Arc::new(reason.clone().into()) },
        (None, None) => return None,
    };
    Some(finding(Code::Unknown, reading, sentence, sentence.span, fact))
}

/// Pairs of sentences of which one asserts of the present what another denies of it. Amounts are not compared.
fn self_contradictions(view: &View<'_>, reading: &Reading) -> Vec<Finding> {
    let all: Vec<(&ReadSentence, &Assertion)> = reading
        .sentences
        .iter()
        .flat_map(|sentence| sentence.assertions.iter().map(move |assertion| (sentence, assertion)))
        .filter(|(_, assertion)| {
            assertion.modality == Modality::Stated
                && assertion.verdict != Verdict::Unclear
                && assertion.confidence != Confidence::Low
                && !assertion.possible
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
    (one.relation, one.subject, one.object, &one.unrecorded)
        == (two.relation, two.subject, two.object, &two.unrecorded)
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
    (sentence, second): (&ReadSentence, &Assertion),
) -> Finding {
    let fact = DraftFact::SelfContradiction {
        says: second.polarity.as_str(),
        subject: second.subject,
        relation: second.relation,
        object: second.object,
        far: if view.graph.base.relations.is_one_place(second.relation) { "nothing" } else { "side" },
    };
    let place = Place { file: reading.file, span: first.1.span };
    finding(Code::SelfContradiction, reading, sentence, second.span, fact)
        .related(PlaceFact::OtherSentence {}, Site::exact(place))
}
