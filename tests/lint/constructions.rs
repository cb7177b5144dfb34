//! Each construction of a language pack reads the sentence that it gives as its example.

use std::path::Path;

use erstwhile::load::{STANDARD_FILES, load};
use erstwhile::model::Language;
use erstwhile::text::{File, Files};
use erstwhile::time::Day;

use crate::readings::{Present, Topic};

/// The packs of all languages that are shipped.
fn packs() -> Vec<Language> {
    let mut files = Files::default();
    for (path, text) in STANDARD_FILES {
        files.add(File::new(path, text));
    }
    load(&files).base.languages
}

/// Fails if a language has no examples, each with a name, or one of which nothing is read by the records of a topic.
fn are_read(folder: &str, examples: impl Fn(&Language) -> Vec<(&str, &str)>) {
    let topic = Topic::open(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/readings").join(folder));
    let day = Day::parse("2026-06-01").expect("a day");
    let mut unread = Vec::new();
    for pack in &packs() {
        let examples = examples(pack);
        assert!(!examples.is_empty(), "{}", pack.code);
        for (name, example) in examples {
            let text = format!("---\nlang: {}\n---\n\n{example}\n", pack.code);
            let read = topic.read(Path::new("draft.md"), &text, Present::Day(day));
            if read.assertions.is_empty() {
                unread.push(format!("{} {name}: {example}", pack.code));
            }
        }
    }
    assert!(unread.is_empty(), "not read:\n{}", unread.join("\n"));
}

#[test]
fn examples_are_read() {
    are_read("grammar", |pack| {
        pack.constructions.iter().map(|one| (one.name.as_str(), one.example.as_str())).collect()
    });
}

#[test]
fn examples_of_transitions_are_read() {
    are_read("transitions", |pack| {
        pack.transitions.iter().map(|one| (one.name.as_str(), one.example.as_str())).collect()
    });
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
