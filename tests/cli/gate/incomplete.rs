//! Runs that cannot be trusted: what could not be read or used is reported by every command, in every format, and
//! nothing that narrows a run down hides it.

use serde_json::Value;

use super::newsroom::{CLAIMS, STILL, commit, git, lint, newsroom};
use crate::folder::{Folder, Ran, ran};

/// A newsroom whose claim has ended.
fn desk(claims: &str) -> Folder {
    Folder::with(&[
        ("erstwhile.ron", "()"),
        ("claims/mill.ron", &claims.replace("2015-03-01/..", "2015-03-01/2025-06-30")),
        ("content/still.md", STILL),
        ("content/good.md", "Nothing here.\n"),
    ])
}

fn run(desk: &Folder, args: &[&str]) -> Ran {
    desk.run(&[args, &["--as-of", "2026-01-01"]].concat())
}

/// Ways to write a claim or a rule that cannot be used.
const MISTAKES: [(&str, &str, &str); 6] = [
    ("2015-03-01/..", "2015-03-01/2025-6-30", "malformed-date"),
    ("2015-03-01/..", "2025-06-30/2015-03-01", "inverted-period"),
    ("relation: \"run-by\"", "relation: \"runby\"", "unknown-id"),
    ("functional: true", "functionnal: true", "unknown-field"),
    ("{subject} (is|was)", "{subject (is|was)", "malformed-phrasing"),
    ("subject: \"mill\"", "subject: 5", "malformed-record"),
];

#[test]
fn drafts_that_were_judged_without_a_record_are_not_judged() {
    for (right, wrong, code) in MISTAKES {
        let desk = desk(&CLAIMS.replace(right, wrong));
        lint(&desk, &["content"]).says(2, &[&["claims/mill.ron:", code]]);
        lint(&desk, &["content", "-q", "--select", "outdated"]).says(2, &[&["claims/mill.ron:", code]]);
        let json = run(&desk, &["lint", "content", "--output-format", "json"]);
        let report: Value = serde_json::from_str(&json.out).expect("JSON");
        assert_eq!(report["incomplete"], true, "{report}");
        for command in [["read", "content"].as_slice(), &["report"], &["report", "-q"]] {
            let ran = run(&desk, command);
            ran.ends(2);
            assert!(ran.err.contains("claims/mill.ron:"), "{command:?}: {}", ran.err);
        }
        let reading: Value =
            serde_json::from_str(&run(&desk, &["read", "content", "--output-format", "json"]).out)
                .expect("JSON");
        assert_eq!(reading["incomplete"], true);
        // For `check` it is a finding.
        run(&desk, &["check"]).ends(1);
    }
}

#[test]
fn a_field_that_somebody_permits_takes_nothing_away() {
    let desk = desk(&CLAIMS.replace("valid:", "remark: \"by hand\", valid:"));
    lint(&desk, &["content"]).ends(2);
    lint(&desk, &["content", "--severity", "unknown-field=warning"]).ends(1);
    let desk = self::desk(&CLAIMS.replace("relation: \"run-by\"", "relation: \"runby\""));
    lint(&desk, &["content", "--severity", "unknown-id=off"]).ends(2);
}

#[test]
fn neither_a_baseline_nor_a_revision_buries_it() {
    let Some(desk) = newsroom() else { return };
    desk.write("claims/mill.ron", CLAIMS.replace("2015-03-01/..", "2015-03-01/2025-6-30"));
    commit(&desk, "mistype");
    let check = |args: &[&str]| run(&desk, &[&["check"], args].concat());
    check(&["--baseline", "k.tsv", "--write-baseline"]).ends(1);
    check(&["--baseline", "k.tsv"]).ends(1);
    check(&["--new-from-rev", "HEAD"]).ends(1);
    lint(&desk, &["--new-from-rev", "HEAD"]).says(2, &[&["claims/mill.ron", "malformed-date"]]);
    lint(&desk, &["--baseline", "k.tsv"]).says(2, &[&["claims/mill.ron", "malformed-date"]]);
    let written = lint(&desk, &["--baseline", "other.tsv", "--write-baseline"]);
    written.ends(2);
    assert!(!desk.path("other.tsv").exists(), "{}", written.err);
}

#[test]
fn every_format_of_a_machine_says_so() {
    let empty = Folder::with(&[("erstwhile.ron", "()"), ("claims/a.ron", "()"), ("d.md", "x\n")]);
    let mistyped = desk(&CLAIMS.replace("2015-03-01/..", "2015-03-01/2025-6-30"));
    for (desk, draft) in [(&empty, "d.md"), (&mistyped, "content")] {
        for format in
            ["json", "json-lines", "sarif", "github", "gitlab", "rdjson", "junit", "checkstyle", "markdown"]
        {
            let ran = run(desk, &["lint", draft, "--output-format", format]);
            ran.ends(2);
            let says = match format {
                "json" | "json-lines" => "\"incomplete\":true",
                "sarif" => "\"executionSuccessful\":false",
                "gitlab" => "\"check_name\":\"incomplete\"",
                "rdjson" => "\"value\":\"incomplete\"",
                "junit" => "<error type=\"incomplete\"",
                "checkstyle" => "source=\"erstwhile.incomplete\"",
                "github" => "::error title=erstwhile::",
                _ => "**",
            };
            assert!(ran.out.contains(says), "{format}: {}", ran.out);
            if matches!(format, "gitlab" | "rdjson" | "sarif" | "json") {
                let _: Value = serde_json::from_str(&ran.out).expect("JSON");
            }
        }
    }
    let good = desk(CLAIMS);
    for format in ["json-lines", "gitlab", "rdjson", "checkstyle"] {
        let ran = run(&good, &["lint", "content", "--output-format", format]);
        assert!(!ran.out.contains("incomplete"), "{format}: {}", ran.out);
    }
}

