//! Words that join what is read to another statement: "Ann leads Nord and left politics in 2019" dates no leading.

use std::ops::Range;

use super::Tags;
use crate::draft::reading::language::CompiledLanguage;
use crate::draft::reading::sentence_view::{SentenceView, is_past_verb};
use crate::draft::segmentation::{Token, TokenKind};
use crate::model::GrammarRole;

/// Whether something else is said from a place on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Joint {
    /// It is not.
    None,
    /// A word follows "and" of which the language does not show whether it is a verb.
    Perhaps,
    /// A verb follows, or a subject with its verb.
    Statement,
}

/// Whether one of these tokens joins another statement to what is before them.
#[must_use]
pub fn joint(sentence: &SentenceView<'_>, between: Range<usize>) -> Joint {
    let words = SentenceWords::of(sentence);
    between.map(|at| words.joint_at(sentence, at)).max().unwrap_or(Joint::None)
}

/// The words of a sentence, as far as their forms and roles go.
#[derive(Clone, Copy)]
pub struct SentenceWords<'a> {
    /// The language.
    pub language: &'a CompiledLanguage,
    /// The text of the block.
    pub text: &'a str,
    /// The tokens of the sentence.
    pub tokens: &'a [Token],
    /// Their roles.
    pub tags: &'a [Tags],
}

impl<'a> SentenceWords<'a> {
    /// Those of a sentence.
    #[must_use]
    pub const fn of(sentence: &SentenceView<'a>) -> Self {
        let SentenceView { language, text, tokens, tags, .. } = *sentence;
        Self { language, text, tokens, tags }
    }

    fn joint_at(&self, sentence: &SentenceView<'_>, at: usize) -> Joint {
        if self.tokens[at].is_sign(',') {
            return if self.is_gerund(at + 1) { Joint::Statement } else { Joint::None };
        }
        if !self.language.joining.contains(&self.tokens[at].hash) {
            return Joint::None;
        }
        // "And, until May 2019, owned Ost".
        let is_when = |at: &usize| self.tokens[*at].is_sign(',') || sentence.is_dated(*at);
        let behind = (at + 1..self.tokens.len()).find(|at| !is_when(at)).unwrap_or(at + 1);
        let Some(next) = self.past_adverbs(behind) else { return Joint::None };
        if self.is_verb(next) || self.has_verb_behind(next) {
            Joint::Statement
        } else if self.language.modifiers_follow && self.is_open(next) && !sentence.is_named(next) {
            Joint::Perhaps
        } else {
            Joint::None
        }
    }

    /// The first token that is no adverb.
    #[must_use]
    pub fn past_adverbs(&self, at: usize) -> Option<usize> {
        (at..self.tokens.len()).find(|at| !self.has(*at, GrammarRole::Adverb))
    }

    /// Whether a noun phrase at `at` has an auxiliary or a verb in the past behind it: "drivers will be fined".
    fn has_verb_behind(&self, at: usize) -> bool {
        /// Longer subjects are rare.
        const LONG: usize = 6;
        let ends = |at: usize| {
            self.tokens[at].kind != TokenKind::Word
                || self.has(at, GrammarRole::Relativizer)
                || self.has(at, GrammarRole::Subordinator)
        };
        let phrase = at..(at + LONG).min(self.tokens.len());
        let end = phrase.clone().find(|at| ends(*at)).unwrap_or(phrase.end);
        (at + 1..end).any(|at| {
            self.has(at, GrammarRole::Auxiliary) || is_past_verb(self.language, self.text, self.tokens, at)
        })
    }

    /// Whether a token is an auxiliary or, by its form, a verb.
    #[must_use]
    pub fn is_verb(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at).filter(|token| token.kind == TokenKind::Word) else {
            return false;
        };
        let word = token.text(self.text).to_lowercase();
        let begins = || self.language.verb_beginnings.fit(&word);
        // "Leads Nord", "leads the yard", and not "leads in sales".
        let ends = || self.language.present_endings.iter().any(|ending| word.ends_with(ending.as_str()));
        let takes_preposition = || self.has(at + 1, GrammarRole::Preposition);
        self.has(at, GrammarRole::Auxiliary)
            || is_past_verb(self.language, self.text, self.tokens, at)
            || self.is_open(at) && (begins() || ends() && !takes_preposition())
    }

    /// Whether a token is a gerund or a present participle.
    #[must_use]
    pub fn is_gerund(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at).filter(|_| self.is_open(at)) else { return false };
        let word = token.text(self.text);
        self.language.gerund_endings.iter().any(|ending| word.ends_with(ending.as_str()))
    }

    /// Whether a token is a noun, verb or adjective.
    fn is_open(&self, at: usize) -> bool {
        let is_word = self.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word);
        is_word && self.tags.get(at).is_some_and(|tags| tags.is_open())
    }

    /// Whether a token has a role.
    #[must_use]
    pub fn has(&self, at: usize, role: GrammarRole) -> bool {
        self.tags.get(at).is_some_and(|tags| tags.has(role))
    }
}
