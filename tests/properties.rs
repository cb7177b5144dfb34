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

/// So many random cases, and no file that remembers the failed ones: what fails becomes a case of `cases/`.
fn cases(count: u32) -> Config {
    Config { failure_persistence: None, max_shrink_iters: 20_000, ..Config::with_cases(count) }
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
        let text = whole(&world, &world.claims_as_ron());
        let (found, expected) = (known(&check_whole(&world)), oracle::expected(&world));
        let missed: Vec<_> = expected.difference(&found).collect();
        let invented: Vec<_> = found.difference(&expected).collect();
        prop_assert!(
            missed.is_empty() && invented.is_empty(),
            "as of {}\n{text}\nmissed by the engine: {missed:?}\nfound by the engine alone: {invented:?}",
            world.as_of.written()
        );
    }
}
