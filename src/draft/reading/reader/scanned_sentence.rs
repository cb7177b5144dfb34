//! The words of a sentence among which names are looked for that the index does not have.

use crate::draft::mentions::EntityMention;
use crate::draft::reading::language::CompiledLanguage;
use crate::draft::segmentation::Token;
use crate::model::Base;

/// A sentence with what names are on record.
pub struct ScannedSentence<'a> {
    pub base: &'a Base,
    pub language: &'a CompiledLanguage,
    pub text: &'a str,
    pub tokens: &'a [Token],
}

impl<'a> ScannedSentence<'a> {
    /// The word at a token; nothing beyond the sentence.
    pub fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.text(self.text))
    }
}

/// Adds what was found to the names of a sentence, which stay in order.
pub fn put_in_order(found: Vec<EntityMention>, mentions: &mut Vec<EntityMention>) {
    if !found.is_empty() {
        mentions.extend(found);
        mentions.sort_by_key(|mention| mention.tokens.start);
    }
}
