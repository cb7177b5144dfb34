//! The dated graph: what claims are about, which takes over from which, what rests on what, and what held when.
//!
//! The only user of `petgraph`. It derives, it never judges: findings are made in `check`.

mod broader;
mod fetch;
mod parts;
mod provenance;
mod row;
mod supersession;
mod timeline;
mod view;

use petgraph::graph::{DiGraph, NodeIndex};

use crate::model::{Base, ClaimIndex, RelationId, Rule, RuleScope};

pub use broader::Broader;
pub use parts::Parts;
pub use provenance::Provenance;
pub use row::ViewRow;
pub use supersession::Supersession;
pub use timeline::{Rivalry, Side, Succession, Timelines, chain, taken_over};
pub use view::{AsOf, View};

/// What leads to what, by number.
type Links = DiGraph<(), (), u32>;

/// A graph with this many nodes and these edges.
fn links(nodes: usize, edges: impl Iterator<Item = (usize, usize)>) -> Links {
    let mut graph = Links::with_capacity(nodes, 0);
    for _ in 0..nodes {
        graph.add_node(());
    }
    for (from, to) in edges {
        graph.add_edge(NodeIndex::new(from), NodeIndex::new(to), ());
    }
    graph
}

/// The circles among strongly connected components, in order; what leads to itself is one.
fn circles<T: Ord>(graph: &Links, components: &[Vec<NodeIndex>], named: impl Fn(usize) -> T) -> Vec<Vec<T>> {
    let circular = components.iter().filter(|component| match component.as_slice() {
        [alone] => graph.contains_edge(*alone, *alone),
        _ => true,
    });
    let mut circles: Vec<Vec<T>> =
        circular.map(|component| component.iter().map(|node| named(node.index())).collect()).collect();
    circles.iter_mut().for_each(|circle| circle.sort_unstable());
    circles.sort_unstable();
    circles
}

/// All that is derived from a claim base without asking about a day.
#[derive(Debug)]
pub struct Graph<'a> {
    /// The claim base.
    pub base: &'a Base,
    /// Claims by id.
    pub index: &'a ClaimIndex,
    /// Parts and wholes.
    pub parts: Parts,
    /// Narrower and broader relations.
    pub broader: Broader,
    /// Declared links between claims.
    pub supersession: Supersession,
    /// Where sources come from.
    pub provenance: Provenance,
}

impl<'a> Graph<'a> {
    /// Derives the graph of `base`.
    #[must_use]
    pub fn new(base: &'a Base, index: &'a ClaimIndex) -> Self {
        Self {
            base,
            index,
            parts: Parts::new(&base.entities),
            broader: Broader::new(&base.relations),
            supersession: Supersession::new(base, index),
            provenance: Provenance::new(&base.sources),
        }
    }
}

/// The relations that a rule is about, in the order of their ids: of two that find the same the first is reported, and
/// that must not depend on the order of files.
#[must_use]
pub fn scope(graph: &Graph<'_>, rule: &Rule) -> Vec<RelationId> {
    let relations = &graph.base.relations;
    let mut scope: Vec<RelationId> = match &rule.scope {
        RuleScope::All => relations.iter().collect(),
        RuleScope::Law(law) => {
            relations.described().filter(|(_, record)| record.obeys(*law)).map(|(id, _)| id).collect()
        }
        RuleScope::Relations(ids) => ids.clone(),
    };
    scope.sort_by_key(|relation| relations.id(*relation));
    scope
}
