//! Amounts: `[comparison] [currency] number [scale] [unit]`, and ranges of them. Knows nothing of dates and words.

use std::fmt;

use crate::model::{Amount, Comparison};

use super::number::{self, DecimalMark, Number};
use super::phrases::{BETWEEN, COMPARISONS, CURRENCIES, FRAMES, MONEY_SCALES, SCALES, UNITS, mark};

/// Why a text is no amount; its `Display` follows the quoted text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoAmount {
    /// Nothing is written.
    Nothing,
    /// It has another form.
    NotOne,
    /// A point that may be a decimal point or stand between thousands; the number as written.
    Ambiguous(String),
    /// Finer than a millionth.
    TooFine,
    /// Too large.
    TooLarge,
    /// A range of which the first number is the higher one.
    Inverted,
    /// Two currencies.
    TwoUnits,
}

impl fmt::Display for NoAmount {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nothing => formatter.write_str("is empty; write an amount such as 10 billion USD"),
            Self::NotOne => formatter.write_str(
                "is not an amount; write a number and a unit if it has one, such as 60 regions or 10 billion USD",
            ),
            Self::Ambiguous(number) => {
                let whole = number.replace('.', "");
                let fraction = number.trim_end_matches('0').trim_end_matches('.');
                write!(formatter, "is ambiguous; write {whole} or {fraction}")
            }
            Self::TooFine => {
                formatter.write_str("has more than six decimals")
            }
            Self::TooLarge => formatter.write_str("is too large"),
            Self::Inverted => {
                formatter.write_str("is a range with its higher number first; write the lower number first")
            }
            Self::TwoUnits => formatter.write_str("names two currencies; write one"),
        }
    }
}

/// A number with what stands right before and behind it.
struct RangeEnd {
    negative: bool,
    currency: Option<&'static str>,
    number: Number,
    scale: Option<i128>,
    percent: bool,
}

/// Reads an amount from folded text (lower case, single spaces), which must be one as a whole.
pub fn read(folded: &str) -> Result<Amount, NoAmount> {
    if folded.is_empty() {
        return Err(NoAmount::Nothing);
    }
    let folded = folded.replace('−', "-").replace('—', "–");
    // Words decide only how a number with separators is read, and looking for them takes longest.
    let mark = if folded.contains(['.', ',']) { mark(&folded) } else { DecimalMark::Unknown };
    for (before, between, _) in FRAMES {
        if let Some(rest) = folded.strip_prefix(before) {
            let (low, rest) = side(rest, mark)?;
            if let Some(rest) = rest.trim_start().strip_prefix(between) {
                let (high, rest) = side(rest, mark)?;
                return range(&low, &high, rest);
            }
        }
    }
    let (comparison, rest) = comparison(&folded);
    let (low, rest) = side(rest, mark)?;
    let after = rest.trim_start();
    if comparison == Comparison::Exactly {
        let high =
            BETWEEN.iter().find_map(|(sign, _)| side(after.strip_prefix(sign)?.trim_start(), mark).ok());
        if let Some((high, rest)) = high {
            return range(&low, &high, rest);
        }
    }
    let (comparison, rest) = match rest.strip_prefix('+') {
        Some(rest) if comparison == Comparison::Exactly => (Comparison::AtLeast, rest),
        _ => (comparison, rest),
    };
    let micro = low.micro(low.scale)?;
    Ok(Amount { low: micro, high: micro, comparison, unit: unit(&[&low], rest)? })
}

/// Reads a number without words, as data formats write it.
pub fn bare(text: &str) -> Result<Amount, NoAmount> {
    let number = number::bare(text)?.micro(1)?;
    Ok(Amount { low: number, high: number, comparison: Comparison::Exactly, unit: String::new() })
}

/// Whether an amount is nothing but a bare year, or two: then nobody but the relation can say that it is one.
#[must_use]
pub fn may_be_years(folded: &str) -> bool {
    let is_year = |text: &str| text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    folded.split(['–', '—', '-']).all(|part| is_year(part.trim()))
}

fn range(low: &RangeEnd, high: &RangeEnd, rest: &str) -> Result<Amount, NoAmount> {
    let unit = unit(&[low, high], rest)?;
    let top = high.micro(high.scale)?;
    // "10–12 million" is 10 million to 12 million, but "900 to 1.2 million" is 900 to 1,200,000.
    let shared = low.micro(low.scale.or(high.scale))?;
    let bottom = if shared > top { low.micro(low.scale)? } else { shared };
    if bottom > top {
        return Err(NoAmount::Inverted);
    }
    Ok(Amount { low: bottom, high: top, comparison: Comparison::Exactly, unit })
}

