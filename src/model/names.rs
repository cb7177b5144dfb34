//! Many strings in one allocation, with or without finding them again by text.

use prefetch_index::prefetch_index;

use super::Mentions;
use super::name_table::{NameKey, NameTable};

/// A list of strings that lie one after the other in memory: claim ids and statements, which are many and short.
#[derive(Debug, Clone, Default)]
pub struct Strings {
    text: String,
    ends: Vec<usize>,
}

impl Strings {
    /// Adds a string and gives its row.
    pub fn push(&mut self, text: &str) -> usize {
        self.text.push_str(text);
        self.ends.push(self.text.len());
        self.ends.len() - 1
    }

    /// Adds empty strings until there are `length`.
    pub fn pad(&mut self, length: usize) {
        self.ends.resize(length.max(self.ends.len()), self.text.len());
    }

    /// The string of a row; empty for a row that does not exist.
    #[must_use]
    pub fn get(&self, row: usize) -> &str {
        self.ends.get(row).map_or("", |end| &self.text[self.start(row)..*end])
    }

    #[inline]
    fn start(&self, row: usize) -> usize {
        if row == 0 { 0 } else { self.ends.get(row - 1).copied().unwrap_or(0) }
    }

    /// Asks memory for where the string of a row stands. Changes nothing but the time, as [`Self::prefetch_text`], which
    /// is for when that has come.
    #[inline]
    pub fn prefetch(&self, row: usize) {
        prefetch_index(&self.ends, row.saturating_sub(1));
    }

    /// Asks memory for the string of a row.
    #[inline]
    pub fn prefetch_text(&self, row: usize) {
        prefetch_index(self.text.as_bytes(), self.start(row));
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// All strings, in order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|row| self.get(row))
    }

    /// Moves all of `other` to the end.
    pub fn append(&mut self, other: &mut Self) {
        let offset = self.text.len();
        self.text.push_str(&other.text);
        self.ends.extend(other.ends.iter().map(|end| end + offset));
        other.clear();
    }

    /// Forgets all, keeping the memory.
    pub fn clear(&mut self) {
        self.text.clear();
        self.ends.clear();
    }
}

/// Interned strings: equal text gets the same row. Never trusts a hash alone.
#[derive(Debug, Clone, Default)]
pub struct Names {
    strings: Strings,
    rows: NameTable,
}

impl Names {
    /// The row of `name`, added if it is new.
    pub fn intern(&mut self, name: &str) -> usize {
        self.intern_keyed(NameKey::of(name), name)
    }

    /// The rows of names that are mentioned, in their order, added where they are new.
    pub fn intern_mentions(&mut self, mentions: &Mentions, mut take: impl FnMut(usize)) {
        /// Memory is asked for so many names before it is needed: about as long as that takes.
        const AHEAD: usize = 64;
        let mut long = mentions.long();
        let mut room = [0; NameKey::LONGEST];
        for (number, key) in mentions.keys().iter().enumerate() {
            if let Some(later) = mentions.keys().get(number + AHEAD) {
                self.rows.prefetch(*later);
            }
            let row = if key.is_hash() {
                long.next().map(|name| self.intern_keyed(*key, name))
            } else {
                // Most were mentioned before, which the key is enough to see.
                self.rows.find(*key, |_| true).or_else(|| Some(self.add(*key, key.name(&mut room)?)))
            };
            debug_assert!(row.is_some(), "each key says its name, or has one among the long ones");
            take(row.unwrap_or_default());
        }
    }

    /// The row of the name with this key, added if it is new.
    fn intern_keyed(&mut self, key: NameKey, name: &str) -> usize {
        let strings = &self.strings;
        if let Some(row) = self.rows.find(key, |row| strings.get(row) == name) {
            return row;
        }
        self.add(key, name)
    }

    fn add(&mut self, key: NameKey, name: &str) -> usize {
        let row = self.strings.push(name);
        self.rows.insert(key, row);
        row
    }

    /// The row of `name`, if it is there.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<usize> {
        self.rows.find(NameKey::of(name), |row| self.strings.get(row) == name)
    }

    /// The name of a row.
    #[must_use]
    pub fn get(&self, row: usize) -> &str {
        self.strings.get(row)
    }

    /// Asks memory for where the name of a row stands; see [`Strings::prefetch`].
    #[inline]
    pub fn prefetch(&self, row: usize) {
        self.strings.prefetch(row);
    }

    /// Asks memory for the name of a row.
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
