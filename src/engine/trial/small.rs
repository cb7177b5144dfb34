//! A base of nothing but the relations whose words are tried: each with one claim of two names that were made up.

use std::collections::HashMap;

use crate::draft::TrialNames;
use crate::model::{Base, Entity, EntityId, FarEnd, NewClaim, Object, Relation, RelationId, Takes, Value};
use crate::text::{FileId, Place};
use crate::time::Period;

/// Names that are no words of any language.
const SUBJECT: &str = "Ulmer Quandt";
const OBJECT: &str = "Brixvale";

/// The relations, and what their trials need.
pub struct SmallBase {
    /// The base.
    pub base: Base,
    /// The relations, here and in the base of the workspace.
    pub relations: Vec<(RelationId, RelationId)>,
    shapes: HashMap<RelationId, FarShape>,
}

/// What stands on the far side.
struct FarShape {
    far: FarEnd,
    value: Option<String>,
}

impl SmallBase {
    /// Some relations of a base.
    #[must_use]
    pub fn new(base: &Base, relations: &[RelationId]) -> Self {
        let mut small = Base { languages: base.languages.clone(), ..Base::default() };
        let subject = named(&mut small, "trial-subject", SUBJECT);
        let object = named(&mut small, "trial-object", OBJECT);
        let recorded = far_sides(base, relations);
        let mut made = Self { base: small, relations: Vec::new(), shapes: HashMap::new() };
        for there in relations {
            let Some(record) = base.relations.record(*there) else { continue };
            let far = recorded.get(there).copied();
            let Some(shape) = shape(base, record, far) else { continue };
            let own = made.base.relations.intern(base.relations.id(*there));
            let record = made.without_laws(base, record);
            let _ = made.base.relations.describe(own, record);
            let value = far.and_then(|far| far.value).filter(|_| shape.value.is_some());
            let value = value.map(|value| {
                made.base.values.intern(base.values.get(value).clone(), base.values.written(value))
            });
            let entity = matches!(shape.far, FarEnd::Entity | FarEnd::Both).then_some(object);
            made.claim(own, subject, Object { entity, value });
            made.shapes.insert(own, shape);
            made.relations.push((own, *there));
        }
        made
    }

    /// The names by which a relation is tried.
    #[must_use]
    pub fn names(&self, relation: RelationId) -> Option<TrialNames<'_>> {
        let FarShape { far, value } = self.shapes.get(&relation)?;
        Some(TrialNames { subject: SUBJECT, object: OBJECT, value: value.as_deref(), far: *far })
    }

    fn claim(&mut self, relation: RelationId, subject: EntityId, object: Object) {
        let id = format!("trial-{}", self.base.claims.len());
        self.base.claims.push(&NewClaim {
            id: &id,
            statement: "",
            subject: Some(subject),
            relation: Some(relation),
            object,
            period: Some(Period::UNKNOWN),
            denies: false,
            preferred: false,
            place: Place::new(FileId::new(0), 0, 0),
        });
    }

    /// A record without what it says of other relations and without what must be named around it; the entities that its
    /// phrasings name are here too.
    fn without_laws(&mut self, base: &Base, record: &Relation) -> Relation {
        let mut own = record.clone();
        for others in
            [&mut own.narrower_than, &mut own.incompatible_with, &mut own.excludes_others, &mut own.before]
        {
            others.clear();
        }
        own.inverse = None;
        own.concerns.clear();
        own.reads.clear();
        let named_there = record.named.iter();
        own.named = named_there
            .map(|id| named(&mut self.base, base.entities.id(*id), base.entities.name(*id)))
            .collect();
        own
    }
}

fn named(base: &mut Base, id: &str, name: &str) -> EntityId {
    let entity = base.entities.intern(id);
    let record = Entity {
        name: Some(name.into()),
        aliases: Vec::new(),
        aliases_in: Vec::new(),
        kind: None,
        part_of: Vec::new(),
        note: None,
        place: Place::new(FileId::new(0), 0, 0),
    };
    let _ = base.entities.describe(entity, record);
    entity
}

/// The far side of the first claim of each relation.
fn far_sides(base: &Base, relations: &[RelationId]) -> HashMap<RelationId, Object> {
    let mut found = HashMap::new();
    for claim in base.claims.iter() {
        let Some(relation) = base.claims.relation(claim) else { continue };
        if relations.contains(&relation) {
            found.entry(relation).or_insert_with(|| base.claims.object(claim));
            if found.len() == relations.len() {
                break;
            }
        }
    }
    found
}

/// What a relation has on its far side; `None` if that cannot be made up: dates and words, and amounts that no claim gives.
fn shape(base: &Base, record: &Relation, recorded: Option<Object>) -> Option<FarShape> {
    let value = recorded.and_then(|object| object.value);
    let amount = value.filter(|value| matches!(base.values.get(*value), Value::Amount(_)));
    let amount = amount.map(|value| base.values.written(value).to_owned());
    let takes_entity =
        record.takes.map_or_else(|| recorded.is_none_or(|object| object.entity.is_some()), Takes::entity);
    let takes_value = record.takes.map_or(value.is_some(), |takes| takes.value().is_some());
    match (takes_entity, takes_value) {
        (true, true) if amount.is_some() => Some(FarShape { far: FarEnd::Both, value: amount }),
        (true, _) => Some(FarShape { far: FarEnd::Entity, value: None }),
        (false, true) => amount.map(|amount| FarShape { far: FarEnd::Value, value: Some(amount) }),
        (false, false) => Some(FarShape { far: FarEnd::None, value: None }),
    }
}
