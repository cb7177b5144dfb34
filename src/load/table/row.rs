//! One row of a table, whatever the format of the table: what columns there are, and what is in them. What becomes
//! of it is `reader`'s business.

use crate::load::suggest;
use crate::model::FileFact;
use crate::text::Span;

/// A field of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableColumn {
    /// Its id; the only one that must be filled.
    Id,
    /// What it is about.
    Subject,
    /// What it says of it.
    Relation,
    /// The far side, where it is an entity.
    Object,
    /// The far side, where it is an amount, a date or words; beside an object, what is said about both ends.
    Value,
    /// Its start.
    From,
    /// Its end.
    Until,
    /// Both in one.
    Valid,
    /// What it says, for people.
    Statement,
    /// When it was made known.
    Announced,
    /// Words for whoever keeps the table.
    Note,
    /// Whether it denies.
    Not,
    /// Its sources; also called `source`.
    Sources,
}

impl TableColumn {
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

    /// The language of a column of statements: `id` of `statement_id`.
    pub fn language(name: &str) -> Option<&str> {
        let code = name.strip_prefix("statement_")?;
        (matches!(code.len(), 2 | 3) && code.bytes().all(|byte| byte.is_ascii_lowercase())).then_some(code)
    }

    /// The column that a header in other words may mean, or one that is misspelt.
    pub fn meant(header: &str) -> Option<&'static str> {
        /// What people and other programs call the columns.
        const OTHER_NAMES: [(&str, &[&str]); 13] = [
            ("id", &["key", "code", "identifier", "nr", "claim id", "nomor", "kode"]),
            ("subject", &["entity", "topic", "who", "person", "company", "subjek", "entitas"]),
            (
                "relation",
                &["predicate", "property", "attribute", "relationship", "verb", "relasi", "hubungan"],
            ),
            ("object", &["target", "object entity", "objek"]),
            ("value", &["amount", "number", "figure", "quantity", "nilai", "jumlah", "angka"]),
            (
                "from",
                &["start", "start date", "begin", "since", "valid from", "mulai", "sejak", "tanggal mulai"],
            ),
            (
                "until",
                &[
                    "end",
                    "end date",
                    "to",
                    "till",
                    "valid until",
                    "valid to",
                    "sampai",
                    "hingga",
                    "berakhir",
                    "selesai",
                ],
            ),
            (
                "valid",
                &["period", "validity", "date", "dates", "when", "year", "tanggal", "periode", "tahun"],
            ),
            ("statement", &["claim", "text", "sentence", "description", "pernyataan", "klaim", "kalimat"]),
            ("announced", &["announcement", "announced on", "diumumkan"]),
            ("note", &["notes", "comment", "comments", "remark", "remarks", "catatan", "keterangan"]),
            ("not", &["negated", "denies", "negation", "bukan"]),
            (
                "sources",
                &[
                    "reference",
                    "references",
                    "ref",
                    "citation",
                    "citations",
                    "url",
                    "link",
                    "sumber",
                    "rujukan",
                ],
            ),
        ];
        let folded = header.to_lowercase().replace(['_', '-'], " ");
        let other = OTHER_NAMES.iter().find(|(_, names)| names.contains(&folded.trim()));
        other.map(|(name, _)| *name).or_else(|| suggest::nearest(header, Self::NAMES.into_iter()))
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        Self::NAMES[self as usize]
    }
}

/// A row's use of a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CitedSource<'a> {
    /// The source's id.
    pub source: &'a str,
    /// The words relied on.
    pub quote: Option<&'a str>,
    /// Where in the source.
    pub locator: Option<&'a str>,
    /// The day for which it confirms the claim.
    pub attests: Option<&'a str>,
    /// It disputes the claim.
    pub disputes: bool,
}

