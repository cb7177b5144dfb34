//! The words of language packs for amounts, compiled for look-up.
//!
//! Holds what words mean; how they make amounts is the business of the readers beside it.

use std::collections::HashMap;

use rustc_hash::FxBuildHasher;

use super::number::DecimalMark;
use crate::model::{Comparison, DateRole, Language, SumRole};
use crate::tokens::{Phrases, Token, WordSet, word_hash};

/// What a phrase means in an amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AmountMeaning {
    /// A comparison in front.
    Compare(Comparison),
    /// "or more", after.
    OrMore,
    /// Between the numbers of a range.
    To,
    /// Before two numbers that are a change, not a range.
    From,
    /// The first phrase of "between … and …".
    Between(u16),
    /// The second.
    And(u16),
    /// A scale, and whether of money only.
    Scale(i128, bool),
    /// A currency in front, by its place in the list of units.
    Before(u16),
    /// A unit after.
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
    /// The number after it is a name.
    Label,
    /// A noun that is counted.
    Counted,
    /// A noun that is counted and has a name, by its place in the list.
    Noun(u16),
    /// Before a number of an earlier day.
    Earlier,
    /// Before a count of what is added or taken away.
    Change,
    /// After a noun of which only some is counted.
    Narrowing,
    /// Begins like a narrowing phrase, and is not one.
    Overall,
}

/// A unit with a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AmountUnit {
    /// As written in amounts.
    pub name: String,
    /// Whether it is a currency.
    pub money: bool,
}

/// The words for amounts of one language, or of several together, compiled from packs once.
#[derive(Debug, Clone, Default)]
pub struct AmountLexicon {
    phrases: Phrases<AmountMeaning>,
    units: Vec<AmountUnit>,
    per: Vec<String>,
    nouns: Vec<String>,
    /// Words of which an amount has one that has no digits.
    core: WordSet,
    /// Currencies in front that are one word, by its hash.
    currencies: HashMap<u64, u16, FxBuildHasher>,
    /// How numbers are written, where all packs agree.
    pub(super) decimal: DecimalMark,
    /// Phrases that only languages with one decimal sign have.
    telling: Phrases<DecimalMark>,
}

