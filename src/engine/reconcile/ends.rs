//! What speaks of the same things, found by their ends: reports are never compared each sentence with every other. What is found
//! may fit and is to be looked at; it says nothing of how two ends meet.

use rustc_hash::FxHashMap;

use crate::graph::Parts;
use crate::model::{EntityId, RelationId};

/// The ends of what is looked up: of either, where it is known.
pub type Ends = [Option<EntityId>; 2];

/// Numbered things by their relations and the entities at their ends.
pub struct EndIndex<'p> {
    parts: &'p Parts,
    /// Those with this very entity at an end, of a relation and of any.
    own: FxHashMap<(Option<RelationId>, EntityId), Vec<usize>>,
    /// Those with a part of it there.
    of_parts: FxHashMap<(Option<RelationId>, EntityId), Vec<usize>>,
}

impl<'p> EndIndex<'p> {
    /// An index of nothing.
    pub fn new(parts: &'p Parts) -> Self {
        Self { parts, own: FxHashMap::default(), of_parts: FxHashMap::default() }
    }

    /// Adds one; each must have a higher number than the ones before.
    pub fn add(&mut self, number: usize, relation: RelationId, ends: Ends) {
        for end in distinct(ends) {
            for relation in [Some(relation), None] {
                self.own.entry((relation, end)).or_default().push(number);
                for whole in self.parts.wholes(end) {
                    self.of_parts.entry((relation, whole)).or_default().push(number);
                }
            }
        }
    }

    /// All that has one of the ends, a part of it or its whole, in order.
    pub fn at_either(&self, relations: &[RelationId], ends: Ends) -> Vec<usize> {
        let lists = distinct(ends).flat_map(|end| self.lists(relations, end));
        in_order(lists.collect())
    }

    /// What has them both, in order, and perhaps some that have only one. Of any relation if none is named.
    pub fn at_both(&self, relations: &[RelationId], ends: Ends) -> Vec<usize> {
        let lists = distinct(ends).map(|end| self.lists(relations, end).collect::<Vec<_>>());
        let fewest = lists.min_by_key(|lists| lists.iter().map(|list| list.len()).sum::<usize>());
        in_order(fewest.unwrap_or_default())
    }

    fn lists(&self, relations: &[RelationId], end: EntityId) -> impl Iterator<Item = &[usize]> {
        let any = relations.is_empty().then_some(None);
        let relations: Vec<_> = any.into_iter().chain(relations.iter().copied().map(Some)).collect();
        let wholes = self.parts.wholes(end);
        relations.into_iter().flat_map(move |relation| {
            let same = std::iter::once(end).chain(wholes.clone());
            let same = same.filter_map(move |end| self.own.get(&(relation, end)));
            same.chain(self.of_parts.get(&(relation, end))).map(Vec::as_slice)
        })
    }
}

fn distinct([one, other]: Ends) -> impl Iterator<Item = EntityId> {
    one.into_iter().chain(other.filter(|other| Some(*other) != one))
}

fn in_order(lists: Vec<&[usize]>) -> Vec<usize> {
    let mut found = lists.concat();
    if lists.len() > 1 {
        found.sort_unstable();
        found.dedup();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::load;
    use crate::text::{File, Files};

    /// Everything that shares an end is found, in whatever step of part and whole, and nothing else at a single end.
    #[test]
    fn what_shares_an_end_is_found() {
        let mut files = Files::default();
        let text = r#"(entities: [
            (id: "a", part_of: ["b"]), (id: "b", part_of: ["c"]), (id: "c"), (id: "d", part_of: ["c"]), (id: "e"),
        ])"#;
        files.add(File::new("claims/e.ron", text));
        let base = load(&files).base;
        let parts = Parts::new(&base.entities);
        let entities: Vec<EntityId> = (0..5).map(EntityId::new).collect();
        let relations = [RelationId::new(0), RelationId::new(1)];
        let choices = || entities.iter().copied().map(Some).chain([None]);
        let mut all: Vec<(RelationId, Ends)> = Vec::new();
        for relation in relations {
            all.extend(choices().flat_map(|one| choices().map(move |two| (relation, [one, two]))));
        }
        let mut index = EndIndex::new(&parts);
        all.iter().enumerate().for_each(|(at, (relation, ends))| index.add(at, *relation, *ends));
        let meets = |end: &Option<EntityId>, other: &Ends| {
            end.is_some_and(|end| other.iter().flatten().any(|other| parts.same_or_part(end, *other)))
        };
        for (relation, ends) in &all {
            for wanted in [&relations[..0], &relations[..1], &relations[..]] {
                let of = |one: &(usize, &(RelationId, Ends))| wanted.is_empty() || wanted.contains(&one.1.0);
                let numbers = |fits: &dyn Fn(&Ends) -> bool| -> Vec<usize> {
                    let found = all.iter().enumerate().filter(of).filter(|(_, (_, other))| fits(other));
                    found.map(|(at, _)| at).collect()
                };
                let either = numbers(&|other| ends.iter().any(|end| meets(end, other)));
                assert_eq!(index.at_either(wanted, *ends), either, "{relation:?} {ends:?}");
                let named: Vec<_> = ends.iter().filter(|end| end.is_some()).collect();
                let both = numbers(&|other| !named.is_empty() && named.iter().all(|end| meets(end, other)));
                let found = index.at_both(wanted, *ends);
                assert!(both.iter().all(|at| found.contains(at)), "{relation:?} {ends:?}");
                assert!(found.iter().all(|at| either.contains(at)), "{relation:?} {ends:?}");
            }
        }
    }
}
