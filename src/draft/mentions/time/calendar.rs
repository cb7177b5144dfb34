//! Dates in words: days, months, quarters, halves, fiscal years, parts of them, and dates counted from the day of writing.

use super::lexicon::{DateMeaning, kinds};
use super::parser::{TimeParser, YEARS};
use super::written::{Ambiguity, DateCore, DatePart, WrittenDate, Year, YearPart};
use crate::draft::segmentation::TokenKind;
use crate::model::{DateRole, DateUnit};
use crate::time::Bound;

/// The first year of the century of which the first decade goes by the same name: "the early 2000s".
const CENTURY: i32 = 2000;

/// The words for parts.
const PARTS: [(DateRole, DatePart); 5] = [
    (DateRole::Early, DatePart::Early),
    (DateRole::Mid, DatePart::Mid),
    (DateRole::Late, DatePart::Late),
    (DateRole::Earlier, DatePart::Earlier),
    (DateRole::Later, DatePart::Later),
];

impl TimeParser<'_> {
    /// The date that begins at `at`, without a preposition.
    pub fn date(&self, at: usize) -> Option<WrittenDate> {
        self.beside_weekday(at).or_else(|| self.part(at)).or_else(|| self.whole(at))
    }

    /// "Tuesday, January 21, 2025", "Selasa (8/7/2025)".
    fn beside_weekday(&self, at: usize) -> Option<WrittenDate> {
        let (behind, ()) =
            self.longest(at, kinds::WEEKDAY, |means| (means == DateMeaning::Weekday).then_some(()))?;
        if self.is_sign(behind, '(') {
            let date = self.numeric(behind + 1, true).or_else(|| self.whole(behind + 1))?;
            return (self.is_sign(date.end, ')') && date.ambiguity == Ambiguity::None)
                .then_some(WrittenDate { end: date.end + 1, ..date });
        }
        let behind = self.skip_comma(behind);
        let date = self.numeric(behind, true).or_else(|| self.day_of_month(behind))?;
        Some(date)
    }

    /// "early 2025", "awal tahun ini".
    fn part(&self, at: usize) -> Option<WrittenDate> {
        let found = PARTS.iter().filter_map(|(role, part)| Some((self.role(at, *role)?, *part)));
        let (behind, part) = found.max_by_key(|(end, _)| *end)?;
        let date = self.whole(behind).filter(|date| date.part.is_none())?;
        // "later this year", but not "later in 2019" than something else.
        let relative =
            matches!(date.core, DateCore::Shift { .. }) || matches!(date.year(), Some(Year::Shift(_)));
        if matches!(part, DatePart::Earlier | DatePart::Later) && !relative {
            return None;
        }
        // "Early 2025" is a date, "an early nineteenth-century house" has none.
        let ambiguity = match date.core {
            DateCore::Known(_) => date.ambiguity,
            _ => Ambiguity::None,
        };
        // "The early 2000s" are of the first decade of a century that has hardly begun, "the early 1900s" of the whole century.
        let core = match date.core {
            DateCore::Known(bound) if Some(bound) == Bound::years(CENTURY, CENTURY + 99) => {
                DateCore::Known(Bound::years(CENTURY, CENTURY + 9)?)
            }
            core => core,
        };
        Some(WrittenDate { core, part: Some(part), ambiguity, ..date })
    }

    /// A date that is not part of another.
    fn whole(&self, at: usize) -> Option<WrittenDate> {
        self.numeric(at, false)
            .or_else(|| self.fiscal(at))
            .or_else(|| self.quarter_or_half(at))
            .or_else(|| self.day_of_month(at))
            .or_else(|| self.part_of_year(at))
            .or_else(|| self.century(at))
            .or_else(|| self.short_decade(at))
            .or_else(|| self.counted_back(at))
            .or_else(|| self.named_relative(at))
            .or_else(|| self.year(at))
    }

    /// "fiscal 2023", "FY2024", "FY24".
    fn fiscal(&self, at: usize) -> Option<WrittenDate> {
        let (year, end) = self.fiscal_year(at)?;
        Some(WrittenDate::within(Some(Year::Is(year)), YearPart::Fiscal, end))
    }

    fn fiscal_year(&self, at: usize) -> Option<(i32, usize)> {
        if let Some(behind) = self.role(at, DateRole::Fiscal) {
            let behind = self.skip(behind, DateRole::YearWord);
            return Some((self.year_number(behind)?, behind + 1));
        }
        let token = self.token(at).filter(|token| token.kind == TokenKind::Word)?;
        let digits = self.words.fiscal_digits(token.text(self.text))?;
        let year = match digits.len() {
            2 => 2000 + digits.parse::<i32>().ok()?,
            4 => digits.parse().ok().filter(|year| (1900..=2100).contains(year))?,
            _ => return None,
        };
        Some((year, at + 1))
    }

    /// "Q3 2025", "third quarter of 2025", "kuartal III 2025", "H1".
    fn quarter_or_half(&self, at: usize) -> Option<WrittenDate> {
        if let Some(year) = self.year_number(at) {
            // "2015Q1", "2015-Q1", "2015/Q1".
            let behind = if self.is_sign(at + 1, '/') && self.is_tight(at + 1) { at + 2 } else { at + 1 };
            let (what, end) = self.lettered(behind).filter(|_| self.is_tight(behind))?;
            return Some(WrittenDate::within(Some(Year::Is(year)), what, end));
        }
        let (what, behind) = self.lettered(at).or_else(|| self.ordered(at))?;
        if let Some((_, end)) = self.fiscal_year(self.skip(behind, DateRole::Of)) {
            return self.fiscal(self.skip(behind, DateRole::Of)).map(|date| WrittenDate { end, ..date });
        }
        let behind_slash = if self.is_sign(behind, '/') { behind + 1 } else { behind };
        Some(match self.year_behind(behind_slash) {
            Some((year, end)) => WrittenDate::within(Some(year), what, end),
            None => WrittenDate::within(None, what, behind),
        })
    }

    fn lettered(&self, at: usize) -> Option<(YearPart, usize)> {
        let pick = |means| match means {
            DateMeaning::Quarter(quarter) => Some(YearPart::Quarter(quarter)),
            DateMeaning::Half(half) => Some(YearPart::Half(half)),
            _ => None,
        };
        self.longest(at, kinds::LETTERED, pick).map(|(end, what)| (what, end))
    }

    /// A quarter or half by its place, before or after the word.
    fn ordered(&self, at: usize) -> Option<(YearPart, usize)> {
        let what = |at: usize| {
            let quarter = self.role(at, DateRole::Quarter).map(|end| (end, true));
            quarter.or_else(|| self.role(at, DateRole::Half).map(|end| (end, false)))
        };
        let ordinal = |at: usize| {
            let pick = |means| match means {
                DateMeaning::Ordinal(place) => Some(place),
                _ => None,
            };
            self.longest(at, kinds::ORDINAL, pick)
        };
        let ((end, is_quarter), place) = match ordinal(at) {
            Some((behind, place)) => (what(behind)?, place),
            None => {
                let (behind, is_quarter) = what(at)?;
                let (end, place) = ordinal(behind)?;
                ((end, is_quarter), place)
            }
        };
        let what = if is_quarter { YearPart::Quarter(place) } else { YearPart::Half(place) };
        let last = if is_quarter { 4 } else { 2 };
        (place <= last).then_some((what, end))
    }

    /// A month, perhaps with a day: "21 January 2025", "January 21st, 2025", "January of last year", "Januari lalu".
    fn day_of_month(&self, at: usize) -> Option<WrittenDate> {
        if let Some((day, behind)) = self.day_number(at) {
            let named = self.skip(behind, DateRole::Of);
            // Who won 11 in March won on no day of it.
            if named > behind && self.role(behind, DateRole::On).is_some() {
                return None;
            }
            let (month, behind) = self.month(named)?;
            return Some(self.near_day(month, day, behind));
        }
        if let Some(behind) = self.near(at).filter(|_| !self.words.modifiers_follow) {
            let (month, end) = self.month(behind.0)?;
            return self.with_near(month, behind.1, end);
        }
        let (month, behind) = self.month(at)?;
        if let Some((day, year)) = self.day_and_year(behind) {
            return Some(WrittenDate::within(Some(Year::Is(year)), YearPart::Day(month, day), behind + 1));
        }
        if let Some((day, end)) = self.day_number(self.skip(behind, DateRole::Of)) {
            let date = self.dated(YearPart::Day(month, day), end);
            let is_day = !self.is_sign(end, '/') && !self.goes_on_as_number(end);
            if is_day && (!date.lacks_year() || !self.is_counted(end)) {
                return Some(date);
            }
        }
        if let Some((end, shift)) = self.near(behind).filter(|_| self.words.modifiers_follow) {
            return self.with_near(month, shift, end);
        }
        Some(self.dated(YearPart::Month(month), behind))
    }

    /// "1,2015" of "March 1,2015", which is one token.
    fn day_and_year(&self, at: usize) -> Option<(u8, i32)> {
        let token = self.token(at).filter(|token| token.kind == TokenKind::Number)?;
        let (day, year) = token.text(self.text).split_once(',')?;
        let is_date = (1..=2).contains(&day.len()) && year.len() == 4;
        let (day, year) = (day.parse().ok()?, year.parse().ok()?);
        (is_date && (1..=31).contains(&day) && YEARS.contains(&year)).then_some((day, year))
    }

    /// A day of a month, which may be the last or next one: "21 Januari lalu".
    fn near_day(&self, month: u8, day: u8, behind: usize) -> WrittenDate {
        match self.near(behind).filter(|(_, shift)| self.words.modifiers_follow && *shift != 0) {
            Some((end, shift)) => {
                WrittenDate::within(None, YearPart::Near { month, day: Some(day), shift }, end)
            }
            None => self.dated(YearPart::Day(month, day), behind),
        }
    }

    /// Whether a percentage or time of day follows the number before `end`: "10%", "10:30".
    fn goes_on_as_number(&self, end: usize) -> bool {
        self.is_tight(end) && (self.is_sign(end, '%') || self.is_sign(end, ':') && self.is_tight(end + 1))
    }

    /// With the year that follows, if one does.
    fn dated(&self, what: YearPart, behind: usize) -> WrittenDate {
        match self.year_behind(behind) {
            Some((year, end)) => {
                // "21 Januari 2025 lalu": with a year, it says nothing more.
                let repeated = self.near(end).filter(|_| self.words.modifiers_follow);
                WrittenDate::within(Some(year), what, repeated.map_or(end, |(end, _)| end))
            }
            None => WrittenDate::within(None, what, behind),
        }
    }

    /// "last", "this" or "next" beside a month's name.
    pub fn near(&self, at: usize) -> Option<(usize, i8)> {
        let roles = [(DateRole::Last, -1), (DateRole::This, 0), (DateRole::Next, 1)];
        let found = roles.iter().filter_map(|(role, shift)| Some((self.role(at, *role)?, *shift)));
        found.max_by_key(|(end, _)| *end)
    }

    fn with_near(&self, month: u8, shift: i8, end: usize) -> Option<WrittenDate> {
        // "last January 2020" and "last May 5" say something else.
        let alone = self.year_behind(end).is_none() && self.day_number(end).is_none();
        alone.then(|| WrittenDate::within(None, YearPart::Near { month, day: None, shift }, end))
    }

    /// "last year", "yesterday".
    fn named_relative(&self, at: usize) -> Option<WrittenDate> {
        let (unit, by, end) = self.relative(at)?;
        Some(match unit {
            DateUnit::Year => WrittenDate::within(Some(Year::Shift(by)), YearPart::Year, end),
            _ => WrittenDate::new(DateCore::Shift { unit, by, rough: false }, end),
        })
    }

    /// "three months ago", "dua tahun lalu", "two years from now".
    fn counted_back(&self, at: usize) -> Option<WrittenDate> {
        let (number, unit, behind) = self.length(at)?;
        let back = self.role(behind, DateRole::Ago).map(|end| (end, -number));
        let (end, by) = back.or_else(|| self.role(behind, DateRole::Ahead).map(|end| (end, number)))?;
        Some(WrittenDate::new(DateCore::Shift { unit, by, rough: true }, end))
    }

    /// "three months", "2 tahun".
    fn length(&self, at: usize) -> Option<(i32, DateUnit, usize)> {
        let pick = |means| match means {
            DateMeaning::Number(number) => Some(number),
            _ => None,
        };
        let in_words = self.longest(at, kinds::NUMBER, pick);
        let (behind, number) = in_words.or_else(|| Some((at + 1, self.digits(at, 1..=3)?)))?;
        let units = [
            (DateRole::Day, DateUnit::Day),
            (DateRole::Week, DateUnit::Week),
            (DateRole::Month, DateUnit::Month),
            (DateRole::Year, DateUnit::Year),
            (DateRole::TenYears, DateUnit::Decade),
        ];
        let (end, unit) = units.iter().find_map(|(role, unit)| Some((self.role(behind, *role)?, *unit)))?;
        Some((number, unit, end))
    }

    /// "the past two years", "dua tahun terakhir": when they began, and what is after them.
    pub fn past_length(&self, at: usize) -> Option<WrittenDate> {
        let before = self.role(at, DateRole::PastBefore);
        let (number, unit, behind) = self.length(before.unwrap_or(at))?;
        let end = if before.is_some() { behind } else { self.role(behind, DateRole::PastBehind)? };
        Some(WrittenDate::new(DateCore::Shift { unit, by: -number, rough: true }, end))
    }
}
