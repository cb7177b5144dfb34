//! The words, numbers and signs of a text: what patterns, dates and amounts are looked for in.
//!
//! Cuts text up and folds case; knows no language and no meaning.

use std::ops::Range;

use super::hash::word_hash;

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, perhaps with digits after the first one: `Azure`, `H100`, `isn't`, `'s`, `v5.1`.
    Word,
    /// Digits, perhaps with points and commas between them: `2019`, `13.8`, `1.500,5`.
    Number,
    /// Any other character that is not white space.
    Sign(char),
}

/// A token of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// First byte in the text.
    pub start: u32,
    /// The byte after its last one.
    pub end: u32,
    /// What it is made of.
    pub kind: TokenKind,
    /// Hash of the token in lower case: equal for what differs in case only.
    pub hash: u64,
    /// Whether white space (or the text's start) is before it.
    pub spaced: bool,
    /// Whether a hyphen joins it to the word before; the hyphen itself is not a token then.
    pub hyphenated: bool,
}

impl Token {
    /// Its bytes in the text.
    #[must_use]
    pub fn range(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The text of the token.
    #[must_use]
    pub fn text<'a>(&self, text: &'a str) -> &'a str {
        text.get(self.range()).unwrap_or_default()
    }

    /// Whether it is this sign.
    #[must_use]
    pub fn is_sign(&self, sign: char) -> bool {
        self.kind == TokenKind::Sign(sign)
    }

    /// Whether it is a word or a number.
    #[must_use]
    pub fn is_wordy(&self) -> bool {
        matches!(self.kind, TokenKind::Word | TokenKind::Number)
    }
}

/// The bytes from the first to the last of these tokens; nothing where there are none.
#[must_use]
pub fn bytes(tokens: &[Token], range: &Range<usize>) -> Range<usize> {
    let start = tokens.get(range.start).map_or(0, |token| token.start as usize);
    let last = range.end.checked_sub(1).and_then(|last| tokens.get(last));
    start..last.map_or(start, |token| token.end as usize).max(start)
}

/// Cuts the bytes `within` of `text` into tokens, whose places are counted from the start of `text`.
///
/// A possessive `'s` is a token of its own (`OpenAI` `'s`), other apostrophes within a word belong to it (`isn't`, `jum'at`).
/// A hyphen that joins words (`non-exclusive`, `GPT-4`) is dropped and noted on the second one; between numbers it stays.
pub fn tokenize(text: &str, within: Range<usize>, out: &mut Vec<Token>) {
    out.clear();
    let Some(piece) = text.get(within.clone()) else { return };
    let mut cutter = TokenSplitter { text, at: within.start, end: within.start + piece.len(), out };
    cutter.cut();
}

struct TokenSplitter<'a> {
    text: &'a str,
    at: usize,
    end: usize,
    out: &'a mut Vec<Token>,
}

