//! One JSON record of a table, read slowly and with places: any spelling, any order, anything wrong. The fast way for
//! the usual shape is `jsonl`, which gives the same rows.

use serde::de::IgnoredAny;

use super::members::{Member, elements, members, members_within};
use super::reader::{CITATION_FIELDS, FieldOwner};
use super::row::{CitedSource, TableColumn, TableRow};
use crate::model::FileFact;
use crate::text::Span;

/// What is wrong with a record, and where, counted from its start.
#[derive(Debug, Clone, PartialEq)]
pub struct RowError {
    /// What is wrong.
    pub fact: Box<FileFact>,
    /// Where.
    pub span: Span,
}

/// A record with texts of its own, since escapes had to be read.
#[derive(Debug, Default)]
pub struct Owned {
    cells: Vec<(TableColumn, String)>,
    cited: Vec<OwnedSource>,
    /// What it says in other languages: language code and words.
    translations: Vec<(String, String)>,
    denies: bool,
    is_number: bool,
    /// Members with a name that claims, or citations, do not have.
    pub unknown: Vec<(FieldOwner, String, Span)>,
}

#[derive(Debug, Default)]
struct OwnedSource {
    source: String,
    quote: Option<String>,
    locator: Option<String>,
    attests: Option<String>,
    disputes: bool,
}

impl Owned {
    /// The row that borrows from it.
    pub fn row(&self) -> TableRow<'_> {
        fn text(cell: Option<&String>) -> Option<&str> {
            cell.map(|text| text.trim()).filter(|text| !text.is_empty())
        }
        let mut row = TableRow::default();
        row.denies = self.denies;
        row.is_number = self.is_number;
        for (column, cell) in &self.cells {
            row.set(*column, cell);
        }
        for (code, text) in &self.translations {
            row.translate(code, text);
        }
        row.cited.extend(self.cited.iter().filter_map(|cited| {
            Some(CitedSource {
                source: text(Some(&cited.source))?,
                quote: text(cited.quote.as_ref()),
                locator: text(cited.locator.as_ref()),
                attests: text(cited.attests.as_ref()),
                disputes: cited.disputes,
            })
        }));
        row
    }
}

/// Reads one record.
pub fn read(record: &str) -> Result<Owned, RowError> {
    if let Err(error) = serde_json::from_str::<IgnoredAny>(record) {
        return Err(broken(record, &error));
    }
    let whole = trimmed(record);
    if !record[whole.range()].starts_with('{') {
        return Err(RowError { fact: Box::new(FileFact::JsonNotObject {}), span: whole });
    }
    let mut owned = Owned::default();
    let mut seen = Vec::new();
    for member in members(record) {
        let name = decode(record, member.name)?;
        let Some(column) = TableColumn::named(&name) else {
            match TableColumn::language(&name) {
                Some(code) => translation(record, code, member, &mut owned)?,
                None => owned.unknown.push((FieldOwner::Record, name, unquoted(record, member.name))),
            }
            continue;
        };
        if seen.contains(&column) {
            return Err(twice(column.name(), member.name));
        }
        seen.push(column);
        if &record[member.value.range()] != "null" {
            cell(record, column, member.value, &mut owned)?;
        }
    }
    Ok(owned)
}

fn translation(record: &str, code: &str, member: Member, owned: &mut Owned) -> Result<(), RowError> {
    let field = TableColumn::Statement.name();
    if owned.translations.iter().any(|(known, _)| known == code) {
        return Err(twice(field, member.name));
    }
    match record.as_bytes().get(member.value.start as usize) {
        Some(b'"') => owned.translations.push((code.to_owned(), decode(record, member.value)?)),
        Some(b'n') => {}
        _ => return Err(wrong_type(field, "text", None, member.value)),
    }
    Ok(())
}

fn cell(record: &str, column: TableColumn, value: Span, owned: &mut Owned) -> Result<(), RowError> {
    let text = &record[value.range()];
    let is_number = text.starts_with(|first: char| first == '-' || first.is_ascii_digit());
    match column {
        TableColumn::Not => match text {
            "true" => owned.denies = true,
            "false" => {}
            _ => return Err(wrong_type(column.name(), "flag", None, value)),
        },
        TableColumn::Sources => sources(record, value, owned)?,
        TableColumn::Value if is_number => {
            owned.is_number = true;
            owned.cells.push((column, text.to_owned()));
        }
        _ if text.starts_with('"') => owned.cells.push((column, decode(record, value)?)),
        _ if is_number => {
            return Err(wrong_type(column.name(), "text", Some(text), value));
        }
        _ => return Err(wrong_type(column.name(), "text", None, value)),
    }
    Ok(())
}

