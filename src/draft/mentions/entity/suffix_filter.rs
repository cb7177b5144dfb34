//! The last bytes by which a word may carry an ending of the language: they rule out most words.

/// The last two bytes of suffixes.
#[derive(Debug, Clone)]
pub struct SuffixFilter {
    /// For each last byte a bit for each byte before it, by its lowest six bits.
    before: Box<[u64; 256]>,
}

impl Default for SuffixFilter {
    fn default() -> Self {
        Self { before: Box::new([0; 256]) }
    }
}

impl SuffixFilter {
    /// Those of `suffixes`.
    #[must_use]
    pub fn of(suffixes: &[String]) -> Self {
        let mut suffix_filter = Self::default();
        for suffix in suffixes {
            match suffix.as_bytes() {
                [.., before, last] => suffix_filter.before[usize::from(*last)] |= 1 << (before % 64),
                [last] => suffix_filter.before[usize::from(*last)] = u64::MAX,
                [] => {}
            }
        }
        suffix_filter
    }

    /// Whether a word may have one of them.
    #[inline]
    #[must_use]
    pub fn may_end(&self, word: &[u8]) -> bool {
        let [.., before, last] = word else { return false };
        self.before[usize::from(*last)] >> (before % 64) & 1 == 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_ends_so_is_not_missed() {
        let suffix_filter = SuffixFilter::of(&["nya".to_owned(), "\u{e9}".to_owned()]);
        assert!(suffix_filter.may_end(b"Azurenya"));
        assert!(suffix_filter.may_end("caf\u{e9}".as_bytes()));
        assert!(
            !suffix_filter.may_end(b"Azure") && !suffix_filter.may_end(b"a") && !suffix_filter.may_end(b"")
        );
    }
}
