//! The commands besides `check`, run as people run them: in a folder of their own, with the real program.

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use tempfile::TempDir;

const CLAIMS: &str = r#"(
    entities: [
        (id: "acme", name: "Acme", aliases: ["Acme Ltd"], aliases_in: {"id": ["PT Acme"]}),
        (id: "plant", name: "Acme Plant", part_of: ["acme"]),
        (id: "ann", name: "Ann"), (id: "bob", name: "Bob"), (id: "cleo", name: "Cleo"),
        (id: "report", name: "An entity with the id of a source"),
    ],
    sources: [
        (id: "report", title: "Annual report", publisher: "Acme", published: "2020-03-01", kind: primary,
         url: "https://example.org/report"),
        (id: "paper", title: "A new head", publisher: "The Paper", published: "2022-07", kind: secondary,
         derived_from: ["report"]),
        (id: "letter", title: "Letter to owners", publisher: "Acme", published: "2025-12-20", kind: primary),
    ],
    claims: [
        (id: "ann-leads", statement: "Ann leads Acme", subject: "acme", relation: "led-by", object: "ann",
         valid: "2015/2022-06-30", sources: ["report"]),
        (id: "bob-leads", subject: "acme", relation: "led-by", object: "bob", valid: "2022-06-30/..",
         sources: [(source: "paper", quote: "Bob leads Acme now", locator: "p. 1")], note: "To be looked at."),
        (id: "cleo-leads", statement: "Cleo leads Acme", subject: "acme", relation: "led-by", object: "cleo",
         valid: "2025-02-01/..", sources: ["letter"]),
        (id: "dan-leads", statement: "Somebody else leads Acme", subject: "acme", relation: "led-by", object: "plant",
         valid: "2016/2017", sources: ["report"]),
        (id: "open-daily", statement: "The plant opens daily", subject: "plant", relation: "opens",
         value: "daily", valid: "2020/2027-01", sources: ["letter"]),
        (id: "closed-sunday", statement: "The plant was shut on Sundays", subject: "plant", relation: "opens",
         value: "but on Sundays", valid: "2010/2019", sources: ["report"]),
        (id: "founded", subject: "acme", relation: "founded-by", object: "ann", valid: "1999", sources: ["report"]),
        (id: "wrong", subject: "acme", relation: "founded-by", object: "bob", valid: "1998", sources: ["report"]),
        (id: "right", statement: "Nobody but Ann founded Acme", corrects: ["wrong"], sources: ["letter"]),
        (id: "rumour", statement: "Acme moves", valid: "2021/.."),
        (id: "members", statement: "Acme has 40 members", subject: "acme", relation: "member-count",
         value: "40", valid: "2020/..", sources: ["report"]),
        (id: "owner", statement: "Ann owns Acme", subject: "acme", relation: "owned-by", object: "ann",
         valid: "2025/..", sources: ["letter"]),
    ],
)"#;

const RULES: &str = r#"(
    relations: [
        (id: "led-by", label: "is led by", functional: true),
        (id: "opens", functional: true),
        (id: "founded-by", event: true),
        (id: "member-count", review_every: "5y", takes: amount),
        (id: "owned-by", label: "is owned by", review_every: "1y"),
    ],
    rules: [
        (id: "few-members", kind: value_range(max: "100"), relations: ["member-count"], severity: note,
         message: "Acme is small"),
    ],
)"#;

/// A folder with claims and rules.
fn workspace() -> TempDir {
    let folder = TempDir::new().expect("a folder");
    write(folder.path(), "claims/a.ron", CLAIMS);
    write(folder.path(), "rules/r.ron", RULES);
    folder
}

pub(super) fn write(folder: &Path, path: &str, text: &str) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().expect("a folder")).expect("made");
    fs::write(path, text).expect("written");
}

/// The result of a run: exit code, standard output, standard error.
pub(super) struct Run(pub(super) i32, pub(super) String, pub(super) String);

