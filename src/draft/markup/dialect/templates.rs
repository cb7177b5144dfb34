//! Comments, tags and expressions of template languages: Liquid, Jinja, Hugo's shortcodes, ERB, PHP, the comments of MDX.
//!
//! A comment and a block of code are skipped as wholes; with any other tag, only the tag itself is left out.

use std::collections::HashMap;
use std::ops::Range;

use memchr::memmem;
use rustc_hash::{FxBuildHasher, FxHashSet};

use super::canvas::{Canvas, line_before, window};
use super::wikitext;

/// The longest tag that is looked for, in bytes.
const TAG: usize = 2000;

/// How far after its first brace the next closing one may be.
pub const LONGEST: usize = 100_000;

/// The longest expression, in bytes.
const EXPRESSION: usize = 400;

/// Tags whose content is code or a comment, with or without an end of their own.
const UNREAD: [&str; 22] = [
    "comment",
    "highlight",
    "codeblock",
    "code",
    "mermaid",
    "plantuml",
    "graphviz",
    "diagram",
    "math",
    "katex",
    "latex",
    "chart",
    "gist",
    "doc",
    "schema",
    "javascript",
    "stylesheet",
    "style",
    "script",
    "prettify",
    "goat",
    "chroma",
];

/// Known ends of templates.
#[derive(Default)]
pub struct Templates<'t> {
    /// End tags that do not occur after what was read.
    missing: FxHashSet<&'static str>,
    /// Where the last end tag of a name is, if there is one.
    ends: HashMap<&'t str, Option<usize>, FxBuildHasher>,
}

/// What the page shows of a template.
enum Seen {
    Nothing,
    Something,
    Words(String),
}

impl<'t> Templates<'t> {
    /// If a template begins at byte `at` of `text`, overwrites it and gives where it ends.
    pub fn take(&mut self, text: &'t str, at: usize, canvas: &mut Canvas<'_>) -> Option<usize> {
        let (end, seen) = self.template(text, at)?;
        let range = at..end;
        match seen {
            Seen::Nothing => canvas.blank(range),
            Seen::Something => canvas.gap(range),
            Seen::Words(words) => {
                canvas.blank(range);
                canvas.put(at, words.as_bytes());
            }
        }
        Some(end)
    }

    /// After the next `end` at or after byte `from`.
    pub fn behind(&mut self, text: &str, from: usize, end: &'static str) -> Option<usize> {
        if self.missing.contains(end) {
            return None;
        }
        let found = memmem::find(text.as_bytes().get(from..)?, end.as_bytes());
        if found.is_none() {
            self.missing.insert(end);
        }
        found.map(|found| from + found + end.len())
    }

    fn template(&mut self, text: &'t str, at: usize) -> Option<(usize, Seen)> {
        let rest = text.get(at..)?;
        let mut unseen =
            |from: usize, end: &'static str| Some((self.behind(text, at + from, end)?, Seen::Nothing));
        match rest.as_bytes() {
            [b'{', b'/', b'*', ..] => unseen(3, "*/}"),
            [b'{', b'{', b'/', b'*', ..] => unseen(4, "*/}}"),
            [b'{', b'{', b'!', b'-', b'-', ..] => unseen(5, "--}}"),
            [b'<', b'%', b'-', b'-', ..] => unseen(4, "--%>"),
            [b'<', b'?', ..] => unseen(2, "?>"),
            [b'{', b'#', ..] if is_comment(rest) => unseen(2, "#}"),
            [b'{', b'%', ..] => self.tag(text, at),
            [b'{', b'{', b'<', ..] => self.shortcode(text, at, ">}}"),
            [b'{', b'{', b'%', ..] => self.shortcode(text, at, "%}}"),
            [b'{', b'{', ..] => expression(rest).map(|(length, seen)| (at + length, seen)),
            [b'<', b'%', next, ..] => {
                let seen = if *next == b'=' { Seen::Something } else { Seen::Nothing };
                Some((at + within(rest, TAG, "%>")?, seen))
            }
            _ => None,
        }
    }

    /// `{% name … %}`, with everything up to `{% endname %}` if that is not read.
    fn tag(&mut self, text: &'t str, at: usize) -> Option<(usize, Seen)> {
        let rest = text.get(at..)?;
        let mut end = at + within(rest, TAG, "%}")?;
        let name = name(rest.get(2..)?);
        if UNREAD.contains(&name)
            && let Some(last) = self.last_end(text, name, false).filter(|last| *last >= end)
        {
            end = end_tag(text, end..last, name, false).map_or(end, |tag| tag.end);
        }
        Some((end, Seen::Nothing))
    }

