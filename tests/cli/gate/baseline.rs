//! The baseline: written, compared with, pruned; what of it a run can speak of.

use std::fs;

use super::newsroom::{CLAIMS, DATED, STILL, lint};
use crate::folder::Folder;

/// A newsroom whose claim has ended.
fn desk() -> Folder {
    Folder::with(&[
        ("claims/mill.ron", &CLAIMS.replace("2015-03-01/..", "2015-03-01/2025-06-30")),
        ("content/still.md", STILL),
        ("content/dated.md", DATED),
    ])
}

fn text(desk: &Folder) -> String {
    fs::read_to_string(desk.path("known.tsv")).expect("the baseline")
}

#[test]
fn what_is_in_the_baseline_is_not_told_again() {
    let desk = desk();
    let ran = lint(&desk, &["content", "--baseline", "known.tsv", "--write-baseline"]);
    ran.ends(0);
    assert!(ran.err.contains("1 finding written"), "{}", ran.err);
    let written = text(&desk);
    let line = written.lines().find(|line| !line.starts_with('#')).expect("a line");
    assert!(line.starts_with("content/still.md\terror\toutdated\tby-ann\t"), "{line}");
    assert!(!line.contains("2025"), "no dates: {line}");
    lint(&desk, &["content", "--baseline", "known.tsv"]).ends(0);
    let full = desk.run(&["lint", "content", "--baseline", "known.tsv", "--as-of", "2026-01-01"]);
    assert!(full.out.contains("nothing found (1 known before)"), "{}", full.out);

    // Another line above, another width, another folder: still the same.
    desk.write("content/deep/still.md", format!("New.\n\n{}", STILL.replace("run by", "run\nby")));
    fs::remove_file(desk.path("content/still.md")).expect("moved");
    let ran = lint(&desk, &["content", "--baseline", "known.tsv"]);
    assert_eq!((ran.code, ran.out.as_str()), (0, ""));

    // A second one is new.
    desk.write("content/still.md", STILL);
    let ran = lint(&desk, &["content", "--baseline", "known.tsv"]);
    ran.ends(1);
    assert_eq!(ran.out.lines().count(), 1, "{}", ran.out);
}

#[test]
fn what_is_mended_leaves_the_baseline() {
    let desk = desk();
    lint(&desk, &["content", "--baseline", "known.tsv", "--write-baseline"]).ends(0);
    desk.write("content/still.md", DATED);
    let fixed = ["known.tsv:4:1: warning[unused-baseline]", "`outdated` in content/still.md"];
    lint(&desk, &["content", "--baseline", "known.tsv"]).says(0, &[&fixed]);
    lint(&desk, &["content", "--baseline", "known.tsv", "--fail-on", "warning"]).ends(1);
    // A run that did not look there does not speak of it.
    assert_eq!(lint(&desk, &["content/dated.md", "--baseline", "known.tsv"]).out, "");
    assert_eq!(lint(&desk, &["content", "--baseline", "known.tsv", "--select", "premature"]).out, "");
    let ran = desk.run(&["check", "--baseline", "known.tsv", "--as-of", "2026-01-01", "--ignore", "expired"]);
    assert!(!ran.out.contains("unused-baseline"), "{}", ran.out);

    let ran = lint(&desk, &["content", "--baseline", "known.tsv", "--prune-baseline"]);
    assert_eq!((ran.code, ran.out.as_str()), (0, ""));
    assert!(ran.err.contains("1 finding removed"), "{}", ran.err);
    assert!(text(&desk).lines().all(|line| line.starts_with('#')), "{}", text(&desk));
}

#[test]
fn check_and_lint_share_a_baseline() {
    let desk = desk();
    let check = |args: &[&str]| {
        let usual = ["check", "--as-of", "2026-01-01", "--output-format", "concise", "--fail-on", "note"];
        desk.run(&[usual.as_slice(), args].concat())
    };
    check(&[]).says(1, &[&["note[expired]"]]);
    lint(&desk, &["content", "--baseline", "known.tsv", "--write-baseline"]).ends(0);
    check(&["--baseline", "known.tsv", "--write-baseline"]).ends(0);
    let written = text(&desk);
    assert_eq!(written.lines().filter(|line| !line.starts_with('#')).count(), 2, "{written}");
    let mut sorted: Vec<&str> = written.lines().skip(3).collect();
    sorted.sort_unstable();
    assert_eq!(written.lines().skip(3).collect::<Vec<_>>(), sorted);
    lint(&desk, &["content", "--baseline", "known.tsv"]).ends(0);
    check(&["--baseline", "known.tsv"]).ends(0);
    // Writing it again changes nothing.
    check(&["--baseline", "known.tsv", "--write-baseline"]).ends(0);
    assert_eq!(text(&desk), written);
}

#[test]
fn the_configuration_may_name_it() {
    let desk = desk();
    desk.write("erstwhile.ron", "(baseline: \"known.tsv\", drafts: [\"content\"])");
    lint(&desk, &["--write-baseline"]).ends(0);
    lint(&desk, &[]).ends(0);
    let mut command = desk.command(&["lint", "still.md", "--as-of", "2026-01-01"]);
    crate::folder::ran(command.current_dir(desk.path("content"))).ends(0);
}

#[test]
fn a_baseline_that_is_none_stops_the_run() {
    let desk = desk();
    let ran = lint(&desk, &["content", "--baseline", "known.tsv"]);
    ran.ends(2);
    assert!(ran.err.contains("known.tsv"), "{}", ran.err);
    desk.write("known.tsv", "# fine\n\nnot\ta\tline\n");
    let ran = lint(&desk, &["content", "--baseline", "known.tsv"]);
    ran.ends(2);
    assert!(ran.err.contains("`known.tsv`: line 3"), "{}", ran.err);
    lint(&desk, &["content", "--write-baseline"]).ends(2);
    lint(&desk, &["content", "--baseline", "k.tsv", "--write-baseline", "--prune-baseline"]).ends(2);
}

#[test]
fn what_cannot_be_read_is_not_written() {
    let desk = desk();
    desk.write("content/bad.md", b"Mill \xff House".as_slice());
    let ran = lint(&desk, &["content", "--baseline", "known.tsv", "--write-baseline"]);
    ran.ends(2);
    assert!(!desk.path("known.tsv").exists());
}
