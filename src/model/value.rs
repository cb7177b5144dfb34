//! Values: amounts, dates and words as the far side of a claim. Reading them from text is `load`'s business.

use std::collections::HashMap;

use rustc_hash::FxBuildHasher;

use super::ValueId;
use crate::time::Bound;

/// How many parts a unit is counted in: amounts are exact to a millionth.
pub const MICRO: i128 = 1_000_000;

/// The share by which "about" may be off where the relation does not say.
const ABOUT: f64 = 0.1;

/// How an amount is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Comparison {
    /// A number: "10", or from low to high: "10–12".
    Exactly,
    /// More or less: "about 10".
    About,
    /// "more than 10".
    MoreThan,
    /// "at least 10".
    AtLeast,
    /// "less than 10".
    LessThan,
    /// "at most 10".
    AtMost,
}

/// An amount: a number or a range of numbers, with a unit.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Amount {
    /// The number, or the lower one of a range, in millionths of the unit.
    pub low: i128,
    /// The same number, or the higher one of a range.
    pub high: i128,
    /// How it is meant.
    pub comparison: Comparison,
    /// The unit in lower case; empty for a bare count.
    pub unit: String,
}

impl Amount {
    /// Whether both can be the same number: their ranges meet, or lie apart by no more than `tolerance`, a share of the lower
    /// one. With a tolerance "about" means no more than it.
    ///
    /// Amounts of different units are never compared here: the answer is yes, because nothing speaks against it.
    #[must_use]
    pub fn meets(&self, other: &Self, tolerance: Option<f64>) -> bool {
        if self.unit != other.unit {
            return true;
        }
        let upwards = |amount: &Self| match tolerance {
            None => amount.range(None),
            Some(share) => {
                let exact = amount.range(Some(0.0));
                let high = exact.high.map(|high| high + widening(high, share));
                let is_open = |open: bool| open && share == 0.0;
                AmountRange {
                    high,
                    low_open: is_open(exact.low_open),
                    high_open: is_open(exact.high_open),
                    ..exact
                }
            }
        };
        upwards(self).meets(&upwards(other))
    }

    /// What its denial means: "not more than 10" is at most 10. `None` for a number, whose denial says nothing.
    #[must_use]
    pub fn denied(&self) -> Option<Self> {
        let comparison = match self.comparison {
            Comparison::MoreThan => Comparison::AtMost,
            Comparison::AtLeast => Comparison::LessThan,
            Comparison::LessThan => Comparison::AtLeast,
            Comparison::AtMost => Comparison::MoreThan,
            Comparison::Exactly | Comparison::About => return None,
        };
        Some(Self { comparison, ..self.clone() })
    }

    /// Whether `other`, as prose has it, says this amount: their ranges meet, "more than 10" is not far above 10, and a
    /// vague sum ("billions") says no exact one.
    #[must_use]
    pub fn says(&self, other: &Self, tolerance: Option<f64>) -> bool {
        // Each side gets half of what they may differ by.
        let half = Some(tolerance.unwrap_or(0.0) / 2.0);
        let (known, said) = (self.rounded().near(half), other.rounded().near(half));
        let is_vague = |amount: &Self| amount.high > amount.low.saturating_mul(2).max(0);
        known.meets(&said) && (!is_vague(other) || is_vague(self))
    }

    /// Whether `other`, as prose has it, cannot be this amount, whatever was rounded.
    #[must_use]
    pub fn excludes(&self, other: &Self, tolerance: Option<f64>) -> bool {
        self.unit == other.unit && !self.rounded().meets(&other.rounded(), tolerance)
    }

    /// With the numbers that are rounded to it, as far as they differ little: 4,100 may be 4,120, but 12 is 12.
    fn rounded(&self) -> Self {
        /// Hundreds may be rounded; tens are taken as exact.
        const HUNDRED: i128 = 100 * MICRO;
        /// The share by which a rounded number is off at most: a fiftieth.
        const OFF: i128 = 50;
        let is_number =
            matches!(self.comparison, Comparison::Exactly | Comparison::About) && self.low == self.high;
        let number = self.low.abs();
        if !is_number || number < 10 * HUNDRED || number % HUNDRED != 0 {
            return self.clone();
        }
        let mut digit = HUNDRED;
        while number % (digit * 10) == 0 {
            digit *= 10;
        }
        let off = (digit / 2).min(number / OFF);
        Self { low: self.low - off, high: self.high + off, ..self.clone() }
    }

    /// The numbers that prose means by an amount: those of its range, and a fifth beyond where it has no end.
    fn near(&self, tolerance: Option<f64>) -> AmountRange {
        let range = self.range(tolerance);
        let beyond = |number: i128| number.abs() / 5;
        let low = range.low.or(range.high.map(|high| high - beyond(high)));
        let high = range.high.or(range.low.map(|low| low + beyond(low)));
        AmountRange { low, high, ..range }
    }

