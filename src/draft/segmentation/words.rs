//! Walks over the words of a text, eight bytes at a time: for looks at every word of every draft, most of which come to
//! nothing. What is looked at closely is cut into tokens instead.

use crate::tokens::WordHasher;

/// The highest bit of each of eight bytes.
const HIGH: u64 = 0x8080_8080_8080_8080;
/// The lowest.
const LOW: u64 = 0x0101_0101_0101_0101;

/// Letters and digits, and all bytes beyond ASCII.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WordRun<'t> {
    /// Where it begins in the text.
    pub start: usize,
    /// What it is.
    pub word: &'t str,
    /// The hash of a word of ASCII; none of a run that has more, which may be several words with signs between them.
    pub hash: Option<u64>,
}

/// Calls `see` with each run of `text`, in order, until it says that it has seen enough.
pub fn word_runs<'t>(text: &'t str, mut see: impl FnMut(WordRun<'t>) -> bool) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let mut eight = load(bytes, at);
        let mut known = wordy(eight);
        if known & 0x80 == 0 {
            at += (known.trailing_zeros() / 8) as usize;
            continue;
        }
        let (mut end, mut hasher, mut beyond) = (at, WordHasher::NEW, 0);
        while known == HIGH {
            hasher = hasher.eight(eight);
            beyond |= eight;
            end += 8;
            eight = load(bytes, end);
            known = wordy(eight);
        }
        let length = (!known & HIGH).trailing_zeros() / 8;
        let own = eight & ((1 << (8 * length)) - 1);
        beyond |= own;
        end += length as usize;
        let hash = (beyond & HIGH == 0).then(|| hasher.last(own, end - at));
        let word = text.get(at..end).unwrap_or_default();
        if !see(WordRun { start: at, word, hash }) {
            return;
        }
        // The byte after a run belongs to none.
        at = end + 1;
    }
}

/// Eight bytes from `at` on; zeros are after the end of the text.
#[inline]
fn load(bytes: &[u8], at: usize) -> u64 {
    let rest = bytes.get(at..).unwrap_or_default();
    match rest.first_chunk::<8>() {
        Some(eight) => u64::from_le_bytes(*eight),
        None => rest.iter().rev().fold(0, |sum, byte| (sum << 8) | u64::from(*byte)),
    }
}

/// The highest bit of each of eight bytes that belongs to a run.
#[inline]
fn wordy(eight: u64) -> u64 {
    let seven = eight & !HIGH;
    let small = seven | (0x20 * LOW);
    // No sum goes beyond its byte, because none of its parts has the highest bit.
    let at_least = |bytes: u64, least: u8| bytes.wrapping_add(u64::from(0x80 - least) * LOW);
    let letters = at_least(small, b'a') & !at_least(small, b'z' + 1);
    let digits = at_least(seven, b'0') & !at_least(seven, b'9' + 1);
    (letters | digits | eight) & HIGH
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens::word_hash;
    use proptest::prelude::*;

    #[test]
    fn each_byte_is_told() {
        for byte in 0..=u8::MAX {
            let expected = byte.is_ascii_alphanumeric() || byte >= 0x80;
            for shift in [0, 24, 56] {
                assert_eq!(wordy(u64::from(byte) << shift) != 0, expected, "{byte}");
            }
        }
    }

    proptest! {
        #[test]
        fn runs_are_what_plain_splitting_gives(text in "[a-cZ0 .'\u{e9}\u{2014}-]{0,60}") {
            let mut found = Vec::new();
            word_runs(&text, |run| {
                found.push(run);
                true
            });
            let is_sign = |sign: char| sign.is_ascii() && !sign.is_ascii_alphanumeric();
            let plain: Vec<&str> = text.split(is_sign).filter(|word| !word.is_empty()).collect();
            prop_assert_eq!(found.iter().map(|run| run.word).collect::<Vec<_>>(), plain);
            for run in found {
                prop_assert_eq!(&text[run.start..run.start + run.word.len()], run.word);
                prop_assert_eq!(run.hash, run.word.is_ascii().then(|| word_hash(run.word)));
            }
        }
    }
}
