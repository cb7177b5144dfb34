//! The styles of words in a draft, and the numbers of its list items.
//!
//! For showing a draft as it is. Reading never needs this: `blocks` ignores styles.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::html::{HtmlSink, Tag as HtmlTag, run};
use super::{Format, body, dialect, markdown};
use crate::text::Span;

/// Emphasised words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Emphasis {
    /// `*so*`.
    Emphasized,
    /// `**so**`.
    Strong,
}

/// What blocks leave out of a draft's appearance.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Styles {
    /// Emphasised words: their bytes in the file, with their marks, in order.
    pub emphasis: Vec<(Span, Emphasis)>,
    /// The items of lists: the byte of the file where each begins, and its number in a numbered list.
    pub items: Vec<(u32, Option<u64>)>,
}

/// The styles of a draft.
#[must_use]
pub fn styles(text: &str, format: Format) -> Styles {
    let body = body(text);
    let rest = text.get(body..).unwrap_or_default();
    let mut found = StyleReader::default();
    match format {
        Format::Markdown => found.markdown(rest, body),
        Format::Html => run(rest, body, &mut found),
        Format::Plain => found.plain(rest, body),
    }
    let mut styles = found.styles;
    styles.emphasis.sort_by_key(|(span, _)| *span);
    styles
}

#[derive(Default)]
struct StyleReader {
    styles: Styles,
    /// The number that the next item of each open list has; none in a list with bullets.
    lists: Vec<Option<u64>>,
    /// The open HTML tags for emphasis: where each begins.
    open: Vec<(Emphasis, usize)>,
}

impl StyleReader {
    fn markdown(&mut self, text: &str, base: usize) {
        let source = dialect::prepared(text);
        for (event, range) in Parser::new_ext(&source, markdown::OPTIONS).into_offset_iter() {
            let place = base + range.start..base + range.end;
            match event {
                Event::Start(Tag::Emphasis) => self.set_apart(Emphasis::Emphasized, place),
                Event::Start(Tag::Strong) => self.set_apart(Emphasis::Strong, place),
                Event::Start(Tag::List(first)) => self.lists.push(first),
                Event::Start(Tag::Item) if source.get(range.clone()).is_some_and(dialect::is_admonition) => {}
                Event::End(TagEnd::List(_)) => {
                    self.lists.pop();
                }
                Event::Start(Tag::Item) => self.item(place.start),
                // What is left open in a line of text ends with it.
                Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::TableCell) => {
                    self.open.clear();
                }
                Event::Start(Tag::HtmlBlock) | Event::InlineHtml(_) => {
                    run(source.get(range).unwrap_or_default(), place.start, self);
                }
                _ => {}
            }
        }
    }

    /// The numbers and bullets that lines begin with, as they are written.
    fn plain(&mut self, text: &str, base: usize) {
        let mut at = base;
        for line in text.split_inclusive('\n') {
            let words = line.trim_start_matches(|letter: char| letter.is_whitespace() || letter == '>');
            let digits = words.bytes().take_while(u8::is_ascii_digit).count();
            let number = words.get(..digits).and_then(|digits| digits.parse().ok());
            let is_numbered = words.get(digits..).is_some_and(|rest| rest.starts_with(['.', ')']));
            self.lists.push(number.filter(|_| is_numbered));
            self.item(at);
            self.lists.pop();
            at += line.len();
        }
    }

    fn set_apart(&mut self, emphasis: Emphasis, place: Range<usize>) {
        self.styles.emphasis.push((Span::new(place.start, place.end), emphasis));
    }

    fn item(&mut self, at: usize) {
        let next = self.lists.last_mut();
        let number = next.as_ref().and_then(|next| **next);
        if let (Some(next), Some(number)) = (next, number) {
            *next = Some(number.saturating_add(1));
        }
        self.styles.items.push((u32::try_from(at).unwrap_or(u32::MAX), number));
    }
}

fn emphasis(name: &[u8]) -> Option<Emphasis> {
    match name {
        b"em" | b"i" => Some(Emphasis::Emphasized),
        b"strong" | b"b" => Some(Emphasis::Strong),
        _ => None,
    }
}

impl HtmlSink for StyleReader {
    fn text(&mut self, _: &str, _: usize) {}

    fn decoded(&mut self, _: &str, _: Range<usize>) {}

    fn start(&mut self, tag: &HtmlTag) {
        match tag.name.as_slice() {
            b"ol" => self.lists.push(Some(tag.text("start").trim().parse().unwrap_or(1))),
            b"ul" => self.lists.push(None),
            b"li" => self.item(tag.range.start),
            name => self.open.extend(emphasis(name).map(|emphasis| (emphasis, tag.range.start))),
        }
    }

    fn end(&mut self, name: &[u8], from: Range<usize>) {
        if matches!(name, b"ol" | b"ul") {
            self.lists.pop();
        } else if let Some(kind) = emphasis(name)
            && let Some(at) = self.open.iter().rposition(|(open, _)| *open == kind)
        {
            let (_, start) = self.open.remove(at);
            self.set_apart(kind, start..from.end);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set_apart(text: &str, format: Format) -> Vec<&str> {
        styles(text, format).emphasis.iter().map(|(span, _)| &text[span.range()]).collect()
    }

    fn numbers(text: &str, format: Format) -> Vec<Option<u64>> {
        styles(text, format).items.into_iter().map(|(_, number)| number).collect()
    }

    #[test]
    fn words_that_are_set_apart() {
        assert_eq!(
            set_apart("a *b **c*** `*d*`\n\n<p><b>e</b></p>\n", Format::Markdown),
            ["*b **c***", "**c**", "<b>e</b>"]
        );
        assert_eq!(
            set_apart("a <b>c *d*</b> <br> <i>e\n\nf</i> <STRONG class=x>g</STRONG>\n", Format::Markdown),
            ["<b>c *d*</b>", "*d*", "<STRONG class=x>g</STRONG>"]
        );
        assert_eq!(set_apart("<i>a</i> <em>b <i>open", Format::Html), ["<i>a</i>"]);
    }

    #[test]
    fn items_have_their_numbers() {
        assert_eq!(
            numbers("3. a\n3. b\n   - c\n3. d\n", Format::Markdown),
            [Some(3), Some(4), None, Some(5)]
        );
        assert_eq!(
            numbers("<ol start=2><li>a<ul><li>b</ul><li>c</ol>", Format::Html),
            [Some(2), None, Some(3)]
        );
        assert_eq!(numbers("  1. a\n  1. b\n- c\n", Format::Plain), [Some(1), Some(1), None]);
    }
}
