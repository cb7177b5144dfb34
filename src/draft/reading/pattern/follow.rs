//! Following a pattern through a sentence as an automaton whose states are places in the sentence; states that are alike
//! are one, so that no pattern costs more than its width.

use super::compile::{PatternPart, PatternStep};
use super::matching::{ClassRange, Suits, listed};
use super::vocabulary::{FUNCTION, KIND, WordClass};
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
pub(super) struct State {
    pub(super) at: usize,
    pub(super) subject: Option<u16>,
    pub(super) object: Option<u16>,
    pub(super) value: Option<u16>,
    /// Which tokens, counted from the first one, its words are.
    pub(super) words: u128,
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
    pub(super) fn is_of(&self, at: usize, class: WordClass) -> bool {
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
        self.steps(&part.steps, &mut states, start, true);
        let ends = states.into_iter().filter(|state| state.at > start);
        hits.extend(ends.map(|end| Hit {
            pattern,
            tokens: start..end.at,
            words: places(end.words).map(|at| start + at).collect(),
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
                PatternStep::Start if self.is_start(at) => {}
                PatternStep::Start => return false,
                PatternStep::Gap(_)
                | PatternStep::Linking(..)
                | PatternStep::Modifiers(_)
                | PatternStep::Predicate(_)
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
                    return self.mention_at(at).is_some_and(|(_, mention)| mention.entity == Some(*entity));
                }
                PatternStep::Choice(choices) => {
                    return choices.iter().any(|choice| self.can_begin(choice, at));
                }
            }
        }
        true
    }

