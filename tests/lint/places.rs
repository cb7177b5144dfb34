//! Where findings about drafts are: exactly at their words, whatever is between and around these.
//!
//! Drafts are written with ‹marks› around the words that decide; the marks are taken out, and what is found must be at the
//! bytes where they were.

use erstwhile::engine::{self, CheckOptions, DraftOptions, Present, Selection};
use erstwhile::graph::AsOf;
use erstwhile::load::{self, Loaded};
use erstwhile::model::Code;
use erstwhile::text::{File, FileId, Files, Span};
use erstwhile::time::Day;

use crate::common;

const CLAIMS: &str = r#"(
    entities: [
        (id: "mill", name: "Mill House", aliases: ["Café Moulin"]), (id: "ann", name: "Ann Weaver"), (id: "bob", name: "Bob Carter"),
    ],
    sources: [(id: "gazette", title: "A new miller", published: "2023-07-02")],
    relations: [
        (id: "run-by", label: "is run by", phrasings: {"en": ["{subject} (is|was) [wholly] run by {object}"]}),
    ],
    claims: [
        (id: "by-ann", subject: "mill", relation: "run-by", object: "ann", valid: "2015/2023-06-30", sources: ["gazette"]),
    ],
)"#;

/// A draft without its marks, and where they were.
fn unmarked(marked: &str) -> (String, Vec<Span>) {
    let (mut text, mut spans, mut open) = (String::new(), Vec::new(), 0);
    for character in marked.chars() {
        match character {
            '‹' => open = text.len(),
            '›' => spans.push(Span::new(open, text.len())),
            _ => text.push(character),
        }
    }
    (text, spans)
}

fn loaded(path: &str, text: &str) -> (Files, Loaded, FileId) {
    let mut files = common::workspace(vec![("claims/mill.ron".to_owned(), CLAIMS.to_owned())]);
    let loaded = load::load(&files);
    let draft = files.add(File::new(path, text));
    (files, loaded, draft)
}

fn options() -> DraftOptions {
    let as_of = AsOf { day: Day::parse("2026-01-01").expect("a day"), known_by: None };
    let check = CheckOptions { command: "lint", as_of, selection: Selection::default() };
    DraftOptions { check, present: Present::AsOf }
}

/// Reads and lints one draft: one sentence of it is outdated, and it is found where the marks were.
#[track_caller]
fn stands_at_its_words(path: &str, marked: &str) {
    let (text, expected) = unmarked(marked);
    let (files, loaded, draft) = loaded(path, &text);
    let shown = |spans: &[Span]| -> Vec<(usize, String)> {
        spans
            .iter()
            .map(|span| (span.range().start, files.get(draft).text()[span.range()].to_owned()))
            .collect()
    };
    let readings = engine::read_drafts(&files, &loaded, &[draft], &options());
    let assertions: Vec<_> = readings[0].sentences.iter().flat_map(|sentence| &sentence.assertions).collect();
    assert_eq!(assertions.len(), 1, "{path} {text:?}: {:?}", readings[0].sentences);
    assert_eq!(shown(&assertions[0].words), shown(&expected), "{path} {text:?}");
    let report = engine::lint(&files, &loaded, &[draft], &options());
    let codes: Vec<Code> = report.findings.iter().map(|finding| finding.code).collect();
    assert_eq!(codes, [Code::Outdated], "{path} {text:?}");
    let (first, last) = (expected.first().expect("marks"), expected.last().expect("marks"));
    let found = report.findings[0].site.place;
    assert_eq!(
        (found.file, found.span.start, found.span.end),
        (draft, first.start, last.end),
        "{path} {text:?}"
    );
}

const PLAIN: &str = "‹Mill House› ‹is› ‹run› ‹by› ‹Ann Weaver›.";

