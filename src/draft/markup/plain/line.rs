//! One line of plain text: its words, and what is before them. Not how it goes together with others.

use std::ops::Range;

use memchr::memchr;

/// The kind of a line, by its beginning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineStart {
    /// There is nothing on it to read.
    Blank,
    /// Only dashes, stars or the like.
    Rule,
    /// A bullet or a number.
    Item,
    /// Words.
    Words,
}

/// A line.
#[derive(Debug, Clone)]
pub struct PlainLine {
    /// The bytes of its words in the file, without bullet and white space around.
    pub words: Range<usize>,
    /// Where the next line begins.
    pub next: usize,
    /// How far its bullet or its words are indented, in characters.
    pub indent: usize,
    /// How many characters it has, with its indentation. Bytes, if it is much too long to be wrapped.
    pub characters: usize,
    /// It is after a `>`.
    pub quoted: bool,
    /// What it is.
    pub mark: LineStart,
}

impl PlainLine {
    /// The line that begins at byte `at`; none at the end.
    pub fn read(text: &str, at: usize) -> Option<Self> {
        let bytes = text.as_bytes().get(at..).filter(|bytes| !bytes.is_empty())?;
        // A line ends with LF, CR LF, or a lone CR as of old.
        let lf = memchr(b'\n', bytes).unwrap_or(bytes.len());
        let cr = memchr(b'\r', bytes.get(..lf).unwrap_or(bytes)).unwrap_or(lf);
        let end = at + cr;
        let next = match cr + 1 >= lf {
            true => at + (lf + 1).min(bytes.len()),
            false => end + 1,
        };
        let whole = text.get(at..end).unwrap_or_default();
        let (from, quoted) = behind_quotes(whole);
        let bare = whole.get(from..).unwrap_or_default();
        let indent = bare.len() - bare.trim_start().len();
        let words = bare.trim();
        let marker = marker(words);
        let start = at + from + indent + marker.unwrap_or(0);
        let mark = match marker {
            // Acceptances are for the checker, not for readers.
            _ if words.is_empty() || is_comment(words) => LineStart::Blank,
            _ if is_rule(words) => LineStart::Rule,
            Some(_) => LineStart::Item,
            None => LineStart::Words,
        };
        let characters = if whole.len() > 1000 { whole.len() } else { whole.trim_end().chars().count() };
        Some(Self {
            words: start..(at + from + indent + words.len()).max(start),
            next,
            indent,
            characters,
            quoted,
            mark,
        })
    }

    /// What is read on it.
    pub fn words<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.words.clone()).unwrap_or_default()
    }

    /// Whether it is short and does not end as sentences do.
    pub fn could_head(&self, text: &str, longest: usize) -> bool {
        let words = self.words(text);
        let ends = words.trim_end_matches(['"', '\'', ')', ']', '\u{201d}', '\u{2019}']);
        self.characters < longest
            && !ends.ends_with(['.', '!', '?', ':', ';', ',', '\u{2026}'])
            && !words.starts_with("http")
            && !words.contains("://")
            && !words.starts_with('(')
            && words.contains(char::is_alphabetic)
    }
}

/// Where the line continues after its `>` marks, and whether it has any.
fn behind_quotes(line: &str) -> (usize, bool) {
    let mut from = 0;
    while let Some(rest) = line.get(from..).map(str::trim_start).filter(|rest| rest.starts_with('>')) {
        from = line.len() - rest.len() + 1;
    }
    (from, from > 0)
}

/// The length of a bullet or number and the white space after it.
fn marker(words: &str) -> Option<usize> {
    let bullet = ['\u{2022}', '-', '*', '\u{2013}', '\u{25cf}', '\u{25aa}', '\u{2023}', '\u{b7}'];
    let rest = match words.strip_prefix(bullet) {
        Some(rest) => rest,
        None => {
            let digits = words.bytes().take_while(u8::is_ascii_digit).count();
            let letter = words.as_bytes().first().is_some_and(u8::is_ascii_alphabetic);
            match digits {
                1..=3 => words.get(digits..)?.strip_prefix(['.', ')'])?,
                0 if letter => words.get(1..)?.strip_prefix(')')?,
                _ => return None,
            }
        }
    };
    let behind = rest.trim_start();
    (behind.len() < rest.len() && !behind.is_empty()).then(|| words.len() - behind.len())
}

/// Whether a line is a comment as in HTML and nothing else.
fn is_comment(words: &str) -> bool {
    words.starts_with("<!--") && words.ends_with("-->")
}

/// Three or more signs that draw a line, and nothing else.
fn is_rule(words: &str) -> bool {
    let sign =
        |letter| matches!(letter, '-' | '=' | '_' | '*' | '~' | '#' | '+' | '\u{2014}' | '\u{2500}' | ' ');
    words.len() >= 3 && words.chars().all(sign)
}
