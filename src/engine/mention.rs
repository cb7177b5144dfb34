//! A claim as lists name it: what it says, when, on whose authority, where.

use crate::graph::View;
use crate::model::{Authority, Citation, ClaimId, Mention, Passage, SourceId, Subject};
use crate::time::Period;

/// The claim as it is named as of the day of the view.
#[must_use]
pub fn mention(view: &View<'_>, claim: ClaimId) -> Mention {
    let claims = view.claims();
    Mention {
        record: claim,
        claim: claims.id(claim).to_owned(),
        subject: subject(view, claim),
        period: stated_period(view, claim),
        sources: authorities(view, claim),
        place: claims.place(claim),
    }
}

/// The period as written, without an end that was not known yet on the day by which things are known.
#[must_use]
pub fn stated_period(view: &View<'_>, claim: ClaimId) -> Period {
    let (written, known) = (view.claims().period(claim), view.period(claim));
    if known.is_open() && !written.is_open() { written.without_end() } else { written }
}

fn subject(view: &View<'_>, claim: ClaimId) -> Option<Subject> {
    let entities = &view.graph.base.entities;
    let entity = view.claims().subject(claim)?;
    Some(Subject { id: entities.id(entity).to_owned(), name: entities.name(entity).to_owned() })
}

/// The sources that support it, the newest first, undated ones last; each once, however often it is cited.
fn authorities(view: &View<'_>, claim: ClaimId) -> Vec<Authority> {
    let mut found: Vec<(SourceId, Authority)> = Vec::new();
    for citation in view.supports(claim) {
        match found.iter_mut().find(|(source, _)| *source == citation.source) {
            Some((_, authority)) => authority.passages.extend(passage(view, citation)),
            None => found.push((citation.source, cited(view, citation))),
        }
    }
    found.sort_by_key(|(_, authority)| {
        std::cmp::Reverse(authority.published.map(|published| published.latest))
    });
    found.into_iter().map(|(_, authority)| authority).collect()
}

/// The source of one citation, with what of it is relied on there.
#[must_use]
pub fn cited(view: &View<'_>, citation: Citation) -> Authority {
    let sources = &view.graph.base.sources;
    let source = citation.source;
    let record = sources.record(source);
    Authority {
        source: sources.id(source).to_owned(),
        title: record.and_then(|record| record.title.clone()),
        publisher: record.and_then(|record| record.publisher.clone()),
        published: sources.published(source),
        kind: record.and_then(|record| record.kind),
        url: record.and_then(|record| record.url.clone()),
        passages: passage(view, citation).into_iter().collect(),
    }
}

/// What of a source is relied on, if that was written down.
fn passage(view: &View<'_>, citation: Citation) -> Option<Passage> {
    let detail = view.claims().citation_detail(citation)?;
    let written = detail.quote.is_some() || detail.locator.is_some();
    written.then(|| Passage { quote: detail.quote.clone(), locator: detail.locator.clone() })
}
