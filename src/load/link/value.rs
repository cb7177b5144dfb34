//! Values read again as their relation takes them: neither a table nor a rule can know that "2023" is an amount.

use crate::amounts::AmountLexicon;
use crate::load::value::read_value;
use crate::model::{
    Base, ClaimId, Code, FileFact, Finding, Kind, Limit, Object, RelationId, RuleScope, Site, Takes, Value,
    ValueSort,
};

/// Reads values again where their relation says what it takes; gives findings for those that do not fit.
pub fn read_again(base: &mut Base, words: &AmountLexicon) -> Vec<Finding> {
    let mut findings = Vec::new();
    if base.relations.described().all(|(_, record)| record.takes.is_none()) {
        return findings;
    }
    let mut changes = Vec::new();
    for claim in base.claims.iter() {
        let Some(relation) = base.claims.relation(claim) else { continue };
        let Some(takes) = base.relations.record(relation).and_then(|record| record.takes) else { continue };
        let Object { entity, value } = base.claims.object(claim);
        if entity.is_some() && !takes.entity() {
            findings.push(wrong(base, claim, takes, ("object", "entity"), None));
            continue;
        }
        let Some(value) = value else { continue };
        let Some(sort) = takes.value().filter(|_| entity.is_some() || !takes.entity()) else {
            findings.push(wrong(base, claim, takes, ("value", "value"), None));
            continue;
        };
        if !is_of(base.values.get(value), sort) {
            let written = base.values.written(value).to_owned();
            match read_value(&written, Some(sort), words) {
                Ok(value) => changes.push((claim, value, written)),
                Err(reason) => {
                    findings.push(wrong(base, claim, takes, ("value", "text"), Some((written, reason))))
                }
            }
        }
    }
    for (claim, value, written) in changes {
        let value = Some(base.values.intern(value, &written));
        base.claims.set_object(claim, Object { value, ..base.claims.object(claim) });
    }
    findings
}

/// Reads the limits of rules again, where all relations that a rule names take the same.
pub fn read_limits_again(base: &mut Base, words: &AmountLexicon) {
    let takes_of = |id: RelationId| base.relations.record(id).and_then(|record| record.takes?.value());
    for rule in &mut base.rules {
        let RuleScope::Relations(scope) = &rule.scope else { continue };
        let Kind::ValueRange { min, max, .. } = &mut rule.kind else { continue };
        let Some(takes) = scope.first().and_then(|id| takes_of(*id)) else { continue };
        if scope.iter().any(|id| takes_of(*id) != Some(takes)) {
            continue;
        }
        for limit in [min, max].into_iter().flatten() {
            if let Limit::Value(value, written) = limit
                && let Ok(again) = read_value(written, Some(takes), words)
            {
                *value = again;
            }
        }
    }
}

fn is_of(value: &Value, sort: ValueSort) -> bool {
    match value {
        Value::Amount(_) => sort == ValueSort::Amount,
        Value::Date(_) => sort == ValueSort::Date,
        Value::Text(_) => sort == ValueSort::Text,
    }
}

/// The finding for a far side of another sort than the relation takes: an entity, a value, or (`text`) a value that was
/// written so and is refused for a reason.
fn wrong(
    base: &Base,
    claim: ClaimId,
    takes: Takes,
    (field, given): (&'static str, &'static str),
    refused: Option<(String, String)>,
) -> Finding {
    let id = base.claims.id(claim);
    let relation = base.claims.relation(claim).map_or("", |relation| base.relations.id(relation));
    let (written, reason) = refused.unzip();
    let fact = FileFact::WrongFarSide {
        claim: id.to_owned(),
        relation: relation.to_owned(),
        takes: takes.as_str(),
        given,
        written,
        reason,
    };
    let site = Site::field(base.claims.place(claim), field);
    Finding::new(Code::MalformedValue, fact, site).about(id).key(field)
}
