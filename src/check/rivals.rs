//! Findings about claims that exclude each other: contradiction, possible contradiction, supersession.
//!
//! All kinds that compare claims over time share these facts, so that the same problem reads the same everywhere.

use super::found::{Found, SharedLaw};
use super::sweep;
use crate::graph::{Rivalry, Succession, View, ViewRow, taken_over};
use crate::model::{Attested, ClaimFact, ClaimId, Code, Edit, Finding, PlaceFact, Site, Suggestion, Value};
use crate::time::{Bound, Conflict, Day, Edge, known_shared_days, possible_shared_days};

/// The rivals within a group: which clash, and which have been superseded.
pub fn within(view: &View<'_>, group: &[ViewRow], rivalry: &Rivalry<'_>) -> impl Iterator<Item = Found> {
    let clashes = sweep::clashes(group, rivalry, view.wants_pairs);
    let clashes = clashes.into_iter().filter_map(|clash| in_order(view, clash));
    clashes.chain(taken_over(view, group, rivalry).into_iter().map(Found::TakenOver))
}

/// A clash that no link settles, with the one first that begins first. Where dates do not decide, content does, never the order of
/// files.
fn in_order(view: &View<'_>, clash: Found) -> Option<Found> {
    match clash {
        Found::Clash(one, two, _) if view.are_settled(one, two) => None,
        Found::Clash(one, two, conflict) if view.by_begun(one, two).is_gt() => {
            Some(Found::Clash(two, one, conflict))
        }
        other => Some(other),
    }
}

