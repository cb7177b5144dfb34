//! One row of a table on its way into the claim base, whatever the format of the table.

use crate::load::{Part, nearest, value};
use crate::model::{
    CitationDetail, ClaimDetail, ClaimRow, Code, EntityId, Finding, Object, Severity, Site, SourceId, Stance,
};
use crate::text::{FileId, Place, Span};
use crate::time::{Bound, DateError, Period, Which, parse_date};

/// A field of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    Id,
    Subject,
    Relation,
    Object,
    Value,
    From,
    Until,
    Valid,
    Statement,
    Announced,
    Note,
    Not,
    Sources,
}

impl Column {
    /// The names of all columns, in the order of their numbers.
    pub const NAMES: [&str; 13] = [
        "id",
        "subject",
        "relation",
        "object",
        "value",
        "from",
        "until",
        "valid",
        "statement",
        "announced",
        "note",
        "not",
        "sources",
    ];

    /// The column called `name`.
    #[inline]
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "id" => Self::Id,
            "subject" => Self::Subject,
            "relation" => Self::Relation,
            "object" => Self::Object,
            "value" => Self::Value,
            "from" => Self::From,
            "until" => Self::Until,
            "valid" => Self::Valid,
            "statement" => Self::Statement,
            "announced" => Self::Announced,
            "note" => Self::Note,
            "not" => Self::Not,
            "sources" | "source" => Self::Sources,
            _ => return None,
        })
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        Self::NAMES[self as usize]
    }
}

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

/// A row's use of a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cited<'a> {
    /// The source's id.
    pub source: &'a str,
    /// The words relied on.
    pub quote: Option<&'a str>,
    /// Where in the source.
    pub locator: Option<&'a str>,
    /// The day on which it vouches.
    pub attests: Option<&'a str>,
    /// It speaks against the claim.
    pub disputes: bool,
}

/// A row: trimmed texts, none of them empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row<'a> {
    /// The cells of text; those of `Sources` and `Not` stay empty.
    cells: [Option<&'a str>; Column::NAMES.len()],
    /// The sources.
    pub cited: Vec<Cited<'a>>,
    /// It denies.
    pub denies: bool,
    /// The value was a bare number.
    pub is_number: bool,
    /// Where it stands in its file.
    pub span: Span,
    /// Known to have no control characters, which need not be looked for again.
    pub is_plain: bool,
}

impl<'a> Row<'a> {
    /// An empty row that stands at `span`.
    pub fn at(span: Span) -> Self {
        Self { span, ..Self::default() }
    }

    /// Makes it empty, keeping its memory.
    pub fn clear(&mut self) {
        self.cells = [None; Column::NAMES.len()];
        self.cited.clear();
        self.denies = false;
        self.is_number = false;
        self.is_plain = false;
    }

    /// Fills a cell; blank text leaves it empty.
    #[inline]
    pub fn set(&mut self, column: Column, text: &'a str) {
        let text = trim(text);
        self.cells[column as usize] = (!text.is_empty()).then_some(text);
    }

    /// What stands in a cell.
    #[inline]
    pub fn get(&self, column: Column) -> Option<&'a str> {
        self.cells[column as usize]
    }

    /// Adds a source by its id; a blank one is none.
    #[inline]
    pub fn cite(&mut self, source: &'a str) {
        let source = trim(source);
        if !source.is_empty() {
            self.cited.push(Cited { source, ..Cited::default() });
        }
    }

    /// Whether it can be a claim.
    fn is_fit(&self) -> bool {
        self.fault().is_none()
    }

    /// The first thing that makes it no claim: the field, and why.
    fn fault(&self) -> Option<(Column, String)> {
        if self.get(Column::Id).is_none() {
            return Some((Column::Id, "this record has no `id`".to_owned()));
        }
        for (one, other) in
            [(Column::Object, Column::Value), (Column::Valid, Column::From), (Column::Valid, Column::Until)]
        {
            if self.get(one).is_some() && self.get(other).is_some() {
                let words = format!(
                    "this record has both `{}` and `{}`, which exclude each other",
                    one.name(),
                    other.name()
                );
                return Some((other, words));
            }
        }
        if self.is_plain {
            return None;
        }
        let ids = [Column::Id, Column::Subject, Column::Relation, Column::Object];
        let cells = ids.into_iter().filter_map(|column| Some((column, self.get(column)?)));
        let mut all = cells.chain(self.cited.iter().map(|cited| (Column::Sources, cited.source)));
        let (column, _) = all.find(|(_, text)| has_control(text))?;
        Some((
            column,
            format!(
                "the `{}` of this record has a control character in it, such as a line break",
                column.name()
            ),
        ))
    }
}