    /// Whether all that `self` may mean lies between `min` and `max`, as far as these are given.
    #[must_use]
    pub fn certainly_outside(&self, min: Option<&Self>, max: Option<&Self>) -> bool {
        let range = self.range(None);
        let under = |limit: &Self| self.unit == limit.unit && range.high.is_some_and(|high| high < limit.low);
        let over = |limit: &Self| self.unit == limit.unit && range.low.is_some_and(|low| low > limit.high);
        min.is_some_and(under) || max.is_some_and(over)
    }

    fn range(&self, tolerance: Option<f64>) -> AmountRange {
        let share = match self.comparison {
            Comparison::About => tolerance.unwrap_or(ABOUT),
            _ => tolerance.unwrap_or(0.0),
        };
        let low = self.low - widening(self.low, share);
        let high = self.high + widening(self.high, share);
        match self.comparison {
            Comparison::Exactly | Comparison::About => {
                AmountRange { low: Some(low), high: Some(high), low_open: false, high_open: false }
            }
            Comparison::MoreThan => {
                AmountRange { low: Some(low), high: None, low_open: share == 0.0, high_open: false }
            }
            Comparison::AtLeast => {
                AmountRange { low: Some(low), high: None, low_open: false, high_open: false }
            }
            Comparison::LessThan => {
                AmountRange { low: None, high: Some(high), low_open: false, high_open: share == 0.0 }
            }
            Comparison::AtMost => {
                AmountRange { low: None, high: Some(high), low_open: false, high_open: false }
            }
        }
    }
}

/// By how much a number may be off.
fn widening(number: i128, share: f64) -> i128 {
    /// Shares are counted in millionths too.
    const PARTS: f64 = 1_000_000.0;
    // A share is between 0 and 1 (the loader sees to it), so the product fits.
    #[expect(clippy::cast_possible_truncation, reason = "a share is at most 1")]
    let parts = (share * PARTS).round() as i128;
    number.abs().saturating_mul(parts) / MICRO
}

/// The numbers an amount may mean.
struct AmountRange {
    low: Option<i128>,
    high: Option<i128>,
    low_open: bool,
    high_open: bool,
}

impl AmountRange {
    fn meets(&self, other: &Self) -> bool {
        self.reaches(other) && other.reaches(self)
    }

    /// Whether the low end lies no higher than the other's high end.
    fn reaches(&self, other: &Self) -> bool {
        match (self.low, other.high) {
            (Some(low), Some(high)) => low < high || (low == high && !self.low_open && !other.high_open),
            _ => true,
        }
    }
}

/// The far side of a claim, where it is not an entity.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Value {
    /// An amount.
    Amount(Amount),
    /// A date.
    Date(Bound),
    /// Words; compared with case and white space folded.
    Text(String),
}

impl Value {
    /// Whether both can be the same: amounts whose ranges meet, dates of which one contains the other, equal words.
    #[must_use]
    pub fn agrees(&self, other: &Self, tolerance: Option<f64>) -> bool {
        match (self, other) {
            (Self::Amount(one), Self::Amount(two)) => one.meets(two, tolerance),
            (Self::Date(one), Self::Date(two)) => one.earliest <= two.latest && two.earliest <= one.latest,
            _ => self == other,
        }
    }
}

/// The sorts of values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ValueSort {
    /// Amounts.
    Amount,
    /// Dates.
    Date,
    /// Words.
    Text,
}

/// All values: equal values get the same id, shown as the first of them was written.
#[derive(Debug, Clone, Default)]
pub struct Values {
    rows: HashMap<Value, ValueId, FxBuildHasher>,
    values: Vec<(Value, String)>,
}

impl Values {
    /// The id of `value`, added if it is new.
    pub fn intern(&mut self, value: Value, written: &str) -> ValueId {
        if let Some(id) = self.rows.get(&value) {
            return *id;
        }
        let id = ValueId::new(self.values.len());
        self.values.push((value.clone(), written.to_owned()));
        self.rows.insert(value, id);
        id
    }

    /// Adds all of `other`, and returns the new id for each of its ids.
    pub fn adopt(&mut self, other: &Self) -> Vec<ValueId> {
        other.iter().map(|(value, written)| self.intern(value.clone(), written)).collect()
    }

    /// The value.
    #[must_use]
    pub fn get(&self, id: ValueId) -> &Value {
        &self.values[id.index()].0
    }

    /// As it was written.
    #[must_use]
    pub fn written(&self, id: ValueId) -> &str {
        &self.values[id.index()].1
    }

    /// All values with how they were written, in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &(Value, String)> {
        self.values.iter()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.values.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }
}