/// Rival amounts that are dated alike, by one date. By their periods alone, the one would hand over to the other; but amounts of one
/// day are certainly of one time, and so are figures for one year or month. Of other amounts that is possible.
pub fn on_one_date<'g>(
    view: &View<'_>,
    group: &'g [ViewRow],
    rivalry: &Rivalry<'_>,
    is_figure: bool,
) -> Vec<Found> {
    let claims = view.claims();
    let is_amount = |row: &ViewRow| {
        let value = row.object.value.map(|value| view.graph.base.values.get(value));
        matches!(value, Some(Value::Amount(_)))
    };
    let date = |row: &ViewRow| {
        let written = claims.period(row.claim);
        let stated = [written.start_edge(), written.end_edge()] == [Edge::Stated; 2];
        (stated && written.start() == written.end()).then(|| written.start())
    };
    let amounts = group.iter().filter(|row| !row.event && is_amount(row));
    let mut dated: Vec<(Bound, &'g ViewRow)> = amounts.filter_map(|row| Some((date(row)?, row))).collect();
    // Who or what else has the amount may have followed within the year.
    let subject_matter = |(date, row): &(Bound, &ViewRow)| (*date, row.subject, row.object.entity);
    dated.sort_unstable_by_key(|row| (subject_matter(row), row.1.claim));
    let most = sweep::Most::of(view.wants_pairs);
    let mut found = Vec::new();
    for same in dated.chunk_by(|one, two| subject_matter(one) == subject_matter(two)) {
        let is_certain = is_figure || same[0].0.is_point();
        let conflict = if is_certain { Conflict::Certain } else { Conflict::Possible };
        let before = |(at, (_, two)): (usize, &(Bound, &'g ViewRow))| {
            let two = *two;
            same[..at].iter().map(move |(_, one)| (*one, two))
        };
        let pairs = same.iter().enumerate().flat_map(before).take(most.compared);
        let rivals =
            pairs.filter(|(one, two)| one.object.value != two.object.value && rivalry.excludes(one, two));
        let clashes = rivals.map(|(one, two)| Found::Clash(one.claim, two.claim, conflict));
        let clashes: Vec<Found> = clashes.filter_map(|clash| in_order(view, clash)).collect();
        if is_certain && clashes.len() > most.listed {
            let claims = same.iter().map(|(_, row)| row.claim).collect();
            found.push(Found::Cluster(claims, clashes.len()));
        } else {
            found.extend(clashes.into_iter().take(most.listed));
        }
    }
    found
}

/// Each of these claims with the first before it that excludes it, whatever the time; with all of them, if each pair is wanted.
pub fn whenever(
    view: &View<'_>,
    rows: &[ViewRow],
    excludes: impl Fn(&ViewRow, &ViewRow) -> bool,
) -> Vec<Found> {
    /// The first one nearly always excludes it, unless they are parts of each other.
    const LOOK_BACK: usize = 100;
    let (back, most) = if view.wants_pairs { (usize::MAX, usize::MAX) } else { (LOOK_BACK, 1) };
    let before = |(at, row): (usize, &ViewRow)| {
        let earlier = rows[..at].iter().take(back).filter(|earlier| excludes(earlier, row));
        earlier.take(most).map(|first| Found::NeverBoth(first.claim, row.claim)).collect::<Vec<_>>()
    };
    rows.iter().enumerate().flat_map(before).collect()
}

/// The finding for two rivals whose periods clash.
pub fn clash(
    view: &View<'_>,
    older: ClaimId,
    newer: ClaimId,
    conflict: Conflict,
    law: &SharedLaw,
) -> Finding {
    let (one, two) = (view.period(older), view.period(newer));
    let (known, shared) = (known_shared_days(one, two), possible_shared_days(one, two));
    let (newer, older, law) = (view.attested(newer), view.attested(older), law.clone());
    if conflict == Conflict::Certain {
        // Whichever days are meant, the two overlap; without known days it is not known when.
        let (days, from, to) =
            if known.is_some() { during(known, "from") } else { during(shared, "between") };
        let fact = ClaimFact::Contradiction { newer, older, days, from, to, law };
        pair(view, Code::Contradiction, fact, newer, older)
    } else {
        let (days, from, to) = during(shared, "between");
        let fact = ClaimFact::PossibleContradiction { newer, older, days, from, to, law };
        pair(view, Code::PossibleContradiction, fact, newer, older)
    }
}

/// The days on which two claims overlap, and the word by which messages select; for more than one day it is `several`.
fn during(days: Option<(Day, Day)>, several: &'static str) -> (&'static str, Option<Day>, Option<Day>) {
    match days {
        Some((from, to)) => (if from == to { "on" } else { several }, Some(from), Some(to)),
        None => ("none", None, None),
    }
}

/// A finding about the first of two claims, with the record of the other.
fn pair(view: &View<'_>, code: Code, fact: ClaimFact, first: Attested, other: Attested) -> Finding {
    let claims = view.claims();
    Finding::new(code, fact, Site::field(claims.place(first.claim), "valid"))
        .about(claims.id(first.claim))
        .about(claims.id(other.claim))
        .related(PlaceFact::Record { claim: other }, Site::field(claims.place(other.claim), "valid"))
}

/// The finding for two claims of which only one can be true, whatever their dates.
pub fn never_both(view: &View<'_>, first: ClaimId, claim: ClaimId, law: &SharedLaw) -> Finding {
    let (claim, other) = (view.attested(claim), view.attested(first));
    let fact = ClaimFact::NeverBoth { claim, other, law: law.clone() };
    pair(view, Code::Contradiction, fact, claim, other)
}

/// Many claims at once: all of them named in the data, a few of them shown.
pub fn cluster(view: &View<'_>, members: &[ClaimId], pairs: usize, law: &SharedLaw) -> Option<Finding> {
    const SHOWN: usize = 3;
    let claims = view.claims();
    let mut members = members.to_vec();
    members.sort_by(|one, two| view.by_begun(*one, *two));
    let first = *members.first()?;
    let fact = ClaimFact::Cluster { first, count: members.len(), pairs, law: law.clone() };
    let mut finding = Finding::new(Code::Contradiction, fact, Site::field(claims.place(first), "valid"));
    finding.pairs = pairs;
    for claim in &members {
        finding = finding.about(claims.id(*claim));
    }
    for claim in members.iter().copied().skip(1).take(SHOWN) {
        let record = PlaceFact::Record { claim: view.attested(claim) };
        finding = finding.related(record, Site::field(claims.place(claim), "valid"));
    }
    Some(finding)
}

/// The finding for a claim that is still open although another has taken over.
pub fn superseded(view: &View<'_>, taken: Succession, law: &SharedLaw) -> Finding {
    let claims = view.claims();
    let (older, newer, law) = (view.attested(taken.older), view.attested(taken.newer), law.clone());
    if !taken.certain {
        let open = if claims.period(taken.newer).is_open() { "both" } else { "one" };
        return pair(view, Code::Superseded, ClaimFact::Undecided { older, newer, open, law }, older, newer);
    }
    let start = claims.period(taken.newer).start();
    let closed = claims.period(taken.older).ended_on(start);
    let fact = ClaimFact::Superseded { older, newer, closed, law };
    let mut finding = pair(view, Code::Superseded, fact, older, newer);
    finding.edit = Some(Edit { site: finding.site, suggestion: Suggestion::End(start) });
    finding
}
