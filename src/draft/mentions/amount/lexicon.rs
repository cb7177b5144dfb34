//! A language pack's words for amounts, compiled for look-up.
//!
//! Holds what words mean; how they make amounts is the business of the readers beside it.

use std::collections::HashMap;

use rustc_hash::FxBuildHasher;

use crate::draft::mentions::phrase::Phrases;
use crate::draft::segmentation::Token;
use crate::draft::segmentation::word_hash;
use crate::model::{Comparison, DateRole, Language, SumRole};

/// What a phrase means in a amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AmountMeaning {
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
pub struct AmountUnit {
    /// As it stands in amounts.
    pub name: String,
    /// Whether it is a currency.
    pub money: bool,
}

/// The words for amounts of one language, compiled from its pack once.
#[derive(Debug, Clone, Default)]
pub struct AmountLexicon {
    phrases: Phrases<AmountMeaning>,
    units: Vec<AmountUnit>,
    per: Vec<String>,
    /// Currencies in front that are one word, by its hash.
    currencies: HashMap<u64, u16, FxBuildHasher>,
    /// Whether the decimal sign is a comma.
    pub(super) decimal_comma: Option<bool>,
}

impl AmountLexicon {
    /// Compiles the pack.
    #[must_use]
    pub fn new(pack: &Language) -> Self {
        let sums = &pack.sums;
        let mut lexicon = Self { decimal_comma: sums.decimal_comma, ..Self::default() };
        for (role, words) in &sums.words {
            lexicon.phrases.add_all(words, means(*role));
        }
        for row in &sums.scales {
            lexicon.phrases.add_all(&row.words, AmountMeaning::Scale(row.factor, row.money));
        }
        for row in &sums.vague {
            lexicon.phrases.add(&row.phrase, AmountMeaning::Vague(row.low, row.high));
        }
        for (at, row) in (0..=u16::MAX).zip(&sums.units) {
            lexicon.phrases.add_all(&row.before, AmountMeaning::Before(at));
            lexicon.phrases.add_all(&row.behind, AmountMeaning::Behind(at));
            lexicon.currencies.extend(row.before.iter().map(|word| (word_hash(word), at)));
            lexicon.units.push(AmountUnit { name: row.name.clone(), money: row.money });
        }
        for (at, forms) in (0..=u16::MAX).zip(&sums.per) {
            lexicon.phrases.add_all(forms, AmountMeaning::Per(at));
            lexicon.per.push(forms.first().cloned().unwrap_or_default());
        }
        lexicon
            .phrases
            .add_pairs(&sums.between, |group| (AmountMeaning::Between(group), AmountMeaning::And(group)));
        for (number, words) in (1..).zip(&pack.dates.numbers) {
            lexicon.phrases.add_all(words, AmountMeaning::Number(number));
        }
        let counted = pack.dates.words.iter().filter(|(role, _)| *role == DateRole::Counted);
        counted.for_each(|(_, words)| lexicon.phrases.add_all(words, AmountMeaning::Counted));
        lexicon
    }

    /// The currency in front that is this word.
    pub(super) fn currency(&self, hash: u64) -> Option<u16> {
        self.currencies.get(&hash).copied()
    }

    /// The unit at that place of the list.
    pub(super) fn unit(&self, at: u16) -> Option<&AmountUnit> {
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
        pick: impl Fn(AmountMeaning) -> Option<U>,
    ) -> Option<(usize, U)> {
        self.phrases.longest(tokens, at, pick)
    }
}

fn means(role: SumRole) -> AmountMeaning {
    match role {
        SumRole::MoreThan => AmountMeaning::Compare(Comparison::MoreThan),
        SumRole::AtLeast => AmountMeaning::Compare(Comparison::AtLeast),
        SumRole::LessThan => AmountMeaning::Compare(Comparison::LessThan),
        SumRole::AtMost => AmountMeaning::Compare(Comparison::AtMost),
        SumRole::About => AmountMeaning::Compare(Comparison::About),
        SumRole::OrMore => AmountMeaning::OrMore,
        SumRole::To => AmountMeaning::To,
        SumRole::From => AmountMeaning::From,
        SumRole::NoUnit => AmountMeaning::NoUnit,
        SumRole::Adjective => AmountMeaning::Adjective,
        SumRole::Label => AmountMeaning::Label,
    }
}
