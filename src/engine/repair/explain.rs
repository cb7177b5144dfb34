//! The repair of a cluster in terms of claims: what to do, which claims stay instead, and what made them better.

use std::collections::{BTreeMap, BTreeSet};

use super::Pair;
use super::system::{ClaimFate, RepairSystem};
use super::weight::Weights;
use crate::check::Excess;
use crate::graph::{Succession, View};
use crate::model::{
    ClaimId, LawFact, LinkKind, Preference, RepairAction, RepairStep, RepairedCluster, Repairs,
};
use crate::repair::Component;
use crate::time::Edge;

/// One component as a cluster of claims.
pub fn cluster(
    view: &View<'_>,
    system: &RepairSystem<'_>,
    part: &Component,
    weights: &Weights<'_, '_>,
    dropped: &[ClaimId],
) -> RepairedCluster {
    let claims = system.members(part);
    let (pairs, excesses) = (system.pairs_of(&claims), system.excesses_of(&claims));
    let explanation = Explanation { view, system, part, weights, dropped, rivals: rivals(&pairs, &excesses) };
    let mut found = RepairedCluster {
        contradictions: pairs.len() + excesses.len(),
        settled: Vec::new(),
        undetermined: Vec::new(),
        choice: Vec::new(),
        undecided: Vec::new(),
        changes: (0, 0),
        least: (0, 0),
        optimal: part.is_proven(),
        optima: part.optima,
        claims,
    };
    // What another claim corrects takes no part as long as that one stays.
    found.claims.retain(|claim| view.is_live(*claim) || explanation.comes_back(*claim));
    for claim in found.claims.clone() {
        let chosen = system.chosen(claim, part);
        match chosen {
            ClaimFate::Dropped => found.changes.0 += 1,
            ClaimFate::Closed => found.changes.1 += 1,
            _ => {}
        }
        let fate = system.fate(claim, part);
        let is_settled = fate == chosen && (fate != ClaimFate::Closed || explanation.is_end_settled(claim));
        let actions = if is_settled { &mut found.settled } else { &mut found.choice };
        actions.extend(explanation.action(claim, chosen));
        match fate {
            ClaimFate::Undecided => found.undecided.push(claim),
            _ if !is_settled => found.undetermined.push(claim),
            _ => {}
        }
    }
    found.least = least(system, part, weights, &found);
    found
}

/// How many claims a repair must drop and close at least, where that is known.
fn least(
    system: &RepairSystem<'_>,
    part: &Component,
    weights: &Weights<'_, '_>,
    found: &RepairedCluster,
) -> (usize, usize) {
    if found.optimal {
        return found.changes;
    }
    let idle = system.idle(&found.claims);
    let (cost, least, at) = (part.cost - idle, part.least - idle, weights.fewest());
    if cost.0[..at] != least.0[..at] {
        return (0, 0);
    }
    let count = |level: i64| usize::try_from(level).unwrap_or(0);
    let dropped = count(least.0[at]);
    (dropped, if dropped == found.changes.0 { count(least.0[at + 1]) } else { 0 })
}

/// A claim that excludes another, with the law, and whether the other is settled by closing it.
struct Rival<'p> {
    claim: ClaimId,
    law: Option<&'p LawFact>,
    closes: bool,
}

fn rivals<'p>(
    pairs: &[&'p Pair],
    excesses: &[&'p (Excess, Option<LawFact>)],
) -> BTreeMap<ClaimId, Vec<Rival<'p>>> {
    let mut rivals: BTreeMap<ClaimId, Vec<Rival<'p>>> = BTreeMap::new();
    for (pair, law) in pairs {
        let law = law.as_ref();
        let (older, newer) = (pair.older, pair.newer);
        rivals.entry(older).or_default().push(Rival { claim: newer, law, closes: pair.can_close });
        rivals.entry(newer).or_default().push(Rival { claim: older, law, closes: false });
    }
    for (excess, law) in excesses {
        for claim in &excess.claims {
            let others = excess.claims.iter().filter(|other| *other != claim);
            let law = law.as_ref();
            let others = others.map(|other| Rival { claim: *other, law, closes: false });
            rivals.entry(*claim).or_default().extend(others);
        }
    }
    rivals
}

struct Explanation<'e, 'p, 'v, 'a> {
    view: &'e View<'a>,
    system: &'e RepairSystem<'p>,
    part: &'e Component,
    weights: &'e Weights<'v, 'a>,
    /// All claims that the repair drops, of other clusters too.
    dropped: &'e [ClaimId],
    rivals: BTreeMap<ClaimId, Vec<Rival<'p>>>,
}

impl Explanation<'_, '_, '_, '_> {
    fn action(&self, claim: ClaimId, chosen: ClaimFate) -> Option<RepairAction> {
        match chosen {
            ClaimFate::Dropped => Some(self.drop(claim)),
            ClaimFate::Closed => self.close(claim),
            _ => None,
        }
    }