pub(super) fn run(folder: &Path, arguments: &[&str]) -> Run {
    let mut command = Command::cargo_bin("erstwhile").expect("the program");
    command.current_dir(folder).env_remove("ERSTWHILE_OUTPUT_FORMAT").env_remove("COLUMNS").args(arguments);
    let output = command.output().expect("it runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("text");
    Run(output.status.code().expect("an exit code"), text(output.stdout), text(output.stderr))
}

const DAY: [&str; 2] = ["--as-of", "2026-11-23"];

pub(super) fn on_the_day(folder: &Path, arguments: &[&str]) -> Run {
    run(folder, &[arguments, &DAY].concat())
}

#[track_caller]
pub(super) fn has(text: &str, parts: &[&str]) {
    let folded = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for part in parts {
        assert!(folded.contains(part), "`{part}` is missing in:\n{text}");
    }
}

#[test]
fn show_a_claim() {
    let folder = workspace();
    let Run(code, out, error) = on_the_day(folder.path(), &["show", "bob-leads"]);
    assert_eq!((code, error.as_str()), (0, ""));
    has(
        &out,
        &[
            "Acme is led by Bob claim bob-leads, claims/a.ron:",
            "Says Acme – is led by – Bob [acme, led-by, bob]",
            "True since 30 June 2022",
            "As of 23 November 2026: replaced on 1 February 2025: Cleo leads Acme",
            "━ known ╌ presumed │ as of 23 November 2026",
            "A new head The Paper, July 2022, secondary [paper] “Bob leads Acme now” (p. 1)",
            "Follows Ann leads Acme (from 2015 until 30 June 2022; Acme, 1 March 2020) [ann-leads]",
            "Followed by Cleo leads Acme",
            "warning[superseded]",
            "Note To be looked at.",
        ],
    );
}

#[test]
fn show_what_contradicts_a_claim_and_why() {
    let folder = workspace();
    let Run(_, out, _) = on_the_day(folder.path(), &["show", "dan-leads"]);
    has(
        &out,
        &["What contradicts it", "cannot both be true", "one object per subject at a time", "[ann-leads]"],
    );
    let Run(_, out, _) = on_the_day(folder.path(), &["show", "wrong"]);
    has(&out, &["never true: Nobody but Ann founded Acme", "Corrected by Nobody but Ann"]);
}

#[test]
fn show_as_of_another_day() {
    let folder = workspace();
    let Run(code, out, _) = run(
        folder.path(),
        &["show", "bob-leads", "--as-of", "2021-01-01", "--known-by", "2021-01-01", "--ascii"],
    );
    assert_eq!(code, 0);
    has(
        &out,
        &[
            "As of 1 January 2021, using sources published by 1 January 2021: not known yet",
            "[paper]; not published by then, so it does not count",
        ],
    );
    assert!(!out.contains(['━', '╌', '│']), "{out}");
}

#[test]
fn show_an_entity_by_id_and_by_name() {
    let folder = workspace();
    let Run(code, by_id, _) = on_the_day(folder.path(), &["show", "acme"]);
    let Run(_, by_name, _) = on_the_day(folder.path(), &["show", "pt acme"]);
    assert_eq!((code, &by_id), (0, &by_name));
    has(
        &by_id,
        &[
            "Also Acme Ltd",
            "Also, id PT Acme",
            "Parts Acme Plant [plant]",
            "9 claims, as of 23 November 2026",
        ],
    );
    let order: Vec<Option<usize>> =
        ["[wrong]", "[founded]", "[ann-leads]", "[cleo-leads]"].map(|id| by_id.find(id)).into();
    assert!(order.iter().all(Option::is_some) && order.is_sorted(), "{by_id}");
}

#[test]
fn show_all_that_goes_by_an_id() {
    let folder = workspace();
    let Run(_, out, _) = on_the_day(folder.path(), &["show", "report"]);
    has(
        &out,
        &[
            "entity report, claims/a.ron",
            "source report, claims/a.ron",
            "Publisher Acme",
            "Source of A new head [paper]",
        ],
    );
    let Run(code, out, _) = on_the_day(folder.path(), &["show", "paper", "led-by", "few-members"]);
    assert_eq!(code, 0);
    has(
        &out,
        &[
            "Derived from Annual report [report]",
            "Laws functional",
            "Rule few-members",
            "value_range(max: \"100\")",
        ],
    );
}

#[test]
fn show_something_unknown() {
    let folder = workspace();
    let Run(code, out, error) = on_the_day(folder.path(), &["show", "bob-lead"]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(error.contains("did you mean `bob-leads`?"), "{error}");
}

#[test]
fn report_lists_by_section_the_longest_overdue_first() {
    let folder = workspace();
    let Run(code, out, error) = on_the_day(folder.path(), &["report"]);
    assert_eq!((code, error.as_str()), (0, ""));
    has(
        &out,
        &[
            "Outdated claims as of 23 November 2026 12 claims checked; 8 are listed here.",
            "1 Superseded, still open 1 Not confirmed recently 2 Coming up 1 No source 1 Contradictions 3 Ended",
            "Overdue since 1 February 2025, 1 year 9 months Followed by Cleo leads Acme (since 1 February 2025; Acme, 20 December 2025)",
            "last confirmed on 1 March 2020 (Acme, 1 March 2020); recheck every 5 years",
            "in 27 days, 20 December 2026",
            "Ended (3) True once, no longer true. No drafts were read: name them with `--drafts`. To list these claims: `--ended`.",
        ],
    );
    assert!(!out.contains("The plant was shut on Sundays"), "what has ended is only counted: {out}");
    let Run(_, out, _) = on_the_day(folder.path(), &["report", "--ended"]);
    has(
        &out,
        &[
            "1. Somebody else leads Acme",
            "2. The plant was shut on Sundays Was true from 2010 until 2019 (Acme, 1 March 2020) Ended in 2019, about 6 years 10 months ago Followed by The plant opens daily",
        ],
    );
}

#[test]
fn report_looks_ahead_as_far_as_it_is_told() {
    let folder = workspace();
    let Run(_, out, _) = on_the_day(folder.path(), &["report", "--within", "1w"]);
    has(&out, &["0 Coming up"]);
    let Run(code, _, error) = on_the_day(folder.path(), &["report", "--within", "soon"]);
    assert_eq!(code, 2);
    assert!(error.contains("write days, weeks, months or years"), "{error}");
}

#[test]
fn report_fails_only_if_told_to() {
    let folder = workspace();
    assert_eq!(on_the_day(folder.path(), &["report"]).0, 0);
    assert_eq!(on_the_day(folder.path(), &["report", "--fail-on", "error"]).0, 1);
    assert_eq!(
        on_the_day(folder.path(), &["report", "--fail-on", "error", "--ignore", "contradiction"]).0,
        0
    );
    write(folder.path(), "claims/b.ron", "(claims: [");
    assert_eq!(on_the_day(folder.path(), &["report"]).0, 2);
}

#[test]
fn report_in_all_formats_at_once() {
    let folder = workspace();
    let formats = ["--output-format", "markdown,json=out.json", "--output-format", "text=out.txt"];
    let Run(code, out, _) = on_the_day(folder.path(), &[&["report"][..], &formats].concat());
    assert_eq!(code, 0);
    assert!(out.starts_with("# Outdated claims as of 23 November 2026\n"), "{out}");
    has(
        &out,
        &[
            "| Ended | 3 |",
            "<summary><h2>Ended (3)</h2></summary>",
            "1. **Somebody else leads Acme** (`dan-leads`)",
        ],
    );
    let text = fs::read_to_string(folder.path().join("out.txt")).expect("written");
    assert!(text.contains("Ended (3)"), "{text}");
    let json = fs::read_to_string(folder.path().join("out.json")).expect("written");
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json["summary"]["ended"], 3);
    assert_eq!(json["entries"][0]["replaced_by"][0]["claim"], "cleo-leads");
    assert_eq!(json["entries"][0]["days"], 660);
    let Run(code, _, error) = run(folder.path(), &["report", "--output-format", "sarif"]);
    assert_eq!(code, 2);
    assert!(error.contains("text, markdown, html, csv, json"), "{error}");
}

#[test]
fn explain_codes_kinds_and_rules() {
    let folder = workspace();
    let Run(code, out, _) = run(folder.path(), &["explain", "superseded"]);
    assert_eq!(code, 0);
    has(&out, &["superseded", "Code superseded. Default severity: warning"]);
    assert!(!out.contains("```") && !out.contains("# "), "{out}");
    has(&run(folder.path(), &["explain", "single-value"]).1, &["single_value"]);
    has(
        &run(folder.path(), &["explain", "order"]).1,
        &["order: a code of findings", "order: a kind of rule"],
    );
    has(
        &run(folder.path(), &["explain", "few-members"]).1,
        &["Rule few-members", "Message Acme is small", "Severity note"],
    );
    has(&run(folder.path(), &["explain"]).1, &["malformed-date", "freshness", "few-members"]);
    let Run(code, _, error) = run(folder.path(), &["explain", "superceded"]);
    assert_eq!(code, 2);
    assert!(error.contains("did you mean `superseded`?"), "{error}");
}

#[test]
fn every_page_is_printed_without_a_workspace() {
    let nowhere = TempDir::new().expect("a folder");
    let names = erstwhile::model::Code::ALL.iter().map(|code| code.as_str());
    for name in names.chain(erstwhile::check::KINDS.iter().map(|kind| kind.name)) {
        let Run(code, out, error) = run(nowhere.path(), &["explain", name]);
        assert_eq!((code, error.as_str()), (0, ""), "{name}");
        assert!(out.contains(name), "{out}");
    }
}

#[test]
fn rules_are_listed() {
    let folder = workspace();
    let Run(code, out, _) = run(folder.path(), &["rules"]);
    assert_eq!(code, 0);
    has(
        &out,
        &[
            "contradiction error Two claims cannot both be true",
            "Rules of this workspace few-members Acme is small (value_range(max: \"100\") of member-count) severity note, rules/r.ron:",
            "functional single_value(per: subject) of relations that declare `functional`",
        ],
    );
    let Run(_, out, _) = run(folder.path(), &["rules", "--output-format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!(json["codes"].as_array().map(Vec::len), Some(erstwhile::model::Code::ALL.len()));
    assert_eq!(json["kinds"].as_array().map(Vec::len), Some(erstwhile::check::KINDS.len()));
    let nowhere = TempDir::new().expect("a folder");
    let Run(code, out, _) = run(nowhere.path(), &["rules"]);
    assert_eq!(code, 0);
    has(&out, &["Standard rules functional"]);
}

#[test]
fn completions_and_manual_pages() {
    let folder = TempDir::new().expect("a folder");
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let Run(code, out, _) = run(folder.path(), &["completions", shell]);
        assert_eq!(code, 0);
        assert!(out.contains("report"), "{shell}");
    }
    let Run(code, out, _) = run(folder.path(), &["man"]);
    assert_eq!(code, 0);
    assert!(out.contains(".TH erstwhile 1"), "{out}");
    let Run(code, out, _) = run(folder.path(), &["man", "--dir", "pages"]);
    assert_eq!(code, 0);
    for page in [
        "erstwhile.1",
        "erstwhile-check.1",
        "erstwhile-lint.1",
        "erstwhile-read.1",
        "erstwhile-report.1",
        "erstwhile-man.1",
    ] {
        assert!(out.contains(page) && folder.path().join("pages").join(page).is_file(), "{page}");
    }
}

#[test]
fn help_tells_exit_codes_and_examples() {
    let folder = TempDir::new().expect("a folder");
    let Run(code, out, _) = run(folder.path(), &["--help"]);
    assert_eq!(code, 0);
    has(&out, &["Examples: erstwhile init", "Exit codes: 0", "ERSTWHILE_OUTPUT_FORMAT"]);
    has(&run(folder.path(), &["report", "--help"]).1, &["also if claims are outdated", "[default: never]"]);
}
