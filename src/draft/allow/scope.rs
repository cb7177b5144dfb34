//! Which bytes of a draft a comment before a block is about.

use crate::draft::block::BlockKind;
use crate::draft::markup::{Format, blocks};
use crate::text::Span;

/// The blocks of a draft by their bytes.
#[derive(Debug)]
pub struct Scopes {
    /// In order; blocks that readers see as one (the rows of a table, the items of a list, the paragraphs
    /// of a quotation) are one.
    blocks: Vec<Span>,
    format: Format,
}

impl Scopes {
    /// The blocks of a draft.
    pub fn new(text: &str, format: Format) -> Self {
        let mut found: Vec<Span> = Vec::new();
        let mut last = Sort::Alone;
        blocks(text, format, &mut |block| {
            if block.text.is_empty() {
                return;
            }
            let span = block.map.span(0..block.text.len());
            let sort = if block.quoted { Sort::Quoted } else { Sort::of(&block.kind) };
            match found.last_mut() {
                Some(before) if sort != Sort::Alone && sort == last && joins(text, *before, span) => {
                    *before = Span::new(before.range().start, span.range().end);
                }
                _ => found.push(span),
            }
            last = sort;
        });
        Self { blocks: found, format }
    }

    /// What a comment is about: the block that it stands in, or else the next one.
    pub fn of(&self, text: &str, comment: Span) -> Option<Span> {
        let (start, end) = (comment.range().start, comment.range().end);
        let next = self.blocks.partition_point(|block| block.range().start < end);
        let within = next.checked_sub(1).map(|at| self.blocks[at]);
        match within {
            Some(block) if block.range().end > start || self.closes(text, block, start) => Some(block),
            _ => self.blocks.get(next).copied(),
        }
    }
}

impl Scopes {
    /// Whether a comment at `start` closes the block before it: it stands on its last line, or, in HTML, in its element.
    fn closes(&self, text: &str, block: Span, start: usize) -> bool {
        let between = text.get(block.range().end..start).unwrap_or_default();
        match self.format {
            Format::Html => between.split('<').skip(1).all(is_inline),
            Format::Markdown | Format::Plain => !between.contains('\n') && opens_no_item(text, start),
        }
    }
}

/// Whether a tag, from behind its `<` on, is one that stands within a line.
fn is_inline(tag: &str) -> bool {
    let name = tag.trim_start_matches('/');
    let end = name.find(|letter: char| !letter.is_ascii_alphanumeric()).unwrap_or(name.len());
    let inline =
        ["a", "b", "i", "em", "strong", "span", "code", "sup", "sub", "mark", "small", "q", "cite", "u"];
    inline.iter().any(|known| name[..end].eq_ignore_ascii_case(known))
}

/// Whether something but the marks of a list or quotation stands before `start` on its line.
fn opens_no_item(text: &str, start: usize) -> bool {
    let line = text[..start].rfind('\n').map_or(0, |at| at + 1);
    !text[line..start].chars().all(|letter| matches!(letter, ' ' | '\t' | '>' | '-' | '*' | '+'))
}

/// What may be one block with its like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    Alone,
    Item,
    Row,
    Quoted,
}

impl Sort {
    fn of(kind: &BlockKind) -> Self {
        match kind {
            BlockKind::Item => Self::Item,
            BlockKind::Row { .. } => Self::Row,
            _ => Self::Alone,
        }
    }
}

/// Whether nothing but white space and marks parts two blocks: a comment between them does.
fn joins(text: &str, before: Span, behind: Span) -> bool {
    let between = text.get(before.range().end..behind.range().start).unwrap_or_default();
    !between.contains("<!--") && !between.contains("{/*")
}
