//! What programs rely on: exit codes, streams, flags, formats, and that nothing depends on chance.

use std::process::{Command as Plain, Stdio};

use erstwhile::render::OutputFormat;
use serde_json::Value;

use super::folder::{Folder, GOOD, TURNED, ran};

/// A claim base with an error, a warning and a note.
fn mixed() -> Folder {
    let notes = "(sources: [(id: \"unread\", title: \"Nobody cites this\")], claims: [(id: \"bare\", valid: \"2020\")])";
    Folder::with(&[("claims/turned.ron", TURNED), ("claims/notes.ron", notes)])
}

#[test]
fn exit_codes() {
    let good = Folder::with(&[("claims/good.ron", GOOD)]);
    good.check(&[]).ends(0);
    let mixed = mixed();
    mixed.check(&[]).says(1, &[&["error["], &["warning[unsourced]"], &["note[unused-source]"]]);
    for (level, code) in [("error", 0), ("warning", 1), ("note", 1), ("never", 0)] {
        mixed.check(&["--ignore", "inverted-period", "--fail-on", level]).ends(code);
    }
    for (level, code) in [("note", 1), ("warning", 0)] {
        mixed.check(&["--select", "unused-source", "--fail-on", level]).ends(code);
    }
    mixed.check(&["--fail-on", "never"]).ends(0);
    // What spoils the run beats all else, and cannot be waved through.
    mixed.write("claims/broken.ron", "(claims: [");
    for more in [
        &["--fail-on", "never"][..],
        &["--ignore", "unparsable-file"],
        &["--severity", "unparsable-file=off"],
        &[],
    ] {
        mixed.check(more).ends(2);
    }
}

#[test]
fn bad_usage_is_2_and_prints_no_result() {
    let folder = mixed();
    let cases: &[(&[&str], &str)] = &[
        (&["--as-of", "yesterday"], "yesterday"),
        (&["--as-of", "2025-02-30"], "February 2025 has 28 days"),
        (&["--as-of", "2025"], "name a day"),
        (&["--as-of", "published"], "draft"),
        (&["--known-by", "soon"], "--known-by"),
        (&["--select", "contradicton"], "did you mean `contradiction`?"),
        (&["--ignore", "unsorced"], "did you mean `unsourced`?"),
        (&["--severity", "stael=error"], "did you mean `stale`?"),
        (&["--severity", "stale=fatal"], "stale=fatal"),
        (&["--severity", "stale"], "CODE=LEVEL"),
        (&["--output-format", "yaml"], "yaml"),
        (&["--fail-on", "sometimes"], "sometimes"),
        (&["--config", "nowhere.ron"], "nowhere.ron"),
        (&["--no-such-flag"], "--no-such-flag"),
    ];
    for (args, words) in cases {
        let ran = folder.run(&[&["check"], *args].concat());
        ran.ends(2);
        assert_eq!(ran.out, "", "{args:?}");
        assert!(ran.err.contains(words), "{args:?}: {}", ran.err);
    }
}

#[test]
fn results_go_to_standard_output_and_all_else_does_not() {
    let good = Folder::with(&[("claims/good.ron", GOOD)]);
    assert_eq!(good.check(&[]).out, "", "one line a finding, and there is none");
    let json = good.run(&["check", "--output-format", "json"]);
    assert!(
        serde_json::from_str::<Value>(&json.out).is_ok() && json.err.is_empty(),
        "{} {}",
        json.out,
        json.err
    );
    let ran = Folder::new().run(&["check"]);
    assert_eq!(ran.out, "");
    assert!(ran.err.starts_with("erstwhile: nothing to check"), "{}", ran.err);
}

#[test]
fn codes_can_be_selected_and_weighed() {
    let folder = mixed();
    let lines = |args: &[&str]| -> Vec<String> {
        let out = folder.check(args).out;
        out.lines().filter_map(|line| Some(line.split_whitespace().nth(1)?.to_owned())).collect()
    };
    assert_eq!(lines(&["--select", "unsourced"]), ["warning[unsourced]"]);
    assert_eq!(lines(&["--ignore", "unsourced,unused-source"]), ["error[inverted-period]"]);
    assert_eq!(lines(&["--select", "unsourced", "--severity", "unsourced=error"]), ["error[unsourced]"]);
    assert!(!lines(&["--severity", "unsourced=off"]).contains(&"warning[unsourced]".to_owned()));
    // A rule's own name does as well as the code.
    assert_eq!(lines(&["--select", "sourced"]), ["warning[unsourced]"]);
}

