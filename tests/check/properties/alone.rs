//! The oracle for what needs no two rivals at one time: sources, staleness, restatements, counts, order, mirrors.

use super::days::{ALWAYS, Date, Days, NEVER, Valid};
use super::oracle::{Oracle, Told, attested_on, circles, known_supports, told};
use super::world::RELATIONS;

/// All of it but what a supersession hides.
pub fn all(oracle: &Oracle<'_>) -> Vec<Told> {
    let mut found = circles(oracle);
    found.extend(bare(oracle));
    found.extend(restatements(oracle));
    for relation in 0..RELATIONS {
        found.extend(ever(oracle, relation));
        found.extend(order(oracle, relation));
        found.extend(mirrors(oracle, relation));
    }
    if let Some(most) = oracle.world.at_most {
        found.extend((0..2).flat_map(|relation| too_many(oracle, relation, most)));
    }
    found
}

/// Claims without a source, or whose period ends before it begins.
fn bare(oracle: &Oracle<'_>) -> Vec<Told> {
    let mut found = Vec::new();
    for (at, claim) in oracle.world.claims.iter().enumerate() {
        let counts = oracle.world.known_by.is_none() || oracle.live[at];
        if counts && known_supports(oracle.world, at).is_empty() {
            found.push(told("unsourced", &[at]));
        }
        if claim.valid.is_inverted() {
            found.push(told("inverted-period", &[at]));
        }
    }
    found
}

/// Stale and expired claims, each with what is reported about it.
pub fn outlived(oracle: &Oracle<'_>) -> Vec<(usize, Told)> {
    let world = oracle.world;
    let mut found = Vec::new();
    for at in oracle.claims().filter(|at| !world.claims[*at].denies && oracle.valid[*at].is_open()) {
        let claim = &world.claims[at];
        let attested = known_supports(world, at).into_iter().filter_map(|cited| attested_on(world, cited));
        let newest = attested.map(Date::latest).max();
        let relation = &world.relations[claim.relation];
        if let (Some(newest), Some(days), false) = (newest, relation.review_days, relation.event)
            && !oracle.is_pending(at)
            && newest.max(oracle.days[at].fe) + days < oracle.as_of
        {
            found.push((at, told("stale", &[at])));
        }
    }
    // What is pending, an event or not: too long after its newest source, or from its earliest day on.
    for at in oracle.claims().filter(|at| oracle.is_awaited(*at)) {
        let claim = &world.claims[at];
        let attested = known_supports(world, at).into_iter().filter_map(|cited| attested_on(world, cited));
        let due = attested.map(Date::latest).max().zip(world.relations[claim.relation].review_days);
        let is_due = match claim.valid {
            Valid::Pending(Some(not_before)) => not_before.earliest() <= oracle.as_of,
            _ => !claim.denies && due.is_some_and(|(newest, days)| newest + days < oracle.as_of),
        };
        if is_due {
            found.push((at, told("stale", &[at])));
        }
    }
    let states = world.relations.iter().enumerate().filter(|(_, record)| !record.event);
    for (relation, record) in states {
        let subjects = (0..world.parts.len()).map(|subject| (subject, None));
        let pairs = (0..world.parts.len())
            .flat_map(|subject| (0..world.parts.len()).map(move |object| (subject, Some(object))));
        let timelines = subjects.filter(|_| record.functional).chain(pairs.filter(|_| record.one_value));
        for (subject, object) in timelines {
            let timeline = oracle.claims().filter(|at| {
                let claim = &world.claims[*at];
                let of_pair = object.is_none_or(|object| claim.object == object && claim.value.is_some());
                oracle.asserts(*at, relation) && claim.subject == subject && of_pair
            });
            let end = |at: usize| (oracle.days[at].ul, oracle.days[at].ue);
            for last in timeline.clone().filter(|at| timeline.clone().all(|other| end(other) <= end(*at))) {
                let supersedes = |other: usize| {
                    world.linked(other, "supersedes").contains(&last) && !oracle.is_not_yet(other)
                };
                let followed = oracle.claims().any(supersedes);
                let ended = !oracle.valid[last].is_open() && oracle.days[last].ul < oracle.as_of;
                if world.claims[last].relation == relation && ended && !followed {
                    found.push((last, told("expired", &[last])));
                }
            }
        }
    }
    found
}

/// Claims that say the same: each is reported once, as a duplicate of the first of its like, else as finer than the
/// coarsest.
fn restatements(oracle: &Oracle<'_>) -> Vec<Told> {
    let claims = &oracle.world.claims;
    let mut found = Vec::new();
    for at in oracle.claims() {
        let same = |other: &usize| {
            let (one, two) = (&claims[at], &claims[*other]);
            *other != at
                && (one.relation, one.subject, one.object, one.value, one.denies)
                    == (two.relation, two.subject, two.object, two.value, two.denies)
                && !oracle.is_linked(at, *other)
        };
        let valid = claims[at].valid;
        let like = oracle
            .claims()
            .filter(same)
            .filter(|other| claims[*other].valid == valid && oracle.content(*other) < oracle.content(at));
        let coarser = oracle.claims().filter(same).filter(|other| valid.refines(claims[*other].valid));
        let coarsest = coarser.min_by_key(|other| {
            let (start, end) = claims[*other].valid.ends();
            let bounds =
                |date: Option<Date>| date.map_or((NEVER, ALWAYS), |date| (date.earliest(), date.latest()));
            let ((fe, fl), (ue, ul)) = (bounds(start.date()), bounds(end.date()));
            (fe, -ul, -fl, ue, oracle.content(*other))
        });
        if let Some(first) = like.min_by_key(|other| oracle.content(*other)) {
            found.push(told("duplicate", &[at, first]));
        } else if let Some(coarse) = coarsest {
            found.push(told("refinement", &[at, coarse]));
        }
    }
    found
}