    /// Follows steps, with which the part begins if they `lead`.
    fn steps(&self, steps: &[PatternStep], states: &mut Vec<State>, start: usize, lead: bool) {
        let mut after = Vec::new();
        for (at, step) in steps.iter().enumerate() {
            // A part begins at its first word, not at a quotation mark or gap before it.
            let first = lead && at == 0;
            after.clear();
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
            std::mem::swap(states, &mut after);
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
                    && mention.entity == Some(*entity)
                {
                    let end = self.past_possessive(mention.tokens.end);
                    after.push(State { at: end, words: state.words | noted(at - start), ..state });
                }
            }
            PatternStep::Choice(choices) => {
                for choice in choices.iter().filter(|choice| self.may_go_on(choice, state, first)) {
                    let mut states = vec![state];
                    self.steps(choice, &mut states, start, first);
                    after.append(&mut states);
                }
            }
            PatternStep::Optional(inner) => {
                if self.may_go_on(inner, state, first) {
                    let mut states = vec![state];
                    self.steps(inner, &mut states, start, first);
                    after.append(&mut states);
                }
                after.push(state);
            }
            PatternStep::Gap(words) => self.gap(state, *words, after),
            PatternStep::Linking(most, phrases) => self.linking(state, *most, phrases, after),
            PatternStep::Modifiers(words) => self.modifiers(state, *words, after),
            PatternStep::Predicate(words) => self.predicate(state, *words, after),
            PatternStep::Aside => {
                after.push(state);
                let once = self.past_brackets(state.at);
                let twice = once.and_then(|end| self.past_second_comma(end));
                after.extend(once.into_iter().chain(twice).map(|at| State { at, ..state }));
                after.extend(self.past_list(state.at).map(|at| State { at, ..state }));
            }
            PatternStep::Start if self.is_start(state.at) => after.push(state),
            PatternStep::Start => {}
            PatternStep::Sign(sign) => {
                let at = self.past_quotes(state.at);
                if self.input.tokens.get(at).is_some_and(|token| parts(token.kind, *sign)) {
                    after.push(State { at: at + 1, ..state });
                }
            }
        }
    }

    /// Whether steps may follow a state, by their first word: tells most alternatives of a choice apart before a state is made.
    fn may_go_on(&self, steps: &[PatternStep], state: State, first: bool) -> bool {
        match steps.first() {
            Some(PatternStep::Word(class)) => self.is_of(self.landing(state, first), *class),
            _ => true,
        }
    }

    /// Whether the sentence begins at a token, or a sign is before it.
    fn is_start(&self, at: usize) -> bool {
        let is_sign = |at: usize| matches!(self.input.tokens[at].kind, TokenKind::Sign(_));
        at == 0 || is_sign(at - 1)
    }

    fn amount(&self, state: State, first: bool, after: &mut Vec<State>) {
        let at = self.landing(state, first);
        if let Some((index, amount)) = self.amount_at(at) {
            after.push(State { at: amount.tokens.end, value: u16::try_from(index).ok(), ..state });
        }
    }

    fn mention(&self, state: State, first: bool, after: &mut Vec<State>, put: impl Fn(State, u16) -> State) {
        let at = self.landing(state, first);
        let Some((index, mention)) = self.mention_at(self.past_unknown_names(at)) else {
            // A pronoun holds the place open; whom it stands for is found around the sentence.
            let pronoun =
                self.input.pronouns.iter().find(|pronoun| pronoun.start == at && self.may_stand_in(pronoun));
            after.extend(pronoun.map(|pronoun| State { at: self.past_possessive(pronoun.end), ..state }));
            return;
        };
        let Ok(index) = u16::try_from(index) else { return };
        let end = self.past_possessive(mention.tokens.end);
        after.push(put(State { at: end, ..state }, index));
        // "One of the founders (Ann Meyer)".
        let sign = |at: usize, sign: char| self.input.tokens.get(at).is_some_and(|token| token.is_sign(sign));
        if sign(end, ')') && mention.tokens.start.checked_sub(1).is_some_and(|before| sign(before, '(')) {
            after.push(put(State { at: end + 1, ..state }, index));
        }
        // "The Nord project".
        let has_article = at.checked_sub(1).is_some_and(|before| self.is_of(before, FUNCTION));
        if has_article && end == mention.tokens.end && self.is_of(end, KIND) {
            after.push(put(State { at: self.past_possessive(end + 1), ..state }, index));
        }
    }

    /// Whether a pronoun may stand for the name of a place: it opens a clause, tells whose something is, or is a noun
    /// with which the sentence stops: "heads the bank", not "the Bank of Nord".
    fn may_stand_in(&self, pronoun: &Range<usize>) -> bool {
        let next = self.input.tokens.get(pronoun.end).map(|token| token.kind);
        let stops = matches!(next, None | Some(TokenKind::Sign('.' | ',' | ';' | '!' | ':')));
        let is_noun = pronoun.len() > 1 && stops;
        is_noun || self.opens_clause(pronoun.start) || self.past_possessive(pronoun.end) > pronoun.end
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

    pub(super) fn amount_at(&self, at: usize) -> Option<(usize, &AmountExpression)> {
        let amounts = self.input.amounts;
        let index = amounts.partition_point(|amount| amount.tokens.start < at);
        amounts.get(index).filter(|amount| amount.tokens.start == at).map(|amount| (index, amount))
    }

    pub(super) fn mention_at(&self, at: usize) -> Option<(usize, &EntityMention)> {
        let mentions = self.input.mentions;
        let index = mentions.partition_point(|mention| mention.tokens.start < at);
        mentions.get(index).filter(|mention| mention.tokens.start == at).map(|mention| (index, mention))
    }

    /// Behind the possessive that a name may carry.
    pub(super) fn past_possessive(&self, at: usize) -> usize {
        let token = self.input.tokens.get(at);
        let is_possessive = token.is_some_and(|token| {
            !token.spaced && (token.is_sign('\'') || token.text(self.input.text).eq_ignore_ascii_case("'s"))
        });
        if is_possessive { at + 1 } else { at }
    }

    pub(super) fn past_quotes(&self, mut at: usize) -> usize {
        while self.input.tokens.get(at).is_some_and(|token| token.is_sign('"') || token.is_sign('*')) {
            at += 1;
        }
        at
    }
}

/// Whether a sign is this one, or parts an apposition as a comma does.
fn parts(kind: TokenKind, sign: char) -> bool {
    kind == TokenKind::Sign(sign) || sign == ',' && matches!(kind, TokenKind::Sign('–' | '—' | '(' | ':'))
}

/// The tokens that are marked, counted from the first one of their part.
fn places(mut words: u128) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let place = (words != 0).then_some(words.trailing_zeros() as usize)?;
        words &= words - 1;
        Some(place)
    })
}

/// The mark of the token that stands so far behind the first one of its part.
fn noted(behind: usize) -> u128 {
    if behind < NOTED { 1 << behind } else { 0 }
}
