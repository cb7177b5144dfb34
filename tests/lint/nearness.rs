//! Why a sentence was not read: how near it came, and what was missing.

use erstwhile::model::{Fact, ReadingFact};

use crate::common;

const BASE: &str = r#"(
    relations: [
        (id: "keeps-books-of", label: "keeps the books of"),
        (id: "chief-executive-of", like: "chief-executive-of"),
        (id: "population", like: "population"),
        (id: "moors-at", phrasings: {"en": ["{subject} moors …2 at {object}"]}),
    ],
    entities: [
        (id: "ann", name: "Ann Meyer"), (id: "bo", name: "Bo Dahl"), (id: "nordwerft", name: "Nordwerft"),
        (id: "kiel", name: "Kiel"),
    ],
    sources: [(id: "s", published: "2026-01-01")],
    claims: [
        (id: "ann-heads", subject: "ann", relation: "chief-executive-of", object: "nordwerft", valid: "2019/..", sources: ["s"]),
        (id: "bo-keeps", subject: "bo", relation: "keeps-books-of", object: "nordwerft", valid: "2019/..", sources: ["s"]),
        (id: "bo-moors", subject: "bo", relation: "moors-at", object: "nordwerft", valid: "2019/..", sources: ["s"]),
        (id: "kiel-people", subject: "kiel", relation: "population", value: "246,000 people", valid: "2026/..", sources: ["s"]),
    ],
)"#;

/// A sentence and what it lacks: the kind of the fact, the relation that is meant, and the reason or the words.
const SENTENCES: [(&str, &str); 13] = [
    ("Kiel lies by the sea.", "nothing"),
    ("Bo Dahl audits Nordwerft.", "no words of keeps-books-of (bo-keeps)"),
    ("Bo Dahl memeriksa Nordwerft dan kapalnya.", "no words of keeps-books-of (bo-keeps)"),
    ("Is Ann Meyer the CEO of Nordwerft?", "“CEO” of chief-executive-of: question"),
    (
        "If Ann Meyer is the CEO of Nordwerft, shares will rise.",
        "“is … CEO of” of chief-executive-of: condition",
    ),
    ("Ann Meyer is the deputy CEO of Nordwerft.", "“is … CEO of” of chief-executive-of: other-role"),
    ("Ann Meyer is a CEO.", "“CEO” of chief-executive-of: object"),
    ("The CEO of Nordwerft was ill.", "“CEO” of chief-executive-of: subject"),
    ("Bo Dahl keeps the books.", "“keeps the books” of keeps-books-of: object"),
    ("Kiel has a large population.", "“population” of population: amount"),
    ("Kiel has a population of 3 tonnes.", "“has … population of” of population: amount"),
    ("Ann Meyer heads the fire brigade.", "“heads” of chief-executive-of: object"),
    ("Bo Dahl moors boats at sea.", "scattered moors-at"),
];

#[test]
fn what_was_missing_is_told() {
    let mut wrong = Vec::new();
    for (sentence, expected) in SENTENCES {
        let told = told(sentence);
        if told != expected {
            wrong.push(format!("{sentence}\n  {told}\n  {expected}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn told(sentence: &str) -> String {
    let (loaded, reading) = common::read_draft(BASE, sentence, "2026-06-01");
    let base = &loaded.base;
    let reason = reading.sentences.iter().find_map(|sentence| sentence.unread_reason.clone());
    let Some(reason) = reason else { return "it is read".to_owned() };
    // Every reason has words.
    let message = common::words(&loaded).general().message(&Fact::from(reason.clone()));
    assert!(!message.contains("{$") && !message.starts_with("unread-"), "{message}");
    match reason {
        ReadingFact::NoPattern {} => "nothing".to_owned(),
        ReadingFact::NoWords { relation, claim } => {
            format!("no words of {} ({})", base.relations.id(relation), base.claims.id(claim))
        }
        ReadingFact::Scattered { relation } => format!("scattered {}", base.relations.id(relation)),
        ReadingFact::Unread { relation, words, reason, .. } => {
            format!("“{words}” of {}: {reason}", base.relations.id(relation))
        }
        other => format!("{other:?}"),
    }
}
