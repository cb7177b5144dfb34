//! Whether a run of tokens is free in its sentence, or is a piece of something longer: of an address, a version, a
//! product's name. Knows no language.

use crate::tokens::{Token, TokenKind, word_hash};

/// Whether something may begin at `at`: white space, an opening sign or a dash is before it.
#[must_use]
pub fn may_begin(tokens: &[Token], at: usize) -> bool {
    let Some(token) = tokens.get(at) else { return false };
    if token.hyphenated {
        return false;
    }
    let Some(before) = at.checked_sub(1).and_then(|at| tokens.get(at)) else { return true };
    match before.kind {
        _ if token.spaced => true,
        // The second half of a time of day, a ratio or a range of which the first half made no sense.
        TokenKind::Sign(':' | '–' | ',') => before.spaced || !follows_number(tokens, at),
        TokenKind::Sign(sign) => is_opening(sign),
        TokenKind::Word | TokenKind::Number => false,
    }
}

/// Whether the sign before `at` is right after a number.
fn follows_number(tokens: &[Token], at: usize) -> bool {
    at.checked_sub(2).and_then(|at| tokens.get(at)).is_some_and(|token| token.kind == TokenKind::Number)
}

/// Whether something may end before the token `end`: white space, the sentence's end or a closing sign follows.
#[must_use]
pub fn may_end(tokens: &[Token], end: usize) -> bool {
    let Some(token) = tokens.get(end) else { return true };
    if token.spaced {
        return true;
    }
    // A full stop or a colon with something right after it goes on: "2025.1", "2025.html", "12:30".
    let goes_on = || tokens.get(end + 1).is_some_and(|next| !next.spaced && next.is_wordy());
    match token.kind {
        TokenKind::Sign('.' | ':' | '?' | '!' | '\'') => !goes_on(),
        TokenKind::Sign(sign) => is_closing(sign),
        // A possessive: "2025's".
        TokenKind::Word => is_possessive(token),
        TokenKind::Number => false,
    }
}

/// Whether the token is `'s`.
fn is_possessive(token: &Token) -> bool {
    token.hash == word_hash("'s")
}

fn is_opening(sign: char) -> bool {
    matches!(
        sign,
        '(' | '['
            | '{'
            | '"'
            | '\''
            | '“'
            | '”'
            | '„'
            | '‘'
            | '«'
            | '»'
            | '‹'
            | '–'
            | '—'
            | ','
            | ';'
            | ':'
            | '|'
            | '*'
            | '…'
            | '¿'
            | '¡'
            | '~'
            | '`'
            | '!'
            | '>'
            | '<'
    )
}

fn is_closing(sign: char) -> bool {
    matches!(
        sign,
        ')' | ']'
            | '}'
            | '"'
            | '“'
            | '”'
            | '’'
            | '«'
            | '»'
            | '›'
            | '–'
            | '—'
            | ','
            | ';'
            | '|'
            | '*'
            | '…'
            | '~'
            | '`'
            | '<'
    )
}
