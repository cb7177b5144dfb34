//! Whether the context of a bare number makes it a year, and that of a bare name a month.
//!
//! Judges only the context; the date itself, and what is said with it, is read elsewhere.

use super::lexicon::{DateMeaning, kinds};
use super::parser::TimeParser;
use super::range::DateRange;
use super::written::{Ambiguity, DateCore, WrittenDate, Year, YearPart};
use crate::draft::segmentation::{Token, TokenKind};
use crate::model::DateRole;

/// Years that are read as years when only a noun after them, or another year, shows it.
pub const RECENT: std::ops::RangeInclusive<i32> = 1900..=2100;

impl TimeParser<'_> {
    /// Whether the preposition is enough for a number or an ambiguous word.
    pub fn has_evidence(&self, role: DateRole, date: &WrittenDate) -> bool {
        match (date.ambiguity, role) {
            (Ambiguity::None, _) => true,
            // "On 3/1/15", but not "at May".
            (Ambiguity::Month, DateRole::OnDay) => date.year().is_some() || is_short(date),
            (Ambiguity::Year, DateRole::OnDay) => false,
            (Ambiguity::Month, _) => !matches!(role, DateRole::Weak | DateRole::About),
            (Ambiguity::Year, DateRole::Weak) => {
                !self.token(date.end).is_some_and(Token::is_wordy) || self.is_possessive(date.end)
            }
            (Ambiguity::Year, DateRole::UpTo | DateRole::About) => {
                is_recent(date) && !self.is_counted(date.end) && !self.may_count(date.end)
            }
            (Ambiguity::Year, DateRole::By | DateRole::AsOf | DateRole::Before | DateRole::After) => {
                is_recent(date) && !self.is_counted(date.end)
            }
            // "Since 2019 users can" is a year, whatever follows; of a year long past that is not so clear.
            (Ambiguity::Year, _) if is_recent(date) => !self.is_sum(date.end),
            (Ambiguity::Year, _) => !self.is_counted(date.end) && !self.may_count(date.end),
        }
    }

    /// Whether the number at `at` looks like a year, whatever the context, and is neither counted nor labelled.
    pub fn looks_like_year(&self, at: usize) -> bool {
        let is_label = |means| (means == DateMeaning::Label).then_some(());
        let labelled = at.checked_sub(1).is_some_and(|before| {
            self.longest(before, kinds::LABEL, is_label).is_some_and(|(end, ())| end == at)
        });
        self.year_number(at).is_some_and(|year| RECENT.contains(&year))
            && !self.is_counted(at + 1)
            && !labelled
    }

    /// Whether a sign makes the number before it an amount, whatever is before that.
    fn is_sum(&self, end: usize) -> bool {
        self.token(end).is_some_and(|token| !token.is_wordy()) && self.is_counted(end)
    }

    /// Whether a noun follows that may be counted: any word without a capital except those known not to be.
    fn may_count(&self, end: usize) -> bool {
        let Some(token) = self.token(end).filter(|token| token.is_wordy()) else { return false };
        let capital = token.text(self.text).starts_with(char::is_uppercase);
        let is_none = |means| (means == DateMeaning::NoNoun).then_some(());
        !capital && self.longest(end, kinds::NO_NOUN, is_none).is_none() && !self.is_possessive(end)
    }

    /// Whether a number is there.
    pub fn is_number(&self, at: Option<usize>) -> bool {
        at.and_then(|at| self.token(at)).is_some_and(|token| token.kind == TokenKind::Number)
    }

    /// Whether two numbers are years because of their size and of what follows.
    pub fn allows_span(&self, span: &DateRange) -> bool {
        let recent = span.years().is_none_or(|(from, to)| RECENT.contains(&from) && RECENT.contains(&to));
        recent && !self.is_counted(span.end)
    }

    /// Whether a bare number is a year by its place: in brackets, at the start before a comma, before a noun after
    /// "the", after a noun of dated things.
    pub fn stands_as_year(&self, at: usize, date: &WrittenDate) -> bool {
        if self.is_counted(date.end) {
            return false;
        }
        let sign = |at: Option<usize>| match at.and_then(|at| self.token(at)).map(|token| token.kind) {
            Some(TokenKind::Sign(sign)) => Some(sign),
            _ => None,
        };
        let behind = sign(Some(date.end));
        let Some(before) = at.checked_sub(1) else {
            let closes = matches!(behind, Some(',' | ':' | '–' | '—' | '-'));
            return self.token(date.end).is_none() && is_recent(date) || closes;
        };
        if matches!(sign(Some(before)), Some('(' | '[')) {
            return matches!(behind, Some(')' | ']' | ',' | ';'));
        }
        if !is_recent(date) {
            return false;
        }
        if self.is_possessive(date.end) {
            return true;
        }
        let is_noun = self.token(date.end).is_some_and(|next| next.kind == TokenKind::Word && next.spaced);
        // A curly apostrophe is a token of its own: "’s".
        let owned = before.checked_sub(1).and_then(|before| self.role(before, DateRole::Determiner));
        let determined = self.role(before, DateRole::Determiner).or(owned) == Some(at);
        determined && is_noun || self.role(before, DateRole::DatedNoun) == Some(at)
    }
}

/// Whether its days are known and fewer than those of a year.
fn is_short(date: &WrittenDate) -> bool {
    const YEAR: i32 = 365;
    matches!(date.core, DateCore::Known(bound)
        if bound.latest.minus(bound.earliest).is_some_and(|days| days < YEAR))
}

/// Whether it is not a bare year, or one of the last two centuries.
pub fn is_recent(date: &WrittenDate) -> bool {
    match date.core {
        DateCore::Within { year: Some(Year::Is(year)), what: YearPart::Year } => RECENT.contains(&year),
        DateCore::Known(bound) => bound.earliest.calendar().is_some_and(|(year, ..)| RECENT.contains(&year)),
        _ => true,
    }
}
