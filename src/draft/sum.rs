//! stub until merged
use std::ops::Range;
use crate::model::Amount;
/// x
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sum {
    /// t
    pub tokens: Range<usize>,
    /// a
    pub amount: Amount,
}
