//! `rules` and `explain` of relations: the shipped ones, and the words by which drafts say a relation with where each comes from.

use serde_json::Value;

use crate::folder::{Folder, Ran};

const RULES: &str = r#"(
    relations: [
        (id: "heads", like: "minister-of", phrasings: {"en": ["{subject} keeps {object}"]},
            words: {"en": [noun(heads: ["secretary"]), verb(heads: ["step down"], with: ["from"], when: ends)]}),
        (id: "run-by", takes: entity, phrasings: {"en": ["{subject} run by {object}"]}),
        (id: "ceo", label: "is the chief executive of", takes: entity),
    ],
    rules: [(id: "two-sources", kind: sourcing(at_least: 2))],
)
"#;

const CLAIMS: &str = r#"(
    entities: [(id: "treasury", name: "Kementerian Keuangan"), (id: "ann", name: "Ann Weaver"), (id: "mill", name: "Old Mill")],
    sources: [(id: "s", title: "T", published: "2024-01-01", kind: primary)],
    claims: [
        (id: "a", statement: "Ann Weaver oversees Kementerian Keuangan", subject: "ann", relation: "heads", object: "treasury",
            valid: "2020/..", sources: ["s"]),
        (id: "b", subject: "ann", relation: "owns", object: "mill", valid: "2020/..", sources: ["s"]),
        (id: "c", subject: "ann", relation: "ceo", object: "mill", valid: "2020/..", sources: ["s"]),
    ],
)
"#;

fn desk() -> Folder {
    Folder::with(&[("rules/r.ron", RULES), ("claims/c.ron", CLAIMS)])
}

fn json(ran: Ran) -> Value {
    ran.ends(0);
    serde_json::from_str(&ran.out).expect("JSON")
}

fn asked(desk: &Folder, name: &str) -> Value {
    json(desk.run(&["rules", name, "--output-format", "json"]))
}

/// Where the words of a relation in a language come from, and the words: "shipped minister-of: minister".
fn words(relation: &Value, language: &str) -> Vec<String> {
    let languages = relation["words"].as_array().expect("languages");
    let found = languages.iter().find(|one| one["language"] == language).expect("the language");
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let line = |entry: &Value| {
        let origin = format!("{} {}", text(&entry["origin"]), text(&entry["of"]));
        let words: Vec<String> = entry["words"].as_array().expect("words").iter().map(text).collect();
        format!("{}: {}", origin.trim(), words.join(", "))
    };
    found["entries"].as_array().expect("entries").iter().map(line).collect()
}

/// Whitespace of any length is one space.
fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn shipped_relations_are_listed() {
    let desk = desk();
    let short = folded(&desk.run(&["rules"]).out);
    assert!(short.contains("Shipped relations (") && short.contains("chief-executive-of, "), "{short}");
    assert!(!short.contains("P169"), "{short}");
    let long = folded(&desk.run(&["rules", "--shipped"]).out);
    assert!(long.contains("chief-executive-of is the chief executive of (P169)"), "{long}");
    let listed = json(desk.run(&["rules", "--output-format", "json"]));
    let all = listed["shipped"].as_array().expect("relations");
    let found = all.iter().find(|one| one["relation"] == "chief-executive-of").expect("the relation");
    assert_eq!((&found["label"], &found["property"]), (&"is the chief executive of".into(), &"P169".into()));
}

#[test]
fn words_say_where_they_come_from() {
    let desk = desk();
    let heads = asked(&desk, "heads");
    assert_eq!((&heads["in_force"], &heads["shipped"]), (&true.into(), &false.into()));
    let english = words(&heads, "en");
    let has = |wanted: &str, found: &[String]| {
        assert!(found.iter().any(|line| line.starts_with(wanted)), "{wanted}: {found:#?}");
    };
    has("phrasings: {subject} keeps {object}", &english);
    has("words: secretary", &english);
    has("words: step down", &english);
    has("label: minister", &english);
    has("statements: oversee", &english);
    has("shipped minister-of: minister", &english);
    let indonesian = words(&heads, "id");
    has("shipped minister-of: menteri", &indonesian);
    has("title treasury: menteri Keuangan", &indonesian);
    // A relation with a label of a shipped one has its words, and those akin to it.
    let ceo = asked(&desk, "ceo");
    has("shipped chief-executive-of: chief executive", &words(&ceo, "en"));
    has("akin leads: head", &words(&ceo, "en"));
    let entries = ceo["words"][0]["entries"].as_array().expect("entries");
    assert!(entries.iter().filter(|one| one["origin"] == "akin").all(|one| one["unsure"] == true));
}

#[test]
fn phrasings_alone_are_all_words_of_their_language() {
    let run_by = asked(&desk(), "run-by");
    assert_eq!(words(&run_by, "en"), ["phrasings: {subject} run by {object}"]);
    assert!(words(&run_by, "id").is_empty(), "{run_by}");
    let text = folded(&desk().run(&["rules", "run-by"]).out);
    assert!(text.contains("Words in Indonesian none"), "{text}");
}

