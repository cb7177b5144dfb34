//! A language pack's words for sums, compiled for look-up.
//!
//! Holds what words mean; how they make sums is the business of the readers beside it.

use std::collections::HashMap;

use rustc_hash::FxBuildHasher;

use crate::draft::hash::word_hash;
use crate::draft::phrase::Phrases;
use crate::draft::token::Token;
use crate::model::{Comparison, DateRole, Language, SumRole};

/// What a phrase means in a sum.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Means {
    /// A comparison in front.
    Compare(Comparison),
    /// "or more", behind.
    OrMore,
    /// Between the numbers of a range.
    To,
    /// Before two numbers that are no range.
    From,
    /// The first phrase of "between … and …".
    Between(u16),
    /// The second.
    And(u16),
    /// A scale, and whether of money only.
    Scale(i128, bool),
    /// A currency in front, by its place in the list of units.
    Before(u16),
    /// A unit behind.
    Behind(u16),
    /// A number by its size.
    Vague(i128, i128),
    /// A small number in words.
    Number(i32),
    /// "per year", by its place in the list.
    Per(u16),
    /// No unit.
    NoUnit,
    /// Between a number and its noun.
    Adjective,
    /// The number behind it is a name.
    Label,
    /// A noun that is counted.
    Counted,
}

/// A unit with a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// As it stands in amounts.
    pub name: String,
    /// Whether it is a currency.
    pub money: bool,
}

/// The words for sums of one language, compiled from its pack once.
#[derive(Debug, Clone, Default)]
pub struct SumLexicon {
    phrases: Phrases<Means>,
    units: Vec<Unit>,
    per: Vec<String>,
    /// Currencies in front that are one word, by its hash.
    currencies: HashMap<u64, u16, FxBuildHasher>,
    /// Whether the decimal sign is a comma.
    pub(super) decimal_comma: Option<bool>,
}

impl SumLexicon {
    /// Compiles the pack.
    #[must_use]
    pub fn new(pack: &Language) -> Self {
        let sums = &pack.sums;
        let mut lexicon = Self { decimal_comma: sums.decimal_comma, ..Self::default() };
        for (role, words) in &sums.words {
            lexicon.phrases.add_all(words, means(*role));
        }
        for row in &sums.scales {
            lexicon.phrases.add_all(&row.words, Means::Scale(row.factor, row.money));
        }
        for row in &sums.vague {
            lexicon.phrases.add(&row.phrase, Means::Vague(row.low, row.high));
        }
        for (at, row) in (0..=u16::MAX).zip(&sums.units) {
            lexicon.phrases.add_all(&row.before, Means::Before(at));
            lexicon.phrases.add_all(&row.behind, Means::Behind(at));
            lexicon.currencies.extend(row.before.iter().map(|word| (word_hash(word), at)));
            lexicon.units.push(Unit { name: row.name.clone(), money: row.money });
        }
        for (at, forms) in (0..=u16::MAX).zip(&sums.per) {
            lexicon.phrases.add_all(forms, Means::Per(at));
            lexicon.per.push(forms.first().cloned().unwrap_or_default());
        }
        lexicon.phrases.add_pairs(&sums.between, |group| (Means::Between(group), Means::And(group)));
        for (number, words) in (1..).zip(&pack.dates.numbers) {
            lexicon.phrases.add_all(words, Means::Number(number));
        }
        let counted = pack.dates.words.iter().filter(|(role, _)| *role == DateRole::Counted);
        counted.for_each(|(_, words)| lexicon.phrases.add_all(words, Means::Counted));
        lexicon
    }

    /// The currency in front that is this word.
    pub(super) fn currency(&self, hash: u64) -> Option<u16> {
        self.currencies.get(&hash).copied()
    }

    /// The unit at that place of the list.
    pub(super) fn unit(&self, at: u16) -> Option<&Unit> {
        self.units.get(usize::from(at))
    }

    /// The usual form of "per year" at that place of the list.
    pub(super) fn per(&self, at: u16) -> &str {
        self.per.get(usize::from(at)).map_or("", String::as_str)
    }

    /// Whether a phrase begins with this token.
    pub(super) fn begins(&self, token: &Token) -> bool {
        self.phrases.begins(token)
    }

    /// The longest phrase at `at` whose meaning is picked, and the token behind it.
    pub(super) fn longest<U>(
        &self,
        tokens: &[Token],
        at: usize,
        pick: impl Fn(Means) -> Option<U>,
    ) -> Option<(usize, U)> {
        self.phrases.longest(tokens, at, pick)
    }
}

fn means(role: SumRole) -> Means {
    match role {
        SumRole::MoreThan => Means::Compare(Comparison::MoreThan),
        SumRole::AtLeast => Means::Compare(Comparison::AtLeast),
        SumRole::LessThan => Means::Compare(Comparison::LessThan),
        SumRole::AtMost => Means::Compare(Comparison::AtMost),
        SumRole::About => Means::Compare(Comparison::About),
        SumRole::OrMore => Means::OrMore,
        SumRole::To => Means::To,
        SumRole::From => Means::From,
        SumRole::NoUnit => Means::NoUnit,
        SumRole::Adjective => Means::Adjective,
        SumRole::Label => Means::Label,
    }
}
