//! Where a draft has comments meant for the program: `<!-- … -->`, and in Markdown also `{/* … */}`.
//! What readers are shown, as code or in an attribute, is not a comment.

use std::ops::Range;

use memchr::memmem;
use pulldown_cmark::{Event, Tag};

use super::PREFIX;
use super::structure::events;
use crate::draft::markup::{Format, body, closing, prepared_markdown};
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
    let body = body(text);
    let mut ranges = Vec::new();
    match format {
        Format::Html => in_html(text, body..text.len(), &mut ranges),
        Format::Markdown => in_markdown(text, body, &mut ranges),
        Format::Plain => in_plain(text, body, &mut ranges),
    }
    ranges.sort_by_key(|range| range.start);
    ranges.into_iter().filter_map(|range| comment(text, range)).collect()
}

fn comment(text: &str, range: Range<usize>) -> Option<Comment<'_>> {
    let whole = &text[range.clone()];
    let inside = whole.strip_prefix("<!--").and_then(|rest| rest.strip_suffix("-->"));
    let inside = inside.or_else(|| whole.strip_prefix("{/*")?.strip_suffix("*/}"))?.trim();
    inside.starts_with(PREFIX).then(|| Comment { words: inside, span: Span::new(range.start, range.end) })
}

/// Elements whose content has no tags or comments until they are closed.
const RAW: [&str; 4] = ["script", "style", "title", "textarea"];

/// The comments of HTML: not in attributes, and not in what is not markup. Every byte is looked at once.
fn in_html(text: &str, range: Range<usize>, found: &mut Vec<Range<usize>>) {
    let bytes = &text.as_bytes()[..range.end];
    let mut at = range.start;
    while let Some(open) = memchr::memchr(b'<', &bytes[at..]).map(|open| at + open) {
        let rest = &bytes[open..];
        if rest.starts_with(b"<!--") {
            let Some(end) = memmem::find(&bytes[open + 4..], b"-->") else { return };
            at = open + 4 + end + 3;
            found.push(open..at);
        } else if rest.get(1).is_some_and(u8::is_ascii_alphabetic) {
            // A tag that is never closed swallows everything after it.
            let Some(end) = tag_end(bytes, open + 1) else { return };
            at = end;
            let name = name(&text[open + 1..end]);
            if RAW.iter().any(|raw| raw.eq_ignore_ascii_case(name)) {
                let Some(close) = closing(&bytes[at..], name) else { return };
                at += close;
            }
        } else {
            at = open + 1;
        }
    }
}

/// After the `>` of a tag, ignoring those in quoted attributes.
fn tag_end(bytes: &[u8], from: usize) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in bytes.iter().enumerate().skip(from) {
        match (quote, byte) {
            (None, b'>') => return Some(at + 1),
            (None, b'"' | b'\'') => quote = Some(*byte),
            (Some(open), byte) if open == *byte => quote = None,
            _ => {}
        }
    }
    None
}

/// The name that a tag begins with.
pub fn name(tag: &str) -> &str {
    let end = tag.find(|letter: char| !letter.is_ascii_alphanumeric()).unwrap_or(tag.len());
    &tag[..end]
}

/// The comments of Markdown: those in its HTML, and those of MDX outside of code.
fn in_markdown(text: &str, body: usize, found: &mut Vec<Range<usize>>) {
    let mut code: Vec<Range<usize>> = Vec::new();
    for (event, range) in events(&prepared_markdown(&text[body..]), body) {
        match event {
            Event::Start(Tag::HtmlBlock) | Event::InlineHtml(_) => {
                code.push(range.clone());
                in_html(text, range, found);
            }
            Event::Code(_) | Event::Start(Tag::CodeBlock(_)) => code.push(range),
            _ => {}
        }
    }
    let bytes = text.as_bytes();
    let mut at = body;
    while let Some(open) = memmem::find(&bytes[at..], b"{/*").map(|open| at + open) {
        let Some(end) = memmem::find(&bytes[open + 3..], b"*/}") else { return };
        at = open + 3 + end + 3;
        let before = code.partition_point(|range| range.start <= open);
        if before == 0 || code[before - 1].end <= open {
            found.push(open..at);
        }
    }
}

/// The comments of plain text: each on a line of its own, because nothing else distinguishes them from text.
fn in_plain(text: &str, body: usize, found: &mut Vec<Range<usize>>) {
    let mut at = body;
    for line in text[body..].split_inclusive('\n') {
        let words = line.trim();
        if words.starts_with("<!--") && words.ends_with("-->") && words.len() >= 7 {
            let start = at + (line.len() - line.trim_start().len());
            found.push(start..start + words.len());
        }
        at += line.len();
    }
}
