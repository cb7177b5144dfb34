//! Who is meant in the places that a phrasing leaves open: the names around it that can stand there.

mod amount;
mod antecedent;
mod beside;
mod context;
mod listed;
mod loose;
mod misplaced;
mod phrases;
mod topic;

pub use misplaced::{is_auxiliary, is_owned_noun};
pub use topic::is_topic;

use std::ops::Range;

use self::listed::{with_fitting_names, with_longer_name};
use super::clause::{distance, same_clause};
use super::counted::counts_for;
use super::pattern::Hit;
use super::placeless::{lacks_object, leaves_out_place};
use super::records::Records;
use super::sentence_view::SentenceView;
use super::syntax::{Wholeness, is_modifier, is_narrowed, is_qualified, owns_another};
use crate::draft::mentions::EntityMention;
use crate::draft::segmentation::{Token, TokenKind};
use crate::model::{
    Confidence, EntityId, Frame, Phrasing, Relation, RelationId, Role, Slot, Takes, UnrecordedName, ValueSort,
};

/// The places of a phrasing, filled.
#[derive(Debug, Clone, PartialEq)]
pub struct BoundArguments {
    /// Whom or what it is said of; `None` if that is left unsaid.
    pub subject: Option<EntityId>,
    /// The far side, where it is an entity.
    pub object: Option<EntityId>,
    /// The far side, where it is an amount, or an amount that is said of both ends: the index of the amount.
    pub value: Option<usize>,
    /// The tokens of the names and amounts in its places that the sentence itself has.
    pub tokens: Vec<Range<usize>>,
    /// The names in the places that the phrasing has: each may be the first of a list.
    pub names: Vec<(Role, usize)>,
    /// The name in the place of one of them that nothing on record has.
    pub unrecorded: Option<UnrecordedName>,
    /// How sure it is.
    pub confidence: Confidence,
}

impl BoundArguments {
    /// Whether one of its ends is a patch release of what is on record.
    pub fn is_of_patch(&self, sentence: &SentenceView<'_>) -> bool {
        let is_patch = |mention: &EntityMention| mention.is_patch && self.tokens.contains(&mention.tokens);
        sentence.mentions.iter().any(is_patch)
    }
}

/// Why the places of a phrasing cannot be filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BindingFailure {
    /// This place stays open and may not.
    Open(Role),
    /// What stands in them never stands there: a name of the wrong kind.
    Unfit,
    /// Both are named, and on record one of them only stands in the other place, or in none: something else is said.
    Misplaced,
    /// No amount in a unit of the relation is given for it.
    NoAmount,
}

impl BindingFailure {
    /// The word for it in facts.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Open(Role::Subject) => "subject",
            Self::Open(Role::Object) => "object",
            Self::Unfit | Self::Misplaced => "wrong-kind",
            Self::NoAmount => "amount",
        }
    }
}

