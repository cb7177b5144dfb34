//! Interning: equal names get the same row.

use std::hash::BuildHasher;

use hashbrown::HashTable;
use hashbrown::hash_table::Entry;
use rustc_hash::FxBuildHasher;

use super::{Mentions, Strings};

/// What a name is looked up by. A name of up to eight bytes is its own key, so that most names are found without reading
/// their text, which would be one more wait for memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NameKey(u64);

impl NameKey {
    /// The longest name that is its own key.
    pub const LONGEST: usize = 8;
    /// The bits that mark a key as a hash: no text has a byte 0xff.
    const IS_HASH: u64 = 0xff << 56;

    /// The key of `name`.
    #[inline]
    pub fn of(name: &str) -> Self {
        let bytes = name.as_bytes();
        // A zero at the end could not be distinguished from no byte at all.
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

    /// The name, if the key says it: its bytes in `buffer`.
    #[inline]
    pub fn name(self, buffer: &mut [u8; Self::LONGEST]) -> Option<&str> {
        if self.is_hash() {
            return None;
        }
        *buffer = self.0.to_le_bytes();
        // After the name there is nothing, and it does not end with a zero.
        let length = Self::LONGEST - self.0.leading_zeros() as usize / 8;
        std::str::from_utf8(&buffer[..length]).ok()
    }

    /// Whether two names with this key may still differ.
    #[inline]
    pub fn is_hash(self) -> bool {
        self.0 & Self::IS_HASH == Self::IS_HASH
    }

    #[inline]
    fn hash(self) -> u64 {
        FxBuildHasher.hash_one(self.0)
    }
}

/// Interned strings: equal text gets the same row. Never trusts a hash alone.
#[derive(Debug, Clone, Default)]
pub struct Names {
    strings: Strings,
    rows: HashTable<(NameKey, u32)>,
}

impl Names {
    /// The row of `name`, added if it is new.
    pub fn intern(&mut self, name: &str) -> usize {
        self.intern_keyed(NameKey::of(name), name)
    }

    /// The rows of names that are mentioned, in their order, added where they are new.
    pub fn intern_mentions(&mut self, mentions: &Mentions, mut take: impl FnMut(usize)) {
        let mut long = mentions.long();
        let mut buffer = [0; NameKey::LONGEST];
        for key in mentions.keys() {
            // Most short names were mentioned before, which the key is enough to see.
            if !key.is_hash()
                && let Some((_, row)) = self.rows.find(key.hash(), |(other, _)| other == key)
            {
                take(*row as usize);
                continue;
            }
            let name = if key.is_hash() { long.next() } else { key.name(&mut buffer) };
            debug_assert!(name.is_some(), "each key says its name, or has one among the long ones");
            take(self.intern_keyed(*key, name.unwrap_or_default()));
        }
    }

    /// The row of the name with this key, added if it is new.
    #[inline]
    fn intern_keyed(&mut self, key: NameKey, name: &str) -> usize {
        let Self { strings, rows } = self;
        let same = |(other, row): &(NameKey, u32)| {
            *other == key && (!key.is_hash() || strings.get(*row as usize) == name)
        };
        match rows.entry(key.hash(), same, |(key, _)| key.hash()) {
            Entry::Occupied(found) => found.get().1 as usize,
            Entry::Vacant(vacant) => {
                let row = strings.push(name);
                vacant.insert((key, u32::try_from(row).unwrap_or(u32::MAX)));
                row
            }
        }
    }

    /// The row of `name`, if it is there.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<usize> {
        let key = NameKey::of(name);
        let same = |(other, row): &(NameKey, u32)| {
            *other == key && (!key.is_hash() || self.strings.get(*row as usize) == name)
        };
        self.rows.find(key.hash(), same).map(|(_, row)| *row as usize)
    }

    /// The name of a row.
    #[must_use]
    pub fn get(&self, row: usize) -> &str {
        self.strings.get(row)
    }

    /// Prefetches the place of the name of a row; see [`Strings::prefetch`].
    #[inline]
    pub fn prefetch(&self, row: usize) {
        self.strings.prefetch(row);
    }

    /// Prefetches the name of a row.
    #[inline]
    pub fn prefetch_text(&self, row: usize) {
        self.strings.prefetch_text(row);
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.strings.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.strings.is_empty()
    }

    /// All names, in the order of their rows.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.strings.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// Equal keys of short names mean equal names, and no name is taken for another.
        #[test]
        fn names_are_told_apart(names in proptest::collection::vec("[ab\u{0}é]{0,10}", 0..60)) {
            let mut interned = Names::default();
            let rows: Vec<usize> = names.iter().map(|name| interned.intern(name)).collect();
            for (name, row) in names.iter().zip(&rows) {
                prop_assert_eq!(interned.get(*row), name);
                prop_assert_eq!(interned.find(name), Some(*row));
                prop_assert!(names.iter().zip(&rows).all(|(other, at)| (other == name) == (at == row)));
            }
        }

        /// Looking up many at once gives the rows that looking up one after the other gives.
        #[test]
        fn mentions_are_interned_in_their_order(
            known in proptest::collection::vec("[ab\u{0}é]{0,10}", 0..20),
            names in proptest::collection::vec("[a-cé]{1,3}|[ab\u{0}é]{0,10}", 0..120),
        ) {
            let mut one_by_one = Names::default();
            for name in &known {
                one_by_one.intern(name);
            }
            let mut at_once = one_by_one.clone();
            let mut mentions = Mentions::default();
            for (number, name) in names.iter().enumerate() {
                prop_assert_eq!(mentions.push(name), number);
            }
            let mut rows = Vec::new();
            at_once.intern_mentions(&mentions, |row| rows.push(row));
            prop_assert_eq!(rows, names.iter().map(|name| one_by_one.intern(name)).collect::<Vec<_>>());
            prop_assert!(at_once.iter().eq(one_by_one.iter()));
        }
    }
}
