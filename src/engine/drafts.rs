//! Drafts against the graph: readings with verdicts, and the findings that they come to.

use std::collections::BTreeMap;
use std::sync::Mutex;

use rayon::prelude::*;
use rustc_hash::FxHashSet;

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
    let graph = Graph::new(&loaded.base, &loaded.index);
    let desk = Desk::new(loaded, &graph, options, true);
    let mut readings = desk.readings(files, drafts);
    desk.judge(&mut readings, &|_, _| ());
    readings
}

/// Reads drafts of which `next` adds some at a time to the files, and what could not be read of them to the findings that
/// are given back; hands each lot of readings to `then`, after which the text of those drafts is given back.
///
/// # Errors
///
/// What `then` reports, which ends the reading.
pub fn read_in_turn<E>(
    files: &mut Files,
    loaded: &Loaded,
    options: &DraftOptions,
    mut next: impl FnMut(&mut Files, &mut Vec<Finding>) -> Option<Vec<FileId>>,
    mut then: impl FnMut(&Files, &[Reading]) -> Result<(), E>,
) -> Result<Vec<Finding>, E> {
    let graph = Graph::new(&loaded.base, &loaded.index);
    let desk = Desk::new(loaded, &graph, options, true);
    let mut unread = Vec::new();
    while let Some(drafts) = next(files, &mut unread) {
        let mut readings = desk.readings(files, &drafts);
        desk.judge(&mut readings, &|_, _| ());
        then(files, &readings)?;
        for reading in readings {
            files.forget(reading.file);
        }
    }
    Ok(unread)
}

/// Lints drafts: reads them, judges them, and settles what is wrong with them.
#[must_use]
pub fn lint(files: &Files, loaded: &Loaded, drafts: &[FileId], options: &DraftOptions) -> Report {
    let graph = Graph::new(&loaded.base, &loaded.index);
    let found = Desk::new(loaded, &graph, options, false).findings(files, drafts);
    settled(files, loaded, options, found, drafts.len())
}

/// Lints drafts of which `next` adds some at a time to the files, and what could not be read of them to the findings; of
/// those in which nothing is found the text is given back, so that memory does not grow with the drafts.
#[must_use]
pub fn lint_in_turn(
    files: &mut Files,
    loaded: &Loaded,
    options: &DraftOptions,
    mut next: impl FnMut(&mut Files, &mut Vec<Finding>) -> Option<Vec<FileId>>,
) -> Report {
    let graph = Graph::new(&loaded.base, &loaded.index);
    let desk = Desk::new(loaded, &graph, options, false);
    let (mut found, mut count) = (Vec::new(), 0);
    while let Some(drafts) = next(files, &mut found) {
        count += drafts.len();
        let mut more = desk.findings(files, &drafts);
        let places = more.iter().flat_map(|finding| {
            let related = finding.related.iter().map(|related| related.site.place.file);
            related.chain([finding.site.place.file])
        });
        let shown: FxHashSet<FileId> = places.collect();
        for draft in drafts.into_iter().filter(|draft| !shown.contains(draft)) {
            // What could not be read is shown too.
            if files.get(draft).is_read() {
                files.forget(draft);
            }
        }
        found.append(&mut more);
    }
    settled(files, loaded, options, found, count)
}

fn settled(
    files: &Files,
    loaded: &Loaded,
    options: &DraftOptions,
    found: Vec<Finding>,
    drafts: usize,
) -> Report {
    let by_own_date = options.present == Present::Published;
    Report { by_own_date, ..settle::settle_drafts(files, loaded, &options.check, found, drafts) }
}

/// All that drafts are read and judged with, made once for all of them.
pub(super) struct Desk<'a> {
    loaded: &'a Loaded,
    reader: DraftReader<'a>,
    graph: &'a Graph<'a>,
    options: &'a DraftOptions,
    /// What holds on the day of the run, where that is the present of all drafts.
    view: Option<View<'a>>,
    /// Sentences are wanted too that assert nothing.
    keeps_silent: bool,
    /// What threads have learnt of words and no thread needs at the moment.
    scratches: Mutex<Vec<Scratch>>,
}

impl<'a> Desk<'a> {
    pub(super) fn new(
        loaded: &'a Loaded,
        graph: &'a Graph<'a>,
        options: &'a DraftOptions,
        keeps_silent: bool,
    ) -> Self {
        let view = (options.present == Present::AsOf).then(|| View::new(graph, options.check.as_of));
        let reader = DraftReader::new(&loaded.base);
        Self { loaded, reader, graph, options, view, keeps_silent, scratches: Mutex::new(Vec::new()) }
    }

    pub(super) fn readings(&self, files: &Files, drafts: &[FileId]) -> Vec<Reading> {
        let read = |file: &FileId| {
            let draft = files.get(*file);
            let format = Format::of(draft.path()).unwrap_or(Format::Plain);
            let kept = self.scratches.lock().ok().and_then(|mut kept| kept.pop());
            let mut scratch = kept.unwrap_or_else(|| self.reader.scratch(self.keeps_silent));
            let reading = self.reader.read(&mut scratch, *file, draft.text(), format);
            if let Ok(mut kept) = self.scratches.lock() {
                kept.push(scratch);
            }
            reading
        };
        let drafts: Vec<FileId> =
            drafts.iter().copied().filter(|draft| files.get(*draft).is_read()).collect();
        match drafts.as_slice() {
            [one] => vec![read(one)],
            many => many.par_iter().map(read).collect(),
        }
    }

    /// Judges all readings, those of one day together, and hands each on with what judged it.
    pub(super) fn judge(&self, readings: &mut [Reading], then: &(dyn Fn(&Judge<'_>, &Reading) + Sync)) {
        if let Some(view) = &self.view {
            return judge_all(view, readings.iter_mut().collect(), then);
        }
        let mut by_day: BTreeMap<Day, Vec<&mut Reading>> = BTreeMap::new();
        for reading in readings {
            by_day.entry(self.options.as_of(reading).day).or_default().push(reading);
        }
        for (day, readings) in by_day {
            let view = View::new(self.graph, AsOf { day, ..self.options.check.as_of });
            judge_all(&view, readings, then);
        }
    }

    /// All that is wrong with drafts and wanted.
    fn findings(&self, files: &Files, drafts: &[FileId]) -> Vec<Finding> {
        let mut readings = self.readings(files, drafts);
        let found = Mutex::new(Vec::new());
        self.judge(&mut readings, &|judge, reading| {
            let findings = of_draft(judge, reading, self.options);
            if let Ok(mut found) = found.lock() {
                found.extend(findings);
            }
        });
        let mut found = found.into_inner().unwrap_or_default();
        settle::keep_wanted(&mut found, self.loaded, &self.options.check);
        found
    }
}

/// Judges what was read of drafts that have one present.
fn judge_all(view: &View<'_>, readings: Vec<&mut Reading>, then: &(dyn Fn(&Judge<'_>, &Reading) + Sync)) {
    let judge = Judge::new(view);
    for reading in readings {
        let assertions = reading.sentences.iter_mut().flat_map(|sentence| &mut sentence.assertions);
        assertions.for_each(|assertion| judge.judge(assertion));
        then(&judge, reading);
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
