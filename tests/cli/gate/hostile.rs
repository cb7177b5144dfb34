//! Text of files is text: in no format does it become a command of a workflow, of a terminal, or markup, and names of files do
//! not either.

use super::newsroom::CLAIMS;
use crate::folder::{Folder, ran};

/// What a claim or a draft may hold, in RON.
const HOSTILE: &str = "\\u{1b}[31mRED \\u{202e}rtl\\n\\n# pwned heading\\n\\n::error::from a claim\\n##[error]so <script>x</script>";

/// Words of a draft of the same sort.
const DRAFT: &str = "::error::one\n\nMill House is run by Ann Weaver, \u{1b}[31m\u{202e} ::error::two ##[error]three\n::error::four.\n";

#[cfg(unix)]
#[test]
fn text_of_files_stays_text_everywhere() {
    let claims = CLAIMS
        .replace("2015-03-01/..", "2015-03-01/2025-06-30")
        .replace("statement: \"Ann Weaver runs Mill House\"", &format!("statement: \"{HOSTILE}\""))
        .replace("title: \"A miller goes\"", &format!("title: \"{HOSTILE}\""));
    let after = format!(
        "(claims: [(id: \"by-bob\", statement: \"{HOSTILE}\", subject: \"mill\", relation: \"run-by\", object: \"bob\", valid: \
         \"2025-06-30/..\", sources: [\"gazette\"])])"
    );
    let desk = Folder::with(&[
        ("claims/mill.ron", &claims),
        ("claims/after.ron", &after),
        ("claims/x\n::error::claims.yaml", ""),
        ("content/a\n::error::name \u{1b}[31m ##[error]b.md", DRAFT),
        ("content/c\n::error::other.rst", DRAFT),
        ("content/d\n::error::silent.md", "Nothing.\n"),
    ]);
    let formats =
        "full grouped concise markdown json json-lines sarif github gitlab rdjson junit checkstyle html";
    let check = formats.split(' ').filter(|format| *format != "html").map(|format| ("check", format));
    let lint = formats.split(' ').map(|format| ("lint content", format));
    let read = ["text", "json"].map(|format| ("read content", format));
    let report =
        ["text", "markdown", "html", "csv", "json"].map(|format| ("report --drafts content", format));
    for (command, format) in check.chain(lint).chain(read).chain(report) {
        let args: Vec<&str> =
            command.split(' ').chain(["--as-of", "2026-01-01", "--output-format", format]).collect();
        let ran = ran(&mut desk.command(&args));
        for line in ran.out.lines().chain(ran.err.lines()) {
            let what = format!("{command} {format}: {line:?}");
            assert!(!line.contains('\u{1b}'), "{what}");
            let own = format == "github"
                && ["error", "warning", "notice"].iter().any(|word| {
                    line.starts_with(&format!("::{word} file="))
                        || line.starts_with(&format!("::{word} title=erstwhile"))
                });
            assert!(own || !line.trim_start().starts_with("::"), "{what}");
            let is_data = matches!(format, "json" | "json-lines" | "sarif" | "gitlab" | "rdjson" | "csv");
            assert!(is_data || format == "html" || !line.contains('\u{202e}'), "{what}");
            let is_markup = matches!(format, "markdown" | "html" | "junit" | "checkstyle");
            assert!(!is_markup || !line.contains("<script>x"), "{what}");
            assert!(!line.starts_with("# pwned"), "{what}");
        }
    }
}
