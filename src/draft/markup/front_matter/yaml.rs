//! Front matter in YAML, by `saphyr-parser`. After a line that cannot be parsed, parsing begins again.

use std::ops::Range;

use saphyr_parser::{Event, Marker, Parser, ScalarStyle};

use super::{FrontMatter, FrontMatterEntry, line_around, looks_like_a_key};
use crate::draft::markup::meta::StatedText;
use crate::text::Span;

/// Reads `text`, which is in the file at `base`.
pub fn read(text: &str, base: usize, found: &mut FrontMatter) {
    let mut from = 0;
    while let Some(rest) = text.get(from..).filter(|rest| !rest.trim().is_empty()) {
        let mut reader = YamlReader {
            text: rest,
            base: base + from,
            places: ByteOffsets::default(),
            open: Vec::new(),
            entry: None,
            found,
        };
        let Some(line) = reader.read() else { return };
        let line_start = base + from + line.start;
        let on_line = |entry: &mut FrontMatterEntry| {
            entry.values.iter().any(|value| value.span.range().start >= line_start)
        };
        found.entries.pop_if(on_line);
        // What follows a key on a broken line is still its value, unless it is quoted or nested.
        let loose = loose(rest, &line, base + from);
        let tolerated = loose.as_ref().is_some_and(|entry| entry.key == TOLERATED);
        found.entries.extend(loose);
        if !tolerated && !found.broken("YAML", rest, line.clone(), base + from) {
            return;
        }
        from += next_key(rest, line.end);
    }
}

/// The key whose value may have colons without quotation marks, because it always has.
const TOLERATED: &str = "erstwhile-ignore";

/// The key and the plain value of a line that is not YAML, such as `title: One: two`.
fn loose(text: &str, line: &Range<usize>, base: usize) -> Option<FrontMatterEntry> {
    let written = text.get(line.clone())?;
    let (key, value) = written.split_once(": ")?;
    let value = value.split(" #").next()?;
    let start = line.start + key.len() + 2 + (value.len() - value.trim_start().len());
    let value = value.trim();
    let is_key = !key.is_empty() && !key.starts_with([' ', '\t', '-', '"', '\'', '[', '{']);
    let is_plain = !value.is_empty() && !value.starts_with(['"', '\'', '[', '{', '|', '>', '&', '*', '!']);
    let span = Span::new(base + start, base + start + value.len());
    (is_key && is_plain).then(|| FrontMatterEntry {
        key: key.to_owned(),
        values: vec![StatedText { text: value.to_owned(), span }],
        is_nested: false,
    })
}

/// Where the next line at or after `from` begins that may begin with a key.
fn next_key(text: &str, from: usize) -> usize {
    let mut at = from;
    for line in text.get(from..).unwrap_or_default().split_inclusive('\n') {
        if !line.starts_with([' ', '\t', '-', '#', ']', '}', '\r', '\n']) {
            break;
        }
        at += line.len();
    }
    at
}

/// Converts character offsets into byte offsets, in the order of the text: the parser counts characters.
#[derive(Default)]
struct ByteOffsets {
    characters: usize,
    bytes: usize,
}

impl ByteOffsets {
    fn byte(&mut self, text: &str, marker: Marker) -> usize {
        if marker.index() < self.characters {
            *self = Self::default();
        }
        let rest = text.get(self.bytes..).unwrap_or_default();
        let ahead = marker.index() - self.characters;
        let length = rest.char_indices().nth(ahead).map_or(rest.len(), |(at, _)| at);
        *self = Self { characters: marker.index(), bytes: self.bytes + length };
        self.bytes
    }
}

/// A list or table that is open.
struct OpenNode {
    is_table: bool,
    /// The part read so far.
    range: Option<Range<usize>>,
    /// In a table: the key whose value comes next.
    key: Option<Range<usize>>,
}

struct YamlReader<'t, 'f> {
    text: &'t str,
    base: usize,
    places: ByteOffsets,
    open: Vec<OpenNode>,
    /// The key at the top level whose value comes next.
    entry: Option<FrontMatterEntry>,
    found: &'f mut FrontMatter,
}

