//! A block that stands nowhere as it is: the statement that a cell of a table makes with its header.

use std::ops::Range;

use super::{Block, BlockKind, CELL, Cell, NoteRef, TextLink};

/// A piece of a composed block.
#[derive(Debug, Clone)]
pub enum ComposedPiece<'a> {
    /// These bytes of the block that it is made of.
    Own(Range<usize>),
    /// What stands elsewhere, or nowhere: a header, a word that joins.
    Other(&'a str),
}

impl ComposedPiece<'_> {
    /// Its bytes.
    #[must_use]
    pub fn len(&self) -> usize {
        match self {
            Self::Own(range) => range.len(),
            Self::Other(words) => words.len(),
        }
    }
}

impl Block {
    /// The cells that hold something, and their bytes in [`Block::text`]; none where a cell has a border as part of its text.
    #[must_use]
    pub fn cell_ranges(&self) -> Vec<(Cell, Range<usize>)> {
        let mut at = 0;
        let ranges = self.text.split(CELL).map(|text| {
            let range = at..at + text.len();
            at = range.end + CELL.len();
            range
        });
        let ranges: Vec<Range<usize>> = ranges.collect();
        if ranges.len() != self.cells.len() {
            return Vec::new();
        }
        self.cells.iter().copied().zip(ranges).collect()
    }

    /// A block of these pieces, joined by blanks. What is not from within `place` of this block is as if it stood there.
    #[must_use]
    pub fn composed(&self, place: Range<usize>, pieces: &[ComposedPiece<'_>]) -> Self {
        let whole = self.map.span(place.clone()).range();
        let mut made = Self {
            kind: BlockKind::Paragraph,
            quoted: self.quoted,
            language: self.language.clone(),
            ..Self::default()
        };
        for piece in pieces {
            if !made.text.is_empty() {
                made.map.whole(made.text.len(), whole.clone());
                made.text.push(' ');
            }
            let at = made.text.len();
            match piece {
                ComposedPiece::Other(words) => {
                    made.map.whole(at, whole.clone());
                    made.text.push_str(words);
                }
                ComposedPiece::Own(range) => {
                    if place.start <= range.start && range.end <= place.end {
                        made.map.extend(at, &self.map, range.clone());
                    } else {
                        made.map.whole(at, whole.clone());
                    }
                    made.text.push_str(self.text.get(range.clone()).unwrap_or_default());
                    self.marks_within(range, at, &mut made);
                }
            }
        }
        made.links.sort_by_key(|link| link.range.start);
        made.notes.sort_by_key(|note| note.at);
        made
    }

    /// Takes the links and notes within a range over to a block that has it from byte `at` on.
    fn marks_within(&self, range: &Range<usize>, at: usize, made: &mut Self) {
        let inside = |link: &&TextLink| range.start <= link.range.start && link.range.end <= range.end;
        made.links.extend(self.links.iter().filter(inside).map(|link| TextLink {
            range: link.range.start - range.start + at..link.range.end - range.start + at,
            target: link.target.clone(),
        }));
        let inside = |note: &&NoteRef| range.start < note.at && note.at <= range.end;
        let moved = |note: &NoteRef| NoteRef { at: note.at - range.start + at, ..note.clone() };
        made.notes.extend(self.notes.iter().filter(inside).map(moved));
    }
}
