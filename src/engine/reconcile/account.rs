//! What is true of all reports on a point, as facts to be read as one sentence: by the records as far as they go, else by what
//! the reports say, each as of its date.

use std::sync::Arc;

use super::standing::Standing;
use super::truth::Truth;
use super::voices::Voices;
use crate::graph::View;
use crate::model::{
    Attested, Bearing, ClaimId, DraftFact, Fact, Modality, PointEntry, PointFact, PointKind, ReportRead,
};
use crate::time::{Bound, Day, Edge};

/// So many claims or reports are told of one point.
const TOLD: usize = 4;

/// The account of a point.
#[must_use]
pub fn account(
    voices: &Voices<'_>,
    records: &View<'_>,
    reports: &[ReportRead],
    entries: &[(PointEntry, usize)],
    standing: &Standing,
) -> Vec<Fact> {
    let mut told = by_records(voices, records, entries);
    if told.is_empty() || is_half(voices, entries, standing) {
        told = by_reports(voices, reports, entries, standing);
    } else if let (PointKind::Time, Some((first, second))) = (standing.kind, standing.by) {
        // What only a report knows of is told beside what the records know.
        if is_beyond(voices, &entries[first]) {
            told.insert(0, as_reported(reports, &entries[first].0));
        }
        if is_beyond(voices, &entries[second]) {
            told.push(as_reported(reports, &entries[second].0));
        }
    }
    told.into_iter().map(Fact::from).collect()
}

/// Whether a report surely says something that the records say nothing of.
fn is_beyond(voices: &Voices<'_>, (entry, at): &(PointEntry, usize)) -> bool {
    let voice = &voices.all[*at];
    entry.is_sure && !voice.denies() && Truth::of(voice) == Truth::Unknown
}

/// What a report says, as of its date.
fn as_reported(reports: &[ReportRead], entry: &PointEntry) -> PointFact {
    let (said, report, date, cites) = reported(reports, entry);
    PointFact::AsReported { said, report, date, cites }
}

fn reported(
    reports: &[ReportRead],
    entry: &PointEntry,
) -> (Arc<Fact>, String, Option<Bound>, Option<String>) {
    let report = &reports[entry.report];
    let cites = entry.places.iter().flat_map(|place| &place.citations).next();
    (
        entry.said.clone().into(),
        report.path.clone(),
        report.date,
        cites.map(|cited| cited.written.to_string()),
    )
}

/// Whether the records tell only of one side of a point on which nothing but time or sources of the reports decided.
fn is_half(voices: &Voices<'_>, entries: &[(PointEntry, usize)], standing: &Standing) -> bool {
    let Some((one, other)) = standing.by else { return false };
    let is_known = |at: usize| Truth::of(&voices.all[entries[at].1]) != Truth::Unknown;
    match standing.kind {
        PointKind::Conflict => true,
        PointKind::Scope => !is_known(one) || !is_known(other),
        PointKind::Time | PointKind::Source => !is_known(one) && !is_known(other),
        _ => false,
    }
}

