//! A place in prose: the words around it broken into lines that fit, with what is meant underlined.
//!
//! Prose is often one long line a paragraph, of which an excerpt like those of claims would show only a piece. Which
//! place is shown, and what is said about it, is `full`'s business.

use std::ops::Range;

use super::plain;
use crate::text::{File, Span};

/// Rows of text that are shown of one place.
const MOST: usize = 8;

/// Rows that are shown of the line before and after what is meant.
const AROUND: usize = 1;

/// A row of a passage as printed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct PassageRow {
    /// The number of the line, on its first row.
    pub number: Option<usize>,
    /// The words.
    pub text: String,
    /// Which columns are underlined: each range with the number of the place that it belongs to.
    pub marks: Vec<(usize, Range<usize>)>,
    columns: usize,
}

/// The rows that show some spans of `file` that lie near each other, each row at most `width` columns wide.
pub(super) fn rows(file: &File, spans: &[Span], width: usize, ellipsis: &str) -> Vec<PassageRow> {
    let (text, lines) = (file.text(), file.lines());
    let whole = |span: &Span| {
        let start = text.floor_char_boundary(span.start as usize);
        start..text.ceil_char_boundary((span.end as usize).min(text.len())).max(start)
    };
    let meant: Vec<Range<usize>> = spans.iter().map(whole).collect();
    let start = meant.iter().map(|one| one.start).min().unwrap_or(0);
    let end = meant.iter().map(|one| one.end).max().unwrap_or(0);
    let first = lines.position(text, start).line;
    let mut out: Vec<PassageRow> = Vec::new();
    for number in first..=lines.len() {
        let line = lines.line_range(text, number);
        if line.start > end || (line.start == end && number > first) || out.len() >= MOST {
            break;
        }
        let shown = window(text, &line, &(start..end), width);
        let mut setter = Setter { width, number, out: &mut out, fresh: true };
        if shown.start > line.start {
            setter.word(ellipsis, |_| None);
        }
        setter.words(text, shown.clone(), &meant);
        if shown.end < line.end {
            setter.word(ellipsis, |_| None);
        }
    }
    if out.len() > MOST {
        out.truncate(MOST);
        if let Some(last) = out.last_mut() {
            last.text.push_str(ellipsis);
        }
    }
    out
}

/// The part of a line that is worth showing: what is meant, and about a row before and after it, cut between words.
fn window(text: &str, line: &Range<usize>, meant: &Range<usize>, width: usize) -> Range<usize> {
    let reach = AROUND * width;
    let start = meant.start.clamp(line.start, line.end);
    let end = meant.end.clamp(start, line.end);
    let before = reached(text[line.start..start].chars().rev(), reach);
    let after = reached(text[end..line.end].chars(), reach);
    let mut first = start - before;
    if first > line.start {
        first += text[first..start].find(char::is_whitespace).map_or(0, |at| at + 1);
        first = text.ceil_char_boundary(first);
    }
    let mut last = end + after;
    if last < line.end {
        last = end + text[end..last].rfind(char::is_whitespace).unwrap_or(after);
    }
    first..last
}

/// How many bytes of `characters` take up to `width` columns.
fn reached(characters: impl Iterator<Item = char>, width: usize) -> usize {
    let mut used = 0;
    let within = characters.take(4 * width).take_while(|character| {
        used += plain::columns(*character);
        used <= width
    });
    within.map(char::len_utf8).sum()
}

/// Arranges words of one line of the file in rows.
struct Setter<'a> {
    width: usize,
    number: usize,
    out: &'a mut Vec<PassageRow>,
    fresh: bool,
}

impl Setter<'_> {
    fn words(&mut self, text: &str, shown: Range<usize>, meant: &[Range<usize>]) {
        let mut at = shown.start;
        for word in text[shown].split_inclusive(char::is_whitespace) {
            if self.out.len() > MOST {
                return;
            }
            let from = at;
            at += word.len();
            self.word(word.trim_end(), |byte| meant.iter().position(|one| one.contains(&(from + byte))));
        }
    }

    /// Adds one word; `meant` says for each of its bytes to which place it belongs. One that is too long is broken.
    fn word(&mut self, word: &str, meant: impl Fn(usize) -> Option<usize>) {
        let long: usize = word.chars().take(4 * self.width).map(plain::columns).sum();
        if long == 0 {
            return;
        }
        let used = self.out.last().map_or(0, |row| row.columns);
        if self.fresh || used + 1 + long > self.width {
            self.begin();
        } else if let Some(row) = self.out.last_mut() {
            row.text.push(' ');
            row.columns += 1;
        }
        for (byte, character) in word.char_indices() {
            let Some(visible) = plain::visible(character) else { continue };
            let columns = plain::columns(visible);
            if self.out.last().is_some_and(|row| row.columns + columns > self.width) {
                self.begin();
                if self.out.len() > MOST {
                    return;
                }
            }
            let Some(row) = self.out.last_mut() else { return };
            if let (Some(place), true) = (meant(byte), columns > 0) {
                match row.marks.last_mut().filter(|(last, _)| *last == place) {
                    Some((_, mark)) => mark.end = row.columns + columns,
                    None => row.marks.push((place, row.columns..row.columns + columns)),
                }
            }
            row.text.push(visible);
            row.columns += columns;
        }
    }

    fn begin(&mut self) {
        let number = self.fresh.then_some(self.number);
        self.fresh = false;
        self.out.push(PassageRow { number, ..PassageRow::default() });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The rows as lines, each with its underline.
    fn drawn(text: &str, part: &str, width: usize) -> String {
        let start = text.find(part).unwrap_or_default();
        let rows = rows(&File::new("a.md", text), &[Span::new(start, start + part.len())], width, "…");
        let mut out = String::new();
        for row in rows {
            let number = row.number.map_or(String::new(), |number| number.to_string());
            out.push_str(&format!("{number:>2} {}\n", row.text));
            for (_, mark) in row.marks {
                out.push_str(&format!("   {}{}\n", " ".repeat(mark.start), "^".repeat(mark.len())));
            }
        }
        out
    }

    #[test]
    fn a_long_line_is_broken_between_words() {
        insta::assert_snapshot!(drawn("One two three four five six seven eight nine.", "four five six", 20), @r"
         1 One two three four
                         ^^^^
           five six seven eight
           ^^^^^^^^
           nine.
        ");
    }

    #[test]
    fn what_is_far_from_the_mark_is_left_out() {
        let text = format!("{}here it is{}", "word ".repeat(50), " more".repeat(50));
        insta::assert_snapshot!(drawn(&text, "here it is", 20), @r"
         1 … word word word
           here it is more more
           ^^^^^^^^^^
           more …
        ");
    }

    #[test]
    fn several_lines_and_wide_characters() {
        insta::assert_snapshot!(drawn("a\n\u{1f600} \u{4e00} one\r\n  two three\nb\n", "one\r\n  two", 30), @r"
         2 😀 一 one
                 ^^^
         3 two three
           ^^^
        ");
    }

    #[test]
    fn no_length_is_too_much() {
        let text = "x".repeat(1_000_000);
        let shown = rows(&File::new("a.md", text.as_str()), &[Span::new(0, text.len())], 40, "…");
        assert_eq!(shown.len(), MOST);
        let text = "word ".repeat(1_000_000);
        assert_eq!(rows(&File::new("a.md", text.as_str()), &[Span::new(0, text.len())], 40, "…").len(), MOST);
        assert_eq!(rows(&File::new("a.md", ""), &[Span::new(0, 0)], 40, "…").len(), 0);
    }
}
