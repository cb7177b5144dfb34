//! Random claim bases: the engine finds what a naive oracle finds, whatever the order and the form of the input, and no
//! text makes the loaders fall over.

mod alike;
mod alone;
mod changes;
mod days;
mod draw;
mod edited;
mod oracle;
mod pending;
mod repairs;
mod succession;
mod timelines;
mod world;

use std::collections::BTreeSet;

use erstwhile::engine::{CheckOptions, Selection};
use erstwhile::graph::AsOf;
use erstwhile::load::STANDARD_FILES;
use erstwhile::model::{Finding, Report};
use erstwhile::render::{self, OutputFormat, Style};
use erstwhile::text::{File, Files};
use erstwhile::time::Day;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::Config;

use days::Date;
use oracle::{KNOWN, Told};
use world::World;

use crate::common::Run;

/// This many random cases (or as many as `PROPTEST_CASES` says), and no file that remembers the failed ones: what fails
/// becomes a case of `tests/cases/`.
fn cases(usual: u32) -> Config {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|count| count.parse().ok());
    Config {
        failure_persistence: None,
        max_shrink_iters: 20_000,
        ..Config::with_cases(asked.unwrap_or(usual))
    }
}

/// A report, and what it is about.
type Checked = (Report, Run);

/// Files beside the standard rules; the language packs say nothing of claims.
fn files(own: Vec<(&str, String)>) -> Files {
    let mut files = Files::default();
    for (path, text) in own {
        files.add(File::new(path, text));
    }
    for (path, text) in STANDARD_FILES.iter().filter(|(path, _)| path.ends_with("standard.ron")) {
        files.add(File::new(*path, *text));
    }
    files
}

fn as_of((as_of, known_by): (Date, Option<Date>)) -> AsOf {
    let day = |date: Date| Day::parse(&date.written()).expect("a day");
    AsOf { day: day(as_of), known_by: known_by.map(day) }
}

fn check(own: Vec<(&str, String)>, days: (Date, Option<Date>)) -> Checked {
    let options = CheckOptions { command: "check", as_of: as_of(days), selection: Selection::default() };
    Run::check(files(own), &options)
}

/// A day for what does not depend on one.
const TODAY: (Date, Option<Date>) = (Date { year: 2026, month: Some(1), day: Some(1), about: false }, None);

/// A file of these lists.
fn document(lists: [(&str, &[String]); 5]) -> String {
    let list = |(name, records): &(&str, &[String])| {
        format!("    {name}: [\n        {}\n    ],\n", records.join(",\n        "))
    };
    format!("(\n{})\n", lists.iter().filter(|(_, records)| !records.is_empty()).map(list).collect::<String>())
}

/// A whole claim base in one file.
fn whole(world: &World, claims: &[String]) -> String {
    let [entities, sources, relations, rules] = world.frame();
    document([
        ("entities", &entities),
        ("sources", &sources),
        ("relations", &relations),
        ("rules", &rules),
        ("claims", claims),
    ])
}

fn check_whole(world: &World) -> Checked {
    check(vec![("claims/all.ron", whole(world, &world.claims_as_ron()))], (world.as_of, world.known_by))
}

/// A claim base whose claims are in a file of their own, under this path.
fn check_beside(world: &World, path: &str, claims: String) -> Checked {
    let frame = whole(world, &[]);
    check(vec![("claims/frame.ron", frame), (path, claims)], (world.as_of, world.known_by))
}

/// What the oracle knows of a report.
fn known(report: &Report) -> BTreeSet<Told> {
    let finding = |finding: &Finding| {
        let mut claims = finding.claims.clone();
        claims.sort();
        (finding.code.as_str().to_owned(), claims)
    };
    report.findings.iter().map(finding).filter(|(code, _)| KNOWN.contains(&code.as_str())).collect()
}

/// All that a reader sees of a report except the places, in an order of its own.
fn said((report, run): &Checked) -> Vec<String> {
    let line = |finding: &Finding| {
        let Finding { code, severity, rule, claims, .. } = finding;
        format!("{severity} {code} {rule:?} {claims:?} {:?}", run.words().of(finding))
    };
    let mut lines: Vec<String> = report.findings.iter().map(line).collect();
    lines.sort();
    lines
}

proptest! {
    #![proptest_config(cases(3000))]

    /// Neither misses what the other finds.
    #[test]
    fn the_engine_and_the_oracle_agree(world in draw::world()) {
        let (found, expected) = (known(&check_whole(&world).0), oracle::expected(&world));
        let missed: Vec<_> = expected.difference(&found).collect();
        let invented: Vec<_> = found.difference(&expected).collect();
        prop_assert!(
            missed.is_empty() && invented.is_empty(),
            "missed by the engine: {missed:?}\nfound by the engine alone: {invented:?}",
        );
    }
}

