//! Drafts that once passed although they say what is outdated, each as a folder of its own.

use crate::folder::Folder;

/// Whose claim has ended, and what every folder has.
const CLAIMS: &str = r#"(
    relations: [(id: "sole-supplier-of", label: "is the sole supplier of", exclusive: true)],
    entities: [(id: "nord", name: "Nord Steel", aliases: ["Nord"]), (id: "yard", name: "Ostyard")],
    sources: [(id: "s", title: "T", published: "2025-01-23", kind: primary)],
    claims: [(id: "one", statement: "Nord is the sole supplier of Ostyard", subject: "nord", relation: "sole-supplier-of",
        object: "yard", valid: "2023-01-23/2025-01-21", sources: ["s"])],
)
"#;

/// The drafts of a folder as `lint` tells them on a day when the claim has ended.
fn lint(drafts: &[(&str, &str)], args: &[&str], lines: &[&[&str]]) {
    let usual = [("claims/a.ron", CLAIMS), ("content/good.md", "Nothing here.\n")];
    let desk = Folder::with(&[&usual[..], drafts].concat());
    let ran = desk.run(&[&["lint", "--as-of", "2026-06-01", "--output-format", "concise"], args].concat());
    ran.says(1, lines);
    assert_eq!(ran.out.lines().count(), lines.len(), "{}", ran.out);
}

#[test]
fn the_mark_of_a_generator_hides_no_draft() {
    let mark =
        "<!-- <meta name=\"generator\" content=\"erstwhile -->\n\nNord is the sole supplier of Ostyard.\n";
    for args in [&["content/bad.md", "content/good.md", "-q"][..], &["content"]] {
        lint(&[("content/bad.md", mark)], args, &[&["content/bad.md:3", "outdated"]]);
    }
}

#[test]
fn a_title_and_a_description_are_judged() {
    let said = "Nord is the sole supplier of Ostyard";
    let head = format!("---\ntitle: {said}\ndescription: That {said}.\n---\n\nWords.\n");
    let page = format!(
        "<html><head><title>{said}</title>\n<meta name=\"description\" content=\"That {said}.\"></head><body><p>Words.</p></body></html>\n"
    );
    lint(
        &[("content/bad.md", &head)],
        &["content"],
        &[&["content/bad.md:2", "outdated"], &["content/bad.md:3", "outdated"]],
    );
    lint(
        &[("content/bad.html", &page)],
        &["content"],
        &[&["content/bad.html:1", "outdated"], &["content/bad.html:2", "outdated"]],
    );
}

#[test]
fn a_hard_break_does_not_end_a_sentence() {
    let html = "<p>Nord is the sole<br>supplier of Ostyard.</p>";
    let drafts = [
        ("content/blanks.md", "Nord is the sole  \nsupplier of Ostyard.\n"),
        ("content/slash.md", "Nord is the sole\\\nsupplier of Ostyard.\n"),
        ("content/tag.html", html),
    ];
    lint(
        &drafts,
        &["content"],
        &[
            &["content/blanks.md:1", "outdated"],
            &["content/slash.md:1", "outdated"],
            &["content/tag.html:1", "outdated"],
        ],
    );
}
