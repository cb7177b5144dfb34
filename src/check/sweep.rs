//! Finds the pairs of claims in a group whose periods clash, without comparing all pairs.
//!
//! *Law.* Claims a and b of a group clash certainly iff they are rivals and `fl(a) < ue(b) ∧ fl(b) < ue(a)` (`≤` where
//! one is an event), where the first day of a claim without an end counts; and possibly iff both starts are stated, for
//! some choice of days they hold together, a claim without an end on its first day, they do not clash certainly, and neither
//! hands over to the other. That is `time::conflict`, which decides each pair here.
//!
//! *Sweep.* Sorted by `fl`, the claims that can clash certainly with a are a run that ends where `fl` reaches `ue(a)`;
//! likewise with `fe` and `ul`, or the last day on which a claim without an end may have begun. What is compared is therefore
//! what overlaps. Where very many overlap, they are counted by their far sides and are one finding.

use super::found::Found;
use crate::graph::{Rivalry, Side, ViewRow};
use crate::model::Object;
use crate::time::{Conflict, Contact, Day, Edge, conflict};

/// A cluster with more clashing pairs than this becomes one finding.
pub const MOST_PAIRS: usize = 1000;

/// Beyond this many overlapping pairs, pairs are counted, not examined one by one.
const MOST_COMPARED: usize = 100_000;

/// The same where each pair is wanted.
const MOST_WANTED: usize = 5_000_000;

/// How many pairs of a cluster are listed, and how many are looked at.
#[derive(Debug, Clone, Copy)]
pub struct Most {
    pub listed: usize,
    pub compared: usize,
}

impl Most {
    /// For a run that wants each pair, or not.
    pub fn of(wants_pairs: bool) -> Self {
        match wants_pairs {
            true => Self { listed: MOST_WANTED, compared: MOST_WANTED },
            false => Self { listed: MOST_PAIRS, compared: MOST_COMPARED },
        }
    }
}

/// A claim on its way through a sweep, with the days between which it is swept.
#[derive(Debug, Clone, Copy)]
struct SweptClaim<'a> {
    from: Day,
    until: Day,
    row: &'a ViewRow,
}

impl<'a> SweptClaim<'a> {
    /// From where it certainly has begun until where it may have ended.
    fn known(row: &'a ViewRow) -> Self {
        Self { from: row.period.fl(), until: row.period.ue(), row }
    }

    /// From where it may have begun until where it certainly has ended; without an end, until where it has begun.
    fn possible(row: &'a ViewRow) -> Self {
        let until = if row.open { row.period.fl() } else { row.period.ul() };
        Self { from: row.period.fe(), until, row }
    }
}

/// All clashes among `group`, the two of each in no order; each pair of a large cluster only if that is wanted.
#[must_use]
pub fn clashes(group: &[ViewRow], rivalry: &Rivalry<'_>, wants_pairs: bool) -> Vec<Found> {
    let most = Most::of(wants_pairs);
    let mut found = Vec::new();
    if group.len() < 2 {
        return found;
    }
    let mut members: Vec<SweptClaim<'_>> = group.iter().map(SweptClaim::known).collect();
    each_cluster(&mut members, |cluster| certain(cluster, rivalry, most, &mut found));
    members.clear();
    let begins = |row: &&ViewRow| row.period.start_edge() != Edge::Unknown;
    members.extend(group.iter().filter(begins).map(SweptClaim::possible));
    each_cluster(&mut members, |cluster| possible(cluster, rivalry, &mut found));
    found
}

