//! `reconcile`: reports against each other, their dates, exit codes, and the claims that are proposed.

use std::fs;

use crate::folder::Folder;

const TOWN: &str = r#"(
    entities: [
        (id: "ann", name: "Ann Weaver"), (id: "rosa", name: "Rosa Lind"), (id: "carl", name: "Carl Berg"),
        (id: "harbourton", name: "Harbourton"), (id: "northport", name: "Northport"),
    ],
    sources: [(id: "gazette", title: "Lind sworn in", publisher: "Town Gazette", published: "2025-05-02")],
    claims: [
        (id: "ann-mayor", subject: "ann", relation: "mayor-of", object: "harbourton", valid: "2021-05-06/2025-05-01", sources: ["gazette"]),
        (id: "rosa-mayor", subject: "rosa", relation: "mayor-of", object: "harbourton", valid: "2025-05-01/..", sources: ["gazette"]),
        (id: "carl-in-harbourton", subject: "carl", relation: "mayor-of", object: "harbourton", valid: "2015-05-01/2021-05-06", sources: ["gazette"]),
        (id: "rosa-in-northport", subject: "rosa", relation: "mayor-of", object: "northport", valid: "2019-05-01/2022-05-01", sources: ["gazette"]),
    ],
)
"#;

fn town(reports: &[(&str, &str)]) -> Folder {
    let folder = Folder::with(&[("claims/town.ron", TOWN)]);
    reports.iter().for_each(|(path, text)| folder.write(path, text));
    folder
}

const DAY: [&str; 2] = ["--as-of", "2026-06-01"];

fn run(folder: &Folder, args: &[&str]) -> crate::folder::Ran {
    folder.run(&[&["reconcile"], args, &DAY].concat())
}

#[test]
fn conflicts_fail_and_differences_if_asked() {
    let folder = town(&[
        ("a.md", "Carl Berg is the mayor of Northport.\n"),
        ("b.md", "Ann Weaver is the mayor of Northport.\n"),
        ("c.md", "Ann Weaver is the mayor of Harbourton.\n"),
        ("d.md", "Rosa Lind is the mayor of Harbourton.\n"),
    ]);
    run(&folder, &["a.md", "b.md"]).ends(1);
    run(&folder, &["a.md", "b.md", "--fail-on", "never"]).ends(0);
    run(&folder, &["c.md", "d.md"]).ends(0);
    run(&folder, &["c.md", "d.md", "--fail-on", "difference"]).ends(1);
    // The order in which reports are named is theirs.
    let told = run(&folder, &["d.md", "c.md", "--output-format", "concise"]);
    assert!(told.out.starts_with("d.md:1 | c.md:1: time: "), "{}", told.out);
}

#[test]
fn dates_are_told() {
    let folder = town(&[
        ("a.md", "Carl Berg is the mayor of Northport.\n"),
        ("b.md", "Ann Weaver is the mayor of Northport.\n"),
    ]);
    let told = run(&folder, &["a.md", "b.md", "--date", "a.md=2024-03", "--date", "b.md=2025-06-10"]);
    told.ends(0);
    assert!(told.out.contains("a.md is of March 2024, b.md of 10 June 2025"), "{}", told.out);
    run(&folder, &["a.md", "b.md", "--date", "2024-03"]).ends(2);
    run(&folder, &["a.md", "b.md", "--date", "a.md=soon"]).ends(2);
    run(&folder, &["a.md", "b.md", "--date", "c.md=2024-03"]).ends(2);
}

#[test]
fn fewer_than_two_reports_are_too_few() {
    let folder = town(&[("a.md", "Carl Berg is the mayor of Northport.\n")]);
    for args in
        [&["a.md"][..], &["a.md", "none.md"], &["a.md", "a.md", "--drop-only"], &["--date", "a.md=2025"]]
    {
        let told = run(&folder, args);
        told.ends(2);
        assert!(told.out.is_empty(), "{}", told.out);
    }
    // Twice the same is two reports.
    let told = run(&folder, &["a.md", "a.md", "--output-format", "concise"]);
    told.ends(0);
    assert!(told.out.contains(": agree: "), "{}", told.out);
}

