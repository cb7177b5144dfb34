//! How sure a reading of the present is at most: what readings' tables do not tell.

use erstwhile::model::Confidence;

use crate::common;

const BASE: &str = r#"(
    relations: [(id: "runs", label: "operates", takes: nothing)],
    entities: [(id: "velora", name: "Velora"), (id: "kestra", name: "Kestra")],
    sources: [(id: "list", title: "List", published: "2025-06")],
    claims: [(id: "ran", subject: "velora", relation: "runs", valid: "2010/2018", sources: ["list"])],
)"#;

#[test]
fn a_verb_with_an_object_is_not_the_one_without() {
    let sureness = |sentence: &str| {
        let (_, reading) = common::read_draft(BASE, sentence, "2025-07-01");
        let assertions = reading.sentences.iter().flat_map(|sentence| &sentence.assertions);
        assertions.map(|one| one.confidence).max()
    };
    for sentence in ["Velora operates.", "Velora operates daily.", "Velora operates the whole year."] {
        assert_eq!(sureness(sentence), Some(Confidence::High), "{sentence}");
    }
    for sentence in
        ["Velora operates a shuttle.", "Velora operates its own fleet.", "Velora operates Kestra."]
    {
        assert!(sureness(sentence) <= Some(Confidence::Low), "{sentence}");
    }
}
