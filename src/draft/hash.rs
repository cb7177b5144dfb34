//! One hash of a word whatever its case, by which words of drafts, names and patterns find each other.
//!
//! A hash only proposes: whoever looks something up compares the text afterwards, except among the words of patterns,
//! where 64 bits over a few thousand words are enough.

use xxhash_rust::xxh3::xxh3_64;

/// The longest word that is folded without an allocation.
const SHORT: usize = 64;

/// The hash of `word` in lower case.
#[must_use]
pub fn word_hash(word: &str) -> u64 {
    let bytes = word.as_bytes();
    if !word.is_ascii() {
        return xxh3_64(word.to_lowercase().as_bytes());
    }
    if bytes.len() <= SHORT {
        let mut folded = [0u8; SHORT];
        let folded = &mut folded[..bytes.len()];
        folded.copy_from_slice(bytes);
        folded.make_ascii_lowercase();
        xxh3_64(folded)
    } else {
        xxh3_64(word.to_ascii_lowercase().as_bytes())
    }
}
