//! Predicates that share a subject: "Ann lives in Kiel and leads Nord" says of Ann what "Ann leads Nord" does.
//!
//! The second predicate is read as a sentence of its own, with the subject before it, so that no negation, date or name of the
//! first one counts for it. Where the first is not plainly asserted, or may hold a subject nearer by, nothing is read.

use std::ops::Range;

use super::outcome::Outcomes;
use super::{SentenceContents, SentenceReader, SentenceSite};
use crate::draft::mentions::{EntityMention, TimeExpression, TimeReading};
use crate::draft::reading::assertion::CandidateAssertion;
use crate::draft::reading::cue::Cue;
use crate::draft::reading::syntax::SentenceWords;
use crate::draft::segmentation::TokenKind;
use crate::model::{Category, GrammarRole};

/// A subject and a predicate further on.
#[derive(Debug, Clone, PartialEq, Eq)]
struct SharedSubject {
    /// The name.
    subject: Range<usize>,
    /// The first token of the predicate.
    predicate: usize,
}

impl SharedSubject {
    /// The token of the sentence that was token `at` of subject and predicate put together.
    fn token(&self, at: usize) -> usize {
        let inside = self.subject.len();
        if at < inside { self.subject.start + at } else { at - inside + self.predicate }
    }

    fn range(&self, range: &Range<usize>) -> Range<usize> {
        if range.is_empty() {
            return self.token(range.start)..self.token(range.start);
        }
        self.token(range.start)..self.token(range.end - 1) + 1
    }

    fn place(&self, candidate: &mut CandidateAssertion) {
        candidate.tokens = self.range(&candidate.tokens);
        candidate.words.iter_mut().for_each(|words| *words = self.range(words));
        candidate.key.iter_mut().for_each(|word| *word = self.token(*word));
        candidate.why.iter_mut().for_each(|(_, tokens)| *tokens = self.range(tokens));
    }
}

impl SentenceReader<'_, '_> {
    /// Adds what later predicates say of the subject of the first.
    pub(super) fn read_coordinated(
        &mut self,
        around: &SentenceSite<'_>,
        year: Option<i32>,
        dates: &[TimeExpression],
        outcomes: &mut Outcomes,
    ) {
        let Some(subject) = self.shared_subject(around) else { return };
        let predicates: Vec<usize> = (subject.end + 1..self.tokens.len())
            .filter(|at| self.begins_predicate(around, &subject, *at))
            .collect();
        for predicate in predicates {
            let shared = SharedSubject { subject: subject.clone(), predicate };
            for candidate in self.read_shared(around, year, dates, &shared) {
                put(candidate, &mut outcomes.candidates);
            }
        }
    }

    /// What is read of subject and predicate put together. The sentence itself is left as it was found.
    fn read_shared(
        &mut self,
        around: &SentenceSite<'_>,
        year: Option<i32>,
        dates: &[TimeExpression],
        shared: &SharedSubject,
    ) -> Vec<CandidateAssertion> {
        let tokens = [&self.tokens[shared.subject.clone()], &self.tokens[shared.predicate..]].concat();
        let whole = std::mem::replace(&mut self.tokens, tokens);
        let (mentions, cues) = (self.mentions.clone(), self.cues.clone());
        self.tags.clear();
        let mut found: SentenceContents = self.find(around, year);
        // "Was to come on 1 March 2021 and came on 30 March": the first predicate leaves open of which year that is.
        for when in &mut found.dates {
            let start = shared.token(when.tokens.start);
            let is_open =
                |one: &TimeExpression| one.tokens.start == start && one.reading == TimeReading::Unanchored;
            if dates.iter().any(is_open) {
                when.reading = TimeReading::Unanchored;
            }
        }
        let mut candidates = Vec::new();
        if found.may_assert {
            self.find_pronouns(around, &found.counted);
            candidates = self.outcomes(around, &found).candidates;
        }
        let names = shared.subject.len();
        let is_of_subject = |candidate: &CandidateAssertion| {
            candidate.words.iter().any(|words| words.start < names)
                && candidate.key.iter().all(|word| *word >= names)
        };
        candidates.retain(is_of_subject);
        candidates.iter_mut().for_each(|candidate| shared.place(candidate));
        (self.tokens, self.mentions, self.cues) = (whole, mentions, cues);
        candidates
    }

