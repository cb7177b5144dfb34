//! The configuration: what it sets for all files and for some, that it is strict, and that `config` shows it.

use serde_json::Value;

use super::newsroom::{CLAIMS, STILL, lint};
use crate::folder::Folder;

fn desk(config: &str) -> Folder {
    let dated = format!("---\ndate: 2024-05-04\n---\n\n{STILL}");
    Folder::with(&[
        ("claims/mill.ron", &CLAIMS.replace("2015-03-01/..", "2015-03-01/2025-06-30")),
        ("content/still.md", STILL),
        ("archive/2024/still.md", &dated),
        ("erstwhile.ron", config),
    ])
}

#[test]
fn archives_are_judged_by_their_own_date() {
    let plain = desk("(drafts: [\"content\", \"archive\"])");
    lint(&plain, &[]).says(1, &[&["archive/2024/still.md", "outdated"], &["content/still.md", "outdated"]]);
    let desk = desk(
        "(drafts: [\"content\", \"archive\"], overrides: [(paths: [\"archive/\"], as_of: \"published\")])",
    );
    let ran = lint(&desk, &["--as-of", "today"]);
    assert!(ran.out.contains("archive"), "the flag comes first: {}", ran.out);
    let ran = desk.run(&["lint", "--output-format", "concise"]);
    assert!(!ran.out.contains("archive") && ran.out.contains("content/still.md"), "{}", ran.out);
    let ran = desk.run(&["lint"]);
    assert!(ran.out.contains("(1 by its own date)"), "{}", ran.out);
}

