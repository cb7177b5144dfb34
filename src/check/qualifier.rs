//! Something that each claim must say.
//!
//! *Law.* Each claim of the rule's relations has all that `requires` names: a stated start, a stated end, a citation with
//! a quote or with a place in its source, a statement, a source.

use super::scope;
use crate::graph::View;
use crate::model::{CitationDetail, ClaimId, Code, Finding, Matter, Rule, RuleScope, Site};
use crate::time::Edge;

/// All breaches of the rule. A rule about all relations is about claims without a relation too.
pub fn check(view: &View<'_>, rule: &Rule, requires: &[Matter]) -> Vec<Finding> {
    let claims = view.claims();
    let wanted = scope(view.graph, rule);
    let in_scope = |claim: &ClaimId| match claims.relation(*claim) {
        Some(relation) => rule.scope == RuleScope::All || wanted.contains(&relation),
        None => rule.scope == RuleScope::All,
    };
    let mut found = Vec::new();
    for claim in claims.iter().filter(in_scope) {
        found.extend(
            requires
                .iter()
                .filter(|matter| !has(view, claim, **matter))
                .map(|matter| missing(view, claim, *matter)),
        );
    }
    found
}

fn has(view: &View<'_>, claim: ClaimId, matter: Matter) -> bool {
    let claims = view.claims();
    let cites = |wanted: fn(&CitationDetail) -> bool| {
        claims.supports(claim).any(|citation| claims.citation_detail(citation).is_some_and(wanted))
    };
    match matter {
        Matter::Start => claims.period(claim).start_edge() == Edge::Stated,
        // Where it is written that a claim goes on, nothing is missing.
        Matter::End => claims.period(claim).end_edge() != Edge::Unknown,
        Matter::Quote => cites(|detail| detail.quote.is_some()),
        Matter::Locator => cites(|detail| detail.locator.is_some()),
        Matter::Statement => !claims.statement(claim).is_empty(),
        Matter::Source => claims.supports(claim).next().is_some(),
    }
}

fn missing(view: &View<'_>, claim: ClaimId, matter: Matter) -> Finding {
    let claims = view.claims();
    let (words, field, help) = match matter {
        Matter::Start => ("when it began", "valid", "write its start: `valid: \"2023-01/..\"`"),
        Matter::End => {
            ("whether it has ended", "valid", "write its end, or `..` if it goes on: `valid: \"2023-01/..\"`")
        }
        Matter::Quote => ("the words it relies on", "sources", "add them: `(source: \"…\", quote: \"…\")`"),
        Matter::Locator => {
            ("where in its source it stands", "sources", "add it: `(source: \"…\", locator: \"p. 4\")`")
        }
        Matter::Statement => ("in words what it means", "id", "add `statement: \"…\"`"),
        Matter::Source => ("who vouches for it", "id", "add `sources: [\"…\"]`"),
    };
    Finding::new(
        Code::MissingQualifier,
        format!("`{}` does not say {words}", claims.id(claim)),
        Site::field(claims.place(claim), field),
    )
    .label(format!("no {}", matter.as_str()))
    .help(help)
    .about(claims.id(claim))
    .key(matter.as_str())
}
