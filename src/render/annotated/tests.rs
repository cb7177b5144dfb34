//! The annotated page by example, of drafts that are put together by hand.

use std::collections::BTreeSet;

use super::words::{VERDICTS, of_verdict};
use super::*;
use crate::model::{
    Base, BlockShape, Code, Coverage, DraftFact, Finding, Note, Piece, PieceSort, Remark, ShownBlock, Site,
    TextStyle, Verdict,
};
use crate::text::{FileId, Place};
use crate::time::Day;
use crate::words::Choice;

fn day() -> Day {
    Day::parse("2026-01-01").expect("a day")
}

fn said(text: &str, note: Option<usize>, remark: Option<usize>) -> Piece {
    Piece { text: text.to_owned(), sort: PieceSort::Read, style: TextStyle::default(), note, remark }
}

fn of(verdict: Verdict) -> Remark {
    Remark { verdict: Some(verdict), ..Remark::default() }
}

fn block(shape: BlockShape, pieces: Vec<Piece>) -> ShownBlock {
    ShownBlock { shape, quoted: false, depth: 0, language: None, pieces }
}

/// A remark that is in the report.
fn found(verdict: Verdict) -> Remark {
    let site = Site::exact(Place::new(FileId::new(0), 0, 0));
    Remark { finding: Some(Finding::new(Code::Outdated, DraftFact::Unknown {}, site)), ..of(verdict) }
}

fn page(blocks: Vec<ShownBlock>, notes: Vec<Note>) -> String {
    let draft = AnnotatedDraft {
        path: "a.md".to_owned(),
        title: None,
        title_block: None,
        date: None,
        language: "en".to_owned(),
        as_of: day(),
        coverage: Coverage { sentences: 3, naming: 2, judged: 2 },
        blocks,
        notes,
        remarks: Vec::new(),
    };
    let annotated = Annotated {
        as_of: day(),
        by_own_date: false,
        known_by: Some(day()),
        incomplete: false,
        drafts: vec![draft],
        elsewhere: Vec::new(),
    };
    let base = Base::default();
    let mut out = Vec::new();
    render(&annotated, Words::new(&base, Choice::default()), &mut out).expect("memory to write to");
    String::from_utf8(out).expect("text")
}

#[test]
fn no_verdict_is_told_by_colour_alone() {
    let base = Base::default();
    let words = Words::new(&base, Choice::default()).general();
    let looks = VERDICTS.map(|verdict| of_verdict(verdict, false));
    let signs: BTreeSet<&str> = looks.iter().map(|look| look.sign).collect();
    let titles: BTreeSet<String> = looks.iter().map(|look| look.title(words)).collect();
    let meanings: BTreeSet<String> = looks.iter().map(|look| look.meaning(words)).collect();
    let all = VERDICTS.len();
    assert_eq!((signs.len(), titles.len(), meanings.len()), (all, all, all));
}

#[test]
fn counts_are_of_sentences_and_lead_to_the_first() {
    let pieces = vec![
        said("One. ", Some(0), None),
        said("Two", Some(1), Some(0)),
        said(" and so on.", Some(1), None),
        said(" Three.", None, None),
    ];
    let twice =
        Note { remarks: vec![found(Verdict::Outdated), of(Verdict::Outdated), of(Verdict::Supported)] };
    let notes = vec![Note { remarks: vec![of(Verdict::Supported)] }, twice];
    let page = page(vec![block(BlockShape::Paragraph, pieces)], notes);
    assert!(
        page.contains("href=\"#m1-2\"><span aria-hidden=\"true\">\u{21bb} </span>1 Outdated</a>"),
        "{page}"
    );
    assert!(
        page.contains("href=\"#m1-1\"><span aria-hidden=\"true\">\u{2713} </span>2 Supported</a>"),
        "{page}"
    );
    let sentence = "<span class=\"words bad\">Two</span> and so on.<a class=\"sign\" href=\"#n1-2\" \
                    aria-label=\"Note 2: Outdated, Supported\">\u{21bb}2</a></mark> Three.</p>";
    assert!(page.contains(sentence), "{page}");
    assert!(page.contains("using sources published by 1 January 2026"), "{page}");
    let coverage = "3 sentences, 2 name something in our records, 2 judged. 1 sentence needs attention.";
    assert!(page.contains(coverage), "{page}");
    assert!(page.contains("<mark class=\"said good quiet passes\""), "{page}");
}

#[test]
fn lists_keep_their_numbers_and_words_their_style() {
    let piece = |text: &str, style| Piece { style, ..said(text, None, None) };
    let link = TextStyle { link: Some("https://example.org/".into()), ..TextStyle::default() };
    let strong = TextStyle { is_strong: true, ..link.clone() };
    let items = vec![
        block(
            BlockShape::Item { number: Some(3), begins: true },
            vec![said("So ", None, None), piece("it ", link)],
        ),
        block(BlockShape::Item { number: Some(4), begins: true }, vec![piece("is", strong)]),
        block(BlockShape::Item { number: Some(4), begins: false }, vec![said("still.", None, None)]),
    ];
    let page = page(items, Vec::new());
    let list = "<ol class=\"depth-1\"><li value=\"3\"><div class=\"block item\"><p class=\"text\" dir=\"auto\" \
                lang=\"en\">So <a href=\"https://example.org/\" rel=\"noopener noreferrer\">it </a></p></div></li>\
                <li value=\"4\">";
    assert!(page.contains(list), "{page}");
    assert!(page.contains("<strong>is</strong></a></p></div><div class=\"block item\"><p"), "{page}");
}

#[test]
fn lists_are_in_the_items_that_they_belong_to() {
    let item = |text: &str, depth, number, begins| ShownBlock {
        depth,
        ..block(BlockShape::Item { number, begins }, vec![said(text, None, None)])
    };
    let items = vec![
        item("a", 1, Some(1), true),
        item("a1", 2, None, true),
        item("a11", 3, None, true),
        item("a2", 2, None, true),
        item("still a", 1, None, false),
        item("b", 1, Some(2), true),
        item("c", 1, None, true),
    ];
    let page = page(items, Vec::new());
    let mut tags = String::new();
    let list = &page[page.find("<ol class=\"depth-1\">").expect("a list")..];
    for part in list.split_inclusive('>').take_while(|part| !part.contains("</article")) {
        let (text, tag) = part.split_once('<').expect("a tag");
        tags.push_str(text);
        if ["ol", "ul", "li", "/o", "/u", "/l"].iter().any(|kind| tag.starts_with(kind)) {
            tags.push_str(tag.split([' ', '>']).next().expect("a name"));
            tags.push(' ');
        }
    }
    let nested = "ol li aul li a1ul li a11/li /ul /li li a2/li /ul still a/li li b/li /ol ul li c/li /ul ";
    assert_eq!(tags, nested);
}
