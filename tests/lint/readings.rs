//! How drafts are read, as data: `tests/readings/<topic>/` holds drafts, each with the readings that are right beside it.
//!
//! A topic may have a workspace of its own (`claims/`, `rules/`); without one the project's claims and rules are used.
//! `name.md.expected` states what is right, `name.md.gaps` what is right and not so yet; `tests/readings/README.md`
//! describes both. `ERSTWHILE_BLESS=1 cargo test --test lint readings` rewrites them without ever dropping what is right:
//! closed gaps move to the expectations, what is no longer so moves to the gaps, and new drafts get what is read today.

mod compare;
mod draft;
mod table;

use std::fs;
use std::path::{Path, PathBuf};

use crate::common::{self, blessing};
use compare::{Outcome, compare};
pub use draft::Topic;
pub use table::Present;
use table::Tables;

fn topics() -> Vec<PathBuf> {
    let entries = fs::read_dir(common::project().join("tests/readings")).expect("the folder of topics");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.retain(|path| path.is_dir());
    paths.sort();
    paths
}

fn drafts(topic: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(topic).expect("a topic");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    let is_draft = |path: &Path| {
        path.extension()
            .is_some_and(|extension| ["md", "txt", "html"].iter().any(|known| extension == *known))
    };
    paths.retain(|path| is_draft(path) && path.file_name().is_some_and(|name| name != "README.md"));
    paths.sort();
    paths
}

/// What is wrong with a draft's reading; rewrites the tables instead when blessing.
fn run(topic: &Topic, path: &Path) -> (Outcome, Vec<String>) {
    let tables = match Tables::open(path) {
        Ok(tables) => tables,
        Err(wrong) => return (Outcome::default(), vec![wrong]),
    };
    let text = fs::read_to_string(path).expect("a draft");
    let read = topic.read(path, &text, tables.day);
    let outcome = compare(&tables, &text, &read);
    if blessing() {
        let blessed = outcome.blessed(&tables);
        blessed.write(path);
        let unexplained = blessed.unexplained();
        return (outcome, unexplained);
    }
    let mut wrong = outcome.complaints();
    wrong.extend(tables.unexplained());
    (outcome, wrong)
}

#[test]
fn drafts_are_read_as_expected() {
    let (mut wrong, mut met, mut gaps, mut count) = (Vec::new(), 0, 0, 0);
    let mut by_topic = String::new();
    for folder in topics() {
        let topic = Topic::open(&folder);
        let (met_before, gaps_before) = (met, gaps);
        for path in drafts(&folder) {
            let (outcome, complaints) = run(&topic, &path);
            let name = path.strip_prefix(common::project()).unwrap_or(&path).display().to_string();
            count += 1;
            met += outcome.met;
            gaps += outcome.open_gaps;
            if !complaints.is_empty() {
                wrong.push(format!("{name}\n{}", complaints.join("\n")));
            }
        }
        let name = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        by_topic.push_str(&format!(
            "{name}: {} as expected, {} known gaps\n",
            met - met_before,
            gaps - gaps_before
        ));
    }
    // Shown with `--nocapture`: how far the reading has come.
    println!("{by_topic}");
    assert!(count >= 12, "{count} drafts");
    assert!(
        wrong.is_empty(),
        "{} drafts are read otherwise than expected (ERSTWHILE_BLESS=1 moves lines between .expected and .gaps)\n\n{}",
        wrong.len(),
        wrong.join("\n\n")
    );
}
