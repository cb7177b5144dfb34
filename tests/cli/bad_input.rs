//! Bad input, one kind at a time: each gets a message with its place and the right exit code, and everything else is
//! still checked, which the claim of [`TURNED`] shows.

use super::folder::{Folder, GOOD, TURNED};

/// What shows that the other files were checked.
pub const STILL: &[&str] = &["claims/turned.ron:2:", "error[inverted-period]", "`turned`"];

/// Checks a file beside a good one and a claim with a fault of its own.
pub fn beside(path: &str, bytes: impl AsRef<[u8]>) -> super::folder::Ran {
    let folder = Folder::with(&[
        ("claims/good.ron", GOOD),
        ("claims/turned.ron", &TURNED.replace("chronicle", "annals")),
    ]);
    folder.write(path, bytes);
    folder.check(&[])
}

#[test]
fn bytes_that_are_no_text() {
    let ran = beside("claims/bad.ron", b"(\n claims: [(id: \"caf\xe9\")])");
    ran.says(2, &[&["claims/bad.ron:2:20:", "error[unreadable-file]", "UTF-8"], STILL]);
    for path in ["claims/bad.jsonl", "claims/bad.csv"] {
        beside(path, b"id\n\xff\n").says(2, &[&[path, ":2:1:", "error[unreadable-file]"], STILL]);
    }
}

#[test]
fn an_empty_file() {
    beside("claims/bad.ron", "")
        .says(2, &[&["claims/bad.ron:1:1:", "error[unparsable-file]", "empty"], STILL]);
    beside("claims/bad.ron", " \n // nothing\n")
        .says(2, &[&["claims/bad.ron", "error[unparsable-file]"], STILL]);
    // A table without rows is a table.
    beside("claims/none.jsonl", "").says(1, &[STILL]);
    beside("claims/none.csv", "").says(1, &[STILL]);
}

#[test]
fn an_empty_folder() {
    let folder = Folder::new();
    let ran = folder.check(&[]);
    ran.ends(2);
    assert!(ran.err.contains("nothing to check"), "{}", ran.err);
    std::fs::create_dir(folder.path("claims")).unwrap();
    let ran = folder.check(&[]);
    ran.ends(2);
    assert!(ran.err.contains("nothing to check") && ran.err.contains("claims"), "{}", ran.err);
    assert_eq!(ran.out, "");
}

#[test]
fn files_that_hold_nothing() {
    for (path, text) in [("claims/a.jsonl", ""), ("claims/a.csv", "id\n"), ("claims/a.ron", "(claims: [])")] {
        let ran = Folder::with(&[(path, text)]).check(&[]);
        ran.ends(2);
        assert!(ran.err.contains("nothing to check"), "{path}: {}", ran.err);
    }
}

#[test]
fn a_folder_that_was_named_and_holds_nothing() {
    let folder = Folder::with(&[("claims/a.jsonl", "{\"id\": \"a\"}\n"), ("docs/a.md", "Words.\n")]);
    for paths in [&["docs"][..], &["claims", "docs"], &["docs", "claims/a.jsonl"]] {
        let ran = folder.check(paths);
        ran.ends(2);
        assert!(ran.err.contains("nothing to check") && ran.err.contains("docs`"), "{paths:?}: {}", ran.err);
    }
}

#[test]
fn documents_of_word_processors_as_drafts() {
    let folder = Folder::with(&[("claims/a.jsonl", "{\"id\": \"a\"}\n")]);
    for (name, bytes, words) in [
        ("a.docx", &b"PK\x03\x04words"[..], "Word and LibreOffice"),
        ("a.doc", b"\xd0\xcf\x11\xe0words", "old document of Word"),
        ("a.pdf", b"%PDF-1.7 words", "a PDF"),
        ("a.md", b"{\\rtf1 words}", "RTF"),
    ] {
        std::fs::write(folder.path(name), bytes).unwrap();
        let ran = folder.run(&["lint", name, "--output-format", "concise"]);
        ran.ends(2);
        assert!(ran.out.contains(words) && ran.out.contains("save it as Markdown"), "{name}: {}", ran.out);
    }
}

