//! Finds the pairs of claims in a group whose periods clash, without comparing all pairs.
//!
//! *Law.* Claims a and b of a group clash certainly iff they are rivals and `fl(a) < ue(b) ∧ fl(b) < ue(a)` (`≤` where
//! one is an event), and possibly iff both ends of both are stated, `fe(a) < ul(b) ∧ fe(b) < ul(a)`, they do not clash
//! certainly, and neither hands over to the other. That is `time::conflict`, which has the last word on each pair here.
//!
//! *Sweep.* Sorted by `fl`, the claims that can clash certainly with a are a run that ends where `fl` reaches `ue(a)`;
//! likewise with `fe` and `ul`. What is compared is therefore what overlaps. Where very many overlap, they are counted by
//! their far sides and told as one cluster.

use crate::graph::View;
use crate::model::{ClaimId, Object};
use crate::time::{Conflict, Contact, Day, Period, conflict};

/// More clashing pairs than this in one knot of claims are told as one cluster.
pub const MOST_PAIRS: usize = 1000;

/// More overlapping pairs than this are counted, not looked at one by one.
const MOST_COMPARED: usize = 100_000;

/// What a sweep finds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Clash {
    /// Two claims.
    Pair(ClaimId, ClaimId, Conflict),
    /// Many claims, of which so many pairs clash certainly.
    Cluster(Vec<ClaimId>, usize),
}

/// A claim with what the sweep needs of it.
#[derive(Debug, Clone, Copy)]
struct Member {
    claim: ClaimId,
    period: Period,
    event: bool,
    object: Object,
    side: bool,
}

/// Who is a rival of whom, and which far sides count as the same when too many are counted.
pub struct Rivalry<'a> {
    /// Whether two claims exclude each other when they hold at one time.
    pub rivals: &'a (dyn Fn(ClaimId, ClaimId) -> bool + Sync),
    /// What two claims must differ in to be rivals: claims with an equal class never are.
    pub class: &'a (dyn Fn(ClaimId) -> Object + Sync),
    /// The side on which a claim stands, where only claims of different sides can be rivals.
    pub side: Option<&'a (dyn Fn(ClaimId) -> bool + Sync)>,
}

/// All clashes among `group`.
#[must_use]
pub fn clashes(view: &View<'_>, group: &[ClaimId], rivalry: &Rivalry<'_>) -> Vec<Clash> {
    if group.len() < 2 {
        return Vec::new();
    }
    let member = |claim: &ClaimId| Member {
        claim: *claim,
        period: view.period(*claim),
        event: view.is_event(*claim),
        object: (rivalry.class)(*claim),
        side: rivalry.side.is_some_and(|side| side(*claim)),
    };
    let mut members: Vec<Member> = group.iter().map(member).collect();
    let mut found = Vec::new();
    members.sort_unstable_by_key(|member| (member.period.fl(), member.claim));
    for knot in knots(&members, |period| (period.fl(), period.ue())) {
        certain(knot, rivalry, &mut found);
    }
    let mut stated: Vec<Member> = members.into_iter().filter(|member| member.period.both_stated()).collect();
    stated.sort_unstable_by_key(|member| (member.period.fe(), member.claim));
    for knot in knots(&stated, |period| (period.fe(), period.ul())) {
        possible(knot, rivalry, &mut found);
    }
    found
}

/// Cuts sorted members where nothing reaches across: what clashes lies in one knot.
fn knots(members: &[Member], ends: impl Fn(Period) -> (Day, Day)) -> Vec<&[Member]> {
    let mut knots = Vec::new();
    let mut start = 0;
    let mut reach = Day::MIN;
    for (at, member) in members.iter().enumerate() {
        let (from, until) = ends(member.period);
        if at > start && from > reach {
            knots.push(&members[start..at]);
            start = at;
            reach = Day::MIN;
        }
        reach = reach.max(until).max(from);
    }
    knots.push(&members[start..]);
    knots.retain(|knot| knot.len() > 1);
    knots
}

