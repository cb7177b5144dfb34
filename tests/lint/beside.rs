//! Names beside words that are said of others, dates beside what they do not date, and numbers of other things: no such sentence says
//! anything false, so none may be judged so for sure. To try another, add it to `beside/en.txt` or `beside/id.txt`.

use std::path::Path;

use erstwhile::time::Day;

use crate::readings::{Present, Topic};

#[test]
fn what_stands_beside_is_not_said_for_sure() {
    for (language, probes) in [("en", include_str!("beside/en.txt")), ("id", include_str!("beside/id.txt"))] {
        let sentences = sentences(probes);
        assert!(sentences.len() >= 600, "{language}: {} sentences", sentences.len());
        let topic = Topic::open(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/readings/beside")));
        let day = Day::parse("2026-01-01").expect("a day");
        let text = format!("---\nlang: {language}\n---\n\n{}\n", sentences.join("\n\n"));
        let read = topic.read(Path::new("draft.md"), &text, Present::Day(day));
        let is_false =
            |verdict: &str| ["outdated", "premature", "misdated", "contradicted"].contains(&verdict);
        let wrong: Vec<String> = read
            .assertions
            .iter()
            .filter(|one| one.is_sure && is_false(&one.cells[4]))
            .map(|one| format!("{}: {:?}", one.sentence, one.cells))
            .collect();
        assert!(wrong.is_empty(), "{language}: {} of {}\n{}", wrong.len(), sentences.len(), wrong.join("\n"));
    }
}

/// The plain sentences, and each template said of each office.
fn sentences(probes: &str) -> Vec<String> {
    let lines = || probes.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let offices: Vec<Vec<&str>> = lines()
        .map(|line| line.split(" | ").collect())
        .filter(|office: &Vec<&str>| office.len() == 5)
        .collect();
    let fill = |template: &str, office: &[&str]| {
        let places = ["{O}", "{N}", "{U}", "{B}", "{H}"];
        let said = places
            .iter()
            .zip(office)
            .fold(template.to_owned(), |said, (place, word)| said.replace(place, word));
        let mut letters = said.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    };
    let is_template = |line: &&str| line.contains("{O}") || line.contains("{N}");
    let templates = lines().filter(is_template);
    let said = templates.flat_map(|template| offices.iter().map(move |office| fill(template, office)));
    let plain =
        lines().filter(|line| !is_template(line) && line.split(" | ").count() == 1).map(str::to_owned);
    said.chain(plain).collect()
}
