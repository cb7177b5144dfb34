//! The words of `say`, written straight into the sentence of a finding: a text of its own for each part of each sentence
//! would cost more than finding what it says.

use std::fmt::{self, Display, Formatter};

use crate::graph::View;
use crate::model::{Base, Citation, ClaimId, Object, SourceId};
use crate::time::in_words;

/// Characters of a statement that a message quotes; the record shows the rest.
const LONGEST: usize = 160;

/// As [`super::say::say`].
pub fn say(base: &Base, claim: ClaimId) -> impl Display {
    fmt::from_fn(move |f| write_claim(f, base, claim))
}

/// As [`super::say::object`].
pub fn object(base: &Base, object: Object) -> &str {
    match object {
        Object::None => "…",
        Object::Entity(entity) => base.entities.name(entity),
        Object::Value(value) => base.values.written(value),
    }
}

/// As [`super::say::when`].
pub fn when(view: &View<'_>, claim: ClaimId) -> impl Display + use<> {
    in_words::period(view.claims().period(claim))
}

/// As [`super::say::source`].
pub fn source(base: &Base, source: SourceId) -> impl Display {
    fmt::from_fn(move |f| write_source(f, base, source))
}

/// As [`super::say::authority`].
pub fn authority(view: &View<'_>, claim: ClaimId) -> impl Display {
    fmt::from_fn(move |f| write_authority(f, view, claim))
}

fn write_claim(f: &mut Formatter<'_>, base: &Base, claim: ClaimId) -> fmt::Result {
    let claims = &base.claims;
    let statement = claims.statement(claim);
    if !statement.is_empty() {
        return match statement.char_indices().nth(LONGEST) {
            Some((end, _)) => write!(f, "“{}…”", statement[..end].trim_end()),
            None => write!(f, "“{statement}”"),
        };
    }
    let Some(relation) = claims.relation(claim) else { return write!(f, "`{}`", claims.id(claim)) };
    f.write_str(if claims.denies(claim) { "“it is not so that " } else { "“" })?;
    f.write_str(claims.subject(claim).map_or("something", |subject| base.entities.name(subject)))?;
    f.write_str(" ")?;
    f.write_str(&base.relations.label(relation))?;
    f.write_str(" ")?;
    f.write_str(object(base, claims.object(claim)))?;
    f.write_str("”")
}

fn write_source(f: &mut Formatter<'_>, base: &Base, source: SourceId) -> fmt::Result {
    let record = base.sources.record(source);
    let publisher = record.and_then(|record| record.publisher.as_deref());
    f.write_str(publisher.unwrap_or_else(|| base.sources.title(source)))?;
    match record.and_then(|record| record.published) {
        Some(published) => write!(f, ", {}", in_words::bound(published)),
        None => Ok(()),
    }
}

fn write_authority(f: &mut Formatter<'_>, view: &View<'_>, claim: ClaimId) -> fmt::Result {
    let base = view.graph.base;
    let mut supports = view.supports(claim);
    let Some(first) = supports.next() else { return f.write_str("no source") };
    let Some(second) = supports.next() else { return write_source(f, base, first.source) };
    let more = 1 + supports.count();
    let rank = |citation: &Citation| {
        let published = base.sources.published(citation.source);
        (published.map(|bound| bound.latest), std::cmp::Reverse(base.sources.id(citation.source)))
    };
    let newest = view.supports(claim).max_by_key(rank).unwrap_or(second);
    write_source(f, base, newest.source)?;
    write!(f, " and {more} more")
}
