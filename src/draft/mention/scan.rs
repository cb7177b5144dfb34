//! The quick look: where in a block a word stands that some name hangs on. Most blocks have none and are not read further.

use super::MentionIndex;
use crate::draft::hash::{ascii_hash, word_hash};

impl MentionIndex {
    /// Calls `hit` with the place of each word that some name hangs on, until it says that it has seen enough.
    pub fn scan(&self, text: &str, mut hit: impl FnMut(usize) -> bool) {
        if self.is_empty() {
            return;
        }
        let bytes = text.as_bytes();
        let mut at = 0;
        while let Some(skipped) =
            bytes.get(at..).and_then(|rest| rest.iter().position(|byte| is_wordy(*byte)))
        {
            let start = at + skipped;
            let rest = &bytes[start..];
            let length = rest.iter().position(|byte| !is_wordy(*byte)).unwrap_or(rest.len());
            at = start + length;
            let word = &rest[..length];
            let found =
                if word.is_ascii() { self.looks_known(word) } else { self.any_known(&text[start..at]) };
            if found && !hit(start) {
                return;
            }
        }
    }

    fn looks_known(&self, word: &[u8]) -> bool {
        let hash = ascii_hash(word);
        if self.may_hang(hash) && self.hangs(hash) {
            return true;
        }
        let (Some(first), Some(last)) = (word.first(), word.last()) else { return false };
        self.last_bytes.has(*last) && self.stem_is_known(word)
            || first.is_ascii_digit() && self.after_digits(word)
    }

    fn stem_is_known(&self, word: &[u8]) -> bool {
        let carries = |suffix: &String| word.len() > suffix.len() + 2 && word.ends_with(suffix.as_bytes());
        self.suffixes.iter().any(carries)
            && std::str::from_utf8(word)
                .is_ok_and(|word| self.stems(word).any(|stem| self.hangs(word_hash(stem))))
    }

    /// A token of digits ends where letters begin.
    fn after_digits(&self, word: &[u8]) -> bool {
        let digits = word.iter().take_while(|byte| byte.is_ascii_digit()).count();
        digits < word.len()
            && [&word[..digits], &word[digits..]].iter().any(|part| self.hangs(ascii_hash(part)))
    }

    /// The words of a stretch with letters beyond ASCII, which may also hold dashes and other signs.
    fn any_known(&self, stretch: &str) -> bool {
        let words =
            stretch.split(|sign: char| !sign.is_alphanumeric() && !('\u{300}'..='\u{36f}').contains(&sign));
        words.filter(|word| !word.is_empty()).any(|word| {
            self.hangs(word_hash(word)) || self.stems(word).any(|stem| self.hangs(word_hash(stem)))
        })
    }
}

/// Letters and digits, and all bytes beyond ASCII: told by one look into a table, because every byte of a draft is asked.
const WORDY: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = byte >= 0x80 || (byte as u8).is_ascii_alphanumeric();
        byte += 1;
    }
    table
};

fn is_wordy(byte: u8) -> bool {
    WORDY[usize::from(byte)]
}