    /// `{{< name … >}}`, with everything up to `{{< /name >}}` if that is not read. One that has no end and is within
    /// a line puts something there.
    fn shortcode(&mut self, text: &'t str, at: usize, close: &str) -> Option<(usize, Seen)> {
        let rest = text.get(at..)?;
        let end = at + within(rest, TAG, close)?;
        let written = rest.get(3..)?.trim_start();
        let name = name(written);
        if written.starts_with(['/', '*']) || name.is_empty() {
            return Some((end, Seen::Nothing));
        }
        let last = self.last_end(text, name, true).filter(|last| *last >= end);
        let seen = match last {
            Some(last) if UNREAD.contains(&name) => {
                return Some((
                    end_tag(text, end..last, name, true).map_or(end, |tag| tag.end),
                    Seen::Nothing,
                ));
            }
            Some(_) => Seen::Nothing,
            None if is_alone(text, at..end) => Seen::Nothing,
            None => Seen::Something,
        };
        Some((end, seen))
    }

    /// Where the last end tag of a name ends.
    fn last_end(&mut self, text: &'t str, name: &'t str, is_shortcode: bool) -> Option<usize> {
        let find = || {
            let sought = if is_shortcode { format!("/{name}") } else { format!("end{name}") };
            memmem::rfind(text.as_bytes(), sought.as_bytes())
                .map(|found| (found + sought.len() + TAG).min(text.len()))
                .map(|end| text.ceil_char_boundary(end))
        };
        *self.ends.entry(name).or_insert_with(find)
    }
}

/// The next end tag of a name in `range`.
fn end_tag(text: &str, range: Range<usize>, name: &str, is_shortcode: bool) -> Option<Range<usize>> {
    let sought = if is_shortcode { format!("/{name}") } else { format!("end{name}") };
    let within_range = text.get(range.clone())?;
    for found in memmem::find_iter(within_range.as_bytes(), sought.as_bytes()) {
        let before = within_range.get(..found)?.trim_end_matches([' ', '-', '~']);
        let behind = within_range.get(found + sought.len()..)?.trim_start_matches([' ', '-', '~']);
        let opens: &[&str] = if is_shortcode { &["{{<", "{{%"] } else { &["{%"] };
        let closes: &[&str] = if is_shortcode { &[">}}", "%}}"] } else { &["%}"] };
        let open = opens.iter().find(|open| before.ends_with(**open));
        let close = closes.iter().find(|close| behind.starts_with(**close));
        if let (Some(open), Some(close)) = (open, close) {
            let end = within_range.len() - behind.len() + close.len();
            return Some(range.start + before.len() - open.len()..range.start + end);
        }
    }
    None
}

/// The first word of a tag.
fn name(tag: &str) -> &str {
    let tag =
        tag.trim_start_matches(|letter: char| letter.is_whitespace() || matches!(letter, '-' | '~' | '+'));
    let end = tag
        .find(|letter: char| !(letter.is_alphanumeric() || matches!(letter, '-' | '_')))
        .unwrap_or(tag.len());
    tag.get(..end).unwrap_or_default()
}

/// Whether `{#…` begins a comment, and not the name of a heading (`{#name}`).
fn is_comment(rest: &str) -> bool {
    let inner = rest.get(2..).unwrap_or_default();
    inner.starts_with([' ', '\t', '\n', '\r', '-'])
        || inner.find('}').is_some_and(|at| inner.get(..at).is_some_and(|inner| inner.ends_with('#')))
}

/// `{{ … }}`: what it says is not known, except for templates of Wikipedia.
fn expression(rest: &str) -> Option<(usize, Seen)> {
    let braces = rest.bytes().take_while(|byte| *byte == b'{').count().min(3);
    let close = if braces == 3 { "}}}" } else { "}}" };
    let end = within(rest, EXPRESSION, close)?;
    let inner = rest.get(braces..end - close.len())?;
    let seen = match wikitext::dated(inner) {
        Some(words) => Seen::Words(words),
        // Sections of Handlebars and Mustache: what is between them is read.
        None if inner.trim_start().starts_with(['#', '/', '!', '^', '>']) => Seen::Nothing,
        None => Seen::Something,
    };
    (!inner.contains("\n\n")).then_some((end, seen))
}

/// After the first `close` in the first `most` bytes of `rest`.
fn within(rest: &str, most: usize, close: &str) -> Option<usize> {
    let bytes = rest.as_bytes();
    let found = memmem::find(bytes.get(..bytes.len().min(most))?, close.as_bytes())?;
    Some(found + close.len())
}

/// Whether nothing else is on the lines of a range.
fn is_alone(text: &str, range: Range<usize>) -> bool {
    let before = line_before(text, range.start, TAG);
    let behind = window(text, range.end, text.len(), TAG).split('\n').next().unwrap_or_default();
    before.trim().is_empty() && behind.trim().is_empty()
}
