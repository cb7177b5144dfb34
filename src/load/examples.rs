//! Examples as they are written: `denied("Ann is no longer the head of Nordwerft")`.
//!
//! In the `reads` of relations and claims; `engine` reads them.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::model::Reads;

/// Examples by language.
pub type ExamplesWire = BTreeMap<String, Vec<ExampleWire>>;

/// A sentence in what must be read of it.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ExampleWire {
    /// It is so.
    Asserted(String),
    /// It is not so.
    Denied(String),
    /// It is no longer so.
    Ended(String),
    /// It is to come or possible.
    Planned(String),
    /// Nothing.
    Unread(String),
}

impl ExampleWire {
    /// What must be read, and of what.
    #[must_use]
    pub fn into_parts(self) -> (Reads, String) {
        match self {
            Self::Asserted(text) => (Reads::Asserted, text),
            Self::Denied(text) => (Reads::Denied, text),
            Self::Ended(text) => (Reads::Ended, text),
            Self::Planned(text) => (Reads::Planned, text),
            Self::Unread(text) => (Reads::Unread, text),
        }
    }
}
