//! What is within a line: wiki links, the comments of Obsidian, roles of MyST, attributes in braces.

use super::canvas::{Canvas, line_before, window};
use super::code::CodeSpans;

/// The longest link or attributes, in bytes.
pub const LONGEST: usize = 500;

/// `[[page|words]]`: the words stay. `![[file]]` is a picture or another page, and nothing of it is read.
pub fn wiki_link(text: &str, at: usize, line_end: usize, canvas: &mut Canvas<'_>) -> Option<usize> {
    let inner = window(text, at, line_end, LONGEST).strip_prefix("[[")?;
    let length = inner.find("]]")?;
    let (inner, rest) = inner.split_at_checked(length)?;
    // `[[1]](address)` is a link whose words are in brackets.
    if inner.trim().is_empty()
        || inner.starts_with('[')
        || ["]](", "]]:"].iter().any(|mark| rest.starts_with(mark))
        || rest.starts_with("]][") && !rest.starts_with("]][[")
    {
        return None;
    }
    let end = at + 2 + length + 2;
    if at > 0 && text.as_bytes().get(at - 1) == Some(&b'!') {
        canvas.blank(at - 1..end);
        return Some(end);
    }
    let words = inner.rfind('|').map_or(0, |bar| bar + 1);
    let named = inner.get(words..)?;
    let named = if words == 0 {
        named.find('#').filter(|at| *at > 0).map_or(named.len(), |at| at)
    } else {
        named.len()
    };
    canvas.blank(at..at + 2 + words);
    canvas.blank(at + 2 + words + named..end);
    Some(end)
}

/// `%% … %%`: within a paragraph, or with the signs on separate lines.
pub fn percent_comment(text: &str, at: usize, canvas: &mut Canvas<'_>) -> Option<usize> {
    /// The longest comment of several paragraphs, in bytes.
    const COMMENT: usize = 20_000;
    let rest = window(text, at, text.len(), COMMENT).strip_prefix("%%")?;
    if at > 0
        && text.as_bytes().get(at - 1).is_some_and(|before| before.is_ascii_alphanumeric() || *before == b'%')
    {
        return None;
    }
    let length = rest.find("%%")?;
    let inner = rest.get(..length)?;
    let opens_line = inner.starts_with(['\n', '\r']) && line_before(text, at, LONGEST).trim().is_empty();
    if inner.contains("\n\n") && !opens_line {
        return None;
    }
    let end = at + 2 + length + 2;
    canvas.blank(at..end);
    Some(end)
}

/// Roles whose words are code.
const CODE_ROLES: [&str; 8] = ["math", "code", "eval", "kbd", "command", "file", "program", "samp"];

/// `{role}` before code: the words of most roles are read, the target after them (`words <target>`) is not.
pub fn role(
    text: &str,
    at: usize,
    line_end: usize,
    code: &mut CodeSpans,
    canvas: &mut Canvas<'_>,
) -> Option<usize> {
    let line = window(text, at, line_end, LONGEST);
    let close = line.find('}')?;
    let name = line.get(1..close)?;
    let is_name = name.starts_with(|first: char| first.is_ascii_lowercase())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b':' | b'-' | b'_'));
    let open = at + close + 1;
    if !is_name || !text.get(open..)?.starts_with('`') {
        return None;
    }
    let end = code.close(text, open)?;
    let ticks = text.get(open..end)?.bytes().take_while(|byte| *byte == b'`').count();
    canvas.blank(at..open);
    if !CODE_ROLES.contains(&name) && !name.contains(':') {
        let words = text.get(open + ticks..end)?;
        let shown = words.rfind(" <").filter(|_| words.ends_with('>')).unwrap_or(words.len());
        canvas.blank(open..open + ticks);
        canvas.blank(open + ticks + shown..end + ticks);
    }
    Some(end + ticks)
}

/// `{.class #name key=value}`, and the brackets of the words before it.
pub fn attributes(text: &str, at: usize, line_end: usize, canvas: &mut Canvas<'_>) -> Option<usize> {
    let line = window(text, at, line_end, LONGEST);
    let close = line.find('}')?;
    let inner = line.get(1..close)?;
    let first = inner.split_whitespace().next()?;
    let is_space = matches!(inner.trim(), "' '" | "\" \"");
    let is_attribute = first.starts_with(['.', '#']) && first.len() > 1
        || inner.starts_with(':') && inner.len() > 1
        || first.split_once('=').is_some_and(|(key, value)| {
            !value.is_empty()
                && !key.is_empty()
                && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        });
    if !is_attribute && !is_space {
        return None;
    }
    canvas.blank(at..at + close + 1);
    let before = line_before(text, at, LONGEST);
    if let Some(before) = before.strip_suffix(']')
        && let Some(open) = before.rfind('[')
        && !before.get(..open)?.ends_with(['!', ']'])
    {
        let open = at - 1 - (before.len() - open);
        canvas.blank(open..open + 1);
        canvas.blank(at - 1..at);
    }
    Some(at + close + 1)
}