#[test]
fn images_and_other_encodings_as_drafts() {
    let folder = Folder::with(&[("claims/a.jsonl", "{\"id\": \"a\"}\n")]);
    for (name, bytes, words) in [
        ("a.png", &b"\x89PNG\r\n\x1a\n"[..], "an image"),
        ("a.jpg", b"\xff\xd8\xff\xe0", "an image"),
        ("a.md", b"\xff\xfeH\0i\0", "UTF-16 text; save it as UTF-8"),
        ("b.md", b"\xfe\xff\0H\0i", "UTF-16 text; save it as UTF-8"),
    ] {
        std::fs::write(folder.path(name), bytes).unwrap();
        let ran = folder.run(&["lint", name, "--output-format", "concise"]);
        ran.ends(2);
        assert!(ran.out.contains(words), "{name}: {}", ran.out);
    }
}

#[test]
fn a_missing_folder() {
    let folder = Folder::with(&[("claims/good.ron", GOOD)]);
    for path in ["nowhere", "claims/nowhere.ron"] {
        let ran = folder.check(&[path]);
        ran.ends(2);
        assert!(ran.err.contains(path) && ran.err.contains("there is no file or folder"), "{}", ran.err);
    }
}

#[test]
fn an_unclosed_bracket() {
    let text = "(\n    claims: [\n        (id: \"a\", valid: \"2020\",\n    ],\n)\n";
    beside("claims/bad.ron", text).says(2, &[&["claims/bad.ron:3:9:", "error[unparsable-file]"], STILL]);
    beside("claims/bad.ron", "(claims: [(id: \"a\"")
        .says(2, &[&["claims/bad.ron:1:", "error[unparsable-file]"], STILL]);
    beside("claims/bad.ron", "(claims: [(id: \"a)])")
        .says(2, &[&["claims/bad.ron:1:", "error[unparsable-file]"], STILL]);
    let line = "{\"id\": \"a\"\n{\"id\": \"turned-too\", \"valid\": \"2005/2004\"}\n";
    beside("claims/bad.jsonl", line)
        .says(1, &[&["claims/bad.jsonl:1:", "error[malformed-record]"], &["`turned-too`"], STILL]);
}

#[test]
fn an_unknown_field() {
    let text = "(claims: [\n  (id: \"a\", subjct: \"mill\", valid: \"2005/2004\"),\n], clams: [])";
    let ran = beside("claims/bad.ron", text);
    // The record is read without the field.
    let lines: &[&[&str]] = &[
        &["claims/bad.ron:2:13:", "error[unknown-field]", "`subjct`"],
        &["claims/bad.ron:2:", "error[inverted-period]", "`a`"],
        &["claims/bad.ron:3:4:", "error[unknown-field]", "`clams`"],
        STILL,
    ];
    ran.says(1, lines);
    let folder = Folder::with(&[("claims/bad.ron", text)]);
    assert!(folder.run(&["check"]).out.contains("did you mean `subject`?"));
    let line = "{\"id\": \"b\", \"subjct\": \"mill\"}";
    beside("claims/bad.jsonl", line).says(1, &[&["claims/bad.jsonl:1:14:", "error[unknown-field]"], STILL]);
    beside("claims/bad.csv", "id,subjct\nb,mill\n")
        .says(1, &[&["claims/bad.csv:1:4:", "[unknown-field]", "`subjct`"], STILL]);
}

#[test]
fn a_wrong_type() {
    let text = "(claims: [\n  (id: 7, valid: \"2020\"),\n  (id: \"b\", sources: \"chronicle\"),\n  (id: \"c\", not: \"yes\", valid: \"2005/2004\"),\n  \"d\",\n])";
    let lines: &[&[&str]] = &[
        &["claims/bad.ron:2:", "error[malformed-record]"],
        &["claims/bad.ron:3:", "error[malformed-record]"],
        &["claims/bad.ron:4:", "error[malformed-record]"],
        &["claims/bad.ron:5:", "error[malformed-record]"],
        STILL,
    ];
    beside("claims/bad.ron", text).says(1, lines);
    beside("claims/bad.ron", "(claims: 7)")
        .says(2, &[&["claims/bad.ron:1:10:", "error[unparsable-file]"], STILL]);
    beside("claims/bad.ron", "[1, 2]").says(2, &[&["claims/bad.ron:1:1:", "error[unparsable-file]"], STILL]);
    beside("claims/bad.jsonl", "{\"id\": 7}\n")
        .says(1, &[&["claims/bad.jsonl:1:8:", "error[malformed-record]"], STILL]);
}

