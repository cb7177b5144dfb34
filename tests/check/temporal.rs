//! Counts of faults in dated facts, relation by relation: a small extract with known counts, and, where they are at hand,
//! the three large sets of `../shared/acceptance/temporal`.
//!
//! Each set is checked as a workspace by the program itself, every relation declared functional. What should be counted
//! is beside the facts; nothing is worked out here.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// The facts of the extract: each relation has its faults counted in [`EXPECTED`].
const FACTS: &str = r#"{"id": "m1", "subject": "harbour", "relation": "run-by", "object": "ann", "from": "1990", "until": "1994-05"}
{"id": "m2", "subject": "harbour", "relation": "run-by", "object": "bob", "from": "1994-05", "until": "1999"}
{"id": "m3", "subject": "harbour", "relation": "run-by", "object": "cid", "from": "1999-03", "until": "2004-01-01"}
{"id": "m4", "subject": "harbour", "relation": "run-by", "object": "dee", "from": "2003-06-01", "until": "2010"}
{"id": "m5", "subject": "harbour", "relation": "run-by", "object": "eve", "from": "2010", "until": null}
{"id": "m6", "subject": "mill", "relation": "run-by", "object": "ann", "from": "1994-06", "until": "1993"}
{"id": "m7", "subject": "mill", "relation": "run-by", "object": "bob", "from": "199", "until": "1995"}
{"id": "m8", "subject": "quay", "relation": "run-by", "object": "ann", "from": "1990", "until": "2004"}
{"id": "m9", "subject": "quay", "relation": "run-by", "object": "bob", "from": "2004-03-01", "until": null}
{"id": "m10", "subject": "pier", "relation": "run-by", "object": "ann", "from": "2012-05-03", "until": null}
{"id": "m11", "subject": "pier", "relation": "run-by", "object": "bob", "from": "2012-05-03", "until": null}
{"id": "o1", "subject": "ann", "relation": "owns", "object": "barge", "from": "1980-01-01", "until": "1985-01-01"}
{"id": "o2", "subject": "ann", "relation": "owns", "object": "ferry", "from": "1985-01-01", "until": "1990-01-01"}
{"id": "o3", "subject": "ann", "relation": "owns", "object": "barge", "from": "1982", "until": "1983"}
{"id": "o4", "subject": "ann", "relation": "owns", "object": "skiff", "from": "1984", "until": "198X"}
{"id": "o5", "subject": "bob", "relation": "owns", "object": "skiff", "from": null, "until": "1970"}
{"id": "o6", "subject": "bob", "relation": "owns", "object": "raft", "from": "1960", "until": "1961-02-30"}
{"id": "w1", "subject": "cid", "relation": "won", "object": "cup", "from": "2001", "until": "2001"}
{"id": "w2", "subject": "cid", "relation": "won", "object": "prize", "from": "2001-03-01", "until": "2001-03-01"}
"#;

/// Relation, malformed, inverted, contradictions, possible ones. By `count_classes.py` of the acceptance data.
const EXPECTED: [(&str, Counts); 3] =
    [("run-by", [1, 1, 2, 2]), ("owns", [1, 0, 1, 1]), ("won", [0, 0, 0, 1])];

/// Malformed, inverted, contradictions, possible ones.
type Counts = [u64; 4];

const CODES: [&str; 4] = ["malformed-date", "inverted-period", "contradiction", "possible-contradiction"];

/// What the program counts in these facts, by relation, and how many claims it read.
fn counted(facts: &str) -> (BTreeMap<String, Counts>, u64) {
    let mut relation_of = BTreeMap::new();
    for line in facts.lines() {
        let fact: Value = serde_json::from_str(line).expect("a fact a line");
        let text = |field: &str| fact[field].as_str().expect("text").to_owned();
        relation_of.insert(text("id"), text("relation"));
    }
    let relations: BTreeSet<&String> = relation_of.values().collect();
    let mut counts: BTreeMap<String, Counts> =
        relations.iter().map(|name| ((*name).clone(), [0; 4])).collect();
    let report = checked(facts, &relations);
    for finding in report["findings"].as_array().expect("findings") {
        let Some(at) = CODES.iter().position(|code| finding["code"] == *code) else { continue };
        let claim = finding["claims"][0].as_str().expect("a claim");
        let of_relation = counts.get_mut(&relation_of[claim]).expect("its relation");
        of_relation[at] += finding["pairs"].as_u64().expect("pairs");
    }
    (counts, report["summary"]["claims"].as_u64().expect("a count"))
}

/// The report on a workspace of these facts.
fn checked(facts: &str, relations: &BTreeSet<&String>) -> Value {
    asked(facts, relations, &["check", "--output-format", "json", "--select", &CODES.join(",")])
}

