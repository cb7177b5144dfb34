//! Rows of tables to claims, and what is wrong with them to findings. Dates are read in `dates`; names get their ids later.

use super::chunk::Chunk;
use super::dates::Dates;
use super::row::{CitedSource, TableColumn, TableRow};
use crate::amounts::AmountLexicon;
use crate::load::{suggest, value};
use crate::model::{CitationDetail, ClaimDetail, Code, FileFact, Finding, Severity, Site, Stance, Value};
use crate::text::{FileId, Place, Span};

/// The fields of a citation that is an object.
pub const CITATION_FIELDS: [&str; 5] = ["source", "quote", "locator", "attests", "stance"];

/// What a name belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldOwner {
    /// A record of JSON Lines.
    Record,
    /// A header of CSV.
    Header,
    /// A citation within a record.
    Citation,
}

/// Takes rows into a chunk.
pub struct ChunkReader<'w> {
    file: FileId,
    words: &'w AmountLexicon,
    chunk: Chunk,
}

impl<'w> ChunkReader<'w> {
    /// For a chunk of `file`, whose amounts are written in these words.
    pub fn new(file: FileId, words: &'w AmountLexicon) -> Self {
        Self { file, words, chunk: Chunk::default() }
    }

    /// Exactly these bytes of the file.
    pub fn site(&self, span: Span) -> Site {
        Site::exact(Place { file: self.file, span })
    }

    /// What was read so far.
    pub fn chunk(&mut self) -> &mut Chunk {
        &mut self.chunk
    }

    /// Reports that something cannot be read.
    pub fn malformed(&mut self, fact: FileFact, site: Site, key: &str) {
        self.chunk.findings.push(Finding::new(Code::MalformedRecord, fact, site).key(shortened(key)));
    }

    /// Reports a name that its owner does not have.
    pub fn unknown(&mut self, owner: FieldOwner, name: &str, site: Site, id: Option<&str>) {
        /// Fields that claims have in RON but not in tables.
        const ELSEWHERE: [&str; 6] = ["preferred", "supersedes", "corrects", "repeats", "allow", "reads"];
        let (owner_word, names) = match owner {
            FieldOwner::Record => ("record", &TableColumn::NAMES[..]),
            FieldOwner::Header => ("header", &TableColumn::NAMES[..]),
            FieldOwner::Citation => ("citation", &CITATION_FIELDS[..]),
        };
        let fact = FileFact::UnknownColumn {
            owner: owner_word,
            name: (!name.is_empty()).then(|| name.to_owned()),
            elsewhere: usize::from(ELSEWHERE.contains(&name)),
            near: match owner {
                FieldOwner::Citation => suggest::near(name, names.iter().copied()),
                _ => TableColumn::meant(name).map(str::to_owned),
            },
            known: suggest::owned(names.iter().copied()),
        };
        let mut finding = Finding::new(Code::UnknownField, fact, site);
        finding.key = shortened(name);
        finding.claims.extend(id.map(str::to_owned));
        if owner == FieldOwner::Header {
            // Spreadsheets have columns for other purposes.
            finding.severity = Severity::Warning;
        }
        self.chunk.findings.push(finding);
    }

    /// Takes a row of `text` as a claim, or says why it is not one.
    #[inline]
    pub fn take(&mut self, row: &mut TableRow<'_>, text: &str) {
        match row.fault() {
            None => self.claim(row),
            Some((column, fact)) => self.refuse(row, column, fact, text),
        }
    }

    fn refuse(&mut self, row: &TableRow<'_>, column: TableColumn, fact: FileFact, text: &str) {
        let exact = self.site(row.span);
        let id = row.get(TableColumn::Id);
        let site = id.map_or(exact, |_| Site::field(exact.place, column.name()));
        let whole = text.get(row.span.range()).unwrap_or_default();
        self.malformed(fact, site, whole);
        if let (Some(id), Some(finding)) = (id, self.chunk.findings.last_mut()) {
            finding.claims.push(id.to_owned());
        }
    }

    fn claim(&mut self, row: &mut TableRow<'_>) {
        let translations = row.take_translations();
        let row = &*row;
        let place = Place { file: self.file, span: row.span };
        let id = row.get(TableColumn::Id).unwrap_or_default();
        let mut dates = Dates::default();
        let period = dates.period(row);
        let announced =
            row.get(TableColumn::Announced).and_then(|text| dates.one(TableColumn::Announced, text));
        let value = row.get(TableColumn::Value).and_then(|written| self.value(row, written, place));
        self.chunk.push(row, value, period, place);
        for (index, cited) in row.cited.iter().enumerate() {
            let source = self.chunk.source(cited.source);
            self.chunk.claims.cite(source, detail(cited, index, &mut dates));
        }
        if announced.is_some() || row.get(TableColumn::Note).is_some() || !translations.is_empty() {
            let note = row.get(TableColumn::Note).map(str::to_owned);
            self.chunk.claims.detail(ClaimDetail { announced, note, translations, ..ClaimDetail::default() });
        }
        self.chunk.findings.extend(dates.finding(id, place));
    }

    fn value(&mut self, row: &TableRow<'_>, written: &str, place: Place) -> Option<Value> {
        let read = if row.is_number {
            value::read_number(written)
        } else {
            value::read_value(written, None, self.words)
        };
        let reason = match read {
            Ok(value) => return Some(value),
            Err(reason) => reason,
        };
        let id = row.get(TableColumn::Id).unwrap_or_default();
        let site = Site::field(place, TableColumn::Value.name());
        let fact = FileFact::ValueInvalid { claim: id.to_owned(), reason };
        let finding = Finding::new(Code::MalformedValue, fact, site);
        self.chunk.findings.push(finding.about(id).key(TableColumn::Value.name()));
        None
    }
}

fn detail(cited: &CitedSource<'_>, index: usize, dates: &mut Dates) -> Option<CitationDetail> {
    if cited.quote.is_none() && cited.locator.is_none() && cited.attests.is_none() && !cited.disputes {
        return None;
    }
    Some(CitationDetail {
        quote: cited.quote.map(str::to_owned),
        locator: cited.locator.map(str::to_owned),
        attests: cited.attests.and_then(|text| dates.attested(index, text)),
        stance: if cited.disputes { Stance::Disputes } else { Stance::Supports },
    })
}

/// The first words of a text, to tell findings of one file apart.
pub fn shortened(text: &str) -> String {
    /// Enough to distinguish records.
    const CHARACTERS: usize = 80;
    text.chars().take(CHARACTERS).collect()
}
