//! Allen's thirteen relations between two periods whose ends are imprecise.
//!
//! Periods are closed ranges of days. For states, the day on which one ends is the day on which the next starts, so `a`
//! *meets* `b` when `b` starts on the very day on which `a` ends; ending on one day and starting on the next is
//! *before*. A period may be a single day; the thirteen stay exclusive and exhaustive because equal starts and
//! equal ends are looked at first: the day 5 *starts* 5 to 8 (and does not meet it), and *finishes* 2 to 5.

use std::fmt;

use super::answer::Answer;
use super::bound::Bound;
use super::day::Day;
use super::period::Period;

/// How one period lies to another, by Allen's names. For `a` and `b` with starts and ends:
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Allen {
    /// `a` ends before `b` starts.
    Before,
    /// `a` starts first and ends on the day on which `b` starts, `b` ends last.
    Meets,
    /// `a` starts first, `b` starts before `a` ends, `b` ends last.
    Overlaps,
    /// They start together, `a` ends first.
    Starts,
    /// `b` starts first, `a` ends first.
    During,
    /// `b` starts first, they end together.
    Finishes,
    /// They start and end together.
    Equals,
    /// `a` starts first, they end together.
    FinishedBy,
    /// `a` starts first, `b` ends first.
    Contains,
    /// They start together, `b` ends first.
    StartedBy,
    /// `b` starts first, `a` starts before `b` ends, `a` ends last.
    OverlappedBy,
    /// `b` starts first and ends on the day on which `a` starts, `a` ends last.
    MetBy,
    /// `b` ends before `a` starts.
    After,
}

impl Allen {
    /// All thirteen, in an order that the converse reverses.
    pub const ALL: [Self; 13] = [
        Self::Before,
        Self::Meets,
        Self::Overlaps,
        Self::Starts,
        Self::During,
        Self::Finishes,
        Self::Equals,
        Self::FinishedBy,
        Self::Contains,
        Self::StartedBy,
        Self::OverlappedBy,
        Self::MetBy,
        Self::After,
    ];

    /// How `b` lies to `a` when `a` lies so to `b`.
    #[must_use]
    pub const fn converse(self) -> Self {
        match self {
            Self::Before => Self::After,
            Self::Meets => Self::MetBy,
            Self::Overlaps => Self::OverlappedBy,
            Self::Starts => Self::StartedBy,
            Self::During => Self::Contains,
            Self::Finishes => Self::FinishedBy,
            Self::Equals => Self::Equals,
            Self::FinishedBy => Self::Finishes,
            Self::Contains => Self::During,
            Self::StartedBy => Self::Starts,
            Self::OverlappedBy => Self::Overlaps,
            Self::MetBy => Self::Meets,
            Self::After => Self::Before,
        }
    }

    /// Its name in words: `before`, `met by`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Before => "before",
            Self::Meets => "meets",
            Self::Overlaps => "overlaps",
            Self::Starts => "starts",
            Self::During => "during",
            Self::Finishes => "finishes",
            Self::Equals => "equals",
            Self::FinishedBy => "finished by",
            Self::Contains => "contains",
            Self::StartedBy => "started by",
            Self::OverlappedBy => "overlapped by",
            Self::MetBy => "met by",
            Self::After => "after",
        }
    }

    const fn bit(self) -> u16 {
        1 << self as u8
    }
}

impl fmt::Display for Allen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// A set of Allen relations: those that some choice of days gives. Two bytes.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct AllenSet(u16);

impl AllenSet {
    /// None: what an inverted period gives.
    pub const EMPTY: Self = Self(0);
    /// All thirteen: nothing is known.
    pub const FULL: Self = Self((1 << 13) - 1);

    /// With this relation added.
    #[must_use]
    pub const fn with(self, relation: Allen) -> Self {
        Self(self.0 | relation.bit())
    }

    /// Whether this relation is possible.
    #[must_use]
    pub const fn contains(self, relation: Allen) -> bool {
        self.0 & relation.bit() != 0
    }

