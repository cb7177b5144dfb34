//! Bytes to lines and columns. Columns count Unicode characters; editors' UTF-16 is not its business.

use rayon::prelude::*;

/// A place as people name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in Unicode characters, from 1.
    pub column: usize,
    /// Byte in the file, from 0.
    pub byte: usize,
}

/// Bytes between two counts of characters: long lines need not be counted from their start for every finding.
const BLOCK: usize = 4096;

/// Bytes between two counts of line breaks: a few lines. Noting where each line begins would take the memory of a column
/// of claims, and few of them have a finding.
const STRIDE: usize = 1024;

/// How many line breaks, and how many characters, are before each block of the text.
#[derive(Debug, PartialEq, Eq)]
pub struct LineIndex {
    /// Line breaks before each stride, and at the end before all that follows.
    breaks: Vec<u32>,
    /// Characters before each block; empty for ASCII text, where bytes are characters.
    characters: Vec<usize>,
}

impl LineIndex {
    /// Reads through `text` once.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self::from_counts(text, &text.as_bytes().chunks(STRIDE).map(count).collect::<Vec<_>>())
    }

    /// The same on all cores, for large texts. Never to be called where another thread may wait for the result: the cores
    /// that should do the work may be among those that wait.
    #[must_use]
    pub fn on_all_cores(text: &str) -> Self {
        let counts = text.as_bytes().par_chunks(STRIDE).with_min_len(256).map(count);
        Self::from_counts(text, &counts.collect::<Vec<_>>())
    }

    /// From the line breaks in each stride and whether it is ASCII.
    fn from_counts(text: &str, counts: &[(u32, bool)]) -> Self {
        let bytes = text.as_bytes();
        let mut before = 0;
        let mut breaks = Vec::with_capacity(counts.len() + 1);
        breaks.push(0);
        breaks.extend(counts.iter().map(|(count, _)| {
            before += count;
            before
        }));
        let mut characters = Vec::new();
        if !counts.iter().all(|(_, ascii)| *ascii) {
            let mut before = 0;
            for block in bytes.chunks(BLOCK) {
                characters.push(before);
                before += count_characters(block);
            }
        }
        Self { breaks, characters }
    }

    /// The position of `byte` in `text`, which must be the text the index was made from.
    #[must_use]
    pub fn position(&self, text: &str, byte: usize) -> Position {
        self.with_start(text, byte).0
    }

    /// The same, with the start of its line.
    fn with_start(&self, text: &str, byte: usize) -> (Position, usize) {
        let byte = byte.min(text.len());
        let stride = byte / STRIDE;
        let before = &text.as_bytes()[stride * STRIDE..byte];
        let counted = self.breaks.get(stride).copied().unwrap_or_default();
        let breaks = counted + count_breaks(before);
        let start = match memchr::memrchr(b'\n', before) {
            Some(found) => stride * STRIDE + found + 1,
            None => self.line_start(text, counted),
        };
        (self.on_line(text, byte, start, breaks as usize + 1), start)
    }

    /// Where the line after the break number `breaks` (from 1; 0 is the start of the text) begins.
    fn line_start(&self, text: &str, breaks: u32) -> usize {
        if breaks == 0 {
            return 0;
        }
        // The stride that the break is in is the last one with fewer before it.
        let stride = self.breaks.partition_point(|before| *before < breaks).saturating_sub(1);
        let from = stride * STRIDE;
        let skipped = breaks - self.breaks.get(stride).copied().unwrap_or_default();
        let rest = text.as_bytes().get(from..).unwrap_or_default();
        let found = memchr::memchr_iter(b'\n', rest).nth((skipped as usize).saturating_sub(1));
        found.map_or(text.len(), |found| from + found + 1)
    }

    /// The positions of two bytes, which mostly lie on one line: then it is looked up once.
    #[must_use]
    pub fn positions(&self, text: &str, start: usize, end: usize) -> (Position, Position) {
        let (first, line_start) = self.with_start(text, start);
        let end = end.min(text.len());
        // What is longer is not read through: its end is looked up as its beginning was.
        let between = text.as_bytes().get(first.byte..end).filter(|between| between.len() <= STRIDE);
        let last = if between.is_some_and(|between| memchr::memchr(b'\n', between).is_none()) {
            self.on_line(text, end, line_start, first.line)
        } else {
            self.position(text, end)
        };
        (first, last)
    }

    fn on_line(&self, text: &str, byte: usize, start: usize, line: usize) -> Position {
        let near = byte - start <= BLOCK;
        let column = match near {
            true if self.characters.is_empty() => byte - start,
            true => count_characters(&text.as_bytes()[start..byte]),
            false => self.characters_before(text, byte) - self.characters_before(text, start),
        };
        // A byte order mark is not a character that anybody sees.
        let mark = usize::from(line == 1 && byte > 0 && text.starts_with('\u{feff}'));
        Position { line, column: column + 1 - mark, byte }
    }

    /// The bytes of line `line` (from 1), without its line break.
    #[must_use]
    pub fn line_range(&self, text: &str, line: usize) -> std::ops::Range<usize> {
        let all = self.breaks.last().copied().unwrap_or_default();
        let Some(breaks) = line.checked_sub(1).and_then(|before| u32::try_from(before).ok()) else {
            return text.len()..text.len();
        };
        if breaks > all {
            return text.len()..text.len();
        }
        // The end is looked up too, not searched for: a line may be as long as a file.
        let end = if breaks < all { self.line_start(text, breaks + 1) - 1 } else { text.len() };
        self.line_start(text, breaks)..end
    }

    /// How many lines there are; an empty text has one.
    #[must_use]
    pub fn len(&self) -> usize {
        self.breaks.last().map_or(1, |breaks| *breaks as usize + 1)
    }

    /// Never: even an empty text has one line.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        false
    }

    fn characters_before(&self, text: &str, byte: usize) -> usize {
        let block = byte / BLOCK;
        match self.characters.get(block.min(self.characters.len().saturating_sub(1))) {
            None => byte,
            Some(before) => {
                let from = block.min(self.characters.len() - 1) * BLOCK;
                before + count_characters(&text.as_bytes()[from..byte])
            }
        }
    }
}