proptest! {
    #![proptest_config(cases(300))]

    /// What came next after a claim is what a naive walk over all claims finds.
    #[test]
    fn timelines_agree_with_a_naive_walk(world in draw::world()) {
        let files = files(vec![("claims/all.ron", whole(&world, &world.claims_as_ron()))]);
        timelines::agree(&files, as_of((world.as_of, world.known_by)))?;
    }

    /// After a repair nothing is left that certainly cannot be true together.
    #[test]
    fn repairs_leave_no_contradiction(world in draw::world(), closes: bool) {
        repairs::agrees(&world, closes)?;
    }

    /// Nothing that is said depends on the order in which records are, and no fingerprint does.
    #[test]
    fn order_changes_nothing(world in draw::world(), mut seed: u64) {
        let mut shuffled = |mut records: Vec<String>| {
            for at in (1..records.len()).rev() {
                records.swap(at, drawn(&mut seed, at + 1));
            }
            records
        };
        let [entities, sources, relations, rules] = world.frame().map(&mut shuffled);
        let claims = shuffled(world.claims_as_ron());
        let text = document([
            ("claims", &claims),
            ("rules", &rules),
            ("relations", &relations),
            ("sources", &sources),
            ("entities", &entities),
        ]);
        let shuffled = check(vec![("claims/all.ron", text)], (world.as_of, world.known_by));
        let plain = check_whole(&world);
        prop_assert_eq!(difference(&plain, &shuffled), [""; 0]);
        prop_assert_eq!(fingerprints(&plain), fingerprints(&shuffled));
    }

    /// Nothing that is said depends on which file a record is in.
    #[test]
    fn files_change_nothing(world in draw::world(), mut seed: u64) {
        let mut parts = vec![Vec::new(); 3];
        let mut deal = |name: &'static str, records: Vec<String>| {
            let mut piles = vec![Vec::new(); 3];
            for record in records {
                piles[drawn(&mut seed, 3)].push(record);
            }
            for (part, pile) in parts.iter_mut().zip(piles) {
                part.push((name, pile));
            }
        };
        let [entities, sources, relations, rules] = world.frame();
        deal("claims", world.claims_as_ron());
        deal("sources", sources);
        deal("relations", relations);
        deal("rules", rules);
        deal("entities", entities);
        let lists = |part: &Vec<(&'static str, Vec<String>)>| -> String {
            document(std::array::from_fn(|at| (part[at].0, part[at].1.as_slice())))
        };
        let texts: Vec<String> = parts.iter().map(lists).collect();
        let paths = ["claims/a.ron", "claims/b.ron", "rules/c.ron"];
        let files = paths.into_iter().zip(texts).collect();
        let split = check(files, (world.as_of, world.known_by));
        prop_assert_eq!(difference(&check_whole(&world), &split), [""; 0]);
    }

    /// What JSON Lines can say, they say like RON.
    #[test]
    fn lines_say_what_ron_says(world in draw::world().prop_map(World::without_links)) {
        let ron = check_beside(&world, "claims/some.ron", document([
            ("claims", &world.claims_as_ron()), ("rules", &[]), ("relations", &[]), ("sources", &[]), ("entities", &[]),
        ]));
        let lines = check_beside(&world, "claims/some.jsonl", world.claims_as_json().join("\n"));
        prop_assert_eq!(difference(&ron, &lines), [""; 0]);
    }

    /// What a table of cells can say, it says like RON.
    #[test]
    fn tables_say_what_ron_says(world in draw::world().prop_map(World::without_links).prop_map(World::without_details)) {
        let rows = world.claims_as_rows().join("\r\n");
        let table = format!("\u{feff}Object;Value;Not;ID;Valid;Sources;Relation;Subject\r\n{rows}\r\n");
        let table = check_beside(&world, "claims/some.csv", table);
        let ron = check_beside(&world, "claims/some.ron", document([
            ("claims", &world.claims_as_ron()), ("rules", &[]), ("relations", &[]), ("sources", &[]), ("entities", &[]),
        ]));
        prop_assert_eq!(difference(&ron, &table), [""; 0]);
    }
}

/// What only one of two reports says.
fn difference(one: &Checked, two: &Checked) -> Vec<String> {
    let (one, two) = (said(one), said(two));
    let only = |name: &str, these: &[String], those: &[String]| -> Vec<String> {
        these.iter().filter(|line| !those.contains(line)).map(|line| format!("{name}: {line}")).collect()
    };
    let counts = (one.len() != two.len()).then(|| format!("{} and {} findings", one.len(), two.len()));
    only("first", &one, &two).into_iter().chain(only("second", &two, &one)).chain(counts).collect()
}

/// A number below `most`, the next of a sequence (Knuth's).
fn drawn(seed: &mut u64, most: usize) -> usize {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    (*seed >> 33) as usize % most
}

