//! Names that several entities have: which of them count in which drafts.
//!
//! Tells names apart by their words alone; `check` warns of the same ones, by their letters.

use std::collections::HashMap;

use rustc_hash::FxBuildHasher;

use super::index::Name;
use crate::model::EntityId;

/// The drafts in which a name counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NameScope {
    /// All.
    Everywhere,
    /// All, although it is given for the language with this number.
    Given(usize),
    /// Those in the language with this number: another entity has the name in another one.
    Only(usize),
    /// None: another entity has it as well, and nothing tells which is meant.
    Nowhere,
}

impl NameScope {
    /// Whether the name counts in a draft in this language, where that is known.
    pub(super) fn counts_in(self, language: Option<usize>) -> bool {
        match self {
            Self::Everywhere | Self::Given(_) => true,
            Self::Only(own) => language == Some(own),
            Self::Nowhere => false,
        }
    }

    /// The same where another entity has the name within `other`.
    fn beside(self, other: Self) -> Self {
        match (self, other) {
            (Self::Given(one) | Self::Only(one), Self::Given(two) | Self::Only(two)) if one != two => {
                Self::Only(one)
            }
            _ => Self::Nowhere,
        }
    }
}

/// Takes names that several entities have out of the drafts in which they would not tell which is meant.
pub(super) fn tell_apart(names: &mut [Name]) {
    let mut alike: HashMap<u64, Vec<usize>, FxBuildHasher> = HashMap::default();
    let mut first: HashMap<u64, usize, FxBuildHasher> = HashMap::default();
    for (at, name) in names.iter().enumerate() {
        let earlier = *first.entry(name.hash).or_insert(at);
        if earlier != at {
            alike.entry(name.hash).or_insert_with(|| vec![earlier]).push(at);
        }
    }
    for group in alike.values() {
        let mut owners: Vec<(EntityId, NameScope)> =
            group.iter().map(|at| (names[*at].entity, names[*at].scope)).collect();
        owners.dedup();
        for at in group {
            let name = &mut names[*at];
            let others = owners.iter().filter(|(owner, _)| *owner != name.entity);
            for (_, scope) in others {
                name.scope = name.scope.beside(*scope);
                // Thousands may have the name: one is enough.
                if name.scope == NameScope::Nowhere {
                    break;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn name(entity: usize, language: Option<usize>) -> Name {
        let scope = language.map_or(NameScope::Everywhere, NameScope::Given);
        Name { first: 0, count: 1, entity: EntityId::new(entity), hash: 1, scope }
    }

    proptest! {
        #[test]
        fn a_name_counts_where_nobody_else_has_it(owned in prop::collection::vec((0..4usize, prop::option::of(0..3usize)), 1..12)) {
            let mut names: Vec<Name> = owned.iter().map(|(entity, language)| name(*entity, *language)).collect();
            tell_apart(&mut names);
            for (name, (entity, language)) in names.iter().zip(&owned) {
                let others = || owned.iter().filter(|(other, _)| other != entity);
                let meets = others().any(|(_, other)| other.is_none() || language.is_none() || other == language);
                for draft in 0..3 {
                    let is_elsewhere = others().count() > 0 && *language != Some(draft);
                    prop_assert_eq!(name.scope.counts_in(Some(draft)), !meets && !is_elsewhere);
                }
            }
        }
    }
}
