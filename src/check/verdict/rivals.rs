//! What other claims do to one that a sentence relies on: contradict it, or take over from it.
//!
//! *Law.* A claim c that decides an assertion at moment m is disputed iff some live claim d holds at m too, c and d exclude
//! each other by the laws of c's relation or one denies the other, their known parts certainly share a day, and no link
//! says how they relate to each other. What a relation allows only once is disputed whatever the time. What has taken
//! over from c is what says so, else the first of its rivals that follows by its dates, as `graph::timeline` has it.
//! Only claims that a sentence speaks of are looked at: this is not a check of the base.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::holding::{self, Holding};
use super::laws::{Laws, RivalQuery};
use super::moment::Moment;
use crate::graph::{View, ViewRow};
use crate::model::ClaimId;
use crate::time::{Conflict, Contact, conflict};

/// Answers what other claims do to a claim, and remembers it.
#[derive(Debug, Default)]
pub struct Rivals {
    laws: Laws,
    known: RefCell<BTreeMap<ClaimId, Against>>,
}

/// What other claims do to a claim.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Against {
    /// Those that certainly contradict it, and whether they do whatever the time.
    opponents: Vec<(ClaimId, bool)>,
    /// The one that has taken over.
    newer: Option<ClaimId>,
}

impl Rivals {
    /// The first claim that contradicts `claim` at `moment`.
    #[must_use]
    pub fn opponent(&self, view: &View<'_>, claim: ClaimId, moment: Moment) -> Option<ClaimId> {
        self.with(view, claim, |against| {
            let holds = |other: ClaimId| holding::at(view, other, moment) == Holding::Yes;
            let first = against.opponents.iter().find(|(other, ever)| *ever || holds(*other));
            first.map(|(other, _)| *other)
        })
    }

    /// The claim that has taken over: that says so, else that follows from dates. One that has ended is followed by what
    /// begins next.
    #[must_use]
    pub fn newer(&self, view: &View<'_>, claim: ClaimId) -> Option<ClaimId> {
        view.certain_successor(claim).or_else(|| {
            if view.is_event(claim) { None } else { self.with(view, claim, |against| against.newer) }
        })
    }

    /// Whether `claim` holds at `moment`, what has taken over from it being taken into account.
    #[must_use]
    pub fn holding(&self, view: &View<'_>, claim: ClaimId, moment: Moment) -> Holding {
        match holding::at(view, claim, moment) {
            Holding::Yes | Holding::Perhaps => {
                holding::at_until(view, claim, self.newer(view, claim), moment)
            }
            other => other,
        }
    }

    fn with<T>(&self, view: &View<'_>, claim: ClaimId, ask: impl FnOnce(&Against) -> T) -> T {
        let mut known = self.known.borrow_mut();
        ask(known.entry(claim).or_insert_with(|| against(view, &self.laws, claim)))
    }

    /// The claims that exclude what a sentence says.
    #[must_use]
    pub fn excluding(&self, statement: &RivalQuery<'_>) -> Vec<ClaimId> {
        self.laws.rivals(statement).into_iter().map(|(row, _)| row.claim).collect()
    }
}

fn against(view: &View<'_>, laws: &Laws, claim: ClaimId) -> Against {
    let mut found = Against::default();
    let mut take = |row: &ViewRow, ever: bool| {
        if row.claim == claim || row.period.is_pending() || view.are_settled(claim, row.claim) {
            return;
        }
        if ever || clashes(view, claim, row) {
            found.opponents.push((row.claim, ever));
        } else if view.follows(view.period(claim), row) {
            let newer = found.newer.into_iter().chain([row.claim]);
            found.newer = newer.min_by(|one, two| view.by_beginning(*one, *two));
        }
    };
    let claims = view.claims();
    let (Some(relation), Some(subject)) = (claims.relation(claim), claims.subject(claim)) else {
        return Against::default();
    };
    let object = claims.object(claim);
    if !claims.denies(claim) {
        let statement =
            RivalQuery { view, relation, subject: Some(subject), far: object.into(), loosely: false };
        laws.rivals(&statement).into_iter().for_each(|(row, ever)| take(row, ever));
    }
    // A denial of a broader relation denies the narrower ones too.
    let broader = &view.graph.broader;
    let facing = if claims.denies(claim) { broader.narrower(relation) } else { broader.broader(relation) };
    for row in facing.iter().flat_map(|relation| view.rows_of(*relation)) {
        let denied = row.denies != claims.denies(claim);
        let (denial, asserted) = if row.denies { (row.object, object) } else { (object, row.object) };
        if denied && row.subject == Some(subject) && denial.covers(asserted) {
            take(row, view.is_timeless(if row.denies { row.claim } else { claim }));
        }
    }
    found
}

fn clashes(view: &View<'_>, claim: ClaimId, row: &ViewRow) -> bool {
    let contact = if row.event || view.is_event(claim) { Contact::Closed } else { Contact::Strict };
    conflict(view.period(claim), row.period, contact) == Conflict::Certain
}
