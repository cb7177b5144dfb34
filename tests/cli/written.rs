//! Files that the program writes: whole or not at all, one for each format, and never over what is something else.

use std::fs;

use super::folder::{Folder, Ran, TURNED, ran};

const DRAFT: &str = "The mill is run by Ann Weaver.\n";

/// A base and drafts that have outlived it.
fn desk() -> Folder {
    let claims = super::folder::GOOD.replace("2020/..", "2020/2024-03-01");
    Folder::with(&[("claims/good.ron", &claims), ("drafts/a.md", DRAFT), ("drafts/b.md", DRAFT)])
}

fn lint(desk: &Folder, args: &[&str]) -> Ran {
    desk.run(&[&["lint", "drafts", "--as-of", "2026-01-01"], args].concat())
}

fn names(desk: &Folder) -> Vec<String> {
    let names = fs::read_dir(desk.path("")).expect("the folder");
    let mut names: Vec<String> =
        names.map(|name| name.expect("a name").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn nothing_is_left_beside_what_is_written() {
    let desk = desk();
    lint(&desk, &["--output-format", "json=out.json"]).ends(1);
    lint(&desk, &["--baseline", "known.tsv", "--write-baseline", "-q"]).ends(0);
    assert_eq!(names(&desk), ["claims", "drafts", "known.tsv", "out.json"]);
}

#[test]
fn two_formats_never_share_a_file() {
    let desk = desk();
    desk.write("there.json", "");
    for (one, two) in [
        ("json=out", "sarif=./out"),
        ("json=out", "sarif=drafts/../out"),
        ("json=out", "sarif=OUT"),
        ("json=there.json", "html=./there.json"),
        ("full", "json=/dev/stdout"),
    ] {
        let ran = lint(&desk, &["--output-format", one, "--output-format", two]);
        ran.ends(2);
        assert_eq!(ran.out, "", "{one} {two}");
    }
    lint(&desk, &["--output-format", "json=out.json", "--output-format", "sarif=out.sarif"]).ends(1);
    assert_eq!(names(&desk), ["claims", "drafts", "out.json", "out.sarif", "there.json"]);
    let clash = ["--baseline", "k.tsv", "--write-baseline", "--output-format", "json=k.tsv"];
    lint(&desk, &clash).ends(2);
    assert!(fs::read_to_string(desk.path("k.tsv")).expect("the baseline").starts_with("# Baseline"));
}

#[cfg(unix)]
#[test]
fn links_lead_to_one_file_and_stay_links() {
    let desk = desk();
    std::os::unix::fs::symlink("real.json", desk.path("link.json")).expect("a link");
    let both = ["--output-format", "json=link.json", "--output-format", "sarif=real.json"];
    lint(&desk, &both).ends(2);
    lint(&desk, &["--output-format", "json=link.json"]).ends(1);
    assert!(desk.path("link.json").is_symlink());
    assert!(fs::read_to_string(desk.path("real.json")).expect("it was written").starts_with('{'));
    lint(&desk, &["--output-format", "json=/dev/null"]).ends(1);
}

#[cfg(unix)]
#[test]
fn standard_output_that_leads_into_a_file_counts_as_that_file() {
    let desk = desk();
    let program = desk.command(&[]);
    let line = format!("{} lint drafts --output-format full,json=x > x", program.get_program().display());
    let mut shell = assert_cmd::Command::new("sh");
    let ran = ran(shell.current_dir(desk.path("")).args(["-c", &line]));
    ran.ends(2);
    assert!(ran.err.contains("redirected to `x`"), "{}", ran.err);
}

#[cfg(unix)]
#[test]
fn a_file_keeps_who_may_read_it() {
    use std::os::unix::fs::PermissionsExt as _;
    let desk = desk();
    desk.write("out.json", "old");
    fs::set_permissions(desk.path("out.json"), fs::Permissions::from_mode(0o640)).expect("its rights");
    lint(&desk, &["--output-format", "json=out.json"]).ends(1);
    let mode = fs::metadata(desk.path("out.json")).expect("it is there").permissions().mode();
    assert_eq!(mode & 0o777, 0o640);
}

/// What cannot be written whole leaves what was there before.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_takes_nothing_away() {
    let desk = desk();
    lint(&desk, &["--baseline", "known.tsv", "--write-baseline"]).ends(0);
    let before = fs::read_to_string(desk.path("known.tsv")).expect("the baseline");
    let many: String = (0..300).map(|number| format!("{DRAFT}Number {number}.\n\n")).collect();
    desk.write("drafts/many.md", many.replace("Weaver.", "Weaver, in these days."));
    // Limits the size of files that this shell writes, in blocks.
    let program = desk.command(&[]);
    let args = "lint drafts --as-of 2026-01-01 --baseline known.tsv --write-baseline";
    let line = format!("trap '' XFSZ; ulimit -f 2; {} {args}", program.get_program().display());
    let mut shell = assert_cmd::Command::new("sh");
    let ran = ran(shell.current_dir(desk.path("")).args(["-c", &line]));
    ran.ends(2);
    assert!(ran.err.contains("known.tsv` cannot be written"), "{}", ran.err);
    assert_eq!(fs::read_to_string(desk.path("known.tsv")).expect("the baseline"), before);
    assert_eq!(names(&desk), ["claims", "drafts", "known.tsv"]);
}

#[test]
fn only_a_baseline_is_written_over() {
    let desk = desk();
    for (name, text) in [("notes.md", "# Notes\n\n# More\n"), ("data.csv", "a,b\n1,2\n"), ("x.ron", TURNED)] {
        desk.write(name, text);
        for flag in ["--write-baseline", "--prune-baseline"] {
            let ran = lint(&desk, &["--baseline", name, flag]);
            ran.ends(2);
            assert!(ran.err.contains("is not a baseline"), "{}", ran.err);
        }
        assert_eq!(fs::read_to_string(desk.path(name)).expect("it is there"), text);
    }
    desk.write("empty.tsv", "");
    lint(&desk, &["--baseline", "empty.tsv", "--write-baseline"]).ends(0);
}