#[test]
fn an_unreadable_report_makes_the_result_incomplete() {
    let folder = town(&[("a.md", "Carl Berg is the mayor of Northport.\n")]);
    folder.write("b.md", b"\xff\xfe\x00broken");
    let told = run(&folder, &["a.md", "b.md", "--output-format", "json"]);
    told.ends(2);
    assert!(told.out.contains("\"incomplete\":true"), "{}", told.out);
}

#[test]
fn what_reports_agree_on_is_proposed_as_claims() {
    let folder = town(&[
        (
            "a.md",
            "---\ndate: 2025-06-10\n---\n\nSince May 2024, Carl Berg has been the mayor of Northport.\n",
        ),
        ("b.md", "---\ndate: 2025-07-01\n---\n\nSejak 3 Mei 2024, Carl Berg adalah wali kota Northport.\n"),
    ]);
    run(&folder, &["a.md", "b.md", "--write-claims", "claims/new.ron"]).ends(0);
    let proposed = fs::read_to_string(folder.path("claims/new.ron")).expect("the claims");
    // As precise as both say, and no more.
    assert!(proposed.contains("valid: \"2024-05/..\""), "{proposed}");
    let checked = folder.check(&[]);
    checked.ends(0);
    assert!(!checked.out.contains("claims/new.ron"), "{}", checked.out);
    // Once they are on record there is nothing to propose, and what is there is not overwritten.
    run(&folder, &["a.md", "b.md", "--write-claims", "claims/new.ron"]).ends(2);
    run(&folder, &["a.md", "b.md", "--write-claims", "claims/more.ron"]).ends(0);
    assert!(!folder.path("claims/more.ron").exists());
    assert_eq!(fs::read_to_string(folder.path("claims/new.ron")).expect("the claims"), proposed);
}

#[test]
fn the_page_needs_no_network_and_no_text_becomes_markup() {
    let folder = town(&[
        (
            "a.md",
            "---\ntitle: \"<script>alert(1)</script>\"\n---\n\nAnn Weaver is the mayor of Harbourton, <b>they</b> say &amp; write.\n",
        ),
        ("b.md", "Rosa Lind is the mayor of Harbourton.\n"),
        ("c.md", "Carl Berg is the mayor of Harbourton.\n"),
    ]);
    let told = run(&folder, &["a.md", "b.md", "c.md", "--output-format", "html"]);
    told.ends(0);
    assert!(told.out.contains("default-src 'none'"), "{}", told.out);
    assert!(!told.out.contains("<script>alert"), "{}", told.out);
    assert!(told.out.contains("<table>") && told.out.contains("id=\"p1\""), "{}", told.out);
    let alone = run(&folder, &["a.md", "b.md", "--output-format", "html"]);
    assert!(!alone.out.contains("<table>"), "{}", alone.out);
}

#[test]
fn what_was_not_understood_is_no_agreement() {
    let folder = town(&[
        ("a.md", "The harbour was quiet.\n"),
        ("b.md", "Nobody came.\n"),
        ("c.md", "Rosa Lind is the mayor of Harbourton.\n"),
    ]);
    let told = run(&folder, &["a.md", "b.md"]);
    told.ends(2);
    assert!(told.err.contains("nothing to reconcile"), "{}", told.err);
    let told = run(&folder, &["a.md", "c.md"]);
    told.ends(0);
    assert!(told.out.contains("nothing in common"), "{}", told.out);
    assert!(told.err.contains("`a.md`: no sentence was understood"), "{}", told.err);
}

#[test]
fn standard_input_is_a_report() {
    let folder = town(&[("a.md", "Carl Berg is the mayor of Northport.\n")]);
    folder.write("in.md", "Ann Weaver is the mayor of Northport.\n");
    let piped = |args: &[&str]| {
        let text = fs::read(folder.path("in.md")).expect("the file");
        let args = [&["reconcile"], args, &DAY].concat();
        crate::folder::ran(folder.command(&args).write_stdin(text))
    };
    let told = piped(&["a.md", "-", "--output-format", "concise"]);
    told.ends(1);
    assert!(told.out.starts_with("a.md:1 | <stdin>.md:1: conflict: "), "{}", told.out);
    let dated = ["-", "a.md", "--stdin-filename", "new.md", "--date", "-=2025-06", "--date", "a.md=2024"];
    let told = piped(&dated);
    told.ends(0);
    assert!(told.out.contains("a.md is of 2024, new.md of June 2025"), "{}", told.out);
    piped(&["-", "-"]).ends(2);
    folder.write("in.md", "\n");
    piped(&["a.md", "-"]).ends(2);
}

