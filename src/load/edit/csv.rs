//! Edits of claims in CSV. Other claims cannot be referred to there, so nothing else has to be mended.

use super::closing::{end, with_end};
use super::json_lines::line_removed;
use super::{RecordChange, RecordEdit};
use crate::amounts::AmountLexicon;
use crate::load::table::{self, TableHeader, csv_parts};
use crate::model::{ClaimId, Fact, Field, FileFact};
use crate::text::{Change, FileId, Span, changed};
use crate::time::Period;

/// A claim of a table in which no column can hold an end.
pub struct NoColumn(pub ClaimId);

/// The changes for the records of one file.
pub fn changes(file: FileId, text: &str, records: &[RecordEdit<'_>]) -> Result<Vec<Change>, NoColumn> {
    let Some(header) = TableHeader::of(text) else { return Ok(Vec::new()) };
    let mut changes = Vec::new();
    for edit in records {
        match edit.what {
            RecordChange::Dropped => changes.push(line_removed(text, edit.span)),
            RecordChange::Altered { period: Some(period), .. } => {
                changes.extend(close(&header, text, edit.span, period).ok_or(NoColumn(edit.claim))?);
            }
            RecordChange::Altered { period: None, .. } => {}
        }
    }
    let drops = records.iter().any(|edit| matches!(edit.what, RecordChange::Dropped));
    if drops && is_header_alone(file, &changed(text, &changes)) {
        let mark = text.len() - text.trim_start_matches('\u{feff}').len();
        return Ok(vec![Change::new(mark, text.len(), "")]);
    }
    Ok(changes)
}

/// Whether a table is reported for having no rows.
fn is_header_alone(file: FileId, text: &str) -> bool {
    let read = table::csv(file, text, &AmountLexicon::default());
    let is_empty =
        |fact: &Fact| matches!(fact, Fact::FileFact(fact) if matches!(**fact, FileFact::NoRows {}));
    read.findings.iter().any(|finding| is_empty(&finding.fact))
}

/// Writes a period into a record: into the cell that says its end. `None` if there is no such column.
fn close(header: &TableHeader, text: &str, record: Span, period: Period) -> Option<Vec<Change>> {
    let cell = |name: &'static str| Some(csv_parts(header, text, record, Field::Named(name))?.value);
    let read = |cell: Span| inner(text, cell).1.trim();
    let write = |at: Span, new: &str| written(text, at, new, header.delimiter());
    let (valid, from, until) = (cell("valid"), cell("from"), cell("until"));
    if let Some(valid) = valid.filter(|valid| !read(*valid).is_empty()) {
        return Some(write(valid, &with_end(inner(text, valid).1, period)).into_iter().collect());
    }
    if let Some(until) = until {
        let (old, new) = (inner(text, until).1, end(period));
        let kept = if old.trim().is_empty() { new } else { old.replace(old.trim(), &new) };
        return Some(write(until, &kept).into_iter().collect());
    }
    let valid = valid?;
    // The start moves there: a record has either the one column or the other.
    let start = from.map_or("", read);
    let whole = with_end(&format!("{start}/"), period);
    let moved = from.filter(|_| !start.is_empty()).and_then(|from| write(from, ""));
    Some(write(valid, &whole).into_iter().chain(moved).collect())
}

/// The bytes of a cell within its quotes, and what they say. Dates that can be read have no quotes in them.
fn inner(text: &str, cell: Span) -> (Span, &str) {
    let is_quoted = cell.len() > 1 && text[cell.range()].starts_with('"');
    let quotes = usize::from(is_quoted);
    let inner = Span::new(cell.start as usize + quotes, cell.end as usize - quotes);
    (inner, &text[inner.range()])
}

/// A cell with other words in it, in quotes where it needs them; none if they are the same.
fn written(text: &str, cell: Span, new: &str, delimiter: char) -> Option<Change> {
    let (inner, old) = inner(text, cell);
    let is_bare = inner == cell;
    let needs_quotes = is_bare && new.contains([delimiter, '"', '\n']);
    let new = if needs_quotes { format!("\"{new}\"") } else { new.to_owned() };
    (old != new).then_some(Change { span: inner, text: new })
}
