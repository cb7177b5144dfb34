//! The claims on record as a reader of drafts asks for them: who may be in which place of a relation, and which claims
//! say what a sentence says.

mod amounts;

use std::collections::HashMap;

use rustc_hash::FxBuildHasher;

use amounts::{RATE, declared_units, rate_of};

use crate::graph::Parts;
use crate::model::{
    Base, ClaimId, EntityId, EntityKind, Kind, Object, Per, RelationId, Role, Rule, RuleScope, Takes, Value,
    ValueSort,
};
use crate::time::Bound;

/// The claims by relation and subject, and the places of relations.
#[derive(Debug)]
pub struct Records<'a> {
    base: &'a Base,
    parts: Parts,
    claims: HashMap<(RelationId, EntityId), Vec<ClaimId>, FxBuildHasher>,
    /// The same by relation and object.
    by_object: HashMap<(RelationId, EntityId), Vec<ClaimId>, FxBuildHasher>,
    /// For each relation, whether only one can be its subject, and its object.
    singles: Vec<(bool, bool)>,
    /// For each relation, the family that it belongs to.
    families: Vec<usize>,
    /// For each family, who is in its places on record.
    places: Vec<RecordedEnds>,
    /// Nouns that are kinds of others, with these.
    kinds: Vec<(&'a str, &'a str)>,
    /// Units that count nothing.
    measures: Vec<&'a str>,
    /// For each subject that has amounts, the relations in which it has them.
    measured: HashMap<EntityId, Vec<RelationId>, FxBuildHasher>,
    /// For each relation, the "per month" that its label has and its amounts leave unsaid.
    rates: Vec<Option<&'a str>>,
    /// What is spoken of around every draft.
    pub spoken_of: Vec<EntityId>,
}

/// Who is in the places of a family of relations on record.
#[derive(Debug, Default)]
struct RecordedEnds {
    subjects: Vec<EntityId>,
    objects: Vec<EntityId>,
    /// The kinds that those declare who are in either place.
    kinds: [Vec<EntityKind>; 2],
    units: Vec<String>,
    /// The units that its relations declare, in their order, where no claim gives an amount.
    declared: Vec<String>,
    /// Whether some claims are of a subject alone, and whether some are not.
    alone: bool,
    with_far_side: bool,
    /// Whether some claims have dates as values.
    dates: bool,
}

impl<'a> Records<'a> {
    /// Indexes the claims of `base`.
    #[must_use]
    pub fn new(base: &'a Base) -> Self {
        let families = families(base);
        let mut places: Vec<RecordedEnds> = Vec::new();
        places.resize_with(base.relations.len(), RecordedEnds::default);
        let mut claims: HashMap<(RelationId, EntityId), Vec<ClaimId>, FxBuildHasher> = HashMap::default();
        let mut by_object = claims.clone();
        let mut measured: HashMap<EntityId, Vec<RelationId>, FxBuildHasher> = HashMap::default();
        for claim in base.claims.iter() {
            let (Some(relation), Some(subject)) = (base.claims.relation(claim), base.claims.subject(claim))
            else {
                continue;
            };
            claims.entry((relation, subject)).or_default().push(claim);
            let place = &mut places[families[relation.index()]];
            place.subjects.push(subject);
            let object = base.claims.object(claim);
            place.alone |= object.is_none();
            place.with_far_side |= !object.is_none();
            place.objects.extend(object.entity);
            if let Some(entity) = object.entity {
                by_object.entry((relation, entity)).or_default().push(claim);
            }
            place.dates |= matches!(object.value.map(|value| base.values.get(value)), Some(Value::Date(_)));
            if let Some(Value::Amount(amount)) = object.value.map(|value| base.values.get(value)) {
                place.units.push(amount.unit.clone());
                let relations = measured.entry(subject).or_default();
                if !relations.contains(&relation) {
                    relations.push(relation);
                }
            }
        }
        add_declared_units(base, &families, &mut places);
        for place in &mut places {
            place.subjects.sort_unstable();
            place.subjects.dedup();
            place.objects.sort_unstable();
            place.objects.dedup();
            place.units.sort_unstable();
            place.units.dedup();
            place.kinds = [&place.subjects, &place.objects].map(|ends| kinds(base, ends));
        }
        let singles = base
            .relations
            .iter()
            .map(|id| (allows_one(base, id, Per::Object), allows_one(base, id, Per::Subject)));
        let singles = singles.collect();
        let nouns = base.languages.iter().flat_map(|pack| &pack.sums.nouns);
        let kinds = nouns.filter_map(|noun| Some((noun.name.as_str(), noun.kind_of.as_deref()?))).collect();
        let units = base.languages.iter().flat_map(|pack| &pack.sums.units);
        let measures = units.map(|unit| unit.name.as_str()).collect();
        let rates = base.relations.iter().map(|relation| {
            let has_rate = |place: &RecordedEnds| place.units.iter().any(|unit| unit.contains(RATE));
            rate_of(base, relation).filter(|_| !has_rate(&places[families[relation.index()]]))
        });
        let rates = rates.collect();
        Self {
            base,
            parts: Parts::new(&base.entities),
            claims,
            by_object,
            singles,
            families,
            places,
            kinds,
            measures,
            measured,
            rates,
            spoken_of: Vec::new(),
        }
    }

