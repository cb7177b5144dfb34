//! Edits of claims written to disk: whole files, only over what was read, and nothing where anything is in the way.

use std::fs;
use std::process::Command;
use std::sync::Barrier;
use std::thread;

use erstwhile::cli::apply::{EditedFiles, WriteArgs, WriteError, Written};
use erstwhile::load::edit::ClaimEdit;
use erstwhile::load::{Loaded, load};
use erstwhile::time::parse_date;
use erstwhile::workspace::{Gathered, ReadOptions, gather};

use super::folder::Folder;

const RON: &str = "(\n    claims: [\n        // About a\n        (id: \"a\", valid: \"2020/..\"),\n        (id: \"b\", supersedes: [\"c\"]),\n    ],\n)\n";
const ROWS: &str = "id,subject,from,until\r\nc,lake,2020,..\r\nd,lake,2021,..\r\n";
const LINES: &str = "{\"id\":\"e\",\"from\":\"2020\"}\n";

/// What the edits of [`edits`] make of them.
const NEW: [&str; 3] = [
    "(\n    claims: [\n        // About a\n        (id: \"a\", valid: \"2020/2024\"),\n        (id: \"b\"),\n    ],\n)\n",
    "id,subject,from,until\r\nd,lake,2021,..\r\n",
    "{\"id\":\"e\",\"from\":\"2020\",\"until\":\"2024\"}\n",
];
const PATHS: [&str; 3] = ["claims/a.ron", "claims/b.csv", "claims/c.jsonl"];

const ARGS: WriteArgs = WriteArgs { apply: true, yes: true, allow_dirty: false };

fn desk() -> Folder {
    Folder::with(&[(PATHS[0], RON), (PATHS[1], ROWS), (PATHS[2], LINES), ("erstwhile.ron", "()\n")])
}

fn read(desk: &Folder) -> (Gathered, Loaded) {
    let gathered = gather(&desk.path(""), &[], &ReadOptions::default()).expect("files");
    let loaded = load(&gathered.files);
    (gathered, loaded)
}

fn edits(loaded: &Loaded) -> Vec<ClaimEdit> {
    let claim = |id: &str| loaded.index.find(&loaded.base.claims, id).expect("a claim");
    let close = |id: &str| ClaimEdit::Close { claim: claim(id), end: parse_date("2024").expect("a date") };
    vec![ClaimEdit::Drop(claim("c")), close("a"), close("e")]
}

fn texts(desk: &Folder) -> [String; 3] {
    PATHS.map(|path| fs::read_to_string(desk.path(path)).expect("a file"))
}

/// Writes the edits after `before` was done to the files that had been read.
fn written(desk: &Folder, args: &WriteArgs, before: impl FnOnce()) -> Result<Written, WriteError> {
    let (gathered, loaded) = read(desk);
    let edited = EditedFiles::new(&gathered, &loaded, &edits(&loaded)).expect("edits");
    before();
    edited.write(&desk.path(""), args)
}

/// Nothing was written, nothing is left behind.
fn is_untouched(desk: &Folder, expected: [&str; 3]) {
    assert_eq!(texts(desk), expected);
    let mut names: Vec<String> = fs::read_dir(desk.path("claims"))
        .expect("the folder")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    assert_eq!(names, ["a.ron", "b.csv", "c.jsonl"]);
}

fn git(desk: &Folder, args: &[&str]) {
    let who = ["-c", "user.name=a", "-c", "user.email=a@b.c"];
    let ran = Command::new("git").arg("-C").arg(desk.path("")).args(who).args(args).output().expect("git");
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
}

