//! Reports as data: each file of `tests/reconcile/pairs/` holds a small workspace, the reports, and all that is said of them.
//!
//! A case is Markdown: prose that says what it shows, the files as fenced blocks with `path=` (reports are those that are no RON,
//! perhaps with `date=`), the day on a line `as-of: 2026-01-01`, and two blocks `report`, the first in English, the second in
//! Indonesian. `ERSTWHILE_BLESS=1 cargo test --test reconcile pairs` writes what the program says now; read the difference.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use erstwhile::render::reconcile::{ReconcileFormat, SCHEMA};
use serde_json::Value;

use crate::common::{self, Fence, all_agree, as_of, blessing, fences, held};
use crate::workspace::Run;

static VALIDATOR: LazyLock<jsonschema::Validator> = LazyLock::new(|| {
    let schema: Value = serde_json::from_str(SCHEMA).expect("the schema is JSON");
    assert!(jsonschema::meta::is_valid(&schema));
    jsonschema::draft202012::new(&schema).expect("a valid schema")
});

pub fn cases() -> Vec<PathBuf> {
    let folder = common::project().join("tests/reconcile/pairs");
    let entries = fs::read_dir(folder).expect("the folder of pairs");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "md"));
    paths.sort();
    paths
}

/// The files of records, the reports, and the dates that are told of them.
pub struct Case {
    pub records: Vec<(String, String)>,
    pub reports: Vec<(String, String)>,
    pub dates: Vec<(String, String)>,
}

/// What a case holds. With `records: project` its reports are read against the claims of this project.
pub fn case(text: &str) -> Case {
    let all = fences(text);
    let (reports, records): (Vec<Fence>, Vec<Fence>) = all.into_iter().partition(Fence::is_draft);
    let dates = reports.iter().filter_map(|fence| {
        Some((fence.attributes.get("path")?.clone(), fence.attributes.get("date")?.clone()))
    });
    let dates = dates.collect();
    let mut records = held(&records);
    if common::setting(text, "records").as_deref() == Some("project") {
        records.extend(of_project());
    }
    Case { records, reports: held(&reports), dates }
}

/// The claims and rules of this project.
fn of_project() -> Vec<(String, String)> {
    let mut files = Vec::new();
    for folder in ["claims", "rules"] {
        let entries = fs::read_dir(common::project().join(folder)).expect("a folder");
        for path in entries.map(|entry| entry.expect("an entry").path()) {
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            let is_own = path.extension().is_some_and(|extension| extension == "ron")
                && !["concepts.ron", "standard.ron"].contains(&name.as_str());
            if is_own {
                files.push((format!("{folder}/{name}"), fs::read_to_string(&path).expect("a file")));
            }
        }
    }
    files
}

/// What is wrong with a case; rewrites it instead when blessing.
fn run(path: &Path) -> Option<String> {
    let name = path.display();
    let text = fs::read_to_string(path).expect("a case");
    let expected: Vec<Fence> = fences(&text).into_iter().filter(|fence| fence.language == "report").collect();
    let [english, indonesian] = expected.as_slice() else {
        return Some(format!("{name}: it needs two blocks ```report"));
    };
    let Case { records, reports, dates } = case(&text);
    let run = Run::new(records, &reports, &dates, as_of(&text));
    let json: Value = serde_json::from_str(&run.written(ReconcileFormat::Json, "en")).expect("JSON");
    let errors: Vec<String> = VALIDATOR.iter_errors(&json).map(|error| format!("{name}: {error}")).collect();
    if !errors.is_empty() {
        return Some(errors.join("\n"));
    }
    let (in_english, in_indonesian) =
        (run.written(ReconcileFormat::Full, "en"), run.written(ReconcileFormat::Full, "id"));
    if in_english == english.text && in_indonesian == indonesian.text {
        return None;
    }
    if blessing() {
        let blessed = [
            &text[..english.range.start],
            &in_english,
            &text[english.range.end..indonesian.range.start],
            &in_indonesian,
            &text[indonesian.range.end..],
        ];
        fs::write(path, blessed.concat()).expect("the case rewritten");
        return None;
    }
    Some(format!("{name}\n--- got\n{in_english}\n{in_indonesian}"))
}

#[test]
fn reports_are_reconciled_as_expected() {
    all_agree(&cases(), 10, run);
}