/// Fills the places of a hit.
///
/// # Errors
///
/// Why that cannot be done.
pub fn bind_arguments(
    records: &Records<'_>,
    relation: RelationId,
    sentence: &SentenceView<'_>,
    hit: &Hit,
    phrasing: &Phrasing,
) -> Result<BoundArguments, BindingFailure> {
    let record = records.base().relations.record(relation).ok_or(BindingFailure::Open(Role::Subject))?;
    let hit = &*with_fitting_names(records, relation, sentence, hit);
    let is_of_thing = phrasing.is_made && matches!(phrasing.frame, Some(Frame::Noun | Frame::Adjective));
    let longer = if is_of_thing { with_longer_name(records, relation, sentence, hit) } else { None };
    let (hit, is_guess) = (longer.as_ref().unwrap_or(hit), longer.is_some());
    let mut binder = ArgumentBinder {
        records,
        relation,
        record,
        sentence,
        hit,
        confidence: Confidence::High,
        tokens: Vec::new(),
        names: Vec::new(),
        phrasing,
    };
    let wants_amount = record.takes.and_then(Takes::value) == Some(ValueSort::Amount);
    if binder.is_misnamed() || binder.is_of_another_predicate() {
        return Err(BindingFailure::Unfit);
    }
    if binder.is_misplaced() {
        return Err(BindingFailure::Misplaced);
    }
    if phrasing.is_made {
        binder.confidence = binder.sureness()?;
    }
    if is_guess || !phrasing.is_made && binder.is_about_another() || wants_amount && binder.is_of_another() {
        binder.confidence = Confidence::Low;
    }
    let is_one_place = records.is_one_place(relation);
    let wants_object =
        !is_one_place && record.takes.map_or_else(|| records.may_take_object(relation), Takes::entity);
    let is_left_out = wants_object && lacks_object(phrasing);
    if is_left_out && !leaves_out_place(sentence, hit) {
        return Err(BindingFailure::Open(Role::Object));
    }
    let is_placeless = is_left_out && hit.given.is_empty();
    let value = if wants_amount { Some(binder.value().ok_or(BindingFailure::NoAmount)?) } else { None };
    // The place that the sentence itself fills is filled first, so that one name does not stand in both.
    let lacks_end = hit.subject.is_some() && hit.object.is_none() && hit.given.is_empty();
    let is_unsaid = phrasing.is_made && lacks_end && !record.unsaid.contains(&Role::Object);
    let (subject, object) = match (hit.subject, hit.object) {
        _ if wants_object && is_unsaid && !is_placeless => binder.with_unsaid_object(),
        _ if !wants_object => (binder.entity(Role::Subject, hit.subject, None), None),
        (None, Some(_)) => {
            let object = binder.entity(Role::Object, hit.object, None);
            (binder.entity(Role::Subject, None, object), object)
        }
        _ => {
            let subject = binder.entity(Role::Subject, hit.subject, None);
            (subject, binder.entity(Role::Object, hit.object, subject))
        }
    };
    let ArgumentBinder { mut confidence, tokens, names, .. } = binder;
    let mut object = object;
    if is_placeless && object.is_none() {
        object = subject.and_then(|subject| records.only_object(relation, subject));
        confidence = Confidence::Low;
    }
    // An end may be left unsaid of what its clause begins with: "Azure is no longer the exclusive cloud"; and where a definite
    // noun phrase is nothing but the words: "The current version is Tern 5".
    let leads = tokens.iter().any(|name| leads_clause(sentence, name.start)) || is_equated(sentence, hit);
    let may_lack = |role: Role| record.unsaid.contains(&role) && (leads || record.unsaid.len() > 1);
    let open = |role: Role, bound: Option<EntityId>| bound.is_none() && !may_lack(role);
    let lacks_object = wants_object && open(Role::Object, object);
    if open(Role::Subject, subject) {
        return Err(BindingFailure::Open(Role::Subject));
    }
    if lacks_object || subject.is_some() && object == subject {
        return Err(BindingFailure::Open(Role::Object));
    }
    // A word that may mean something else is not said of a whole for its part.
    let is_doubtful = phrasing.is_made && phrasing.confidence == Confidence::Medium;
    let suits = |role: Role, bound: Option<EntityId>| {
        bound.is_none_or(|entity| records.fits_as(relation, role, entity, is_doubtful))
    };
    let (subject_suits, object_suits) = (suits(Role::Subject, subject), suits(Role::Object, object));
    // Who never stands in such a place may be said to where only one can: then it is wrong, else it is nothing.
    let single = record.functional || record.exclusive || record.once || !record.excludes_others.is_empty();
    let is_modifier = |index: Option<usize>| {
        let name = index.and_then(|index| sentence.mentions.get(index));
        name.is_some_and(|name| is_modifier(sentence, &name.tokens, &hit.words))
    };
    let is_of_kind = |role: Role, bound: Option<EntityId>| {
        bound.is_none_or(|entity| records.is_of_kind(relation, role, entity))
    };
    let sensible = subject_suits && object_suits
        || single
            && is_of_kind(Role::Subject, subject)
            && is_of_kind(Role::Object, object)
            && !wants_amount
            && !is_one_place
            && (subject_suits || object_suits)
            && !is_modifier(hit.object);
    let counts = value.map_or(Some(confidence), |index| {
        counts_for(records, relation, sentence, hit, (subject, object), index)
    });
    let Some(counts) = counts else { return Err(BindingFailure::NoAmount) };
    let confidence = confidence.min(counts);
    let bound = BoundArguments { subject, object, value, tokens, names, unrecorded: None, confidence };
    match (sensible, hit.subject.is_some() && hit.object.is_some()) {
        (true, _) => Ok(bound),
        (false, true) => Err(BindingFailure::Misplaced),
        (false, false) => Err(BindingFailure::Unfit),
    }
}

