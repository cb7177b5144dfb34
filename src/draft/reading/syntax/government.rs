//! What a negation or cessation governs: the verb group or noun phrase that it stands in, not what else the sentence holds.

use std::ops::Range;

use super::{Tags, any};
use crate::draft::mentions::EntityMention;
use crate::draft::reading::cue::Cue;
use crate::draft::reading::sentence_view::SentenceView;
use crate::draft::segmentation::TokenKind;
use crate::model::{Direction, GrammarRole};

/// Words of open classes that may stand between a trigger and what it governs: adjectives, a verb.
const OPEN: usize = 3;

/// Whether a trigger is about a reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Government {
    /// It turns it.
    Governs,
    /// It is about something else.
    Elsewhere,
    /// It stands within what is read, and what it is about cannot be told.
    Open,
}

/// Where a reading stands in its sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Predication<'a> {
    /// The tokens of the words of the relation, in order.
    pub words: &'a [usize],
    /// The tokens of the names and amounts in its places, in order.
    pub names: Vec<Range<usize>>,
    /// From the first of all these to the last.
    pub span: Range<usize>,
    /// A name and what is said of it, with a verb or without ("Ann leads Nord"); else a noun phrase.
    pub is_clause: bool,
    /// An apposition or title, which the sentence takes for granted: "Ann, the head of Nord", "Nord's head Ann".
    pub is_presupposed: bool,
}

impl<'a> Predication<'a> {
    /// What is said by these words of these names, of which those in another clause than the words are left out.
    #[must_use]
    pub fn new(sentence: &SentenceView<'_>, words: &'a [usize], names: &[Range<usize>]) -> Self {
        let clause_of = |at: usize| sentence.chains.get(at);
        let here = words.first().and_then(|word| clause_of(*word));
        let mut names: Vec<Range<usize>> =
            names.iter().filter(|name| clause_of(name.start) == here).cloned().collect();
        names.sort_by_key(|name| name.start);
        let (first, last) = (words.first().copied().unwrap_or(0), words.last().copied().unwrap_or(0));
        let start = names.first().map_or(first, |name| name.start.min(first));
        let end = names.last().map_or(last + 1, |name| name.end.max(last + 1));
        let has_verb = any(sentence.tags, start..end, GrammarRole::Auxiliary);
        let leads = names.first().filter(|name| name.end <= first);
        let is_sign =
            |at: usize, sign: char| sentence.tokens.get(at).is_some_and(|token| token.is_sign(sign));
        let possesses = |name: &Range<usize>| sentence.words(&(name.end..name.end + 1)).starts_with('\'');
        let is_clause = leads.is_some_and(|name| {
            let is_phrase = start.checked_sub(1).is_some_and(|before| {
                let has = |role| any(sentence.tags, before..start, role);
                has(GrammarRole::Preposition) || has(GrammarRole::Determiner)
            });
            has_verb || !is_phrase && !is_sign(name.end, ',') && !is_sign(name.end, '(') && !possesses(name)
        });
        let is_apposition = leads.is_some_and(|name| is_sign(name.end, ',') || is_sign(name.end, '('));
        let is_own = |at: usize| words.contains(&at) || names.iter().any(|name| name.contains(&at));
        let is_title = names.last().filter(|name| name.start > last).is_some_and(|name| {
            name.start.checked_sub(1).is_some_and(|before| {
                let is_preposition = any(sentence.tags, before..name.start, GrammarRole::Preposition);
                is_own(before) && !is_preposition || is_sign(before, ',')
            })
        });
        let is_presupposed = !has_verb && !is_clause && (is_apposition || is_title);
        Self { words, names, span: start..end, is_clause, is_presupposed }
    }

    /// Whether what a trigger says may be said of the reading: what is taken for granted has its own words alone.
    #[must_use]
    pub fn may_hold(&self, cue: &Cue) -> bool {
        !self.is_presupposed || self.span.start <= cue.tokens.start && cue.tokens.end <= self.span.end
    }

    /// Whether a trigger turns what is read.
    #[must_use]
    pub fn governed_by(&self, cue: &Cue, sentence: &SentenceView<'_>) -> Government {
        if cue.words.iter().all(|word| self.words.contains(word)) {
            return Government::Governs;
        }
        // "Not … any more" is about what stands between.
        if self.words.iter().any(|word| cue.tokens.contains(word) && !cue.words.contains(word)) {
            return Government::Governs;
        }
        let path = Path { sentence, reading: self };
        let (forward, backward) = match cue.direction {
            Direction::Forward => (true, false),
            Direction::Backward => (false, true),
            Direction::Both => (true, true),
        };
        let mut found = Government::Elsewhere;
        if forward {
            found = path.forward(cue);
        }
        if backward && found != Government::Governs {
            found = path.backward(cue);
        }
        found
    }
}

struct Path<'a> {
    sentence: &'a SentenceView<'a>,
    reading: &'a Predication<'a>,
}

/// What may stand between a trigger and what it governs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Passage {
    /// The verb group or the phrase before its head.
    Phrase,
    /// Only what never has a meaning of its own: articles, adverbs, auxiliaries, names in a list.
    Bare,
    /// Back over a noun phrase with all that hangs on it.
    NounPhrase,
}