fn sources(record: &str, value: Span, owned: &mut Owned) -> Result<(), RowError> {
    let text = &record[value.range()];
    if text.starts_with('"') {
        let ids = decode(record, value)?;
        owned
            .cited
            .extend(ids.split(';').map(|id| OwnedSource { source: id.to_owned(), ..OwnedSource::default() }));
        return Ok(());
    }
    if !text.starts_with('[') {
        return Err(wrong_type("sources", "sources", None, value));
    }
    for element in elements(record, value) {
        match record.as_bytes().get(element.start as usize) {
            Some(b'"') => {
                owned.cited.push(OwnedSource { source: decode(record, element)?, ..OwnedSource::default() });
            }
            Some(b'{') => citation(record, element, owned)?,
            _ => return Err(wrong_type("sources", "sources", None, element)),
        }
    }
    Ok(())
}

fn citation(record: &str, object: Span, owned: &mut Owned) -> Result<(), RowError> {
    let mut cited = OwnedSource::default();
    let mut seen = Vec::new();
    for member in members_within(record, object) {
        let name = decode(record, member.name)?;
        let Some(known) = CITATION_FIELDS.into_iter().find(|known| *known == name) else {
            owned.unknown.push((FieldOwner::Citation, name, unquoted(record, member.name)));
            continue;
        };
        if seen.contains(&known) {
            return Err(twice(known, member.name));
        }
        seen.push(known);
        let text = match record.as_bytes().get(member.value.start as usize) {
            Some(b'"') => decode(record, member.value)?,
            Some(b'n') => continue,
            _ => return Err(wrong_type(known, "text", None, member.value)),
        };
        match known {
            "source" => cited.source = text,
            "quote" => cited.quote = Some(text),
            "locator" => cited.locator = Some(text),
            "attests" => cited.attests = Some(text),
            _ => match text.trim() {
                "supports" | "" => {}
                "disputes" => cited.disputes = true,
                _ => return Err(wrong_type("stance", "stance", None, member.value)),
            },
        }
    }
    if cited.source.trim().is_empty() {
        return Err(RowError { fact: Box::new(FileFact::MemberWithoutSource {}), span: object });
    }
    owned.cited.push(cited);
    Ok(())
}

fn twice(field: &'static str, span: Span) -> RowError {
    RowError { fact: Box::new(FileFact::MemberTwice { field }), span }
}

fn wrong_type(field: &'static str, expected: &'static str, number: Option<&str>, span: Span) -> RowError {
    let fact = FileFact::MemberType { field, expected, number: number.map(str::to_owned) };
    RowError { fact: Box::new(fact), span }
}

/// The error of the JSON library, with its place in bytes.
fn broken(record: &str, error: &serde_json::Error) -> RowError {
    let words = error.to_string();
    let reason = words.rsplit_once(" at line ").map_or(words.as_str(), |(reason, _)| reason);
    let mut start = error.column().saturating_sub(1).min(record.len());
    while !record.is_char_boundary(start) {
        start -= 1;
    }
    let length = record[start..].chars().next().map_or(0, char::len_utf8);
    let span = Span::new(start, start + length);
    RowError { fact: Box::new(FileFact::JsonUnparsable { reason: reason.to_owned() }), span }
}

/// The text of a string.
fn decode(record: &str, string: Span) -> Result<String, RowError> {
    serde_json::from_str(&record[string.range()])
        .map_err(|_| RowError { fact: Box::new(FileFact::JsonEscape {}), span: string })
}

fn unquoted(record: &str, string: Span) -> Span {
    let quotes = usize::from(record[string.range()].starts_with('"'));
    Span::new(string.start as usize + quotes, string.end as usize - quotes)
}

fn trimmed(record: &str) -> Span {
    let start = record.len() - record.trim_start().len();
    Span::new(start, start + record.trim().len())
}
