//! The words of labels and statements without the names and amounts at their ends. What these words are, `analysis` says.

use super::shape::Shape;
use crate::model::{Base, ClaimId, EntityId, Value};

/// A label without the entity that it names: "paid for Red Hat" is "paid for", "has replaced in Red Hat" is "has replaced".
pub fn without_fixed(base: &Base, shape: &Shape, label: &str) -> String {
    let named = shape.fixed.as_deref().or(shape.scope.as_deref());
    let found = named
        .and_then(|id| base.entities.find(id))
        .and_then(|entity| base.entities.record(entity)?.find_in(label));
    let Some((start, end)) = found else { return label.to_owned() };
    let mut before = label[..start].trim_end();
    if shape.fixed.is_none() {
        before = before.rsplit_once(' ').map_or("", |(before, _)| before);
    }
    format!("{before} {}", label[end..].trim_start()).trim().to_owned()
}

/// The words of a statement between its subject and its far end, or behind the subject where that is all it names.
pub fn between_ends(base: &Base, claim: ClaimId, code: &str) -> Option<String> {
    let text = base.claims.statement_in(claim, code);
    let find = |entity: EntityId| base.entities.record(entity)?.find_in(text);
    let (_, start) = find(base.claims.subject(claim)?)?;
    let object = base.claims.object(claim);
    let end = match (object.entity, object.value.map(|value| base.values.get(value))) {
        (Some(entity), _) => find(entity).map(|(at, _)| at),
        (None, Some(Value::Amount(_) | Value::Date(_))) => number_in(text, start),
        (None, Some(Value::Text(words))) => text.rfind(words.as_str()).filter(|at| *at > start),
        (None, None) => None,
    };
    let end = end.unwrap_or(text.len());
    text.get(start..end).map(|words| words.trim().trim_end_matches('.').to_owned())
}

/// Where an amount or date is written: at the first digit behind the subject.
fn number_in(text: &str, start: usize) -> Option<usize> {
    let behind = text.get(start..)?;
    let digit = behind.find(|sign: char| sign.is_ascii_digit())?;
    let word = behind[..digit].rfind(char::is_whitespace).map_or(0, |at| at + 1);
    Some(start + word)
}
