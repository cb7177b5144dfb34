//! Findings that were there before: what is left of a report without them.
//!
//! Compared by identity, never by line: a claim that is edited makes untouched drafts outdated, and a paragraph that moves
//! stays what it was.

use std::collections::HashMap;

use rustc_hash::FxBuildHasher;

use super::fingerprint::{Room, digits, identity};
use super::policy::is_always_told;
use crate::model::{Finding, Report, Severity};
use crate::text::Files;

/// A finding that was there before.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct OldFinding {
    /// The path of its file from the root of the workspace.
    pub path: String,
    /// What identifies it whatever its file: how a draft that was moved is known again.
    pub identity: String,
    /// How bad it was: one that has become worse is new.
    pub severity: Severity,
}

impl OldFinding {
    /// A finding of a run as one to leave out of another.
    #[must_use]
    pub fn of(finding: &Finding, files: &Files) -> Self {
        let path = files.path_from_root(finding.site.place.file);
        let identity = digits(identity(finding, || path.clone(), &mut Room::new()));
        Self { path: path.into_owned(), identity, severity: finding.severity }
    }
}

/// The findings of a report, to be left out of another. What could not be read or used is never left out.
#[must_use]
pub fn old_findings(report: &Report, files: &Files) -> Vec<OldFinding> {
    let real = report.findings.iter().filter(|finding| !is_always_told(files, finding));
    real.map(|finding| OldFinding::of(finding, files)).collect()
}

/// Leaves out of a report what was there before, each once, and says of each old finding whether it is still there.
///
/// Of findings that are alike, those in the same file are taken for the old ones first, then those in any: a draft that is
/// copied brings something new, one that is moved does not.
pub fn leave_out(report: &mut Report, files: &Files, old: &[OldFinding]) -> Vec<bool> {
    let kept: Vec<bool> = report.findings.iter().map(|finding| is_always_told(files, finding)).collect();
    let found: Vec<OldFinding> =
        report.findings.iter().map(|finding| OldFinding::of(finding, files)).collect();
    let (is_old, met) = meet(&found, &kept, old);
    let mut is_old = is_old.into_iter();
    let before = report.findings.len();
    report.findings.retain(|_| is_old.next() == Some(false));
    report.summary.old += before - report.findings.len();
    report.count_again();
    met
}

/// Old findings without those that others, `taken`, have used up: what is known twice excuses one finding, not two.
#[must_use]
pub fn without(old: Vec<OldFinding>, taken: &[OldFinding]) -> Vec<OldFinding> {
    let (is_taken, _) = meet(&old, &vec![false; old.len()], taken);
    old.into_iter().zip(is_taken).filter(|(_, taken)| !taken).map(|(one, _)| one).collect()
}

/// Which of `found`, of which `kept` are never old, are among `old`, and which of those occur. One that is worse than
/// an old one is not the same.
fn meet(found: &[OldFinding], kept: &[bool], old: &[OldFinding]) -> (Vec<bool>, Vec<bool>) {
    let (mut is_old, mut met) = (vec![false; found.len()], vec![false; old.len()]);
    for same_file in [true, false] {
        let path = |one: &'_ OldFinding| if same_file { one.path.clone() } else { String::new() };
        // The old ones not found yet, by what identifies them; the first of them is taken first.
        let mut left: HashMap<(&str, String, Severity), Vec<usize>, FxBuildHasher> = HashMap::default();
        for (at, one) in old.iter().enumerate().rev().filter(|(at, _)| !met[*at]) {
            left.entry((one.identity.as_str(), path(one), one.severity)).or_default().push(at);
        }
        for (at, one) in found.iter().enumerate() {
            if is_old[at] || kept[at] {
                continue;
            }
            let path = path(one);
            let bad_enough =
                Severity::WORST_FIRST.into_iter().rev().filter(|severity| *severity >= one.severity);
            let mut alike = bad_enough
                .filter_map(|severity| left.get_mut(&(one.identity.as_str(), path.clone(), severity))?.pop());
            if let Some(taken) = alike.next() {
                met[taken] = true;
                is_old[at] = true;
            }
        }
    }
    (is_old, met)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::graph::AsOf;
    use crate::load::Loaded;
    use crate::model::{Code, Site};
    use crate::text::{File, FileId, Place};
    use crate::time::Day;

    const PATHS: [&str; 3] = ["a.md", "b.md", "c.md"];

    /// What identifies the finding of this number.
    fn identity_of(number: usize, files: &Files) -> String {
        let site = Site::exact(Place::new(FileId::new(0), 0, 1));
        let finding = Finding::new(Code::Outdated, "old", site).key(number.to_string());
        OldFinding::of(&finding, files).identity
    }

    const SEVERITIES: [Severity; 2] = [Severity::Warning, Severity::Error];

    /// What is found or was: in which file, what, and how bad.
    type One = (usize, usize, usize);

    /// A report of findings, each by its file, its identity and its severity.
    fn report(found: &[One]) -> (Report, Files) {
        let mut files = Files::default();
        for path in PATHS {
            files.add(File::new(path, "text"));
        }
        let options = crate::engine::CheckOptions {
            command: "lint",
            as_of: AsOf { day: Day::from_number(0), known_by: None },
            selection: crate::engine::Selection::default(),
        };
        let mut report = crate::engine::settle_findings(&files, &Loaded::default(), &options, Vec::new());
        for (file, number, severity) in found {
            let site = Site::exact(Place::new(FileId::new(*file), 0, 1));
            let mut finding = Finding::new(Code::Outdated, "old", site);
            finding.severity = SEVERITIES[*severity];
            finding.key = number.to_string();
            report.findings.push(finding);
        }
        (report, files)
    }

    /// The same one by one: first what is in the same file, then what is anywhere; the least bad one that suffices.
    fn naive(found: &[One], old: &[One]) -> Vec<One> {
        let mut old = old.to_vec();
        let mut left = found.to_vec();
        for same_file in [true, false] {
            left.retain(|one| {
                let fits =
                    |other: &&One| other.1 == one.1 && other.2 >= one.2 && (!same_file || other.0 == one.0);
                let Some(taken) = old.iter().filter(fits).min_by_key(|other| other.2).copied() else {
                    return true;
                };
                let at = old.iter().position(|other| *other == taken).unwrap();
                old.remove(at);
                false
            });
        }
        left
    }

    proptest! {
        #[test]
        fn what_is_left_is_what_is_left_one_by_one(
            found in prop::collection::vec((0..3usize, 0..4usize, 0..2usize), 0..12),
            old in prop::collection::vec((0..3usize, 0..4usize, 0..2usize), 0..12),
        ) {
            let (mut report, files) = report(&found);
            let before: Vec<OldFinding> = old
                .iter()
                .map(|(file, number, severity)| OldFinding {
                    path: PATHS[*file].to_owned(),
                    identity: identity_of(*number, &files),
                    severity: SEVERITIES[*severity],
                })
                .collect();
            let met = leave_out(&mut report, &files, &before);
            let left: Vec<One> = report
                .findings
                .iter()
                .map(|finding| {
                    let number = finding.key.parse().unwrap();
                    let severity = SEVERITIES.iter().position(|severity| *severity == finding.severity).unwrap();
                    (finding.site.place.file.index(), number, severity)
                })
                .collect();
            prop_assert_eq!(&left, &naive(&found, &old));
            prop_assert_eq!(met.iter().filter(|met| **met).count(), found.len() - left.len());
            prop_assert_eq!(report.summary.old, found.len() - left.len());
        }
    }
}
