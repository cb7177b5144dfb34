//! Lists of those who have left their offices: "The following were dismissed:" before the items of a list, "Mereka adalah …" behind a
//! sentence that says so. Which noun of a list is meant is `syntax::qualifier`'s business.

use std::ops::Range;

use super::{SentenceReader, SentenceSite};
use crate::draft::markup::Block;
use crate::draft::reading::language::CompiledLanguage;
use crate::draft::segmentation::{Token, tokenize};
use crate::model::GrammarRole;

impl SentenceReader<'_, '_> {
    /// Notes the paragraph that leads to a list, if the block is one.
    pub fn note_lead(&mut self, block: &Block) {
        if !block.kind.is_listed() {
            self.lead.clear();
            self.lead_tells_of_gone = None;
            if block.text.trim_end().ends_with(':') {
                self.lead.push_str(&block.text);
            }
        }
    }

    /// Whether the sentence at `cut` is an item of such a list, or begins one: "Mereka adalah".
    pub(super) fn lists_gone(&mut self, around: &SentenceSite<'_>, cut: &Range<usize>) -> bool {
        let SentenceSite { block, language, .. } = *around;
        if block.kind.is_listed() {
            return self.lead_tells(around);
        }
        let is_of =
            |at: usize, class: &[u64]| self.tokens.get(at).is_some_and(|token| class.contains(&token.hash));
        let begins =
            has(language, &self.tokens, 0, GrammarRole::Pronoun) && is_of(1, &language.classes.listing);
        begins && tells_of_gone(language, last_sentence(block.text.get(..cut.start).unwrap_or_default()))
    }

    /// Whether the lead of a list is such a sentence: looked at once for all its items.
    fn lead_tells(&mut self, around: &SentenceSite<'_>) -> bool {
        let number = around.language_number;
        match self.lead_tells_of_gone {
            Some((known, tells)) if known == number => tells,
            _ => {
                let tells = tells_of_gone(around.language, last_sentence(&self.lead));
                self.lead_tells_of_gone = Some((number, tells));
                tells
            }
        }
    }
}

/// The last sentence of a text, roughly.
fn last_sentence(text: &str) -> &str {
    let text = text.trim_end().trim_end_matches([':', '.']);
    text.rsplit(['.', '!', '?']).next().unwrap_or_default()
}

/// Whether a sentence says of some that they have left office, not that they will or did not.
fn tells_of_gone(language: &CompiledLanguage, text: &str) -> bool {
    let mut tokens = Vec::new();
    tokenize(text, 0..text.len(), &mut tokens);
    let is_gone = |at: &usize| language.classes.gone.contains(&tokens[*at].hash);
    let is_turned = |at: &usize| language.classes.not_gone.contains(&tokens[*at].hash);
    (0..tokens.len()).any(|at| is_gone(&at)) && !(0..tokens.len()).any(|at| is_turned(&at))
}

fn has(language: &CompiledLanguage, tokens: &[Token], at: usize, wanted: GrammarRole) -> bool {
    let mut found = false;
    if at < tokens.len() {
        language.grammar.each(tokens, at, |_, role| found |= role == wanted);
    }
    found
}
