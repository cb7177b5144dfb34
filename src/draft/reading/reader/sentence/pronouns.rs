//! Words that stand for what was named before: pronouns, and the noun in a name with an article, "the authority" of the Harbour
//! Authority, "bandara itu" of Bandara Nusantara. Who is meant is told by what is around (`context`).

use std::ops::Range;

use super::{ANY, SentenceReader, SentenceSite};
use crate::draft::mentions::AmountExpression;
use crate::draft::reading::language::CompiledLanguage;
use crate::draft::reading::pattern::MatchInput;
use crate::draft::segmentation::Token;
use crate::model::{EntityId, GrammarRole};

impl SentenceReader<'_, '_> {
    /// Finds them in a sentence whose context is known.
    pub(super) fn find_pronouns(&mut self, around: &SentenceSite<'_>, counted: &[AmountExpression]) {
        let Some(matchers) = self.matchers.get_mut(around.language_number) else { return };
        let words = MatchInput::of_words(&around.block.text, &self.tokens, &self.clauses.chains);
        let match_input = MatchInput { mentions: &self.mentions, amounts: counted, ..words };
        matchers.pronouns.find(&around.language.pronouns, &match_input, ANY, &mut self.hits);
        self.pronouns.extend(self.hits.iter().map(|hit| hit.tokens.clone()));
        let nouns = self.context.iter().flat_map(|entity| self.nouns_of(around.language, *entity));
        let nouns: Vec<String> = nouns.collect();
        let found = (0..self.tokens.len()).filter_map(|at| self.noun_at(around, &nouns, at));
        let found: Vec<Range<usize>> = found.collect();
        self.pronouns.extend(found);
    }

    /// The nouns in the names of an entity that say what kind of thing it is, in lower case.
    fn nouns_of(&self, language: &CompiledLanguage, entity: EntityId) -> Vec<String> {
        /// Shorter words are parts of names.
        const LETTERS: usize = 3;
        let Some(record) = self.records.base().entities.record(entity) else { return Vec::new() };
        let noun = |name: &String| {
            let mut words = name.split(' ');
            let (first, last) = (words.next()?, words.next_back()?);
            Some(if language.modifiers_follow { first } else { last }.to_lowercase())
        };
        record.names().filter_map(noun).filter(|noun| noun.chars().count() > LETTERS).collect()
    }

    /// Such a noun at a token, with the word by which it is one that was spoken of.
    fn noun_at(&self, around: &SentenceSite<'_>, nouns: &[String], at: usize) -> Option<Range<usize>> {
        let text = around.block.text.as_str();
        let definite = &around.language.classes.definite;
        let is_definite = |token: Option<&Token>| token.is_some_and(|token| definite.contains(&token.hash));
        let is_noun = || nouns.iter().any(|noun| self.tokens[at].text(text) == noun.as_str());
        let is_named = || self.mentions.iter().any(|mention| mention.tokens.contains(&at));
        let range = if around.language.modifiers_follow {
            is_definite(self.tokens.get(at + 1)).then_some(at..at + 2)
        } else {
            let article = at.checked_sub(1)?;
            let is_described = self.tags.get(at + 1).is_some_and(|tags| tags.has(GrammarRole::Preposition));
            (is_definite(self.tokens.get(article)) && !is_described).then_some(article..at + 1)
        }?;
        (is_noun() && !is_named()).then_some(range)
    }
}
