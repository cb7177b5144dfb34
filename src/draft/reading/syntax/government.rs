//! What a negation or cessation governs: the verb group or noun phrase that it is in, not what else the sentence holds.

use std::ops::Range;

use super::departure::departure;
use super::predication::{PhraseKind, Predication};
use super::{Tags, any};
use crate::draft::mentions::EntityMention;
use crate::draft::reading::clause::is_ratio;
use crate::draft::reading::cue::Cue;
use crate::draft::reading::sentence_view::SentenceView;
use crate::draft::segmentation::{Token, TokenKind};
use crate::model::{Category, Direction, GrammarRole};

/// Words of open classes that may be between a trigger and what it governs: adjectives, a verb.
const OPEN: usize = 3;

/// Whether a trigger is about a reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Government {
    /// It turns it.
    Governs,
    /// It is about something else.
    Elsewhere,
    /// It is within what is read, and what it is about cannot be determined.
    Open,
}

impl Predication<'_> {
    /// Whether a trigger turns what is read.
    #[must_use]
    pub fn governed_by(&self, cue: &Cue, sentence: &SentenceView<'_>) -> Government {
        // A trigger may have words of a reading in itself: "tidak lagi berlaku" of "berlaku efektif".
        let shares = |word: &usize| cue.words.contains(word);
        let is_content = |word: &usize| sentence.tags.get(*word).is_some_and(|tags| tags.is_open());
        let is_within = cue.words.iter().all(|word| self.words.contains(word));
        let leads = cue.words.first().is_some_and(|at| !self.words.contains(at));
        let shares_content = leads && self.words.iter().any(|word| shares(word) && is_content(word));
        if is_within || shares_content || self.words.iter().all(shares) {
            return Government::Governs;
        }
        // "Not … any more" is about what is between.
        if self.words.iter().any(|word| cue.tokens.contains(word) && !cue.words.contains(word)) {
            return Government::Governs;
        }
        // "A non-binding offer" is an offer.
        if cue.reach == 0 {
            return Government::Elsewhere;
        }
        let path = Path { sentence, reading: self };
        if let Some(other) = path.ends_other(cue) {
            return other;
        }
        match cue.direction {
            Direction::Forward => path.forward(cue),
            Direction::Backward => path.backward(cue),
            Direction::Both => match path.forward(cue) {
                Government::Governs => Government::Governs,
                _ => path.backward(cue),
            },
        }
    }
}

struct Path<'a> {
    sentence: &'a SentenceView<'a>,
    reading: &'a Predication<'a>,
}

/// What may be between a trigger and what it governs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Between {
    /// The verb group or the phrase before its head.
    Phrase,
    /// Only what never has a meaning of its own: articles, adverbs, auxiliaries, names in a list.
    Bare,
    /// Back over a noun phrase with all that hangs on it.
    NounPhrase,
}

