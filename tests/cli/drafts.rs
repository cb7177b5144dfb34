//! `lint` and `read` as people run them: which drafts are read, what bad drafts lead to, exit codes, flags and formats.

use serde_json::Value;

use super::folder::{Folder, Ran};

/// Who ran the mill, and when.
pub const MILL: &str = r#"(
    entities: [(id: "mill", name: "Mill House"), (id: "ann", name: "Ann Weaver"), (id: "bob", name: "Bob Carter")],
    sources: [
        (id: "chronicle", title: "Chronicle", publisher: "The Chronicle", published: "2020-03-01"),
        (id: "gazette", title: "A new miller", publisher: "The Gazette", published: "2023-07-02",
         url: "https://example.org/miller"),
    ],
    relations: [
        (id: "run-by", label: "is run by", functional: true,
         phrasings: {"en": ["{subject} (is|was) run by {object}"]}),
    ],
    claims: [
        (id: "by-ann", statement: "Ann Weaver runs Mill House", subject: "mill", relation: "run-by", object: "ann",
         valid: "2015/2023-06-30", sources: ["chronicle", "gazette"]),
        (id: "by-bob", statement: "Bob Carter runs Mill House", subject: "mill", relation: "run-by", object: "bob",
         valid: "2023-06-30/..", supersedes: ["by-ann"], sources: ["gazette"]),
    ],
)
"#;

/// A draft with one sentence that is outdated.
pub const OLD: &str = "---\ndate: 2021-05-04\n---\n\nMill House is run by Ann Weaver.\n";

/// What is found in it, wherever it is.
const FOUND: &[&str] = &["error[outdated]", "until 30 June 2023"];

fn mill(drafts: &[(&str, &str)]) -> Folder {
    let folder = Folder::with(&[("claims/mill.ron", MILL)]);
    for (path, text) in drafts {
        folder.write(path, text);
    }
    folder
}

/// `lint` with one line a finding.
fn lint(folder: &Folder, args: &[&str]) -> Ran {
    let usual = ["lint", "--output-format", "concise", "--as-of", "2026-01-01"];
    folder.run(&[usual.as_slice(), args].concat())
}

fn paths(ran: &Ran) -> Vec<String> {
    ran.out.lines().filter_map(|line| Some(line.split_once(':')?.0.to_owned())).collect()
}

#[test]
fn several_drafts_and_folders() {
    let folder = mill(&[
        ("a.md", OLD),
        ("drafts/b.txt", "Mill House is run by Ann Weaver.\n"),
        ("drafts/deep/c.html", "<p>Mill House is run by <b>Ann Weaver</b>.</p>"),
        ("drafts/notes.ron", "no draft"),
        ("drafts/.gitignore", "skipped*\n"),
        ("drafts/skipped.md", OLD),
        ("drafts/.hidden.md", OLD),
    ]);
    let ran = lint(&folder, &["a.md", "drafts"]);
    ran.says(1, &[FOUND]);
    assert_eq!(paths(&ran), ["a.md", "drafts/b.txt", "drafts/deep/c.html"]);
    // What is named is read, whatever git thinks of it, and twice is once.
    assert_eq!(paths(&lint(&folder, &["drafts/skipped.md", "drafts/skipped.md"])), ["drafts/skipped.md"]);
    assert_eq!(paths(&lint(&folder, &["drafts", "--exclude", "deep/"])), ["drafts/b.txt"]);
    assert_eq!(paths(&lint(&folder, &["drafts", "--exclude", "*.txt", "--exclude", "*.html"])), [""; 0]);
    lint(&folder, &["drafts", "--exclude", "*.txt", "--exclude", "*.html"]).ends(2);
}

#[test]
fn standard_input() {
    let folder = mill(&[]);
    let given = |args: &[&str], text: &str| {
        let mut command = folder.command(&[&["lint", "--output-format", "concise"], args].concat());
        super::folder::ran(command.write_stdin(text))
    };
    let ran = given(&["-"], OLD);
    ran.says(1, &[&["<stdin>.md:5:1:", "error[outdated]"]]);
    let page = "<p>Mill House is run by <em>Ann Weaver</em>.</p>";
    given(&["-", "--stdin-filename", "news/page.html"], page).says(1, &[&["news/page.html:1:4:"]]);
    // Without claims around there is nothing to hold a draft against.
    let nowhere = Folder::new();
    let ran = super::folder::ran(nowhere.command(&["lint", "-"]).write_stdin(OLD));
    ran.ends(2);
    assert!(ran.err.contains("`claims`") && ran.out.is_empty(), "{}", ran.err);
}

