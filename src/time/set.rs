//! Sets of dates: `[1667,1668]`, one of these; `{1667,1670..1672}`, all of these.
//!
//! Only the days from the first that any member may mean to the last are kept. Members are read by `date`; between two of
//! them `..` may stand though one is more exact than the other, which EDTF does not provide for.

use super::bound::Bound;
use super::date::parse_date;
use super::day::Day;

/// The days of the set; `None` if it is not a set.
pub(super) fn parse_set(text: &str) -> Option<Bound> {
    let members = match text.as_bytes() {
        [b'[', .., b']'] | [b'{', .., b'}'] => text.get(1..text.len() - 1)?,
        _ => return None,
    };
    let last = members.matches(',').count();
    // The Library of Congress writes a blank after the comma, so both ways are read.
    let members = members.split(',').enumerate();
    let bounds = members.map(|(at, member)| {
        let member = if last == 0 { member } else { member.trim_matches(' ') };
        parse_member(member, at == 0, at == last)
    });
    bounds.reduce(|one, two| Some(one?.hull(two?))).flatten()
}

/// A date, or all from one to another; what is open comes first or last.
fn parse_member(text: &str, is_first: bool, is_last: bool) -> Option<Bound> {
    let date = |text: &str| parse_date(text).ok().filter(|_| !text.starts_with(['[', '{']));
    match text.split_once("..") {
        None => date(text),
        Some(("", until)) => Some(Bound::new(Day::MIN, date(until).filter(|_| is_first)?.latest)),
        Some((from, "")) => Some(Bound::new(date(from).filter(|_| is_last)?.earliest, Day::MAX)),
        Some((from, until)) => {
            let (from, until) = (date(from)?, date(until)?);
            from.before(until).is_possible().then(|| from.hull(until))
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::time::parse_date;

    fn read(text: &str) -> Option<String> {
        parse_date(text).ok().map(|bound| bound.to_string())
    }

    #[test]
    fn from_the_first_day_of_any_member_to_the_last() {
        assert_eq!(read("[1667, 1668]").as_deref(), Some("1667-01-01..1668-12-31"));
        assert_eq!(read("{1960,-1961-12}").as_deref(), Some("-1961-12-01..1960-12-31"));
        assert_eq!(read("[2024-07-30..2025-06]").as_deref(), Some("2024-07-30..2025-06-30"));
        assert_eq!(read("[..1984]").as_deref(), Some("..1984-12-31"));
        assert_eq!(read("[1667,1760-12..]").as_deref(), Some("1667-01-01.."));
        assert_eq!(read("[1984~..1986]").as_deref(), Some("1983-01-01..1986-12-31"));
        assert_eq!(read("[..1984~]").as_deref(), Some("..1985-12-31"));
    }

    #[test]
    fn refused() {
        for text in
            ["[]", "[", "[1999}", "[..]", "[1667,..1668]", "[1667..,1668]", "[1672..1670]", "[1667,,1668]"]
        {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(read("[[1999]]"), None);
    }
}
