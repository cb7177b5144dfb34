//! The words by which a language counts: comparisons, scales, currencies, units. Data of a language pack.
//!
//! How they are put together is `draft::sum`'s business, what a number is worth that of `load`.

/// What a word or phrase does beside a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SumRole {
    /// "more than".
    MoreThan,
    /// "at least".
    AtLeast,
    /// "less than".
    LessThan,
    /// "up to".
    AtMost,
    /// "about".
    About,
    /// "or more", behind the sum: at least.
    OrMore,
    /// What stands between the two numbers of a range: "10 to 12".
    To,
    /// Before the first of two numbers that are no range but a change: "from 10 to 12".
    From,
    /// Words behind a number that are no unit: "of", "and".
    NoUnit,
    /// Words between a number and the noun that is counted: "new".
    Adjective,
    /// Words before a number that is a name and no count: "page", "version".
    Label,
}

/// Words that mean one and the same number or unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SumScale {
    /// As it is written.
    pub words: Vec<String>,
    /// How many it is.
    pub factor: i128,
    /// Whether it counts money only, as "b" does.
    pub money: bool,
}

/// A currency, or another unit with several names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SumUnit {
    /// Its name in amounts: `usd`, `percent`.
    pub name: String,
    /// What stands before the number; then it is a currency.
    pub before: Vec<String>,
    /// What stands behind it.
    pub behind: Vec<String>,
    /// Whether it is money.
    pub money: bool,
}

/// A phrase that gives a number by its size: "tens of millions of".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VagueSum {
    /// As it is written.
    pub phrase: String,
    /// At least so many.
    pub low: i128,
    /// At most so many.
    pub high: i128,
}

/// The words by which a language counts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SumWords {
    /// Whether the decimal sign is a comma; `None` where both are usual.
    pub decimal_comma: Option<bool>,
    /// Words and phrases by what they do.
    pub words: Vec<(SumRole, Vec<String>)>,
    /// What stands before and between the two numbers of a range: "between … and …".
    pub between: Vec<(String, String)>,
    /// What is said of each time, behind the sum, each in all its forms, of which the first one is kept: "per year".
    pub per: Vec<Vec<String>>,
    /// Words of scale.
    pub scales: Vec<SumScale>,
    /// Currencies and other units with several names.
    pub units: Vec<SumUnit>,
    /// Numbers by their size.
    pub vague: Vec<VagueSum>,
}
