//! Every format on the real program: none changes the exit code, and none is in the way of another.

use std::fs;

use erstwhile::render::OutputFormat;
use serde_json::Value;

use super::folder::{Folder, GOOD, Ran, TURNED, ran};

/// A base whose report ends with this code, for each code.
fn bases() -> [(Folder, i32); 3] {
    let many: String = (0..30).map(|at| format!("(id: \"c{at}\", valid: \"2005/2004\"),\n")).collect();
    [
        (Folder::with(&[("claims/good.ron", GOOD)]), 0),
        (
            Folder::with(&[
                ("claims/turned.ron", TURNED),
                ("claims/many.ron", &format!("(claims: [{many}])")),
            ]),
            1,
        ),
        (Folder::with(&[("claims/broken.ron", "(claims: ["), ("claims/turned.ron", TURNED)]), 2),
    ]
}

const DRAFT: &str = "---\ndate: 2024-06-01\n---\n\nThe mill is run by Ann Weaver.\n";

/// A base and a draft that has outlived it.
fn outdated() -> Folder {
    let claims = GOOD.replace("2020/..", "2020/2024-03-01");
    Folder::with(&[("claims/good.ron", &claims), ("drafts/visit.md", DRAFT)])
}

fn run(folder: &Folder, args: &[&str]) -> Ran {
    folder.run(&[args, &["--as-of", "2026-01-01"]].concat())
}

#[test]
fn no_format_changes_the_exit_code() {
    for (folder, code) in bases() {
        for format in OutputFormat::ALL {
            let ran = run(&folder, &["check", "--output-format", format.as_str()]);
            ran.ends(code);
            assert_eq!(ran.err, "", "{format}");
            let file = format!("{format}=out/{format}.txt");
            fs::create_dir_all(folder.path("out")).unwrap();
            let to_file = run(&folder, &["check", "--output-format", &file]);
            to_file.ends(code);
            assert_eq!(to_file.out, "", "{format}");
            let written = fs::read_to_string(folder.path(&format!("out/{format}.txt"))).unwrap();
            assert!(written == ran.out, "{format}: a file has what standard output would have");
        }
    }
    let (folder, none) = (outdated(), Folder::with(&[("claims/good.ron", GOOD)]));
    for format in OutputFormat::ALL {
        run(&folder, &["lint", "drafts", "--output-format", format.as_str()]).ends(1);
        run(&none, &["lint", "drafts", "--output-format", format.as_str()]).ends(2);
    }
}

#[test]
fn all_formats_at_once_say_what_each_says_alone() {
    let folder = outdated();
    let targets: Vec<String> =
        OutputFormat::ALL.iter().map(|format| format!("{format}=all.{format}")).collect();
    run(&folder, &["lint", "drafts", "--output-format", &targets.join(",")]).ends(1);
    for format in OutputFormat::ALL {
        let alone = run(&folder, &["lint", "drafts", "--output-format", format.as_str()]).out;
        let together = fs::read_to_string(folder.path(&format!("all.{format}"))).unwrap();
        assert!(alone == together && !alone.is_empty(), "{format}");
    }
}

#[test]
fn every_format_is_named_by_the_help_and_by_the_complaint() {
    let folder = Folder::new();
    let help = folder.run(&["check", "--help"]).out.split_whitespace().collect::<Vec<_>>().join(" ");
    let complaint = folder.run(&["check", "--output-format", "yaml"]).err;
    let names = OutputFormat::ALL.iter().map(|format| format.as_str()).collect::<Vec<_>>().join(", ");
    assert!(help.contains(&names), "{help}");
    assert!(complaint.contains(&names), "{complaint}");
}

#[test]
fn sarif_has_the_way_to_the_evidence() {
    let ran = run(&outdated(), &["lint", "drafts", "--output-format", "sarif"]);
    let log: Value = serde_json::from_str(&ran.out).unwrap();
    let flow = &log["runs"][0]["results"][0]["codeFlows"][0]["threadFlows"][0]["locations"];
    let uri = |step: usize| flow[step]["location"]["physicalLocation"]["artifactLocation"]["uri"].as_str();
    let uris: Vec<_> = (0..3).filter_map(uri).collect();
    assert_eq!(uris, ["drafts/visit.md", "claims/good.ron", "claims/good.ron"], "{log}");
}

/// The program as GitHub runs it, with the summary of the step in this file.
fn on_github(folder: &Folder, summary: &str) -> Ran {
    let mut command = folder.command(&["check", "--as-of", "2026-01-01", "--output-format", "github"]);
    ran(command.env("GITHUB_STEP_SUMMARY", folder.path(summary)))
}

#[test]
fn the_summary_of_a_step_has_what_is_not_annotated() {
    let [_, (folder, code), _] = bases();
    folder.write("summary.md", "before\n");
    let ran = on_github(&folder, "summary.md");
    ran.ends(code);
    assert_eq!(ran.out.matches("::error ").count(), 10);
    ran.says(code, &[&["Not annotated: 21 errors", "summary of this step"]]);
    let summary = fs::read_to_string(folder.path("summary.md")).unwrap();
    assert!(summary.starts_with("before\n"), "{summary}");
    assert_eq!(summary.matches("- **error** `inverted-period`").count(), 31, "{summary}");
    // Only this format writes there.
    let mut command = folder.command(&["check", "--output-format", "json"]);
    super::folder::ran(command.env("GITHUB_STEP_SUMMARY", folder.path("other.md")));
    assert!(!folder.path("other.md").exists());
}

#[test]
fn a_summary_that_cannot_be_written_changes_nothing() {
    for (folder, code) in bases() {
        let ran = on_github(&folder, "no/such/folder/summary.md");
        ran.ends(code);
        assert!(ran.err.contains("no/such/folder/summary.md"), "{}", ran.err);
        assert_eq!(ran.out, run(&folder, &["check", "--output-format", "github"]).out);
    }
}

#[test]
fn a_summary_keeps_within_what_github_takes() {
    const LIMIT: usize = 1 << 20;
    let [_, (folder, code), _] = bases();
    let claims: String = (0..8000).map(|at| format!("(id: \"d{at}\", valid: \"2005/2004\"),\n")).collect();
    folder.write("claims/more.ron", format!("(claims: [{claims}])"));
    let size = || usize::try_from(fs::metadata(folder.path("summary.md")).unwrap().len()).unwrap();
    on_github(&folder, "summary.md").ends(code);
    let summary = fs::read_to_string(folder.path("summary.md")).unwrap();
    assert!(summary.contains("Left out, because there is no room: "), "{} bytes", size());
    assert!((LIMIT - LIMIT / 20..=LIMIT).contains(&size()), "{} bytes", size());
    // A later run of the same step finds it full.
    let before = size();
    let ran = on_github(&folder, "summary.md");
    ran.ends(code);
    assert!(ran.err.contains("no room"), "{}", ran.err);
    assert_eq!(size(), before);
}
