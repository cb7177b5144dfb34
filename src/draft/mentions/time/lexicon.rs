//! A language pack's words for dates, compiled for look-up.
//!
//! Holds what words mean; how they make dates is the business of the readers beside it.

use std::collections::HashMap;

use rustc_hash::FxBuildHasher;

use super::written::DateRun;
use crate::draft::segmentation::{Token, TokenKind};
use crate::model::{DateRole, DateUnit, Language, SumRole};
use crate::tokens::{Phrases, WordSet};

/// What a phrase means in a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateMeaning {
    /// One of the pack's lists.
    Role(DateRole),
    /// A month, and whether it is an abbreviation of its name.
    Month { month: u8, short: bool },
    /// A word after a number that is nothing counted.
    NoNoun,
    /// A word before a number that is a label: "page".
    Label,
    /// A day of the week.
    Weekday,
    /// A date counted from the day of writing.
    Relative(DateUnit, i32),
    /// A small number.
    Number(i32),
    /// A place in an order, from 1.
    Ordinal(u8),
    /// A season or holiday.
    Part(DateRun),
    /// "The nineties": a decade, by its first year.
    Decade(i32),
    /// "Q3": a quarter in one word.
    Quarter(u8),
    /// "H1": a half in one word.
    Half(u8),
    /// The first phrase of ranges; those that share it share the number.
    From(u16),
    /// The same of ranges that name no ends: "between".
    Between(u16),
    /// The phrase between the dates of such a range.
    To(u16),
    /// The first phrase of "from … onwards".
    FromOn(u16),
    /// The phrase after its date.
    Onwards(u16),
}

/// A set of what phrases mean, whatever else they say: a bit for each role, and for each other kind of meaning.
pub(super) type Kinds = u128;

/// The kinds that are not roles, of which there are fewer than 64.
pub(super) mod kinds {
    use super::{Kinds, role_bit};
    use crate::model::DateRole;

    pub const MONTH: Kinds = 1 << 64;
    pub const NO_NOUN: Kinds = 1 << 65;
    pub const LABEL: Kinds = 1 << 66;
    pub const WEEKDAY: Kinds = 1 << 67;
    pub const RELATIVE: Kinds = 1 << 68;
    pub const NUMBER: Kinds = 1 << 69;
    pub const ORDINAL: Kinds = 1 << 70;
    pub const PART: Kinds = 1 << 71;
    pub const DECADE: Kinds = 1 << 72;
    pub const LETTERED: Kinds = 1 << 73;
    pub const FROM: Kinds = 1 << 74;
    pub const TO: Kinds = 1 << 75;
    pub const FROM_ON: Kinds = 1 << 76;
    pub const ONWARDS: Kinds = 1 << 77;

    /// A date without digits has a phrase of one of these: numbers and places in an order are dates only with a unit.
    pub const IN_WORDS: Kinds = MONTH | WEEKDAY | RELATIVE | PART | DECADE | LETTERED | of(&UNITS);

    const UNITS: [DateRole; 8] = [
        DateRole::Day,
        DateRole::Week,
        DateRole::Month,
        DateRole::Quarter,
        DateRole::Half,
        DateRole::Year,
        DateRole::TenYears,
        DateRole::Century,
    ];

    /// Those of several roles.
    pub const fn of(roles: &[DateRole]) -> Kinds {
        match roles {
            [first, rest @ ..] => role_bit(*first) | of(rest),
            [] => 0,
        }
    }
}

impl DateMeaning {
    const fn kind(self) -> Kinds {
        match self {
            Self::Role(role) => role_bit(role),
            Self::Month { .. } => kinds::MONTH,
            Self::NoNoun => kinds::NO_NOUN,
            Self::Label => kinds::LABEL,
            Self::Weekday => kinds::WEEKDAY,
            Self::Relative(..) => kinds::RELATIVE,
            Self::Number(_) => kinds::NUMBER,
            Self::Ordinal(_) => kinds::ORDINAL,
            Self::Part(_) => kinds::PART,
            Self::Decade(_) => kinds::DECADE,
            Self::Quarter(_) | Self::Half(_) => kinds::LETTERED,
            Self::From(_) | Self::Between(_) => kinds::FROM,
            Self::To(_) => kinds::TO,
            Self::FromOn(_) => kinds::FROM_ON,
            Self::Onwards(_) => kinds::ONWARDS,
        }
    }
}

/// The words for dates of one language, compiled from its pack once.
#[derive(Debug, Clone, Default)]
pub struct DateLexicon {
    phrases: Phrases<DateMeaning>,
    /// What the phrases mean that begin with a token, by its hash: most questions are answered by this.
    kinds: HashMap<u64, Kinds, FxBuildHasher>,
    /// Words of which a date has one that has no digits.
    core: WordSet,
    /// What a fiscal year in one word begins with: `fy`.
    fiscal_letters: Vec<String>,
    /// Whether 8/7/2025 is the eighth of July.
    pub(super) day_first: Option<bool>,
    /// Whether "last" is after the month.
    pub(super) modifiers_follow: bool,
}

