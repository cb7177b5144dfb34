//! Words for what a relation is about, as words of the relation: "cloud" of "the main cloud partner".

use std::ops::Range;

use super::ArgumentBinder;
use crate::draft::reading::sentence_view::SentenceView;
use crate::model::Relation;

/// Whether a token is a word for what a relation is about.
#[must_use]
pub fn is_topic(sentence: &SentenceView<'_>, relation: &Relation, at: usize) -> bool {
    let word = sentence.words(&(at..at + 1));
    relation.topic.iter().any(|topic| topic.eq_ignore_ascii_case(word))
}

impl ArgumentBinder<'_, '_> {
    /// The words of the relation, and of these tokens also what it is about: "Nord's servers", "the main cloud partner".
    pub(super) fn with_topic(&self, tokens: Range<usize>) -> Vec<usize> {
        let tokens = tokens.start..tokens.end.min(self.sentence.tokens.len());
        let tokens = tokens.filter(|at| self.is_topic(*at));
        let mut words: Vec<usize> = self.hit.words.iter().copied().chain(tokens).collect();
        words.sort_unstable();
        words
    }

    /// Whether a token is a word for what the relation is about.
    pub(super) fn is_topic(&self, at: usize) -> bool {
        is_topic(self.sentence, self.record, at)
    }
}
