//! The tables and definition lists of a draft: which sentences a cell may make with its header, what its row is about, and the
//! dates of the row. Whether they are read is the sentence reader's business.

use std::ops::Range;

use crate::draft::markup::{Block, BlockKind, ComposedPiece};
use crate::draft::segmentation::LONGEST;
use crate::model::{ColumnSort, FormPiece, TableForm, TablePlace, TableWords};

/// So many bytes of the end of a paragraph are kept: what it says of a table behind it.
const LEAD: usize = 200;

/// What stands over and before the rows that are being read.
#[derive(Debug, Default)]
pub struct TableContext {
    table: u32,
    /// Counts tables and definition lists: what competes stands in one of them.
    pub group: u32,
    /// The headers by column.
    header: Vec<(u16, String)>,
    /// What stands over the table as its caption.
    caption: Option<String>,
    /// A caption whose table has not begun.
    next_caption: Option<String>,
    /// The nearest heading above.
    heading: String,
    /// The end of the paragraph above.
    lead: String,
    /// The term that is being defined; empty where several are.
    term: Option<String>,
    /// It has a definition.
    is_defined: bool,
    /// Its rows cannot be told apart from groups of rows.
    is_irregular: bool,
    has_rows: bool,
    /// What stands around was found to date, deny or hedge all rows, or not to.
    pub is_coloured: Option<bool>,
}

/// A sentence that a cell may make.
#[derive(Debug)]
pub struct ComposedSentence {
    /// The sentence, as a block.
    pub block: Block,
    /// Where in it stands what the row is about.
    pub key: Range<usize>,
}

/// What a cell may say.
#[derive(Debug, Default)]
pub struct CellStatements {
    /// The bytes of the cell in its block.
    pub place: Range<usize>,
    /// By what it may be about and by its label, the forms of the same statement.
    pub tries: Vec<Vec<ComposedSentence>>,
}

/// The cells that make a statement together.
#[derive(Debug, Clone, Copy)]
struct StatementCells<'a> {
    header: &'a ComposedPiece<'a>,
    key: &'a ComposedPiece<'a>,
    cell: &'a Range<usize>,
}

/// The dates of a row, and what they add to a sentence.
struct RowDates<'a> {
    form: Option<&'a TableForm>,
    from: Option<Range<usize>>,
    until: Option<Range<usize>>,
    during: Option<Range<usize>>,
}

/// A cell with its column and what its header says.
struct RowCell<'a> {
    range: Range<usize>,
    header: Option<&'a str>,
    sort: Option<ColumnSort>,
}

impl TableContext {
    /// Takes down what a block means for the rows and definitions behind it.
    pub fn see(&mut self, block: &Block, names_something: bool) {
        let text = block.text.as_str();
        match &block.kind {
            BlockKind::Row { header } => self.row(block, *header, names_something),
            BlockKind::Term => {
                if self.term.is_none() {
                    self.begin();
                }
                let several = self.term.is_some() && !self.is_defined;
                self.term = Some(if several { String::new() } else { text.to_owned() });
                self.is_defined = false;
            }
            BlockKind::Definition => self.is_defined = true,
            BlockKind::Caption => self.next_caption = Some(text.to_owned()),
            BlockKind::Heading(_) => {
                text.clone_into(&mut self.heading);
                self.lead.clear();
                self.next_caption = None;
            }
            _ => {
                let from = text.ceil_char_boundary(text.len().saturating_sub(LEAD));
                text.get(from..).unwrap_or_default().clone_into(&mut self.lead);
                self.next_caption = None;
            }
        }
        if !matches!(block.kind, BlockKind::Term | BlockKind::Definition) {
            self.term = None;
        }
    }

    /// A table or definition list begins.
    fn begin(&mut self) {
        self.group += 1;
        self.caption = self.next_caption.take();
        self.header.clear();
        self.is_irregular = false;
        self.has_rows = false;
        self.is_coloured = None;
    }

    fn row(&mut self, block: &Block, header: bool, names_something: bool) {
        if block.table != self.table {
            self.table = block.table;
            self.begin();
        }
        let cells = block.cell_ranges();
        self.is_irregular |= cells.is_empty();
        if let [(_, range)] = cells.as_slice()
            && !self.has_rows
            && self.header.is_empty()
        {
            self.caption = block.text.get(range.clone()).map(str::to_owned);
            return;
        }
        self.is_irregular |= cells.iter().any(|(cell, _)| cell.spans);
        if header {
            // Headers over headers are not taken apart.
            self.is_irregular |= !self.header.is_empty() && !self.has_rows;
            let text =
                |range: Range<usize>| block.text.get(range).unwrap_or_default().trim_end_matches([':', ' ']);
            self.header =
                cells.into_iter().map(|(cell, range)| (cell.column, text(range).to_owned())).collect();
            self.has_rows = false;
            return;
        }
        // What stands alone in a row is a label of those behind it.
        self.is_irregular |= cells.len() == 1 && !names_something;
        self.has_rows = true;
    }

