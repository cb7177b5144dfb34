//! Time: days, imprecise dates, periods, and questions that are answered yes, no or perhaps.
//!
//! The lowest floor: it uses no other module of the crate, and is the only one that uses the date libraries. It
//! reads no clock and knows no time zones; a day is handed down by whoever read the clock. What a claim is, which
//! claims are rivals and what counts as an attestation is decided above.
//!
//! # The model
//!
//! - A [`Day`] is one number. A date as written, "2023", is a [`Bound`]: the unbroken run of days that it may mean.
//! - A [`Period`] has a start bound and an end bound, so four days: start earliest `fe` and latest `fl`, end
//!   earliest `ue` and latest `ul`; either end may be missing, written `..` ("goes on") or not at all ("unknown").
//! - It holds on a day *certainly* when every choice of start and end says so (`fl` to `ue`), *perhaps* when some does
//!   (`fe` to `ul`). The same goes for two periods: [`overlap`] and [`conflict`].
//! - States hand over: the day on which one ends and the next starts is shared, and that is not an overlap
//!   ([`Contact::Strict`]). Events use [`Contact::Closed`].
//! - A period that ends before it starts is read, says so ([`Period::certainly_inverted`]), and holds on no day.
//! - The calendar is proleptic Gregorian with astronomical years: `0000` is 1 BC, `-0044` is 45 BC.
//!
//! # Where EDTF libraries differ
//!
//! Dates follow EDTF (ISO 8601-2, levels 0 to 2). On 446 of 585 test strings three libraries agree on the
//! verdict, and so do we (`tests/check/edtf/agreed.tsv`). On the others, and where only the days differ, this is where we
//! stand (`tests/check/edtf/stands.tsv` has every string, with these names):
//!
//! | class | such as | here |
//! |---|---|---|
//! | `end-unknown`, `start-unknown` | `1985/`, `/1985` | read; unbounded on that side, distinguished from `..` by its [`Edge`] |
//! | `both-ends-missing` | `../..`, `/..`, `/` | read if `..` says something; `/` says nothing and is refused |
//! | `on-or-before-end` | `..2004-06-01/2004-06-20..` | read: a stated end that is bounded on one side only |
//! | `inverted-period` | `2004/2003` | read, as a period that is certainly inverted: a fault of the data, not of its writing |
//! | `ends-touch` | `2004-06/2004`, `0000/0000` | read: some choice of days is in order |
//! | `season` | `2001-21` to `2001-41` | northern spring is March to May, winter December to February of the next year; 25–32 with hemisphere; quarters, thirds and halves from January |
//! | `season-in-period` | `2003-22/2004-22` | read like any other date |
//! | `masked-part` | `1985-0X-31`, `1560-X2`, `-2004-XX` | first and last day that exists and fits the digits; earlier first, also in negative years |
//! | `masked-negative-year` | `-01XX`, `-156X-12-25` | the digits of the number are masked: `-01XX` is −199 to −100 |
//! | `impossible-day` | `156X-09-31` | refused: no year has it |
//! | `leap-day` | `0000-02-29`, `-0003-02-29`, `196X-02-29` | 0000 is a leap year and −3 is not; a mask means its leap years only |
//! | `qualified`, `qualified-part` | `2019~`, `2004-06-11%/2004-%06`, `?2004-06%` | widened by the length of the qualified part (a week for a day): once for `~`, twice for `?`, three times for `%` |
//! | `set-in-period` | `2020/[2024-07-30..2025-06]`, `[2026-11-01..]/..` | our extension: the end is one of these days |
//! | `significant-digits` | `1950S2`, `-1859S5` | all years with those leading digits: 1900 to 1999; more digits than the year has are refused |
//! | `far-year`, `far-year-in-period` | `Y-17E7`, `Y-61000/-2000` | exact to the years ±5,000,000, beyond that "before (after) all those days" |
//! | `short-year-with-y` | `Y20E2` | refused: a year of four digits is written plainly |
//! | `year-digits` | `19`, `198`, `12345` | refused: centuries and decades are `19XX` and `198X`, long years have `Y` |
//! | `time-offset` | `1985-04-12T23:20:30-04` | the day as written, in its own time zone; offsets to ±14:00 |
//! | `time-in-negative-year`, `time-in-period` | `-1985-04-12T23:20:30`, `2005/2006-01-01T10:10:10Z` | read: the day as written |
//! | `leap-second` | `2016-05-02T01:01:60` | read: which minutes had one is not checked |
//! | `time-24` | `2016-05-02T24:00:00` | refused: libraries differ on which day it is |
//! | `time-other-form` | `…T16:54:59.042`, `…+0230` | refused: no fractions, offsets with a colon |
//! | `set-hull` | `{1960,-1961-12}`, `[1667..1672]` | from the first day of any member to the last day of any |
//! | `set-of-one` | `[2016-03]` | read |
//! | `range-reversed` | `{1672..1670}` | refused |
//! | `blank-in-set` | `[1667, 1668]` | read, beside commas only: the Library of Congress writes so |
//! | `blank-around` | `" 1863-03-29"` | refused, and told what to write |

mod answer;
mod bound;
mod date;
mod date_error;
mod day;
mod diagnosis;
mod elapsed;
#[cfg(test)]
mod laws;
mod length;
mod mask;
mod overlap;
mod period;
mod period_text;
mod qualifier;
mod set;

pub use answer::Answer;
pub use bound::{Bound, BoundShape};
pub use date::parse_date;
pub use date_error::DateError;
pub use day::{Day, days_in_month};
pub use elapsed::{elapsed, elapsed_since};
pub use length::{Length, LengthError, Unit};
pub use overlap::{
    Conflict, Contact, conflict, hands_over, known_shared_days, overlap, possible_shared_days, refines,
};
pub use period::{Edge, Period};
pub use period_text::{Which, parse_any};
