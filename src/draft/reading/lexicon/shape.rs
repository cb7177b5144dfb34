//! What the claims of a relation have on their far side, as far as constructions ask.

use crate::model::{Base, ClaimId, EntityId, FarEnd, Relation, Takes, Value, ValueSort};

/// Of more words as values than these, the rest are not read: each takes phrasings of its own.
const TEXTS: usize = 16;

/// What is on the far side of a relation's claims.
#[derive(Debug)]
pub struct Shape {
    /// What its sentences have beside the subject.
    pub far: FarEnd,
    /// The entity that its label or all statements name beside subject and amount: "paid for Red Hat".
    pub fixed: Option<String>,
    /// Another entity that its label names: "has replaced in Red Hat".
    pub scope: Option<String>,
    /// The only object that its claims have, where their statements do not name it: "CentOS 7 is supported".
    pub only_object: Option<String>,
    /// The objects of its claims.
    pub objects: Vec<EntityId>,
    /// The words that its claims have as values.
    pub texts: Vec<String>,
    /// Its claims have dates as values: a sentence gives them as dates do, and no construction has a place for them.
    pub is_dated: bool,
    /// Claims of it.
    pub claims: Vec<ClaimId>,
}

impl Shape {
    /// The shape of a relation with these claims.
    #[must_use]
    pub fn of(base: &Base, relation: &Relation, claims: Vec<ClaimId>) -> Self {
        let has = |test: &dyn Fn(ClaimId) -> bool| claims.iter().any(|claim| test(*claim));
        let entity = relation
            .takes
            .map_or_else(|| has(&|claim| base.claims.object(claim).entity.is_some()), Takes::entity);
        let value = relation.takes.map_or_else(
            || has(&|claim| base.claims.object(claim).value.is_some()),
            |takes| takes.value().is_some(),
        );
        let is_dated = relation.takes.and_then(Takes::value) == Some(ValueSort::Date)
            || has(&|claim| {
                let value = base.claims.object(claim).value;
                matches!(value.map(|value| base.values.get(value)), Some(Value::Date(_)))
            });
        let mut texts: Vec<String> = Vec::new();
        for claim in &claims {
            if let Some(Value::Text(words)) =
                base.claims.object(*claim).value.map(|value| base.values.get(value))
                && !texts.contains(words)
                && texts.len() < TEXTS
            {
                texts.push(words.clone());
            }
        }
        let fixed =
            relation.label.as_deref().filter(|_| value && !entity).and_then(|label| named(base, label));
        let far = match (entity, value) {
            (true, true) => FarEnd::Both,
            (true, false) => FarEnd::Entity,
            (false, true) if fixed.is_some() => FarEnd::Both,
            (false, true) => FarEnd::Value,
            (false, false) => FarEnd::None,
        };
        let mut objects = claims.iter().map(|claim| base.claims.object(*claim).entity);
        let first = objects.next().flatten();
        let only_object = first.filter(|first| objects.all(|other| other == Some(*first)));
        let unnamed = |claim: &ClaimId| {
            let statement = base.claims.statement(*claim);
            let record = first.and_then(|object| base.entities.record(object));
            !record.is_some_and(|record| record.names().any(|name| statement.contains(name.as_str())))
        };
        let only_object =
            only_object.filter(|_| claims.iter().all(unnamed)).map(|id| base.entities.id(id).to_owned());
        let scope =
            relation.label.as_deref().filter(|_| far == FarEnd::Entity).and_then(|label| named(base, label));
        let mut objects: Vec<EntityId> =
            claims.iter().filter_map(|claim| base.claims.object(*claim).entity).collect();
        objects.sort_unstable();
        objects.dedup();
        Self { far, fixed, scope, only_object, objects, texts, is_dated, claims }
    }
}

/// The id of the entity with the longest name in a text.
fn named(base: &Base, text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let is_in = |name: &String| {
        let name = name.to_lowercase();
        let behind =
            |at: usize| lower[at + name.len()..].chars().next().is_none_or(|sign| !sign.is_alphanumeric());
        lower.find(&name).is_some_and(|at| {
            lower[..at].chars().next_back().is_none_or(|sign| !sign.is_alphanumeric()) && behind(at)
        })
    };
    let entities =
        base.entities.described().flat_map(|(id, record)| record.names().map(move |name| (id, name)));
    let found = entities.filter(|(_, name)| name.len() > 2 && is_in(name)).max_by_key(|(_, name)| name.len());
    found.map(|(id, _)| base.entities.id(id).to_owned())
}