    /// What stands around a row or definition and may date or deny it.
    pub fn surroundings(&self) -> impl Iterator<Item = &str> {
        let lead = self.lead.trim_end();
        // Of the paragraph before, its last sentence.
        let last = lead.get(..lead.len().saturating_sub(1)).unwrap_or_default();
        let last = last.rfind(['.', '!', '?']).map_or(lead, |stop| lead.get(stop + 1..).unwrap_or_default());
        self.caption
            .as_deref()
            .into_iter()
            .chain([self.heading.as_str(), last])
            .filter(|text| !text.is_empty())
    }

    /// Whether a block is a row or definition, of which what stands over it may name something.
    pub fn speaks_of(&self, block: &Block) -> bool {
        matches!(block.kind, BlockKind::Row { header: false } | BlockKind::Definition)
    }

    /// The headers of the table, as one text.
    pub fn header_words(&self) -> String {
        let words = self.header.iter().map(|(_, text)| text.as_str());
        words.chain(self.term.as_deref()).collect::<Vec<_>>().join(" ")
    }

    /// What all rows and definitions are about, as far as it stands over them.
    pub fn whole(&self) -> Option<&str> {
        self.caption.as_deref().or(Some(self.heading.as_str())).filter(|text| !text.is_empty())
    }

    /// What the cells of a row, or a definition, may say, in the order of the cells. `may_say`: whether a text may name a relation.
    pub fn statements(
        &self,
        block: &Block,
        words: &TableWords,
        may_say: &mut dyn FnMut(&str) -> bool,
    ) -> Vec<CellStatements> {
        match block.kind {
            BlockKind::Definition => self.definition(block, words, may_say).into_iter().collect(),
            BlockKind::Row { header: false } if !self.is_irregular => self.cells(block, words, may_say),
            _ => Vec::new(),
        }
    }

    fn definition(
        &self,
        block: &Block,
        words: &TableWords,
        may_say: &mut dyn FnMut(&str) -> bool,
    ) -> Option<CellStatements> {
        let term = self.term.as_deref().filter(|term| !term.is_empty())?;
        let cell = 0..block.text.len();
        let label = ComposedPiece::Other(term.trim_end_matches([':', ' ']));
        let mut tries = Vec::new();
        let none = RowDates::none();
        if may_say(term) || may_say(&block.text) {
            let parts = StatementCells { header: &label, key: &label, cell: &cell };
            tries.push(composed(block, &words.descriptions, parts, &none));
        }
        if let Some(whole) = self.whole().filter(|_| may_say(term)) {
            let parts = StatementCells { header: &label, key: &ComposedPiece::Other(whole), cell: &cell };
            tries.push(composed(block, &words.statements, parts, &none));
        }
        Some(CellStatements { place: cell, tries })
    }

    fn cells(
        &self,
        block: &Block,
        words: &TableWords,
        may_say: &mut dyn FnMut(&str) -> bool,
    ) -> Vec<CellStatements> {
        let header = |column: u16| self.header.iter().find(|(known, _)| *known == column);
        let cells = block.cell_ranges().into_iter().map(|(cell, range)| {
            let header = header(cell.column).map(|(_, text)| text.as_str()).filter(|text| !text.is_empty());
            RowCell { range, header, sort: header.and_then(|text| words.sort(text)) }
        });
        let cells: Vec<RowCell<'_>> = cells.collect();
        let Some(dates) = self.dates(block, &cells, words) else { return Vec::new() };
        let is_key = |cell: &&RowCell<'_>| cell.sort.is_none();
        let Some(first) = cells.iter().find(is_key).map(|cell| cell.range.clone()) else { return Vec::new() };
        let mut found = Vec::new();
        for cell in &cells {
            let mut tries = Vec::new();
            let about = cells.iter().filter(is_key).filter(|key| key.range != cell.range);
            let about = about.filter(|key| cell.range == first || key.range == first);
            for key in about.filter(|_| cell.sort.is_none()) {
                let own = ComposedPiece::Own(key.range.clone());
                if let Some(header) = cell.header.filter(|header| may_say(header)) {
                    let parts = StatementCells {
                        header: &ComposedPiece::Other(header),
                        key: &own,
                        cell: &cell.range,
                    };
                    tries.push(composed(block, &words.statements, parts, &dates));
                } else if let Some(header) = cell.header
                    && cell.range != first
                    && block.text.get(key.range.clone()).is_some_and(&mut *may_say)
                {
                    let parts = StatementCells {
                        header: &own,
                        key: &ComposedPiece::Other(header),
                        cell: &cell.range,
                    };
                    tries.push(composed(block, &words.statements, parts, &dates));
                }
            }
            if cell.range != first && (cell.header.is_none() || cell.sort == Some(ColumnSort::Description)) {
                self.labelled(block, words, (&first, cell, cells.len()), &dates, may_say, &mut tries);
            }
            tries.retain(|forms: &Vec<ComposedSentence>| !forms.is_empty());
            if !tries.is_empty() {
                found.push(CellStatements { place: cell.range.clone(), tries });
            }
        }
        found
    }

