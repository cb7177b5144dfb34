//! Sentences with what must be read of them: the `reads` of a relation or a claim. Plain data.

use super::Site;
use super::named::named_enum;

/// A sentence with what must be read of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// The code of its language.
    pub language: String,
    /// The sentence.
    pub text: String,
    /// What must be read of it.
    pub reads: Reads,
    /// Where it is written.
    pub site: Site,
}

named_enum!(
    /// What is read of a sentence, of one relation or claim.
    Reads {
        /// That it is, was or happened.
        Asserted "asserted",
        /// That it is not, whether it has ended or never was.
        Denied "denied",
        /// That it is no longer so.
        Ended "ended",
        /// That it is to come, planned or possible.
        Planned "planned",
        /// Nothing.
        Unread "unread",
    }
);
