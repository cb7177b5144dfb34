//! Approximate and doubtful dates: `2019~`, `2019?`, `2019%`.
//!
//! A qualified date may be another one near it, so its days are widened, and whatever asks about days needs to know no
//! more. How far: by the length of what is qualified, once to either side for `~` (about), twice for `?` (doubtful), three
//! times for `%` (both). For a single day it is a week. Which days the date means without its qualifiers is `date`.

use super::bound::{Bound, BoundShape};
use super::length::{Length, Unit};

const QUALIFIERS: [char; 3] = ['?', '~', '%'];

/// The length by which a qualified day is widened.
const DAYS_FOR_A_DAY: u32 = 7;

/// `written`, the days of `text` without its qualifiers, widened by them. `read` reads a date or a part of one.
pub(super) fn widened(written: Bound, text: &str, read: impl Fn(&str) -> Option<Bound> + Copy) -> Bound {
    if !text.contains(QUALIFIERS) {
        return written;
    }
    let mut plain = String::new();
    let mut places = Vec::new();
    for letter in text.chars() {
        match letter {
            '~' => places.push((plain.len(), 1)),
            '?' => places.push((plain.len(), 2)),
            '%' => places.push((plain.len(), 3)),
            _ => plain.push(letter),
        }
    }
    let qualified = places.into_iter().filter_map(|(place, times)| {
        // After a part it qualifies this, before one the next: a month's approximation is a month, whatever the day.
        let part = plain.get(..part_end(&plain, place))?;
        Some(by_length_of(written, read(part)?, times))
    });
    qualified.fold(written, Bound::hull)
}

/// Where the year, month or day ends that a qualifier at `place` is about.
fn part_end(plain: &str, place: usize) -> usize {
    if plain.get(..place).is_some_and(|before| before.ends_with(char::is_alphanumeric)) {
        return place;
    }
    let sign = plain.get(place..).and_then(|rest| rest.find(char::is_alphanumeric));
    let start = place + sign.unwrap_or(0);
    plain.get(start..).and_then(|rest| rest.find('-')).map_or(plain.len(), |length| start + length)
}

impl Bound {
    /// The days of a date that is approximately this one: what `~` after it means.
    #[must_use]
    pub fn about(self) -> Self {
        by_length_of(self, self, 1)
    }
}

/// `bound`, wider on either side by this many times the length of `part`.
fn by_length_of(bound: Bound, part: Bound, times: u32) -> Bound {
    let length = match part.shape() {
        BoundShape::Day(..) => Length::new(DAYS_FOR_A_DAY, Unit::Day),
        BoundShape::Month(..) => Length::new(1, Unit::Month),
        BoundShape::Year(_) => Length::new(1, Unit::Year),
        BoundShape::Years(first, last) => Length::new(last.abs_diff(first).saturating_add(1), Unit::Year),
        BoundShape::Other => {
            let days = part.latest.minus(part.earliest).map_or(0, i32::unsigned_abs);
            Length::new(days.saturating_add(1), Unit::Day)
        }
    };
    let length = Length::new(length.count.saturating_mul(times), length.unit);
    // Counted from the day after the last one, so that the end of a month remains one.
    Bound::new(bound.earliest.minus_length(length), bound.latest.next().plus(length).previous())
}

#[cfg(test)]
mod tests {
    use crate::time::parse_date;

    fn read(text: &str) -> String {
        parse_date(text).map_or_else(|error| error.to_string(), |bound| bound.to_string())
    }

    #[test]
    fn about_is_one_length_doubtful_two_both_three() {
        assert_eq!(read("2019~"), "2018-01-01..2020-12-31");
        assert_eq!(read("2019?"), "2017-01-01..2021-12-31");
        assert_eq!(read("2019%"), "2016-01-01..2022-12-31");
        assert_eq!(read("2019-05~"), "2019-04-01..2019-06-30");
        assert_eq!(read("2020-01%"), "2019-10-01..2020-04-30");
        assert_eq!(read("2020-05-10~"), "2020-05-03..2020-05-17");
        assert_eq!(read("2020-05-10?"), "2020-04-26..2020-05-24");
        assert_eq!(read("202X~"), "2010-01-01..2039-12-31");
        assert_eq!(read("2023-21~"), "2022-11-29..2023-08-31");
        assert_eq!(read("-0044~"), "-0045-01-01..-0043-12-31");
    }

    #[test]
    fn parts_are_qualified_by_themselves() {
        assert_eq!(read("2004-06~-11"), "2004-05-11..2004-07-11");
        assert_eq!(read("2004-?06-11"), "2004-04-11..2004-08-11");
        assert_eq!(read("2004-06-~11"), "2004-06-04..2004-06-18");
        assert_eq!(read("2004~-06-11"), "2003-06-11..2005-06-11");
        assert_eq!(read("?2004-06"), "2002-06..2006-06".replace("-06..", "-06-01..") + "-30");
        assert_eq!(read("?-2004-06"), "-2006-06-01..-2002-06-30");
        assert_eq!(read("Y170002~"), "+170001-01-01..+170003-12-31");
    }
}
