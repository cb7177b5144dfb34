//! What a claim of a narrower relation says of a sentence about the wider one.

use crate::common;

/// The verdict on the only assertion of a sentence, and the claim that decided.
fn told(sentence: &str) -> (String, Option<String>) {
    let text = r#"(
        relations: [
            (id: "paid", label: "paid", event: true, takes: entity_and_amount, phrasings: {"en": ["{subject} paid {value} to {object}"]}),
            (id: "bribed", label: "bribed", event: true, takes: entity_and_amount, narrower_than: ["paid"]),
        ],
        entities: [(id: "nord", name: "Nordwerft"), (id: "orca", name: "Orca Group")],
        sources: [(id: "s", published: "2025-01-01")],
        claims: [
            (id: "bribe", subject: "nord", relation: "bribed", object: "orca", value: "5 million USD", valid: "2024-03-01", sources: ["s"]),
        ],
    )"#;
    let (loaded, reading) = common::read_draft(text, sentence, "2026-01-01");
    let all: Vec<_> = reading.sentences.iter().flat_map(|sentence| &sentence.assertions).collect();
    let [one] = all.as_slice() else { panic!("{sentence}: {} assertions", all.len()) };
    (one.verdict.as_str().to_owned(), one.decided_by.map(|claim| loaded.base.claims.id(claim).to_owned()))
}

/// Who bribed somebody with 5 million paid 5 million, and not 90.
#[test]
fn an_amount_has_to_fit() {
    let bribe = || Some("bribe".to_owned());
    assert_eq!(told("Nordwerft paid 5 million dollars to Orca Group."), ("supported".to_owned(), bribe()));
    assert_eq!(told("Nordwerft paid 90 million dollars to Orca Group."), ("unknown".to_owned(), None));
    assert_eq!(
        told("In 2020 Nordwerft paid 90 million dollars to Orca Group."),
        ("unknown".to_owned(), None)
    );
    assert_eq!(
        told("In 2020 Nordwerft paid 5 million dollars to Orca Group."),
        ("misdated".to_owned(), bribe())
    );
}
