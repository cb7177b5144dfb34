//! `init`: what it writes, and where it writes nothing.

use std::fs;

use tempfile::TempDir;

use super::commands::{Run, has, on_the_day, run, write};

#[test]
fn what_init_writes_passes_check_for_good() {
    let folder = TempDir::new().expect("a folder");
    let Run(code, out, error) = run(folder.path(), &["init"]);
    let files = ["erstwhile.ron", "claims/library.ron", "rules/library.ron", "drafts/weekend.md"];
    assert_eq!((code, out), (0, files.map(|file| format!("wrote `{file}`\n")).concat()));
    has(&error, &["Next: erstwhile lint"]);
    for day in ["2024-01-01", "2026-11-23", "2099-12-31"] {
        let Run(code, out, error) = run(folder.path(), &["check", "--fail-on", "note", "--as-of", day]);
        assert_eq!(code, 0, "{out}{error}");
    }
    let Run(code, out, _) = on_the_day(folder.path(), &["show", "library-in-mill-lane"]);
    assert_eq!(code, 0);
    has(&out, &["Superseded by The library is on Market Square"]);
}

#[test]
fn init_overwrites_nothing() {
    let folder = TempDir::new().expect("a folder");
    write(folder.path(), "new/claims/library.ron", "mine");
    let Run(code, out, error) = run(folder.path(), &["init", "new"]);
    assert_eq!((code, out.as_str()), (2, ""));
    has(&error, &["nothing was written", "library.ron` already exists"]);
    assert_eq!(fs::read_to_string(folder.path().join("new/claims/library.ron")).expect("there"), "mine");
    assert!(!folder.path().join("new/erstwhile.ron").exists());
    assert_eq!(run(folder.path(), &["init", "other/place"]).0, 0);
    // Its claims would be read with those of the workspace.
    write(folder.path(), "own/claims/mine.ron", "()");
    for place in ["own", "own/claims/new"] {
        has(&run(folder.path(), &["init", place]).2, &["belongs to a workspace"]);
    }
    assert!(!folder.path().join("own/erstwhile.ron").exists());
    assert_eq!(run(&folder.path().join("other/place"), &["check"]).0, 0);
}