impl Path<'_> {
    /// Whether what ends is not what is read, but who is named right behind the trigger: "replacing Bo, Ann is the head", or
    /// perhaps what is said of whom: "replacing Bo, who leads Nord".
    fn ends_other(&self, cue: &Cue) -> Option<Government> {
        let tokens = cue.tokens.clone();
        let named = self.sentence.mentions.iter().find(|mention| mention.tokens.start == tokens.end);
        // "Ann rather than Bo leads Nord", "Ann and not Bo leads Nord".
        let follows = |name: &Range<usize>| name.end <= tokens.start && tokens.start - name.end <= 1;
        let is_contrast = cue.category == Category::Negation
            && cue.direction == Direction::Forward
            && named.is_some_and(|name| !self.reading.holds(name.tokens.start))
            && self.reading.names.iter().any(follows);
        if is_contrast {
            return Some(Government::Elsewhere);
        }
        let is_end = cue.category == Category::Cessation && cue.direction == Direction::Forward;
        let named = &named.filter(|_| is_end)?.tokens;
        if !self.reading.holds(named.start) {
            return Some(Government::Elsewhere);
        }
        let is_described = self.sentence.has(named.end, GrammarRole::Relativizer)
            && self.reading.words.first().is_some_and(|word| *word >= named.end);
        // "It is no longer Bo who leads Nord" is about who does.
        let is_verb = |at: &usize| self.sentence.tags.get(*at).is_some_and(|tags| tags.is_open());
        (is_described && cue.words.iter().any(is_verb)).then_some(Government::Open)
    }

    fn forward(&self, cue: &Cue) -> Government {
        let reading = self.reading;
        if cue.tokens.end > reading.span.end {
            return Government::Elsewhere;
        }
        if cue.tokens.end <= reading.span.start {
            // "Not Bo but Ann leads Nord".
            let contrasts = |at: usize| {
                self.sentence.language.classes.contrasting.contains(&self.sentence.tokens[at].hash)
            };
            if (cue.tokens.end..reading.span.start).any(contrasts) {
                return Government::Elsewhere;
            }
            let between = if reading.kind == PhraseKind::Clause { Between::Bare } else { Between::Phrase };
            let adjoins = self.is_free(cue.tokens.end, reading.span.start, between);
            let governs = adjoins && reading.may_hold(cue);
            return if governs { Government::Governs } else { Government::Elsewhere };
        }
        let next_word = reading.words.iter().copied().find(|word| *word >= cue.tokens.end);
        let next_name = || reading.names.iter().map(|name| name.start).find(|name| *name >= cue.tokens.end);
        let Some(next) = next_word.or_else(next_name) else { return Government::Elsewhere };
        if self.is_free(cue.tokens.end, next, Between::Phrase) {
            return Government::Governs;
        }
        if self.is_parenthetical(cue) { Government::Elsewhere } else { Government::Open }
    }

    fn backward(&self, cue: &Cue) -> Government {
        let reading = self.reading;
        let before = reading.words.iter().rev().copied().find(|word| *word < cue.tokens.start);
        let Some(last) = before else { return Government::Elsewhere };
        // "Treasurer Ann was dropped", but not "treasurer Ann said the plan was dropped" and "the plan of treasurer Ann was".
        if reading.kind == PhraseKind::Presupposed {
            let is_said_of_it = !reading.is_led(self.sentence)
                && self.is_free(reading.span.end, cue.tokens.start, Between::Bare)
                && departure(self.sentence, cue.tokens.end, &reading.names).is_some();
            return if is_said_of_it { Government::Governs } else { Government::Elsewhere };
        }
        // "Is the head of Nord no more."
        let closes = cue.tokens.start == reading.span.end
            && !self.sentence.tokens.get(cue.tokens.end).is_some_and(Token::is_wordy);
        if closes && cue.category == Category::Cessation {
            return Government::Governs;
        }
        // "Nord has changed: its lead in yards is gone": what is before a colon has a verb of its own.
        let first = reading.words.first().copied().unwrap_or(last);
        let tokens = self.sentence.tokens;
        let is_colon = |at: &usize| tokens[*at].is_sign(':') && !is_ratio(tokens, *at);
        let colon = (reading.span.start..first).rev().find(is_colon);
        let start = colon.map_or(reading.span.start, |colon| colon + 1);
        let has_verb = any(self.sentence.tags, start..last + 1, GrammarRole::Auxiliary);
        let governs = !(reading.kind == PhraseKind::Clause && has_verb)
            && self.is_free(last + 1, cue.tokens.start, Between::NounPhrase);
        if governs { Government::Governs } else { Government::Elsewhere }
    }

    /// Whether a trigger is between commas, or in another clause, with nothing of what is read.
    fn is_parenthetical(&self, cue: &Cue) -> bool {
        let sentence = self.sentence;
        let clause = |at: usize| sentence.clauses.get(at);
        let word = self.reading.words.iter().find(|word| **word >= cue.tokens.end);
        if word.is_some_and(|word| clause(*word) != clause(cue.tokens.start)) {
            return true;
        }
        let comma = |at: &usize| sentence.tokens[*at].is_sign(',');
        let opens = (self.reading.span.start..cue.tokens.start).rev().find(comma);
        let closes = (cue.tokens.end..self.reading.span.end).find(comma);
        let (Some(opens), Some(closes)) = (opens, closes) else { return false };
        !self.reading.words.iter().any(|word| (opens..closes).contains(word))
    }

    /// Whether nothing between two places ends what a trigger governs.
    fn is_free(&self, from: usize, to: usize, between: Between) -> bool {
        let sentence = self.sentence;
        let mut open = 0;
        let mut at = from;
        while at < to {
            let token = &sentence.tokens[at];
            let tags = sentence.tags.get(at).copied().unwrap_or_default();
            at += 1;
            if self.reading.holds(at - 1) {
                continue;
            }
            match token.kind {
                TokenKind::Sign(',' | '(' | '[') => match self.behind_aside(at - 1, to) {
                    Some(behind) if between == Between::Phrase || self.is_small(at..behind) => at = behind,
                    _ => return false,
                },
                TokenKind::Sign('"' | '\'' | '/' | '&') => {}
                TokenKind::Sign(_) => return false,
                TokenKind::Number if between != Between::Bare => {}
                TokenKind::Number => open += 1,
                TokenKind::Word if !self.word_is_free(at - 1, to, tags, between, &mut open) => return false,
                TokenKind::Word => {}
            }
            if open > OPEN || between == Between::Bare && open > 0 {
                return false;
            }
        }
        true
    }

    fn word_is_free(&self, at: usize, to: usize, tags: Tags, between: Between, open: &mut usize) -> bool {
        use GrammarRole as Role;
        let named = self.sentence.is_named(at);
        if between == Between::NounPhrase && named || between != Between::Bare && self.is_counted(at) {
            return true;
        }
        let plain = [
            Role::Determiner,
            Role::Adverb,
            Role::Raising,
            Role::LightNoun,
            Role::Ordinal,
            Role::Superlative,
        ];
        if plain.iter().any(|role| tags.has(*role)) {
            return between != Between::Bare || !tags.has(Role::LightNoun);
        }
        if tags.has(Role::Auxiliary) {
            // Back over a noun phrase, a verb is another one's unless it is before the trigger itself.
            return between != Between::NounPhrase || to - at <= 2;
        }
        if tags.has(Role::Coordinator) {
            return !self.begins_clause(at + 1, to, between) && *open == 0;
        }
        // "That right" and not "that Ann is".
        if tags.has(Role::Complementizer) && self.reading.words.contains(&(at + 1)) {
            return true;
        }
        if tags.has(Role::Preposition) {
            return match between {
                Between::Phrase => *open == 0 || self.is_predicative(at),
                Between::Bare => false,
                Between::NounPhrase => true,
            };
        }
        let parts =
            [Role::Subordinator, Role::Temporal, Role::Complementizer, Role::Relativizer, Role::Pronoun];
        if parts.iter().any(|role| tags.has(*role)) {
            return false;
        }
        if named && between == Between::Bare {
            return true;
        }
        *open += 1;
        true
    }

    /// Whether a name and then a verb are at `at`, before `to`; back over a noun phrase, any name that is not its own.
    fn begins_clause(&self, at: usize, to: usize, between: Between) -> bool {
        let name = self.sentence.mentions.iter().find(|mention| mention.tokens.start == at);
        let is_clause = |name: &EntityMention| {
            between == Between::NounPhrase && !self.reading.holds(at)
                || name.tokens.end < to
                    && any(self.sentence.tags, name.tokens.end..to, GrammarRole::Auxiliary)
        };
        at >= to || name.is_some_and(is_clause)
    }

    /// Whether "as" is after a name of the reading and before its words: "uses Azure as its cloud".
    fn is_predicative(&self, at: usize) -> bool {
        let before = at.checked_sub(1);
        let is_as = self.sentence.has(at, GrammarRole::As);
        is_as && before.is_some_and(|before| self.reading.holds(before))
    }

    /// Whether a token is part of a date or amount.
    fn is_counted(&self, at: usize) -> bool {
        self.sentence.is_dated(at) || self.sentence.is_in_amount(at)
    }

    /// Whether an aside is a relative clause, or holds neither a name nor a verb.
    fn is_small(&self, aside: Range<usize>) -> bool {
        if self.sentence.has(aside.start, GrammarRole::Relativizer) {
            return true;
        }
        let named = self.sentence.mentions.iter().any(|mention| aside.contains(&mention.tokens.start));
        !named && !any(self.sentence.tags, aside, GrammarRole::Auxiliary)
    }

    /// The token after what is between two commas or in brackets, if that ends before `to`.
    fn behind_aside(&self, at: usize, to: usize) -> Option<usize> {
        let closer = match self.sentence.tokens[at].kind {
            TokenKind::Sign('(') => ')',
            TokenKind::Sign('[') => ']',
            _ => ',',
        };
        let close = (at + 1..to).find(|at| self.sentence.tokens[*at].is_sign(closer))?;
        let holds = (at + 1..close).any(|at| self.reading.holds(at));
        (!holds).then_some(close + 1)
    }
}
