//! What is alike without being the same: other suppliers, other sums, finer amounts.

use super::truth::Truth;
use super::voices::{Meeting, Voice, Voices};
use crate::graph::View;
use crate::model::{Amount, ClaimId, Comparison, Role};
use crate::time::{Edge, Period};

/// Whether two voices say the like of different things: of relations that follow from each other, with one end in common, or with
/// both and other sums or days. Two things that happened are only alike if both ends are the same.
#[must_use]
pub fn is_like(voices: &Voices<'_>, one: usize, other: usize) -> bool {
    let (a, b) = (&voices.all[one], &voices.all[other]);
    let relations = [a.one.relation, b.one.relation];
    let is_akin = voices.implies(relations[0], relations[1]) || voices.implies(relations[1], relations[0]);
    if !is_akin || a.denies() || b.denies() || voices.exclude(one, other) {
        return false;
    }
    let is_event = voices.graph().base.relations.is_event(relations[0]);
    let subject = voices.end(a.subject, b.subject, Role::Subject, relations);
    let object = match (a.object, b.object) {
        // Two fines of one firm.
        (None, None) if a.one.value.is_some() && b.one.value.is_some() => Meeting::Same,
        (object, other) => voices.end(object, other, Role::Object, relations),
    };
    match (subject, object) {
        (Meeting::Same, Meeting::Same) => relations[0] == relations[1],
        (Meeting::Same, Meeting::Apart) | (Meeting::Apart, Meeting::Same) => {
            !is_event && a.object.is_some() && b.object.is_some()
        }
        _ => false,
    }
}

/// Whether the report of the first voice says of its own what the other voice says, in whatever relation that follows from it or
/// that it follows from.
#[must_use]
pub fn says_as_well(voices: &Voices<'_>, one: usize, other: usize) -> bool {
    let (report, wanted) = (voices.all[one].report, &voices.all[other]);
    let said = voices.of_report(report).at_both(&voices.akin(wanted.one.relation), wanted.both_ends());
    let relations = &voices.graph().base.relations;
    let tolerance = relations.record(wanted.one.relation).and_then(|record| record.tolerance);
    let gives_another = |voice: &Voice<'_>| match (&voice.one.value, &wanted.one.value) {
        (Some((sum, _)), Some((other, _))) => sum.excludes(other, tolerance),
        _ => false,
    };
    said.into_iter().any(|at| {
        let voice = &voices.all[at];
        !voice.denies() && !gives_another(voice) && voices.meeting(at, other) == Meeting::Same
    })
}

/// Whether two voices say different things of the same two parties that the records know to be so side by side: what happened to
/// these very two when the state began that the other is of; or two states, perhaps of parts of them, that one source confirms.
#[must_use]
pub fn goes_with(voices: &Voices<'_>, one: usize, other: usize, records: &View<'_>) -> bool {
    let (a, b) = (&voices.all[one], &voices.all[other]);
    let known = |voice: &Voice<'_>| {
        let counts = Truth::of(voice) == Truth::Right && !voice.denies() && voice.is_sure();
        voice.one.decided_by.filter(|_| counts)
    };
    let (Some(first), Some(second)) = (known(a), known(b)) else { return false };
    let pair = voices.parties(one, other);
    let periods = [first, second].map(|claim| records.claims().period(claim));
    let began_by = |state: Period, event: Period| {
        state.start_edge() == Edge::Stated
            && event.start_edge() == Edge::Stated
            && state.start().touches(event.start())
    };
    match (records.is_event(first), records.is_event(second)) {
        (true, true) => false,
        (false, true) => pair == Meeting::Same && began_by(periods[0], periods[1]),
        (true, false) => pair == Meeting::Same && began_by(periods[1], periods[0]),
        (false, false) => {
            let origins = |claim: ClaimId| {
                let provenance = &records.graph.provenance;
                records.supports(claim).map(|citation| provenance.origin(citation.source))
            };
            pair != Meeting::Apart
                && !voices.exclude(one, other)
                && origins(first).any(|origin| origins(second).any(|other| other == origin))
        }
    }
}

/// Whether one amount says more than another that it can be: a number where the other has a limit, or the narrower of two ranges.
#[must_use]
pub fn is_finer_than(one: &Amount, other: &Amount) -> bool {
    let is_number = |amount: &Amount| matches!(amount.comparison, Comparison::Exactly | Comparison::About);
    let width = |amount: &Amount| amount.high - amount.low;
    is_number(one) && (!is_number(other) || width(one) < width(other))
        || one.comparison == Comparison::Exactly && other.comparison == Comparison::About
}
