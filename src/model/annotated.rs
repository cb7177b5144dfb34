//! A draft as it reads, each judged sentence with what is said about it: what a page for its author shows. Data only:
//! the engine puts it together, `render` lays it out.

use std::sync::Arc;

use super::{Assertion, Authority, ClaimId, Fact, Finding, Verdict};
use crate::text::Span;
use crate::time::{Bound, Day, Period};

/// The drafts of a run, annotated.
#[derive(Debug, Clone, PartialEq)]
pub struct Annotated {
    /// The day whose truth was asked about.
    pub as_of: Day,
    /// Drafts with a date of their own were judged by that day instead.
    pub by_own_date: bool,
    /// Only what was published by then counted.
    pub known_by: Option<Day>,
    /// Something could not be read, or there was nothing to judge by.
    pub incomplete: bool,
    /// The drafts, in the order in which they were read.
    pub drafts: Vec<AnnotatedDraft>,
    /// Findings about no draft: each with the path that it is about.
    pub elsewhere: Vec<(String, Remark)>,
}

/// A draft with its remarks.
#[derive(Debug, Clone, PartialEq)]
pub struct AnnotatedDraft {
    /// Its path.
    pub path: String,
    /// Its title: as it states it, else its first heading.
    pub title: Option<String>,
    /// The block that is this title, if one at its beginning is.
    pub title_block: Option<usize>,
    /// Its own date, if it states one.
    pub date: Option<Bound>,
    /// The language of most of it; empty if none is known.
    pub language: String,
    /// The day by which it was judged.
    pub as_of: Day,
    /// How much of it was judged.
    pub coverage: Coverage,
    /// What it says, in order.
    pub blocks: Vec<ShownBlock>,
    /// The remarks on its sentences, in their order.
    pub notes: Vec<Note>,
    /// Remarks on no sentence in particular.
    pub remarks: Vec<Remark>,
}

/// How many sentences of a draft, or of several, were judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Coverage {
    /// All that it has, except headings.
    pub sentences: usize,
    /// Those that name something in our records.
    pub naming: usize,
    /// Those that the claims say something about.
    pub judged: usize,
}

impl std::ops::Add for Coverage {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            sentences: self.sentences + other.sentences,
            naming: self.naming + other.naming,
            judged: self.judged + other.judged,
        }
    }
}

impl Coverage {
    /// Whether at least this many per cent of the sentences that name something on record were judged. Where none does,
    /// and there are some, nothing was looked at.
    #[must_use]
    pub fn reaches(self, percent: usize) -> bool {
        match self.naming {
            0 => self.sentences == 0,
            naming => self.judged * 100 >= naming * percent,
        }
    }
}

/// A block of a draft as its reader sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownBlock {
    /// What it is.
    pub shape: BlockShape,
    /// It is inside a block quotation.
    pub quoted: bool,
    /// How many lists it is in.
    pub depth: u8,
    /// Its language, where it states one.
    pub language: Option<String>,
    /// Its text, cut where something is said about it.
    pub pieces: Vec<Piece>,
}

/// What a block is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BlockShape {
    /// A heading of this level, 1 to 6.
    Heading(u8),
    /// Running text.
    Paragraph,
    /// A paragraph of a list item.
    Item {
        /// The number of the item, in a numbered list.
        number: Option<u64>,
        /// It is the first paragraph of its item.
        begins: bool,
    },
    /// A row of a table, its cells separated by ` | `.
    Row {
        /// It names the columns.
        header: bool,
    },
    /// A paragraph of the note with this label.
    Footnote(String),
    /// What is written under a picture or over a table.
    Caption,
    /// Code, which is shown and not read.
    Code,
}

/// A part of a block's text of which one thing is to be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The text.
    pub text: String,
    /// How the reading used it.
    pub sort: PieceSort,
    /// How it is set.
    pub style: TextStyle,
    /// The note that its sentence has, by its place in [`AnnotatedDraft::notes`].
    pub note: Option<usize>,
    /// The remark of that note for which these words decided.
    pub remark: Option<usize>,
}

/// How words are set.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TextStyle {
    /// In italics, mostly.
    pub is_emphasized: bool,
    /// In bold, mostly.
    pub is_strong: bool,
    /// Where a click on them leads.
    pub link: Option<Arc<str>>,
}

/// How the reading used a piece of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PieceSort {
    /// It was read.
    Read,
    /// It is there and is not read: code, an address, a formula.
    Unread,
    /// The mark of a footnote.
    Mark,
}

/// All that is said about one sentence.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Note {
    /// Its remarks, the gravest first.
    pub remarks: Vec<Remark>,
}

/// One thing that is said about a sentence: the verdict on what it asserts, or a finding that comes from no verdict.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Remark {
    /// What the graph says, if it was asked.
    pub verdict: Option<Verdict>,
    /// What decided that verdict.
    pub fact: Option<Fact>,
    /// The finding, if there is one in the report.
    pub finding: Option<Finding>,
    /// Why the draft accepts that there is something wrong with it, if it does.
    pub accepted: Option<String>,
    /// How it was read.
    pub assertion: Option<Assertion>,
    /// The claims that matter, the one that decided first.
    pub records: Vec<Record>,
    /// Other claims that say the same.
    pub also: Vec<ClaimId>,
    /// Other sentences that belong to it.
    pub sentences: Vec<Elsewhere>,
}

impl Remark {
    /// Whether something has to be done about it: the report of the run has it.
    #[must_use]
    pub fn needs_attention(&self) -> bool {
        self.finding.is_some()
    }
}

impl Note {
    /// Whether one of its remarks needs attention.
    #[must_use]
    pub fn needs_attention(&self) -> bool {
        self.remarks.iter().any(Remark::needs_attention)
    }
}

/// Another sentence of the same draft.
#[derive(Debug, Clone, PartialEq)]
pub struct Elsewhere {
    /// What it is.
    pub fact: Fact,
    /// Where it is.
    pub span: Span,
    /// Its note, if it has one.
    pub note: Option<usize>,
}

/// Why a claim is beside a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RecordReason {
    /// It decided.
    Decided,
    /// It came after the one that decided.
    After,
    /// It contradicts the one that decided.
    Against,
    /// It says the same.
    Same,
}

/// A claim as recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Why it is shown.
    pub reason: RecordReason,
    /// The claim.
    pub claim: ClaimId,
    /// When it holds.
    pub period: Period,
    /// The sources that support it, the newest first, one for each citation.
    pub sources: Vec<Authority>,
    /// How many more there are than are listed.
    pub more_sources: usize,
}
