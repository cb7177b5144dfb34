//! The annotated page by example, of drafts that are put together by hand.

use std::collections::BTreeSet;

use super::words::{VERDICTS, of_verdict};
use super::*;
use crate::model::{Note, Part, Piece, PieceSort, Record, Remark, Shape, ShownBlock, Verdict};
use crate::time::{Day, Period};

fn day() -> Day {
    Day::parse("2026-01-01").expect("a day")
}

fn said(text: &str, note: Option<usize>, remark: Option<usize>) -> Piece {
    Piece { text: text.to_owned(), sort: PieceSort::Read, note, remark }
}

fn of(verdict: Verdict) -> Remark {
    Remark { verdict: Some(verdict), ..Remark::default() }
}

fn block(shape: Shape, pieces: Vec<Piece>) -> ShownBlock {
    ShownBlock { shape, quoted: false, depth: 0, language: None, pieces }
}

fn page(blocks: Vec<ShownBlock>, notes: Vec<Note>) -> String {
    let draft = AnnotatedDraft {
        path: "a.md".to_owned(),
        title: None,
        date: None,
        language: "en".to_owned(),
        as_of: day(),
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
    let mut out = Vec::new();
    render(&annotated, &mut out).expect("memory to write to");
    String::from_utf8(out).expect("text")
}

#[test]
fn no_verdict_is_told_by_colour_alone() {
    let looks = VERDICTS.map(of_verdict);
    let signs: BTreeSet<&str> = looks.iter().map(|look| look.sign).collect();
    let titles: BTreeSet<&str> = looks.iter().map(|look| look.title).collect();
    assert_eq!((signs.len(), titles.len()), (VERDICTS.len(), VERDICTS.len()));
}

#[test]
fn counts_are_of_sentences_and_lead_to_the_first() {
    let pieces = vec![
        said("One. ", Some(0), None),
        said("Two", Some(1), Some(0)),
        said(" and so on.", Some(1), None),
        said(" Three.", None, None),
    ];
    let twice = Note { remarks: vec![of(Verdict::Outdated), of(Verdict::Outdated), of(Verdict::Supported)] };
    let notes = vec![Note { remarks: vec![of(Verdict::Supported)] }, twice];
    let page = page(vec![block(Shape::Paragraph, pieces)], notes);
    assert!(page.contains("href=\"#m1-2\">1 sentence</a>"), "{page}");
    assert!(page.contains("href=\"#m1-1\">2 sentences</a>"), "{page}");
    let sentence = "<span class=\"words bad quiet\">Two</span> and so on.<a class=\"sign\" href=\"#n1-2\" \
                    aria-label=\"note 2: Outdated, Supported\">\u{21bb}\u{2713}2</a></mark> Three.</p>";
    assert!(page.contains(sentence), "{page}");
    assert!(page.contains("by what had been published by 1 January 2026"), "{page}");
}

#[test]
fn the_sources_of_a_claim_stand_once_in_a_note() {
    let record = Record {
        part: Part::Decided,
        claim: "c".to_owned(),
        statement: "It is so".to_owned(),
        period: Period::UNKNOWN,
        sources: Vec::new(),
        more_sources: 0,
    };
    let remark = Remark { records: vec![record], ..of(Verdict::Unsourced) };
    let note = Note { remarks: vec![remark.clone(), remark] };
    let page = page(vec![block(Shape::Item, vec![said("So.", Some(0), None)])], vec![note]);
    assert_eq!(page.matches("No source on record.").count(), 1, "{page}");
    assert_eq!(page.matches("Its sources stand above.").count(), 1, "{page}");
    assert!(
        page.contains("<div role=\"list\">\n<div class=\"block item depth-0\" role=\"listitem\">"),
        "{page}"
    );
}
