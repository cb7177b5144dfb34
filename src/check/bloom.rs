//! A pair of Bloom filters (Bloom 1970) with one hash, one filter for each side of a law: shows for most keys, without
//! sorting them, that they do not occur on both sides. A few of the rest do not either.

use std::hash::{BuildHasher, Hash};

use rustc_hash::FxBuildHasher;

use crate::graph::Side;

/// The keys seen on each side.
pub struct BloomPair {
    one: Vec<u64>,
    other: Vec<u64>,
    bits: usize,
}

impl BloomPair {
    /// Bits for each key: about one key in eight passes wrongly.
    const BITS_PER_KEY: usize = 8;

    /// For about `keys` keys.
    pub fn new(keys: usize) -> Self {
        let bits = (keys * Self::BITS_PER_KEY).next_power_of_two().max(64);
        Self { one: vec![0; bits / 64], other: vec![0; bits / 64], bits }
    }

    /// Notes that a key occurs on a side.
    #[inline]
    pub fn insert(&mut self, key: &impl Hash, side: Side) {
        let (word, bit) = self.place(key);
        if side.faces(Side::Other) {
            self.one[word] |= bit;
        }
        if side.faces(Side::One) {
            self.other[word] |= bit;
        }
    }

    /// Whether a key may occur on both sides.
    #[inline]
    pub fn may_be_on_both(&self, key: &impl Hash) -> bool {
        let (word, bit) = self.place(key);
        self.one[word] & self.other[word] & bit != 0
    }

    #[inline]
    fn place(&self, key: &impl Hash) -> (usize, u64) {
        #[expect(clippy::cast_possible_truncation, reason = "any bits of the hash will do")]
        let place = FxBuildHasher.hash_one(key) as usize & (self.bits - 1);
        (place / 64, 1 << (place % 64))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// No key that is on both sides is filtered out.
        #[test]
        fn what_is_on_both_sides_passes(seen in proptest::collection::vec((0u32..40, 0u8..3), 0..60), keys in 0usize..10) {
            let side = |number: u8| [Side::One, Side::Other, Side::Both][usize::from(number)];
            let mut filters = BloomPair::new(keys);
            for (key, number) in &seen {
                filters.insert(key, side(*number));
            }
            let on = |key: u32, facing: Side| seen.iter().any(|(seen, number)| *seen == key && side(*number).faces(facing));
            for key in 0..40 {
                prop_assert!(filters.may_be_on_both(&key) || !(on(key, Side::One) && on(key, Side::Other)));
            }
        }
    }

    #[test]
    fn most_of_the_rest_is_held_back() {
        let mut filters = BloomPair::new(2000);
        for key in 0u32..1000 {
            filters.insert(&key, Side::One);
            filters.insert(&(key + 1000), Side::Other);
        }
        let passed = (0u32..2000).filter(|key| filters.may_be_on_both(key)).count();
        assert!(passed < 500, "{passed} of 2000 pass");
    }
}
