//! Sources that are the draft that is judged, or take all that they say from it: they support nothing that it says.

use crate::graph::View;
use crate::model::{Base, ClaimId, Reading, SourceId, address, has_address};
use crate::time::Bound;

/// A draft as it would be recorded as a source.
#[derive(Debug)]
pub struct DraftAsSource {
    address: Option<String>,
    /// Its title in lower case, with its date: titles alone are alike too often.
    titled: Option<(String, Bound)>,
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
        let date = reading.date.filter(|date| date.is_finite());
        Self { address, titled: reading.title.as_deref().map(str::to_lowercase).zip(date) }
    }

    /// Whether `source` is this draft: the same address, or the same title on the same date.
    fn is(&self, base: &Base, source: SourceId) -> bool {
        let Some(record) = base.sources.record(source) else { return false };
        let addresses = record.url.as_deref().zip(self.address.as_deref());
        let same_address = addresses.is_some_and(|(url, own)| has_address(url, own));
        let same_title = || {
            let named = record.title.as_deref().zip(record.published);
            let (Some((title, date)), Some((own, day))) = (named, &self.titled) else { return false };
            title.to_lowercase() == *own && date.touches(*day)
        };
        same_address || same_title()
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
        let known = self.address.is_some() || self.titled.is_some();
        let sources = view.supports(claim).map(|citation| citation.source);
        sources.filter(move |source| !known || !self.is_behind(base, *source, &mut Vec::new()))
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
