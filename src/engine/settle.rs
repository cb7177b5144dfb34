//! From what was found to what is reported: severities, accepted findings, exact places, order, counts.

use rayon::prelude::*;

use super::accept::accept_in_claims;
use super::fingerprint::{Room, digits, fingerprint, identity};
use super::options::CheckOptions;
use super::policy::{Policy, is_always_told, spoils_run};
use crate::load::locate::Locator;
use crate::load::{Loaded, is_standard};
use crate::model::{Code, Coverage, Edit, Finding, Report, Severity, Site, Suggestion, Summary, Unjudged};
use crate::store::prefetch_text;
use crate::text::{Files, Place, Span};
use crate::time::Period;

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
    ordered(files, options, findings, counts)
}

/// Places findings, puts them in order and counts them.
fn ordered(files: &Files, options: &CheckOptions, mut findings: Vec<Finding>, counts: Summary) -> Report {
    let locator = Locator::new(files);
    findings.par_chunks_mut(PLACED_TOGETHER).for_each(|some| place_all(files, &locator, some));
    in_order(&mut findings);
    findings.dedup_by(|second, first| first == second);
    identify(files, &mut findings);
    let mut report = Report {
        command: options.command,
        as_of: options.as_of.day,
        by_own_date: 0,
        coverage: Coverage::default(),
        unjudged: Unjudged::default(),
        known_by: options.as_of.known_by,
        incomplete: findings.par_iter().any(|finding| spoils_run(files, finding)),
        findings,
        trails: Vec::new(),
        unseen: Vec::new(),
        summary: counts,
    };
    report.count_again();
    report
}

/// Settles the findings about drafts, which are those that are wanted: the same, but that of the claim base only what
/// could not be read or used is reported with them, whatever is wanted: drafts were judged without it.
#[must_use]
pub fn settle_drafts(
    files: &Files,
    loaded: &Loaded,
    options: &CheckOptions,
    mut findings: Vec<Finding>,
    counts: Summary,
) -> Report {
    findings.retain(|finding| spoils_run(files, finding) || options.selection.wants(finding));
    let missing = missing(files, loaded, options);
    let is_missing = !missing.is_empty();
    findings.extend(missing);
    let counts = Summary { claims: loaded.base.claims.len(), ..counts };
    let report = ordered(files, options, findings, counts);
    Report { incomplete: report.incomplete || is_missing, ..report }
}

/// What could not be read or used of claims and rules. An unknown field does not remove its record; whoever makes that less
/// than an error may go on without it.
#[must_use]
pub fn missing(files: &Files, loaded: &Loaded, options: &CheckOptions) -> Vec<Finding> {
    let policy = Policy::new(&loaded.base.config, options);
    let told = |finding: &&Finding| is_always_told(files, finding);
    let missing = loaded.findings.iter().filter(told).cloned().filter_map(|mut finding| {
        let is_on = policy.is_on(files, &mut finding) && finding.severity == Severity::Error;
        let is_kept = is_on || finding.code != Code::UnknownField || spoils_run(files, &finding);
        finding.severity = Severity::Error;
        is_kept.then_some(finding)
    });
    let mut missing: Vec<Finding> = missing.collect();
    let locator = Locator::new(files);
    missing.iter_mut().for_each(|finding| place(files, &locator, finding));
    missing
}

/// Gives a finding that is added after the others its exact places and its identity.
pub fn settle_place(files: &Files, finding: &mut Finding) {
    place(files, &Locator::new(files), finding);
    finding.fingerprint = digits(fingerprint_of(files, finding, &mut Room::new()));
}

fn fingerprint_of(files: &Files, finding: &Finding, room: &mut Room) -> u128 {
    let path = files.path_from_root(finding.site.place.file);
    let identity = identity(finding, || path.clone(), room);
    fingerprint(identity, &path, room)
}

/// How many bytes of a record are usually searched before the field is found.
const LOOKED_AT: usize = 256;

/// How many places are looked up together.
const PLACED_TOGETHER: usize = 64;

