//! Many strings in one allocation, with or without finding them again by text.

use super::name_table::{Guess, NameKey, NameTable};

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
        let start = if row == 0 { 0 } else { self.ends.get(row - 1).copied().unwrap_or(0) };
        self.ends.get(row).map_or("", |end| &self.text[start..*end])
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

    /// Adds all of `other` at the end.
    pub fn append(&mut self, other: &Self) {
        let offset = self.text.len();
        self.text.push_str(&other.text);
        self.ends.extend(other.ends.iter().map(|end| end + offset));
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
        let key = NameKey::of(name);
        self.intern_guessed(key, self.rows.guess(key), name)
    }

    /// Where names probably stand: asked for many at once, so that the memory of all of them is waited for together.
    pub fn guesses(&self, keys: &[NameKey]) -> Vec<Guess> {
        keys.iter().map(|key| self.rows.guess(*key)).collect()
    }

    /// The row of the name with this key, added if it is new; `guess` may be from before other names were added.
    #[inline]
    pub fn intern_guessed(&mut self, key: NameKey, guess: Guess, name: &str) -> usize {
        if let Some(row) = guess.row_if(key) {
            return row;
        }
        let strings = &self.strings;
        if let Some(row) = self.rows.find(key, |row| strings.get(row) == name) {
            return row;
        }
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
    }
}