/// Without white space at its ends; most texts have none, which two bytes show.
#[inline]
fn trim(text: &str) -> &str {
    match text.as_bytes() {
        [first, .., last] if first.is_ascii_graphic() && last.is_ascii_graphic() => text,
        _ => text.trim(),
    }
}

/// Whether there is a control character in `text`.
#[inline]
pub fn has_control(text: &str) -> bool {
    // C2 begins the control characters beyond ASCII. Without an early exit, many bytes are compared at once.
    let perhaps =
        text.bytes().fold(false, |found, byte| found | (byte < 0x20) | (byte == 0x7f) | (byte == 0xc2));
    perhaps && text.chars().any(char::is_control)
}

/// Rows that are taken in together, with memory that is used again.
pub struct Batch<'a> {
    rows: Vec<Row<'a>>,
    full: usize,
}

impl<'a> Batch<'a> {
    /// How many rows are taken in together.
    const ROWS: usize = 128;

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

/// Takes rows into a part.
pub struct Reader {
    file: FileId,
    part: Part,
    /// Room for the names of a batch: whether the row is fit to be a claim, its subject and its object.
    named: Vec<(bool, Option<EntityId>, Option<EntityId>)>,
    /// Room for the sources of a batch.
    cited: Vec<SourceId>,
}

impl Reader {
    /// For a part of `file` with about `rows` rows.
    pub fn new(file: FileId, rows: usize) -> Self {
        let mut part = Part::default();
        part.base.claims.reserve(rows);
        Self { file, part, named: Vec::new(), cited: Vec::new() }
    }

    /// What was read.
    pub fn finish(self) -> Part {
        self.part
    }

