//! Names in the order in which a text mentions them, before anybody has looked them up.
//!
//! Several chunks of a text can be read at once, but who is new can only be said by one who comes along in the order of
//! the text. So readers write down mentions, and [`super::Register::intern_mentions`] makes ids of them.

use super::Strings;
use super::names::NameKey;

/// Mentions of names, numbered in their order.
#[derive(Debug, Clone, Default)]
pub struct Mentions {
    keys: Vec<NameKey>,
    /// The names whose keys do not say them.
    long: Strings,
}

impl Mentions {
    /// Adds one and gives its number.
    #[inline]
    pub fn push(&mut self, name: &str) -> usize {
        let key = NameKey::of(name);
        if key.is_hash() {
            self.long.push(name);
        }
        self.keys.push(key);
        self.keys.len() - 1
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// The keys of all, by number.
    pub(super) fn keys(&self) -> &[NameKey] {
        &self.keys
    }

    /// The names that are longer than what a key can hold, in the order of their mentions.
    pub(super) fn long(&self) -> impl Iterator<Item = &str> {
        self.long.iter()
    }

    /// Clears all, keeping the memory.
    pub fn clear(&mut self) {
        self.keys.clear();
        self.long.clear();
    }
}
