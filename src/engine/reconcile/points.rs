//! Points as they are shown: what each report says of one, sentence by sentence, and what bears on it without saying it. How
//! the reports stand to each other is decided in `standing`.

use std::collections::BTreeSet;

use super::ends::EndIndex;
use super::likeness::{goes_with, is_like, says_as_well};
use super::said::said;
use super::statement::{Statement, date};
use super::truth::Truth;
use super::voices::{Meeting, Voice, Voices};
use crate::graph::View;
use crate::model::{Assertion, Bearing, ClaimId, PointEntry, PointPlace};
use crate::text::Place;

/// So many sentences of a report that say the like of something else are shown beside what only another says.
const LIKES: usize = 4;

/// A voice that bears on a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bears {
    /// The voice.
    pub voice: usize,
    /// The statement that it makes.
    pub statement: usize,
    /// How it bears on it.
    pub bearing: Bearing,
}

/// All that bears on the point of a group: first what its statements say, then what the other reports say that no report of the
/// group says outright.
#[must_use]
pub fn bearing(
    voices: &Voices<'_>,
    statements: &[Statement],
    of_voice: &[usize],
    group: &[usize],
    records: &View<'_>,
) -> Vec<Bears> {
    let mut own: Vec<usize> = group.iter().flat_map(|at| statements[*at].voices.iter().copied()).collect();
    own.sort_unstable();
    let bears = |voice: usize, bearing| Bears { voice, statement: of_voice[voice], bearing };
    let mut found = Bearers {
        voices,
        records,
        known: own.iter().copied().collect(),
        reports: own.iter().map(|at| voices.all[*at].report).collect(),
        all: own.iter().map(|voice| bears(*voice, Bearing::Direct)).collect(),
        own,
    };
    let add = |sort: Bearing, found: &mut Bearers<'_, '_>, voices_found: Vec<usize>| {
        for voice in voices_found {
            if found.known.insert(voice) {
                found.reports.insert(voices.all[voice].report);
                found.all.push(bears(voice, sort));
            }
        }
    };
    let after = found.after();
    add(Bearing::After, &mut found, after);
    let implies = found.implies();
    add(Bearing::Implies, &mut found, implies);
    let alone = found.own[0];
    if found.own.iter().all(|one| voices.all[*one].report == voices.all[alone].report) {
        let beside = found.beside(alone);
        add(Bearing::Beside, &mut found, beside);
        // What is said of these very two comes before what is said of parts of them.
        for parties in [Meeting::Same, Meeting::Part] {
            let compatible = found.compatible(parties);
            add(Bearing::Compatible, &mut found, compatible);
        }
    }
    found.all.sort_by_key(|one| one.voice);
    found.all
}

/// What bears on a point, as far as it is found.
struct Bearers<'a, 'v> {
    voices: &'a Voices<'v>,
    records: &'a View<'a>,
    /// What the statements of the point say, in order.
    own: Vec<usize>,
    /// The voices found so far.
    known: BTreeSet<usize>,
    /// Their reports.
    reports: BTreeSet<usize>,
    all: Vec<Bears>,
}

impl Bearers<'_, '_> {
    /// What came after, according to the records.
    fn after(&self) -> Vec<usize> {
        let (claims, broader) = (self.records.claims(), &self.records.graph.broader);
        let mut found = Vec::new();
        for one in &self.own {
            let voice = &self.voices.all[*one];
            for claim in &voice.judged.later {
                let Some(relation) = claims.relation(*claim) else { continue };
                let ends = [claims.subject(*claim), claims.object(*claim).entity];
                let others = self.voices.of_reports().filter(|(report, _)| *report != voice.report);
                let near = others.flat_map(|(_, said)| said.at_both(&broader.broader(relation), ends));
                found.extend(near.filter(|at| comes_after(self.voices, *one, *at, self.records).is_some()));
            }
        }
        in_order(found)
    }

    /// What each report says that says nothing of the point yet: what is `near` the ends of what is said, and `bears` on it.
    fn missing<'s>(
        &'s self,
        near: impl Fn(&EndIndex<'_>, &Voice<'_>) -> Vec<usize> + 's,
        bears: impl Fn(usize, usize) -> bool + 's,
    ) -> Vec<Vec<usize>> {
        let missing = self.voices.of_reports().filter(|(report, _)| !self.reports.contains(report));
        let of_report = |(_, said)| {
            let of_own = self.own.iter().flat_map(|one| {
                let near = near(said, &self.voices.all[*one]);
                near.into_iter().filter(|at| bears(*one, *at)).collect::<Vec<_>>()
            });
            in_order(of_own.collect())
        };
        missing.map(of_report).collect()
    }

    /// From which what is asserted follows.
    fn implies(&self) -> Vec<usize> {
        let narrower = |voice: &Voice<'_>| self.voices.graph().broader.narrower(voice.one.relation);
        self.missing(
            |said, voice| said.at_both(&narrower(voice), voice.both_ends()),
            |one, at| !self.voices.all[one].denies() && follows_from(self.voices, one, at),
        )
        .concat()
    }

    /// The like of something else, where the one report says that as well.
    fn beside(&self, alone: usize) -> Vec<usize> {
        let akin = |voice: &Voice<'_>| self.voices.akin(voice.one.relation);
        self.missing(
            |said, voice| said.at_either(&akin(voice), [voice.subject, voice.object]),
            |one, at| is_like(self.voices, one, at) && says_as_well(self.voices, alone, at),
        )
        .into_iter()
        .flat_map(|of_report| of_report.into_iter().take(LIKES))
        .collect()
    }

    /// What goes together with it.
    fn compatible(&self, parties: Meeting) -> Vec<usize> {
        self.missing(
            |said, voice| said.at_both(&[], [voice.subject, voice.object]),
            |one, at| {
                self.voices.parties(one, at) == parties && goes_with(self.voices, one, at, self.records)
            },
        )
        .concat()
    }
}

