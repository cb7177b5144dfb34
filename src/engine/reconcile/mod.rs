//! Reports against each other: what several drafts say of one thing, lined up into points with what the records say, and how
//! they stand on each.
//!
//! Drafts are read and judged as `lint` does it; what they say is compared by the laws that claims obey. Nothing depends on
//! the order of the reports but the order of the points and of their sides.

mod account;
mod ambiguous;
mod by_time;
mod compatible;
mod corrected;
mod ends;
mod grouping;
mod joined;
mod likeness;
mod mentions;
mod named;
mod one_word;
mod points;
mod preference;
mod proposed;
mod said;
mod standing;
mod statement;
mod titles;
mod truth;
mod unsaid;
mod voices;

use std::collections::BTreeMap;
use std::sync::Mutex;

use super::annotated::shown_path;
use super::drafts::DraftPipeline;
use super::options::DraftOptions;
use crate::check::{AboutDraft, DraftAsSource, Judge};
use crate::draft::SharedLanguages;
use crate::graph::{AsOf, Graph, View};
use crate::load::Loaded;
use crate::model::{
    Assertion, Base, Bearing, ClaimId, ClaimIndex, Confidence, DraftFact, Fact, Modality, Point, PointEntry,
    Polarity, ReadSentence, Reading, Reconciled, ReportRead, Verdict,
};
use crate::text::{FileId, Files, Place};
use crate::time::{Bound, Day};

pub use named::{name_entities, named_entities};
pub use one_word::choose_words;
pub use proposed::proposed;

use ambiguous::SureRelations;
use corrected::CorrectionWords;
use grouping::groups;
use standing::Standings;
use statement::statements;
use voices::{Judged, SaidBase, Voice, Voices};

/// Reads reports, which must have been read into `files`, and lines up what they say. `told` are dates of reports that are
/// told from outside, `shared` languages that were compiled for these records.
#[must_use]
pub fn reconcile(
    files: &Files,
    loaded: &Loaded,
    reports: &[FileId],
    told: BTreeMap<FileId, Bound>,
    shared: Option<SharedLanguages>,
    options: &DraftOptions,
) -> Reconciled {
    let graph = Graph::new(&loaded.base, &loaded.index);
    let mut pipeline = DraftPipeline::new(loaded, &graph, options, true);
    pipeline.told = told;
    pipeline.reader.read_plans();
    if let Some(shared) = shared {
        pipeline.reader.share_languages(shared);
    }
    let mut readings = pipeline.readings(files, reports);
    let (elsewhere, silent) = unsaid::named_elsewhere(&readings, &graph);
    if !elsewhere.is_empty() {
        pipeline.reader.speak_of(elsewhere);
        // What names it is read already.
        for again in pipeline.readings(files, &silent) {
            let of_file = readings.iter_mut().filter(|reading| reading.file == again.file);
            of_file.for_each(|reading| *reading = again.clone());
        }
    }
    let mut judged = judged(&pipeline, files, &mut readings);
    unsaid::fill(&mut readings, &graph);
    for reading in &mut readings {
        if let Some(judged) = judged.get_mut(&reading.file) {
            titles::leave_to_others(files, reading, judged);
            leave_plans_open(reading, judged);
        }
    }
    let then = verdicts_then(&graph, options.check.as_of, &readings);
    let judged: Vec<Vec<Vec<Judged>>> = readings
        .iter()
        .map(|reading| {
            let mut of_reading = judged.get(&reading.file).cloned().unwrap_or_default();
            if let Some(then) = then.get(&reading.file) {
                for (of_sentence, then) in of_reading.iter_mut().zip(then) {
                    let open =
                        |judged: &Judged| matches!(judged.fact, DraftFact::Unclear { why: "possible" });
                    of_sentence.iter_mut().zip(then).for_each(|(judged, then)| {
                        judged.then = Some(*then).filter(|_| !open(judged));
                    });
                }
            }
            of_reading
        })
        .collect();
    let read = |reading: &Reading| ReportRead {
        path: shown_path(files, reading.file),
        title: reading.title.clone(),
        url: reading.url.clone(),
        date: reading.date,
        language: reading.language.clone(),
        coverage: reading.coverage(),
        understood: understood(reading),
    };
    let heads: Vec<ReportRead> = readings.iter().map(read).collect();
    let records = View::new(&graph, options.check.as_of);
    let mut points = points_of(&readings, &judged, &heads, &records);
    named::leave_out_alone(&mut points, &readings, &named_entities(&loaded.base, reports));
    let AsOf { day, known_by } = options.check.as_of;
    Reconciled { as_of: day, known_by, incomplete: readings.len() < reports.len(), reports: heads, points }
}