#[test]
fn a_hundred_thousand_brackets() {
    let deep = 100_000;
    for (open, close) in [("[", "]"), ("(", ")"), ("{", "}")] {
        let (open, close) = (open.repeat(deep), close.repeat(deep));
        for text in [open.clone(), format!("{open}{close}"), format!("(claims: {open}{close})")] {
            let ran = beside("claims/bad.ron", &text);
            assert!(ran.code == 1 || ran.code == 2, "{}", ran.err);
            ran.says(ran.code, &[&["claims/bad.ron:1:", "error["], STILL]);
        }
        let field =
            format!("(claims: [(id: \"deep\", value: {open}{close}), (id: \"x\", valid: \"2005/2004\")])");
        beside("claims/bad.ron", &field).says(1, &[&["claims/bad.ron:1:", "error["], &["`x`"], STILL]);
        let line = format!(
            "{{\"id\": \"deep\", \"sources\": {open}{close}}}\n{{\"id\": \"x\", \"valid\": \"2005/2004\"}}\n"
        );
        beside("claims/bad.jsonl", &line)
            .says(1, &[&["claims/bad.jsonl:1:", "error[malformed-record]"], &["`x`"], STILL]);
    }
    let comments = format!("{}{}", "/*".repeat(deep), "*/".repeat(deep));
    assert!(beside("claims/bad.ron", comments).code == 2);
}

/// A big file: good claims without end, and one bad one at the end. 200 MB take an unoptimised build too long, so that
/// it has 8 here.
#[test]
fn a_big_file() {
    let mut text = String::from("(claims: [\n");
    for at in 0..50_000 {
        text += &format!(
            "(id: \"big-{at}\", statement: \"Nothing much happened, and it took its time to happen, all in all, on day {at}\", valid: \"2020\", sources: [\"chronicle\"]),\n"
        );
    }
    text += "(id: \"last\", valid: \"2005/2004\", sources: [\"chronicle\"]),\n])\n";
    let ran = beside("claims/big.ron", &text);
    ran.says(1, &[&["claims/big.ron:50002:", "error[inverted-period]", "`last`"], STILL]);
    // One line of many megabytes, and a record that never ends.
    let line = format!(
        "{{\"id\": \"long\", \"statement\": \"{}\", \"valid\": \"2005/2004\"}}\n",
        "x".repeat(8_000_000)
    );
    beside("claims/big.jsonl", &line).says(1, &[&["claims/big.jsonl:1:", "error[inverted-period]"], STILL]);
    let text = format!("(claims: [(id: \"{}", "x".repeat(8_000_000));
    beside("claims/big.ron", &text).says(2, &[&["claims/big.ron:1:", "error[unparsable-file]"], STILL]);
}

#[test]
fn circles_of_claims() {
    let text = r#"(claims: [
        (id: "a", valid: "2020", supersedes: ["b"], sources: ["chronicle"]),
        (id: "b", valid: "2021", supersedes: ["c"], sources: ["chronicle"]),
        (id: "c", valid: "2022", supersedes: ["a"], sources: ["chronicle"]),
        (id: "self", valid: "2022", supersedes: ["self"], sources: ["chronicle"]),
    ])"#;
    let lines: &[&[&str]] = &[
        &["claims/bad.ron:2:", "error[supersession-cycle]", "`a`, `b` and `c`"],
        &["claims/bad.ron:5:", "error[supersession-cycle]", "`self` refers to itself"],
        STILL,
    ];
    beside("claims/bad.ron", text).says(1, lines);
    let text = "(sources: [(id: \"one\", derived_from: [\"two\"]), (id: \"two\", derived_from: [\"one\"])])";
    beside("claims/bad.ron", text).says(1, &[&["claims/bad.ron:1:", "error[circular-source]"], STILL]);
}

