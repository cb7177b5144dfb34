//! Fingerprints: of one finding in one file, whatever other files hold; and baselines of other versions.

use std::collections::BTreeMap;
use std::fs;

use serde_json::Value;

use super::newsroom::{CLAIMS, lint};
use crate::folder::{Folder, ran};

const SENTENCE: &str = "Mill House is run by Ann Weaver.\n";

/// A newsroom whose claim has ended, with these drafts.
fn desk(drafts: &[&str]) -> Folder {
    let desk =
        Folder::with(&[("claims/mill.ron", &CLAIMS.replace("2015-03-01/..", "2015-03-01/2025-06-30"))]);
    drafts.iter().for_each(|draft| desk.write(draft, SENTENCE));
    desk
}

/// The fingerprints of each draft.
fn fingerprints(desk: &Folder, folder: &str, args: &[&str]) -> BTreeMap<String, Vec<String>> {
    let usual = ["lint", "--as-of", "2026-01-01", "--output-format", "json"];
    let mut command = desk.command(&[usual.as_slice(), args].concat());
    let ran = ran(command.current_dir(desk.path(folder)));
    let report: Value = serde_json::from_str(&ran.out).expect("JSON");
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for finding in report["findings"].as_array().expect("findings") {
        let text = |name: &str| finding[name].as_str().expect("text").to_owned();
        let path = text("path");
        let name = path.rsplit("content/").next().unwrap_or(&path).to_owned();
        found.entry(name).or_default().push(text("fingerprint"));
    }
    found
}

#[test]
fn other_files_change_no_fingerprint() {
    let desk = desk(&["content/b.md", "content/d.md"]);
    desk.write("content/twice.md", format!("{SENTENCE}\n{SENTENCE}"));
    let before = fingerprints(&desk, "", &["content"]);
    assert_ne!(before["b.md"], before["d.md"]);
    assert_eq!(before["twice.md"][1], format!("{}-2", before["twice.md"][0]));
    for draft in ["content/a.md", "content/c.md", "content/a/b.md"] {
        desk.write(draft, format!("More.\n\n{SENTENCE}"));
    }
    fs::remove_file(desk.path("content/d.md")).expect("it was there");
    desk.write("content/b.md", "\n# More\n\nMill House is run\nby Ann Weaver.\n");
    let after = fingerprints(&desk, "", &["content"]);
    assert_eq!((&after["b.md"], &after["twice.md"]), (&before["b.md"], &before["twice.md"]));
    let mut all: Vec<&String> = after.values().flatten().collect();
    all.sort();
    all.dedup();
    assert_eq!(all.len(), 6, "{after:?}");
}

#[test]
fn the_folder_it_runs_in_changes_no_fingerprint() {
    let desk = desk(&["site/content/b.md"]);
    fs::rename(desk.path("claims"), desk.path("site/claims")).expect("moved");
    let all = [
        fingerprints(&desk, "site", &["content"]),
        fingerprints(&desk, "site/content", &["b.md"]),
        fingerprints(&desk, "", &["site/content"]),
        fingerprints(&desk, "site/claims", &["../content/b.md"]),
    ];
    assert!(all.windows(2).all(|two| two[0] == two[1]), "{all:?}");
}

#[test]
fn annotations_have_paths_from_the_top_of_the_repository() {
    let desk = desk(&["site/content/b.md"]);
    fs::rename(desk.path("claims"), desk.path("site/claims")).expect("moved");
    let run = |folder: &str, draft: &str, format: &str| {
        let args = ["lint", draft, "--as-of", "2026-01-01", "--output-format", format];
        let ran = ran(desk.command(&args).current_dir(desk.path(folder)));
        ran.ends(1);
        ran.out
    };
    let places = [
        ("", "site/content"),
        ("site", "./content"),
        ("site/content", "b.md"),
        ("site/claims", "../content"),
    ];
    // Without a repository they are those that the program was given.
    assert!(run("site", "./content", "github").contains("::error file=content/b.md,"));
    fs::create_dir_all(desk.path(".git")).expect("a repository, as far as folders tell");
    for (folder, draft) in places {
        for (format, says) in [
            ("github", "::error file=site/content/b.md,"),
            ("sarif", "\"uri\":\"site/content/b.md\",\"uriBaseId\":\"%SRCROOT%\""),
            ("gitlab", "\"path\":\"site/content/b.md\""),
        ] {
            let out = run(folder, draft, format);
            assert!(out.contains(says), "{folder} {format}: {out}");
        }
    }
}

/// The line that the first version wrote of the same finding.
const FIRST: &str = "# Findings that erstwhile leaves out, one a line: path, severity, code, claims, fingerprint, words.\n\
    # Written by --write-baseline; --prune-baseline removes what is fixed.\n\
    content/b.md\terror\toutdated\tby-ann\tIDENTITY\tmill house is run by ann weaver.\n";

#[test]
fn a_baseline_of_the_first_version_is_read_as_it_is() {
    let desk = desk(&["content/b.md"]);
    lint(&desk, &["content", "--baseline", "k.tsv", "--write-baseline"]).ends(0);
    let written = fs::read_to_string(desk.path("k.tsv")).expect("the baseline");
    let line = written.lines().last().expect("a line");
    assert_eq!(line.split('\t').nth(4), Some("b2813e0fa349a70c42044464df11b658"), "{line}");
    desk.write("k.tsv", FIRST.replace("IDENTITY", line.split('\t').nth(4).expect("a column")));
    assert_eq!(lint(&desk, &["content", "--baseline", "k.tsv"]).out, "");
    lint(&desk, &["content", "--baseline", "k.tsv", "--write-baseline"]).ends(0);
    assert_eq!(fs::read_to_string(desk.path("k.tsv")).expect("the baseline"), written);
}

#[test]
fn a_baseline_of_a_newer_version_is_refused() {
    let desk = desk(&["content/b.md"]);
    desk.write("k.tsv", "# Baseline of erstwhile, version 9\nwhat is this\n");
    for flag in ["--no-ignores", "--write-baseline", "--prune-baseline"] {
        let ran = lint(&desk, &["content", "--baseline", "k.tsv", flag]);
        ran.ends(2);
        assert!(ran.err.contains("version 9") && ran.err.contains("upgrade"), "{}", ran.err);
    }
}
