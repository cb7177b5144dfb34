//! The identity of a finding: code, claims, file and what else tells it apart; never a line number or a date.

use xxhash_rust::xxh3::xxh3_128;

use crate::model::Finding;

/// Gives a finding its fingerprint: 32 hexadecimal digits.
#[must_use]
pub fn fingerprint(finding: &Finding, path: &str) -> String {
    let mut text = String::with_capacity(64);
    text.push_str(finding.code.as_str());
    let mut claims: Vec<&str> = finding.claims.iter().map(String::as_str).collect();
    claims.sort_unstable();
    for claim in claims {
        text.push('\u{1f}');
        text.push_str(claim);
    }
    text.push('\u{1e}');
    text.push_str(path);
    text.push('\u{1e}');
    text.push_str(&finding.key);
    format!("{:032x}", xxh3_128(text.as_bytes()))
}
