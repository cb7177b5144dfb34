//! The annotated draft: nothing of the article is lost or shown twice, every judged sentence is marked as one, every
//! note and mark lead to each other, and nothing that a draft says becomes markup.

mod page;

use std::fs;
use std::path::PathBuf;

use erstwhile::draft::{BlockKind, Format, blocks, code_blocks};
use erstwhile::engine::{self, DraftOptions, Present};
use erstwhile::graph::AsOf;
use erstwhile::load::{self, Loaded, STANDARD_FILES};
use erstwhile::model::{Annotated, Fact, Report};
use erstwhile::render;
use erstwhile::text::{File, FileId, Files};
use erstwhile::time::Day;
use proptest::prelude::*;

use crate::common;

/// A claim base and drafts.
struct Desk {
    files: Files,
    loaded: Loaded,
    drafts: Vec<FileId>,
}

/// What became of drafts.
struct Shown {
    report: Report,
    annotated: Annotated,
    page: String,
}

impl Desk {
    fn new(claims: &str, drafts: &[(&str, &str)]) -> Self {
        Self::with(vec![("claims/a.ron".to_owned(), claims.to_owned())], drafts)
    }

    /// The project's own claims.
    fn own(drafts: &[(&str, &str)]) -> Self {
        let root = common::project();
        let mut own = Vec::new();
        for folder in ["claims", "rules", "rules/languages"] {
            for entry in fs::read_dir(root.join(folder)).expect("a folder") {
                let path = entry.expect("an entry").path();
                if path.extension().is_some_and(|extension| extension == "ron") {
                    let name = format!("{folder}/{}", path.file_name().expect("a name").to_string_lossy());
                    own.push((name, fs::read_to_string(path).expect("a file")));
                }
            }
        }
        own.sort();
        own.retain(|(path, _)| STANDARD_FILES.iter().all(|(standard, _)| standard != path));
        Self::with(own, drafts)
    }

    fn with(own: Vec<(String, String)>, drafts: &[(&str, &str)]) -> Self {
        let mut files = common::workspace(own);
        let loaded = load::load(&files);
        let drafts = drafts.iter().map(|(path, text)| files.add(File::new(*path, *text))).collect();
        Self { files, loaded, drafts }
    }

    fn shown(&mut self, day: &str) -> Shown {
        self.shown_after(day, |_| ())
    }

    /// The same, after something was done to the report.
    fn shown_after(&mut self, day: &str, change: impl FnOnce(&mut Report)) -> Shown {
        let day = Day::parse(day).expect("a day");
        let mut check = common::options(AsOf { day, known_by: None });
        check.command = "lint";
        let options = DraftOptions { check, present: Present::AsOf };
        let mut drafts = Some(self.drafts.clone());
        let next = |files: &mut Files, _: &mut Vec<_>| {
            drafts.iter().flatten().for_each(|draft| files.keep(*draft));
            drafts.take()
        };
        let (mut report, judged) =
            engine::lint_in_turn_for_page(&mut self.files, &self.loaded, &options, next);
        change(&mut report);
        let annotated = engine::annotated(&self.files, &self.loaded, &self.drafts, judged, &report);
        let mut page = Vec::new();
        let words = common::words(&self.loaded);
        render::annotated::render(&annotated, words, &mut page).expect("memory to write to");
        Shown { report, annotated, page: String::from_utf8(page).expect("text") }
    }

