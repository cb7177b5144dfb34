//! The quick look: where a block has a word that anchors a name. Most blocks have none and are not read further.

use super::MentionIndex;
use crate::draft::segmentation::word_runs;
use crate::draft::segmentation::{ascii_hash, word_hash};

impl MentionIndex {
    /// Calls `hit` with the place of each word that anchors some name, until it says that it has seen enough.
    pub fn scan(&self, text: &str, mut hit: impl FnMut(usize) -> bool) {
        if self.is_empty() {
            return;
        }
        word_runs(text, |run| {
            let found = match run.hash {
                Some(hash) => self.looks_known(run.word, hash),
                None => self.any_known(run.word),
            };
            !found || hit(run.start)
        });
    }

    #[inline]
    fn looks_known(&self, word: &str, hash: u64) -> bool {
        self.may_be_anchor(hash) && self.is_anchor(hash)
            || self.suffix_filter.may_end(word.as_bytes()) && self.stem_is_known(word)
            || word.as_bytes().first().is_some_and(u8::is_ascii_digit) && self.after_digits(word.as_bytes())
    }

    #[cold]
    fn stem_is_known(&self, word: &str) -> bool {
        self.stems(word).any(|stem| self.is_anchor(word_hash(stem)))
    }

    /// A token of digits ends where letters begin.
    fn after_digits(&self, word: &[u8]) -> bool {
        let digits = word.iter().take_while(|byte| byte.is_ascii_digit()).count();
        digits < word.len()
            && [&word[..digits], &word[digits..]].iter().any(|part| self.is_anchor(ascii_hash(part)))
    }

    /// The words of a run with letters beyond ASCII, which may also hold dashes and other signs.
    fn any_known(&self, run: &str) -> bool {
        let words =
            run.split(|sign: char| !sign.is_alphanumeric() && !('\u{300}'..='\u{36f}').contains(&sign));
        words.filter(|word| !word.is_empty()).any(|word| {
            self.is_anchor(word_hash(word)) || self.stems(word).any(|stem| self.is_anchor(word_hash(stem)))
        })
    }
}
