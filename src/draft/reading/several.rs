//! The several things that one phrasing says: of each name in a list, and of before and after an end.

use super::assertion::CandidateAssertion;
use super::pattern::Hit;
use super::polarity::Denial;
use super::records::Records;
use super::sentence_view::SentenceView;
use super::syntax::stands_alone;
use crate::model::{AssertedTime, Polarity, Role, TimeKind};

/// All that is said where `candidate` is said of the first names of lists, `names`.
#[must_use]
pub fn all(
    records: &Records<'_>,
    sentence: &SentenceView<'_>,
    names: &[(Role, usize)],
    mut candidate: CandidateAssertion,
) -> Vec<CandidateAssertion> {
    let mut others = listed(records, sentence, names, &candidate);
    // Of an office that one person holds at a time, a list names those who held it one after the other.
    let record = records.base().relations.record(candidate.relation);
    let is_single = |other: &CandidateAssertion| {
        record.is_some_and(|record| {
            other.subject != candidate.subject && record.exclusive
                || other.object != candidate.object && record.functional
        })
    };
    let is_present = candidate.polarity == Polarity::Asserts && candidate.time.kind == TimeKind::Present;
    if is_present && others.iter().any(is_single) {
        for one in others.iter_mut().chain([&mut candidate]) {
            one.time = AssertedTime { unplaced: true, ..AssertedTime::PAST };
        }
    }
    let mut candidates = before_and_after(candidate);
    candidates.append(&mut others);
    candidates
}

/// Whether a name in a place is one of several of which only some may be meant.
#[must_use]
pub fn is_alternative(sentence: &SentenceView<'_>, hit: &Hit, denial: &Denial) -> bool {
    let names = [hit.subject, hit.object].into_iter().flatten();
    !denial.denies && names.into_iter().any(|name| sentence.is_alternative(name))
}

/// The same of the other names in a list: "uses Oracle, Google Cloud and AWS" says three things.
fn listed(
    records: &Records<'_>,
    sentence: &SentenceView<'_>,
    names: &[(Role, usize)],
    candidate: &CandidateAssertion,
) -> Vec<CandidateAssertion> {
    let mut others: Vec<CandidateAssertion> = Vec::new();
    for &(role, name) in names {
        for other in sentence.listed_with(name).filter(|other| *other != name) {
            let Some(mention) = sentence.mentions.get(other) else { continue };
            let Some(known) = mention.entity else { continue };
            if !stands_alone(sentence, &mention.tokens, &candidate.key) {
                continue;
            }
            if Some(known) == candidate.subject
                || Some(known) == candidate.object
                || !records.fits(candidate.relation, role, known)
            {
                continue;
            }
            let mut one = candidate.clone();
            match role {
                Role::Subject => one.subject = Some(known),
                Role::Object => one.object = Some(known),
            }
            if others.iter().any(|other| other.subject == one.subject && other.object == one.object) {
                continue;
            }
            one.claims = match &one.value {
                Some((amount, _)) => records.giving(candidate.relation, one.subject, one.object, amount),
                None => records.saying(candidate.relation, one.subject, one.object),
            };
            one.words.push(mention.tokens.clone());
            one.tokens = one.tokens.start.min(mention.tokens.start)..one.tokens.end.max(mention.tokens.end);
            others.push(one);
        }
    }
    others
}

/// "The exclusivity of 2019 to 2025 has ended" says both that it was so then and that it is so no longer.
fn before_and_after(candidate: CandidateAssertion) -> Vec<CandidateAssertion> {
    let time = candidate.time;
    if !candidate.ceased || time.until.is_none() {
        return vec![candidate];
    }
    let before = CandidateAssertion { polarity: Polarity::Asserts, ceased: false, ..candidate.clone() };
    vec![before, CandidateAssertion { time: AssertedTime::PRESENT, ..candidate }]
}
