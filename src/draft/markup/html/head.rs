//! What a page says of itself: `<html lang>`, `<title>`, `<meta>`, the canonical address, the first `<time>`.

use std::ops::Range;

use memchr::memmem;
use serde_json::Value;

use super::tokens::{HtmlSink, Tag, run};
use crate::draft::markup::block::BlockKind;
use crate::draft::markup::meta::{BY_PATH, CHANGED, HeadField, HeadFields, Metadata};
use crate::text::Span;

/// Reads it into `meta`; what front matter said already stays.
pub fn head(text: &str, body: usize, meta: &mut Metadata) {
    let page = text.get(body..).unwrap_or_default();
    let mut head = HeadReader::default();
    // The tokenizer cannot be stopped, so it is given no more than the head.
    let end = find_tag(page, "body", 0).or_else(|| find_tag(page, "main", 0)).unwrap_or(page.len());
    run(page.get(..end).unwrap_or_default(), body, &mut head);
    let rest = page.get(end..).unwrap_or_default();
    elsewhere(rest, body + end, &mut head);
    let mut from = 0;
    // The first time in the text is taken as the day of writing, unless another says so itself.
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

/// Microdata and JSON-LD may be anywhere in a page; `rest`, after its head, is in the file at `at`.
fn elsewhere(rest: &str, at: usize, head: &mut HeadReader) {
    /// The longest tag, in bytes.
    const TAG: usize = 500;
    let mut from = 0;
    while !head.published
        && let Some(found) = memmem::find(rest.as_bytes().get(from..).unwrap_or_default(), b"datePublished")
    {
        let found = from + found;
        from = found + 1;
        let open = rest.get(..found).and_then(|before| before.rfind('<')).unwrap_or(found);
        let is_script = rest.get(open..).is_some_and(|tag| tag.starts_with("<script"));
        let close = if is_script { "</script>" } else { ">" };
        let most = if is_script { rest.len() } else { open + TAG };
        let end = memmem::find(
            rest.as_bytes().get(open..rest.len().min(most)).unwrap_or_default(),
            close.as_bytes(),
        );
        if let Some(end) = end.map(|end| open + end + close.len()).filter(|end| *end > found) {
            run(rest.get(open..end).unwrap_or_default(), at + open, head);
            from = end;
        }
    }
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
    /// The JSON-LD that is being read, and where.
    linked: Option<(String, usize)>,
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
            "article:modified_time"
            | "og:updated_time"
            | "last-modified"
            | "datemodified"
            | "dcterms.modified" => (HeadField::Date, CHANGED),
            "citation_publication_date" | "parsely-pub-date" | "sailthru.date" => (HeadField::Date, 2),
            "content-language" | "language" | "dc.language" => (HeadField::Language, 1),
            "og:locale" => (HeadField::Language, 2),
            "og:title" | "twitter:title" => (HeadField::Title, 1),
            "og:url" => (HeadField::Url, 1),
            _ => return,
        };
        self.published |= topic == HeadField::Date && rank < CHANGED && !content.trim().is_empty();
        self.fields.state_as(topic, rank, &name, content, range);
    }

    fn time(&mut self, tag: &Tag) {
        let Some((stated, range)) = tag.get("datetime") else { return };
        let published = tag.get("pubdate").is_some();
        self.published |= published;
        self.fields.state_as(HeadField::Date, if published { 2 } else { 4 }, "time", stated, range);
    }

    /// `<span itemprop="datePublished" content="…">`.
    fn microdata(&mut self, tag: &Tag) {
        let name = tag.text("itemprop");
        let Some(rank) = property(name).filter(|_| tag.name != b"meta") else { return };
        if let Some((stated, range)) = tag.get("content").or_else(|| tag.get("datetime")) {
            self.published |= rank < BY_PATH;
            self.fields.state_as(HeadField::Date, rank, name, stated, range);
        }
    }

    /// The dates of JSON-LD, at any depth.
    fn linked_data(&mut self, text: &str, at: usize) {
        let Ok(value) = serde_json::from_str::<Value>(text) else { return };
        let mut waiting = vec![&value];
        while let Some(value) = waiting.pop() {
            match value {
                Value::Array(values) => waiting.extend(values.iter().rev()),
                Value::Object(fields) => {
                    for (name, value) in fields {
                        if let (Some(rank), Some(stated)) = (property(name), value.as_str()) {
                            let start = text.find(stated).unwrap_or(0);
                            self.published |= rank < BY_PATH;
                            let place = at + start..at + start + stated.len();
                            self.fields.state_as(HeadField::Date, rank, name, stated, place);
                        }
                        waiting.push(value);
                    }
                }
                _ => {}
            }
        }
    }

    fn title_part(&mut self, text: &str, from: Range<usize>) {
        if let Some((title, range)) = &mut self.title {
            title.push_str(text);
            let start = range.as_ref().map_or(from.start, |range| range.start);
            *range = Some(start..from.end);
        }
    }
}

/// The rank of the date in a schema.org property.
fn property(name: &str) -> Option<u8> {
    match name.to_ascii_lowercase().as_str() {
        "datepublished" => Some(1),
        "datecreated" => Some(5),
        "datemodified" => Some(CHANGED),
        _ => None,
    }
}

impl HtmlSink for HeadReader {
    fn text(&mut self, piece: &str, at: usize) {
        if let Some((linked, start)) = &mut self.linked {
            if linked.is_empty() {
                *start = at;
            }
            linked.push_str(piece);
        }
        let start = at + (piece.len() - piece.trim_start().len());
        let kept = if self.title.as_ref().is_some_and(|(_, range)| range.is_none()) { start } else { at };
        self.title_part(piece, kept..at + piece.trim_end().len());
    }

    fn decoded(&mut self, text: &str, from: Range<usize>) {
        self.title_part(text, from);
    }

    fn start(&mut self, tag: &Tag) {
        self.microdata(tag);
        match tag.name.as_slice() {
            b"script" if tag.text("type").trim().eq_ignore_ascii_case("application/ld+json") => {
                self.linked = Some((String::new(), 0));
            }
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
        if let Some((linked, at)) = self.linked.take() {
            self.linked_data(&linked, at);
        }
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
