//! Front matter: the lines between `---` (YAML) or `+++` (TOML) at the very start of a draft.
//!
//! Reads the keys at the top level that say something of the draft itself, and steps over everything else; a full parser of
//! two languages would be much for four keys. What it can tell is broken it says, and reads on.

use super::meta::{HeadField, HeadFields, Metadata};
use super::scalar::{self, Scalar};

/// Where front matter lies: its lines, and where the draft itself begins.
struct Front {
    toml: bool,
    lines: std::ops::Range<usize>,
    body: usize,
    closed: bool,
}

/// Where the draft itself begins: behind the byte order mark and the front matter.
pub fn body(text: &str) -> usize {
    find(text).map_or_else(|| start(text), |front| front.body)
}

/// Reads the front matter into `meta`, and says where the draft itself begins.
pub fn read(text: &str, meta: &mut Metadata) -> usize {
    let Some(front) = find(text) else { return start(text) };
    if !front.closed {
        let fence = if front.toml { "+++" } else { "---" };
        let first = start(text);
        meta.flaw(
            format!("the front matter is not closed: a line with `{fence}` is missing"),
            first,
            first + 3,
        );
    }
    let mut gathered = HeadFields::default();
    let mut reader =
        Keys { text, toml: front.toml, meta, gathered: &mut gathered, open: 0, long: None, table: false };
    for (line, at) in lines(text, front.lines) {
        reader.line(line, at);
    }
    reader.end();
    gathered.into(meta);
    front.body
}

fn start(text: &str) -> usize {
    if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 }
}

/// The lines of a range without their ends, with their places.
fn lines(text: &str, range: std::ops::Range<usize>) -> impl Iterator<Item = (&str, usize)> {
    let mut at = range.start;
    text.get(range).unwrap_or_default().split_inclusive('\n').map(move |line| {
        let here = at;
        at += line.len();
        (line.trim_end_matches(['\n', '\r']), here)
    })
}

fn find(text: &str) -> Option<Front> {
    let first = start(text);
    let (fence, toml) = match text.get(first..first + 3)? {
        "---" => ("---", false),
        "+++" => ("+++", true),
        _ => return None,
    };
    let mut lines = lines(text, first..text.len());
    let (opening, _) = lines.next()?;
    if opening.trim_end() != fence {
        return None;
    }
    let from = text.get(first..)?.find('\n').map(|end| first + end + 1)?;
    // Without a closing fence, the lines that look like keys are front matter: the rest is for reading.
    let mut keys_end = from;
    let mut all_keys = true;
    let (mut keys, mut others) = (0usize, 0usize);
    for (line, at) in lines {
        let closes = line.trim_end() == fence || (!toml && line.trim_end() == "...");
        let end = (at + line.len()..text.len().min(at + line.len() + 2))
            .find(|end| text.as_bytes().get(*end) == Some(&b'\n'));
        let next = end.map_or(text.len(), |end| end + 1);
        if closes {
            // Two rules around paragraphs are no front matter.
            return (keys >= others).then_some(Front { toml, lines: from..at, body: next, closed: true });
        }
        let is_key = looks_like_a_key(line, toml);
        let says_nothing = line.trim().is_empty() || line.trim_start().starts_with('#');
        keys += usize::from(is_key);
        others += usize::from(!is_key && !says_nothing);
        all_keys = all_keys && is_key;
        if all_keys {
            keys_end = next;
        }
    }
    (keys_end > from).then_some(Front { toml, lines: from..keys_end, body: keys_end, closed: false })
}

/// `key: …` or, in TOML, `key = …` or `[table]`; lines that go on from such a line too.
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

/// Reads the lines of front matter one by one.
struct Keys<'a> {
    text: &'a str,
    toml: bool,
    meta: &'a mut Metadata,
    gathered: &'a mut HeadFields,
    /// So many brackets of a value are open.
    open: usize,
    /// A value goes on over several lines.
    long: Option<Long>,
    /// In TOML: within a table, whose keys say nothing of the draft itself.
    table: bool,
}

/// A value over several lines: what it is about, where it began, and how it ends.
struct Long {
    about: Option<(HeadField, u8)>,
    start: Option<usize>,
    end: usize,
    words: String,
    /// `"""` or `'''` in TOML; in YAML a line that is not indented.
    quotes: Option<&'static str>,
}

