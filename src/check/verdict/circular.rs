//! Sources that are the draft that is judged, or take all that they say from it: they support nothing that it says.

use std::path::PathBuf;

use crate::graph::View;
use crate::model::{Base, ClaimId, Reading, SourceId, address, has_address};
use crate::time::Bound;

/// The fewest words of a title that alone tells what it is: shorter ones are alike too often.
const TELLING: usize = 5;

/// A draft as it would be recorded as a source.
#[derive(Debug)]
pub struct DraftAsSource {
    path: PathBuf,
    address: Option<String>,
    /// Its title in lower case: as it states it, else its first heading.
    title: Option<String>,
    date: Option<Bound>,
}

/// Why the support of a claim does not count for a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Circular {
    /// The source.
    pub source: SourceId,
    /// Whether it is the draft itself; else it is derived from it.
    pub itself: bool,
}

impl DraftAsSource {
    /// The draft of a reading.
    #[must_use]
    pub fn of(reading: &Reading) -> Self {
        let address = reading.url.as_deref().map(address).filter(|address| !address.is_empty());
        let title = reading.title.as_deref().or(reading.heading.as_deref());
        let date = reading.date.filter(|date| date.is_finite());
        Self { path: PathBuf::from(&reading.path), address, title: title.map(str::to_lowercase), date }
    }

    /// Whether `source` is this draft: the same address, its path instead of an address, or the same title. Dates must
    /// agree where both have one; a title that could be another's needs them.
    fn is(&self, base: &Base, source: SourceId) -> bool {
        let Some(record) = base.sources.record(source) else { return false };
        let is_here = |url: &str| {
            let is_path = !url.is_empty() && self.path.ends_with(url.trim_start_matches("./"));
            is_path || self.address.as_deref().is_some_and(|own| has_address(url, own))
        };
        let is_titled = || {
            let (Some(title), Some(own)) = (&record.title, &self.title) else { return false };
            let agrees = match record.published.zip(self.date) {
                Some((published, date)) => published.touches(date),
                None => own.split_whitespace().count() >= TELLING,
            };
            agrees && title.to_lowercase() == *own
        };
        record.url.as_deref().is_some_and(is_here) || is_titled()
    }

    /// Whether `source` is this draft or takes all that it says from it.
    fn is_behind(&self, base: &Base, source: SourceId, seen: &mut Vec<SourceId>) -> bool {
        if self.is(base, source) {
            return true;
        }
        if seen.contains(&source) {
            return false;
        }
        seen.push(source);
        let origins = base.sources.record(source).map_or(&[][..], |record| &record.derived_from);
        !origins.is_empty() && origins.iter().all(|origin| self.is_behind(base, *origin, seen))
    }

    /// The sources of a claim that support what this draft says.
    pub fn supports<'v>(&'v self, view: &'v View<'_>, claim: ClaimId) -> impl Iterator<Item = SourceId> + 'v {
        let base = view.graph.base;
        let sources = view.supports(claim).map(|citation| citation.source);
        sources.filter(move |source| !self.is_behind(base, *source, &mut Vec::new()))
    }

    /// The first source of a claim that has sources and none that supports what this draft says.
    #[must_use]
    pub fn circular(&self, view: &View<'_>, claim: ClaimId) -> Option<Circular> {
        if self.supports(view, claim).next().is_some() {
            return None;
        }
        let base = view.graph.base;
        let mut all = view.supports(claim).map(|citation| citation.source).peekable();
        let first = *all.peek()?;
        let own = all.find(|source| self.is(base, *source));
        Some(Circular { source: own.unwrap_or(first), itself: own.is_some() })
    }
}
