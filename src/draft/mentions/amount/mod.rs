//! Amounts and counts in a sentence: "more than US$13 billion", "27 persen", "10–12 billion", "60 regions".
//!
//! Finds where they stand and what they say; what a number is worth is read by `load`, as in claims, so that a draft and
//! a claim mean the same by the same words. Dates are no amounts and are left out first. The unit of a count is the one
//! word behind the number ("60 data center regions" counts "data"), that of money its currency, of shares "percent".

mod lexicon;
mod quantity;

use std::ops::Range;

use super::time::TimeExpression;
use crate::draft::segmentation::token_boundary;
use crate::draft::segmentation::{Token, TokenKind};
use crate::model::{Amount, Comparison, MICRO};

pub use lexicon::AmountLexicon;

use lexicon::AmountMeaning;
use quantity::{AmountParser, Quantity};

/// A amount or count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AmountExpression {
    /// Its tokens, with words of comparison, currency, scale and unit.
    pub tokens: Range<usize>,
    /// What it says.
    pub amount: Amount,
}

/// The amounts among the tokens of a sentence that stand outside its dates, in order, none overlapping another.
///
/// Takes time linear in the number of tokens.
#[must_use]
pub fn amount_expressions(
    text: &str,
    tokens: &[Token],
    words: &AmountLexicon,
    times: &[TimeExpression],
) -> Vec<AmountExpression> {
    let mut found = Vec::new();
    let mut times = times.iter().peekable();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        while times.next_if(|when| when.tokens.end <= at).is_some() {}
        let limit = times.peek().map_or(tokens.len(), |when| when.tokens.start.min(tokens.len()));
        if let Some(when) = times.peek().filter(|_| limit <= at) {
            at = when.tokens.end.max(at + 1);
            continue;
        }
        let may_begin = token.kind == TokenKind::Number
            || words.begins(token)
            || token.is_sign('-')
            || token.is_sign('−')
            || token.text(text).ends_with(|last: char| last.is_ascii_digit());
        let parser = AmountParser { text, tokens: tokens.get(..limit).unwrap_or(tokens), words };
        let amount =
            if may_begin && token_boundary::may_begin(tokens, at) { parser.expression(at) } else { None };
        match amount.filter(|amount| token_boundary::may_end(tokens, amount.tokens.end)) {
            Some(amount) => {
                at = amount.tokens.end.max(at + 1);
                found.push(amount);
            }
            None => at += 1,
        }
    }
    found
}

