//! Sentences that are nothing but a label or verdict on another one: "Hoaks!", "Verdict: false."

use std::ops::Range;

use super::{SentenceReader, SentenceSite};
use crate::draft::reading::syntax::{is_false_label, is_false_verdict, tag};
use crate::draft::segmentation::tokenize;
use crate::model::Verdict;

impl SentenceReader<'_, '_> {
    /// Notes whether a sentence that names nothing is a label or verdict on the one after or before it.
    pub fn label(&mut self, around: &SentenceSite<'_>, cut: &Range<usize>) {
        tokenize(around.block.text.as_str(), cut.clone(), &mut self.tokens);
        self.is_label_or_verdict(around);
    }

    /// Whether a sentence only says that the one after or before it is false. What was read of the one before is then
    /// not held against its author.
    pub(super) fn is_label_or_verdict(&mut self, around: &SentenceSite<'_>) -> bool {
        /// Longer sentences say something of their own.
        const TOKENS: usize = 10;
        self.tags.clear();
        if self.tokens.len() > TOKENS {
            return false;
        }
        tag(around.language, &around.block.text, &self.tokens, &mut self.tags);
        // "Ann leads Nord. Not true." is of what is before it, "Hoax! Ann leads Nord." of what is behind.
        let is_label = is_false_label(&self.tokens, &self.tags);
        let is_of_next = self.sentences.len() == self.block_start
            || self.tokens.last().is_some_and(|token| token.is_sign(':'));
        if is_label && is_of_next {
            self.is_labelled_false = true;
            return true;
        }
        let is_verdict = is_label || is_false_verdict(&self.tokens, &self.tags);
        if is_verdict && let Some(before) = self.sentences.last_mut() {
            before.assertions.iter_mut().for_each(|assertion| assertion.verdict = Verdict::Unclear);
        }
        is_verdict
    }
}
