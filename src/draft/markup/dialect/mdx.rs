//! What MDX adds to Markdown and is not read: tags with values in braces, lines that import and export.

use std::ops::Range;

/// The longest tag that is looked for, in bytes.
const TAG: usize = 2000;

/// The tag of a component with values in braces that begins at `open`: from its `<` and a capital letter to the `>` outside
/// all braces. Any other tag is one of HTML as well.
pub fn tag_at(text: &str, open: usize) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    if !bytes.get(open + 1)?.is_ascii_uppercase() {
        return None;
    }
    let within = bytes.get(open..bytes.len().min(open + TAG))?;
    let (mut depth, mut has_braces) = (0usize, false);
    for (at, byte) in within.iter().enumerate() {
        match byte {
            b'{' => {
                depth += 1;
                has_braces |= at > 0 && within.get(at - 1) == Some(&b'=');
            }
            b'}' => depth = depth.checked_sub(1)?,
            b'>' if depth == 0 => return has_braces.then_some(open..open + at + 1),
            // A blank line or a fence: it was not a tag.
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
