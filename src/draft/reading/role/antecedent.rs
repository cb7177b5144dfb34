//! Whom a pronoun stands for with which a clause goes on where the one before it says what something is: "Nord is a bakery, and it
//! is based in Kiel". Any other pronoun is taken to stand for the name that is nearest, which is not sure.

use std::ops::Range;

use super::ArgumentBinder;
use crate::draft::mentions::EntityMention;
use crate::draft::reading::syntax::{is_modifier, is_possessive};
use crate::model::{Confidence, EntityId, GrammarRole, Role};

impl<'a> ArgumentBinder<'a, '_> {
    /// The subject of the clause before, for which the pronoun stands that the words begin with, whether or not it is on record in
    /// this place; not what is of another kind, or in the other place.
    pub(super) fn antecedent(&self, role: Role, other: Option<EntityId>) -> Option<&'a EntityMention> {
        let pronoun = self.hit.tokens.start;
        if !self.is_pronoun(pronoun) || !self.goes_on(pronoun) {
            return None;
        }
        let before = self.sentence.mentions.iter().rev();
        let subject = before.skip_while(|mention| mention.tokens.start >= pronoun).find(|mention| {
            let copula = self.copula_behind(mention);
            self.opens_clause(mention.tokens.start)
                && copula.is_some_and(|copula| self.has_no_verb(copula + 1..pronoun))
        })?;
        let is_of_kind = |entity: EntityId| self.records.is_of_kind(self.relation, role, entity);
        let may_be = |entity: EntityId| Some(entity) != other && is_of_kind(entity);
        subject.entity.is_some_and(may_be).then_some(subject)
    }

    /// What such a pronoun stands for: surely, if nothing else is named between.
    pub(super) fn standing_for(&mut self, subject: &EntityMention) -> Option<EntityId> {
        let between = self.copula_behind(subject).unwrap_or(subject.tokens.end)..self.hit.tokens.start;
        let is_alone = !between.into_iter().any(|at| self.may_be_meant(at));
        let sureness = if is_alone { Confidence::High } else { Confidence::Low };
        self.confidence = self.confidence.min(sureness).min(subject.certainty);
        self.tokens.push(subject.tokens.clone());
        subject.entity
    }

    /// Whether another name begins at a token, on record or not, that is no part of a noun phrase: "is no Nord replacement", "was
    /// Kiel's bank".
    fn may_be_meant(&self, at: usize) -> bool {
        match self.sentence.mentions.iter().find(|mention| mention.tokens.contains(&at)) {
            Some(mention) => {
                let name = &mention.tokens;
                name.start == at
                    && self.is_whole(mention, false)
                    && !is_modifier(self.sentence, name, &self.hit.words)
            }
            None => {
                let is_capital =
                    self.sentence.tokens[at].text(self.sentence.text).starts_with(char::is_uppercase);
                is_capital && !self.sentence.is_dated(at) && !is_possessive(self.sentence, &(at..at + 1))
            }
        }
    }

    fn is_pronoun(&self, at: usize) -> bool {
        self.sentence.has(at, GrammarRole::Pronoun)
            && self.sentence.pronouns.iter().any(|pronoun| *pronoun == (at..at + 1))
    }

    /// Whether a clause begins at `at` that says more of the same: behind a sign or a conjunction, but not "that".
    fn goes_on(&self, at: usize) -> bool {
        let roles = [GrammarRole::Coordinator, GrammarRole::Subordinator, GrammarRole::Temporal];
        at.checked_sub(1).is_some_and(|before| {
            !self.sentence.tokens[before].is_wordy()
                || roles.iter().any(|role| self.sentence.has(before, *role))
        })
    }

    /// The copula behind a name and what is in brackets behind it: "the Nord Trust (NT) is".
    fn copula_behind(&self, mention: &EntityMention) -> Option<usize> {
        let end = mention.tokens.end;
        let closes = |at: &usize| self.sentence.is_sign(*at, ')');
        let at = if self.sentence.is_sign(end, '(') {
            (end..self.sentence.tokens.len()).find(closes)? + 1
        } else {
            end
        };
        self.sentence.is_of(at, &self.sentence.language.copulas).then_some(at)
    }

    /// Whether a name with its article is the first thing in its clause.
    fn opens_clause(&self, start: usize) -> bool {
        let is_article = |at: &usize| self.sentence.has(*at, GrammarRole::Determiner);
        let before = (0..start).rev().find(|at| !is_article(at));
        before.is_none_or(|before| !self.sentence.tokens[before].is_wordy())
    }

    /// Whether nothing else is done there, by which something else may be spoken of.
    fn has_no_verb(&self, tokens: Range<usize>) -> bool {
        let roles = [
            GrammarRole::Auxiliary,
            GrammarRole::Relativizer,
            GrammarRole::Complementizer,
            GrammarRole::Subordinator,
        ];
        // The last one, before the pronoun, is a sign or a conjunction.
        let within = tokens.start..tokens.end.saturating_sub(1);
        // "Until 2018", "was a bank in 2018".
        let is_of_date = |at: &usize| self.sentence.is_dated(*at) || self.sentence.is_dated(*at + 1);
        within.filter(|at| !is_of_date(at)).all(|at| {
            !roles.iter().any(|role| self.sentence.has(at, *role)) && !self.sentence.has_past_form(at)
        })
    }
}
