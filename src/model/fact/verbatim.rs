//! Words from elsewhere: from a program that adds its own findings, or a test of how any words are shown.

use super::{Fact, facts};

facts! {
    /// Words that are shown as they are.
    VerbatimFact {
        /// A sentence, a few words for the place, and what to do; either of these may be empty.
        Said "verbatim" { message: String, label: String, help: String }
    }
}

impl From<&str> for Fact {
    fn from(message: &str) -> Self {
        VerbatimFact::Said { message: message.to_owned(), label: String::new(), help: String::new() }.into()
    }
}
