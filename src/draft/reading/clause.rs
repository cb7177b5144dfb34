//! The clauses of a sentence: where what is said about one thing ends and what is said about another begins.
//!
//! No grammar: strong signs, brackets, relative clauses between commas, and the termination words of the language.

use std::ops::Range;

use super::cue::Cue;
use crate::draft::segmentation::{Token, TokenKind};
use crate::model::Category;

/// A colon among the first few tokens follows a label ("Oracle: a new agreement …"), which belongs to what follows.
const LABEL: usize = 6;

/// How a sentence is parted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Clauses {
    /// The clause that each token belongs to: what reaches no farther, a negation say, ends with it.
    pub clauses: Vec<u16>,
    /// The chain of clauses that each token belongs to: those joined by commas and "and" are one.
    pub chains: Vec<u16>,
}

/// Splits a sentence. What is in brackets, or as a relative clause between commas, is a clause and a chain of its own,
/// and the one around it goes on after.
pub fn part(tokens: &[Token], cues: &[Cue], out: &mut Clauses) {
    walk(tokens, cues, true, &mut out.clauses);
    walk(tokens, cues, false, &mut out.chains);
}

fn walk(tokens: &[Token], cues: &[Cue], resumes: bool, out: &mut Vec<u16>) {
    out.clear();
    let mut cutter = ClauseSplitter { current: 0, last: 0, open: Vec::new() };
    for (at, token) in tokens.iter().enumerate() {
        let begins =
            |category: Category| cues.iter().any(|cue| cue.category == category && cue.tokens.start == at);
        if at > 0 && token.is_wordy() && begins(Category::Termination) {
            cutter.begin();
        }
        let behind_comma = at > 0 && tokens[at - 1].is_sign(',');
        if behind_comma && begins(Category::Aside) {
            cutter.open(Closer::Comma);
        } else if resumes && behind_comma && begins(Category::Resumption) {
            cutter.begin();
        }
        out.push(cutter.token(tokens, at));
    }
}

/// What closes a clause within a clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Closer {
    Bracket,
    Comma,
}

struct ClauseSplitter {
    current: u16,
    last: u16,
    open: Vec<(u16, Closer)>,
}

impl ClauseSplitter {
    fn begin(&mut self) {
        self.last = self.last.saturating_add(1);
        self.current = self.last;
    }

    fn open(&mut self, closer: Closer) {
        self.open.push((self.current, closer));
        self.begin();
    }

    fn close(&mut self, closer: Closer) {
        if self.open.last().is_some_and(|(_, known)| *known == closer) {
            self.current = self.open.pop().map_or(self.current, |(around, _)| around);
        }
    }

    /// The clause of a token, after which another one may begin.
    fn token(&mut self, tokens: &[Token], at: usize) -> u16 {
        match tokens[at].kind {
            TokenKind::Sign('(' | '[') => {
                self.open(Closer::Bracket);
                self.current
            }
            TokenKind::Sign(')' | ']') => {
                let inside = self.current;
                self.close(Closer::Comma);
                self.close(Closer::Bracket);
                inside
            }
            TokenKind::Sign(',') => {
                self.close(Closer::Comma);
                self.current
            }
            TokenKind::Sign(';' | '—' | '|' | '•' | '→') => self.behind(),
            TokenKind::Sign(':') if at >= LABEL && !is_ratio(tokens, at) => self.behind(),
            TokenKind::Sign('–' | '-') if is_dash(tokens, at) => self.behind(),
            _ => self.current,
        }
    }

    fn behind(&mut self) -> u16 {
        let before = self.current;
        self.close(Closer::Comma);
        self.begin();
        before
    }
}

/// Whether a colon is between two numbers: "1:1" is one word.
#[must_use]
pub fn is_ratio(tokens: &[Token], at: usize) -> bool {
    let is_number = |at: usize| tokens.get(at).is_some_and(|token| token.kind == TokenKind::Number);
    at > 0 && tokens[at].is_sign(':') && is_number(at - 1) && is_number(at + 1)
}

/// Whether a sign is between spaces, as a dash between clauses does.
fn is_dash(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| token.spaced) && tokens.get(at + 1).is_some_and(|token| token.spaced)
}

/// Whether two word_runs of tokens begin in the same clause.
#[must_use]
pub fn same_clause(clauses: &[u16], one: &Range<usize>, two: &Range<usize>) -> bool {
    match (clauses.get(one.start), clauses.get(two.start)) {
        (Some(one), Some(two)) => one == two,
        _ => false,
    }
}

/// How many tokens are between two word_runs of a sentence; none where they overlap.
#[must_use]
pub fn distance(one: &Range<usize>, two: &Range<usize>) -> usize {
    one.start.saturating_sub(two.end).max(two.start.saturating_sub(one.end))
}