impl DateLexicon {
    /// Compiles the pack.
    #[must_use]
    pub fn new(pack: &Language) -> Self {
        let dates = &pack.dates;
        let mut lexicon = Self {
            phrases: Phrases::default(),
            kinds: HashMap::default(),
            core: WordSet::default(),
            fiscal_letters: Vec::new(),
            day_first: dates.day_first,
            modifiers_follow: dates.modifiers_follow,
        };
        for (role, words) in &dates.words {
            lexicon.add_role(*role, words);
        }
        for (month, names) in (1..=12).zip(&pack.months) {
            for (at, name) in names.iter().enumerate() {
                lexicon.phrases.add(name, DateMeaning::Month { month, short: at > 0 });
            }
        }
        let weekdays = pack.words.iter().filter(|(category, _)| *category == "weekdays");
        weekdays.for_each(|(_, names)| lexicon.phrases.add_all(names, DateMeaning::Weekday));
        let no_nouns = pack.sums.words.iter().filter(|(role, _)| *role == SumRole::NoUnit);
        no_nouns.for_each(|(_, words)| lexicon.phrases.add_all(words, DateMeaning::NoNoun));
        let labels = pack.sums.words.iter().filter(|(role, _)| *role == SumRole::Label);
        labels.for_each(|(_, words)| lexicon.phrases.add_all(words, DateMeaning::Label));
        for row in &dates.relative {
            lexicon.phrases.add(&row.phrase, DateMeaning::Relative(row.unit, row.shift));
        }
        for row in &dates.parts_of_year {
            let stretch = DateRun { from: row.from.unwrap_or((1, 1)), to: row.to.unwrap_or((12, 31)) };
            lexicon.phrases.add_all(&row.names, DateMeaning::Part(stretch));
        }
        for (decade, words) in (0..).zip(&dates.decade_names) {
            lexicon.phrases.add_all(words, DateMeaning::Decade(1930 + 10 * decade));
        }
        for (number, words) in (1..).zip(&dates.numbers) {
            lexicon.phrases.add_all(words, DateMeaning::Number(number));
        }
        for (place, words) in (1..=u8::MAX).zip(&dates.ordinals) {
            lexicon.phrases.add_all(words, DateMeaning::Ordinal(place));
        }
        let pairs = dates.from_to.len();
        lexicon.phrases.add_pairs(&dates.from_to, |group| (DateMeaning::From(group), DateMeaning::To(group)));
        // Their numbers begin where those of the others end.
        let behind = |group: u16| u16::try_from(pairs).unwrap_or(u16::MAX).saturating_add(group);
        lexicon.phrases.add_pairs(&dates.between, |group| {
            (DateMeaning::Between(behind(group)), DateMeaning::To(behind(group)))
        });
        lexicon
            .phrases
            .add_pairs(&dates.from_on, |group| (DateMeaning::FromOn(group), DateMeaning::Onwards(group)));
        lexicon.kinds = lexicon.phrases.bits(DateMeaning::kind);
        lexicon.core = lexicon.phrases.lasts(|means| means.kind() & kinds::IN_WORDS != 0);
        lexicon
    }

    fn add_role(&mut self, role: DateRole, words: &[String]) {
        match role {
            DateRole::QuarterLetter => self.add_lettered(words, 4, DateMeaning::Quarter),
            DateRole::HalfLetter => self.add_lettered(words, 2, DateMeaning::Half),
            DateRole::FiscalLetter => {
                self.fiscal_letters = words.iter().map(|word| word.to_lowercase()).collect();
            }
            _ => self.phrases.add_all(words, DateMeaning::Role(role)),
        }
    }

    fn add_lettered(&mut self, letters: &[String], last: u8, means: impl Fn(u8) -> DateMeaning) {
        for letter in letters {
            (1..=last).for_each(|number| self.phrases.add(&format!("{letter}{number}"), means(number)));
        }
    }

    /// Whether a sentence with this token may have a date.
    pub(super) fn may_date(&self, text: &str, token: &Token) -> bool {
        token.kind == TokenKind::Number || self.core.contains(&token.hash) || self.is_fiscal(text, token)
    }

    /// Whether a token is a fiscal year in one word.
    pub(super) fn is_fiscal(&self, text: &str, token: &Token) -> bool {
        token.kind == TokenKind::Word && self.fiscal_digits(token.text(text)).is_some()
    }

    /// What the phrases mean that begin with this token.
    pub(super) fn kinds(&self, token: &Token) -> Kinds {
        self.kinds.get(&token.hash).copied().unwrap_or_default()
    }

    /// The longest phrase at `at` whose meaning is picked, and the token after it.
    pub(super) fn longest<U>(
        &self,
        tokens: &[Token],
        at: usize,
        pick: impl Fn(DateMeaning) -> Option<U>,
    ) -> Option<(usize, U)> {
        self.phrases.longest(tokens, at, pick)
    }

    /// The digits after the letters of a fiscal year in one word: `2024` of `FY2024`.
    pub(super) fn fiscal_digits<'a>(&self, word: &'a str) -> Option<&'a str> {
        self.fiscal_letters.iter().find_map(|letters| {
            let (head, digits) = word.split_at_checked(letters.len())?;
            let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
            (is_number && head.to_lowercase() == *letters).then_some(digits)
        })
    }
}

/// The bit of a role.
pub(super) const fn role_bit(role: DateRole) -> Kinds {
    1 << role as u32
}