/// What a command says of a workspace of these facts.
fn asked(facts: &str, relations: &BTreeSet<&String>, command: &[&str]) -> Value {
    let folder = tempfile::tempdir().expect("a folder");
    for name in ["claims", "rules"] {
        fs::create_dir(folder.path().join(name)).expect("a folder");
    }
    let records: String =
        relations.iter().map(|name| format!("(id: \"{name}\", functional: true),\n")).collect();
    fs::write(folder.path().join("rules/relations.ron"), format!("(relations: [\n{records}])\n"))
        .expect("rules");
    fs::write(folder.path().join("claims/facts.jsonl"), facts).expect("claims");
    let output = Command::new(env!("CARGO_BIN_EXE_erstwhile"))
        .args(command)
        .current_dir(folder.path())
        .output()
        .expect("the program runs");
    // Facts with malformed dates make what needs all of them incomplete.
    assert!(
        output.status.code().is_some_and(|code| code <= 2),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    serde_json::from_slice(&output.stdout).expect("a report")
}

#[test]
fn the_extract_has_its_counts() {
    let (counts, claims) = counted(FACTS);
    assert_eq!(claims, FACTS.lines().count() as u64);
    assert_eq!(counts, EXPECTED.iter().map(|(name, counts)| ((*name).to_owned(), *counts)).collect());
}

/// Where the acceptance data lie, if they are at hand.
fn acceptance() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/acceptance/temporal");
    let there = folder.is_dir();
    if !there {
        eprintln!("skipped: there is no folder {}", folder.display());
    }
    there.then_some(folder)
}

/// A compressed file's text; none without the data or without `gzip`.
fn unpacked(name: &str) -> Option<(String, Value)> {
    let folder = acceptance()?;
    let output = Command::new("gzip").arg("-dc").arg(folder.join(format!("{name}.jsonl.gz"))).output();
    let Ok(output) = output else {
        eprintln!("skipped: `gzip` is not installed, which unpacks {name}.jsonl.gz");
        return None;
    };
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let expected = fs::read_to_string(folder.join(format!("{name}.renewed.json"))).expect("the counts");
    Some((String::from_utf8(output.stdout).expect("text"), serde_json::from_str(&expected).expect("JSON")))
}

fn agrees_with_the_acceptance_data(name: &str) {
    let Some((facts, expected)) = unpacked(name) else { return };
    let (counts, claims) = counted(&facts);
    let number = |value: &Value| value.as_u64().expect("a count");
    let relations = expected["relations"].as_object().expect("relations");
    let of = |counts: &Value| {
        ["malformed", "inverted", "contradiction", "possible"].map(|class| number(&counts[class]))
    };
    let expected_counts: BTreeMap<String, Counts> =
        relations.iter().map(|(name, counts)| (name.clone(), of(counts))).collect();
    assert_eq!(claims, number(&expected["totals"]["facts"]));
    println!(
        "{name}: {claims} facts; by relation malformed, inverted, contradictions, possible ones: {counts:?}"
    );
    assert_eq!(counts, expected_counts);
}

/// Contradictions, clusters, claims of the largest, and the fewest that must be dropped.
type RepairCounts = [u64; 4];

/// The repairs of these facts where claims are only dropped, by relation.
fn repaired(facts: &str) -> BTreeMap<String, RepairCounts> {
    let relation_of: BTreeMap<String, String> = facts
        .lines()
        .map(|line| {
            let fact: Value = serde_json::from_str(line).expect("a fact a line");
            let text = |field: &str| fact[field].as_str().expect("text").to_owned();
            (text("id"), text("relation"))
        })
        .collect();
    let relations: BTreeSet<&String> = relation_of.values().collect();
    let flags = ["reconcile", "--drop-only", "--prefer", "fewest", "--output-format", "json"];
    let found = asked(facts, &relations, &flags);
    let mut counts: BTreeMap<String, RepairCounts> = BTreeMap::new();
    for repair in found["repairs"].as_array().expect("repairs") {
        assert_eq!(repair["optimal"], true, "{repair}");
        let claims = repair["claims"].as_array().expect("claims");
        let number = |field: &str| repair[field].as_u64().expect("a count");
        let of = counts.entry(relation_of[claims[0].as_str().expect("an id")].clone()).or_default();
        of[0] += number("contradictions");
        of[1] += 1;
        of[2] = of[2].max(claims.len() as u64);
        of[3] += number("drops");
    }
    counts
}

#[test]
fn the_extract_has_its_repairs() {
    let expected = [("owns", [1, 1, 2, 1]), ("run-by", [2, 2, 2, 2])];
    assert_eq!(repaired(FACTS), expected.map(|(name, counts)| (name.to_owned(), counts)).into());
}

#[test]
fn yago_has_its_repairs() {
    let Some((facts, _)) = unpacked("yago11k") else { return };
    let folder = acceptance().expect("the data were unpacked");
    let expected = fs::read_to_string(folder.join("yago11k.repairs.json")).expect("the counts");
    let expected: Value = serde_json::from_str(&expected).expect("JSON");
    let of = |counts: &Value| {
        ["edges", "components", "largest_component", "fewest_deletions"]
            .map(|field| counts[field].as_u64().expect("a count"))
    };
    let relations = expected["relations"].as_object().expect("relations");
    let expected: BTreeMap<String, RepairCounts> =
        relations.iter().map(|(name, counts)| (name.clone(), of(counts))).collect();
    assert_eq!(repaired(&facts), expected);
}

#[test]
fn yago_has_its_counts() {
    agrees_with_the_acceptance_data("yago11k");
}

#[test]
fn congress_has_its_counts() {
    agrees_with_the_acceptance_data("congress");
}

#[test]
fn seats_of_congress_have_their_counts() {
    agrees_with_the_acceptance_data("congress-seats");
}
