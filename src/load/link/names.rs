//! Duplicate records and names.

use std::collections::{BTreeMap, HashMap};

use rustc_hash::FxBuildHasher;

use crate::model::{
    Base, ClaimId, ClaimIndex, Code, Duplicates, Entity, EntityId, FileFact, Finding, Relation, RelationId,
    Site, Source, SourceId,
};
use crate::text::Place;

/// Findings for records that two files have.
pub fn described_twice(base: &Base, twice: Duplicates) -> Vec<Finding> {
    let entities = twice.entities.iter().map(|(id, second)| entity_twice(base, *id, second));
    let sources = twice.sources.iter().map(|(id, second)| source_twice(base, *id, second));
    let relations = twice.relations.iter().map(|(id, second)| relation_twice(base, *id, second));
    entities.chain(sources).chain(relations).collect()
}

/// The finding for an entity that is described twice.
pub fn entity_twice(base: &Base, id: EntityId, second: &Entity) -> Finding {
    twice("entities", base.entities.id(id), base.entities.record(id).map(|first| first.place), second.place)
}

/// The finding for a source that is described twice.
pub fn source_twice(base: &Base, id: SourceId, second: &Source) -> Finding {
    twice("sources", base.sources.id(id), base.sources.record(id).map(|first| first.place), second.place)
}

/// The finding for a relation that is described twice.
pub fn relation_twice(base: &Base, id: RelationId, second: &Relation) -> Finding {
    twice(
        "relations",
        base.relations.id(id),
        base.relations.record(id).map(|first| first.place),
        second.place,
    )
}

fn twice(sort: &'static str, id: &str, first: Option<Place>, second: Place) -> Finding {
    several(sort, id, 2, first, second)
}

/// The finding for an id that `count` records have: reported once, at the second of them.
fn several(sort: &'static str, id: &str, count: usize, first: Option<Place>, second: Place) -> Finding {
    let fact = FileFact::DuplicateId { records: sort, id: id.to_owned(), count };
    let finding = Finding::new(Code::DuplicateId, fact, Site::field(second, "id")).about(id);
    match first {
        Some(first) => finding.related(FileFact::FirstWithId {}, Site::field(first, "id")),
        None => finding,
    }
}

/// Findings for duplicate claims, rules and aliases.
pub fn find(base: &Base, index: &ClaimIndex) -> Vec<Finding> {
    let claims = &base.claims;
    let mut repeated: BTreeMap<ClaimId, (ClaimId, usize)> = BTreeMap::new();
    for (first, later) in index.repeated(claims) {
        repeated.entry(first).or_insert((later, 1)).1 += 1;
    }
    let told = repeated.into_iter().map(|(first, (second, count))| {
        several("claims", claims.id(first), count, Some(claims.place(first)), claims.place(second))
    });
    let mut findings: Vec<Finding> = told.collect();
    let mut rules: BTreeMap<&str, Place> = BTreeMap::new();
    for rule in &base.rules {
        match rules.get(rule.id.as_str()) {
            Some(first) => findings.push(twice("rules", &rule.id, Some(*first), rule.place)),
            None => {
                rules.insert(&rule.id, rule.place);
            }
        }
    }
    findings.extend(ambiguous_aliases(base));
    findings
}

/// An entity with the language in which it has a name (`None`: all), and where its record is.
type AliasOwner<'a> = (EntityId, Option<&'a str>, Place);

/// No two entities may have the same name in the same language, ignoring case.
///
/// A name without a language meets every language.
fn ambiguous_aliases(base: &Base) -> Vec<Finding> {
    let mut owners: HashMap<String, Vec<AliasOwner<'_>>, FxBuildHasher> = HashMap::default();
    for (id, record) in base.entities.described() {
        for (alias, language) in record.names_by_language() {
            owners.entry(alias.trim().to_lowercase()).or_default().push((id, language, record.place));
        }
    }
    let mut findings = Vec::new();
    let shared: BTreeMap<_, _> = owners.into_iter().filter(|(_, owners)| owners.len() > 1).collect();
    for (alias, owners) in shared {
        let mut firsts = FirstOwners::default();
        for owner in &owners {
            let (id, _, place) = owner;
            let rival = firsts.rival(owner);
            firsts.add(owner);
            let Some((other, _, first)) = rival else { continue };
            let (one, two) = (base.entities.id(*other), base.entities.id(*id));
            let fact =
                FileFact::AmbiguousAlias { alias: alias.clone(), one: one.to_owned(), two: two.to_owned() };
            let finding = Finding::new(Code::AmbiguousAlias, fact, Site::field(*place, "id"))
                .about(two)
                .about(one)
                .key(&alias)
                .related(FileFact::OtherWithAlias {}, Site::field(*first, "id"));
            findings.push(finding);
        }
    }
    findings
}

/// The first two entities that have a name, in each language and in any: another than a given one is among them, so that not
/// all have to be looked at.
#[derive(Default)]
struct FirstOwners<'a> {
    any: Vec<(usize, &'a AliasOwner<'a>)>,
    by_language: BTreeMap<Option<&'a str>, Vec<(usize, &'a AliasOwner<'a>)>>,
    count: usize,
}

impl<'a> FirstOwners<'a> {
    /// The first other entity that has the name in a language in which this one has it.
    fn rival(&self, (id, language, _): &AliasOwner<'a>) -> Option<&'a AliasOwner<'a>> {
        let of = |language: &Option<&'a str>| self.by_language.get(language).into_iter().flatten();
        let other = |(_, (other, ..)): &&(usize, &AliasOwner<'a>)| other != id;
        let found = match language {
            None => self.any.iter().find(other),
            Some(_) => of(&None).chain(of(language)).filter(other).min_by_key(|(at, _)| *at),
        };
        found.map(|(_, owner)| *owner)
    }

    fn add(&mut self, owner: &'a AliasOwner<'a>) {
        for kept in [&mut self.any, self.by_language.entry(owner.1).or_default()] {
            if kept.len() < 2 && kept.iter().all(|(_, (other, ..))| *other != owner.0) {
                kept.push((self.count, owner));
            }
        }
        self.count += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::FileId;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_first_other_owner_is_found(rows in prop::collection::vec((0..4usize, prop::option::of(0..3usize)), 0..24)) {
            let place = Place::new(FileId::new(0), 0, 0);
            let language = |at: usize| ["en", "id", "de"][at];
            let owners: Vec<AliasOwner<'_>> =
                rows.iter().map(|(id, code)| (EntityId::new(*id), code.map(language), place)).collect();
            let mut firsts = FirstOwners::default();
            for (at, owner) in owners.iter().enumerate() {
                let meets = |(id, spoken, _): &&AliasOwner<'_>| {
                    *id != owner.0 && (spoken.is_none() || owner.1.is_none() || *spoken == owner.1)
                };
                prop_assert_eq!(firsts.rival(owner), owners[..at].iter().find(meets));
                firsts.add(owner);
            }
        }
    }
}