fn fingerprints((report, _): &Checked) -> Vec<String> {
    let mut all: Vec<String> = report.findings.iter().map(|finding| finding.fingerprint.clone()).collect();
    all.sort();
    all
}

/// Spans lie inside their files, between characters; and whatever was found can be shown in every format.
fn is_well_placed(report: &Report, run: &Run) -> Result<(), TestCaseError> {
    for finding in &report.findings {
        let sites = std::iter::once(&finding.site).chain(finding.related.iter().map(|related| &related.site));
        for site in sites {
            let (text, span) = (run.files.get(site.place.file).text(), site.place.span.range());
            prop_assert!(
                text.get(span.clone()).is_some(),
                "{span:?} of {} bytes: {}",
                text.len(),
                run.words().of(finding).message
            );
        }
    }
    for format in OutputFormat::ALL {
        let mut out = Vec::new();
        prop_assert!(render::render(*format, report, &run.context(), Style::default(), &mut out).is_ok());
        prop_assert!(String::from_utf8(out).is_ok());
    }
    Ok(())
}

/// The names that decide how a text is read.
const NAMES: [&str; 5] = ["claims/a.ron", "claims/a.jsonl", "claims/a.csv", "rules/a.ron", "erstwhile.ron"];

/// Words that mean something to some reader, with what might trip it.
const WORDS: [&str; 40] = [
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ":",
    ",",
    ";",
    "\t",
    "\n",
    "\r\n",
    "\"",
    "\\\"",
    "'",
    "r#\"",
    "\"#",
    "/*",
    "*/",
    "//",
    "\\u{0}",
    "\0",
    "\u{feff}",
    "é",
    "\u{202e}אב",
    "😀",
    "claims",
    "entities",
    "rules",
    "id",
    "valid",
    "sources",
    "Some(",
    "true",
    "null",
    "1e999",
    "-",
    "2023/2025-01",
    "9999-12-31",
    "amount(",
];

/// A good text with parts cut out, put in, doubled, or cut off.
fn broken(text: &str, mut seed: u64, turns: usize) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    for _ in 0..turns {
        let at = drawn(&mut seed, letters.len() + 1);
        let end = (at + drawn(&mut seed, 12)).min(letters.len());
        match drawn(&mut seed, 8) {
            0 | 1 => drop(letters.drain(at..end)),
            2 => letters.truncate(letters.len() - drawn(&mut seed, letters.len() / 4 + 1)),
            3 => {
                let copy: Vec<char> = letters[at..end].to_vec();
                letters.splice(at..at, copy);
            }
            _ => {
                let word = WORDS[drawn(&mut seed, WORDS.len())];
                letters.splice(at..at, word.chars());
            }
        }
    }
    letters.into_iter().collect()
}

proptest! {
    #![proptest_config(cases(1000))]

    /// Whatever a text holds, it is read or refused.
    #[test]
    fn any_text_is_read_or_refused(name in 0..NAMES.len(), text in "\\PC{0,80}") {
        let (report, run) = check(vec![(NAMES[name], text)], TODAY);
        is_well_placed(&report, &run)?;
    }

    /// The same for texts of what readers look for.
    #[test]
    fn any_heap_of_words_is_read_or_refused(
        name in 0..NAMES.len(),
        words in proptest::collection::vec(proptest::sample::select(WORDS.to_vec()), 0..40),
    ) {
        let (report, run) = check(vec![(NAMES[name], words.concat())], TODAY);
        is_well_placed(&report, &run)?;
    }

    /// The same for good files with mistakes in them.
    #[test]
    fn broken_files_are_read_or_refused(world in draw::world(), form in 0..4usize, seed: u64, turns in 1..6usize) {
        let (path, text) = match form {
            0 => ("claims/a.ron", whole(&world, &world.claims_as_ron())),
            1 => ("claims/a.jsonl", world.claims_as_json().join("\n")),
            2 => ("claims/a.csv", format!("object;value;not;id;valid;sources;relation;subject\n{}", world.claims_as_rows().join("\n"))),
            _ => ("rules/a.ron", STANDARD_FILES[drawn(&mut { seed }, STANDARD_FILES.len())].1.to_owned()),
        };
        let (report, run) = check(vec![(path, broken(&text, seed, turns))], TODAY);
        is_well_placed(&report, &run)?;
    }
}

/// What the other tests draw from has what they are about: each code is found often.
#[test]
fn random_claim_bases_have_every_fault() {
    let mut counts = std::collections::BTreeMap::new();
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    for _ in 0..300 {
        let world = draw::world().new_tree(&mut runner).expect("a claim base").current();
        for (code, _) in oracle::expected(&world) {
            *counts.entry(code).or_insert(0) += 1;
        }
    }
    for code in KNOWN {
        assert!(counts.get(code).is_some_and(|count| *count >= 10), "`{code}` is too rare: {counts:?}");
    }
}
