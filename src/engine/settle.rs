//! From what was found to what is reported: severities, accepted findings, exact places, order, counts.

use std::collections::HashMap;

use rayon::prelude::*;
use rustc_hash::FxBuildHasher;

use super::accept::accept_in_claims;
use super::fingerprint::{Room, fingerprint, identity};
use super::options::CheckOptions;
use super::policy::{Policy, spoils_run};
use crate::load::locate::locate;
use crate::load::{Loaded, is_standard};
use crate::model::{Code, Finding, Report, Severity, Site, Summary};
use crate::text::{Files, Place};

/// Settles the findings of a run.
#[must_use]
pub fn settle(files: &Files, loaded: &Loaded, options: &CheckOptions, mut findings: Vec<Finding>) -> Report {
    let policy = Policy::new(&loaded.base.config, options);
    findings.retain_mut(|finding| policy.is_on(files, finding));
    let suppressed = if options.selection.shows_accepted {
        0
    } else {
        accept_in_claims(&mut findings, files, loaded, &policy, options.as_of.day)
    };
    let own = files.iter().filter(|(_, file)| !is_standard(file.path())).count();
    let counts = Summary { suppressed, files: own, claims: loaded.base.claims.len(), ..Summary::default() };
    finish(files, options, findings, counts)
}

/// Keeps what is wanted, places it, puts it in order and counts it.
fn finish(files: &Files, options: &CheckOptions, mut findings: Vec<Finding>, counts: Summary) -> Report {
    findings.retain(|finding| spoils_run(files, finding) || options.selection.wants(finding));
    findings.par_iter_mut().for_each_init(Room::new, |room, finding| place(files, finding, room));
    in_order(&mut findings);
    findings.dedup_by(|second, first| first == second);
    number_repeated(&mut findings);
    let mut report = Report {
        command: options.command,
        as_of: options.as_of.day,
        by_own_date: 0,
        known_by: options.as_of.known_by,
        incomplete: findings.iter().any(|finding| spoils_run(files, finding)),
        findings,
        trails: Vec::new(),
        summary: counts,
    };
    report.count_again();
    report
}

/// Settles the findings about drafts, which are those that are wanted: the same, but that of the claim base only what
/// spoils the run is told with them.
#[must_use]
pub fn settle_drafts(
    files: &Files,
    loaded: &Loaded,
    options: &CheckOptions,
    mut findings: Vec<Finding>,
    counts: Summary,
) -> Report {
    findings.extend(loaded.findings.iter().filter(|finding| spoils_run(files, finding)).cloned());
    let counts = Summary { claims: loaded.base.claims.len(), ..counts };
    finish(files, options, findings, counts)
}

/// Gives a finding that is added after the others its exact places and its identity.
pub fn settle_place(files: &Files, finding: &mut Finding) {
    place(files, finding, &mut Room::new());
}

/// Exact places and identity.
fn place(files: &Files, finding: &mut Finding, room: &mut Room) {
    finding.site = Site::exact(locate(files, finding.site));
    for related in &mut finding.related {
        related.site = Site::exact(locate(files, related.site));
    }
    finding.fingerprint =
        fingerprint(identity(finding, &files.path_from_root(finding.site.place.file), room));
}

/// Sorts places with row numbers instead of the findings themselves, which are large, and moves each finding once. What
/// stands at one place is compared by all that [`order`] asks for.
fn in_order(findings: &mut [Finding]) {
    let mut rows: Vec<(Place, u32)> =
        findings.iter().zip(0..).map(|(finding, row)| (finding.site.place, row)).collect();
    rows.par_sort_by(|(one, row), (two, other)| {
        let full = |row: u32| order(&findings[row as usize]);
        one.cmp(two).then_with(|| full(*row).cmp(&full(*other)))
    });
    let mut rows: Vec<usize> = rows.into_iter().map(|(_, row)| row as usize).collect();
    // Each circle of rows that take each other's places is turned by one step; a row that is done points to itself.
    for start in 0..rows.len() {
        let mut at = start;
        while rows[at] != start {
            let from = rows[at];
            findings.swap(at, from);
            rows[at] = at;
            at = from;
        }
        rows[at] = at;
    }
}

/// Files in order, then places, then what tells findings at one place apart.
fn order(finding: &Finding) -> (Site, std::cmp::Reverse<Severity>, Code, &[String], &str, &str) {
    let severity = std::cmp::Reverse(finding.severity);
    (finding.site, severity, finding.code, &finding.claims, &finding.key, &finding.message)
}

/// Findings that are alike in all that identifies them are numbered, so that a fingerprint names one.
fn number_repeated(findings: &mut [Finding]) {
    let mut seen: HashMap<[u8; 32], usize, FxBuildHasher> =
        HashMap::with_capacity_and_hasher(findings.len(), FxBuildHasher);
    for finding in findings {
        let Some(digits) = finding.fingerprint.as_bytes().first_chunk() else { continue };
        let count = seen.entry(*digits).or_default();
        *count += 1;
        if *count > 1 {
            finding.fingerprint = format!("{}-{count}", finding.fingerprint);
        }
    }
}
