//! The comment that accepts a finding about a draft, ready to be copied.

use crate::model::{Code, Finding};

/// The comment, and whether it is about the whole draft; none where a comment cannot accept it. It is written as drafts at
/// `path` write comments.
#[must_use]
pub fn accepting_comment(finding: &Finding, path: &str) -> Option<(String, bool)> {
    if finding.language.is_none()
        || matches!(finding.code, Code::UnusedAllow | Code::MalformedAllow | Code::UnknownId)
    {
        return None;
    }
    let whole = matches!(finding.code, Code::MalformedHead | Code::UndatedDraft);
    let mark = if whole { "-file" } else { "" };
    let claim = finding.claims.first().filter(|claim| is_writable(claim));
    let claim = claim.map_or_else(String::new, |claim| format!("({claim})"));
    let words = format!("erstwhile-ignore{mark} {}{claim}: WHY", finding.code);
    let is_mdx = path.rsplit_once('.').is_some_and(|(_, extension)| extension.eq_ignore_ascii_case("mdx"));
    let comment = if is_mdx { format!("{{/* {words} */}}") } else { format!("<!-- {words} -->") };
    Some((comment, whole))
}

/// Whether an id can be in a comment without ending it or its brackets.
fn is_writable(id: &str) -> bool {
    !id.contains(['(', ')', ',', '\n']) && !id.contains("--") && !id.contains("*/")
}
