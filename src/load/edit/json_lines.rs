//! Edits of claims in JSON Lines. Other claims cannot be referred to there, so nothing else has to be mended.

use super::closing::{end, with_end};
use super::{RecordChange, RecordEdit};
use crate::load::table::{Member, members};
use crate::text::{Change, Span};
use crate::time::Period;

/// The changes for the records of one file.
pub fn changes(text: &str, records: &[RecordEdit<'_>]) -> Vec<Change> {
    records.iter().filter_map(|edit| change(text, edit)).collect()
}

fn change(text: &str, edit: &RecordEdit<'_>) -> Option<Change> {
    match edit.what {
        RecordChange::Dropped => Some(line_removed(text, edit.span)),
        RecordChange::Altered { period, .. } => {
            let start = edit.span.start as usize;
            let mut change = close(text.get(edit.span.range())?, period?)?;
            change.span = change.span.shifted(start);
            Some(change)
        }
    }
}

/// The record with its line break.
pub fn line_removed(text: &str, record: Span) -> Change {
    let (start, end) = (record.start as usize, record.end as usize);
    let end = text[end..].find('\n').map_or(text.len(), |found| end + found + 1);
    Change::new(start, end, "")
}

/// Writes a period into a record: into the member that says its end, else into a new one.
fn close(record: &str, period: Period) -> Option<Change> {
    let all: Vec<Member> = members(record).collect();
    let named = |name: &str| all.iter().find(|member| decoded(record, member.name).as_deref() == Some(name));
    let stated = |name: &str| named(name).filter(|member| !is_blank(record, member.value));
    if let Some(valid) = stated("valid") {
        return string_changed(record, valid.value, |written| with_end(written, period));
    }
    if let Some(until) = named("until") {
        return string_changed(record, until.value, |written| {
            let blank = |text: &str| written.len() - text.len();
            if written.trim().is_empty() {
                return end(period);
            }
            let (before, after) = (blank(written.trim_start()), written.trim_end().len());
            format!("{}{}{}", &written[..before], end(period), &written[after..])
        });
    }
    if let (Some(valid), None) = (named("valid"), stated("from")) {
        return string_changed(record, valid.value, |_| period.to_string());
    }
    // Written as the members before it are.
    const AFTER: [&str; 7] = ["from", "value", "object", "relation", "subject", "statement", "id"];
    let anchor = AFTER.into_iter().find_map(named)?;
    let colon = &record[anchor.name.end as usize..anchor.value.start as usize];
    let between = |pair: &[Member]| &record[pair[0].value.end as usize..pair[1].name.start as usize];
    let comma = all.last_chunk::<2>().map(|pair| between(pair));
    let comma = comma.unwrap_or(if colon.ends_with(' ') { ", " } else { "," });
    let at = anchor.value.end as usize;
    Some(Change::new(at, at, format!("{comma}\"until\"{colon}\"{}\"", end(period))))
}

/// A string with other words in it; none if they are the same. `null` counts as empty.
fn string_changed(record: &str, value: Span, change: impl FnOnce(&str) -> String) -> Option<Change> {
    let (start, last) = (value.start as usize, value.end as usize);
    let read = decoded(record, value);
    let new = change(read.as_deref().unwrap_or_default());
    if read.as_deref() == Some(new.as_str()) {
        return None;
    }
    let is_plain = read.is_some_and(|read| record[value.range()].trim_matches('"') == read);
    match is_plain {
        true => Some(Change::new(start + 1, last - 1, new)),
        false => Some(Change::new(start, last, format!("\"{}\"", new.trim()))),
    }
}

fn is_blank(record: &str, value: Span) -> bool {
    decoded(record, value).is_none_or(|text| text.trim().is_empty())
}

/// The text of a string; none of anything else.
fn decoded(record: &str, value: Span) -> Option<String> {
    serde_json::from_str(&record[value.range()]).ok()
}
