//! A newsroom with claims and articles under git, and the day on which a pull request closes the period of a claim.

use std::process::Command;

use crate::folder::{Folder, Ran};

/// Who ran the mill, when nobody knew of an end.
pub const CLAIMS: &str = r#"(
    entities: [(id: "mill", name: "Mill House"), (id: "ann", name: "Ann Weaver"), (id: "bob", name: "Bob Carter")],
    sources: [
        (id: "chronicle", title: "The new miller", publisher: "The Chronicle", published: "2015-03-01", kind: primary),
        (id: "gazette", title: "A miller goes", publisher: "The Gazette", published: "2025-07-02", kind: primary),
    ],
    relations: [
        (id: "run-by", label: "is run by", functional: true, phrasings: {"en": ["{subject} (is|was) run by {object}"]}),
    ],
    claims: [
        (id: "by-ann", statement: "Ann Weaver runs Mill House", subject: "mill", relation: "run-by", object: "ann",
         valid: "2015-03-01/..", sources: ["chronicle", "gazette"]),
    ],
)
"#;

/// The article that still says so.
pub const STILL: &str = "# The mill\n\nThe river is high this year.\n\nMill House is run by Ann Weaver.\n";
/// One that says it in a way that stays true.
pub const DATED: &str = "In 2017 Mill House was run by Ann Weaver.\n";

/// A newsroom under git, with everything committed; none on a machine without git.
pub fn newsroom() -> Option<Folder> {
    if Command::new("git").arg("--version").output().is_err() {
        println!("skipped: this machine has no git");
        return None;
    }
    let desk = Folder::with(&[
        ("claims/mill.ron", CLAIMS),
        ("content/still.md", STILL),
        ("content/dated.md", DATED),
        ("erstwhile.ron", "(drafts: [\"content\"])\n"),
    ]);
    git(&desk, &["init", "--quiet", "--initial-branch=main"]);
    commit(&desk, "begin");
    Some(desk)
}

/// Runs git in a newsroom, as somebody whose name and habits do not depend on the machine.
#[track_caller]
pub fn git(desk: &Folder, args: &[&str]) -> String {
    let output = Command::new("git")
        .current_dir(desk.path(""))
        .args(["-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "commit.gpgsign=false"])
        .args(args)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_SYSTEM", "/dev/null")
        .output()
        .expect("git runs");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim().to_owned();
    assert!(output.status.success(), "git {args:?}: {}", text(&output.stderr));
    text(&output.stdout)
}

pub fn commit(desk: &Folder, message: &str) {
    git(desk, &["add", "--all"]);
    git(desk, &["commit", "--quiet", "--message", message]);
}

/// Closes the period of the claim and nothing else.
pub fn close(desk: &Folder) {
    desk.write("claims/mill.ron", CLAIMS.replace("2015-03-01/..", "2015-03-01/2025-06-30"));
}

/// `lint` with one line a finding.
pub fn lint(desk: &Folder, args: &[&str]) -> Ran {
    let usual = ["lint", "--output-format", "concise"];
    let day: &[&str] = if args.contains(&"--as-of") { &[] } else { &["--as-of", "2026-01-01"] };
    desk.run(&[usual.as_slice(), day, args].concat())
}

#[test]
fn a_closed_period_fails_the_article_that_nobody_touched_and_nothing_else() {
    let Some(desk) = newsroom() else { return };
    git(&desk, &["checkout", "--quiet", "-b", "mill-has-closed"]);
    close(&desk);
    commit(&desk, "Ann Weaver has gone");
    let ran = lint(&desk, &["--new-from-merge-base", "main"]);
    ran.ends(1);
    assert_eq!(
        ran.out, "content/still.md:5:1: error[outdated] true until 30 June 2025; no longer true\n",
        "{}",
        ran.err
    );
    let claims = desk.run(&[
        "check",
        "--new-from-merge-base",
        "main",
        "--as-of",
        "2026-01-01",
        "--output-format",
        "concise",
    ]);
    claims.ends(0);

    // Accepted with a reason, it passes.
    let accepted = STILL.replace(
        "Mill House is",
        "<!-- erstwhile-ignore outdated(by-ann): the letter is printed as it came until=2026-12-31 -->\nMill House is",
    );
    desk.write("content/still.md", accepted);
    commit(&desk, "Leave the letter as it is");
    let ran = lint(&desk, &["--new-from-merge-base", "main"]);
    ran.ends(0);
    assert_eq!(ran.out, "");

    // Next year it runs out, for the pull request and for the run at night.
    for args in
        [["--as-of", "2027-01-01"].as_slice(), &["--as-of", "2027-01-01", "--new-from-merge-base", "main"]]
    {
        let ran = lint(&desk, args);
        ran.says(
            1,
            &[
                &[
                    "content/still.md:5:1: warning[unused-allow]",
                    "only until 31 December 2026, which has passed",
                ],
                &["content/still.md:6:1: error[outdated]"],
            ],
        );
        assert_eq!(ran.out.lines().count(), 2, "{}", ran.out);
    }
}

#[test]
fn what_was_wrong_before_is_not_the_fault_of_a_change() {
    let Some(desk) = newsroom() else { return };
    close(&desk);
    commit(&desk, "Ann Weaver has gone");
    // Somebody moves the article, rewraps it and adds another one with the same fault.
    git(&desk, &["mv", "content/still.md", "content/moved.md"]);
    desk.write("content/moved.md", STILL.replace("is run by", "is\nrun by"));
    let ran = lint(&desk, &["--new-from-rev", "HEAD"]);
    ran.ends(0);
    assert_eq!(ran.out, "");
    // Named alone, as a hook does, it is known as the one that was moved.
    git(&desk, &["add", "--all"]);
    let ran = lint(&desk, &["--new-from-rev", "HEAD", "content/moved.md"]);
    ran.ends(0);
    desk.write("content/copied.md", STILL);
    let ran = lint(&desk, &["--new-from-rev", "HEAD"]);
    ran.ends(1);
    assert_eq!(ran.out.lines().count(), 1, "{}", ran.out);
}
