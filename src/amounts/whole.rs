//! Texts that are an amount as a whole, as values on record are, in the words of all languages together.

use super::lexicon::{AmountLexicon, AmountMeaning};
use super::number::{self, DecimalMark};
use super::quantity::AmountParser;
use super::{Expression, NoAmount};
use crate::model::{Amount, Comparison};
use crate::tokens::tokenize;

/// Reads an amount from text in lower case with single spaces, which must be one as a whole.
///
/// # Errors
///
/// Why it is not.
pub fn read_amount(folded: &str, words: &AmountLexicon) -> Result<Amount, NoAmount> {
    let mut tokens = Vec::new();
    tokenize(folded, 0..folded.len(), &mut tokens);
    if tokens.is_empty() {
        return Err(NoAmount::Nothing);
    }
    // Words decide only how a number with separators is read, and looking for them takes longest.
    let decimal =
        if folded.contains(['.', ',']) { words.decimal_of(folded, &tokens) } else { DecimalMark::Unknown };
    let parser = AmountParser { text: folded, tokens: &tokens, words, decimal, whole: true };
    match parser.means(0, AmountMeaning::From) {
        None => Ok(parser.expression(0)?.amount),
        // "from 10 to 12 km"; "from 10 km" is not an amount.
        Some(start) => {
            let Expression { amount, .. } = parser.expression(start)?;
            if amount.low < amount.high { Ok(amount) } else { Err(NoAmount::NotOne) }
        }
    }
}

/// Reads a bare number as data formats write it: `.` is always the decimal point, and there may be an exponent.
///
/// # Errors
///
/// Why it cannot be counted.
pub fn bare_amount(text: &str) -> Result<Amount, NoAmount> {
    let number = number::bare(text)?.micro(1)?;
    Ok(Amount { low: number, high: number, comparison: Comparison::Exactly, unit: String::new() })
}

impl AmountParser<'_> {
    /// The unit with all that follows: "usd" and "per year" are "usd per year".
    pub(super) fn rest_as_unit(&self, end: usize, unit: String) -> Result<(usize, String), NoAmount> {
        let all = self.tokens.len();
        let last = (end..all).find(|at| self.or_more(*at) == (all, true)).unwrap_or(all);
        let byte = |behind: usize| behind.checked_sub(1).map_or(0, |at| self.tokens[at].end as usize);
        let rest = self.text.get(byte(end)..byte(last)).unwrap_or_default().trim();
        match (unit.is_empty(), rest.is_empty()) {
            (_, true) => Ok((last, unit)),
            _ if !is_unit(rest) => Err(NoAmount::NotOne),
            (true, false) => Ok((last, rest.to_owned())),
            (false, false) => Ok((last, format!("{unit} {rest}"))),
        }
    }
}

/// Few words without numbers; a digit may end a word, as in "m2".
fn is_unit(words: &str) -> bool {
    /// A unit has a few words; with more it is a sentence that begins with a number.
    const WORDS: usize = 5;
    let is_word = |word: &str| {
        let stem = word.trim_end_matches(char::is_numeric);
        stem.starts_with(|first: char| first.is_alphabetic() || first == '°' || first == '/')
            && stem.chars().all(|sign| sign.is_alphabetic() || "-/.°'’".contains(sign))
    };
    words.split(' ').count() <= WORDS && words.split(' ').all(is_word)
}