fn certain(knot: &[Member], rivalry: &Rivalry<'_>, found: &mut Vec<Clash>) {
    let ends = |member: &Member| (member.period.fl(), member.period.ue());
    if overlapping(knot, ends) > MOST_COMPARED {
        let pairs = count_rivals(knot, rivalry, ends);
        if pairs > 0 {
            found.push(cluster(knot, pairs));
        }
        return;
    }
    let before = found.len();
    each_overlap(knot, ends, |one, two| {
        if clash(one, two, rivalry) == Conflict::Certain {
            found.push(Clash::Pair(one.claim, two.claim, Conflict::Certain));
        }
    });
    let pairs = found.len() - before;
    if pairs > MOST_PAIRS {
        found.truncate(before);
        found.push(cluster(knot, pairs));
    }
}

fn possible(knot: &[Member], rivalry: &Rivalry<'_>, found: &mut Vec<Clash>) {
    let ends = |member: &Member| (member.period.fe(), member.period.ul());
    if overlapping(knot, ends) > MOST_COMPARED {
        // So many certain overlaps have been told as a cluster already; what is merely possible adds nothing.
        return;
    }
    let before = found.len();
    each_overlap(knot, ends, |one, two| {
        if clash(one, two, rivalry) == Conflict::Possible {
            found.push(Clash::Pair(one.claim, two.claim, Conflict::Possible));
        }
    });
    if found.len() - before > MOST_PAIRS {
        found.truncate(before + MOST_PAIRS);
    }
}

/// Calls `compare` for all pairs of which the later one begins no later than the earlier one ends.
fn each_overlap(knot: &[Member], ends: impl Fn(&Member) -> (Day, Day), mut compare: impl FnMut(&Member, &Member)) {
    for (at, one) in knot.iter().enumerate() {
        let until = ends(one).1;
        for two in knot[at + 1..].iter().take_while(|two| ends(two).0 <= until) {
            compare(one, two);
        }
    }
}

/// How many pairs `each_overlap` would look at.
fn overlapping(knot: &[Member], ends: impl Fn(&Member) -> (Day, Day)) -> usize {
    let reached = |(at, one): (usize, &Member)| {
        let until = ends(one).1;
        knot.partition_point(|two| ends(two).0 <= until).saturating_sub(at + 1)
    };
    knot.iter().enumerate().map(reached).sum()
}

/// How many overlapping pairs differ in class (and side): all of them, less those within a class.
fn count_rivals(knot: &[Member], rivalry: &Rivalry<'_>, ends: impl Fn(&Member) -> (Day, Day) + Copy) -> usize {
    let within = |key: &dyn Fn(&Member) -> (Object, bool)| -> usize {
        let mut sorted: Vec<Member> = knot.to_vec();
        sorted.sort_by_key(|member| (key(member), ends(member).0));
        sorted.chunk_by(|one, two| key(one) == key(two)).map(|class| overlapping(class, ends)).sum()
    };
    let all = overlapping(knot, ends);
    let same_class = within(&|member| (member.object, false));
    if rivalry.side.is_none() {
        return all - same_class;
    }
    let same_side = within(&|member| (Object::None, member.side));
    let same_both = within(&|member| (member.object, member.side));
    (all + same_both).saturating_sub(same_class + same_side)
}

fn cluster(knot: &[Member], pairs: usize) -> Clash {
    Clash::Cluster(knot.iter().map(|member| member.claim).collect(), pairs)
}

fn clash(one: &Member, two: &Member, rivalry: &Rivalry<'_>) -> Conflict {
    let contact = if one.event || two.event { Contact::Closed } else { Contact::Strict };
    let conflict = conflict(one.period, two.period, contact);
    let facing = rivalry.side.is_none() || one.side != two.side;
    if conflict == Conflict::None || !facing || one.object == two.object || !(rivalry.rivals)(one.claim, two.claim) {
        return Conflict::None;
    }
    conflict
}
