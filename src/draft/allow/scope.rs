//! Which bytes of a draft a comment is about: the block that it is in, or else the next one. A list, a table or a
//! quotation is one block; nothing that separates two of them for a reader is skipped.

use std::cell::OnceCell;
use std::ops::Range;

use super::comment::name;
use super::structure::{self, BlockRole};
use crate::draft::markup::BlockKind;
use crate::draft::markup::{Format, blocks, body};
use crate::text::Span;

/// The blocks of a draft by their bytes.
#[derive(Debug)]
pub struct Scopes<'t> {
    text: &'t str,
    format: Format,
    /// In the order of their starts, outer ones first; whether a comment fills them is worked out on demand.
    blocks: Vec<(Range<usize>, BlockRole, OnceCell<bool>)>,
}

impl<'t> Scopes<'t> {
    /// The blocks of a draft.
    pub fn new(text: &'t str, format: Format) -> Self {
        let found = match format {
            Format::Markdown => structure::blocks(text, body(text)),
            Format::Html | Format::Plain => joined(text, format),
        };
        let blocks = found.into_iter().map(|(range, sort)| (range, sort, OnceCell::new())).collect();
        Self { text, format, blocks }
    }

    /// What a comment is about; none if nothing follows it that is read.
    pub fn of(&self, comment: Span) -> Option<Span> {
        let Range { start, end } = comment.range();
        let within = self.around(start);
        if let Some(block) = within {
            return Some(self.span(block));
        }
        let next = self.blocks.partition_point(|(block, ..)| block.start < end);
        let mut following = self.blocks[next..].iter().filter(|(block, sort, filled)| {
            *sort != BlockRole::Leaf
                || !*filled.get_or_init(|| is_filled_by_comments(&self.text[block.clone()]))
        });
        let (block, sort, _) = following.next()?;
        let parted = self.format != Format::Markdown && parts(self.text.get(end..block.start)?, self.format);
        (*sort != BlockRole::Unread && !parted).then(|| self.span(block))
    }

    /// The bytes of a block without the line break that closes it.
    fn span(&self, block: &Range<usize>) -> Span {
        let text = self.text.get(block.clone()).unwrap_or_default();
        Span::new(block.start, block.start + text.trim_end().len())
    }

    /// The text that a comment at `start` is in.
    fn around(&self, start: usize) -> Option<&Range<usize>> {
        let behind = self.blocks.partition_point(|(block, ..)| block.start <= start);
        let leaf = self.blocks[..behind].iter().rev().find(|(_, sort, _)| *sort == BlockRole::Leaf);
        let (block, _, filled) = leaf?;
        let inside = block.end > start
            || self.format == Format::Html && closes_element(self.text.get(block.end..start)?);
        let filled = || *filled.get_or_init(|| is_filled_by_comments(&self.text[block.clone()]));
        (inside && !filled()).then_some(block)
    }
}

/// Whether nothing but comments is in a block.
fn is_filled_by_comments(text: &str) -> bool {
    let mut rest = text.trim_start_matches([' ', '\t', '\n', '\r', '>']);
    while !rest.is_empty() {
        let close = if rest.starts_with("<!--") {
            "-->"
        } else if rest.starts_with("{/*") {
            "*/}"
        } else {
            return false;
        };
        let Some(end) = rest.find(close) else { return false };
        rest = rest[end + close.len()..].trim_start_matches([' ', '\t', '\n', '\r', '>']);
    }
    true
}

/// The blocks of HTML and of plain text as they are read, those that readers see as one joined.
fn joined(text: &str, format: Format) -> Vec<(Range<usize>, BlockRole)> {
    let mut found: Vec<(Range<usize>, BlockRole)> = Vec::new();
    let mut last = ScopeKind::Alone;
    blocks(text, format, &mut |block| {
        if block.text.is_empty() {
            return;
        }
        let span = block.map.span(0..block.text.len()).range();
        let kind = if block.quoted { ScopeKind::Quoted } else { ScopeKind::of(&block.kind) };
        match found.last_mut() {
            Some((before, _))
                if kind != ScopeKind::Alone
                    && kind == last
                    && joins(text, before.end..span.start, format) =>
            {
                before.end = span.end;
            }
            _ => found.push((span, BlockRole::Leaf)),
        }
        last = kind;
    });
    found
}

/// What may form one block with others of its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ScopeKind {
    Alone,
    Item,
    Row,
    Quoted,
}

impl ScopeKind {
    fn of(kind: &BlockKind) -> Self {
        match kind {
            BlockKind::Item | BlockKind::Term | BlockKind::Definition => Self::Item,
            BlockKind::Row { .. } => Self::Row,
            _ => Self::Alone,
        }
    }
}

/// Tags that are between the parts of one list, table or quotation.
const PARTS: [&str; 10] = ["li", "tr", "td", "th", "thead", "tbody", "tfoot", "p", "br", "wbr"];
/// Tags that are within a line.
const INLINE: [&str; 14] =
    ["a", "b", "i", "em", "strong", "span", "code", "sup", "sub", "mark", "small", "q", "cite", "u"];

/// Whether two blocks with this between them are parts of one.
fn joins(text: &str, between: Range<usize>, format: Format) -> bool {
    let between = text.get(between).unwrap_or_default();
    match format {
        Format::Html => tags(between).all(|tag| is_one_of(tag, &PARTS) || is_one_of(tag, &INLINE)),
        // A blank line separates them.
        Format::Markdown | Format::Plain => {
            let inner = between.matches('\n').count().saturating_sub(1);
            !between.split('\n').skip(1).take(inner).any(|line| line.trim().is_empty())
        }
    }
}

/// Whether what is between a comment and a block separates them for a reader.
fn parts(between: &str, format: Format) -> bool {
    match format {
        Format::Html => {
            tags(between).any(|tag| is_one_of(tag, &["hr", "pre", "img", "figure", "video", "table"]))
        }
        Format::Markdown | Format::Plain => between.lines().any(|line| {
            let line = line.trim();
            line.len() >= 3 && line.chars().all(|sign| matches!(sign, '-' | '*' | '_' | '=' | ' '))
        }),
    }
}

/// Whether a comment after this is still in the element of the block before it.
fn closes_element(between: &str) -> bool {
    tags(between).all(|tag| is_one_of(tag, &INLINE))
}

/// The names of the tags in a piece of HTML.
fn tags(text: &str) -> impl Iterator<Item = &str> {
    text.split('<')
        .skip(1)
        .map(|tag| if tag.starts_with("!--") { "!--" } else { name(tag.trim_start_matches('/')) })
}

fn is_one_of(tag: &str, known: &[&str]) -> bool {
    known.iter().any(|known| known.eq_ignore_ascii_case(tag))
}
