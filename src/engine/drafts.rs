//! Drafts against the graph: readings with verdicts, and their findings.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use rayon::prelude::*;
use rustc_hash::FxHashSet;

use super::accept::accept_in_draft;
use super::annotated::JudgedDraft;
use super::draft_findings::of_draft;
use super::options::{DraftOptions, Present};
use super::policy::Policy;
use super::settle;
use crate::check::{DraftAsSource, Judge};
use crate::draft::{DraftDays, DraftReader, Format, Scratch};
use crate::graph::{AsOf, Graph, View};
use crate::load::Loaded;
use crate::model::{AsOfPolicy, Code, Coverage, Finding, ReadSentence, Reading, Report, Summary, Unjudged};
use crate::text::{FileId, Files};
use crate::time::{Bound, Day};

/// Reads drafts and gives every assertion its verdict.
#[must_use]
pub fn read_drafts(
    files: &Files,
    loaded: &Loaded,
    drafts: &[FileId],
    options: &DraftOptions,
) -> Vec<Reading> {
    let graph = Graph::new(&loaded.base, &loaded.index);
    let pipeline = DraftPipeline::new(loaded, &graph, options, true);
    let mut readings = pipeline.readings(files, drafts);
    pipeline.judge(files, &mut readings, &|_, _, _| ());
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
    let pipeline = DraftPipeline::new(loaded, &graph, options, true);
    let mut unread = Vec::new();
    while let Some(drafts) = next(files, &mut unread) {
        let mut readings = pipeline.readings(files, &drafts);
        pipeline.judge(files, &mut readings, &|_, _, _| ());
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
    DraftPipeline::new(loaded, &graph, options, wants_silent(loaded, options)).lint(files, drafts).0
}

/// Lints drafts of which `next` adds some at a time to the files, and what could not be read of them to the findings; of
/// those in which nothing is found the text is given back, so that memory does not grow with the drafts.
#[must_use]
pub fn lint_in_turn(
    files: &mut Files,
    loaded: &Loaded,
    options: &DraftOptions,
    next: impl FnMut(&mut Files, &mut Vec<Finding>) -> Option<Vec<FileId>>,
) -> Report {
    lint_in_turn_seeing(files, loaded, options, next, |_, _| ())
}

/// The same, with what is needed besides the report to show the drafts as a whole.
#[must_use]
pub fn lint_in_turn_for_page(
    files: &mut Files,
    loaded: &Loaded,
    options: &DraftOptions,
    next: impl FnMut(&mut Files, &mut Vec<Finding>) -> Option<Vec<FileId>>,
) -> (Report, Vec<JudgedDraft>) {
    let graph = Graph::new(&loaded.base, &loaded.index);
    let mut pipeline = DraftPipeline::new(loaded, &graph, options, wants_silent(loaded, options));
    pipeline.is_for_page = true;
    let mut found = pipeline.find_in_turn(files, next, |_, _| ());
    let judged = std::mem::take(&mut found.judged);
    (settled(files, loaded, options, found), judged)
}

/// The same, and `see` is shown each lot of readings with their verdicts while the text of the drafts is there.
#[must_use]
pub fn lint_in_turn_seeing(
    files: &mut Files,
    loaded: &Loaded,
    options: &DraftOptions,
    next: impl FnMut(&mut Files, &mut Vec<Finding>) -> Option<Vec<FileId>>,
    see: impl FnMut(&Files, &[Reading]),
) -> Report {
    let graph = Graph::new(&loaded.base, &loaded.index);
    let found = DraftPipeline::new(loaded, &graph, options, wants_silent(loaded, options))
        .find_in_turn(files, next, see);
    settled(files, loaded, options, found)
}

/// What was found in drafts so far.
#[derive(Debug, Default)]
struct FoundInDrafts {
    findings: Vec<Finding>,
    counts: Summary,
    /// How many drafts were judged by their own date.
    by_own_date: usize,
    /// How much of them was looked at.
    coverage: Coverage,
    /// Those with sentences of which none got a verdict.
    unjudged: Unjudged,
    /// What a page needs of each draft, if there is to be one.
    judged: Vec<JudgedDraft>,
}

impl FoundInDrafts {
    /// Adds how much of a draft was looked at.
    fn cover(&mut self, reading: &Reading, files: &Files) {
        let of_draft = reading.coverage();
        self.coverage = self.coverage + of_draft;
        if of_draft.sentences > 0 && !reading.sentences.iter().any(ReadSentence::is_judged) {
            self.unjudged.note(files.get(reading.file).path());
        }
    }
}

fn settled(files: &Files, loaded: &Loaded, options: &DraftOptions, found: FoundInDrafts) -> Report {
    let FoundInDrafts { findings, counts, by_own_date, coverage, mut unjudged, .. } = found;
    unjudged.settle();
    let report = settle::settle_drafts(files, loaded, &options.check, findings, counts);
    Report { by_own_date, coverage, unjudged, ..report }
}

/// Whether sentences that assert nothing are wanted too: those that could not be judged are reported only on request.
fn wants_silent(loaded: &Loaded, options: &DraftOptions) -> bool {
    Policy::new(&loaded.base.config, &options.check).is_ever_made(Code::Unknown)
}

/// All that drafts are read and judged with, made once for all of them.
#[derive(Debug)]
pub struct DraftPipeline<'a> {
    loaded: &'a Loaded,
    pub(super) reader: DraftReader<'a>,
    graph: &'a Graph<'a>,
    options: &'a DraftOptions,
    policy: Policy<'a>,
    /// What holds on the day of the run, where that is the present of all drafts.
    view: Option<View<'a>>,
    /// Sentences are wanted too that assert nothing.
    keeps_silent: bool,
    /// The drafts are to be shown as a whole.
    is_for_page: bool,
    /// The dates of drafts that are told from outside.
    pub told: BTreeMap<FileId, Bound>,
    /// What threads have learnt of words and no thread needs at the moment.
    scratches: Mutex<Vec<Scratch>>,
}

