//! Finds phrases among the tokens of a text, the longest first.
//!
//! Compares hashes of words, so case and hyphens between words make no difference. Knows no meaning.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use rustc_hash::FxBuildHasher;

use super::{Token, tokenize};

/// Words by their hashes.
pub type WordSet = HashSet<u64, FxBuildHasher>;

/// Phrases, each with what it means; a phrase may mean several things.
#[derive(Debug, Clone)]
pub struct Phrases<T> {
    entries: HashMap<u64, Vec<PhraseEntry<T>>, FxBuildHasher>,
}

/// A phrase after its first token.
#[derive(Debug, Clone)]
struct PhraseEntry<T> {
    rest: Box<[u64]>,
    means: T,
}

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Self { entries: HashMap::default() }
    }
}

impl<T: Copy> Phrases<T> {
    /// Adds a phrase; one without words is left out.
    pub fn add(&mut self, phrase: &str, means: T) {
        let mut tokens = Vec::new();
        // A word in front, which is left out again: `'s` is a token only after one.
        let front = usize::from(phrase.starts_with('\''));
        let behind = if front > 0 { Cow::Owned(format!("x{phrase}")) } else { Cow::Borrowed(phrase) };
        tokenize(&behind, 0..behind.len(), &mut tokens);
        let mut hashes = tokens.iter().skip(front).map(|token| token.hash);
        let Some(first) = hashes.next() else { return };
        self.entries.entry(first).or_default().push(PhraseEntry { rest: hashes.collect(), means });
    }

    /// Adds several phrases that mean the same.
    pub fn add_all<'p>(&mut self, phrases: impl IntoIterator<Item = &'p String>, means: T) {
        phrases.into_iter().for_each(|phrase| self.add(phrase, means));
    }

    /// Adds pairs of phrases that belong together; those that share the first one share a number, which `means` is given.
    pub fn add_pairs(&mut self, pairs: &[(String, String)], means: impl Fn(u16) -> (T, T)) {
        let mut groups: HashMap<&str, u16> = HashMap::new();
        for (first, second) in pairs {
            let next = u16::try_from(groups.len()).unwrap_or(u16::MAX);
            let group = *groups.entry(first).or_insert_with(|| {
                self.add(first, means(next).0);
                next
            });
            self.add(second, means(group).1);
        }
    }

    /// Whether any phrase begins with this token.
    #[must_use]
    pub fn begins(&self, token: &Token) -> bool {
        self.entries.contains_key(&token.hash)
    }

    /// The hashes of the tokens that phrases with a `wanted` meaning begin with.
    pub fn firsts(&self, wanted: impl Fn(T) -> bool) -> WordSet {
        let is_wanted = |entries: &[PhraseEntry<T>]| entries.iter().any(|entry| wanted(entry.means));
        self.entries.iter().filter(|(_, entries)| is_wanted(entries)).map(|(first, _)| *first).collect()
    }

    /// The hashes of the tokens that they end with.
    pub fn lasts(&self, wanted: impl Fn(T) -> bool) -> WordSet {
        let all =
            self.entries.iter().flat_map(|(first, entries)| entries.iter().map(move |entry| (first, entry)));
        let of_wanted = all.filter(|(_, entry)| wanted(entry.means));
        of_wanted.map(|(first, entry)| *entry.rest.last().unwrap_or(first)).collect()
    }

    /// For the hash of each token that a phrase begins with, the bits of what those phrases mean.
    pub fn bits(&self, bit: impl Fn(T) -> u128) -> HashMap<u64, u128, FxBuildHasher> {
        let bits = |entries: &[PhraseEntry<T>]| entries.iter().fold(0, |bits, entry| bits | bit(entry.means));
        self.entries.iter().map(|(first, entries)| (*first, bits(entries))).collect()
    }

    /// Calls `found` with the token after each phrase that is at `at`, and its meaning.
    pub fn each(&self, tokens: &[Token], at: usize, mut found: impl FnMut(usize, T)) {
        let entries = tokens.get(at).and_then(|token| self.entries.get(&token.hash));
        for entry in entries.into_iter().flatten() {
            let end = at + 1 + entry.rest.len();
            let behind = tokens.get(at + 1..end).unwrap_or_default();
            if behind.len() == entry.rest.len()
                && behind.iter().map(|token| token.hash).eq(entry.rest.iter().copied())
            {
                found(end, entry.means);
            }
        }
    }

    /// The longest phrase at `at` whose meaning is picked: the token after it, and what `pick` made of it. Of phrases
    /// as long as each other, the one added first.
    pub fn longest<U>(
        &self,
        tokens: &[Token],
        at: usize,
        pick: impl Fn(T) -> Option<U>,
    ) -> Option<(usize, U)> {
        let entries = self.entries.get(&tokens.get(at)?.hash)?;
        let mut best: Option<(usize, U)> = None;
        for entry in entries {
            let end = at + 1 + entry.rest.len();
            if best.as_ref().is_some_and(|(longest, _)| *longest >= end) {
                continue;
            }
            let Some(behind) = tokens.get(at + 1..end) else { continue };
            if behind.iter().map(|token| token.hash).eq(entry.rest.iter().copied())
                && let Some(found) = pick(entry.means)
            {
                best = Some((end, found));
            }
        }
        best
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_of_what_is_picked() {
        let mut phrases = Phrases::default();
        for (phrase, means) in [("as", 1), ("as of", 2), ("As Of", 3), ("'s", 4), ("s.d.", 5), ("", 6)] {
            phrases.add(phrase, means);
        }
        let text = "as of X's s.d.";
        let mut tokens = Vec::new();
        tokenize(text, 0..text.len(), &mut tokens);
        assert_eq!(phrases.longest(&tokens, 0, Some), Some((2, 2)));
        assert_eq!(phrases.longest(&tokens, 0, |means| (means != 2).then_some(means)), Some((2, 3)));
        assert_eq!(phrases.longest(&tokens, 0, |means| (means == 1).then_some(means)), Some((1, 1)));
        assert_eq!(phrases.longest(&tokens, 3, Some), Some((4, 4)));
        assert_eq!(phrases.longest(&tokens, 4, Some), Some((8, 5)));
        assert_eq!(phrases.longest(&tokens, 9, Some), None);
    }
}