    /// The name that the sentence begins with, perhaps behind "now", if a verb follows it.
    fn shared_subject(&self, around: &SentenceSite<'_>) -> Option<Range<usize>> {
        let first = self.words(around).past_adverbs(0)?;
        let first = first + usize::from(self.words(around).has(first, GrammarRole::Determiner));
        let subject = self.mentions.first().filter(|mention| mention.tokens.start == first)?.tokens.clone();
        let follows = self.tokens.get(subject.end).filter(|token| token.kind == TokenKind::Word)?;
        let is_other =
            [GrammarRole::Preposition, GrammarRole::Coordinator, GrammarRole::Relativizer, GrammarRole::As]
                .into_iter()
                .any(|role| self.words(around).has(subject.end, role));
        let is_possessive = !follows.spaced;
        (!is_other && !is_possessive && !around.language.coordinators.contains(&follows.hash))
            .then_some(subject)
    }

    /// Whether a predicate of the same subject begins at a token: a verb right after "and", and nothing between that may be
    /// another subject, or makes the first predicate anything but a statement.
    fn begins_predicate(&self, around: &SentenceSite<'_>, subject: &Range<usize>, at: usize) -> bool {
        let language = around.language;
        if !language.joining.contains(&self.tokens[at - 1].hash) || at < subject.end + 3 {
            return false;
        }
        let between = subject.end..at - 1;
        let breaks = |at: usize| match self.tokens[at].kind {
            TokenKind::Sign(sign) => sign != ',' || at + 1 != between.end,
            // "Before its time", and not "before it moved".
            TokenKind::Word if SUBORDINATING.into_iter().any(|role| self.words(around).has(at, role)) => {
                (at + 1..between.end).any(|verb| self.words(around).is_verb(verb))
            }
            TokenKind::Word if self.words(around).has(at, GrammarRole::Determiner) => false,
            TokenKind::Word => BREAKS.into_iter().any(|role| self.words(around).has(at, role)),
            TokenKind::Number => false,
        };
        let verb = self.words(around).past_adverbs(at);
        let is_unasserted = |cue: &Cue| cue.tokens.start < at - 1 && UNASSERTED.contains(&cue.category);
        let is_subject = |name: &EntityMention| {
            let follows = name.tokens.end;
            let is_open =
                || follows < between.end && self.tags.get(follows).is_some_and(|tags| tags.is_open());
            between.contains(&name.tokens.start)
                && (self.words(around).is_verb(follows) || language.modifiers_follow && is_open())
        };
        !between.clone().any(breaks)
            && !self.cues.iter().any(is_unasserted)
            && !self.mentions.iter().any(is_subject)
            && verb.is_some_and(|verb| self.words(around).is_verb(verb))
    }

    fn words<'s>(&'s self, around: &SentenceSite<'s>) -> SentenceWords<'s> {
        SentenceWords {
            language: around.language,
            text: &around.block.text,
            tokens: &self.tokens,
            tags: &self.tags,
        }
    }
}

/// After one of these, with a verb, the subject may be another one.
const SUBORDINATING: [GrammarRole; 2] = [GrammarRole::Subordinator, GrammarRole::Temporal];

/// After one of these it may be another one in any case.
const BREAKS: [GrammarRole; 5] = [
    GrammarRole::Complementizer,
    GrammarRole::Relativizer,
    GrammarRole::Pronoun,
    GrammarRole::Speech,
    GrammarRole::Counterfactive,
];

/// A predicate with one of these may share it with the next.
const UNASSERTED: [Category; 11] = [
    Category::Negation,
    Category::Never,
    Category::NotYet,
    Category::Cessation,
    Category::Hedging,
    Category::Reporting,
    Category::Future,
    Category::Ability,
    Category::Condition,
    Category::Question,
    Category::Command,
];

/// Adds a candidate, in the place of those that say the same with less certainty.
fn put(candidate: CandidateAssertion, candidates: &mut Vec<CandidateAssertion>) {
    let says_the_same = |other: &CandidateAssertion| {
        other.relation == candidate.relation && other.key.iter().any(|word| candidate.key.contains(word))
    };
    let is_known =
        candidates.iter().any(|other| says_the_same(other) && other.confidence >= candidate.confidence);
    if !is_known {
        candidates.retain(|other| !says_the_same(other));
        candidates.push(candidate);
    }
}
