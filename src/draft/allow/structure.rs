//! The blocks of Markdown as its parser reports them: which is inside which, lists and tables as wholes.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use crate::draft::markup::{OPTIONS, prepared_markdown};

/// How a block counts for a comment before it or in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlockRole {
    /// Text that readers see as one: a paragraph, a heading, the row of a table.
    Leaf,
    /// What holds others: a list, a table, a quotation.
    Whole,
    /// Not read: code, a rule.
    Unread,
}

/// The events of a draft that begins at `body`, with their bytes in the file. `source` is what is parsed of it.
pub fn events(source: &str, body: usize) -> impl Iterator<Item = (Event<'_>, Range<usize>)> {
    let parser = Parser::new_ext(source, OPTIONS).into_offset_iter();
    parser.map(move |(event, range)| (event, range.start + body..range.end + body))
}

/// All blocks, outer ones before those in them.
pub fn blocks(text: &str, body: usize) -> Vec<(Range<usize>, BlockRole)> {
    let mut found: Vec<(Range<usize>, BlockRole)> = Vec::new();
    // The item of a tight list holds its text without a paragraph around it.
    let mut in_item: Vec<bool> = Vec::new();
    let mut bare: Option<usize> = None;
    for (event, range) in events(&prepared_markdown(&text[body..]), body) {
        match event {
            Event::Start(tag) => {
                if let Some(sort) = sort(&tag) {
                    bare = None;
                    found.push((range.clone(), sort));
                }
                in_item.push(matches!(tag, Tag::Item));
            }
            Event::End(end) => {
                in_item.pop();
                if matches!(end, TagEnd::Item | TagEnd::List(_)) {
                    bare = None;
                }
            }
            Event::Rule => found.push((range, BlockRole::Unread)),
            _ if in_item.last() == Some(&true) || bare.is_some() => match bare {
                Some(at) => found[at].0.end = found[at].0.end.max(range.end),
                None => {
                    bare = Some(found.len());
                    found.push((range, BlockRole::Leaf));
                }
            },
            _ => {}
        }
    }
    found
}

fn sort(tag: &Tag<'_>) -> Option<BlockRole> {
    match tag {
        Tag::Paragraph | Tag::Heading { .. } | Tag::HtmlBlock | Tag::TableHead | Tag::TableRow => {
            Some(BlockRole::Leaf)
        }
        Tag::List(_) | Tag::Item | Tag::Table(_) | Tag::BlockQuote(_) | Tag::FootnoteDefinition(_) => {
            Some(BlockRole::Whole)
        }
        Tag::CodeBlock(_) => Some(BlockRole::Unread),
        _ => None,
    }
}
