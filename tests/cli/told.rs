//! How severe a finding is where the sentence does not say that it is of now: told of the past, said by somebody, restricted.

use super::folder::Folder;

/// Who headed the mill, and what its figures of one year were.
const MILL: &str = r#"(
    entities: [(id: "mill", name: "Nordwerft"), (id: "ann", name: "Ann Weaver"), (id: "bob", name: "Bob Carter")],
    sources: [(id: "register", title: "Register", publisher: "Chamber", published: "2026-01-02")],
    claims: [
        (id: "by-ann", statement: "Ann Weaver is the chief executive of Nordwerft", subject: "ann",
         relation: "chief-executive-of", object: "mill", valid: "2015/2023-06-30", sources: ["register"]),
        (id: "by-bob", statement: "Bob Carter is the chief executive of Nordwerft", subject: "bob",
         relation: "chief-executive-of", object: "mill", valid: "2023-07-01/..", supersedes: ["by-ann"], sources: ["register"]),
        (id: "revenue", statement: "Nordwerft has revenue of 2 billion euros", subject: "mill", relation: "revenue",
         value: "2 billion EUR", valid: "2025-01-01/2025-12-31", sources: ["register"]),
    ],
)
"#;

const SAID: &[(&str, &str)] = &[
    ("Ann Weaver is the chief executive of Nordwerft.", "error"),
    ("Nordwerft chief executive Ann Weaver opened the yard.", "note"),
    ("The yard was opened by Ann Weaver, the chief executive of Nordwerft.", ""),
    ("Nordwerft chief executive Ann Weaver said that sales rose.", "warning"),
    ("Nordwerft chief executive Ann Weaver is opening the yard.", "error"),
    ("Nordwerft chief executive Ann Weaver opened the yard in 2019.", ""),
    ("Ann Weaver is the longest-serving chief executive of Nordwerft.", "note"),
    ("Bob Carter is not the chief executive of Nordwerft.", "error"),
    ("Bob Carter is not the chief executive of Nordwerft in public.", "note"),
    ("Bob Carter is not the first chief executive of Nordwerft.", ""),
    ("In the novel, Ann Weaver is the chief executive of Nordwerft.", ""),
    ("Many people believe Ann Weaver is the chief executive of Nordwerft.", ""),
    ("Bob Carter was appointed to replace Ann Weaver as chief executive of Nordwerft.", ""),
    ("Unlike Ann Weaver, Bob Carter is the chief executive of Nordwerft.", ""),
    ("Nordwerft had revenue of 5 billion euros in 2025.", "error"),
    ("Nordwerft had revenue of 500 million euros in the first quarter of 2025.", ""),
];

#[test]
fn only_what_is_said_of_now_is_an_error() {
    let folder = Folder::with(&[("claims/mill.ron", MILL)]);
    let mut wrong = Vec::new();
    for (sentence, severity) in SAID {
        folder.write("a.md", format!("---\nlang: en\n---\n\n{sentence}\n"));
        let ran = folder.run(&["lint", "--output-format", "concise", "--as-of", "2026-06-01", "a.md"]);
        let found = ran.out.lines().filter_map(|line| line.split(": ").nth(1));
        let found: Vec<&str> = found.filter_map(|told| told.split('[').next()).collect();
        let is_right = if severity.is_empty() { found.is_empty() } else { found == [*severity] };
        if !is_right {
            wrong.push(format!("{sentence} -- {found:?}, not {severity:?}\n{}", ran.out));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn reading_says_why_it_does_not_judge_and_an_amount_once() {
    let shops = r#"(
        relations: [(id: "shops", label: "runs shops", takes: amount, functional: true)],
        claims: [(id: "few", subject: "mill", relation: "shops", value: "212 shops", valid: "2025/..", sources: ["register"])],
    )"#;
    let draft = "Bob Carter may be the chief executive of Nordwerft.\n\n\
                 Ann Weaver is the chief executive of Nordwerft (2015 photo).\n\nNordwerft runs 212 shops.\n";
    let folder = Folder::with(&[("claims/mill.ron", MILL), ("rules/shops.ron", shops), ("en.md", draft)]);
    let ran = folder.run(&["read", "en.md", "--as-of", "2026-01-10"]);
    ran.ends(0);
    let out = ran.out.split_whitespace().collect::<Vec<_>>().join(" ");
    for words in [
        "planned is not judged",
        "it cannot be told which time is meant",
        "supported: Nordwerft runs 212 shops",
    ] {
        assert!(out.contains(words), "{words}: {out}");
    }
}