impl<'a> DraftPipeline<'a> {
    /// `silent`: sentences are wanted too that assert nothing.
    #[must_use]
    pub fn new(loaded: &'a Loaded, graph: &'a Graph<'a>, options: &'a DraftOptions, silent: bool) -> Self {
        let policy = Policy::new(&loaded.base.config, &options.check);
        let view = (options.present != Present::Published).then(|| View::new(graph, options.check.as_of));
        let reader = DraftReader::new(&loaded.base);
        Self {
            loaded,
            reader,
            graph,
            options,
            policy,
            view,
            keeps_silent: silent,
            is_for_page: false,
            told: BTreeMap::new(),
            scratches: Mutex::default(),
        }
    }

    /// Lints drafts, and gives how they were read.
    #[must_use]
    pub fn lint(&self, files: &Files, drafts: &[FileId]) -> (Report, Vec<Reading>) {
        let mut found = FoundInDrafts::default();
        let readings = self.add_findings(files, drafts, &mut found);
        (settled(files, self.loaded, self.options, found), readings)
    }

    /// Reads drafts, without verdicts.
    #[must_use]
    pub fn readings(&self, files: &Files, drafts: &[FileId]) -> Vec<Reading> {
        let read = |file: &FileId| {
            let (draft, path) = (files.get(*file), files.path_from_root(*file));
            let format = Format::of(draft.path()).unwrap_or(Format::Plain);
            let kept = self.scratches.lock().ok().and_then(|mut kept| kept.pop());
            let mut scratch = kept.unwrap_or_else(|| self.reader.scratch(self.keeps_silent));
            // "Today" in a draft without a date.
            let today = match self.present(files, *file) {
                AsOfPolicy::Day(day) => day,
                _ => self.options.check.as_of.day,
            };
            let days = DraftDays { today, told: self.told.get(file).copied() };
            let reading = self.reader.read(&mut scratch, *file, &path, draft.text(), format, days);
            let _ = self.scratches.lock().map(|mut kept| kept.push(scratch));
            reading
        };
        let drafts: Vec<FileId> =
            drafts.iter().copied().filter(|draft| files.get(*draft).is_read()).collect();
        match drafts.as_slice() {
            [one] => vec![read(one)],
            many => many.par_iter().map(read).collect(),
        }
    }

    /// What is the present of a draft.
    fn present(&self, files: &Files, draft: FileId) -> AsOfPolicy {
        match self.options.present {
            Present::AsOf => AsOfPolicy::Today,
            Present::Published => AsOfPolicy::Published,
            Present::Configured => self.policy.as_of(files, draft),
        }
    }

