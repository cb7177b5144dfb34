//! `words`: what stands by the ends of claims in sentences that were not read, and lines that would have them read.

use serde_json::Value;

use crate::folder::{Folder, Ran};

const CLAIMS: &str = r#"(
    entities: [
        (id: "ann", name: "Ann Meyer"), (id: "bo", name: "Bo Dahl"), (id: "nordwerft", name: "Nordwerft"),
        (id: "seelinie", name: "Seelinie"), (id: "kiel", name: "Kiel"),
    ],
    sources: [(id: "s", title: "T", published: "2026-01-01", kind: primary)],
    claims: [
        (id: "ann-keeps", subject: "ann", relation: "keeps-books-of", object: "nordwerft", valid: "2019/2024", sources: ["s"]),
        (id: "bo-keeps", subject: "bo", relation: "keeps-books-of", object: "nordwerft", valid: "2025/..", sources: ["s"]),
        (id: "works", subject: "nordwerft", relation: "works-for", object: "seelinie", valid: "2025/..", sources: ["s"]),
        (id: "beds", subject: "kiel", relation: "beds", value: "400 people", valid: "2025/..", sources: ["s"]),
    ],
)
"#;

const ENGLISH: &str = "\
Ann Meyer is the treasurer of Nordwerft. Nordwerft's treasurer Ann Meyer was ill. Bo Dahl audits Nordwerft.

Nordwerft hired Bo Dahl. Ann Meyer, treasurer of Nordwerft, left town. Nordwerft builds ferries for Seelinie.

Seelinie rented docks from Nordwerft. Nordwerft was chartered by Seelinie. Kiel lodges 400 people.

Bo Dahl keeps the books of Nordwerft. Ann Meyer and Bo Dahl met. Bo Dahl was in Nordwerft.

Ann Meyer plans to refit Nordwerft.
";

const INDONESIAN: &str = "\
---
lang: id
---

Ann Meyer adalah bendahara Nordwerft. Bo Dahl memeriksa Nordwerft. Nordwerft disewa oleh Seelinie.
";

/// A workspace in which relations have these fields besides label and what they take.
fn desk(keeps: &str, works: &str, beds: &str) -> Folder {
    let rules = format!(
        r#"( relations: [
            (id: "keeps-books-of", label: "keeps the books of"{keeps}),
            (id: "works-for", label: "works for"{works}),
            (id: "beds", label: "has room for", takes: amount{beds}),
        ] )"#
    );
    Folder::with(&[
        ("rules/r.ron", &rules),
        ("claims/c.ron", CLAIMS),
        ("en.md", ENGLISH),
        ("id.md", INDONESIAN),
    ])
}

fn json(ran: Ran) -> Value {
    ran.ends(0);
    let value = serde_json::from_str(&ran.out).expect("JSON");
    let schema: Value =
        serde_json::from_str(erstwhile::render::unread_words::SCHEMA).expect("the schema is JSON");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let errors: Vec<_> = validator.iter_errors(&value).map(|error| error.to_string()).collect();
    assert!(errors.is_empty(), "{errors:?}");
    value
}

fn listed(desk: &Folder) -> Vec<String> {
    let value = json(desk.run(&["words", "en.md", "id.md", "--output-format", "json"]));
    let relations = value["relations"].as_array().expect("relations");
    let lines = relations.iter().flat_map(|relation| {
        let words = relation["words"].as_array().expect("words");
        words.iter().map(|one| {
            let line = one["line"].as_str().expect("a line");
            format!("{} {} {line}", relation["relation"].as_str().expect("an id"), one["count"])
        })
    });
    lines.collect()
}

const FOUND: [&str; 10] = [
    r#"keeps-books-of 3 words: {"en": [noun(heads: ["treasurer"])]}"#,
    r#"keeps-books-of 1 words: {"en": [verb(heads: ["audit"])]}"#,
    r#"keeps-books-of 1 words: {"en": [verb(heads: ["hire"], reversed: true)]}"#,
    r#"keeps-books-of 1 words: {"en": [verb(heads: ["plan to refit"], when: plans)]}"#,
    r#"keeps-books-of 1 words: {"id": [noun(heads: ["bendahara"])]}"#,
    r#"keeps-books-of 1 words: {"id": [verb(heads: ["periksa"])]}"#,
    r#"works-for 1 words: {"en": [verb(heads: ["build ferries"], with: ["for"])]}"#,
    r#"works-for 1 words: {"en": [verb(heads: ["rent docks"], with: ["from"], reversed: true)]}"#,
    r#"works-for 1 words: {"en": [verb(heads: ["charter"], reversed: true)]}"#,
    r#"works-for 1 words: {"id": [verb(heads: ["sewa"], reversed: true)]}"#,
];

