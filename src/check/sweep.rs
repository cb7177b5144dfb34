//! Finds the pairs of claims in a group whose periods clash, without comparing all pairs.
//!
//! *Law.* Claims a and b of a group clash certainly iff they are rivals and `fl(a) < ue(b) ∧ fl(b) < ue(a)` (`≤` where
//! one is an event), and possibly iff both ends of both are stated, `fe(a) < ul(b) ∧ fe(b) < ul(a)`, they do not clash
//! certainly, and neither hands over to the other. That is `time::conflict`, which has the last word on each pair here.
//!
//! *Sweep.* Sorted by `fl`, the claims that can clash certainly with a are a run that ends where `fl` reaches `ue(a)`;
//! likewise with `fe` and `ul`. What is compared is therefore what overlaps. Where very many overlap, they are counted by
//! their far sides and told as one cluster.

use crate::graph::Row;
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
struct Member<'a> {
    row: &'a Row,
    period: Period,
    class: Object,
    side: Side,
}

/// Who is a rival of whom, and which far sides count as the same when too many are counted.
pub struct Rivalry<'a> {
    /// Whether two claims exclude each other when they hold at one time.
    pub rivals: &'a (dyn Fn(&Row, &Row) -> bool + Sync),
    /// What two claims must differ in to be rivals: claims with an equal class never are.
    pub class: &'a (dyn Fn(&Row) -> Object + Sync),
    /// On which side of the law each claim stands; those that stand on one side only are no rivals of each other.
    pub side: &'a (dyn Fn(&Row) -> Side + Sync),
}

impl Rivalry<'_> {
    /// Whether two claims exclude each other when they hold at one time.
    #[must_use]
    pub fn excludes(&self, one: &Row, two: &Row) -> bool {
        (self.side)(one).faces((self.side)(two))
            && (self.class)(one) != (self.class)(two)
            && (self.rivals)(one, two)
    }
}

/// The side of a law that excludes this by that.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// What the law is about.
    One,
    /// What is excluded.
    Other,
    /// Both: what the law is about excludes its like.
    Both,
}

impl Side {
    /// Whether claims on these sides can be rivals at all.
    #[must_use]
    pub fn faces(self, other: Self) -> bool {
        self == Self::Both || other == Self::Both || self != other
    }
}

/// All clashes among `group`.
#[must_use]
pub fn clashes(group: &[Row], rivalry: &Rivalry<'_>) -> Vec<Clash> {
    let mut found = Vec::new();
    if group.len() < 2 {
        return found;
    }
    let member =
        |row| Member { row, period: row.period, class: (rivalry.class)(row), side: (rivalry.side)(row) };
    let mut members: Vec<Member<'_>> = group.iter().map(member).collect();
    members.sort_unstable_by_key(|member| (member.period.fl(), member.row.claim));
    each_knot(&members, |period| (period.fl(), period.ue()), |knot| certain(knot, rivalry, &mut found));
    members.retain(|member| member.period.both_stated());
    members.sort_unstable_by_key(|member| (member.period.fe(), member.row.claim));
    each_knot(&members, |period| (period.fe(), period.ul()), |knot| possible(knot, rivalry, &mut found));
    found
}

