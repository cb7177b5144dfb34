//! One hash of a word whatever its case, by which words of drafts, names and patterns find each other.
//!
//! A hash only proposes: whoever looks up a name compares its text afterwards. Among the words of patterns, 64 bits over
//! a few thousand words are enough.

/// Odd constants with well-mixed bits, as wyhash uses them.
const SEED: u64 = 0x9e37_79b9_7f4a_7c15;
const MIX: u64 = 0xa076_1d64_78bd_642f;

/// Sets the bit that tells small letters from capitals in eight bytes; digits and apostrophes have it anyway.
const SMALL: u64 = 0x2020_2020_2020_2020;

/// The hash of `word` in lower case.
#[must_use]
pub fn word_hash(word: &str) -> u64 {
    if word.is_ascii() { ascii_hash(word.as_bytes()) } else { hash(word.to_lowercase().as_bytes(), 0) }
}

/// The same for a word of ASCII letters, digits and apostrophes, which is folded on the way.
#[must_use]
pub fn ascii_hash(word: &[u8]) -> u64 {
    hash(word, SMALL)
}

/// Folds eight bytes at a time by a multiplication whose halves are joined.
fn hash(bytes: &[u8], small: u64) -> u64 {
    let mut sum = SEED ^ bytes.len() as u64;
    let (chunks, rest) = bytes.as_chunks::<8>();
    for chunk in chunks {
        sum = mix(sum ^ (u64::from_le_bytes(*chunk) | small));
    }
    if !rest.is_empty() {
        let mut last = [0u8; 8];
        last[..rest.len()].copy_from_slice(rest);
        sum = mix(sum ^ (u64::from_le_bytes(last) | small));
    }
    sum
}

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
}
