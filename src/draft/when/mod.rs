//! stub until merged
use std::ops::Range;
use crate::time::Bound;
/// x
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct When {
    /// t
    pub tokens: Range<usize>,
    /// r
    pub reading: WhenReading,
    /// a
    pub as_of: bool,
    /// r
    pub relative: bool,
}
/// x
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WhenReading {
    /// x
    On(Bound),
    /// x
    Since(Bound),
    /// x
    Until(Bound),
    /// x
    Range(Bound, Bound),
    /// x
    Unanchored,
}
