//! Front matter in TOML, by `toml`. A line that cannot be parsed is blanked, and the rest parsed again.

use std::borrow::Cow;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{FrontMatter, FrontMatterEntry, line_around};
use crate::draft::markup::meta::StatedText;
use crate::text::Span;

/// Reads `text`, which is in the file at `base`.
pub fn read(text: &str, base: usize, found: &mut FrontMatter) {
    let mut source = Cow::Borrowed(text);
    loop {
        let (table, errors) = DeTable::parse_recoverable(&source);
        let flawed =
            errors.first().and_then(|error| error.span()).map(|span| line_around(&source, span.start));
        let goes_on = match &flawed {
            Some(line) => found.broken("TOML", text, line.clone(), base),
            None => false,
        };
        // What could be read of a broken line counts; all other lines are read again.
        let kept = flawed.clone().filter(|_| goes_on).unwrap_or(0..text.len());
        add(table.get_ref(), text, base, &kept, found);
        let Some(line) = flawed.filter(|_| goes_on) else { break };
        let blank = |at: usize, byte: u8| if line.contains(&at) && byte != b'\n' { b' ' } else { byte };
        let bytes = source.bytes().enumerate().map(|(at, byte)| blank(at, byte)).collect();
        let Ok(next) = String::from_utf8(bytes) else { break };
        source = Cow::Owned(next);
    }
    found.entries.sort_by_key(|entry| entry.values.first().map(|value| value.span));
}

/// Adds the entries whose keys are in `kept`.
fn add(table: &DeTable<'_>, text: &str, base: usize, kept: &Range<usize>, found: &mut FrontMatter) {
    for (key, value) in table.iter().filter(|(key, _)| kept.contains(&key.span().start)) {
        let (values, is_nested) = match value.get_ref() {
            DeValue::Array(list) => (list.iter().map(|value| stated(value, text, base)).collect(), true),
            DeValue::Table(_) => continue,
            _ => (vec![stated(value, text, base)], false),
        };
        found.entries.push(FrontMatterEntry { key: key.get_ref().to_string(), values, is_nested });
    }
}

/// A value without its quotation marks.
fn stated(value: &Spanned<DeValue<'_>>, text: &str, base: usize) -> StatedText {
    let mut range = value.span();
    let written = text.get(range.clone()).unwrap_or_default();
    let stated = match value.get_ref() {
        DeValue::String(words) => {
            let marks = if written.starts_with("\"\"\"") || written.starts_with("'''") { 3 } else { 1 };
            range = range.start + marks..range.end.saturating_sub(marks).max(range.start + marks);
            words.to_string()
        }
        _ => written.to_owned(),
    };
    // The parser may place what it recovered from an error inside a character.
    let (start, end) = (text.floor_char_boundary(range.start), text.ceil_char_boundary(range.end));
    StatedText { text: stated, span: Span::new(base + start, base + end) }
}
