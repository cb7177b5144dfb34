//! Statements: which voices say one thing, or deny it. How statements make points is decided in `grouping`.

use std::collections::BTreeMap;

use super::ends::EndIndex;
use super::truth::Truth;
use super::voices::{Meeting, Voice, Voices};
use crate::model::{ClaimId, Modality, RelationId};
use crate::time::Bound;

/// What voices say that say one thing, or deny it.
#[derive(Debug, Clone)]
pub struct Statement {
    /// The voices, in their order.
    pub voices: Vec<usize>,
}

impl Statement {
    /// The voice that stands for it.
    #[must_use]
    pub fn first(&self) -> usize {
        self.voices[0]
    }

    /// The reports that make it.
    pub fn reports<'a>(&'a self, voices: &'a Voices<'_>) -> impl Iterator<Item = usize> + 'a {
        self.voices.iter().map(|at| voices.all[*at].report)
    }
}

/// The statements that the voices make.
#[must_use]
pub fn statements(voices: &Voices<'_>) -> Vec<Statement> {
    let mut made: Vec<Statement> = Vec::new();
    let mut by_end = EndIndex::new(&voices.graph().parts);
    let mut by_claim: BTreeMap<(ClaimId, RelationId), Vec<usize>> = BTreeMap::new();
    for (at, voice) in voices.all.iter().enumerate() {
        let relation = voice.one.relation;
        let mut near = voices.graph().broader.mirrored(relation);
        near.push(relation);
        near.sort_unstable();
        near.dedup();
        let of_claim = voice.one.decided_by.and_then(|claim| by_claim.get(&(claim, relation)));
        let of_ends = by_end.at_both(&near, voice.both_ends());
        let known = of_claim.into_iter().flatten().copied().chain(of_ends);
        let same = known.filter(|statement| is_same(voices, made[*statement].first(), at)).min();
        match same {
            Some(statement) => made[statement].voices.push(at),
            None => {
                by_end.add(made.len(), relation, [voice.subject, voice.object]);
                if let Some(claim) = voice.one.decided_by {
                    by_claim.entry((claim, relation)).or_default().push(made.len());
                }
                made.push(Statement { voices: vec![at] });
            }
        }
    }
    made
}

/// Whether two voices of relations that say the same speak of the same thing.
fn is_same(voices: &Voices<'_>, one: usize, other: usize) -> bool {
    if is_same_record(voices, one, other) && voices.all[one].one.relation == voices.all[other].one.relation {
        return true;
    }
    voices.meeting(one, other) == Meeting::Same
        && voices.is_same_relation(voices.all[one].one.relation, voices.all[other].one.relation)
        && (has_one_value(voices, one) || fits(voices, &voices.all[one], &voices.all[other]))
}

/// Whether the records answer two voices that both assert with one claim that says what they say.
pub fn is_same_record(voices: &Voices<'_>, one: usize, other: usize) -> bool {
    let (a, b) = (&voices.all[one], &voices.all[other]);
    let says = |voice: &Voice<'_>| voice.one.decided_by.filter(|_| Truth::of(voice) == Truth::Right);
    !a.denies() && !b.denies() && says(a).is_some() && says(a) == says(b)
}

/// Whether the relation of a voice has one value at a time for its ends.
fn has_one_value(voices: &Voices<'_>, at: usize) -> bool {
    let voice = &voices.all[at];
    let record = voices.graph().base.relations.record(voice.one.relation);
    record.is_some_and(|record| {
        record.one_value || record.once || voice.object.is_none() && record.functional && !record.event
    })
}

/// Whether the amounts and, of events, the dates of two voices can be those of one thing.
fn fits(voices: &Voices<'_>, one: &Voice<'_>, other: &Voice<'_>) -> bool {
    let relations = &voices.graph().base.relations;
    let is_event = relations.is_event(one.one.relation);
    let tolerance = relations.record(one.one.relation).and_then(|record| record.tolerance);
    let amounts = match (&one.one.value, &other.one.value) {
        (Some((one, _)), Some((other, _))) => !one.excludes(other, tolerance),
        _ => one.one.text.is_none() || other.one.text.is_none() || one.one.text == other.one.text,
    };
    let dates = match (date(one), date(other)) {
        (Some(one), Some(other)) => Some(one.touches(other)),
        _ => None,
    };
    match (is_event, amounts) {
        (false, fits) => fits,
        // What happened on one day, to the same two, is one thing, whatever the sums.
        (true, false) => dates == Some(true),
        (true, true) => dates != Some(false) || is_one_event(one, other) || is_plan_of(one, other),
    }
}

/// Whether the records know one thing alone that two sentences with different dates can mean.
fn is_one_event(one: &Voice<'_>, other: &Voice<'_>) -> bool {
    matches!((one.one.claims.as_slice(), other.one.claims.as_slice()), ([one], [other]) if one == other)
}

/// Whether one speaks of a plan of what the other says has happened: what is planned for a day often happens on another.
fn is_plan_of(one: &Voice<'_>, other: &Voice<'_>) -> bool {
    let is_plan = |voice: &Voice<'_>| voice.one.modality == Modality::Forecast;
    is_plan(one) != is_plan(other)
}

/// The dates that a voice gives, from the first to the last.
#[must_use]
pub fn date(voice: &Voice<'_>) -> Option<Bound> {
    match (voice.one.time.from, voice.one.time.until) {
        (Some(from), Some(until)) => Some(from.hull(until)),
        (one, other) => one.or(other),
    }
}