fn in_order(mut found: Vec<usize>) -> Vec<usize> {
    found.sort_unstable();
    found.dedup();
    found
}

/// The claim that has taken over from what `one` says, according to the records, if `other` says what it says.
pub fn comes_after(voices: &Voices<'_>, one: usize, other: usize, records: &View<'_>) -> Option<ClaimId> {
    let (one, other) = (&voices.all[one], &voices.all[other]);
    let is_past = Truth::of(one) == Truth::Ended && !one.denies() && !other.denies();
    one.judged.later.iter().copied().find(|claim| is_past && says(records, other.one, *claim))
}

/// Whether a claim says what a sentence says, or something narrower.
fn says(records: &View<'_>, one: &Assertion, claim: ClaimId) -> bool {
    let (claims, parts) = (records.claims(), &records.graph.parts);
    let meets = |known, named| match (known, named) {
        (Some(known), Some(named)) => parts.same_or_part(known, named),
        (known, named) => known == named,
    };
    claims.relation(claim).is_some_and(|relation| records.graph.broader.implies(relation, one.relation))
        && meets(claims.subject(claim), one.subject)
        && meets(claims.object(claim).entity, one.object)
}

/// Whether what `one` says follows from what `other` says.
fn follows_from(voices: &Voices<'_>, one: usize, other: usize) -> bool {
    let (a, b) = (&voices.all[one], &voices.all[other]);
    a.one.relation != b.one.relation
        && !b.denies()
        && voices.implies(b.one.relation, a.one.relation)
        && voices.meeting(one, other) == Meeting::Same
}

/// What the reports say: voices of one report that say the same become one entry, which the surest reading stands for.
#[must_use]
pub fn entries(voices: &Voices<'_>, bearing: &[Bears], records: &View<'_>) -> Vec<(PointEntry, usize)> {
    let mut made: Vec<(PointEntry, usize, Bears)> = Vec::new();
    for bears in bearing {
        let voice = &voices.all[bears.voice];
        let says_so = |(_, main, other): &&mut (PointEntry, usize, Bears)| {
            let known = &voices.all[*main];
            known.report == voice.report
                && (other.statement, other.bearing) == (bears.statement, bears.bearing)
                && known.one.polarity == voice.one.polarity
                && known.one.value.as_ref().map(|(amount, _)| amount)
                    == voice.one.value.as_ref().map(|(amount, _)| amount)
                && date(known) == date(voice)
        };
        let place = PointPlace {
            sentence: Place { file: voice.reading.file, span: voice.sentence.span },
            words: voice.words(),
            text: voice.sentence.text.clone(),
            citations: voice.sentence.citations.clone(),
        };
        match made.iter_mut().find(says_so) {
            Some((entry, main, _)) => {
                if !entry.places.iter().any(|known| known.sentence == place.sentence) {
                    entry.places.push(place);
                }
                let known = &voices.all[*main];
                if (voice.is_sure(), voice.one.confidence) > (known.is_sure(), known.one.confidence) {
                    *main = bears.voice;
                    let places = std::mem::take(&mut entry.places);
                    *entry = entry_of(voices, *bears, places, records);
                }
            }
            None => made.push((entry_of(voices, *bears, vec![place], records), bears.voice, *bears)),
        }
    }
    made.into_iter().map(|(entry, main, _)| (entry, main)).collect()
}

fn entry_of(voices: &Voices<'_>, bears: Bears, places: Vec<PointPlace>, records: &View<'_>) -> PointEntry {
    let voice = &voices.all[bears.voice];
    PointEntry {
        report: voice.report,
        bearing: bears.bearing,
        is_sure: voice.is_sure(),
        said: said(records.graph.base, voice.one, &voice.reading.language, records.as_of.day).into(),
        assertion: Some(voice.one.clone()),
        verdict_then: voice.judged.then,
        places,
        // What is wrong with what is said besides is told where it is said.
        advice: voice.judged.finding.clone().filter(|_| bears.bearing == Bearing::Direct),
    }
}
