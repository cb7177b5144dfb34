//! Claims in words: what they say, since when, on whose authority. How the words are put together is `told`.

use super::told;
use crate::graph::View;
use crate::model::{Base, ClaimId, Object, SourceId};

/// What a claim says: its statement, else subject, relation and object in words, and that it denies them.
#[must_use]
pub fn say(base: &Base, claim: ClaimId) -> String {
    told::say(base, claim).to_string()
}

/// The far side of a claim in words.
#[must_use]
pub fn object(base: &Base, object: Object) -> String {
    told::object(base, object).to_owned()
}

/// When the claim holds, in words.
#[must_use]
pub fn when(view: &View<'_>, claim: ClaimId) -> String {
    told::when(view, claim).to_string()
}

/// A source in a few words: publisher and day, else title, else id.
#[must_use]
pub fn source(base: &Base, source: SourceId) -> String {
    told::source(base, source).to_string()
}

/// On whose authority a claim stands: its newest supporting source, and how many more there are.
#[must_use]
pub fn authority(view: &View<'_>, claim: ClaimId) -> String {
    told::authority(view, claim).to_string()
}
