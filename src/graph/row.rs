//! The claims that take part in a view, side by side with all that comparing them needs.
//!
//! Checks walk over all claims of a relation again and again. Reading subject, object and period of each from the columns
//! costs a trip to memory a field; here they lie together, in the order in which they are asked for.

use rayon::prelude::*;

use crate::model::{Base, ClaimId, EntityId, Object, RelationId, Role};
use crate::time::Period;

/// A claim of some relation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// The claim.
    pub claim: ClaimId,
    /// Whom or what it is about.
    pub subject: Option<EntityId>,
    /// The far side.
    pub object: Object,
    /// Its period as known.
    pub period: Period,
    /// Whether it is an event.
    pub event: bool,
    /// Whether it denies.
    pub denies: bool,
    /// Whether its end is written to be open or not written at all.
    pub open: bool,
}

impl Row {
    /// An end of the claim, as something that can be compared; [`Object::None`] if it has none.
    #[must_use]
    pub fn end(&self, role: Role) -> Object {
        match role {
            Role::Subject => self.subject.map_or(Object::None, Object::Entity),
            Role::Object => self.object,
        }
    }
}

/// All claims with a relation, by relation and subject.
#[derive(Debug)]
pub struct Rows {
    /// Where the run of each relation ends.
    ends: Vec<usize>,
    rows: Vec<Row>,
}

impl Rows {
    /// Sorts the claims that take part: by relation without comparing, then each run by subject.
    #[must_use]
    pub fn new(base: &Base, periods: &[Period], live: &[bool]) -> Self {
        let claims = &base.claims;
        let live = || claims.iter().filter(|claim| live[claim.index()]);
        let mut ends = vec![0; base.relations.len()];
        for relation in live().filter_map(|claim| claims.relation(claim)) {
            ends[relation.index()] += 1;
        }
        let mut total = 0;
        let mut next = Vec::with_capacity(ends.len());
        for end in &mut ends {
            next.push(total);
            total += *end;
            *end = total;
        }
        let nothing = Row {
            claim: ClaimId::new(0),
            subject: None,
            object: Object::None,
            period: Period::UNKNOWN,
            event: false,
            denies: false,
            open: true,
        };
        let events: Vec<bool> =
            base.relations.iter().map(|relation| base.relations.is_event(relation)).collect();
        let mut rows = vec![nothing; total];
        for claim in live() {
            let Some(relation) = claims.relation(claim) else { continue };
            let slot = &mut next[relation.index()];
            let period = periods[claim.index()];
            rows[*slot] = Row {
                claim,
                subject: claims.subject(claim),
                object: claims.object(claim),
                period,
                event: events[relation.index()],
                denies: claims.denies(claim),
                open: period.is_open(),
            };
            *slot += 1;
        }
        let mut runs = Vec::with_capacity(ends.len());
        let mut rest = rows.as_mut_slice();
        let mut start = 0;
        for end in &ends {
            let (run, after) = std::mem::take(&mut rest).split_at_mut(end - start);
            runs.push(run);
            (rest, start) = (after, *end);
        }
        runs.into_par_iter().for_each(|run| run.sort_unstable_by_key(|row| (row.subject, row.claim)));
        Self { ends, rows }
    }

    /// The claims of exactly this relation.
    #[must_use]
    pub fn of(&self, relation: RelationId) -> &[Row] {
        let row = relation.index();
        let start = if row == 0 { 0 } else { self.ends[row - 1] };
        &self.rows[start..self.ends[row]]
    }
}
