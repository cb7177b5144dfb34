//! Reads a sentence that was put together from the cells of a table. It is held to more than prose is: nothing may stand in it
//! that was not understood.

use std::ops::Range;

use super::outcome::Outcomes;
use super::{SentenceContents, SentenceReader, SentenceSite};
use crate::draft::reading::assertion::CandidateAssertion;
use crate::draft::segmentation::{TokenKind, bytes, tokenize};
use crate::model::{Category, Confidence, EntityId, GrammarRole, Modality, RelationId, Role, TimeKind};

/// What a composed sentence says of two ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stated {
    /// What it says.
    pub relation: RelationId,
    /// Of whom or what.
    pub subject: Option<EntityId>,
    /// The far side.
    pub object: Option<EntityId>,
    /// It says when.
    pub is_dated: bool,
}

impl Stated {
    /// Whether it says the same of the same.
    #[must_use]
    pub fn says_as(&self, other: &Self) -> bool {
        self.relation == other.relation && self.subject == other.subject && self.object == other.object
    }
}

impl SentenceReader<'_, '_> {
    /// What the block of `around` says, all of which is one sentence; nothing if anything in it stays unread. What its row is
    /// about has the bytes `key`.
    pub fn stated(&mut self, around: &SentenceSite<'_>, key: &Range<usize>) -> Vec<Stated> {
        let found = self.find_composed(around);
        let Outcomes { candidates, .. } = self.composed_outcomes(around, &found, key);
        candidates.iter().map(stated).collect()
    }

    /// Takes the same down; gives the place of the sentence among those that were read.
    pub fn take_down_stated(&mut self, around: &SentenceSite<'_>, key: &Range<usize>) -> usize {
        let found = self.find_composed(around);
        let outcomes = self.composed_outcomes(around, &found, key);
        self.take_down(around, &(0..around.block.text.len()), outcomes, &found.dates);
        self.sentences.len().saturating_sub(1)
    }

    /// Takes back what was read of a sentence: something else contradicts that it says this.
    pub fn take_back(&mut self, at: usize) {
        if let Some(sentence) = self.sentences.get_mut(at) {
            sentence.assertions.clear();
            sentence.unread_reason = Some(crate::model::ReadingFact::NoPattern {});
        }
    }

    /// Whether a text dates what stands beside it, denies it, or makes it a plan or the words of others.
    pub fn colours(&mut self, around: &SentenceSite<'_>) -> bool {
        let text = around.block.text.as_str();
        tokenize(text, 0..text.len(), &mut self.tokens);
        self.tags.clear();
        self.mentions.clear();
        let mut found = SentenceContents::default();
        self.find_words(around, None, &mut found);
        let turns = |role: GrammarRole| self.tags.iter().any(|tags| tags.has(role));
        let harmless = [Category::Present, Category::Termination, Category::Aside, Category::Resumption];
        !found.dates.is_empty()
            || self.cues.iter().any(|cue| !harmless.contains(&cue.category))
            || turns(GrammarRole::Former)
            || turns(GrammarRole::OtherRole)
            || turns(GrammarRole::FalseLabel)
            || turns(GrammarRole::Counterfactive)
            || self.tokens.iter().any(|token| token.is_sign('?'))
    }

    fn find_composed(&mut self, around: &SentenceSite<'_>) -> SentenceContents {
        let text = around.block.text.as_str();
        tokenize(text, 0..text.len(), &mut self.tokens);
        self.tags.clear();
        self.context.clear();
        self.find(around, None)
    }

    fn composed_outcomes(
        &mut self,
        around: &SentenceSite<'_>,
        found: &SentenceContents,
        key: &Range<usize>,
    ) -> Outcomes {
        if !found.may_assert || self.mentions.is_empty() {
            return Outcomes::default();
        }
        let mut outcomes = self.outcomes(around, found);
        let is_understood =
            |candidate: &CandidateAssertion| self.is_understood(around, found, key, candidate);
        if !outcomes.candidates.iter().all(is_understood) {
            outcomes.candidates.clear();
        }
        outcomes
    }

    /// Whether every word of a sentence is part of what it asserts, or says nothing by itself.
    fn is_understood(
        &self,
        around: &SentenceSite<'_>,
        found: &SentenceContents,
        key: &Range<usize>,
        candidate: &CandidateAssertion,
    ) -> bool {
        let holds = |range: &Range<usize>, at: usize| range.contains(&at);
        let is_plain = |at: usize| {
            let silent = [GrammarRole::Determiner, GrammarRole::Preposition, GrammarRole::Auxiliary];
            let is_silent = |role| self.tags.get(at).is_some_and(|tags| tags.has(role));
            match self.tokens[at].kind {
                TokenKind::Sign(sign) => matches!(sign, ',' | '.' | ':' | '(' | ')'),
                TokenKind::Number => false,
                TokenKind::Word => silent.into_iter().any(is_silent),
            }
        };
        let present = |at: usize| {
            self.cues.iter().any(|cue| cue.category == Category::Present && holds(&cue.tokens, at))
        };
        let is_told = |at: usize| {
            candidate.words.iter().any(|range| holds(range, at))
                || found.dates.iter().any(|when| holds(&when.tokens, at))
                || present(at)
                || is_plain(at)
        };
        let is_dated = candidate.time.kind == TimeKind::Explicit && !candidate.time.unplaced;
        let fits = |role: Role, end: Option<EntityId>| {
            end.is_none_or(|end| self.records.fits(candidate.relation, role, end))
        };
        let named = self.mentions.iter().filter(|mention| {
            let place = bytes(&self.tokens, &mention.tokens);
            key.start <= place.start && place.end <= key.end
        });
        let key_fits = |mention: EntityId| {
            (candidate.subject != Some(mention) || fits(Role::Subject, Some(mention)))
                && (candidate.object != Some(mention) || fits(Role::Object, Some(mention)))
        };
        candidate.confidence == Confidence::High
            && candidate.modality == Modality::Stated
            && !candidate.unclear
            && !candidate.possible
            && (found.dates.is_empty() || is_dated)
            && named.filter_map(|mention| mention.entity).all(key_fits)
            && !around.block.text.is_empty()
            && (0..self.tokens.len()).all(is_told)
    }
}

fn stated(candidate: &CandidateAssertion) -> Stated {
    Stated {
        relation: candidate.relation,
        subject: candidate.subject,
        object: candidate.object,
        is_dated: candidate.time.kind == TimeKind::Explicit,
    }
}
