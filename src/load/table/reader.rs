//! Rows of tables to claims, in batches; and what is wrong with them to findings. Dates are read in `dates`.

use super::dates::Dates;
use super::row::{Cited, Column, Row};
use crate::load::{Part, nearest, value};
use crate::model::{
    CitationDetail, ClaimDetail, ClaimRow, Code, EntityId, Finding, Object, Severity, Site, SourceId, Stance,
};
use crate::text::{FileId, Place};

/// The fields of a citation that is an object.
pub const CITATION_FIELDS: [&str; 5] = ["source", "quote", "locator", "attests", "stance"];

/// What a name belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    /// A record of JSON Lines.
    Record,
    /// A header of CSV.
    Header,
    /// A citation within a record.
    Citation,
}

/// Rows that are taken in together, with memory that is used again.
pub struct Batch<'a> {
    rows: Vec<Row<'a>>,
    full: usize,
}

impl<'a> Batch<'a> {
    /// How many rows are taken in together: enough to wait for the memory of many names at once, and few enough for the
    /// nearest cache.
    const ROWS: usize = 48;

    /// An empty one.
    pub fn new() -> Self {
        Self { rows: vec![Row::default(); Self::ROWS], full: 0 }
    }

    /// An empty row, which counts only after [`Self::keep`].
    #[inline]
    pub fn row(&mut self, reader: &mut Reader, text: &str) -> &mut Row<'a> {
        if self.full == self.rows.len() {
            self.flush(reader, text);
        }
        let row = &mut self.rows[self.full];
        row.clear();
        row
    }

    /// Keeps the row that was given last.
    #[inline]
    pub fn keep(&mut self) {
        self.full += 1;
    }

    /// Has all rows taken in: before anything that comes behind them is.
    pub fn flush(&mut self, reader: &mut Reader, text: &str) {
        reader.take(&self.rows[..self.full], text);
        self.full = 0;
    }
}

/// What the names of a batch are, in the order of its rows.
struct Named {
    entities: std::vec::IntoIter<EntityId>,
    sources: std::vec::IntoIter<SourceId>,
}

/// Takes rows into a part.
pub struct Reader {
    file: FileId,
    part: Part,
}

impl Reader {
    /// For a part of `file` with about `rows` rows.
    pub fn new(file: FileId, rows: usize) -> Self {
        let mut part = Part::default();
        part.base.claims.reserve(rows);
        Self { file, part }
    }

    /// What was read.
    pub fn finish(self) -> Part {
        self.part
    }

    /// Reports that something cannot be read.
    pub fn malformed(&mut self, message: &str, label: &str, help: &str, site: Site, key: &str) {
        let mut finding =
            Finding::new(Code::MalformedRecord, message, site).label(label.to_owned()).key(shortened(key));
        if !help.is_empty() {
            finding = finding.help(help.to_owned());
        }
        self.part.findings.push(finding);
    }

    /// Reports a name that is none of its owner's.
    pub fn unknown(&mut self, owner: Owner, name: &str, site: Site, id: Option<&str>) {
        /// What claims in RON have and tables have not.
        const ELSEWHERE: [&str; 5] = ["preferred", "supersedes", "corrects", "repeats", "allow"];
        let (whose, what, names) = match owner {
            Owner::Record => ("claims", "field", &Column::NAMES[..]),
            Owner::Header => ("claims", "column", &Column::NAMES[..]),
            Owner::Citation => ("citations", "field", &CITATION_FIELDS[..]),
        };
        let help = match nearest(name, names.iter().copied()) {
            _ if ELSEWHERE.contains(&name) => {
                format!("tables have no `{name}`: write this claim in a RON file")
            }
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("the {what}s of {whose} are {}", names.join(", ")),
        };
        let message = match name {
            "" => format!("this {what} has no name"),
            _ => format!("{whose} have no {what} `{name}`"),
        };
        let mut finding = Finding::new(Code::UnknownField, message, site).label("not read").help(help);
        finding.key = shortened(name);
        finding.claims.extend(id.map(str::to_owned));
        if owner == Owner::Header {
            // Spreadsheets have columns for other purposes.
            finding.severity = Severity::Warning;
        }
        self.part.findings.push(finding);
    }

