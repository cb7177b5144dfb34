//! Claims for what reports agree on and the records lack: as much as all of them say, with periods as precise as their text and no
//! more, and the reports as sources. For a person to accept.

use super::likeness::is_finer_than;
use super::said::{began, takes_date};
use crate::graph::Broader;
use crate::load::Loaded;
use crate::model::{
    AssertedTime, Assertion, Base, Bearing, Point, PointEntry, PointKind, Polarity, ProposedClaim,
    Reconciled, TimeKind, Verdict,
};
use crate::time::{Bound, Edge, Period};

/// The claims that the points propose, in their order.
#[must_use]
pub fn proposed(loaded: &Loaded, reconciled: &Reconciled) -> Vec<ProposedClaim> {
    let base = &loaded.base;
    let broader = Broader::new(&base.relations);
    let mut made: Vec<ProposedClaim> = Vec::new();
    for point in &reconciled.points {
        let Some(entry) = said_by_all(point, &broader) else { continue };
        let Some(one) = &entry.assertion else { continue };
        if takes_date(base, one) && one.time.from.is_none() {
            continue;
        }
        let stem = id(base, one);
        let is_taken = |id: &str| {
            loaded.index.find(&base.claims, id).is_some() || made.iter().any(|claim| claim.id == id)
        };
        let id = free(&stem, is_taken);
        made.push(claim(base, id, one, point));
    }
    made
}

/// A name that is not taken: with a number at its end if need be.
#[must_use]
pub fn free(stem: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let numbered = (2..).map(|number| format!("{stem}-{number}"));
    let mut names = std::iter::once(stem.to_owned()).chain(numbered);
    names.find(|name| !is_taken(name)).unwrap_or_default()
}

/// Of a point on which several reports agree and the records say nothing, the entry that says no more than the others.
fn said_by_all<'p>(point: &'p Point, broader: &Broader) -> Option<&'p PointEntry> {
    if !matches!(point.kind, PointKind::Agree | PointKind::More) || !point.claims.is_empty() {
        return None;
    }
    let entries = || point.entries.iter().filter(|entry| entry.bearing == Bearing::Direct && entry.is_sure);
    let is_said = |entry: &&PointEntry| {
        let Some(one) = entry.assertion.as_ref().filter(|one| one.verdict == Verdict::Unknown) else {
            return false;
        };
        let others = || entries().filter(|other| other.report != entry.report);
        let follows = |report: usize| {
            let mut own = others().filter(|other| other.report == report);
            own.any(|other| other.assertion.as_ref().is_some_and(|other| says_as_much(other, one, broader)))
        };
        one.unrecorded.is_none()
            && one.subject.is_some()
            && others().next().is_some()
            && others().all(|other| follows(other.report))
    };
    entries().find(is_said)
}

/// Whether what `one` says follows from what `other` says.
fn says_as_much(other: &Assertion, one: &Assertion, broader: &Broader) -> bool {
    let date = |time: AssertedTime| match (time.from, time.until) {
        (Some(from), Some(until)) => Some(from.hull(until)),
        (one, other) => one.or(other),
    };
    let dates = match (date(other.time), date(one.time)) {
        (_, None) => true,
        (Some(other), Some(one)) => one.contains(other),
        (None, Some(_)) => false,
    };
    let amount = |one: &Assertion| one.value.as_ref().map(|(amount, _)| amount.clone());
    let amounts = match (amount(other), amount(one)) {
        (_, None) => true,
        (Some(other), Some(one)) => other == one || is_finer_than(&other, &one),
        (None, Some(_)) => false,
    };
    let ends = (other.subject, other.object) == (one.subject, one.object) && other.text == one.text;
    broader.implies(other.relation, one.relation)
        && other.polarity == one.polarity
        && dates
        && amounts
        && ends
}

fn id(base: &Base, one: &Assertion) -> String {
    let entities = &base.entities;
    let mut id = one.subject.map_or_else(String::new, |subject| entities.id(subject).to_owned());
    id.push('-');
    id.push_str(base.relations.id(one.relation));
    if let Some(object) = one.object {
        id.push('-');
        id.push_str(entities.id(object));
    }
    id
}

fn claim(base: &Base, id: String, one: &Assertion, point: &Point) -> ProposedClaim {
    let mut reports: Vec<usize> = point
        .entries
        .iter()
        .filter(|entry| entry.bearing == Bearing::Direct && entry.is_sure)
        .map(|entry| entry.report)
        .collect();
    reports.dedup();
    let is_event = base.relations.is_event(one.relation);
    let since = |from| (Some(Period::from_parts(Some(from), Edge::Stated, None, Edge::Open)), None);
    let (period, attests) = began(base, one).map_or_else(|| times(one.time, is_event), since);
    let date = one.time.from.filter(|_| takes_date(base, one)).map(|date| date.to_string());
    let amount = one.value.as_ref().map(|(_, written)| written.clone());
    let value = date.or(amount).or_else(|| one.text.clone());
    ProposedClaim {
        id,
        subject: one.subject,
        relation: one.relation,
        object: one.object,
        value,
        denies: one.polarity == Polarity::Denies,
        period,
        attests,
        reports,
    }
}

/// The period that is said, and the date for which it is confirmed, where it is said of a state on one date.
fn times(time: AssertedTime, is_event: bool) -> (Option<Period>, Option<Bound>) {
    match (time.from, time.until) {
        (Some(on), Some(_)) if time.within && is_event => (Some(Period::on(on)), None),
        (Some(on), Some(_)) if time.within => (None, Some(on)),
        (Some(from), Some(until)) => (Some(Period::between(from, until)), None),
        (Some(from), None) => (Some(Period::from_parts(Some(from), Edge::Stated, None, Edge::Open)), None),
        (None, Some(until)) => {
            (Some(Period::from_parts(None, Edge::Unknown, Some(until), Edge::Stated)), None)
        }
        (None, None) if time.kind == TimeKind::Present && !is_event => {
            (Some(Period::from_parts(None, Edge::Unknown, None, Edge::Open)), None)
        }
        (None, None) => (None, None),
    }
}
