//! Builds blocks: takes pieces of the file in order, folds them, and keeps the map, the links and the notes in step.
//!
//! Does not know any markup: the readers in `markup` tell it what to write. Its buffers are reused for each block.

use std::ops::Range;

use super::fold::{Fold, fold, is_suspicious, next_special};
use super::gaps::Gaps;
use crate::draft::markup::block::{Block, BlockKind, CELL, Cell, GAP, NoteRef, TextLink};

/// Writes one block after another.
pub struct BlockBuilder<'v> {
    block: Block,
    visit: &'v mut dyn FnMut(&Block),
    open: Option<TextLink>,
    /// The end of what was taken from the file last.
    last: usize,
    /// A cell has ended, and another has not begun.
    cell_ended: bool,
    /// A cell has begun, of which nothing has been written.
    opened: Option<Cell>,
    /// The column of the next cell.
    column: u16,
    /// The text may hold addresses or formulas.
    suspicious: bool,
    gaps: Gaps,
}

/// What is said about a block when it is done.
#[derive(Debug, Clone, Default)]
pub struct BlockProperties {
    /// Its kind.
    pub kind: BlockKind,
    /// Inside a block quotation.
    pub quoted: bool,
    /// How many lists it is in.
    pub depth: u8,
    /// In this language.
    pub language: Option<String>,
}

impl<'v> BlockBuilder<'v> {
    /// A builder that passes its blocks to `visit`.
    pub fn new(visit: &'v mut dyn FnMut(&Block)) -> Self {
        Self {
            block: Block::default(),
            visit,
            open: None,
            last: 0,
            cell_ended: false,
            opened: None,
            column: 0,
            suspicious: false,
            gaps: Gaps::default(),
        }
    }

    /// Whether nothing has been written since the last block.
    pub fn is_empty(&self) -> bool {
        self.block.text.is_empty()
    }

    /// Writes `piece`, which is in the file at byte `at`.
    pub fn verbatim(&mut self, piece: &str, at: usize) {
        if self.cell_ended && piece.trim_ascii().is_empty() {
            return;
        }
        self.begin(at);
        let bytes = piece.as_bytes();
        let before = self.block.text.as_bytes().last().copied().unwrap_or(b' ');
        let mut from = 0;
        while let Some(found) = next_special(bytes, from, before) {
            self.copy(piece, from..found, at);
            let Some(letter) = piece.get(found..).and_then(|rest| rest.chars().next()) else { break };
            from = found + letter.len_utf8();
            self.letter(letter, at + found..at + from, true);
        }
        self.copy(piece, from..bytes.len(), at);
        self.last = at + bytes.len();
    }

    /// Writes `text`, which is in the file as something else: an entity, an escape.
    pub fn decoded(&mut self, text: &str, from: Range<usize>) {
        self.begin(from.start);
        for letter in text.chars() {
            self.letter(letter, from.clone(), false);
        }
        self.last = from.end;
    }

    /// Writes the mark for something that is not read.
    pub fn gap(&mut self, from: Range<usize>) {
        self.begin(from.start);
        self.put(GAP, from.clone());
        self.last = from.end;
    }

    /// Writes a break that the author set.
    pub fn line(&mut self, from: Range<usize>) {
        if self.block.text.ends_with(' ') {
            self.shorten(self.block.text.len() - 1);
        }
        if !self.block.text.is_empty() && !self.block.text.ends_with('\n') {
            self.put('\n', from);
        }
    }

    /// Writes a break where the file has none: between the paragraphs of a cell.
    pub fn line_here(&mut self) {
        self.line(self.last..self.last);
    }

    /// Another table begins.
    pub fn table(&mut self) {
        self.block.table += 1;
    }

    /// A cell begins that goes over so many columns and rows.
    pub fn open_cell(&mut self, names: bool, columns: u16, rows: u16) {
        self.opened = Some(Cell { column: self.column, names, spans: columns > 1 || rows > 1 });
        self.column = self.column.saturating_add(columns.max(1));
    }

    /// A cell of a row has ended; what comes next is another.
    pub fn cell(&mut self) {
        self.cell_ended = !self.block.text.is_empty();
    }

    /// A link begins here; one that was open ends.
    pub fn open_link(&mut self, target: &str) {
        self.close_link();
        let at = self.block.text.len();
        self.open = Some(TextLink { range: at..at, target: target.to_owned() });
    }

    /// The open link ends here.
    pub fn close_link(&mut self) {
        if let Some(mut link) = self.open.take() {
            link.range.end = self.block.text.len();
            self.block.links.push(link);
        }
    }

    /// A mark here leads elsewhere: the word before it is a link.
    pub fn mark(&mut self, label: &str, target: &str) {
        let end = self.block.text.trim_end().len();
        let start =
            self.block.text.get(..end).and_then(|text| text.rfind([' ', '\n'])).map_or(0, |blank| blank + 1);
        self.block.links.push(TextLink { range: start..end, target: target.to_owned() });
        self.block.notes.push(NoteRef { at: end, label: label.to_owned(), is_remark: true });
    }