#[test]
fn unusual_ids() {
    let ids = ["with spaces in it", "café-Ångström", "מיקרוסופט", "شركة", "日本", "🦀", "a/b:c#d"];
    let claims: String = ids
        .iter()
        .map(|id| format!("(id: \"{id}\", valid: \"2005/2004\", sources: [\"chronicle\"]),\n"))
        .collect();
    let ran = beside("claims/odd.ron", format!("(claims: [\n{claims}])"));
    for (at, id) in ids.iter().enumerate() {
        ran.says(1, &[&[&format!("claims/odd.ron:{}:", at + 2), "error[inverted-period]", id]]);
    }
    assert_eq!(
        ran.out.lines().filter(|line| line.contains("claims/odd.ron")).count(),
        ids.len(),
        "{}",
        ran.out
    );
    let rows: String = ids.iter().map(|id| format!("{id},2005,2004\n")).collect();
    let ran = beside("claims/odd.csv", format!("id,from,until\n{rows}"));
    assert_eq!(ran.out.matches("error[inverted-period]").count(), ids.len() + 1, "{}", ran.out);
    for id in ["", " ", "a\\u{0}b", "a\\nb"] {
        let text = format!("(claims: [(id: \"{id}\", valid: \"2020\")])");
        beside("claims/bad.ron", text).says(1, &[&["claims/bad.ron:1:", "error[malformed-record]"], STILL]);
    }
}

#[test]
fn line_ends_and_byte_order_marks() {
    let text = TURNED.replace("\"turned\"", "\"again\"").replace("chronicle", "other");
    let plain = beside("claims/bad.ron", &text);
    plain.says(1, &[&["claims/bad.ron:2:", "`again`"], STILL]);
    for text in [
        text.replace('\n', "\r\n"),
        format!("\u{feff}{text}"),
        format!("\u{feff}{}", text.replace('\n', "\r\n")),
    ] {
        assert_eq!(beside("claims/bad.ron", text).out, plain.out, "the same places");
    }
    let table =
        "\u{feff}Until;From;ID;Statement\r\n2004;2005;\"again\";\"two\r\nlines\"\r\n2004;2005;once-more;\r\n";
    let lines: &[&[&str]] =
        &[&["claims/bad.csv:2:", "`again`"], &["claims/bad.csv:4:", "`once-more`"], STILL];
    beside("claims/bad.csv", table).says(1, lines);
}

#[test]
fn ids_that_are_there_twice() {
    let ran = beside("claims/bad.ron", GOOD.replace("2020/..", "2005/2004"));
    let lines: &[&[&str]] = &[
        &["error[duplicate-id]", "claims", "`mill-run-by-ann`"],
        &["error[duplicate-id]", "`mill`"],
        &["error[duplicate-id]", "`chronicle`"],
        &["error[duplicate-id]", "`run-by`"],
        STILL,
    ];
    ran.says(1, lines);
    let twice = GOOD.replace("2020/..", "2021/..");
    let folder = Folder::with(&[("claims/good.ron", GOOD), ("claims/later.ron", &twice)]);
    let full = folder.run(&["check", "--select", "duplicate-id", "--color", "never"]).out;
    assert!(
        full.contains("claims/good.ron") && full.contains("claims/later.ron"),
        "both places are shown: {full}"
    );
}

#[test]
fn dates_that_are_none() {
    let text = "(claims: [\n  (id: \"a\", valid: \"2025-02-30\", sources: [\"chronicle\"]),\n  (id: \"b\", valid: \"21/01/2025\", sources: [\"chronicle\"]),\n  (id: \"c\", valid: \"2023/2025-13\", sources: [\"chronicle\"]),\n])";
    let lines: &[&[&str]] = &[
        &["claims/bad.ron:2:20:", "error[malformed-date]", "2025-02-30", "February 2025 has 28 days"],
        &["claims/bad.ron:3:20:", "error[malformed-date]", "21/01/2025"],
        &["claims/bad.ron:4:20:", "error[malformed-date]", "2025-13"],
        STILL,
    ];
    beside("claims/bad.ron", text).says(1, lines);
    let line = "{\"id\": \"a\", \"from\": \"2025-02-30\"}\n";
    beside("claims/bad.jsonl", line).says(1, &[&["claims/bad.jsonl:1:21:", "error[malformed-date]"], STILL]);
    beside("claims/bad.csv", "id,until\na,2025-02-30\n")
        .says(1, &[&["claims/bad.csv:2:3:", "error[malformed-date]"], STILL]);
}

