//! What a run does not look at: it is never more than git, a name or a pattern says, and never in silence.

use std::fs;

use serde_json::Value;

use super::newsroom::{CLAIMS, STILL, commit, git, lint, newsroom};
use crate::folder::{Folder, Ran, ran};

/// A newsroom whose claim has ended, with these files besides.
fn desk(files: &[(&str, &str)]) -> Folder {
    let claims = CLAIMS.replace("2015-03-01/..", "2015-03-01/2025-06-30");
    let usual = [("claims/mill.ron", claims.as_str()), ("content/good.md", "Nothing here.\n")];
    Folder::with(&[&usual[..], files].concat())
}

/// The same under git, with an article that is tracked and still says what is outdated.
fn tracked() -> Option<Folder> {
    let desk = newsroom()?;
    super::newsroom::close(&desk);
    commit(&desk, "close");
    Some(desk)
}

fn unseen(desk: &Folder, args: &[&str]) -> Vec<(String, u64, String)> {
    let ran = desk.run(&[args, &["--as-of", "2026-01-01", "--output-format", "json"]].concat());
    let report: Value = serde_json::from_str(&ran.out).unwrap_or_else(|_| panic!("{}", ran.err));
    let each = report["unseen"].as_array().expect("a list").iter().map(|one| {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        (text(&one["reason"]), one["count"].as_u64().unwrap_or(0), text(&one["paths"][0]))
    });
    each.collect()
}

fn one(reason: &str, count: u64, path: &str) -> Vec<(String, u64, String)> {
    vec![(reason.to_owned(), count, path.to_owned())]
}

#[test]
fn what_git_tracks_is_read_whatever_is_written() {
    let Some(desk) = tracked() else { return };
    let finds = |ran: &Ran| ran.says(1, &[&["content/still.md", "error[outdated]"]]);
    for file in ["content/.ignore", ".gitignore", "content/.gitignore", ".git/info/exclude"] {
        desk.write(file, "still.md\n");
        finds(&lint(&desk, &["content"]));
        fs::remove_file(desk.path(file)).expect("it was there");
    }
    desk.write("home/git/ignore", "still.md\n");
    let args = ["lint", "content", "--as-of", "2026-01-01", "--output-format", "concise"];
    finds(&ran(desk.command(&args).env("XDG_CONFIG_HOME", desk.path("home"))));
}

#[test]
fn rules_above_the_repository_do_not_count() {
    if newsroom().is_none() {
        return;
    }
    let desk = desk(&[("content/still.md", STILL)]);
    for folder in ["claims", "content"] {
        fs::create_dir_all(desk.path("here")).expect("a folder");
        fs::rename(desk.path(folder), desk.path(&format!("here/{folder}"))).expect("moved");
    }
    desk.write(".gitignore", "still.md\n");
    git(&desk, &["init", "--quiet", "here"]);
    lint(&desk, &["here/content"]).says(1, &[&["still.md", "error[outdated]"]]);
    // Without a repository the root of the workspace is the top.
    fs::remove_dir_all(desk.path("here/.git")).expect("it was there");
    lint(&desk, &["here/content"]).says(1, &[&["still.md", "error[outdated]"]]);
    desk.write("here/.gitignore", "still.md\n");
    let ran = lint(&desk, &["here/content"]);
    ran.ends(0);
    assert!(ran.err.contains("skipped because git ignores it: `here/content/still.md`"), "{}", ran.err);
}

#[test]
fn what_git_ignores_is_skipped_and_told() {
    let Some(desk) = tracked() else { return };
    fs::remove_file(desk.path("content/still.md")).expect("it was there");
    desk.write(".gitignore", "built/\nnew*.md\n!new-kept.md\n*.log\n");
    for path in ["content/built/a.md", "content/new.md", "content/new-kept.md", "content/x.log"] {
        desk.write(path, STILL);
    }
    let ran = lint(&desk, &["content"]);
    assert_eq!(ran.out.lines().count(), 1, "{}", ran.out);
    assert!(ran.out.contains("content/new-kept.md"), "{}", ran.out);
    assert!(ran.err.contains("2 files or folders were skipped because git ignores them"), "{}", ran.err);
    assert_eq!(unseen(&desk, &["lint", "content"]), one("ignored", 2, "content/built"));
    // What was asked for is read.
    lint(&desk, &["content/new.md"]).ends(1);
    lint(&desk, &["content/built"]).ends(1);
    assert_eq!(lint(&desk, &["content", "-q"]).err, "");
}

#[test]
fn a_repository_within_another_has_rules_of_its_own() {
    let Some(desk) = tracked() else { return };
    fs::remove_file(desk.path("content/still.md")).expect("it was there");
    git(&desk, &["init", "--quiet", "content/part"]);
    desk.write("content/part/.gitignore", "off.md\n");
    desk.write("content/part/off.md", STILL);
    desk.write("content/part/on.md", STILL);
    let ran = lint(&desk, &["content"]);
    ran.says(1, &[&["content/part/on.md"]]);
    assert_eq!(ran.out.lines().count(), 1, "{}", ran.out);
    assert_eq!(unseen(&desk, &["lint", "content"]), one("ignored", 1, "content/part/off.md"));
}

#[test]
fn documents_of_other_kinds_are_told() {
    for kind in ["rst", "adoc", "ipynb", "docx", "ODT", "tex", "org", "pptx", "lyx", "docbook"] {
        let path = format!("content/a.{kind}");
        let desk = desk(&[(&path, "Text."), ("content/picture.png", "."), ("content/style.css", ".")]);
        let ran = lint(&desk, &["content"]);
        ran.ends(0);
        assert!(ran.err.contains("1 document was not read, being neither"), "{}", ran.err);
        assert!(ran.err.contains(&path), "{}", ran.err);
        for command in [&["lint", "content"][..], &["read", "content"], &["report", "--drafts", "content"]] {
            assert_eq!(unseen(&desk, command), one("other-kind", 1, &path), "{command:?}");
        }
    }
}

