//! The words by which a language counts: comparisons, scales, currencies, units. Data of a language pack.
//!
//! How they are put together is the business of `amounts`.

use std::fmt;

use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::language::pairs;

/// Declares the roles, and how a language pack names the words of each: a field of `sums`.
macro_rules! sum_roles {
    ($($(#[$doc:meta])* $role:ident $field:ident,)*) => {
        /// What a word or phrase does beside a number.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum SumRole { $($(#[$doc])* $role,)* }

        /// `sums` of a language pack, as written.
        #[derive(Default, Deserialize)]
        #[serde(default, deny_unknown_fields, rename = "Sums")]
        struct SumWordsWire {
            decimal: Option<DecimalSign>,
            #[serde(deserialize_with = "pairs")]
            between: Vec<(String, String)>,
            #[serde(deserialize_with = "rates")]
            per: Vec<SumUnit>,
            scales: Vec<SumScale>,
            currencies: Vec<SumUnit>,
            units: Vec<SumUnit>,
            nouns: Vec<SumNoun>,
            vague: Vec<VagueSum>,
            $($field: Vec<String>,)*
        }

        impl From<SumWordsWire> for SumWords {
            fn from(mut written: SumWordsWire) -> Self {
                written.currencies.iter_mut().for_each(|currency| currency.money = true);
                written.currencies.append(&mut written.units);
                for VagueSum { low, high, .. } in &mut written.vague {
                    (*low, *high) = ((*low).min(*high), (*low).max(*high));
                }
                Self {
                    decimal_comma: written.decimal.map(|sign| matches!(sign, DecimalSign::Comma)),
                    words: vec![$((SumRole::$role, written.$field),)*],
                    between: written.between,
                    per: written.per,
                    scales: written.scales,
                    units: written.currencies,
                    nouns: written.nouns,
                    vague: written.vague,
                }
            }
        }
    };
}

sum_roles! {
    /// "more than".
    MoreThan more_than,
    /// "at least".
    AtLeast at_least,
    /// "less than".
    LessThan less_than,
    /// "up to".
    AtMost at_most,
    /// "about".
    About about,
    /// "or more", after the sum: at least.
    OrMore or_more,
    /// What is between the two numbers of a range: "10 to 12".
    To to,
    /// Before the first of two numbers that are not a range but a change: "from 10 to 12".
    From from,
    /// Words after a number that are not a unit: "of", "and".
    NoUnit no_units,
    /// Words between a number and the noun that is counted: "new".
    Adjective adjectives,
    /// Words before a number that is a name, not a count: "page", "version".
    Label labels,
    /// Words before a number of an earlier day, beside that of the day spoken of: "down from".
    Earlier earlier,
    /// Words before a count of what is added or taken away: "lost", "another".
    Change change,
    /// Words after a noun that narrow what is counted: "people under 40".
    Narrowing narrowing,
    /// Words that begin like those and leave the count as it is: "people in total".
    Overall overall,
}

/// The decimal sign.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum DecimalSign {
    Point,
    Comma,
}

/// A whole number; numbers of 128 bits are an option of `ron` that nothing else needs.
fn whole<'de, D: Deserializer<'de>>(from: D) -> Result<i128, D::Error> {
    u64::deserialize(from).map(i128::from)
}

/// Rates as records, or each as a list of its forms, of which the first one is the name.
fn rates<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<SumUnit>, D::Error> {
    struct Rate(SumUnit);

    struct OneRate;

    impl<'de> Visitor<'de> for OneRate {
        type Value = Rate;

        fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
            out.write_str("a rate: a record, or a list of words")
        }

        fn visit_seq<A: SeqAccess<'de>>(self, from: A) -> Result<Rate, A::Error> {
            let behind = Vec::<String>::deserialize(SeqAccessDeserializer::new(from))?;
            let name = behind.first().cloned().unwrap_or_default();
            Ok(Rate(SumUnit { name, behind, ..SumUnit::default() }))
        }

        fn visit_map<A: MapAccess<'de>>(self, from: A) -> Result<Rate, A::Error> {
            SumUnit::deserialize(MapAccessDeserializer::new(from)).map(Rate)
        }
    }

    impl<'de> Deserialize<'de> for Rate {
        fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
            from.deserialize_any(OneRate)
        }
    }

    let rates = Vec::<Rate>::deserialize(from)?;
    Ok(rates.into_iter().map(|Rate(rate)| rate).collect())
}

/// Words that mean one and the same number or unit.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename = "Scale")]
pub struct SumScale {
    /// As it is written.
    pub words: Vec<String>,
    /// How many it is.
    #[serde(deserialize_with = "whole")]
    pub factor: i128,
    /// Whether it counts money only, as "b" does.
    #[serde(default)]
    pub money: bool,
    /// Whether it is taken from another language, and so does not say how numbers beside it are written.
    #[serde(default)]
    pub borrowed: bool,
}

/// A currency, or another unit with several names.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename = "Unit")]
pub struct SumUnit {
    /// Its name in amounts: `usd`, `percent`.
    pub name: String,
    /// What is before the number; then it is a currency.
    #[serde(default)]
    pub before: Vec<String>,
    /// What is after it; the usual form comes first.
    #[serde(default)]
    pub behind: Vec<String>,
    /// How an account writes it with its number, where that is not the number and the first form after it: `US$*`, `*%`.
    pub written: Option<String>,
    /// What stands after a number in words, where that is another form: `dolar AS`.
    pub in_words: Option<String>,
    /// The form for exactly one, where the language has its own: `hectare`.
    pub one: Option<String>,
    /// Whether its names are another language's, and so do not say how numbers beside them are written.
    #[serde(default)]
    pub borrowed: bool,
    /// Whether it is money.
    #[serde(skip)]
    pub money: bool,
}

/// What is counted, in all its forms.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename = "Noun")]
pub struct SumNoun {
    /// Its name in amounts, the same in all languages: `people`.
    pub name: String,
    /// As it is written; the usual form comes first.
    pub words: Vec<String>,
    /// The form for exactly one, where the language has its own: `person`.
    pub one: Option<String>,
    /// The noun that it is a kind of: residents are people. The same number of both is taken to be the same count,
    /// another number is not.
    pub kind_of: Option<String>,
}

/// A phrase that gives a number by its size: "tens of millions of".
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename = "Vague")]
pub struct VagueSum {
    /// As it is written.
    pub phrase: String,
    /// At least this many.
    #[serde(deserialize_with = "whole")]
    pub low: i128,
    /// At most this many.
    #[serde(deserialize_with = "whole")]
    pub high: i128,
}

/// The words by which a language counts.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "SumWordsWire")]
pub struct SumWords {
    /// Whether the decimal sign is a comma; `None` where both are usual.
    pub decimal_comma: Option<bool>,
    /// Words and phrases by what they do.
    pub words: Vec<(SumRole, Vec<String>)>,
    /// What is before and between the two numbers of a range: "between … and …".
    pub between: Vec<(String, String)>,
    /// Rates, after the sum: "per year".
    pub per: Vec<SumUnit>,
    /// Words of scale.
    pub scales: Vec<SumScale>,
    /// Currencies and other units with several names.
    pub units: Vec<SumUnit>,
    /// Nouns that are counted and have several forms or names.
    pub nouns: Vec<SumNoun>,
    /// Numbers by their size.
    pub vague: Vec<VagueSum>,
}
