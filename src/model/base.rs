//! The claim base: all that was loaded, before anything is derived from it.

use super::{
    ClaimId, Claims, Code, Config, Entities, Entity, EntityId, Language, Relation, RelationId, Relations,
    Rule, Source, SourceId, Sources, ValueId, Values,
};
use crate::model::rule::RuleScope;

/// All that was loaded.
#[derive(Debug, Clone, Default)]
pub struct Base {
    /// What claims are about.
    pub entities: Entities,
    /// What claims rest on.
    pub sources: Sources,
    /// What claims say.
    pub relations: Relations,
    /// Amounts, dates and words.
    pub values: Values,
    /// The claims.
    pub claims: Claims,
    /// Declared laws.
    pub rules: Vec<Rule>,
    /// Language packs.
    pub languages: Vec<Language>,
    /// The workspace's settings.
    pub config: Config,
}

/// Records that were described twice: the one that came second, with its id.
#[derive(Debug, Default)]
pub struct Duplicates {
    /// Entities.
    pub entities: Vec<(EntityId, Entity)>,
    /// Sources.
    pub sources: Vec<(SourceId, Source)>,
    /// Relations.
    pub relations: Vec<(RelationId, Relation)>,
}

/// The ids of one base mapped to those of another.
struct IdMap {
    entities: Vec<EntityId>,
    sources: Vec<SourceId>,
    relations: Vec<RelationId>,
    values: Vec<ValueId>,
}

impl Base {
    /// Prefetches everything about some claims, side by side. Changes nothing but the time.
    ///
    /// A claim of a large base lies in thirty places that no cache holds, and waiting for one after the
    /// other takes longer than finding what to say. In steps: the place of the next thing is known only once the one
    /// before has come.
    pub fn prefetch(&self, wanted: &[ClaimId]) {
        let claims = &self.claims;
        for claim in wanted.iter().copied() {
            claims.prefetch(claim);
        }
        for claim in wanted.iter().copied() {
            claims.prefetch_texts(claim);
            each_entity(claims, claim, |entity| self.entities.prefetch(entity));
        }
        for claim in wanted.iter().copied() {
            each_entity(claims, claim, |entity| self.entities.prefetch_text(entity));
            each_source(claims, claim, |source| self.sources.prefetch(source));
        }
        for claim in wanted.iter().copied() {
            each_source(claims, claim, |source| self.sources.prefetch_text(source));
        }
    }

    /// Whether nothing was read into it yet, not even a name.
    #[must_use]
    pub fn is_untouched(&self) -> bool {
        self.claims.is_empty()
            && self.entities.is_empty()
            && self.sources.is_empty()
            && self.relations.is_empty()
            && self.values.is_empty()
            && self.rules.is_empty()
            && self.languages.is_empty()
            && self.config == Config::default()
    }

    /// Whether a name is that of a code or of a rule: what `allow`, the configuration and flags can speak of.
    #[must_use]
    pub fn has_code(&self, name: &str) -> bool {
        Code::named(name).is_some() || self.rules.iter().any(|rule| rule.id == name)
    }

    /// Adds all of `other`, which was read later. Gives what both describe; the first description is kept.
    pub fn absorb(&mut self, mut other: Self) -> Duplicates {
        let moved = self.move_names(&other);
        let twice = self.move_records(&mut other, &moved);
        let mut claims = std::mem::take(&mut other.claims);
        self.claims.append(
            &mut claims,
            |id| moved.entities[id.index()],
            |id| moved.relations[id.index()],
            |id| moved.sources[id.index()],
            |id| moved.values[id.index()],
        );
        // Freeing memory takes a while too, and nothing has to wait for it.
        rayon::spawn(move || drop(claims));
        self.rules.extend(other.rules.into_iter().map(|rule| moved.rule(rule)));
        self.languages.append(&mut other.languages);
        if other.config.place.is_some() {
            self.config = other.config;
        }
        twice
    }

    fn move_names(&mut self, other: &Self) -> IdMap {
        // The two largest in parallel: each name of a table is looked up in uncached memory.
        let (entities, sources) =
            rayon::join(|| self.entities.adopt(&other.entities), || self.sources.adopt(&other.sources));
        let relations =
            other.relations.iter().map(|id| self.relations.intern(other.relations.id(id))).collect();
        let values = self.values.adopt(&other.values);
        IdMap { entities, sources, relations, values }
    }

    fn move_records(&mut self, other: &mut Self, moved: &IdMap) -> Duplicates {
        let mut twice = Duplicates::default();
        for id in other.entities.iter() {
            let Some(mut record) = other.entities.take_record(id) else { continue };
            moved.all(&mut record.part_of, &moved.entities, EntityId::index);
            let id = moved.entities[id.index()];
            if let Err(record) = self.entities.describe(id, record) {
                twice.entities.push((id, record));
            }
        }
        for id in other.sources.iter() {
            let Some(mut record) = other.sources.take_record(id) else { continue };
            moved.all(&mut record.derived_from, &moved.sources, SourceId::index);
            let id = moved.sources[id.index()];
            if let Err(record) = self.sources.describe(id, record) {
                twice.sources.push((id, record));
            }
        }
        for id in other.relations.iter() {
            let Some(record) = other.relations.take_record(id) else { continue };
            let id = moved.relations[id.index()];
            if let Err(record) = self.relations.describe(id, moved.relation(record)) {
                twice.relations.push((id, record));
            }
        }
        twice
    }
}

impl IdMap {
    #[expect(clippy::unused_self, reason = "reads as one family with the other methods")]
    fn all<Id: Copy>(&self, ids: &mut [Id], to: &[Id], row: impl Fn(Id) -> usize) {
        for id in ids {
            *id = to[row(*id)];
        }
    }

    fn relation(&self, mut record: Relation) -> Relation {
        for ids in [
            &mut record.narrower_than,
            &mut record.incompatible_with,
            &mut record.excludes_others,
            &mut record.before,
        ] {
            self.all(ids, &self.relations, RelationId::index);
        }
        self.all(&mut record.concerns, &self.entities, EntityId::index);
        self.all(&mut record.named, &self.entities, EntityId::index);
        record.inverse = record.inverse.map(|id| self.relations[id.index()]);
        record
    }

    fn rule(&self, mut rule: Rule) -> Rule {
        if let RuleScope::Relations(relations) = &mut rule.scope {
            self.all(relations, &self.relations, RelationId::index);
        }
        rule.kind = rule.kind.translate(
            |id| self.relations[id.index()],
            |id| self.entities[id.index()],
            |limit| limit,
        );
        rule
    }
}

fn each_entity(claims: &Claims, claim: ClaimId, mut take: impl FnMut(EntityId)) {
    claims.subject(claim).into_iter().for_each(&mut take);
    if let Some(object) = claims.object(claim).entity {
        take(object);
    }
}

/// The first one only: more than one is named only where it has a record.
fn each_source(claims: &Claims, claim: ClaimId, take: impl FnMut(SourceId)) {
    claims.citations(claim).first().map(|citation| citation.source).into_iter().for_each(take);
}
