//! Items of a RON list or record taken out, with the commas and lines that were theirs. Comments in them and before their
//! commas stay, as lines of their own.

use crate::load::ron::{Broken, Scanner};
use crate::text::{Change, Span};

/// The changes that leave out those of `items` that are `gone`. The items are those of one pair of brackets: elements, or
/// fields from their name to the end of their value.
///
/// # Errors
///
/// A comment that is never closed.
pub fn without(text: &str, items: &[Span], gone: impl Fn(usize) -> bool) -> Result<Vec<Change>, Broken> {
    let mut changes = Vec::new();
    let mut at = 0;
    while at < items.len() {
        if !gone(at) {
            at += 1;
            continue;
        }
        // Neighbours on one line go together.
        let (first, mut last) = (at, at);
        while let (Some(comma), Some(next)) = (comma_after(text, items[last])?, items.get(last + 1)) {
            if !gone(last + 1) || text[comma..next.start as usize].contains('\n') {
                break;
            }
            last += 1;
        }
        let before = match first.checked_sub(1) {
            Some(before) if !gone(before) => comma_after(text, items[before])?,
            _ => None,
        };
        changes.push(run_removed(text, (items[first], items[last]), before)?);
        at = last + 1;
    }
    Ok(changes)
}

/// The change that removes neighbours, from the first to the last. `before` is the comma after the item that precedes them.
fn run_removed(text: &str, run: (Span, Span), before: Option<usize>) -> Result<Change, Broken> {
    let (mut start, mut end) = (run.0.start as usize, run.1.end as usize);
    let mut takes_comma_before = false;
    match (comma_after(text, run.1)?, before) {
        (Some(comma), _) => end = comma + 1,
        (None, Some(comma)) if is_closed_up(text, comma, start, end) => {
            start = comma;
            takes_comma_before = true;
        }
        (None, _) => {}
    }
    let comments = Scanner::comments(text, Span::new(start, end))?;
    let comments = comments.into_iter().map(|span| &text[span.range()]);
    let line = text[..start].rfind('\n').map_or(0, |found| found + 1);
    let before = text[line..start].trim_start_matches('\u{feff}');
    let indent = &before[..before.len() - before.trim_start_matches([' ', '\t']).len()];
    let begins_line = indent.len() == before.len();
    let after = end + text[end..].len() - text[end..].trim_start_matches([' ', '\t']).len();
    let break_after = line_break_at(text, after);
    let new_line = line_break_near(text, start);
    Ok(match (begins_line, break_after) {
        (true, Some(length)) => {
            let kept = comments.map(|comment| format!("{indent}{comment}{new_line}")).collect::<String>();
            Change::new(start - indent.len(), after + length, kept)
        }
        (true, None) => {
            let kept = comments.map(|comment| format!("{comment}{new_line}{indent}")).collect::<String>();
            Change::new(start, after, kept)
        }
        (false, _) => {
            let mut kept = comments.map(|comment| format!("{new_line}{indent}{comment}")).collect::<String>();
            let ends_line = break_after.is_some();
            if kept.is_empty() && !ends_line {
                return Ok(Change::new(start, if takes_comma_before { end } else { after }, ""));
            }
            if !ends_line {
                kept.push_str(new_line);
                kept.push_str(indent);
            }
            Change::new(line + text[line..start].trim_end_matches([' ', '\t']).len(), after, kept)
        }
    })
}

/// Whether the bracket behind the last items, which have no comma, belongs right behind the item before them, which has one
/// at `comma`: all are on one line, or the bracket is on a line with the last.
fn is_closed_up(text: &str, comma: usize, start: usize, end: usize) -> bool {
    let is_one_line = !text[comma..start].contains('\n');
    let closes_here = text[end..].trim_start_matches([' ', '\t']).starts_with([']', ')']);
    is_one_line || closes_here && text[comma + 1..start].trim().is_empty()
}

/// Where the comma after an item is, if there is one.
pub fn comma_after(text: &str, item: Span) -> Result<Option<usize>, Broken> {
    let mut scanner = Scanner::starting_at(text, item.end as usize);
    Ok(scanner.take(b',')?.then(|| scanner.position() - 1))
}

/// How long the line break at `at` is, if there is one.
pub fn line_break_at(text: &str, at: usize) -> Option<usize> {
    let rest = &text[at..];
    if rest.starts_with("\r\n") { Some(2) } else { rest.starts_with('\n').then_some(1) }
}

/// The line break that is used around `at`.
pub fn line_break_near(text: &str, at: usize) -> &'static str {
    let found = text[at..].find('\n').map(|found| at + found).or_else(|| text[..at].rfind('\n'));
    if found.is_some_and(|found| text[..found].ends_with('\r')) { "\r\n" } else { "\n" }
}
