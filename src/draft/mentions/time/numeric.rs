//! Dates in digits: 2025-01-21, 2025-01, 21/1/2025, 21.1.2025.
//!
//! Where day and month may be either way round and neither the language nor the sign says which comes first, it may be either day.

use super::parser::{TimeParser, YEARS};
use super::written::{Ambiguity, DateCore, WrittenDate, Year, YearPart};
use crate::draft::segmentation::TokenKind;
use crate::time::{Bound, Day};

impl TimeParser<'_> {
    /// A date in digits; `beside_weekday`, also one without a year or with its last two digits.
    pub fn numeric(&self, at: usize, beside_weekday: bool) -> Option<WrittenDate> {
        let full = self.year_first(at).or_else(|| self.year_last(at)).or_else(|| self.pointed(at));
        full.or_else(|| if beside_weekday { self.short(at) } else { self.guarded(at) })
    }

    /// After what is written as a date in digits, whether there is such a date or not: "31/31/2025".
    pub fn behind_digits(&self, at: usize) -> Option<usize> {
        let three = |sign, first: usize, last: usize| {
            self.digits(at, first..=first.max(2))?;
            self.joined(at + 1, sign, 1..=2)?;
            self.joined(at + 3, sign, last..=last.max(2)).map(|_| at + 5)
        };
        let signs = ['/', '-'];
        let pointed = || {
            let token = self.token(at).filter(|token| token.kind == TokenKind::Number)?;
            let lengths: Vec<usize> = token.text(self.text).split('.').map(str::len).collect();
            matches!(lengths[..], [1 | 2, 1 | 2, 4]).then_some(at + 1)
        };
        signs.into_iter().find_map(|sign| three(sign, 1, 4).or_else(|| three(sign, 4, 1))).or_else(pointed)
    }

    /// Numbers with that sign between them and no white space: the number after the sign at `at`.
    fn joined(&self, at: usize, sign: char, digits: std::ops::RangeInclusive<usize>) -> Option<i32> {
        let tight = self.is_tight(at) && self.is_tight(at + 1);
        if tight && self.is_sign(at, sign) { self.digits(at + 1, digits) } else { None }
    }

    /// `2025-01-21`, `2025/01/21`, `2025-01`.
    fn year_first(&self, at: usize) -> Option<WrittenDate> {
        let year = self.year_number(at)?;
        let day = |sign, digits: std::ops::RangeInclusive<usize>| {
            let month = self.joined(at + 1, sign, digits.clone())?;
            let day = self.joined(at + 3, sign, digits)?;
            Some(Bound::day(Day::from_calendar(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)?))
        };
        if let Some(bound) = day('-', 2..=2).or_else(|| day('/', 1..=2)) {
            return Some(WrittenDate::new(DateCore::Known(bound), self.behind_time(at + 5)));
        }
        let month = self.joined(at + 1, '-', 2..=2)?;
        // "2010-12" may be two years: a month only where the second one would not be later.
        let is_range = month > year % 100 && month > 9;
        let goes_on = self.is_tight(at + 3) && self.is_sign(at + 3, '-');
        let bound = Bound::month(year, u8::try_from(month).ok()?)?;
        (!is_range && !goes_on).then(|| WrittenDate::new(DateCore::Known(bound), at + 3))
    }

    /// After the time of day of an ISO date: `T10:30:00Z`.
    fn behind_time(&self, at: usize) -> usize {
        let is_time = |token: &crate::draft::segmentation::Token| {
            let word = token.text(self.text);
            let digits = word.strip_prefix(['T', 't']).unwrap_or_default();
            !token.spaced && digits.starts_with(|next: char| next.is_ascii_digit())
        };
        if !self.token(at).is_some_and(is_time) {
            return at;
        }
        /// A time of day has no more tokens than this.
        const LONGEST: usize = 8;
        let rest = self.tokens.iter().skip(at + 1).take(LONGEST);
        let tight = rest.take_while(|token| {
            !token.spaced
                && (token.is_wordy() || token.is_sign(':') || token.is_sign('+') || token.is_sign('-'))
        });
        at + 1 + tight.count()
    }

    /// `8/7/2025`, `08-07-2025`.
    fn year_last(&self, at: usize) -> Option<WrittenDate> {
        let first = self.digits(at, 1..=2)?;
        let read = |sign| {
            let second = self.joined(at + 1, sign, 1..=2)?;
            let year = self.joined(at + 3, sign, 4..=4)?;
            self.day_and_month(first, second, Some(year), at + 5)
        };
        read('/').or_else(|| read('-'))
    }

    /// `8/7/25`, `07/2025`, `07.2025` and `20250708`: dates only after a preposition.
    fn guarded(&self, at: usize) -> Option<WrittenDate> {
        let in_one_token = self.month_pointed(at).or_else(|| self.compact(at));
        let read = in_one_token.or_else(|| self.slashed(at));
        read.map(|date| WrittenDate { ambiguity: Ambiguity::Month, ..date })
    }

    /// `03.2025`, which is one token.
    fn month_pointed(&self, at: usize) -> Option<WrittenDate> {
        let token = self.token(at).filter(|token| token.kind == TokenKind::Number)?;
        let (month, year) = token.text(self.text).split_once('.')?;
        let is_long = month.len() == 2 && year.len() == 4;
        let year = year.parse().ok().filter(|year| is_long && YEARS.contains(year))?;
        let month = month.parse().ok().filter(|month| (1..=12).contains(month))?;
        Some(WrittenDate::within(Some(Year::Is(year)), YearPart::Month(month), at + 1))
    }

    /// `20250708`.
    fn compact(&self, at: usize) -> Option<WrittenDate> {
        let number = self.digits(at, 8..=8)?;
        let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100);
        let day = Day::from_calendar(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)?;
        YEARS.contains(&year).then(|| WrittenDate::new(DateCore::Known(Bound::day(day)), at + 1))
    }

    /// `8/7/25` and `07/2025`.
    fn slashed(&self, at: usize) -> Option<WrittenDate> {
        let first = self.digits(at, 1..=2)?;
        let day = || {
            let second = self.joined(at + 1, '/', 1..=2)?;
            self.joined(at + 3, '/', 2..=2)?;
            self.day_and_month(first, second, Some(self.short_year(at + 4)?), at + 5)
        };
        let month = || {
            let year = self.joined(at + 1, '/', 4..=4)?;
            let what = YearPart::Month(u8::try_from(first).ok().filter(|month| (1..=12).contains(month))?);
            Some(WrittenDate::within(Some(Year::Is(year)), what, at + 3))
        };
        day().or_else(month)
    }

    /// `21.1.2025`, which is one token.
    fn pointed(&self, at: usize) -> Option<WrittenDate> {
        /// `31.12.2025`
        const LONGEST: usize = 10;
        let token = self.token(at).filter(|token| token.kind == TokenKind::Number)?;
        let written = token.text(self.text);
        if written.len() > LONGEST || written.contains(',') {
            return None;
        }
        let mut parts = written.split('.');
        let (first, second, year) = (parts.next()?, parts.next()?, parts.next()?);
        if parts.next().is_some() || first.len() > 2 || second.len() > 2 || year.len() != 4 {
            return None;
        }
        let number = |part: &str| part.parse().ok();
        let (first, second, year) = (number(first)?, number(second)?, number(year));
        // With full stops the day comes first in any language that does not say otherwise, unless there is no such month.
        let is_day_first = self.words.day_first.is_none() && (1..=12).contains(&second);
        if is_day_first {
            Self::day_month(first, second, year, at + 1)
        } else {
            self.day_and_month(first, second, year, at + 1)
        }
    }

    /// `8/7` and `8/7/25`, as after a weekday.
    fn short(&self, at: usize) -> Option<WrittenDate> {
        let first = self.digits(at, 1..=2)?;
        let second = self.joined(at + 1, '/', 1..=2)?;
        match self.joined(at + 3, '/', 2..=2) {
            Some(year) => self.day_and_month(first, second, Some(2000 + year), at + 5),
            None => self.day_and_month(first, second, None, at + 3),
        }
    }

    fn day_month(day: i32, month: i32, year: Option<i32>, end: usize) -> Option<WrittenDate> {
        let (day, month) = (u8::try_from(day).ok()?, u8::try_from(month).ok()?);
        let exists = (1..=12).contains(&month) && (1..=31).contains(&day);
        exists.then(|| WrittenDate::within(year.map(Year::Is), YearPart::Day(month, day), end))
    }

    fn day_and_month(&self, first: i32, second: i32, year: Option<i32>, end: usize) -> Option<WrittenDate> {
        let dated = |day: i32, month: i32| Self::day_month(day, month, year, end);
        match self.words.day_first {
            Some(true) => dated(first, second),
            Some(false) => dated(second, first),
            None if first == second || second > 12 || first > 12 => {
                dated(first, second).or_else(|| dated(second, first))
            }
            None => {
                let day = |day: i32, month: i32| {
                    Day::from_calendar(year?, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
                };
                let (one, two) = (day(first, second)?, day(second, first)?);
                let either = Bound::new(one.min(two), one.max(two));
                Some(WrittenDate::new(DateCore::Known(either), end))
            }
        }
    }
}
