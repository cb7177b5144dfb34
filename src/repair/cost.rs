//! What it costs to give up a node: levels, of which an earlier one outweighs all later ones.
//!
//! Never one number made of weights: a sum of many small ones must not outweigh a level above.

use std::iter::Sum;
use std::ops::{Add, AddAssign, Sub, SubAssign};

/// How many levels there are.
pub const LEVELS: usize = 10;

/// A cost in levels, compared one after the other. Differences may be negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Cost(pub [i64; LEVELS]);

impl Cost {
    /// Nothing.
    pub const ZERO: Self = Self([0; LEVELS]);

    /// The least that is more than nothing.
    pub const LEAST: Self = {
        let mut levels = [0; LEVELS];
        levels[LEVELS - 1] = 1;
        Self(levels)
    };

    /// Less than any other.
    pub const MIN: Self = Self([i64::MIN / 4; LEVELS]);
}

impl Add for Cost {
    type Output = Self;

    fn add(mut self, other: Self) -> Self {
        self += other;
        self
    }
}

impl AddAssign for Cost {
    fn add_assign(&mut self, other: Self) {
        for (one, two) in self.0.iter_mut().zip(other.0) {
            *one = one.saturating_add(two);
        }
    }
}

impl Sub for Cost {
    type Output = Self;

    fn sub(mut self, other: Self) -> Self {
        self -= other;
        self
    }
}

impl SubAssign for Cost {
    fn sub_assign(&mut self, other: Self) {
        for (one, two) in self.0.iter_mut().zip(other.0) {
            *one = one.saturating_sub(two);
        }
    }
}

impl Sum for Cost {
    fn sum<I: Iterator<Item = Self>>(costs: I) -> Self {
        costs.fold(Self::ZERO, Add::add)
    }
}
