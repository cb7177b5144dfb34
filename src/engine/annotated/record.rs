//! A claim as it stands on record, with what vouches for it as of the day of the view.

use crate::check::say;
use crate::engine::stated_period;
use crate::graph::View;
use crate::model::{Citation, ClaimId, Evidence, Part, Record};

/// The most sources of a claim that stand beside a sentence, of the one that decided and of others; `show` lists all.
const SOURCES: (usize, usize) = (5, 1);

/// The record of a claim.
#[must_use]
pub fn record(view: &View<'_>, claim: ClaimId, part: Part) -> Record {
    let claims = view.claims();
    let statement = claims.statement(claim);
    let statement = match statement {
        "" => say(view.graph.base, claim).trim_matches(['“', '”', '`']).to_owned(),
        written => written.to_owned(),
    };
    let mut sources: Vec<Evidence> = view.supports(claim).map(|citation| evidence(view, citation)).collect();
    sources.sort_by_key(|source| std::cmp::Reverse(source.published.map(|published| published.latest)));
    let most = if part == Part::Decided { SOURCES.0 } else { SOURCES.1 };
    let more_sources = sources.len().saturating_sub(most);
    sources.truncate(most);
    Record {
        part,
        claim: claims.id(claim).to_owned(),
        statement,
        period: stated_period(view, claim),
        sources,
        more_sources,
    }
}

fn evidence(view: &View<'_>, citation: Citation) -> Evidence {
    let sources = &view.graph.base.sources;
    let source = sources.record(citation.source);
    let detail = view.claims().citation_detail(citation);
    Evidence {
        source: sources.id(citation.source).to_owned(),
        title: source.and_then(|source| source.title.clone()),
        publisher: source.and_then(|source| source.publisher.clone()),
        published: sources.published(citation.source),
        url: source.and_then(|source| source.url.clone()),
        kind: source.and_then(|source| source.kind),
        quote: detail.and_then(|detail| detail.quote.clone()),
        locator: detail.and_then(|detail| detail.locator.clone()),
    }
}
