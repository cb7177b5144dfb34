//! Values and objects within bounds.
//!
//! *Law.* The far side of each claim of the rule's relations is one of `one_of` and none of `none_of` (entities by id,
//! words by text; the entity where there are both); an amount of the same unit, or a date, does not lie certainly below `min` or above `max`. `now` is the
//! day of the view. Denials are not checked.

use std::sync::Arc;

use super::scope;
use crate::graph::{View, ViewRow};
use crate::model::{ClaimFact, Code, Finding, Limit, Object, Rule, Site, Value};
use crate::time::Bound;

/// The parameters.
#[derive(Debug, Clone, Copy)]
pub struct Range<'a> {
    /// The least value.
    pub min: Option<&'a Limit>,
    /// The greatest value.
    pub max: Option<&'a Limit>,
    /// The objects or words of which it is one.
    pub one_of: &'a [String],
    /// The objects or words that it must not be.
    pub none_of: &'a [String],
}

/// All breaches of the rule.
pub fn check(view: &View<'_>, rule: &Rule, range: &Range<'_>) -> Vec<Finding> {
    let (allowed, forbidden) = (ListedValues::new(range.one_of), ListedValues::new(range.none_of));
    let mut found = Vec::new();
    for relation in scope(view.graph, rule) {
        let rows = view.rows_of(relation).iter().filter(|row| !row.denies && !row.object.is_none());
        for row in rows {
            let breach = listed(view, row.object, &allowed, &forbidden);
            let breach = breach.or_else(|| bounded(view, row.object, range));
            found.extend(breach.map(|breach| finding(view, row, breach)));
        }
    }
    found
}

/// What a rule lists, as it is compared and as it is reported: once for all findings.
struct ListedValues {
    folded: Vec<String>,
    told: Arc<[String]>,
}

impl ListedValues {
    fn new(written: &[String]) -> Self {
        Self { folded: written.iter().map(|one| fold(one)).collect(), told: written.into() }
    }
}

fn fold(text: &str) -> String {
    text.trim().to_lowercase()
}

/// Why a far side is not allowed, and the limit or list that it breaks.
struct Breach {
    word: &'static str,
    limit: Option<Bound>,
    list: Option<Arc<[String]>>,
}

fn listed(view: &View<'_>, far: Object, allowed: &ListedValues, forbidden: &ListedValues) -> Option<Breach> {
    if allowed.folded.is_empty() && forbidden.folded.is_empty() {
        return None;
    }
    let base = view.graph.base;
    let value = far.value.map(|value| base.values.written(value));
    let name = fold(far.entity.map(|entity| base.entities.id(entity)).or(value)?);
    let breach = |word, list: &ListedValues| Breach { word, limit: None, list: Some(Arc::clone(&list.told)) };
    if forbidden.folded.contains(&name) {
        return Some(breach("forbidden", forbidden));
    }
    let is_unlisted = !allowed.folded.is_empty() && !allowed.folded.contains(&name);
    is_unlisted.then(|| breach("unlisted", allowed))
}

fn bounded(view: &View<'_>, far: Object, range: &Range<'_>) -> Option<Breach> {
    let value = far.value?;
    let breach = |word, limit| Breach { word, limit, list: None };
    match view.graph.base.values.get(value) {
        Value::Amount(amount) => {
            let limit = |limit: Option<&Limit>| match limit {
                Some(Limit::Value(Value::Amount(limit), _)) => Some(limit.clone()),
                _ => None,
            };
            let (min, max) = (limit(range.min), limit(range.max));
            amount.certainly_outside(min.as_ref(), max.as_ref()).then(|| breach("outside", None))
        }
        Value::Date(date) => {
            let min = date_limit(view, range.min).filter(|min| date.latest < min.earliest);
            let max = date_limit(view, range.max).filter(|max| date.earliest > max.latest);
            min.map(|min| breach("before", Some(min))).or_else(|| max.map(|max| breach("after", Some(max))))
        }
        Value::Text(_) => None,
    }
}

fn date_limit(view: &View<'_>, limit: Option<&Limit>) -> Option<Bound> {
    match limit? {
        Limit::Now => Some(Bound::day(view.as_of.day)),
        Limit::Value(Value::Date(date), _) => Some(*date),
        Limit::Value(..) => None,
    }
}

fn finding(view: &View<'_>, row: &ViewRow, breach: Breach) -> Finding {
    let claims = view.claims();
    let ViewRow { claim, object, .. } = *row;
    let field = if object.entity.is_some() && breach.list.is_some() { "object" } else { "value" };
    let fact =
        ClaimFact::OutOfRange { claim, object, breach: breach.word, limit: breach.limit, list: breach.list };
    Finding::new(Code::OutOfRange, fact, Site::field(claims.place(claim), field)).about(claims.id(claim))
}