/// What the records say: what held until when, what came after, what holds now.
fn by_records(voices: &Voices<'_>, records: &View<'_>, entries: &[(PointEntry, usize)]) -> Vec<PointFact> {
    let (mut past, mut next) = (Vec::new(), Vec::new());
    let mut known: Vec<ClaimId> = Vec::new();
    let mut is_new = |claim: Attested| {
        let is_new = !known.contains(&claim.claim);
        known.push(claim.claim);
        is_new
    };
    for (_, at) in entries.iter().filter(|(entry, _)| entry.bearing == Bearing::Direct) {
        let DraftFact::Outdated { claim, until: Some(until), then, then_until, now, from, .. } =
            voices.all[*at].judged.fact
        else {
            continue;
        };
        if is_new(claim) {
            past.push((until, claim));
        }
        if let Some(claim) = then.filter(|claim| is_new(*claim)) {
            next.push(PointFact::TrueThen { claim, until: then_until });
        }
        if let Some(claim) = now.filter(|claim| is_new(*claim)) {
            next.push(PointFact::TrueSince { claim, from: from.filter(|_| then.is_none()) });
        }
    }
    let mut told = Vec::new();
    for (at, (until, claim)) in past.iter().enumerate() {
        let is_alike = at > 0 && past[at - 1].0 == *until;
        let (until, claim) = (*until, *claim);
        told.push(if is_alike {
            PointFact::TrueToo { claim, tense: "past" }
        } else {
            PointFact::TrueUntil { claim, until }
        });
    }
    for fact in next {
        match (told.last(), fact) {
            (Some(PointFact::TrueSince { from: before, .. }), PointFact::TrueSince { claim, from })
                if *before == from =>
            {
                told.push(PointFact::TrueToo { claim, tense: "since" })
            }
            (_, fact) => told.push(fact),
        }
    }
    let is_past = !told.is_empty();
    for (entry, at) in entries {
        let voice = &voices.all[*at];
        let counts = matches!(Truth::of(voice), Truth::Right | Truth::Wrong | Truth::Early)
            && (entry.bearing == Bearing::Direct || told.is_empty())
            && entry.bearing != Bearing::Compatible
            // What denies what has ended says no more than that.
            && !(is_past && voice.denies());
        let claim = voice.one.decided_by.filter(|_| counts).map(|claim| records.attested(claim));
        if let Some(claim) = claim.filter(|claim| is_new(*claim) && told.len() < TOLD) {
            let tense = tense(records, claim.claim);
            let begins = records.claims().period(claim.claim).start();
            let follows = matches!(told.last(), Some(PointFact::TrueUntil { until, .. }) if *until == begins);
            match (tense, follows) {
                ("since", true) => told.push(PointFact::TrueSince { claim, from: None }),
                // What ended before the rest is told before it.
                ("past", _) if is_past => told.insert(0, PointFact::TrueAt { claim, tense }),
                _ => told.push(PointFact::TrueAt { claim, tense }),
            }
        }
    }
    told
}

