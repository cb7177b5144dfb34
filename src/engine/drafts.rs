//! Drafts against the graph: readings with verdicts, and the findings that they come to.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::options::CheckOptions;
use super::settle;
use crate::check::{AboutDraft, Judge, draft_findings};
use crate::draft::{DraftReader, Format, Scratch};
use crate::graph::{AsOf, Graph, View};
use crate::load::Loaded;
use crate::model::{Code, Finding, Reading, Report, Site};
use crate::text::{FileId, Files, Place};
use crate::time::Day;

/// Which day is the present of a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Present {
    /// The day of the run, for all drafts.
    AsOf,
    /// Each draft's own date: was it right when it was written?
    Published,
}

/// What `lint` and `read` are asked to do.
#[derive(Debug, Clone)]
pub struct DraftOptions {
    /// As for `check`.
    pub check: CheckOptions,
    /// Which day is the present of a draft.
    pub present: Present,
}

impl DraftOptions {
    /// The days at which a draft is judged.
    #[must_use]
    pub fn as_of(&self, reading: &Reading) -> AsOf {
        let day = match self.present {
            Present::AsOf => None,
            Present::Published => reading.date.filter(|date| date.is_finite()).map(|date| date.latest),
        };
        AsOf { day: day.unwrap_or(self.check.as_of.day), ..self.check.as_of }
    }
}

/// Reads drafts and gives every assertion its verdict.
#[must_use]
pub fn read_drafts(
    files: &Files,
    loaded: &Loaded,
    drafts: &[FileId],
    options: &DraftOptions,
) -> Vec<Reading> {
    let mut readings = readings(files, loaded, drafts, true);
    judge(loaded, &mut readings, options, &|_, _| ());
    readings
}

/// Lints drafts: reads them, judges them, and settles what is wrong with them.
#[must_use]
pub fn lint(files: &Files, loaded: &Loaded, drafts: &[FileId], options: &DraftOptions) -> Report {
    let mut readings = readings(files, loaded, drafts, false);
    let found = std::sync::Mutex::new(Vec::new());
    judge(loaded, &mut readings, options, &|judge, reading| {
        let findings = of_draft(judge, reading, options);
        if let Ok(mut found) = found.lock() {
            found.extend(findings);
        }
    });
    let found = found.into_inner().unwrap_or_default();
    let by_own_date = options.present == Present::Published;
    Report { by_own_date, ..settle::settle_drafts(files, loaded, &options.check, found, drafts.len()) }
}

fn readings(files: &Files, loaded: &Loaded, drafts: &[FileId], keeps_silent: bool) -> Vec<Reading> {
    let reader = DraftReader::new(&loaded.base);
    let read = |scratch: &mut Scratch, file: &&FileId| {
        let file: &FileId = file;
        let draft = files.get(*file);
        let format = Format::of(draft.path()).unwrap_or(Format::Plain);
        reader.read(scratch, *file, draft.text(), format)
    };
    let wanted: Vec<&FileId> = drafts.iter().filter(|file| files.get(**file).is_read()).collect();
    wanted.par_iter().map_init(|| reader.scratch(keeps_silent), |scratch, file| read(scratch, file)).collect()
}

/// Judges all readings, those of one day together, and hands each on with what judged it.
fn judge(
    loaded: &Loaded,
    readings: &mut [Reading],
    options: &DraftOptions,
    then: &(dyn Fn(&Judge<'_>, &Reading) + Sync),
) {
    let graph = Graph::new(&loaded.base, &loaded.index);
    let mut by_day: BTreeMap<Day, Vec<&mut Reading>> = BTreeMap::new();
    for reading in readings {
        by_day.entry(options.as_of(reading).day).or_default().push(reading);
    }
    for (day, readings) in by_day {
        let view = View::new(&graph, AsOf { day, ..options.check.as_of });
        let judge = Judge::new(&view);
        for reading in readings {
            let assertions = reading.sentences.iter_mut().flat_map(|sentence| &mut sentence.assertions);
            assertions.for_each(|assertion| judge.judge(assertion));
            then(&judge, reading);
        }
    }
}

/// All that is wrong with a draft.
fn of_draft(judge: &Judge<'_>, reading: &Reading, options: &DraftOptions) -> Vec<Finding> {
    let view = judge.view();
    let mut found: Vec<Finding> = Vec::new();
    for (message, span) in &reading.flaws {
        let site = Site::exact(Place { file: reading.file, span: *span });
        let finding =
            Finding::new(Code::MalformedHead, message.clone(), site).label("not read").key(message.clone());
        found.push(finding.help("mend the head of the draft; the text below it was read all the same"));
    }
    if options.present == Present::Published && reading.date.is_none() && !reading.sentences.is_empty() {
        found.push(undated(reading, view.as_of.day));
    }
    for sentence in &reading.sentences {
        let about = AboutDraft { reading, sentence };
        found.extend(sentence.assertions.iter().filter_map(|assertion| judge.finding(about, assertion)));
    }
    found.extend(draft_findings(view, reading));
    found
}

fn undated(reading: &Reading, day: Day) -> Finding {
    let site = Site::exact(Place::new(reading.file, 0, 0));
    let message =
        format!("this draft has no date of its own, so it was judged as of {}", crate::time::day_words(day));
    Finding::new(Code::UndatedDraft, message, site)
        .label("no `date:` in front matter")
        .help("put `date: 2025-01-21` into its front matter, or name a day with `--as-of`")
}