    /// All that is wrong with the page of one draft, and how many sentences it marks.
    fn wrong(&mut self, day: &str) -> (Vec<String>, usize) {
        let Shown { report, page, .. } = self.shown(day);
        let draft = self.files.get(self.drafts[0]);
        let format = Format::of(draft.path()).expect("a draft");
        let mut wrong = page::faults(&page);
        let (code, prose): (Vec<_>, Vec<_>) =
            page::blocks(&page).into_iter().partition(|(class, _)| *class == "code");
        let mut expected = Vec::new();
        let (mut titles, mut headings) = (Vec::new(), Vec::new());
        blocks(draft.text(), format, &mut |block| {
            match block.kind {
                BlockKind::Title => titles.push((expected.len(), block.text.clone())),
                BlockKind::Heading(_) => headings.push(block.text.clone()),
                _ => {}
            }
            expected.push(block.text.clone());
        });
        // A title that the head states is not shown again where the text has it as its heading.
        if let Some((at, _)) = titles.iter().rev().find(|(_, title)| headings.contains(title)) {
            expected.remove(*at);
        }
        let got: Vec<String> = prose.iter().map(|(_, html)| page::folded(&page::read_text(html))).collect();
        if expected != got {
            wrong.push(format!("not all of the text, or not once:\n{expected:#?}\n{got:#?}"));
        }
        let shown: Vec<String> = code.iter().map(|(_, html)| page::text(html)).collect();
        let held: Vec<String> = code_blocks(draft.text(), format)
            .into_iter()
            .map(|code| {
                code.text
                    .trim_end()
                    .chars()
                    .filter(|letter| !letter.is_control() || matches!(letter, '\n' | '\t'))
                    .collect()
            })
            .collect();
        if shown != held {
            wrong.push(format!("code: {held:#?}\n{shown:#?}"));
        }
        let marks: Vec<String> = page::marks(&page)
            .iter()
            .map(|html| page::folded(&page::read_text(html.split_once('>').expect("a tag").1)))
            .collect();
        wrong.extend(self.unmarked(day, &marks));
        let said = page::text(&page::without(&page, "<code>", "</code>", "§"));
        let words = common::words(&self.loaded);
        for finding in &report.findings {
            // How certain it is, is in the heading of the note.
            let worded = words.for_draft(finding.language.as_deref()).certain(finding);
            let message: String = worded
                .split('`')
                .enumerate()
                .map(|(at, part)| if at % 2 == 0 { part } else { "§" })
                .collect();
            if !said.contains(&message) {
                wrong.push(format!("not on the page: {}", worded));
            }
        }
        (wrong, marks.len())
    }

    /// The sentences that assert something and are not marked, each as one, in their order.
    fn unmarked(&self, day: &str, marks: &[String]) -> Vec<String> {
        let day = Day::parse(day).expect("a day");
        let check = common::options(AsOf { day, known_by: None });
        let options = DraftOptions { check, present: Present::AsOf };
        let readings = engine::read_drafts(&self.files, &self.loaded, &self.drafts, &options);
        let sentences = readings.iter().flat_map(|reading| &reading.sentences);
        let mut left = marks.iter();
        sentences
            .filter(|sentence| !sentence.assertions.is_empty())
            .filter(|sentence| !left.any(|mark| *mark == sentence.text))
            .map(|sentence| format!("not marked in its place: {}", sentence.text))
            .collect()
    }
}

/// Who ran the mill, and when; each verdict can be had from it.
const MILL: &str = r#"(
    entities: [
        (id: "mill", name: "Mill House"), (id: "inn", name: "River Inn"), (id: "barn", name: "Old Barn"),
        (id: "ann", name: "Ann Weaver"), (id: "bob", name: "Bob Carter"), (id: "cleo", name: "Cleo Miller"),
    ],
    sources: [
        (id: "chronicle", title: "Chronicle <of> years", publisher: "The Chronicle", published: "2020-03-01"),
        (id: "gazette", title: "A new miller", publisher: "The Gazette", published: "2023-07-02",
         url: "https://example.org/miller?a=1&b=2", kind: primary),
        (id: "rumour", title: "Rumour", published: "2023-07-02", url: "javascript:alert(1)"),
    ],
    relations: [
        (id: "run-by", label: "is run by", functional: true, review_every: "5y",
         phrasings: {"en": ["{subject} (is|was|will be) …2 run by {object}"]}),
    ],
    claims: [
        (id: "by-ann", statement: "Ann Weaver runs Mill House", subject: "mill", relation: "run-by", object: "ann",
         valid: "2015/2023-06-30", sources: ["chronicle", (source: "gazette", quote: "until June", locator: "p. 4")]),
        (id: "by-bob", statement: "Bob Carter runs Mill House", subject: "mill", relation: "run-by", object: "bob",
         valid: "2023-06-30/..", supersedes: ["by-ann"], sources: ["gazette", "rumour"]),
        (id: "inn-by-cleo", subject: "inn", relation: "run-by", object: "cleo", valid: "2010/..", sources: ["chronicle"]),
        (id: "barn-by-ann", subject: "barn", relation: "run-by", object: "ann", valid: "2010/.."),
    ],
)
"#;

