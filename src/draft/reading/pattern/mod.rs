//! Phrasings compiled for matching: one vocabulary and one index for all of them, so that cost follows the sentence and
//! not how many phrasings there are.
//!
//! Knows neither relations nor triggers: whoever compiles a set numbers its patterns and knows what they stand for.

mod choice;
mod compile;
mod follow;
mod matching;
mod needs;
mod pass;
mod places;
mod rarest;
mod vocabulary;

use std::ops::Range;

pub use compile::{PatternSet, PatternSetBuilder};
pub use matching::{ANY, Matcher};

use crate::draft::mentions::AmountExpression;
use crate::draft::mentions::EntityMention;
use crate::draft::segmentation::Token;
use crate::model::{EntityId, Slot};

/// A sentence as patterns see it.
#[derive(Debug, Clone, Copy)]
pub struct MatchInput<'a> {
    /// The text of the block.
    pub text: &'a str,
    /// The tokens of the sentence.
    pub tokens: &'a [Token],
    /// The clause that each token belongs to.
    pub clauses: &'a [u16],
    /// The entities that it names, in order.
    pub mentions: &'a [EntityMention],
    /// The amounts that it names, in order.
    pub amounts: &'a [AmountExpression],
    /// Words that stand for something named before, as tokens.
    pub pronouns: &'a [Range<usize>],
}

impl<'a> MatchInput<'a> {
    /// Words alone, of which nothing else is known.
    #[must_use]
    pub const fn of_words(text: &'a str, tokens: &'a [Token], clauses: &'a [u16]) -> Self {
        Self { text, tokens, clauses, mentions: &[], amounts: &[], pronouns: &[] }
    }
}

/// A place where a pattern fits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The number of the pattern in its set.
    pub pattern: usize,
    /// All tokens from the first to the last.
    pub tokens: Range<usize>,
    /// The tokens that its words matched, in order.
    pub words: Vec<usize>,
    /// The mention in the place of the subject, by its index.
    pub subject: Option<usize>,
    /// The mention in the place of the object.
    pub object: Option<usize>,
    /// Who is meant in which place without being named.
    pub given: Vec<(Slot, EntityId)>,
    /// The amount in the place of the value.
    pub value: Option<usize>,
}
