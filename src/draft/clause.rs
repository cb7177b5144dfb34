//! The clauses of a sentence: where what is said of one thing ends and what is said of another begins.
//!
//! No grammar: strong signs, brackets, and the termination words of the language.

use std::ops::Range;

use super::cue::Cue;
use super::token::{Token, TokenKind};
use crate::model::Category;

/// The number of the clause that each token belongs to. What stands in brackets is a clause of its own, and the one around
/// it goes on behind them.
pub fn clauses(tokens: &[Token], cues: &[Cue], out: &mut Vec<u16>) {
    out.clear();
    let mut terminations = cues.iter().filter(|cue| cue.category == Category::Termination).peekable();
    let mut open: Vec<u16> = Vec::new();
    let (mut current, mut last) = (0u16, 0u16);
    let fresh = |last: &mut u16| {
        *last = last.saturating_add(1);
        *last
    };
    for (at, token) in tokens.iter().enumerate() {
        while terminations.next_if(|cue| cue.tokens.start < at).is_some() {}
        if terminations.next_if(|cue| cue.tokens.start == at).is_some() && at > 0 {
            current = fresh(&mut last);
        }
        match token.kind {
            TokenKind::Sign('(' | '[') => {
                open.push(current);
                current = fresh(&mut last);
                out.push(current);
            }
            TokenKind::Sign(')' | ']') => {
                out.push(current);
                current = open.pop().unwrap_or(current);
            }
            TokenKind::Sign(';' | ':' | '—' | '|' | '•' | '→') => {
                out.push(current);
                current = fresh(&mut last);
            }
            TokenKind::Sign('–' | '-') if is_dash(tokens, at) => {
                out.push(current);
                current = fresh(&mut last);
            }
            _ => out.push(current),
        }
    }
}

/// Whether a sign stands between spaces, as a dash between clauses does.
fn is_dash(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| token.spaced) && tokens.get(at + 1).is_some_and(|token| token.spaced)
}

/// Whether a clause boundary lies between two stretches of tokens, brackets that were opened and closed not counted.
#[must_use]
pub fn same_clause(clauses: &[u16], one: &Range<usize>, two: &Range<usize>) -> bool {
    match (clauses.get(one.start), clauses.get(two.start)) {
        (Some(one), Some(two)) => one == two,
        _ => false,
    }
}
