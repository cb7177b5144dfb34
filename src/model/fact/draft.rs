//! What is wrong with a sentence of a draft.

use super::facts;
use crate::time::Day;

facts! {
    /// What is wrong with a sentence of a draft, or with the draft.
    DraftFact {
        /// It is to be judged by its own date and has none.
        UndatedDraft "undated-draft" { day: Day }
    }
}