/// Cuts sorted members where nothing reaches across: what clashes lies in one knot.
fn each_knot<'a>(
    members: &[Member<'a>],
    ends: impl Fn(Period) -> (Day, Day),
    mut take: impl FnMut(&[Member<'a>]),
) {
    let mut start = 0;
    let mut reach = Day::MIN;
    for (at, member) in members.iter().enumerate() {
        let (from, until) = ends(member.period);
        if at > start && from > reach {
            if at - start > 1 {
                take(&members[start..at]);
            }
            start = at;
            reach = Day::MIN;
        }
        reach = reach.max(until).max(from);
    }
    if members.len() - start > 1 {
        take(&members[start..]);
    }
}

fn certain(knot: &[Member<'_>], rivalry: &Rivalry<'_>, found: &mut Vec<Clash>) {
    let ends = |member: &Member<'_>| (member.period.fl(), member.period.ue());
    if overlapping(knot, ends) > MOST_COMPARED {
        let pairs = count_rivals(knot, ends);
        if pairs > 0 {
            found.push(cluster(knot, pairs));
        }
        return;
    }
    let before = found.len();
    each_overlap(knot, ends, |one, two| {
        if clash(one, two, rivalry) == Conflict::Certain {
            found.push(Clash::Pair(one.row.claim, two.row.claim, Conflict::Certain));
        }
    });
    let pairs = found.len() - before;
    if pairs > MOST_PAIRS {
        found.truncate(before);
        found.push(cluster(knot, pairs));
    }
}

fn possible(knot: &[Member<'_>], rivalry: &Rivalry<'_>, found: &mut Vec<Clash>) {
    let ends = |member: &Member<'_>| (member.period.fe(), member.period.ul());
    if overlapping(knot, ends) > MOST_COMPARED {
        // So many certain overlaps have been told as a cluster already; what is merely possible adds nothing.
        return;
    }
    let before = found.len();
    each_overlap(knot, ends, |one, two| {
        if clash(one, two, rivalry) == Conflict::Possible {
            found.push(Clash::Pair(one.row.claim, two.row.claim, Conflict::Possible));
        }
    });
    if found.len() - before > MOST_PAIRS {
        found.truncate(before + MOST_PAIRS);
    }
}

/// Calls `compare` for all pairs of which the later one begins no later than the earlier one ends.
fn each_overlap(
    knot: &[Member<'_>],
    ends: impl Fn(&Member<'_>) -> (Day, Day),
    mut compare: impl FnMut(&Member<'_>, &Member<'_>),
) {
    for (at, one) in knot.iter().enumerate() {
        let until = ends(one).1;
        for two in knot[at + 1..].iter().take_while(|two| ends(two).0 <= until) {
            compare(one, two);
        }
    }
}

/// How many pairs `each_overlap` would look at.
fn overlapping(knot: &[Member<'_>], ends: impl Fn(&Member<'_>) -> (Day, Day)) -> usize {
    let reached = |(at, one): (usize, &Member<'_>)| {
        let until = ends(one).1;
        knot.partition_point(|two| ends(two).0 <= until).saturating_sub(at + 1)
    };
    knot.iter().enumerate().map(reached).sum()
}

/// How many overlapping pairs differ in class and face each other: all that differ, less those on one side.
fn count_rivals(knot: &[Member<'_>], ends: impl Fn(&Member<'_>) -> (Day, Day) + Copy) -> usize {
    let differing = |members: &[Member<'_>]| {
        let mut sorted = members.to_vec();
        sorted.sort_by_key(|member| (member.class, ends(member).0));
        let within: usize =
            sorted.chunk_by(|one, two| one.class == two.class).map(|class| overlapping(class, ends)).sum();
        overlapping(members, ends) - within
    };
    let on = |side: Side| -> Vec<Member<'_>> {
        knot.iter().filter(|member| member.side == side).copied().collect()
    };
    differing(knot) - differing(&on(Side::One)) - differing(&on(Side::Other))
}

fn cluster(knot: &[Member<'_>], pairs: usize) -> Clash {
    Clash::Cluster(knot.iter().map(|member| member.row.claim).collect(), pairs)
}

fn clash(one: &Member<'_>, two: &Member<'_>, rivalry: &Rivalry<'_>) -> Conflict {
    let contact = if one.row.event || two.row.event { Contact::Closed } else { Contact::Strict };
    let conflict = conflict(one.period, two.period, contact);
    let facing = one.side.faces(two.side);
    if conflict == Conflict::None || !facing || one.class == two.class || !(rivalry.rivals)(one.row, two.row)
    {
        return Conflict::None;
    }
    conflict
}