    /// Whether no relation is possible.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// How many are possible, 0 to 13.
    #[must_use]
    pub const fn len(self) -> u32 {
        self.0.count_ones()
    }

    /// The relation, if only one is possible.
    #[must_use]
    pub fn definite(self) -> Option<Allen> {
        let mut relations = self.iter();
        relations.next().filter(|_| relations.next().is_none())
    }

    /// Do the two periods lie so?
    #[must_use]
    pub const fn answer(self, relation: Allen) -> Answer {
        Answer::between(self.0 == relation.bit(), self.contains(relation))
    }

    /// The relations of `b` to `a` when these are the relations of `a` to `b`.
    #[must_use]
    pub fn converse(self) -> Self {
        self.iter().map(Allen::converse).collect()
    }

    /// The possible relations, in the order of [`Allen::ALL`].
    pub fn iter(self) -> impl Iterator<Item = Allen> + Clone {
        Allen::ALL.into_iter().filter(move |relation| self.contains(*relation))
    }
}

impl FromIterator<Allen> for AllenSet {
    fn from_iter<I: IntoIterator<Item = Allen>>(relations: I) -> Self {
        relations.into_iter().fold(Self::EMPTY, Self::with)
    }
}

impl fmt::Debug for AllenSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

/// How `a` may lie to `b`: exactly the relations that some choice of start and end days within the bounds gives,
/// each period starting no later than it ends. Constant time.
///
/// Infinities count as days beyond all others: of two periods without end, either may end first, or both never.
#[must_use]
pub fn relations(a: Period, b: Period) -> AllenSet {
    let [a1, a2, b1, b2] = [a.start(), a.end(), b.start(), b.end()].map(DayRange::from);
    let (starts, ends) = (a1.both(b1), a2.both(b2));
    // Each relation says in what order the four days come: a chain of ranges, from early to late, joined by `<` or `≤`;
    // two days that coincide are the one range that both allow.
    let possible = |relation| match relation {
        Allen::Before => a1.le(a2).lt(b1).le(b2),
        Allen::Meets => a1.lt(a2.both(b1)).lt(b2),
        Allen::Overlaps => a1.lt(b1).lt(a2).lt(b2),
        Allen::Starts => starts.le(a2).lt(b2),
        Allen::During => b1.lt(a1).le(a2).lt(b2),
        Allen::Finishes => b1.lt(a1).le(ends),
        Allen::Equals => starts.le(ends),
        Allen::FinishedBy => a1.lt(b1).le(ends),
        Allen::Contains => a1.lt(b1).le(b2).lt(a2),
        Allen::StartedBy => starts.le(b2).lt(a2),
        Allen::OverlappedBy => b1.lt(a1).lt(b2).lt(a2),
        Allen::MetBy => b1.lt(b2.both(a1)).lt(a2),
        Allen::After => b1.le(b2).lt(a1).le(a2),
    };
    Allen::ALL.into_iter().filter(|relation| !possible(*relation).is_empty()).collect()
}

/// The day numbers left for one place in a chain, wide enough that adding one never overflows.
#[derive(Clone, Copy)]
struct DayRange {
    low: i64,
    high: i64,
}

impl DayRange {
    const fn is_empty(self) -> bool {
        self.low > self.high
    }

    /// Days that both allow.
    fn both(self, other: Self) -> Self {
        Self { low: self.low.max(other.low), high: self.high.min(other.high) }
    }

    /// What is left of `next` when it comes no earlier than some day of this range.
    fn le(self, next: Self) -> Self {
        self.then(next, 0)
    }

    /// What is left of `next` when it comes later than some day of this range.
    fn lt(self, next: Self) -> Self {
        self.then(next, 1)
    }

    fn then(self, next: Self, gap: i64) -> Self {
        if self.is_empty() { self } else { Self { low: next.low.max(self.low + gap), high: next.high } }
    }
}

impl From<Bound> for DayRange {
    fn from(bound: Bound) -> Self {
        let number = |day: Day| i64::from(day.number());
        Self { low: number(bound.earliest), high: number(bound.latest) }
    }
}