struct ArgumentBinder<'a, 'b> {
    records: &'a Records<'b>,
    relation: RelationId,
    record: &'a Relation,
    sentence: &'a SentenceView<'a>,
    hit: &'a Hit,
    confidence: Confidence,
    tokens: Vec<Range<usize>>,
    names: Vec<(Role, usize)>,
    /// What the hit is of.
    phrasing: &'a Phrasing,
}

impl ArgumentBinder<'_, '_> {
    fn entity(&mut self, role: Role, named: Option<usize>, other: Option<EntityId>) -> Option<EntityId> {
        if let Some(index) = named
            && let Some(mention) = self.sentence.mentions.get(index)
            && let Some(entity) = mention.entity
            && !self.belongs_elsewhere(role, entity)
            && !self.sentence.is_excepted(index)
        {
            self.names.push((role, index));
            self.tokens.push(mention.tokens.clone());
            self.confidence = self.confidence.min(mention.certainty);
            return Some(entity);
        }
        let slot = match role {
            Role::Subject => Slot::Subject,
            Role::Object => Slot::Object,
        };
        if let Some((_, given)) = self.hit.given.iter().find(|(given, _)| *given == slot) {
            return Some(*given);
        }
        // Where only the head is near, a whole does not stand for its part unless it is said what of.
        let is_guess = !self.has_places() && self.record.topic.is_empty();
        let suits = |entity: EntityId| self.records.fits_as(self.relation, role, entity, is_guess);
        let fits = |entity: EntityId| Some(entity) != other && suits(entity);
        let counts = |(index, mention): &(usize, &EntityMention)| {
            mention.entity.is_some_and(fits)
                && !self.sentence.is_excepted(*index)
                && !(role == Role::Subject && self.is_joined_to_noun(&mention.tokens))
                && (!self.phrasing.is_made
                    || self.is_whole(mention, named.is_some())
                        && !owns_another(self.sentence, &mention.tokens, &self.hit.words))
        };
        let mentions = self.sentence.mentions.iter().enumerate().filter(counts);
        if let Some(subject) = self.antecedent(role, other) {
            return self.standing_for(subject);
        }
        let nearest = mentions.min_by_key(|(_, mention)| {
            let elsewhere = !same_clause(self.sentence.clauses, &mention.tokens, &self.hit.tokens);
            (elsewhere, distance(&mention.tokens, &self.hit.tokens))
        });
        if let Some((index, mention)) = nearest {
            if named.is_some() {
                self.names.push((role, index));
            }
            // What may be left unsaid is as sure where it is named further away.
            if !self.record.unsaid.contains(&role)
                && !same_clause(self.sentence.clauses, &mention.tokens, &self.hit.tokens)
            {
                self.confidence = self.confidence.min(Confidence::Medium);
            }
            self.tokens.push(mention.tokens.clone());
            self.confidence = self.confidence.min(mention.certainty);
            return mention.entity;
        }
        // "Buys from others": other words stand in its place.
        if role == Role::Object && !self.phrasing.is_made && self.phrasing.has_slot(slot) {
            return None;
        }
        self.in_context(role, other)
    }

    /// Whether the phrasing has places for its ends: what it is about may be in a name there.
    fn has_places(&self) -> bool {
        self.phrasing.confidence != Confidence::Low
    }

    /// "Cost Ost 3 million" says what it cost Ost, where the relation has amounts alone.
    fn is_of_another(&self) -> bool {
        self.hit.object.is_some() && !self.record.takes.is_none_or(Takes::entity)
    }

