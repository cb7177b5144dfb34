//! The index of all names of all entities: each name is anchored at the one of its words that is rarest among the names, so that
//! the cost of a text hardly grows with their number.

use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::Hasher;

use rustc_hash::{FxBuildHasher, FxHasher};

use super::EntityMention;
use super::shared_names::{NameScope, tell_apart};
use super::suffix_filter::SuffixFilter;
use crate::draft::segmentation::{HashFilter, Token, tokenize, word_hash};
use crate::model::{Base, Confidence, EntityId};

/// All names of all entities.
#[derive(Debug, Default)]
pub struct MentionIndex {
    /// The words that anchor some name.
    anchors: HashFilter,
    /// By hash of the word that anchors names: their entries, one after the other.
    table: HashMap<u64, (u32, u32), FxBuildHasher>,
    entries: Vec<IndexEntry>,
    pub(super) names: Vec<Name>,
    words: Vec<Word>,
    /// Endings that a name may carry: `nya`.
    pub(super) suffixes: Vec<String>,
    /// The last bytes of words that may carry one.
    pub(super) suffix_filter: SuffixFilter,
}

/// A name at its anchor, with enough of the word beside it to rule out most other places.
#[derive(Debug, Clone, Copy)]
struct IndexEntry {
    name: u32,
    /// Which of the name's words it is.
    word: u32,
    /// Half the hash of the word after that one, or else before it.
    beside: u32,
    /// Which word that is; the word itself if the name has no other.
    beside_word: u32,
}

/// A name: its words and the entity.
#[derive(Debug, Clone, Copy)]
pub(super) struct Name {
    pub(super) first: u32,
    pub(super) count: u32,
    pub(super) entity: EntityId,
    /// A hash of its words in small letters.
    pub(super) hash: u64,
    pub(super) scope: NameScope,
}

/// A word of a name.
#[derive(Debug, Clone)]
struct Word {
    hash: u64,
    letters: String,
    case: Case,
}

/// How the letters of a word must be in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Case {
    /// In any case: "OpenAI", "openai", and words of longer names.
    Any,
    /// With a capital first, because in small letters it may be a common word: "Azure", "Oracle".
    Capital,
    /// Exactly as written: acronyms of two or three letters.
    Exact,
}

impl MentionIndex {
    /// Indexes all names of all entities of `base`.
    #[must_use]
    pub fn new(base: &Base) -> Self {
        let mut index = Self::default();
        for pack in &base.languages {
            index.suffixes.extend(
                pack.suffixes.iter().filter(|suffix| suffix.chars().all(char::is_alphabetic)).cloned(),
            );
        }
        index.suffixes.sort();
        index.suffixes.dedup();
        index.suffix_filter = SuffixFilter::of(&index.suffixes);
        let mut tokens = Vec::new();
        for (entity, record) in base.entities.described() {
            for (name, code) in record.names_by_language() {
                let language = code.and_then(|code| base.languages.iter().position(|pack| pack.code == code));
                let scope = language.map_or(NameScope::Everywhere, NameScope::Given);
                index.add(name, entity, scope, &mut tokens);
            }
            if record.name.is_none() {
                index.add(base.entities.id(entity), entity, NameScope::Everywhere, &mut tokens);
            }
        }
        for entity in base.entities.iter().filter(|id| base.entities.record(*id).is_none()) {
            index.add(base.entities.id(entity), entity, NameScope::Everywhere, &mut tokens);
        }
        tell_apart(&mut index.names);
        index.anchor();
        index
    }

