//! Triggers: the words by which prose denies, ends, hedges, reports and places in time, as rows of data.
//!
//! The row format (phrase, category, direction, reach, priority) is that of NegEx and ConText (Chapman et al. 2001,
//! Harkema et al. 2009), kept as data so that anyone can add a language.

use super::Phrasing;

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

/// What a trigger does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Category {
    /// Looks like a negation and is none: "not only".
    PseudoNegation,
    /// Denies: "not".
    Negation,
    /// Denies until now: "not yet".
    NotYet,
    /// Denies now what was so before: "no longer".
    Cessation,
    /// Says that it is uncertain: "reportedly".
    Hedging,
    /// Says who says so: "said".
    Reporting,
    /// Places it in the past: "formerly".
    Past,
    /// Places it in the present: "still".
    Present,
    /// Places it in the future: "will".
    Future,
    /// Makes it something that can be, may be or is meant to be, which is not yet so: "can", "plans to".
    Ability,
    /// Makes it a condition: "if".
    Condition,
    /// Makes it a question: "whether".
    Question,
    /// Makes it an instruction: "please use".
    Command,
    /// Ends the reach of what stands before it: "but".
    Termination,
    /// Begins a relative clause, which between commas is a clause within a clause: "which".
    Aside,
    /// Begins a clause where it stands behind a comma: "and", "giving".
    Resumption,
    /// Takes out what stands behind it: "other than".
    Exception,
    /// Dates it without a date, and ages badly: "recently".
    Vague,
}

impl Category {
    /// All categories with the word by which language packs name them.
    pub const ALL: [(&'static str, Self); 18] = [
        ("pseudo_negation", Self::PseudoNegation),
        ("negation", Self::Negation),
        ("not_yet", Self::NotYet),
        ("cessation", Self::Cessation),
        ("hedging", Self::Hedging),
        ("reporting", Self::Reporting),
        ("past", Self::Past),
        ("present", Self::Present),
        ("future", Self::Future),
        ("ability", Self::Ability),
        ("condition", Self::Condition),
        ("question", Self::Question),
        ("command", Self::Command),
        ("termination", Self::Termination),
        ("aside", Self::Aside),
        ("resumption", Self::Resumption),
        ("exception", Self::Exception),
        ("vague", Self::Vague),
    ];

    /// The word for it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        Self::ALL.iter().find(|(_, category)| *category == self).map_or("", |(word, _)| word)
    }
}

/// On which side of itself a trigger works.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// On what follows it.
    Forward,
    /// On what stands before it.
    Backward,
    /// On both.
    Both,
}

impl Trigger {
    /// Over how many words a trigger reaches where its row does not say.
    pub const USUAL_REACH: u8 = 8;
}
