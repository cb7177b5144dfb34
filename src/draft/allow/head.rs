//! What the front matter of a draft accepts: the key `erstwhile-ignore`, with one entry or a list of them.

use super::MARK;
use crate::text::Span;

/// The entries, each with its bytes. `body` is where the front matter ends.
pub fn entries(text: &str, body: usize) -> Vec<(&str, Span)> {
    let head = &text[..body];
    let mut found = Vec::new();
    let mut at = 0;
    let mut within = false;
    for line in head.split_inclusive('\n') {
        let (start, bare) = (at, line.trim_end());
        at += line.len();
        if matches!(bare, "---" | "+++" | "...") {
            // The fences.
            within = false;
        } else if let Some(rest) = value_of_key(bare) {
            within = true;
            add(rest, start + (bare.len() - rest.len()), &mut found);
        } else if within && (bare.starts_with([' ', '\t', '-', ']']) || bare.starts_with(['"', '\''])) {
            let entry = bare.trim_start().strip_prefix("- ").unwrap_or(bare);
            add(entry, start + (bare.len() - entry.len()), &mut found);
        } else if !bare.is_empty() {
            within = false;
        }
    }
    found
}

/// What follows `erstwhile-ignore:` (YAML) or `erstwhile-ignore =` (TOML).
fn value_of_key(line: &str) -> Option<&str> {
    let line = line.strip_prefix(['"', '\'']).unwrap_or(line);
    let rest = line.strip_prefix(MARK)?;
    let rest = rest.strip_prefix(['"', '\'']).unwrap_or(rest).trim_start();
    rest.strip_prefix([':', '='])
}

/// Adds the entries of a line: one as it is, or those between quotation marks of a list on one line.
fn add<'a>(text: &'a str, start: usize, found: &mut Vec<(&'a str, Span)>) {
    let bare = text.trim().trim_end_matches(',');
    if bare.is_empty() || matches!(bare, "[" | "]") {
        return;
    }
    let offset = start + (text.len() - text.trim_start().len());
    let list = bare.strip_prefix('[').map(|rest| rest.strip_suffix(']').unwrap_or(rest));
    let (inside, mut at) = match list {
        Some(inside) => (inside, offset + 1),
        None => (bare, offset),
    };
    let mut rest = inside;
    loop {
        let skipped = rest.len() - rest.trim_start_matches([' ', ',']).len();
        (rest, at) = (&rest[skipped..], at + skipped);
        let quoted = rest.chars().next().filter(|sign| matches!(sign, '"' | '\''));
        let Some(end) = quoted.and_then(|sign| rest[1..].find(sign)) else { break };
        found.push((&rest[1..=end], Span::new(at + 1, at + 1 + end)));
        (rest, at) = (&rest[end + 2..], at + end + 2);
    }
    if !rest.trim().is_empty() {
        found.push((rest, Span::new(at, at + rest.len())));
    }
}
