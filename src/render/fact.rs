//! A fact as a JSON object: its kind, and its fields with ids, dates in EDTF and numbers. For programs that word it
//! themselves.

use serde_json::{Map, Value, json};

use crate::model::{Base, Detail, Fact, Object, Suggestion};

/// The object.
pub(super) fn json(base: &Base, fact: &Fact) -> Value {
    let mut object = Map::new();
    object.insert("kind".to_owned(), fact.key().into());
    fact.each(&mut |name, detail| {
        object.insert(name.to_owned(), value(base, detail));
    });
    Value::Object(object)
}

fn value(base: &Base, detail: Detail<'_>) -> Value {
    match detail {
        Detail::Absent => Value::Null,
        Detail::Word(word) => word.into(),
        Detail::Text(text) => text.into(),
        Detail::Texts(texts) => texts.into(),
        Detail::Count(count) => count.into(),
        Detail::Claim(claim) => base.claims.id(claim).into(),
        Detail::Attested(attested) => json!({
            "claim": base.claims.id(attested.claim),
            "valid": base.claims.period(attested.claim).to_string(),
            "source": attested.source.map(|source| base.sources.id(source)),
            "more_sources": attested.more,
        }),
        Detail::Claims(claims) => claims.iter().map(|claim| base.claims.id(*claim)).collect(),
        Detail::Source(source) => base.sources.id(source).into(),
        Detail::Sources(sources) => sources.iter().map(|source| base.sources.id(*source)).collect(),
        Detail::Entity(entity) => base.entities.id(entity).into(),
        Detail::Entities(entities) => entities.iter().map(|entity| base.entities.id(*entity)).collect(),
        Detail::Relation(relation) => base.relations.id(relation).into(),
        Detail::Relations(all) => all.iter().map(|relation| base.relations.id(*relation)).collect(),
        Detail::Object(object) => far_side(base, object),
        Detail::Objects(objects) => objects.iter().map(|object| far_side(base, *object)).collect(),
        Detail::Day(day) => day.to_string().into(),
        Detail::Date(date) => date.to_string().into(),
        Detail::Period(period) => period.to_string().into(),
        Detail::Length(length) => length.to_string().into(),
        Detail::Suggestion(suggestion) => suggested(suggestion),
        Detail::Fact(fact) => json(base, fact),
    }
}

fn far_side(base: &Base, object: Object) -> Value {
    match object {
        Object::None => Value::Null,
        Object::Entity(entity) => base.entities.id(entity).into(),
        Object::Value(value) => base.values.written(value).into(),
    }
}

fn suggested(suggestion: Suggestion) -> Value {
    match suggestion {
        Suggestion::Until(date) => json!({"until": date.to_string()}),
        Suggestion::Since(date) => json!({"since": date.to_string()}),
        Suggestion::On(date) => json!({"on": date.to_string()}),
        Suggestion::During(period) => json!({"during": period.to_string()}),
        Suggestion::End(date) => json!({"end": date.to_string()}),
    }
}
