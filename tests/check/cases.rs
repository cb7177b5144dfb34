//! Whole runs as data: each file of `tests/cases/` holds a small workspace and the report that it gets.
//!
//! A case is Markdown: prose that says what it shows, the files as fenced blocks with `path=`, the day on a line
//! `as-of: 2026-01-01` (and perhaps `known-by:`), and the report in a block `report`, one line a finding. With a line
//! `with: help`, each finding is followed by what it advises. `ERSTWHILE_BLESS=1 cargo test --test check cases` writes
//! what the program says now into the reports; read the difference before you keep it.

use std::fs;
use std::path::{Path, PathBuf};

use crate::common::{self, Fence, Run, all_agree, as_of, blessing, check, concise, fences, setting};
use erstwhile::model::Finding;

fn cases() -> Vec<PathBuf> {
    let entries = fs::read_dir(common::project().join("tests/cases")).expect("the folder of cases");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "md"));
    paths.sort();
    paths
}

/// What the program says about a case.
fn report(case: &str) -> String {
    let (report, run) = check(&fences(case), as_of(case));
    let text = concise(&report, &run);
    if setting(case, "with").as_deref() != Some("help") {
        return text;
    }
    let mut advised = String::new();
    for (line, finding) in text.lines().zip(&report.findings) {
        advised.push_str(line);
        advised.push('\n');
        if let Some(help) = run.words().of(finding).help {
            advised.push_str("    ");
            advised.push_str(&help);
            advised.push('\n');
        }
    }
    advised
}

/// What is wrong with a case; rewrites it instead when blessing.
fn run(path: &Path) -> Option<String> {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let case = fs::read_to_string(path).expect("a case");
    let all = fences(&case);
    let Some(expected) = all.iter().find(|fence| fence.language == "report") else {
        return Some(format!("{name}: it needs a block ```report"));
    };
    if !case.starts_with("# ") || setting(&case, "as-of").is_none() {
        return Some(format!("{name}: it needs a heading and a line `as-of: …`"));
    }
    let actual = report(&case);
    if actual == expected.text {
        return None;
    }
    if blessing() {
        let blessed = format!("{}{actual}{}", &case[..expected.range.start], &case[expected.range.end..]);
        fs::write(path, blessed).expect("the case rewritten");
        return None;
    }
    Some(format!("{name}\n--- expected\n{}--- got\n{actual}", expected.text))
}

#[test]
fn cases_report_what_they_say() {
    all_agree(&cases(), 25, run);
}

/// The fenced files with the edit that is offered for a finding.
fn edited(all: &[Fence], run: &Run, finding: &Finding) -> Option<Vec<Fence>> {
    let edit = finding.edit?;
    let place = edit.site.place;
    let path = run.files.get(place.file).path();
    let mut all = all.to_vec();
    let file = all.iter_mut().find(|fence| fence.path("claims/example.ron").as_deref() == Some(path))?;
    file.text.replace_range(place.span.range(), &run.words().general().suggestion(edit.suggestion));
    Some(all)
}

#[test]
fn edits_mend_what_they_are_offered_for() {
    let mut offered = 0;
    for path in cases() {
        let case = fs::read_to_string(&path).expect("a case");
        let all = fences(&case);
        let (report, run) = check(&all, as_of(&case));
        for finding in &report.findings {
            let Some(all) = edited(&all, &run, finding) else { continue };
            offered += 1;
            let (after, run) = check(&all, as_of(&case));
            let is_there = |other: &Finding| (other.code, &other.claims) == (finding.code, &finding.claims);
            let name = path.display();
            assert!(!after.findings.iter().any(is_there), "{name}\n{}", concise(&after, &run));
        }
    }
    assert!(offered >= 5, "{offered} edits");
}
