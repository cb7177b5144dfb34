//! Claims that no sentence of a draft can match, so that silence about them is not taken for agreement.
//!
//! *Law.* A claim can be matched iff it has a relation that has words (phrasings, a label, or a statement that names both
//! ends, or lexical entries) and a far side that sentences can give: an entity, an amount where the relation `takes`
//! amounts, a date or words, or nothing where it takes nothing or no claim of it has one. A relation with phrasings in some
//! language can be matched only in the languages of its phrasings. A claim that is only a statement is reported where some
//! relation has words; the rest for bases that drafts are read against: some relation has phrasings. Like cases are reported
//! once for each relation, at its record.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::graph::{View, ViewRow};
use crate::model::{
    ClaimFact, ClaimId, Code, Finding, Object, Relation, RelationId, Site, Takes, Value, ValueSort,
};

/// All claims that cannot be matched, by relation and reason.
pub fn check(view: &View<'_>) -> Vec<Finding> {
    let relations: Vec<(RelationId, &Relation)> = view.graph.base.relations.described().collect();
    if !relations.iter().any(|(_, record)| has_words(record)) {
        return Vec::new();
    }
    let languages: BTreeSet<&str> = relations.iter().flat_map(|(_, record)| spoken(record)).collect();
    let spoken = if languages.is_empty() { Vec::new() } else { relations };
    let of_relations = spoken.into_par_iter().map(|(id, record)| of_relation(view, id, record, &languages));
    let mut found: Vec<Finding> = of_relations.collect::<Vec<_>>().concat();
    let all = (0..view.claims().len()).into_par_iter().map(ClaimId::new);
    let bare = |claim: &ClaimId| view.is_live(*claim) && view.claims().relation(*claim).is_none();
    let mut bare: Vec<ClaimId> = all.filter(bare).collect();
    bare.sort_by_key(|claim| view.claims().id(*claim));
    found.extend(bare.first().map(|first| finding(view, None, *first, bare.len(), "statement", &[])));
    found
}

/// Whether sentences can be read by a relation whatever its claims state.
fn has_words(record: &Relation) -> bool {
    record.label.is_some() || !record.phrasings.is_empty() || has_entries(record)
}

fn has_entries(record: &Relation) -> bool {
    !record.words.is_empty() || record.like.is_some()
}

/// The languages in which a relation has phrasings.
fn spoken(record: &Relation) -> impl Iterator<Item = &str> {
    record.phrasings.iter().map(|(code, _)| code.as_str())
}

fn of_relation(
    view: &View<'_>,
    relation: RelationId,
    record: &Relation,
    languages: &BTreeSet<&str>,
) -> Vec<Finding> {
    let rows = view.rows_of(relation);
    let alone = rows.iter().all(|row| row.object.is_none());
    let mut by_reason: BTreeMap<&'static str, Vec<ClaimId>> = BTreeMap::new();
    for row in rows {
        if let Some(reason) = reason(view, row, record, alone) {
            by_reason.entry(reason).or_default().push(row.claim);
        }
    }
    let id = |claim: &ClaimId| view.claims().id(*claim);
    let mut found: Vec<Finding> = by_reason
        .iter()
        .filter_map(|(reason, claims)| {
            let first = claims.iter().min_by_key(|claim| id(claim))?;
            Some(finding(view, Some((relation, record)), *first, claims.len(), reason, &[]))
        })
        .collect();
    // Where no claim of it is found anyway, its languages do not matter.
    if by_reason.values().map(Vec::len).sum::<usize>() == rows.len() {
        return found;
    }
    let known: BTreeSet<&str> = spoken(record).collect();
    let missing: Vec<String> = languages.difference(&known).map(|&code| code.to_owned()).collect();
    let first = rows.iter().map(|row| row.claim).min_by_key(|claim| id(claim));
    if let (Some(first), false, false) = (first, known.is_empty(), missing.is_empty()) {
        found.push(finding(view, Some((relation, record)), first, rows.len(), "language", &missing));
    }
    found
}

/// Why no sentence can match a claim, if none can.
fn reason(view: &View<'_>, row: &ViewRow, record: &Relation, alone: bool) -> Option<&'static str> {
    let wordless = !has_words(record);
    let takes_amounts = record.takes.and_then(Takes::value) == Some(ValueSort::Amount);
    let has_words = !wordless || !view.claims().statement(row.claim).is_empty();
    match row.object {
        Object { entity: None, value: Some(value) } => match view.graph.base.values.get(value) {
            Value::Date(_) | Value::Text(_) => wordless.then_some("words"),
            Value::Amount(_) if !takes_amounts => Some("amount"),
            Value::Amount(_) => wordless.then_some("words"),
        },
        Object::NONE if record.takes.is_some_and(|takes| takes != Takes::Nothing) || !alone => {
            Some("far-side")
        }
        _ => (!has_words).then_some("words"),
    }
}

fn finding(
    view: &View<'_>,
    relation: Option<(RelationId, &Relation)>,
    first: ClaimId,
    count: usize,
    reason: &'static str,
    languages: &[String],
) -> Finding {
    let claims = view.claims();
    let place = relation.map_or_else(|| claims.place(first), |(_, record)| record.place);
    let id = relation.map(|(id, _)| id);
    let languages = (!languages.is_empty()).then(|| languages.into());
    let fact = ClaimFact::Unreadable { first, count, relation: id, reason, languages };
    let about = id.map_or_else(|| claims.id(first), |id| view.graph.base.relations.id(id));
    Finding::new(Code::Unreadable, fact, Site::field(place, "id")).about(about).key(reason)
}