    /// Reports that something cannot be read.
    pub fn malformed(&mut self, message: &str, label: &str, help: &str, site: Site, key: &str) {
        let mut finding = Finding::new(Code::MalformedRecord, message, site).label(label).key(shortened(key));
        if !help.is_empty() {
            finding = finding.help(help);
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
    /// Names are looked up for all rows at once, because most of the time of a large table goes into waiting for
    /// memory there, and a short loop waits for several at a time. They still come in the order of the text.
    pub fn take(&mut self, rows: &[Row<'_>], text: &str) {
        let base = &mut self.part.base;
        self.named.clear();
        self.cited.clear();
        for row in rows {
            let fit = row.is_fit();
            let mut intern =
                |column| row.get(column).filter(|_| fit).map(|name| base.entities.intern_from_table(name));
            self.named.push((fit, intern(Column::Subject), intern(Column::Object)));
        }
        let fits = rows.iter().zip(&self.named).filter(|(_, named)| named.0);
        for cited in fits.flat_map(|(row, _)| &row.cited) {
            self.cited.push(base.sources.intern_from_table(cited.source));
        }
        let (named, cited) = (std::mem::take(&mut self.named), std::mem::take(&mut self.cited));
        let mut sources = cited.iter().copied();
        for (row, (fit, subject, object)) in rows.iter().zip(&named) {
            if *fit {
                self.claim(row, *subject, *object, &mut sources);
            } else {
                self.refuse(row, text);
            }
        }
        (self.named, self.cited) = (named, cited);
    }

    fn refuse(&mut self, row: &Row<'_>, text: &str) {
        let Some((column, message)) = row.fault() else { return };
        let place = Place { file: self.file, span: row.span };
        let id = row.get(Column::Id);
        let site = id.map_or(Site::exact(place), |_| Site::field(place, column.name()));
        self.malformed(
            &message,
            "this record was left out",
            "",
            site,
            text.get(row.span.range()).unwrap_or_default(),
        );
        if let (Some(id), Some(finding)) = (id, self.part.findings.last_mut()) {
            finding.claims.push(id.to_owned());
        }
    }

    fn claim(
        &mut self,
        row: &Row<'_>,
        subject: Option<EntityId>,
        object: Option<EntityId>,
        sources: &mut impl Iterator<Item = SourceId>,
    ) {
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
        for (index, (cited, source)) in row.cited.iter().zip(sources).enumerate() {
            base.claims.cite(source, detail(cited, index, &mut dates));
        }
        if announced.is_some() || row.get(Column::Note).is_some() {
            let note = row.get(Column::Note).map(str::to_owned);
            base.claims.detail(ClaimDetail { announced, note, ..ClaimDetail::default() });
        }
        if !dates.wrong.is_empty() {
            self.part.findings.push(dates.finding(id, place));
        }
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
                self.part.findings.push(finding.label("left out").about(id).key(Column::Value.name()));
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
fn shortened(text: &str) -> String {
    /// Enough to tell records apart.
    const CHARACTERS: usize = 80;
    text.chars().take(CHARACTERS).collect()
}

/// Reads the dates of one row and keeps what is wrong with them, for one finding.
#[derive(Default)]
struct Dates {
    wrong: Vec<(Wrong, String, DateError)>,
}

/// Which date is wrong.
#[derive(Clone, Copy)]
enum Wrong {
    Cell(Column),
    Attested(usize),
}

impl Dates {
    #[inline]
    fn period(&mut self, row: &Row<'_>) -> Option<Period> {
        if let Some(text) = row.get(Column::Valid) {
            return Period::parse(text)
                .map_err(|error| self.note(Wrong::Cell(Column::Valid), text, error))
                .ok();
        }
        let (from, until) = (row.get(Column::From), row.get(Column::Until));
        match Period::from_until(from, until) {
            Ok(period) => Some(period),
            Err((Which::Start, error)) => {
                self.note(Wrong::Cell(Column::From), from.unwrap_or_default(), error);
                if let Err((_, error)) = Period::from_until(None, until) {
                    self.note(Wrong::Cell(Column::Until), until.unwrap_or_default(), error);
                }
                None
            }
            Err((Which::End, error)) => {
                self.note(Wrong::Cell(Column::Until), until.unwrap_or_default(), error);
                None
            }
        }
    }

    fn one(&mut self, column: Column, text: &str) -> Option<Bound> {
        parse_date(text).map_err(|error| self.note(Wrong::Cell(column), text, error)).ok()
    }

    fn attested(&mut self, index: usize, text: &str) -> Option<Bound> {
        parse_date(text).map_err(|error| self.note(Wrong::Attested(index), text, error)).ok()
    }

    fn note(&mut self, wrong: Wrong, text: &str, error: DateError) {
        self.wrong.push((wrong, shortened(text), error));
    }

    fn finding(&self, id: &str, place: Place) -> Finding {
        let words = self.wrong.iter().map(|(wrong, text, error)| {
            let field = match wrong {
                Wrong::Cell(column) => column.name(),
                Wrong::Attested(_) => "attests",
            };
            format!("`{field}: \"{text}\"` of `{id}` is no date: {error}")
        });
        let message = words.collect::<Vec<_>>().join("; and ");
        let mut sites = self.wrong.iter().map(|(wrong, ..)| match wrong {
            Wrong::Cell(column) => Site::field(place, column.name()),
            Wrong::Attested(index) => Site::element(place, Column::Sources.name(), *index),
        });
        let first = sites.next().unwrap_or(Site::exact(place));
        let help = self
            .wrong
            .iter()
            .find_map(|(.., error)| error.suggestion())
            .map(|text| format!("write `{text}`"));
        let label = self.wrong.first().map(|(.., error)| error.to_string()).unwrap_or_default();
        let mut finding = Finding::new(Code::MalformedDate, message, first).label(label).about(id);
        finding = finding.help(help.unwrap_or_else(|| {
            "dates are written 2025, 2025-01 or 2025-01-21, periods 2023/2025-01 or 2023/.. (goes on)"
                .to_owned()
        }));
        for site in sites {
            finding = finding.related("this is no date either", site);
        }
        let fields = self.wrong.iter().map(|(wrong, ..)| match wrong {
            Wrong::Cell(column) => column.name().to_owned(),
            Wrong::Attested(index) => format!("sources {index}"),
        });
        finding.key(fields.collect::<Vec<_>>().join(" "))
    }
}
