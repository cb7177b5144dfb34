//! Sources that have a record and support nothing.
//!
//! *Law.* Each source with a record is cited by a claim, or another source is derived from it.

use crate::graph::View;
use crate::model::{ClaimFact, Code, Finding, Site};

/// All sources that nothing uses.
pub fn check(view: &View<'_>) -> Vec<Finding> {
    let sources = &view.graph.base.sources;
    if sources.described().next().is_none() {
        return Vec::new();
    }
    let claims = view.claims();
    let mut used = vec![false; sources.len()];
    for claim in claims.iter() {
        for citation in claims.citations(claim) {
            used[citation.source.index()] = true;
        }
    }
    for (_, record) in sources.described() {
        for origin in &record.derived_from {
            used[origin.index()] = true;
        }
    }
    let unused = sources.described().filter(|(id, _)| !used[id.index()]);
    unused
        .map(|(id, record)| {
            let fact = ClaimFact::UnusedSource { source: id };
            Finding::new(Code::UnusedSource, fact, Site::field(record.place, "id")).about(sources.id(id))
        })
        .collect()
}
