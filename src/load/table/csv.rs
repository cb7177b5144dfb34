//! CSV: a header that names the columns, and one claim a record. How text is divided into cells is `cells`' business.

use std::ops::Range;

use super::cells::{CsvCell, QuoteError, pieces, split};
use super::json::RowError;
use super::reader::{ChunkReader, FieldOwner};
use super::row::{TableColumn, TableRow, has_control};
use super::{after_mark, lines_cut};
use crate::amounts::AmountLexicon;
use crate::load::locate::FieldParts;
use crate::model::{Code, Field, FileFact, Finding, Severity, Site};
use crate::text::{FileId, Place, Span};

/// What may be between cells.
const DELIMITERS: [u8; 3] = [b',', b';', b'\t'];

/// What may be between sources in one cell.
const SEPARATORS: [char; 2] = [';', '|'];

/// The shortest usual record, to guess how many there are.
pub const SHORT_RECORD: usize = 40;

/// A text with its header.
pub struct Table<'a> {
    text: &'a str,
    delimiter: u8,
    /// The cells of the header.
    header: Vec<CsvCell>,
    /// What each column is; `None` for those that claims do not have.
    columns: Vec<Option<TableColumn>>,
    /// The columns of statements in a language, and its code.
    languages: Vec<(usize, String)>,
    /// What is wrong with the header.
    faults: Vec<(FileFact, Span)>,
    /// Whether its quotes are broken.
    is_broken: bool,
    /// Whether the records can still be read.
    readable: bool,
    /// Where the records begin.
    body: usize,
}

impl<'a> Table<'a> {
    /// Reads the header; `None` if there is nothing but blank lines.
    #[must_use]
    pub fn new(text: &'a str) -> Option<Self> {
        let mut start = after_mark(text);
        let blank = text.get(start..)?;
        start += blank.len() - blank.trim_start_matches([' ', '\r', '\n']).len();
        if text[start..].trim().is_empty() {
            return None;
        }
        let tables = DELIMITERS.map(|delimiter| Self::with_delimiter(text, start, delimiter));
        let known = |table: &Self| (table.columns.iter().flatten().count(), table.columns.len());
        // The first of the best.
        tables.into_iter().rev().max_by_key(known)
    }

    fn with_delimiter(text: &'a str, start: usize, delimiter: u8) -> Self {
        let mut header = Vec::new();
        let (record, fault) = split(text, start, delimiter, &mut header);
        let mut faults: Vec<_> = fault.iter().map(|fault| (FileFact::from(*fault), fault.span)).collect();
        let mut columns: Vec<Option<TableColumn>> = Vec::new();
        // Of thousands of cells only a few name a column.
        let mut known: Vec<TableColumn> = Vec::new();
        let mut languages: Vec<(usize, String)> = Vec::new();
        for (at, cell) in header.iter().enumerate() {
            let name = cell.text(text).trim().to_lowercase();
            let column = TableColumn::named(&name);
            languages.extend(TableColumn::language(&name).map(|code| (at, code.to_owned())));
            let twice = column.filter(|column| known.contains(column));
            known.extend(column.filter(|_| twice.is_none()));
            if let Some(column) = twice {
                faults.push((FileFact::ColumnTwice { column: column.name() }, cell.span));
            }
            columns.push(column.filter(|_| twice.is_none()));
        }
        let has_id = columns.contains(&Some(TableColumn::Id));
        if fault.is_none() && !has_id {
            faults.push((FileFact::NoIdColumn {}, Span::new(start, record.end)));
        }
        let readable = fault.is_none() && has_id;
        let is_broken = fault.is_some();
        Self { text, delimiter, header, columns, languages, faults, is_broken, readable, body: record.next }
    }

    /// Whether the header is good enough for reading the records.
    #[must_use]
    pub fn can_be_read(&self) -> bool {
        self.readable
    }

    /// What is wrong with the header.
    #[must_use]
    pub fn header_findings(&self, file: FileId, words: &AmountLexicon) -> Vec<Finding> {
        let mut reader = ChunkReader::new(file, words);
        for (fact, span) in &self.faults {
            reader.malformed(fact.clone(), reader.site(*span), fact.key());
        }
        for (cell, column) in self.header.iter().zip(&self.columns) {
            let name = cell.text(self.text);
            let lower = name.trim().to_lowercase();
            let is_named = TableColumn::named(&lower).is_some() || TableColumn::language(&lower).is_some();
            let is_unknown = column.is_none() && !is_named;
            // Without ids the first line may not be a header at all; then only what may be a column is reported.
            if is_unknown && (self.readable || !self.is_broken && TableColumn::meant(name.trim()).is_some()) {
                reader.unknown(FieldOwner::Header, name.trim(), reader.site(cell.span), None);
            }
        }
        std::mem::take(&mut reader.chunk().findings)
    }

    /// There is nothing below the header: a table that nobody has filled yet, or one that is not read as it was meant.
    #[must_use]
    pub fn without_rows(&self, file: FileId) -> Finding {
        let start = self.header.first().map_or(0, |cell| cell.span.start as usize);
        let end = self.header.last().map_or(start, |cell| cell.span.end as usize);
        let place = Place { file, span: Span::new(start, end) };
        let finding = Finding::new(Code::MalformedRecord, FileFact::NoRows {}, Site::exact(place));
        Finding { severity: Severity::Warning, ..finding }
    }

