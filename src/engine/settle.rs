//! From what was found to what is reported: severities, accepted findings, exact places, order, counts.

use std::collections::{BTreeMap, HashMap};

use rayon::prelude::*;
use rustc_hash::FxBuildHasher;

use super::fingerprint::{Room, fingerprint, identity};
use super::options::{CheckOptions, is_called};
use crate::load::{Loaded, is_standard, locate::locate};
use crate::model::{Allow, ClaimId, Code, Finding, Report, Severity, Site, Summary};
use crate::text::{Files, Place};
use crate::time::{Day, bound_words};

/// Settles the findings of a run.
#[must_use]
pub fn settle(files: &Files, loaded: &Loaded, options: &CheckOptions, mut findings: Vec<Finding>) -> Report {
    findings.retain_mut(|finding| is_on(finding, loaded, options));
    let suppressed = accept(&mut findings, loaded, options);
    let own = files.iter().filter(|(_, file)| !is_standard(file.path())).count();
    let counts = Summary { suppressed, files: own, claims: loaded.base.claims.len(), ..Summary::default() };
    finish(files, options, findings, counts)
}

/// Keeps what is wanted, places it, puts it in order and counts it.
fn finish(files: &Files, options: &CheckOptions, mut findings: Vec<Finding>, counts: Summary) -> Report {
    findings.retain(|finding| options.selection.wants(finding));
    findings.par_iter_mut().for_each_init(Room::new, |room, finding| place(files, finding, room));
    in_order(&mut findings);
    findings.dedup_by(|second, first| first == second);
    number_repeated(&mut findings);
    let mut report = Report {
        command: options.command,
        as_of: options.as_of.day,
        by_own_date: false,
        known_by: options.as_of.known_by,
        incomplete: findings.iter().any(|finding| finding.code.spoils_run()),
        findings,
        trails: Vec::new(),
        summary: counts,
    };
    report.count_again();
    report
}

/// Settles the findings about drafts, of which those are here that [`keep_wanted`] keeps: the same, but that of the claim
/// base only what spoils the run is told with them.
#[must_use]
pub fn settle_drafts(
    files: &Files,
    loaded: &Loaded,
    options: &CheckOptions,
    mut findings: Vec<Finding>,
    drafts: usize,
) -> Report {
    findings.extend(loaded.findings.iter().filter(|finding| finding.code.spoils_run()).cloned());
    let counts = Summary { files: drafts, claims: loaded.base.claims.len(), ..Summary::default() };
    finish(files, options, findings, counts)
}

/// Keeps of the findings about drafts those that are wanted, with the severity that counts.
pub fn keep_wanted(findings: &mut Vec<Finding>, loaded: &Loaded, options: &CheckOptions) {
    findings.retain(|finding| !finding.code.is_on_request() || is_asked_for(finding, loaded, options));
    findings.retain_mut(|finding| is_on(finding, loaded, options));
}

/// Whether a flag or the configuration speaks of findings that are made only on request.
fn is_asked_for(finding: &Finding, loaded: &Loaded, options: &CheckOptions) -> bool {
    let rule = finding.rule.as_deref();
    options.selection.select.iter().any(|name| is_called(finding, name))
        || options.selection.severity(finding.code, rule).is_some()
        || loaded.base.config.severity(finding.code, rule).is_some()
}

/// Gives a finding the severity that counts: that of a flag, else of the configuration, else of the rule or code. Off is
/// no finding.
fn is_on(finding: &mut Finding, loaded: &Loaded, options: &CheckOptions) -> bool {
    if finding.code.spoils_run() {
        return true;
    }
    let rule = finding.rule.as_deref();
    let asked = options.selection.severity(finding.code, rule);
    match asked.or_else(|| loaded.base.config.severity(finding.code, rule)) {
        Some(None) => return false,
        Some(Some(severity)) => finding.severity = severity,
        None => {}
    }
    true
}

/// Takes out what an `allow` accepts, and reports those that accept nothing or have run out.
fn accept(findings: &mut Vec<Finding>, loaded: &Loaded, options: &CheckOptions) -> usize {
    let claims = &loaded.base.claims;
    let allows: Vec<(ClaimId, &Allow)> = claims
        .detailed()
        .flat_map(|(claim, detail)| detail.allows.iter().map(move |allow| (claim, allow)))
        .collect();
    if allows.is_empty() {
        return 0;
    }
    let mut by_claim: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, (claim, _)) in allows.iter().enumerate() {
        by_claim.entry(claims.id(*claim)).or_default().push(at);
    }
    let mut used = vec![false; allows.len()];
    let before = findings.len();
    findings.retain(|finding| {
        let primary = finding.claims.first().and_then(|claim| by_claim.get(claim.as_str()));
        let accepting = primary.into_iter().flatten().find(|at| is_called(finding, &allows[**at].1.code));
        let Some(at) = accepting.copied() else { return true };
        used[at] = true;
        finding.code.spoils_run() || has_run_out(allows[at].1, options.as_of.day)
    });
    let suppressed = before - findings.len();
    // A name that is no code is reported as such; that it accepts nothing needs no second finding.
    for ((claim, allow), used) in
        allows.iter().zip(used).filter(|((_, allow), _)| loaded.base.has_code(&allow.code))
    {
        let message = unused(claims.id(*claim), allow, used, options.as_of.day);
        let unused = message.map(|message| {
            Finding::new(Code::UnusedAllow, message, Site::exact(allow.place))
                .label(allow.reason.clone())
                .help("remove it, or renew it with the reason that holds now")
                .about(claims.id(*claim))
                .key(&allow.code)
        });
        findings
            .extend(unused.and_then(|mut finding| is_on(&mut finding, loaded, options).then_some(finding)));
    }
    suppressed
}

fn unused(claim: &str, allow: &Allow, used: bool, day: Day) -> Option<String> {
    let code = &allow.code;
    match (used, allow.until) {
        (true, Some(until)) if has_run_out(allow, day) => {
            Some(format!("`{claim}` accepts `{code}` only until {}, which has passed", bound_words(until)))
        }
        (true, _) => None,
        (false, _) => Some(format!("`{claim}` accepts `{code}`, but there is no such finding here")),
    }
}

fn has_run_out(allow: &Allow, day: Day) -> bool {
    allow.until.is_some_and(|until| until.latest < day)
}

/// Exact places and identity.
fn place(files: &Files, finding: &mut Finding, room: &mut Room) {
    finding.site = Site::exact(locate(files, finding.site));
    for related in &mut finding.related {
        related.site = Site::exact(locate(files, related.site));
    }
    finding.fingerprint = fingerprint(identity(finding, files.get(finding.site.place.file).path(), room));
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
