//! The oracle for what is pending: whether it waits still, and what says that it has begun.

use super::days::{ALWAYS, Date, Valid};
use super::oracle::Oracle;

impl Oracle<'_> {
    /// Whether a claim is pending, and nothing says that it had begun.
    pub fn is_pending(&self, claim: usize) -> bool {
        matches!(self.valid[claim], Valid::Pending(_)) && self.days[claim].fl == ALWAYS
    }

    /// Whether it is presumed not to have begun.
    pub fn is_not_yet(&self, claim: usize) -> bool {
        let waits = |not_before: Option<Date>| not_before.is_none_or(|date| date.earliest() > self.as_of);
        self.is_pending(claim) && matches!(self.valid[claim], Valid::Pending(date) if waits(date))
    }

    /// The claim that says the same as one that is pending, and has begun.
    pub fn realised(&self, claim: usize) -> Option<usize> {
        let claims = &self.world.claims;
        let same = |other: &usize| {
            let (one, two) = (&claims[claim], &claims[*other]);
            // Of a plan that names no sum, every sum is what was planned.
            (one.relation, one.subject, one.object) == (two.relation, two.subject, two.object)
                && (one.value.is_none() || one.value == two.value)
                && (one.value.is_none() || one.value == two.value)
                && self.asserts(*other, two.relation)
                && self.days[*other].fe <= self.as_of
                && !self.is_linked(claim, *other)
        };
        let pending = self.is_awaited(claim) && !claims[claim].denies;
        let first = self.claims().filter(same).min_by_key(|other| self.beginning(*other));
        first.filter(|_| pending)
    }

    /// Whether a claim is pending and nothing supersedes it.
    pub fn is_awaited(&self, claim: usize) -> bool {
        let mut claims = self.claims();
        self.is_pending(claim) && !claims.any(|other| self.world.linked(other, "supersedes").contains(&claim))
    }
}