const RULES: &str = "(relations: [(id: \"provides\", label: \"is the provider of\", exclusive: true)])";

/// Two files of claims that contradict each other by a law in a third.
fn contradiction() -> Folder {
    let a = "(entities: [(id: \"azure\", name: \"Azure\"), (id: \"openai\", name: \"OpenAI\"), (id: \"oracle\", name: \"Oracle\")],
        sources: [(id: \"s\", title: \"T\", published: \"2023-01-23\", kind: primary), (id: \"s2\", title: \"T2\", published: \"2025-01-23\", kind: primary)],
        claims: [(id: \"one\", subject: \"azure\", relation: \"provides\", object: \"openai\", valid: \"2023-01-23/2025-01-21\", sources: [\"s\", \"s2\"])])";
    let b = "(claims: [(id: \"two\", subject: \"oracle\", relation: \"provides\", object: \"openai\", valid: \"2024-01-21/2025-01-21\", sources: [\"s2\"])])";
    Folder::with(&[
        ("rules/r.ron", RULES),
        ("claims/a.ron", a),
        ("claims/b.ron", b),
        ("claims/c.ron", "(entities: [(id: \"mill\", name: \"Mill House\")])"),
    ])
}

#[test]
fn a_finding_is_shown_if_any_of_its_places_is_wanted() {
    let desk = contradiction();
    for path in ["claims/a.ron", "claims/b.ron", "claims"] {
        run(&desk, &["check", path, "--output-format", "concise"]).says(1, &[&["error[contradiction]"]]);
    }
    let other = run(&desk, &["check", "claims/c.ron"]);
    other.ends(0);
    let said = other.out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains("in other files)"), "{said}");
    let report: Value =
        serde_json::from_str(&run(&desk, &["check", "rules", "--output-format", "json"]).out).expect("JSON");
    assert!(report["summary"]["elsewhere"].as_u64() > Some(0), "{report}");
    // A law that is not in force concerns all claims.
    desk.write("rules/r.ron", RULES.replace("exclusive", "exclusiv"));
    run(&desk, &["check", "claims", "--output-format", "concise"])
        .says(1, &[&["rules/r.ron:1:", "unknown-field"]]);
}

#[test]
fn a_mistake_in_the_settings_is_shown_whatever_was_asked_for() {
    let desk = contradiction();
    desk.write("erstwhile.ron", "(severities: {\"zz\": off})");
    desk.write("other.ron", "(severities: {\"zz\": off})");
    for args in [["check", "claims/c.ron"].as_slice(), &["check", "claims/c.ron", "--config", "other.ron"]] {
        let ran = run(&desk, &[args, &["--output-format", "concise"]].concat());
        ran.says(2, &[&[".ron:1:14", "unknown-id"]]);
    }
}

#[test]
fn without_a_claim_there_is_nothing_to_check() {
    for (path, text) in [
        ("claims/none.csv", ""),
        ("claims/none.csv", "id,subject,relation,object,valid\n"),
        ("claims/none.jsonl", ""),
        ("claims/none.ron", "()"),
        ("claims/none.ron", "(entities: [(id: \"mill\", name: \"Mill House\")])"),
        ("erstwhile.ron", "()"),
    ] {
        let desk = Folder::with(&[("erstwhile.ron", "()"), ("rules/r.ron", RULES), (path, text)]);
        for args in
            [["check"].as_slice(), &["check", "."], &["check", "rules"], &["check", "rules/r.ron", "-q"]]
        {
            let ran = run(&desk, args);
            ran.ends(2);
            assert!(ran.err.contains("nothing to check"), "{path} {args:?}: {}", ran.err);
        }
        run(&desk, &["report"]).ends(2);
    }
}

#[test]
fn standard_input_without_a_word_is_an_error() {
    let desk = desk(CLAIMS);
    for input in ["", "\n \n"] {
        for command in ["lint", "read"] {
            let ran = ran(desk.command(&[command, "-"]).write_stdin(input));
            ran.ends(2);
            assert!(ran.err.contains("standard input is empty"), "{}", ran.err);
        }
        ran(desk.command(&["lint", "-", "--allow-empty"]).write_stdin(input)).ends(0);
    }
}

#[test]
fn a_draft_that_is_too_large_is_refused() {
    let desk = desk(CLAIMS);
    let file = std::fs::File::create(desk.path("content/large.md")).expect("a file");
    // It has a length and no contents, and takes no room.
    file.set_len((64 << 20) + 1).expect("its length");
    lint(&desk, &["content"]).says(2, &[&["content/large.md", "larger than 64 MiB"]]);
}

#[test]
fn what_is_compared_with_itself_says_so() {
    let Some(desk) = newsroom() else { return };
    super::newsroom::close(&desk);
    commit(&desk, "close");
    let compared = |flag: &str, with: &str| lint(&desk, &[flag, with, "-q"]);
    for (flag, with) in [("--new-from-merge-base", "main"), ("--new-from-rev", "HEAD")] {
        let ran = compared(flag, with);
        ran.ends(0);
        assert!(ran.err.contains("which is HEAD"), "{}", ran.err);
    }
    desk.write("content/new.md", "New.\n");
    assert_eq!(compared("--new-from-merge-base", "main").err, "");
    git(&desk, &["switch", "--quiet", "--create", "branch"]);
    commit(&desk, "write");
    assert_eq!(compared("--new-from-merge-base", "main").err, "");
}
