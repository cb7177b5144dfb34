//! Which claims exclude each other in a group that shares what a law is about.

use crate::graph::ViewRow;
use crate::model::Object;

/// Which claims are rivals, and which far sides count as the same when too many are counted.
pub struct Rivalry<'a> {
    /// Whether two claims exclude each other when they hold at one time.
    pub rivals: &'a (dyn Fn(&ViewRow, &ViewRow) -> bool + Sync),
    /// What two claims must differ in to be rivals: claims with an equal class never are.
    pub class: &'a (dyn Fn(&ViewRow) -> Object + Sync),
    /// On which side of the law each claim is; those that are on one side only are not rivals of each other.
    pub side: &'a (dyn Fn(&ViewRow) -> Side + Sync),
}

impl Rivalry<'_> {
    /// Whether two claims exclude each other when they hold at one time.
    #[must_use]
    pub fn excludes(&self, one: &ViewRow, two: &ViewRow) -> bool {
        (self.side)(one).faces((self.side)(two))
            && (self.class)(one) != (self.class)(two)
            && (self.rivals)(one, two)
    }
}

/// The side of a law that excludes this by that.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// What the law is about.
    One,
    /// What is excluded.
    Other,
    /// Both: what the law is about excludes its like.
    Both,
}

impl Side {
    /// Whether claims on these sides can be rivals at all.
    #[must_use]
    pub fn faces(self, other: Self) -> bool {
        self == Self::Both || other == Self::Both || self != other
    }
}
