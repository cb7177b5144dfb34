//! What differs between the findings of an earlier run, perhaps by another version of the program, and those of this one.
//!
//! Findings are matched by what they are about, not by their fingerprints, which versions may make differently.

use std::collections::HashMap;

use rustc_hash::FxBuildHasher;

use crate::model::{Finding, Report};
use crate::text::Files;

/// A finding as a report of any version has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComparedFinding {
    /// The path of its file as it is shown.
    pub path: String,
    /// Where it begins: line and column.
    pub start: (usize, usize),
    /// Its code.
    pub code: String,
    /// How bad.
    pub severity: String,
    /// The claims that it is about, sorted.
    pub claims: Vec<String>,
    /// What is wrong.
    pub message: String,
}

/// What became of the findings of an earlier run.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Differences {
    /// Those that were not there before.
    pub appeared: Vec<ComparedFinding>,
    /// Those that are not there any more.
    pub vanished: Vec<ComparedFinding>,
    /// Those whose code or severity, or the claims that they are about, are others: before and now.
    pub changed: Vec<(ComparedFinding, ComparedFinding)>,
    /// How many are as before.
    pub same: usize,
}

/// The findings of a report, with their words.
#[must_use]
pub fn compared(
    report: &Report,
    files: &Files,
    message: impl Fn(&Finding) -> String,
) -> Vec<ComparedFinding> {
    let of = |finding: &Finding| {
        let (start, _) = files.positions(finding.site.place);
        let mut claims = finding.claims.clone();
        claims.sort();
        ComparedFinding {
            path: files.get(finding.site.place.file).path().to_owned(),
            start: (start.line, start.column),
            code: finding.code.to_string(),
            severity: finding.severity.to_string(),
            claims,
            message: message(finding),
        }
    };
    report.findings.iter().map(of).collect()
}

/// Compares the findings of two runs: first those that are alike, then those that are less and less so.
#[must_use]
pub fn compare(before: Vec<ComparedFinding>, now: Vec<ComparedFinding>) -> Differences {
    let mut found = Differences::default();
    let mut before: Vec<Option<ComparedFinding>> = before.into_iter().map(Some).collect();
    let mut now: Vec<Option<ComparedFinding>> = now.into_iter().map(Some).collect();
    for likeness in [Likeness::All, Likeness::Claims, Likeness::Line] {
        let mut left: HashMap<_, Vec<usize>, FxBuildHasher> = HashMap::default();
        for (at, one) in before.iter().enumerate().rev() {
            if let Some(key) = one.as_ref().and_then(|one| likeness.key(one)) {
                left.entry(key).or_default().push(at);
            }
        }
        for place in &mut now {
            let key = place.as_ref().and_then(|one| likeness.key(one));
            let Some(at) = key.and_then(|key| left.get_mut(&key)?.pop()) else { continue };
            if let (Some(old), Some(new)) = (before[at].take(), place.take()) {
                if likeness == Likeness::All {
                    found.same += 1;
                } else {
                    found.changed.push((old, new));
                }
            }
        }
    }
    found.changed.sort_by(|(_, one), (_, two)| (&one.path, one.start).cmp(&(&two.path, two.start)));
    found.vanished = before.into_iter().flatten().collect();
    found.appeared = now.into_iter().flatten().collect();
    found
}

/// By what two findings of one file are taken for the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Likeness {
    /// Code, severity and claims.
    All,
    /// The claims, if there are any.
    Claims,
    /// The line.
    Line,
}

impl Likeness {
    /// What must be equal; none if a finding has nothing of that sort.
    fn key(self, one: &ComparedFinding) -> Option<String> {
        let ComparedFinding { path, start, code, severity, claims, .. } = one;
        let claims = claims.join("\u{1f}");
        match self {
            Self::All => Some(format!("{path}\u{1e}{code}\u{1e}{severity}\u{1e}{claims}")),
            Self::Claims => (!claims.is_empty()).then(|| format!("{path}\u{1e}{claims}")),
            Self::Line => Some(format!("{path}\u{1e}{}", start.0)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finding(path: &str, line: usize, code: &str, severity: &str, claims: &[&str]) -> ComparedFinding {
        ComparedFinding {
            path: path.to_owned(),
            start: (line, 1),
            code: code.to_owned(),
            severity: severity.to_owned(),
            claims: claims.iter().map(|claim| (*claim).to_owned()).collect(),
            message: String::new(),
        }
    }

    #[test]
    fn the_most_alike_are_taken_for_the_same() {
        let before = [
            finding("a.md", 1, "outdated", "error", &["c"]),
            finding("a.md", 3, "outdated", "error", &["c"]),
            finding("a.md", 5, "stale", "warning", &["d"]),
            finding("a.md", 9, "vague-time", "note", &[]),
            finding("b.md", 1, "outdated", "error", &["c"]),
        ];
        let now = [
            finding("a.md", 2, "outdated", "error", &["c"]),
            finding("a.md", 5, "outdated", "error", &["d"]),
            finding("a.md", 7, "outdated", "error", &["c"]),
            finding("a.md", 9, "stale-date", "note", &[]),
            finding("c.md", 1, "outdated", "error", &["c"]),
        ];
        let found = compare(before.to_vec(), now.to_vec());
        assert_eq!(found.same, 2);
        let changed: Vec<_> =
            found.changed.iter().map(|(old, new)| (old.start.0, &*old.code, &*new.code)).collect();
        assert_eq!(changed, [(5, "stale", "outdated"), (9, "vague-time", "stale-date")]);
        assert_eq!(found.vanished, [before[4].clone()]);
        assert_eq!(found.appeared, [now[4].clone()]);
        let same = compare(now.to_vec(), now.to_vec());
        assert_eq!(same, Differences { same: 5, ..Differences::default() });
    }
}