impl Keys<'_> {
    fn line(&mut self, line: &str, at: usize) {
        if let Some(long) = self.long.take()
            && self.goes_on(long, line, at)
        {
            return;
        }
        if self.open > 0 {
            self.open = scalar::open_brackets(line, self.open);
            return;
        }
        let bare = line.trim();
        if bare.is_empty() || bare.starts_with('#') {
            return;
        }
        if self.toml { self.toml_line(line, at) } else { self.yaml_line(line, at) }
    }

    /// Another line of a long value; whether it was one.
    fn goes_on(&mut self, mut long: Long, line: &str, at: usize) -> bool {
        let inside = match long.quotes {
            Some(_) => true,
            None => line.starts_with([' ', '\t']) || line.trim().is_empty(),
        };
        if inside {
            let closes = long.quotes.and_then(|quotes| line.find(quotes));
            let words = line.get(..closes.unwrap_or(line.len())).unwrap_or_default();
            if !words.trim().is_empty() {
                let indent = words.len() - words.trim_start().len();
                long.start = long.start.or(Some(at + indent));
                long.end = at + words.trim_end().len();
                if !long.words.is_empty() {
                    long.words.push(' ');
                }
                long.words.push_str(words.trim());
            }
            if closes.is_none() {
                self.long = Some(long);
                return true;
            }
        }
        self.tell(&long);
        inside
    }

    /// The front matter is over, and with it a long value.
    fn end(&mut self) {
        if let Some(long) = self.long.take() {
            if long.quotes.is_some() {
                self.meta.flaw(
                    "a quotation mark in the front matter is not closed",
                    long.start.unwrap_or(long.end),
                    long.end,
                );
            }
            self.tell(&long);
        }
    }

    fn tell(&mut self, long: &Long) {
        if let (Some((topic, rank)), Some(start)) = (long.about, long.start) {
            self.gathered.state(topic, rank, &long.words, start, long.end);
        }
    }

    fn toml_line(&mut self, line: &str, at: usize) {
        if line.trim_start().starts_with('[') {
            self.table = true;
            return;
        }
        match line.split_once('=') {
            Some((key, value)) => self.value(key, value, at + key.len() + 1),
            None => self.meta.flaw(
                "this line of the front matter is not TOML: it has no `key = value`",
                at,
                at + line.len(),
            ),
        }
    }

    fn yaml_line(&mut self, line: &str, at: usize) {
        // What is indented, and entries of lists, belong to the key before.
        if line.starts_with(' ') || line.starts_with("- ") || line.trim_end() == "-" {
            return;
        }
        if line.starts_with('\t') {
            self.meta.flaw(
                "this line of the front matter is not YAML: it is indented with a tab",
                at,
                at + line.len(),
            );
            return;
        }
        let parted = line.char_indices().find(|(byte, letter)| {
            *letter == ':'
                && line.get(byte + 1..).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t']))
        });
        match parted {
            Some((colon, _)) => {
                let (key, value) = line.split_at(colon);
                self.value(key, value.get(1..).unwrap_or_default(), at + colon + 1);
            }
            None if line.starts_with(['{', '}', ']', '%', '&', '!']) => {}
            None => self.meta.flaw(
                "this line of the front matter is not YAML: it has no `key: value`",
                at,
                at + line.len(),
            ),
        }
    }

    /// The value of a key, which stands in the file at `at`.
    fn value(&mut self, key: &str, value: &str, at: usize) {
        let about = if self.table { None } else { topic(key) };
        match scalar::read(value, self.toml) {
            Scalar::Plain { text, range } => {
                if let Some((topic, rank)) = about {
                    self.gathered.state(topic, rank, &text, at + range.start, at + range.end);
                }
            }
            Scalar::Nested => self.open = scalar::open_brackets(value, 0),
            Scalar::Long { quotes, begun } => {
                let start = (!begun.is_empty()).then(|| at + value.find(begun).unwrap_or(0));
                let end = start.map_or(at, |start| start + begun.len());
                self.long = Some(Long { about, start, end, words: begun.to_owned(), quotes });
            }
            Scalar::Unclosed { start } => {
                let end = at + value.len();
                let rest = self.text.get(end..).unwrap_or_default().trim_start_matches(['\r', '\n']);
                // In YAML a quoted value may go on in the next line, if that is indented.
                if self.toml || !rest.starts_with(' ') {
                    self.meta.flaw("a quotation mark in the front matter is not closed", at + start, end);
                }
            }
        }
    }
}

/// What a key is about, and its rank among keys for the same.
fn topic(key: &str) -> Option<(HeadField, u8)> {
    let name: String =
        key.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    let known = match name.as_str() {
        "date" => (HeadField::Date, 0),
        "published" | "publishedat" | "publishdate" | "pubdate" | "datepublished" | "publisheddate" => {
            (HeadField::Date, 1)
        }
        "publishedtime" | "publishedon" | "tanggal" => (HeadField::Date, 2),
        "created" | "createdat" | "datecreated" => (HeadField::Date, 3),
        "lang" => (HeadField::Language, 0),
        "language" | "locale" | "languagecode" | "bahasa" => (HeadField::Language, 1),
        "title" => (HeadField::Title, 0),
        "judul" | "headline" => (HeadField::Title, 1),
        "url" => (HeadField::Url, 1),
        "canonical" | "canonicalurl" => (HeadField::Url, 0),
        "permalink" | "link" => (HeadField::Url, 2),
        _ => return None,
    };
    Some(known)
}
