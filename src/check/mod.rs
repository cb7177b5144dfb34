//! The checks: one kind of rule, one file, with its page beside it. Pure functions from a view to findings.
//!
//! Each check states its law in words and in logic above its code. Checks group and sweep; none compares all pairs.

mod companion;
mod contemporary;
mod cycles;
mod denial;
mod duplicates;
mod freshness;
mod incompatible;
mod inverted;
mod law;
mod mirror;
mod order;
mod qualifier;
mod repeated;
mod rivals;
mod say;
mod sieve;
mod single_value;
mod sourcing;
mod succession;
mod sweep;
mod told;
mod unused;
mod value_range;
mod verdict;

use std::sync::Arc;

use rayon::prelude::*;

use crate::graph::{Graph, View};
use crate::model::{Finding, Kind, RelationId, Rule, RuleScope};

pub use freshness::review_due;
pub use say::{authority, object, say, source, when};
pub use succession::successor;
pub use verdict::{AboutDraft, Judge, code as verdict_code, draft_findings};

/// A kind of rule as people look it up.
#[derive(Debug, Clone, Copy)]
pub struct KindPage {
    /// The word by which files name it.
    pub name: &'static str,
    /// Its page, in Markdown.
    pub page: &'static str,
}

/// The single list of kinds.
pub const KINDS: [KindPage; 10] = [
    KindPage { name: "single_value", page: include_str!("single_value.md") },
    KindPage { name: "incompatible", page: include_str!("incompatible.md") },
    KindPage { name: "order", page: include_str!("order.md") },
    KindPage { name: "contemporary", page: include_str!("contemporary.md") },
    KindPage { name: "companion", page: include_str!("companion.md") },
    KindPage { name: "mirror", page: include_str!("mirror.md") },
    KindPage { name: "value_range", page: include_str!("value_range.md") },
    KindPage { name: "qualifier", page: include_str!("qualifier.md") },
    KindPage { name: "sourcing", page: include_str!("sourcing.md") },
    KindPage { name: "freshness", page: include_str!("freshness.md") },
];

/// Checks the whole claim base.
#[must_use]
pub fn check(view: &View<'_>) -> Vec<Finding> {
    let always: [fn(&View<'_>) -> Vec<Finding>; 6] =
        [inverted::check, denial::check, succession::check, duplicates::check, cycles::check, unused::check];
    let structural = always.into_par_iter().map(|check| check(view));
    let rules = view.graph.base.rules.par_iter().map(|rule| run(view, rule));
    let mut findings = gathered(structural.chain(rules));
    repeated::drop_repeated(view, &mut findings);
    findings
}

/// The findings of all parts of a check in their order. Each is moved once: they are large, and there may be a hundred
/// thousand of them.
fn gathered(parts: impl ParallelIterator<Item = Vec<Finding>>) -> Vec<Finding> {
    let mut parts: Vec<Vec<Finding>> = parts.filter(|part| !part.is_empty()).collect();
    if let [part] = parts.as_mut_slice() {
        return std::mem::take(part);
    }
    let mut all = Vec::with_capacity(parts.iter().map(Vec::len).sum());
    for part in &mut parts {
        all.append(part);
    }
    all
}

/// Checks one rule.
#[must_use]
pub fn run(view: &View<'_>, rule: &Rule) -> Vec<Finding> {
    if rule.severity == Some(None) {
        return Vec::new();
    }
    let mut findings = match &rule.kind {
        Kind::SingleValue { per, at_most, ever, best } => single_value::check(
            view,
            rule,
            single_value::Limits { per: *per, at_most: *at_most, ever: *ever, best: *best },
        ),
        Kind::Incompatible(kind) => incompatible::check(view, rule, kind),
        Kind::Order(kind) => order::check(view, rule, kind),
        Kind::Contemporary { begins, ends, cover } => contemporary::check(view, rule, begins, ends, *cover),
        Kind::Companion(kind) => companion::check(view, rule, kind),
        Kind::Mirror { by } => mirror::check(view, rule, *by),
        Kind::ValueRange { min, max, one_of, none_of } => value_range::check(
            view,
            rule,
            &value_range::Range { min: min.as_ref(), max: max.as_ref(), one_of, none_of },
        ),
        Kind::Qualifier { requires } => qualifier::check(view, rule, requires),
        Kind::Sourcing(kind) => sourcing::check(view, rule, *kind),
        Kind::Freshness { review_every, expires } => freshness::check(view, rule, *review_every, *expires),
    };
    let id: Arc<str> = rule.id.as_str().into();
    for finding in &mut findings {
        finding.rule = Some(Arc::clone(&id));
        if let Some(severity) = rule.severity.flatten() {
            finding.severity = severity;
        }
        if let Some(message) = &rule.message {
            finding.message = format!("{}: {}", message.trim_end_matches('.'), finding.message);
        }
        if rule.help.is_some() {
            finding.help = rule.help.clone().map(Into::into);
        }
    }
    findings
}

/// The relations that a rule is about, in the order of their ids: of two that find the same the first is told, and that
/// must not depend on the order of files.
#[must_use]
pub fn scope(graph: &Graph<'_>, rule: &Rule) -> Vec<RelationId> {
    let relations = &graph.base.relations;
    let mut scope: Vec<RelationId> = match &rule.scope {
        RuleScope::All => relations.iter().collect(),
        RuleScope::Law(law) => {
            relations.described().filter(|(_, record)| record.obeys(*law)).map(|(id, _)| id).collect()
        }
        RuleScope::Relations(ids) => ids.clone(),
    };
    scope.sort_by_key(|relation| relations.id(*relation));
    scope
}