/// One claim for each object among these, that which begins first, in the order of their beginnings.
fn one_each(oracle: &Oracle<'_>, claims: &[usize]) -> Vec<usize> {
    let first = |at: usize| oracle.begun(at);
    let object = |at: usize| oracle.world.claims[at].object;
    let is_first =
        |at: &usize| claims.iter().all(|other| object(*other) != object(*at) || first(*other) >= first(*at));
    let mut chosen: Vec<usize> = claims.iter().copied().filter(is_first).collect();
    chosen.sort_by_key(|at| first(*at));
    chosen
}

/// `once`: each object with an earlier rival contradicts the first of these.
fn ever(oracle: &Oracle<'_>, relation: usize) -> Vec<Told> {
    let world = oracle.world;
    let mut found = Vec::new();
    for subject in (0..world.parts.len()).filter(|_| world.relations[relation].once) {
        let of = |at: &usize| oracle.asserts(*at, relation) && world.claims[*at].subject == subject;
        let values = one_each(oracle, &oracle.claims().filter(of).collect::<Vec<_>>());
        for (at, value) in values.iter().enumerate() {
            let rival =
                |other: &&usize| oracle.rivals(world.claims[**other].object, world.claims[*value].object);
            found.extend(
                values[..at].iter().find(rival).map(|first| told("contradiction", &[*value, *first])),
            );
        }
    }
    found
}

/// At most this many objects at a time: day by day, a finding for each unbroken run of days with too many.
fn too_many(oracle: &Oracle<'_>, relation: usize, most: usize) -> Vec<Told> {
    let world = oracle.world;
    let mut found = Vec::new();
    for subject in 0..world.parts.len() {
        let of = |at: &usize| oracle.asserts(*at, relation) && world.claims[*at].subject == subject;
        let timeline: Vec<usize> = oracle.claims().filter(of).collect();
        // A state is not counted on its last day, on which it may hand over, but one without an end is on its first.
        let holds = |at: usize, day: i64| {
            let Days { fe, fl, ue, .. } = oracle.days[at];
            let first_day = oracle.valid[at].is_open() && fe == fl && day == fl;
            first_day || fl <= day && day <= if oracle.is_event(at) { ue } else { ue - 1 }
        };
        let too_many = |day: i64| {
            let holding: Vec<usize> = timeline.iter().copied().filter(|at| holds(*at, day)).collect();
            Some(one_each(oracle, &holding)).filter(|holding| holding.len() > most)
        };
        // What holds changes only on a first day or after a last one.
        for day in timeline.iter().map(|at| oracle.days[*at].fl).filter(|day| *day != ALWAYS) {
            if let (Some(holding), None) = (too_many(day), too_many(day - 1)) {
                found.push(told("contradiction", &holding));
            }
        }
    }
    found
}

/// Of the claims that begin before they may, the one that does so most.
fn order(oracle: &Oracle<'_>, relation: usize) -> Vec<Told> {
    let world = oracle.world;
    // A claim begins no later than it ends.
    let start = |at: usize| match world.claims[at].valid {
        Valid::Pending(_) => Some((oracle.days[at].fe, oracle.days[at].fl)),
        valid => valid.has_start().then(|| valid.days(&[], true)).map(|days| (days.fe, days.fl)),
    };
    let mut found = Vec::new();
    for first in oracle.claims().filter(|at| oracle.says(*at, relation)) {
        let Some((begins, _)) = start(first) else { continue };
        let later = |at: &usize| {
            let then = world.relations[relation].before.iter().any(|then| oracle.says(*at, *then));
            then && *at != first && world.claims[*at].subject == world.claims[first].subject
        };
        let later = oracle.claims().filter(later).filter_map(|at| Some((start(at)?.1, oracle.begun(at), at)));
        found.extend(
            later
                .min()
                .filter(|soonest| soonest.0 < begins)
                .map(|soonest| told("order", &[soonest.2, first])),
        );
    }
    found
}

/// Claims of symmetric and inverse relations that are not on record in the other direction.
fn mirrors(oracle: &Oracle<'_>, relation: usize) -> Vec<Told> {
    let record = &oracle.world.relations[relation];
    let back = record.inverse.unwrap_or(relation);
    let mut found = Vec::new();
    if record.symmetric || record.inverse.is_some() {
        found.extend(unmirrored(oracle, relation, back));
        found.extend(unmirrored(oracle, back, relation));
    }
    found
}

fn unmirrored(oracle: &Oracle<'_>, relation: usize, back: usize) -> Vec<Told> {
    let claims = &oracle.world.claims;
    let mirrors = |one: usize, two: usize| {
        let (a, b) = (oracle.days[one], oracle.days[two]);
        oracle.asserts(two, back)
            && (claims[one].subject, claims[one].object) == (claims[two].object, claims[two].subject)
            && a.fe <= b.ul
            && b.fe <= a.ul
    };
    let of = |at: &usize| claims[*at].relation == relation && oracle.asserts(*at, relation);
    let alone = |at: &usize| !oracle.claims().any(|other| mirrors(*at, other));
    oracle.claims().filter(of).filter(alone).map(|at| told("missing-companion", &[at])).collect()
}
