//! Names in a sentence that nothing on record has, told by their letters: "Peter Lang", "Dr. Siti binti Ahmad".
//!
//! Says what looks like a whole name; whether it stands where a name would, and what it says there, is decided where assertions
//! are made. What may not be a name (a capital that the start of a sentence or a headline gives, months, nationalities) is
//! left out: to miss one is better than to take a word for a person.

mod likeness;
mod words;

use std::ops::Range;

pub use likeness::may_be_same;
pub use words::NameWords;

use crate::draft::segmentation::{Token, TokenKind, bytes};

/// What looks like a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProperName {
    /// Its tokens, with abbreviated titles before it: "Dr. Peter Lang".
    pub tokens: Range<usize>,
    /// The name alone.
    pub name: Range<usize>,
    /// Where it begins with all titles before it: "President Peter Lang".
    pub start: usize,
    /// How many words it has; particles, initials and numerals do not count.
    pub words: usize,
    /// Whether it can be the name of a person by its words.
    pub may_be_person: bool,
}

/// A sentence in which names are looked for.
pub struct NameScan<'a> {
    /// The words of its language.
    pub words: &'a NameWords,
    /// The text of its block.
    pub text: &'a str,
    /// Its tokens.
    pub tokens: &'a [Token],
    /// Whether a token may be part of a name: no function word, and part of nothing else.
    pub is_free: &'a dyn Fn(usize) -> bool,
    /// Whether a token is part of a date.
    pub is_dated: &'a dyn Fn(usize) -> bool,
    /// Names are looked for in themselves, and not to be held against those on record: one may own what is behind it, or be an acronym.
    pub is_alone: bool,
}

