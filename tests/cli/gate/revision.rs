//! Comparing with a revision: which files are looked at there, and what cannot be compared.

use super::newsroom::{CLAIMS, STILL, close, commit, git, lint, newsroom};
use crate::folder::Folder;

#[test]
fn revisions_that_are_not_there_say_what_to_do() {
    let Some(desk) = newsroom() else { return };
    for flag in ["--new-from-rev", "--new-from-merge-base"] {
        let ran = lint(&desk, &[flag, "origin/nowhere"]);
        ran.ends(2);
        assert!(
            ran.err.contains("no commit `origin/nowhere`") && ran.err.contains("git fetch"),
            "{}",
            ran.err
        );
        assert_eq!(ran.out, "");
    }
    // What looks like a flag is not one.
    lint(&desk, &["--new-from-rev=--help"]).ends(2);
}

#[test]
fn a_shallow_clone_names_the_depth_to_fetch() {
    let Some(desk) = newsroom() else { return };
    let first = git(&desk, &["rev-parse", "HEAD"]);
    close(&desk);
    commit(&desk, "close");
    let clone = Folder::new();
    let from = format!("file://{}", desk.path("").display());
    let to = clone.path("here").display().to_string();
    git(&desk, &["clone", "--quiet", "--depth", "1", &from, &to]);
    let mut command = clone.command(&["lint", "--new-from-rev", &first]);
    let ran = crate::folder::ran(command.current_dir(clone.path("here")));
    ran.ends(2);
    assert!(ran.err.contains("shallow") && ran.err.contains("fetch-depth: 0"), "{}", ran.err);
}

#[test]
fn outside_of_git_nothing_can_be_compared() {
    if newsroom().is_none() {
        return;
    }
    let desk = Folder::with(&[("claims/mill.ron", CLAIMS), ("content/still.md", STILL)]);
    let ran = lint(&desk, &["content", "--new-from-rev", "HEAD"]);
    ran.ends(2);
    assert!(ran.err.contains("not in a git repository"), "{}", ran.err);
}

#[test]
fn a_workspace_below_the_top_of_the_repository_is_found_there() {
    let Some(desk) = newsroom() else { return };
    for folder in ["claims", "content", "erstwhile.ron"] {
        git(&desk, &["mv", folder, &format!("desk-{folder}")]);
    }
    std::fs::create_dir_all(desk.path("sites/mill")).expect("a folder");
    for folder in ["claims", "content", "erstwhile.ron"] {
        git(&desk, &["mv", &format!("desk-{folder}"), &format!("sites/mill/{folder}")]);
    }
    commit(&desk, "move everything");
    desk.write("sites/mill/claims/mill.ron", CLAIMS.replace("2015-03-01/..", "2015-03-01/2025-06-30"));
    for (folder, shown) in [("sites/mill", "content/still.md"), ("sites/mill/content", "still.md")] {
        let args = ["lint", "--as-of", "2026-01-01", "--output-format", "concise", "--new-from-rev", "HEAD"];
        let mut command = desk.command(&args);
        let ran = crate::folder::ran(command.current_dir(desk.path(folder)));
        ran.ends(1);
        assert_eq!(ran.out.lines().count(), 1, "{}", ran.out);
        assert!(ran.out.contains(shown), "{}", ran.out);
    }
}

#[test]
fn drafts_and_claims_that_are_new_are_new() {
    let Some(desk) = newsroom() else { return };
    close(&desk);
    commit(&desk, "close");
    desk.write("content/new.txt", "Mill House is run by Ann Weaver, they say.\n");
    let ran = lint(&desk, &["--new-from-rev", "HEAD"]);
    ran.says(1, &[&["content/new.txt:1:1: error[outdated]"]]);
    assert_eq!(ran.out.lines().count(), 1, "{}", ran.out);

    desk.write(
        "claims/more.ron",
        "(claims: [(id: \"more\", statement: \"The mill is old\", valid: \"1900/..\")])",
    );
    let check = |args: &[&str]| {
        let usual = ["check", "--as-of", "2026-01-01", "--output-format", "concise", "--fail-on", "warning"];
        desk.run(&[usual.as_slice(), args].concat())
    };
    check(&["--new-from-rev", "HEAD"]).says(1, &[&["claims/more.ron", "warning[unsourced]"]]);
    commit(&desk, "more");
    check(&["--new-from-rev", "HEAD"]).ends(0);
    check(&[]).ends(1);
}

#[test]
fn before_there_were_claims_everything_is_new() {
    let Some(desk) = newsroom() else { return };
    let empty = git(&desk, &["commit-tree", "-m", "nothing", "4b825dc642cb6eb9a060e54bf8d69288fbee4904"]);
    close(&desk);
    lint(&desk, &["--new-from-rev", &empty]).says(1, &[&["content/still.md", "outdated"]]);
}

#[test]
fn what_cannot_be_read_is_never_old() {
    let Some(desk) = newsroom() else { return };
    desk.write("claims/broken.ron", "(claims: [");
    commit(&desk, "break");
    let ran = lint(&desk, &["--new-from-rev", "HEAD"]);
    ran.says(2, &[&["claims/broken.ron", "unparsable-file"]]);
    assert!(ran.err.contains("not everything can be read"), "{}", ran.err);
}
