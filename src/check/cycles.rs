//! Circles: of claims that refer to each other, and of sources that are derived from each other.
//!
//! *Law.* No claim reaches itself by `supersedes`, `corrects` and `repeats`, and no source by `derived_from`.

use crate::graph::View;
use crate::model::{Code, Finding, Site};

/// How many members of a circle are named in words.
const NAMED: usize = 6;

/// All circles.
pub fn check(view: &View<'_>) -> Vec<Finding> {
    let mut found: Vec<Finding> =
        view.graph.supersession.cycles().iter().filter_map(|cycle| of_claims(view, cycle)).collect();
    found.extend(view.graph.provenance.cycles().iter().filter_map(|cycle| of_sources(view, cycle)));
    found
}

fn of_claims(view: &View<'_>, cycle: &[crate::model::ClaimId]) -> Option<Finding> {
    let claims = view.claims();
    let mut members = cycle.to_vec();
    members.sort_by_key(|claim| claims.id(*claim));
    let first = *members.first()?;
    let links = view.graph.supersession.links_from(first);
    let field = links
        .iter()
        .find(|(_, other)| members.contains(other))
        .map_or("supersedes", |(kind, _)| kind.as_str());
    let ids: Vec<&str> = members.iter().map(|claim| claims.id(*claim)).collect();
    let message = match ids.as_slice() {
        [alone] => format!("`{alone}` refers to itself"),
        _ => format!("{} refer to each other in a circle, so none of them comes first", named(&ids)),
    };
    let mut finding = Finding::new(Code::SupersessionCycle, message, Site::field(claims.place(first), field))
        .label("part of the circle")
        .help("a claim takes over only from older ones: remove the reference that points the wrong way");
    for claim in &members {
        finding = finding.about(claims.id(*claim));
    }
    for claim in members.iter().skip(1).take(NAMED) {
        finding =
            finding.related(format!("`{}` too", claims.id(*claim)), Site::field(claims.place(*claim), "id"));
    }
    Some(finding)
}

fn of_sources(view: &View<'_>, cycle: &[crate::model::SourceId]) -> Option<Finding> {
    let sources = &view.graph.base.sources;
    let mut members = cycle.to_vec();
    members.sort_by_key(|source| sources.id(*source));
    let first = members.iter().copied().find(|source| sources.record(*source).is_some())?;
    let ids: Vec<&str> = members.iter().map(|source| sources.id(*source)).collect();
    let message = match ids.as_slice() {
        [alone] => format!("the source `{alone}` is derived from itself"),
        _ => format!(
            "the sources {} are derived from each other in a circle, so nobody was there first",
            named(&ids)
        ),
    };
    let place = sources.record(first)?.place;
    let mut finding = Finding::new(Code::CircularSource, message, Site::field(place, "derived_from"))
        .label("part of the circle")
        .help("find the one that saw for itself and remove its `derived_from`; if there is none, they vouch for nothing");
    for id in &ids {
        finding = finding.about(*id);
    }
    for source in members.iter().filter(|source| **source != first).take(NAMED) {
        if let Some(record) = sources.record(*source) {
            let label = format!("`{}` too", sources.id(*source));
            finding = finding.related(label, Site::field(record.place, "derived_from"));
        }
    }
    Some(finding)
}

fn named(ids: &[&str]) -> String {
    let shown: Vec<String> = ids.iter().take(NAMED).map(|id| format!("`{id}`")).collect();
    match ids.len().saturating_sub(NAMED) {
        0 => shown.join(", "),
        more => format!("{} and {more} more", shown.join(", ")),
    }
}
