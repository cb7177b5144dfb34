//! Many short strings in one allocation.

use super::prefetch;

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

    /// Prefetches the place of the string of a row. Changes nothing but the time, as [`Self::prefetch_text`], which
    /// is for when that has come.
    #[inline]
    pub fn prefetch(&self, row: usize) {
        prefetch(&self.ends, row.saturating_sub(1));
    }

    /// Prefetches the string of a row.
    #[inline]
    pub fn prefetch_text(&self, row: usize) {
        prefetch(self.text.as_bytes(), self.start(row));
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

    /// Clears all, keeping the memory.
    pub fn clear(&mut self) {
        self.text.clear();
        self.ends.clear();
    }
}
