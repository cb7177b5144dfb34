//! What MDX adds to Markdown and nobody reads: comments, tags with values in braces, lines that import and export.
//!
//! Overwrites the first two with a letter that is dropped later, so that every other byte stays in its place.

use std::borrow::Cow;

use memchr::memmem;

/// A control character: Markdown takes it for a letter, and the builder drops it.
const BLANK: char = '\u{1}';

/// The longest tag that is looked for, in bytes.
const TAG: usize = 2000;

/// The draft without its comments and tags; most drafts have none and are not copied.
pub fn without_code(text: &str) -> Cow<'_, str> {
    let mut ranges = Vec::new();
    let bytes = text.as_bytes();
    let mut from = 0;
    while let Some(open) = bytes.get(from..).and_then(|rest| memmem::find(rest, b"{/*")).map(|at| from + at) {
        let Some(close) = bytes.get(open..).and_then(|rest| memmem::find(rest, b"*/}")) else { break };
        from = open + close + 3;
        ranges.push(open..from);
    }
    for equals in memmem::find_iter(bytes, "={") {
        if let Some(tag) = tag_around(bytes, equals).filter(|tag| text.is_char_boundary(tag.end))
            && ranges.last().is_none_or(|last: &std::ops::Range<usize>| *last != tag)
        {
            ranges.push(tag);
        }
    }
    if ranges.is_empty() {
        return Cow::Borrowed(text);
    }
    ranges.sort_by_key(|range| range.start);
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for range in ranges {
        if range.end <= from {
            continue;
        }
        let start = range.start.max(from);
        out.push_str(text.get(from..start).unwrap_or_default());
        for byte in text.as_bytes().get(start..range.end).unwrap_or_default() {
            // Lines stay lines.
            out.push(if matches!(byte, b'\n' | b'\r') { char::from(*byte) } else { BLANK });
        }
        from = range.end;
    }
    out.push_str(text.get(from..).unwrap_or_default());
    Cow::Owned(out)
}

/// The tag of a component around an `={`: from its `<` and a capital letter to the `>` outside all braces.
fn tag_around(bytes: &[u8], equals: usize) -> Option<std::ops::Range<usize>> {
    let from = equals.saturating_sub(TAG / 4);
    let before = bytes.get(from..equals)?;
    let open = from + memchr::memrchr(b'<', before)?;
    if !bytes.get(open + 1)?.is_ascii_uppercase() {
        return None;
    }
    let within = bytes.get(open..bytes.len().min(open + TAG))?;
    let mut depth = 0usize;
    for (at, byte) in within.iter().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' => depth = depth.checked_sub(1)?,
            b'>' if depth == 0 => return (open + at > equals).then_some(open..open + at + 1),
            // A blank line or a fence: it was no tag.
            b'\n' if within.get(at + 1) == Some(&b'\n') => return None,
            b'`' if within.get(at..at + 3) == Some(b"```") => return None,
            _ => {}
        }
    }
    None
}

/// Whether a paragraph is made of lines that import or export.
pub fn is_module_code(paragraph: &str) -> bool {
    let first = paragraph.lines().next().unwrap_or_default().trim_end();
    if let Some(rest) = first.strip_prefix("import ") {
        let path = rest.trim_end_matches(';').trim_end();
        let named = path.ends_with(['"', '\'']) && (path.contains(" from ") || path.starts_with(['"', '\'']));
        return named || rest.trim_start().starts_with('{');
    }
    first.strip_prefix("export ").is_some_and(|rest| {
        let word = rest.split(|letter: char| !letter.is_ascii_alphabetic()).next().unwrap_or_default();
        let code = matches!(
            word,
            "const" | "default" | "function" | "let" | "var" | "async" | "class" | "type" | "interface"
        );
        (code && rest.contains(['=', '(', '{', ';'])) || rest.starts_with(['*', '{'])
    })
}