#[test]
fn what_no_claim_is_about_is_read_too() {
    let folder = town(&[
        ("a.md", "Ann Weaver was born in Northport. Harbourton borders Northport.\n"),
        ("b.md", "Ann Weaver was born in Harbourton. Harbourton borders Northport.\n"),
    ]);
    let ran = run(&folder, &["a.md", "b.md", "--output-format", "concise"]);
    ran.ends(1);
    assert!(ran.out.contains("a.md:1 | b.md:1: conflict: Ann Weaver was born in Northport"), "{}", ran.out);
    assert!(ran.out.contains("a.md:1 | b.md:1: agree: Harbourton borders Northport"), "{}", ran.out);
}

#[test]
fn a_date_that_is_the_far_side_is_proposed_as_one() {
    let folder = town(&[
        ("a.md", "Northport was founded in 1903.\n"),
        ("b.md", "Northport didirikan pada tahun 1903.\n"),
    ]);
    let ran = run(&folder, &["a.md", "b.md", "--write-claims", "claims/new.ron", "--language", "en"]);
    ran.ends(0);
    assert!(ran.out.contains("Northport was founded in 1903."), "{}", ran.out);
    let proposed = fs::read_to_string(folder.path("claims/new.ron")).expect("the claims");
    assert!(proposed.contains("value: \"1903\"") && proposed.contains("valid: \"1903\""), "{proposed}");
    let checked = folder.check(&[]);
    assert!(!checked.out.contains("unreadable") && !checked.out.contains("error"), "{}", checked.out);
}

/// In an empty folder the reports name the entities; what they agree on is proposed with all that it takes to be checked.
#[test]
fn without_records_the_reports_name_the_entities() {
    let folder = Folder::with(&[]);
    folder.write("a.md", "A. Weaver is the mayor of Harbourton. Nordwerft is owned by Lang Group.\n");
    folder.write("b.md", "Harbourton's mayor is Ann B. Weaver. Nordwerft belongs to Ost Holding.\n");
    let ran = run(&folder, &["a.md", "b.md", "--output-format", "concise", "--write-claims", "new.ron"]);
    ran.ends(1);
    assert!(ran.out.contains("a.md:1 | b.md:1: conflict: Lang Group owns Nordwerft"), "{}", ran.out);
    assert!(ran.out.contains("a.md:1 | b.md:1: agree: Ann B. Weaver is the mayor"), "{}", ran.out);
    assert!(ran.err.contains("what the reports name counts"), "{}", ran.err);
    let proposed = fs::read_to_string(folder.path("new.ron")).expect("the claims");
    assert!(
        proposed.contains(r#"(id: "ann-b-weaver", name: "Ann B. Weaver", aliases: ["A. Weaver"])"#),
        "{proposed}"
    );
    assert!(proposed.contains(r#"(id: "mayor-of", like: "mayor-of")"#), "{proposed}");
    assert!(!proposed.contains("nordwerft"), "{proposed}");
    folder.write("claims/new.ron", &proposed);
    let checked = folder.check(&["--fail-on", "warning"]);
    checked.ends(0);
    assert!(!checked.out.contains("error") && !checked.out.contains("warning"), "{}", checked.out);
    run(&folder, &["a.md", "b.md", "--output-format", "concise"]).ends(0);
}

/// That nothing is in common is no fault where nothing is on record; a report that cannot be read is one all the same.
#[test]
fn without_records_only_what_cannot_be_read_is_a_fault() {
    let folder = Folder::with(&[]);
    folder.write("a.md", "The harbour was quiet.\n");
    folder.write("b.md", "Nobody came.\n");
    let told = run(&folder, &["a.md", "b.md"]);
    told.ends(0);
    assert!(told.out.contains("nothing in common"), "{}", told.out);
    run(&folder, &["a.md", "missing.md"]).ends(2);
    fs::write(folder.path("b.md"), [0xff, 0xfe, 0x00, 0xd8]).expect("a file");
    run(&folder, &["a.md", "b.md"]).ends(2);
}