/// Sorts members by where they begin, and cuts them where nothing reaches across: what clashes lies in one cluster.
fn each_cluster<'a>(members: &mut [SweptClaim<'a>], mut take: impl FnMut(&[SweptClaim<'a>])) {
    members.sort_unstable_by_key(|member| (member.from, member.row.claim));
    let mut start = 0;
    let mut reach = Day::MIN;
    for (at, member) in members.iter().enumerate() {
        if at > start && member.from > reach {
            if at - start > 1 {
                take(&members[start..at]);
            }
            start = at;
            reach = Day::MIN;
        }
        reach = reach.max(member.until).max(member.from);
    }
    if members.len() - start > 1 {
        take(&members[start..]);
    }
}

fn certain(cluster: &[SweptClaim<'_>], rivalry: &Rivalry<'_>, most: Most, found: &mut Vec<Found>) {
    if is_too_dense(cluster, most.compared) {
        let pairs = count_rivals(cluster, rivalry);
        if pairs > 0 {
            found.push(whole(cluster, pairs));
        }
        return;
    }
    let before = found.len();
    each_clash(cluster, rivalry, Conflict::Certain, usize::MAX, found);
    let pairs = found.len() - before;
    if pairs > most.listed {
        found.truncate(before);
        found.push(whole(cluster, pairs));
    }
}

fn possible(cluster: &[SweptClaim<'_>], rivalry: &Rivalry<'_>, found: &mut Vec<Found>) {
    let before = found.len();
    each_clash(cluster, rivalry, Conflict::Possible, MOST_COMPARED, found);
    found.truncate(before + MOST_PAIRS);
}

/// Looks at the pairs of which the later one begins no later than the earlier one ends, for those that clash as `wanted`,
/// but at no more than `most`.
fn each_clash(
    cluster: &[SweptClaim<'_>],
    rivalry: &Rivalry<'_>,
    wanted: Conflict,
    most: usize,
    found: &mut Vec<Found>,
) {
    let mut left = most;
    // Computed once for each claim, not for each pair: in a large cluster that is most of the work.
    let sides = |member: &SweptClaim<'_>| ((rivalry.class)(member.row), (rivalry.side)(member.row));
    let sides: Vec<(Object, Side)> = cluster.iter().map(sides).collect();
    for (at, one) in cluster.iter().enumerate() {
        let (class, side) = sides[at];
        let later = cluster.iter().zip(&sides).skip(at + 1).take_while(|(two, _)| two.from <= one.until);
        for (two, (other, faced)) in later.take(left) {
            left -= 1;
            if class == *other || !side.faces(*faced) {
                continue;
            }
            if clash(one.row, two.row) == wanted && (rivalry.rivals)(one.row, two.row) {
                found.push(Found::Clash(one.row.claim, two.row.claim, wanted));
            }
        }
    }
}

fn clash(one: &ViewRow, two: &ViewRow) -> Conflict {
    let contact = if one.event || two.event { Contact::Closed } else { Contact::Strict };
    conflict(one.period, two.period, contact)
}

/// Whether more pairs overlap than are looked at one by one.
fn is_too_dense(cluster: &[SweptClaim<'_>], compared: usize) -> bool {
    cluster.len().pow(2) / 2 > compared && overlapping(cluster) > compared
}

/// How many pairs [`each_clash`] would look at.
fn overlapping(cluster: &[SweptClaim<'_>]) -> usize {
    let reached = |(at, one): (usize, &SweptClaim<'_>)| {
        cluster.partition_point(|two| two.from <= one.until).saturating_sub(at + 1)
    };
    cluster.iter().enumerate().map(reached).sum()
}

/// How many overlapping pairs differ in class and face each other: all that differ, less those on one side.
fn count_rivals(cluster: &[SweptClaim<'_>], rivalry: &Rivalry<'_>) -> usize {
    let class = |member: &SweptClaim<'_>| (rivalry.class)(member.row);
    let differing = |members: &[SweptClaim<'_>]| {
        let mut sorted = members.to_vec();
        sorted.sort_by_key(|member| (class(member), member.from));
        let within: usize = sorted.chunk_by(|one, two| class(one) == class(two)).map(overlapping).sum();
        overlapping(members) - within
    };
    let on = |side: Side| -> Vec<SweptClaim<'_>> {
        cluster.iter().filter(|member| (rivalry.side)(member.row) == side).copied().collect()
    };
    differing(cluster) - differing(&on(Side::One)) - differing(&on(Side::Other))
}

fn whole(cluster: &[SweptClaim<'_>], pairs: usize) -> Found {
    Found::Cluster(cluster.iter().map(|member| member.row.claim).collect(), pairs)
}
