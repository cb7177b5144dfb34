//! The tokens of a sentence with the words of its language: what the readers of dates ask of them.

use super::lexicon::{DateLexicon, DateMeaning, Kinds, kinds, role_bit};
use super::written::{Ambiguity, DateCore, WrittenDate, Year, YearPart};
use crate::draft::segmentation::word_hash;
use crate::draft::segmentation::{Token, TokenKind};
use crate::model::{DateRole, DateUnit};
use crate::time::Bound;

/// Numbers that are read as years where the context shows it.
pub const YEARS: std::ops::RangeInclusive<i32> = 1000..=2100;

/// A sentence being read.
#[derive(Clone, Copy)]
pub struct TimeParser<'a> {
    /// The text in which the tokens lie.
    pub text: &'a str,
    /// All of its tokens.
    pub tokens: &'a [Token],
    /// The words of its language.
    pub words: &'a DateLexicon,
    /// What the phrases mean that begin with each token ([`DateLexicon::kinds`]); empty if only few are asked for.
    pub kinds: &'a [Kinds],
}

impl TimeParser<'_> {
    /// The token at `at`.
    pub fn token(&self, at: usize) -> Option<&Token> {
        self.tokens.get(at)
    }

    /// Whether this sign is at `at`.
    pub fn is_sign(&self, at: usize, sign: char) -> bool {
        self.token(at).is_some_and(|token| token.is_sign(sign))
    }

    /// Whether the token at `at` follows the one before without white space.
    pub fn is_tight(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| !token.spaced)
    }

    /// The token after a phrase of this role at `at`.
    pub fn role(&self, at: usize, wanted: DateRole) -> Option<usize> {
        let pick = |means| (means == DateMeaning::Role(wanted)).then_some(());
        self.longest(at, role_bit(wanted), pick).map(|(end, ())| end)
    }

    /// The longest phrase at `at` whose meaning is picked, which is only one of these kinds, and the token after it.
    #[inline]
    pub fn longest<U>(
        &self,
        at: usize,
        kinds: Kinds,
        pick: impl Fn(DateMeaning) -> Option<U>,
    ) -> Option<(usize, U)> {
        if self.kinds.get(at).is_some_and(|known| known & kinds == 0) {
            return None;
        }
        self.words.longest(self.tokens, at, pick)
    }

    /// The token after a phrase of this role at `at`, or `at`.
    pub fn skip(&self, at: usize, wanted: DateRole) -> usize {
        self.role(at, wanted).unwrap_or(at)
    }

    /// After a comma at `at`, or `at`.
    pub fn skip_comma(&self, at: usize) -> usize {
        if self.is_sign(at, ',') { at + 1 } else { at }
    }

    /// A number of `digits` digits and nothing else.
    pub fn digits(&self, at: usize, digits: std::ops::RangeInclusive<usize>) -> Option<i32> {
        let token = self.token(at).filter(|token| token.kind == TokenKind::Number)?;
        let written = token.text(self.text);
        let plain = digits.contains(&written.len()) && written.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| written.parse().ok()).flatten()
    }

    /// A number that may be a year.
    pub fn year_number(&self, at: usize) -> Option<i32> {
        self.digits(at, 4..=4).filter(|year| YEARS.contains(year))
    }

    /// The number of a day of the month, with its suffix: "21", "21st".
    pub fn day_number(&self, at: usize) -> Option<(u8, usize)> {
        let day = self.digits(at, 1..=2).filter(|day| (1..=31).contains(day))?;
        let end = if self.is_tight(at + 1) { self.skip(at + 1, DateRole::DaySuffix) } else { at + 1 };
        Some((u8::try_from(day).ok()?, end))
    }

    /// A month's name, with the full stop of an abbreviation; and whether it has a capital.
    pub fn month(&self, at: usize) -> Option<(u8, usize)> {
        let pick = |means| match means {
            DateMeaning::Month { month, short } => Some((month, short)),
            _ => None,
        };
        let (end, (month, short)) = self.longest(at, kinds::MONTH, pick)?;
        let capital = self.token(at)?.text(self.text).starts_with(char::is_uppercase);
        if !capital && self.role(at, DateRole::CapitalOnly).is_some() {
            return None;
        }
        // A full stop belongs to the month only if a number follows: otherwise it may end the sentence.
        let number = self.token(end + 1).is_some_and(|token| token.kind == TokenKind::Number);
        let stop = short && number && self.is_tight(end) && self.is_sign(end, '.');
        Some((month, if stop { end + 1 } else { end }))
    }

    /// A date counted from the day of writing that has a name: "last year".
    pub fn relative(&self, at: usize) -> Option<(DateUnit, i32, usize)> {
        let pick = |means| match means {
            DateMeaning::Relative(unit, shift) => Some((unit, shift)),
            _ => None,
        };
        self.longest(at, kinds::RELATIVE, pick).map(|(end, (unit, shift))| (unit, shift, end))
    }

    /// The year after a month or quarter: "2025", "of 2025", ", 2025", "tahun 2025", "of last year".
    pub fn year_behind(&self, at: usize) -> Option<(Year, usize)> {
        let at = self.skip(self.skip_comma(at), DateRole::Of);
        if let Some((DateUnit::Year, shift, end)) = self.relative(at) {
            return Some((Year::Shift(shift), end));
        }
        let at = self.skip(at, DateRole::YearWord);
        if self.is_apostrophe(at) {
            return Some((Year::Is(self.short_year(at + 1)?), at + 2));
        }
        Some((Year::Is(self.year_number(at)?), at + 1))
    }

    /// The year of which only the last two digits are written: from 1950 to 2049.
    pub fn short_year(&self, at: usize) -> Option<i32> {
        let short = self.digits(at, 2..=2)?;
        Some(if short < 50 { 2000 + short } else { 1900 + short })
    }

    /// A year or decade with nothing else.
    pub fn year(&self, at: usize) -> Option<WrittenDate> {
        let said = self.role(at, DateRole::YearWord);
        let at = said.unwrap_or(at);
        if self.is_apostrophe(at) {
            let year = Some(Year::Is(self.short_year(at + 1)?));
            return Some(WrittenDate {
                ambiguity: Ambiguity::Year,
                ..WrittenDate::within(year, YearPart::Year, at + 2)
            });
        }
        let year = self.year_number(at)?;
        if let Some(end) = self.role(at + 1, DateRole::BeforeEra) {
            return Some(WrittenDate::within(Some(Year::Is(1 - year)), YearPart::Year, end));
        }
        let ambiguity = if said.is_some() { Ambiguity::None } else { Ambiguity::Year };
        if let Some(end) =
            self.role(at + 1, DateRole::Decade).filter(|_| year % 10 == 0 && self.is_tight(at + 1))
        {
            // "the 1900s" are a decade or a century.
            let last = if year % 100 == 0 { year + 99 } else { year + 9 };
            return Some(WrittenDate::new(DateCore::Known(Bound::years(year, last)?), end));
        }
        if let Some((last, end)) = self.next_year(at + 1, year) {
            return Some(WrittenDate {
                ambiguity,
                ..WrittenDate::new(DateCore::Known(Bound::years(year, last)?), end)
            });
        }
        Some(WrittenDate { ambiguity, ..WrittenDate::within(Some(Year::Is(year)), YearPart::Year, at + 1) })
    }

    /// The second half of "2019/2020" and "2019/20".
    fn next_year(&self, at: usize, year: i32) -> Option<(i32, usize)> {
        if !(self.is_sign(at, '/') && self.is_tight(at) && self.is_tight(at + 1)) {
            return None;
        }
        let long = self.digits(at + 1, 4..=4);
        let short = self.digits(at + 1, 2..=2).map(|short| year / 100 * 100 + short);
        long.or(short).filter(|next| *next == year + 1).map(|next| (next, at + 2))
    }

    /// Whether `'s` is at `at`, joined to what is before it.
    pub fn is_possessive(&self, at: usize) -> bool {
        self.is_tight(at) && self.token(at).is_some_and(|token| token.hash == word_hash("'s"))
    }

    /// Whether what follows makes the number before it a count: "GPUs", "million", "%".
    pub fn is_counted(&self, end: usize) -> bool {
        let sign = self.token(end).map(|token| token.kind);
        matches!(sign, Some(TokenKind::Sign('%' | '$' | '€' | '£' | '°' | '+' | '×')))
            || self.role(end, DateRole::Counted).is_some()
    }
}