impl Path<'_> {
    fn forward(&self, cue: &Cue) -> Government {
        let reading = self.reading;
        if cue.tokens.end > reading.span.end {
            return Government::Elsewhere;
        }
        if cue.tokens.end <= reading.span.start {
            let passage = if reading.is_clause { Passage::Bare } else { Passage::Phrase };
            let adjoins = self.is_free(cue.tokens.end, reading.span.start, passage);
            let governs = adjoins && !reading.is_presupposed;
            return if governs { Government::Governs } else { Government::Elsewhere };
        }
        let next_word = reading.words.iter().copied().find(|word| *word >= cue.tokens.end);
        let next_name = || reading.names.iter().map(|name| name.start).find(|name| *name >= cue.tokens.end);
        let Some(next) = next_word.or_else(next_name) else { return Government::Elsewhere };
        if self.is_free(cue.tokens.end, next, Passage::Phrase) {
            return Government::Governs;
        }
        if self.is_parenthetical(cue) { Government::Elsewhere } else { Government::Open }
    }

    fn backward(&self, cue: &Cue) -> Government {
        let reading = self.reading;
        let before = reading.words.iter().rev().copied().find(|word| *word < cue.tokens.start);
        let Some(last) = before else { return Government::Elsewhere };
        let has_verb = any(self.sentence.tags, reading.span.start..last + 1, GrammarRole::Auxiliary);
        let governs =
            !(reading.is_clause && has_verb) && self.is_free(last + 1, cue.tokens.start, Passage::NounPhrase);
        if governs { Government::Governs } else { Government::Elsewhere }
    }

    /// Whether a trigger stands between commas, or in another clause, with nothing of what is read.
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
    fn is_free(&self, from: usize, to: usize, passage: Passage) -> bool {
        let sentence = self.sentence;
        let mut open = 0;
        let mut at = from;
        while at < to {
            let token = &sentence.tokens[at];
            let tags = sentence.tags.get(at).copied().unwrap_or_default();
            at += 1;
            if self.is_own(at - 1) {
                continue;
            }
            match token.kind {
                TokenKind::Sign(',' | '(' | '[') => match self.behind_aside(at - 1, to) {
                    Some(behind) if passage == Passage::Phrase || self.is_small(at..behind) => at = behind,
                    _ => return false,
                },
                TokenKind::Sign('"' | '\'' | '/' | '&') => {}
                TokenKind::Sign(_) => return false,
                TokenKind::Number if passage != Passage::Bare => {}
                TokenKind::Number => open += 1,
                TokenKind::Word if !self.word_is_free(at - 1, to, tags, passage, &mut open) => return false,
                TokenKind::Word => {}
            }
            if open > OPEN || passage == Passage::Bare && open > 0 {
                return false;
            }
        }
        true
    }

    fn word_is_free(&self, at: usize, to: usize, tags: Tags, passage: Passage, open: &mut usize) -> bool {
        use GrammarRole as Role;
        let named = self.sentence.mentions.iter().any(|mention| mention.tokens.contains(&at));
        if passage == Passage::NounPhrase && named || passage != Passage::Bare && self.is_counted(at) {
            return true;
        }
        let plain = [Role::Determiner, Role::Adverb, Role::Raising, Role::LightNoun, Role::Superlative];
        if plain.iter().any(|role| tags.has(*role)) {
            return passage != Passage::Bare || !tags.has(Role::LightNoun);
        }
        if tags.has(Role::Auxiliary) {
            // Back over a noun phrase, a verb is another one's unless it stands before the trigger itself.
            return passage != Passage::NounPhrase || to - at <= 2;
        }
        if tags.has(Role::Coordinator) {
            return !self.begins_clause(at + 1, to, passage) && *open == 0;
        }
        if tags.has(Role::Preposition) {
            return match passage {
                Passage::Phrase => *open == 0,
                Passage::Bare => false,
                Passage::NounPhrase => true,
            };
        }
        let parts =
            [Role::Subordinator, Role::Temporal, Role::Complementizer, Role::Relativizer, Role::Pronoun];
        if parts.iter().any(|role| tags.has(*role)) {
            return false;
        }
        if named && passage == Passage::Bare {
            return true;
        }
        *open += 1;
        true
    }

    /// Whether a name and then a verb stand at `at`, before `to`; back over a noun phrase, any name that is not its own.
    fn begins_clause(&self, at: usize, to: usize, passage: Passage) -> bool {
        let name = self.sentence.mentions.iter().find(|mention| mention.tokens.start == at);
        let is_clause = |name: &EntityMention| {
            passage == Passage::NounPhrase && !self.is_own(at)
                || name.tokens.end < to
                    && any(self.sentence.tags, name.tokens.end..to, GrammarRole::Auxiliary)
        };
        at >= to || name.is_some_and(is_clause)
    }

    /// Whether a token is part of a date or amount.
    fn is_counted(&self, at: usize) -> bool {
        self.sentence.times.iter().any(|time| time.tokens.contains(&at))
            || self.sentence.amounts.iter().any(|amount| amount.tokens.contains(&at))
    }

    /// Whether an aside is a relative clause, or holds neither a name nor a verb.
    fn is_small(&self, aside: Range<usize>) -> bool {
        if self.sentence.tags.get(aside.start).is_some_and(|tags| tags.has(GrammarRole::Relativizer)) {
            return true;
        }
        let named = self.sentence.mentions.iter().any(|mention| aside.contains(&mention.tokens.start));
        !named && !any(self.sentence.tags, aside, GrammarRole::Auxiliary)
    }

    /// Whether a token is part of what is read.
    fn is_own(&self, at: usize) -> bool {
        self.reading.words.contains(&at) || self.reading.names.iter().any(|name| name.contains(&at))
    }

    /// The token behind what stands between two commas or in brackets, if that ends before `to`.
    fn behind_aside(&self, at: usize, to: usize) -> Option<usize> {
        let closer = match self.sentence.tokens[at].kind {
            TokenKind::Sign('(') => ')',
            TokenKind::Sign('[') => ']',
            _ => ',',
        };
        let close = (at + 1..to).find(|at| self.sentence.tokens[*at].is_sign(closer))?;
        let holds = (at + 1..close).any(|at| self.is_own(at));
        (!holds).then_some(close + 1)
    }
}
