//! A block's text as it is in the file, where reading has put something in its place: quotation marks and hyphens as
//! the author set them, and what is not read in the gaps. For showing a draft; nothing is read from it.

use std::ops::Range;

use super::block::{Block, GAP};
use super::block::{Fold, fold};
use super::code_blocks::words_in;

/// What the file has where a character of a block's text stands for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AsWritten {
    /// The bytes of the character in [`Block::text`].
    pub range: Range<usize>,
    /// What is in the file, without markup.
    pub text: String,
    /// Whether it is read; what is not is in a gap.
    pub is_read: bool,
}

/// What the file `file` has for the replaced characters of the block, in order.
#[must_use]
pub fn as_written(block: &Block, file: &str) -> Vec<AsWritten> {
    let mut found = Vec::new();
    for (at, letter) in block.text.char_indices() {
        let range = at..at + letter.len_utf8();
        match letter {
            GAP => {
                let text = in_gap(file, block.map.span(range.clone()).range());
                let is_read = text.len() == GAP.len_utf8() && text.starts_with(GAP);
                found.push(AsWritten { range, text, is_read });
            }
            '"' | '\'' | '-' => {
                let written = file.get(block.map.span(range.clone()).range()).unwrap_or_default();
                let mut letters = written.chars();
                // An entity of HTML is markup, and stays what it was read as.
                let alone = letters.next().filter(|_| letters.next().is_none());
                if alone.is_some_and(|written| fold(written) == Fold::As(letter)) {
                    found.push(AsWritten { range, text: written.to_owned(), is_read: true });
                }
            }
            _ => {}
        }
    }
    found
}

/// The longest expression of a template, in bytes.
const LONGEST: usize = 400;

/// What is in a gap: code without its backticks or tags, an address without its brackets, a formula as it is.
fn in_gap(file: &str, place: Range<usize>) -> String {
    let written = file.get(place.clone()).unwrap_or_default();
    if written.starts_with('`') {
        let code = written.trim_matches('`');
        let padded = code.starts_with(' ') && code.ends_with(' ') && !code.trim().is_empty();
        return if padded { code.get(1..code.len() - 1).unwrap_or_default() } else { code }.to_owned();
    }
    if written.starts_with("{{") {
        // Only its first bytes are mapped.
        let rest = file.get(place.start..file.floor_char_boundary(place.start + LONGEST)).unwrap_or_default();
        return rest.find("}}").and_then(|end| rest.get(..end + 2)).unwrap_or("\u{2026}").to_owned();
    }
    let Some(inner) = written.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')) else {
        return written.to_owned();
    };
    let is_address = inner.contains(':') && !inner.contains(char::is_whitespace)
        || inner.contains('@') && !inner.contains(['=', ' ']);
    if is_address {
        return inner.to_owned();
    }
    words_in(written, file.get(place.end..).unwrap_or_default()).unwrap_or_else(|| "\u{2026}".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::markup::{Format, blocks};

    /// The first block of a draft, with what stands for something else put back; gaps in braces.
    fn shown(text: &str, format: Format) -> String {
        let mut shown = None;
        blocks(text, format, &mut |block| {
            let mut back = block.text.clone();
            for written in as_written(block, text).into_iter().rev() {
                let words = if written.is_read { written.text } else { format!("{{{}}}", written.text) };
                back.replace_range(written.range, &words);
            }
            shown.get_or_insert(back);
        });
        shown.unwrap_or_default()
    }

    #[test]
    fn what_was_folded_comes_back() {
        let text = "\u{201c}Azure\u{201d} isn\u{2019}t `a b`\u{2011}like, ``c ` d``; see https://example.org/a_b and <https://x.org>.";
        let back = "\u{201c}Azure\u{201d} isn\u{2019}t {a b}\u{2011}like, {c ` d}; see {https://example.org/a_b} and {https://x.org}.";
        assert_eq!(shown(text, Format::Markdown), back);
        let page =
            "<p>&ldquo;Azure&rdquo; runs <code>a &lt; <i>b</i></code>, \u{ab}so\u{bb} <kbd>never ended</p>";
        assert_eq!(shown(page, Format::Html), "\"Azure\" runs {a < b}, \u{ab}so\u{bb} {\u{2026}}");
    }

    #[test]
    fn the_way_back_finds_what_the_way_there_came_from() {
        let text = "A **bold &amp; \u{201c}odd\u{201d}** line  with &hellip; and\n  `code` in it. Then [more](x) of it.";
        blocks(text, Format::Markdown, &mut |block| {
            for (start, letter) in block.text.char_indices() {
                for (end, last) in block.text.char_indices().filter(|(end, _)| *end >= start) {
                    let range = start..end + last.len_utf8();
                    let back = block.map.text(block.map.span(range.clone()), block.text.len());
                    assert_eq!(back, range, "{letter}");
                }
            }
        });
    }
}
