//! From the places where phrasings fit to what a sentence asserts: places filled, polarity, manner and time told, and of
//! assertions that say the same only the one that says most.

use std::ops::Range;

use super::given_date::{GivenDate, given_date};
use super::modality::{Manner, ability, manner};
use super::pattern::Hit;
use super::polarity::{Denial, denial};
use super::records::Records;
use super::role::{BoundArguments, bind_arguments};
use super::sentence_view::SentenceView;
use super::syntax::{Predication, Qualifier, embedding, qualifier};
use super::tense::{self, TenseReading};
use crate::graph::Broader;
use crate::model::{
    Amount, AssertedTime, Assertion, ClaimId, Confidence, EntityId, Modality, Phase, Phrasing, Polarity,
    ReadingFact, RelationId, Role, TimeKind, Verdict, Why,
};
use crate::text::Span;

/// What a sentence asserts, in tokens of the sentence.
#[derive(Debug, Clone)]
pub struct CandidateAssertion {
    /// All tokens that decided, from the first to the last.
    pub tokens: Range<usize>,
    /// The tokens of the phrasing, of the names in its places and of what denies it.
    pub words: Vec<Range<usize>>,
    /// The words of the phrasing alone.
    pub key: Vec<usize>,
    /// Whom or what it is about.
    pub subject: Option<EntityId>,
    /// What it says.
    pub relation: RelationId,
    /// The far side, where it is an entity.
    pub object: Option<EntityId>,
    /// The far side, where it is an amount, or an amount that is said of both ends: what it means and how it is written.
    pub value: Option<(Amount, String)>,
    /// The recorded claims that say the same.
    pub claims: Vec<ClaimId>,
    /// Whether it asserts or denies.
    pub polarity: Polarity,
    /// What it denies is said to have been so before.
    pub ceased: bool,
    /// It is said to be possible or planned.
    pub possible: bool,
    /// Polarity pulls both ways.
    pub unclear: bool,
    /// How it is said.
    pub modality: Modality,
    /// When.
    pub time: AssertedTime,
    /// How sure the reading is.
    pub confidence: Confidence,
    /// What decided, and the tokens.
    pub why: Vec<(ReadingFact, Range<usize>)>,
}

impl CandidateAssertion {
    /// The same with places in its file instead of tokens.
    #[must_use]
    pub fn placed(self, place: &dyn Fn(&Range<usize>) -> Span) -> Assertion {
        Assertion {
            span: place(&self.tokens),
            words: self.words.iter().map(place).collect(),
            subject: self.subject,
            relation: self.relation,
            object: self.object,
            value: self.value,
            claims: self.claims,
            polarity: self.polarity,
            ceased: self.ceased,
            possible: self.possible,
            modality: self.modality,
            time: self.time,
            confidence: self.confidence,
            verdict: if self.unclear { Verdict::Unclear } else { Verdict::Unknown },
            decided_by: None,
            why: self.why.into_iter().map(|(fact, tokens)| Why { fact, span: place(&tokens) }).collect(),
        }
    }
}

/// What became of a hit.
#[derive(Debug, Clone)]
pub enum PhrasingOutcome {
    /// It asserts something; two things where it says how long something held that holds no longer.
    Asserts(Vec<CandidateAssertion>),
    /// It asserts nothing, for this reason.
    Unread(ReadingFact),
}

/// A phrasing of a relation that fits somewhere.
#[derive(Debug, Clone, Copy)]
pub struct PhrasingHit<'a> {
    /// What it says.
    pub relation: RelationId,
    /// The phrasing, its own or one made of its label.
    pub phrasing: &'a Phrasing,
    /// Where it fits.
    pub hit: &'a Hit,
}

