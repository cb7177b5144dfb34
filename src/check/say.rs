//! Claims in words: what they say, since when, on whose authority.

use crate::graph::View;
use crate::model::{Base, ClaimId, Object, SourceId};
use crate::time::{bound_words, period_words};

/// Characters of a statement that a message quotes; the record shows the rest.
const LONGEST: usize = 160;

/// What a claim says: its statement, else subject, relation and object in words, and that it denies them.
#[must_use]
pub fn say(base: &Base, claim: ClaimId) -> String {
    let claims = &base.claims;
    let statement = claims.statement(claim);
    if !statement.is_empty() {
        return match statement.char_indices().nth(LONGEST) {
            Some((end, _)) => format!("“{}…”", statement[..end].trim_end()),
            None => format!("“{statement}”"),
        };
    }
    let Some(relation) = claims.relation(claim) else { return format!("`{}`", claims.id(claim)) };
    let subject = claims.subject(claim).map_or("something", |subject| base.entities.name(subject));
    let denial = if claims.denies(claim) { "it is not so that " } else { "" };
    format!("“{denial}{subject} {} {}”", base.relations.label(relation), object(base, claims.object(claim)))
}

/// The far side of a claim in words.
#[must_use]
pub fn object(base: &Base, object: Object) -> String {
    match object {
        Object::None => "…".to_owned(),
        Object::Entity(entity) => base.entities.name(entity).to_owned(),
        Object::Value(value) => base.values.written(value).to_owned(),
    }
}

/// When the claim holds, in words.
#[must_use]
pub fn when(view: &View<'_>, claim: ClaimId) -> String {
    period_words(view.claims().period(claim))
}

/// A source in a few words: publisher and day, else title, else id.
#[must_use]
pub fn source(base: &Base, source: SourceId) -> String {
    let record = base.sources.record(source);
    let name =
        record.and_then(|record| record.publisher.as_deref()).unwrap_or_else(|| base.sources.title(source));
    match base.sources.published(source) {
        Some(published) => format!("{name}, {}", bound_words(published)),
        None => name.to_owned(),
    }
}

/// On whose authority a claim stands: its newest supporting source, and how many more there are.
#[must_use]
pub fn authority(view: &View<'_>, claim: ClaimId) -> String {
    let base = view.graph.base;
    let newest = view.supports(claim).max_by_key(|citation| {
        let published = base.sources.published(citation.source);
        (published.map(|bound| bound.latest), std::cmp::Reverse(base.sources.id(citation.source)))
    });
    let Some(newest) = newest else { return "no source".to_owned() };
    match view.supports(claim).count() {
        1 => source(base, newest.source),
        more => format!("{} and {} more", source(base, newest.source), more - 1),
    }
}
