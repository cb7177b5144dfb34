//! `lint --output-format html` as people run it: where the page goes, what it leaves alone, and what it says of drafts that
//! cannot be read.

use std::fs;

use super::drafts::{MILL, OLD};
use super::folder::{Folder, ran};

const DAY: [&str; 3] = ["lint", "--as-of", "2026-01-01"];

fn mill(drafts: &[(&str, &str)]) -> Folder {
    let folder = Folder::with(&[("claims/mill.ron", MILL)]);
    for (path, text) in drafts {
        folder.write(path, text);
    }
    folder
}

#[test]
fn a_page_beside_other_formats_changes_nothing_else() {
    let folder = mill(&[("a.md", OLD)]);
    let alone = folder.run(&[&DAY[..], &["a.md"]].concat());
    let both = folder
        .run(&[&DAY[..], &["a.md", "--output-format", "full", "--output-format", "html=a.html"]].concat());
    assert_eq!((alone.code, &alone.out, &alone.err), (1, &both.out, &both.err));
    assert_eq!(both.code, 1);
    let page = fs::read_to_string(folder.path("a.html")).expect("a page");
    let printed = folder.run(&[&DAY[..], &["a.md", "--output-format", "html"]].concat());
    printed
        .says(1, &[&["<!DOCTYPE html>"], &["<mark class=\"said bad attention\""], &["until 30 June 2023"]]);
    assert_eq!(printed.out, page, "the same page wherever it goes, and the same each time");
}

#[test]
fn a_page_shows_drafts_in_which_nothing_is_wrong() {
    let folder =
        mill(&[("drafts/a.md", "Mill House is run by Bob Carter.\n"), ("drafts/b.txt", "It rained.\n")]);
    let page = folder.run(&[&DAY[..], &["drafts", "--output-format", "html"]].concat());
    page.says(0, &[&["2 annotated drafts"], &["<mark class=\"said good quiet passes\""], &["It rained."]]);
    let mut command = folder
        .command(&[&DAY[..], &["-", "--stdin-filename", "news.html", "--output-format", "html"]].concat());
    ran(command.write_stdin("<h1>News</h1><p>Mill House is run by Bob Carter."))
        .says(0, &[&[">News</span></h1>"], &["news.html"]]);
}

#[test]
fn a_page_speaks_the_language_asked_for() {
    let folder = mill(&[("a.md", OLD)]);
    let page = folder.run(&[&DAY[..], &["a.md", "--language", "id", "--output-format", "html"]].concat());
    page.says(
        1,
        &[
            &["<html lang=\"id\">"],
            &["<b>Saran:</b>"],
            &["sudah tidak", "30 Juni 2023"],
            &["“until 30 June 2023”"],
        ],
    );
    let path = folder.path("a.md");
    let path = path.to_str().expect("text");
    let whole = folder.run(&[&DAY[..], &[path, "--output-format", "html"]].concat());
    assert!(whole.out.contains("<code>a.md</code>"), "{}", whole.out);
}

#[test]
fn a_draft_that_cannot_be_read_is_told_on_the_page() {
    let folder = mill(&[("a.md", OLD)]);
    folder.write("b.md", b"caf\xe9 and more".as_slice());
    let page = folder.run(&[&DAY[..], &["a.md", "b.md", "--output-format", "html"]].concat());
    page.says(
        2,
        &[
            &["Not everything could be read"],
            &["Cannot be read"],
            &["None of it could be read."],
            &["until 30 June 2023"],
        ],
    );
}

#[test]
fn only_drafts_have_a_page() {
    let folder = mill(&[("a.md", OLD)]);
    let refused = folder.run(&["check", "--output-format", "html=x.html"]);
    refused.ends(2);
    assert!(refused.err.contains("erstwhile report --output-format html"), "{}", refused.err);
    assert!(!folder.path("x.html").exists());
    let mixed = folder.run(&["lint", "a.md", "--output-format", "full", "--output-format", "html"]);
    mixed.ends(2);
    assert!(mixed.err.contains("only one format"), "{}", mixed.err);
    let unknown = folder.run(&["lint", "a.md", "--output-format", "htm"]);
    unknown.ends(2);
    assert!(unknown.err.contains("html"), "{}", unknown.err);
}

#[test]
fn a_page_that_cannot_be_written_is_said() {
    let folder = mill(&[("a.md", OLD)]);
    let ran = folder.run(&[&DAY[..], &["a.md", "--output-format", "html=missing/a.html"]].concat());
    ran.ends(2);
    assert!(ran.err.contains("cannot be written"), "{}", ran.err);
}

/// "Microsoft … menetapkan bahwa semua riset" may say less surely what the rest of the sentence says for certain.
#[test]
fn a_finding_is_told_once_where_a_second_reading_is_less_sure() {
    let sentence = "Perjanjian antara Microsoft dan OpenAI menetapkan bahwa semua riset, pelatihan model, dan API publik OpenAI \
                    akan dijalankan di Azure.\n";
    let folder = mill(&[("a.txt", sentence)]);
    let path = folder.path("a.txt");
    let path = path.to_str().expect("text");
    let mut command = folder.command(&["lint", "--as-of", "2026-06-01", path, "--output-format", "html"]);
    let page = ran(command.current_dir(env!("CARGO_MANIFEST_DIR")));
    assert!(page.out.contains("aria-label=\"Catatan 1: Sudah tidak berlaku, Didukung\""), "{}", page.out);
}