    /// Judges all readings, those of one day together, and hands each on with what judged it.
    pub fn judge(
        &self,
        files: &Files,
        readings: &mut [Reading],
        then: &(dyn Fn(&Judge<'_>, &Reading, AsOfPolicy) + Sync),
    ) {
        let run = self.options.check.as_of.day;
        let mut by_day: BTreeMap<Day, Vec<(&mut Reading, AsOfPolicy)>> = BTreeMap::new();
        for reading in readings {
            let present = self.present(files, reading.file);
            let own = reading.date.filter(|date| date.is_finite()).map(|date| date.latest);
            let day = match present {
                AsOfPolicy::Today => run,
                AsOfPolicy::Published => own.unwrap_or(run),
                AsOfPolicy::Day(day) => day,
            };
            reading.as_of = Some(day);
            by_day.entry(day).or_default().push((reading, present));
        }
        for (day, readings) in by_day {
            match self.view.as_ref().filter(|_| day == run) {
                Some(view) => judge_all(view, readings, then),
                None => {
                    let view = View::new(self.graph, AsOf { day, ..self.options.check.as_of });
                    judge_all(&view, readings, then);
                }
            }
        }
    }

    /// Finds all that is wrong with drafts that come a few at a time.
    fn find_in_turn(
        &self,
        files: &mut Files,
        mut next: impl FnMut(&mut Files, &mut Vec<Finding>) -> Option<Vec<FileId>>,
        mut see: impl FnMut(&Files, &[Reading]),
    ) -> FoundInDrafts {
        let mut found = FoundInDrafts::default();
        loop {
            let before = found.findings.len();
            let Some(drafts) = next(files, &mut found.findings) else { return found };
            let readings = self.add_findings(files, &drafts, &mut found);
            see(files, &readings);
            let places = found.findings[before..].iter().flat_map(|finding| {
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
        }
    }

    /// Adds all that is wrong with drafts and wanted, and gives how they were read.
    fn add_findings(&self, files: &Files, drafts: &[FileId], found: &mut FoundInDrafts) -> Vec<Reading> {
        let mut readings = self.readings(files, drafts);
        let gathered = Mutex::new(std::mem::take(found));
        self.judge(files, &mut readings, &|judge, reading, present| {
            let mut findings = of_draft(judge, reading, present, files.get(reading.file).text());
            let (suppressed, unsure) = self.settle_draft(files, reading, &mut findings);
            let judged =
                self.is_for_page.then(|| JudgedDraft::new(judge, reading, self.options.check.as_of.day));
            if let Ok(mut gathered) = gathered.lock() {
                gathered.findings.append(&mut findings);
                gathered.judged.extend(judged);
                gathered.counts.suppressed += suppressed;
                gathered.counts.unsure += unsure;
                gathered.cover(reading, files);
                gathered.by_own_date +=
                    usize::from(present == AsOfPolicy::Published && reading.date.is_some());
            }
        });
        *found = gathered.into_inner().unwrap_or_default();
        found.counts.files += drafts.len();
        readings
    }

    /// Keeps of the findings about a draft those that are wanted, with the severity that counts and what to write to accept
    /// them. Gives how many are accepted, and how many come from a reading that is not sure enough.
    pub fn settle_draft(
        &self,
        files: &Files,
        reading: &Reading,
        findings: &mut Vec<Finding>,
    ) -> (usize, usize) {
        findings.retain_mut(|finding| {
            self.policy.is_asked_for(files, finding) && self.policy.is_on(files, finding)
        });
        let options = &self.options.check;
        let suppressed = if options.selection.shows_accepted {
            0
        } else {
            accept_in_draft(findings, reading, files, self.loaded, &self.policy, options.as_of.day)
        };
        let before = findings.len();
        findings.retain(|finding| self.policy.is_sure(files, finding));
        let language: Arc<str> = reading.language.as_str().into();
        for finding in findings.iter_mut() {
            finding.language = Some(Arc::clone(&language));
            let at = reading.sentence_at(finding.site.place.span);
            finding.sentence = at.map(|at| reading.sentences[at].span);
        }
        (suppressed, before - findings.len())
    }
}

/// Judges what was read of drafts that have one present.
fn judge_all(
    view: &View<'_>,
    readings: Vec<(&mut Reading, AsOfPolicy)>,
    then: &(dyn Fn(&Judge<'_>, &Reading, AsOfPolicy) + Sync),
) {
    let judge = Judge::new(view);
    for (reading, present) in readings {
        let draft = DraftAsSource::of(reading);
        let assertions = reading.sentences.iter_mut().flat_map(|sentence| &mut sentence.assertions);
        assertions.for_each(|assertion| judge.judge(&draft, assertion));
        then(&judge, reading, present);
    }
}
