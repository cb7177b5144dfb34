//! Tells of most keys, without sorting them, that they do not occur on both sides of a law. Of those that remain a few
//! do not either: these are two Bloom filters (Bloom 1970), one for each side, with one hash.

use std::hash::{BuildHasher, Hash};

use rustc_hash::FxBuildHasher;

use crate::graph::Side;

/// What was seen on each side.
pub struct Sieve {
    one: Vec<u64>,
    other: Vec<u64>,
    places: usize,
}

impl Sieve {
    /// So many places for each key let about one in eight pass that should not.
    const PLACES_PER_KEY: usize = 8;

    /// For about `keys` keys.
    pub fn new(keys: usize) -> Self {
        let places = (keys * Self::PLACES_PER_KEY).next_power_of_two().max(64);
        Self { one: vec![0; places / 64], other: vec![0; places / 64], places }
    }

    /// Notes that a key occurs on a side.
    #[inline]
    pub fn note(&mut self, key: &impl Hash, side: Side) {
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
    pub fn is_perhaps_on_both(&self, key: &impl Hash) -> bool {
        let (word, bit) = self.place(key);
        self.one[word] & self.other[word] & bit != 0
    }

    #[inline]
    fn place(&self, key: &impl Hash) -> (usize, u64) {
        #[expect(clippy::cast_possible_truncation, reason = "any bits of the hash will do")]
        let place = FxBuildHasher.hash_one(key) as usize & (self.places - 1);
        (place / 64, 1 << (place % 64))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// Nothing that is on both sides is held back.
        #[test]
        fn what_is_on_both_sides_passes(seen in proptest::collection::vec((0u32..40, 0u8..3), 0..60), keys in 0usize..10) {
            let side = |number: u8| [Side::One, Side::Other, Side::Both][usize::from(number)];
            let mut sieve = Sieve::new(keys);
            for (key, number) in &seen {
                sieve.note(key, side(*number));
            }
            let on = |key: u32, facing: Side| seen.iter().any(|(seen, number)| *seen == key && side(*number).faces(facing));
            for key in 0..40 {
                prop_assert!(sieve.is_perhaps_on_both(&key) || !(on(key, Side::One) && on(key, Side::Other)));
            }
        }
    }

    #[test]
    fn most_of_the_rest_is_held_back() {
        let mut sieve = Sieve::new(2000);
        for key in 0u32..1000 {
            sieve.note(&key, Side::One);
            sieve.note(&(key + 1000), Side::Other);
        }
        let passed = (0u32..2000).filter(|key| sieve.is_perhaps_on_both(key)).count();
        assert!(passed < 500, "{passed} of 2000 pass");
    }
}