#[test]
fn each_verdict_is_marked_with_its_sign_its_word_and_its_record() {
    let draft = "---\ntitle: Mills & millers\ndate: 2021-05-04\n---\n\n# Mills\n\nMill House is run by *Ann [Weaver](https://example.org)*. \
        It stands there. Mill House is run by Bob Carter.\n\n- Mill House is run by Cleo Miller.\n- River Inn is run by Cleo Miller.\n\n\
        > Old Barn is run by Ann Weaver.[^1]\n\nOld Barn is run by Bob Carter, says `run-by`.\n\n    code of no use\n\n[^1]: A note.\n";
    let mut desk = Desk::new(MILL, &[("mill.md", draft)]);
    let Shown { page, annotated, .. } = desk.shown("2026-01-01");
    let draft = &annotated.drafts[0];
    assert_eq!(draft.title.as_deref(), Some("Mills & millers"));
    for words in [
        "Mills &amp; millers</span></h1>",
        "dated 4 May 2021",
        "Judged as of 1 January 2026.",
        "8 sentences, 6 name something in our records, 6 judged.",
        "</span>1 Outdated</a>",
        "<h3><span class=\"verdict bad\"><span class=\"badge\" aria-hidden=\"true\">\u{21bb}</span> Outdated</span></h3>",
        "<b>What to do:</b> add a date",
        "<b>Our records:</b> “Ann Weaver runs Mill House”",
        "from 2015 until 30 June 2023 <code class=\"id\">by-ann</code>",
        "<b>What came next:</b> “Bob Carter runs Mill House”",
        "<a href=\"https://example.org/miller?a=1&amp;b=2\" rel=\"noopener noreferrer\"><bdi>A new miller</bdi></a>, The Gazette, 2 July 2023, primary source, p. 4: <q dir=\"auto\">until June</q>",
        "<li><bdi>Chronicle &lt;of&gt; years</bdi>, The Chronicle, 1 March 2020",
        "<li><bdi>Rumour</bdi>, 2 July 2023</li>",
        "No source in our records",
        "May have changed",
        "Contradicts our records",
        "Supported",
        "<code>&lt;!-- erstwhile-ignore outdated(by-ann): WHY --&gt;</code>",
        "<em>Ann </em>",
        "<a href=\"https://example.org\" rel=\"noopener noreferrer\">",
        "<sup class=\"mark\">1</sup>",
        "<pre class=\"text\"",
    ] {
        assert!(page.contains(words), "{words}\n{page}");
    }
    assert!(!page.contains("href=\"javascript:"), "no script behind a click");
    let marks: Vec<String> = page::marks(&page)
        .iter()
        .map(|html| page::read_text(html.split_once('>').expect("a tag").1))
        .collect();
    assert_eq!(marks[0], "Mill House is run by Ann Weaver.", "one mark, across the markup in it");
    assert_eq!(marks.len(), draft.notes.len());
    assert_eq!(desk.wrong("2026-01-01").0, Vec::<String>::new());
}

#[test]
fn what_a_draft_says_never_becomes_markup() {
    let text = "Mill House is run by Ann Weaver <script>alert(1)</script> & \"so\" on.";
    let page = "<p>Mill House is run by Ann Weaver &lt;script&gt;alert(1)&lt;/script&gt; <code>&lt;img onerror=x&gt;</code></p>";
    for (path, text) in [
        ("a.txt", text),
        ("<img src=x onerror=alert(1)>.html", page),
        ("a.md", "---\ntitle: </title><script>x</script>\n---\n```\n</pre><script>y</script>\n```\n"),
    ] {
        let Shown { page, .. } = Desk::new(MILL, &[(path, text)]).shown("2026-01-01");
        assert_eq!(page.matches("<script").count(), 1, "its own alone: {page}");
        assert_eq!(page.matches("</title>").count(), 1);
        assert_eq!(page::faults(&page), Vec::<String>::new());
    }
}

#[test]
fn several_drafts_have_a_table_of_contents() {
    let drafts = [("a.md", "# One\n\nMill House is run by Ann Weaver.\n"), ("b.txt", "Nothing of note.\n")];
    let Shown { page, .. } = Desk::new(MILL, &drafts).shown("2026-01-01");
    assert!(
        page.contains("<li><a href=\"#d1\"><bdi>One</bdi></a>")
            && page.contains("<li><a href=\"#d2\"><bdi>b.txt</bdi></a>"),
        "{page}"
    );
    assert!(
        page.contains("href=\"#m1-1\"><span aria-hidden=\"true\">\u{21bb} </span>1 Outdated</a>"),
        "{page}"
    );
    assert!(page.contains("1 sentence, none of which names anything in our records"), "{page}");
    assert_eq!(page::faults(&page), Vec::<String>::new());
}

