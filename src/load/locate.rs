//! The exact bytes of a field, looked up in the text of its record: done only for findings that are shown.

use std::sync::{Arc, Mutex, PoisonError};

use rustc_hash::FxHashMap;

use super::ron::{FieldSpan, Scanner};
use super::table::TableHeader;
use super::{extension, table};
use crate::model::{Field, Site};
use crate::text::{FileId, Files, Place, Span};

/// Where a field of a record is.
#[derive(Debug, Clone, Default)]
pub struct FieldParts {
    /// Its value.
    pub value: Span,
    /// The elements of its value; `None` if it is not a list or was not taken apart.
    pub elements: Option<Vec<Span>>,
}

impl FieldParts {
    /// The bytes of `field`, which these are the parts of; all of its value if the list has no such element.
    #[must_use]
    pub fn of(&self, field: Field) -> Option<Span> {
        match field {
            Field::Named(_) => Some(self.value),
            Field::Element(_, index) => {
                Some(self.elements.as_ref()?.get(index as usize).copied().unwrap_or(self.value))
            }
        }
    }

    /// The same after `offset` bytes.
    #[must_use]
    pub fn shifted(self, offset: usize) -> Self {
        let elements = self.elements.map(|list| list.into_iter().map(|span| span.shifted(offset)).collect());
        Self { value: self.value.shifted(offset), elements }
    }
}

/// Records of more bytes than this are read through once for each field, not once for each finding: a list in one may
/// have as many findings as elements.
const LONG: usize = 1024;

/// A field by its record and name.
type FieldKey = (Place, &'static str);

/// Looks up places, and remembers those of the fields of long records and the headers of tables.
#[derive(Debug)]
pub struct Locator<'f> {
    files: &'f Files,
    long: Mutex<FxHashMap<FieldKey, Option<Arc<FieldParts>>>>,
    headers: Mutex<FxHashMap<FileId, Option<Arc<TableHeader>>>>,
}

impl<'f> Locator<'f> {
    /// Has looked up nothing yet.
    #[must_use]
    pub fn new(files: &'f Files) -> Self {
        Self { files, long: Mutex::default(), headers: Mutex::default() }
    }

    /// The place a site means: its field if it can be found, else the head of its record.
    #[must_use]
    pub fn locate(&self, site: Site) -> Place {
        let Some(field) = site.field else { return site.place };
        let span = self.find(site.place, field).unwrap_or_else(|| self.head(site.place));
        Place { span, ..site.place }
    }

    fn find(&self, record: Place, field: Field) -> Option<Span> {
        if record.span.range().len() <= LONG {
            return self.parts(record, field)?.of(field);
        }
        let mut long = self.long.lock().unwrap_or_else(PoisonError::into_inner);
        let known = long.entry((record, field.name()));
        let parts = known
            .or_insert_with(|| self.parts(record, Field::Element(field.name(), 0)).map(Arc::new))
            .clone();
        drop(long);
        parts?.of(field)
    }

    fn parts(&self, record: Place, field: Field) -> Option<FieldParts> {
        let file = self.files.get(record.file);
        match extension(file.path()) {
            "jsonl" => table::jsonl_parts(file.text(), record.span, field),
            "csv" | "tsv" => table::csv_parts(&*self.header(record.file)?, file.text(), record.span, field),
            _ => parts_in_record(file.text(), record.span, field),
        }
    }

    /// The header of a table, which is read once.
    fn header(&self, file: FileId) -> Option<Arc<TableHeader>> {
        let mut headers = self.headers.lock().unwrap_or_else(PoisonError::into_inner);
        let read = || TableHeader::of(self.files.get(file).text()).map(Arc::new);
        headers.entry(file).or_insert_with(read).clone()
    }

    /// What stands for a whole record: its id in RON, all of a line of JSON, which has no id outside its braces, else its
    /// first line.
    fn head(&self, record: Place) -> Span {
        let (file, span) = (self.files.get(record.file), record.span);
        let id = match extension(file.path()) {
            "jsonl" => return span,
            "csv" | "tsv" => None,
            _ => self.find(record, Field::Named("id")),
        };
        id.unwrap_or_else(|| {
            let text = &file.text()[span.range()];
            let length = memchr::memchr(b'\n', text.as_bytes()).unwrap_or(text.len());
            Span::new(span.start as usize, span.start as usize + length)
        })
    }
}

/// The place that one site means. For many, a [`Locator`] is faster.
#[must_use]
pub fn locate(files: &Files, site: Site) -> Place {
    Locator::new(files).locate(site)
}

/// The bytes of the field of a record in RON.
#[must_use]
pub fn in_record(text: &str, site: Site) -> Option<Span> {
    let field = site.field?;
    parts_in_record(text, site.place.span, field)?.of(field)
}

/// The parts of a field of the record in RON at `record`: the elements only if an element is asked for.
#[must_use]
pub fn parts_in_record(text: &str, record: Span, field: Field) -> Option<FieldParts> {
    let fields = Scanner::starting_at(text, record.start as usize).fields().ok()?;
    let value = find(text, &fields, field.name())?.value;
    let elements = match field {
        Field::Named(_) => None,
        Field::Element(..) => Scanner::starting_at(text, value.start as usize).elements().ok(),
    };
    Some(FieldParts { value, elements })
}

fn find(text: &str, fields: &[FieldSpan], name: &str) -> Option<FieldSpan> {
    fields.iter().find(|field| &text[field.name.range()] == name).copied()
}
