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
        while at < bytes.len() {
            if !is_wordy(bytes[at]) {
                at += 1;
                continue;
            }
            let start = at;
            let mut ascii = true;
            while at < bytes.len() && is_wordy(bytes[at]) {
                ascii &= bytes[at].is_ascii();
                at += 1;
            }
            let found =
                if ascii { self.looks_known(&bytes[start..at]) } else { self.any_known(&text[start..at]) };
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
        // Words with an ending, and those with a digit behind them that tokens part ("4o" of "GPT-4o").
        self.suffixes.iter().any(|suffix| word.len() > suffix.len() + 2 && word.ends_with(suffix.as_bytes()))
            && std::str::from_utf8(word)
                .is_ok_and(|word| self.stems(word).any(|stem| self.hangs(word_hash(stem))))
            || word.first().is_some_and(u8::is_ascii_digit) && self.after_digits(word)
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

/// Letters and digits, and all bytes beyond ASCII.
fn is_wordy(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= 0x80
}