impl RangeEnd {
    fn micro(&self, scale: Option<i128>) -> Result<i128, NoAmount> {
        let number = if self.negative { self.number.negated() } else { self.number };
        number.micro(scale.unwrap_or(1))
    }
}

/// The longest words of comparison at the start.
fn comparison(text: &str) -> (Comparison, &str) {
    let found = COMPARISONS.iter().filter_map(|(words, _, comparison)| {
        let rest = text.strip_prefix(words)?;
        let ends = !words.ends_with(char::is_alphabetic) || rest.starts_with(' ');
        ends.then_some((words.len(), *comparison, rest.trim_start()))
    });
    found
        .max_by_key(|row| row.0)
        .map_or((Comparison::Exactly, text), |(_, comparison, rest)| (comparison, rest))
}

/// `[-] [currency] [-] number [scale] [percent]` at the start of `text`, and what follows.
fn side(text: &str, mark: DecimalMark) -> Result<(RangeEnd, &str), NoAmount> {
    let minus = |text: &str| text.starts_with('-');
    let rest = text.strip_prefix('-').unwrap_or(text);
    let prefix =
        CURRENCIES.iter().find_map(|(sign, _, unit)| Some((*unit, rest.strip_prefix(sign)?.trim_start())));
    let (currency, rest) = prefix.map_or((None, rest), |(unit, rest)| (Some(unit), rest));
    let negative = minus(text) != (currency.is_some() && minus(rest));
    let rest = if currency.is_some() { rest.strip_prefix('-').unwrap_or(rest) } else { rest };
    let (number, rest) = number::read(rest, mark)?;
    let (word, behind) = first_word(rest.trim_start());
    let money = MONEY_SCALES.iter().filter(|_| currency.is_some()).copied();
    let known = SCALES.iter().map(|(name, _, scale)| (*name, *scale)).chain(money);
    let scale = known.into_iter().find(|(name, _)| *name == word).map(|(_, scale)| scale);
    let rest = if scale.is_some() { behind } else { rest };
    let percent = rest.trim_start().strip_prefix('%');
    let side = RangeEnd { negative, currency, number, scale, percent: percent.is_some() };
    Ok((side, percent.unwrap_or(rest)))
}

fn first_word(text: &str) -> (&str, &str) {
    text.split_at(text.find(|sign: char| !sign.is_alphanumeric()).unwrap_or(text.len()))
}

/// The unit: a currency from in front, "%", or the words behind.
fn unit(sides: &[&RangeEnd], rest: &str) -> Result<String, NoAmount> {
    let mut known = None;
    for side in sides {
        for unit in side.currency.into_iter().chain(side.percent.then_some("percent")) {
            if known.is_some_and(|known| known != unit) {
                return Err(NoAmount::TwoUnits);
            }
            known = Some(unit);
        }
    }
    let named = named_unit(rest.trim());
    if !named.is_empty() && !is_unit(&named) {
        return Err(NoAmount::NotOne);
    }
    match known {
        None => Ok(named),
        Some(known) if named.is_empty() || named == known => Ok(known.to_owned()),
        Some(_) if CURRENCIES.iter().any(|(_, _, unit)| *unit == named) => Err(NoAmount::TwoUnits),
        Some(known) => Ok(format!("{known} {named}")),
    }
}

/// With the usual name of the unit in place of its other names: "us dollars per year" is "usd per year".
fn named_unit(words: &str) -> String {
    let same = UNITS.iter().filter_map(|(name, _, unit)| {
        let rest = words.strip_prefix(name)?;
        (rest.is_empty() || rest.starts_with([' ', '/'])).then(|| (name.len(), format!("{unit}{rest}")))
    });
    same.max_by_key(|(length, _)| *length).map_or_else(|| words.to_owned(), |(_, unit)| unit)
}

/// Few words without numbers; a digit may end a word, as in "m2".
fn is_unit(words: &str) -> bool {
    /// A unit has a few words; more of them are a sentence that begins with a number.
    const WORDS: usize = 5;
    let is_word = |word: &str| {
        let stem = word.trim_end_matches(char::is_numeric);
        stem.starts_with(|first: char| first.is_alphabetic() || first == '°' || first == '/')
            && stem.chars().all(|sign| sign.is_alphabetic() || "-/.°'’".contains(sign))
    };
    words.split(' ').count() <= WORDS && words.split(' ').all(is_word)
}
