//! `--statistics`: what a run found, code by code, how much it looked at and how long it took. On standard error: the result
//! is the same with it and without.

use std::collections::BTreeMap;
use std::time::Duration;

use super::output;
use crate::model::{Code, Coverage, Outdated, Report, Section, Severity, Summary};

/// Says the figures of a run.
pub fn tell(report: &Report, took: Duration) {
    output::hint_lines(&text(report, took));
}

/// The same of what is outdated: how many claims each section lists.
pub fn tell_outdated(outdated: &Outdated, took: Duration) {
    let sections = Section::ALL.map(|section| (outdated.count(section), section.as_str()));
    let drafts = outdated.drafts.as_ref().map(|drafts| (drafts.read, "drafts"));
    let counts = sections.into_iter().chain(drafts).chain([(outdated.claims, "claims")]);
    let mut lines: Vec<String> = counts.map(|(count, what)| format!("{count:>7}  {what}")).collect();
    lines.push(seconds(took));
    output::hint_lines(&lines.join("\n"));
}

fn seconds(took: Duration) -> String {
    format!("{:>7.2}  seconds", took.as_secs_f64())
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
    let Summary { suppressed, old, unsure, elsewhere, files, claims, .. } = report.summary;
    for (count, what) in [
        (suppressed, "accepted"),
        (old, "known before"),
        (unsure, "below the minimum confidence"),
        (elsewhere, "in other files"),
    ] {
        if count > 0 {
            lines.push(format!("{count:>7}  {what}"));
        }
    }
    if report.command == "lint" {
        let Coverage { sentences, naming, judged } = report.coverage;
        for (count, what) in [
            (files, "drafts"),
            (sentences, "sentences"),
            (naming, "of them name something in your records"),
            (judged, "of them were judged"),
            (report.unjudged.count, "drafts in which nothing was judged"),
        ] {
            lines.push(format!("{count:>7}  {what}"));
        }
    } else {
        lines.push(format!("{files:>7}  files"));
    }
    lines.push(format!("{claims:>7}  claims"));
    lines.push(seconds(took));
    lines.join("\n")
}
