//! Findings that were there before: what is left of a report without them.
//!
//! Compared by identity, never by line: a claim that is edited makes untouched drafts outdated, and a paragraph that moves
//! stays what it was.

use std::borrow::Cow;
use std::collections::HashMap;

use rustc_hash::FxBuildHasher;

use super::policy::spoils_run;
use crate::model::{Finding, Report};
use crate::text::Files;

/// A finding that was there before.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct OldFinding {
    /// The path of its file from the root of the workspace.
    pub path: String,
    /// What identifies it, without the number that tells it from its like.
    pub fingerprint: String,
}

impl OldFinding {
    /// A finding of a run as one to leave out of another.
    #[must_use]
    pub fn of(finding: &Finding, files: &Files) -> Self {
        Self {
            path: files.path_from_root(finding.site.place.file).into_owned(),
            fingerprint: unnumbered(&finding.fingerprint).to_owned(),
        }
    }
}

/// The findings of a report, to be left out of another. What could not be read is never left out.
#[must_use]
pub fn old_findings(report: &Report, files: &Files) -> Vec<OldFinding> {
    let real = report.findings.iter().filter(|finding| !spoils_run(files, finding));
    real.map(|finding| OldFinding::of(finding, files)).collect()
}

/// Leaves out of a report what was there before, each once, and says of each old finding whether it is still there.
///
/// Of findings that are alike, those in the same file are taken for the old ones first, then those in any: a draft that is
/// copied brings something new, one that is moved does not.
pub fn leave_out(report: &mut Report, files: &Files, old: &[OldFinding]) -> Vec<bool> {
    let mut met = vec![false; old.len()];
    let mut is_old = vec![false; report.findings.len()];
    let paths: Vec<Cow<'_, str>> =
        report.findings.iter().map(|finding| files.path_from_root(finding.site.place.file)).collect();
    for same_file in [true, false] {
        // What identifies a finding, with the old ones that are still to be met; the first of them is taken first.
        let mut left: HashMap<(&str, &str), Vec<usize>, FxBuildHasher> = HashMap::default();
        for (at, one) in old.iter().enumerate().rev().filter(|(at, _)| !met[*at]) {
            let path = if same_file { one.path.as_str() } else { "" };
            left.entry((one.fingerprint.as_str(), path)).or_default().push(at);
        }
        for (at, finding) in report.findings.iter().enumerate() {
            if is_old[at] || spoils_run(files, finding) {
                continue;
            }
            let path = if same_file { paths[at].as_ref() } else { "" };
            let alike = left.get_mut(&(unnumbered(&finding.fingerprint), path));
            if let Some(taken) = alike.and_then(Vec::pop) {
                met[taken] = true;
                is_old[at] = true;
            }
        }
    }
    let mut is_old = is_old.into_iter();
    let before = report.findings.len();
    report.findings.retain(|_| is_old.next() == Some(false));
    report.summary.old += before - report.findings.len();
    report.count_again();
    met
}

/// A fingerprint without the number that tells a finding from its like.
fn unnumbered(fingerprint: &str) -> &str {
    fingerprint.split_once('-').map_or(fingerprint, |(identity, _)| identity)
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

    fn identity(number: usize) -> String {
        format!("{number:032x}")
    }

    /// A report of findings, each by its file and its identity.
    fn report(found: &[(usize, usize)]) -> (Report, Files) {
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
        for (at, (file, number)) in found.iter().enumerate() {
            let site = Site::exact(Place::new(FileId::new(*file), 0, 1));
            let mut finding = Finding::new(Code::Outdated, "old", site);
            let before = found[..at].iter().filter(|(_, other)| other == number).count();
            let identity = identity(*number);
            finding.fingerprint = if before == 0 { identity } else { format!("{identity}-{}", before + 1) };
            report.findings.push(finding);
        }
        (report, files)
    }

    /// The same one by one: first what is in the same file, then what is anywhere.
    fn naive(found: &[(usize, usize)], old: &[(usize, usize)]) -> Vec<(usize, usize)> {
        let mut old = old.to_vec();
        let mut left = Vec::new();
        for one in found {
            match old.iter().position(|other| other == one) {
                Some(at) => drop(old.remove(at)),
                None => left.push(*one),
            }
        }
        left.retain(|(_, number)| match old.iter().position(|(_, other)| other == number) {
            Some(at) => {
                old.remove(at);
                false
            }
            None => true,
        });
        left
    }

    proptest! {
        #[test]
        fn what_is_left_is_what_is_left_one_by_one(
            found in prop::collection::vec((0..3usize, 0..4usize), 0..12),
            old in prop::collection::vec((0..3usize, 0..4usize), 0..12),
        ) {
            let (mut report, files) = report(&found);
            let before: Vec<OldFinding> = old
                .iter()
                .map(|(file, number)| OldFinding { path: PATHS[*file].to_owned(), fingerprint: identity(*number) })
                .collect();
            let met = leave_out(&mut report, &files, &before);
            let left: Vec<(usize, usize)> = report
                .findings
                .iter()
                .map(|finding| {
                    let number = usize::from_str_radix(unnumbered(&finding.fingerprint), 16).unwrap();
                    (finding.site.place.file.index(), number)
                })
                .collect();
            prop_assert_eq!(&left, &naive(&found, &old));
            prop_assert_eq!(met.iter().filter(|met| **met).count(), found.len() - left.len());
            prop_assert_eq!(report.summary.old, found.len() - left.len());
        }
    }
}
