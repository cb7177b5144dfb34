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
