//! Bytes to lines and columns. Columns count Unicode characters; editors' UTF-16 is not its business.

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

/// Where lines begin, and how many characters stand before each block of the text.
#[derive(Debug)]
pub struct LineIndex {
    starts: Vec<usize>,
    /// Characters before each block; empty for ASCII text, where bytes are characters.
    characters: Vec<usize>,
}

impl LineIndex {
    /// Reads through `text` once.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let starts = std::iter::once(0).chain(memchr::memchr_iter(b'\n', bytes).map(|at| at + 1)).collect();
        let mut characters = Vec::new();
        if !text.is_ascii() {
            let mut before = 0;
            for block in bytes.chunks(BLOCK) {
                characters.push(before);
                before += count_characters(block);
            }
        }
        Self { starts, characters }
    }

    /// The position of `byte` in `text`, which must be the text the index was made from.
    #[must_use]
    pub fn position(&self, text: &str, byte: usize) -> Position {
        let byte = byte.min(text.len());
        self.on_line(text, byte, self.starts.partition_point(|start| *start <= byte))
    }

    /// The positions of two bytes, which mostly lie on one line: then it is looked up once.
    #[must_use]
    pub fn positions(&self, text: &str, start: usize, end: usize) -> (Position, Position) {
        let first = self.position(text, start);
        let next = self.starts.get(first.line).copied().unwrap_or(usize::MAX);
        let end = end.min(text.len());
        let last = if end >= first.byte && end < next {
            self.on_line(text, end, first.line)
        } else {
            self.position(text, end)
        };
        (first, last)
    }

    fn on_line(&self, text: &str, byte: usize, line: usize) -> Position {
        let start = self.starts[line - 1];
        let near = byte - start <= BLOCK;
        let column = match near {
            true if self.characters.is_empty() => byte - start,
            true => count_characters(&text.as_bytes()[start..byte]),
            false => self.characters_before(text, byte) - self.characters_before(text, start),
        };
        // A byte order mark is no character that anybody sees.
        let mark = usize::from(line == 1 && byte > 0 && text.starts_with('\u{feff}'));
        Position { line, column: column + 1 - mark, byte }
    }

    /// The bytes of line `line` (from 1), without its line break.
    #[must_use]
    pub fn line_range(&self, text: &str, line: usize) -> std::ops::Range<usize> {
        let start = line.checked_sub(1).and_then(|at| self.starts.get(at)).copied().unwrap_or(text.len());
        let end = self.starts.get(line).map_or(text.len(), |next| next - 1);
        start..end.max(start)
    }

    /// How many lines there are; an empty text has one.
    #[must_use]
    pub fn len(&self) -> usize {
        self.starts.len()
    }

    /// Never: even an empty text has one line.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.starts.is_empty()
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

/// Characters that begin in these bytes of UTF-8.
fn count_characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0b1100_0000 != 0b1000_0000).count()
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
            for (byte, _) in text.char_indices().step_by(97) {
                let position = index.position(&text, byte);
                prop_assert_eq!((position.line, position.column), naive(&text, byte));
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