    /// Whether a claim that others correct takes part again, as none of them stays.
    fn comes_back(&self, claim: ClaimId) -> bool {
        let links = self.view.graph.supersession.links_to(claim).iter();
        let mut correcting = links.filter(|(kind, _)| *kind == LinkKind::Corrects).map(|(_, by)| *by);
        correcting.all(|by| self.dropped.binary_search(&by).is_ok())
    }

    /// The claims that exclude one and stay.
    fn staying(&self, claim: ClaimId) -> Vec<&Rival<'_>> {
        let rivals = self.rivals.get(&claim).map_or(&[][..], Vec::as_slice);
        rivals
            .iter()
            .filter(|rival| self.system.chosen(rival.claim, self.part) != ClaimFate::Dropped)
            .collect()
    }

    fn drop(&self, claim: ClaimId) -> RepairAction {
        let mut staying = self.staying(claim);
        // What is better by the preference that counts most comes first.
        staying.sort_by_cached_key(|rival| std::cmp::Reverse(self.weights.dropping(rival.claim)));
        let decided_by = staying.first().and_then(|rival| self.weights.deciding(rival.claim, claim));
        let law = staying.first().and_then(|rival| rival.law).cloned();
        let because = staying.into_iter().map(|rival| rival.claim).collect();
        let decided_by = decided_by.unwrap_or(Preference::Fewest);
        RepairAction { claim, step: RepairStep::Drop, because, decided_by, law }
    }

    fn close(&self, claim: ClaimId) -> Option<RepairAction> {
        let begins = |rival: &&Rival<'_>| self.view.claims().period(rival.claim).start();
        let mut staying = self.staying(claim);
        staying.retain(|rival| rival.closes);
        staying.sort_by_key(|rival| (begins(rival).earliest, begins(rival).latest));
        let first = staying.first()?;
        let (step, law) = (RepairStep::Close(begins(first)), first.law.cloned());
        let because = staying.iter().map(|rival| rival.claim).collect();
        Some(RepairAction { claim, step, because, decided_by: Preference::Fewest, law })
    }

    /// Whether all repairs of least cost close a claim on the same date: what begins first and settles it stays in all of them.
    fn is_end_settled(&self, claim: ClaimId) -> bool {
        let begins = |claim: ClaimId| self.view.claims().period(claim).start();
        let Some(first) = self.close(claim).and_then(|action| action.because.first().copied()) else {
            return false;
        };
        let is_earlier = |other: ClaimId| begins(other).earliest < begins(first).earliest;
        let closing = self.rivals.get(&claim).into_iter().flatten().filter(|rival| rival.closes);
        closing.filter(|rival| rival.claim == first || is_earlier(rival.claim)).all(|rival| {
            let fate = self.system.fate(rival.claim, self.part);
            let stays = matches!(fate, ClaimFate::Kept | ClaimFate::Closed);
            if rival.claim == first { stays } else { fate == ClaimFate::Dropped }
        })
    }
}

/// The closings of claims that are still open although another has taken over, where both stay.
pub fn closings(view: &View<'_>, taken_over: &[Succession], repairs: &Repairs) -> Vec<RepairAction> {
    let touched: BTreeSet<ClaimId> = repairs
        .clusters
        .iter()
        .flat_map(|cluster| {
            let actions = cluster.settled.iter().chain(&cluster.choice).map(|action| action.claim);
            actions.chain(cluster.undetermined.iter().copied())
        })
        .collect();
    // What is surely closed itself began when it did.
    let closed: BTreeSet<ClaimId> = repairs
        .settled()
        .filter(|action| action.step != RepairStep::Drop)
        .map(|action| action.claim)
        .collect();
    let stays = |claim: ClaimId| !touched.contains(&claim) || closed.contains(&claim);
    let claims = view.claims();
    // An end that is recorded stays, though nobody may have known it by the day that is asked about.
    let is_open = |claim: ClaimId| claims.period(claim).end_edge() != Edge::Stated;
    let mut found: Vec<RepairAction> = taken_over
        .iter()
        .filter(|taken| is_open(taken.older))
        .filter(|taken| !touched.contains(&taken.older) && stays(taken.newer))
        .filter(|taken| {
            [taken.older, taken.newer].iter().all(|claim| claims.period(*claim).start_edge() == Edge::Stated)
        })
        .map(|taken| RepairAction {
            claim: taken.older,
            step: RepairStep::Close(claims.period(taken.newer).start()),
            because: vec![taken.newer],
            decided_by: Preference::Fewest,
            law: None,
        })
        .collect();
    found.sort_by_key(|action| action.claim);
    found.dedup_by_key(|action| action.claim);
    found
}