impl YamlReader<'_, '_> {
    /// Reads all of the text; if a line of it cannot be parsed, gives that one.
    fn read(&mut self) -> Option<Range<usize>> {
        let mut parser = Parser::new_from_str(self.text);
        let mut last_key = None;
        while let Some(event) = parser.next_event() {
            let (event, span) = match event {
                Ok(known) => known,
                Err(error) => {
                    let at = self.places.byte(self.text, *error.marker());
                    return Some(self.blamed(last_key, at));
                }
            };
            let range = |places: &mut ByteOffsets| {
                let start = places.byte(self.text, span.start);
                start..places.byte(self.text, span.end).max(start)
            };
            match event {
                Event::MappingStart(..) => self.begin(true),
                Event::SequenceStart(..) => self.begin(false),
                Event::MappingEnd | Event::SequenceEnd => self.end(),
                Event::Scalar(words, style, ..) => {
                    let range = range(&mut self.places);
                    if self.open.len() == 1 && self.entry.is_none() {
                        last_key = Some(range.start);
                    }
                    self.node(range, Some((&words, style)));
                }
                Event::Alias(_) => {
                    let range = range(&mut self.places);
                    self.node(range, None);
                }
                _ => {}
            }
        }
        None
    }

    /// The faulty line where the parser failed at byte `at`, with `last_key` the key before: a line without a key is
    /// joined to the next, and so is one that is indented with a tab.
    fn blamed(&self, last_key: Option<usize>, at: usize) -> Range<usize> {
        let stumbled = line_around(self.text, at);
        let mut from = last_key.map_or_else(|| next_key(self.text, 0), |key| line_around(self.text, key).end);
        let until = line_around(self.text, stumbled.end).end;
        while from < until {
            let line = line_around(self.text, from);
            let words = self.text.get(line.clone()).unwrap_or_default();
            let is_at_fault = if line.start <= stumbled.start {
                !words.starts_with([' ', '-', '#', ']', '}', '\r', '\n'])
                    && !looks_like_a_key(words.trim_end(), false)
            } else {
                words.starts_with('\t')
            };
            if is_at_fault {
                return line;
            }
            from = line.end.max(from + 1);
        }
        stumbled
    }

    fn begin(&mut self, is_table: bool) {
        if self.open.len() == 1
            && let Some(entry) = &mut self.entry
        {
            entry.is_nested = true;
        }
        self.open.push(OpenNode { is_table, range: None, key: None });
    }

    fn end(&mut self) {
        let closed = self.open.pop();
        if self.open.len() == 1 {
            self.found.entries.extend(self.entry.take());
        } else if let Some(range) = closed.and_then(|closed| closed.range) {
            self.node(range, None);
        }
    }

    /// A text (with its meaning) or a list or table has been read, at `range`.
    fn node(&mut self, range: Range<usize>, words: Option<(&str, ScalarStyle)>) {
        let depth = self.open.len();
        let Some(around) = self.open.last_mut() else { return };
        let start = around.range.as_ref().map_or(range.start, |known| known.start);
        around.range = Some(start..range.end);
        match (depth, self.entry.as_mut()) {
            // A list of nothing but values has no keys.
            (1, _) if !around.is_table => {}
            (1, None) => {
                let key = words.map_or_else(String::new, |(words, _)| words.to_owned());
                self.entry = Some(FrontMatterEntry { key, values: Vec::new(), is_nested: false });
            }
            (1, Some(entry)) => {
                entry.values.extend(stated(self.text, self.base, range, words));
                self.found.entries.extend(self.entry.take());
            }
            // A pair in a table is one value: `outdated(x): reason`.
            (2, Some(entry)) if around.is_table => match around.key.take() {
                None => around.key = Some(range),
                Some(key) => entry.values.extend(stated(self.text, self.base, key.start..range.end, None)),
            },
            (2, Some(entry)) => entry.values.extend(stated(self.text, self.base, range, words)),
            _ => {}
        }
    }
}

/// What is at `range`: what it means, or as it is written.
fn stated(
    text: &str,
    base: usize,
    range: Range<usize>,
    words: Option<(&str, ScalarStyle)>,
) -> Option<StatedText> {
    let written = text.get(range.clone())?.trim_end();
    let mut inner = range.start..range.start + written.len();
    let meant = match words {
        None => written.to_owned(),
        Some((words, style)) => {
            let words = words.trim();
            match written.rfind(words) {
                // Without quotation marks and tags.
                Some(at) => inner = range.start + at..range.start + at + words.len(),
                None if matches!(style, ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted) => {
                    inner = inner.start + 1..inner.end.saturating_sub(1).max(inner.start + 1);
                }
                None => {}
            }
            words.to_owned()
        }
    };
    (!meant.is_empty())
        .then(|| StatedText { text: meant, span: Span::new(base + inner.start, base + inner.end) })
}
