//! The words by which a language dates: prepositions, units, parts of years, relative dates. Data of a language pack.
//!
//! How they are put together is `draft::when`'s business; the names of months and weekdays stand beside these.

/// What a word or phrase does in a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DateRole {
    /// "not until": from then on.
    NotUntil,
    /// "since": from then on.
    Since,
    /// "until": up to and including then.
    Until,
    /// The same before a date, but "at most" before a number: "hingga".
    UpTo,
    /// "before".
    Before,
    /// "after".
    After,
    /// "as of": at that day, as far as the writer knew.
    AsOf,
    /// "by": at that time, or earlier.
    By,
    /// "in", "during": at some time within; what follows may be a bare year or month.
    On,
    /// "on": before days; says nothing of a bare number behind it.
    OnDay,
    /// "for", "of": before a year only where nothing is counted.
    Weak,
    /// "the", "'s": a year behind it belongs to the noun that follows: "the 2025 amendments".
    Determiner,
    /// Nouns behind which a year is theirs: "perjanjian 2019".
    DatedNoun,
    /// What may stand between a preposition and its date: "about", "tanggal".
    Filler,
    /// What stands between two dates that make a range without a word in front: "2019 to 2024".
    To,
    /// "and" between years of which the first one has the preposition: "in 2019 and 2023".
    And,
    /// "present" as the end of a range: it goes on.
    Now,
    /// What may stand within a date: "21st of January".
    Of,
    /// What makes a number a year: "the year", "tahun".
    YearWord,
    /// "early": the first part.
    Early,
    /// "mid": the middle part.
    Mid,
    /// "late": the last part.
    Late,
    /// "earlier" this year: before the draft's day.
    Earlier,
    /// "later" this year: after the draft's day.
    Later,
    /// "last" with the name of a month.
    Last,
    /// "this" with the name of a month.
    This,
    /// "next" with the name of a month.
    Next,
    /// "ago", behind a number and a unit.
    Ago,
    /// "from now", behind a number and a unit.
    Ahead,
    /// "the past", before a number and a unit: from then to now.
    PastBefore,
    /// The same behind them: "terakhir".
    PastBehind,
    /// "quarter".
    Quarter,
    /// Before the quarter's number, in one word with it: "Q" of "Q3".
    QuarterLetter,
    /// "half".
    Half,
    /// "H" of "H1".
    HalfLetter,
    /// "fiscal year".
    Fiscal,
    /// "FY" of "FY2024".
    FiscalLetter,
    /// What makes a year a decade, behind it: "s" of "2020s".
    Decade,
    /// What follows a day's number: "st" of "21st".
    DaySuffix,
    /// What is counted: behind it, a number is no year.
    Counted,
    /// Names of months that are other words too and are months only with a capital: "may".
    CapitalOnly,
    /// "day".
    Day,
    /// "week".
    Week,
    /// "month".
    Month,
    /// "year".
    Year,
}

/// A unit of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DateUnit {
    /// A day.
    Day,
    /// From Monday to Sunday.
    Week,
    /// A month of the calendar.
    Month,
    /// A year of the calendar.
    Year,
}

/// A phrase for a date that is counted from the day of writing: "last year".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RelativeDate {
    /// As it is written.
    pub phrase: String,
    /// What is counted.
    pub unit: DateUnit,
    /// How many of them later; earlier if negative.
    pub shift: i32,
}

/// The words by which a language dates.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DateWords {
    /// Whether 8/7/2025 is the eighth of July (or August 7th); `None` where both are written.
    pub day_first: Option<bool>,
    /// Whether "last", "this" and "next" stand behind the month: "Januari lalu".
    pub modifiers_follow: bool,
    /// Words and phrases by what they do.
    pub words: Vec<(DateRole, Vec<String>)>,
    /// What stands before and between the two dates of a range: "from … to …".
    pub from_to: Vec<(String, String)>,
    /// What stands around a date from which on something is so: "from … onwards".
    pub from_on: Vec<(String, String)>,
    /// Dates that are counted from the day of writing.
    pub relative: Vec<RelativeDate>,
    /// Numbers in words, from one.
    pub numbers: Vec<Vec<String>>,
    /// Ordinals and Roman numerals, from the first.
    pub ordinals: Vec<Vec<String>>,
}
