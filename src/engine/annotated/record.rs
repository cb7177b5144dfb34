//! A recorded claim with the sources that support it as of the day of the view.

use crate::engine::mention::{cited, stated_period};
use crate::graph::View;
use crate::model::{Authority, ClaimId, Record, RecordReason};

/// The most sources of a claim that are beside a sentence, of the one that decided and of others; `show` lists all.
const SOURCES: (usize, usize) = (5, 1);

/// The record of a claim.
#[must_use]
pub fn record(view: &View<'_>, claim: ClaimId, reason: RecordReason) -> Record {
    let mut sources: Vec<Authority> = view.supports(claim).map(|citation| cited(view, citation)).collect();
    sources.sort_by_key(|source| std::cmp::Reverse(source.published.map(|published| published.latest)));
    let most = if reason == RecordReason::Decided { SOURCES.0 } else { SOURCES.1 };
    let more_sources = sources.len().saturating_sub(most);
    sources.truncate(most);
    Record { reason, claim, period: stated_period(view, claim), sources, more_sources }
}
