//! Evidence: what claims rest on. (Text on disk is a *file*, never a source.)

use super::SourceId;
use super::named::named_enum;
use crate::store::Register;
use crate::text::Place;
use crate::time::Bound;

named_enum!(
    /// Whether a source is first-hand.
    SourceKind {
        /// By those who did or decided the thing: a contract, a press release, a filing.
        Primary "primary",
        /// About it: reporting, analysis.
        Secondary "secondary",
    }
);

/// The record of a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Its title.
    pub title: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// Where it can be read.
    pub url: Option<String>,
    /// When it was published.
    pub published: Option<Bound>,
    /// Primary or secondary, if said.
    pub kind: Option<SourceKind>,
    /// The sources it is derived from.
    pub derived_from: Vec<SourceId>,
    /// Words for whoever keeps the file.
    pub note: Option<String>,
    /// Where its record is.
    pub place: Place,
}

/// An address without what differs from copy to copy: scheme, "www.", query, and the signs between words.
#[must_use]
pub fn address(url: &str) -> String {
    address_letters(url).collect()
}

/// Whether the [`address`] of `url` is this one.
#[must_use]
pub fn has_address(url: &str, address: &str) -> bool {
    address_letters(url).eq(address.chars())
}

fn address_letters(url: &str) -> impl Iterator<Item = char> {
    let url = url.split(['#', '?']).next().unwrap_or_default();
    let url = url.split_once("://").map_or(url, |(_, rest)| rest);
    let url = url.strip_prefix("www.").unwrap_or(url);
    url.chars().filter(|sign| sign.is_alphanumeric()).flat_map(char::to_lowercase)
}

/// All sources.
pub type Sources = Register<SourceId, Source>;

impl Sources {
    /// The source for people: its title, else its id.
    #[must_use]
    pub fn title(&self, id: SourceId) -> &str {
        self.record(id).and_then(|record| record.title.as_deref()).unwrap_or_else(|| self.id(id))
    }

    /// The day or days on which it was published, if said.
    #[must_use]
    pub fn published(&self, id: SourceId) -> Option<Bound> {
        self.record(id).and_then(|record| record.published)
    }
}
