//! What a report says of a point, as a fact that can be worded in any language.

use crate::model::{
    AssertedTime, Assertion, Base, ClaimId, Modality, PointFact, Polarity, Role, Takes, TimeKind, Value,
    ValueSort,
};
use crate::time::Day;

/// What an assertion is about: that it is so, without a time.
#[must_use]
pub fn about(records: &Base, one: &Assertion) -> PointFact {
    let time = AssertedTime::PRESENT;
    let plain = Assertion {
        polarity: Polarity::Asserts,
        possible: false,
        modality: Modality::Stated,
        time,
        ..one.clone()
    };
    said(records, &plain, Day::MIN)
}

/// What an assertion says, told on a day.
#[must_use]
pub fn said(records: &Base, one: &Assertion, today: Day) -> PointFact {
    let name = |role: Role| one.unrecorded_in(role).map(str::to_owned);
    let value = one.value.as_ref().map(|(_, written)| written.clone());
    PointFact::Said {
        polarity: match one.polarity {
            Polarity::Denies if one.ceased => "ended",
            Polarity::Asserts if one.possible || one.modality == Modality::Forecast => "possible",
            polarity => polarity.as_str(),
        },
        subject: one.subject,
        subject_name: name(Role::Subject),
        relation: one.relation,
        object: one.object,
        object_name: name(Role::Object),
        value: value.or_else(|| one.text.clone()),
        far: if records.relations.is_one_place(one.relation) { "nothing" } else { "side" },
        time: match (one.time.from, one.time.until) {
            (Some(_), Some(_)) if one.time.within && takes_date(records, one) => "value",
            (Some(_), Some(_)) if one.time.within => "on",
            (Some(_), Some(_)) => "between",
            (Some(_), None) => "since",
            (None, Some(_)) => "until",
            (None, None) if one.time.kind == TimeKind::Past => "past",
            (None, None) => "none",
        },
        tense: match (one.time.from, one.time.until) {
            (_, Some(until)) if until.latest <= today => "past",
            (Some(from), None) if from.latest <= today && !records.relations.is_event(one.relation) => {
                "since"
            }
            (None, None) if one.time.kind == TimeKind::Past => "past",
            _ => "present",
        },
        from: one.time.from,
        until: one.time.until,
        record: record(records, one),
    }
}

/// Whether the relation says when: "was founded on".
#[must_use]
pub fn takes_date(records: &Base, one: &Assertion) -> bool {
    let takes = records.relations.record(one.relation).and_then(|record| record.takes);
    takes.and_then(Takes::value) == Some(ValueSort::Date)
}

/// The claim that decided, where it says the very same.
fn record(records: &Base, one: &Assertion) -> Option<ClaimId> {
    let (claims, values) = (&records.claims, &records.values);
    let same_value = |claim: ClaimId| match (claims.object(claim).value, &one.value) {
        (Some(known), Some((said, _))) => *values.get(known) == Value::Amount(said.clone()),
        (None, None) => one.text.is_none(),
        _ => false,
    };
    one.decided_by.filter(|claim| {
        one.claims.contains(claim)
            && claims.relation(*claim) == Some(one.relation)
            && !claims.denies(*claim)
            && !claims.statement(*claim).is_empty()
            && same_value(*claim)
    })
}