/// A row: trimmed texts, none of them empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TableRow<'a> {
    /// The cells of text; those of `Sources` and `Not` stay empty.
    cells: [Option<&'a str>; TableColumn::NAMES.len()],
    /// The sources.
    pub cited: Vec<CitedSource<'a>>,
    /// What it says in other languages: language code and words.
    pub translations: Vec<(String, &'a str)>,
    /// It denies.
    pub denies: bool,
    /// The value was a bare number.
    pub is_number: bool,
    /// Where it is in its file.
    pub span: Span,
    /// Its texts are known to have no control characters, which need not be looked for again.
    pub is_plain: bool,
}

impl<'a> TableRow<'a> {
    /// An empty row at `span`.
    pub fn at(span: Span) -> Self {
        Self { span, ..Self::default() }
    }

    /// Makes it empty, keeping its memory.
    pub fn clear(&mut self) {
        self.cells = [None; TableColumn::NAMES.len()];
        self.cited.clear();
        self.translations.clear();
        self.denies = false;
        self.is_number = false;
        self.is_plain = false;
    }

    /// Fills a cell; blank text leaves it empty.
    #[inline]
    pub fn set(&mut self, column: TableColumn, text: &'a str) {
        let text = trim(text);
        self.cells[column as usize] = (!text.is_empty()).then_some(text);
    }

    /// Records what it says in a language; blank text says nothing.
    pub fn translate(&mut self, code: &str, text: &'a str) {
        let text = trim(text);
        if !text.is_empty() {
            self.translations.push((code.to_owned(), text));
        }
    }

    /// What it says in other languages than its statement, by code; without a statement, what is left when English leads, else
    /// the first by code.
    pub fn take_translations(&mut self) -> Vec<(String, String)> {
        let mut others = std::mem::take(&mut self.translations);
        others.sort();
        if self.get(TableColumn::Statement).is_none() && !others.is_empty() {
            let lead = others.iter().position(|(code, _)| code == "en").unwrap_or(0);
            let (_, text) = others.remove(lead);
            self.set(TableColumn::Statement, text);
        }
        others.into_iter().map(|(code, text)| (code, text.to_owned())).collect()
    }

    /// What is in a cell.
    #[inline]
    pub fn get(&self, column: TableColumn) -> Option<&'a str> {
        self.cells[column as usize]
    }

    /// Adds a source by its id; a blank one is ignored.
    #[inline]
    pub fn cite(&mut self, source: &'a str) {
        let source = trim(source);
        if !source.is_empty() {
            self.cited.push(CitedSource { source, ..CitedSource::default() });
        }
    }

    /// The first reason why it is not a claim: the field, and what is wrong.
    pub fn fault(&self) -> Option<(TableColumn, FileFact)> {
        if self.get(TableColumn::Id).is_none() {
            return Some((TableColumn::Id, FileFact::RowWithoutId {}));
        }
        for (one, other) in
            [(TableColumn::Valid, TableColumn::From), (TableColumn::Valid, TableColumn::Until)]
        {
            if self.get(one).is_some() && self.get(other).is_some() {
                return Some((other, FileFact::RowHasBoth { one: one.name(), other: other.name() }));
            }
        }
        if self.is_plain {
            return None;
        }
        let ids = [TableColumn::Id, TableColumn::Subject, TableColumn::Relation, TableColumn::Object];
        let cells = ids.into_iter().filter_map(|column| Some((column, self.get(column)?)));
        let mut all = cells.chain(self.cited.iter().map(|cited| (TableColumn::Sources, cited.source)));
        let (column, _) = all.find(|(_, text)| has_control(text))?;
        Some((column, FileFact::RowControl { field: column.name() }))
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
    // Testing all bytes, unlike searching, handles many at once.
    let perhaps = text.bytes().fold(false, |found, byte| found | is_perhaps_control(byte));
    perhaps && text.chars().any(char::is_control)
}

/// Other bytes that may be control characters: delete, and the lead bytes of those beyond ASCII.
pub const LATE_CONTROLS: [u8; 2] = [0x7f, 0xc2];

/// Whether this is a control character, or may begin one.
#[inline]
fn is_perhaps_control(byte: u8) -> bool {
    byte < 0x20 || LATE_CONTROLS.contains(&byte)
}
