//! Declared links between claims: which supersedes, corrects or repeats which, in chains and circles.

use std::collections::{BTreeMap, BTreeSet};

use petgraph::algo::kosaraju_scc;

use super::{circles, links};
use crate::model::{Base, ClaimId, ClaimIndex, LinkKind};

/// Links between claims, both ways. Only claims that have any take part.
#[derive(Debug, Default)]
pub struct Supersession {
    from: BTreeMap<ClaimId, Vec<(LinkKind, ClaimId)>>,
    to: BTreeMap<ClaimId, Vec<(LinkKind, ClaimId)>>,
    cycles: Vec<Vec<ClaimId>>,
    /// The circle that a claim is in, by its place among them.
    in_cycle: BTreeMap<ClaimId, usize>,
}

impl Supersession {
    /// Follows the links of all claims. Links to claims that do not exist are reported elsewhere and left out.
    #[must_use]
    pub fn new(base: &Base, index: &ClaimIndex) -> Self {
        let mut found = Self::default();
        for (claim, detail) in base.claims.detailed() {
            for link in &detail.links {
                let Some(other) = index.find(&base.claims, &link.to) else { continue };
                found.from.entry(claim).or_default().push((link.kind, other));
                found.to.entry(other).or_default().push((link.kind, claim));
            }
        }
        found.cycles = found.find_cycles();
        let members = found.cycles.iter().enumerate();
        let members = members.flat_map(|(at, cycle)| cycle.iter().map(move |claim| (*claim, at)));
        found.in_cycle = members.collect();
        found
    }

    /// The claims that this one refers to.
    #[must_use]
    pub fn links_from(&self, claim: ClaimId) -> &[(LinkKind, ClaimId)] {
        self.from.get(&claim).map_or(&[], Vec::as_slice)
    }

    /// The claims that refer to this one.
    #[must_use]
    pub fn links_to(&self, claim: ClaimId) -> &[(LinkKind, ClaimId)] {
        self.to.get(&claim).map_or(&[], Vec::as_slice)
    }

    /// Whether either refers to the other in any way.
    #[must_use]
    pub fn are_linked(&self, one: ClaimId, two: ClaimId) -> bool {
        self.links_from(one).iter().any(|(_, other)| *other == two)
            || self.links_from(two).iter().any(|(_, other)| *other == one)
    }

    /// The claims that declare that they take over from this one.
    pub fn successors(&self, claim: ClaimId) -> impl Iterator<Item = ClaimId> {
        let links = self.links_to(claim).iter();
        links.filter(|(kind, _)| *kind == LinkKind::Supersedes).map(|(_, newer)| *newer)
    }

    /// Whether two claims refer to each other in a circle.
    #[must_use]
    pub fn are_in_circle(&self, one: ClaimId, two: ClaimId) -> bool {
        self.in_cycle.get(&one).is_some_and(|cycle| self.in_cycle.get(&two) == Some(cycle))
    }

    /// All claims that are declared to have successors.
    pub fn superseded(&self) -> impl Iterator<Item = ClaimId> {
        self.to.keys().copied().filter(|claim| self.successors(*claim).next().is_some())
    }

    /// Circles of claims that refer to each other; a claim that refers to itself is one.
    #[must_use]
    pub fn cycles(&self) -> &[Vec<ClaimId>] {
        &self.cycles
    }

    /// Strongly connected claims by Kosaraju's algorithm: Tarjan's, as petgraph has it, recurses as deep as the longest
    /// chain.
    fn find_cycles(&self) -> Vec<Vec<ClaimId>> {
        let claims: Vec<ClaimId> =
            self.from.keys().chain(self.to.keys()).copied().collect::<BTreeSet<_>>().into_iter().collect();
        let node = |claim: ClaimId| claims.partition_point(|other| *other < claim);
        let edges = self.from.iter().flat_map(|(claim, links)| {
            let node = &node;
            links.iter().map(move |(_, other)| (node(*claim), node(*other)))
        });
        let graph = links(claims.len(), edges);
        circles(&graph, &kosaraju_scc(&graph), |node| claims[node])
    }
}
