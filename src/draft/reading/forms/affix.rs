//! Joins one affix to one word, and takes it off again: what is dropped, doubled or put between.
//!
//! Knows neither verbs nor nouns.

use std::borrow::Cow;

use crate::model::{AffixJoint, Inflection, LetterPattern};

/// An affix as a language pack writes it, and its part before the word and its part behind it, each with its hyphen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Affix<'a> {
    written: &'a str,
    /// `meN-`, or nothing.
    pub prefix: &'a str,
    /// `-ed`, or nothing.
    pub suffix: &'a str,
}

/// The side of a word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum WordSide {
    Front,
    Back,
}

impl<'a> Affix<'a> {
    /// Cuts `meN-`, `-ed`, `peN-…-an` or nothing.
    #[must_use]
    pub fn new(written: &'a str) -> Self {
        let (prefix, suffix) = match written.split_once('…') {
            Some(parts) => parts,
            None if written.ends_with('-') => (written, ""),
            None => ("", written),
        };
        Self { written, prefix, suffix }
    }

    /// The word with this affix, in all its spellings.
    #[must_use]
    pub fn joined(self, inflection: &Inflection, word: &str) -> Vec<String> {
        if let Some(forms) = irregular(inflection, self.written, word) {
            return forms;
        }
        let front = join(inflection, self.prefix, WordSide::Front, word).into_iter();
        front.flat_map(|word| join(inflection, self.suffix, WordSide::Back, &word)).collect()
    }

    /// What may have taken this affix to become the word; not all of it need do so.
    #[must_use]
    pub fn taken_off(self, inflection: &Inflection, word: &str) -> Vec<String> {
        let back = take_off(inflection, self.suffix, WordSide::Back, word).into_iter();
        back.flat_map(|word| take_off(inflection, self.prefix, WordSide::Front, &word)).collect()
    }
}

/// Whether a word may be a base form by its letters.
#[must_use]
pub fn may_be_base(inflection: &Inflection, word: &str) -> bool {
    let stands =
        |side, pattern: &LetterPattern| stands(inflection, side, &pattern.letters, pattern.is_whole, word);
    !inflection.never_begins.iter().any(|pattern| stands(WordSide::Front, pattern))
        && !inflection.never_ends.iter().any(|pattern| stands(WordSide::Back, pattern))
}

fn join(inflection: &Inflection, affix: &str, side: WordSide, word: &str) -> Vec<String> {
    if affix.is_empty() {
        return vec![word.to_owned()];
    }
    let Some(row) = rows(inflection, affix).find(|row| fits(inflection, row, side, word)) else {
        return vec![side.put(bare(affix), word)];
    };
    let stem = side.strip(word, &row.drops).unwrap_or(word);
    let write = |adds: &String| {
        let adds = written(affix, adds);
        match (adds.strip_prefix('='), stem.chars().next_back()) {
            (Some(adds), Some(last)) => format!("{stem}{last}{adds}"),
            _ => side.put(&adds, stem),
        }
    };
    row.adds.iter().map(write).collect()
}

fn take_off(inflection: &Inflection, affix: &str, side: WordSide, word: &str) -> Vec<String> {
    if affix.is_empty() {
        return vec![word.to_owned()];
    }
    let mut found = Vec::new();
    // Nothing that it may be written as begins another way.
    if side == WordSide::Front && !word.starts_with(before_capital(affix)) {
        return found;
    }
    for row in rows(inflection, affix) {
        for adds in &row.adds {
            let adds = written(affix, adds);
            let stem = match adds.strip_prefix('=') {
                Some(adds) => word.strip_suffix(adds).and_then(undoubled),
                None => side.strip(word, &adds),
            };
            let stem = stem.map(|stem| side.put(&row.drops, stem));
            found.extend(stem.filter(|stem| fits(inflection, row, side, stem)));
        }
    }
    found.extend(side.strip(word, bare(affix)).map(str::to_owned));
    found
}

/// Without its last letter, which it has twice.
fn undoubled(word: &str) -> Option<&str> {
    let mut letters = word.chars().rev();
    let last = letters.next().filter(|last| letters.next() == Some(*last))?;
    word.strip_suffix(last)
}