    /// Whether no entity has a name.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    fn add(&mut self, name: &str, entity: EntityId, scope: NameScope, tokens: &mut Vec<Token>) {
        let name = if name.is_ascii() { Cow::Borrowed(name) } else { Cow::Owned(straight(name)) };
        tokenize(&name, 0..name.len(), tokens);
        if tokens.is_empty() || !tokens.iter().any(Token::is_wordy) {
            return;
        }
        let alone = tokens.len() == 1;
        let first = narrow(self.words.len());
        self.words.extend(tokens.iter().map(|token| {
            let letters = token.text(&name);
            let case = if alone { case(letters) } else { Case::Any };
            Word { hash: token.hash, letters: letters.to_owned(), case }
        }));
        let mut words = FxHasher::default();
        tokens.iter().for_each(|token| words.write_u64(token.hash));
        let hash = words.finish();
        self.names.push(Name { first, count: narrow(tokens.len()), entity, hash, scope });
    }

    /// Anchors each name at its rarest word.
    fn anchor(&mut self) {
        let mut uses: HashMap<u64, u32, FxBuildHasher> = HashMap::default();
        for word in &self.words {
            *uses.entry(word.hash).or_default() += 1;
        }
        self.anchors = HashFilter::with_room(self.names.len());
        let mut anchored: Vec<(u64, IndexEntry)> = Vec::with_capacity(self.names.len());
        let counted = |(_, name): &(usize, &Name)| name.scope != NameScope::Nowhere;
        for (number, name) in self.names.iter().enumerate().filter(counted) {
            let words = &self.words[name.first as usize..(name.first + name.count) as usize];
            let wordy =
                words.iter().enumerate().filter(|(_, word)| word.letters.starts_with(char::is_alphanumeric));
            let Some((at, word)) = wordy.min_by_key(|(at, word)| {
                // The pieces of "5.1" are everywhere. Of words that are equally rare among the names, one with a capital is
                // rarer elsewhere, then a longer one.
                let small = !word.letters.starts_with(char::is_uppercase);
                (
                    word.letters.contains('.'),
                    uses.get(&word.hash).copied(),
                    small,
                    std::cmp::Reverse(word.letters.len()),
                    *at,
                )
            }) else {
                continue;
            };
            // The quick look splits words at signs: "O'Reilly" is looked at closely where "Reilly" is.
            let pieces = word.letters.split(['\'', '.', ',']).filter(|piece| !piece.is_empty());
            for hash in pieces.map(word_hash).chain([word.hash]) {
                self.anchors.add(hash);
                self.table.entry(hash).or_default();
            }
            let beside_word = if at + 1 < words.len() { at + 1 } else { at.saturating_sub(1) };
            let beside = words.get(beside_word).map_or(0, |word| half(word.hash));
            let entry = IndexEntry {
                name: narrow(number),
                word: narrow(at),
                beside,
                beside_word: narrow(beside_word),
            };
            anchored.push((word.hash, entry));
        }
        anchored.sort_by_key(|(hash, _)| *hash);
        for run in anchored.chunk_by(|one, two| one.0 == two.0) {
            let start = narrow(self.entries.len());
            self.entries.extend(run.iter().map(|(_, entry)| *entry));
            self.table.insert(run[0].0, (start, narrow(self.entries.len())));
        }
    }

    /// Whether a word with this hash anchors some name; may say yes for others.
    #[must_use]
    pub(super) fn may_be_anchor(&self, hash: u64) -> bool {
        self.anchors.may_have(hash)
    }

    /// Whether a word with this hash anchors some name.
    #[must_use]
    pub(super) fn is_anchor(&self, hash: u64) -> bool {
        self.table.contains_key(&hash)
    }

    /// All names in a sentence in this language, by its number: of those that overlap, the longest, then the first. A name
    /// that several entities have is none.
    pub fn find(&self, text: &str, tokens: &[Token], language: Option<usize>, out: &mut Vec<EntityMention>) {
        out.clear();
        let mut weak = Vec::new();
        for (at, token) in tokens.iter().enumerate().filter(|(_, token)| token.is_wordy()) {
            if self.may_be_anchor(token.hash) {
                self.chain(text, tokens, (at, token.hash), language, out, &mut weak);
            }
            let word = token.text(text);
            if self.suffix_filter.may_end(word.as_bytes()) {
                for stem in self.stems(word) {
                    self.chain(text, tokens, (at, word_hash(stem)), language, out, &mut weak);
                }
            }
        }
        // A name in small letters, where it could be a common word, counts only beside one that cannot.
        if !out.is_empty() {
            out.append(&mut weak);
        }
        longest_first(out);
    }

    /// The word without each of the endings that it may carry.
    pub(super) fn stems<'a>(&'a self, word: &'a str) -> impl Iterator<Item = &'a str> {
        /// Shorter words are not names with an ending.
        const STEM: usize = 3;
        self.suffixes
            .iter()
            .filter_map(move |suffix| word.strip_suffix(suffix.as_str()).filter(|stem| stem.len() >= STEM))
    }

    fn chain(
        &self,
        text: &str,
        tokens: &[Token],
        (at, hash): (usize, u64),
        language: Option<usize>,
        out: &mut Vec<EntityMention>,
        weak: &mut Vec<EntityMention>,
    ) {
        let (first, last) = self.table.get(&hash).copied().unwrap_or_default();
        for entry in self.entries.get(first as usize..last as usize).unwrap_or_default() {
            let Some(start) = at.checked_sub(entry.word as usize) else { continue };
            let Some(beside) = tokens.get(start + entry.beside_word as usize) else { continue };
            // A last word may carry an ending.
            if half(beside.hash) != entry.beside && !self.suffix_filter.may_end(beside.text(text).as_bytes())
            {
                continue;
            }
            let name = self.names.get(entry.name as usize).filter(|name| name.scope.counts_in(language));
            let Some(name) = name else { continue };
            let end = start + name.count as usize;
            let Some(run) = tokens.get(start..end) else { continue };
            let words = &self.words[name.first as usize..(name.first + name.count) as usize];
            let mention = EntityMention {
                tokens: start..end,
                entity: Some(name.entity),
                certainty: Confidence::High,
                is_patch: false,
            };
            match self.fit(text, run, words) {
                Fit::Yes => out.push(mention),
                Fit::Weak => weak.push(mention),
                Fit::No => {}
            }
        }
    }

    fn fit(&self, text: &str, tokens: &[Token], words: &[Word]) -> Fit {
        let mut fit = Fit::Yes;
        let last = tokens.len().saturating_sub(1);
        for (at, (token, word)) in tokens.iter().zip(words).enumerate() {
            let differs = token.hash != word.hash;
            // Only a name's last word carries an ending.
            if differs && at != last {
                return Fit::No;
            }
            let mut letters = token.text(text);
            if differs && let Some(stem) = self.stems(letters).find(|stem| same_letters(stem, &word.letters))
            {
                letters = stem;
            }
            if !same_letters(letters, &word.letters) {
                return Fit::No;
            }
            match word.case {
                Case::Exact if letters != word.letters => return Fit::No,
                Case::Capital if !letters.starts_with(char::is_uppercase) => fit = Fit::Weak,
                _ => {}
            }
        }
        fit
    }
}

