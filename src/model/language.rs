//! A language pack: the words by which prose denies, hedges, reports and dates. Data, not code.

use super::date_words::DateWords;
use super::sum_words::SumWords;
use crate::text::Place;

/// The words of one language, by what they do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Language {
    /// Its code, as in BCP 47: `en`, `id`.
    pub code: String,
    /// Its name, in English.
    pub name: Option<String>,
    /// The names of the twelve months, each in all its forms.
    pub months: Vec<Vec<String>>,
    /// Its words for dates.
    pub dates: DateWords,
    /// Its words for sums.
    pub sums: SumWords,
    /// Lists of words and phrases by category: negation, cessation, hedging and so on.
    pub words: Vec<(&'static str, Vec<String>)>,
    /// Where its record stands.
    pub place: Place,
}

impl Language {
    /// The categories that a pack may fill.
    pub const CATEGORIES: [&'static str; 10] = [
        "weekdays",
        "negation",
        "pseudo_negation",
        "cessation",
        "hedging",
        "reporting",
        "past",
        "future",
        "citation",
        "abbreviations",
    ];
}
