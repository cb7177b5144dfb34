//! Which lines of which files a finding shows, cut to what can be read. Drawing them is `source`'s and `full`'s.
//!
//! Places in one file that are near to each other share an excerpt. Long lines are cut to a window around what is
//! marked and tall marks to their first lines, so that an excerpt costs the same in any file.

use std::ops::Range;

use super::page::PrintedPage;
use super::plain;
use crate::text::{File, FileId, Files, Place, Position};

/// Lines shown before and after the marked ones.
const CONTEXT: usize = 1;
/// Unmarked lines there may be between two marks of one excerpt.
const GAP: usize = 3;
/// Lines from the first to the last mark of one excerpt.
const LINES: usize = 12;
/// A mark over more lines than this is cut …
const TALL: usize = 10;
/// … to this many.
const SHOWN: usize = 4;
/// Words beside a mark get at least this many columns, or they would be a narrow column.
const LABEL: usize = 32;

/// A place and the words that belong beside it.
#[derive(Debug)]
pub(super) struct Mark<'a> {
    /// Where.
    pub place: Place,
    /// What to say there.
    pub text: &'a str,
    /// Whether it is the one to look at first.
    pub primary: bool,
}

/// Consecutive lines of a file with marks in them.
#[derive(Debug)]
pub(super) struct Excerpt {
    /// The path of the file.
    pub path: String,
    /// The lines as they are to be printed.
    pub text: String,
    /// The number of the first of them, from 1.
    pub first_line: usize,
    /// The marks.
    pub labels: Vec<Label>,
}

/// A mark within the text of an excerpt.
#[derive(Debug)]
pub(super) struct Label {
    /// Which bytes of the excerpt's text.
    pub range: Range<usize>,
    /// What to say there; may have several lines.
    pub text: String,
    /// Whether it is the one to look at first.
    pub primary: bool,
    /// Where it begins in the file.
    pub position: Position,
}

/// The excerpts that show `marks`, in the order of the first mark of each, for a terminal of `width` columns.
pub(super) fn excerpts(marks: &[Mark], files: &Files, width: usize, ellipsis: &str) -> Vec<Excerpt> {
    let mut groups: Vec<ExcerptGroup> = Vec::new();
    for mark in marks {
        let spot = Spot::new(mark, files.get(mark.place.file));
        match groups.iter_mut().find(|group| group.file == mark.place.file && group.takes(&spot, width)) {
            Some(group) => group.add(spot),
            None => groups.push(ExcerptGroup { file: mark.place.file, spots: vec![spot] }),
        }
    }
    groups.into_iter().map(|group| group.excerpt(files, width, ellipsis)).collect()
}

/// A mark with its lines looked up.
struct Spot {
    range: Range<usize>,
    /// The first and the last line that are shown of it.
    lines: (usize, usize),
    /// Whether it goes on after these.
    cut: bool,
    text: String,
    primary: bool,
    position: Position,
}

impl Spot {
    fn new(mark: &Mark, file: &File) -> Self {
        let (text, lines) = (file.text(), file.lines());
        let bytes = mark.place.span.range();
        let start = text.floor_char_boundary(bytes.start);
        let end = text.ceil_char_boundary(bytes.end.min(text.len())).max(start);
        let end = start + text[start..end].trim_end().len();
        let position = lines.position(text, start);
        let last = lines.position(text, end).line;
        let cut = last - position.line >= TALL;
        Self {
            range: start..end,
            lines: (position.line, if cut { position.line + SHOWN - 1 } else { last }),
            cut,
            text: plain::one_line(mark.text).into_owned(),
            primary: mark.primary,
            position,
        }
    }

    fn is_single(&self) -> bool {
        self.lines.0 == self.lines.1
    }

    /// Whether both can be marked on the same lines and still be distinguished.
    fn goes_with(&self, other: &Self, width: usize) -> bool {
        let reach = self.range.start.min(other.range.start)..self.range.end.max(other.range.end);
        let apart = self.range.end < other.range.start || other.range.end < self.range.start;
        match (self.is_single(), other.is_single()) {
            _ if self.range == other.range => true,
            (true, true) => self.lines.0 != other.lines.0 || (apart && reach.len() <= width / 2),
            // Brackets of two tall marks would run into each other.
            (false, false) => false,
            // A short mark within a tall one: both are seen as long as no line has to be cut.
            _ => reach.len() <= width * LINES,
        }
    }
}

/// Marks that share an excerpt.
struct ExcerptGroup {
    file: FileId,
    spots: Vec<Spot>,
}

impl ExcerptGroup {
    fn lines(&self) -> (usize, usize) {
        let first = self.spots.iter().map(|spot| spot.lines.0).min().unwrap_or(1);
        let last = self.spots.iter().map(|spot| spot.lines.1).max().unwrap_or(1);
        (first, last)
    }