#[test]
fn words_are_listed_with_the_line_to_paste() {
    assert_eq!(listed(&desk("", "", "")), FOUND);
}

#[test]
fn pasted_lines_have_the_sentences_read() {
    let entries = |relation: &str, language: &str| {
        let head = format!("{{\"{language}\": [");
        let of = FOUND.iter().filter(|found| found.starts_with(relation));
        let entries = of.filter_map(|found| Some(found.split_once(&head)?.1.strip_suffix("]}")?.to_owned()));
        format!("\"{language}\": [{}]", entries.collect::<Vec<_>>().join(", "))
    };
    let words =
        |relation: &str| format!(", words: {{{}, {}}}", entries(relation, "en"), entries(relation, "id"));
    let taught = desk(&words("keeps-books-of"), &words("works-for"), &words("beds"));
    assert_eq!(listed(&taught), Vec::<String>::new());
    let ran = taught.run(&["read", "en.md", "id.md"]);
    ran.ends(0);
    assert!(ran.out.matches("not understood").count() <= 2, "{}", ran.out);
}

#[test]
fn nothing_to_list_and_what_cannot_be_read() {
    let desk = desk("", "", "");
    desk.write("none.md", "Ann Meyer was ill.\n");
    let ran = desk.run(&["words", "none.md"]);
    ran.ends(0);
    assert!(ran.out.contains("No words to add"), "{}", ran.out);
    desk.run(&["words", "lost.md"]).ends(2);
    desk.run(&["words"]).ends(2);
    desk.write("claims/bad.ron", "(claims: [");
    let ran = desk.run(&["words", "none.md", "--output-format", "json"]);
    ran.ends(2);
    assert!(ran.out.contains("\"incomplete\":true"), "{}", ran.out);
}

/// Words by two names that say nothing of the two, or of which nobody can tell what they say.
#[test]
fn nothing_is_guessed_where_words_tell_nothing() {
    let desk = desk("", "", "");
    let sentences = [
        "# Nordwerft and Ann Meyer after the fire\n",
        "With the help of Nordwerft, Ann Meyer built a pier.\n",
        "Nordwerft surprised Ann Meyer's friends.\n",
        "Ann Meyer likes boats, cars and old maps of the coast, and Nordwerft is near.\n",
        "Ann Meyer sails on non-Nordwerft boats.\n",
        "Ann Meyer moved some boxes from the pier over to Nordwerft.\n",
        "---\nlang: id\n---\n\nDengan dukungan Nordwerft, Ann Meyer membangun dermaga.\n",
        "---\nlang: id\n---\n\nAnn Meyer builds AI supercomputer Nordwerft.\n",
    ];
    for sentence in sentences {
        desk.write("one.md", sentence);
        let ran = desk.run(&["words", "one.md"]);
        assert!(ran.out.contains("No words to add"), "{sentence}: {}", ran.out);
    }
}

/// Three relations of the same two: nobody can tell which of them the words would say.
#[test]
fn words_that_may_say_many_relations_are_not_listed() {
    let label = |id: &str, label: &str| format!("(id: {id:?}, label: {label:?}),");
    let claim = |id: &str| {
        format!(
            r#"(id: "c-{id}", subject: "ann", relation: {id:?}, object: "bo", valid: "2020/..", sources: ["s"]),"#
        )
    };
    let ids = ["advises", "trains", "pays"];
    let listed = |ids: &[&str]| {
        let relations: String = ids.iter().map(|id| label(id, id)).collect();
        let claims: String = ids.iter().map(|id| claim(id)).collect();
        let entities = r#"entities: [(id: "ann", name: "Ann Meyer"), (id: "bo", name: "Bo Dahl")]"#;
        let sources = r#"sources: [(id: "s", title: "T", published: "2026-01-01")]"#;
        let desk = Folder::with(&[
            ("rules/r.ron", &format!("( relations: [{relations}] )")),
            ("claims/c.ron", &format!("( {entities}, {sources}, claims: [{claims}] )")),
            ("one.md", "Ann Meyer audits Bo Dahl.\n"),
        ]);
        desk.run(&["words", "one.md"]).out
    };
    assert!(listed(&ids[..2]).contains(r#"verb(heads: ["audit"])"#), "{}", listed(&ids[..2]));
    assert!(listed(&ids).contains("No words to add"), "{}", listed(&ids));
}
