//! Drafts as they read, each judged sentence with its remarks, for a page that goes to their author.
//!
//! Reads and judges nothing: what `lint` saw of each draft on its way is kept as [`JudgedDraft`], and what its settled report
//! says is beside the sentence that it is about. Words are made by whoever shows it.

mod cutting;
mod draft;
mod judged;
mod record;
mod remark;
mod style;

use std::collections::BTreeMap;
use std::path::Path;

use crate::load::Loaded;
use crate::model::{Annotated, AnnotatedDraft, Coverage, Finding, Remark, Report};
use crate::text::{FileId, Files};

pub use judged::JudgedDraft;

use draft::annotate;
use remark::of_finding;

/// The drafts of a run with what its settled report, and the verdicts after it, say of them. The text of each must have
/// been kept.
#[must_use]
pub fn annotated(
    files: &Files,
    loaded: &Loaded,
    drafts: &[FileId],
    judged: Vec<JudgedDraft>,
    report: &Report,
) -> Annotated {
    let mut found: BTreeMap<FileId, Vec<&Finding>> = BTreeMap::new();
    for finding in &report.findings {
        found.entry(finding.site.place.file).or_default().push(finding);
    }
    let mut judged: BTreeMap<FileId, JudgedDraft> =
        judged.into_iter().map(|draft| (draft.reading.file, draft)).collect();
    let mut of = |draft: &FileId| {
        let findings = found.remove(draft).unwrap_or_default();
        let path = shown_path(files, *draft);
        match judged.remove(draft) {
            Some(judged) => annotate(&loaded.base, judged, path, files.get(*draft), report.as_of, &findings),
            None => unread(path, report, &findings),
        }
    };
    Annotated {
        as_of: report.as_of,
        by_own_date: report.by_own_date > 0,
        known_by: report.known_by,
        incomplete: report.incomplete,
        drafts: drafts.iter().map(&mut of).collect(),
        elsewhere: elsewhere(files, found),
    }
}

/// The path of a file as a page shows it that is passed on: never where somebody keeps their files.
pub(in crate::engine) fn shown_path(files: &Files, file: FileId) -> String {
    let path = files.get(file).path();
    if !Path::new(path).is_absolute() {
        return path.to_owned();
    }
    let from_root = files.path_from_root(file);
    let name = Path::new(path).file_name().map(|name| name.to_string_lossy().into_owned());
    match name {
        Some(name) if Path::new(&*from_root).is_absolute() => name,
        _ => from_root.into_owned(),
    }
}

/// A draft that could not be read: only the findings about that.
fn unread(path: String, report: &Report, findings: &[&Finding]) -> AnnotatedDraft {
    AnnotatedDraft {
        path,
        title: None,
        title_block: None,
        date: None,
        language: String::new(),
        as_of: report.as_of,
        coverage: Coverage::default(),
        blocks: Vec::new(),
        notes: Vec::new(),
        remarks: findings.iter().map(|finding| of_finding(finding)).collect(),
    }
}

/// What was found in files that are not drafts of this run.
fn elsewhere(files: &Files, found: BTreeMap<FileId, Vec<&Finding>>) -> Vec<(String, Remark)> {
    let each = found.into_iter().flat_map(|(file, findings)| {
        findings.into_iter().map(move |finding| (shown_path(files, file), of_finding(finding)))
    });
    each.collect()
}
