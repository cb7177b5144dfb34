//! What to say of a text that is not a date.
//!
//! Called only after reading has failed, so it may take its time. It looks for the mistakes that people make (order,
//! blanks, days that a month does not have) and picks the error that helps most. It never decides what is a date.

use super::date::{parse_date, parse_plain};
use super::date_error::DateError;
use super::day::{Day, days_in_month};

/// The longest text that is worth looking at and repeating in a message, in characters.
const LONGEST: usize = 40;

/// Why this text is not a date.
pub(super) fn diagnose(text: &str) -> DateError {
    if text.is_empty() {
        return DateError::Empty;
    }
    if text.chars().take(LONGEST + 1).count() > LONGEST {
        let short: String = text.chars().take(LONGEST - 1).chain(['…']).collect();
        return DateError::NotADate { text: short.into() };
    }
    blanks(text)
        .or_else(|| known_parts(text))
        .or_else(|| other_order(text))
        .or_else(|| word(text))
        .or_else(|| period(text))
        .or_else(|| time_of_day(text))
        .or_else(|| day_number(text))
        .or_else(|| year_alone(text))
        .unwrap_or_else(|| DateError::NotADate { text: text.into() })
}

fn blanks(text: &str) -> Option<DateError> {
    if text.trim().is_empty() {
        return Some(DateError::Empty);
    }
    if !text.contains(char::is_whitespace) {
        return None;
    }
    let without: String = text.split_whitespace().collect();
    let is_date = parse_date(&without).is_ok();
    let looks_like_one =
        text.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || "-.XT:/,[]{}?~%".contains(c));
    if is_date || looks_like_one {
        return Some(DateError::Blank { suggestion: is_date.then(|| without.into()) });
    }
    None
}

/// `YYYY-MM` and `YYYY-MM-DD` with a month or day that does not exist, or without its zero.
fn known_parts(text: &str) -> Option<DateError> {
    let (sign, digits) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
    if digits.starts_with("0000") && sign < 0 {
        return Some(DateError::NegativeZero);
    }
    let mut parts = digits.split('-');
    let year = sign * number(parts.next()?, 4..=4)?;
    let month_text = parts.next()?;
    let month = u8::try_from(number(month_text, 1..=2)?).ok()?;
    let day_text = parts.next();
    if parts.next().is_some() {
        return None;
    }
    let day = match day_text {
        Some(day) => Some(u8::try_from(number(day, 1..=2)?).ok()?),
        None => None,
    };
    if !(1..=12).contains(&month) {
        return Some(DateError::NoSuchMonth { month });
    }
    let days = days_in_month(year, month);
    if let Some(day) = day.filter(|day| !(1..=days).contains(day)) {
        return Some(DateError::NoSuchDay { year, month, day, days });
    }
    if month_text.len() == 1 || day_text.is_some_and(|day| day.len() == 1) {
        let sign = if sign < 0 { "-" } else { "" };
        let year = year.unsigned_abs();
        let day = day.map(|day| format!("-{day:02}")).unwrap_or_default();
        return Some(DateError::MissingZero {
            suggestion: format!("{sign}{year:04}-{month:02}{day}").into(),
        });
    }
    None
}

/// `21/01/2025`, `21.1.2025`, `01-21-2025`, `2025/01/21`, `01/2025`: what is clear is put right.
pub(super) fn other_order(text: &str) -> Option<DateError> {
    let separator = text.chars().find(|c| !c.is_ascii_digit()).filter(|c| "/.-".contains(*c))?;
    let parts: Vec<&str> = text.split(separator).collect();
    let two = |part: &str| number(part, 1..=2);
    let readings = match *parts.as_slice() {
        [a, b, c] => match (number(a, 4..=4), number(c, 4..=4)) {
            (Some(year), _) if separator != '-' => vec![(year, two(b)?, Some(two(c)?))],
            (_, Some(year)) => vec![(year, two(b)?, Some(two(a)?)), (year, two(a)?, Some(two(b)?))],
            _ => return None,
        },
        [a, b] => match (number(a, 4..=4), number(b, 4..=4)) {
            (None, Some(year)) => vec![(year, two(a)?, None)],
            (Some(year), None) if separator == '.' => vec![(year, two(b)?, None)],
            _ => return None,
        },
        _ => return None,
    };
    let mut dates: Vec<String> = readings
        .iter()
        .map(|&(year, month, day)| match day {
            Some(day) => format!("{year:04}-{month:02}-{day:02}"),
            None => format!("{year:04}-{month:02}"),
        })
        .filter(|date| parse_plain(date.as_bytes()).is_some())
        .collect();
    dates.dedup();
    let suggestion = if dates.len() == 1 { dates.pop().map(Into::into) } else { None };
    Some(DateError::WrongOrder { suggestion })
}

fn period(text: &str) -> Option<DateError> {
    match text.matches('/').count() {
        0 => None,
        1 => Some(DateError::PeriodForDate),
        _ => Some(DateError::TooManyParts),
    }
}

fn time_of_day(text: &str) -> Option<DateError> {
    let (date, time) = text.split_once(['T', 't'])?;
    let day = parse_plain(date.as_bytes()).filter(|bound| bound.is_point())?;
    time.starts_with(|c: char| c.is_ascii_digit())
        .then(|| DateError::TimeOfDay { suggestion: Some(day.to_string().into()) })
}