/// How many sentences, headings left out, say something that was understood.
fn understood(reading: &Reading) -> usize {
    reading
        .sentences
        .iter()
        .filter(|sentence| !sentence.is_heading && !sentence.assertions.is_empty())
        .count()
}

/// What the records say of each assertion of each report, by sentence, and what `lint` says of it.
fn judged(
    pipeline: &DraftPipeline<'_>,
    files: &Files,
    readings: &mut [Reading],
) -> BTreeMap<FileId, Vec<Vec<Judged>>> {
    let all: Mutex<BTreeMap<FileId, Vec<Vec<Judged>>>> = Mutex::default();
    pipeline.judge(files, readings, &|judge: &Judge<'_>, reading, _| {
        let of = |about: AboutDraft<'_>, one: &Assertion| {
            let mut found: Vec<_> = judge.finding(about, one).into_iter().collect();
            pipeline.settle_draft(files, reading, &mut found);
            let later = match (one.verdict, one.decided_by) {
                (Verdict::Outdated, Some(claim)) => judge.later(claim),
                _ => Vec::new(),
            };
            Judged { fact: judge.fact(about, one), finding: found.pop(), later, then: None }
        };
        let sentences = reading.sentences.iter().map(|sentence| {
            let about = AboutDraft { reading, sentence };
            sentence.assertions.iter().map(|one| of(about, one)).collect()
        });
        if let Ok(mut all) = all.lock() {
            all.insert(reading.file, sentences.collect());
        }
    });
    all.into_inner().unwrap_or_default()
}

/// What is planned is not wrong because it is not so, or came on another day: the records say nothing of it.
fn leave_plans_open(reading: &mut Reading, judged: &mut [Vec<Judged>]) {
    for (sentence, judged) in reading.sentences.iter_mut().zip(judged) {
        for (one, judged) in sentence.assertions.iter_mut().zip(judged) {
            let is_plan = one.possible && one.modality == Modality::Forecast;
            if is_plan && !matches!(one.verdict, Verdict::Supported | Verdict::Presumed | Verdict::Unknown) {
                one.verdict = Verdict::Unknown;
                one.decided_by = None;
                *judged = Judged {
                    fact: DraftFact::Unclear { why: "possible" },
                    finding: None,
                    later: Vec::new(),
                    then: None,
                };
            }
        }
    }
}

/// The verdict on each assertion as of the day of its own report, where that is known.
fn verdicts_then(graph: &Graph<'_>, run: AsOf, readings: &[Reading]) -> BTreeMap<FileId, Vec<Vec<Verdict>>> {
    let mut by_day: BTreeMap<Day, Vec<&Reading>> = BTreeMap::new();
    for reading in readings {
        if let Some(date) = reading.date.filter(|date| date.is_finite()) {
            by_day.entry(date.latest).or_default().push(reading);
        }
    }
    let mut all = BTreeMap::new();
    for (day, readings) in by_day {
        let view = View::new(graph, AsOf { day, ..run });
        let judge = Judge::new(&view);
        for reading in readings {
            let draft = DraftAsSource::of(reading);
            let verdict = |one: &Assertion| {
                let mut one = one.clone();
                judge.judge(&draft, &mut one);
                one.verdict
            };
            let sentences = reading.sentences.iter().map(|one| one.assertions.iter().map(verdict).collect());
            all.insert(reading.file, sentences.collect());
        }
    }
    all
}

/// Whether a reading is worth comparing. What the records know nothing of has nothing else to be checked by: it has to be sure, and
/// where there are no records at all, quite sure, unless it corrects; and the surest reading of a relation in a sentence stands for the others.
fn counts(
    one: &Assertion,
    sentence: &ReadSentence,
    records: &View<'_>,
    corrections: &CorrectionWords,
) -> bool {
    let is_correction = || one.polarity == Polarity::Denies && corrections.are_in(&sentence.text);
    let is_bare = records.claims().is_empty();
    // "Want to use A through B" says of neither what it does, where nothing on record does.
    let is_idle = one.possible && one.verdict == Verdict::Unknown;
    let least = if (is_bare || is_idle) && !is_correction() { Confidence::High } else { Confidence::Medium };
    let is_surest = || {
        let same = sentence.assertions.iter().filter(|other| other.relation == one.relation);
        same.map(|other| other.confidence).max() == Some(one.confidence)
    };
    one.confidence == Confidence::High
        || is_surest() && (one.confidence >= least || one.verdict != Verdict::Unknown)
}

