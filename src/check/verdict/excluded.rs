//! Which claim on record excludes what a sentence asserts: by the same laws that claims obey among themselves.
//!
//! *Law.* What is said about every day of a time is excluded by a rival that certainly holds on one of them. What is
//! said about some day within is excluded where rivals certainly hold on each, one after the other. What is said about
//! some time in the past is not: nobody knows which.

use super::holding::{self, Holding};
use super::laws::{Far, FarValue, RivalQuery};
use super::moment::{Moment, SaidDays};
use super::rivals::Rivals;
use crate::graph::View;
use crate::model::{Assertion, ClaimId, Confidence, Role};
use crate::time::{Bound, Day, Period, hands_over};

/// The first claim that excludes the assertion, which speaks of `moment`.
#[must_use]
pub fn by(view: &View<'_>, rivals: &Rivals, assertion: &Assertion, moment: Moment) -> Option<ClaimId> {
    // An amount taken from elsewhere may belong to something else.
    if assertion.value.is_some() && assertion.confidence != Confidence::High {
        return None;
    }
    let value = assertion.value.as_ref().map(|(amount, _)| FarValue::Said(amount));
    let unrecorded = assertion.unrecorded.as_ref().map(|name| name.role);
    if assertion.subject.is_none() && unrecorded != Some(Role::Subject) {
        return None;
    }
    let far = Far { entity: assertion.object, is_unrecorded: unrecorded == Some(Role::Object), value };
    let (relation, subject) = (assertion.relation, assertion.subject);
    let statement = RivalQuery { view, relation, subject, far, loosely: unrecorded.is_none() };
    let mut excluding = rivals.excluding(&statement);
    excluding.retain(|claim| assertion.value.is_none() || !is_of_part(view.period(*claim), moment));
    let claim = of(view, rivals, &excluding, moment)?;
    // Who of several is right is not known of those on record either.
    let is_disputed = unrecorded.is_some() && rivals.opponent(view, claim, moment).is_some();
    (!is_disputed).then_some(claim)
}

/// Whether a figure is that of a part of the year that one on record is for: a quarter has its own.
fn is_of_part(period: Period, moment: Moment) -> bool {
    /// The days of a leap year.
    const YEAR: i32 = 366;
    let days = |first: Day, last: Day| last.minus(first).map_or(i32::MAX, |days| days + 1);
    let recorded = days(period.fe(), period.ul());
    let is_of_year = !period.is_open() && recorded <= YEAR;
    match moment {
        Moment::Within { bound, .. } => is_of_year && days(bound.earliest, bound.latest) < recorded,
        _ => false,
    }
}

/// Of `claims`, each of which excludes what is said when it holds, the one that does so at `moment`: the one that holds on the
/// last day, else the first; or the first of those that do so together.
#[must_use]
pub fn of(view: &View<'_>, rivals: &Rivals, claims: &[ClaimId], moment: Moment) -> Option<ClaimId> {
    let certain = |claim: ClaimId| holding::certain_days(view, claim, rivals.newer(view, claim));
    let holds = |claim: ClaimId, first: Day, last: Day| {
        holding::holds_within(view, claim, rivals.newer(view, claim), first, last)
    };
    let excludes = |claim: ClaimId, days: SaidDays| match days {
        _ if view.is_event(claim) => rivals.holding(view, claim, moment) == Holding::Yes,
        SaidDays::Every(first, last) => holds(claim, first, last),
        SaidDays::Some(_) | SaidDays::Any => false,
    };
    let said = moment.asserted_days();
    let last = match said {
        SaidDays::Every(_, last) => SaidDays::Every(last, last),
        other => other,
    };
    let first = |days: SaidDays| claims.iter().copied().find(|claim| excludes(*claim, days));
    first(last).or_else(|| first(said)).or_else(|| match said {
        SaidDays::Some(bound) => {
            let states = claims.iter().filter(|claim| !view.is_event(**claim));
            covering(
                view,
                rivals,
                states.filter_map(|claim| Some((certain(*claim)?, *claim))).collect(),
                bound,
            )
        }
        _ => None,
    })
}

/// The first of claims that, one after the other, certainly hold on all days of `bound`.
fn covering(
    view: &View<'_>,
    rivals: &Rivals,
    mut claims: Vec<((Day, Day), ClaimId)>,
    bound: Bound,
) -> Option<ClaimId> {
    claims.sort_unstable();
    // Where one takes over from another, or the end of it is written as the start of the next, there is no gap.
    let takes_over = |older: ClaimId, newer: ClaimId| {
        rivals.newer(view, older) == Some(newer) || hands_over(view.period(older), view.period(newer))
    };
    let mut stretch: Option<(Day, Day, ClaimId)> = None;
    let mut first = None;
    for ((from, to), claim) in claims {
        stretch = Some(match stretch {
            Some((start, end, last)) if from <= end.next() || takes_over(last, claim) => {
                if to > end {
                    (start, to, claim)
                } else {
                    (start, end, last)
                }
            }
            _ => {
                first = None;
                (from, to, claim)
            }
        });
        first = first.or((bound.earliest <= to).then_some(claim));
        if stretch.is_some_and(|(start, end, _)| start <= bound.earliest && bound.latest <= end) {
            return first;
        }
    }
    None
}
