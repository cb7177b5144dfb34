//! The exact bytes of a field, looked up in the text of its record: done only for findings that are shown.

use super::ron::{FieldSpan, Scanner};
use super::{extension, table};
use crate::model::{Field, Site};
use crate::text::{Files, Place, Span};

/// The place a site means: its field if it can be found, else the head of its record.
#[must_use]
pub fn locate(files: &Files, site: Site) -> Place {
    let file = files.get(site.place.file);
    let found = match (site.field, extension(file.path())) {
        (None, _) => return site.place,
        // A line of JSON has no id outside its braces that could stand for it: where the field is missing, all of it does.
        (Some(field), "jsonl") => {
            let span = site.place.span;
            Some(table::jsonl_place(file.text(), span, field).unwrap_or(span))
        }
        (Some(field), "csv" | "tsv") => table::csv_place(file.text(), site.place.span, field),
        (Some(_), _) => in_record(file.text(), site),
    };
    let span = found.unwrap_or_else(|| head(file.text(), site.place.span));
    Place { span, ..site.place }
}

/// The bytes of the field of a record in RON.
#[must_use]
pub fn in_record(text: &str, site: Site) -> Option<Span> {
    let field = site.field?;
    let start = site.place.span.start as usize;
    let fields = Scanner::starting_at(text, start).fields().ok()?;
    let found = find(text, &fields, field.name())?;
    match field {
        Field::Named(_) => Some(found.value),
        Field::Element(_, index) => {
            let elements = Scanner::starting_at(text, found.value.start as usize).elements().ok()?;
            Some(elements.get(index as usize).copied().unwrap_or(found.value))
        }
    }
}

fn find(text: &str, fields: &[FieldSpan], name: &str) -> Option<FieldSpan> {
    fields.iter().find(|field| &text[field.name.range()] == name).copied()
}

/// What stands for a whole record: its id in RON, else its first line.
fn head(text: &str, span: Span) -> Span {
    let fields = Scanner::starting_at(text, span.start as usize).fields().unwrap_or_default();
    if let Some(id) = find(text, &fields, "id") {
        return id.value;
    }
    let record = &text[span.range()];
    Span::new(span.start as usize, span.start as usize + record.find('\n').unwrap_or(record.len()))
}
