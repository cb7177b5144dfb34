//! Random claim bases: the engine finds what a naive oracle finds, whatever the order and the form of the input, and no
//! text makes the loaders fall over.

#[path = "properties/alone.rs"]
mod alone;
#[path = "properties/days.rs"]
mod days;
#[path = "properties/oracle.rs"]
mod oracle;
#[path = "properties/world.rs"]
mod world;

use std::collections::BTreeSet;

use erstwhile::engine::{self, CheckOptions, Selection};
use erstwhile::graph::AsOf;
use erstwhile::load::STANDARD_FILES;
use erstwhile::model::{Finding, Report};
use erstwhile::text::{File, Files};
use erstwhile::time::Day;
use proptest::prelude::*;
use proptest::test_runner::Config;

use oracle::{KNOWN, Told};
use world::World;

/// So many random cases (or as many as `PROPTEST_CASES` says), and no file that remembers the failed ones: what fails
/// becomes a case of `cases/`.
fn cases(usual: u32) -> Config {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|count| count.parse().ok());
    Config { failure_persistence: None, max_shrink_iters: 20_000, ..Config::with_cases(asked.unwrap_or(usual)) }
}

/// Checks files beside the standard rules; the language packs say nothing of claims.
fn check(own: Vec<(&str, String)>, as_of: &str) -> (Report, Files) {
    let mut files = Files::default();
    for (path, text) in own {
        files.add(File::new(path, text));
    }
    for (path, text) in STANDARD_FILES.iter().filter(|(path, _)| path.ends_with("standard.ron")) {
        files.add(File::new(*path, *text));
    }
    let day = Day::parse(as_of).expect("a day");
    let as_of = AsOf { day, known_by: None };
    let options = CheckOptions { command: "check", as_of, selection: Selection::default() };
    (engine::check(&files, &options), files)
}

/// A file of these lists.
fn document(lists: [(&str, &[String]); 5]) -> String {
    let list = |(name, records): &(&str, &[String])| format!("    {name}: [\n        {}\n    ],\n", records.join(",\n        "));
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

fn check_whole(world: &World) -> Report {
    check(vec![("claims/all.ron", whole(world, &world.claims_as_ron()))], &world.as_of.written()).0
}

/// A claim base whose claims stand in a file of their own, under this path.
fn check_beside(world: &World, path: &str, claims: String) -> Report {
    let frame = whole(world, &[]);
    check(vec![("claims/frame.ron", frame), (path, claims)], &world.as_of.written()).0
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

/// All that a reader sees of a report but the places, in an order of its own.
fn said(report: &Report) -> Vec<String> {
    let line = |finding: &Finding| {
        let Finding { code, severity, rule, message, label, help, claims, .. } = finding;
        let related: Vec<&str> = finding.related.iter().map(|related| related.message.as_str()).collect();
        format!("{severity} {code} {rule:?} {message} | {label} | {help:?} {claims:?} {related:?}")
    };
    let mut lines: Vec<String> = report.findings.iter().map(line).collect();
    lines.sort();
    lines
}

proptest! {
    #![proptest_config(cases(3000))]

    /// Neither misses what the other finds.
    #[test]
    fn the_engine_and_the_oracle_agree(world in world::world()) {
        let (found, expected) = (known(&check_whole(&world)), oracle::expected(&world));
        let missed: Vec<_> = expected.difference(&found).collect();
        let invented: Vec<_> = found.difference(&expected).collect();
        prop_assert!(
            missed.is_empty() && invented.is_empty(),
            "missed by the engine: {missed:?}\nfound by the engine alone: {invented:?}",
        );
    }
}

proptest! {
    #![proptest_config(cases(600))]

    /// Nothing that is said depends on the order in which records stand, and no fingerprint does.
    #[test]
    fn order_changes_nothing(world in world::world(), turns in proptest::collection::vec(any::<proptest::sample::Index>(), 24)) {
        let shuffled = |mut records: Vec<String>| {
            for at in (1..records.len()).rev() {
                records.swap(at, turns[at].index(at + 1));
            }
            records
        };
        let [entities, sources, relations, rules] = world.frame().map(shuffled);
        let claims = shuffled(world.claims_as_ron());
        let text = document([
            ("claims", &claims),
            ("rules", &rules),
            ("relations", &relations),
            ("sources", &sources),
            ("entities", &entities),
        ]);
        let (shuffled, _) = check(vec![("claims/all.ron", text)], &world.as_of.written());
        let plain = check_whole(&world);
        prop_assert_eq!(said(&plain), said(&shuffled));
        prop_assert_eq!(fingerprints(&plain), fingerprints(&shuffled));
    }

    /// Nothing that is said depends on which file a record stands in.
    #[test]
    fn files_change_nothing(world in world::world(), places in proptest::collection::vec(0..3usize, 64)) {
        let mut places = places.into_iter().cycle();
        let mut parts = vec![Vec::new(); 3];
        let mut deal = |name: &'static str, records: Vec<String>| {
            let mut piles = vec![Vec::new(); 3];
            for record in records {
                piles[places.next().unwrap_or(0)].push(record);
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
        let (split, _) = check(files, &world.as_of.written());
        prop_assert_eq!(said(&check_whole(&world)), said(&split));
    }

    /// What JSON Lines can say, they say like RON.
    #[test]
    fn lines_say_what_ron_says(world in world::world().prop_map(World::without_links)) {
        let ron = check_beside(&world, "claims/some.ron", document([
            ("claims", &world.claims_as_ron()), ("rules", &[]), ("relations", &[]), ("sources", &[]), ("entities", &[]),
        ]));
        let lines = check_beside(&world, "claims/some.jsonl", world.claims_as_json().join("\n"));
        prop_assert_eq!(said(&ron), said(&lines));
    }

    /// What a table of cells can say, it says like RON.
    #[test]
    fn tables_say_what_ron_says(world in world::world().prop_map(World::without_links).prop_map(World::without_details)) {
        let rows = world.claims_as_rows().join("\r\n");
        let table = format!("\u{feff}Object;Not;ID;Valid;Sources;Relation;Subject\r\n{rows}\r\n");
        let table = check_beside(&world, "claims/some.csv", table);
        let ron = check_beside(&world, "claims/some.ron", document([
            ("claims", &world.claims_as_ron()), ("rules", &[]), ("relations", &[]), ("sources", &[]), ("entities", &[]),
        ]));
        prop_assert_eq!(said(&ron), said(&table));
    }
}

fn fingerprints(report: &Report) -> Vec<String> {
    let mut all: Vec<String> = report.findings.iter().map(|finding| finding.fingerprint.clone()).collect();
    all.sort();
    all
}
