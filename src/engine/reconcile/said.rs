//! What a report says of a point, as a fact that can be worded in any language.

use crate::model::{
    Amount, AssertedTime, Assertion, Base, ClaimId, Modality, PointFact, Polarity, Role, SaidValue, Takes,
    TimeKind, Value, ValueSort,
};
use crate::time::{Bound, Day};

/// What an assertion is about: that it is so, without a time.
#[must_use]
pub fn about(records: &Base, one: &Assertion, language: &str) -> PointFact {
    let time = AssertedTime::PRESENT;
    let plain = Assertion {
        polarity: Polarity::Asserts,
        possible: false,
        modality: Modality::Stated,
        time,
        ..one.clone()
    };
    said(records, &plain, language, Day::MIN)
}

/// What an assertion of a text in a language says, told on a day.
#[must_use]
pub fn said(records: &Base, one: &Assertion, language: &str, today: Day) -> PointFact {
    let name = |role: Role| one.unrecorded_in(role).map(str::to_owned);
    let value = |written: &String, amount: Option<&Amount>| SaidValue {
        written: written.clone(),
        language: language.to_owned(),
        amount: amount.cloned(),
    };
    let amount = one.value.as_ref().map(|(amount, written)| value(written, Some(amount)));
    let tense = tense(records, one, today);
    let since = began(records, one);
    PointFact::Said {
        manner: manner(one, tense),
        polarity: match one.polarity {
            Polarity::Denies if one.ceased => "ended",
            polarity => polarity.as_str(),
        },
        subject: one.subject,
        subject_name: name(Role::Subject),
        relation: one.relation,
        object: one.object,
        object_name: name(Role::Object),
        value: amount.or_else(|| one.text.as_ref().map(|text| value(text, None))),
        far: if records.relations.is_one_place(one.relation) { "nothing" } else { "side" },
        time: match (one.time.from, one.time.until) {
            _ if since.is_some() => "since",
            (Some(_), Some(_)) if one.time.within && takes_date(records, one) => "value",
            (Some(_), Some(_)) if one.time.within => "on",
            (Some(_), Some(_)) => "between",
            (Some(_), None) => "since",
            (None, Some(_)) => "until",
            (None, None) if one.time.kind != TimeKind::Past => "none",
            (None, None) if records.relations.is_event(one.relation) => "happened",
            (None, None) => "past",
        },
        tense,
        from: one.time.from,
        until: one.time.until,
        record: record(records, one),
    }
}

fn tense(records: &Base, one: &Assertion, today: Day) -> &'static str {
    match (one.time.from, one.time.until) {
        (Some(from), _) if began(records, one).is_some() && from.latest <= today => "since",
        _ if began(records, one).is_some() => "present",
        (_, Some(until)) if until.latest <= today => "past",
        (Some(from), None) if from.latest <= today && !records.relations.is_event(one.relation) => "since",
        (None, None) if one.time.kind == TimeKind::Past => "past",
        _ => "present",
    }
}

/// When a state began, where it is said to have begun then: "acquired it in January 2025" of who owns it.
#[must_use]
pub fn began(records: &Base, one: &Assertion) -> Option<Bound> {
    let begins = one.time.within
        && (one.time.names_ends || one.time.begins)
        && !one.time.is_choice
        && one.polarity == Polarity::Asserts
        && !records.relations.is_event(one.relation)
        && !takes_date(records, one);
    one.time.from.filter(|_| begins)
}

/// How an assertion is said: what is only possible or planned is told so, and what a report has heard as that.
fn manner(one: &Assertion, tense: &str) -> &'static str {
    let is_plain = one.polarity == Polarity::Asserts && tense == "present";
    match one.modality {
        Modality::Forecast if is_plain => "planned",
        Modality::Forecast => "planned-that",
        _ if one.possible && is_plain => "possible",
        _ if one.possible => "possible-that",
        Modality::Reported => "reported",
        _ => "stated",
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
