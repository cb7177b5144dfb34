//! Front matter: the lines between `---` (YAML) or `+++` (TOML) at the very start of a draft, or an object of JSON there, read by
//! the parsers of these languages. A broken line is reported, and reading goes on. What a key means is not known here.

mod json;
mod toml_lines;
mod yaml;

use std::ops::Range;

use super::meta::StatedText;
use crate::model::{ReadingFact, Why};
use crate::text::Span;

/// The keys at the top level of the front matter, and what is broken in it.
#[derive(Debug, Default)]
pub struct FrontMatter {
    /// In the order of the file.
    pub entries: Vec<FrontMatterEntry>,
    /// Lines that cannot be read.
    pub flaws: Vec<Why>,
    /// Where the draft itself begins.
    pub body: usize,
}

/// A key and its values. A value that is itself a list or a table is given as it is written.
#[derive(Debug)]
pub struct FrontMatterEntry {
    /// The key.
    pub key: String,
    /// Its value, or those of its list.
    pub values: Vec<StatedText>,
    /// Whether it is a list or a table.
    pub is_nested: bool,
}

/// Where front matter lies: its lines, and where the draft itself begins.
struct Front {
    toml: bool,
    json: bool,
    lines: Range<usize>,
    body: usize,
    closed: bool,
}

/// More flaws than this in one head are not worth reporting.
const MOST_FLAWS: usize = 5;

/// Where the draft itself begins: after the byte order mark and the front matter.
pub fn body(text: &str) -> usize {
    find(text).map_or_else(|| start(text), |front| front.body)
}

/// Reads the front matter of a draft.
pub fn read(text: &str) -> FrontMatter {
    let Some(front) = find(text) else { return FrontMatter { body: start(text), ..FrontMatter::default() } };
    let mut found = FrontMatter { body: front.body, ..FrontMatter::default() };
    if !front.closed {
        let fence = if front.toml { "+++" } else { "---" };
        let fact = ReadingFact::Head { reason: "unclosed", written: Some(fence.to_owned()) };
        let first = start(text);
        found.flaws.push(Why { fact, span: Span::new(first, first + 3) });
    }
    let lines = text.get(front.lines.clone()).unwrap_or_default();
    if front.json {
        json::read(lines, front.lines.start, &mut found);
    } else if front.toml {
        toml_lines::read(lines, front.lines.start, &mut found);
    } else {
        yaml::read(lines, front.lines.start, &mut found);
    }
    found
}

impl FrontMatter {
    /// Notes that a line of `text`, which is in the file at `base`, cannot be read; whether more flaws are wanted.
    fn broken(&mut self, language: &'static str, text: &str, line: Range<usize>, base: usize) -> bool {
        let words = text.get(line.clone()).unwrap_or_default();
        let value = words.find([':', '=']).map_or(0, |sign| sign + 1);
        let value = value
            + words.get(value..).unwrap_or_default().bytes().take_while(u8::is_ascii_whitespace).count();
        let (value_at, value) = (value, words.get(value..).unwrap_or_default());
        // An unclosed quotation mark is the most frequent mistake, and is pointed at.
        let open = |mark: char| value.strip_prefix(mark).is_some_and(|rest| !rest.contains(mark));
        let (reason, from) = if open('"') || open('\'') { ("quote", value_at) } else { (language, 0) };
        let span = Span::new(base + line.start + from, base + line.start + words.trim_end().len());
        self.flaws.push(Why { fact: ReadingFact::Head { reason, written: None }, span });
        self.flaws.len() < MOST_FLAWS
    }
}

/// The line around a byte, with the break that ends it; the last one for a byte after the text.
fn line_around(text: &str, at: usize) -> Range<usize> {
    let bytes = text.as_bytes();
    let at = at.min(text.trim_end().len());
    let start = memchr::memrchr(b'\n', &bytes[..at]).map_or(0, |before| before + 1);
    let end = memchr::memchr(b'\n', &bytes[at..]).map_or(bytes.len(), |behind| at + behind + 1);
    start..end
}

fn start(text: &str) -> usize {
    if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 }
}

fn find(text: &str) -> Option<Front> {
    let first = start(text);
    if let Some(length) = text.get(first..).and_then(json::length) {
        let (lines, body) = (first..first + length, first + length);
        return Some(Front { toml: false, json: true, lines, body, closed: true });
    }
    let (fence, toml) = match text.get(first..first + 3)? {
        "---" => ("---", false),
        "+++" => ("+++", true),
        _ => return None,
    };
    let opening = line_around(text, first);
    if text.get(first..opening.end)?.trim_end() != fence || !text.get(..opening.end)?.ends_with('\n') {
        return None;
    }
    let from = opening.end;
    // Without a closing fence, the lines that look like keys are front matter: the rest is for reading.
    let mut keys_end = from;
    let mut all_keys = true;
    let (mut keys, mut others) = (0usize, 0usize);
    let mut next = from;
    for line in text.get(from..)?.split_inclusive('\n') {
        let at = next;
        next += line.len();
        let line = line.trim_end();
        if line == fence || (!toml && line == "...") {
            // Two rules around paragraphs are not front matter.
            return (keys >= others).then_some(Front {
                toml,
                json: false,
                lines: from..at,
                body: next,
                closed: true,
            });
        }
        let is_key = looks_like_a_key(line, toml);
        let says_nothing = line.is_empty() || line.trim_start().starts_with('#');
        keys += usize::from(is_key);
        others += usize::from(!is_key && !says_nothing);
        all_keys = all_keys && is_key;
        if all_keys {
            keys_end = next;
        }
    }
    (keys_end > from).then_some(Front {
        toml,
        json: false,
        lines: from..keys_end,
        body: keys_end,
        closed: false,
    })
}

/// `key: …` or, in TOML, `key = …` or `[table]`; and continuation lines.
fn looks_like_a_key(line: &str, toml: bool) -> bool {
    let name = |name: &str| {
        let name = name.trim().trim_matches(['"', '\'']);
        !name.is_empty()
            && name.len() < 60
            && !name.contains(['.', ',', '!', '?'])
            && name.split(' ').count() < 4
    };
    if toml {
        return line.starts_with('[') || line.split_once('=').is_some_and(|(key, _)| name(key));
    }
    let entry = line.starts_with("- ") || line.starts_with("  ");
    entry
        || line
            .split_once(':')
            .is_some_and(|(key, rest)| name(key) && (rest.is_empty() || rest.starts_with([' ', '\t'])))
}
