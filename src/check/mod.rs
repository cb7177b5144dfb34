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
use crate::model::{Finding, Kind, RelationId, Rule, RuleScope, RuleWords};

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

/// The findings of each part of a check, in their order. They are put together at the end and then only: findings are
/// large, and there may be a hundred thousand of them.
pub type Parts = Vec<Vec<Finding>>;

/// Checks the whole claim base.
#[must_use]
pub fn check(view: &View<'_>) -> Vec<Finding> {
    let always: [fn(&View<'_>) -> Parts; 6] = [
        |view| vec![inverted::check(view)],
        |view| vec![denial::check(view)],
        |view| vec![succession::check(view)],
        duplicates::check,
        |view| vec![cycles::check(view)],
        |view| vec![unused::check(view)],
    ];
    let structural = always.into_par_iter().map(|check| check(view));
    let rules = view.graph.base.rules.par_iter().map(|rule| run(view, rule));
    let parts: Vec<Parts> = structural.chain(rules).collect();
    let mut findings = Vec::with_capacity(parts.iter().flatten().map(Vec::len).sum());
    parts.into_iter().flatten().for_each(|mut part| findings.append(&mut part));
    repeated::drop_repeated(view, &mut findings);
    findings
}

/// Checks one rule.
#[must_use]
pub fn run(view: &View<'_>, rule: &Rule) -> Parts {
    if rule.severity == Some(None) {
        return Vec::new();
    }
    let mut parts = match &rule.kind {
        Kind::SingleValue { per, at_most, ever, best } => single_value::check(
            view,
            rule,
            single_value::Limits { per: *per, at_most: *at_most, ever: *ever, best: *best },
        ),
        Kind::Incompatible(kind) => incompatible::check(view, rule, kind),
        Kind::Order(kind) => order::check(view, rule, kind),
        Kind::Contemporary { begins, ends, cover } => {
            vec![contemporary::check(view, rule, begins, ends, *cover)]
        }
        Kind::Companion(kind) => vec![companion::check(view, rule, kind)],
        Kind::Mirror { by } => vec![mirror::check(view, rule, *by)],
        Kind::ValueRange { min, max, one_of, none_of } => {
            let range = value_range::Range { min: min.as_ref(), max: max.as_ref(), one_of, none_of };
            vec![value_range::check(view, rule, &range)]
        }
        Kind::Qualifier { requires } => vec![qualifier::check(view, rule, requires)],
        Kind::Sourcing(kind) => sourcing::check(view, rule, *kind),
        Kind::Freshness { review_every, expires } => freshness::check(view, rule, *review_every, *expires),
    };
    let words = RuleWords { id: rule.id.clone(), message: rule.message.clone(), help: rule.help.clone() };
    let words = Arc::new(words);
    for finding in parts.iter_mut().flatten() {
        finding.rule = Some(Arc::clone(&words));
        if let Some(severity) = rule.severity.flatten() {
            finding.severity = severity;
        }
    }
    parts
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
