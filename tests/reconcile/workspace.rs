//! A workspace with reports, reconciled from memory.

use std::collections::BTreeMap;
use std::sync::Mutex;

use erstwhile::draft::{DraftReader, SharedLanguages};
use erstwhile::engine::{self, CheckOptions, DraftOptions, Present, Selection};
use erstwhile::graph::AsOf;
use erstwhile::load::{self, Loaded};
use erstwhile::model::Reconciled;
use erstwhile::render::reconcile::{ReconcileFormat, render};
use erstwhile::render::{Context, Style};
use erstwhile::text::{File, FileId, Files};
use erstwhile::time::parse_date;
use erstwhile::words::{Choice, Words, language};

use crate::common;

/// Reports that were reconciled, with what words them.
pub struct Run {
    pub files: Files,
    pub loaded: Loaded,
    pub reconciled: Reconciled,
}

impl Run {
    /// Reconciles reports, each a path and its text, against files of claims and rules, or against none, with the shipped relations;
    /// `dates` are told from outside.
    pub fn new(
        records: Vec<(String, String)>,
        reports: &[(String, String)],
        dates: &[(String, String)],
        as_of: AsOf,
    ) -> Self {
        let is_bare = records.is_empty();
        let records = if is_bare { vec![shipped_relations()] } else { records };
        let key = records.clone();
        let mut files = common::workspace(records);
        let mut loaded = load::load(&files);
        assert!(loaded.findings.is_empty(), "{:?}", loaded.findings);
        let drafts: Vec<FileId> =
            reports.iter().map(|(path, text)| files.add(File::new(path.as_str(), text.as_str()))).collect();
        let shared = languages(key, &loaded);
        if is_bare {
            engine::name_entities(&files, &mut loaded, &drafts, Some(shared.clone()));
        }
        let told = dates.iter().filter_map(|(path, date)| {
            let at = reports.iter().position(|(known, _)| known == path)?;
            Some((drafts[at], parse_date(date).expect("a date")))
        });
        let told: BTreeMap<_, _> = told.collect();
        let check = CheckOptions { command: "reconcile", as_of, selection: Selection::default() };
        let options = DraftOptions { check, present: Present::AsOf };
        let reconciled = engine::reconcile(&files, &loaded, &drafts, told, Some(shared), &options);
        engine::choose_words(&files, &mut loaded.base, &drafts);
        Self { files, loaded, reconciled }
    }

    /// The result in a format, in the words of one language.
    pub fn written(&self, format: ReconcileFormat, code: &str) -> String {
        let choice = Choice { forced: language(code), ..Choice::default() };
        let context = Context {
            files: &self.files,
            words: Words::new(&self.loaded.base, choice),
            style: Style::default(),
        };
        let mut out = Vec::new();
        let style = Style { width: 110, ..Style::default() };
        render(format, &self.reconciled, &context, style, &mut out).expect("memory to write to");
        String::from_utf8(out).expect("text")
    }
}

/// Languages as they are compiled for these records: most of what a short report takes, and the same for all of them.
fn languages(records: Vec<(String, String)>, loaded: &Loaded) -> SharedLanguages {
    static ALL: Mutex<BTreeMap<Vec<(String, String)>, SharedLanguages>> = Mutex::new(BTreeMap::new());
    let compile = || {
        let mut reader = DraftReader::new(&loaded.base);
        reader.read_plans();
        reader.shared_languages()
    };
    ALL.lock().expect("no run failed here").entry(records).or_insert_with(compile).clone()
}

/// A file with all shipped relations, as `reconcile` takes them where there is no workspace.
fn shipped_relations() -> (String, String) {
    ("rules/all.ron".to_owned(), load::shipped().relations(|_| true))
}
