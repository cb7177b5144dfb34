//! The checks: one kind of rule, one file, with its page beside it. Pure functions from a view to findings.
//!
//! Each check states its law in words and in logic above its code. Checks group and sweep; none compares all pairs.

mod bloom;
mod companion;
mod conflicts;
mod contemporary;
mod cycles;
mod denial;
mod duplicates;
mod found;
mod freshness;
mod incompatible;
mod mirror;
mod order;
mod pending;
mod qualifier;
mod repeated;
mod rivals;
mod single_value;
mod sourcing;
mod sweep;
mod unreadable;
mod unused;
mod value_range;
mod verdict;

use std::sync::Arc;

use rayon::prelude::*;

use crate::graph::View;
use crate::model::{Finding, Kind, LawFact, Rule, RuleWords};

use found::{Breaches, Found};

pub use crate::graph::scope;

pub use conflicts::{Conflicts, ExcludingPair, conflicts};
pub use found::Excess;
pub use freshness::{review_due, to_review};
pub use verdict::{AboutDraft, DraftAsSource, Exclusions, Judge, code as verdict_code, draft_findings};

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

/// The findings of each part of a check, in their order. They are put together only at the end: findings are
/// large, and there may be a hundred thousand of them.
pub type FindingGroups = Vec<Vec<Finding>>;

/// Checks the whole claim base.
#[must_use]
pub fn check(view: &View<'_>) -> Vec<Finding> {
    let always: [fn(&View<'_>) -> Vec<Breaches>; 7] = [
        |view| vec![pending::check(view).into()],
        denial::check,
        |view| vec![superseded(view)],
        |view| from_findings(duplicates::check(view)),
        |view| vec![cycles::check(view).into()],
        |view| vec![unused::check(view).into()],
        |view| vec![unreadable::check(view).into()],
    ];
    let structural = always.into_par_iter().map(|check| (None, check(view)));
    let rules = view.graph.base.rules.par_iter().map(|rule| (Some(rule), parts(view, rule)));
    let mut all: Vec<(Option<&Rule>, Vec<Breaches>)> = structural.chain(rules).collect();
    repeated::drop_repeated(view, &mut all.iter_mut().flat_map(|(_, parts)| parts).collect::<Vec<_>>());
    let parts = all.into_par_iter().flat_map(|(rule, parts)| findings(view, rule, parts));
    let parts: FindingGroups = parts.collect();
    let mut findings = Vec::with_capacity(parts.iter().map(Vec::len).sum());
    parts.into_iter().for_each(|mut part| findings.append(&mut part));
    findings
}

/// Checks one rule and reports all that it finds.
#[must_use]
pub fn run(view: &View<'_>, rule: &Rule) -> FindingGroups {
    findings(view, Some(rule), parts(view, rule))
}

fn from_findings(parts: FindingGroups) -> Vec<Breaches> {
    parts.into_iter().map(Breaches::from).collect()
}

/// Declared supersessions of claims that are still open.
fn superseded(view: &View<'_>) -> Breaches {
    let law = Some(LawFact::Supersedes {});
    let found = view.superseded().into_iter().map(Found::TakenOver).collect();
    Breaches { law, found, ..Breaches::default() }
}

/// What one rule finds.
fn parts(view: &View<'_>, rule: &Rule) -> Vec<Breaches> {
    if rule.severity == Some(None) {
        return Vec::new();
    }
    match &rule.kind {
        Kind::SingleValue { per, at_most, ever, best } => single_value::check(
            view,
            rule,
            single_value::ValueLimits { per: *per, at_most: *at_most, ever: *ever, best: *best },
        ),
        Kind::Incompatible(kind) => incompatible::check(view, rule, kind),
        Kind::Order(kind) => order::check(view, rule, kind),
        Kind::Contemporary { begins, ends, cover } => {
            vec![contemporary::check(view, rule, begins, ends, *cover).into()]
        }
        Kind::Companion(kind) => vec![companion::check(view, rule, kind).into()],
        Kind::Mirror { by } => vec![mirror::check(view, rule, *by).into()],
        Kind::ValueRange { min, max, one_of, none_of } => {
            let range = value_range::Range { min: min.as_ref(), max: max.as_ref(), one_of, none_of };
            vec![value_range::check(view, rule, &range).into()]
        }
        Kind::Qualifier { requires } => vec![qualifier::check(view, rule, requires).into()],
        Kind::Sourcing(kind) => from_findings(sourcing::check(view, rule, *kind)),
        Kind::Freshness { review_every, expires } => freshness::check(view, rule, *review_every, *expires),
    }
}

/// What was found as findings, of this rule if it is one that found it.
fn findings(view: &View<'_>, rule: Option<&Rule>, parts: Vec<Breaches>) -> FindingGroups {
    let words = |rule: &Rule| {
        let (message, help) = (rule.message.clone(), rule.help.clone());
        Arc::new(RuleWords { id: rule.id.clone(), message, help })
    };
    let words = rule.map(words);
    let severity = rule.and_then(|rule| rule.severity.flatten());
    let tell = |part: Breaches| {
        let mut findings = part.findings(view);
        for finding in &mut findings {
            finding.rule.clone_from(&words);
            finding.severity = severity.unwrap_or(finding.severity);
        }
        findings
    };
    parts.into_par_iter().map(tell).collect()
}
