//! What the front matter of a draft accepts: the key `erstwhile-ignore`, with one entry or a list of them.

use super::MARK;
use crate::text::Span;

/// The entries, each with its bytes. `body` is where the front matter ends.
pub fn entries(text: &str, body: usize) -> Vec<(&str, Span)> {
    let head = &text[..body];
    let mut found = Vec::new();
    let mut at = 0;
    let mut within = false;
    // In TOML: a text over several lines, in which nothing is a key.
    let mut long: Option<&str> = None;
    for line in head.split_inclusive('\n') {
        let (start, bare) = (at, line.trim_end());
        at += line.len();
        if let Some(quotes) = long {
            long = (!bare.contains(quotes)).then_some(quotes);
            continue;
        }
        long = ["\"\"\"", "'''"].into_iter().find(|quotes| bare.matches(quotes).count() == 1);
        if bare.starts_with('[') && !within {
            // A table of TOML: its keys say nothing of the draft itself.
            break;
        }
        if matches!(bare, "---" | "+++" | "...") {
            // The fences.
            within = false;
        } else if let Some(rest) = value_of_key(bare) {
            within = true;
            add(rest, start + (bare.len() - rest.len()), &mut found);
        } else if within && (bare.starts_with([' ', '\t', '-', ']']) || bare.starts_with(['"', '\''])) {
            let entry = bare.trim_start();
            let entry = entry.strip_prefix("- ").unwrap_or(entry);
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

/// Adds the entries of a line: those between quotation marks, or else the line as it is without the comment behind it.
fn add<'a>(text: &'a str, start: usize, found: &mut Vec<(&'a str, Span)>) {
    let mut at = start;
    let mut rest = text;
    loop {
        let skipped = rest.len() - rest.trim_start_matches([' ', '\t', ',', '[', ']']).len();
        (rest, at) = (&rest[skipped..], at + skipped);
        let Some(length) = quoted(rest) else { break };
        found.push((&rest[1..=length], Span::new(at + 1, at + 1 + length)));
        (rest, at) = (&rest[length + 2..], at + length + 2);
    }
    let plain = rest.find(" #").map_or(rest, |comment| &rest[..comment]);
    let plain = if plain.starts_with('#') { "" } else { plain.trim_end() };
    if !plain.is_empty() {
        found.push((plain, Span::new(at, at + plain.len())));
    }
}

/// How many bytes stand between the quotation marks that a text begins with: two single ones, and one behind a backslash in
/// double ones, do not close it.
fn quoted(text: &str) -> Option<usize> {
    let sign = text.chars().next().filter(|sign| matches!(sign, '"' | '\''))?;
    let mut letters = text.char_indices().skip(1).peekable();
    while let Some((at, letter)) = letters.next() {
        if sign == '"' && letter == '\\' {
            letters.next();
        } else if letter == sign {
            if sign == '\'' && letters.peek().is_some_and(|(_, next)| *next == sign) {
                letters.next();
                continue;
            }
            return Some(at - 1);
        }
    }
    None
}