    /// Divides the records into parts of about `length` bytes.
    #[must_use]
    pub fn cut(&self, length: usize) -> Vec<Range<usize>> {
        if memchr::memchr(b'"', &self.text.as_bytes()[self.body..]).is_none() {
            return lines_cut(self.text, self.body, length);
        }
        let mut parts = Vec::new();
        let mut cells = Vec::new();
        let (mut start, mut at) = (self.body, self.body);
        while at < self.text.len() {
            at = split(self.text, at, self.delimiter, &mut cells).0.next;
            if at - start >= length || at >= self.text.len() {
                parts.push(start..at);
                start = at;
            }
        }
        parts
    }

    /// Reads the records in `range`, which begins and ends between records.
    pub fn read(&self, reader: &mut ChunkReader<'_>, range: Range<usize>) {
        let mut row = TableRow::default();
        let mut cells = Vec::new();
        let mut start = range.start;
        while start < range.end {
            let (record, fault) = split(self.text, start, self.delimiter, &mut cells);
            let span = Span::new(start, record.end);
            row.clear();
            row.span = span;
            row.is_plain = !has_control(&self.text[span.range()]);
            start = record.next;
            let texts = cells.iter().map(|cell| &self.text[cell.inner().range()]);
            let simple = fault.is_none()
                && cells.len() == self.columns.len()
                && !cells.iter().any(|cell| cell.is_doubled());
            if simple && self.fill(texts, &mut row).is_none() {
                let is_blank = |cell: &CsvCell| self.text[cell.inner().range()].trim().is_empty();
                if row.get(TableColumn::Id).is_some() || !cells.iter().all(is_blank) {
                    reader.take(&mut row, self.text);
                }
                continue;
            }
            let whole = &self.text[span.range()];
            match self.owned(&cells, fault, span) {
                Ok(texts) if texts.iter().all(|text| text.trim().is_empty()) => {}
                Ok(texts) => {
                    let mut row = TableRow::at(span);
                    self.fill(texts.iter().map(String::as_str), &mut row);
                    reader.take(&mut row, self.text);
                }
                Err(RowError { fact, span }) => reader.malformed(*fact, reader.site(span), whole),
            }
        }
    }

    /// The texts of a record that has doubled quotes or anything wrong.
    fn owned(
        &self,
        cells: &[CsvCell],
        fault: Option<QuoteError>,
        whole: Span,
    ) -> Result<Vec<String>, RowError> {
        let error = |fact, span| Err(RowError { fact: Box::new(fact), span });
        if let Some(fault) = fault {
            return error(fault.into(), fault.span);
        }
        let texts: Vec<String> = cells.iter().map(|cell| cell.text(self.text).into_owned()).collect();
        // Spreadsheets write empty rows as nothing but delimiters, not always as many as in other rows.
        if texts.len() != self.columns.len() && texts.iter().any(|text| !text.trim().is_empty()) {
            let (count, columns) = (texts.len(), self.columns.len());
            let delimiter = char::from(self.delimiter).to_string();
            return error(FileFact::CellCount { count, columns, delimiter }, whole);
        }
        match self.fill(texts.iter().map(String::as_str), &mut TableRow::default()) {
            Some(index) => {
                let fact = FileFact::MemberType { field: "not", expected: "flag", number: None };
                error(fact, cells[index].span)
            }
            None => Ok(texts),
        }
    }

    /// Fills `row`; gives the index of a cell that cannot be read.
    fn fill<'r>(&self, texts: impl Iterator<Item = &'r str>, row: &mut TableRow<'r>) -> Option<usize> {
        let mut wrong = None;
        for (index, (text, column)) in texts.zip(&self.columns).enumerate() {
            match column {
                None => {
                    let at = self.languages.binary_search_by_key(&index, |(column, _)| *column);
                    if let Some((_, code)) = at.ok().and_then(|at| self.languages.get(at)) {
                        row.translate(code, text);
                    }
                }
                Some(TableColumn::Sources) => text.split(SEPARATORS).for_each(|source| row.cite(source)),
                Some(TableColumn::Not) => match yes_or_no(text) {
                    Some(denies) => row.denies = denies,
                    None => wrong = Some(index),
                },
                Some(column) => row.set(*column, text),
            }
        }
        wrong
    }
}

/// Yes or no as spreadsheets and people write them; empty means no.
fn yes_or_no(text: &str) -> Option<bool> {
    match text.trim().to_lowercase().as_str() {
        "true" | "yes" | "1" | "ya" => Some(true),
        "" | "false" | "no" | "0" | "tidak" => Some(false),
        _ => None,
    }
}

/// What the header of a table says of its rows.
#[derive(Debug)]
pub struct TableHeader {
    delimiter: u8,
    /// The columns; `None`: unknown ones.
    columns: Vec<Option<TableColumn>>,
}

impl TableHeader {
    /// The header with which a text begins.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        Table::new(text).map(|Table { delimiter, columns, .. }| Self { delimiter, columns })
    }

    /// What is between the cells of a record.
    #[must_use]
    pub fn delimiter(&self) -> char {
        char::from(self.delimiter)
    }
}

/// The bytes of a cell of `record`, quotes included, and the sources in it if one is asked for.
#[must_use]
pub fn parts(header: &TableHeader, record: &str, field: Field) -> Option<FieldParts> {
    let column = TableColumn::named(field.name())?;
    let index = header.columns.iter().position(|known| *known == Some(column))?;
    let mut cells = Vec::new();
    split(record, 0, header.delimiter, &mut cells);
    let cell = *cells.get(index)?;
    let elements = matches!(field, Field::Element(..)).then(|| {
        let inner = cell.inner();
        let pieces = pieces(&record[inner.range()], &SEPARATORS);
        pieces.map(|span| span.shifted(inner.start as usize)).collect()
    });
    Some(FieldParts { value: cell.span, elements })
}