impl AmountParser<'_> {
    /// The amount that begins at `at`.
    fn expression(&self, at: usize) -> Option<AmountExpression> {
        let (start, comparison) = self.comparisons(at);
        let (end, amount) = self
            .between(start, comparison)
            .or_else(|| self.vague(start, comparison))
            .or_else(|| self.plain(at, start, comparison))?;
        Some(AmountExpression { tokens: at..end, amount })
    }

    /// Words of comparison; of two ("at least about"), the first one counts.
    fn comparisons(&self, at: usize) -> (usize, Option<Comparison>) {
        let pick = |means| match means {
            AmountMeaning::Compare(comparison) => Some(comparison),
            _ => None,
        };
        let Some((end, first)) = self.words.longest(self.tokens, at, pick) else { return (at, None) };
        let end = self.words.longest(self.tokens, end, pick).map_or(end, |(end, _)| end);
        (end, Some(first))
    }

    /// "between 10 and 12 billion".
    fn between(&self, at: usize, comparison: Option<Comparison>) -> Option<(usize, Amount)> {
        let pick = |means| match means {
            AmountMeaning::Between(group) => Some(group),
            _ => None,
        };
        let (behind, group) = self.words.longest(self.tokens, at, pick)?;
        let low = self.quantity(behind)?;
        let high =
            self.quantity(self.means(low.end, AmountMeaning::And(group))?).filter(|high| !high.weak)?;
        self.range(&low, &high, comparison)
    }

    /// "tens of millions of dollars".
    fn vague(&self, at: usize, comparison: Option<Comparison>) -> Option<(usize, Amount)> {
        let pick = |means| match means {
            AmountMeaning::Vague(low, high) => Some((low, high)),
            _ => None,
        };
        let (behind, (low, high)) = self.words.longest(self.tokens, at, pick)?;
        let (end, unit) = match self.behind(behind) {
            Some((end, unit)) => self.per(end, self.name(unit).to_owned()),
            None => self.noun(behind)?,
        };
        let high =
            if matches!(comparison, Some(Comparison::MoreThan | Comparison::AtLeast)) { low } else { high };
        let (low, high) = (low.checked_mul(MICRO)?, high.checked_mul(MICRO)?);
        let comparison = comparison.unwrap_or(Comparison::Exactly);
        Some((end, Amount { low, high, comparison, unit }))
    }

    /// A number, or two with a dash or "to" between.
    fn plain(&self, start: usize, at: usize, comparison: Option<Comparison>) -> Option<(usize, Amount)> {
        let low = self.quantity(at)?;
        let from =
            start.checked_sub(1).is_some_and(|before| self.means(before, AmountMeaning::From) == Some(start));
        let ranged = self.second(&low, from).and_then(|high| self.range(&low, &high, comparison));
        if ranged.is_some() && !low.plus {
            return ranged;
        }
        if low.weak {
            return None;
        }
        let micro = low.micro(self.words, low.scale)?;
        let (end, more) = self.or_more(low.end);
        let (end, unit) = self.unit(end, low.unit);
        let (end, more) = if more { (end, true) } else { self.or_more(end) };
        let counted = low.is_bare() && comparison.is_none() && !low.plus && !more;
        if counted && (unit.is_empty() || self.is_name(start)) || low.may_be_year() && !self.counts(low.end) {
            return None;
        }
        let comparison = match comparison {
            Some(comparison) => comparison,
            None if low.plus || more => Comparison::AtLeast,
            None => Comparison::Exactly,
        };
        Some((end, Amount { low: micro, high: micro, comparison, unit }))
    }

    /// The second number of a range.
    fn second(&self, low: &Quantity, from: bool) -> Option<Quantity> {
        let end = low.end;
        let next = self.tokens.get(end)?;
        let dash = matches!(next.kind, TokenKind::Sign('–' | '-' | '‑' | '‒'))
            || next.kind == TokenKind::Sign('—') && !next.spaced;
        let behind = match dash {
            true => end + 1,
            // The hyphen behind a letter is no token: "10M-12M".
            false if next.hyphenated => end,
            false if from => return None,
            false => self.means(end, AmountMeaning::To)?,
        };
        self.quantity(behind).filter(|high| !high.plus && !high.weak)
    }

    fn range(
        &self,
        low: &Quantity,
        high: &Quantity,
        comparison: Option<Comparison>,
    ) -> Option<(usize, Amount)> {
        let unit = match (low.unit, high.unit) {
            (Some(one), Some(two)) if self.name(one) != self.name(two) => return None,
            (one, two) => one.or(two),
        };
        let top = high.micro(self.words, high.scale)?;
        // "10–12 million" is 10 million to 12 million, but "900 to 1.2 million" is 900 to 1,200,000.
        let shared = low.micro(self.words, low.scale.or(high.scale))?;
        let bottom = if shared > top { low.micro(self.words, low.scale)? } else { shared };
        let (end, unit) = self.unit(high.end, unit);
        let bare = low.is_bare() && high.is_bare();
        if bottom > top || bare && unit.is_empty() || bare && high.may_be_year() && !self.counts(high.end) {
            return None;
        }
        let comparison = comparison.filter(|comparison| *comparison == Comparison::About);
        let comparison = comparison.unwrap_or(Comparison::Exactly);
        Some((end, Amount { low: bottom, high: top, comparison, unit }))
    }

    /// The unit: that which is known, else the noun behind; with "per year".
    fn unit(&self, end: usize, known: Option<u16>) -> (usize, String) {
        match known {
            Some(unit) => self.per(end, self.name(unit).to_owned()),
            None => self.noun(end).unwrap_or((end, String::new())),
        }
    }

    fn per(&self, at: usize, unit: String) -> (usize, String) {
        let pick = |means| match means {
            AmountMeaning::Per(per) => Some(per),
            _ => None,
        };
        match self.words.longest(self.tokens, at, pick) {
            Some((end, per)) => (end, format!("{unit} {}", self.words.per(per))),
            None => (at, unit),
        }
    }

    fn or_more(&self, end: usize) -> (usize, bool) {
        self.means(end, AmountMeaning::OrMore).map_or((end, false), |end| (end, true))
    }

    /// Whether a noun that is counted stands there.
    fn counts(&self, at: usize) -> bool {
        self.means(at, AmountMeaning::Counted).is_some()
    }

    /// Whether the number at `at` belongs to the name or label before it: "Windows 11 users", "page 5 says".
    fn is_name(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        let Some(token) = self.tokens.get(before) else { return false };
        // A label may have a full stop: "No. 5".
        let labels = [Some(before), before.checked_sub(1)];
        let labelled =
            labels.into_iter().flatten().any(|label| self.means(label, AmountMeaning::Label) == Some(at));
        let name = token.text(self.text).starts_with(char::is_uppercase);
        labelled
            || token.kind == TokenKind::Number
            || name && self.means(before, AmountMeaning::NoUnit).is_none()
    }
}