    /// Takes rows of `text` as claims, or says why they are none.
    ///
    /// Names are looked up for all rows at once, because most of the time of a large table goes into waiting for memory
    /// there. They still come in the order of the text.
    pub fn take(&mut self, rows: &[Row<'_>], text: &str) {
        let fits: Vec<bool> = rows.iter().map(Row::is_fit).collect();
        let mut entities = Vec::with_capacity(2 * rows.len());
        let mut sources = Vec::with_capacity(rows.len());
        for (row, _) in rows.iter().zip(&fits).filter(|(_, fit)| **fit) {
            entities
                .extend([Column::Subject, Column::Object].into_iter().filter_map(|column| row.get(column)));
            sources.extend(row.cited.iter().map(|cited| cited.source));
        }
        let mut named = Named {
            entities: self.part.base.entities.intern_all_from_table(&entities).into_iter(),
            sources: self.part.base.sources.intern_all_from_table(&sources).into_iter(),
        };
        for (row, fit) in rows.iter().zip(fits) {
            if fit {
                self.claim(row, &mut named);
            } else {
                self.refuse(row, text);
            }
        }
    }

    fn refuse(&mut self, row: &Row<'_>, text: &str) {
        let Some((column, message)) = row.fault() else { return };
        let place = Place { file: self.file, span: row.span };
        let id = row.get(Column::Id);
        let site = id.map_or(Site::exact(place), |_| Site::field(place, column.name()));
        self.malformed(
            &message,
            "this record is not used",
            "",
            site,
            text.get(row.span.range()).unwrap_or_default(),
        );
        if let (Some(id), Some(finding)) = (id, self.part.findings.last_mut()) {
            finding.claims.push(id.to_owned());
        }
    }

    fn claim(&mut self, row: &Row<'_>, named: &mut Named) {
        let subject = row.get(Column::Subject).and_then(|_| named.entities.next());
        let object = row.get(Column::Object).and_then(|_| named.entities.next());
        let place = Place { file: self.file, span: row.span };
        let id = row.get(Column::Id).unwrap_or_default();
        let mut dates = Dates::default();
        let period = dates.period(row);
        let announced = row.get(Column::Announced).and_then(|text| dates.one(Column::Announced, text));
        let object = object.map_or_else(|| self.value(row, id, place), Object::Entity);
        let base = &mut self.part.base;
        base.claims.push(&ClaimRow {
            id,
            statement: row.get(Column::Statement).unwrap_or_default(),
            subject,
            relation: row.get(Column::Relation).map(|name| base.relations.intern(name)),
            object,
            period,
            denies: row.denies,
            preferred: false,
            place,
        });
        for (index, (cited, source)) in row.cited.iter().zip(&mut named.sources).enumerate() {
            base.claims.cite(source, detail(cited, index, &mut dates));
        }
        if announced.is_some() || row.get(Column::Note).is_some() {
            let note = row.get(Column::Note).map(str::to_owned);
            base.claims.detail(ClaimDetail { announced, note, ..ClaimDetail::default() });
        }
        self.part.findings.extend(dates.finding(id, place));
    }

    fn value(&mut self, row: &Row<'_>, id: &str, place: Place) -> Object {
        let Some(written) = row.get(Column::Value) else { return Object::None };
        let read = if row.is_number { value::read_number(written) } else { value::read_value(written, None) };
        match read {
            Ok(value) => Object::Value(self.part.base.values.intern(value, written)),
            Err(reason) => {
                let site = Site::field(place, Column::Value.name());
                let finding =
                    Finding::new(Code::MalformedValue, format!("the value of `{id}`: {reason}"), site);
                self.part.findings.push(finding.label("not used").about(id).key(Column::Value.name()));
                Object::None
            }
        }
    }
}

fn detail(cited: &Cited<'_>, index: usize, dates: &mut Dates) -> Option<CitationDetail> {
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
    /// Enough to tell records apart.
    const CHARACTERS: usize = 80;
    text.chars().take(CHARACTERS).collect()
}
