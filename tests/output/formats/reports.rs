//! Reports to write: of a clean base, of a base and a draft with faults, of one that could not be read, of names and texts
//! that no format likes.

use erstwhile::draft;
use erstwhile::engine::{self, DraftOptions, Present};
use erstwhile::load;
use erstwhile::model::{Report, Severity};
use erstwhile::text::File;

use crate::common::{self, Run};

/// A report, and what it is about.
pub struct Example {
    pub name: &'static str,
    pub report: Report,
    pub run: Run,
}

const GOOD: &str = r#"(
    entities: [(id: "mill", name: "the mill"), (id: "ann", name: "Ann Weaver"), (id: "bob", name: "Bob Carder")],
    sources: [
        (id: "chronicle", title: "Chronicle & <annals>", published: "2020-05-01", kind: primary),
        (id: "gazette", title: "Gazette", published: "2025-05-01", kind: primary),
    ],
    relations: [
        (id: "run-by", label: "is run by", functional: true, phrasings: {"en": ["{subject} (is|was) run by {object}"]}),
    ],
    claims: [
        (id: "mill-ann", statement: "the mill is run by Ann", subject: "mill", relation: "run-by", object: "ann",
         valid: "2019/2024-03-01", sources: ["chronicle"]),
        (id: "mill-bob", statement: "the mill is run by Bob", subject: "mill", relation: "run-by", object: "bob",
         valid: "2024-03-01/..", supersedes: ["mill-ann"], sources: ["gazette"]),
    ],
)
"#;

/// Faults of every severity, two of them alike in all that identifies them, in two files whose names need escaping.
const TURNED: &str = "(sources: [(id: \"unread\", title: \"Nobody <b>cites</b> this\u{202e}\")],\n claims: [(id: \"b&d\", \
                      statement: \"]]> \\u{1}\", valid: \"2005/2004\"), (id: \"bare\", valid: \"20\u{e9}\")])";

const DRAFT: &str =
    "\u{feff}# Visit\r\n\r\n\u{1f600} The mill is run by Ann Weaver. The mill is run by Ann Weaver.\r\n";

/// All of them.
pub fn examples() -> Vec<Example> {
    vec![
        Example { name: "nothing found", ..checked(&[("claims/mill.ron", GOOD)]) },
        Example {
            name: "faults",
            ..checked(&[
                ("claims/a\"b'<c>\u{1}\u{e9} d.ron", TURNED),
                ("claims/[x](y)`.ron", "(claims: [(id: \"u\")])"),
            ])
        },
        Example {
            name: "not all read",
            ..checked(&[("claims/broken.ron", "(claims: ["), ("claims/mill.ron", GOOD)])
        },
        linted(),
    ]
}

fn checked(texts: &[(&str, &str)]) -> Example {
    let own = texts.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
    let files = common::workspace(own);
    let loaded = load::load(&files);
    let mut report = engine::check_loaded(&files, &loaded, &common::options(common::as_of("")));
    engine::add_trails(&mut report, &files, &loaded);
    Example { name: "", report, run: Run { files, loaded } }
}

fn linted() -> Example {
    let mut files = common::workspace(vec![("claims/mill.ron".to_owned(), GOOD.to_owned())]);
    let loaded = load::load(&files);
    let path = "drafts/a & b: \u{e9}%.md";
    assert!(draft::Format::of(path).is_some());
    let draft = files.add(File::new(path, DRAFT));
    let mut check = common::options(common::as_of(""));
    check.command = "lint";
    let options = DraftOptions { check, present: Present::AsOf };
    let mut report = engine::lint(&files, &loaded, &[draft], &options);
    engine::add_trails(&mut report, &files, &loaded);
    assert_eq!(report.findings.len(), 2, "{:?}", report.findings);
    Example { name: "a draft", report, run: Run { files, loaded } }
}

#[test]
fn the_examples_are_what_they_are_called() {
    let [none, faults, unread, draft] = examples().try_into().unwrap_or_else(|_| panic!("four examples"));
    assert!(none.report.findings.is_empty() && !none.report.incomplete);
    let severities = [Severity::Error, Severity::Warning, Severity::Note];
    for severity in severities {
        assert!(faults.report.findings.iter().any(|finding| finding.severity == severity), "{severity}");
    }
    assert!(unread.report.incomplete);
    assert!(draft.report.trails.iter().all(|trail| trail.len() >= 3));
}
