//! Laws of reports against each other: their order changes only sides, a report agrees with itself, and one that speaks of something
//! else changes no point of the others.

use std::collections::BTreeSet;
use std::fs;

use erstwhile::graph::AsOf;
use erstwhile::model::{Point, PointKind};
use erstwhile::time::Day;
use proptest::prelude::*;

use crate::common;
use crate::pairs::{Case, case, cases};
use crate::workspace::Run;

const TOWN: &str = r#"(
    entities: [
        (id: "ann", name: "Ann Weaver"), (id: "rosa", name: "Rosa Lind"), (id: "carl", name: "Carl Berg"),
        (id: "harbourton", name: "Harbourton"), (id: "northport", name: "Northport"), (id: "ferro", name: "Ferro Works"),
        (id: "depot", name: "Depot Cloud"), (id: "tide", name: "Tide Cloud"), (id: "moon", name: "Moon Base"),
        (id: "orla", name: "Orla Finch"),
    ],
    relations: [
        (id: "mayor-of", like: "mayor-of"), (id: "headquartered-in", like: "headquartered-in"),
        (id: "provider-of", like: "provider-of"), (id: "primary-provider-of", like: "primary-provider-of"),
        (id: "exclusive-provider-of", like: "exclusive-provider-of"), (id: "captain-of", like: "captain-of"),
    ],
    sources: [(id: "gazette", title: "Lind sworn in", publisher: "Town Gazette", published: "2025-05-02")],
    claims: [
        (id: "ann-mayor", subject: "ann", relation: "mayor-of", object: "harbourton", valid: "2021-05-06/2025-05-01", sources: ["gazette"]),
        (id: "rosa-mayor", subject: "rosa", relation: "mayor-of", object: "harbourton", valid: "2025-05-01/..", sources: ["gazette"]),
    ],
)"#;

const SENTENCES: [&str; 18] = [
    "Ann Weaver is the mayor of Harbourton.",
    "Rosa Lind is the mayor of Harbourton.",
    "Carl Berg is the mayor of Harbourton.",
    "Ann Weaver is no longer the mayor of Harbourton.",
    "Until 1 May 2025, Ann Weaver was the mayor of Harbourton.",
    "Rosa Lind is reportedly the mayor of Harbourton.",
    "Carl Berg is the mayor of Northport.",
    "Ferro Works is headquartered in Harbourton.",
    "Ferro Works is headquartered in Northport.",
    "Ferro Works is not headquartered in Northport.",
    "Depot Cloud is a provider of Ferro Works.",
    "Tide Cloud is a provider of Ferro Works.",
    "Depot Cloud is the exclusive provider of Ferro Works.",
    "Depot Cloud is no longer the exclusive provider of Ferro Works.",
    "Depot Cloud is the primary provider of Ferro Works.",
    "Tide Cloud is the exclusive provider of Ferro Works (Town Gazette, 2025).",
    "Wali kota Harbourton adalah Rosa Lind.",
    "Ferro Works berkantor pusat di Harbourton.",
];

fn as_of() -> AsOf {
    AsOf { day: Day::parse("2026-06-01").expect("a day"), known_by: None }
}

fn records() -> Vec<(String, String)> {
    vec![("claims/town.ron".to_owned(), TOWN.to_owned())]
}

/// A point as it is whatever the order of the reports.
fn shape(run: &Run, point: &Point) -> (PointKind, BTreeSet<String>, Vec<String>) {
    let entry = |entry: &erstwhile::model::PointEntry| {
        let path = &run.reconciled.reports[entry.report].path;
        let places: Vec<_> = entry.places.iter().map(|place| place.sentence.span).collect();
        format!("{path} {:?} {:?} {places:?}", entry.bearing, entry.said)
    };
    let claims = point.claims.iter().map(|claim| run.loaded.base.claims.id(*claim).to_owned()).collect();
    (point.kind, point.entries.iter().map(entry).collect(), claims)
}

fn shapes(run: &Run) -> Vec<(PointKind, BTreeSet<String>, Vec<String>)> {
    let mut shapes: Vec<_> = run.reconciled.points.iter().map(|point| shape(run, point)).collect();
    shapes.sort();
    shapes
}

fn reconciled(reports: &[(&str, String)]) -> Run {
    let reports: Vec<(String, String)> =
        reports.iter().map(|(path, text)| ((*path).to_owned(), text.clone())).collect();
    Run::new(records(), &reports, &[], as_of())
}

fn report() -> impl Strategy<Value = String> {
    let date = prop_oneof![Just(""), Just("2024-03-01"), Just("2025-06-01"), Just("2025-06")];
    (date, proptest::collection::vec(0..SENTENCES.len(), 1..5)).prop_map(|(date, sentences)| {
        let head = if date.is_empty() { String::new() } else { format!("---\ndate: {date}\n---\n\n") };
        let text: Vec<&str> = sentences.into_iter().map(|at| SENTENCES[at]).collect();
        format!("{head}{}\n", text.join("\n\n"))
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn order_changes_only_sides(one in report(), other in report()) {
        let straight = reconciled(&[("a.md", one.clone()), ("b.md", other.clone())]);
        let turned = reconciled(&[("b.md", other), ("a.md", one)]);
        prop_assert_eq!(shapes(&straight), shapes(&turned));
    }

    #[test]
    fn a_report_agrees_with_itself(one in report()) {
        let run = reconciled(&[("a.md", one.clone()), ("b.md", one.clone())]);
        let alone = reconciled(&[("a.md", one)]);
        // What one report contradicts in itself, it contradicts in its copy.
        if alone.reconciled.points.iter().all(|point| point.entries.len() == 1) {
            for point in &run.reconciled.points {
                prop_assert_eq!(point.kind, PointKind::Agree, "{:#?}", point);
            }
        }
    }

    #[test]
    fn what_is_unrelated_changes_nothing(one in report(), other in report()) {
        let pair = reconciled(&[("a.md", one.clone()), ("b.md", other.clone())]);
        let third = "Orla Finch is the captain of Moon Base.\n".to_owned();
        let three = reconciled(&[("a.md", one), ("b.md", other), ("c.md", third)]);
        let of_pair: Vec<_> = shapes(&three)
            .into_iter()
            .filter(|(_, entries, _)| !entries.iter().any(|entry| entry.starts_with("c.md")))
            .collect();
        prop_assert_eq!(shapes(&pair), of_pair);
    }

    #[test]
    fn the_same_twice_is_the_same(one in report(), other in report()) {
        let first = reconciled(&[("a.md", one.clone()), ("b.md", other.clone())]);
        let second = reconciled(&[("a.md", one), ("b.md", other)]);
        prop_assert_eq!(first.reconciled, second.reconciled);
    }
}

#[test]
fn cases_do_not_depend_on_the_order_of_reports() {
    for path in cases() {
        let text = fs::read_to_string(&path).expect("a case");
        let Case { records, mut reports, dates } = case(&text);
        let as_of = common::as_of(&text);
        let straight = Run::new(records.clone(), &reports, &dates, as_of);
        reports.reverse();
        let turned = Run::new(records, &reports, &dates, as_of);
        assert_eq!(shapes(&straight), shapes(&turned), "{}", path.display());
    }
}