/// What a phrasing in a sentence comes to.
#[must_use]
pub fn understand(
    records: &Records<'_>,
    sentence: &SentenceView<'_>,
    said: PhrasingHit<'_>,
) -> PhrasingOutcome {
    let PhrasingHit { relation, phrasing, hit } = said;
    let unread =
        |reason| PhrasingOutcome::Unread(ReadingFact::Unread { pattern: phrasing.written.clone(), reason });
    let bound = match bind_arguments(records, relation, sentence, hit, phrasing) {
        Ok(bound) => bound,
        Err(why) => return unread(why.as_str()),
    };
    let is_bare =
        hit.subject.is_none() && hit.object.is_none() && hit.value.is_none() && hit.given.is_empty();
    if is_bare && phrasing.confidence == Confidence::Low && bound.confidence != Confidence::High {
        return unread("construction");
    }
    let reading = Predication::new(sentence, hit, &bound.tokens);
    // A word by which the phrasing itself says that it is over says nothing twice: "ousted".
    let qualified = qualifier(sentence, &hit.words)
        .filter(|qualified| phrasing.phase != Phase::Ends || *qualified == Qualifier::OtherRole);
    if qualified == Some(Qualifier::OtherRole) {
        return unread("other-role");
    }
    let (modality, by) = match manner(sentence, &reading) {
        Manner::Asserted(modality, by) => (modality, by),
        Manner::Unread(reason) => return unread(reason),
    };
    let frames = embedding(sentence, &reading);
    let denial = denial(sentence, &reading, frames, phrasing.phase == Phase::Ends);
    let focus = focus(hit, &denial);
    let (denial, told) = match qualified {
        Some(Qualifier::Former(at)) => {
            let time = TenseReading { time: AssertedTime::PRESENT, tokens: None };
            (denial.of_former(at), time)
        }
        _ => {
            let told = tense::time(sentence, hit, &reading, &focus, &denial);
            (denial, told)
        }
    };
    let mut polarity = denial.polarity();
    let value = bound.value.and_then(|index| sentence.amounts.get(index)).map(|written| {
        let words = sentence.words(&written.tokens).to_owned();
        let other_side = written.amount.denied().filter(|_| polarity == Polarity::Denies && !denial.ceased);
        match other_side {
            Some(amount) => {
                polarity = Polarity::Asserts;
                (amount, words)
            }
            None => (written.amount.clone(), words),
        }
    });
    let dated = (value.is_none() && records.takes_date(relation))
        .then(|| given_date(records, sentence, said, &reading, bound.subject));
    let (claims, told) = match (&value, &phrasing.text, dated) {
        (Some((amount, _)), ..) => (records.giving(relation, bound.subject, bound.object, amount), told),
        (None, Some(text), _) => (records.worded(relation, bound.subject, text), told),
        (None, None, Some(GivenDate::OnRecord(claims))) => (claims, tense::undated(sentence, hit, &reading)),
        (None, None, Some(GivenDate::AsTime(claims))) => (claims, told),
        (None, None, Some(GivenDate::Other)) => return unread("date"),
        (None, None, None) => (records.saying(relation, bound.subject, bound.object), told),
    };
    let is_never = denial.ever && polarity == Polarity::Denies && modality != Modality::Forecast;
    let time = if is_never { told.time.ever() } else { told.time };
    let ability = ability(sentence, &reading);
    let by = by.filter(|_| modality != Modality::Stated);
    let modalities =
        [ability.clone().map(|tokens| ("possible", tokens)), by.map(|tokens| (modality.as_str(), tokens))];
    let why = reasons(sentence, said, &denial, modalities, &told);
    let is_event = records.base().relations.record(relation).is_some_and(|record| record.event);
    // The date of a plan is not that of what is planned.
    let is_planned = phrasing.phase == Phase::Plans && time.kind == TimeKind::Explicit;
    let is_guessed = is_bare && phrasing.confidence == Confidence::Low && time.kind == TimeKind::Explicit;
    let time = if is_planned || is_guessed && (is_event || records.takes_date(relation)) {
        AssertedTime::PAST
    } else {
        time
    };
    let words = deciding(hit, &bound, &denial);
    let first = words.iter().map(|range| range.start).min().unwrap_or(hit.tokens.start);
    let last = words.iter().map(|range| range.end).max().unwrap_or(hit.tokens.end);
    let candidate = CandidateAssertion {
        tokens: first..last,
        words,
        key: hit.words.clone(),
        subject: bound.subject,
        relation,
        object: bound.object,
        value,
        claims,
        polarity,
        ceased: denial.ceased,
        possible: ability.is_some() || phrasing.phase == Phase::Plans,
        unclear: denial.unclear,
        modality,
        time,
        confidence: bound.confidence.min(phrasing.confidence),
        why,
    };
    let mut candidates = before_and_after(candidate.clone());
    candidates.extend(listed(records, sentence, said.relation, &bound.names, &candidate));
    PhrasingOutcome::Asserts(candidates)
}

