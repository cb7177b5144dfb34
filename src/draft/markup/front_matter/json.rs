//! Front matter in JSON: an object at the very start of a draft, by `serde_json`. What is not JSON is not front matter.

use serde_json::{Map, Value};

use super::{FrontMatter, FrontMatterEntry};
use crate::draft::markup::meta::StatedText;
use crate::text::Span;

/// How long the object is with which `text` begins.
pub fn length(text: &str) -> Option<usize> {
    let behind = text.strip_prefix('{')?;
    if !behind.starts_with(['\n', '\r']) {
        return None;
    }
    let mut values = serde_json::Deserializer::from_str(text).into_iter::<Map<String, Value>>();
    values.next()?.ok()?;
    Some(values.byte_offset())
}

/// Reads `text`, which is in the file at `base`.
pub fn read(text: &str, base: usize, found: &mut FrontMatter) {
    let Ok(fields) = serde_json::from_str::<Map<String, Value>>(text) else { return };
    for (key, value) in fields {
        let Value::String(value) = value else { continue };
        let name = format!("\"{key}\"");
        let Some(at) = text.find(&name).map(|at| at + name.len()) else { continue };
        // Escapes make a value longer than its text; then its place is that of its key.
        let start = text.get(at..).and_then(|rest| rest.find(&value)).map_or(at, |length| at + length);
        let end = text.floor_char_boundary((start + value.len()).min(text.len()));
        let span = Span::new(base + start, base + end);
        found.entries.push(FrontMatterEntry {
            key,
            values: vec![StatedText { text: value, span }],
            is_nested: false,
        });
    }
    found.entries.sort_by_key(|entry| entry.values.first().map(|value| value.span));
}
