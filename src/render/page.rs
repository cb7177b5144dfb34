//! The lines of an excerpt as they are printed: cut to a width around what matters, and made safe for a terminal.
//! Remembers which byte of the file went where. Not which lines there are: that is `excerpt`'s.

use std::ops::Range;

use super::plain;

/// Lines as printed.
#[derive(Debug)]
pub(super) struct PrintedPage<'a> {
    width: usize,
    ellipsis: &'a str,
    text: String,
    rows: Vec<PageRow>,
}

/// One printed line.
#[derive(Debug)]
struct PageRow {
    number: usize,
    /// The bytes of the file that are shown.
    window: Range<usize>,
    /// Where the line begins, and where its shown bytes do, in the text of the page.
    start: usize,
    shown: usize,
    end: usize,
}

impl<'a> PrintedPage<'a> {
    /// An empty page, `width` columns wide, on which `ellipsis` stands for what is left out.
    pub(super) fn new(width: usize, ellipsis: &'a str) -> Self {
        Self { width, ellipsis, text: String::new(), rows: Vec::new() }
    }

    /// Adds line `number`, the bytes `line` of the file's `text`, of which `focus` must be seen. `more` marks that what
    /// is shown is cut here.
    pub(super) fn push(
        &mut self,
        number: usize,
        text: &str,
        line: Range<usize>,
        focus: Range<usize>,
        more: bool,
    ) {
        let line = line.start..line.start + text[line].trim_end_matches('\r').len();
        let window = window(text, &line, &focus, self.width, self.ellipsis.chars().count());
        if !self.rows.is_empty() {
            self.text.push('\n');
        }
        let start = self.text.len();
        if window.start > line.start {
            self.text.push_str(self.ellipsis);
        }
        let shown = self.text.len();
        self.text.extend(text[window.clone()].chars().filter_map(plain::visible));
        if window.end < line.end {
            self.text.push_str(self.ellipsis);
        } else if more {
            self.text.push(' ');
            self.text.push_str(self.ellipsis);
        }
        let end = self.text.len();
        // A mark of no width at the end of the line needs something to be under.
        self.text.push(' ');
        self.rows.push(PageRow { number, window, start, shown, end });
    }

    /// Where on the page `byte` of the file's `text` is; the nearest place if it is not shown.
    pub(super) fn at(&self, text: &str, number: usize, byte: usize) -> usize {
        let Some(row) = self.row(number) else { return self.text.len() };
        let byte = byte.clamp(row.window.start, row.window.end);
        let before = text[row.window.start..byte].chars().filter_map(plain::visible).map(char::len_utf8);
        row.shown + before.sum::<usize>()
    }

    /// Where on the page line `number` ends.
    pub(super) fn end(&self, number: usize) -> usize {
        self.row(number).map_or(self.text.len(), |row| row.end)
    }

    /// About how many columns are on line `number` before the middle of `range`.
    pub(super) fn middle(&self, number: usize, range: &Range<usize>) -> usize {
        let width = |range| {
            self.text.get::<Range<usize>>(range).map_or(0, |text| text.chars().map(plain::columns).sum())
        };
        self.row(number).map_or(0, |row| width(row.start..range.start) + width(range.clone()) / 2)
    }

    /// The number of the first line.
    pub(super) fn first(&self) -> usize {
        self.rows.first().map_or(1, |row| row.number)
    }

    /// The text.
    pub(super) fn finish(self) -> String {
        self.text
    }

    fn row(&self, number: usize) -> Option<&PageRow> {
        self.rows.iter().find(|row| row.number == number)
    }
}

/// The part of `line` to show so that it fits into `width` columns and `focus`, or at least its start, is in it.
///
/// Looks only at about `width` characters, however long the line.
fn window(
    text: &str,
    line: &Range<usize>,
    focus: &Range<usize>,
    width: usize,
    ellipsis: usize,
) -> Range<usize> {
    let whole = fit(text[line.clone()].chars(), width);
    if whole == line.len() {
        return line.clone();
    }
    let width = width.saturating_sub(2 * ellipsis);
    let start = focus.start.clamp(line.start, line.end);
    let end = focus.end.clamp(start, line.end);
    let spare = width - columns(text[start..end].chars(), width);
    // A line is shown from its start if that leaves something to be seen after the mark. Else what is left beside the
    // mark is shared out, more of it after than before; near the end of the line, before gets the rest.
    let to_start = columns(text[line.start..start].chars().rev(), spare);
    let after = columns(text[end..line.end].chars(), spare);
    let before = if to_start <= spare - spare / 4 { to_start } else { (spare / 3).max(spare - after) };
    let first = start - fit(text[line.start..start].chars().rev(), before);
    let last = first + fit(text[first..line.end].chars(), width);
    first..last.max(start)
}

/// How many bytes of `characters` fit into `width` columns.
fn fit(characters: impl Iterator<Item = char>, width: usize) -> usize {
    let mut used = 0;
    let within = characters.take(most(width)).take_while(|character| {
        used += plain::columns(*character);
        used <= width
    });
    within.map(char::len_utf8).sum()
}

/// How many columns `characters` take, but at most `width`.
fn columns(characters: impl Iterator<Item = char>, width: usize) -> usize {
    let mut used = 0;
    for character in characters.take(most(width)) {
        used += plain::columns(character);
        if used >= width {
            return width;
        }
    }
    used
}

/// The most characters in this many columns: combining accents take none, but must end somewhere.
fn most(width: usize) -> usize {
    4 * width
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, focus: Range<usize>, width: usize) -> String {
        let mut page = PrintedPage::new(width, "…");
        page.push(1, text, 0..text.len(), focus, false);
        page.finish().trim_end().to_owned()
    }

    #[test]
    fn a_short_line_is_shown_whole() {
        assert_eq!(shown("short enough\r", 0..5, 12), "short enough");
        assert_eq!(shown("\u{feff}start", 3..8, 12), "start");
    }

    #[test]
    fn a_long_line_is_cut_around_the_mark() {
        let text = "abcdefghijklmnopqrstuvwxyz";
        assert_eq!(shown(text, 12..14, 12), "…klmnopqrst…");
        assert_eq!(shown(text, 0..2, 12), "abcdefghij…");
        assert_eq!(shown(text, 24..26, 12), "…qrstuvwxyz");
        assert_eq!(shown(text, 5..25, 12), "…fghijklmno…");
    }

    #[test]
    fn the_start_of_a_line_is_kept_while_it_can_be() {
        assert_eq!(shown("    marked and so much more", 4..10, 20), "    marked and so …");
    }

    #[test]
    fn a_heap_of_accents_is_cut() {
        let text = format!("e{}", "\u{301}".repeat(100_000));
        assert!(shown(&text, 0..text.len(), 20).len() < 200);
    }

    #[test]
    fn places_are_found_again() {
        let text = "x\u{1b}é, a line that is too long by far: here it is";
        let byte = text.find("here").expect("it is there");
        let mut page = PrintedPage::new(20, "…");
        page.push(1, text, 0..text.len(), byte..byte + 4, false);
        let at = page.at(text, 1, byte);
        assert!(page.finish()[at..].starts_with("here"));
    }

    #[test]
    fn a_huge_line_costs_no_more_than_a_short_one() {
        let text = "word ".repeat(2_000_000);
        for at in (0..text.len()).step_by(text.len() / 50_000) {
            assert!(window(&text, &(0..text.len()), &(at..at + 4), 100, 1).len() <= 100);
        }
    }
}
