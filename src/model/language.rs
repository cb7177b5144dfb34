//! A language pack: the words by which prose denies, hedges, reports and dates. Data, not code.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

use super::date_words::DateWords;
use super::grammar_words::GrammarWords;
use super::inflection::Inflection;
use super::sum_words::SumWords;
use super::table_words::TableWords;
use super::{Construction, Transition, Trigger, Variant};
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
    /// Small words that every text of the language has, which distinguish it from others.
    pub common: Vec<String>,
    /// Endings that do not change a word or name: `nya`.
    pub suffixes: Vec<String>,
    /// Endings of verbs in the past tense: "ed".
    pub past_endings: Vec<String>,
    /// How its verbs and nouns change.
    pub inflection: Inflection,
    /// Endings of adverbs: "ly".
    pub adverb_endings: Vec<String>,
    /// Words before such a verb that make it another tense: "has", "is".
    pub auxiliaries: Vec<String>,
    /// Words before the recipient of money: "in".
    pub recipients: Vec<String>,
    /// Words that stand for what was named before: "it", "perusahaan itu".
    pub pronouns: Vec<String>,
    /// What changes what a sentence asserts.
    pub triggers: Vec<Trigger>,
    /// Its function words.
    pub grammar: GrammarWords,
    /// The constructions in which relations are said.
    pub constructions: Vec<Construction>,
    /// How it is said that something took the place of something else.
    pub transitions: Vec<Transition>,
    /// The sentences by which words are tried.
    pub variants: Vec<Variant>,
    /// Named classes of words that constructions use: "be".
    pub classes: Vec<(String, Vec<String>)>,
    /// With what the name of a body begins, with what the title of who heads it, and the noun of that office: "kemen", "men",
    /// "menteri".
    pub titles: Vec<(String, String, String)>,
    /// Its words for dates.
    pub dates: DateWords,
    /// Its words for sums.
    pub sums: SumWords,
    /// How rows of tables say something.
    pub tables: TableWords,
    /// Lists of words and phrases by category.
    pub words: Vec<(&'static str, Vec<String>)>,
    /// Where its record is.
    pub place: Place,
}

impl Language {
    /// The categories that a pack may fill.
    pub const CATEGORIES: [&'static str; 3] = ["weekdays", "citation", "abbreviations"];

    /// The words of a named class.
    #[must_use]
    pub fn class(&self, name: &str) -> &[String] {
        self.classes.iter().find(|(known, _)| known == name).map_or(&[], |(_, words)| words)
    }

    /// The words of a category.
    #[must_use]
    pub fn words(&self, category: &str) -> &[String] {
        self.words.iter().find(|(name, _)| *name == category).map_or(&[], |(_, words)| words)
    }
}

/// Two phrases that belong together, such as `["from", "to"]`; lists of them are what `dates` and `sums` have.
pub(super) fn pairs<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<(String, String)>, D::Error> {
    let rows = Vec::<Vec<String>>::deserialize(from)?;
    let pair = |row: Vec<String>| match <[String; 2]>::try_from(row) {
        Ok([before, between]) => Ok((before, between)),
        Err(row) => Err(D::Error::custom(format_args!(
            "a row of {}, but each row has two phrases, as in `[\"from\", \"to\"]`",
            row.len()
        ))),
    };
    rows.into_iter().map(pair).collect()
}