#[test]
fn edits_are_shown_and_written() {
    let desk = desk();
    let (gathered, loaded) = read(&desk);
    let edited = EditedFiles::new(&gathered, &loaded, &edits(&loaded)).expect("edits");
    let expected = "\
--- a/claims/a.ron
+++ b/claims/a.ron
@@ -1,7 +1,7 @@
 (
     claims: [
         // About a
-        (id: \"a\", valid: \"2020/..\"),
-        (id: \"b\", supersedes: [\"c\"]),
+        (id: \"a\", valid: \"2020/2024\"),
+        (id: \"b\"),
     ],
 )
--- a/claims/b.csv
+++ b/claims/b.csv
@@ -1,3 +1,2 @@
 id,subject,from,until
-c,lake,2020,..
 d,lake,2021,..
--- a/claims/c.jsonl
+++ b/claims/c.jsonl
@@ -1 +1 @@
-{\"id\":\"e\",\"from\":\"2020\"}
+{\"id\":\"e\",\"from\":\"2020\",\"until\":\"2024\"}
";
    assert_eq!(edited.diff(false), expected);
    assert_eq!(load(&edited.files()).base.claims.len(), 4);
    is_untouched(&desk, [RON, ROWS, LINES]);
    assert_eq!(edited.write(&desk.path(""), &ARGS).expect("written"), Written::Files(3));
    is_untouched(&desk, NEW);
    let (gathered, loaded) = read(&desk);
    let none = EditedFiles::new(&gathered, &loaded, &[]).expect("no edits");
    assert!(none.is_empty() && none.write(&desk.path(""), &ARGS).expect("nothing") == Written::Nothing);
}

#[test]
fn a_file_that_changed_meanwhile_is_not_written() {
    let desk = desk();
    let changed = LINES.replace("2020", "2019");
    let failed = written(&desk, &ARGS, || desk.write(PATHS[2], &changed));
    assert!(matches!(failed, Err(WriteError::Changed(path)) if path == PATHS[2]));
    is_untouched(&desk, [RON, ROWS, &changed]);
    let gone = written(&desk, &ARGS, || fs::remove_file(desk.path(PATHS[0])).expect("removed"));
    assert!(matches!(gone, Err(WriteError::Failed { path, .. }) if path == PATHS[0]));
}

#[test]
fn a_read_only_file_is_not_written() {
    let desk = desk();
    let set = |readonly: bool| {
        let mut permissions = fs::metadata(desk.path(PATHS[1])).expect("a file").permissions();
        permissions.set_readonly(readonly);
        fs::set_permissions(desk.path(PATHS[1]), permissions).expect("set");
    };
    let failed = written(&desk, &ARGS, || set(true));
    assert!(matches!(failed, Err(WriteError::ReadOnly(path)) if path == PATHS[1]));
    is_untouched(&desk, [RON, ROWS, LINES]);
    set(false);
}

#[test]
fn a_file_that_another_run_writes_is_not_written() {
    let desk = desk();
    let beside = desk.path("claims/.b.csv.edit.tmp");
    let failed = written(&desk, &ARGS, || fs::write(&beside, "").expect("the other's"));
    let error = failed.expect_err("busy");
    assert!(matches!(&error, WriteError::Busy { path, .. } if path == PATHS[1]), "{error}");
    assert!(error.to_string().contains(".b.csv.edit.tmp"), "{error}");
    fs::remove_file(beside).expect("the other's is still there");
    is_untouched(&desk, [RON, ROWS, LINES]);
}

/// Whatever the order, each file is as one of the runs would have it, and every run says so or has failed.
#[test]
fn many_runs_at_once_do_no_harm() {
    for _ in 0..5 {
        let desk = desk();
        let start = Barrier::new(4);
        let outcomes: Vec<bool> = thread::scope(|scope| {
            let run = || {
                written(&desk, &ARGS, || {
                    start.wait();
                })
                .is_ok()
            };
            let runs: Vec<_> = (0..4).map(|_| scope.spawn(run)).collect();
            runs.into_iter().map(|run| run.join().expect("a run")).collect()
        });
        let done = outcomes.iter().filter(|done| **done).count();
        assert!(done <= 1, "{done} runs have written");
        is_untouched(&desk, if done == 1 { NEW } else { [RON, ROWS, LINES] });
    }
}

#[test]
fn what_git_could_not_undo_is_not_written_unless_told() {
    let desk = desk();
    git(&desk, &["init", "-q"]);
    let dirty = |failed: Result<Written, WriteError>| match failed {
        Err(WriteError::Dirty(paths)) => paths,
        other => panic!("{other:?}"),
    };
    assert_eq!(dirty(written(&desk, &ARGS, || ())), PATHS, "nothing is committed");
    git(&desk, &["add", "."]);
    git(&desk, &["commit", "-q", "-m", "claims"]);
    desk.write(PATHS[1], ROWS.replace("2021", "2022"));
    assert_eq!(dirty(written(&desk, &ARGS, || ())), [PATHS[1]]);
    git(&desk, &["add", "."]);
    let error = written(&desk, &ARGS, || ()).expect_err("dirty").to_string();
    assert!(error.contains("`claims/b.csv` has uncommitted changes"), "{error}");
    let told = WriteArgs { allow_dirty: true, ..ARGS };
    assert_eq!(written(&desk, &told, || ()).expect("written"), Written::Files(3));
}

#[test]
fn a_committed_file_is_written() {
    let desk = desk();
    git(&desk, &["init", "-q"]);
    git(&desk, &["add", "."]);
    git(&desk, &["commit", "-q", "-m", "claims"]);
    desk.write("claims/notes.md", "not in the way");
    assert_eq!(written(&desk, &ARGS, || ()).expect("written"), Written::Files(3));
    is_untouched_with_notes(&desk);
}

fn is_untouched_with_notes(desk: &Folder) {
    fs::remove_file(desk.path("claims/notes.md")).expect("the notes");
    is_untouched(desk, NEW);
}

#[test]
fn lines_end_as_on_the_old_mac() {
    let desk = desk();
    let old = RON.replace('\n', "\r").replace("valid: \"2020/..\"", "\r            subject: \"x\",\r");
    desk.write(PATHS[0], &old);
    written(&desk, &ARGS, || ()).expect("written");
    let new = fs::read_to_string(desk.path(PATHS[0])).expect("a file");
    assert!(
        !new.contains('\n') && new.contains("\r            subject: \"x\",\r            valid: \"/2024\",\r"),
        "{new:?}"
    );
}

#[cfg(unix)]
#[test]
fn links_and_permissions_stay() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let desk = desk();
    fs::create_dir(desk.path("elsewhere")).expect("a folder");
    fs::rename(desk.path(PATHS[0]), desk.path("elsewhere/real.ron")).expect("moved");
    symlink("../elsewhere/real.ron", desk.path(PATHS[0])).expect("a link");
    fs::set_permissions(desk.path(PATHS[1]), fs::Permissions::from_mode(0o640)).expect("set");
    written(&desk, &ARGS, || ()).expect("written");
    is_untouched(&desk, NEW);
    assert!(fs::symlink_metadata(desk.path(PATHS[0])).expect("the link").is_symlink());
    let mode = fs::metadata(desk.path(PATHS[1])).expect("a file").permissions().mode();
    assert_eq!(mode & 0o777, 0o640);
}
