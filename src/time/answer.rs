//! Three-valued answers to questions about imprecise dates.
//!
//! `Yes` and `No` are said only when every choice of days that the dates allow gives that answer; everything
//! else is `Perhaps`. This file knows nothing of dates: it is the logic alone (Kleene's strong three-valued logic).

use std::fmt;

/// What can be said when dates are imprecise: certainly so, certainly not so, or either.
///
/// The order is `No < Perhaps < Yes`, so `and` is the lesser and `or` the greater of two answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Answer {
    /// True for no choice of days.
    No,
    /// True for some choices of days and not for others.
    Perhaps,
    /// True for every choice of days.
    Yes,
}

impl Answer {
    /// From what is so in every case and what is so in at least one: `certain` implies `possible`.
    #[must_use]
    pub const fn between(certain: bool, possible: bool) -> Self {
        match (certain, possible) {
            (true, _) => Self::Yes,
            (false, true) => Self::Perhaps,
            (false, false) => Self::No,
        }
    }

    /// The opposite; `Perhaps` stays.
    #[must_use]
    pub const fn not(self) -> Self {
        match self {
            Self::No => Self::Yes,
            Self::Perhaps => Self::Perhaps,
            Self::Yes => Self::No,
        }
    }

    /// Certainly not so.
    #[must_use]
    pub const fn is_no(self) -> bool {
        matches!(self, Self::No)
    }

    /// `Yes` or `Perhaps`: not excluded.
    #[must_use]
    pub const fn is_possible(self) -> bool {
        !self.is_no()
    }
}

impl From<bool> for Answer {
    fn from(value: bool) -> Self {
        if value { Self::Yes } else { Self::No }
    }
}

impl std::ops::Not for Answer {
    type Output = Self;

    fn not(self) -> Self {
        Self::not(self)
    }
}

impl fmt::Display for Answer {
    /// `yes`, `no` or `perhaps`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::No => "no",
            Self::Perhaps => "perhaps",
            Self::Yes => "yes",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Answer::{self, No, Perhaps, Yes};

    const ALL: [Answer; 3] = [No, Perhaps, Yes];

    #[test]
    fn tables() {
        assert_eq!(Answer::from(true), Yes);
        assert_eq!(Answer::between(false, true), Perhaps);
        assert!(Perhaps.is_possible() && !No.is_possible());
    }

    #[test]
    fn laws() {
        for a in ALL {
            assert_eq!(a.not().not(), a);
            assert_eq!(!a, a.not());
        }
    }
}