#[test]
fn what_the_report_leaves_out_is_marked_in_a_quieter_way() {
    let mut desk = Desk::new(MILL, &[("a.md", "Mill House is run by Ann Weaver.\n")]);
    let Shown { annotated, page, .. } = desk.shown_after("2026-01-01", |report| report.findings.clear());
    let remark = &annotated.drafts[0].notes[0].remarks[0];
    assert_eq!((&remark.finding, remark.fact.as_ref().map(Fact::key)), (&None, Some("outdated")));
    assert!(
        page.contains("<mark class=\"said bad quiet passes\"")
            && page.contains("<h2>Outdated (not in this report)</h2>")
            && page.contains("true until 30 June 2023"),
        "{page}"
    );
}

#[test]
fn sentences_that_contradict_each_other_lead_to_each_other() {
    let text = "Mill House is run by Bob Carter.\n\nIt rained.\n\nMill House is not run by Bob Carter.\n";
    let Shown { page, report, .. } = Desk::new(MILL, &[("a.md", text)]).shown("2026-01-01");
    assert!(report.findings.iter().any(|finding| finding.code.as_str() == "self-contradiction"));
    assert!(page.contains("<a href=\"#m1-1\">See the other sentence (note 1)</a>"), "{page}");
}

#[test]
fn what_is_said_of_the_whole_draft_stands_at_its_top() {
    let text = "---\ndate: some day\n---\nMill House is run by Bob Carter.\n";
    let Shown { page, annotated, .. } = Desk::new(MILL, &[("a.md", text)]).shown("2026-01-01");
    assert_eq!(annotated.drafts[0].remarks.len(), 1);
    assert!(page.find("Front matter") < page.find("<mark"), "{page}");
}

/// The drafts of the project itself.
fn drafts() -> Vec<PathBuf> {
    let tests = common::project().join("tests");
    let folders = ["drafts", "readings/openai", "readings/euro"].map(|folder| tests.join(folder));
    let mut paths: Vec<PathBuf> = folders
        .iter()
        .flat_map(|folder| fs::read_dir(folder).expect("a folder"))
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| Format::of(&path.to_string_lossy()).is_some())
        .collect();
    paths.sort();
    paths
}

#[test]
fn the_projects_own_drafts_are_shown_whole() {
    let paths = drafts();
    let texts: Vec<(String, String)> = paths
        .iter()
        .map(|path| {
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            (name, fs::read_to_string(path).expect("a draft"))
        })
        .collect();
    let pairs: Vec<(&str, &str)> = texts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let mut desk = Desk::own(&pairs);
    let mut sentences = 0;
    for draft in std::mem::take(&mut desk.drafts) {
        desk.drafts = vec![draft];
        let (wrong, marks) = desk.wrong("2025-11-30");
        assert!(wrong.is_empty(), "{}: {}", desk.files.get(draft).path(), wrong.join("\n"));
        sentences += marks;
    }
    assert!(sentences > 200, "{sentences} marked sentences are too few to show anything");
}

/// Pieces of drafts: sentences that are judged, markup that parts and joins them, and what is folded or not read.
const PIECES: [&str; 44] = [
    "Mill House is run by Ann Weaver. ",
    "Mill House is run by **Bob Carter**. ",
    "River Inn is run by ",
    "Cleo Miller",
    "Old Barn is not run by Ann Weaver",
    ". ",
    "! ",
    "It rained. ",
    "\n",
    "\n\n",
    "\r\n",
    "\n- ",
    "\n> ",
    "\n# ",
    "\n\n    code\n\n",
    "\n```\nx < y\n```\n",
    "| a | Mill House is run by Bob Carter. |\n|---|---|\n| Old Barn | b |\n",
    "*",
    "**",
    "`code`",
    "``",
    "[",
    "](https://example.org/a_b)",
    "<b>",
    "</b>",
    "<code>x &lt; y</code>",
    "<p>",
    "</p>",
    "<li>",
    "<pre>",
    "</pre>",
    "<td>",
    "<script>",
    "&amp;",
    "&hellip;",
    "\u{201c}",
    "\u{201d}",
    "\u{2019}",
    "\u{2011}",
    "\u{a0}",
    "[^1]",
    "\n\n[^1]: See https://example.org/miller.\n\n",
    "$x^2$",
    "\u{fffc}",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]
    #[test]
    fn nothing_is_lost_and_nothing_is_told_twice(pieces in prop::collection::vec(0..PIECES.len(), 0..40), path in prop::sample::select(vec!["a.md", "a.html", "a.txt"])) {
        let text: String = pieces.iter().map(|piece| PIECES[*piece]).collect();
        let (wrong, _) = Desk::new(MILL, &[(path, &text)]).wrong("2026-01-01");
        prop_assert!(wrong.is_empty(), "{text:?}\n{}", wrong.join("\n"));
    }
}