#[test]
fn relations_and_others_that_nobody_declared() {
    let text = "(claims: [\n  (id: \"a\", subject: \"mil\", relation: \"run-bye\", object: \"bob\", valid: \"2020\", sources: [\"chronicles\"], supersedes: [\"mill-run-by\"]),\n])";
    let lines: &[&[&str]] = &[
        &["claims/bad.ron:2:22:", "error[unknown-id]", "no entity", "`mil`"],
        &["claims/bad.ron:2:39:", "error[unknown-id]", "no relation", "`run-bye`"],
        &["claims/bad.ron:2:", "error[unknown-id]", "no entity", "`bob`"],
        &["claims/bad.ron:2:", "error[unknown-id]", "no source", "`chronicles`"],
        &["claims/bad.ron:2:", "error[unknown-id]", "supersedes", "`mill-run-by`"],
        STILL,
    ];
    beside("claims/bad.ron", text).says(1, lines);
}

#[test]
fn an_allow_without_a_reason() {
    let text = "(claims: [\n  (id: \"a\", valid: \"2005/2004\", sources: [\"chronicle\"], allow: [(code: \"inverted-period\")]),\n  (id: \"b\", valid: \"2020\", sources: [\"chronicle\"], allow: [(code: \"unsourced\", reason: \" \")]),\n])";
    let lines: &[&[&str]] = &[
        &["claims/bad.ron:2:", "error[malformed-record]", "has no `reason`"],
        &["claims/bad.ron:2:", "error[inverted-period]", "`a`"],
        &["claims/bad.ron:3:", "error[malformed-record]", "has no `reason`"],
        STILL,
    ];
    beside("claims/bad.ron", text).says(1, lines);
}

#[cfg(unix)]
mod links_and_permissions {
    use std::fs;
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::*;

    fn folder() -> Folder {
        Folder::with(&[
            ("claims/good.ron", GOOD),
            ("claims/turned.ron", &TURNED.replace("chronicle", "annals")),
        ])
    }

    #[test]
    fn a_loop_of_links() {
        let folder = folder();
        symlink(folder.path("claims"), folder.path("claims/again")).unwrap();
        folder.check(&[]).says(2, &[&["claims/again", "error[unreadable-file]", "leads back"], STILL]);
        fs::remove_file(folder.path("claims/again")).unwrap();
        symlink("two.ron", folder.path("claims/one.ron")).unwrap();
        symlink("one.ron", folder.path("claims/two.ron")).unwrap();
        folder.check(&[]).says(2, &[&["claims/one.ron", "error[unreadable-file]"], STILL]);
    }

    #[test]
    fn links_to_nothing() {
        let folder = folder();
        symlink("nowhere.ron", folder.path("claims/lost.ron")).unwrap();
        folder.check(&[]).says(2, &[&["claims/lost.ron", "error[unreadable-file]", "does not exist"], STILL]);
    }

    /// Root may read everything, so that a file without permission shows something only to others.
    #[test]
    fn files_that_may_not_be_read() {
        let folder = folder();
        folder.write("claims/secret.ron", GOOD);
        fs::set_permissions(folder.path("claims/secret.ron"), fs::Permissions::from_mode(0o000)).unwrap();
        if fs::read(folder.path("claims/secret.ron")).is_err() {
            folder
                .check(&[])
                .says(2, &[&["claims/secret.ron", "error[unreadable-file]", "permission"], STILL]);
        }
    }

    /// A folder is not a file, whatever its name: what lies in it is read.
    #[test]
    fn a_folder_with_the_name_of_a_file() {
        let folder = folder();
        folder.write("claims/odd.ron/inner.ron", "(claims: [(id: \"inner\", valid: \"2005/2004\")])");
        folder.check(&[]).says(1, &[&["claims/odd.ron/inner.ron:1:", "`inner`"], STILL]);
    }
}