fn rows<'a>(inflection: &'a Inflection, affix: &'a str) -> impl Iterator<Item = &'a AffixJoint> {
    let joints = inflection.joints.iter().filter(move |joints| joints.of.iter().any(|of| of == affix));
    joints.flat_map(|joints| &joints.rows)
}

/// The letters of an affix.
fn bare(affix: &str) -> &str {
    affix.trim_matches('-')
}

/// The letters of an affix before its capital; none if it has no capital.
fn before_capital(affix: &str) -> &str {
    let affix = bare(affix);
    affix.find(char::is_uppercase).map_or("", |at| &affix[..at])
}

/// What is written for an affix: `adds`, or the affix with `adds` in place of its capital.
fn written<'a>(affix: &'a str, adds: &'a str) -> Cow<'a, str> {
    let affix = bare(affix);
    affix.find(char::is_uppercase).map_or(Cow::Borrowed(adds), |at| {
        let (before, behind) = affix.split_at(at);
        Cow::Owned(format!("{before}{adds}{}", behind.trim_start_matches(char::is_uppercase)))
    })
}

/// The forms that the word, or the word behind a prefix, has instead of the affix.
fn irregular(inflection: &Inflection, affix: &str, word: &str) -> Option<Vec<String>> {
    inflection.irregular.iter().find_map(|table| {
        let column = table.affixes.iter().position(|other| other == affix)?;
        let (prefix, row) = table.words.get(word).map(|row| ("", row)).or_else(|| {
            table.prefixes.iter().find_map(|prefix| {
                Some((prefix.as_str(), table.words.get(word.strip_prefix(prefix.as_str())?)?))
            })
        })?;
        Some(row.get(column)?.split('/').map(|form| format!("{prefix}{form}")).collect())
    })
}

fn fits(inflection: &Inflection, row: &AffixJoint, side: WordSide, word: &str) -> bool {
    let nearest = match side {
        WordSide::Front => word.split(' ').next(),
        WordSide::Back => word.rsplit([' ', '-']).next(),
    };
    let nearest = nearest.unwrap_or_default();
    let is_listed =
        |list| inflection.lists.get(list).is_some_and(|words| words.contains(&*in_small_letters(nearest)));
    let LetterPattern { is_whole, letters } = &row.pattern;
    stands(inflection, side, letters, *is_whole, nearest) && row.list.as_ref().is_none_or(is_listed)
}

fn in_small_letters(word: &str) -> Cow<'_, str> {
    let is_small = word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
    if is_small { Cow::Borrowed(word) } else { Cow::Owned(word.to_lowercase()) }
}

/// Whether the wanted letters stand at this side of the word, or are all of it.
fn stands(
    inflection: &Inflection,
    side: WordSide,
    wanted: &[(char, bool)],
    is_whole: bool,
    word: &str,
) -> bool {
    let next = if side == WordSide::Front { wanted.split_first() } else { wanted.split_last() };
    let Some(((set, repeats), others)) = next else { return !is_whole || word.is_empty() };
    let mut letters = word.chars();
    let letter = if side == WordSide::Front { letters.next() } else { letters.next_back() };
    let is_next = letter.is_some_and(|letter| is_in(inflection, *set, letter));
    let rest = letters.as_str();
    if *repeats {
        return stands(inflection, side, others, is_whole, word)
            || is_next && stands(inflection, side, wanted, is_whole, rest);
    }
    is_next && stands(inflection, side, others, is_whole, rest)
}

/// Whether a letter is the one of a pattern, in any case, or one of its set.
fn is_in(inflection: &Inflection, wanted: char, letter: char) -> bool {
    let small = letter.to_lowercase().next().unwrap_or(letter);
    match inflection.letters.get(&wanted) {
        Some(set) => set.contains(letter) || set.contains(small),
        None => wanted == small,
    }
}

impl WordSide {
    fn put(self, affix: &str, word: &str) -> String {
        match self {
            Self::Front => format!("{affix}{word}"),
            Self::Back => format!("{word}{affix}"),
        }
    }

    fn strip<'a>(self, word: &'a str, affix: &str) -> Option<&'a str> {
        match self {
            Self::Front => word.strip_prefix(affix),
            Self::Back => word.strip_suffix(affix),
        }
    }
}
