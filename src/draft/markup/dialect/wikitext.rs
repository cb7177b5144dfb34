//! What the source text of a wiki adds to plain text: templates, links, bold and italic, references.
//!
//! Of templates only those are read that date a statement (`{{As of|2023|3}}`) or set words (`{{nowrap|words}}`); all
//! others are for upkeep, or put something in their place that is not known.

use std::borrow::Cow;

use memchr::memmem;

use super::canvas::{Canvas, line_before, line_end, window};
use super::inline;

/// Templates that show the last of their parts as it is.
const SHOWN: [&str; 8] = ["nowrap", "nobr", "small", "big", "em", "strong", "lang", "abbr"];

/// Short names of the months.
const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// The longest template or reference that is looked for, in bytes.
const LONGEST: usize = 4000;

/// How deeply templates may nest.
const DEEPEST: usize = 32;

/// Plain text without wiki markup; most has none and is not copied.
#[must_use]
pub fn prepared(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let holds = |sign: &[u8]| memmem::find(bytes, sign).is_some();
    if !(holds(b"{{") || holds(b"[[") || holds(b"''") || holds(b"<ref")) {
        return Cow::Borrowed(text);
    }
    let mut canvas = Canvas::new(text);
    let mut at = 0;
    while let Some(found) = bytes
        .get(at..)
        .and_then(|rest| rest.iter().position(|byte| matches!(byte, b'{' | b'[' | b'\'' | b'<' | b'=')))
    {
        at += found;
        let next = match bytes.get(at) {
            Some(b'{') => template(text, at, &mut canvas),
            Some(b'[') => link(text, at, &mut canvas),
            Some(b'<') => reference(text, at, &mut canvas),
            Some(b'=') => heading(text, at, &mut canvas),
            _ => quotes(text, at, &mut canvas),
        };
        at = next.unwrap_or(at + 1);
    }
    canvas.finish()
}

/// `{{name|…}}`, with those in it.
fn template(text: &str, at: usize, canvas: &mut Canvas<'_>) -> Option<usize> {
    let rest = text.get(at..)?;
    let Some(length) = balanced(rest) else {
        return Some(at + rest.bytes().take_while(|byte| *byte == b'{').count());
    };
    let inner = text.get(at + 2..at + length - 2)?;
    let range = at..at + length;
    let name = inner.split('|').next().unwrap_or_default().trim().to_lowercase();
    if let Some(words) = dated(inner) {
        canvas.blank(range);
        canvas.put(at, words.as_bytes());
    } else if SHOWN.contains(&name.as_str())
        && let Some(bar) = inner.rfind('|')
    {
        canvas.blank(at..at + 2 + bar + 1);
        canvas.blank(at + length - 2..at + length);
        return Some(at + 2 + bar + 1);
    } else if is_within_line(text, at, at + length) {
        canvas.gap(range);
    } else {
        canvas.blank(range);
    }
    Some(at + length)
}

/// What a template says that only dates: `As of|2023|3`, `date|2015-03-01`, `start date|2015|3|1`; in no more bytes than it has.
pub fn dated(inner: &str) -> Option<String> {
    /// Templates that show a day.
    const DATES: [&str; 8] = [
        "date",
        "dts",
        "start date",
        "end date",
        "start date and age",
        "film date",
        "tanggal",
        "format tanggal",
    ];
    let mut parts = inner.split('|').map(str::trim);
    let name = parts.next()?;
    let is_as_of = name.eq_ignore_ascii_case("as of");
    if !is_as_of && !DATES.contains(&name.to_lowercase().as_str()) {
        return None;
    }
    let first = parts.next()?;
    let is_iso = first.len() == "2015-03-01".len()
        && first.split('-').map(str::len).eq([4, 2, 2])
        && first.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    if is_iso && !is_as_of {
        return Some(first.to_owned());
    }
    let year = first.parse::<u16>().ok().filter(|_| is_as_of || first.len() == 4)?;
    let mut numbers = parts.map_while(|part| part.parse::<u16>().ok());
    let month = numbers.next().and_then(|month| MONTHS.get(usize::from(month).checked_sub(1)?));
    let date = match (month, numbers.next()) {
        (Some(month), Some(day)) => format!("{day} {month} {year}"),
        (Some(month), None) => format!("{month} {year}"),
        _ => year.to_string(),
    };
    Some(if is_as_of { format!("{name} {date}") } else { date })
}

