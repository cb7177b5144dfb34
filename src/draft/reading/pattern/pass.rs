//! What a pattern may pass over between its words: gaps, words that only place or describe, asides and lists.

use super::follow::{Follow, State};
use super::matching::listed;
use super::vocabulary::{COORDINATOR, FUNCTION, WordClass};
use crate::draft::segmentation::{Token, TokenKind};

/// Longer asides are not skipped.
pub const ASIDE: usize = 24;

impl Follow<'_> {
    /// All places up to so many of these phrases on, which are in order.
    pub(super) fn linking(&self, state: State, most: u8, phrases: &[Vec<WordClass>], after: &mut Vec<State>) {
        let mut reached = vec![state.at];
        for _ in 0..=most {
            after.extend(reached.iter().map(|at| State { at: *at, ..state }));
            let mut next = Vec::new();
            reached.iter().for_each(|at| self.past_phrase(*at, phrases, &mut next));
            next.sort_unstable();
            next.dedup();
            if next.is_empty() {
                return;
            }
            reached = next;
        }
    }

    /// Adds where the phrases end that begin at a token. In order, those with one first word are together.
    fn past_phrase(&self, at: usize, phrases: &[Vec<WordClass>], ends: &mut Vec<usize>) {
        let is_at = |phrase: &[WordClass]| {
            phrase.iter().enumerate().skip(1).all(|(behind, class)| self.is_of(at + behind, *class))
        };
        for class in self.classes.get(at).map_or(&[][..], |range| listed(self.lists, *range)) {
            let first = phrases.partition_point(|phrase| phrase.first() < Some(class));
            let begins = phrases[first..].iter().take_while(|phrase| phrase.first() == Some(class));
            ends.extend(begins.filter(|phrase| is_at(phrase)).map(|phrase| at + phrase.len()));
        }
    }

    /// All places up to so many words on that may describe a noun.
    pub(super) fn modifiers(&self, state: State, words: u8, after: &mut Vec<State>) {
        let mut at = state.at;
        // "Nord's head and Ann Meyer met", "the head of Nord and Ann Meyer met": a name that is joined is of somebody else.
        let is_joined = at > 0 && self.is_of(at - 1, COORDINATOR) && self.mention_at(at).is_some();
        if !is_joined {
            after.push(state);
        }
        let is_behind_name = self.input.mentions.iter().any(|mention| mention.tokens.end == state.at);
        for _ in 0..words {
            at = self.past_quotes(at);
            if is_behind_name && self.is_of(at, COORDINATOR) {
                return;
            }
            // "The $44 billion takeover".
            if let Some((_, amount)) = self.amount_at(at) {
                at = amount.tokens.end;
                after.push(State { at, ..state });
                continue;
            }
            // "In-memory" describes a noun.
            let is_joined_on = self.past_hyphenated(at + 1) > at + 1;
            if self.mention_at(at).is_some() || self.is_of(at, FUNCTION) && !is_joined_on {
                return;
            }
            match self.input.tokens.get(at).map(|token| token.kind) {
                Some(TokenKind::Word) => at += 1,
                Some(TokenKind::Number) => at = self.past_number(at),
                Some(TokenKind::Sign('(')) if self.is_short_form(at) => at += 3,
                _ => return,
            }
            after.push(State { at, ..state });
            let joined = self.past_hyphenated(at);
            if joined > at {
                at = joined;
                after.push(State { at, ..state });
            }
        }
    }

    /// Whether one word stands in brackets, as the short form of the noun before them does: "direktur utama (dirut)".
    fn is_short_form(&self, at: usize) -> bool {
        let kind = |at: usize| self.input.tokens.get(at).map(|token| token.kind);
        let is_word = kind(at + 1) == Some(TokenKind::Word) && self.mention_at(at + 1).is_none();
        is_word && kind(at + 2) == Some(TokenKind::Sign(')'))
    }

    /// Behind the words that hyphens join to the one before: "bug-for-bug".
    fn past_hyphenated(&self, at: usize) -> usize {
        let joined = self.input.tokens.get(at..).unwrap_or_default();
        let is_joined = |token: &&Token| token.hyphenated && token.kind == TokenKind::Word;
        at + joined.iter().take_while(is_joined).count()
    }

    /// All places up to so many words on, with no name and no pronoun between that may be what is spoken of instead.
    pub(super) fn predicate(&self, state: State, words: u8, after: &mut Vec<State>) {
        let mut at = state.at;
        let mut passed = 0;
        while passed < words {
            at = self.past_quotes(at);
            let is_pronoun = self.input.pronouns.iter().any(|pronoun| pronoun.start == at);
            if is_pronoun || self.mention_at(at).is_some() {
                return;
            }
            let Some(token) = self.input.tokens.get(at) else { return };
            at = match (token.kind, self.amount_at(at)) {
                (_, Some((_, amount))) => amount.tokens.end,
                (TokenKind::Word | TokenKind::Number | TokenKind::Sign(',' | '-' | '\'' | '/'), None) => {
                    at + 1
                }
                (TokenKind::Sign(_), None) => return,
            };
            passed += 1;
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

    /// Behind the other names of a list that goes on here, on record or not: "Ost, West and Nord".
    pub(super) fn past_list(&self, at: usize) -> Option<usize> {
        let mut at = at;
        loop {
            let comma = self.input.tokens.get(at)?.is_sign(',');
            let joint = at + usize::from(comma && self.is_of(at + 1, COORDINATOR));
            let joins = self.is_of(joint, COORDINATOR);
            if !comma && !joins {
                return None;
            }
            let known = self.mention_at(joint + 1).map(|(_, mention)| mention.tokens.end);
            at = known.or_else(|| self.past_unknown_name(joint + 1))?;
            if joins {
                return Some(at);
            }
        }
    }

    /// Behind names that no record knows, where a list goes on with one that is known: "Ost, West and Nord".
    pub(super) fn past_unknown_names(&self, start: usize) -> usize {
        /// More names are no list of prose.
        const NAMES: usize = 8;
        let mut at = start;
        for _ in 0..NAMES {
            let Some(end) = self.past_unknown_name(at) else { return start };
            let comma = self.input.tokens.get(end).is_some_and(|token| token.is_sign(','));
            let joint = end + usize::from(comma);
            let behind = joint + usize::from(self.is_of(joint, COORDINATOR));
            if behind == end {
                return start;
            }
            if self.mention_at(behind).is_some() {
                return behind;
            }
            at = behind;
        }
        start
    }

    /// Behind words with a capital that are no name on record.
    fn past_unknown_name(&self, start: usize) -> Option<usize> {
        /// Names have no more words.
        const WORDS: usize = 3;
        let is_name = |at: &usize| {
            let token = self.input.tokens.get(*at);
            token.is_some_and(|token| {
                token.kind == TokenKind::Word && token.text(self.input.text).starts_with(char::is_uppercase)
            }) && self.mention_at(*at).is_none()
                && !self.is_of(*at, FUNCTION)
        };
        let length = (start..start + WORDS).take_while(is_name).count();
        (length > 0).then_some(start + length)
    }

    /// Behind what stands between two commas, dashes or brackets.
    pub(super) fn past_brackets(&self, at: usize) -> Option<usize> {
        let close = match self.input.tokens.get(at)?.kind {
            TokenKind::Sign('(') => ')',
            TokenKind::Sign(sign @ (',' | '–' | '—')) => sign,
            _ => return None,
        };
        let rest = self.input.tokens.get(at + 1..)?;
        let length = rest.iter().take(ASIDE).position(|token| token.is_sign(close))?;
        Some(at + length + 2)
    }

    /// Behind a second aside that begins where one ended with a comma: "Nord, built in 1950, a yard of the coast, is".
    pub(super) fn past_second_comma(&self, end: usize) -> Option<usize> {
        let comma = end.checked_sub(1)?;
        self.input.tokens.get(comma).filter(|token| token.is_sign(','))?;
        self.past_brackets(comma)
    }

    /// All places up to so many words on, a comma before them or not. A name or amount counts as one word, and so does what
    /// stands in brackets or as a clause between commas.
    pub(super) fn gap(&self, state: State, words: u8, after: &mut Vec<State>) {
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