    /// How sure it is that what a construction finds is what the sentence says.
    fn sureness(&self) -> Result<Confidence, BindingFailure> {
        let Self { sentence, hit, .. } = self;
        // "Is supported by volunteers" is said of somebody else's support.
        let agent = sentence.mentions.iter().find(|mention| mention.tokens.start == hit.tokens.end);
        let is_passive = sentence.language.modifiers_follow && agent.is_some() && hit.subject.is_some();
        let has_actor = sentence.is_of(hit.tokens.end, &sentence.language.actors) || is_passive;
        let owns = self.ends_with_owner();
        let wholeness = self.wholeness();
        // "Any cloud provider" may be a name, and says nothing of a provider; "Open Licence" may be of the licence that something has.
        let is_named = |word: &usize| {
            let names = |mention: &&EntityMention| mention.tokens.contains(word);
            let takes_name = self.record.takes.is_none_or(Takes::entity) && !self.has_places();
            let may_be_it =
                |entity: EntityId| takes_name && self.records.fits(self.relation, Role::Object, entity);
            let named = sentence.mentions.iter().find(names);
            !(self.has_places() && self.is_topic(*word))
                && named.is_some_and(|mention| !mention.entity.is_some_and(may_be_it))
        };
        if self.is_of_another_phrase()
            || owns
            || hit.words.iter().any(is_named) && !self.phrasing.has_names()
            || wholeness == Wholeness::Other
            || has_actor && hit.object.is_none() && hit.value.is_none()
        {
            return Err(BindingFailure::Unfit);
        }
        let amount = hit.value.and_then(|value| sentence.amounts.get(value));
        let amount_precedes = |class: &[u64]| {
            amount.is_some_and(|amount| {
                sentence.is_of(amount.tokens.end, class) && !hit.words.contains(&amount.tokens.end)
            })
        };
        if amount_precedes(&sentence.language.comparing) {
            return Err(BindingFailure::NoAmount);
        }
        if self.is_of_share() {
            return Err(BindingFailure::Unfit);
        }
        if wholeness == Wholeness::Perhaps
            || self.is_behind_noun()
            || self.is_loose_compound()
            || amount.is_some_and(|amount| self.is_part(amount))
        {
            return Ok(Confidence::Low);
        }
        // "Cost taxpayers €5 million" may be only part of what it cost.
        let before = amount.and_then(|amount| amount.tokens.start.checked_sub(1));
        let is_another = before.is_some_and(|at| {
            let is_open = sentence.tags.get(at).is_some_and(|tags| tags.is_open());
            is_open
                && sentence.tokens[at].kind == TokenKind::Word
                && !hit.words.contains(&at)
                && !sentence.is_named(at)
        });
        let words = self.with_topic(hit.tokens.clone());
        if is_qualified(sentence, &words, amount.is_some()) {
            return Ok(Confidence::Low);
        }
        // "Is the “head” of Nord" may be meant so or not.
        let is_quoted = |word: &usize| {
            *word > hit.tokens.start && sentence.tokens[word - 1].is_sign('"') && !sentence.is_named(*word)
        };
        let is_narrowed = is_another
            || is_narrowed(sentence, &words)
            || hit.words.iter().any(is_quoted)
            || self.is_unclosed()
            || self.is_of_either_noun()
            || self.may_name_owner();
        Ok(if is_narrowed { Confidence::Medium } else { Confidence::High })
    }
}

/// Whether the words of a hit are a definite noun phrase with its subject behind it, and nothing else between them: "the current
/// version is Tern 5", "the current version, Tern 5".
fn is_equated(sentence: &SentenceView<'_>, hit: &Hit) -> bool {
    let subject = hit.subject.and_then(|index| sentence.mentions.get(index));
    let Some((subject, first)) = subject.zip(hit.words.first()) else { return false };
    let is_definite = if sentence.language.modifiers_follow {
        leads_clause(sentence, *first)
    } else {
        first.checked_sub(1).is_some_and(|before| sentence.is_of(before, &sentence.language.classes.definite))
    };
    let is_nothing_else = |at: usize| {
        hit.words.contains(&at) || sentence.tokens[at].is_sign(',') || sentence.tokens[at].is_sign(':')
    };
    // "Compared with the current version, Tern 5 is slow": no apposition.
    let is_apposition = sentence.tokens[subject.tokens.start.saturating_sub(1)].is_sign(',');
    let is_closed = |token: &Token| !token.is_wordy();
    is_definite
        && *first < subject.tokens.start
        && (*first..subject.tokens.start).all(is_nothing_else)
        && (!is_apposition || sentence.tokens.get(subject.tokens.end).is_none_or(is_closed))
}

/// Whether a clause begins with a token, or a word or two before it.
fn leads_clause(sentence: &SentenceView<'_>, at: usize) -> bool {
    const WORDS: usize = 3;
    at < WORDS || sentence.clauses.get(at - WORDS) != sentence.clauses.get(at)
}
