//! Drafts as they read, each judged sentence with what is said of it, for a page that goes to their author.
//!
//! Judges nothing anew and words no finding: what a settled report says stands beside the sentence that it is about, and
//! what it does not say is told of the verdicts alone. Cost follows the drafts and what is said of them.

mod cutting;
mod record;
mod remark;
mod sheet;

use std::collections::BTreeMap;
use std::sync::Mutex;

use super::drafts::{Desk, DraftOptions};
use crate::check::Judge;
use crate::graph::Graph;
use crate::load::Loaded;
use crate::model::{Annotated, AnnotatedDraft, Finding, Reading, Remark, Report};
use crate::text::{FileId, Files};
use crate::words::{Choice, Words};

use remark::of_finding;
use sheet::annotate;

/// The drafts of a run with what its settled report, and the verdicts behind it, say of them.
#[must_use]
pub fn annotated(
    files: &Files,
    loaded: &Loaded,
    drafts: &[FileId],
    options: &DraftOptions,
    report: &Report,
) -> Annotated {
    let graph = Graph::new(&loaded.base, &loaded.index);
    let desk = Desk::new(loaded, &graph, options, false);
    let mut found: BTreeMap<FileId, Vec<&Finding>> = BTreeMap::new();
    for finding in &report.findings {
        found.entry(finding.site.place.file).or_default().push(finding);
    }
    let done: Mutex<BTreeMap<FileId, AnnotatedDraft>> = Mutex::default();
    let mut readings = desk.readings(files, drafts);
    desk.judge(files, &mut readings, &|judge: &Judge<'_>, reading: &Reading, _| {
        let findings = found.get(&reading.file).map_or(&[][..], Vec::as_slice);
        let draft = annotate(judge, reading, files.get(reading.file), findings);
        if let Ok(mut done) = done.lock() {
            done.insert(reading.file, draft);
        }
    });
    let words = Words::new(&loaded.base, Choice::default());
    let mut done = done.into_inner().unwrap_or_default();
    let mut of = |draft: &FileId| {
        let known = done.remove(draft);
        let findings = found.remove(draft).unwrap_or_default();
        known.unwrap_or_else(|| unread(files, *draft, options, &findings, words))
    };
    Annotated {
        as_of: report.as_of,
        by_own_date: report.by_own_date > 0,
        known_by: report.known_by,
        incomplete: report.incomplete,
        drafts: drafts.iter().map(&mut of).collect(),
        elsewhere: elsewhere(files, found, words),
    }
}

/// A draft that could not be read: nothing but what is said of that.
fn unread(
    files: &Files,
    draft: FileId,
    options: &DraftOptions,
    findings: &[&Finding],
    words: Words<'_>,
) -> AnnotatedDraft {
    AnnotatedDraft {
        path: files.get(draft).path().to_owned(),
        title: None,
        date: None,
        language: String::new(),
        as_of: options.check.as_of.day,
        blocks: Vec::new(),
        notes: Vec::new(),
        remarks: findings.iter().map(|finding| of_finding(finding, words)).collect(),
    }
}

/// What was found in files that are no drafts of this run.
fn elsewhere(
    files: &Files,
    found: BTreeMap<FileId, Vec<&Finding>>,
    words: Words<'_>,
) -> Vec<(String, Remark)> {
    let each = found.into_iter().flat_map(|(file, findings)| {
        findings
            .into_iter()
            .map(move |finding| (files.get(file).path().to_owned(), of_finding(finding, words)))
    });
    each.collect()
}
