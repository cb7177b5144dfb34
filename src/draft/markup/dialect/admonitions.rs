//! Admonitions, tabs, callouts and containers: what begins and ends them, line by line, and which lines are code.
//!
//! | written | becomes |
//! |---|---|
//! | `!!! note "Title"`, `??? …`, `=== "Tab"` | an item whose content is indented by four columns, as the body is |
//! | `> [!note]- Title` | its title; whoever reads the quotation asks whether [`TITLE`] begins it |
//! | `::: note Title`, ```` ```{note} Title ```` and what closes them | the title, without the signs around it |

use std::ops::Range;

use super::canvas::Canvas;
use super::{ITEM, QUOTED_TITLE, TITLE};

/// Directives in braces whose content is code, or something else that is not prose.
const CODE: [&str; 13] = [
    "code",
    "code-block",
    "code-cell",
    "sourcecode",
    "math",
    "mermaid",
    "include",
    "literalinclude",
    "raw",
    "parsed-literal",
    "image",
    "toctree",
    "bibliography",
];

/// Directives in braces before a block that is fenced like code, whose content is prose.
const PROSE: [&str; 24] = [
    "admonition",
    "note",
    "tip",
    "hint",
    "important",
    "warning",
    "caution",
    "attention",
    "danger",
    "error",
    "seealso",
    "todo",
    "dropdown",
    "epigraph",
    "topic",
    "sidebar",
    "margin",
    "card",
    "tab-item",
    "details",
    "versionadded",
    "versionchanged",
    "deprecated",
    "aside",
];

/// Callouts that quote.
const QUOTATIONS: [&str; 2] = ["quote", "cite"];

/// What is open from line to line.
#[derive(Default)]
pub struct Admonitions {
    fences: Vec<Fence>,
    /// The line before is a quotation.
    is_quoted: bool,
    /// The line before began a directive, whose options may follow.
    may_have_options: bool,
}

/// A block between two lines of the same sign.
struct Fence {
    sign: u8,
    length: usize,
    is_prose: bool,
    is_quoted: bool,
}

impl Admonitions {
    /// Looks at the start of a line: overwrites what begins or ends something, and gives where its words begin; none if
    /// the line is code.
    pub fn line(&mut self, text: &str, line: Range<usize>, canvas: &mut Canvas<'_>) -> Option<usize> {
        let whole = text.get(line.clone())?;
        let is_calm = self.fences.is_empty() && !self.may_have_options;
        if is_calm && whole.as_bytes().first().is_some_and(u8::is_ascii_alphanumeric) {
            self.is_quoted = false;
            return Some(line.start);
        }
        let words = whole.trim_start_matches([' ', '\t', '>']);
        let start = line.start + (whole.len() - words.len());
        let words = words.trim_end();
        let is_quoted = whole.trim_start().starts_with('>');
        let was_quoted = std::mem::replace(&mut self.is_quoted, is_quoted);
        let may_have_options = std::mem::take(&mut self.may_have_options);
        // A quotation that ends closes what was opened in it.
        while self.fences.pop_if(|fence| fence.is_quoted && !is_quoted).is_some() {}
        if let Some(fence) = self.fences.last() {
            let closes = words.len() >= fence.length && words.bytes().all(|byte| byte == fence.sign);
            if closes {
                if fence.is_prose || fence.sign == b':' {
                    canvas.blank(start..start + words.len());
                }
                self.fences.pop();
                return None;
            }
            if !fence.is_prose {
                if fence.sign == b':' {
                    canvas.blank(start..start + words.len());
                }
                return None;
            }
        }
        if may_have_options && is_option(words) {
            canvas.blank(start..start + words.len());
            self.may_have_options = true;
            return None;
        }
        match words.as_bytes() {
            [b'`', b'`', b'`', ..] | [b'~', b'~', b'~', ..] | [b':', b':', b':', ..] => {
                self.fence(words, start, is_quoted, canvas)
            }
            [b'-' | b'*' | b'+', b' ', ..] => {
                let inner = words.get(1..)?.trim_start();
                let from = start + (words.len() - inner.len());
                if inner.starts_with("```") || inner.starts_with("~~~") {
                    return self.fence(inner, from, is_quoted, canvas);
                }
                Some(from)
            }
            [b'[', b'!', ..] if is_quoted && !was_quoted => {
                Some(callout(words, start, canvas).unwrap_or(start))
            }
            [b'!' | b'?' | b'=', ..] if !is_quoted => Some(admonition(words, start, canvas).unwrap_or(start)),
            _ => Some(start),
        }
    }