impl AmountLexicon {
    /// Compiles the packs. A phrase that several packs have keeps all its meanings.
    #[must_use]
    pub fn new<'p>(packs: impl IntoIterator<Item = &'p Language>) -> Self {
        let mut lexicon = Self::default();
        let mut marks: HashMap<&str, DecimalMark, FxBuildHasher> = HashMap::default();
        for (at, pack) in packs.into_iter().enumerate() {
            let mark = DecimalMark::of(pack.sums.decimal_comma);
            lexicon.decimal = if at == 0 || lexicon.decimal == mark { mark } else { DecimalMark::Unknown };
            lexicon.add(pack);
            for phrase in telling(pack) {
                let known = marks.entry(phrase).or_insert(mark);
                *known = if *known == mark { mark } else { DecimalMark::Unknown };
            }
        }
        lexicon.core = lexicon.phrases.firsts(|means| {
            use AmountMeaning::{Before, Behind, Scale, Vague};
            matches!(means, Before(_) | Behind(_) | Scale(..) | Vague(..))
        });
        marks.iter().for_each(|(phrase, mark)| lexicon.telling.add(phrase, *mark));
        lexicon
    }

    fn add(&mut self, pack: &Language) {
        let sums = &pack.sums;
        for (role, words) in &sums.words {
            self.phrases.add_all(words, means(*role));
        }
        for row in &sums.scales {
            self.phrases.add_all(&row.words, AmountMeaning::Scale(row.factor, row.money));
        }
        for row in &sums.vague {
            self.phrases.add(&row.phrase, AmountMeaning::Vague(row.low, row.high));
        }
        for row in &sums.units {
            let known = self.units.iter().position(|unit| unit.name == row.name);
            let at = u16::try_from(known.unwrap_or(self.units.len())).unwrap_or(u16::MAX);
            if known.is_none() {
                self.units.push(AmountUnit { name: row.name.clone(), money: row.money });
            }
            self.phrases.add_all(&row.before, AmountMeaning::Before(at));
            self.phrases.add_all(&row.behind, AmountMeaning::Behind(at));
            self.currencies.extend(row.before.iter().map(|word| (word_hash(word), at)));
        }
        for row in &sums.nouns {
            let at = u16::try_from(self.nouns.len()).unwrap_or(u16::MAX);
            self.phrases.add_all(&row.words, AmountMeaning::Noun(at));
            self.nouns.push(row.name.clone());
        }
        for rate in &sums.per {
            let at = u16::try_from(self.per.len()).unwrap_or(u16::MAX);
            self.phrases.add_all(&rate.behind, AmountMeaning::Per(at));
            self.per.push(rate.name.clone());
        }
        self.phrases
            .add_pairs(&sums.between, |group| (AmountMeaning::Between(group), AmountMeaning::And(group)));
        for (number, words) in (1..).zip(&pack.dates.numbers) {
            self.phrases.add_all(words, AmountMeaning::Number(number));
        }
        counted(pack).for_each(|words| self.phrases.add_all(words, AmountMeaning::Counted));
    }

    /// How numbers are written in a text, judging by its words.
    pub(super) fn decimal_of(&self, text: &str, tokens: &[Token]) -> DecimalMark {
        let mark = |at: usize| {
            // "rp" of "rp1.500"
            let word = tokens[at].text(text);
            let letters = word.trim_end_matches(|sign: char| sign.is_ascii_digit());
            let joined = [Token { hash: word_hash(letters), ..tokens[at] }];
            let tokens = if letters.len() < word.len() { &joined[..] } else { &tokens[at..] };
            self.telling.longest(tokens, 0, Some)
        };
        let marks = (0..tokens.len()).filter_map(mark);
        let mut marks = marks.map(|(_, mark)| mark).filter(|mark| *mark != DecimalMark::Unknown);
        match marks.next() {
            Some(mark) if marks.all(|other| other == mark) => mark,
            _ => DecimalMark::Unknown,
        }
    }

    /// The currency in front that is this word.
    pub(super) fn currency(&self, hash: u64) -> Option<u16> {
        self.currencies.get(&hash).copied()
    }

    /// The unit at that place of the list.
    pub(super) fn unit(&self, at: u16) -> Option<&AmountUnit> {
        self.units.get(usize::from(at))
    }

    /// The name of the rate at that place of the list.
    pub(super) fn per(&self, at: u16) -> &str {
        self.per.get(usize::from(at)).map_or("", String::as_str)
    }

    /// The name of the noun at that place of the list.
    pub(super) fn noun(&self, at: u16) -> &str {
        self.nouns.get(usize::from(at)).map_or("", String::as_str)
    }

    /// Whether a text with this token may have an amount: a number in words is one only with a scale or unit.
    #[must_use]
    pub fn may_count(&self, text: &str, token: &Token) -> bool {
        self.core.contains(&token.hash) || token.text(text).bytes().any(|byte| byte.is_ascii_digit())
    }

    /// Whether a phrase begins with this token.
    #[must_use]
    pub fn begins(&self, token: &Token) -> bool {
        self.phrases.begins(token)
    }

    /// The longest phrase at `at` whose meaning is picked, and the token after it.
    pub(super) fn longest<U>(
        &self,
        tokens: &[Token],
        at: usize,
        pick: impl Fn(AmountMeaning) -> Option<U>,
    ) -> Option<(usize, U)> {
        self.phrases.longest(tokens, at, pick)
    }
}

fn counted(pack: &Language) -> impl Iterator<Item = &Vec<String>> {
    pack.dates.words.iter().filter(|(role, _)| *role == DateRole::Counted).map(|(_, words)| words)
}

/// The phrases of a pack that are its own: not letters and signs, which all languages share, nor what it borrows.
fn telling(pack: &Language) -> impl Iterator<Item = &str> {
    let sums = &pack.sums;
    let scales = sums.scales.iter().filter(|row| !row.borrowed).flat_map(|row| &row.words);
    let units =
        sums.units.iter().filter(|row| !row.borrowed).flat_map(|row| row.before.iter().chain(&row.behind));
    let all = sums.words.iter().flat_map(|(_, words)| words).chain(scales).chain(units);
    let pairs = sums.between.iter().flat_map(|(one, two)| [one, two]);
    let nouns = counted(pack).flatten().chain(sums.nouns.iter().flat_map(|row| &row.words));
    let all = all.chain(sums.per.iter().flat_map(|rate| &rate.behind)).chain(pairs).chain(nouns);
    all.map(String::as_str).filter(|phrase| phrase.chars().filter(|sign| sign.is_alphabetic()).count() > 1)
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
        SumRole::Earlier => AmountMeaning::Earlier,
        SumRole::Change => AmountMeaning::Change,
        SumRole::Narrowing => AmountMeaning::Narrowing,
        SumRole::Overall => AmountMeaning::Overall,
    }
}
