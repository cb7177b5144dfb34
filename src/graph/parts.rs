//! Parts and wholes: Azure and Microsoft are not rivals.

use petgraph::graph::NodeIndex;
use petgraph::visit::Dfs;

use super::{Links, links};
use crate::model::{Entities, EntityId};

/// What is part of what, through any number of steps.
#[derive(Debug)]
pub struct Parts {
    graph: Links,
    /// Whether an entity is part of anything; most are of nothing, and need no search.
    is_part: Vec<bool>,
}

impl Parts {
    /// Reads `part_of` of all entities.
    #[must_use]
    pub fn new(entities: &Entities) -> Self {
        let edges = entities
            .described()
            .flat_map(|(id, record)| record.part_of.iter().map(move |whole| (id.index(), whole.index())));
        let edges: Vec<(usize, usize)> = edges.collect();
        let mut is_part = vec![false; entities.len()];
        edges.iter().for_each(|(part, _)| is_part[*part] = true);
        // Where nothing is part of anything, nothing is looked for.
        let nodes = if edges.is_empty() { 0 } else { entities.len() };
        let graph = links(nodes, edges.into_iter());
        Self { graph, is_part }
    }

    /// Whether one is the other, a part of it, or its whole.
    #[must_use]
    pub fn same_or_part(&self, one: EntityId, two: EntityId) -> bool {
        one == two || self.is_part_of(one, two) || self.is_part_of(two, one)
    }

    /// All that an entity is part of, perhaps through others; itself only in a circle of others.
    #[must_use]
    pub fn wholes(&self, part: EntityId) -> Vec<EntityId> {
        if !self.is_part.get(part.index()).copied().unwrap_or(false) {
            return Vec::new();
        }
        let mut search = Dfs::new(&self.graph, NodeIndex::new(part.index()));
        search.next(&self.graph);
        let mut found = Vec::new();
        while let Some(node) = search.next(&self.graph) {
            found.push(EntityId::new(node.index()));
        }
        found
    }

    /// Whether `part` belongs to `whole`, perhaps through others. Nothing is part of itself, except in a circle.
    #[must_use]
    pub fn is_part_of(&self, part: EntityId, whole: EntityId) -> bool {
        if !self.is_part.get(part.index()).copied().unwrap_or(false) {
            return false;
        }
        let target = NodeIndex::new(whole.index());
        let mut search = Dfs::new(&self.graph, NodeIndex::new(part.index()));
        search.next(&self.graph);
        while let Some(node) = search.next(&self.graph) {
            if node == target {
                return true;
            }
        }
        false
    }
}
