//! Dates by name: seasons, holidays, centuries and decades.

use super::lexicon::{DateMeaning, kinds};
use super::parser::TimeParser;
use super::written::{Ambiguity, DateCore, WrittenDate, Year, YearPart};
use crate::draft::segmentation::Token;
use crate::model::DateRole;
use crate::time::Bound;

impl TimeParser<'_> {
    /// "spring 2025", "the winter of 2015/16", "last summer", "Christmas 2022".
    pub fn part_of_year(&self, at: usize) -> Option<WrittenDate> {
        let pick = |means| match means {
            DateMeaning::Part(stretch) => Some(stretch),
            _ => None,
        };
        if let Some((behind, shift)) = self.near(at).filter(|_| !self.words.modifiers_follow) {
            let (end, stretch) = self.longest(behind, kinds::PART, pick)?;
            return Some(WrittenDate::within(None, YearPart::NearPart { stretch, shift }, end));
        }
        let (behind, stretch) = self.longest(at, kinds::PART, pick)?;
        if let Some((year, end)) = self.year_behind(behind) {
            let (what, end) = match self.next_year_behind(year, end).filter(|_| stretch.crosses_years()) {
                Some(end) => (YearPart::PartInto(stretch), end),
                None => (YearPart::Part(stretch), end),
            };
            return Some(WrittenDate::within(Some(year), what, end));
        }
        if let Some((end, shift)) = self.near(behind).filter(|_| self.words.modifiers_follow) {
            return Some(WrittenDate::within(None, YearPart::NearPart { stretch, shift }, end));
        }
        // "In spring", but not "before the fall of the city".
        let alone = !self.token(behind).is_some_and(Token::is_wordy);
        alone.then(|| WrittenDate::within(None, YearPart::Part(stretch), behind))
    }

    /// After the second half of "2015/16" and "2015–16".
    fn next_year_behind(&self, year: Year, at: usize) -> Option<usize> {
        let Year::Is(year) = year else { return None };
        let is_joint = ['/', '-', '–'].into_iter().any(|sign| self.is_sign(at, sign));
        let next = self.digits(at + 1, 4..=4).or_else(|| {
            let short = self.digits(at + 1, 2..=2)?;
            Some(year / 100 * 100 + short + if short == 0 { 100 } else { 0 })
        });
        (is_joint && self.is_tight(at) && self.is_tight(at + 1) && next == year.checked_add(1))
            .then_some(at + 2)
    }

    /// "the nineteenth century", "abad ke-19": a date only after a preposition, because "a nineteenth-century house" is
    /// not one.
    pub fn century(&self, at: usize) -> Option<WrittenDate> {
        let ordinal = |at: usize| {
            let pick = |means| match means {
                DateMeaning::Ordinal(place) => Some(place),
                _ => None,
            };
            let in_words = self.longest(at, kinds::ORDINAL, pick);
            in_words.or_else(|| Some((at + 1, u8::try_from(self.digits(at, 1..=2)?).ok()?)))
        };
        let word = |at: usize| self.role(at, DateRole::Century);
        let (place, end) = match word(at) {
            Some(behind) => ordinal(behind).map(|(end, place)| (place, end))?,
            None => {
                let (behind, place) = ordinal(at)?;
                let is_adjective = self.token(behind).is_none_or(|token| token.hyphenated);
                (place, word(behind).filter(|_| !is_adjective)?)
            }
        };
        let last = i32::from(place).checked_mul(100).filter(|last| (100..=2100).contains(last))?;
        let (bound, end) = match self.role(end, DateRole::BeforeEra) {
            Some(behind) => (Bound::years(1 - last, 101 - last)?, behind),
            // The nineteenth century begins in 1800 or in 1801, as people count.
            None => (Bound::years(last - 100, last)?, end),
        };
        Some(WrittenDate { ambiguity: Ambiguity::Month, ..WrittenDate::new(DateCore::Known(bound), end) })
    }

    /// "the 90s", "the '90s", "the nineties", "tahun 90-an": a date only after a preposition.
    pub fn short_decade(&self, at: usize) -> Option<WrittenDate> {
        let pick = |means| match means {
            DateMeaning::Decade(first) => Some(first),
            _ => None,
        };
        let at = self.skip(at, DateRole::YearWord);
        let (end, first) = self.longest(at, kinds::DECADE, pick).or_else(|| {
            let number = if self.is_apostrophe(at) { at + 1 } else { at };
            let short = self.digits(number, 2..=2).filter(|short| short % 10 == 0)?;
            let end = self.role(number + 1, DateRole::Decade).filter(|_| self.is_tight(number + 1))?;
            Some((end, 1900 + short))
        })?;
        // The twenties may be those of either century.
        let last = if first < 1930 { first + 109 } else { first + 9 };
        let bound = Bound::years(first, last)?;
        Some(WrittenDate { ambiguity: Ambiguity::Month, ..WrittenDate::new(DateCore::Known(bound), end) })
    }

    /// Whether the apostrophe of a shortened year is at `at`: "'15".
    pub fn is_apostrophe(&self, at: usize) -> bool {
        ['\'', '’', '‘'].into_iter().any(|sign| self.is_sign(at, sign)) && self.is_tight(at + 1)
    }
}
