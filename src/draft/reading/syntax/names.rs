//! Names that stand for something else: part of a longer name, or whose rival, husband or subsidiary is meant.

use std::ops::Range;

use super::predication::is_possessive;
use crate::draft::reading::sentence_view::SentenceView;
use crate::draft::segmentation::TokenKind;
use crate::model::GrammarRole;

/// Whether a name means what it names, and not something that only has the name in it: "Nord Arts Trust", "Nord-owned Ost",
/// "Ann's husband", "the rival of Nord". `words` are those of the relation, which may follow any name.
#[must_use]
pub fn stands_alone(sentence: &SentenceView<'_>, name: &Range<usize>, words: &[usize]) -> bool {
    let follows = Follows { sentence, words };
    !follows.continues(name.end)
        && !follows.is_opened(name)
        && !follows.goes_on_with_of(name)
        && !follows.is_possessor(name)
        && !follows.is_anothers(name)
}

/// Whether a word with a capital is before a surname that is not a title, pronoun or word of the relation: another
/// person's name.
#[must_use]
pub fn follows_name(sentence: &SentenceView<'_>, start: usize) -> bool {
    let Some(before) = start.checked_sub(1) else { return false };
    let token = &sentence.tokens[before];
    let is_word = token.kind == TokenKind::Word && is_capitalized(token.text(sentence.text));
    let is_open = sentence.tags.get(before).is_some_and(|tags| tags.is_open());
    let is_title = sentence.language.modifiers_follow && sentence.language.names.titles.contains(&token.hash);
    is_word
        && is_open
        && !is_title
        && !sentence.is_named(before)
        && sentence.tokens.get(start).is_some_and(|token| token.spaced)
}

struct Follows<'a> {
    sentence: &'a SentenceView<'a>,
    words: &'a [usize],
}

impl Follows<'_> {
    /// Whether a name goes on with a word that belongs to no other name and not to the relation.
    fn continues(&self, at: usize) -> bool {
        let Some(token) = self.sentence.tokens.get(at).filter(|token| token.kind == TokenKind::Word) else {
            return false;
        };
        let is_free = !self.words.contains(&at) && !self.sentence.is_named(at) && !self.sentence.is_dated(at);
        let is_open = self.sentence.tags.get(at).is_some_and(|tags| tags.is_open());
        let longer =
            is_open && token.spaced && is_capitalized(token.text(self.sentence.text)) && !self.is_headline();
        let word = token.text(self.sentence.text);
        // "Nord B", "Nord U-19".
        let is_mark = token.spaced && word.len() == 1 && word != "I" && word.starts_with(char::is_uppercase);
        is_free && (token.hyphenated || longer || is_mark)
    }

    /// "New Nord", not at the beginning of a sentence, where it may be a new one.
    fn is_opened(&self, name: &Range<usize>) -> bool {
        let Some(before) = name.start.checked_sub(1).filter(|at| *at > 0) else { return false };
        let opens = self.sentence.is_of(before, &self.sentence.language.classes.name_openers);
        let is_capital = is_capitalized(self.sentence.tokens[before].text(self.sentence.text));
        let is_first = !self.sentence.tokens[before - 1].is_wordy();
        opens && is_capital && !is_first && !self.words.contains(&before) && !self.is_headline()
    }

    /// "A member of the Nord Union of Bakers".
    fn goes_on_with_of(&self, name: &Range<usize>) -> bool {
        let sentence = self.sentence;
        let has_article =
            name.start.checked_sub(1).is_some_and(|at| sentence.has(at, GrammarRole::Determiner));
        let trails = self.words.iter().all(|word| *word < name.start);
        let behind = name.end + 1;
        let is_name = sentence
            .tokens
            .get(behind)
            .is_some_and(|token| token.kind == TokenKind::Word && is_capitalized(token.text(sentence.text)));
        let is_of = sentence.is_of(name.end, &sentence.language.joints);
        has_article && trails && is_of && is_name && !sentence.is_named(behind) && !sentence.is_dated(behind)
    }

    /// "Ann's husband", "Nord's rival".
    fn is_possessor(&self, name: &Range<usize>) -> bool {
        is_possessive(self.sentence, name)
            && self.sentence.has(name.end + 1, GrammarRole::RelationalNoun)
            && !self.words.contains(&(name.end + 1))
    }

    /// "The rival of Nord", "suami Ann".
    fn is_anothers(&self, name: &Range<usize>) -> bool {
        // "The rival of the Nord Festival".
        let is_article =
            |at: &usize| self.sentence.has(*at, GrammarRole::Determiner) && !self.words.contains(at);
        let Some(before) = (0..name.start).rev().find(|at| !is_article(at)) else { return false };
        // "A successor to Nord".
        if self.sentence.has(before, GrammarRole::OtherRole) && !self.words.contains(&before) {
            return true;
        }
        // "Suami Ann", "pemasok untuk Nord".
        let direct = Some(before).filter(|_| self.sentence.language.modifiers_follow);
        let led = before.checked_sub(1).filter(|_| self.sentence.has(before, GrammarRole::Preposition));
        direct.into_iter().chain(led).any(|noun| {
            let is_other = [GrammarRole::RelationalNoun, GrammarRole::OtherRole];
            is_other.into_iter().any(|role| self.sentence.has(noun, role)) && !self.words.contains(&noun)
        })
    }

    /// Whether most words are capitalised, so that capitals mean nothing.
    fn is_headline(&self) -> bool {
        /// Fewer words may all have a capital by chance.
        const FEW: usize = 3;
        let is_open = |at: &usize| {
            let is_word = self.sentence.tokens[*at].kind == TokenKind::Word;
            is_word
                && self.sentence.tags.get(*at).is_some_and(|tags| tags.is_open())
                && !self.sentence.is_named(*at)
        };
        let open: Vec<usize> = (1..self.sentence.tokens.len()).filter(is_open).collect();
        let capital = |at: &&usize| is_capitalized(self.sentence.tokens[**at].text(self.sentence.text));
        let capitals = open.iter().filter(capital).count();
        capitals > FEW && capitals * 4 >= open.len() * 3
    }
}

/// Whether a word begins with a capital and goes on in small letters: no acronym.
pub(super) fn is_capitalized(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
}

/// Whether a verb in the past follows a name without an article: "the president of Nord accepted".
#[must_use]
pub fn precedes_verb(sentence: &SentenceView<'_>, name: &Range<usize>) -> bool {
    let article = name.start.checked_sub(1).is_some_and(|at| sentence.has(at, GrammarRole::Determiner));
    !article && sentence.has_past_form(name.end)
}
