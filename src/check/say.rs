//! Claims in English words, for those who have no `words` at hand yet.

use crate::graph::View;
use crate::model::{Base, ClaimId, Object};
use crate::words::{Choice, Wording, Words};

fn english(base: &Base) -> Wording<'_> {
    Words::new(base, Choice::default()).general()
}

/// What a claim says, in quotation marks.
#[must_use]
pub fn say(base: &Base, claim: ClaimId) -> String {
    english(base).statement(claim)
}

/// The far side of a claim.
#[must_use]
pub fn object(base: &Base, object: Object) -> String {
    english(base).object(object).to_owned()
}

/// On whose authority a claim stands: its newest supporting source, and how many more there are.
#[must_use]
pub fn authority(view: &View<'_>, claim: ClaimId) -> String {
    english(view.graph.base).authority(view.attested(claim))
}