#[test]
fn drafts_that_are_not_there() {
    let folder = mill(&[("empty/readme.ron", "()")]);
    for command in ["lint", "read"] {
        let ran = folder.run(&[command, "nowhere.md"]);
        ran.ends(2);
        assert!(ran.err.contains("nowhere.md") && ran.out.is_empty(), "{}", ran.err);
        let ran = folder.run(&[command, "empty"]);
        ran.ends(2);
        assert!(ran.err.contains("nothing to lint") && ran.err.contains("`empty`"), "{}", ran.err);
        folder.run(&[command]).ends(2);
        let ran = folder.run(&[command, "empty", "--exclude", "[z-a]"]);
        ran.ends(2);
        assert!(ran.err.contains("--exclude"), "{}", ran.err);
    }
}

#[test]
fn drafts_that_say_nothing_of_what_is_on_record() {
    let folder =
        mill(&[("a.md", "# Bread\n\nNobody knows who baked it. It is run by nobody.\n"), ("b.md", "")]);
    let ran = lint(&folder, &["a.md", "b.md"]);
    ran.ends(0);
    assert_eq!(ran.out, "");
    // Nothing found is not all in order: it is said that nothing was judged, and where there is nothing at all.
    let ran = lint(&folder, &["a.md"]);
    assert!(ran.err.contains("`a.md`: no sentence was judged; `erstwhile read a.md`"), "{}", ran.err);
    for command in [&["lint", "b.md"][..], &["read", "b.md"], &["report", "--drafts", "b.md"]] {
        let ran = folder.run(command);
        assert!(ran.err.contains("`b.md` is empty"), "{}", ran.err);
    }
    let ran = folder.run(&["read", "a.md", "b.md"]);
    ran.ends(0);
    assert_eq!(ran.out.matches("No sentence names anything in our records.").count(), 2, "{}", ran.out);
}

