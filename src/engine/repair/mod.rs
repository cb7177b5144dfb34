//! The claim base against itself: the least that must change so that no certain contradiction is left.
//!
//! *Law.* Of each pair of claims that certainly exclude each other one is dropped, or the older one is closed on the date on which
//! the newer one began, where its own end is not stated; of claims of which only n may hold at a time all but n are dropped. Of all
//! such repairs one of least cost is given, where cost is compared level by level in the order of preference (`weight`).
//! What all repairs of least cost do alike is settled; the rest is undetermined. Possible contradictions are listed only.
//!
//! The search is `crate::repair`; which claims exclude each other is for `check` to say. Nothing is written here.

mod explain;
mod system;
mod weight;

use std::collections::BTreeMap;

use crate::check::{self, Conflicts, Exclusion};
use crate::graph::{AsOf, Graph, View};
use crate::load::Loaded;
use crate::model::{Base, ClaimId, Code, LawFact, Preference, Repairs};
use crate::repair::{Effort, repair};
use crate::time::Day;

use system::System;
use weight::Weights;

/// How a base is repaired.
#[derive(Debug, Clone)]
pub struct RepairOptions {
    /// The days of the view.
    pub as_of: AsOf,
    /// What makes a claim better than another, what counts more first; what is not named does not count, but `Fewest`
    /// always does.
    pub order: Vec<Preference>,
    /// Whether claims may be closed; else they are only dropped.
    pub closes: bool,
    /// How much work a cluster is worth.
    pub effort: Effort,
}

/// A pair with the law that it breaks.
type Pair = (Exclusion, Option<LawFact>);

/// The repair of a base.
#[must_use]
pub fn repairs(loaded: &Loaded, options: &RepairOptions) -> Repairs {
    let graph = Graph::new(&loaded.base, &loaded.index);
    let view = View::new(&graph, options.as_of).with_pairs(&[]);
    let mut conflicts = check::conflicts(&view);
    let found = conflicts.pairs.len() + conflicts.excesses.len();
    leave_out_accepted(&mut conflicts, &loaded.base, options.as_of.day);
    let accepted = found - conflicts.pairs.len() - conflicts.excesses.len();
    if !options.closes {
        conflicts.pairs.iter_mut().for_each(|(pair, _)| pair.can_close = false);
    }
    let mut order = options.order.clone();
    if !order.contains(&Preference::Fewest) {
        order.push(Preference::Fewest);
    }
    let weights = Weights::new(&view, &order);
    let mut excesses = std::mem::take(&mut conflicts.excesses);
    // Giving up some claims of an excess may leave another one: what is left is looked for until nothing is.
    let (system, parts) = loop {
        let system = System::new(&view, &conflicts.pairs, &excesses, &weights);
        let parts = repair(&system.problem, options.effort);
        if excesses.is_empty() {
            break (system, parts);
        }
        let without = View::new(&graph, options.as_of).with_pairs(&system.dropped(&parts));
        let mut left = check::conflicts(&without).excesses;
        left.retain(|(excess, _)| !excesses.iter().any(|(known, _)| known.claims == excess.claims));
        if left.is_empty() {
            break (system, parts);
        }
        excesses.extend(left);
    };
    let clusters = parts.iter().map(|part| explain::cluster(&view, &system, part, &weights)).collect();
    let mut repairs = Repairs {
        clusters,
        closings: Vec::new(),
        too_large: conflicts.clusters,
        possible: conflicts.possible,
        accepted,
        order,
    };
    if options.closes {
        repairs.closings = explain::closings(&view, &conflicts.taken_over, &repairs);
    }
    repairs
}

/// Leaves out what `allow: [(code: "contradiction", …)]` accepts in one of the claims.
fn leave_out_accepted(conflicts: &mut Conflicts, base: &Base, day: Day) {
    let codes = [Code::Contradiction.as_str(), Code::Order.as_str()];
    let accepting: BTreeMap<ClaimId, ()> = base
        .claims
        .detailed()
        .filter(|(_, detail)| {
            let in_force = |until: Option<crate::time::Bound>| until.is_none_or(|until| until.latest >= day);
            detail.allows.iter().any(|allow| codes.contains(&allow.code.as_str()) && in_force(allow.until))
        })
        .map(|(claim, _)| (claim, ()))
        .collect();
    if accepting.is_empty() {
        return;
    }
    let accepts = |claim: &ClaimId| accepting.contains_key(claim);
    conflicts.pairs.retain(|(pair, _)| !accepts(&pair.older) && !accepts(&pair.newer));
    conflicts.excesses.retain(|(excess, _)| !excess.claims.iter().any(accepts));
}