/// A name with the apostrophes and spaces of the text of blocks.
fn straight(name: &str) -> String {
    name.replace(['\u{2019}', '\u{2018}'], "'").replace(['\u{a0}', '\u{2011}'], " ")
}

/// Whether a name occurs somewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fit {
    Yes,
    /// Its letters do, but in small letters they may be a common word.
    Weak,
    No,
}

fn case(letters: &str) -> Case {
    /// Longer acronyms are not common words in small letters.
    const SHORT: usize = 3;
    let mut signs = letters.chars();
    let first = signs.next().is_some_and(char::is_uppercase);
    let rest = signs.as_str();
    if letters.chars().count() <= SHORT && first && !rest.contains(char::is_lowercase) {
        Case::Exact
    } else if first && rest.chars().all(char::is_lowercase) {
        Case::Capital
    } else {
        Case::Any
    }
}

fn same_letters(one: &str, two: &str) -> bool {
    if one == two {
        true
    } else if one.is_ascii() && two.is_ascii() {
        one.eq_ignore_ascii_case(two)
    } else {
        one.to_lowercase() == two.to_lowercase()
    }
}

/// Keeps the longest of overlapping names, then the first. Names of one entity that overlap are one ("cloud Microsoft" and
/// "Microsoft Azure" in "cloud Microsoft Azure").
fn longest_first(mentions: &mut Vec<EntityMention>) {
    if mentions.len() < 2 {
        return;
    }
    let order = |mention: &EntityMention| {
        (mention.tokens.start, std::cmp::Reverse(mention.tokens.end), mention.entity)
    };
    mentions.sort_by_key(order);
    let mut kept: Vec<EntityMention> = Vec::with_capacity(mentions.len());
    for mention in mentions.drain(..) {
        match kept.last_mut() {
            Some(last) if mention.tokens.start < last.tokens.end => {
                if mention.entity == last.entity {
                    last.tokens.end = last.tokens.end.max(mention.tokens.end);
                } else if mention.tokens.len() > last.tokens.len() {
                    kept.pop();
                    kept.push(mention);
                }
            }
            _ => kept.push(mention),
        }
    }
    *mentions = kept;
}

#[expect(clippy::cast_possible_truncation, reason = "half of the hash is meant")]
fn half(hash: u64) -> u32 {
    hash as u32
}

fn narrow(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