/// `45292`: spreadsheets count days from the end of 1899, and write the number where a cell is not formatted as a date.
fn day_number(text: &str) -> Option<DateError> {
    /// 1 January 1930 to 31 December 2099.
    const USUAL: std::ops::RangeInclusive<i32> = 10_959..=73_050;
    let count = number(text, 5..=5).filter(|count| USUAL.contains(count))?;
    let day = Day::from_ymd(1899, 12, 30)?.plus_days(count);
    Some(DateError::DayNumber { number: text.into(), day: day.to_string().into() })
}

/// Words that tables have in the place of a date.
fn word(text: &str) -> Option<DateError> {
    const GOES_ON: [&str; 10] = [
        "present",
        "now",
        "today",
        "current",
        "currently",
        "ongoing",
        "open",
        "sekarang",
        "kini",
        "saat ini",
    ];
    const NOT_KNOWN: [&str; 13] = [
        "unknown",
        "n/a",
        "na",
        "none",
        "null",
        "nil",
        "tbd",
        "tba",
        "-",
        "–",
        "?",
        "tidak diketahui",
        "belum diketahui",
    ];
    let folded = text.trim().to_lowercase();
    let is_one = |words: &[&str]| words.contains(&folded.as_str());
    if is_one(&GOES_ON) {
        return Some(DateError::GoesOn { text: text.into() });
    }
    is_one(&NOT_KNOWN).then(|| DateError::NotKnown { text: text.into() })
}

fn year_alone(text: &str) -> Option<DateError> {
    let (prefixed, rest) = text.strip_prefix('Y').map_or((false, text), |rest| (true, rest));
    let (sign, digits) = rest.strip_prefix('-').map_or(("", rest), |digits| ("-", digits));
    let digits = digits.trim_end_matches(['?', '~', '%']);
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let significant = digits.trim_start_matches('0');
    let suggestion = match (digits.len(), prefixed) {
        (19.., true) => return Some(DateError::OutOfRange),
        (4, true) => Some(format!("{sign}{digits}")),
        (_, true) if (1..4).contains(&significant.len()) => Some(format!("{sign}{significant:0>4}")),
        (2, false) => Some(format!("{sign}{digits}XX")),
        (3, false) => Some(format!("{sign}{digits}X")),
        (5..=18, false) if significant.len() >= 5 => Some(format!("Y{sign}{significant}")),
        _ => None,
    };
    // Two and three digits are a century and a decade in older versions of the standard; the year 79 is likelier
    // to be meant in some texts, so nothing is suggested there beyond the general form.
    let suggestion = suggestion.filter(|_| prefixed || digits.len() > 3);
    Some(DateError::YearDigits { suggestion: suggestion.map(Into::into) })
}

/// The number, if it has exactly this many digits and nothing else.
fn number(text: &str, digits: std::ops::RangeInclusive<usize>) -> Option<i32> {
    let fits = digits.contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    if fits { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use crate::time::parse_date;
    use proptest::prelude::*;

    fn said(text: &str) -> String {
        parse_date(text).map_or_else(|e| e.to_string(), |b| format!("accepted as {b}"))
    }

    fn suggested(text: &str) -> Option<String> {
        parse_date(text).err().and_then(|e| e.suggestion().map(Into::into))
    }

    #[test]
    fn plain_words() {
        assert_eq!(said("2025-02-30"), "February 2025 has 28 days");
        assert_eq!(said("2024-04-31"), "April 2024 has 30 days");
        assert_eq!(said("2025-01-00"), "there is no day 00; days start at 01");
        assert!(said("2025-13").starts_with("there is no month 13; months are 01 to 12"));
        assert!(said("").starts_with("no date given"));
        assert!(said("   ").starts_with("no date given"));
        assert!(said("Spring, 2002").starts_with("“Spring, 2002” is not a date; write YYYY-MM-DD"));
        assert!(said("-0000").starts_with("the year 0 has no sign"));
        assert!(said("2020/2021").starts_with("this is a period"));
        assert!(said("1985-04-12T25:00:00").starts_with("the time of day is not valid"));
        assert!(said(&"9".repeat(500)).contains('…'));
        assert!(said("Y99999999999999999999").contains("out of range"));
    }

    #[test]
    fn what_to_write() {
        for (wrong, right) in [
            ("21/01/2025", "2025-01-21"),
            ("01/21/2025", "2025-01-21"),
            ("21.1.2025", "2025-01-21"),
            ("2025/01/21", "2025-01-21"),
            ("2025.01.21", "2025-01-21"),
            ("04.04.2025", "2025-04-04"),
            ("01/2025", "2025-01"),
            ("2025-1", "2025-01"),
            ("2025-1-5", "2025-01-05"),
            (" 1863-03-29", "1863-03-29"),
            ("1863-03 -29", "1863-03-29"),
            ("123456", "Y123456"),
            ("Y2006", "2006"),
            ("1985-04-12T24:00:00", "1985-04-12"),
        ] {
            assert_eq!(suggested(wrong).as_deref(), Some(right), "{wrong}: {}", said(wrong));
        }
        for unclear in ["03/04/2025", "198", "19", "hello", "2025-02-30"] {
            assert_eq!(suggested(unclear), None, "{unclear}");
        }
        assert!(said("45292").contains("spreadsheets count it, in most of them 2024-01-01"));
        assert!(said("Present").contains("write .. for a period that goes on"));
        assert!(said("n/a").contains("leave an unknown date out"));
        assert!(said("03/04/2025").contains("YYYY-MM-DD, such as 2025-01-21"));
    }

    proptest! {
        #[test]
        fn suggestions_are_dates(text in "[0-9YT:. /-]{0,12}") {
            if let Some(text) = suggested(&text) {
                prop_assert!(parse_date(&text).is_ok(), "{}", text);
            }
        }
    }
}
