//! Which of two reports has the better source for what it says: in a stated order, never by a number.

use std::cmp::Ordering;

use crate::model::{Modality, PointEntry, SourceKind, Sources};
use crate::time::{Bound, Day};

/// What an entry rests on.
#[derive(Debug, Clone, PartialEq)]
pub struct EntrySourcing {
    /// It cites something.
    pub cites: bool,
    /// It only says what it has heard.
    is_heard: bool,
    /// One of the sources is first-hand, according to the records.
    first_hand: bool,
    /// The day of the newest source that is on record.
    newest: Option<Day>,
    /// The date of the report.
    date: Option<Bound>,
    /// The source that counts, as the report writes it.
    pub written: Option<String>,
}

impl EntrySourcing {
    /// What an entry of a report with this date rests on.
    #[must_use]
    pub fn of(entry: &PointEntry, sources: &Sources, date: Option<Bound>) -> Self {
        let cited = || entry.places.iter().flat_map(|place| &place.citations);
        // Where several recorded sources may be meant, none is sure.
        let known = || cited().filter(|cited| cited.sources.len() == 1).map(|cited| cited.sources[0]);
        let is_primary =
            |source| sources.record(source).is_some_and(|record| record.kind == Some(SourceKind::Primary));
        let newest = known().filter_map(|source| sources.published(source)).map(|date| date.latest).max();
        Self {
            cites: cited().next().is_some(),
            is_heard: entry.assertion.as_ref().is_some_and(|one| one.modality == Modality::Reported),
            first_hand: known().any(is_primary),
            newest,
            date,
            written: cited().next().map(|cited| cited.written.to_string()),
        }
    }
}

/// Which is the better, and why; `None` if nothing tells.
#[must_use]
pub fn preferred(one: &EntrySourcing, other: &EntrySourcing) -> Option<(Ordering, &'static str)> {
    let cites = one.cites.cmp(&other.cites);
    let states = other.is_heard.cmp(&one.is_heard);
    // A source for what is only heard, and none for what is said outright: neither is the better for that.
    let is_mixed = cites.is_ne() && states == cites.reverse();
    let sure = |ordering| if is_mixed { Ordering::Equal } else { ordering };
    let by_source = [
        (sure(cites), "cites"),
        (sure(states), "states"),
        (one.first_hand.cmp(&other.first_hand), "first-hand"),
        (one.newest.zip(other.newest).map_or(Ordering::Equal, |(one, other)| one.cmp(&other)), "newer"),
    ];
    let by_date = match (one.date, other.date) {
        (Some(one), Some(other)) if one.latest < other.earliest => Ordering::Less,
        (Some(one), Some(other)) if other.latest < one.earliest => Ordering::Greater,
        _ => Ordering::Equal,
    };
    by_source.into_iter().chain([(by_date, "later")]).find(|(ordering, _)| ordering.is_ne())
}
