//! How one assertion was read, in the words that all who show it share.

use std::borrow::Cow;

use crate::model::{AssertedTime, Assertion, Detail, Fact, Polarity, Role, TimeKind};
use crate::words::Wording;

/// What a sentence says, as subject, relation and far side.
#[must_use]
pub fn said(words: Wording<'_>, one: &Assertion) -> String {
    let unrecorded = |role: Role| one.unrecorded_in(role);
    let something = || words.phrase("something", &[]);
    let subject = one.subject.map(|subject| words.entity(subject)).or_else(|| unrecorded(Role::Subject));
    let subject = subject.map_or_else(something, str::to_owned);
    let object = one.object.map(|object| words.entity(object)).or_else(|| unrecorded(Role::Object));
    let value = one.value.as_ref().map(|(_, written)| written.as_str()).or(one.text.as_deref());
    let object = if object.or(value).is_some() { words.far_side(object, value) } else { Cow::default() };
    let said = format!("{subject} {} {object}", without_unit(&words.relation(one.relation), &object));
    let said = said.trim_end();
    match one.polarity {
        Polarity::Asserts => said.to_owned(),
        Polarity::Denies => words.phrase("not-so-that", &[("said", Detail::Text(said))]),
    }
}

/// The words of a relation without the noun that its amount has, too: "runs 212 shops", not "runs shops 212 shops".
fn without_unit<'a>(relation: &'a str, value: &str) -> &'a str {
    let Some((before, unit)) = relation.rsplit_once(' ') else { return relation };
    let is_said = value.split_once(' ').is_some_and(|(_, behind)| behind.eq_ignore_ascii_case(unit));
    if is_said { before } else { relation }
}

/// How it says so, about what time, and how sure the reading is.
#[must_use]
pub fn how(words: Wording<'_>, one: &Assertion) -> String {
    let unrecorded = one.unrecorded.as_ref().map(|unrecorded| unrecorded.name.as_str());
    let details = [
        ("modality", Detail::Word(if one.possible { "possible" } else { one.modality.as_str() })),
        ("time", Detail::Word(time(one.time))),
        ("from", Detail::from(&one.time.from)),
        ("until", Detail::from(&one.time.until)),
        ("confidence", Detail::Word(one.confidence.as_str())),
        ("unrecorded", unrecorded.map_or(Detail::Absent, Detail::Text)),
        ("unclear", one.unclear().map_or(Detail::Absent, Detail::Word)),
        ("record", Detail::from(&one.decided_by)),
    ];
    words.phrase("read-how", &details)
}

/// Which words decided that.
#[must_use]
pub fn because(words: Wording<'_>, one: &Assertion) -> String {
    let reasons: Vec<String> =
        one.why.iter().map(|why| words.message(&Fact::from(why.fact.clone()))).collect();
    words.phrase("read-because", &[("reasons", Detail::Text(&reasons.join("; ")))])
}

/// The time, as the word that messages select by.
fn time(time: AssertedTime) -> &'static str {
    match (time.from, time.until, time.kind) {
        (Some(_), Some(_), _) if time.within => "within",
        (Some(_), Some(_), _) => "between",
        (Some(_), None, _) => "since",
        (None, Some(_), _) => "until",
        (None, None, TimeKind::Present) => "present",
        (None, None, TimeKind::Past) => "past",
        (None, None, TimeKind::Explicit) => "unplaced",
    }
}
