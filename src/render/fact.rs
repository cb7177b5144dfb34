//! A fact as a JSON object: its kind, and its fields with ids, dates in EDTF and numbers. For programs that word it
//! themselves.

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::model::{Attested, Base, Detail, Fact, Object, Suggestion};

/// A fact of a claim base, to be written.
pub(super) struct JsonFact<'a> {
    pub(super) base: &'a Base,
    pub(super) fact: &'a Fact,
}

/// The object as a value, for what is put together before it is written.
pub(super) fn json(base: &Base, fact: &Fact) -> serde_json::Value {
    serde_json::to_value(JsonFact { base, fact }).unwrap_or_default()
}

impl Serialize for JsonFact<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        let mut written = map.serialize_entry("kind", self.fact.key());
        self.fact.each(&mut |name, detail| {
            if written.is_ok() {
                written = map.serialize_entry(name, &JsonDetail { base: self.base, detail });
            }
        });
        written?;
        map.end()
    }
}

/// A field of a fact, to be written.
struct JsonDetail<'a> {
    base: &'a Base,
    detail: Detail<'a>,
}

impl Serialize for JsonDetail<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let base = self.base;
        match self.detail {
            Detail::Absent => serializer.serialize_none(),
            Detail::Word(word) => serializer.serialize_str(word),
            Detail::Text(text) => serializer.serialize_str(text),
            Detail::Texts(texts) => serializer.collect_seq(texts),
            Detail::Count(count) => count.serialize(serializer),
            Detail::Claim(claim) => serializer.serialize_str(base.claims.id(claim)),
            Detail::Attested(Attested { claim, source, more }) => {
                let mut map = serializer.serialize_map(Some(4))?;
                map.serialize_entry("claim", base.claims.id(claim))?;
                map.serialize_entry("valid", &Displayed(base.claims.period(claim)))?;
                map.serialize_entry("source", &source.map(|source| base.sources.id(source)))?;
                map.serialize_entry("more_sources", &more)?;
                map.end()
            }
            Detail::Claims(claims) => {
                serializer.collect_seq(claims.iter().map(|claim| base.claims.id(*claim)))
            }
            Detail::Source(source) => serializer.serialize_str(base.sources.id(source)),
            Detail::Sources(sources) => {
                serializer.collect_seq(sources.iter().map(|source| base.sources.id(*source)))
            }
            Detail::Entity(entity) => serializer.serialize_str(base.entities.id(entity)),
            Detail::Entities(entities) => {
                serializer.collect_seq(entities.iter().map(|entity| base.entities.id(*entity)))
            }
            Detail::Relation(relation) => serializer.serialize_str(base.relations.id(relation)),
            Detail::Relations(relations) => {
                serializer.collect_seq(relations.iter().map(|relation| base.relations.id(*relation)))
            }
            Detail::Object(object) => far_side(base, object).serialize(serializer),
            Detail::Objects(objects) => {
                serializer.collect_seq(objects.iter().map(|object| far_side(base, *object)))
            }
            Detail::Day(day) => serializer.collect_str(&day),
            Detail::Date(date) => serializer.collect_str(&date),
            Detail::Period(period) => serializer.collect_str(&period),
            Detail::Length(length) => serializer.collect_str(&length),
            Detail::Suggestion(suggestion) => suggested(suggestion, serializer),
            Detail::Fact(fact) => JsonFact { base, fact }.serialize(serializer),
        }
    }
}

/// What is written as it is displayed.
struct Displayed<T>(T);

impl<T: std::fmt::Display> Serialize for Displayed<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

/// The far side of a claim: an id, a value as written, or both by name.
#[derive(serde::Serialize)]
#[serde(untagged)]
enum FarSide<'a> {
    Nothing(Option<&'a str>),
    One(&'a str),
    Both { object: &'a str, value: &'a str },
}

fn far_side(base: &Base, object: Object) -> FarSide<'_> {
    let entity = object.entity.map(|entity| base.entities.id(entity));
    let value = object.value.map(|value| base.values.written(value));
    match (entity, value) {
        (Some(object), Some(value)) => FarSide::Both { object, value },
        (Some(one), None) | (None, Some(one)) => FarSide::One(one),
        (None, None) => FarSide::Nothing(None),
    }
}

fn suggested<S: Serializer>(suggestion: Suggestion, serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(1))?;
    match suggestion {
        Suggestion::Until(date) => map.serialize_entry("until", &Displayed(date))?,
        Suggestion::Since(date) => map.serialize_entry("since", &Displayed(date))?,
        Suggestion::On(date) => map.serialize_entry("on", &Displayed(date))?,
        Suggestion::During(period) => map.serialize_entry("during", &Displayed(period))?,
        Suggestion::End(date) => map.serialize_entry("end", &Displayed(date))?,
    }
    map.end()
}