#[test]
fn markdown_and_html_have_many_ends() {
    for end in ["md", "MKDN", "mdown", "mdwn", "mkdown", "mdtext", "livemd", "xht", "shtml"] {
        let path = format!("content/a.{end}");
        lint(&desk(&[(&path, STILL)]), &["content"]).says(1, &[&[&path, "outdated"]]);
    }
}

#[test]
fn hidden_drafts_are_told() {
    let desk = desk(&[("content/.drafts/deep/a.md", STILL), ("content/.tool/settings.json", "{}")]);
    assert_eq!(unseen(&desk, &["lint", "content"]), one("hidden", 1, "content/.drafts"));
    lint(&desk, &["content/.drafts"]).ends(1);
}

#[test]
fn patterns_are_told_with_what_they_leave_out() {
    let desk = desk(&[("content/old/still.md", STILL)]);
    let args = ["lint", "content", "--exclude", "old/"];
    assert_eq!(unseen(&desk, &args), one("excluded", 1, "content/old/still.md"));
    // What was named is reported even to those who want no hints.
    let ran = lint(&desk, &["content/old/still.md", "content/good.md", "--exclude", "old/", "-q"]);
    ran.ends(0);
    assert!(ran.err.contains("`content/old/still.md` is skipped"), "{}", ran.err);
}

#[test]
fn only_a_page_of_our_own_is_taken_for_one() {
    let mark = "<meta name=\"generator\" content=\"erstwhile -->";
    let page = format!("<!-- {mark} -->\n\n<p>Mill House is run by Ann Weaver.</p>\n");
    let desk = desk(&[("content/a.md", &format!("<!-- {mark} -->\n\n{STILL}")), ("content/b.html", &page)]);
    let ran = lint(&desk, &["content"]);
    ran.says(1, &[&["content/a.md"], &["content/b.html"]]);
    fs::remove_file(desk.path("content/a.md")).expect("it was there");
    fs::remove_file(desk.path("content/b.html")).expect("it was there");
    desk.write("content/still.md", STILL);
    lint(&desk, &["content", "--output-format", "html=content/own.html"]).ends(1);
    fs::remove_file(desk.path("content/still.md")).expect("it was there");
    lint(&desk, &["content"]).ends(0);
    assert_eq!(unseen(&desk, &["lint", "content"]), one("own-page", 1, "content/own.html"));
    // One that was named is read.
    assert_eq!(unseen(&desk, &["lint", "content/own.html"]), []);
}

#[test]
fn all_that_lies_among_claims_is_read_or_told() {
    let second = "(claims: [(id: \"turned\", statement: \"It stood still\", valid: \"2005/2004\")])";
    for path in ["claims/b.RON", "claims/b.Ron", "claims/B.CSV", "claims/b.JSONL"] {
        let text = match path {
            "claims/B.CSV" => "id,statement,valid\nturned,It stood still,2005/2004\n",
            "claims/b.JSONL" => {
                "{\"id\": \"turned\", \"statement\": \"It stood still\", \"valid\": \"2005/2004\"}\n"
            }
            _ => second,
        };
        desk(&[(path, text)]).check(&[]).says(1, &[&[path, "error[inverted-period]"]]);
    }
    for path in ["claims/b.json", "claims/b.yaml", "rules/deep/b.toml", "claims/b"] {
        let desk = desk(&[(path, second), ("claims/README.md", "# Claims\n"), ("claims/.gitkeep", "")]);
        let ran = desk.check(&[]);
        assert!(ran.err.contains("1 file among claims and rules was not read"), "{}", ran.err);
        for command in [["check"].as_slice(), &["lint", "content"]] {
            assert_eq!(unseen(&desk, command), one("other-data", 1, path));
        }
    }
    let desk = desk(&[("claims/.more/b.ron", second)]);
    assert_eq!(unseen(&desk, &["check"]), one("hidden", 1, "claims/.more"));
}

#[cfg(unix)]
#[test]
fn links_that_lead_nowhere_or_to_something_else_are_told() {
    use std::os::unix::fs::symlink;
    for (link, target, folder) in [
        ("claims/b.ron", "/dev/null", "check"),
        ("claims/b.ron", "nowhere", "check"),
        ("content/b.md", "/dev/null", "lint"),
        ("content/b.md", "nowhere", "lint"),
        ("content/shared", "nowhere", "lint"),
    ] {
        let desk = desk(&[]);
        symlink(target, desk.path(link)).expect("a link");
        let args = if folder == "check" { vec!["check"] } else { vec!["lint", "content"] };
        let ran = desk.run(&[&args[..], &["--as-of", "2026-01-01", "--output-format", "concise"]].concat());
        ran.says(2, &[&[link, "unreadable-file"]]);
    }
    let desk = desk(&[]);
    symlink("nowhere.png", desk.path("content/picture.png")).expect("a link");
    symlink("/dev/null", desk.path("claims/null")).expect("a link");
    let found = unseen(&desk, &["lint", "content"]);
    assert_eq!(found, one("no-file", 2, "claims/null"));
}

#[cfg(unix)]
#[test]
fn links_do_not_lead_in_circles() {
    let desk = desk(&[("content/a/still.md", STILL)]);
    std::os::unix::fs::symlink("..", desk.path("content/a/up")).expect("a link");
    lint(&desk, &["content"])
        .says(2, &[&["content/a/up", "leads back to"], &["content/a/still.md", "outdated"]]);
}
