//! Where sources come from: circles of sources that cite each other, and sources that all go back to one.

use std::sync::OnceLock;

use petgraph::algo::{dominators::simple_fast, kosaraju_scc};
use petgraph::graph::NodeIndex;
use petgraph::visit::EdgeRef;

use super::{Links, circles, links};
use crate::model::{ClaimId, Claims, SourceId, Sources};

/// What is derived from what.
#[derive(Debug)]
pub struct Provenance {
    /// For each source the one that all its ways to an origin begin at; itself, if it is derived from nothing.
    origins: Vec<SourceId>,
    cycles: Vec<Vec<SourceId>>,
    /// For each source the first claim that it supports; made when it is asked for.
    supported: OnceLock<Vec<Option<ClaimId>>>,
}

impl Provenance {
    /// Follows `derived_from` of all sources.
    #[must_use]
    pub fn new(sources: &Sources) -> Self {
        let mut origins: Vec<SourceId> = sources.iter().collect();
        if sources.described().all(|(_, record)| record.derived_from.is_empty()) {
            return Self { origins, cycles: Vec::new(), supported: OnceLock::new() };
        }
        // Edges lead from an origin to what is derived from it; the last node is before all origins.
        let edges = sources.described().flat_map(|(id, record)| {
            record.derived_from.iter().map(move |origin| (origin.index(), id.index()))
        });
        let mut graph = links(sources.len(), edges);
        let components = kosaraju_scc(&graph);
        let beginnings = beginnings(&graph, &components, sources);
        let root = graph.add_node(());
        for beginning in beginnings {
            graph.add_edge(root, beginning, ());
        }
        let dominators = simple_fast(&graph, root);
        let mut topmost = vec![None; graph.node_count()];
        for node in graph.node_indices().filter(|node| *node != root) {
            let mut path = vec![node];
            let mut at = node;
            let top = loop {
                match dominators.immediate_dominator(at) {
                    Some(above) if above == root => break at,
                    Some(above) => match topmost[above.index()] {
                        Some(top) => break top,
                        None => {
                            path.push(above);
                            at = above;
                        }
                    },
                    None => break at,
                }
            };
            for passed in path {
                topmost[passed.index()] = Some(top);
            }
        }
        for origin in &mut origins {
            *origin = topmost[origin.index()].map_or(*origin, |top: NodeIndex| SourceId::new(top.index()));
        }
        let cycles = circles(&graph, &components, SourceId::new);
        Self { origins, cycles, supported: OnceLock::new() }
    }

    /// The one source through which everything reaches this one, as far back as that is a single source.
    #[must_use]
    pub fn origin(&self, source: SourceId) -> SourceId {
        self.origins[source.index()]
    }

    /// The first claim that a source supports.
    #[must_use]
    pub fn first_supported(&self, source: SourceId, claims: &Claims) -> Option<ClaimId> {
        let supported = self.supported.get_or_init(|| {
            let mut first = vec![None; self.origins.len()];
            for claim in claims.iter() {
                for citation in claims.supports(claim) {
                    first[citation.source.index()].get_or_insert(claim);
                }
            }
            first
        });
        supported.get(source.index()).copied().flatten()
    }

    /// Circles of sources that are derived from each other, in order.
    #[must_use]
    pub fn cycles(&self) -> &[Vec<SourceId>] {
        &self.cycles
    }
}

/// One node of each component that nothing outside it leads to: of a circle, the source whose id comes first.
fn beginnings(graph: &Links, components: &[Vec<NodeIndex>], sources: &Sources) -> Vec<NodeIndex> {
    let mut component_of = vec![0; graph.node_count()];
    for (at, component) in components.iter().enumerate() {
        for node in component {
            component_of[node.index()] = at;
        }
    }
    let mut led_to = vec![false; components.len()];
    for edge in graph.edge_references() {
        let (from, to) = (component_of[edge.source().index()], component_of[edge.target().index()]);
        led_to[to] |= from != to;
    }
    let id = |node: &NodeIndex| sources.id(SourceId::new(node.index()));
    let first = components.iter().zip(led_to).filter(|(_, led_to)| !led_to);
    let mut first: Vec<NodeIndex> =
        first.filter_map(|(component, _)| component.iter().min_by_key(|node| id(node)).copied()).collect();
    first.sort_unstable();
    first
}
