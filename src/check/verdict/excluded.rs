//! Which claim on record excludes what a sentence asserts: by the same laws that claims obey among themselves.

use super::holding::{Holding, Moment};
use super::laws::{Far, FarValue, Stand};
use super::rivals::Rivals;
use crate::graph::View;
use crate::model::{Assertion, ClaimId, Confidence};

/// The first claim that certainly holds at `moment` and excludes the assertion.
#[must_use]
pub fn by(view: &View<'_>, rivals: &Rivals, assertion: &Assertion, moment: Moment) -> Option<ClaimId> {
    // An amount that is taken from elsewhere may be of something else.
    if assertion.value.is_some() && assertion.confidence != Confidence::High {
        return None;
    }
    let value = assertion.value.as_ref().map(|(amount, _)| FarValue::Said(amount));
    let far = Far { entity: assertion.object, value };
    let stand = Stand { view, relation: assertion.relation, subject: assertion.subject?, far, loosely: true };
    stand.rival(&|row, _| rivals.holding(view, row.claim, moment) == Holding::Yes)
}
