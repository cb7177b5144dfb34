//! `report --limit`: what is left out is counted in every format, what drafts say is listed in any case, and the exit code
//! depends on nothing of it.

use serde_json::Value;

use crate::folder::Folder;

/// Offices that have ended one after the other; the first is the one that the draft speaks of.
fn offices(count: usize) -> Folder {
    let mut records = String::from("(relations: [(id: \"heads\", label: \"is the head of\")],\n entities: [");
    let mut claims = String::new();
    for at in 0..count {
        records +=
            &format!("(id: \"p{at}\", name: \"Person{at} Smith\"), (id: \"o{at}\", name: \"Office{at}\"), ");
        claims += &format!(
            "(id: \"c{at}\", statement: \"Person{at} Smith is the head of Office{at}\", subject: \"p{at}\", relation: \"heads\", object: \
             \"o{at}\", valid: \"1990/{}\", sources: [\"s\"]), ",
            2024 - at,
        );
    }
    records += "],\n sources: [(id: \"s\", title: \"S\", published: \"1990-01-01\")],\n claims: [";
    let draft = "---\ndate: 2026-01-01\n---\nPerson0 Smith is the head of Office0.\n";
    Folder::with(&[("claims/all.ron", &format!("{records}{claims}])")), ("content/a.md", draft)])
}

fn json(desk: &Folder, args: &[&str]) -> Value {
    let ran = desk.run(&[&["report", "--as-of", "2026-01-01", "--output-format", "json"], args].concat());
    serde_json::from_str(&ran.out).unwrap_or_else(|_| panic!("{}", ran.err))
}

#[test]
fn what_is_left_out_is_counted() {
    let desk = offices(12);
    let all = json(&desk, &["--limit", "0"]);
    assert_eq!(all["entries"].as_array().map(Vec::len), Some(12));
    assert_eq!(all["left_out"]["ended"], 0);
    let some = json(&desk, &["--limit", "5", "--since", "2020-06-01"]);
    let listed: Vec<&str> =
        some["entries"].as_array().expect("a list").iter().filter_map(|one| one["claim"].as_str()).collect();
    assert_eq!(listed, ["c11", "c10", "c9", "c8", "c7"], "the longest overdue");
    assert_eq!(some["left_out"]["ended"], 7);
    assert_eq!(some["summary"]["ended"], 12);
    assert_eq!(some["trend"]["sections"]["ended"]["now"], 12);
    assert_eq!(some["trend"]["sections"]["ended"]["new"], all_new(&desk));
    for format in ["text", "markdown", "html"] {
        let ran = desk.run(&[
            "report",
            "--as-of",
            "2026-01-01",
            "--ended",
            "--limit",
            "5",
            "--output-format",
            format,
        ]);
        assert!(ran.out.contains("7 more entries are left out"), "{}", ran.out);
        assert!(ran.out.contains("(5 of 12)"), "{}", ran.out);
    }
    let csv = desk.run(&["report", "--as-of", "2026-01-01", "--limit", "5", "--output-format", "csv"]);
    assert_eq!(csv.out.lines().count(), 6);
    assert!(csv.err.contains("7 entries beyond --limit 5 are left out"), "{}", csv.err);
}

fn all_new(desk: &Folder) -> u64 {
    let all = json(desk, &["--limit", "0", "--since", "2020-06-01"]);
    all["trend"]["sections"]["ended"]["new"].as_u64().expect("a number")
}

#[test]
fn what_drafts_say_is_listed_in_any_case() {
    let desk = offices(12);
    let some = json(&desk, &["--limit", "3", "--drafts", "content"]);
    let listed: Vec<&str> =
        some["entries"].as_array().expect("a list").iter().filter_map(|one| one["claim"].as_str()).collect();
    assert_eq!(listed, ["c11", "c10", "c0"]);
    assert_eq!(some["to_change"][0]["claims"][0], "c0");
    assert_eq!(some["to_change"][0]["entries"][0], 2);
    // All findings count for the exit code, listed or not.
    let contradicted = [("c12", "p1", "o0"), ("c13", "p2", "o1")].map(|(id, who, what)| {
        format!("(id: \"{id}\", statement: \"{id}\", subject: \"{who}\", relation: \"heads\", object: \"{what}\", valid: \"2010/..\")")
    });
    desk.write("claims/more.ron", format!("(claims: [{}])", contradicted.join(", ")));
    for limit in ["0", "1"] {
        let args = ["report", "--as-of", "2026-01-01", "--fail-on", "warning", "--limit", limit];
        desk.run(&args).ends(1);
        desk.run(&[&args[..], &["--drafts", "content"]].concat()).ends(1);
    }
}
