//! Amounts of one number or two, with comparison and unit. Where in a sentence to look for them is not decided here.

use super::NoAmount;
use super::lexicon::AmountMeaning;
use super::quantity::{AmountParser, Quantity};
use crate::model::{Amount, Comparison, MICRO};
use crate::tokens::TokenKind;

/// An amount that begins at a token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expression {
    /// The token after it.
    pub end: usize,
    /// What it says.
    pub amount: Amount,
    /// Whether only digits are written: no comparison, scale or known unit.
    pub bare: bool,
    /// Whether its digits may be a year, and no noun that is counted follows.
    pub year: bool,
    /// Whether a noun is counted, and not money, a share or a measure.
    pub counts: bool,
    /// Whether words are between the number and its noun that may narrow what is counted.
    pub narrowed: bool,
}

/// The unit of an amount.
struct WrittenUnit {
    /// The token after it.
    end: usize,
    /// Its name; empty if there is none.
    name: String,
    counts: bool,
    narrowed: bool,
}

impl AmountParser<'_> {
    /// The amount that begins at `at`.
    ///
    /// # Errors
    ///
    /// Why there is none.
    pub fn expression(&self, at: usize) -> Result<Expression, NoAmount> {
        let (start, comparison) = self.comparisons(at);
        self.between(start, comparison)
            .or_else(|| self.vague(start, comparison))
            .unwrap_or_else(|| self.plain(at, start, comparison))
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
    fn between(&self, at: usize, comparison: Option<Comparison>) -> Option<Result<Expression, NoAmount>> {
        let pick = |means| match means {
            AmountMeaning::Between(group) => Some(group),
            _ => None,
        };
        let (behind, group) = self.words.longest(self.tokens, at, pick)?;
        let low = self.quantity(behind);
        Some(low.and_then(|low| {
            let and = self.means(low.end, AmountMeaning::And(group)).ok_or(NoAmount::NotOne)?;
            let high = self.quantity(and).ok().filter(|high| !high.weak).ok_or(NoAmount::NotOne)?;
            self.range(&low, &high, comparison)
        }))
    }

    /// "tens of millions of dollars".
    fn vague(&self, at: usize, comparison: Option<Comparison>) -> Option<Result<Expression, NoAmount>> {
        let pick = |means| match means {
            AmountMeaning::Vague(low, high) => Some((low, high)),
            _ => None,
        };
        let (behind, (low, high)) = self.words.longest(self.tokens, at, pick)?;
        let opens_up = matches!(comparison, Some(Comparison::MoreThan | Comparison::AtLeast));
        let high = if opens_up { low } else { high };
        let known = self.behind(behind);
        let (end, unit) = known.map_or((behind, None), |(end, unit)| (end, Some(unit)));
        let unit = self.unit(end, unit).and_then(|unit| {
            if unit.name.is_empty() && !self.whole { Err(NoAmount::NotOne) } else { Ok(unit) }
        });
        Some(unit.and_then(|unit| {
            let micro = |number: i128| number.checked_mul(MICRO).ok_or(NoAmount::TooLarge);
            let comparison = comparison.unwrap_or(Comparison::Exactly);
            let amount = Amount { low: micro(low)?, high: micro(high)?, comparison, unit: unit.name };
            let WrittenUnit { end, counts, narrowed, .. } = unit;
            Ok(Expression { end, amount, bare: false, year: false, counts, narrowed })
        }))
    }

    /// A number, or two with a dash or "to" between.
    fn plain(&self, start: usize, at: usize, comparison: Option<Comparison>) -> Result<Expression, NoAmount> {
        let low = self.quantity(at)?;
        let is_change = !self.whole
            && start.checked_sub(1).is_some_and(|from| self.means(from, AmountMeaning::From) == Some(start));
        if let Some(high) = self.second(&low, is_change).filter(|_| !low.plus) {
            let range = self.range(&low, &high, comparison);
            if self.whole || range.is_ok() {
                return range;
            }
        }
        if low.weak {
            return Err(NoAmount::NotOne);
        }
        self.as_count(&[&low], low.end)?;
        let micro = low.micro(low.scale)?;
        let (end, more) = self.or_more(low.end);
        let WrittenUnit { end, name: unit, counts, narrowed } = self.unit(end, low.unit)?;
        let (end, more) = if more { (end, true) } else { self.or_more(end) };
        let comparison_behind = (low.plus || more).then_some(Comparison::AtLeast);
        let bare = low.is_bare() && comparison.or(comparison_behind).is_none();
        let comparison = comparison.or(comparison_behind).unwrap_or(Comparison::Exactly);
        let amount = Amount { low: micro, high: micro, comparison, unit };
        let year = low.may_be_year() && !self.counts(low.end);
        Ok(Expression { end, amount, bare, year, counts, narrowed })
    }

    /// The second number of a range.
    fn second(&self, low: &Quantity<'_>, is_change: bool) -> Option<Quantity<'_>> {
        let end = low.end;
        let next = self.tokens.get(end)?;
        let dash = matches!(next.kind, TokenKind::Sign('–' | '-' | '‑' | '‒'))
            || next.kind == TokenKind::Sign('—') && !next.spaced;
        let behind = match dash {
            true => end + 1,
            // The hyphen after a letter is not a token: "10M-12M".
            false if next.hyphenated => end,
            false if is_change => return None,
            false => self.means(end, AmountMeaning::To)?,
        };
        self.quantity(behind).ok().filter(|high| !high.plus && !high.weak)
    }

    fn range(
        &self,
        low: &Quantity<'_>,
        high: &Quantity<'_>,
        comparison: Option<Comparison>,
    ) -> Result<Expression, NoAmount> {
        let unit = match (low.unit, high.unit) {
            (Some(one), Some(two)) if one != two => return Err(NoAmount::TwoUnits),
            (one, two) => one.or(two),
        };
        let top = high.micro(high.scale)?;
        // "10–12 million" is 10 million to 12 million, but "900 to 1.2 million" is 900 to 1,200,000.
        let shared = low.micro(low.scale.or(high.scale))?;
        let bottom = if shared > top { low.micro(low.scale)? } else { shared };
        if bottom > top {
            return Err(NoAmount::Inverted);
        }
        let WrittenUnit { end, name: unit, counts, narrowed } = self.unit(high.end, unit)?;
        self.as_count(&[low, high], high.end)?;
        let bare = low.is_bare() && high.is_bare();
        let comparison = comparison.filter(|comparison| *comparison == Comparison::About);
        let comparison = comparison.unwrap_or(Comparison::Exactly);
        let amount = Amount { low: bottom, high: top, comparison, unit };
        let year = high.may_be_year() && !self.counts(high.end);
        Ok(Expression { end, amount, bare, year, counts, narrowed })
    }

    /// The unit: that which is known, with "per year"; else the noun after, or where the whole text is an amount,
    /// all that follows.
    fn unit(&self, end: usize, known: Option<u16>) -> Result<WrittenUnit, NoAmount> {
        let (counts, mut narrowed) = (known.is_none(), false);
        let (end, name) = match known {
            Some(unit) => self.per(end, self.name(unit).to_owned()),
            None if self.whole => self.named_noun(end).unwrap_or((end, String::new())),
            None => match self.noun(end) {
                Some(noun) => {
                    narrowed = noun.narrowed;
                    self.per(noun.end, noun.name)
                }
                None => (end, String::new()),
            },
        };
        let (end, name) = if self.whole { self.rest_as_unit(end, name)? } else { (end, name) };
        Ok(WrittenUnit { end, name, counts, narrowed })
    }

    /// Whether these numbers may count the noun at `at`.
    fn as_count(&self, numbers: &[&Quantity<'_>], at: usize) -> Result<(), NoAmount> {
        let counts = self.noun(at).is_some_and(|noun| noun.known);
        if counts { numbers.iter().try_for_each(|number| number.as_count()) } else { Ok(()) }
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

    pub(super) fn or_more(&self, end: usize) -> (usize, bool) {
        self.means(end, AmountMeaning::OrMore).map_or((end, false), |end| (end, true))
    }
}