/// How many lines end in a stride, and whether it is ASCII.
fn count(stride: &[u8]) -> (u32, bool) {
    (count_breaks(stride), stride.is_ascii())
}

/// How many lines end in these bytes.
fn count_breaks(bytes: &[u8]) -> u32 {
    u32::try_from(memchr::memchr_iter(b'\n', bytes).count()).unwrap_or(u32::MAX)
}

/// Characters that begin in these bytes of UTF-8.
fn count_characters(bytes: &[u8]) -> usize {
    // In pieces of which a byte holds the count, so that many bytes are looked at in one step.
    let in_piece = |piece: &[u8]| {
        piece.iter().fold(0u8, |count, byte| count + u8::from(byte & 0b1100_0000 != 0b1000_0000))
    };
    bytes.chunks(u8::MAX.into()).map(|piece| usize::from(in_piece(piece))).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn naive(text: &str, byte: usize) -> (usize, usize) {
        let before = &text[..byte];
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
        (line, column)
    }

    proptest! {
        #[test]
        fn positions_agree_with_counting(text in "[a-c\n\u{e9}\u{1f600}]{0,200}", repeat in 1usize..60) {
            let text = text.repeat(repeat);
            let index = LineIndex::new(&text);
            prop_assert_eq!(&LineIndex::on_all_cores(&text), &index);
            for (byte, _) in text.char_indices().step_by(97) {
                let position = index.position(&text, byte);
                prop_assert_eq!((position.line, position.column), naive(&text, byte));
                let later = text.floor_char_boundary(byte + 50);
                let both = (position, index.position(&text, later));
                prop_assert_eq!(index.positions(&text, byte, later), both);
            }
            let lines: Vec<&str> = text.split('\n').collect();
            prop_assert_eq!(index.len(), lines.len());
            for (at, line) in lines.iter().enumerate() {
                prop_assert_eq!(&text[index.line_range(&text, at + 1)], *line);
            }
        }
    }

    #[test]
    fn a_line_range_leaves_the_break_out() {
        let text = "one\ntwo\n";
        let index = LineIndex::new(text);
        assert_eq!(&text[index.line_range(text, 2)], "two");
        assert_eq!(&text[index.line_range(text, 3)], "");
    }
}