    /// What a cell says beside a label that its row begins with.
    fn labelled(
        &self,
        block: &Block,
        words: &TableWords,
        (label, cell, columns): (&Range<usize>, &RowCell<'_>, usize),
        dates: &RowDates<'_>,
        may_say: &mut dyn FnMut(&str) -> bool,
        tries: &mut Vec<Vec<ComposedSentence>>,
    ) {
        let describes = cell.sort == Some(ColumnSort::Description);
        if !describes && columns != 2 {
            return;
        }
        let text = |range: &Range<usize>| block.text.get(range.clone()).unwrap_or_default();
        let end = label.start + text(label).trim_end_matches([':', ' ']).len();
        let own = ComposedPiece::Own(label.start..end);
        if may_say(text(label)) || may_say(text(&cell.range)) {
            let parts = StatementCells { header: &own, key: &own, cell: &cell.range };
            tries.push(composed(block, &words.descriptions, parts, dates));
        }
        if let Some(whole) = self.whole().filter(|_| !describes && may_say(text(label))) {
            let parts = StatementCells { header: &own, key: &ComposedPiece::Other(whole), cell: &cell.range };
            tries.push(composed(block, &words.statements, parts, dates));
        }
    }

    /// The dates of a row; `None` if it should have one and has not.
    fn dates<'w>(&self, block: &Block, cells: &[RowCell<'_>], words: &'w TableWords) -> Option<RowDates<'w>> {
        let of = |sort: ColumnSort| {
            cells.iter().find(|cell| cell.sort == Some(sort)).map(|cell| cell.range.clone())
        };
        let has = |sort: ColumnSort| self.header.iter().any(|(_, text)| words.sort(text) == Some(sort));
        let [from, until, during] = [ColumnSort::From, ColumnSort::Until, ColumnSort::During].map(of);
        let lacks = |sort: ColumnSort, found: &Option<Range<usize>>| has(sort) && found.is_none();
        if lacks(ColumnSort::Until, &until) || lacks(ColumnSort::During, &during) {
            return None;
        }
        let goes_on =
            |range: &Range<usize>| block.text.get(range.clone()).is_some_and(|text| words.goes_on(text));
        let until = until.filter(|range| !goes_on(range));
        let form = match (&from, &until, &during) {
            (Some(_), Some(_), None) => Some(&words.from_until),
            (Some(_), None, None) => Some(&words.since),
            (None, Some(_), None) => Some(&words.until),
            (None, None, Some(_)) => Some(&words.during),
            (None, None, None) => None,
            _ => return None,
        };
        Some(RowDates { form, from, until, during })
    }

    /// The cells of a row that may change what another one says: their places and texts.
    pub fn others<'b>(&self, block: &'b Block, words: &TableWords) -> Vec<(Range<usize>, &'b str)> {
        if block.kind == BlockKind::Definition {
            return Vec::new();
        }
        let cells = block.cell_ranges().into_iter().filter(|(cell, _)| {
            let header = self.header.iter().find(|(column, _)| *column == cell.column);
            let sort = header.and_then(|(_, text)| words.sort(text));
            matches!(sort, None | Some(ColumnSort::Description))
        });
        cells.filter_map(|(_, range)| Some((range.clone(), block.text.get(range)?))).collect()
    }
}

impl RowDates<'_> {
    fn none() -> Self {
        Self { form: None, from: None, until: None, during: None }
    }
}

/// The forms of a statement, put together.
fn composed(
    block: &Block,
    forms: &[TableForm],
    parts: StatementCells<'_>,
    dates: &RowDates<'_>,
) -> Vec<ComposedSentence> {
    let one = |form: &TableForm| {
        let mut pieces = Vec::new();
        let mut key = 0..0;
        let mut length = 0;
        for piece in form.0.iter().chain(dates.form.iter().flat_map(|form| &form.0)) {
            let is_key = *piece == FormPiece::Place(TablePlace::Key);
            let piece = match piece {
                FormPiece::Words(words) => ComposedPiece::Other(words),
                FormPiece::Place(TablePlace::Header) => parts.header.clone(),
                FormPiece::Place(TablePlace::Key) => parts.key.clone(),
                FormPiece::Place(TablePlace::Cell) => ComposedPiece::Own(parts.cell.clone()),
                FormPiece::Place(TablePlace::From) => ComposedPiece::Own(dates.from.clone()?),
                FormPiece::Place(TablePlace::Until) => ComposedPiece::Own(dates.until.clone()?),
                FormPiece::Place(TablePlace::During) => ComposedPiece::Own(dates.during.clone()?),
            };
            let start = length + usize::from(length > 0);
            length = start + piece.len();
            if is_key {
                key = start..length;
            }
            pieces.push(piece);
        }
        // Sentences are no longer either.
        if length > LONGEST {
            return None;
        }
        Some(ComposedSentence { block: block.composed(parts.cell.clone(), &pieces), key })
    };
    forms.iter().filter_map(one).collect()
}
