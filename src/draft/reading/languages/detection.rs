//! Which language a text is in, by the small words that are frequent in it.

use super::CompiledLanguages;
use crate::draft::markup::Block;
use crate::draft::segmentation::{word_hash, word_runs};

impl CompiledLanguages<'_> {
    /// The language whose small words are most frequent in `text`; `None` if no language has more than any other.
    #[must_use]
    pub fn detect(&self, text: &str) -> Option<usize> {
        most_frequent(&self.counts(text))
    }

    /// The language of a text in a draft that states one: another where several small words are of that and none of the
    /// stated one, such as a quotation.
    #[must_use]
    pub fn detect_beside(&self, stated: usize, text: &str) -> usize {
        /// Fewer may be of a name or a title.
        const SEVERAL: usize = 3;
        let counts = self.counts(text);
        let is_other = |at: &usize| counts[*at] >= SEVERAL && counts.get(stated) == Some(&0);
        most_frequent(&counts).filter(is_other).unwrap_or(stated)
    }

    /// The language of a block: its own attribute, else what the draft states, unless its words say another, else what its words say, else
    /// that of the block before, `last`.
    #[must_use]
    pub fn of_block(&self, block: &Block, stated: Option<usize>, last: Option<usize>) -> Option<usize> {
        let own = block.language.as_deref().and_then(|code| self.named(code));
        own.or_else(|| Some(self.detect_beside(stated?, &block.text)))
            .or_else(|| self.detect(&block.text))
            .or(last)
    }

    /// How many different small words of each language a text has: "AS per orang per bulan" has one of English twice.
    fn counts(&self, text: &str) -> Vec<usize> {
        /// More words tell nothing new.
        const ENOUGH: usize = 32;
        let mut counts = vec![0usize; self.len()];
        let mut seen = 0;
        let mut known: Vec<u64> = Vec::new();
        let mut count = |hash: u64| {
            seen += 1;
            let places = self.may_be_common.may_have(hash).then(|| self.common.get(&hash)).flatten();
            if let Some(places) = places.filter(|_| !known.contains(&hash)) {
                known.push(hash);
                places.iter().for_each(|place| counts[usize::from(*place)] += 1);
            }
            seen < ENOUGH
        };
        word_runs(text, |run| match run.hash {
            Some(hash) => count(hash),
            None => {
                let words = run.word.split(|sign: char| !sign.is_alphanumeric());
                words.filter(|word| !word.is_empty()).all(|word| count(word_hash(word)))
            }
        });
        counts
    }
}

/// The language with the most small words; `None` if no language has more than any other.
fn most_frequent(counts: &[usize]) -> Option<usize> {
    let most = counts.iter().copied().max().filter(|most| *most > 0)?;
    let mut best = counts.iter().enumerate().filter(|(_, count)| **count == most).map(|(at, _)| at);
    let first = best.next();
    if best.next().is_some() { None } else { first }
}
