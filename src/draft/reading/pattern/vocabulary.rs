//! The words of all patterns of a set as small numbers, and which of them a word of a sentence is.

use std::collections::{HashMap, HashSet};

use rustc_hash::FxBuildHasher;

use crate::draft::segmentation::{Token, TokenKind, tokenize, word_hash};
use crate::model::PatternWord;

/// A word of patterns: exact, or with any letters before or behind.
pub type WordClass = u32;

/// The class of all function words.
pub const FUNCTION: WordClass = 1;

/// The class of all adverbs that an ending tells.
pub const ADVERB: WordClass = 2;

/// The class of "and" and its like.
pub const COORDINATOR: WordClass = 3;

/// The class of nouns like "company", which may follow a name that an article precedes.
pub const KIND: WordClass = 4;

/// The class of nouns like "servers", which may stand beside a name and mean who has them.
pub const BELONGING: WordClass = 5;

/// The letters by which words with open ends are found.
const KEY: usize = 3;

/// All words of a set of patterns.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    exact: HashMap<u64, WordClass, FxBuildHasher>,
    /// Words with open ends by their first or last letters.
    open: HashMap<u64, Vec<OpenWord>, FxBuildHasher>,
    /// Words with both ends open: few, and looked for in every word.
    inner: Vec<OpenWord>,
    /// Endings that a word may carry and stay the same.
    suffixes: Vec<String>,
    /// Words that describe no noun.
    function: HashSet<u64, FxBuildHasher>,
    /// "And" and its like.
    coordinators: HashSet<u64, FxBuildHasher>,
    /// "Company" and its like.
    kinds: HashSet<u64, FxBuildHasher>,
    /// "Servers" and their like.
    belongings: HashSet<u64, FxBuildHasher>,
    /// Endings of adverbs.
    adverb_endings: Vec<String>,
    no_adverbs: Vec<u64>,
    count: WordClass,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct OpenWord {
    word: PatternWord,
    class: WordClass,
}

impl Vocabulary {
    /// An empty vocabulary of a language with these endings.
    #[must_use]
    pub fn new(suffixes: &[String]) -> Self {
        Self { suffixes: suffixes.to_vec(), count: BELONGING, ..Self::default() }
    }

    /// Words that describe no noun, words that join, nouns of kind and of belongings, endings of adverbs, and words that only end so.
    pub fn grammar<'a>(
        &mut self,
        function: impl Iterator<Item = &'a str>,
        coordinators: &[String],
        [kinds, belongings]: [&[String]; 2],
        [adverb_endings, no_adverbs]: [&[String]; 2],
    ) {
        self.function = function.map(word_hash).collect();
        self.coordinators = coordinators.iter().map(|word| word_hash(word)).collect();
        self.kinds = kinds.iter().map(|word| word_hash(word)).collect();
        self.belongings = belongings.iter().map(|word| word_hash(word)).collect();
        self.adverb_endings = adverb_endings.to_vec();
        self.no_adverbs = no_adverbs.iter().map(|word| word_hash(word)).collect();
    }

    /// The number of an exact word, added if it is new.
    pub fn word(&mut self, letters: &str) -> WordClass {
        let count = &mut self.count;
        *self.exact.entry(word_hash(letters)).or_insert_with(|| {
            *count += 1;
            *count
        })
    }

    /// The number of a word with open ends, added if it is new.
    fn open_word(&mut self, letters: &str, any_start: bool, any_end: bool) -> WordClass {
        let word = PatternWord { text: letters.to_lowercase().into(), any_start, any_end };
        // A word open at its start is found by its last letters, if those are fixed.
        let key = if any_start && !any_end { last(&word.text) } else { first(&word.text) };
        let row = match (any_start, any_end) {
            (true, true) => &mut self.inner,
            _ => self.open.entry(word_hash(key)).or_default(),
        };
        if let Some(known) = row.iter().find(|known| known.word == word) {
            return known.class;
        }
        self.count += 1;
        row.push(OpenWord { word, class: self.count });
        self.count
    }

    /// The numbers of a word of a pattern, which is cut like the words of a sentence, "non-exclusive" is two; added if they are new.
    pub fn classes_of(&mut self, word: &PatternWord) -> Vec<WordClass> {
        let mut tokens: Vec<Token> = Vec::new();
        tokenize(&word.text, 0..word.text.len(), &mut tokens);
        let last = tokens.len().saturating_sub(1);
        let class = |(at, token): (usize, &Token)| {
            let letters = token.text(&word.text);
            let any_start = word.any_start && at == 0 && token.kind == TokenKind::Word;
            let any_end = word.any_end && at == last && token.kind == TokenKind::Word;
            if any_start || any_end {
                self.open_word(letters, any_start, any_end)
            } else {
                self.word(letters)
            }
        };
        tokens.iter().enumerate().map(class).collect()
    }

    /// The classes of words that any sentence may have.
    pub fn common(&self) -> impl Iterator<Item = WordClass> {
        let hashes = self.function.iter().chain(&self.coordinators);
        hashes.filter_map(|hash| self.exact.get(hash)).copied()
    }

    /// Adds the numbers of all words of patterns that `word` is.
    pub fn classes(&self, word: &str, hash: u64, out: &mut Vec<WordClass>) {
        out.extend(self.exact.get(&hash));
        let lower = word.to_lowercase();
        if self.coordinators.contains(&hash) {
            out.push(COORDINATOR);
        } else if self.function.contains(&hash) {
            out.push(FUNCTION);
        } else if self.is_adverb(&lower) {
            out.push(ADVERB);
        }
        if self.kinds.contains(&hash) {
            out.push(KIND);
        }
        if self.belongings.contains(&hash) {
            out.push(BELONGING);
        }
        self.open_classes(&lower, out);
        for suffix in &self.suffixes {
            let Some(stem) = lower.strip_suffix(suffix.as_str()).filter(|stem| stem.chars().count() >= KEY)
            else {
                continue;
            };
            out.extend(self.exact.get(&word_hash(stem)));
        }
        out.sort_unstable();
        out.dedup();
    }

    fn is_adverb(&self, lower: &str) -> bool {
        let ends = |ending: &String| lower.len() > ending.len() + KEY && lower.ends_with(ending.as_str());
        self.adverb_endings.iter().any(ends) && !self.no_adverbs.contains(&word_hash(lower))
    }

    fn open_classes(&self, lower: &str, out: &mut Vec<WordClass>) {
        out.extend(self.inner.iter().filter(|open| open.word.fits(lower)).map(|open| open.class));
        for key in [first(lower), last(lower)] {
            let Some(row) = self.open.get(&word_hash(key)) else { continue };
            out.extend(row.iter().filter(|open| open.word.fits(lower)).map(|open| open.class));
        }
    }
}

/// The first few letters.
fn first(word: &str) -> &str {
    word.char_indices().nth(KEY).map_or(word, |(end, _)| &word[..end])
}

/// The last few letters.
fn last(word: &str) -> &str {
    word.char_indices().rev().nth(KEY - 1).map_or(word, |(start, _)| &word[start..])
}
