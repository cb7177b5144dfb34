//! What can be wrong with a written date, in plain words.
//!
//! The errors and their wording, no parsing: `diagnosis` decides which one a text deserves.

/// Why a text is not a date. Its `Display` says so in plain words and, where it can, what to write instead.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DateError {
    /// Nothing is written.
    #[error("no date given; write one such as 2025-01-21, 2025-01 or 2025")]
    Empty,
    /// It would be a date, or looks like one, except for blanks.
    #[error("a date has no spaces in it{}", instead(.suggestion.as_deref()))]
    Blank {
        /// The text without blanks, if that is a date.
        suggestion: Option<Box<str>>,
    },
    /// A month that no year has.
    #[error("there is no month {month:02}; months are 01 to 12 (21 to 41 for seasons, quarters and halves)")]
    NoSuchMonth {
        /// The month as written.
        month: u8,
    },
    /// A day that this month does not have.
    #[error("{}", no_such_day(*.year, *.month, *.day, *.days))]
    NoSuchDay {
        /// Astronomical year.
        year: i32,
        /// 1 to 12.
        month: u8,
        /// The day as written.
        day: u8,
        /// Days that the month has.
        days: u8,
    },
    /// Day, month and year in another order, or not separated by hyphens.
    #[error("dates are written YYYY-MM-DD{}", if .suggestion.is_some() { instead(.suggestion.as_deref()) } else { ", such as 2025-01-21".to_owned() })]
    WrongOrder {
        /// The date as it should be written, where only one reading is possible.
        suggestion: Option<Box<str>>,
    },
    /// A month or day of one digit.
    #[error("months and days need two digits{}", instead(Some(.suggestion)))]
    MissingZero {
        /// The date as it should be written.
        suggestion: Box<str>,
    },
    /// A year without four digits.
    #[error("a year needs four digits; write a decade as 202X, a century as 20XX, a year after 9999 as Y12345{}", instead(.suggestion.as_deref()))]
    YearDigits {
        /// The year as it should be written, if that is clear.
        suggestion: Option<Box<str>>,
    },
    /// `-0000`: the year 0 has no sign.
    #[error("the year 0 has no sign; write 0000 (1 BC)")]
    NegativeZero,
    /// A year so far away that it cannot be read as a number.
    #[error("this year is out of range")]
    OutOfRange,
    /// A day as spreadsheets count it.
    #[error(
        "{number} is a day as spreadsheets count it, in most of them {day}; give the column the format YYYY-MM-DD"
    )]
    DayNumber {
        /// The number.
        number: Box<str>,
        /// The day that it means in most of them.
        day: Box<str>,
    },
    /// A word for the present, as the end of a period that goes on.
    #[error("“{text}” is not a date; write .. for a period that goes on")]
    GoesOn {
        /// The word.
        text: Box<str>,
    },
    /// A word that says that the date is not known.
    #[error("“{text}” is not a date; leave an unknown date out, as in 2023/ or an empty cell")]
    NotKnown {
        /// The word.
        text: Box<str>,
    },
    /// Nothing that could be read as a date.
    #[error("“{text}” is not a date; write YYYY-MM-DD, YYYY-MM or YYYY, such as 2025-01-21")]
    NotADate {
        /// The text, shortened.
        text: Box<str>,
    },
    /// A date that may be many days where one day is wanted.
    #[error("“{text}” is not one exact day; write YYYY-MM-DD, such as 2025-01-21")]
    NotOneDay {
        /// The text, shortened.
        text: Box<str>,
    },
    /// A period where one date is wanted.
    #[error("this is a period; write a single date, without “/”")]
    PeriodForDate,
    /// More than two parts separated by `/`.
    #[error("a period has only one “/”, between its start and its end")]
    TooManyParts,
    /// `/`: a period of which neither end says anything.
    #[error("the period has neither start nor end; write at least one, such as 2023/ or 2023/..")]
    NothingStated,
    /// An invalid time of day.
    #[error("the time of day is not valid; write HH:MM:SS, from 00:00:00 to 23:59:59, with Z or an offset such as +07:00 if needed{}", instead(.suggestion.as_deref()))]
    TimeOfDay {
        /// The date without the time, if that is one.
        suggestion: Option<Box<str>>,
    },
}

impl DateError {
    /// Where it has a text to write instead, with `whole` in its place: the period that the date is an end of.
    pub(super) fn suggesting(mut self, whole: &str) -> Self {
        match &mut self {
            Self::Blank { suggestion: Some(own) }
            | Self::WrongOrder { suggestion: Some(own) }
            | Self::YearDigits { suggestion: Some(own) }
            | Self::TimeOfDay { suggestion: Some(own) }
            | Self::MissingZero { suggestion: own } => *own = whole.into(),
            _ => {}
        }
        self
    }

    /// The text to write instead, where there is exactly one.
    #[must_use]
    pub fn suggestion(&self) -> Option<&str> {
        match self {
            Self::Blank { suggestion }
            | Self::WrongOrder { suggestion }
            | Self::YearDigits { suggestion }
            | Self::TimeOfDay { suggestion } => suggestion.as_deref(),
            Self::MissingZero { suggestion } => Some(suggestion),
            _ => None,
        }
    }
}

/// What to write instead, after what is wrong.
fn instead(suggestion: Option<&str>) -> String {
    suggestion.map_or_else(String::new, |text| format!("; write {text}"))
}

fn no_such_day(year: i32, month: u8, day: u8, days: u8) -> String {
    /// The English names of the months: what is wrong with a file is said in English.
    const MONTHS: &str =
        "January February March April May June July August September October November December";
    if day == 0 {
        return "there is no day 00; days start at 01".to_owned();
    }
    let month = MONTHS.split(' ').nth(usize::from(month).wrapping_sub(1)).unwrap_or_default();
    format!("{month} {} has {days} days", year_words(year))
}

/// `2025`, or `45 BC` for the astronomical year −44.
fn year_words(year: i32) -> String {
    if year >= 1 { year.to_string() } else { format!("{} BC", 1 - i64::from(year)) }
}
