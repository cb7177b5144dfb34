//! What is in a comment that accepts findings: `outdated(azure-exclusive-cloud): why until=2027-01-01`.

use super::MARK;
use crate::model::ReadingFact;
use crate::time::{Bound, parse_date};

/// How far a comment reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DirectiveReach {
    /// The next block.
    Block,
    /// From here on, until it is closed.
    Begin,
    /// Closes what was begun.
    End,
    /// All of the draft.
    File,
}

/// What is accepted, and why.
#[derive(Debug, PartialEq, Eq)]
pub struct Accepted<'a> {
    /// Codes, each with the claim that the finding must be about.
    pub codes: Vec<(&'a str, Option<&'a str>)>,
    /// Why.
    pub reason: &'a str,
    /// Until when.
    pub until: Option<Bound>,
}

/// Why a comment cannot be read.
pub fn flaw(reason: &'static str) -> ReadingFact {
    ReadingFact::Allow { reason, written: None, error: None }
}

fn flawed(reason: &'static str, written: &str) -> ReadingFact {
    ReadingFact::Allow { reason, written: Some(written.to_owned()), error: None }
}

/// Reads the words of a comment, which begin with the mark; or says what is wrong with them.
pub fn read(words: &str) -> Result<(DirectiveReach, Accepted<'_>), ReadingFact> {
    let end = words.find(|letter: char| !(letter.is_alphanumeric() || letter == '-')).unwrap_or(words.len());
    let (name, rest) = words.split_at(end);
    let reach = match name.strip_prefix(MARK) {
        Some("") => DirectiveReach::Block,
        Some("-begin") => DirectiveReach::Begin,
        Some("-end") => DirectiveReach::End,
        Some("-file") => DirectiveReach::File,
        _ => {
            return Err(flawed("unknown-name", name));
        }
    };
    if reach == DirectiveReach::End {
        return Ok((reach, Accepted { codes: Vec::new(), reason: "", until: None }));
    }
    accepted(rest).map(|accepted| (reach, accepted))
}

/// Reads `CODE(CLAIM), CODE: REASON until=DATE`.
pub fn accepted(text: &str) -> Result<Accepted<'_>, ReadingFact> {
    let text = text.trim();
    if text.is_empty() {
        return Err(flaw("empty"));
    }
    let Some(colon) = outside_brackets(text, ':').next() else {
        return Err(flaw("no-reason"));
    };
    let codes = codes(&text[..colon])?;
    let (reason, until) = reason(text[colon + 1..].trim())?;
    // As in the help of a finding, ready to be copied and filled in.
    if reason == "WHY" {
        return Err(flaw("placeholder"));
    }
    if reason.is_empty() {
        return Err(flaw("no-reason"));
    }
    Ok(Accepted { codes, reason, until })
}

fn codes(text: &str) -> Result<Vec<(&str, Option<&str>)>, ReadingFact> {
    let mut codes = Vec::new();
    let mut from = 0;
    for end in outside_brackets(text, ',').chain([text.len()]) {
        let one = text.get(from..end).unwrap_or_default().trim();
        from = end + 1;
        let (code, claim) = match one.split_once('(') {
            None => (one, None),
            Some((code, rest)) => match rest.strip_suffix(')') {
                Some(claim) if !claim.trim().is_empty() => (code.trim_end(), Some(claim.trim())),
                _ => return Err(flawed("claim", one)),
            },
        };
        if code.is_empty() {
            return Err(flaw("no-code"));
        }
        if code.contains(char::is_whitespace) {
            return Err(flawed("several-codes", code));
        }
        codes.push((code, claim));
    }
    Ok(codes)
}

/// The reason, and the date that may close it. One anywhere else would be skipped, and what should run out
/// would be accepted for ever.
fn reason(text: &str) -> Result<(&str, Option<Bound>), ReadingFact> {
    const UNTIL: &str = "until=";
    let last_blank = text.char_indices().rev().find(|(_, letter)| letter.is_whitespace());
    let start = last_blank.map_or(0, |(at, blank)| at + blank.len_utf8());
    let (reason, last) = text.split_at(start);
    let date = last.strip_prefix(UNTIL);
    let rest = if date.is_some() { reason } else { text };
    if rest.to_lowercase().contains(UNTIL) {
        return Err(flaw("until-not-last"));
    }
    let Some(date) = date else { return Ok((text, None)) };
    match parse_date(date) {
        Ok(bound) => Ok((reason.trim_end(), Some(bound))),
        Err(error) => Err(ReadingFact::Allow {
            reason: "until-date",
            written: Some(last.to_owned()),
            error: Some(error.to_string()),
        }),
    }
}

/// Where `sign` is outside of round brackets.
fn outside_brackets(text: &str, sign: char) -> impl Iterator<Item = usize> + '_ {
    let mut depth = 0usize;
    text.char_indices().filter_map(move |(at, letter)| {
        match letter {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        (depth == 0 && letter == sign).then_some(at)
    })
}
