//! Points as they are shown: what each report says of one, sentence by sentence, and what bears on it without saying it. How
//! the reports stand to each other is decided in `standing`.

use super::grouping::Group;
use super::likeness::{goes_with, is_like, says_as_well};
use super::said::said;
use super::statement::{Statement, date};
use super::truth::Truth;
use super::voices::{Meeting, Voices};
use crate::graph::View;
use crate::model::{Assertion, Base, Bearing, ClaimId, PointEntry, PointPlace};
use crate::text::Place;

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
    group: &Group,
    records: &View<'_>,
) -> Vec<Bears> {
    let direct = group.statements.iter().flat_map(|at| {
        statements[*at].voices.iter().map(|voice| Bears {
            voice: *voice,
            statement: *at,
            bearing: Bearing::Direct,
        })
    });
    let mut bearing: Vec<Bears> = direct.collect();
    bearing.sort_by_key(|one| one.voice);
    let own: Vec<usize> = bearing.iter().map(|one| one.voice).collect();
    let has_report =
        |bearing: &[Bears], report: usize| bearing.iter().any(|one| voices.all[one.voice].report == report);
    let others: Vec<usize> = (0..voices.all.len()).filter(|at| !own.contains(at)).collect();
    let find = |bearing: &mut Vec<Bears>,
                sort: Bearing,
                only_missing: bool,
                bears: &dyn Fn(usize) -> bool| {
        let known = bearing.clone();
        let found =
            others.iter().copied().filter(|at| !known.iter().any(|one| one.voice == *at) && bears(*at));
        let found = found.filter(|at| !only_missing || !has_report(&known, voices.all[*at].report));
        bearing.extend(
            found.map(|voice| Bears { voice, statement: of_voice[voice], bearing: sort }).collect::<Vec<_>>(),
        );
    };
    find(&mut bearing, Bearing::After, false, &|at| {
        own.iter().any(|one| {
            voices.all[*one].report != voices.all[at].report
                && comes_after(voices, *one, at, records).is_some()
        })
    });
    find(&mut bearing, Bearing::Implies, true, &|at| {
        own.iter().any(|one| !voices.all[*one].denies() && follows_from(voices, *one, at))
    });
    if let [alone, ..] = own[..]
        && own.iter().all(|one| voices.all[*one].report == voices.all[alone].report)
    {
        find(&mut bearing, Bearing::Beside, true, &|at| {
            own.iter().any(|one| is_like(voices, *one, at)) && says_as_well(voices, alone, at)
        });
        // What is said of these very two comes before what is said of parts of them.
        for parties in [Meeting::Same, Meeting::Part] {
            find(&mut bearing, Bearing::Compatible, true, &|at| {
                own.iter()
                    .any(|one| voices.parties(*one, at) == parties && goes_with(voices, *one, at, records))
            });
        }
    }
    bearing.sort_by_key(|one| one.voice);
    bearing
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
pub fn entries(voices: &Voices<'_>, bearing: &[Bears], records: &Base) -> Vec<(PointEntry, usize)> {
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

fn entry_of(voices: &Voices<'_>, bears: Bears, places: Vec<PointPlace>, records: &Base) -> PointEntry {
    let voice = &voices.all[bears.voice];
    PointEntry {
        report: voice.report,
        bearing: bears.bearing,
        is_sure: voice.is_sure(),
        said: said(records, voice.one).into(),
        assertion: Some(voice.one.clone()),
        verdict_then: voice.judged.then,
        places,
        // What is wrong with what is said besides is told where it is said.
        advice: voice.judged.finding.clone().filter(|_| bears.bearing == Bearing::Direct),
    }
}