impl TokenSplitter<'_> {
    #[inline]
    fn peek(&self, at: usize) -> Option<char> {
        let byte = self.byte(at)?;
        if byte.is_ascii() { Some(char::from(byte)) } else { self.text.get(at..self.end)?.chars().next() }
    }

    #[inline]
    fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied().filter(|_| at < self.end)
    }

    fn cut(&mut self) {
        let mut spaced = true;
        let mut hyphenated = false;
        while let Some(first) = self.peek(self.at) {
            if first.is_whitespace() {
                self.at += first.len_utf8();
                (spaced, hyphenated) = (true, false);
                continue;
            }
            if first == '-' && !spaced && self.joins_words() {
                self.at += 1;
                hyphenated = true;
                continue;
            }
            let (kind, end) = self.token(first);
            self.push(kind, end, spaced, hyphenated);
            self.at = end;
            (spaced, hyphenated) = (false, false);
        }
    }

    /// Whether the hyphen at the current place is between two tokens of which one is a word.
    fn joins_words(&self) -> bool {
        let before = self.out.last().map(|token| token.kind);
        let after = self.peek(self.at + 1);
        let is_number = after.is_some_and(|next| next.is_ascii_digit());
        let is_word = after.is_some_and(is_letter);
        match before {
            Some(TokenKind::Word) => is_word || is_number,
            Some(TokenKind::Number) => is_word,
            _ => false,
        }
    }

    fn token(&self, first: char) -> (TokenKind, usize) {
        if first.is_ascii_digit() {
            (TokenKind::Number, self.number_end())
        } else if is_letter(first) {
            (TokenKind::Word, self.word_end())
        } else if first == '\'' && self.is_possessive(self.at) && !self.out.is_empty() {
            (TokenKind::Word, self.at + 2)
        } else {
            (TokenKind::Sign(first), self.at + first.len_utf8())
        }
    }

    fn number_end(&self) -> usize {
        self.number_end_from(self.at)
    }

    fn number_end_from(&self, mut at: usize) -> usize {
        while let Some(next) = self.peek(at) {
            let digit_follows = || self.peek(at + 1).is_some_and(|after| after.is_ascii_digit());
            match next {
                '0'..='9' => at += 1,
                '.' | ',' if digit_follows() => at += 1,
                _ => break,
            }
        }
        at
    }

    fn word_end(&self) -> usize {
        let mut at = self.at;
        // Most words are ASCII, and end with a space.
        while self.byte(at).is_some_and(|byte| byte.is_ascii_alphanumeric()) {
            at += 1;
        }
        if self.byte(at) == Some(b' ') {
            return at;
        }
        if self.is_version(at) {
            return self.number_end_from(at);
        }
        while let Some(next) = self.peek(at) {
            let letter_follows = || self.peek(at + 1).is_some_and(is_letter);
            if is_letter(next) || next.is_ascii_digit() {
                at += next.len_utf8();
            } else if next == '\'' && letter_follows() && !self.is_possessive(at) {
                at += 1;
            } else {
                break;
            }
        }
        at
    }

    /// Whether the word up to here is the `v` of a version with digits.
    fn is_version(&self, end: usize) -> bool {
        let word = self.text.as_bytes().get(self.at..end).unwrap_or_default();
        let digits = word.strip_prefix(b"v").or_else(|| word.strip_prefix(b"V")).unwrap_or_default();
        !digits.is_empty() && digits.iter().all(u8::is_ascii_digit)
    }

    /// Whether `'s` is here and ends there.
    fn is_possessive(&self, at: usize) -> bool {
        let bytes = self.text.as_bytes();
        let is_s = matches!(bytes.get(at + 1), Some(b's' | b'S'));
        is_s && at + 2 <= self.end && !self.peek(at + 2).is_some_and(|next| next.is_alphanumeric())
    }

    fn push(&mut self, kind: TokenKind, end: usize, spaced: bool, hyphenated: bool) {
        let narrow = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let hash = word_hash(self.text.get(self.at..end).unwrap_or_default());
        self.out.push(Token { start: narrow(self.at), end: narrow(end), kind, hash, spaced, hyphenated });
    }
}

/// Letters, and the marks that combine with them.
fn is_letter(sign: char) -> bool {
    sign.is_ascii_alphabetic()
        || !sign.is_ascii() && sign.is_alphabetic()
        || ('\u{300}'..='\u{36f}').contains(&sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        let mut tokens = Vec::new();
        tokenize(text, 0..text.len(), &mut tokens);
        tokens.iter().map(|token| token.text(text)).collect()
    }

    #[test]
    fn words_numbers_and_signs() {
        assert_eq!(cut("OpenAI's non-exclusive GPT-4"), ["OpenAI", "'s", "non", "exclusive", "GPT", "4"]);
        assert_eq!(cut("isn't US$13.8B, 27%"), ["isn't", "US", "$", "13.8", "B", ",", "27", "%"]);
        assert_eq!(cut("2019–2024 2023-01-21"), ["2019", "–", "2024", "2023", "-", "01", "-", "21"]);
        assert_eq!(cut("users' it's 'so"), ["users", "'", "it", "'s", "'", "so"]);
        assert_eq!(cut("1.500,5 end."), ["1.500,5", "end", "."]);
        assert_eq!(cut("v5.1, V2. v3.x (v4)"), ["v5.1", ",", "V2", ".", "v3", ".", "x", "(", "v4", ")"]);
    }

    #[test]
    fn hashes_fold_case() {
        let text = "AZURE Azure Ünïcode ÜNÏCODE";
        let mut tokens = Vec::new();
        tokenize(text, 0..text.len(), &mut tokens);
        assert_eq!(tokens[0].hash, tokens[1].hash);
        assert_eq!(tokens[2].hash, tokens[3].hash);
    }
}