#[test]
fn severities_depend_on_the_path() {
    let desk = desk(
        "(severities: {\"outdated\": warning}, overrides: [
            (paths: [\"archive/\"], severities: {\"outdated\": off}),
            (paths: [\"still.md\"], severities: {\"outdated\": note}),
            (paths: [\"content\"], severities: {\"outdated\": error}),
        ])",
    );
    lint(&desk, &["content", "archive"])
        .says(1, &[&["content/still.md", "error[outdated]"], &["archive/2024/still.md", "note[outdated]"]]);
    lint(&desk, &["content", "--severity", "outdated=warning"]).says(0, &[&["warning[outdated]"]]);
}

#[test]
fn what_is_left_out_stays_out_even_if_it_is_named() {
    let desk = desk("(drafts: [\"content\", \"archive\"], exclude: [\"archive/\"])");
    let ran = lint(&desk, &[]);
    assert!(
        !ran.out.contains("archive") && ran.err.contains("1 draft was skipped"),
        "{} {}",
        ran.out,
        ran.err
    );
    for args in [["archive"].as_slice(), &["archive/2024/still.md"], &["content", "--exclude", "*.md"]] {
        let ran = lint(&desk, args);
        ran.ends(2);
        assert!(ran.err.contains("nothing to lint") && ran.err.contains("left out"), "{}", ran.err);
        lint(&desk, &[args, &["--allow-empty"]].concat()).ends(0);
    }
    let named = ["lint", "-", "--stdin-filename", "archive/a.md"];
    let ran = crate::folder::ran(desk.command(&named).write_stdin(STILL));
    ran.ends(2);
    assert!(ran.err.contains("`archive/a.md` is skipped"), "{}", ran.err);
}

#[test]
fn codes_are_chosen_in_one_place() {
    lint(&desk("(drafts: [\"content\"], ignore: [\"outdated\"])"), &[]).ends(0);
    lint(&desk("(drafts: [\"content\"], ignore: [\"outdated\"])"), &["--ignore", "premature"]).ends(1);
    lint(&desk("(drafts: [\"content\"], select: [\"premature\"])"), &[]).ends(0);
    lint(&desk("(drafts: [\"content\"], fail_on: never)"), &[]).ends(0);
    lint(&desk("(drafts: [\"content\"], min_confidence: high)"), &[]).ends(1);
}

#[test]
fn a_mistake_in_it_stops_every_command_that_judges() {
    for (config, expected) in [
        ("(sevrities: {})", "unknown-field"),
        ("(severities: {\"outdatet\": off})", "unknown-id"),
        ("(ignore: [\"outdatet\"])", "unknown-id"),
        ("(overrides: [(path: [\"a\"])])", "unknown field `path`"),
        ("(overrides: [(severities: {\"outdated\": off})])", "malformed-record"),
        ("(overrides: [(paths: [\"a[\"])])", "malformed-record"),
        ("(exclude: [\"a[\"])", "malformed-record"),
        ("(as_of: \"yesterday\")", "malformed-date"),
        ("(as_of: \"2025\")", "malformed-date"),
        ("(min_confidence: sure)", "malformed-record"),
        ("(fail_on: error", "unparsable-file"),
    ] {
        let desk = desk(config);
        lint(&desk, &["content"]).says(2, &[&["erstwhile.ron:1:", expected]]);
        desk.check(&[]).says(2, &[&["erstwhile.ron:1:", expected]]);
        let ran = desk.run(&["config"]);
        ran.ends(2);
        assert!(ran.err.contains("erstwhile.ron:1"), "{config}: {}", ran.err);
        lint(&desk, &["content", "--isolated"]).ends(1);
    }
}

#[test]
fn another_file_may_hold_it() {
    let desk = desk("(drafts: [\"content\"])");
    desk.write("ci.ron", "(fail_on: never)");
    lint(&desk, &["content", "--config", "ci.ron"]).ends(0);
    desk.write("ci.ron", "(fail_in: never)");
    lint(&desk, &["content", "--config", "ci.ron"]).says(2, &[&["ci.ron:1:", "unknown-field"]]);
}

#[test]
fn config_shows_what_holds_and_where_it_was_set() {
    let desk = desk(
        "(\n    fail_on: warning,\n    overrides: [\n        (paths: [\"archive/\"], as_of: \"published\", \
         severities: {\"outdated\": off}),\n    ],\n)",
    );
    let of = |args: &[&str], name: &str| -> Vec<(String, String)> {
        let ran = desk.run(&[["config", "--output-format", "json"].as_slice(), args].concat());
        ran.ends(0);
        let shown: Value = serde_json::from_str(&ran.out).expect("JSON");
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let settings = shown["settings"].as_array().expect("a list");
        let named = settings.iter().filter(|setting| setting["name"] == name);
        named.map(|setting| (text(&setting["value"]), text(&setting["origin"]))).collect()
    };
    let pair = |value: &str, origin: &str| vec![(value.to_owned(), origin.to_owned())];
    assert_eq!(of(&[], "fail_on"), pair("warning", "erstwhile.ron:2"));
    assert_eq!(of(&[], "as_of"), pair("today", "default"));
    assert_eq!(of(&["archive/a.md"], "as_of"), pair("published", "erstwhile.ron:4"));
    assert_eq!(of(&["content/a.md"], "as_of"), pair("today", "default"));
    assert!(
        of(&["archive/a.md"], "severities")
            .contains(&("outdated off".to_owned(), "erstwhile.ron:4".to_owned()))
    );
    // Where the date of a draft comes from.
    for (path, draft, value, origin) in [
        (
            "archive/a.md",
            "---\ndate: 2020-05-01\n---\nText.\n",
            "2020-05-01",
            "`date` in the head of the draft",
        ),
        (
            "archive/b.md",
            "---\npubDate: May 3, 2022\n---\nText.\n",
            "2022-05-03",
            "`pubDate` in the head of the draft",
        ),
        ("archive/2021-02-03-c.md", "Text.\n", "2021-02-03", "the path of the draft"),
        ("archive/d.md", "Text.\n", "none", "neither the head nor the path of the draft has one"),
    ] {
        desk.write(path, draft);
        assert_eq!(of(&[path], "draft date"), pair(value, origin), "{path}");
    }
    assert_eq!(of(&["archive/not-there.md"], "draft date"), []);
    assert_eq!(of(&[], "draft date"), []);
    let text = desk.run(&["config"]);
    assert!(
        text.out.contains("override") && text.out.contains("archive/: outdated off; as_of published"),
        "{}",
        text.out
    );
}

#[test]
fn figures_go_to_standard_error_and_change_nothing() {
    let desk = desk("(drafts: [\"content\"])");
    for args in [
        ["lint", "--as-of", "2026-01-01"].as_slice(),
        &["check", "--as-of", "2026-01-01"],
        &["report", "--as-of", "2026-01-01", "--drafts", "content"],
    ] {
        let (plain, told) = (desk.run(args), desk.run(&[args, &["--statistics"]].concat()));
        assert_eq!((plain.code, &plain.out), (told.code, &told.out));
        assert!(told.err.contains("1  claims") && told.err.contains("seconds"), "{}", told.err);
        assert!(!plain.err.contains("seconds") && !plain.err.contains('\r'), "{}", plain.err);
    }
    let told = desk.run(&["lint", "--as-of", "2026-01-01", "--statistics"]);
    assert!(told.err.contains("1  outdated (error)") && told.err.contains("1  drafts"), "{}", told.err);
}

#[test]
fn archives_do_not_still_say_so() {
    let desk = desk("(overrides: [(paths: [\"archive/\"], as_of: \"published\")])");
    let ran = desk.run(&["report", "--drafts", "content", "--drafts", "archive"]);
    assert!(ran.out.contains("content/still.md\n   5 “") && !ran.out.contains("archive/"), "{}", ran.out);
}

#[test]
fn what_was_read_is_not_written_over() {
    let desk = desk("(drafts: [\"content\"])");
    let before = |path: &str| std::fs::read_to_string(desk.path(path)).expect("the file");
    for path in ["content/still.md", "claims/mill.ron", "erstwhile.ron"] {
        let text = before(path);
        for format in ["json", "html", "full"] {
            let ran = lint(&desk, &["--output-format", &format!("{format}=./{path}")]);
            ran.ends(2);
            assert!(ran.err.contains("is an input of this run"), "{}", ran.err);
            assert_eq!(before(path), text);
        }
    }
    // `read` writes while it reads.
    for path in ["content/still.md", "claims/mill.ron"] {
        let text = before(path);
        let ran = desk.run(&["read", "content", "--output-format", &format!("json=./{path}")]);
        ran.ends(2);
        assert!(ran.err.contains("is an input of this run"), "{}", ran.err);
        assert_eq!(before(path), text);
    }
    let ran = desk.run(&["report", "--output-format", "html=claims/mill.ron"]);
    ran.ends(2);
    let ran = desk.run(&["check", "--output-format", "json=claims/mill.ron"]);
    ran.ends(2);
    assert!(before("claims/mill.ron").starts_with('('));
}

#[test]
fn pages_of_the_program_are_no_drafts() {
    let desk = desk("(drafts: [\"content\"])");
    lint(&desk, &["--output-format", "html=content/annotated.html"]).ends(1);
    desk.run(&["report", "--drafts", "content", "--output-format", "html=content/report.html"]).ends(0);
    let ran = lint(&desk, &[]);
    assert_eq!(ran.out.lines().count(), 1, "{}", ran.out);
    assert!(ran.err.contains("2 pages were skipped: written by erstwhile itself"), "{}", ran.err);
    // One that is named is read like any other.
    assert!(lint(&desk, &["content/annotated.html"]).out.contains("content/annotated.html:"));
}

#[test]
fn a_baseline_that_is_named_and_not_there_yet_says_how_to_begin_one() {
    let desk = desk("(drafts: [\"content\"], baseline: \"known.tsv\")");
    let ran = lint(&desk, &[]);
    ran.ends(2);
    assert!(ran.err.contains("erstwhile.ron names") && ran.err.contains("--write-baseline"), "{}", ran.err);
    lint(&desk, &["--no-baseline"]).ends(1);
}

#[test]
fn report_finds_the_claims_around_drafts() {
    let desk = desk("()");
    let outside = Folder::new();
    let content = desk.path("content").display().to_string();
    let ran = outside.run(&["report", "--drafts", &content]);
    ran.ends(0);
    assert!(ran.out.contains("still.md\n   5 “"), "{}", ran.out);
}

#[test]
fn two_formats_do_not_share_a_file() {
    let desk = desk("(drafts: [\"content\"])");
    for formats in ["json=o,sarif=o", "json=-,full", "html=o,json=o"] {
        let ran = desk.run(&["lint", "--output-format", formats]);
        ran.ends(2);
        assert!(!desk.path("o").exists() && !desk.path("-").exists(), "{formats}: {}", ran.err);
    }
    let ran = desk.run(&["lint", "--output-format", "json=-"]);
    assert!(ran.out.starts_with('{'), "{}", ran.err);
}

#[test]
fn a_report_looks_in_the_drafts_of_the_configuration() {
    let desk = desk("(drafts: [\"content\"])");
    let report = |args: &[&str]| desk.run(&[&["report", "--as-of", "2026-01-01"], args].concat());
    let ran = report(&[]);
    ran.ends(0);
    assert!(ran.out.contains("1 draft read") && ran.out.contains("content/still.md"), "{}", ran.out);
    for args in [["claims"].as_slice(), &["--drafts", "archive"]] {
        let ran = report(args);
        ran.ends(0);
        assert!(!ran.out.contains("content/still.md"), "{args:?}: {}", ran.out);
    }
    assert!(report(&["--exclude", "*.md"]).err.contains("no draft"));
    report(&["claims", "--exclude", "*.md"]).ends(2);
    // What stands behind a draft is no draft.
    let ran = report(&["--drafts", "content", "archive/2024/still.md"]);
    ran.ends(2);
    assert!(ran.err.contains("`archive/2024/still.md` holds no claims"), "{}", ran.err);
    let ran = report(&["--drafts", "content", "archive"]);
    ran.ends(2);
    assert!(ran.err.contains("write `--drafts` before it"), "{}", ran.err);
}
