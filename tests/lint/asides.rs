//! What else a sentence says, in a clause or phrase of its own, changes nothing of what it says of the record: asides with dates,
//! negations and ends around true statements. To try another, add it to `asides/en.txt` or `asides/id.txt`.

use std::path::Path;

use erstwhile::time::Day;

use crate::readings::{Present, Topic};

/// Of so many in a hundred something is to be read: a reader that is silent passes no test.
const LEAST: usize = 90;

#[test]
fn no_aside_changes_what_a_sentence_says() {
    for (language, asides) in [("en", include_str!("asides/en.txt")), ("id", include_str!("asides/id.txt"))] {
        let sentences = sentences(asides);
        assert!(sentences.len() >= 200, "{language}: {} sentences", sentences.len());
        let topic = Topic::open(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/readings/asides")));
        let day = Day::parse("2026-01-01").expect("a day");
        let text = format!("---\nlang: {language}\n---\n\n{}\n", sentences.join("\n\n"));
        let read = topic.read(Path::new("draft.md"), &text, Present::Day(day));
        let holds = |verdict: &str| ["supported", "unclear"].contains(&verdict);
        let wrong: Vec<String> = read
            .assertions
            .iter()
            .filter(|one| !holds(&one.cells[4]))
            .map(|one| format!("{}: {:?}", one.sentence, one.cells))
            .collect();
        assert!(wrong.is_empty(), "{language}: {} of {}\n{}", wrong.len(), sentences.len(), wrong.join("\n"));
        let is_read = |sentence: &&String| read.assertions.iter().any(|one| one.sentence == **sentence);
        let count = sentences.iter().filter(is_read).count();
        assert!(count * 100 >= sentences.len() * LEAST, "{language}: read {count} of {}", sentences.len());
    }
}

/// Each statement in each sentence.
fn sentences(asides: &str) -> Vec<String> {
    let lines = || asides.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let statements: Vec<(&str, &str)> = lines().filter_map(|line| line.split_once(" | ")).collect();
    let fill = |(subject, predicate): &(&str, &str), aside: &str| {
        let within = subject.strip_prefix("The ").map_or((*subject).to_owned(), |rest| format!("the {rest}"));
        aside.replace("{S}", subject).replace("{s}", &within).replace("{P}", predicate)
    };
    let asides = || lines().filter(|line| line.contains("{P}"));
    statements.iter().flat_map(|statement| asides().map(move |aside| fill(statement, aside))).collect()
}
