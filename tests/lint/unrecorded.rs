//! Names that nothing on record has, held against who is on record. Which sentences say so is data: `tests/readings/names`.

use crate::common;

/// For each assertion of a draft: its verdict, its confidence, and the name that is not on record.
fn read(relation: &str, claims: &str, draft: &str, day: &str) -> Vec<String> {
    let text = format!(
        r#"(
        relations: [(id: "leads", label: "is the head of", {relation})],
        entities: [
            (id: "museum", name: "the Museum"), (id: "ines", name: "Ines Holt"), (id: "tom", name: "Tom Brandt"),
        ],
        sources: [(id: "list", title: "List", published: "2025-06")],
        claims: [{claims}],
    )"#
    );
    let (_, reading) = common::read_draft(&text, draft, day);
    let assertions = reading.sentences.iter().flat_map(|sentence| &sentence.assertions);
    let told = assertions.map(|one| {
        let name = one.unrecorded.as_ref().map_or("-", |unrecorded| unrecorded.name.as_str());
        format!("{} {} {name}", one.verdict.as_str(), one.confidence.as_str())
    });
    told.collect()
}

fn claim(id: &str, subject: &str, valid: &str) -> String {
    format!(
        r#"(id: "{id}", subject: "{subject}", relation: "leads", object: "museum", valid: "{valid}", sources: ["list"]),"#
    )
}

const SENTENCE: &str = "Peter Lang is the head of the Museum.";

#[test]
fn only_one_can_be_in_the_place() {
    let ines = claim("ines", "ines", "2020/..");
    assert_eq!(read("exclusive: true", &ines, SENTENCE, "2025-07-01"), ["contradicted high Peter Lang"]);
    assert!(read("", &ines, SENTENCE, "2025-07-01").is_empty());
    assert!(read("functional: true", &ines, SENTENCE, "2025-07-01").is_empty());
    assert!(read("exclusive: true, event: true", &ines, SENTENCE, "2025-07-01").is_empty());
    assert!(read("exclusive: true, part_or_whole: [subject]", &ines, SENTENCE, "2025-07-01").is_empty());
    assert!(read("exclusive: true", "", SENTENCE, "2025-07-01").is_empty());
}

#[test]
fn the_record_covers_the_time() {
    let tom = claim("tom", "tom", "2010/2020-03");
    let read = |sentence: &str| read("exclusive: true", &tom, sentence, "2025-07-01");
    assert_eq!(read(SENTENCE), ["unknown high Peter Lang"]);
    assert_eq!(read("Peter Lang was the head of the Museum in 2015."), ["contradicted high Peter Lang"]);
    assert_eq!(read("Peter Lang was the head of the Museum in 2020."), ["unknown high Peter Lang"]);
    assert_eq!(read("Peter Lang was the head of the Museum in 2022."), ["unknown high Peter Lang"]);
    assert!(read("Peter Lang was the head of the Museum.").is_empty());
}

#[test]
fn a_record_that_is_due_for_review_is_no_reason_for_an_error() {
    let ines = claim("ines", "ines", "2020/..");
    let law = r#"exclusive: true, review_every: "1y""#;
    assert_eq!(read(law, &ines, SENTENCE, "2026-01-01"), ["contradicted high Peter Lang"]);
    assert_eq!(read(law, &ines, SENTENCE, "2026-08-01"), ["contradicted medium Peter Lang"]);
}

#[test]
fn records_that_contradict_each_other_decide_nothing() {
    let both = claim("ines", "ines", "2020/..") + &claim("tom", "tom", "2020/2030");
    assert_eq!(read("exclusive: true", &both, SENTENCE, "2025-07-01"), ["unknown high Peter Lang"]);
}

#[test]
fn what_is_denied_of_such_a_name_is_nothing() {
    let ines = claim("ines", "ines", "2020/..");
    let draft = "Peter Lang is not the head of the Museum. Peter Lang is no longer the head of the Museum.";
    assert!(read("exclusive: true", &ines, draft, "2025-07-01").is_empty());
}
