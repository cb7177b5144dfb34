//! Where drafts say what is listed. Data only: drafts are read by the engine.

use crate::model::{Code, Confidence, Finding, Verdict};
use crate::text::Position;

/// A sentence of a draft that says what a listed claim says. Holds words and places of its own, because the text of most
/// drafts is given back once they are read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InDraft {
    /// The draft.
    pub path: String,
    /// Where the words begin that say so.
    pub start: Position,
    /// Where they end.
    pub end: Position,
    /// The whole sentence, without markup.
    pub sentence: String,
    /// What the graph says of it.
    pub verdict: Verdict,
    /// How sure it is that the sentence says so.
    pub confidence: Confidence,
    /// The code under which `lint` reports it; `None` while it is still in order.
    pub code: Option<Code>,
}

impl InDraft {
    /// Whether it says what is no longer true, at least probably.
    #[must_use]
    pub fn is_over(&self) -> bool {
        matches!(self.code, Some(Code::Outdated | Code::Misdated))
    }

    /// Whether it surely says what it says.
    #[must_use]
    pub fn is_sure(&self) -> bool {
        self.confidence == Confidence::High
    }
}

/// A sentence of a draft that says what is no longer true, or probably does.
#[derive(Debug, Clone, PartialEq)]
pub struct ToChange {
    /// The draft.
    pub path: String,
    /// Where the first words begin that say so.
    pub start: Position,
    /// Where they end.
    pub end: Position,
    /// The whole sentence, without markup.
    pub sentence: String,
    /// The listed claims that it says, by their place in the list; the ones that decided come first.
    pub says: Vec<usize>,
    /// What `lint` finds of it.
    pub findings: Vec<Finding>,
}

/// How much of the drafts was read and judged.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct DraftCounts {
    /// Drafts that were read.
    pub read: usize,
    /// Places in them that say what is listed.
    pub saying: usize,
    /// Findings of `lint` in them that are about nothing that is listed.
    pub other: usize,
}
