//! `--statistics`: what a run found, code by code, how much it looked at and how long it took. On standard error: the result
//! is the same with it and without.

use std::collections::BTreeMap;
use std::time::Duration;

use super::output;
use crate::model::{Code, Report, Severity, Summary};

/// Says the figures of a run.
pub fn tell(report: &Report, took: Duration) {
    output::hint(&text(report, took));
}

fn text(report: &Report, took: Duration) -> String {
    let mut counts: BTreeMap<(Code, Severity), usize> = BTreeMap::new();
    for finding in &report.findings {
        *counts.entry((finding.code, finding.severity)).or_default() += 1;
    }
    let mut counts: Vec<((Code, Severity), usize)> = counts.into_iter().collect();
    counts.sort_by_key(|((code, severity), count)| (std::cmp::Reverse((*severity, *count)), *code));
    let mut lines: Vec<String> =
        counts.iter().map(|((code, severity), count)| format!("{count:>7}  {code} ({severity})")).collect();
    let Summary { suppressed, old, unsure, files, claims, .. } = report.summary;
    for (count, what) in [(suppressed, "accepted"), (old, "known before"), (unsure, "not sure enough")] {
        if count > 0 {
            lines.push(format!("{count:>7}  {what}"));
        }
    }
    let sort = if report.command == "lint" { "drafts" } else { "files" };
    lines.push(format!("{files:>7}  {sort}"));
    lines.push(format!("{claims:>7}  claims"));
    lines.push(format!("{:>7.2}  seconds", took.as_secs_f64()));
    lines.join("\n")
}
