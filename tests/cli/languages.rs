//! Names, labels, statements and the words of rules in several languages: messages use those of their language, drafts are read by
//! all of them, and data keeps the leading ones.

use serde_json::Value;

use crate::folder::Folder;

const RULES: &str = r#"(
    relations: [(id: "run-by", label: {"en": "is run by", "id": "dikelola oleh"}, exclusive: false, functional: true, takes: entity,
        phrasings: {"en": ["{subject} is run by {object}"], "id": ["{subject} dikelola oleh {object}"]})],
    rules: [(id: "two-sources", kind: sourcing(at_least: 2), severity: warning,
        message: {"en": "We want two", "id": "Kami minta dua"},
        help: {"en": "ask the desk", "id": "tanyakan ke redaksi"})],
)
"#;

const RECORDS: &str = r#"(
    entities: [
        (id: "mill", name: {"en": "the Old Mill", "id": "Kilang Tua"}),
        (id: "ann", name: "Ann Weaver"), (id: "bo", name: "Bo Miller"),
    ],
    sources: [(id: "s", title: "T", published: "2024-01-01", kind: primary)],
)
"#;

fn desk(claims: (&str, &str)) -> Folder {
    Folder::with(&[
        ("rules/r.ron", RULES),
        ("claims/e.ron", RECORDS),
        claims,
        ("content/id.md", "---\ndate: 2024-05-01\nlang: id\n---\nKilang Tua dikelola oleh Ann Weaver.\n"),
        ("content/en.md", "---\ndate: 2024-05-01\nlang: en\n---\nThe Old Mill is run by Ann Weaver.\n"),
    ])
}

const RON: (&str, &str) = (
    "claims/c.ron",
    r#"(claims: [
        (id: "a", subject: "mill", relation: "run-by", object: "ann", valid: "2010/2019-12-31", sources: ["s"]),
        (id: "b", statement: {"en": "Bo runs the mill", "id": "Bo mengelola kilang"}, subject: "mill", relation: "run-by", object: "bo",
            valid: "2020-01-01/..", sources: ["s"]),
    ])
"#,
);

const CSV: (&str, &str) = (
    "claims/c.csv",
    "id,subject,relation,object,from,until,sources,statement,Statement_id,note\n\
     a,mill,run-by,ann,2010,2019-12-31,s,,,n\n\
     b,mill,run-by,bo,2020-01-01,..,s,Bo runs the mill,Bo mengelola kilang,\n",
);

const JSONL: (&str, &str) = (
    "claims/c.jsonl",
    "{\"id\":\"a\",\"subject\":\"mill\",\"relation\":\"run-by\",\"object\":\"ann\",\"valid\":\"2010/2019-12-31\",\"sources\":[\"s\"],\"statement_id\":null}\n\
     {\"id\":\"b\",\"subject\":\"mill\",\"relation\":\"run-by\",\"object\":\"bo\",\"valid\":\"2020-01-01/..\",\"sources\":[\"s\"],\"statement_id\":\"Bo mengelola kilang\",\"statement_en\":\"Bo runs the mill\"}\n",
);

#[test]
fn messages_about_a_draft_have_the_words_of_its_language() {
    for claims in [RON, CSV, JSONL] {
        let desk = desk(claims);
        let lint = |draft: &str| {
            let ran = desk.run(&["lint", draft, "--as-of", "2026-01-01", "--output-format", "concise"]);
            ran.ends(1);
            ran.out
        };
        let out = lint("content/id.md");
        assert!(out.contains("outdated") && out.contains("“Bo mengelola kilang”"), "{out}");
        let out = lint("content/en.md");
        assert!(out.contains("outdated") && out.contains("“Bo runs the mill”"), "{out}");
        let read = |draft: &str| desk.run(&["read", draft, "--as-of", "2026-01-01"]).out;
        assert!(
            read("content/id.md").contains("sudah tidak berlaku: Kilang Tua dikelola oleh Ann Weaver"),
            "{}",
            read("content/id.md")
        );
        assert!(read("content/en.md").contains("outdated: the Old Mill is run by Ann Weaver"));
        let told = |language: &str| {
            let args = ["show", "b", "--as-of", "2026-01-01", "--language", language];
            desk.run(&args).out
        };
        assert!(told("id").contains("Bo mengelola kilang"), "{}: {}", claims.0, told("id"));
        assert!(told("en").contains("Bo runs the mill"), "{}: {}", claims.0, told("en"));
    }
}

#[test]
fn rules_speak_the_language_of_the_run_and_data_the_leading_one() {
    let desk = desk(RON);
    let told = |language: &str| {
        desk.run(&["check", "--as-of", "2026-01-01", "--select", "two-sources", "--language", language]).out
    };
    assert!(
        told("id").contains("Kami minta dua") && told("id").contains("tanyakan ke redaksi"),
        "{}",
        told("id")
    );
    assert!(told("en").contains("We want two") && told("en").contains("ask the desk"), "{}", told("en"));
    let rules = desk.run(&["rules", "--output-format", "json"]).out;
    assert!(rules.contains("\"help\":\"ask the desk\""), "{rules}");
    let args = ["report", "--as-of", "2026-01-01", "--output-format", "json", "--language", "id"];
    let report: Value = serde_json::from_str(&desk.run(&args).out).expect("JSON");
    let entry = report["entries"].as_array().and_then(|all| all.iter().find(|one| one["claim"] == "a"));
    let entry = entry.expect("the claim that has ended");
    assert_eq!(entry["subject"]["name"], "the Old Mill");
    assert_eq!(entry["statement"], "Kilang Tua dikelola oleh Ann Weaver");
}

#[test]
fn columns_of_other_languages_are_checked_too() {
    let wrong = (
        "claims/c.jsonl",
        "{\"id\":\"a\",\"statement_id\":\"x\",\"statement_id\":\"y\"}\n{\"id\":\"b\",\"statement_id\":4}\n{\"id\":\"c\",\"statement_Fr\":\"x\"}\n",
    );
    let ran = desk(wrong).check(&["claims"]);
    ran.says(
        1,
        &[
            &["claims/c.jsonl:1:", "malformed-record", "twice"],
            &["claims/c.jsonl:2:", "malformed-record"],
            &["claims/c.jsonl:3:", "unknown-field", "statement_Fr"],
        ],
    );
}