/// The points of the reports, in the order of their first places.
fn points_of(
    readings: &[Reading],
    judged: &[Vec<Vec<Judged>>],
    reports: &[ReportRead],
    records: &View<'_>,
) -> Vec<Point> {
    let corrections = CorrectionWords::new(records.graph.base);
    let mut said = SaidBase::new(records.graph.base);
    let sure = SureRelations::new(readings, records);
    let mut all = Vec::new();
    for (report, (reading, judged)) in readings.iter().zip(judged).enumerate() {
        for (sentence, judged) in reading.sentences.iter().zip(judged) {
            let counts = |one: &Assertion| {
                counts(one, sentence, records, &corrections) && sure.counts(one, sentence, records)
            };
            let counted = sentence.assertions.iter().zip(judged).filter(|(one, _)| counts(one));
            for (one, judged) in counted {
                let (subject, object) = said.ends(one);
                said.add(all.len(), one, (subject, object), Place { file: reading.file, span: one.span });
                all.push(Voice { report, reading, sentence, one, judged, subject, object });
            }
        }
    }
    let index = ClaimIndex::new(said.claims());
    let graph = Graph::new(&said.base, &index);
    let view = View::new(&graph, AsOf { known_by: None, ..records.as_of });
    let voices = Voices::new(all, &view);
    let made = statements(&voices);
    let mut of_voice = vec![0; voices.all.len()];
    for (at, statement) in made.iter().enumerate() {
        statement.voices.iter().for_each(|voice| of_voice[*voice] = at);
    }
    let standings = Standings { voices: &voices, records, reports, corrections: &corrections };
    let mut points: Vec<Point> = groups(&voices, &made)
        .iter()
        .map(|group| {
            let bearing = points::bearing(&voices, &made, &of_voice, group, records);
            point(&standings, &of_voice, points::entries(&voices, &bearing, records))
        })
        .collect();
    corrected::leave_out_other_words(&mut points, &corrections);
    mentions::add(&mut points, readings, records);
    points.sort_by_key(first_place);
    points
}

/// Where a point is first spoken of outright.
fn first_place(point: &Point) -> (usize, usize) {
    let own = point.entries.iter().filter(|entry| !entry.bearing.is_aside());
    let places = own
        .flat_map(|entry| entry.places.iter().map(|place| (entry.report, place.words.span.start as usize)));
    places.min().unwrap_or_default()
}

/// What is said outright, by statement: as the first says it that asserts it.
fn about(
    voices: &Voices<'_>,
    records: &Base,
    statements: &[usize],
    entries: &[(PointEntry, usize)],
) -> Vec<Fact> {
    let direct = || entries.iter().filter(|(entry, _)| entry.bearing == Bearing::Direct);
    let mut about: Vec<(usize, &Voice<'_>)> = Vec::new();
    for (_, at) in direct() {
        let voice = &voices.all[*at];
        let is_known = |(statement, known): &&mut (usize, &Voice<'_>)| {
            let same_value = match (&known.one.value, &voice.one.value) {
                (Some((known, _)), Some((own, _))) => known == own,
                _ => true,
            };
            *statement == statements[*at] && same_value
        };
        match about.iter_mut().find(is_known) {
            Some((_, known)) if known.denies() && !voice.denies() => *known = voice,
            Some(_) => {}
            None => about.push((statements[*at], voice)),
        }
    }
    let mut facts: Vec<Fact> = Vec::new();
    for (_, voice) in about {
        let fact = Fact::from(said::about(records, voice.one, &voice.reading.language));
        if !facts.contains(&fact) {
            facts.push(fact);
        }
    }
    facts
}

fn point(standings: &Standings<'_, '_>, statements: &[usize], entries: Vec<(PointEntry, usize)>) -> Point {
    let Standings { voices, records, reports, .. } = *standings;
    let standing = standings.of(&entries);
    let account = account::account(voices, records, reports, &entries, &standing);
    let mut claims: Vec<ClaimId> = Vec::new();
    for (entry, at) in &entries {
        let voice = &voices.all[*at];
        // What became of something that only bears on the point is told elsewhere.
        let later = voice.judged.later.iter().filter(|_| entry.bearing == Bearing::Direct);
        let own = voice.one.decided_by.iter().filter(|_| entry.bearing != Bearing::Beside);
        for claim in own.chain(later) {
            if !claims.contains(claim) {
                claims.push(*claim);
            }
        }
    }
    claims.sort_by_key(|claim| (records.claims().period(*claim).fe(), *claim));
    let about = about(voices, records.graph.base, statements, &entries);
    let entries: Vec<PointEntry> = entries.into_iter().map(|(entry, _)| entry).collect();
    Point { kind: standing.kind, about, entries, claims, decided: standing.decided, account }
}