    /// The claim base.
    #[must_use]
    pub fn base(&self) -> &'a Base {
        self.base
    }

    /// Whether an entity is one that is in this place of the relation or of one akin to it, or, where prose may name
    /// a part or the whole instead, one of these.
    #[must_use]
    pub fn fits(&self, relation: RelationId, role: Role, entity: EntityId) -> bool {
        self.fits_as(relation, role, entity, false)
    }

    /// The same; where it `is_itself`, no part or whole.
    #[must_use]
    pub fn fits_as(&self, relation: RelationId, role: Role, entity: EntityId, is_itself: bool) -> bool {
        if self.place(relation).is_none() {
            return false;
        }
        let known = self.ends(relation, role);
        // Where nobody is on record, anybody may be.
        known.is_empty()
            || known.binary_search(&entity).is_ok()
            || !is_itself
                && self.may_stand_for(relation, role)
                && known.iter().any(|one| self.parts.same_or_part(*one, entity))
    }

    /// Whether an entity may be in a place by what it is: it, or all who are there, declare no kind, or one of these declares its.
    #[must_use]
    pub fn is_of_kind(&self, relation: RelationId, role: Role, entity: EntityId) -> bool {
        let kind = self.base.entities.record(entity).and_then(|record| record.kind);
        let known = self.place(relation).map(|place| &place.kinds[usize::from(role == Role::Object)]);
        kind.zip(known).is_none_or(|(kind, known)| known.is_empty() || known.contains(&kind))
    }

    /// Who is in a place of the relation or of one akin to it, in order.
    #[must_use]
    pub fn ends(&self, relation: RelationId, role: Role) -> &[EntityId] {
        self.place(relation).map_or(&[], |place| match role {
            Role::Subject => &place.subjects,
            Role::Object => &place.objects,
        })
    }

    /// Whether a relation is said about a subject alone: it is declared so, or declares nothing and all recorded claims
    /// are.
    #[must_use]
    pub fn is_one_place(&self, relation: RelationId) -> bool {
        let takes = self.base.relations.record(relation).and_then(|record| record.takes);
        let recorded = || self.place(relation).is_some_and(|place| place.alone && !place.with_far_side);
        takes.map_or_else(recorded, |takes| takes == Takes::Nothing)
    }

    /// Whether two entities are the same, or one is part of the other.
    #[must_use]
    pub fn is_kin(&self, one: EntityId, two: EntityId) -> bool {
        self.parts.same_or_part(one, two)
    }

    /// Who or what is in the place `role` of claims of the relation that have `other` at their other end.
    #[must_use]
    pub fn others(&self, relation: RelationId, role: Role, other: EntityId) -> Vec<EntityId> {
        let rows = match role {
            Role::Subject => &self.by_object,
            Role::Object => &self.claims,
        };
        let ends = rows.get(&(relation, other)).into_iter().flatten().filter_map(|claim| match role {
            Role::Subject => self.base.claims.subject(*claim),
            Role::Object => self.base.claims.object(*claim).entity,
        });
        let mut ends: Vec<EntityId> = ends.collect();
        ends.sort_unstable();
        ends.dedup();
        ends
    }

    /// Whether only one can be in a place of the relation at a time, as its laws and the rules in force say.
    #[must_use]
    pub fn has_one(&self, relation: RelationId, role: Role) -> bool {
        let (subject, object) = self.singles.get(relation.index()).copied().unwrap_or_default();
        if role == Role::Subject { subject } else { object }
    }

    /// The claims that say that the subject is in the relation to the object, whatever their period. An end that is
    /// left unsaid is any.
    #[must_use]
    pub fn saying(
        &self,
        relation: RelationId,
        subject: Option<EntityId>,
        object: Option<EntityId>,
    ) -> Vec<ClaimId> {
        let same = |claim: &ClaimId| match (self.base.claims.object(*claim), object) {
            (Object { entity: Some(known), .. }, Some(named)) => {
                self.is_meant(relation, Role::Object, known, named)
            }
            (Object { entity: Some(_), .. }, None) => true,
            (Object::NONE, None) => self.is_one_place(relation),
            _ => false,
        };
        self.about(relation, subject).into_iter().filter(same).collect()
    }

    /// The only object that the subject has in the relation, whatever the time.
    #[must_use]
    pub fn only_object(&self, relation: RelationId, subject: EntityId) -> Option<EntityId> {
        let claims = self.claims.get(&(relation, subject))?;
        let mut objects = claims.iter().map(|claim| self.base.claims.object(*claim).entity);
        let first = objects.next()??;
        objects.all(|object| object == Some(first)).then_some(first)
    }

    /// The claims that give the subject these words in the relation.
    #[must_use]
    pub fn worded(&self, relation: RelationId, subject: Option<EntityId>, text: &str) -> Vec<ClaimId> {
        let same = |claim: &ClaimId| match self.base.claims.object(*claim).value {
            Some(value) => matches!(self.base.values.get(value), Value::Text(known) if known == text),
            None => false,
        };
        self.about(relation, subject).into_iter().filter(same).collect()
    }

    /// The claims that give the subject a date in the relation that may be this one.
    #[must_use]
    pub fn dated(
        &self,
        relation: RelationId,
        subject: Option<EntityId>,
        date: Option<Bound>,
    ) -> Vec<ClaimId> {
        let same = |claim: &ClaimId| match self.base.claims.object(*claim).value {
            Some(value) => match (self.base.values.get(value), date) {
                (Value::Date(known), Some(date)) => {
                    known.earliest <= date.latest && date.earliest <= known.latest
                }
                (Value::Date(_), None) => true,
                _ => false,
            },
            None => false,
        };
        self.about(relation, subject).into_iter().filter(same).collect()
    }

    /// Whether the relation may have an entity on its far side: all that is on record are values, or nothing is.
    #[must_use]
    pub fn may_take_object(&self, relation: RelationId) -> bool {
        self.place(relation).is_none_or(|place| !place.objects.is_empty() || !place.with_far_side)
    }

    /// Whether the relation has dates on its far side.
    #[must_use]
    pub fn takes_date(&self, relation: RelationId) -> bool {
        let takes = self.base.relations.record(relation).and_then(|record| record.takes);
        takes.map_or_else(
            || self.place(relation).is_some_and(|place| place.dates),
            |takes| takes.value() == Some(ValueSort::Date),
        )
    }

    /// Whether an entity is at either end of a claim of the relation or of one akin to it.
    #[must_use]
    pub fn has_end(&self, relation: RelationId, entity: EntityId) -> bool {
        self.place(relation).is_some_and(|place| {
            place.subjects.binary_search(&entity).is_ok() || place.objects.binary_search(&entity).is_ok()
        })
    }

    /// All claims about a subject, by relation.
    pub fn of_subject(&self, subject: EntityId) -> impl Iterator<Item = ClaimId> {
        let relations = self.base.relations.iter();
        relations.filter_map(move |relation| self.claims.get(&(relation, subject))).flatten().copied()
    }

    /// All claims of the relation about the subject, or what it stands for; about anybody if it is left unsaid.
    fn about(&self, relation: RelationId, subject: Option<EntityId>) -> Vec<ClaimId> {
        let Some(place) = self.place(relation) else { return Vec::new() };
        let Some(subject) = subject else {
            let all = place.subjects.iter().filter_map(|known| self.claims.get(&(relation, *known)));
            return all.flatten().copied().collect();
        };
        let exact = self.claims.get(&(relation, subject));
        if !self.may_stand_for(relation, Role::Subject) {
            return exact.cloned().unwrap_or_default();
        }
        let kin = place.subjects.iter().filter(|known| self.parts.same_or_part(**known, subject));
        let mut claims: Vec<ClaimId> =
            kin.filter_map(|known| self.claims.get(&(relation, *known))).flatten().copied().collect();
        claims.sort_unstable();
        claims
    }

    fn is_meant(&self, relation: RelationId, role: Role, known: EntityId, named: EntityId) -> bool {
        known == named || self.may_stand_for(relation, role) && self.parts.same_or_part(known, named)
    }

    fn may_stand_for(&self, relation: RelationId, role: Role) -> bool {
        self.base.relations.record(relation).is_some_and(|record| record.part_or_whole.contains(&role))
    }

    fn place(&self, relation: RelationId) -> Option<&RecordedEnds> {
        self.families.get(relation.index()).and_then(|family| self.places.get(*family))
    }
}

