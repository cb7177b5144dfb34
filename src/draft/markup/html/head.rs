//! What a page says of itself: `<html lang>`, `<title>`, `<meta>`, the canonical address, the first `<time>`.

use std::ops::Range;

use super::tokens::{HtmlSink, Tag, run};
use crate::draft::markup::block::BlockKind;
use crate::draft::markup::meta::{HeadField, HeadFields, Metadata};
use crate::text::Span;

/// Reads it into `meta`; what front matter said already stays.
pub fn head(text: &str, body: usize, meta: &mut Metadata) {
    let page = text.get(body..).unwrap_or_default();
    let mut head = HeadReader::default();
    // The tokenizer cannot be stopped, so it is given no more than the head.
    let end = find_tag(page, "body", 0).or_else(|| find_tag(page, "main", 0)).unwrap_or(page.len());
    run(page.get(..end).unwrap_or_default(), body, &mut head);
    let mut from = 0;
    // Of the times in the text the first tells when it was written, unless one says so itself.
    while !head.published
        && let Some(at) = find_tag(page, "time", from)
    {
        let close = page.get(at..).and_then(|rest| rest.find('>')).map_or(page.len(), |close| at + close + 1);
        run(page.get(at..close).unwrap_or_default(), body + at, &mut head);
        from = close;
    }
    for (kind, text, range) in head.statements {
        meta.add_statement(kind, &text, Span::new(range.start, range.end));
    }
    head.fields.into(meta);
}

/// Where a start tag of this name begins, at or after `from`.
fn find_tag(page: &str, name: &str, from: usize) -> Option<usize> {
    let bytes = page.as_bytes();
    let opens = memchr::memchr_iter(b'<', bytes.get(from..)?).map(|at| from + at);
    opens.into_iter().find(|at| {
        let written = bytes.get(at + 1..at + 1 + name.len());
        let ends = bytes
            .get(at + 1 + name.len())
            .is_some_and(|byte| matches!(byte, b' ' | b'>' | b'\t' | b'\n' | b'\r' | b'/'));
        ends && written.is_some_and(|written| written.eq_ignore_ascii_case(name.as_bytes()))
    })
}

#[derive(Default)]
struct HeadReader {
    fields: HeadFields,
    statements: Vec<(BlockKind, String, Range<usize>)>,
    /// A date was found that is said to be the one of publication.
    published: bool,
    /// The title that is being read, and where.
    title: Option<(String, Option<Range<usize>>)>,
}

impl HeadReader {
    fn meta(&mut self, tag: &Tag) {
        let Some((content, range)) = tag.get("content") else { return };
        let name = ["property", "name", "itemprop", "http-equiv"]
            .iter()
            .map(|name| tag.text(name))
            .find(|name| !name.is_empty());
        let name = name.unwrap_or_default().to_ascii_lowercase();
        match name.as_str() {
            "og:title" | "twitter:title" => {
                self.statements.push((BlockKind::Title, content.to_owned(), range.clone()));
            }
            "description" | "og:description" | "twitter:description" => {
                self.statements.push((BlockKind::Description, content.to_owned(), range.clone()));
            }
            _ => {}
        }
        let (topic, rank) = match name.as_str() {
            "article:published_time" | "og:published_time" => (HeadField::Date, 0),
            "datepublished" | "date" | "pubdate" | "publish_date" | "publish-date" | "publication_date" => {
                (HeadField::Date, 1)
            }
            "dc.date" | "dc.date.issued" | "dcterms.date" | "dcterms.issued" | "dcterms.created" => {
                (HeadField::Date, 2)
            }
            "citation_publication_date" | "parsely-pub-date" | "sailthru.date" => (HeadField::Date, 2),
            "content-language" | "language" | "dc.language" => (HeadField::Language, 1),
            "og:locale" => (HeadField::Language, 2),
            "og:title" | "twitter:title" => (HeadField::Title, 1),
            "og:url" => (HeadField::Url, 1),
            _ => return,
        };
        self.published |= topic == HeadField::Date && !content.trim().is_empty();
        self.fields.state(topic, rank, content, range.start, range.end);
    }

    fn time(&mut self, tag: &Tag) {
        let Some((stated, range)) = tag.get("datetime") else { return };
        let published =
            tag.get("pubdate").is_some() || tag.text("itemprop").eq_ignore_ascii_case("datePublished");
        self.published |= published;
        let rank = if published { 3 } else { 4 };
        self.fields.state(HeadField::Date, rank, stated, range.start, range.end);
    }

    fn title_part(&mut self, text: &str, from: Range<usize>) {
        if let Some((title, range)) = &mut self.title {
            title.push_str(text);
            let start = range.as_ref().map_or(from.start, |range| range.start);
            *range = Some(start..from.end);
        }
    }
}

impl HtmlSink for HeadReader {
    fn text(&mut self, piece: &str, at: usize) {
        let start = at + (piece.len() - piece.trim_start().len());
        let kept = if self.title.as_ref().is_some_and(|(_, range)| range.is_none()) { start } else { at };
        self.title_part(piece, kept..at + piece.trim_end().len());
    }

    fn decoded(&mut self, text: &str, from: Range<usize>) {
        self.title_part(text, from);
    }

    fn start(&mut self, tag: &Tag) {
        match tag.name.as_slice() {
            b"html" => {
                if let Some((language, range)) = tag.get("lang").or_else(|| tag.get("xml:lang")) {
                    self.fields.state(HeadField::Language, 0, language, range.start, range.end);
                }
            }
            b"title" if !self.fields.knows(HeadField::Title) => self.title = Some((String::new(), None)),
            b"meta" => self.meta(tag),
            b"link" if tag.text("rel").eq_ignore_ascii_case("canonical") => {
                if let Some((target, range)) = tag.get("href") {
                    self.fields.state(HeadField::Url, 0, target, range.start, range.end);
                }
            }
            b"time" => self.time(tag),
            _ => {}
        }
    }

    fn end(&mut self, name: &[u8], _: Range<usize>) {
        if name == b"title"
            && let Some((title, Some(range))) = self.title.take()
        {
            let folded = title.split_whitespace().collect::<Vec<_>>().join(" ");
            let range = range.start..range.end.max(range.start);
            self.fields.state(HeadField::Title, 0, &folded, range.start, range.end);
            self.statements.push((BlockKind::Title, folded, range));
        }
    }
}
