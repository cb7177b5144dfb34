//! What lines of a wiki make of themselves: tables (`{| … |}`) and definition lists (`;term`, `:definition`).
//!
//! Signs within a line are dropped before (`dialect::wikitext`); all else is plain text.

use std::ops::Range;

use memchr::memmem;

use super::PlainReader;
use crate::draft::markup::block::{BlockKind, BlockProperties};

/// A cell of a row that is being read.
struct WikiCell {
    names: bool,
    columns: u16,
    rows: u16,
    /// Its lines, in the file.
    lines: Vec<Range<usize>>,
}

impl PlainReader<'_, '_> {
    /// Reads the table or definition list that begins with the line at byte `at`, and gives where the text goes on.
    pub(super) fn wiki(&mut self, at: usize) -> Option<usize> {
        let rest = self.text.get(at..)?;
        if rest.starts_with("{|") && !self.has_no_more_tables {
            let Some(end) = memmem::find(rest.as_bytes(), b"\n|}") else {
                self.has_no_more_tables = true;
                return None;
            };
            self.end_prose();
            self.wiki_table(at, at + end + 1);
            let behind = at + end + 1;
            return Some(self.line_at(behind).end + 1);
        }
        rest.starts_with(';').then(|| self.wiki_definitions(at)).flatten()
    }

    fn end_prose(&mut self) {
        self.paragraph();
        self.release(Some(usize::MAX));
        self.indents.clear();
    }

    /// The line that begins at byte `at`, without its end.
    fn line_at(&self, at: usize) -> Range<usize> {
        let rest = self.text.as_bytes().get(at..).unwrap_or_default();
        at..at + memchr::memchr(b'\n', rest).unwrap_or(rest.len())
    }

    fn wiki_table(&mut self, start: usize, end: usize) {
        self.builder.table();
        let mut cells = Vec::new();
        let mut at = self.line_at(start).end + 1;
        while at < end {
            let line = self.line_at(at);
            at = line.end + 1;
            let words = self.text.get(line.clone()).unwrap_or_default();
            let sign = words.trim_start();
            let from = line.end - sign.len();
            if sign.starts_with("|+") {
                self.wiki_block(from + 2..line.end, BlockKind::Caption);
            } else if sign.starts_with("|-") {
                self.wiki_row(&mut cells);
            } else if let Some(inner) = sign.strip_prefix(['|', '!']) {
                self.wiki_cells(inner, from + 1, sign.starts_with('!'), &mut cells);
            } else if let Some(cell) = cells.last_mut() {
                cell.lines.push(from..line.end);
            }
        }
        self.wiki_row(&mut cells);
    }

    /// The cells of a line that begins behind its first sign.
    fn wiki_cells(&self, line: &str, at: usize, names: bool, cells: &mut Vec<WikiCell>) {
        let mut from = 0;
        while from <= line.len() {
            let rest = line.get(from..).unwrap_or_default();
            let borders = rest.find("||").into_iter().chain(rest.find("!!").filter(|_| names));
            let length = borders.min().unwrap_or(rest.len());
            let cell = rest.get(..length).unwrap_or_default();
            // What stands before a single bar is about the cell.
            let bar = cell.find('|');
            let about = bar.and_then(|bar| cell.get(..bar)).unwrap_or_default();
            let inner = at + from + bar.map_or(0, |bar| bar + 1);
            let lines = std::iter::once(inner..at + from + length).collect();
            let (columns, rows) = (extent(about, "colspan"), extent(about, "rowspan"));
            cells.push(WikiCell { names, columns, rows, lines });
            from += length + "||".len();
        }
    }

    fn wiki_row(&mut self, cells: &mut Vec<WikiCell>) {
        let header = cells.iter().all(|cell| cell.names);
        for cell in cells.drain(..) {
            self.builder.open_cell(cell.names, cell.columns, cell.rows);
            for line in cell.lines {
                let words = self.text.get(line.clone()).unwrap_or_default();
                self.builder.verbatim(words, line.start);
                self.builder.line_here();
            }
            self.builder.cell();
        }
        self.builder.finish(|| BlockProperties { kind: BlockKind::Row { header }, ..Default::default() });
    }

    /// `;term`, perhaps with ` : definition` behind it, and the lines of definitions below.
    fn wiki_definitions(&mut self, at: usize) -> Option<usize> {
        let line = self.line_at(at);
        let words = self.text.get(line.start + 1..line.end)?;
        let colon = words.find(" : ").or_else(|| words.find(": "));
        let below = self.text.get(line.end + 1..).is_some_and(|below| below.starts_with(':'));
        if words.trim().is_empty() || colon.is_none() && !below {
            return None;
        }
        self.end_prose();
        let start = line.start + 1;
        let term = colon.map_or(line.end, |colon| start + colon);
        self.wiki_block(start..term, BlockKind::Term);
        if colon.is_some() {
            let definition = self.text.get(term..line.end).unwrap_or_default();
            let from = line.end - definition.trim_start_matches([' ', ':']).len();
            self.wiki_block(from..line.end, BlockKind::Definition);
        }
        let mut next = line.end + 1;
        while self.text.get(next..).is_some_and(|below| below.starts_with(':')) {
            let below = self.line_at(next);
            self.wiki_block(below.start + 1..below.end, BlockKind::Definition);
            next = below.end + 1;
        }
        Some(next)
    }

    fn wiki_block(&mut self, words: Range<usize>, kind: BlockKind) {
        self.builder.verbatim(self.text.get(words.clone()).unwrap_or_default(), words.start);
        self.builder.finish(|| BlockProperties { kind, ..Default::default() });
    }
}

/// How many columns or rows the attributes of a cell say.
fn extent(about: &str, attribute: &str) -> u16 {
    let value = about.split_once(attribute).map_or("", |(_, behind)| behind);
    let value = value.trim_start_matches([' ', '=', '"', '\'']);
    let digits = value.bytes().take_while(u8::is_ascii_digit).count();
    value.get(..digits).and_then(|digits| digits.parse().ok()).unwrap_or(1)
}