    fn takes(&self, spot: &Spot, width: usize) -> bool {
        let (first, last) = self.lines();
        last.max(spot.lines.1) - first.min(spot.lines.0) < LINES
            && spot.lines.0 <= last + GAP + 1
            && first <= spot.lines.1 + GAP + 1
            && self.spots.iter().all(|other| other.goes_with(spot, width))
    }

    /// Adds a mark; of two at the very same place one stays, with the words of both.
    fn add(&mut self, spot: Spot) {
        match self.spots.iter_mut().find(|other| other.range == spot.range) {
            None => self.spots.push(spot),
            Some(other) if other.text.is_empty() => other.text = spot.text,
            Some(other) if spot.text.is_empty() || other.text == spot.text => {}
            Some(other) => other.text = format!("{}; {}", other.text, spot.text),
        }
    }

    fn excerpt(self, files: &Files, width: usize, ellipsis: &str) -> Excerpt {
        let file = files.get(self.file);
        let (first, last) = self.lines();
        let (text, index) = (file.text(), file.lines());
        // What the line numbers, the frame and the brackets of tall marks take.
        let brackets = if self.spots.iter().all(Spot::is_single) { 0 } else { 4 };
        let width = width.saturating_sub((last + CONTEXT).to_string().len() + 4 + brackets).max(LABEL);
        let mut page = PrintedPage::new(width, ellipsis);
        for number in first.saturating_sub(CONTEXT).max(1)..=(last + CONTEXT).min(index.len()) {
            let line = index.line_range(text, number);
            let blank = || text[line.clone()].chars().take(width).all(char::is_whitespace);
            // Nor is what follows a mark that was cut off shown: it would look as if the mark ended before it.
            let follows_cut = number > last && self.spots.iter().any(|spot| spot.cut && spot.lines.1 == last);
            if follows_cut || ((number < first || number > last) && blank()) {
                continue;
            }
            let here = || self.spots.iter().filter(|spot| spot.lines.0 <= number && number <= spot.lines.1);
            let from = here().map(|spot| spot.range.start.max(line.start)).min().unwrap_or(line.start);
            let to = here().map(|spot| spot.range.end.min(line.end)).max().unwrap_or(line.start);
            let ends = here().any(|spot| !spot.is_single() && spot.lines.1 == number);
            // A line within a tall mark is read from its start; of its last line, the end must be seen.
            let focus = match (from == line.start, to == line.end) {
                (true, true) => from..from,
                (true, false) if ends => to..to,
                _ => from..to.max(from),
            };
            page.push(
                number,
                text,
                line.clone(),
                focus,
                here().any(|spot| spot.cut && spot.lines.1 == number),
            );
        }
        let labels = self.spots.into_iter().map(|spot| {
            let start = page.at(text, spot.lines.0, spot.range.start);
            let end =
                if spot.cut { page.end(spot.lines.1) } else { page.at(text, spot.lines.1, spot.range.end) };
            let range = start..end.max(start);
            let beside = if spot.lines.0 == spot.lines.1 { page.middle(spot.lines.0, &range) + 4 } else { 0 };
            let text = plain::wrapped(&spot.text, width.saturating_sub(beside).max(LABEL));
            Label { range, text, primary: spot.primary, position: spot.position }
        });
        let labels = labels.collect();
        Excerpt {
            path: plain::one_line(file.path()).into_owned(),
            first_line: page.first(),
            text: page.finish(),
            labels,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "zero one\ntwo\nthree (\n  four,\n)\n5\n6\n7\n8\n9\n10\nfar";

    fn shown(parts: &[&str]) -> Vec<(usize, Vec<String>)> {
        let mut files = Files::default();
        let file = files.add(File::new("a", TEXT));
        let marks = parts.iter().map(|part| {
            let start = TEXT.find(part).unwrap_or_default();
            Mark { place: Place::new(file, start, start + part.len()), text: part, primary: false }
        });
        let excerpts = excerpts(&marks.collect::<Vec<_>>(), &files, 80, "…");
        let labels =
            |it: Excerpt| it.labels.into_iter().map(|label| it.text[label.range].to_owned()).collect();
        excerpts.into_iter().map(|excerpt| (excerpt.first_line, labels(excerpt))).collect()
    }

    fn words(words: &[&str]) -> Vec<String> {
        words.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn near_places_share_an_excerpt_and_far_ones_do_not() {
        assert_eq!(shown(&["two", "four"]), [(1, words(&["two", "four"]))]);
        assert_eq!(shown(&["two", "far", "one"]), [(1, words(&["two", "one"])), (11, words(&["far"]))]);
    }

    #[test]
    fn places_that_overlap_are_shown_apart_unless_one_is_tall() {
        assert_eq!(shown(&["zero one", "one"]).len(), 2);
        assert_eq!(shown(&["(\n  four,\n)", "four"]), [(2, words(&["( \n  four, \n)", "four"]))]);
        assert_eq!(shown(&["(\n  four,\n)", "four,\n)"]).len(), 2);
    }

    #[test]
    fn the_same_place_is_shown_once() {
        assert_eq!(shown(&["two", "two", "four"]), [(1, words(&["two", "four"]))]);
    }
}