    /// A line that begins with three signs opens a block, or closes a container not known to be open.
    fn fence(
        &mut self,
        words: &str,
        start: usize,
        is_quoted: bool,
        canvas: &mut Canvas<'_>,
    ) -> Option<usize> {
        let sign = *words.as_bytes().first()?;
        let length = words.bytes().take_while(|byte| *byte == sign).count();
        let info = words.get(length..)?.trim_start();
        let from = start + (words.len() - info.len());
        if sign == b'`' && info.contains('`') {
            return Some(start);
        }
        let (name, title) = match info.strip_prefix('{').and_then(|rest| rest.split_once('}')) {
            Some((name, title)) if !name.starts_with(['.', '#']) => (name, title),
            _ => ("", ""),
        };
        if sign == b':' {
            let is_prose = !CODE.contains(&name);
            if name.is_empty() {
                container(info, start, from, canvas);
            } else {
                head(start, from + (info.len() - title.trim_start().len()), canvas);
                self.fences.push(Fence { sign, length, is_prose, is_quoted });
            }
            self.may_have_options = !name.is_empty();
            return is_prose.then_some(from + info.len());
        }
        let is_prose = PROSE.contains(&name);
        self.fences.push(Fence { sign, length, is_prose, is_quoted });
        if !is_prose {
            return None;
        }
        self.may_have_options = true;
        head(start, from + (info.len() - title.trim_start().len()), canvas);
        Some(from + info.len())
    }
}

/// Blanks what precedes a title.
fn head(start: usize, title: usize, canvas: &mut Canvas<'_>) {
    canvas.blank(start..title);
    canvas.put(start, &[TITLE as u8]);
}

/// `::: note Title`, `:::note[Title]`, `::: {.note title="Title"}` or `:::`; `info`, after the colons, is at `from`.
fn container(info: &str, start: usize, from: usize, canvas: &mut Canvas<'_>) {
    let end = from + info.len();
    let kind = info
        .find(|letter: char| !(letter.is_alphanumeric() || matches!(letter, '-' | '_')))
        .unwrap_or(info.len());
    let rest = info.get(kind..).unwrap_or_default();
    let title = if let Some(open) = rest.find("title=\"").map(|at| kind + at + 7) {
        let length = info.get(open..).and_then(|inner| inner.find('"')).unwrap_or(0);
        open..open + length
    } else if let Some(close) = rest.strip_prefix('[').and_then(|inner| inner.find(']')) {
        kind + 1..kind + 1 + close
    } else if rest.starts_with(' ') && !rest.contains('{') {
        let words = rest.trim_start();
        info.len() - words.len()..info.len()
    } else {
        canvas.blank(start..end);
        return;
    };
    head(start, from + title.start, canvas);
    canvas.blank(from + title.end..end);
}

/// `[!note]- Title` at byte `start`; gives where the title begins.
fn callout(words: &str, start: usize, canvas: &mut Canvas<'_>) -> Option<usize> {
    let close = words.find(']')?;
    let kind = words.get(2..close)?.split('|').next()?.trim();
    let is_kind = kind.starts_with(char::is_alphabetic)
        && kind.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '-' | '_' | ' '));
    let behind = words.get(close + 1..)?;
    if !is_kind || behind.starts_with(['(', '[', ':']) {
        return None;
    }
    let title = behind.trim_start_matches(['+', '-']).trim_start();
    let from = start + (words.len() - title.len());
    head(start, from, canvas);
    if QUOTATIONS.contains(&kind.to_lowercase().as_str()) {
        canvas.put(start, &[QUOTED_TITLE as u8]);
    }
    Some(from)
}

/// `!!! note "Title"`, `???+ note`, `=== "Title"` at byte `start`; gives where the title begins.
fn admonition(words: &str, start: usize, canvas: &mut Canvas<'_>) -> Option<usize> {
    let sign = words.as_bytes().first()?;
    let marks = words.bytes().take_while(|byte| byte == sign).count();
    let behind = words.get(3..)?.trim_start_matches(['+', '!']);
    let rest = behind.trim_start();
    let title = rest.find('"').and_then(|open| {
        let inner = rest.get(open + 1..)?.strip_suffix('"')?;
        Some((rest.get(..open)?.trim_end(), open + 1, inner.len()))
    });
    let (kinds, title_at, length) = title.unwrap_or((rest, rest.len(), 0));
    let is_kind = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_' | ' ');
    let fits = match sign {
        // Three equals signs alone underline a heading.
        b'=' => kinds.is_empty() && title.is_some() && behind.starts_with(' '),
        b'?' => !(kinds.is_empty() && title.is_none()),
        _ => kinds.starts_with(char::is_alphabetic),
    };
    // "!!! Really?" is an exclamation.
    let is_word = kinds.split(' ').count() <= 3 && kinds.starts_with(|first: char| first.is_lowercase())
        || kinds.is_empty();
    if marks != 3 || !fits || !is_word || !kinds.chars().all(is_kind) {
        return None;
    }
    let from = start + (words.len() - rest.len()) + title_at;
    canvas.blank(start..from);
    canvas.blank(from + length..start + words.len());
    canvas.put(start, ITEM.as_bytes());
    Some(from)
}

/// `:class: dropdown`.
fn is_option(words: &str) -> bool {
    words.strip_prefix(':').and_then(|rest| rest.split_once(':')).is_some_and(|(key, value)| {
        !key.is_empty()
            && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
            && (value.is_empty() || value.starts_with(' '))
    })
}
