//! How much of drafts was looked at: reported with every result, and made a condition by whoever wants it; and what
//! changes from one version to the next.

use std::fs;

use serde_json::{Value, json};

use super::newsroom::{CLAIMS, lint};
use crate::folder::{Folder, Ran};

const THREE: &str =
    "# Mill House\n\nMill House is run by Ann Weaver. The river is high. Mill House sleeps.\n";

fn desk() -> Folder {
    Folder::with(&[
        ("claims/mill.ron", &CLAIMS.replace("2015-03-01/..", "2015-03-01/2025-06-30")),
        ("content/a.md", THREE),
        ("content/b.md", "Nothing here. Nor here.\n"),
        ("content/c.md", "# Only a heading\n"),
    ])
}

fn full(desk: &Folder, args: &[&str]) -> Ran {
    let ran = desk.run(&[&["lint", "content", "--as-of", "2026-01-01"], args].concat());
    Ran { out: ran.out.split_whitespace().collect::<Vec<_>>().join(" "), ..ran }
}

#[test]
fn a_run_says_how_much_it_judged() {
    let desk = desk();
    let ran = full(&desk, &[]);
    ran.says(1, &[&["1 error. 5 sentences, 2 name something in our records, 1 judged."]]);
    assert!(ran.err.contains("`content/b.md`: no sentence was judged"), "{}", ran.err);
    let said = full(&desk, &["--language", "id"]).out;
    assert!(said.contains("5 kalimat, 2 menyebut sesuatu dalam catatan kami, 1 dinilai."), "{said}");
    let figures = full(&desk, &["--statistics"]).err;
    for line in ["5  sentences", "2  of them name something in your records", "1  of them were judged"] {
        assert!(figures.contains(line), "{figures}");
    }
    let report: Value = serde_json::from_str(&full(&desk, &["--output-format", "json"]).out).expect("JSON");
    let unjudged = json!({"count": 1, "paths": ["content/b.md"]});
    let coverage = json!({"sentences": 5, "naming": 2, "judged": 1, "unjudged": unjudged});
    assert_eq!(report["coverage"], coverage);
    let check: Value =
        serde_json::from_str(&desk.run(&["check", "--output-format", "json"]).out).expect("JSON");
    assert_eq!(check["coverage"], Value::Null);
    // What `read` and the page say of a draft is the same.
    let read = desk.run(&["read", "content", "--output-format", "json"]).out;
    let read: Value = serde_json::from_str(&read).expect("JSON");
    let of = |name: &str| -> u64 {
        let files = read["files"].as_array().expect("files").iter();
        files.map(|file| file["coverage"][name].as_u64().expect("a count")).sum()
    };
    assert_eq!([of("sentences"), of("naming"), of("judged")], [5, 2, 1]);
    let read = desk.run(&["read", "content/a.md"]).out;
    assert!(read.ends_with("3 sentences, 2 name something in our records, 1 judged.\n"), "{read}");
    full(&desk, &["--output-format", "html=page.html"]).ends(1);
    let page = fs::read_to_string(desk.path("page.html")).expect("the page");
    assert!(page.contains("3 sentences, 2 name something in our records, 1 judged"), "{page}");
}

/// A heading is no sentence: that it was judged says nothing of those that were not.
#[test]
fn claims_that_are_only_statements_are_told() {
    let desk = desk();
    assert!(!full(&desk, &[]).err.contains("only a statement"));
    desk.write(
        "claims/only.ron",
        "(claims: [(id: \"a\", statement: \"The quay glows\", valid: \"2020/..\"), (id: \"b\", statement: \"The crane hums\")])",
    );
    let ran = full(&desk, &[]);
    assert!(ran.err.contains("2 claims are only statements, which no sentence can match"), "{}", ran.err);
    let checked = desk.run(&["check", "--output-format", "concise"]).out;
    assert!(checked.contains("unreadable") && checked.contains("only statements"), "{checked}");
}

#[test]
fn judged_headings_do_not_count() {
    let desk = desk();
    desk.write("content/a.md", "# Mill House is run by Ann Weaver\n\nMill House sleeps.\n");
    let ran = full(&desk, &[]);
    ran.says(1, &[&["1 error. 3 sentences, 1 names something in our records, 0 judged."]]);
    assert!(ran.err.contains("`content/b.md`: no sentence was judged"), "{}", ran.err);
}

#[test]
fn coverage_can_be_required() {
    let desk = desk();
    for (percent, code) in [("50", 1), ("50%", 1), ("51", 2), ("100", 2)] {
        let ran = lint(&desk, &["content", "--require-coverage", percent]);
        ran.ends(code);
        let says = ran.err.contains("1 of 2 sentences that name something in your records were judged");
        assert_eq!(says, code == 2, "{}", ran.err);
    }
    let ran = lint(&desk, &["content/b.md", "--require-coverage", "1", "-q"]);
    ran.ends(2);
    assert!(ran.err.contains("no sentence names anything in your records"), "{}", ran.err);
    for wrong in ["0", "101", "most"] {
        lint(&desk, &["content", "--require-coverage", wrong]).ends(2);
    }
}

#[test]
fn what_could_not_be_judged_is_listed_on_request() {
    let desk = desk();
    assert!(!lint(&desk, &["content"]).out.contains("[unknown]"));
    let ran = lint(&desk, &["content", "--select", "unknown"]);
    ran.says(0, &[&["content/a.md:3:53: note[unknown] not judged: "]]);
    assert_eq!(ran.out.lines().count(), 1, "{}", ran.out);
    lint(&desk, &["content", "--severity", "unknown=error"]).says(1, &[&["a.md:3:53: error[unknown]"]]);
}

#[test]
fn reports_of_two_versions_are_compared() {
    let desk = desk();
    lint(&desk, &["content", "--output-format", "json=before.json"]).ends(1);
    let compared = |code: i32, lines: &[&[&str]]| {
        let ran = lint(&desk, &["content", "--compare", "before.json"]);
        ran.says(code, lines);
        assert_eq!(ran.out.lines().count(), lines.len(), "{}", ran.out);
    };
    compared(0, &[&["Compared with `before.json`", "0 appeared, 0 vanished, 0 changed, 1 as before."]]);
    let before = fs::read_to_string(desk.path("before.json")).expect("the report");
    // Another version knows the finding by another name and number, and has fields of its own.
    let other = before
        .replace(
            "\"code\":\"outdated\",\"severity\":\"error\"",
            "\"code\":\"overtaken\",\"severity\":\"warning\"",
        )
        .replace("\"fingerprint\":\"", "\"more\":1,\"fingerprint\":\"0");
    desk.write("before.json", &other);
    desk.write("content/b.md", "Mill House is run by Ann Weaver.\n");
    compared(
        1,
        &[
            &["+ content/b.md:1:1: error[outdated]"],
            &["~ content/a.md:3:1: error[outdated]", "before: warning[overtaken]"],
            &["1 appeared, 0 vanished, 1 changed, 0 as before."],
        ],
    );
    desk.write("content/a.md", "Gone.\n");
    desk.write("content/b.md", "Gone.\n");
    compared(1, &[&["- content/a.md:3:1: warning[overtaken]"], &["1 vanished"]]);
    desk.write("before.json", "[]");
    let ran = lint(&desk, &["content", "--compare", "before.json"]);
    ran.ends(2);
    assert!(ran.err.contains("is not a report in JSON"), "{}", ran.err);
}
