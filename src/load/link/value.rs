//! Values read again as their relation takes them: neither a table nor a rule can know that "2023" is an amount.

use crate::load::value::read_value;
use crate::model::{
    Base, ClaimId, Code, Finding, Kind, Limit, Object, RelationId, RuleScope, Site, Takes, Value,
};

/// Reads values again where their relation says what it takes; gives findings for those that are none of it.
pub fn read_again(base: &mut Base) -> Vec<Finding> {
    let mut findings = Vec::new();
    if base.relations.described().all(|(_, record)| record.takes.is_none()) {
        return findings;
    }
    let mut changes = Vec::new();
    for claim in base.claims.iter() {
        let Some(relation) = base.claims.relation(claim) else { continue };
        let Some(takes) = base.relations.record(relation).and_then(|record| record.takes) else { continue };
        match (base.claims.object(claim), takes) {
            (Object::Entity(_), Takes::Amount | Takes::Date | Takes::Text) => {
                findings.push(wrong(base, claim, takes, "object", "an entity"));
            }
            (Object::Value(_), Takes::Entity) => findings.push(wrong(base, claim, takes, "value", "a value")),
            (Object::Value(value), _) if !is_of(base.values.get(value), takes) => {
                let written = base.values.written(value).to_owned();
                match read_value(&written, Some(takes)) {
                    Ok(value) => changes.push((claim, value, written)),
                    Err(reason) => {
                        findings.push(wrong(base, claim, takes, "value", &format!("`{written}` ({reason})")))
                    }
                }
            }
            _ => {}
        }
    }
    for (claim, value, written) in changes {
        let value = base.values.intern(value, &written);
        base.claims.set_object(claim, Object::Value(value));
    }
    findings
}

/// Reads the limits of rules again, where all relations that a rule names take the same.
pub fn read_limits_again(base: &mut Base) {
    let takes_of = |id: RelationId| base.relations.record(id).and_then(|record| record.takes);
    for rule in &mut base.rules {
        let RuleScope::Relations(scope) = &rule.scope else { continue };
        let Kind::ValueRange { min, max, .. } = &mut rule.kind else { continue };
        let Some(takes) = scope.first().and_then(|id| takes_of(*id)) else { continue };
        if scope.iter().any(|id| takes_of(*id) != Some(takes)) {
            continue;
        }
        for limit in [min, max].into_iter().flatten() {
            if let Limit::Value(value, written) = limit
                && let Ok(again) = read_value(written, Some(takes))
            {
                *value = again;
            }
        }
    }
}

fn is_of(value: &Value, takes: Takes) -> bool {
    matches!(
        (value, takes),
        (Value::Amount(_), Takes::Amount) | (Value::Date(_), Takes::Date) | (Value::Text(_), Takes::Text)
    )
}

fn wrong(base: &Base, claim: ClaimId, takes: Takes, field: &'static str, found: &str) -> Finding {
    let id = base.claims.id(claim);
    let relation = base.claims.relation(claim).map_or("", |relation| base.relations.id(relation));
    let wanted = match takes {
        Takes::Entity => "an entity, as `object`",
        Takes::Amount => "an amount, as in `value: \"10 billion USD\"`",
        Takes::Date => "a date, as in `value: \"2023-01\"`",
        Takes::Text => "words, as in `value: \"…\"`",
    };
    Finding::new(
        Code::MalformedValue,
        format!("`{id}` gives {found} where the relation `{relation}` takes {wanted}"),
        Site::field(base.claims.place(claim), field),
    )
    .label(format!("expected {wanted}"))
    .about(id)
    .key(field)
}
