//! What is wrong with a file of claims, rules or settings. Worded in English only, as the words that files are written with.

use super::facts;

facts! {
    /// What is wrong with a file or a record of it.
    FileFact {
        /// A file cannot be read.
        Unreadable "unreadable-file" { path: String, reason: String }
    }
}