#[test]
fn a_page_of_words_is_for_people() {
    let text = folded(&desk().run(&["rules", "heads"]).out);
    for part in [
        "Relation heads Label is the minister of Record of this workspace",
        "Words in English Its `phrasings` phrasing {subject} keeps {object}",
        "Its `words` noun secretary verb step down (with: from; ends)",
        "Shipped words of minister-of, which it is like noun minister",
        "Titles made from the name of Kementerian Keuangan noun menteri",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(!text.contains(" menterian "), "{text}");
    let text = folded(&desk().run(&["rules", "owns"]).out);
    assert!(text.contains("Record in force here, shipped under the same id"), "{text}");
}

#[test]
fn shipped_relations_need_no_workspace() {
    let nowhere = Folder::with(&[]);
    for name in ["chief-executive-of", "P169"] {
        let found = asked(&nowhere, name);
        assert_eq!((&found["relation"], &found["in_force"]), (&"chief-executive-of".into(), &false.into()));
        assert!(words(&found, "en").iter().any(|line| line.starts_with("akin leads: ")), "{found}");
        let ran = nowhere.run(&["explain", name]);
        ran.ends(0);
        let page = folded(&ran.out);
        for part in [
            "Relation chief-executive-of Label is the chief executive of (en)",
            "Takes entity Laws exclusive; review_every 6m; narrower_than leads Wikidata P169",
            "Words chief executive, ",
        ] {
            assert!(page.contains(part), "{part}: {page}");
        }
    }
}

#[test]
fn what_is_no_relation_is_said_to_be_none() {
    let desk = desk();
    for (name, hint) in [
        ("head", "did you mean `heads`?"),
        ("chief-executive", "did you mean `chief-executive-of`?"),
        ("two-sources", "`erstwhile explain two-sources` shows it"),
    ] {
        let ran = desk.run(&["rules", name]);
        ran.ends(2);
        assert!(ran.err.contains(hint), "{name}: {}", ran.err);
    }
}

/// A relation may name those whose words often mean it, and one under a shipped id has no laws but its own.
#[test]
fn akin_words_and_own_laws() {
    let rules = r#"(
        relations: [
            (id: "steers", label: "steers", akin: ["chief-executive-of"]),
            (id: "mayor-of", label: "is mayor of"),
            (id: "runs", label: "runs", akin: ["chef-of"]),
        ],
    )
"#;
    let desk = Folder::with(&[("rules/r.ron", rules), ("claims/c.ron", CLAIMS)]);
    let lent = words(&asked(&desk, "steers"), "en");
    assert!(lent.iter().any(|line| line.starts_with("akin chief-executive-of: chief executive")), "{lent:?}");
    let page = folded(&desk.run(&["rules", "mayor-of"]).out);
    assert!(
        page.contains("under the id of a shipped one: it has the words of that, but only its own laws"),
        "{page}"
    );
    desk.check(&["--select", "unknown-id"]).says(1, &[&["rules/r.ron:5:", "error[unknown-id]", "`chef-of`"]]);
}

/// What is read of a relation with words or dates as values names them.
#[test]
fn values_are_named_in_readings() {
    let base = r#"(
        relations: [(id: "status", label: "is a", takes: text), (id: "opened-on", like: "opened-on")],
        entities: [(id: "mill", name: "the Old Mill")],
        sources: [(id: "s", title: "T", published: "2024-01-01", kind: primary)],
        claims: [
            (id: "hotel", subject: "mill", relation: "status", value: "hotel", valid: "2020/..", sources: ["s"]),
            (id: "opened", subject: "mill", relation: "opened-on", value: "1950-05-03", valid: "1950-05-03", sources: ["s"]),
        ],
    )
"#;
    let draft = "The Old Mill is a hotel. The Old Mill opened on 3 May 1950.\n";
    let desk = Folder::with(&[("claims/c.ron", base), ("d.md", draft)]);
    let read = folded(&desk.run(&["read", "d.md"]).out);
    assert!(read.contains(": the Old Mill is a hotel stated"), "{read}");
    assert!(read.contains(": the Old Mill opened on 3 May 1950 stated"), "{read}");
    let value = json(desk.run(&["read", "d.md", "--output-format", "json"]));
    let values: Vec<&str> = value["files"][0]["assertions"]
        .as_array()
        .expect("assertions")
        .iter()
        .map(|one| one["value"].as_str().expect("a value"))
        .collect();
    assert_eq!(values, ["hotel", "3 May 1950"]);
}

#[test]
fn an_unknown_relation_is_one_that_is_shipped() {
    let claim = |relation: &str| {
        let claim = format!(r#"(id: "c", subject: "a", relation: "{relation}", object: "b")"#);
        Folder::with(&[(
            "claims/a.ron",
            &format!(r#"(entities: [(id: "a", name: "Ann"), (id: "b", name: "Nord")], claims: [{claim}])"#),
        )])
    };
    let check = |relation: &str| claim(relation).run(&["check", "--output-format", "json"]).out;
    // By its words, in any language; by a slip of the pen; and by neither.
    assert!(check("ceo-of").contains(r#"`relations: [(id: \"ceo-of\", like: \"chief-executive-of\")]`"#));
    assert!(check("mayor-off").contains("did you mean `mayor-of`?"));
    let own = check("keeper-of");
    assert!(own.contains("label: \\\"is keeper of") && !own.contains("did you mean"), "{own}");
}

#[test]
fn a_relation_of_the_workspace_is_explained() {
    let relation =
        r#"(relations: [(id: "keeps", label: "is the keeper of", exclusive: true, note: "By rota.")])"#;
    let folder = Folder::with(&[("rules/a.ron", relation), ("claims/a.ron", "()")]);
    folder.run(&["explain", "keeps"]).says(
        0,
        &[
            &["Relation keeps"],
            &["Label", "is the keeper of"],
            &["Laws", "exclusive"],
            &["Note", "By rota."],
            &["Record", "rules/a.ron:1"],
            &["erstwhile rules keeps lists its words"],
        ],
    );
    let unknown = folder.run(&["explain", "keep"]);
    assert!(unknown.code == 2 && unknown.err.contains("did you mean `keeps`?"), "{}", unknown.err);
}
