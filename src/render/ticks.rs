//! The dates along an axis: as fine as fits, on round days.

use crate::time::{Bound, Day};
use crate::words::Wording;

/// Every few days, months or years.
#[derive(Clone, Copy)]
enum TickStep {
    Days(i64),
    Months(i64),
    Years(i64),
}

/// From fine to coarse; further ones are ten times the last.
const STEPS: [TickStep; 15] = [
    TickStep::Days(1),
    TickStep::Days(7),
    TickStep::Days(14),
    TickStep::Months(1),
    TickStep::Months(3),
    TickStep::Months(6),
    TickStep::Years(1),
    TickStep::Years(2),
    TickStep::Years(5),
    TickStep::Years(10),
    TickStep::Years(20),
    TickStep::Years(50),
    TickStep::Years(100),
    TickStep::Years(200),
    TickStep::Years(500),
];

/// The days from `first` to `last` that an axis with room for `most` dates shows, and how they are written.
pub(super) fn dates(first: i64, last: i64, most: usize, wording: &Wording<'_>) -> Vec<(i64, String)> {
    // Only a bound on how many dates are tried: they are counted afterwards.
    let room = i64::try_from(most).unwrap_or(i64::MAX).saturating_add(1);
    let steps = steps().filter(|step| step.days().saturating_mul(room) >= last - first);
    steps.map(|step| step.dates(first, last, wording)).find(|dates| dates.len() <= most).unwrap_or_default()
}

/// All steps, from fine to coarse.
fn steps() -> impl Iterator<Item = TickStep> {
    let far = (3..8).flat_map(|power| [1, 2, 5].map(|digit| TickStep::Years(digit * 10_i64.pow(power))));
    STEPS.into_iter().chain(far)
}

/// The line of dates and the columns that they begin at, for the days from `first` to `last`.
pub(super) fn ticks(
    first: i64,
    last: i64,
    columns: usize,
    wording: &Wording<'_>,
    column: impl Fn(i64) -> usize,
) -> (String, Vec<usize>) {
    for step in steps() {
        if step.days() * i64::try_from(columns).unwrap_or(i64::MAX) < last - first {
            continue;
        }
        let marks: Vec<(usize, String)> = step
            .dates(first, last, wording)
            .into_iter()
            .map(|(number, label)| (column(number), label))
            .collect();
        if let Some(line) = fitted(&marks, columns) {
            return (line, marks.into_iter().map(|(column, _)| column).collect());
        }
    }
    (String::new(), Vec::new())
}

/// The labels at their columns, if each has room before the next one begins.
fn fitted(marks: &[(usize, String)], columns: usize) -> Option<String> {
    let mut line = String::new();
    let mut used = 0;
    for (column, label) in marks {
        let length = label.chars().count();
        let free = if used == 0 { *column >= used } else { *column > used };
        let last = marks.last().is_some_and(|(last, _)| last == column);
        if column + length > columns && last && used > 0 {
            // A tick near the edge whose date has no room goes without it.
            break;
        }
        if !free || column + length > columns {
            return None;
        }
        line.push_str(&" ".repeat(column - used));
        line.push_str(label);
        used = column + length;
    }
    Some(line)
}

impl TickStep {
    /// About how many days it is.
    fn days(self) -> i64 {
        match self {
            Self::Days(count) => count,
            Self::Months(count) => count * 30,
            Self::Years(count) => count * 365,
        }
    }

    /// The days from `first` to `last` that this step falls on, with how they are written.
    fn dates(self, first: i64, last: i64, wording: &Wording<'_>) -> Vec<(i64, String)> {
        let Some((from, until)) = calendar(first).zip(calendar(last)) else { return Vec::new() };
        let dates: Vec<(i64, String)> = match self {
            Self::Days(count) => {
                let start = (first + count - 1).div_euclid(count);
                (start..=last.div_euclid(count)).filter_map(|at| day(at * count)).collect()
            }
            Self::Months(count) => {
                let month = |(year, month): (i64, i64)| year * 12 + month - 1;
                let (start, end) = (month(from).div_euclid(count), month(until).div_euclid(count));
                (start..=end).filter_map(|at| start_of_month(at * count)).collect()
            }
            Self::Years(count) => (from.0.div_euclid(count)..=until.0.div_euclid(count))
                .filter_map(|at| year(at * count, wording))
                .collect(),
        };
        dates.into_iter().filter(|(number, _)| first <= *number && *number <= last).collect()
    }
}

/// Year and month of a day.
fn calendar(number: i64) -> Option<(i64, i64)> {
    let day = Day::from_number(i32::try_from(number).unwrap_or(if number < 0 {
        i32::MIN + 1
    } else {
        i32::MAX - 1
    }));
    day.calendar().map(|(year, month, _)| (i64::from(year), i64::from(month)))
}

fn day(number: i64) -> Option<(i64, String)> {
    let day = Day::from_number(i32::try_from(number).ok()?);
    Some((number, day.to_string()))
}

fn start_of_month(months: i64) -> Option<(i64, String)> {
    let year = i32::try_from(months.div_euclid(12)).ok()?;
    let bound = Bound::month(year, u8::try_from(months.rem_euclid(12) + 1).ok()?)?;
    Some((i64::from(bound.earliest.number()), bound.to_string()))
}

fn year(year: i64, wording: &Wording<'_>) -> Option<(i64, String)> {
    let year = i32::try_from(year).ok()?;
    let bound = Bound::years(year, year)?;
    Some((i64::from(bound.earliest.number()), wording.date(bound)))
}

#[cfg(test)]
mod tests {
    use super::super::examples::wording;
    use super::*;

    fn line(first: &str, last: &str, columns: usize) -> String {
        let number = |text: &str| i64::from(Day::parse(text).expect("a day").number());
        let (first, last) = (number(first), number(last));
        let scale = i64::try_from(columns).expect("columns");
        let column = |at: i64| usize::try_from((at - first) * scale / (last - first + 1)).expect("a column");
        ticks(first, last, columns, &wording(), column).0
    }

    #[test]
    fn no_more_dates_than_there_is_room_for() {
        let number = |text: &str| i64::from(Day::parse(text).expect("a day").number());
        let labels = |first: &str, last: &str, most: usize| {
            dates(number(first), number(last), most, &wording())
                .into_iter()
                .map(|(_, label)| label)
                .collect::<Vec<_>>()
        };
        assert_eq!(
            labels("2019-01-01", "2026-12-31", 8),
            ["2019", "2020", "2021", "2022", "2023", "2024", "2025", "2026"]
        );
        assert_eq!(labels("2019-01-01", "2026-12-31", 5), ["2020", "2022", "2024", "2026"]);
        assert!((1..=8).contains(&labels("-9000-01-01", "9000-12-31", 8).len()));
    }

    #[test]
    fn as_fine_as_there_is_room() {
        let lines = [
            line("2019-01-01", "2026-12-31", 48),
            line("2019-06-01", "2026-12-31", 24),
            line("2025-01-01", "2025-12-31", 40),
            line("2025-01-01", "2025-01-31", 40),
            line("-0100-01-01", "2020-12-31", 40),
            line("-9000-01-01", "9000-12-31", 40),
        ];
        assert_eq!(
            lines,
            [
                "2019 2020   2021  2022  2023 2024   2025  2026",
                " 2020   2022  2024  2026",
                "2025-01  2025-04   2025-07   2025-10",
                " 2025-01-02        2025-01-16",
                " 1 BC      500      1000      1500",
                "        5001 BC    1 BC        5000",
            ]
        );
    }
}
