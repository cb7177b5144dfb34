//! Values and objects within bounds.
//!
//! *Law.* The far side of each claim of the rule's relations is one of `one_of` and none of `none_of` (entities by id,
//! words by text); an amount of the same unit, or a date, does not lie certainly below `min` or above `max`. `now` is the
//! day of the view. Denials are free to deny.

use super::scope;
use super::told::{object, say};
use crate::graph::View;
use crate::model::{ClaimId, Code, Finding, Limit, Object, Rule, Site, Value};
use crate::time::{Bound, bound_words};

/// The parameters.
#[derive(Debug, Clone, Copy)]
pub struct Range<'a> {
    /// The least value.
    pub min: Option<&'a Limit>,
    /// The greatest value.
    pub max: Option<&'a Limit>,
    /// The objects or words of which it is one.
    pub one_of: &'a [String],
    /// The objects or words of which it is none.
    pub none_of: &'a [String],
}

/// All breaches of the rule.
pub fn check(view: &View<'_>, rule: &Rule, range: &Range<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for relation in scope(view.graph, rule) {
        for claim in view
            .rows_of(relation)
            .iter()
            .filter(|row| !row.denies && row.object != Object::None)
            .map(|row| row.claim)
        {
            found.extend(listed(view, claim, range).or_else(|| bounded(view, claim, range)));
        }
    }
    found
}

fn listed(view: &View<'_>, claim: ClaimId, range: &Range<'_>) -> Option<Finding> {
    let base = view.graph.base;
    let far = view.claims().object(claim);
    let name = match far {
        Object::Entity(entity) => base.entities.id(entity),
        Object::Value(value) => base.values.written(value),
        Object::None => return None,
    };
    let among =
        |list: &[String]| list.iter().any(|one| one.trim().to_lowercase() == name.trim().to_lowercase());
    if among(range.none_of) {
        return Some(finding(view, claim, "is one of those that it must not be".to_owned(), range.none_of));
    }
    if !range.one_of.is_empty() && !among(range.one_of) {
        return Some(finding(view, claim, "is none of those that it may be".to_owned(), range.one_of));
    }
    None
}

fn bounded(view: &View<'_>, claim: ClaimId, range: &Range<'_>) -> Option<Finding> {
    let Object::Value(value) = view.claims().object(claim) else { return None };
    let breach = match view.graph.base.values.get(value) {
        Value::Amount(amount) => {
            let limit = |limit: Option<&Limit>| match limit {
                Some(Limit::Value(Value::Amount(limit), _)) => Some(limit.clone()),
                _ => None,
            };
            let (min, max) = (limit(range.min), limit(range.max));
            amount
                .certainly_outside(min.as_ref(), max.as_ref())
                .then(|| "lies outside what is possible".to_owned())
        }
        Value::Date(date) => {
            let (min, max) = (date_limit(view, range.min), date_limit(view, range.max));
            let early = min.filter(|min| date.latest < min.earliest);
            let late = max.filter(|max| date.earliest > max.latest);
            let early = early.map(|min| format!("lies before {}", bound_words(min)));
            early.or_else(|| late.map(|max| format!("lies after {}", bound_words(max))))
        }
        Value::Text(_) => None,
    };
    breach.map(|breach| finding(view, claim, breach, &[]))
}

fn date_limit(view: &View<'_>, limit: Option<&Limit>) -> Option<Bound> {
    match limit? {
        Limit::Now => Some(Bound::day(view.as_of.day)),
        Limit::Value(Value::Date(date), _) => Some(*date),
        Limit::Value(..) => None,
    }
}

fn finding(view: &View<'_>, claim: ClaimId, breach: String, list: &[String]) -> Finding {
    let base = view.graph.base;
    let far = object(base, view.claims().object(claim));
    let field = if matches!(view.claims().object(claim), Object::Entity(_)) { "object" } else { "value" };
    let help = if list.is_empty() {
        "correct the value, or the rule".to_owned()
    } else {
        format!("the rule names: {}", list.join(", "))
    };
    Finding::new(
        Code::OutOfRange,
        format!("{} cannot be: {far} {breach}", say(base, claim)),
        Site::field(view.claims().place(claim), field),
    )
    .label(breach)
    .help(help)
    .about(view.claims().id(claim))
}