/// The same of the other names in a list: "uses Oracle, Google Cloud and AWS" says three things.
fn listed(
    records: &Records<'_>,
    sentence: &SentenceView<'_>,
    relation: RelationId,
    names: &[(Role, usize)],
    candidate: &CandidateAssertion,
) -> Vec<CandidateAssertion> {
    let mut others: Vec<CandidateAssertion> = Vec::new();
    for &(role, name) in names {
        for other in sentence.listed_with(name).filter(|other| *other != name) {
            let Some(mention) = sentence.mentions.get(other) else { continue };
            let known = mention.entity;
            if Some(known) == candidate.subject
                || Some(known) == candidate.object
                || !records.fits(relation, role, known)
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
                Some((amount, _)) => records.giving(relation, one.subject, one.object, amount),
                None => records.saying(relation, one.subject, one.object),
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

/// The tokens whose clause a date must stand in: where something is denied, from what denies it to the nearest word.
fn focus(hit: &Hit, denial: &Denial) -> Range<usize> {
    let Some(cue) = denial.tokens.first() else { return hit.tokens.clone() };
    let distance = |word: &usize| word.saturating_sub(cue.end).max(cue.start.saturating_sub(*word));
    let nearest = hit.words.iter().copied().min_by_key(distance).unwrap_or(cue.start);
    cue.start.min(nearest)..cue.end.max(nearest + 1)
}

fn deciding(hit: &Hit, bound: &BoundArguments, denial: &Denial) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = hit.words.iter().map(|word| *word..word + 1).collect();
    words.extend(bound.tokens.iter().cloned());
    words.extend(denial.tokens.iter().cloned());
    words.sort_by_key(|range| (range.start, range.end));
    words.dedup();
    words
}

/// The phrasing and the triggers that decided. A trigger that does several things ("could" makes it possible, and past)
/// is told once, by what counts most.
fn reasons(
    sentence: &SentenceView<'_>,
    said: PhrasingHit<'_>,
    denial: &Denial,
    modalities: [Option<(&'static str, Range<usize>)>; 2],
    told: &TenseReading,
) -> Vec<(ReadingFact, Range<usize>)> {
    let words = |tokens: &Range<usize>| sentence.words(tokens).to_owned();
    let how = if denial.ceased { "ended" } else { "denies" };
    let denials = denial
        .tokens
        .iter()
        .map(|tokens| (ReadingFact::Denial { words: words(tokens), how }, tokens.clone()));
    let modalities = modalities
        .into_iter()
        .flatten()
        .map(|(modality, tokens)| (ReadingFact::Modality { words: words(&tokens), modality }, tokens));
    let times = told.tokens.iter().map(|tokens| {
        (ReadingFact::Time { words: words(tokens), time: told.time.kind.as_str() }, tokens.clone())
    });
    let mut triggers: Vec<(ReadingFact, Range<usize>)> = Vec::new();
    for trigger in denials.chain(modalities).chain(times) {
        if triggers.iter().all(|(_, tokens)| *tokens != trigger.1) {
            triggers.push(trigger);
        }
    }
    let tokens = said.hit.tokens.clone();
    let pattern = said.phrasing.written.clone();
    let mut why = vec![(ReadingFact::Pattern { words: words(&tokens), pattern }, tokens)];
    why.append(&mut triggers);
    why
}

/// Keeps of assertions that share words the one that says most: the narrower relation, then the longer phrasing; and of
/// those that say the same, the first.
pub fn keep_strongest(assertions: &mut Vec<CandidateAssertion>, broader: &Broader) {
    assertions.sort_by(|one, two| {
        let size = |candidate: &CandidateAssertion| {
            (
                std::cmp::Reverse(candidate.confidence),
                std::cmp::Reverse(candidate.key.len()),
                candidate.tokens.start,
            )
        };
        size(one).cmp(&size(two)).then_with(|| one.key.cmp(&two.key))
    });
    let mut kept: Vec<CandidateAssertion> = Vec::with_capacity(assertions.len());
    for candidate in assertions.drain(..) {
        if !kept.iter().any(|other| subsumes(other, &candidate, broader)) {
            kept.retain(|other| !subsumes(&candidate, other, broader));
            kept.push(candidate);
        }
    }
    kept.sort_by_key(|candidate| (candidate.tokens.start, candidate.tokens.end, candidate.relation));
    *assertions = kept;
}

/// Whether `one` makes `other` needless.
fn subsumes(one: &CandidateAssertion, other: &CandidateAssertion, broader: &Broader) -> bool {
    // What is left unsaid may be the same.
    let same =
        |one: Option<EntityId>, other: Option<EntityId>| one == other || one.is_none() || other.is_none();
    let same_ends = same(one.subject, other.subject) && same(one.object, other.object);
    let shares_words = one.key.iter().any(|word| other.key.contains(word));
    let says_more = other.claims.is_empty() && !one.claims.is_empty();
    let holds_words = one.key.len() > other.key.len() && other.key.iter().all(|word| one.key.contains(word));
    if one.relation == other.relation && same_ends && holds_words && !says_more {
        return true;
    }
    if one.relation == other.relation && !says_more {
        let same_value = match (&one.value, &other.value) {
            (Some(one), Some(two)) => one.0 == two.0,
            (None, None) => true,
            _ => false,
        };
        let same_time = one.time == other.time || one.polarity == other.polarity;
        return same_ends && same_value && (one.polarity == other.polarity || shares_words) && same_time;
    }
    let overlaps = one.tokens.start < other.tokens.end && other.tokens.start < one.tokens.end;
    if overlaps
        && other.claims.is_empty()
        && !one.claims.is_empty()
        && one.value.is_some() == other.value.is_some()
    {
        return true;
    }
    let narrower = broader.implies(one.relation, other.relation);
    narrower && (shares_words || same_ends && one.polarity == other.polarity)
}