#[test]
fn drafts_that_are_no_text() {
    let folder = mill(&[("good.md", OLD)]);
    folder.write("latin.md", b"Mill House is run by Ann Weaver, the caf\xe9 too.\n");
    folder.write("picture.md", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    let ran = lint(&folder, &["good.md", "latin.md", "picture.md"]);
    ran.says(2, &[&["latin.md:1:41: error[unreadable-file]", "UTF-8"], &["picture.md:1:1:"], FOUND]);
    // Nothing of it is taken for text, and nothing waves it through.
    assert_eq!(ran.out.lines().count(), 3, "{}", ran.out);
    lint(&folder, &["latin.md", "--fail-on", "never", "--ignore", "unreadable-file"]).ends(2);
    let ran = folder.run(&["read", "good.md", "latin.md"]);
    ran.ends(2);
    assert!(ran.err.contains("latin.md") && ran.out.contains("good.md"), "{}{}", ran.out, ran.err);
    folder.run(&["read", "good.md"]).ends(0);
}

#[test]
fn broken_front_matter() {
    for (head, place) in
        [("date: \"2021", "a.md:2:7:"), ("title: x\nno colon here", "a.md:3:1:"), ("date: soon", "a.md:2:7:")]
    {
        let folder = mill(&[("a.md", &format!("---\n{head}\n---\n\nMill House is run by Ann Weaver.\n"))]);
        lint(&folder, &["a.md"]).says(1, &[&[place, "warning[malformed-head]"], FOUND]);
        folder.run(&["read", "a.md"]).ends(0);
    }
}

#[test]
fn line_ends_and_byte_order_marks() {
    let plain = lint(&mill(&[("a.md", OLD)]), &["a.md"]);
    plain.says(1, &[&["a.md:5:1:"]]);
    for text in [
        OLD.replace('\n', "\r\n"),
        format!("\u{feff}{OLD}"),
        format!("\u{feff}{}", OLD.replace('\n', "\r\n")),
    ] {
        assert_eq!(lint(&mill(&[("a.md", &text)]), &["a.md"]).out, plain.out);
    }
}

#[test]
fn the_day_decides() {
    let folder = mill(&[("a.md", OLD), ("undated.md", "Mill House is run by Ann Weaver.\n")]);
    let on =
        |day: &str, draft: &str| folder.run(&["lint", "--output-format", "concise", "--as-of", day, draft]);
    on("today", "a.md").says(1, &[FOUND]);
    on("2023-07-01", "a.md").says(1, &[FOUND]);
    on("2022-01-01", "a.md").ends(0);
    assert_eq!(on("published", "a.md").out, "", "it was right when it was written");
    on("published", "undated.md").says(1, &[FOUND, &["warning[undated-draft]"]]);
    for day in ["yesterday", "2025", "2025-02-30"] {
        on(day, "a.md").ends(2);
    }
    let full = folder.run(&["lint", "--as-of", "2026-01-01", "a.md"]).out;
    assert!(full.contains("It was true when"), "{full}");
    assert!(full.contains("Checked 1 draft against 2 claims as of 1 January 2026: 1 error."), "{full}");
    let full = folder.run(&["lint", "--as-of", "published", "a.md"]).out;
    assert!(full.contains("as of its own date: nothing found."), "{full}");
    // By what had been published in 2021 nobody knew that it would end.
    let known = ["lint", "--as-of", "2022-01-01", "--known-by", "2021-12-31", "a.md"];
    folder.run(&known).ends(0);
}

#[test]
fn findings_can_be_selected_and_weighed() {
    let text = "Mill House is run by Ann Weaver. As of March 2020, Mill House is run by Ann Weaver. \
                Mill House recently was run by Bob Carter.\n";
    let folder = mill(&[("a.md", text)]);
    let codes = |args: &[&str]| -> Vec<String> {
        let out = lint(&folder, &[&["a.md"], args].concat()).out;
        out.lines().filter_map(|line| Some(line.split_whitespace().nth(1)?.to_owned())).collect()
    };
    assert_eq!(codes(&[]), ["error[outdated]", "note[stale-date]"]);
    assert_eq!(codes(&["--select", "stale-date"]), ["note[stale-date]"]);
    assert_eq!(codes(&["--ignore", "stale-date"]), ["error[outdated]"]);
    assert_eq!(codes(&["--severity", "stale-date=error,outdated=off"]), ["error[stale-date]"]);
    assert_eq!(codes(&["--select", "vague-time"]), ["note[vague-time]"]);
    assert_eq!(
        codes(&["--severity", "vague-time=warning"]),
        ["error[outdated]", "note[stale-date]", "warning[vague-time]"]
    );
    folder
        .write("erstwhile.ron", r#"(severities: {"outdated": note, "vague-time": note}, fail_on: warning)"#);
    assert_eq!(codes(&[]), ["note[outdated]", "note[stale-date]", "note[vague-time]"]);
    lint(&folder, &["a.md"]).ends(0);
    lint(&folder, &["a.md", "--isolated"]).ends(1);
    let ran = lint(&folder, &["a.md", "--select", "outdatd"]);
    ran.ends(2);
    assert!(ran.err.contains("did you mean `outdated`?"), "{}", ran.err);
}

#[test]
fn what_is_found_only_on_request_is_listed_as_off() {
    let nowhere = Folder::new();
    let has = |args: &[&str], words: &[&str]| {
        let out = nowhere.run(args).out.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words.iter().all(|word| out.contains(word)), "{args:?}: {words:?} in {out}");
    };
    has(&["rules"], &["Codes of findings about drafts", "uncited off A draft", "outdated error A draft"]);
    has(&["explain"], &["Codes of findings about drafts outdated A draft"]);
    has(&["explain", "uncited"], &["Off by default", "--select uncited"]);
    has(&["--help"], &["erstwhile lint drafts/", "erstwhile read draft.md"]);
}

#[test]
fn what_fails_a_run() {
    let folder = mill(&[("a.md", OLD), ("note.md", "As of March 2020, Mill House is run by Ann Weaver.\n")]);
    for (draft, level, code) in [
        ("a.md", "error", 1),
        ("a.md", "never", 0),
        ("note.md", "error", 0),
        ("note.md", "warning", 0),
        ("note.md", "note", 1),
    ] {
        lint(&folder, &[draft, "--fail-on", level]).ends(code);
        for format in ["full", "json"] {
            folder
                .run(&["lint", draft, "--as-of", "2026-01-01", "--output-format", format, "--fail-on", level])
                .ends(code);
        }
    }
}

#[test]
fn claims_that_cannot_be_read() {
    let folder = mill(&[("a.md", OLD), ("claims/broken.ron", "(claims: [")]);
    lint(&folder, &["a.md"]).says(2, &[FOUND, &["claims/broken.ron", "error[unparsable-file]"]]);
    folder.run(&["read", "a.md"]).ends(2);
    let folder = Folder::with(&[("claims/none.ron", "(claims: [])"), ("a.md", OLD)]);
    let ran = lint(&folder, &["a.md"]);
    ran.ends(2);
    assert!(ran.err.contains("nothing to lint against"), "{}", ran.err);
}

#[test]
fn output_to_files_and_to_standard_output() {
    let folder = mill(&[("a.md", OLD)]);
    let ran = lint(&folder, &["a.md", "--output-format", "json=report.json"]);
    ran.says(1, &[FOUND]);
    let json: Value =
        serde_json::from_slice(&std::fs::read(folder.path("report.json")).unwrap()).expect("a report");
    assert_eq!((&json["command"], &json["as_of"]), (&Value::from("lint"), &Value::from("2026-01-01")));
    assert_eq!(json["findings"][0]["claims"], serde_json::json!(["by-ann"]));
    assert_eq!(json["findings"][0]["related"][1]["path"], "claims/mill.ron");
    let schema: Value = serde_json::from_str(erstwhile::render::SCHEMA).unwrap();
    assert!(jsonschema::draft202012::is_valid(&schema, &json), "{json}");
    let ran = folder.run(&["read", "a.md", "--output-format", "text,json=reading.json"]);
    ran.ends(0);
    assert!(ran.out.contains("outdated: Mill House is run by Ann Weaver"), "{}", ran.out);
    assert!(
        std::fs::read_to_string(folder.path("reading.json")).unwrap().starts_with("{\"schema_version\":2")
    );
    for args in [
        &["--output-format", "yaml"][..],
        &["--output-format", "text,json"],
        &["--output-format", "json=no/such/place"],
    ] {
        folder.run(&[&["read", "a.md"], args].concat()).ends(2);
    }
}

/// Whoever reads the first lines only is content: that is not a fault of the run.
#[cfg(unix)]
#[test]
fn a_reader_that_goes_away() {
    use std::process::{Command, Stdio};
    let long = "Mill House is run by Ann Weaver.\n\n".repeat(3000);
    let folder = mill(&[("a.md", &long)]);
    for (command, code) in [("lint", 1), ("read", 0)] {
        let mut child = Command::new(assert_cmd::cargo::cargo_bin("erstwhile"))
            .args([command, "a.md", "--as-of", "2026-01-01"])
            .current_dir(folder.path(""))
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program");
        drop(child.stdout.take());
        let output = child.wait_with_output().expect("it ends");
        assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(code), &b""[..]));
    }
}

