//! Triggers: the words by which prose denies, ends, hedges, reports and places in time, as rows of data.
//!
//! The row format (phrase, category, direction, reach, priority) is that of NegEx and ConText (Chapman et al. 2001,
//! Harkema et al. 2009), kept as data so that anyone can add a language.

use super::Phrasing;
use super::named::named_enum;

/// A row: a phrase and what it does to the words around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trigger {
    /// The phrase.
    pub phrase: Phrasing,
    /// What it does.
    pub category: Category,
    /// On which side of itself it does so.
    pub direction: Direction,
    /// Over how many words.
    pub reach: u8,
    /// Of two that overlap, the one with the higher number counts; among equals the longer one.
    pub priority: i8,
}

named_enum!(
    /// What a trigger does.
    Category {
        /// Looks like a negation and is not one: "not only".
        PseudoNegation "pseudo_negation",
        /// Denies: "not".
        Negation "negation",
        /// Denies of all the past: "never".
        Never "never",
        /// Denies until now: "not yet".
        NotYet "not_yet",
        /// Denies now what was so before: "no longer".
        Cessation "cessation",
        /// Says that it is uncertain: "reportedly".
        Hedging "hedging",
        /// Says who says so: "said".
        Reporting "reporting",
        /// Says that it began: "became".
        Beginning "beginning",
        /// Places it in the past: "formerly".
        Past "past",
        /// Places it in the present: "still".
        Present "present",
        /// Places it in the future: "will".
        Future "future",
        /// Makes it something that can be, may be or is meant to be, which is not yet so: "can", "plans to".
        Ability "ability",
        /// Says of an event that it did not take place: "never happened".
        Nonoccurrence "nonoccurrence",
        /// Says of an event that it failed, was prevented or is still open: "fell through".
        Failure "failure",
        /// Makes it a condition: "if".
        Condition "condition",
        /// Makes it something imagined, or what somebody believes: "in the novel", "many think".
        Supposition "supposition",
        /// Makes it a question: "whether".
        Question "question",
        /// Makes it an instruction: "please use".
        Command "command",
        /// Ends the reach of what precedes it: "but".
        Termination "termination",
        /// Begins a relative clause, which between commas is a clause within a clause: "which".
        Aside "aside",
        /// Begins a clause where it is after a comma: "and", "giving".
        Resumption "resumption",
        /// Excludes what follows it: "other than".
        Exception "exception",
        /// Dates it without a date, and ages badly: "recently".
        Vague "vague",
    }
);

named_enum!(
    /// On which side of itself a trigger works.
    Direction {
        /// On what follows it.
        Forward "forward",
        /// On what precedes it.
        Backward "backward",
        /// On both.
        Both "both",
    }
);

impl Trigger {
    /// Over how many words a trigger reaches where its row does not say.
    pub const USUAL_REACH: u8 = 8;
}
