//! Finds the rows of names by keys that, for short names, are the names themselves.
//!
//! Of a large table most of the time goes into waiting for memory here, three times a claim. So a name is found by reading
//! one place of one list, which memory can be asked for long before. A general hash table reads two places, of which the
//! second depends on the first, and then the text.

use std::hash::BuildHasher;

use prefetch_index::prefetch_index;
use rustc_hash::FxBuildHasher;

/// What a name is looked up by. A short name is its own key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NameKey(u64);

impl NameKey {
    /// The longest name that is its own key.
    pub const LONGEST: usize = 8;
    /// The bits that mark a key as a hash: no text has a byte 0xff.
    const IS_HASH: u64 = 0xff << 56;

    /// The key of `name`.
    #[must_use]
    #[inline]
    pub fn of(name: &str) -> Self {
        let bytes = name.as_bytes();
        // A zero at the end could not be told from no byte at all.
        if bytes.len() > Self::LONGEST || bytes.last() == Some(&0) {
            return Self(FxBuildHasher.hash_one(name) | Self::IS_HASH);
        }
        if let (Some(head), Some(tail)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
            // Where the two overlap, they say the same.
            let tail = u64::from(u32::from_le_bytes(*tail)) << (8 * (bytes.len() - 4));
            return Self(u64::from(u32::from_le_bytes(*head)) | tail);
        }
        Self(bytes.iter().rev().fold(0, |key, byte| key << 8 | u64::from(*byte)))
    }

    /// The name, if the key says it: its bytes in `room`.
    #[inline]
    pub fn name(self, room: &mut [u8; Self::LONGEST]) -> Option<&str> {
        if self.is_hash() {
            return None;
        }
        *room = self.0.to_le_bytes();
        // Behind the name there is nothing, and it does not end with a zero.
        let length = Self::LONGEST - self.0.leading_zeros() as usize / 8;
        std::str::from_utf8(&room[..length]).ok()
    }

    /// Whether two names with this key may still differ.
    #[inline]
    pub fn is_hash(self) -> bool {
        self.0 & Self::IS_HASH == Self::IS_HASH
    }

    /// Mixes all bits into all others: both halves of the product with an odd number.
    #[inline]
    fn mixed(self) -> usize {
        let product = u128::from(self.0 ^ 0x9e37_79b9_7f4a_7c15) * 0xd6e8_feb8_6659_fd93;
        #[expect(clippy::cast_possible_truncation, reason = "the halves are what is wanted")]
        let (low, high) = (product as usize, (product >> 64) as usize);
        low ^ high
    }
}

/// A place of the list: key and row as three halves of a word, because aligned they would take four.
#[derive(Debug, Clone, Copy)]
struct Slot {
    low: u32,
    high: u32,
    row: u32,
}

impl Slot {
    /// An empty place.
    const NONE: Self = Self { low: 0, high: 0, row: u32::MAX };

    #[inline]
    fn new(key: NameKey, row: usize) -> Self {
        #[expect(clippy::cast_possible_truncation, reason = "both halves are kept")]
        let (low, high) = (key.0 as u32, (key.0 >> 32) as u32);
        Self { low, high, row: u32::try_from(row).unwrap_or(u32::MAX) }
    }

    #[inline]
    fn key(self) -> NameKey {
        NameKey(u64::from(self.high) << 32 | u64::from(self.low))
    }

    #[inline]
    fn is_none(self) -> bool {
        self.row == u32::MAX
    }
}

/// The rows of names. A name stands in the first free place from the one that its key comes to.
#[derive(Debug, Clone, Default)]
pub struct NameTable {
    /// As many as a power of two, or none.
    places: Vec<Slot>,
    used: usize,
}

impl NameTable {
    const SMALLEST: usize = 16;

    #[inline]
    fn place(&self, key: NameKey) -> usize {
        key.mixed() & self.places.len().wrapping_sub(1)
    }

    /// Asks memory for the place of a name that will be looked up soon. Changes nothing but the time.
    #[inline]
    pub fn prefetch(&self, key: NameKey) {
        prefetch_index(&self.places, self.place(key));
    }

    /// The row of the name with this key; `is_it` says whether a row is that of the name, where the key leaves a doubt.
    #[inline]
    pub fn find(&self, key: NameKey, is_it: impl Fn(usize) -> bool) -> Option<usize> {
        let mut at = self.place(key);
        loop {
            let found = *self.places.get(at)?;
            if found.is_none() {
                return None;
            }
            if found.key() == key && (!key.is_hash() || is_it(found.row as usize)) {
                return Some(found.row as usize);
            }
            at = (at + 1) & (self.places.len() - 1);
        }
    }

    /// Adds a name that is not there.
    pub fn insert(&mut self, key: NameKey, row: usize) {
        // In a list that is fuller than this too many names stand somewhere else than they should.
        if self.used >= self.places.len() / 2 {
            let larger = (self.places.len() * 2).max(Self::SMALLEST);
            let places = std::mem::replace(&mut self.places, vec![Slot::NONE; larger]);
            for taken in places.into_iter().filter(|place| !place.is_none()) {
                self.put(taken);
            }
        }
        self.put(Slot::new(key, row));
        self.used += 1;
    }

    fn put(&mut self, slot: Slot) {
        let mut at = self.place(slot.key());
        while !self.places[at].is_none() {
            at = (at + 1) & (self.places.len() - 1);
        }
        self.places[at] = slot;
    }
}
