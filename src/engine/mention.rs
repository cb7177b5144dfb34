//! A claim as lists name it: what it says, when, on whose authority, where.

use crate::check::say;
use crate::graph::View;
use crate::model::{Authority, ClaimId, Mention};
use crate::time::{Edge, Period};

/// The claim as it is named as of the day of the view.
#[must_use]
pub fn mention(view: &View<'_>, claim: ClaimId) -> Mention {
    let claims = view.claims();
    Mention {
        claim: claims.id(claim).to_owned(),
        statement: say(view.graph.base, claim).trim_matches(['“', '”', '`']).to_owned(),
        period: stated_period(view, claim),
        sources: authorities(view, claim),
        place: claims.place(claim),
    }
}

/// The period as written, without an end that was not known yet on the day by which things are known.
#[must_use]
pub fn stated_period(view: &View<'_>, claim: ClaimId) -> Period {
    let (written, known) = (view.claims().period(claim), view.period(claim));
    if known.is_open() && !written.is_open() {
        let start = (written.start_edge() == Edge::Stated).then(|| written.start());
        return Period::from_parts(start, written.start_edge(), None, known.end_edge());
    }
    written
}

/// The sources that vouch for it, the newest first, undated ones last.
fn authorities(view: &View<'_>, claim: ClaimId) -> Vec<Authority> {
    let sources = &view.graph.base.sources;
    let mut found: Vec<Authority> = view
        .supports(claim)
        .map(|citation| {
            let record = sources.record(citation.source);
            Authority {
                source: sources.id(citation.source).to_owned(),
                title: record.and_then(|record| record.title.clone()),
                publisher: record.and_then(|record| record.publisher.clone()),
                published: sources.published(citation.source),
                kind: record.and_then(|record| record.kind),
            }
        })
        .collect();
    found.sort_by_key(|authority| std::cmp::Reverse(authority.published.map(|published| published.latest)));
    found.dedup();
    found
}
