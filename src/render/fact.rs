//! A fact as a JSON object: its kind, and its fields with ids, dates in EDTF and numbers. For programs that word it
//! themselves.
//!
//! Written by hand, as there is one in each finding.

use std::fmt::Display;
use std::io::{self, Write};

use super::written::{list, number, optional, text};
use crate::model::{Attested, Base, Detail, Fact, Object, Suggestion};

/// The object as a value, for what is put together before it is written.
pub(super) fn json(base: &Base, fact: &Fact) -> serde_json::Value {
    let mut out = Vec::new();
    let written = write(base, fact, &mut out);
    written.ok().and_then(|()| serde_json::from_slice(&out).ok()).unwrap_or_default()
}

/// Writes the object.
pub(super) fn write(base: &Base, fact: &Fact, out: &mut Vec<u8>) -> io::Result<()> {
    out.extend_from_slice(b"{\"kind\":\"");
    out.extend_from_slice(fact.key().as_bytes());
    out.push(b'"');
    let mut written = Ok(());
    fact.each(&mut |name, detail| {
        if written.is_ok() {
            member(name, out);
            written = self::detail(base, detail, out);
        }
    });
    out.push(b'}');
    written
}

/// A field of a fact.
fn detail(base: &Base, detail: Detail<'_>, out: &mut Vec<u8>) -> io::Result<()> {
    match detail {
        Detail::Absent => optional(None, out),
        Detail::Word(word) => text(word, out),
        Detail::Text(words) => text(words, out),
        Detail::Texts(texts) => list(texts, out, |words, out| text(words, out)),
        Detail::Count(count) => number(count, out),
        Detail::Claim(claim) => text(base.claims.id(claim), out),
        Detail::Attested(attested) => self::attested(base, attested, out),
        Detail::Claims(claims) => list(claims, out, |claim, out| text(base.claims.id(*claim), out)),
        Detail::Source(source) => text(base.sources.id(source), out),
        Detail::Sources(sources) => list(sources, out, |source, out| text(base.sources.id(*source), out)),
        Detail::Entity(entity) => text(base.entities.id(entity), out),
        Detail::Entities(entities) => list(entities, out, |entity, out| text(base.entities.id(*entity), out)),
        Detail::Relation(relation) => text(base.relations.id(relation), out),
        Detail::Relations(relations) => {
            list(relations, out, |relation, out| text(base.relations.id(*relation), out))
        }
        Detail::Object(object) => far_side(base, object, out),
        Detail::Objects(objects) => list(objects, out, |object, out| far_side(base, *object, out)),
        Detail::Day(day) => displayed(day, out),
        Detail::Date(date) => displayed(date, out),
        Detail::Period(period) => displayed(period, out),
        Detail::Length(length) => displayed(length, out),
        Detail::Suggestion(suggestion) => suggested(suggestion, out),
        Detail::Value(value) => text(&value.written, out),
        Detail::Fact(fact) => write(base, fact, out),
    }
}

/// A comma and the name of a member, which has nothing to escape.
fn member(name: &str, out: &mut Vec<u8>) {
    out.extend_from_slice(b",\"");
    out.extend_from_slice(name.as_bytes());
    out.extend_from_slice(b"\":");
}

/// What has nothing to escape, as it is displayed.
fn displayed(date: impl Display, out: &mut Vec<u8>) -> io::Result<()> {
    write!(out, "\"{date}\"")
}

/// A claim with its best source.
fn attested(base: &Base, attested: Attested, out: &mut Vec<u8>) -> io::Result<()> {
    let Attested { claim, source, more } = attested;
    out.extend_from_slice(b"{\"claim\":");
    text(base.claims.id(claim), out)?;
    member("valid", out);
    displayed(base.claims.period(claim), out)?;
    member("source", out);
    optional(source.map(|source| base.sources.id(source)), out)?;
    member("more_sources", out);
    number(more, out)?;
    out.push(b'}');
    Ok(())
}

/// The far side of a claim: an id, a value as written, or both by name.
fn far_side(base: &Base, object: Object, out: &mut Vec<u8>) -> io::Result<()> {
    let entity = object.entity.map(|entity| base.entities.id(entity));
    let value = object.value.map(|value| base.values.written(value));
    let (Some(entity), Some(value)) = (entity, value) else { return optional(entity.or(value), out) };
    out.extend_from_slice(b"{\"object\":");
    text(entity, out)?;
    member("value", out);
    text(value, out)?;
    out.push(b'}');
    Ok(())
}

/// What a sentence could say instead.
fn suggested(suggestion: Suggestion, out: &mut Vec<u8>) -> io::Result<()> {
    let (name, date): (&str, &dyn Display) = match &suggestion {
        Suggestion::Until(date) => ("until", date),
        Suggestion::Since(date) => ("since", date),
        Suggestion::On(date) => ("on", date),
        Suggestion::During(period) => ("during", period),
        Suggestion::End(date) => ("end", date),
    };
    write!(out, "{{\"{name}\":\"{date}\"}}")
}
