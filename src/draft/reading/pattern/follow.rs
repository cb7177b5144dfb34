//! Following a pattern through a sentence as an automaton whose states are places in the sentence; states that are alike
//! are one, so that no pattern costs more than its width.

use super::compile::{PatternPart, PatternStep};
use super::matching::{ClassRange, Suits, listed};
use super::vocabulary::{COORDINATOR, FUNCTION, WordClass};
use super::{Hit, MatchInput};
use crate::draft::mentions::AmountExpression;
use crate::draft::mentions::EntityMention;
use crate::draft::segmentation::TokenKind;
use crate::model::Slot;
use std::ops::Range;

/// More states than this at once are not followed: such a sentence is no prose.
const STATES: usize = 96;

/// How far the tokens of a part may lie apart to be noted; parts are narrower.
pub const NOTED: usize = 128;

/// A place that a pattern has come to, and what it found on the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct State {
    at: usize,
    subject: Option<u16>,
    object: Option<u16>,
    value: Option<u16>,
    /// Which tokens, counted from the first one, its words are.
    words: u128,
}

/// A sentence being followed.
pub struct Follow<'a> {
    /// The classes of each token, as word_runs of `lists`.
    pub classes: &'a [ClassRange],
    /// All classes that words are known to have.
    pub lists: &'a [WordClass],
    /// The sentence.
    pub input: &'a MatchInput<'a>,
    /// Which names suit which places.
    pub suits: Suits<'a>,
}

