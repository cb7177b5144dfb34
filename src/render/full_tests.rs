//! What the format for people looks like, drawn in full, and that nothing in a file can break it. Compiled only for tests.

#![allow(clippy::unicode_not_nfc, reason = "combining accents are what is tested")]

use proptest::prelude::*;

use super::examples::{contradiction, empty, rendered, report, said, single};
use super::{OutputFormat, Style};
use crate::model::{Code, Finding, Site};
use crate::text::{File, Files, Place};

const STYLE: Style = Style { color: false, width: 80, unicode: true, quiet: false, verbose: true };

/// The drawing of one finding, without heading, help and summary.
fn drawn(path: &str, text: &str, part: &str) -> String {
    let (files, report) = single(path, text, part);
    let text = rendered(OutputFormat::Full, &report, &files, Style { quiet: true, ..STYLE });
    let lines = text.lines().skip(1).take_while(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn a_finding_in_two_files() {
    let (files, report) = contradiction();
    insta::assert_snapshot!(rendered(OutputFormat::Full, &report, &files, STYLE), @r#"
    error[contradiction]: Oracle and Microsoft Azure cannot both be the exclusive
    cloud provider of OpenAI, but both are known to be from 2024-06-11 to
    2025-01-21.
       ╭─[claims/azure.ron:4:18]
     3 │         (
     4 │             id: "azure-exclusive",
       ·                  ───────┬───────
       ·                         ╰── says that it is Microsoft Azure
     5 │             statement: "Azure is the exclusive cloud provider of OpenAI",
     6 │             valid: "2023-01-23/2025-01-21",
       ·                     ──────────┬──────────
       ·                               ╰── known to hold until this day
     7 │         ),
       ╰────
       ╭─[claims/oracle.ron:3:15]
     2 │     claims: [
     3 │         (id: "oracle-exclusive", subject: "oracle", valid: "2024-06-11/..…
       ·               ────────┬───────
       ·                       ╰── says that it is Oracle
     4 │     ],
       ╰────
      help: Correct the dates of one of the two, or give the claim that took over
            `supersedes`.

    Read more: erstwhile explain contradiction
    Checked 2 claims in 2 files as of 23 November 2026: 1 error.
    "#);
}

#[test]
fn a_finding_in_a_few_lines() {
    let (files, report) = contradiction();
    insta::assert_snapshot!(rendered(OutputFormat::Full, &report, &files, Style { verbose: false, ..STYLE }), @r#"
    error[contradiction]: Oracle and Microsoft Azure cannot both be the exclusive
    cloud provider of OpenAI, but both are known to be from 2024-06-11 to
    2025-01-21.
       ╭─[claims/azure.ron:4:18]
     4 │ id: "azure-exclusive",
       ·      ───────────────
       ·      ╰── says that it is Microsoft Azure
       ╰────
      see: says that it is Oracle, claims/oracle.ron:3
      see: known to hold until this day, claims/azure.ron:6
      help: Correct the dates of one of the two, or give the claim that took over
            `supersedes`.

    Read more: erstwhile explain contradiction; --verbose shows all records
    Checked 2 claims in 2 files as of 23 November 2026: 1 error.
    "#);
}

#[test]
fn ascii_only() {
    let (files, report) = contradiction();
    let text = rendered(OutputFormat::Full, &report, &files, Style { unicode: false, width: 0, ..STYLE });
    assert!(text.is_ascii());
    insta::assert_snapshot!(text, @r#"
    error[contradiction]: Oracle and Microsoft Azure
    cannot both be the exclusive cloud provider of
    OpenAI, but both are known to be from 2024-06-11
    to 2025-01-21.
       ,-[claims/azure.ron:4:18]
     3 |         (
     4 |             id: "azure-exclusive",
       :                  ^^^^^^^^^^^^^^^
       :                         `-- says that it is Microsoft Azure
     5 |             statement: "Azure is the ex...
     6 |             valid: "2023-01-23/2025-01-21",
       :                     ^^^^^^^^^^^^^^^^^^^^^
       :                               `-- known to hold until this day
     7 |         ),
       `----
       ,-[claims/oracle.ron:3:15]
     2 |     claims: [
     3 |         (id: "oracle-exclusive", subjec...
       :               ^^^^^^^^^^^^^^^^
       :                       `-- says that it is Oracle
     4 |     ],
       `----
      help: Correct the dates of one of the two, or
            give the claim that took over
            `supersedes`.

    Read more: erstwhile explain contradiction
    Checked 2 claims in 2 files as of 23 November 2026: 1 error.
    "#);
}

#[test]
fn color_only_adds_color() {
    let (files, report) = contradiction();
    let colored = rendered(OutputFormat::Full, &report, &files, Style { color: true, ..STYLE });
    assert!(colored.starts_with("\u{1b}[31;1merror[contradiction]\u{1b}["), "{colored:?}");
    let mut plain = String::new();
    for (at, part) in colored.split('\u{1b}').enumerate() {
        plain.push_str(if at == 0 { part } else { part.split_once('m').map_or("", |(_, rest)| rest) });
    }
    assert_eq!(plain, rendered(OutputFormat::Full, &report, &files, STYLE));
}

#[test]
fn nothing_found() {
    let text = rendered(OutputFormat::Full, &empty(), &Files::default(), STYLE);
    assert_eq!(text, "Checked 2 claims in 0 files as of 23 November 2026: nothing found.\n");
}

#[test]
fn tabs_breaks_marks_and_wide_characters() {
    insta::assert_snapshot!(drawn("a.ron", "\u{feff}bad (\r\n", "bad"), @r"
      ╭─[a.ron:1:1]
    1 │ bad (
      · ─┬─
      ·  ╰── here
      ╰────
    ");
    insta::assert_snapshot!(drawn("a.ron", "first\r\n\tx\tbad\t2\r\nlast\r\n", "bad"), @r"
      ╭─[a.ron:2:4]
    1 │ first
    2 │     x   bad 2
      ·         ─┬─
      ·          ╰── here
    3 │ last
      ╰────
    ");
    insta::assert_snapshot!(drawn("a.ron", "東京 e\u{301}e\u{301} 😀 bad 東京", "bad"), @r"
      ╭─[a.ron:1:11]
    1 │ 東京 éé 😀 bad 東京
      ·            ─┬─
      ·             ╰── here
      ╰────
    ");
    insta::assert_snapshot!(drawn("a.ron", "東京 is bad", "東京"), @r"
      ╭─[a.ron:1:1]
    1 │ 東京 is bad
      · ──┬─
      ·   ╰── here
      ╰────
    ");
    insta::assert_snapshot!(drawn("a.ron", "a\u{1b}[2Jb\u{202e}c", "c"), @r"
      ╭─[a.ron:1:8]
    1 │ a�[2Jb�c
      ·        ┬
      ·        ╰── here
      ╰────
    ");
    insta::assert_snapshot!(drawn("a.ron", "one\ntwo\n", "\n"), @r"
      ╭─[a.ron:1:4]
    1 │ one
      ·    ▲
      ·    ╰── here
    2 │ two
      ╰────
    ");
}

#[test]
fn a_tall_place_is_cut() {
    let text = format!("(\n{})\n", "    line: 1,\n".repeat(30));
    insta::assert_snapshot!(drawn("a.ron", &text, text.trim_end()), @r"
      ╭─[a.ron:1:1]
    1 │ ╭─▶ (
    2 │ │       line: 1,
    3 │ │       line: 1,
    4 │ ├─▶     line: 1, …
      · ╰──── here
      ╰────
    ");
}

#[test]
fn the_end_of_a_file_can_be_marked() {
    for text in ["", "\n", "(", "(\n", "(\r\n"] {
        let mut files = Files::default();
        let file = files.add(File::new("a.ron", text));
        let site = Site::exact(Place::new(file, text.len(), text.len()));
        let finding = Finding::new(Code::UnparsableFile, said("It ends too early.", "here", ""), site);
        let drawn = rendered(OutputFormat::Full, &report(vec![finding], 1), &files, STYLE);
        assert!(drawn.contains("▲\n") && drawn.contains("╰── here"), "{text:?}: {drawn}");
    }
}

#[test]
fn many_related_places_are_counted() {
    let (files, mut report) = contradiction();
    let other = report.findings[0].related[0].clone();
    report.findings[0].related = vec![other; 9];
    let text = rendered(OutputFormat::Full, &report, &files, STYLE);
    assert!(text.contains("3 more places belong to this"), "{text}");
}

#[test]
fn the_page_of_a_code_is_named_once() {
    let (files, mut report) = contradiction();
    report.findings = vec![report.findings[0].clone(); 3];
    let text = rendered(OutputFormat::Full, &report, &files, STYLE);
    assert_eq!(text.matches("erstwhile explain contradiction").count(), 1);
    assert_eq!(text.matches("error[contradiction]: ").count(), 3);
}

/// 10,000 findings in one file of 10 MB: what is written for each does not grow with the file or its lines.
#[test]
fn output_grows_with_findings_only() {
    for (unit, between) in [("é word ", '\n'), ("é word ", ' ')] {
        let part = format!("{}{between}", unit.repeat(131));
        let text = part.repeat(10_000);
        assert!(text.len() > 10_000_000);
        let mut files = Files::default();
        let file = files.add(File::new("big.ron", text));
        let found = |at: usize| {
            let start = at * part.len() + part.len() / 2;
            Finding::new(Code::MalformedDate, "No date.", Site::exact(Place::new(file, start, start + 9)))
        };
        let report = report((0..10_000).map(found).collect(), 1);
        let full = rendered(OutputFormat::Full, &report, &files, STYLE);
        assert_eq!(full.matches("error[malformed-date]: No date.").count(), 10_000);
        assert!(full.len() < 10_000 * 600, "{}", full.len());
        assert!(rendered(OutputFormat::Concise, &report, &files, STYLE).len() < 10_000 * 60);
        assert!(rendered(OutputFormat::Json, &report, &files, STYLE).len() < 10_000 * 400);
    }
}

proptest! {
    /// Any text, any places, even such as lie outside or within a character.
    #[test]
    fn nothing_breaks_a_drawing(
        text in "[ab \t\r\n\u{feff}\u{1b}é東😀\u{301}\u{202e}]{0,120}",
        repeat in 1usize..6,
        spans in prop::collection::vec((0usize..400, 0usize..60, any::<bool>()), 1..7),
        width in 0usize..140,
        unicode: bool,
        verbose: bool,
    ) {
        let text = text.repeat(repeat);
        let mut files = Files::default();
        let ids = [files.add(File::new("a.ron", text.clone())), files.add(File::new("b.ron", text))];
        let site = |(start, len, other): (usize, usize, bool)| {
            Site::exact(Place::new(ids[usize::from(other)], start, start + len))
        };
        let mut finding = Finding::new(Code::Duplicate, said("Twice\nthere.", "the first of both", ""), site(spans[0]));
        for span in &spans[1..] {
            finding = finding.related("the second of both, with a label of more than a few words", site(*span));
        }
        let report = report(vec![finding], 2);
        for format in OutputFormat::ALL {
            let drawn = rendered(*format, &report, &files, Style { color: false, width, unicode, quiet: false, verbose });
            let commands = drawn.contains(['\u{1b}', '\u{202e}']);
            prop_assert!(!commands || *format == OutputFormat::Json);
            prop_assert!(!drawn.contains("Failed to read"));
        }
        let drawn = rendered(OutputFormat::Full, &report, &files, Style { color: false, width: 1000, unicode, quiet: false, verbose });
        prop_assert!(drawn.contains("the first of both"), "{}", drawn);
    }
}

#[test]
fn quiet_leaves_out_hints_and_the_summary() {
    let (files, report) = contradiction();
    let text = rendered(OutputFormat::Full, &report, &files, Style { quiet: true, ..STYLE });
    assert!(text.contains("error[contradiction]") && text.contains("help:"));
    assert!(!text.contains("erstwhile explain") && !text.contains("Checked"), "{text}");
}
