//! Whether the record contradicts itself where a sentence relies on it.
//!
//! *Law.* A claim c that decides an assertion at moment m is disputed iff some live claim d holds at m too, c and d exclude
//! each other by the laws of c's relation or one denies the other, their known parts certainly share a day, and no link
//! says how they stand to each other. What a relation allows only once is disputed whatever the time. Only claims that
//! decided something are looked at: this is no check of the base.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::holding::{self, Holding, Moment};
use super::laws::{Far, Stand};
use crate::check::rivals::are_settled;
use crate::graph::{Row, View};
use crate::model::ClaimId;
use crate::time::{Conflict, Contact, Edge, conflict};

/// Answers whether claims are disputed, and remembers which others each of them clashes with.
#[derive(Debug, Default)]
pub struct Disputes {
    known: RefCell<BTreeMap<ClaimId, Vec<Opponent>>>,
}

/// A claim that certainly contradicts another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Opponent {
    claim: ClaimId,
    ever: bool,
}

impl Disputes {
    /// The first claim that contradicts `claim` at `moment`.
    #[must_use]
    pub fn opponent(&self, view: &View<'_>, claim: ClaimId, moment: Moment) -> Option<ClaimId> {
        let mut known = self.known.borrow_mut();
        let opponents = known.entry(claim).or_insert_with(|| opponents(view, claim));
        opponent(view, opponents, moment)
    }
}

/// The same, asked once.
#[must_use]
pub fn opponent_of(view: &View<'_>, claim: ClaimId, moment: Moment) -> Option<ClaimId> {
    opponent(view, &opponents(view, claim), moment)
}

fn opponent(view: &View<'_>, opponents: &[Opponent], moment: Moment) -> Option<ClaimId> {
    let holds =
        |opponent: &&Opponent| opponent.ever || holding::at(view, opponent.claim, moment) == Holding::Yes;
    opponents.iter().find(holds).map(|opponent| opponent.claim)
}

fn opponents(view: &View<'_>, claim: ClaimId) -> Vec<Opponent> {
    let found = RefCell::new(Vec::new());
    // Takes down all and stops at none.
    let take = |row: &Row, ever: bool| {
        if row.claim != claim && (ever || clashes(view, claim, row)) && !are_settled(view, claim, row.claim) {
            found.borrow_mut().push(Opponent { claim: row.claim, ever });
        }
        false
    };
    let claims = view.claims();
    let (Some(relation), Some(subject)) = (claims.relation(claim), claims.subject(claim)) else {
        return Vec::new();
    };
    let object = claims.object(claim);
    if !claims.denies(claim) {
        let stand = Stand { view, relation, subject, far: Far::Of(object), loosely: false };
        let _ = stand.rival(&take);
    }
    // A denial of a broader relation denies the narrower ones too.
    let broader = &view.graph.broader;
    let facing = if claims.denies(claim) { broader.narrower(relation) } else { broader.broader(relation) };
    for row in facing.iter().flat_map(|relation| view.rows_of(*relation)) {
        let denied = row.denies != claims.denies(claim);
        if denied && row.subject == Some(subject) && row.object == object {
            take(row, is_timeless(view, if row.denies { row.claim } else { claim }));
        }
    }
    found.into_inner()
}

fn clashes(view: &View<'_>, claim: ClaimId, row: &Row) -> bool {
    let contact = if row.event || view.is_event(claim) { Contact::Closed } else { Contact::Strict };
    conflict(view.period(claim), row.period, contact) == Conflict::Certain
}

/// Whether a denial states neither end: it denies for all time.
fn is_timeless(view: &View<'_>, denial: ClaimId) -> bool {
    let period = view.claims().period(denial);
    period.start_edge() != Edge::Stated && period.is_open()
}
