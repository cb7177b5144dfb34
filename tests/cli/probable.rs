//! What is read without certainty is said to be probable, never to be so: in findings, on the annotated page and in the report.

use super::folder::Folder;

const TOWN: &str = r#"(
    entities: [
        (id: "ann", name: "Ann Weaver"), (id: "rosa", name: "Rosa Lind"),
        (id: "town", name: "Old Harbour", aliases: ["Harbour Town"]),
    ],
    sources: [(id: "s", publisher: "Gazette", published: "2026-01-02")],
    claims: [
        (id: "old", subject: "ann", relation: "mayor-of", object: "town", valid: "2021/2025-05-01", sources: ["s"]),
        (id: "new", subject: "rosa", relation: "mayor-of", object: "town", valid: "2025-05-01/..", sources: ["s"]),
    ],
)"#;
const SURE: &str = "Ann Weaver is the mayor of Old Harbour.\n";
const UNSURE: &str = "Ann Weaver spoke as the much-loved mayor at home in Old Harbour.\n";
const RIGHT: &str = "Rosa Lind spoke as the much-loved mayor at home in Old Harbour.\n";
const DAY: [&str; 2] = ["--as-of", "2026-01-10"];

fn town(drafts: &[(&str, &str)]) -> Folder {
    let folder = Folder::with(&[("claims/town.ron", TOWN)]);
    drafts.iter().for_each(|(path, text)| folder.write(path, text));
    folder
}

#[test]
fn a_finding_says_how_sure_it_is() {
    let folder = town(&[("a.md", SURE), ("b.md", UNSURE)]);
    let lint = |more: &[&str]| folder.run(&[&["lint", "a.md", "b.md"], &DAY[..], more].concat());
    lint(&["--output-format", "concise"]).says(
        1,
        &[&["a.md:1:1: error[outdated] true until"], &["b.md:1:1: note[outdated] probably: true until"]],
    );
    lint(&["--output-format", "concise", "--language", "id"])
        .says(1, &[&["b.md:1:1", "mungkin: berlaku hingga"]]);
}

#[test]
fn a_page_marks_what_is_probable_in_a_quieter_way() {
    let folder = town(&[("a.md", &[SURE, UNSURE, RIGHT].concat())]);
    let page = folder.run(&[&["lint", "a.md", "--output-format", "html"], &DAY[..]].concat());
    page.says(
        1,
        &[
            &["\u{21bb} </span>1 Outdated<"],
            &["\u{21bb}? </span>1 Outdated (probably)<"],
            &["\u{2713}? </span>1 Supported (probably)<"],
        ],
    );
    assert!(!page.out.contains("said good") && !page.out.contains("robably: "), "{}", page.out);
}

#[test]
fn a_report_lists_apart_what_is_probable() {
    let folder = town(&[("a.md", SURE), ("b.md", UNSURE)]);
    let report = |format: &str| {
        folder.run(&[&["report", "--drafts", ".", "--output-format", format], &DAY[..]].concat())
    };
    let text = report("text");
    text.says(
        0,
        &[&["1  Change now"], &["1  Probably outdated in drafts"], &["Probably outdated in drafts (1)"]],
    );
    let (now, probably) = text.out.split_once("Probably outdated in drafts (1)").expect("a heading");
    assert!(now.contains("Change now (1)") && now.contains("a.md\n") && probably.contains("b.md\n"), "{now}");
    report("markdown")
        .says(0, &[&["## Change now (1)"], &["### Probably outdated in drafts (1)"], &["#### b.md"]]);
    report("html").says(0, &[&["data-list=\"check\" aria-labelledby=\"check-title\""]]);
}

#[test]
fn names_of_one_thing_that_overlap_are_one_name() {
    let folder = town(&[("a.md", "Ann Weaver is the mayor of Old Harbour Town.\n")]);
    folder
        .run(&[&["lint", "a.md", "--output-format", "html"], &DAY[..]].concat())
        .says(1, &[&["Old Harbour Town</span>.<a class=\"sign\""]]);
}