#[test]
fn a_long_line() {
    let filler = "word ".repeat(1_000_000);
    let folder = mill(&[("a.md", &format!("{filler}. Mill House is run by Ann Weaver. {filler}"))]);
    let full = folder.run(&["lint", "a.md", "--as-of", "2026-01-01"]);
    full.says(1, &[&["a.md:1:5000003"], &["Mill House is run by Ann Weaver."]]);
    assert!(full.out.len() < 5000, "{} bytes for one sentence", full.out.len());
    // The same without an end of the sentence anywhere.
    let folder = mill(&[("a.txt", &format!("{filler}Mill House is run by Ann Weaver {filler}"))]);
    lint(&folder, &["a.txt"]).says(1, &[&["a.txt:1:5000001:", "error[outdated]"]]);
}

#[test]
fn deep_nesting() {
    let sentence = "Mill House is run by Ann Weaver.";
    for deep in
        ["> ", "- ", "> - ", "1. ", "<div>", "<blockquote>", "<ul><li>", "[", "*", "**", "(", "\u{201c}"]
    {
        let text = format!("{}{sentence}\n\n{sentence}\n", deep.repeat(10_000));
        let folder = mill(&[("a.md", &text), ("b.html", &text)]);
        let ran = folder.run(&["lint", "a.md", "b.html", "--output-format", "concise"]);
        assert!(ran.code < 2, "{deep}: {}", ran.err);
        folder.run(&["read", "a.md", "b.html"]).ends(0);
    }
}
