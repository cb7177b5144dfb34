//! Claims that no sentence of a draft can match, so that silence about them is not taken for agreement.
//!
//! *Law.* A claim can be matched iff it has a relation that has words (phrasings, a label, or a statement that names both
//! ends, or lexical entries) and a far side that sentences can give: an entity, an amount where the relation `takes`
//! amounts, a date or words, or nothing where it takes nothing or no claim of it has one. Of a relation whose claims have many
//! words as values only some are read: see `READ_VALUES`. A relation with phrasings in some language can be matched only in the
//! languages of its phrasings. All this is reported for bases that drafts can be read against: some relation has words. Like
//! cases are reported once for each relation, at its record.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use rayon::prelude::*;
use rustc_hash::FxBuildHasher;

use crate::graph::{View, ViewRow};
use crate::model::{
    ClaimFact, ClaimId, Code, Finding, Object, READ_VALUES, Relation, RelationId, SAMPLED_CLAIMS, Site, Slot,
    Takes, Value, ValueId, ValueSort,
};

/// The words that are read as values of relations whose claims have more of them.
type ReadValues = HashMap<RelationId, Vec<ValueId>, FxBuildHasher>;

/// All claims that cannot be matched, by relation and reason.
pub fn check(view: &View<'_>) -> Vec<Finding> {
    let relations: Vec<(RelationId, &Relation)> = view.graph.base.relations.described().collect();
    if !relations.iter().any(|(_, record)| has_words(record)) {
        return Vec::new();
    }
    let languages: BTreeSet<&str> = relations.iter().flat_map(|(_, record)| spoken(record)).collect();
    let read = read_values(view, &relations);
    let of_relations =
        relations.into_par_iter().map(|(id, record)| of_relation(view, id, record, &languages, &read));
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
    read: &ReadValues,
) -> Vec<Finding> {
    let rows = view.rows_of(relation);
    let sides = FarSides::of(view, rows, record);
    let read = read.get(&relation);
    let mut by_reason: BTreeMap<&'static str, Vec<ClaimId>> = BTreeMap::new();
    for row in rows {
        let is_left_out =
            || row.object.value.is_some_and(|value| read.is_some_and(|read| !read.contains(&value)));
        if let Some(reason) = reason(view, row, record, sides).or_else(|| is_left_out().then_some("values")) {
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

/// The words that are read as values, of the relations that have enough claims with words for some to be left out.
fn read_values(view: &View<'_>, relations: &[(RelationId, &Relation)]) -> ReadValues {
    let values = &view.graph.base.values;
    let is_words = |value: ValueId| matches!(values.get(value), Value::Text(_));
    let has_many = |relation: RelationId| {
        let rows = view.rows_of(relation);
        rows.len() > READ_VALUES && rows.iter().any(|row| row.object.value.is_some_and(is_words))
    };
    let many = relations.iter().filter(|(id, _)| has_many(*id)).map(|(id, _)| (*id, (0, Vec::new())));
    let mut many: HashMap<RelationId, (usize, Vec<ValueId>), FxBuildHasher> = many.collect();
    if many.is_empty() {
        return ReadValues::default();
    }
    let claims = view.claims();
    for claim in claims.iter() {
        let Some((seen, read)) = claims.relation(claim).and_then(|relation| many.get_mut(&relation)) else {
            continue;
        };
        *seen += 1;
        if let Some(value) = claims.object(claim).value.filter(|value| is_words(*value))
            && *seen <= SAMPLED_CLAIMS
            && read.len() < READ_VALUES
            && !read.contains(&value)
        {
            read.push(value);
        }
    }
    many.into_iter().map(|(relation, (_, read))| (relation, read)).collect()
}

/// What the claims of a relation have on their far sides, where it does not say what it takes.
#[derive(Debug, Clone, Copy, Default)]
struct FarSides {
    alone: bool,
    entities: bool,
    words: bool,
    dates: bool,
}

impl FarSides {
    fn of(view: &View<'_>, rows: &[ViewRow], record: &Relation) -> Self {
        let mut found = Self { alone: true, ..Self::default() };
        for row in rows {
            found.alone &= row.object.is_none();
            let value = row.object.value.map(|value| view.graph.base.values.get(value));
            found.entities |= row.object.entity.is_some();
            found.words |= matches!(value, Some(Value::Text(_)));
            found.dates |= matches!(value, Some(Value::Date(_)));
        }
        if record.takes.is_some() { Self { alone: found.alone, ..Self::default() } } else { found }
    }

    /// Whether those of another sort hide a claim with this far side: a sentence is read for one sort of far side.
    fn hide(self, object: Object, value: Option<&Value>, record: &Relation) -> bool {
        match value {
            Some(Value::Text(_)) => self.entities || self.dates,
            Some(Value::Date(_)) => self.entities,
            Some(Value::Amount(_)) => false,
            None => object.entity.is_some() && (self.dates || self.words && record.phrasings.is_empty()),
        }
    }
}

/// Why no sentence can match a claim, if none can.
fn reason(view: &View<'_>, row: &ViewRow, record: &Relation, sides: FarSides) -> Option<&'static str> {
    let wordless = !has_words(record);
    let takes_amounts = record.takes.and_then(Takes::value) == Some(ValueSort::Amount);
    let has_words = !wordless || !view.claims().statement(row.claim).is_empty();
    let value = row.object.value.map(|value| view.graph.base.values.get(value));
    if sides.hide(row.object, value, record) {
        return Some("mixed");
    }
    match (row.object.entity, value) {
        (None, Some(Value::Date(_) | Value::Text(_))) => wordless.then_some("words"),
        (None, Some(Value::Amount(_))) if !takes_amounts => Some("amount"),
        (None, Some(Value::Amount(_))) => wordless.then_some("words"),
        (None, None) if record.takes.is_some_and(|takes| takes != Takes::Nothing) || !sides.alone => {
            Some("far-side")
        }
        (Some(_), None) if needs_value(record) && !row.denies => Some("no-value"),
        _ => (!has_words).then_some("words"),
    }
}

/// Whether nothing says a relation with an object and a value without the value.
fn needs_value(record: &Relation) -> bool {
    record.takes.and_then(Takes::value).is_some()
        && record.phrasings.iter().all(|(_, phrasing)| phrasing.has_slot(Slot::Value))
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
