//! By which last bytes a word may carry an ending of the language: most words are told so to carry none.

/// The last two bytes of endings.
#[derive(Debug, Clone)]
pub struct Endings {
    /// For each last byte a bit for each byte before it, by its lowest six bits.
    before: Box<[u64; 256]>,
}

impl Default for Endings {
    fn default() -> Self {
        Self { before: Box::new([0; 256]) }
    }
}

impl Endings {
    /// Those of `suffixes`.
    #[must_use]
    pub fn of(suffixes: &[String]) -> Self {
        let mut endings = Self::default();
        for suffix in suffixes {
            match suffix.as_bytes() {
                [.., before, last] => endings.before[usize::from(*last)] |= 1 << (before % 64),
                [last] => endings.before[usize::from(*last)] = u64::MAX,
                [] => {}
            }
        }
        endings
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
        let endings = Endings::of(&["nya".to_owned(), "\u{e9}".to_owned()]);
        assert!(endings.may_end(b"Azurenya"));
        assert!(endings.may_end("caf\u{e9}".as_bytes()));
        assert!(!endings.may_end(b"Azure") && !endings.may_end(b"a") && !endings.may_end(b""));
    }
}
