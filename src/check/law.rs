//! A law in words, with the advice that follows from it: the same for all findings of a relation, which share it.

use std::sync::Arc;

/// What claims break, in words, and what to do about it.
pub struct LawWords {
    words: String,
    /// For two claims that cannot both be true.
    pub end_one: Arc<str>,
    /// For two claims that perhaps cannot.
    pub be_exact: Arc<str>,
    /// For two claims of which it is not known which took over.
    pub close_one: Arc<str>,
}

impl LawWords {
    /// The law that `words` say, without a full stop.
    pub fn new(words: impl Into<String>) -> Self {
        let words = words.into();
        let advice = |text: &str| Arc::from(format!("{words}. {text}"));
        Self {
            end_one: advice(
                "End the one that no longer held, correct its dates, or let the claim that is right say \
                 `corrects: [\"…\"]`",
            ),
            be_exact: advice("Write the dates more exactly, so that one ends where the other begins"),
            close_one: advice(
                "Close the one that no longer holds, or let the newer one say `supersedes: [\"…\"]`",
            ),
            words,
        }
    }

    /// The law itself.
    pub fn words(&self) -> &str {
        &self.words
    }
}
