//! The value of one key of front matter, as far as it stands on one line. Not lists and tables: those it only tells apart.

use std::ops::Range;

/// What stands behind a key.
pub enum Scalar<'a> {
    /// A text, and where it stands in the value, without quotation marks.
    Plain {
        /// What it says.
        text: String,
        /// Where.
        range: Range<usize>,
    },
    /// A list or a table.
    Nested,
    /// The value goes on in the lines below: up to these quotes, or as far as they are indented.
    Long {
        /// What closes it.
        quotes: Option<&'static str>,
        /// What of it stands on this line.
        begun: &'a str,
    },
    /// A quotation mark at `start` that is not closed on this line.
    Unclosed {
        /// Where it stands in the value.
        start: usize,
    },
}

/// Reads the text behind `key:` or `key =`.
pub fn read(value: &str, toml: bool) -> Scalar<'_> {
    let start = value.len() - value.trim_start().len();
    let bare = value.trim();
    for quotes in ["\"\"\"", "'''"] {
        if let Some(rest) = bare.strip_prefix(quotes).filter(|_| toml) {
            return match rest.split_once(quotes) {
                None => Scalar::Long { quotes: Some(quotes), begun: rest.trim() },
                Some((text, _)) => plain(text.to_owned(), start + 3, text.len()),
            };
        }
    }
    match bare.as_bytes().first() {
        Some(quote @ (b'"' | b'\'')) => quoted(bare, *quote, start, toml),
        Some(b'[' | b'{') => Scalar::Nested,
        Some(b'|' | b'>') if !toml => Scalar::Long { quotes: None, begun: "" },
        None if !toml => Scalar::Long { quotes: None, begun: "" },
        _ => {
            let end = if toml { bare.find('#') } else { bare.find(" #") };
            let text = bare.get(..end.unwrap_or(bare.len())).unwrap_or_default().trim_end();
            plain(text.to_owned(), start, text.len())
        }
    }
}

fn plain(text: String, start: usize, length: usize) -> Scalar<'static> {
    Scalar::Plain { text, range: start..start + length }
}

/// A value in quotation marks, without them and without escapes.
fn quoted(bare: &str, quote: u8, start: usize, toml: bool) -> Scalar<'static> {
    let quote = char::from(quote);
    let mut text = String::new();
    let mut letters = bare.char_indices().skip(1).peekable();
    while let Some((at, letter)) = letters.next() {
        let doubled = letter == quote
            && quote == '\''
            && !toml
            && letters.peek().is_some_and(|(_, next)| *next == quote);
        if letter == quote && !doubled {
            return plain(text, start + 1, at - 1);
        }
        match letter {
            '\\' if quote == '"' => match letters.next() {
                Some((_, 'n' | 't' | 'r')) => text.push(' '),
                Some((_, other)) => text.push(other),
                None => {}
            },
            _ => {
                if doubled {
                    letters.next();
                }
                text.push(letter);
            }
        }
    }
    Scalar::Unclosed { start }
}

/// How many brackets are open behind `line`, if `open` were before it. Those in quotation marks do not count.
pub fn open_brackets(line: &str, open: usize) -> usize {
    let mut quote = None;
    let mut open = open;
    for letter in line.chars() {
        match (quote, letter) {
            (Some(closing), _) if letter == closing => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => quote = Some(letter),
            (None, '[' | '{') => open += 1,
            (None, ']' | '}') => open = open.saturating_sub(1),
            (None, '#') => break,
            _ => {}
        }
    }
    open
}
