//! The claims, rules and drafts that the tests of `report` look at, and the program run on them.

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use tempfile::TempDir;

/// The day on which all tests ask.
pub const DAY: &str = "2026-11-23";

/// Claims in every section, with words that would do harm in a page or a spreadsheet.
pub const CLAIMS: &str = r#"(
    entities: [
        (id: "acme", name: "Acme"), (id: "plant", name: "Acme Plant", part_of: ["acme"]),
        (id: "ann", name: "Ann"), (id: "bob", name: "Bob"), (id: "cleo", name: "Cleo"),
        (id: "caesar", name: "Gaius Iulius Caesar"), (id: "rome", name: "<b>Rome</b> & Co \"שלום\""),
    ],
    sources: [
        (id: "annual", title: "Annual <i>report</i>", publisher: "Acme", published: "2020-03-01", kind: primary,
         url: "https://example.org/annual?a=1&b=2"),
        (id: "paper", title: "A new head", publisher: "The Paper", published: "2022-07", kind: secondary,
         url: "javascript:alert(1)"),
        (id: "letter", title: "Letter to owners", publisher: "Acme", published: "2025-12-20", kind: primary),
    ],
    claims: [
        (id: "ann-leads", statement: "Ann leads Acme", subject: "acme", relation: "led-by", object: "ann",
         valid: "2015/2022-06-30", sources: ["annual"]),
        (id: "bob-leads", statement: "Bob leads Acme", subject: "acme", relation: "led-by", object: "bob",
         valid: "2022-06-30/..", sources: [(source: "paper", quote: "Bob leads \"Acme\" <now>", locator: "p. 1")]),
        (id: "cleo-leads", statement: "Cleo leads Acme", subject: "acme", relation: "led-by", object: "cleo",
         valid: "2025-02-01/2027-01-15", sources: ["letter"]),
        (id: "dan leads", statement: "=HYPERLINK(\"https://example.org\")", subject: "acme", relation: "led-by",
         object: "plant", valid: "2016/2017", sources: ["annual"]),
        (id: "caesar-rules", statement: "<script>window.harmed = true</script> Caesar rules", subject: "rome",
         relation: "ruled-by", object: "caesar", valid: "-0049/-0044-03-15", sources: ["annual"]),
        (id: "long", statement: "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnungsänderungsgesetzentwurfsbegründungsschreiben",
         valid: "../2001", sources: ["annual"]),
        (id: "hebrew", statement: "החברה מנוהלת על ידי אן", subject: "rome", relation: "ruled-by", object: "ann",
         valid: "2019/2021", sources: ["annual"]),
        (id: "rumour", statement: "-1 is a rumour", valid: "2021/.."),
        (id: "owner", statement: "Ann owns Acme", subject: "acme", relation: "owned-by", object: "ann",
         valid: "2025/..", sources: ["letter"]),
        (id: "owner-old", statement: "Bob owns Acme", subject: "plant", relation: "owned-by", object: "bob",
         valid: "2018/..", sources: ["annual"]),
    ],
)"#;

/// Their relations.
pub const RULES: &str = r#"(
    relations: [
        (id: "led-by", label: "is led by", functional: true,
         phrasings: {"en": ["{object} (leads|heads) {subject}"]}),
        (id: "ruled-by", label: "is ruled by", functional: true),
        (id: "owned-by", label: "is owned by", review_every: "1y", phrasings: {"en": ["{object} owns {subject}"]}),
    ],
)"#;

/// A draft of which one sentence is outdated, two will not be right for long, and one is accepted history.
pub const DRAFT: &str =
    "# News\n\nBob leads Acme. Cleo leads Acme. Ann owns Acme.\n\nUntil June 2022 Ann led Acme.\n";

/// A folder with the claims, the rules and drafts.
pub fn folder() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    write(folder.path(), "claims/a.ron", CLAIMS);
    write(folder.path(), "rules/r.ron", RULES);
    write(folder.path(), "content/news.md", DRAFT);
    write(folder.path(), "content/old/news.md", "Bob heads Acme.\n");
    folder
}

/// Writes a file and the folder it is in.
pub fn write(folder: &Path, path: &str, text: &str) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().expect("a folder")).expect("made");
    fs::write(path, text).expect("written");
}

/// The result of a run: exit code, standard output, standard error.
pub struct Run(pub i32, pub String, pub String);

/// Runs `report` in a folder as of the day.
pub fn report(folder: &Path, arguments: &[&str]) -> Run {
    let mut command = Command::cargo_bin("erstwhile").expect("the program");
    command.current_dir(folder).env_remove("ERSTWHILE_OUTPUT_FORMAT").env_remove("COLUMNS");
    let output = command.args(["report", "--as-of", DAY]).args(arguments).output().expect("it runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("text");
    Run(output.status.code().expect("an exit code"), text(output.stdout), text(output.stderr))
}

/// The folder of the project.
pub fn project() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}
