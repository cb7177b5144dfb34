//! Amounts and counts in a sentence: "more than US$13 billion", "27 persen", "10–12 billion", "60 regions".
//!
//! Finds where they stand; what they say is read as in claims. Dates are no amounts and are left out first. The unit of a
//! count is the one word behind the number, that of money its currency, of shares "percent".

use std::ops::Range;

use super::time::TimeExpression;
use crate::amounts::{AmountLexicon, AmountMeaning, AmountParser, Expression};
use crate::draft::segmentation::token_boundary;
use crate::draft::segmentation::{Token, TokenKind};
use crate::model::Amount;

/// An amount or count.
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
        let parser = AmountParser::of_sentence(text, tokens.get(..limit).unwrap_or(tokens), words);
        let may_begin = may_begin && token_boundary::may_begin(tokens, at);
        let read = may_begin.then(|| parser.expression(at).ok()).flatten();
        match read.filter(|read| is_amount(&parser, at, read) && token_boundary::may_end(tokens, read.end)) {
            Some(Expression { end, amount, .. }) => {
                found.push(AmountExpression { tokens: at..end, amount });
                at = end.max(at + 1);
            }
            None => at += 1,
        }
    }
    found
}

/// Whether the number at `at` is an amount, and no year, name or label.
fn is_amount(parser: &AmountParser<'_>, at: usize, read: &Expression) -> bool {
    let uncounted = read.bare && (read.amount.unit.is_empty() || is_name(parser, at));
    !uncounted && !read.year
}

/// Whether the number at `at` belongs to the name or label before it: "Windows 11 users", "page 5 says".
fn is_name(parser: &AmountParser<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let Some(token) = parser.tokens.get(before) else { return false };
    // A label may have a full stop: "No. 5".
    let labels = [Some(before), before.checked_sub(1)];
    let labelled =
        labels.into_iter().flatten().any(|label| parser.means(label, AmountMeaning::Label) == Some(at));
    let name = token.text(parser.text).starts_with(char::is_uppercase);
    labelled
        || token.kind == TokenKind::Number
        || name && parser.means(before, AmountMeaning::NoUnit).is_none()
}