/// Gives a family of which no claim gives an amount the units that its relations declare.
fn add_declared_units(base: &Base, families: &[usize], places: &mut [RecordedEnds]) {
    let mut declared: Vec<(usize, Vec<String>)> = Vec::new();
    for (relation, record) in base.relations.described() {
        let family = families[relation.index()];
        if places[family].units.is_empty() {
            declared.push((family, declared_units(base, &record.units)));
        }
    }
    for (family, units) in declared {
        places[family].units.extend(units.iter().cloned());
        places[family].declared.extend(units);
    }
}

/// The kinds that entities declare.
fn kinds(base: &Base, entities: &[EntityId]) -> Vec<EntityKind> {
    let declared = entities.iter().filter_map(|entity| base.entities.record(*entity)?.kind);
    let mut kinds: Vec<EntityKind> = Vec::new();
    declared.for_each(|kind| {
        if !kinds.contains(&kind) {
            kinds.push(kind)
        }
    });
    kinds
}

/// Whether a relation has one value at a time for what its claims share, by a rule in force.
fn allows_one(base: &Base, relation: RelationId, shared: Per) -> bool {
    let is_about = |rule: &Rule| match &rule.scope {
        RuleScope::All => true,
        RuleScope::Law(law) => base.relations.record(relation).is_some_and(|record| record.obeys(*law)),
        RuleScope::Relations(relations) => relations.contains(&relation),
    };
    let is_single =
        |rule: &Rule| matches!(rule.kind, Kind::SingleValue { per, at_most: 1, .. } if per == shared);
    base.rules.iter().any(|rule| rule.severity != Some(None) && is_single(rule) && is_about(rule))
}

/// Relations that speak of the same kind of things: those tied to each other by a law.
fn families(base: &Base) -> Vec<usize> {
    let mut family: Vec<usize> = (0..base.relations.len()).collect();
    fn root(family: &mut [usize], mut at: usize) -> usize {
        while family[at] != at {
            family[at] = family[family[at]];
            at = family[at];
        }
        at
    }
    for (id, record) in base.relations.described() {
        // A relation about a subject alone shares its subjects with what excludes it: what is open can be closed.
        let opposed = if base.relations.is_one_place(id) { &record.incompatible_with[..] } else { &[] };
        for other in record.narrower_than.iter().chain(&record.excludes_others).chain(opposed) {
            let (one, two) = (root(&mut family, id.index()), root(&mut family, other.index()));
            family[one.max(two)] = one.min(two);
        }
    }
    (0..family.len()).map(|at| root(&mut family, at)).collect()
}