impl Follow<'_> {
    /// Whether the word at `at` is of a class.
    fn is_of(&self, at: usize, class: WordClass) -> bool {
        self.classes.get(at).is_some_and(|range| listed(self.lists, *range).binary_search(&class).is_ok())
    }

    /// The best way in which a part fits that begins exactly at `start`.
    pub fn part(&self, pattern: usize, part: &PatternPart, start: usize) -> Option<Hit> {
        let mut hits = Vec::new();
        self.ways(pattern, part, start, &mut hits);
        hits.into_iter().min_by_key(|hit| (self.unsuited(hit), hit.tokens.end))
    }

    /// All ways in which a part fits that begins exactly at `start`.
    pub fn ways(&self, pattern: usize, part: &PatternPart, start: usize, hits: &mut Vec<Hit>) {
        if !self.can_begin(&part.steps, start) {
            return;
        }
        let first = State { at: start, subject: None, object: None, value: None, words: 0 };
        let mut states = vec![first];
        self.steps(&part.steps, &mut states, start);
        let ends = states.into_iter().filter(|state| state.at > start);
        hits.extend(ends.map(|end| Hit {
            pattern,
            tokens: start..end.at,
            words: (0..NOTED).filter(|at| end.words >> at & 1 == 1).map(|at| start + at).collect(),
            subject: end.subject.map(usize::from),
            object: end.object.map(usize::from),
            value: end.value.map(usize::from),
            given: Vec::new(),
        }));
    }

    /// Whether steps may begin at a token: tells most places apart before any state is made.
    fn can_begin(&self, steps: &[PatternStep], at: usize) -> bool {
        for step in steps {
            match step {
                PatternStep::Optional(inner) if self.can_begin(inner, at) => return true,
                PatternStep::Optional(_) => {}
                PatternStep::Gap(_)
                | PatternStep::Linking(..)
                | PatternStep::Modifiers(_)
                | PatternStep::Aside => return true,
                PatternStep::Sign(sign) => {
                    return self.input.tokens.get(at).is_some_and(|token| token.is_sign(*sign));
                }
                PatternStep::Word(class) => {
                    return self.is_of(at, *class);
                }
                PatternStep::Slot(Slot::Value) => {
                    return self.amount_at(at).is_some();
                }
                PatternStep::Slot(_) => {
                    let is_pronoun = || self.input.pronouns.iter().any(|pronoun| pronoun.start == at);
                    return self.mention_at(at).is_some() || is_pronoun();
                }
                PatternStep::Entity(entity) => {
                    return self.mention_at(at).is_some_and(|(_, mention)| mention.entity == *entity);
                }
                PatternStep::Choice(choices) => {
                    return choices.iter().any(|choice| self.can_begin(choice, at));
                }
            }
        }
        true
    }

    fn steps(&self, steps: &[PatternStep], states: &mut Vec<State>, start: usize) {
        for (at, step) in steps.iter().enumerate() {
            // A part begins at its first word, not at a quotation mark or gap before it.
            let first = at == 0;
            let mut after = Vec::new();
            for state in states.iter() {
                self.step(step, *state, start, first, &mut after);
                if after.len() > STATES {
                    break;
                }
            }
            after.sort_unstable_by_key(|state| {
                (state.at, state.words, state.subject, state.object, state.value)
            });
            after.dedup();
            after.truncate(STATES);
            *states = after;
            if states.is_empty() {
                return;
            }
        }
    }

    fn step(&self, step: &PatternStep, state: State, start: usize, first: bool, after: &mut Vec<State>) {
        match step {
            PatternStep::Word(class) => {
                let at = self.landing(state, first);
                if self.is_of(at, *class) {
                    after.push(State { at: at + 1, words: state.words | noted(at - start), ..state });
                }
            }
            PatternStep::Slot(Slot::Value) => self.amount(state, first, after),
            PatternStep::Slot(slot) => self.mention(state, first, after, |state, index| match slot {
                Slot::Subject => State { subject: Some(index), ..state },
                _ => State { object: Some(index), ..state },
            }),
            PatternStep::Entity(entity) => {
                let at = self.landing(state, first);
                if let Some((_, mention)) = self.mention_at(at)
                    && mention.entity == *entity
                {
                    let end = self.past_possessive(mention.tokens.end);
                    after.push(State { at: end, words: state.words | noted(at - start), ..state });
                }
            }
            PatternStep::Choice(choices) => {
                for choice in choices {
                    let mut states = vec![state];
                    self.steps(choice, &mut states, start);
                    after.append(&mut states);
                }
            }
            PatternStep::Optional(inner) => {
                let mut states = vec![state];
                self.steps(inner, &mut states, start);
                after.append(&mut states);
                after.push(state);
            }
            PatternStep::Gap(words) => self.gap(state, *words, after),
            PatternStep::Linking(most, phrases) => self.linking(state, *most, phrases, after),
            PatternStep::Modifiers(words) => self.modifiers(state, *words, after),
            PatternStep::Aside => {
                after.push(state);
                after.extend(self.past_brackets(state.at).map(|at| State { at, ..state }));
                after.extend(self.past_list(state.at).map(|at| State { at, ..state }));
            }
            PatternStep::Sign(sign) => {
                let at = self.past_quotes(state.at);
                if self.input.tokens.get(at).is_some_and(|token| parts(token.kind, *sign)) {
                    after.push(State { at: at + 1, ..state });
                }
            }
        }
    }

    /// All places up to so many of these phrases on.
    fn linking(&self, state: State, most: u8, phrases: &[Vec<WordClass>], after: &mut Vec<State>) {
        let is_at = |phrase: &[WordClass], at: usize| {
            phrase.iter().enumerate().all(|(behind, class)| self.is_of(at + behind, *class))
        };
        let mut reached = vec![state.at];
        for _ in 0..=most {
            after.extend(reached.iter().map(|at| State { at: *at, ..state }));
            let next = |at: &usize| {
                let at = *at;
                phrases.iter().filter(move |phrase| is_at(phrase, at)).map(move |phrase| at + phrase.len())
            };
            reached = reached.iter().flat_map(next).collect();
            reached.sort_unstable();
            reached.dedup();
        }
    }

    /// All places up to so many words on that may describe a noun.
    fn modifiers(&self, state: State, words: u8, after: &mut Vec<State>) {
        let mut at = state.at;
        after.push(state);
        for _ in 0..words {
            at = self.past_quotes(at);
            // "The $44 billion takeover".
            if let Some((_, amount)) = self.amount_at(at) {
                at = amount.tokens.end;
                after.push(State { at, ..state });
                continue;
            }
            if self.mention_at(at).is_some() || self.is_of(at, FUNCTION) {
                return;
            }
            match self.input.tokens.get(at).map(|token| token.kind) {
                Some(TokenKind::Word) => at += 1,
                Some(TokenKind::Number) => at = self.past_number(at),
                _ => return,
            }
            after.push(State { at, ..state });
        }
    }

    /// Behind a number, or two with a colon between: "1:1".
    fn past_number(&self, at: usize) -> usize {
        let is_number =
            |at: usize| self.input.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Number);
        let has_colon = self.input.tokens.get(at + 1).is_some_and(|token| token.is_sign(':'));
        if has_colon && is_number(at + 2) { at + 3 } else { at + 1 }
    }

    /// Behind the other names of a list that goes on here: "Ost, West and Nord".
    fn past_list(&self, at: usize) -> Option<usize> {
        let mut at = at;
        loop {
            let comma = self.input.tokens.get(at)?.is_sign(',');
            let joint = at + usize::from(comma && self.is_of(at + 1, COORDINATOR));
            let joins = self.is_of(joint, COORDINATOR);
            if !comma && !joins {
                return None;
            }
            let (_, mention) = self.mention_at(joint + 1)?;
            at = mention.tokens.end;
            if joins {
                return Some(at);
            }
        }
    }

    /// Behind what stands between two commas, dashes or brackets.
    fn past_brackets(&self, at: usize) -> Option<usize> {
        let close = match self.input.tokens.get(at)?.kind {
            TokenKind::Sign('(') => ')',
            TokenKind::Sign(sign @ (',' | '–' | '—')) => sign,
            _ => return None,
        };
        let rest = self.input.tokens.get(at + 1..)?;
        let length = rest.iter().take(ASIDE).position(|token| token.is_sign(close))?;
        Some(at + length + 2)
    }

    fn amount(&self, state: State, first: bool, after: &mut Vec<State>) {
        let at = self.landing(state, first);
        if let Some((index, amount)) = self.amount_at(at) {
            after.push(State { at: amount.tokens.end, value: u16::try_from(index).ok(), ..state });
        }
    }

    fn mention(&self, state: State, first: bool, after: &mut Vec<State>, put: impl Fn(State, u16) -> State) {
        let at = self.landing(state, first);
        let Some((index, mention)) = self.mention_at(at) else {
            // A pronoun holds the place open; whom it stands for is found around the sentence.
            let pronoun =
                self.input.pronouns.iter().find(|pronoun| pronoun.start == at && self.may_stand_in(pronoun));
            after.extend(pronoun.map(|pronoun| State { at: self.past_possessive(pronoun.end), ..state }));
            return;
        };
        let Ok(index) = u16::try_from(index) else { return };
        let end = self.past_possessive(mention.tokens.end);
        after.push(put(State { at: end, ..state }, index));
    }

    /// Whether a pronoun may stand for the name of a place: it opens a clause, or tells whose something is.
    fn may_stand_in(&self, pronoun: &Range<usize>) -> bool {
        self.opens_clause(pronoun.start) || self.past_possessive(pronoun.end) > pronoun.end
    }

    /// Whether a clause begins with this token, or with one word before it.
    fn opens_clause(&self, at: usize) -> bool {
        let clause = self.input.clauses.get(at);
        at <= 1 || self.input.clauses.get(at - 2) != clause
    }

    /// Where the next word, name or amount of a part must stand: quotation marks before it do not count, unless it is the first.
    fn landing(&self, state: State, first: bool) -> usize {
        if first { state.at } else { self.past_quotes(state.at) }
    }

    fn amount_at(&self, at: usize) -> Option<(usize, &AmountExpression)> {
        let amounts = self.input.amounts;
        let index = amounts.partition_point(|amount| amount.tokens.start < at);
        amounts.get(index).filter(|amount| amount.tokens.start == at).map(|amount| (index, amount))
    }

    fn mention_at(&self, at: usize) -> Option<(usize, &EntityMention)> {
        let mentions = self.input.mentions;
        let index = mentions.partition_point(|mention| mention.tokens.start < at);
        mentions.get(index).filter(|mention| mention.tokens.start == at).map(|mention| (index, mention))
    }

    /// Behind the possessive that a name may carry.
    fn past_possessive(&self, at: usize) -> usize {
        let token = self.input.tokens.get(at);
        let is_possessive = token.is_some_and(|token| {
            !token.spaced && (token.is_sign('\'') || token.text(self.input.text).eq_ignore_ascii_case("'s"))
        });
        if is_possessive { at + 1 } else { at }
    }

    fn past_quotes(&self, mut at: usize) -> usize {
        while self.input.tokens.get(at).is_some_and(|token| token.is_sign('"') || token.is_sign('*')) {
            at += 1;
        }
        at
    }

    /// All places up to so many words on, a comma before them or not. A name or amount counts as one word, and so does what
    /// stands in brackets or as a clause between commas.
    fn gap(&self, state: State, words: u8, after: &mut Vec<State>) {
        after.push(state);
        after.extend(self.past_comma(state.at).map(|at| State { at, ..state }));
        let mut at = state.at;
        for count in 0..words {
            let Some(token) = self.input.tokens.get(at) else { return };
            match token.kind {
                TokenKind::Sign('.' | '!' | '?' | ';' | '|' | ')') => return,
                TokenKind::Sign('(') => {
                    // Into the brackets, or past them.
                    self.gap(State { at: at + 1, ..state }, words - count - 1, after);
                    match self.closing(at) {
                        Some(end) => at = end,
                        None => return,
                    }
                }
                TokenKind::Sign(',') => match self.past_aside(at) {
                    Some(end) => {
                        self.gap(State { at: at + 1, ..state }, words - count - 1, after);
                        at = end;
                    }
                    None => at = self.past_one(at),
                },
                _ => at = self.past_one(at),
            }
            after.push(State { at, ..state });
        }
    }

    /// Behind a comma.
    fn past_comma(&self, at: usize) -> Option<usize> {
        self.input.tokens.get(at).filter(|token| token.is_sign(',')).map(|_| at + 1)
    }

    /// Behind the comma that closes a clause which the one at `at` opens: "…, who never finished school, …".
    fn past_aside(&self, at: usize) -> Option<usize> {
        let (around, inside) = (self.input.clauses.get(at)?, self.input.clauses.get(at + 1)?);
        if around == inside {
            return None;
        }
        let rest = self.input.clauses.get(at + 1..)?;
        let length = rest.iter().take(ASIDE).position(|clause| clause == around)?;
        Some(at + length + 2)
    }

    /// Behind the bracket that closes the one at `at`.
    fn closing(&self, at: usize) -> Option<usize> {
        let tokens = &self.input.tokens[at..];
        tokens.iter().take(ASIDE).position(|token| token.is_sign(')')).map(|length| at + length + 1)
    }

    /// Behind the name, amount or word at `at`; signs before it do not count.
    fn past_one(&self, at: usize) -> usize {
        let mut at = at;
        while let Some(TokenKind::Sign(',' | '"' | '\'' | '*' | '/' | '-' | '–')) =
            self.input.tokens.get(at).map(|token| token.kind)
        {
            at += 1;
        }
        if let Some((_, mention)) = self.mention_at(at) {
            return self.past_possessive(mention.tokens.end);
        }
        match self.amount_at(at) {
            Some((_, amount)) => amount.tokens.end,
            None => (at + 1).min(self.input.tokens.len()),
        }
    }
}

/// Whether a sign is this one, or parts an apposition as a comma does.
fn parts(kind: TokenKind, sign: char) -> bool {
    kind == TokenKind::Sign(sign) || sign == ',' && matches!(kind, TokenKind::Sign('–' | '—' | '(' | ':'))
}

/// Longer asides are not skipped.
pub const ASIDE: usize = 24;

/// The mark of the token that stands so far behind the first one of its part.
fn noted(behind: usize) -> u128 {
    if behind < NOTED { 1 << behind } else { 0 }
}
