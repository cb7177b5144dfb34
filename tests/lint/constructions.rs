//! Each construction of a language pack reads the sentence that it gives as its example.

use std::path::Path;

use erstwhile::load::{STANDARD_FILES, load};
use erstwhile::text::{File, Files};
use erstwhile::time::Day;

use crate::readings::{Present, Topic};

#[test]
fn examples_are_read() {
    let mut files = Files::default();
    for (path, text) in STANDARD_FILES {
        files.add(File::new(path, text));
    }
    let packs = load(&files).base.languages;
    let topic = Topic::open(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/readings/grammar")));
    let day = Day::parse("2026-06-01").expect("a day");
    let mut unread = Vec::new();
    for pack in &packs {
        assert!(!pack.constructions.is_empty(), "{}", pack.code);
        for construction in &pack.constructions {
            let text = format!("---\nlang: {}\n---\n\n{}\n", pack.code, construction.example);
            let read = topic.read(Path::new("draft.md"), &text, Present::Day(day));
            if read.assertions.is_empty() {
                unread.push(format!("{} {}: {}", pack.code, construction.name, construction.example));
            }
        }
    }
    assert!(unread.is_empty(), "not read:\n{}", unread.join("\n"));
}

#[test]
fn examples_of_transitions_are_read() {
    let mut files = Files::default();
    for (path, text) in STANDARD_FILES {
        files.add(File::new(path, text));
    }
    let topic = Topic::open(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/readings/transitions")));
    let day = Day::parse("2026-06-01").expect("a day");
    let mut unread = Vec::new();
    for pack in &load(&files).base.languages {
        assert!(!pack.transitions.is_empty(), "{}", pack.code);
        for transition in &pack.transitions {
            let text = format!("---\nlang: {}\n---\n\n{}\n", pack.code, transition.example);
            let read = topic.read(Path::new("draft.md"), &text, Present::Day(day));
            if read.assertions.is_empty() {
                unread.push(format!("{} {}: {}", pack.code, transition.name, transition.example));
            }
        }
    }
    assert!(unread.is_empty(), "not read:\n{}", unread.join("\n"));
}

#[test]
fn no_class_of_words_is_given_twice() {
    for (path, text) in STANDARD_FILES.iter().filter(|(path, _)| path.contains("languages/")) {
        let classes = text.split_once("classes: {").expect("classes").1;
        let classes = classes.split_once("\n            },").expect("an end").0;
        let mut names: Vec<&str> = classes
            .lines()
            .filter_map(|line| line.trim().strip_prefix('"')?.split_once("\": [").map(|it| it.0))
            .collect();
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all, "{path}: the later of two classes with one name hides the earlier");
    }
}