    /// The mark of a note.
    pub fn note(&mut self, label: &str) {
        // A note after a space still belongs to the word before it.
        let at = self.block.text.trim_end().len();
        self.block.notes.push(NoteRef { at, label: label.to_owned(), is_remark: false });
    }

    /// The block is done: shows it, if there is anything to read in it, and begins another.
    pub fn finish(&mut self, properties: impl FnOnce() -> BlockProperties) {
        self.cell_ended = false;
        self.opened = None;
        self.column = 0;
        if self.block.text.is_empty() {
            self.block.cells.clear();
            self.block.links.clear();
            self.block.notes.clear();
            if let Some(link) = &mut self.open {
                link.range = 0..0;
            }
            return;
        }
        let going_on = self.open.as_ref().map(|link| TextLink { range: 0..0, target: link.target.clone() });
        self.close_link();
        self.block.links.sort_by_key(|link| link.range.start);
        self.shorten(self.block.text.trim_end().len());
        trim_links(&mut self.block);
        if std::mem::take(&mut self.suspicious) {
            self.gaps.cut(&mut self.block);
            // The words of a link may have been the mark of a note.
            self.block.links.retain(|link| !link.range.is_empty());
        }
        let BlockProperties { kind, quoted, depth, language } = properties();
        self.block.kind = kind;
        self.block.quoted = quoted;
        self.block.depth = depth;
        self.block.language = language;
        (self.visit)(&self.block);
        self.clear();
        self.open = going_on;
    }

    fn clear(&mut self) {
        self.block.text.clear();
        self.block.map.clear();
        self.block.links.clear();
        self.block.notes.clear();
        self.block.cells.clear();
    }

    /// Something is about to be written that begins at byte `at` of the file.
    fn begin(&mut self, at: usize) {
        if self.cell_ended {
            self.cell_ended = false;
            let end = self.block.text.trim_end().len();
            self.shorten(end);
            let open_here = self.open.as_ref().is_some_and(|link| link.range.start >= end);
            self.block.map.whole(end, self.last.min(at)..at);
            self.block.text.push_str(CELL);
            if let Some(link) = self.open.as_mut().filter(|_| open_here) {
                link.range = self.block.text.len()..self.block.text.len();
            }
        }
        if let Some(cell) = self.opened.take() {
            if self.block.text.is_empty() {
                self.block.cells.clear();
            }
            self.block.cells.push(cell);
        }
    }

    /// The text is empty or ends in white space.
    fn after_space(&self) -> bool {
        matches!(self.block.text.as_bytes().last(), None | Some(b' ' | b'\n'))
    }

    /// Appends what stays as it is.
    fn copy(&mut self, piece: &str, range: Range<usize>, at: usize) {
        if let Some(same) = piece.get(range.clone()).filter(|same| !same.is_empty()) {
            // Spaces at the start of a run were left to the caller, but not the one after a dropped character.
            let same_from = if same.starts_with(' ') && self.after_space() { 1 } else { 0 };
            let Some(kept) = same.get(same_from..).filter(|kept| !kept.is_empty()) else { return };
            self.block.map.same(self.block.text.len(), at + range.start + same_from);
            self.block.text.push_str(kept);
        }
    }

    /// Appends what becomes of a character. `alone`: the bytes `from` are this very character, encoded.
    fn letter(&mut self, letter: char, from: Range<usize>, alone: bool) {
        match fold(letter) {
            Fold::Drop => {}
            Fold::Space if self.after_space() => {}
            Fold::Space => self.put(' ', from),
            Fold::As(other) => self.put(other, from),
            Fold::Keep if alone => {
                self.suspicious |= is_suspicious(letter);
                self.block.map.same(self.block.text.len(), from.start);
                self.block.text.push(letter);
            }
            Fold::Keep => {
                self.suspicious |= is_suspicious(letter);
                self.put(letter, from);
            }
        }
    }

    fn put(&mut self, letter: char, from: Range<usize>) {
        match from.len() == letter.len_utf8() {
            // As long as what it stands for: the map needs no new segment.
            true => self.block.map.same(self.block.text.len(), from.start),
            false => self.block.map.whole(self.block.text.len(), from),
        }
        self.block.text.push(letter);
    }

    fn shorten(&mut self, length: usize) {
        self.block.text.truncate(length);
        self.block.map.truncate(length);
    }
}

/// Links cover words, not the spaces around them; those that cover no words are dropped.
fn trim_links(block: &mut Block) {
    let text = &block.text;
    block.links.retain_mut(|link| {
        let range = link.range.start.min(text.len())..link.range.end.min(text.len());
        let Some(words) = text.get(range.clone()) else { return false };
        let start = range.start + (words.len() - words.trim_start().len());
        link.range = start..(start + words.trim().len());
        !link.range.is_empty()
    });
    for note in &mut block.notes {
        note.at = note.at.min(text.len());
    }
}
