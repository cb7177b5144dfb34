//! Whether a word is among many, by one bit for its hash: says no for most others without a trip to memory.
//!
//! It says yes for some that are not: who asks looks them up afterwards.

/// One bit for each of many hashes.
#[derive(Debug, Default)]
pub struct HashFilter {
    /// A power of two of them, or none.
    bits: Vec<u64>,
}

impl HashFilter {
    /// An empty one with room for so many hashes.
    #[must_use]
    pub fn with_room(count: usize) -> Self {
        /// Of a word that is not there one in this many seems to be, at most.
        const SPARE: usize = 16;
        /// Fewer bits spare nothing.
        const LEAST: usize = 4096;
        Self { bits: vec![0; (count * SPARE).next_power_of_two().max(LEAST) / 64] }
    }

    /// Adds a hash.
    pub fn add(&mut self, hash: u64) {
        let (slot, bit) = self.place(hash);
        if let Some(bits) = self.bits.get_mut(slot) {
            *bits |= bit;
        }
    }

    /// Whether a hash may have been added.
    #[inline]
    #[must_use]
    pub fn may_have(&self, hash: u64) -> bool {
        let (slot, bit) = self.place(hash);
        self.bits.get(slot).is_some_and(|bits| bits & bit != 0)
    }

    #[inline]
    fn place(&self, hash: u64) -> (usize, u64) {
        let at = (hash >> 32) as usize;
        ((at / 64) & self.bits.len().wrapping_sub(1), 1 << (at % 64))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens::word_hash;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_was_added_is_there(words in proptest::collection::vec("[a-z]{1,6}", 0..200)) {
            let mut filter = HashFilter::with_room(words.len());
            words.iter().for_each(|word| filter.add(word_hash(word)));
            prop_assert!(words.iter().all(|word| filter.may_have(word_hash(word))));
        }
    }

    #[test]
    fn most_others_are_not() {
        let mut filter = HashFilter::with_room(1000);
        (0..1000).for_each(|number| filter.add(word_hash(&format!("in{number}"))));
        let seem = (0..10_000).filter(|number| filter.may_have(word_hash(&format!("out{number}")))).count();
        assert!(seem < 10_000 / 10, "{seem}");
        assert!(!HashFilter::default().may_have(word_hash("any")));
    }
}
