//! What the claims of a relation have on their far side, as far as constructions ask.

use std::collections::HashMap;
use std::sync::Arc;

use rustc_hash::FxBuildHasher;

use super::analysis::{Grammar, KnownHeads};
use crate::model::{
    Base, ClaimId, EntityId, FarEnd, Frame, Head, Language, READ_VALUES, Relation, RelationId, SumNoun,
    Takes, Value, ValueSort,
};

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
    /// The units of the amounts that its claims have.
    pub units: Vec<String>,
    /// Its claims have dates as values: a sentence gives them as dates do, and no construction has a place for them.
    pub is_dated: bool,
    /// Claims of it.
    pub claims: Vec<ClaimId>,
    heads: Arc<KnownHeads>,
}

impl Shape {
    /// The shape of a relation with these claims, whose label names an entity or none.
    #[must_use]
    pub fn of(
        base: &Base,
        relation: &Relation,
        claims: Vec<ClaimId>,
        named: Option<EntityId>,
        heads: Arc<KnownHeads>,
    ) -> Self {
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
        let mut units: Vec<String> = Vec::new();
        for claim in &claims {
            if let Some(Value::Amount(amount)) =
                base.claims.object(*claim).value.map(|value| base.values.get(value))
                && !units.contains(&amount.unit)
                && units.len() < READ_VALUES
            {
                units.push(amount.unit.clone());
            }
            if let Some(Value::Text(words)) =
                base.claims.object(*claim).value.map(|value| base.values.get(value))
                && !texts.contains(words)
                && texts.len() < READ_VALUES
            {
                texts.push(words.clone());
            }
        }
        // What is declared counts until a claim says it.
        if units.is_empty() {
            units.clone_from(&relation.units);
        }
        // "Has subscribers", of 42 million.
        if units.iter().any(String::is_empty) {
            units.extend(counted_in_label(base, relation));
        }
        let named = named.map(|id| base.entities.id(id).to_owned());
        let fixed = named.clone().filter(|_| value && !entity);
        let far = match (entity, value) {
            (true, true) => FarEnd::Both,
            (true, false) => FarEnd::Entity,
            (false, true) if fixed.is_some() => FarEnd::Both,
            (false, true) => FarEnd::Value,
            (false, false) => FarEnd::None,
        };
        let mut objects: Vec<EntityId> =
            claims.iter().filter_map(|claim| base.claims.object(*claim).entity).collect();
        let all_have_one = objects.len() == claims.len();
        objects.sort_unstable();
        objects.dedup();
        let is_unnamed = |object: EntityId| {
            let record = base.entities.record(object);
            let names = |claim: &ClaimId| record?.find_in(base.claims.statement(*claim));
            claims.iter().all(|claim| names(claim).is_none())
        };
        let only_object = match objects.as_slice() {
            [only] if all_have_one && is_unnamed(*only) => Some(base.entities.id(*only).to_owned()),
            _ => None,
        };
        let scope = named.filter(|_| far == FarEnd::Entity);
        Self { far, fixed, scope, only_object, objects, texts, units, is_dated, claims, heads }
    }

    /// The grammar of a language, with what is known of words already.
    #[must_use]
    pub fn grammar<'a>(&'a self, pack: &'a Language) -> Grammar<'a> {
        Grammar::knowing(pack, &self.heads)
    }

    /// Whether a noun is what the amounts of the relation count: "has beds" of "420 beds", "has employees" of "420 people".
    #[must_use]
    pub fn counts(&self, pack: &Language, head: &Head) -> bool {
        let is_unit = |noun: &SumNoun| {
            let is_in = |name: &String| self.units.contains(name);
            let counts = is_in(&noun.name) || noun.kind_of.as_ref().is_some_and(is_in);
            counts && noun.words.iter().any(|word| head.heads.contains(word))
        };
        head.frame == Frame::Noun && pack.sums.nouns.iter().any(is_unit)
    }
}

/// The names of the nouns in a label that amounts can count.
fn counted_in_label(base: &Base, relation: &Relation) -> Vec<String> {
    let Some(label) = &relation.label else { return Vec::new() };
    let in_each = |pack: &Language| {
        let words: Vec<String> = label.in_language(&pack.code).split(' ').map(str::to_lowercase).collect();
        let nouns = pack.sums.nouns.iter().filter(|noun| noun.words.iter().any(|word| words.contains(word)));
        nouns.map(|noun| noun.name.clone()).collect::<Vec<_>>()
    };
    let mut names: Vec<String> = base.languages.iter().flat_map(in_each).collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// The entities that labels name, by the longest of their names there: found in one pass over all names.
#[must_use]
pub fn named_in_labels(base: &Base) -> HashMap<RelationId, EntityId, FxBuildHasher> {
    /// Shorter names are too common as words.
    const SHORTEST: usize = 3;
    let mut labels: HashMap<String, Vec<RelationId>, FxBuildHasher> = HashMap::default();
    for (id, record) in base.relations.described() {
        let label = record.label.as_deref().map(|label| label.to_lowercase());
        let parts = label.iter().flat_map(|label| parts(label)).filter(|part| part.len() >= SHORTEST);
        parts.for_each(|part| labels.entry(part.to_owned()).or_default().push(id));
    }
    let mut longest: HashMap<RelationId, (usize, EntityId), FxBuildHasher> = HashMap::default();
    if labels.is_empty() {
        return HashMap::default();
    }
    for (entity, record) in base.entities.described() {
        for name in record.names().filter(|name| name.len() >= SHORTEST) {
            for relation in labels.get(&name.to_lowercase()).into_iter().flatten() {
                let best = longest.entry(*relation).or_insert((0, entity));
                // Of names of one length the last counts.
                if name.len() >= best.0 {
                    *best = (name.len(), entity);
                }
            }
        }
    }
    longest.into_iter().map(|(relation, (_, entity))| (relation, entity)).collect()
}

/// The parts of a text that no letter or digit goes on from at either end, as long as names are.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    /// Names of more bytes are not looked for, so that cost is linear in the length of a label.
    const LONGEST: usize = 128;
    let is_end = |sign: Option<char>| sign.is_none_or(|sign| !sign.is_alphanumeric());
    let starts = text.char_indices().map(|(at, _)| at);
    let starts = starts.filter(move |at| is_end(text[..*at].chars().next_back()));
    starts.flat_map(move |start| {
        let near = text[start..].char_indices().map(move |(at, sign)| start + at + sign.len_utf8());
        let near = near.take_while(move |end| end - start <= LONGEST);
        let ends = near.filter(move |at| is_end(text[*at..].chars().next()));
        ends.map(move |end| &text[start..end])
    })
}
