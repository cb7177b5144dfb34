//! What sites add to Markdown and CommonMark does not know: templates and their comments, admonitions and callouts, wiki
//! links, roles, attributes, the tags of MDX.
//!
//! Overwrites all that with other bytes, so that every byte that is read stays in its place: what no reader sees
//! becomes [`BLANK`], a line of nothing else becomes blank, and the heads of admonitions become list items, whose
//! bodies are indented alike. Decides nothing about words.

mod admonitions;
mod canvas;
mod code;
mod inline;
mod mdx;
mod templates;
mod wikitext;

use std::borrow::Cow;

use crate::draft::markup::block::GAP;
use crate::text::find_pair;
use admonitions::Admonitions;
use canvas::Canvas;
use code::CodeSpans;
pub use mdx::is_module_code;
use templates::Templates;
pub use wikitext::prepared as wikitext;

/// A control character: Markdown treats it as a letter, and the builder drops it.
const BLANK: u8 = 1;

/// Begins the title of an admonition or callout; dropped like [`BLANK`].
pub const TITLE: char = '\u{2}';

/// Begins the title of a callout that is a quotation.
pub const QUOTED_TITLE: char = '\u{3}';

/// How the head of an admonition begins once it is a list item.
const ITEM: &str = "+   \u{2}";

/// Whether the list or list item that begins so is an admonition.
#[must_use]
pub fn is_admonition(item: &str) -> bool {
    item.starts_with(ITEM)
}

/// Markdown without site syntax; most drafts have none and are not copied.
#[must_use]
pub fn prepared(text: &str) -> Cow<'_, str> {
    let may_begin = find_pair(text.as_bytes(), 0, 0, |byte, before| {
        (byte == b'{')
            | ((byte == b'%') & ((before == b'%') | (before == b'<')))
            | ((byte == b'?') & ((before == b'?') | (before == b'<')))
            | ((before == b'[') & ((byte == b'[') | (byte == b'!')))
            | ((byte == b'!') & (before == b'!'))
            | ((byte == b' ') & (before == b'='))
            | ((byte == b':') & (before == b':'))
    });
    if may_begin.is_none() {
        return Cow::Borrowed(text);
    }
    let mut scanner = SiteScanner {
        text,
        canvas: Canvas::markdown(text),
        templates: Templates::default(),
        code: CodeSpans::default(),
        admonitions: Admonitions::default(),
        brace: Next { byte: b'}', at: None },
        bracket: Next { byte: b']', at: None },
    };
    scanner.scan();
    scanner.canvas.finish()
}

/// HTML without what only templates understand.
#[must_use]
pub fn page(text: &str) -> Cow<'_, str> {
    let may_begin = find_pair(text.as_bytes(), 0, 0, |byte, before| {
        ((before == b'{') & ((byte == b'{') | (byte == b'%') | (byte == b'#') | (byte == b'/')))
            | ((before == b'<') & ((byte == b'%') | (byte == b'?')))
    });
    if may_begin.is_none() {
        return Cow::Borrowed(text);
    }
    let (mut canvas, mut templates) = (Canvas::new(text), Templates::default());
    let mut brace = Next { byte: b'}', at: None };
    let mut at = 0;
    while let Some(open) = text.as_bytes().get(at..).and_then(|rest| memchr::memchr2(b'{', b'<', rest)) {
        at += open;
        let may_end = text.as_bytes().get(at) == Some(&b'<') || brace.is_near(text, at, templates::LONGEST);
        let end = may_end.then(|| templates.take(text, at, &mut canvas)).flatten();
        at = end.unwrap_or(at + 1);
    }
    canvas.finish()
}

/// Goes over a draft once, line by line, and skips code.
struct SiteScanner<'t> {
    text: &'t str,
    canvas: Canvas<'t>,
    templates: Templates<'t>,
    code: CodeSpans,
    admonitions: Admonitions,
    brace: Next,
    bracket: Next,
}

/// The next place of a byte, searched for again only once it has been passed.
struct Next {
    byte: u8,
    at: Option<usize>,
}

impl Next {
    /// Whether it is within `most` bytes after `from`.
    fn is_near(&mut self, text: &str, from: usize, most: usize) -> bool {
        if self.at.is_none_or(|at| at < from) {
            let rest = text.as_bytes().get(from..).unwrap_or_default();
            self.at = Some(memchr::memchr(self.byte, rest).map_or(usize::MAX, |found| from + found));
        }
        self.at.is_some_and(|at| at.saturating_sub(from) <= most)
    }
}

impl SiteScanner<'_> {
    fn scan(&mut self) {
        let mut at = 0;
        while at < self.text.len() {
            let end = canvas::line_end(self.text, at);
            let line = at..end;
            at = match self.admonitions.line(self.text, line, &mut self.canvas) {
                Some(from) => self.inline(from, end),
                None => end,
            };
        }
    }

    /// Scans from `at` up to `end`, the end of a line; gives where the next line begins. What goes beyond the end of
    /// the line is skipped with it.
    fn inline(&mut self, mut at: usize, mut end: usize) -> usize {
        while at < end {
            let rest = self.text.as_bytes().get(at..end).unwrap_or_default();
            let first = memchr::memchr3(b'`', b'{', b'[', rest);
            let near = rest.get(..first.unwrap_or(rest.len())).unwrap_or_default();
            let Some(found) = memchr::memchr3(b'<', b'%', b'\\', near).or(first) else { return end };
            at += found;
            let next = match rest.get(found) {
                Some(b'\\') => Some(at + 2),
                Some(b'`') => Some(self.code.behind(self.text, at)),
                Some(b'[') if self.bracket.is_near(self.text, at, inline::LONGEST) => {
                    inline::wiki_link(self.text, at, end, &mut self.canvas)
                }
                Some(b'[') => None,
                Some(b'{') => self.braces(at, end),
                Some(b'<') => self.angle(at),
                _ => inline::percent_comment(self.text, at, &mut self.canvas),
            };
            at = next.unwrap_or(at + 1);
            if at > end {
                end = canvas::line_end(self.text, at - 1);
            }
        }
        end
    }

    fn braces(&mut self, at: usize, end: usize) -> Option<usize> {
        if !self.brace.is_near(self.text, at, templates::LONGEST) {
            return None;
        }
        let taken = self.templates.take(self.text, at, &mut self.canvas);
        taken
            .or_else(|| inline::role(self.text, at, end, &mut self.code, &mut self.canvas))
            .or_else(|| inline::attributes(self.text, at, end, &mut self.canvas))
    }

    fn angle(&mut self, at: usize) -> Option<usize> {
        if let Some(behind) = self.templates.take(self.text, at, &mut self.canvas) {
            return Some(behind);
        }
        if self.text.get(at..)?.starts_with("<!--") {
            return self.templates.behind(self.text, at + 4, "-->");
        }
        let tag = mdx::tag_at(self.text, at)?;
        self.canvas.blank(tag.clone());
        Some(tag.end)
    }
}

/// The bytes of a gap: something is there that is not read.
fn gap_bytes() -> [u8; 3] {
    let mut bytes = [0; 3];
    GAP.encode_utf8(&mut bytes);
    bytes
}

#[cfg(test)]
mod tests;