/// In which tense a claim is told for as long as it holds.
#[must_use]
pub fn tense(records: &View<'_>, claim: ClaimId) -> &'static str {
    let (period, today) = (records.claims().period(claim), records.as_of.day);
    let stated = [period.start_edge(), period.end_edge()].map(|edge| edge == Edge::Stated);
    match stated {
        _ if period.is_pending() || period.fe() > today => "present",
        [_, true] if period.ul() <= today => "past",
        [true, false] => "since",
        _ => "present",
    }
}

/// What the reports say, each as of its date: the earlier or better one first.
fn by_reports(
    voices: &Voices<'_>,
    reports: &[ReportRead],
    entries: &[(PointEntry, usize)],
    standing: &Standing,
) -> Vec<PointFact> {
    let as_reported = |at: usize| as_reported(reports, &entries[at].0);
    let is_told = |at: &usize| entries[*at].0.is_sure && entries[*at].0.bearing == Bearing::Direct;
    let Some((one, other)) = standing.by else {
        let told = (0..entries.len()).filter(is_told).filter(|at| !is_said_with_date(entries, *at));
        return in_turn(reports, entries, &told.take(TOLD).collect::<Vec<_>>());
    };
    match standing.kind {
        PointKind::Source | PointKind::Conflict => {
            let (said, report, date, cites) = reported(reports, &entries[other].0);
            let mut told = vec![as_reported(one), PointFact::OtherwiseReported { said, report, date, cites }];
            told.extend(further(voices, reports, entries, [one, other]));
            told
        }
        PointKind::Agree => {
            // Who says it outright is told rather than who has heard of it.
            let is_stated = |at: &usize| {
                let one = entries[*at].0.assertion.as_ref();
                one.is_some_and(|one| one.modality == Modality::Stated && !one.possible)
            };
            let mut told = [one, other].into_iter();
            vec![as_reported(told.find(is_stated).unwrap_or(one))]
        }
        PointKind::More => vec![as_reported(other), as_reported(one)],
        _ => {
            let others = (0..entries.len()).filter(|at| *at != one && *at != other);
            let others = others.filter(|at| entries[*at].0.bearing == Bearing::Direct);
            let others = others.filter(|at| !is_said_with_date(entries, *at));
            let mut told: Vec<usize> = [one, other].into_iter().chain(others).take(TOLD).collect();
            // The older report before the newer one, each with all that it says.
            let place = |at: usize| told_first(reports, entries, &told, at);
            let places: Vec<_> = told.iter().map(|at| place(*at)).collect();
            let mut order: Vec<usize> = (0..told.len()).collect();
            order.sort_by_key(|at| places[*at]);
            told = order.into_iter().map(|at| told[at]).collect();
            in_turn(reports, entries, &told)
        }
    }
}

/// Whether the same report says the same with a date.
fn is_said_with_date(entries: &[(PointEntry, usize)], at: usize) -> bool {
    let says = |entry: &PointEntry| {
        let one = entry.assertion.as_ref()?;
        Some((entry.report, one.relation, one.subject, one.object, one.polarity))
    };
    let is_dated = |entry: &PointEntry| entry.assertion.as_ref().is_some_and(|one| one.time.from.is_some());
    let own = &entries[at].0;
    let says_so = |(entry, _): &(PointEntry, usize)| {
        says(entry).is_some()
            && says(entry) == says(own)
            && is_dated(entry)
            && entry.bearing == Bearing::Direct
    };
    !is_dated(own) && entries.iter().any(says_so)
}

/// Where the report of an entry is told: by its date where all have one, else where it is first spoken of.
fn told_first(
    reports: &[ReportRead],
    entries: &[(PointEntry, usize)],
    told: &[usize],
    at: usize,
) -> (Option<Day>, Option<usize>) {
    let report = |at: usize| entries[at].0.report;
    let is_dated = told.iter().all(|one| reports[report(*one)].date.is_some());
    let date = reports[report(at)].date.map(|date| date.latest).filter(|_| is_dated);
    (date, told.iter().position(|one| report(*one) == report(at)))
}

/// What entries say one after the other: of one report, all in one sentence.
fn in_turn(reports: &[ReportRead], entries: &[(PointEntry, usize)], told: &[usize]) -> Vec<PointFact> {
    let one = |(place, at): (usize, &usize)| {
        let entry = &entries[*at].0;
        let is_same =
            place.checked_sub(1).is_some_and(|before| entries[told[before]].0.report == entry.report);
        let (said, report, date, cites) = reported(reports, entry);
        if is_same {
            PointFact::ReportedToo { said, cites }
        } else {
            PointFact::AsReported { said, report, date, cites }
        }
    };
    told.iter().enumerate().map(one).collect()
}

/// What still other reports say that contradicts what is told first.
fn further(
    voices: &Voices<'_>,
    reports: &[ReportRead],
    entries: &[(PointEntry, usize)],
    told: [usize; 2],
) -> Vec<PointFact> {
    let first = entries[told[0]].1;
    let mut known: Vec<&PointEntry> = told.iter().map(|at| &entries[*at].0).collect();
    let mut found = Vec::new();
    for (entry, voice) in entries {
        let is_told = known.iter().any(|one| one.report == entry.report || one.said == entry.said);
        let differs =
            voices.exclude(first, *voice) || voices.all[first].denies() != voices.all[*voice].denies();
        if !is_told && differs && entry.is_sure && entry.bearing == Bearing::Direct && found.len() + 2 < TOLD
        {
            let (said, report, date, cites) = reported(reports, entry);
            found.push(PointFact::AsReported { said, report, date, cites });
            known.push(entry);
        }
    }
    found
}
