//! Amounts in the words of language packs: "more than US$13 billion", "27 persen", "10–12 km", "60 regions".
//!
//! One reader for values on record and for drafts, so that both mean the same by the same words; and a writer, for what is told in
//! another language than it was said in. Knows where an amount
//! ends and what it says; whether a number in a sentence is one at all is the business of `draft`, which relations take
//! amounts that of `load`.

mod expression;
mod lexicon;
mod number;
mod quantity;
mod whole;
mod writer;

use std::fmt;

pub use expression::Expression;
pub use lexicon::{AmountLexicon, AmountMeaning};
pub use quantity::AmountParser;
pub use whole::{bare_amount, read_amount};
pub use writer::written_amount;

/// Why a text is not an amount; its `Display` follows the quoted text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoAmount {
    /// Nothing is written.
    Nothing,
    /// It has another form.
    NotOne,
    /// A point or comma that may be before decimals or between thousands; the number as written.
    Ambiguous(String),
    /// Finer than a millionth.
    TooFine,
    /// Too large.
    TooLarge,
    /// A range of which the first number is the higher one.
    Inverted,
    /// Two currencies.
    TwoUnits,
}

impl fmt::Display for NoAmount {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Nothing => "is empty; write an amount such as 10 billion USD",
            Self::NotOne => {
                "is not an amount; write a number and a unit if it has one, such as 60 regions or 10 billion USD"
            }
            Self::Ambiguous(number) => {
                let whole = number.replace(['.', ','], "");
                let fraction = number.replace(',', ".");
                let fraction = fraction.trim_end_matches('0').trim_end_matches('.');
                return write!(formatter, "is ambiguous; write {whole} or {fraction}");
            }
            Self::TooFine => "has more than six decimals",
            Self::TooLarge => "is too large",
            Self::Inverted => "is a range with its higher number first; write the lower number first",
            Self::TwoUnits => "names two currencies; write one",
        })
    }
}
