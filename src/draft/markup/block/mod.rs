//! A block of readable text: a paragraph, heading, list item, table row or the like. Not how it is marked up.

mod builder;
mod composed;
mod fold;
mod gaps;
mod map;
mod urls;

use std::ops::Range;

pub use builder::{BlockBuilder, BlockProperties};
pub use composed::ComposedPiece;
pub use fold::{Fold, fold};
pub use map::SourceMap;

/// Stands in a block's text for what is not read there: inline code, bare addresses, formulas.
pub const GAP: char = '\u{fffc}';

/// What separates the cells of a row in its text.
pub const CELL: &str = " | ";

/// A unit of text: no sentence goes beyond it.
#[derive(Debug, Default)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// What is read: white space, quotation marks and hyphens folded, marks left out. A `\n` is a break that the author set.
    pub text: String,
    /// From `text` back to the file.
    pub map: SourceMap,
    /// The links in it, in order of their starts.
    pub links: Vec<TextLink>,
    /// The references to notes in it, in order.
    pub notes: Vec<NoteRef>,
    /// Of a row: its cells that hold something, in order.
    pub cells: Vec<Cell>,
    /// Of a row: which of the tables of the draft it belongs to.
    pub table: u32,
    /// It is inside a block quotation.
    pub quoted: bool,
    /// How many lists it is in.
    pub depth: u8,
    /// The nearest `lang` attribute (HTML).
    pub language: Option<String>,
}

/// What a block is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum BlockKind {
    /// A heading of this level, 1 to 6.
    Heading(u8),
    /// Running text.
    #[default]
    Paragraph,
    /// A paragraph of a list item.
    Item,
    /// What a definition list explains.
    Term,
    /// What it says of the term before.
    Definition,
    /// A row of a table, its cells separated by ` | `.
    Row {
        /// It names the columns.
        header: bool,
    },
    /// A paragraph of the note with this label.
    Footnote(String),
    /// What is written under a picture or over a table, or instead of a picture.
    Caption,
    /// A title that the head of the draft states.
    Title,
    /// A description that the head of the draft states.
    Description,
}

impl BlockKind {
    /// Whether its sentences may leave out what the text before names.
    #[must_use]
    pub fn is_elliptic(&self) -> bool {
        self.is_listed() || matches!(self, Self::Row { .. })
    }

    /// Whether it is part of a list.
    #[must_use]
    pub fn is_listed(&self) -> bool {
        matches!(self, Self::Item | Self::Term | Self::Definition)
    }

    /// Whether it is above the text and not part of it.
    #[must_use]
    pub fn is_headline(&self) -> bool {
        matches!(self, Self::Heading(_) | Self::Title)
    }

    /// Whether it is made of sentences: no heading, and no row of a table.
    #[must_use]
    pub fn is_prose(&self) -> bool {
        !self.is_headline() && !matches!(self, Self::Row { .. })
    }

    /// Whether it is in the head of the draft, which readers see elsewhere than the rest.
    #[must_use]
    pub fn is_in_head(&self) -> bool {
        matches!(self, Self::Title | Self::Description)
    }
}

/// A cell of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    /// Its column, counted from 0.
    pub column: u16,
    /// It names its row or column.
    pub names: bool,
    /// It goes over several rows or columns.
    pub spans: bool,
}

/// A link in a block's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextLink {
    /// Its bytes in [`Block::text`].
    pub range: Range<usize>,
    /// Where it leads.
    pub target: String,
}

/// A reference to a note; it leaves no character in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteRef {
    /// The byte of [`Block::text`] before which it was.
    pub at: usize,
    /// The label of the note, as in [`BlockKind::Footnote`].
    pub label: String,
    /// No note belongs to it: an editor's remark ("citation needed"), or the mark of a link.
    pub is_remark: bool,
}
