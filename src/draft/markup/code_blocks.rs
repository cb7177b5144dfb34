//! What readers of a draft see and the program does not check: its blocks of code, and the words of a machine's within
//! a line.
//!
//! For showing a draft as it is. Reading it never needs this: `blocks` leaves code out.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::html::{HtmlSink, Tag as HtmlTag, run};
use super::{Format, body, dialect, markdown};
use crate::text::Span;

/// A block of code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeBlock {
    /// Its bytes in the file, with its markup.
    pub span: Span,
    /// What it says, without markup.
    pub text: String,
}

/// The blocks of code of a draft, in order.
#[must_use]
pub fn code_blocks(text: &str, format: Format) -> Vec<CodeBlock> {
    let body = body(text);
    let rest = text.get(body..).unwrap_or_default();
    let mut found = Vec::new();
    match format {
        Format::Markdown => in_markdown(rest, body, &mut found),
        Format::Html => in_html(rest, body, &mut found),
        Format::Plain => {}
    }
    found.retain(|code| !code.text.trim().is_empty());
    found
}

fn in_markdown(text: &str, base: usize, found: &mut Vec<CodeBlock>) {
    let source = dialect::prepared(text);
    let mut open: Option<String> = None;
    for (event, range) in Parser::new_ext(&source, markdown::OPTIONS).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(_)) => open = Some(String::new()),
            Event::Text(piece) => {
                if let Some(code) = &mut open {
                    // As written: nothing is blanked here.
                    let written = text.get(range).filter(|written| written.len() == piece.len());
                    code.push_str(written.unwrap_or(&piece));
                }
            }
            Event::End(TagEnd::CodeBlock) => {
                let span = Span::new(base + range.start, base + range.end);
                found.extend(open.take().map(|text| CodeBlock { span, text }));
            }
            Event::Start(Tag::HtmlBlock) => {
                let piece = source.get(range.clone()).unwrap_or_default();
                in_html(piece, base + range.start, found);
            }
            _ => {}
        }
    }
}

fn in_html(text: &str, base: usize, found: &mut Vec<CodeBlock>) {
    if memchr::memmem::find(text.as_bytes(), b"pre").is_some()
        || memchr::memmem::find(text.as_bytes(), b"PRE").is_some()
    {
        run(text, base, &mut Preformatted { found, open: None });
    }
}

/// Records what is in `<pre>`.
struct Preformatted<'a> {
    found: &'a mut Vec<CodeBlock>,
    /// Where the open one begins, and its text so far.
    open: Option<(usize, String)>,
}

impl HtmlSink for Preformatted<'_> {
    fn text(&mut self, piece: &str, _: usize) {
        if let Some((_, text)) = &mut self.open {
            text.push_str(piece);
        }
    }

    fn decoded(&mut self, text: &str, _: Range<usize>) {
        self.text(text, 0);
    }

    fn start(&mut self, tag: &HtmlTag) {
        if tag.name == b"pre" && self.open.is_none() {
            self.open = Some((tag.range.start, String::new()));
        }
    }

    fn end(&mut self, name: &[u8], from: Range<usize>) {
        if name == b"pre"
            && let Some((start, text)) = self.open.take()
        {
            self.found.push(CodeBlock { span: Span::new(start, from.end), text });
        }
    }
}

/// The most bytes after a tag in which the end of its element is looked for.
const LONGEST: usize = 500;

/// The words in the element of HTML with the start tag `tag`, followed by `rest`; none if it does not end soon.
pub fn words_in(tag: &str, rest: &str) -> Option<String> {
    let name = tag.strip_prefix('<')?;
    let name = name.get(..name.bytes().take_while(u8::is_ascii_alphanumeric).count())?;
    let within = rest.as_bytes().get(..rest.len().min(LONGEST))?;
    let end = closing(within, name)?;
    let mut words = TextCollector(String::new());
    run(rest.get(..end)?, 0, &mut words);
    Some(words.0)
}

/// Where the end tag of an element with this name is.
pub fn closing(within: &[u8], name: &str) -> Option<usize> {
    let ends = |at: &usize| {
        let behind = within.get(at + 2..at + 2 + name.len());
        behind.is_some_and(|behind| behind.eq_ignore_ascii_case(name.as_bytes()))
    };
    memchr::memmem::find_iter(within, b"</").find(ends)
}

/// Collects all text.
struct TextCollector(String);

impl HtmlSink for TextCollector {
    fn text(&mut self, piece: &str, _: usize) {
        self.0.push_str(piece);
    }

    fn decoded(&mut self, text: &str, _: Range<usize>) {
        self.0.push_str(text);
    }

    fn start(&mut self, _: &HtmlTag) {}

    fn end(&mut self, _: &[u8], _: Range<usize>) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(text: &str, format: Format) -> Vec<(String, String)> {
        let cut = |code: CodeBlock| (text[code.span.range()].to_owned(), code.text);
        code_blocks(text, format).into_iter().map(cut).collect()
    }

    #[test]
    fn blocks_of_code_are_found_where_they_stand() {
        let text = "---\ntitle: x\n---\n\nWords.\n\n```ron\na < b\n```\n\n    indented\n\n<pre>one &amp; <b>two</b></pre>\n";
        let found = codes(text, Format::Markdown);
        let said: Vec<&str> = found.iter().map(|(_, text)| text.as_str()).collect();
        assert_eq!(said, ["a < b\n", "indented\n", "one & two"]);
        assert!(found[0].0.starts_with("```ron") && found[2].0.ends_with("</pre>"), "{found:?}");
        let page = codes("<p>x</p><pre><code>let\n</code></pre><pre> </pre>", Format::Html);
        assert_eq!(page, [("<pre><code>let\n</code></pre>".to_owned(), "let\n".to_owned())]);
        assert_eq!(codes("    no code\n", Format::Plain), []);
    }

    #[test]
    fn words_within_a_line() {
        assert_eq!(words_in("<code class=a>", "a &lt; <b>b</b></CODE> c").as_deref(), Some("a < b"));
        assert_eq!(words_in("<code>", "never ended"), None);
    }
}
