//! What drafts accept: comments in each markup, what is wrong with them, and how a finding says what to write.

use super::newsroom::{CLAIMS, lint};
use crate::folder::Folder;

fn desk(path: &str, text: &str) -> Folder {
    Folder::with(&[
        ("claims/mill.ron", &CLAIMS.replace("2015-03-01/..", "2015-03-01/2025-06-30")),
        (path, text),
    ])
}

#[test]
fn every_markup_has_its_comment() {
    for (path, text) in [
        (
            "a.md",
            "<!-- erstwhile-ignore outdated(by-ann): as it came -->\nMill House is run by Ann Weaver.\n",
        ),
        (
            "a.mdx",
            "{/* erstwhile-ignore outdated(by-ann): as it came */}\n\nMill House is run by Ann Weaver.\n",
        ),
        ("a.html", "<!-- erstwhile-ignore outdated: as it came --><p>Mill House is run by Ann Weaver.</p>"),
        ("a.txt", "<!-- erstwhile-ignore outdated: as it came -->\nMill House is run by Ann Weaver.\n"),
        (
            "a.md",
            "---\nerstwhile-ignore: \"outdated(by-ann): as it came\"\n---\n\nMill House is run by Ann Weaver.\n",
        ),
        (
            "a.md",
            "+++\nerstwhile-ignore = [\"outdated: as it came\"]\n+++\n\nMill House is run by Ann Weaver.\n",
        ),
        ("a.md", "Mill House is run by Ann Weaver.\n\n<!-- erstwhile-ignore-file outdated: as it came -->\n"),
        (
            "a.md",
            "<!-- erstwhile-ignore-begin outdated: as it came -->\n\nMill House.\n\nMill House is run by Ann Weaver.\n\n\
             <!-- erstwhile-ignore-end -->\n",
        ),
    ] {
        let ran = lint(&desk(path, text), &[path]);
        assert_eq!((ran.code, ran.out.as_str()), (0, ""), "{text}");
        lint(&desk(path, text), &[path, "--no-ignores"]).says(1, &[&["outdated"]]);
    }
}

#[test]
fn the_reach_of_a_comment_ends_with_the_block() {
    let text = "<!-- erstwhile-ignore outdated(by-ann): as it came -->\n\nMill House is run by Ann Weaver.\n\n\
                Mill House is run by Ann Weaver.\n";
    let ran = lint(&desk("a.md", text), &["a.md"]);
    ran.says(1, &[&["a.md:5:1: error[outdated]"]]);
    assert_eq!(ran.out.lines().count(), 1, "{}", ran.out);
}

#[test]
fn what_is_wrong_with_a_comment_is_told_where_it_stands() {
    for (comment, expected) in [
        ("outdated(by-ann)", "warning[malformed-allow] this gives no reason"),
        ("outdated(by-ann): WHY", "warning[malformed-allow] this gives no reason"),
        ("outdatet: as it came", "error[unknown-id] this draft accepts `outdatet`, which is not a code"),
        ("outdated(by-anne): as it came", "error[unknown-id] this draft accepts a finding about `by-anne`"),
        (
            "premature: as it came",
            "warning[unused-allow] this draft accepts `premature`, but there is no such finding",
        ),
        ("outdated: as it came until=2025-12", "only until December 2025, which has passed"),
    ] {
        let text = format!("<!-- erstwhile-ignore {comment} -->\n\nMill House is run by Ann Weaver.\n");
        let ran = lint(&desk("a.md", &text), &["a.md"]);
        ran.says(1, &[&["a.md:1:1: ", expected], &["a.md:3:1: error[outdated]"]]);
    }
    // That a finding which is off does not occur says nothing.
    let text = "<!-- erstwhile-ignore uncited: as it came -->\n\nMill House is old.\n";
    assert_eq!(lint(&desk("a.md", text), &["a.md"]).out, "");
    lint(&desk("a.md", text), &["a.md", "--severity", "uncited=note"]).says(0, &[&["unused-allow"]]);
}

#[test]
fn the_help_of_a_finding_can_be_copied() {
    for (path, open, close) in
        [("a.md", "<!-- ", " -->"), ("a.mdx", "{/* ", " */}"), ("a.txt", "<!-- ", " -->")]
    {
        let text = "Mill House is run by Ann Weaver.\n";
        let desk = desk(path, text);
        let ran = desk.run(&["lint", path, "--verbose", "--as-of", "2026-01-01"]);
        let comment = format!("{open}erstwhile-ignore outdated(by-ann): WHY{close}");
        let line =
            ran.out.lines().find(|line| line.trim() == comment).unwrap_or_else(|| panic!("{}", ran.out));
        desk.write(path, format!("{}\n\n{text}", line.trim().replace("WHY", "as it came")));
        lint(&desk, &[path]).ends(0);
    }
}

#[test]
fn begin_and_end_can_be_nested() {
    let text = "<!-- erstwhile-ignore-begin outdated: the letter -->\n\n<!-- erstwhile-ignore-begin premature: the plan -->\n\n\
                Mill House is run by Ann Weaver.\n\n<!-- erstwhile-ignore-end -->\n\nMill House is run by Ann Weaver.\n\n\
                <!-- erstwhile-ignore-end -->\n\nMill House is run by Ann Weaver.\n";
    let ran = lint(&desk("a.md", text), &["a.md"]);
    ran.says(1, &[&["a.md:3:1: warning[unused-allow]", "`premature`"], &["a.md:13:1: error[outdated]"]]);
    assert_eq!(ran.out.lines().count(), 2, "{}", ran.out);
}

#[test]
fn a_quotation_is_one_block() {
    let text = "<!-- erstwhile-ignore outdated: the letter -->\n> Mill House is old.\n>\n> Mill House is run by Ann Weaver.\n\n\
                Mill House is run by Ann Weaver.\n";
    let ran = lint(&desk("a.md", text), &["a.md"]);
    ran.says(1, &[&["a.md:6:1: error[outdated]"]]);
    assert_eq!(ran.out.lines().count(), 1, "{}", ran.out);
}

#[test]
fn misspelt_comments_are_told() {
    for comment in [
        "erstwhile-disable outdated: x",
        "erstwhile-ignore-next outdated: x",
        "erstwhile-ignored outdated: x",
    ] {
        let text = format!("<!-- {comment} -->\n\nMill House is run by Ann Weaver.\n");
        lint(&desk("a.md", &text), &["a.md"])
            .says(1, &[&["a.md:1:1: warning[malformed-allow]", "is unknown"]]);
    }
}
