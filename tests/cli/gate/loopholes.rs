//! Ways by which a gate could be green although something is wrong, or red although nothing is new; each was one once.

use std::fs;

use super::newsroom::{CLAIMS, STILL, close, commit, git, lint, newsroom};
use crate::folder::{Folder, ran};

const SENTENCE: &str = "Mill House is run by Ann Weaver.\n";

/// A newsroom whose claim has ended, with nothing written yet.
fn desk(config: &str) -> Folder {
    let claims = CLAIMS.replace("2015-03-01/..", "2015-03-01/2025-06-30");
    Folder::with(&[("claims/mill.ron", &claims), ("erstwhile.ron", config), ("tools/readme", "")])
}

/// The same under git, with these files committed.
fn committed(config: &str, files: &[(&str, &str)]) -> Option<Folder> {
    let desk = newsroom()?;
    close(&desk);
    for path in ["content/still.md", "content/dated.md"] {
        fs::remove_file(desk.path(path)).expect("it was there");
    }
    desk.write("erstwhile.ron", config);
    files.iter().for_each(|(path, text)| desk.write(path, text));
    commit(&desk, "begin anew");
    Some(desk)
}

const USUAL: &str = "(drafts: [\"content\"])";

#[test]
fn a_path_has_one_name() {
    let config = "(severities: {\"outdated\": warning}, exclude: [\"content/old/\"],
        overrides: [(paths: [\"content/*.md\"], severities: {\"outdated\": error})])";
    let desk = desk(config);
    desk.write("content/a.md", SENTENCE);
    desk.write("content/old/b.md", SENTENCE);
    lint(&desk, &["content"]).ends(1);
    lint(&desk, &["tools/../content"]).ends(1);
    let from_tools = |args: &[&str]| {
        let usual = ["lint", "--as-of", "2026-01-01", "--output-format", "concise"];
        let mut command = desk.command(&[usual.as_slice(), args].concat());
        ran(command.current_dir(desk.path("tools")))
    };
    let ran = from_tools(&["../content", "../tools/../content"]);
    ran.ends(1);
    assert_eq!(ran.out.lines().count(), 1, "each once, and what is left out stays out: {}", ran.out);
    from_tools(&["../content", "--baseline", "k.tsv", "--write-baseline"]).ends(0);
    let written = fs::read_to_string(desk.path("tools/k.tsv")).expect("the baseline");
    assert!(written.contains("\ncontent/a.md\t"), "{written}");
    assert_eq!(lint(&desk, &["content", "content/../content/./a.md"]).out.lines().count(), 1);
}

#[test]
fn what_has_become_worse_is_new() {
    let Some(desk) = committed(USUAL, &[("content/a.md", "> Mill House is run by Ann Weaver.\n")]) else {
        return;
    };
    lint(&desk, &["--baseline", "k.tsv", "--write-baseline"]).ends(0);
    desk.write("content/a.md", SENTENCE);
    lint(&desk, &["--new-from-rev", "HEAD"]).says(1, &[&["content/a.md", "error[outdated]"]]);
    lint(&desk, &["--baseline", "k.tsv"]).says(1, &[&["content/a.md", "error[outdated]"]]);
    desk.write("content/a.md", "> Mill House is run by Ann Weaver.\n");
    assert_eq!(lint(&desk, &["--baseline", "k.tsv"]).out, "");
}

#[test]
fn a_baseline_excuses_no_copy_that_is_looked_at_alone() {
    let desk = desk("(drafts: [\"content\"], baseline: \"k.tsv\")");
    desk.write("content/a.md", SENTENCE);
    lint(&desk, &["--write-baseline"]).ends(0);
    desk.write("content/new.md", SENTENCE);
    lint(&desk, &["content/new.md"]).ends(1);
    // The same one moved is not a new one.
    fs::remove_file(desk.path("content/a.md")).expect("it was there");
    lint(&desk, &["content/new.md"]).ends(0);
}

#[test]
fn a_baseline_and_a_revision_excuse_one_finding_once() {
    let Some(desk) = committed(USUAL, &[("content/a.md", SENTENCE)]) else { return };
    lint(&desk, &["--baseline", "k.tsv", "--write-baseline"]).ends(0);
    desk.write("content/b.md", SENTENCE);
    let ran = lint(&desk, &["--baseline", "k.tsv", "--new-from-rev", "HEAD"]);
    ran.says(1, &[&["content/b.md", "error[outdated]"]]);
    assert_eq!(ran.out.lines().count(), 1, "{}", ran.out);
}

#[test]
fn what_is_not_looked_at_excuses_nothing() {
    for (path, args) in [
        ("content/old/a.md", ["--exclude", "old/**"].as_slice()),
        ("content/.hidden/a.md", &[]),
        ("content/generated/a.md", &[]),
    ] {
        let Some(desk) = newsroom() else { return };
        close(&desk);
        fs::remove_file(desk.path("content/still.md")).expect("it was there");
        desk.write(path, SENTENCE);
        commit(&desk, "begin");
        desk.write(".gitignore", "generated/\n");
        desk.write("content/b.md", SENTENCE);
        let ran = lint(&desk, &[&["content", "--new-from-rev", "HEAD"], args].concat());
        ran.says(1, &[&["content/b.md", "error[outdated]"]]);
        // Named as a page that lies there, it excuses nothing either.
        lint(&desk, &[&["content/b.md", "--new-from-rev", "HEAD"], args].concat()).ends(1);
    }
}

#[test]
fn patterns_hold_however_many_there_are() {
    let patterns: Vec<String> = (0..500).map(|number| format!("\"**/x{number}/**/y*{number}.md\"")).collect();
    let desk = desk(&format!(
        "(severities: {{\"outdated\": note}}, overrides: [(paths: [\"content/\", {}], severities: {{\"outdated\": error}})])",
        patterns.join(", ")
    ));
    desk.write("content/a.md", SENTENCE);
    lint(&desk, &["content"]).ends(1);
    for wrong in ["!keep/", "", "./"] {
        desk.write("erstwhile.ron", format!("(exclude: [\"content/b\", \"{wrong}\"])"));
        lint(&desk, &["content"]).says(2, &[&["erstwhile.ron:1:", "is not a path pattern"]]);
    }
}

#[test]
fn a_folder_that_is_renamed_brings_nothing_new() {
    let Some(desk) = committed(USUAL, &[("content/a.md", SENTENCE), ("drafts/b.md", STILL)]) else { return };
    git(&desk, &["mv", "content", "articles"]);
    git(&desk, &["mv", "drafts/b.md", "articles/b.md"]);
    desk.write("erstwhile.ron", "(drafts: [\"articles\"])");
    assert_eq!(lint(&desk, &["--new-from-rev", "HEAD"]).out, "");
}

#[test]
fn the_repository_is_that_of_the_folder_whatever_a_hook_sets() {
    let Some(desk) = committed(USUAL, &[("content/a.md", SENTENCE), ("site/claims/none.ron", "()")]) else {
        return;
    };
    let args =
        ["lint", "a.md", "--as-of", "2026-01-01", "--new-from-rev", "HEAD", "--output-format", "concise"];
    let mut command = desk.command(&args);
    command
        .current_dir(desk.path("content"))
        .env("GIT_DIR", desk.path(".git"))
        .env("GIT_INDEX_FILE", desk.path(".git/index"));
    let ran = ran(&mut command);
    assert_eq!((ran.code, ran.out.as_str()), (0, ""), "{}", ran.err);
}

#[test]
fn files_that_were_named_are_compared_wherever_they_lie() {
    let unsourced = "(claims: [(id: \"old\", statement: \"The mill is old\", valid: \"1900/..\")])";
    let Some(desk) = committed(USUAL, &[("more/old.ron", unsourced)]) else { return };
    let check = |args: &[&str]| {
        let usual = ["check", "--as-of", "2026-01-01", "--output-format", "concise", "--fail-on", "warning"];
        desk.run(&[usual.as_slice(), args].concat())
    };
    check(&["more"]).ends(1);
    check(&["more", "--new-from-rev", "HEAD"]).ends(0);
}

#[test]
fn a_baseline_is_pruned_only_by_what_was_read_and_asked() {
    let desk = desk(USUAL);
    desk.write("content/a.md", SENTENCE);
    desk.write("content/a\tb.md", SENTENCE);
    lint(&desk, &["--baseline", "k.tsv", "--write-baseline"]).ends(0);
    let before = fs::read_to_string(desk.path("k.tsv")).expect("the baseline");
    lint(&desk, &["--baseline", "k.tsv"]).ends(0);
    let same =
        |desk: &Folder| assert_eq!(fs::read_to_string(desk.path("k.tsv")).expect("the baseline"), before);
    lint(&desk, &["--baseline", "k.tsv", "--prune-baseline", "--severity", "outdated=off"]).ends(0);
    same(&desk);
    desk.write("claims/broken.ron", "(claims: [");
    lint(&desk, &["--baseline", "k.tsv", "--prune-baseline"]).ends(2);
    same(&desk);
    let ran = lint(&desk, &["--baseline", "k.tsv"]);
    ran.ends(2);
    assert!(!ran.out.contains("unused-baseline"), "{}", ran.out);
}

#[test]
fn the_same_mistake_elsewhere_is_another_one() {
    let wrong = |claim: &str| format!("<!-- erstwhile-ignore outdated({claim}) -->\n\nMill House is old.\n");
    let Some(desk) = committed(USUAL, &[("content/a.md", &wrong("by-ann")), ("content/b.md", "Old.\n")])
    else {
        return;
    };
    desk.write("content/a.md", "Fixed.\n");
    desk.write("content/b.md", wrong("by-bob"));
    lint(&desk, &["--new-from-rev", "HEAD"]).says(0, &[&["content/b.md", "malformed-allow"]]);
}
