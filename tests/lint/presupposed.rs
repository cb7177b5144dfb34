//! What a sentence takes for granted stays as it is, whatever is denied, ended, dated or supposed around it.

use std::path::Path;

use erstwhile::time::Day;

use crate::readings::{Present, Topic};

/// What may be before an apposition or title: it says something, or denies it, of somebody else.
const BEFORE: [&str; 10] = [
    "Nobody at the fair recognised",
    "The union never trusted",
    "No letter reached",
    "The court did not hear",
    "The board ended a lawsuit against",
    "Three banks stopped lending to",
    "Without asking",
    "The paper no longer prints letters from",
    "Not a single guest greeted",
    "Sales fell and the mill lost contact with",
];

const PRESUPPOSED: [&str; 4] = [
    "Bo Lund, the head of Nordwerft",
    "Nordwerft director Bo Lund",
    "Nordwerft's head Bo Lund",
    "Bo Lund, director of Nordwerft",
];

/// What may follow.
const BEHIND: [&str; 8] = [
    "",
    ", on Monday",
    ", who did not reply",
    ", and the strike is over",
    ", but nothing came of it",
    ", which was not true of others",
    " after talks ended",
    " and never wrote again",
];

/// What asks, supposes, dates or plans, and says so of something else.
const AROUND: [(&str, &str); 10] = [
    ("Did anyone at the fair meet ", "?"),
    ("Will the council hear ", "?"),
    ("If the council hears ", ", the strike will end."),
    ("Unless the bank pays ", ", the yard will close."),
    ("In 2012, the union sued ", "."),
    ("The court will hear ", " in 2031."),
    ("Reportedly, the paper will interview ", "."),
    ("It is not true that the union sued ", "."),
    ("The council may invite ", "."),
    ("Please write to ", "."),
];

/// Relative clauses are taken for granted like appositions.
const RELATIVE: [&str; 2] = ["Bo Lund, who is the head of Nordwerft,", "Bo Lund, who heads Nordwerft,"];

/// What is not so yet: the beginning of the sentence, what is named, and why.
const GAPS: [(&str, &str, &str); 3] = [
    ("In 2012", "Nordwerft", "what is told of a year is held against that year, in a note at most"),
    ("It is not true", "Bo Lund, who", "a relative clause is part of what the frame holds"),
    (
        "It is not true",
        "Nordwerft director Bo Lund",
        "a title without a possessive looks like a name and a verb",
    ),
];

/// A question or condition may leave it unread, and nothing more: it is never read as asked, denied or of another time.
#[test]
fn no_question_condition_or_date_around_changes_it() {
    let named = || PRESUPPOSED.iter().chain(&RELATIVE);
    let sentences = AROUND.iter().flat_map(|(before, behind)| {
        named().map(move |named| format!("{before}{named}{behind}\n\n").replace(",,", ",").replace(",.", "."))
    });
    let text: String = sentences.collect();
    let topic = Topic::open(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/readings/scope")));
    let day = Day::parse("2026-06-01").expect("a day");
    let read = topic.read(Path::new("draft.md"), &text, Present::Day(day));
    let wrong: Vec<String> = read
        .assertions
        .iter()
        .filter(|one| {
            !GAPS
                .iter()
                .any(|(begins, holds, _)| one.sentence.starts_with(begins) && one.sentence.contains(holds))
        })
        .filter(|one| one.cells[1] != "asserts" || !["supported", "unclear"].contains(&one.cells[4].as_str()))
        .map(|one| format!("{}: {:?}", one.sentence, one.cells))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(read.assertions.len() > AROUND.len() * PRESUPPOSED.len() / 2, "{:?}", read.silent);
}

#[test]
fn no_trigger_outside_changes_it() {
    let sentence = |before: &str, named: &str, behind: &str| format!("{before} {named}{behind}.\n\n");
    let behind = |before, named| BEHIND.iter().map(move |behind| sentence(before, named, behind));
    let named = |before| PRESUPPOSED.iter().flat_map(move |named| behind(before, named));
    let text: String = BEFORE.iter().flat_map(|before| named(before)).collect();
    let topic = Topic::open(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/readings/scope")));
    let day = Day::parse("2026-06-01").expect("a day");
    let read = topic.read(Path::new("draft.md"), &text, Present::Day(day));
    for one in &read.assertions {
        assert_eq!((one.cells[1].as_str(), one.cells[4].as_str()), ("asserts", "supported"), "{one:?}");
    }
    assert_eq!(read.assertions.len(), BEFORE.len() * PRESUPPOSED.len() * BEHIND.len(), "{:?}", read.silent);
}
