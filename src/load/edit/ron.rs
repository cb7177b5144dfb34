//! Edits of claims in RON.

use std::collections::BTreeSet;

use super::closing::with_end;
use super::sequence::{comma_after, line_break_at, line_break_near, without};
use super::{RecordChange, RecordEdit};
use crate::load::document::claim_lists;
use crate::load::ron::{Broken, FieldSpan, Scanner, options};
use crate::model::LinkKind;
use crate::text::{Change, Span};
use crate::time::Period;

/// The changes for the records of one file.
pub fn changes(text: &str, records: &[RecordEdit<'_>]) -> Result<Vec<Change>, Broken> {
    let mut changes = Vec::new();
    let dropped = |span: Span| {
        let at = records.binary_search_by_key(&span, |edit| edit.span);
        at.is_ok_and(|at| matches!(records[at].what, RecordChange::Dropped))
    };
    if records.iter().any(|edit| matches!(edit.what, RecordChange::Dropped)) {
        for list in claim_lists(text)? {
            changes.extend(without(text, &list, |at| dropped(list[at]))?);
        }
    }
    for edit in records {
        let RecordChange::Altered { period, unlinked } = &edit.what else { continue };
        let fields = Scanner::starting_at(text, edit.span.start as usize).fields()?;
        if let Some(period) = period {
            changes.extend(close(text, &fields, *period)?);
        }
        changes.extend(unlink(text, &fields, unlinked)?);
    }
    Ok(changes)
}

/// Takes references out of a record; a field that has none left goes.
fn unlink(
    text: &str,
    fields: &[FieldSpan],
    unlinked: &BTreeSet<(LinkKind, &str)>,
) -> Result<Vec<Change>, Broken> {
    let mut changes = Vec::new();
    let mut emptied = vec![false; fields.len()];
    for (at, field) in fields.iter().enumerate() {
        let kinds = [LinkKind::Supersedes, LinkKind::Corrects, LinkKind::Repeats];
        let named = |kind: &LinkKind| kind.as_str() == &text[field.name.range()];
        let Some(kind) = kinds.into_iter().find(named) else { continue };
        // What is no list was reported, and refers to nothing.
        let Ok(elements) = Scanner::starting_at(text, field.value.start as usize).elements() else {
            continue;
        };
        let is_gone = |element: &Span| {
            let id = options().from_str::<String>(&text[element.range()]);
            id.is_ok_and(|id| unlinked.contains(&(kind, id.as_str())))
        };
        let gone: Vec<bool> = elements.iter().map(is_gone).collect();
        emptied[at] = !gone.is_empty() && gone.iter().all(|gone| *gone);
        if !emptied[at] {
            changes.extend(without(text, &elements, |element| gone[element])?);
        }
    }
    let whole = |field: &FieldSpan| Span { start: field.name.start, end: field.value.end };
    let fields: Vec<Span> = fields.iter().map(whole).collect();
    changes.extend(without(text, &fields, |at| emptied[at])?);
    Ok(changes)
}

/// Writes a period into a record.
fn close(text: &str, fields: &[FieldSpan], period: Period) -> Result<Option<Change>, Broken> {
    let valid = fields.iter().find(|field| &text[field.name.range()] == "valid");
    let Some(valid) = valid else { return insertion(text, fields, period) };
    let (start, end) = (valid.value.start as usize, valid.value.end as usize);
    let Some(literal) = literal(text, valid.value)? else {
        return Ok(Some(Change::new(start, end, format!("\"{period}\""))));
    };
    let (start, end) = (literal.start as usize, literal.end as usize);
    let written = &text[start..end];
    let hashes = written.trim_start_matches('r').len() - written.trim_start_matches(['r', '#']).len();
    let before = written.find('"').map_or(0, |quote| quote + 1);
    let inner = written.get(before..written.len() - 1 - hashes).unwrap_or_default();
    let Ok(read) = options().from_str::<String>(written) else { return Ok(None) };
    let new = with_end(&read, period);
    let change = match (new == read, inner == read) {
        (true, _) => return Ok(None),
        (false, true) => Change::new(start + before, start + before + inner.len(), new),
        // With escapes, which nothing in a date needs.
        (false, false) => Change::new(start, end, format!("\"{}\"", new.trim())),
    };
    Ok(Some(change))
}

/// The text in quotation marks that a value is, perhaps within `Some(…)`; none if it is `None`.
fn literal(text: &str, value: Span) -> Result<Option<Span>, Broken> {
    let written = &text[value.range()];
    if written == "None" {
        return Ok(None);
    }
    let Some(inner) = written.strip_prefix("Some") else { return Ok(Some(value)) };
    let mut scanner = Scanner::starting_at(text, value.end as usize - inner.len());
    scanner.take(b'(')?;
    scanner.value().map(Some)
}

/// Adds the field `valid` after the fields that say what the claim is: on a line of its own if they have such lines.
fn insertion(text: &str, fields: &[FieldSpan], period: Period) -> Result<Option<Change>, Broken> {
    /// After the last of these.
    const AFTER: [&str; 6] = ["id", "statement", "subject", "relation", "object", "value"];
    let last = |name: &&str| fields.iter().find(|field| &text[field.name.range()] == *name);
    let Some(anchor) = AFTER.iter().rev().find_map(last) else { return Ok(None) };
    let field = format!("valid: \"{period}\"");
    let (name, end) = (anchor.name.start as usize, anchor.value.end as usize);
    let line = text[..name].rfind('\n').map_or(0, |found| found + 1);
    let indent = &text[line..name];
    let is_alone = line > 0 && indent.chars().all(|sign| matches!(sign, ' ' | '\t'));
    let comma = comma_after(text, anchor.value)?.filter(|comma| !text[end..*comma].contains('\n'));
    if let (true, Some(comma)) = (is_alone, comma) {
        let rest = line_end(text, comma + 1);
        if let (true, Some(length)) = (is_blank(text, comma + 1, rest)?, line_break_at(text, rest)) {
            let new_line = line_break_near(text, rest);
            return Ok(Some(Change::new(
                rest + length,
                rest + length,
                format!("{indent}{field},{new_line}"),
            )));
        }
    }
    Ok(Some(Change::new(end, end, format!(", {field}"))))
}

/// Whether there is nothing but white space and whole comments between two places.
fn is_blank(text: &str, start: usize, end: usize) -> Result<bool, Broken> {
    let mut scanner = Scanner::starting_at(text, start);
    scanner.peek()?;
    let comments = Scanner::comments(text, Span::new(start, end))?;
    Ok(scanner.position() >= end && comments.iter().all(|comment| comment.end as usize <= end))
}

/// The end of the line that `at` is in, before its line break.
fn line_end(text: &str, at: usize) -> usize {
    let end = text[at..].find('\n').map_or(text.len(), |found| at + found);
    if text[at..end].ends_with('\r') { end - 1 } else { end }
}