/// The length of what is between braces, those within included.
fn balanced(rest: &str) -> Option<usize> {
    let bytes = rest.as_bytes();
    let bytes = bytes.get(..bytes.len().min(LONGEST))?;
    let mut depth = 0usize;
    let mut at = 0;
    while let Some(found) = memchr::memchr2(b'{', b'}', bytes.get(at..)?) {
        at += found;
        let step = match bytes.get(at..at + 2)? {
            b"{{" if depth < DEEPEST => 2,
            b"}}" => 2,
            _ if at == 0 || depth == DEEPEST => return None,
            _ => 1,
        };
        if step == 2 {
            depth = if bytes.get(at) == Some(&b'{') { depth + 1 } else { depth.checked_sub(1)? };
        }
        at += step;
        if depth == 0 {
            return Some(at);
        }
    }
    None
}

/// How many bytes around a template show its place in the line.
const NEAR: usize = 80;

/// Whether words are before a template in its line, separated from it by a blank, and after it.
fn is_within_line(text: &str, start: usize, end: usize) -> bool {
    let before = line_before(text, start, NEAR);
    let behind = window(text, end, text.len(), NEAR).split('\n').next().unwrap_or_default();
    let ends_word = before.ends_with(|letter: char| !letter.is_whitespace());
    let ends = before.trim_end().ends_with(['.', '!', '?', '}']);
    !(before.trim().is_empty() || ends_word || ends)
        && behind.starts_with([' ', ','])
        && !behind.trim().is_empty()
}

fn link(text: &str, at: usize, canvas: &mut Canvas<'_>) -> Option<usize> {
    let end = line_end(text, at);
    let inner = text.get(at..end)?.strip_prefix("[[")?;
    // Pictures and categories are not words of the text.
    let name = inner.split([']', '|']).next()?.split_once(':').map_or("", |(space, _)| space);
    if matches!(
        name.trim().to_lowercase().as_str(),
        "file" | "image" | "category" | "berkas" | "gambar" | "kategori"
    ) {
        let close = at + 2 + inner.find("]]")? + 2;
        canvas.blank(at..close);
        return Some(close);
    }
    inline::wiki_link(text, at, end, canvas)
}

/// `<ref>…</ref>` and `<ref name=x/>`.
fn reference(text: &str, at: usize, canvas: &mut Canvas<'_>) -> Option<usize> {
    let rest = text.get(at..)?;
    let behind = rest.strip_prefix("<ref")?;
    if !behind.starts_with([' ', '>', '/']) {
        return None;
    }
    let bytes = rest.as_bytes().get(..rest.len().min(LONGEST))?;
    let tag = memchr::memchr(b'>', bytes)?;
    let closes_itself = bytes.get(tag.checked_sub(1)?) == Some(&b'/');
    let length = if closes_itself { tag + 1 } else { memmem::find(bytes, b"</ref>")? + "</ref>".len() };
    canvas.blank(at..at + length);
    Some(at + length)
}

/// `== Heading ==`, on a line of its own.
fn heading(text: &str, at: usize, canvas: &mut Canvas<'_>) -> Option<usize> {
    let signs = text.as_bytes().get(at..)?.iter().take_while(|byte| **byte == b'=').count();
    let line = text.get(at..line_end(text, at))?.trim_end();
    let closing = line.bytes().rev().take_while(|byte| *byte == b'=').count();
    if signs == closing && line.len() > 2 * signs && (at == 0 || text.as_bytes().get(at - 1) == Some(&b'\n'))
    {
        canvas.blank(at..at + signs);
        canvas.blank(at + line.len() - signs..at + line.len());
    }
    Some(at + signs)
}

/// Two or more apostrophes set words in italics or bold.
fn quotes(text: &str, at: usize, canvas: &mut Canvas<'_>) -> Option<usize> {
    let length = text.as_bytes().get(at..)?.iter().take_while(|byte| **byte == b'\'').count();
    if length >= 2 {
        canvas.blank(at..at + length);
    }
    Some(at + length)
}
