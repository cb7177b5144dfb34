//! Negative years with unspecified digits: `-01XX`, `-156X-12-25`.
//!
//! The date library refuses them; other EDTF libraries and the project's own acceptance data read `-01XX` as the years
//! −199 to −100. The digits after the sign are masked, so the years run the other way; months and days do not.
//! Nothing else is read here.

use super::bound::Bound;
use super::date::parse_library;

const QUALIFIERS: [char; 3] = ['?', '~', '%'];

/// Whether this is a negative year, perhaps qualified in front, with an `X` among its four digits.
pub(super) fn is_negative_mask(text: &str) -> bool {
    let rest = text.strip_prefix(QUALIFIERS).unwrap_or(text);
    rest.strip_prefix('-').and_then(|digits| digits.get(..4)).is_some_and(|year| year.contains('X'))
}

/// The days that it may mean; `None` if it would not be a date without the sign, or no year has such a day.
pub(super) fn parse_negative_mask(text: &str) -> Option<Bound> {
    let unsigned = text.replacen('-', "", 1);
    parse_library(&unsigned)?;
    let plain: String = unsigned.chars().filter(|c| !QUALIFIERS.contains(c)).collect();
    let (mask, rest) = plain.split_at_checked(4)?;
    let in_year = |year: &u32| parse_library(&format!("-{year:04}{rest}"));
    let mut years = (0..=9999).filter(|year| matches(mask, *year));
    // Only 29 February makes the search go beyond the first year; every mask that has one finds it within the
    // completions of its digits.
    let latest = years.clone().find_map(|year| in_year(&year))?;
    let earliest = years.by_ref().rev().find_map(|year| in_year(&year))?;
    Some(Bound::new(earliest.earliest, latest.latest))
}

fn matches(mask: &str, year: u32) -> bool {
    let mut rest = year;
    mask.bytes().rev().all(|byte| {
        let digit = rest % 10;
        rest /= 10;
        byte == b'X' || u32::from(byte.wrapping_sub(b'0')) == digit
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<String> {
        assert!(is_negative_mask(text));
        parse_negative_mask(text).map(|b| format!("{}..{}", b.earliest, b.latest))
    }

    #[test]
    fn years_run_backward() {
        assert_eq!(read("-01XX").as_deref(), Some("-0199-01-01..-0100-12-31"));
        assert_eq!(read("-01XX~").as_deref(), Some("-0199-01-01..-0100-12-31"));
        assert_eq!(read("?-20XX").as_deref(), Some("-2099-01-01..-2000-12-31"));
        assert_eq!(read("-156X-12-25").as_deref(), Some("-1569-12-25..-1560-12-25"));
        assert_eq!(read("-1XXX-XX").as_deref(), Some("-1999-01-01..-1000-12-31"));
        assert_eq!(read("-1X32-X1-X2").as_deref(), Some("-1932-01-02..-1032-11-22"));
    }

    #[test]
    fn there_is_no_year_minus_zero() {
        assert_eq!(read("-000X").as_deref(), Some("-0009-01-01..-0001-12-31"));
    }

    #[test]
    fn leap_days_seek_leap_years() {
        assert_eq!(read("-196X-02-29").as_deref(), Some("-1968-02-29..-1960-02-29"));
        assert_eq!(read("-19X3-02-29"), None);
    }

    #[test]
    fn what_is_no_date_without_the_sign_is_none() {
        assert_eq!(read("-15XX-13"), None);
        assert_eq!(read("-156X-09-31"), None);
        assert!(!is_negative_mask("-1985-XX") && !is_negative_mask("156X") && !is_negative_mask("-"));
        assert!(!is_negative_mask("-15é"));
    }
}
