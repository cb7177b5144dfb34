//! One hash of a word whatever its case, by which words of drafts, names and patterns find each other.
//!
//! A hash only proposes: whoever looks up a name compares its text afterwards. Among the words of patterns, 64 bits over
//! a few thousand words are enough.

/// Odd constants with well-mixed bits, as wyhash uses them.
const SEED: u64 = 0x9e37_79b9_7f4a_7c15;
const MIX: u64 = 0xa076_1d64_78bd_642f;

/// Sets the bit that distinguishes small letters from capitals in eight bytes; digits and apostrophes have it anyway.
const SMALL: u64 = 0x2020_2020_2020_2020;

/// The hash of `word` in lower case.
#[must_use]
pub fn word_hash(word: &str) -> u64 {
    if word.is_ascii() { ascii_hash(word.as_bytes()) } else { hash(word.to_lowercase().as_bytes(), 0) }
}

/// The hashes of words.
#[must_use]
pub fn word_hashes<'a>(words: impl IntoIterator<Item = &'a String>) -> Vec<u64> {
    words.into_iter().map(|word| word_hash(word)).collect()
}

/// The same as `word_hash` for a word of ASCII letters, digits and apostrophes, which is folded on the way.
#[must_use]
pub fn ascii_hash(word: &[u8]) -> u64 {
    hash(word, SMALL)
}

/// Folds eight bytes at a time by a multiplication whose halves are joined.
fn hash(bytes: &[u8], small: u64) -> u64 {
    let (chunks, rest) = bytes.as_chunks::<8>();
    let sum = chunks.iter().fold(SEED, |sum, chunk| mix(sum ^ (u64::from_le_bytes(*chunk) | small)));
    mix(sum ^ bytes.len() as u64 ^ (gathered(rest) | small))
}

/// The hash of an ASCII word, built while it is read eight bytes at a time.
#[derive(Debug, Clone, Copy)]
pub struct WordHasher(u64);

impl WordHasher {
    /// For a word of which nothing was read yet.
    pub const NEW: Self = Self(SEED);

    /// With eight more bytes.
    #[inline]
    #[must_use]
    pub fn eight(self, bytes: u64) -> Self {
        Self(mix(self.0 ^ (bytes | SMALL)))
    }

    /// With the last bytes, fewer than eight, after which there is nothing but zeros; the word has `length` in all.
    #[inline]
    #[must_use]
    pub fn last(self, bytes: u64, length: usize) -> u64 {
        mix(self.0 ^ length as u64 ^ (bytes | SMALL))
    }
}

/// Fewer than eight bytes as one number, without a loop: those of long words overlap in the middle.
fn gathered(rest: &[u8]) -> u64 {
    let length = rest.len();
    if let (Some(first), Some(last)) = (rest.first_chunk::<4>(), rest.last_chunk::<4>()) {
        let (first, last) = (u32::from_le_bytes(*first), u32::from_le_bytes(*last));
        return u64::from(first) | u64::from(last) << (8 * (length - 4));
    }
    let byte = |at: usize| u64::from(rest.get(at).copied().unwrap_or_default()) << (8 * at);
    byte(0) | byte(length / 2) | byte(length.saturating_sub(1))
}

#[inline]
fn mix(number: u64) -> u64 {
    let product = u128::from(number) * u128::from(MIX);
    #[expect(clippy::cast_possible_truncation, reason = "the halves of the product are meant")]
    let halves = (product >> 64) as u64 ^ product as u64;
    halves
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_case_and_nothing_else() {
        assert_eq!(word_hash("AZURE"), word_hash("azure"));
        assert_eq!(word_hash("ÜNÏCODE"), word_hash("ünïcode"));
        assert_ne!(word_hash("azure"), word_hash("azura"));
        assert_ne!(word_hash("a"), word_hash("aa"));
        assert_eq!(word_hash("Internationalisation's"), word_hash("internationalisation's"));
    }

    #[test]
    fn the_bytes_of_short_words_are_gathered_in_order() {
        let text = *b"AbCdEfGh";
        for length in 0..8 {
            let plain = text[..length].iter().rev().fold(0, |sum, byte| (sum << 8) | u64::from(*byte));
            assert_eq!(gathered(&text[..length]), plain);
        }
    }
}