/// Exact places of findings that may be anywhere in large files: memory is asked for all of them before the first is
/// looked at.
fn place_all(files: &Files, locator: &Locator<'_>, findings: &mut [Finding]) {
    for finding in &*findings {
        for site in std::iter::once(finding.site).chain(finding.related.iter().map(|related| related.site)) {
            let record = files.slice(site.place).as_bytes();
            prefetch_text(record, 0..LOOKED_AT);
        }
    }
    for finding in findings {
        place(files, locator, finding);
    }
}

/// Exact places.
fn place(files: &Files, locator: &Locator<'_>, finding: &mut Finding) {
    finding.site = Site::exact(locator.locate(finding.site));
    for related in &mut finding.related {
        related.site = Site::exact(locator.locate(related.site));
    }
    finding.edit = finding.edit.and_then(|edit| place_edit(files, locator, edit));
}

/// The exact bytes that an edit replaces; none if they are not written as the edit expects.
fn place_edit(files: &Files, locator: &Locator<'_>, edit: Edit) -> Option<Edit> {
    let place = locator.locate(edit.site);
    let place = match edit.suggestion {
        Suggestion::End(_) => {
            Place { span: end_of_period(files.slice(place))?.shifted(place.span.start as usize), ..place }
        }
        _ => place,
    };
    Some(Edit { site: Site::exact(place), ..edit })
}

/// Where a period, perhaps in quotation marks, says its end: after the slash.
fn end_of_period(written: &str) -> Option<Span> {
    let quoted = |text: &str| text.strip_prefix('"').is_some_and(|rest| rest.ends_with('"'));
    let inside = usize::from(quoted(written));
    let period = written.get(inside..written.len() - inside)?;
    Period::parse(period).ok()?;
    Some(Span::new(inside + period.find('/')? + 1, inside + period.len()))
}

/// Sorts places with row numbers instead of the findings themselves, which are large, and moves each finding once. What
/// is at one place is compared by all that [`order`] asks for.
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

/// Files in order, then places, then what distinguishes findings at one place.
fn order(finding: &Finding) -> (Site, std::cmp::Reverse<Severity>, Code, &[String], &str) {
    let severity = std::cmp::Reverse(finding.severity);
    (finding.site, severity, finding.code, &finding.claims, &finding.key)
}

/// How many findings get their fingerprints at a stretch.
const IDENTIFIED_TOGETHER: usize = 256;

/// Gives findings their fingerprints. Those of one file that are alike in all that identifies them are numbered, so that a
/// fingerprint names one.
fn identify(files: &Files, findings: &mut [Finding]) {
    let fingerprints =
        findings.par_chunks_mut(IDENTIFIED_TOGETHER).enumerate().flat_map_iter(|(stretch, some)| {
            let mut room = Room::new();
            let mut fingerprints = Vec::with_capacity(some.len());
            for (row, finding) in some.iter_mut().enumerate() {
                let fingerprint = fingerprint_of(files, finding, &mut room);
                finding.fingerprint = digits(fingerprint);
                fingerprints.push((fingerprint, stretch * IDENTIFIED_TOGETHER + row));
            }
            fingerprints
        });
    let mut fingerprints: Vec<(u128, usize)> = fingerprints.collect();
    fingerprints.par_sort_unstable();
    for alike in fingerprints.chunk_by(|one, two| one.0 == two.0) {
        for (number, (_, row)) in (2..).zip(&alike[1..]) {
            let fingerprint = &mut findings[*row].fingerprint;
            *fingerprint = format!("{fingerprint}-{number}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::end_of_period;

    #[test]
    fn the_end_of_a_written_period() {
        let end = |text: &str| end_of_period(text).map(|span| text[span.range()].to_owned());
        assert_eq!(end("\"2023~/..\""), Some("..".to_owned()));
        assert_eq!(end("2023/"), Some(String::new()));
        assert_eq!(end("\"2023\""), None);
        assert_eq!(end("\"card/azure\""), None);
        assert_eq!(end("\""), None);
    }
}