#[test]
fn in_plain_sentences() {
    for path in ["a.md", "a.txt", "a.html"] {
        stands_at_its_words(path, PLAIN);
        stands_at_its_words(path, &format!("\u{feff}{PLAIN}"));
        stands_at_its_words(
            path,
            &format!("\u{1f600}\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467} Ole\u{301}! {PLAIN} \u{1f600}"),
        );
        stands_at_its_words(path, &format!("Bread.\r\n\r\nBread again. {PLAIN}\r\n"));
        stands_at_its_words(path, "‹Mill\tHouse›\t‹is›  ‹run›\t\t‹by› ‹Ann   Weaver›.");
        stands_at_its_words(path, "‹Mill\u{a0}House› ‹is› ‹run› ‹by› ‹Ann\u{a0}Weaver›\u{2014}so they say.");
        stands_at_its_words(path, "“‹Mill House› ‹is› ‹run› ‹by› ‹Ann Weaver›” \u{2013} a sign.");
    }
}

#[test]
fn in_accents_composed_or_not() {
    for path in ["a.md", "a.txt", "a.html"] {
        stands_at_its_words(path, "At the caf\u{e9}, ‹Caf\u{e9} Moulin› ‹is› ‹run› ‹by› ‹Ann Weaver›.");
        stands_at_its_words(path, "Voila\u{300}: ‹Mill House› ‹is› ‹run› ‹by› ‹Ann Weaver› e\u{301}.");
    }
}

#[test]
fn in_wrapped_lines() {
    // In plain text a line counts as wrapped where it is about as long as its neighbours.
    let long = "The bread of this town is baked by many hands and eaten by more, and still ";
    for path in ["a.md", "a.txt", "a.html"] {
        for end in ["\n", "\r\n"] {
            let wrapped = format!(
                "{long}{end}{long}‹Mill{end}House› ‹is› ‹run› ‹by› ‹Ann Weaver›, as it has been and{end}will be."
            );
            stands_at_its_words(path, &wrapped);
            let wrapped = format!(
                "{long}{end}{long}‹Mill House› ‹is›{end}‹run› ‹by› ‹Ann Weaver›, as it has been and{end}will be."
            );
            stands_at_its_words(path, &wrapped);
        }
    }
    stands_at_its_words("a.md", "> So ‹Mill House› ‹is› ‹run›\n> ‹by› ‹Ann Weaver›.");
    stands_at_its_words("a.md", "1. So ‹Mill House› ‹is› ‹run›\n   ‹by› ‹Ann Weaver›.\n2. Bread.");
}

#[test]
fn in_links_and_emphasis() {
    stands_at_its_words(
        "a.md",
        "**‹Mill House›** ‹is› *‹run› ‹by›* [‹Ann Weaver›](https://example.org/ann_weaver).",
    );
    stands_at_its_words(
        "a.md",
        "[‹Mill House› ‹is›](<https://example.org/a b> \"title\") ‹run› ‹by› __‹Ann Weaver›__.",
    );
    stands_at_its_words("a.md", "‹Mill House› *‹is›* ~~never~~ ‹run› ‹by› ‹Ann Weaver›[^1].\n\n[^1]: Bread.");
    stands_at_its_words("a.md", "‹Mill House› ‹is› ‹run› ‹by› ‹Ann&nbsp;Weaver› &amp; nobody.");
    stands_at_its_words(
        "a.html",
        "<p><b>‹Mill House›</b> <i>‹is› ‹run›</i> ‹by› <a href=\"x>y\">‹Ann Weaver›</a>.</p>",
    );
    stands_at_its_words(
        "a.html",
        "<p>‹Mill&#32;House› ‹is› ‹run› ‹by› ‹Ann&nbsp;Weaver›.<sup><a href=\"#n\">1</a></sup></p>",
    );
}

#[test]
fn in_headings_lists_tables_and_notes() {
    stands_at_its_words("a.md", &format!("Bread\n=====\n\n- Bread\n- {PLAIN}\n"));
    stands_at_its_words("a.md", &format!("| Who | What |\n|-----|:----:|\n| Bread \\| more | {PLAIN} |\n"));
    stands_at_its_words("a.md", &format!("Bread[^x].\n\n[^x]: {PLAIN}\n"));
    stands_at_its_words("a.md", &format!("---\ndate: 2021-05-04\ntitle: \u{1f600}\n---\n\n{PLAIN}\n"));
    stands_at_its_words("a.html", &format!("<table><tr><th>Bread<td>{PLAIN}</table>"));
    stands_at_its_words("a.html", &format!("<ul>\r\n<li>Bread\r\n<li>{PLAIN}\r\n</ul>"));
}
