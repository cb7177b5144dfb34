//! Which relations are true wherever another one is: being the exclusive provider is being a provider.

use petgraph::graph::NodeIndex;
use petgraph::visit::Dfs;

use super::{Links, links};
use crate::model::{RelationId, Relations};

/// For each relation the narrower ones, itself included.
#[derive(Debug)]
pub struct Broader {
    narrower: Vec<Vec<RelationId>>,
    broader: Vec<Vec<RelationId>>,
}

impl Broader {
    /// Follows `narrower_than` to its ends. A circle of relations means that they are all the same.
    #[must_use]
    pub fn new(relations: &Relations) -> Self {
        let edges = relations.described().flat_map(|(id, record)| {
            record.narrower_than.iter().map(move |broader| (id.index(), broader.index()))
        });
        let mut graph = links(relations.len(), edges);
        let reachable = |graph: &Links, id: RelationId| {
            let mut search = Dfs::new(graph, NodeIndex::new(id.index()));
            let mut found = Vec::new();
            while let Some(node) = search.next(graph) {
                found.push(RelationId::new(node.index()));
            }
            found.sort_unstable();
            found
        };
        let broader = relations.iter().map(|id| reachable(&graph, id)).collect();
        graph.reverse();
        let narrower = relations.iter().map(|id| reachable(&graph, id)).collect();
        Self { narrower, broader }
    }

    /// The relations that imply this one, itself included.
    #[must_use]
    pub fn narrower(&self, relation: RelationId) -> &[RelationId] {
        &self.narrower[relation.index()]
    }

    /// The relations that this one implies, itself included.
    #[must_use]
    pub fn broader(&self, relation: RelationId) -> &[RelationId] {
        &self.broader[relation.index()]
    }
}