#[test]
fn the_day_decides() {
    let folder = Folder::with(&[(
        "claims/led.ron",
        r#"(
            entities: [(id: "mill", name: "the mill"), (id: "ann", name: "Ann"), (id: "bob", name: "Bob")],
            sources: [
                (id: "early", title: "Early report", published: "2019-03-01", kind: primary),
                (id: "late", title: "Late report", published: "2024-03-01", kind: primary),
            ],
            relations: [(id: "run-by", label: "is run by", functional: true)],
            claims: [
                (id: "first", subject: "mill", relation: "run-by", object: "ann", valid: "2018/..", sources: ["early"]),
                (id: "second", subject: "mill", relation: "run-by", object: "bob", valid: "2022/..", sources: ["late"]),
            ],
        )"#,
    )]);
    let superseded = |args: &[&str]| {
        folder.run(&[&["check", "--output-format", "concise"], args].concat()).out.contains("[superseded]")
    };
    assert!(superseded(&["--as-of", "2025-01-01"]));
    assert!(!superseded(&["--as-of", "2021-12-31"]), "nobody had taken over yet");
    assert!(!superseded(&["--as-of", "2025-01-01", "--known-by", "2023-12-31"]), "nobody had said so yet");
    assert!(superseded(&["--as-of", "2025-01-01", "--known-by", "2024-03-01"]));
    let json: Value =
        serde_json::from_str(&folder.run(&["check", "--as-of", "2021-12-31", "--output-format", "json"]).out)
            .unwrap();
    assert_eq!(json["as_of"], "2021-12-31");
}

#[test]
fn several_outputs_at_once() {
    let folder = mixed();
    let ran = folder.run(&[
        "check",
        "--output-format",
        "concise",
        "--output-format",
        "json=report.json,full=report.txt",
    ]);
    ran.says(1, &[&["error[inverted-period]"]]);
    let json = std::fs::read_to_string(folder.path("report.json")).unwrap();
    assert!(serde_json::from_str::<Value>(&json).is_ok());
    assert!(std::fs::read_to_string(folder.path("report.txt")).unwrap().contains("inverted-period"));
    let ran = folder.run(&["check", "--output-format", "json=no/such/folder/report.json"]);
    ran.ends(2);
    assert!(ran.err.contains("no/such/folder/report.json"), "{}", ran.err);
}

#[test]
fn the_format_can_come_from_the_surroundings() {
    let folder = mixed();
    let surrounded = |args: &[&str]| ran(folder.command(args).env("ERSTWHILE_OUTPUT_FORMAT", "json"));
    assert!(surrounded(&["check"]).out.starts_with("{\"schema_version\""));
    assert!(
        surrounded(&["check", "--output-format", "concise"]).out.contains(": error["),
        "a flag goes before it"
    );
    let ran = ran(folder.command(&["check"]).env("ERSTWHILE_OUTPUT_FORMAT", "yaml"));
    ran.ends(2);
}

#[test]
fn json_keeps_to_its_schema() {
    let schema: Value = serde_json::from_str(erstwhile::render::SCHEMA).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let broken = Folder::with(&[("claims/broken.ron", "(claims: ["), ("claims/turned.ron", TURNED)]);
    let project = Folder::new();
    let own = concat!(env!("CARGO_MANIFEST_DIR"));
    let runs = [
        mixed().run(&["check", "--output-format", "json", "--known-by", "2020-01-01"]),
        Folder::with(&[("claims/good.ron", GOOD)]).run(&["check", "--output-format", "json"]),
        broken.run(&["check", "--output-format", "json"]),
        project.run(&["check", own, "--output-format", "json"]),
    ];
    for ran in runs {
        let report: Value = serde_json::from_str(&ran.out).unwrap();
        let errors: Vec<String> = validator
            .iter_errors(&report)
            .map(|error| format!("{} at {}", error, error.instance_path))
            .collect();
        assert_eq!(errors, [""; 0]);
    }
}

/// A reader that has gone away is nobody to complain to.
#[test]
fn a_broken_pipe_is_quiet() {
    let claims: String = (0..3000).map(|at| format!("(id: \"c{at}\", valid: \"2005/2004\"),\n")).collect();
    let folder = Folder::with(&[("claims/many.ron", &format!("(claims: [\n{claims}])"))]);
    for format in OutputFormat::ALL.iter().map(|format| format.as_str()) {
        let mut child = Plain::new(env!("CARGO_BIN_EXE_erstwhile"))
            .args(["check", "--output-format", format])
            .current_dir(folder.path(""))
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{format}");
        assert_eq!(output.status.code(), Some(1), "{format}");
    }
}

#[test]
fn the_number_of_cores_changes_nothing() {
    let mut claims = String::new();
    for at in 0..240 {
        let (subject, object, year) = (at % 20, at % 7, 1990 + at % 30);
        claims += &format!(
            "{{\"id\":\"c{at}\",\"subject\":\"s{subject}\",\"relation\":\"run-by\",\"object\":\"o{object}\",\"from\":\"{year}\",\"until\":\"{}\"}}\n",
            year + 2
        );
    }
    let folder = Folder::with(&[
        ("claims/facts.jsonl", &claims),
        ("claims/good.ron", GOOD),
        ("claims/turned.ron", TURNED),
    ]);
    for format in OutputFormat::ALL.iter().map(|format| format.as_str()) {
        let run = |cores: &str| {
            let args = ["check", "--as-of", "2026-01-01", "--output-format", format];
            ran(folder.command(&args).env("RAYON_NUM_THREADS", cores)).out
        };
        let once = run("1");
        assert!(
            (once.len() > 10_000 || format == "github") && once == run("2") && once == run("2"),
            "{format}"
        );
    }
}
