//! The words by which a language dates: prepositions, units, parts of years, relative dates. Data of a language pack.
//!
//! How they are put together is `draft::when`'s business; the names of months and weekdays are kept with these.

use serde::Deserialize;

use super::language::pairs;

/// Declares the roles, and how a language pack names the words of each: a field of `dates`, or of `units` within it.
macro_rules! date_roles {
    (
        { $($(#[$doc:meta])* $role:ident $field:ident,)* }
        units { $($(#[$unit_doc:meta])* $unit_role:ident $unit:ident,)* }
    ) => {
        /// What a word or phrase does in a date.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum DateRole {
            $($(#[$doc])* $role,)*
            $($(#[$unit_doc])* $unit_role,)*
        }

        /// `dates` of a language pack, as written.
        #[derive(Default, Deserialize)]
        #[serde(default, deny_unknown_fields, rename = "Dates")]
        struct DateWordsWire {
            day_first: Option<bool>,
            modifiers_follow: bool,
            #[serde(deserialize_with = "pairs")]
            from_to: Vec<(String, String)>,
            #[serde(deserialize_with = "pairs")]
            between: Vec<(String, String)>,
            #[serde(deserialize_with = "pairs")]
            from_on: Vec<(String, String)>,
            relative: Vec<RelativeDate>,
            parts_of_year: Vec<PartOfYear>,
            decade_names: Vec<Vec<String>>,
            numbers: Vec<Vec<String>>,
            ordinals: Vec<Vec<String>>,
            units: UnitWords,
            $($field: Vec<String>,)*
        }

        #[derive(Default, Deserialize)]
        #[serde(default, deny_unknown_fields)]
        struct UnitWords { $($unit: Vec<String>,)* }

        impl From<DateWordsWire> for DateWords {
            fn from(written: DateWordsWire) -> Self {
                Self {
                    day_first: written.day_first,
                    modifiers_follow: written.modifiers_follow,
                    words: vec![
                        $((DateRole::$role, written.$field),)*
                        $((DateRole::$unit_role, written.units.$unit),)*
                    ],
                    from_to: written.from_to,
                    between: written.between,
                    from_on: written.from_on,
                    relative: written.relative,
                    parts_of_year: written.parts_of_year,
                    decade_names: written.decade_names,
                    numbers: written.numbers,
                    ordinals: written.ordinals,
                }
            }
        }
    };
}

date_roles! {
    {
        /// "not until": from then on.
        NotUntil not_until,
        /// "since": from then on.
        Since since,
        /// "until": up to and including then.
        Until until,
        /// The same before a date, but "at most" before a number: "hingga".
        UpTo up_to,
        /// "before".
        Before before,
        /// "after".
        After after,
        /// "as of": at that day, as far as the writer knew.
        AsOf as_of,
        /// "by": at that time, or earlier.
        By by,
        /// "in": at some time within; what follows may be a bare year or month.
        On on,
        /// "during", "throughout": the same of what lasts, so that nothing begins with it.
        During during,
        /// "on": before days; says nothing of a bare number after it.
        OnDay on_day,
        /// "for", "of": before a year only where nothing is counted.
        Weak weak,
        /// "the", "'s": a year after it belongs to the noun that follows: "the 2025 amendments".
        Determiner determiners,
        /// Nouns after which a year is theirs: "perjanjian 2019".
        DatedNoun dated_nouns,
        /// What may be between a preposition and its date: "sometime in", "tanggal".
        Filler fillers,
        /// "about", before a date with or without a preposition: it is approximate.
        About about,
        /// "at least", before a date or its preposition: it may be earlier or later.
        AtLeast at_least,
        /// What is between two dates that make a range without a word in front: "2019 to 2024".
        To to,
        /// "and" between years of which the first one has the preposition: "in 2019 and 2023".
        And and,
        /// "present" as the end of a range: it goes on.
        Now now,
        /// What may be within a date: "21st of January".
        Of of,
        /// A word that makes a number a year: "the year", "tahun".
        YearWord year_words,
        /// "early": the first part.
        Early early,
        /// "mid": the middle part.
        Mid mid,
        /// "late": the last part.
        Late late,
        /// "earlier" this year: before the draft's day.
        Earlier earlier,
        /// "later" this year: after the draft's day.
        Later later,
        /// "last" with the name of a month.
        Last last,
        /// "this" with the name of a month.
        This this,
        /// "next" with the name of a month.
        Next next,
        /// "ago", after a number and a unit.
        Ago ago,
        /// "from now", after a number and a unit.
        Ahead ahead,
        /// "a few", "beberapa": before a unit, so many that nobody knows when it was.
        Indefinite indefinite,
        /// "the past", before a number and a unit: from then to now.
        PastBefore past_before,
        /// The same after them: "terakhir".
        PastBehind past_behind,
        /// "quarter".
        Quarter quarter,
        /// Before the quarter's number, in one word with it: "Q" of "Q3".
        QuarterLetter quarter_letters,
        /// "half".
        Half half,
        /// "H" of "H1".
        HalfLetter half_letters,
        /// "fiscal year".
        Fiscal fiscal,
        /// "FY" of "FY2024".
        FiscalLetter fiscal_letters,
        /// "century", beside its number.
        Century century,
        /// "BC", after a year or century.
        BeforeEra before_era,
        /// What makes a year a decade, after it: "s" of "2020s".
        Decade decade,
        /// What follows a day's number: "st" of "21st".
        DaySuffix day_suffixes,
        /// What is counted: after it, a number is not a year.
        Counted counted,
        /// Names of months that are other words too and are months only with a capital: "may".
        CapitalOnly capital_only,
    }
    units {
        /// "day".
        Day day,
        /// "week".
        Week week,
        /// "month".
        Month month,
        /// "year".
        Year year,
        /// "decade", as a length.
        TenYears decade,
    }
}

/// A unit of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateUnit {
    /// A day.
    Day,
    /// From Monday to Sunday.
    Week,
    /// A month of the calendar.
    Month,
    /// A year of the calendar.
    Year,
    /// Ten of them.
    Decade,
}

/// A phrase for a date that is counted from the day of writing: "last year".
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename = "Relative")]
pub struct RelativeDate {
    /// As it is written.
    pub phrase: String,
    /// What is counted.
    pub unit: DateUnit,
    /// How many of them later; earlier if negative.
    pub shift: i32,
}

/// A season or holiday: a part of every year that has a name.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename = "PartOfYear")]
pub struct PartOfYear {
    /// As it is written.
    pub names: Vec<String>,
    /// The month and day on which it begins, at the earliest; a holiday that moves through the whole year has none.
    #[serde(default)]
    pub from: Option<(u8, u8)>,
    /// The month and day on which it ends, at the latest; that of the year after if it is the earlier one.
    #[serde(default)]
    pub to: Option<(u8, u8)>,
}

/// The words by which a language dates.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "DateWordsWire")]
pub struct DateWords {
    /// Whether 8/7/2025 is the eighth of July (or August 7th); `None` where both are written.
    pub day_first: Option<bool>,
    /// Whether "last", "this" and "next" are after the month: "Januari lalu".
    pub modifiers_follow: bool,
    /// Words and phrases by what they do.
    pub words: Vec<(DateRole, Vec<String>)>,
    /// What is before and between the two dates of a range: "from … to …".
    pub from_to: Vec<(String, String)>,
    /// The same of two dates within which something is so at some time: "between … and …".
    pub between: Vec<(String, String)>,
    /// What surrounds a date from which something holds: "from … onwards".
    pub from_on: Vec<(String, String)>,
    /// Dates that are counted from the day of writing.
    pub relative: Vec<RelativeDate>,
    /// Seasons and holidays.
    pub parts_of_year: Vec<PartOfYear>,
    /// Names of decades of the twentieth century, from the thirties.
    pub decade_names: Vec<Vec<String>>,
    /// Numbers in words, from one.
    pub numbers: Vec<Vec<String>>,
    /// Ordinals and Roman numerals, from the first.
    pub ordinals: Vec<Vec<String>>,
}
