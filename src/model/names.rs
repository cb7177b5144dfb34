//! Many strings in one allocation, with or without finding them again by text.

use std::hash::BuildHasher;

use hashbrown::HashTable;
use rustc_hash::FxBuildHasher;

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

/// Interned strings: equal text gets the same row. Always compares text, never hashes alone.
#[derive(Debug, Clone, Default)]
pub struct Names {
    strings: Strings,
    rows: HashTable<u32>,
}

impl Names {
    /// The row of `name`, added if it is new.
    pub fn intern(&mut self, name: &str) -> usize {
        let hash = FxBuildHasher.hash_one(name);
        let strings = &mut self.strings;
        if let Some(row) = self.rows.find(hash, |row| strings.get(*row as usize) == name) {
            return *row as usize;
        }
        let row = strings.push(name);
        let key = u32::try_from(row).unwrap_or(u32::MAX);
        self.rows.insert_unique(hash, key, |row| FxBuildHasher.hash_one(strings.get(*row as usize)));
        row
    }

    /// The row of `name`, if it is there.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<usize> {
        let hash = FxBuildHasher.hash_one(name);
        self.rows.find(hash, |row| self.strings.get(*row as usize) == name).map(|row| *row as usize)
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
