//! Where the comments of a draft stand that accept findings: `<!-- … -->`, and in Markdown also `{/* … */}`. What stands in
//! code is no comment but shown to readers.

use std::ops::Range;

use memchr::memmem;
use pulldown_cmark::{Event, Options, Parser, Tag};

use super::PREFIX;
use crate::draft::markup::{Format, body};
use crate::text::Span;

/// A comment.
#[derive(Debug)]
pub struct Comment<'a> {
    /// Its words, from the first one on.
    pub words: &'a str,
    /// All of it.
    pub span: Span,
}

/// All comments that are meant for the program, in order.
pub fn find(text: &str, format: Format) -> Vec<Comment<'_>> {
    let mut found = Vec::new();
    let body = body(text);
    let code = if format == Format::Markdown { code(text, body) } else { Vec::new() };
    for at in memmem::find_iter(text.as_bytes(), PREFIX.as_bytes()).filter(|at| *at >= body) {
        let before = text[..at].trim_end();
        let closing = match format {
            _ if before.ends_with("<!--") => "-->",
            Format::Markdown if before.ends_with("{/*") => "*/}",
            _ => continue,
        };
        let start = before.len() - if closing == "-->" { 4 } else { 3 };
        let inside = code.iter().any(|range| range.contains(&start));
        let end = text[at..].find(closing).map(|end| at + end);
        if let Some(end) = end.filter(|_| !inside) {
            let span = Span::new(start, end + closing.len());
            found.push(Comment { words: text[at..end].trim_end(), span });
        }
    }
    found
}

/// The bytes of Markdown that are shown as code.
fn code(text: &str, body: usize) -> Vec<Range<usize>> {
    let parser = Parser::new_ext(&text[body..], Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES);
    let ranges = parser.into_offset_iter().filter_map(|(event, range)| match event {
        // What is indented may be a comment within a list that Markdown takes for code; fences are meant.
        Event::Code(_) | Event::Start(Tag::CodeBlock(pulldown_cmark::CodeBlockKind::Fenced(_))) => {
            Some(range)
        }
        _ => None,
    });
    ranges.map(|range| range.start + body..range.end + body).collect()
}