impl NameScan<'_> {
    /// All names, in order.
    #[must_use]
    pub fn names(&self) -> Vec<ProperName> {
        let mut names = Vec::new();
        let mut at = 0;
        while at < self.tokens.len() {
            if !self.begins_word(at) {
                at += 1;
                continue;
            }
            let end = self.run_end(at);
            names.extend(self.name(at..end));
            at = end;
        }
        names
    }

    /// Behind the words with capitals that begin at `start`, with initials and particles between them.
    fn run_end(&self, start: usize) -> usize {
        let mut end = self.past_word(start);
        loop {
            let mut next = end;
            while self.is_particle(next) {
                next += 1;
            }
            if !self.begins_word(next) {
                return end;
            }
            end = self.past_word(next);
        }
    }

    /// Whether a word of a name is at `at`: it has a capital, or is an initial.
    fn begins_word(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at).filter(|token| token.kind == TokenKind::Word) else {
            return false;
        };
        let has_capital = token.text(self.text).starts_with(char::is_uppercase);
        has_capital && ((self.is_free)(at) || self.is_initial(at))
    }

    /// Behind a word and the full stop that abbreviates it, if more of a name follows.
    fn past_word(&self, at: usize) -> usize {
        let is_short = self.is_initial(at) || self.is_title(at);
        let is_stop = |token: &Token| token.is_sign('.') && !token.spaced;
        let is_abbreviated = is_short && self.tokens.get(at + 1).is_some_and(is_stop);
        if is_abbreviated && self.begins_word(at + 2) { at + 2 } else { at + 1 }
    }

    fn is_initial(&self, at: usize) -> bool {
        let is_letter = |token: &Token| token.text(self.text).chars().count() == 1;
        let is_stopped = |token: &Token| token.is_sign('.') && !token.spaced;
        self.tokens.get(at).is_some_and(is_letter) && self.tokens.get(at + 1).is_some_and(is_stopped)
    }

    fn is_particle(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| self.words.particles.contains(&token.hash))
    }

    fn is_title(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| self.words.titles.contains(&token.hash))
    }

    /// The name in a run of such words; none if it is only titles, or has a word that no name has.
    fn name(&self, run: Range<usize>) -> Option<ProperName> {
        let last_title = run.clone().rev().find(|at| self.is_title(*at));
        let start = last_title.map_or(run.start, |title| self.past_word(title).max(title + 1));
        let name = start..run.end;
        if name.is_empty() || !self.is_whole(&run) || !self.is_name(&name) {
            return None;
        }
        let text = |at: usize| self.tokens[at].text(self.text);
        let counts = |at: &usize| {
            text(*at).chars().count() > 1
                && !self.is_particle(*at)
                && !self.words.suffixes.contains(&self.tokens[*at].hash)
        };
        let words = name.clone().filter(|at| self.tokens[*at].kind == TokenKind::Word).filter(counts).count();
        let has = |class: &[u64]| name.clone().any(|at| class.contains(&self.tokens[at].hash));
        let may_be_person = words > 1 && !has(&self.words.bodies) && !has(&self.words.places);
        // Titles without a full stop may be words of a relation: "Chief Executive Dr. Peter Lang".
        let is_dotted = |at: usize| {
            self.tokens[at].is_sign('.') || self.tokens.get(at + 1).is_some_and(|next| next.is_sign('.'))
        };
        let tokens =
            (run.start..start).rev().take_while(|at| is_dotted(*at)).last().unwrap_or(start)..run.end;
        Some(ProperName { tokens, name, start: run.start, words, may_be_person })
    }

    /// Whether nothing that belongs to a name is right before or behind: another name, a number, an ampersand, a hyphen.
    fn is_whole(&self, run: &Range<usize>) -> bool {
        let joins = |at: usize| {
            let token = &self.tokens[at];
            match token.kind {
                TokenKind::Word => {
                    token.text(self.text).starts_with(char::is_uppercase) && !(self.is_dated)(at)
                }
                TokenKind::Number => !(self.is_dated)(at),
                TokenKind::Sign(sign) => matches!(sign, '&' | '/' | '-' | '+' | '@' | '#'),
            }
        };
        // The first word of a sentence has a capital whatever it is.
        let follows = run.start.checked_sub(1).is_some_and(|at| joins(at) && (at > 0 || (self.is_free)(at)));
        let goes_on = self.tokens.get(run.end).is_some_and(|token| {
            let is_owner = token.text(self.text).starts_with('\'');
            joins(run.end) || token.hyphenated || is_owner && !self.is_alone
        });
        !follows && !goes_on && !self.tokens[run.start].hyphenated
    }

    /// Whether all words are written as names are and none is a word that is written so without being one.
    fn is_name(&self, name: &Range<usize>) -> bool {
        let word = |at: usize| {
            let token = &self.tokens[at];
            let text = token.text(self.text);
            let is_small = self.is_particle(at) || self.words.suffixes.contains(&token.hash);
            let is_body = self.words.bodies.contains(&token.hash);
            token.kind != TokenKind::Word
                || (is_small || is_body || text.chars().count() == 1 || is_capitalized(text) || self.is_alone)
                    && !self.words.no_names.contains(&token.hash)
        };
        // An abbreviation without small letters or a lone letter is no name that can be compared.
        let is_telling = |text: &str| is_capitalized(text) || self.is_alone && is_acronym(text);
        let is_full =
            name.clone().any(|at| is_telling(self.tokens[at].text(self.text)) && !self.is_particle(at));
        is_full && name.clone().all(word)
    }
}

impl ProperName {
    /// The name as it is written.
    #[must_use]
    pub fn text<'a>(&self, text: &'a str, tokens: &[Token]) -> &'a str {
        text.get(bytes(tokens, &self.name)).unwrap_or_default()
    }
}

/// Whether a word begins with a capital and has small letters: no acronym.
fn is_capitalized(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && word.contains(char::is_lowercase)
}

/// Whether a word is made of several capitals alone.
#[must_use]
pub fn is_acronym(word: &str) -> bool {
    word.chars().count() > 1 && word.chars().all(char::is_uppercase)
}
