//! One JSON object, as `schema.json` beside this file describes it. For programs: a contract.

use crate::model::{
    Base, ClaimId, Fact, RepairAction, RepairStep, RepairedCluster, Repairs, SourceAgreement, SourceEstimate,
};
use crate::render::Context;
use crate::render::json::tool;
use crate::render::object::{Json, object};

/// The schema of this output: JSON Schema, draft 2020-12.
pub const SCHEMA: &str = include_str!("schema.json");

/// The object; `incomplete`, if something could not be read or used.
#[must_use]
pub fn json<'a>(repairs: &'a Repairs, as_of: &str, incomplete: bool, context: &Context<'a>) -> Json<'a> {
    let base = context.words.base();
    object! {
        "schema_version": 1,
        "tool": tool(),
        "command": "reconcile",
        "as_of": as_of.to_owned(),
        "order": Json::list(repairs.order.iter().map(|one| one.as_str())),
        "repairs": Json::list(repairs.clusters.iter().map(|cluster| repair(cluster, context))),
        "closings": Json::list(repairs.closings.iter().map(|one| action(one, true, context))),
        "too_large": Json::list(repairs.too_large.iter().map(|claims| ids(claims, base))),
        "possible": Json::list(repairs.possible.iter().map(|(one, two)| ids(&[*one, *two], base))),
        "accepted": repairs.accepted,
        "sources": repairs.estimate.as_ref().map(|estimate| sources(estimate, base)),
        "incomplete": incomplete,
    }
}

fn repair<'a>(cluster: &'a RepairedCluster, context: &Context<'a>) -> Json<'a> {
    let base = context.words.base();
    let settled = cluster.settled.iter().map(|one| action(one, true, context));
    let choice = cluster.choice.iter().map(|one| action(one, false, context));
    let certain: Vec<ClaimId> = cluster
        .claims
        .iter()
        .copied()
        .filter(|claim| !cluster.undetermined.contains(claim) && !cluster.undecided.contains(claim))
        .collect();
    object! {
        "claims": ids(&cluster.claims, base),
        "contradictions": cluster.contradictions,
        "actions": Json::list(settled.chain(choice)),
        "settled": ids(&certain, base),
        "undetermined": ids(&cluster.undetermined, base),
        "undecided": ids(&cluster.undecided, base),
        "drops": cluster.changes.0,
        "closes": cluster.changes.1,
        "optimal": cluster.optimal,
        "bound": cluster.least.0,
        // Too large for the numbers of some readers.
        "optima": cluster.optima.map(|count| count.to_string()),
    }
}

fn action<'a>(action: &'a RepairAction, settled: bool, context: &Context<'a>) -> Json<'a> {
    let base = context.words.base();
    let (word, valid) = match action.step {
        RepairStep::Drop => ("drop", None),
        RepairStep::Close(end) => ("close", Some(base.claims.period(action.claim).ended_on(end).to_string())),
    };
    let law = action.law.clone().map(|law| context.words.general().message(&Fact::from(law)));
    object! {
        "claim": base.claims.id(action.claim),
        "action": word,
        "valid": valid,
        "settled": settled,
        "decided_by": action.decided_by.as_str(),
        "because": ids(&action.because, base),
        "law": law,
    }
}

fn sources<'a>(estimate: &SourceEstimate, base: &'a Base) -> Json<'a> {
    let source = |one: &SourceAgreement| {
        object! {
            "source": base.sources.id(one.source),
            "agreement": Json::Number(one.millionths),
            "statements": one.claims,
            "excluded": one.excluded,
        }
    };
    object! {
        "agreements": Json::list(estimate.sources.iter().map(source)),
        "rounds": estimate.rounds,
        "settled": estimate.settled,
    }
}

fn ids<'a>(claims: &[ClaimId], base: &'a Base) -> Json<'a> {
    Json::list(claims.iter().map(|claim| base.claims.id(*claim)))
}
