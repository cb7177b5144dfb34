//! How words of a language change: endings, prefixes, spelling at the joint, irregular words. Data of a language pack.
//!
//! The forms themselves are made in `draft::reading::forms`.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

/// `inflection` of a language pack. An affix is written `-ed`, `meN-` or `peN-…-an`; the empty one is the word itself.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields, rename = "Inflection")]
pub struct Inflection {
    /// Sets of letters by the capital that stands for them in patterns.
    pub letters: BTreeMap<char, String>,
    /// Lists of words that rows of `joints` name.
    pub lists: BTreeMap<String, BTreeSet<String>>,
    /// The affixes of verbs, by the mark that a verb has in a lexicon; the first one is for verbs without a mark.
    pub verbs: Vec<Conjugation>,
    /// Suffixes that may be part of a verb and then are set off in a lexicon: `-kan` of "ganti-kan".
    pub verb_suffixes: Vec<String>,
    /// Words that look like forms of verbs and are none: "menteri", "species".
    pub no_verbs: BTreeSet<String>,
    /// What no base form of a verb begins with.
    pub never_begins: Vec<LetterPattern>,
    /// What no base form of a verb ends with.
    pub never_ends: Vec<LetterPattern>,
    /// Verbs of two words that are written as one between a prefix and a suffix: "ambil alih", "pengambilalihan".
    pub compounds: BTreeSet<String>,
    /// The affixes that make the noun for who does what a verb says: `-er`.
    pub agents: Vec<String>,
    /// The affixes of nouns.
    pub nouns: Vec<String>,
    /// Words that stand behind the noun they belong to: "general" of "attorney general".
    pub postpositive: BTreeSet<String>,
    /// How affixes are joined to words; affixes without a row are just added.
    pub joints: Vec<Joints>,
    /// Words that have forms of their own instead of those with certain affixes.
    pub irregular: Vec<Irregular>,
    /// Verbs of which all forms are listed.
    pub listed: BTreeMap<String, VerbForms>,
}

/// Forms of a verb, or the affixes that make them, by where they stand.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields, rename = "VerbForms")]
pub struct VerbForms {
    /// Behind a subject, without an auxiliary: "take", "takes", "took".
    pub finite: Vec<String>,
    /// Behind "to" and most auxiliaries: "take".
    pub plain: Vec<String>,
    /// What goes on: "taking".
    pub progressive: Vec<String>,
    /// Behind auxiliaries of the perfect, in the active voice: "taken"; empty where a language uses the plain form.
    pub perfect: Vec<String>,
    /// The passive: "taken".
    pub participle: Vec<String>,
    /// Nouns for the event, as far as they are regular: "pengambilalihan".
    pub event: Vec<String>,
}

impl VerbForms {
    /// The same with other words, field by field.
    #[must_use]
    pub fn map(&self, mut each: impl FnMut(&[String]) -> Vec<String>) -> Self {
        Self {
            finite: each(&self.finite),
            plain: each(&self.plain),
            progressive: each(&self.progressive),
            perfect: each(&self.perfect),
            participle: each(&self.participle),
            event: each(&self.event),
        }
    }

    /// Forms of the active voice, some of them more than once.
    pub fn active(&self) -> impl Iterator<Item = &String> {
        [&self.finite, &self.plain, &self.progressive, &self.perfect].into_iter().flatten()
    }

    /// Forms of a voice, some of them more than once; nouns made from the verb are of none.
    pub fn of(&self, voice: VerbVoice) -> impl Iterator<Item = &String> {
        let active = self.active().filter(move |_| voice != VerbVoice::Passive);
        active.chain(self.participle.iter().filter(move |_| voice != VerbVoice::Active))
    }
}

/// A voice of verbs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VerbVoice {
    /// "takes".
    Active,
    /// "taken".
    Passive,
    /// Either.
    Any,
}

/// The affixes that verbs with a certain mark take.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields, rename = "Conjugation")]
pub struct Conjugation {
    /// Before the verb where it ends with a hyphen (`di-`), else behind its first or last word.
    pub mark: String,
    /// The affixes.
    pub affixes: VerbForms,
}

/// How certain affixes are joined to words: the first row that fits a word counts.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields, rename = "Joints")]
pub struct Joints {
    /// The affixes.
    pub of: Vec<String>,
    /// The rows.
    pub rows: Vec<AffixJoint>,
}

/// How an affix is joined to the words that fit.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields, rename = "Joint")]
pub struct AffixJoint {
    /// What the word looks like on the side of the affix; any word fits an empty one.
    pub pattern: LetterPattern,
    /// The list that the word is in, if it must be in one.
    pub list: Option<String>,
    /// Letters that the word loses on that side.
    pub drops: String,
    /// What is written instead of the affix, or instead of the capital in it; `=` repeats the last letter of the word. With
    /// several, all spellings are in use.
    pub adds: Vec<String>,
}

/// Words with forms of their own.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields, rename = "Irregular")]
pub struct Irregular {
    /// The affixes instead of which they have them.
    pub affixes: Vec<String>,
    /// What may stand before such a word in longer ones, with the same forms: "over" of "overtake".
    pub prefixes: Vec<String>,
    /// The forms of each word, one for each affix; with several forms, `/` between them.
    pub words: BTreeMap<String, Vec<String>>,
}

/// What letters a word begins or ends with: letters, capitals that stand for sets of them, `*` behind what may stand any number
/// of times; within `^` and `$` the whole word.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "String")]
pub struct LetterPattern {
    /// Whether nothing else may stand in the word.
    pub is_whole: bool,
    /// The letters, and whether each may stand any number of times.
    pub letters: Vec<(char, bool)>,
}

impl From<String> for LetterPattern {
    fn from(written: String) -> Self {
        let inner = written.strip_prefix('^').and_then(|inner| inner.strip_suffix('$'));
        let mut letters: Vec<(char, bool)> = Vec::new();
        for sign in inner.unwrap_or(&written).chars() {
            match letters.last_mut() {
                Some((_, repeats)) if sign == '*' => *repeats = true,
                _ => letters.push((sign, false)),
            }
        }
        Self { is_whole: inner.is_some(), letters }
    }
}
