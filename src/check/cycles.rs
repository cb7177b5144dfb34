//! Circles: of claims that refer to each other, and of sources that are derived from each other.
//!
//! *Law.* No claim reaches itself by `supersedes`, `corrects` and `repeats`, and no source by `derived_from`.

use crate::graph::View;
use crate::model::{ClaimFact, ClaimId, Code, Finding, PlaceFact, Site, SourceId};

/// The first members of a circle, and at most this many, are shown with their places.
const SHOWN: usize = 6;

/// All circles.
pub fn check(view: &View<'_>) -> Vec<Finding> {
    let mut found: Vec<Finding> =
        view.graph.supersession.cycles().iter().filter_map(|cycle| of_claims(view, cycle)).collect();
    found.extend(view.graph.provenance.cycles().iter().filter_map(|cycle| of_sources(view, cycle)));
    found
}

fn of_claims(view: &View<'_>, cycle: &[ClaimId]) -> Option<Finding> {
    let claims = view.claims();
    let mut members = cycle.to_vec();
    members.sort_by_key(|claim| claims.id(*claim));
    let first = *members.first()?;
    let links = view.graph.supersession.links_from(first);
    let field = links
        .iter()
        .find(|(_, other)| members.contains(other))
        .map_or("supersedes", |(kind, _)| kind.as_str());
    let fact = ClaimFact::CircularClaims { claims: members.as_slice().into() };
    let mut finding = Finding::new(Code::SupersessionCycle, fact, Site::field(claims.place(first), field));
    for claim in &members {
        finding = finding.about(claims.id(*claim));
    }
    for claim in members.iter().copied().skip(1).take(SHOWN) {
        finding = finding.related(PlaceFact::Claim { claim }, Site::field(claims.place(claim), "id"));
    }
    Some(finding)
}

fn of_sources(view: &View<'_>, cycle: &[SourceId]) -> Option<Finding> {
    let sources = &view.graph.base.sources;
    let mut members = cycle.to_vec();
    members.sort_by_key(|source| sources.id(*source));
    let first = members.iter().copied().find(|source| sources.record(*source).is_some())?;
    let place = sources.record(first)?.place;
    let fact = ClaimFact::CircularSources { sources: members.as_slice().into() };
    let mut finding = Finding::new(Code::CircularSource, fact, Site::field(place, "derived_from"));
    for source in &members {
        finding = finding.about(sources.id(*source));
    }
    for source in members.into_iter().filter(|source| *source != first).take(SHOWN) {
        if let Some(record) = sources.record(source) {
            finding =
                finding.related(PlaceFact::Source { source }, Site::field(record.place, "derived_from"));
        }
    }
    Some(finding)
}
