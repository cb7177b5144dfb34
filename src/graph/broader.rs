//! Which relations are true wherever another one is: being the exclusive provider is being a provider, and being the
//! employer of somebody is their being employed.

use petgraph::graph::NodeIndex;
use petgraph::visit::Dfs;

use super::{Links, links};
use crate::model::{RelationId, Relations};

/// For each relation the narrower ones, itself included.
#[derive(Debug)]
pub struct Broader {
    narrower: Vec<Vec<RelationId>>,
    broader: Vec<Vec<RelationId>>,
    /// For each relation those that say it from the object's side.
    mirrored: Vec<Vec<RelationId>>,
}

impl Broader {
    /// Follows `narrower_than` to its ends. A circle of relations means that they are the same.
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
        let narrower: Vec<Vec<RelationId>> = relations.iter().map(|id| reachable(&graph, id)).collect();
        let mut opposite: Vec<Vec<RelationId>> = vec![Vec::new(); relations.len()];
        for (id, record) in relations.described() {
            opposite[id.index()].extend(record.symmetric.then_some(id));
            if let Some(inverse) = record.inverse {
                opposite[id.index()].push(inverse);
                opposite[inverse.index()].push(id);
            }
        }
        let mirrored = relations.iter().map(|id| {
            let opposite = narrower[id.index()].iter().flat_map(|narrow| &opposite[narrow.index()]);
            let mut found: Vec<RelationId> =
                opposite.flat_map(|relation| &narrower[relation.index()]).copied().collect();
            found.sort_unstable();
            found.dedup();
            found
        });
        let mirrored = mirrored.collect();
        Self { narrower, broader, mirrored }
    }

    /// The relations that imply this one with subject and object changed round.
    #[must_use]
    pub fn mirrored(&self, relation: RelationId) -> &[RelationId] {
        &self.mirrored[relation.index()]
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
