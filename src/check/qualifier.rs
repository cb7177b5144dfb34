//! Something that each claim must say.
//!
//! *Law.* Each claim of the rule's relations has all that `requires` names: a stated start, a stated end, a citation with
//! a quote or with a place in its source, a statement, a source.

use super::scope;
use crate::graph::View;
use crate::model::{CitationDetail, ClaimFact, ClaimId, Code, Finding, Matter, Rule, RuleScope, Site};
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
        // What has not begun has neither.
        Matter::Start | Matter::End if claims.period(claim).is_pending() => true,
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
    let field = match matter {
        Matter::Start | Matter::End => "valid",
        Matter::Quote | Matter::Locator => "sources",
        Matter::Statement | Matter::Source => "id",
    };
    let fact = ClaimFact::MissingDetail { claim, detail: matter.as_str() };
    Finding::new(Code::MissingQualifier, fact, Site::field(claims.place(claim), field))
        .about(claims.id(claim))
        .key(matter.as_str())
}
