//! What to write into a draft to accept a finding, ready to be copied: who has to look it up does not use it.

use crate::model::{Code, Finding, Text};

/// Adds to the help of a finding about a draft the comment that accepts it.
pub fn add_ready_comment(finding: &mut Finding, path: &str) {
    if matches!(finding.code, Code::UnusedAllow | Code::MalformedAllow | Code::UnknownId) {
        return;
    }
    let whole = matches!(finding.code, Code::MalformedHead | Code::UndatedDraft);
    let (mark, place) = if whole { ("-file", "anywhere in it") } else { ("", "above the paragraph") };
    let claim = finding.claims.first().filter(|claim| is_writable(claim));
    let claim = claim.map_or_else(String::new, |claim| format!("({claim})"));
    let words = format!("erstwhile-ignore{mark} {}{claim}: WHY", finding.code);
    let is_mdx = path.rsplit_once('.').is_some_and(|(_, extension)| extension.eq_ignore_ascii_case("mdx"));
    let comment = if is_mdx { format!("{{/* {words} */}}") } else { format!("<!-- {words} -->") };
    // On a line of its own, so that it can be taken as it is.
    let accept = format!("If it may stay as it is, write {place}:\n{comment}");
    finding.help = Some(Text::from(match finding.help.take() {
        Some(help) => format!("{help}\n{accept}"),
        None => accept,
    }));
}

/// Whether an id can stand in a comment without ending it or its brackets.
fn is_writable(id: &str) -> bool {
    !id.contains(['(', ')', ',', '\n']) && !id.contains("--") && !id.contains("*/")
}
