//! Numbers with decimal comma or decimal point, distinguished where possible. No units, no words.

use crate::model::MICRO;

use super::NoAmount;

/// How a number is written, judging by the words around it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum DecimalMark {
    /// As in English: 1,500.5
    Point,
    /// As in Indonesian: 1.500,5
    Comma,
    /// Neither or both.
    #[default]
    Unknown,
}

impl DecimalMark {
    /// As a language pack says it.
    pub fn of(comma: Option<bool>) -> Self {
        comma.map_or(Self::Unknown, |comma| if comma { Self::Comma } else { Self::Point })
    }
}

/// A number as digits, of which the last `decimals` are after the decimal sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Number {
    digits: i128,
    decimals: u32,
    /// Whether its decimals look like thousands to readers who write numbers the other way: "86.205".
    pub like_thousands: bool,
}

impl Number {
    /// A whole number.
    pub fn whole(digits: i128) -> Self {
        Self { digits, decimals: 0, like_thousands: false }
    }

    /// In millionths, `scale` times.
    pub fn micro(self, scale: i128) -> Result<i128, NoAmount> {
        /// Millionths beyond which nothing is counted, so that no sum or share of an amount leaves its type.
        const LARGEST: i128 = 10i128.pow(32);
        let parts = self.digits.checked_mul(scale).and_then(|number| number.checked_mul(MICRO));
        let divisor = 10i128.checked_pow(self.decimals).ok_or(NoAmount::TooFine)?;
        let parts = parts.ok_or(NoAmount::TooLarge)?;
        if parts % divisor != 0 {
            return Err(NoAmount::TooFine);
        }
        let micro = parts / divisor;
        if micro.abs() > LARGEST { Err(NoAmount::TooLarge) } else { Ok(micro) }
    }

    /// The same number below zero.
    #[must_use]
    pub fn negated(self) -> Self {
        Self { digits: -self.digits, ..self }
    }
}

/// Reads the number at the start of `text`; gives what follows it.
pub fn read(text: &str, mark: DecimalMark) -> Result<(Number, &str), NoAmount> {
    let (written, rest) = text.split_at(extent(text));
    if written.is_empty() {
        return Err(NoAmount::NotOne);
    }
    let (whole, fraction) = split(written, mark)?;
    let like_thousands = fraction.len() == 3 && whole.len() <= 3 && !whole.starts_with('0');
    let fraction = fraction.trim_end_matches('0');
    let mut digits = whole.bytes().chain(fraction.bytes()).filter(u8::is_ascii_digit);
    let digits = digits
        .try_fold(0i128, |number, digit| number.checked_mul(10)?.checked_add(i128::from(digit - b'0')))
        .ok_or(NoAmount::TooLarge)?;
    let decimals = u32::try_from(fraction.len()).map_err(|_| NoAmount::TooFine)?;
    Ok((Number { digits, decimals, like_thousands }, rest))
}

/// Reads `[+-] digits [. digits] [e [+-] digits]`, which must be the whole text.
pub fn bare(text: &str) -> Result<Number, NoAmount> {
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let exponent: i32 = exponent.parse().map_err(|_| NoAmount::NotOne)?;
    let unsigned = mantissa.strip_prefix(['-', '+']).unwrap_or(mantissa);
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let all = [whole, fraction].concat();
    if all.is_empty() || !all.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(NoAmount::NotOne);
    }
    let digits: i128 = all.parse().map_err(|_| NoAmount::TooLarge)?;
    let digits = if mantissa.starts_with('-') { -digits } else { digits };
    if digits == 0 {
        return Ok(Number::whole(digits));
    }
    let decimals = i32::try_from(fraction.len()).unwrap_or(i32::MAX).saturating_sub(exponent);
    if let Ok(decimals) = u32::try_from(decimals) {
        return Ok(Number { digits, decimals, like_thousands: false });
    }
    let factor = 10i128.checked_pow(decimals.unsigned_abs()).ok_or(NoAmount::TooLarge)?;
    Ok(Number::whole(digits.checked_mul(factor).ok_or(NoAmount::TooLarge)?))
}

/// How many bytes the number takes: digits, and separators that are between digits. A space or an apostrophe is a
/// separator only in front of exactly three digits.
fn extent(text: &str) -> usize {
    /// The most groups of digits in an amount.
    const GROUPS: usize = 12;
    let bytes = text.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let (mut at, mut run, mut groups) = (0, 0, 0);
    loop {
        match bytes.get(at) {
            Some(b'0'..=b'9') => (at, run) = (at + 1, run + 1),
            Some(b'.' | b',') if run > 0 && is_digit(at + 1) => (at, run) = (at + 1, 0),
            _ => {
                let Some(separator) = text.get(at..).and_then(group_separator) else { return at };
                let next = at + separator;
                let fits = run == 3 || groups == 0 && (1..=3).contains(&run);
                if !fits || groups > GROUPS || !(next..next + 3).all(is_digit) || is_digit(next + 3) {
                    return at;
                }
                (at, run, groups) = (next, 0, groups + 1);
            }
        }
    }
}

/// The bytes of a space or apostrophe that may be between groups of three digits.
fn group_separator(text: &str) -> Option<usize> {
    let first = text.chars().next()?;
    matches!(first, ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}' | '\'' | '’').then(|| first.len_utf8())
}

/// Divides a number at its decimal sign.
fn split(written: &str, mark: DecimalMark) -> Result<(&str, &str), NoAmount> {
    let count = |sign: char| written.matches(sign).count();
    let (points, commas) = (count('.'), count(','));
    let decimal = match (points, commas) {
        (0, 1) => sole(written, ',', mark)?,
        (1, 0) => sole(written, '.', mark)?,
        (_, 0) | (0, _) => None,
        _ if written.rfind('.') > written.rfind(',') => Some('.'),
        _ => Some(','),
    };
    let (whole, fraction) = decimal.and_then(|sign| written.split_once(sign)).unwrap_or((written, ""));
    let in_order = fraction.bytes().all(|byte| byte.is_ascii_digit()) && is_grouped(whole);
    if in_order { Ok((whole, fraction)) } else { Err(NoAmount::NotOne) }
}

/// What the only separator of a number is: its decimal sign, or (`None`) one between groups of three.
fn sole(written: &str, sign: char, mark: DecimalMark) -> Result<Option<char>, NoAmount> {
    let Some((whole, after)) = written.split_once(sign) else { return Ok(None) };
    let may_group = after.len() == 3 && (1..=3).contains(&whole.len()) && !whole.starts_with('0');
    match (sign, mark) {
        _ if !may_group => Ok(Some(sign)),
        ('.', DecimalMark::Point) | (',', DecimalMark::Comma) => Ok(Some(sign)),
        ('.', DecimalMark::Comma) | (',', _) => Ok(None),
        _ => Err(NoAmount::Ambiguous(written.to_owned())),
    }
}

/// Whether all separators are the same and each precedes a group of three digits.
fn is_grouped(whole: &str) -> bool {
    let Some(separator) = whole.chars().find(|sign| !sign.is_ascii_digit()) else { return true };
    let mut groups = whole.split(separator);
    let first = groups.next().is_some_and(|group| (1..=3).contains(&group.len()));
    let all_digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    first && groups.all(|group| group.len() == 3 && all_digits(group))
}
