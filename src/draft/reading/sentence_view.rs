//! A sentence with all that was found in it, ready for being understood.

use std::ops::Range;

use super::cue::{Around, Cue};
use super::language::CompiledLanguage;
use super::pattern::MatchInput;
use super::syntax::Tags;
use crate::draft::mentions::AmountExpression;
use crate::draft::mentions::EntityMention;
use crate::draft::mentions::TimeExpression;
use crate::draft::segmentation::{Token, TokenKind, bytes};
use crate::model::{Category, EntityId, GrammarRole};
use crate::time::{Bound, Day};

/// How many words before a verb its auxiliary may be.
const AUXILIARY: usize = 2;

/// A sentence and what was found in it.
#[derive(Debug)]
pub struct SentenceView<'a> {
    /// Its language.
    pub language: &'a CompiledLanguage,
    /// The text of the block.
    pub text: &'a str,
    /// Its tokens.
    pub tokens: &'a [Token],
    /// The clause of each token.
    pub clauses: &'a [u16],
    /// The chain of clauses of each token.
    pub chains: &'a [u16],
    /// The roles of each token.
    pub tags: &'a [Tags],
    /// The entities that it names.
    pub mentions: &'a [EntityMention],
    /// The amounts that it names.
    pub amounts: &'a [AmountExpression],
    /// The dates that it names.
    pub times: &'a [TimeExpression],
    /// The day by which the draft is judged.
    pub today: Option<Day>,
    /// The triggers that count.
    pub cues: &'a [Cue],
    /// What is between quotation marks.
    pub quotes: &'a [Range<usize>],
    /// Whether the whole block is quoted.
    pub quoted: bool,
    /// What the sentences and headings around it speak of, nearest first.
    pub context: &'a [EntityId],
    /// Words that stand for something named before, as tokens.
    pub pronouns: &'a [Range<usize>],
    /// Whether a label before it calls it false.
    pub is_labelled_false: bool,
    /// Whether it lists those who have left their offices.
    pub is_of_gone: bool,
    /// The year that the heading of its section names, if it is past.
    pub setting: Option<Bound>,
    /// Whether it may leave out what the text before it names: in a table or list.
    pub is_elliptic: bool,
}

impl<'a> SentenceView<'a> {
    /// As patterns see it.
    #[must_use]
    pub fn match_input(&self) -> MatchInput<'a> {
        MatchInput {
            text: self.text,
            tokens: self.tokens,
            clauses: self.chains,
            mentions: self.mentions,
            amounts: self.amounts,
            pronouns: self.pronouns,
        }
    }

    /// For asking what triggers reach.
    #[must_use]
    pub fn around(&self) -> Around<'a> {
        Around { tokens: self.tokens, clauses: self.clauses }
    }

    /// The triggers of a category.
    pub fn cues_of(&self, category: Category) -> impl Iterator<Item = &'a Cue> {
        self.cues.iter().filter(move |cue| cue.category == category)
    }

    /// Whether a token has a role.
    #[must_use]
    pub fn has(&self, at: usize, role: GrammarRole) -> bool {
        self.tags.get(at).is_some_and(|tags| tags.has(role))
    }

    /// Whether a token is an ordinal or superlative.
    #[must_use]
    pub fn is_ranked(&self, at: usize) -> bool {
        self.has(at, GrammarRole::Ordinal) || self.has(at, GrammarRole::Superlative)
    }

    /// Whether a token is part of a name.
    #[must_use]
    pub fn is_named(&self, at: usize) -> bool {
        self.mentions.iter().any(|mention| mention.tokens.contains(&at))
    }

    /// Whether a token is part of a date.
    #[must_use]
    pub fn is_dated(&self, at: usize) -> bool {
        self.times.iter().any(|time| time.tokens.contains(&at))
    }

    /// Whether a token is part of an amount.
    #[must_use]
    pub fn is_in_amount(&self, at: usize) -> bool {
        self.amounts.iter().any(|amount| amount.tokens.contains(&at))
    }

    /// The words of these tokens as they are.
    #[must_use]
    pub fn words(&self, tokens: &Range<usize>) -> &'a str {
        self.text.get(bytes(self.tokens, tokens)).unwrap_or_default()
    }

    /// The words at these tokens, `…` for those between them.
    #[must_use]
    pub fn words_at(&self, tokens: &[usize]) -> String {
        let mut said = String::new();
        for (at, token) in tokens.iter().enumerate() {
            let before = at.checked_sub(1).map(|before| tokens[before] + 1);
            said.push_str(before.map_or("", |next| if next == *token { " " } else { " … " }));
            said.push_str(self.words(&(*token..*token + 1)));
        }
        said
    }

    /// Whether a token is a verb in the past tense by its form, and no auxiliary before it makes it another tense.
    #[must_use]
    pub fn is_past_verb(&self, at: usize) -> bool {
        is_past_verb(self.language, self.text, self.tokens, at)
    }

    /// Whether a token is a verb in the past tense, by its form or by what is around it.
    #[must_use]
    pub fn is_past(&self, at: usize) -> bool {
        self.is_past_verb(at) || self.is_past_between(at)
    }

    /// Whether a verb in the past tense is between the noun that is its subject and its object: "the owners sold Nord".
    #[must_use]
    pub fn is_past_between(&self, at: usize) -> bool {
        let Some(noun) = at.checked_sub(1).filter(|_| self.has_past_form(at)) else { return false };
        let is_noun = self.tags.get(noun).is_some_and(|tags| tags.is_open())
            && !self.tokens[at].hyphenated
            && !self.language.auxiliaries.contains(&self.tokens[noun].hash);
        let is_led = noun.checked_sub(1).is_some_and(|before| self.has(before, GrammarRole::Determiner));
        is_noun && is_led && (self.is_named(at + 1) || self.has(at + 1, GrammarRole::Determiner))
    }

    /// Whether a token has the form of a verb in the past tense.
    #[must_use]
    pub fn has_past_form(&self, at: usize) -> bool {
        has_past_form(self.language, self.text, self.tokens, at)
    }

    /// Whether a token is this sign.
    #[must_use]
    pub fn is_sign(&self, at: usize, sign: char) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is_sign(sign))
    }

    /// Whether the word at a token is of a class, by hashes.
    #[must_use]
    pub fn is_of(&self, at: usize, class: &[u64]) -> bool {
        self.tokens.get(at).is_some_and(|token| class.contains(&token.hash))
    }

    /// Whether a word is a verb by the affix that the language marks verbs with.
    #[must_use]
    pub fn is_verb_like(&self, at: usize) -> bool {
        let fits = |token: &Token| self.language.verb_beginnings.fit(token.text(self.text));
        self.tokens.get(at).is_some_and(fits) && !self.is_named(at)
    }

    /// Whether a token is a word of no closed class and of no name or date: a noun, verb or adjective.
    #[must_use]
    pub fn is_free_word(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at).filter(|token| token.kind == TokenKind::Word) else {
            return false;
        };
        let is_lower = token.text(self.text).starts_with(char::is_lowercase);
        is_lower && self.tags[at].is_open() && !self.is_named(at) && !self.is_dated(at)
    }

    /// Whether a name is taken out by what is before it ("other than Microsoft"), alone or in a list. "Selain memimpin Nord" takes out
    /// nothing.
    #[must_use]
    pub fn is_excepted(&self, name: usize) -> bool {
        let Some(mention) = self.mentions.get(name) else { return false };
        let start = [mention.tokens.start];
        self.cues_of(Category::Exception).any(|cue| {
            let first = self.mentions.iter().position(|mention| mention.tokens.start >= cue.tokens.end);
            cue.reaches(&start, &self.around()).is_some()
                && !self.is_verb_like(cue.tokens.end)
                && first.is_none_or(|first| {
                    first == name || !self.opens(cue) && self.listed_with(first).contains(&name)
                })
        })
    }

    /// Whether nothing is before a phrase, or a comma: then the next comma ends what belongs to it ("Besides Oracle,
    /// OpenAI uses Azure").
    fn opens(&self, cue: &Cue) -> bool {
        let before = cue.tokens.start.checked_sub(1).and_then(|before| self.tokens.get(before));
        before.is_none_or(|token| token.is_sign(','))
    }

    /// The names that are in one list with this one, itself included: separated by commas and words such as "and"
    /// alone.
    #[must_use]
    pub fn listed_with(&self, name: usize) -> Range<usize> {
        let joined = |left: usize| match (self.mentions.get(left), self.mentions.get(left + 1)) {
            (Some(left), Some(right)) => self.joins(left.tokens.end..right.tokens.start),
            _ => false,
        };
        let mut start = name;
        while start > 0 && joined(start - 1) {
            start -= 1;
        }
        let mut end = name + 1;
        while joined(end - 1) {
            end += 1;
        }
        if self.is_list(start..end) { start..end } else { name..name + 1 }
    }

    /// Whether names between signs and coordinators are one list: two with a comma between are none, as in "Unlike Oracle,
    /// OpenAI …", nor are those of which a preposition leads the first into a sentence.
    fn is_list(&self, names: Range<usize>) -> bool {
        let Some(mentions) = self.mentions.get(names) else { return false };
        let (Some(first), Some(last)) = (mentions.first(), mentions.last()) else { return false };
        let between = self.tokens.get(first.tokens.end..last.tokens.start).unwrap_or_default();
        let commas = mentions.len() == 2 && between.iter().all(|token| token.is_sign(','));
        let opens = first.tokens.start <= 2 && self.has(0, GrammarRole::Preposition);
        let is_led = opens && self.is_sign(first.tokens.end, ',');
        !commas && !is_led
    }

    /// Whether the names at two tokens are in one list.
    #[must_use]
    pub fn is_listed(&self, one: usize, two: usize) -> bool {
        let name = |at: usize| self.mentions.iter().position(|mention| mention.tokens.contains(&at));
        match (name(one), name(two)) {
            (Some(one), Some(two)) => one == two || self.listed_with(two).contains(&one),
            _ => false,
        }
    }

    /// Whether names that are in one list are alternatives: "either Oracle or AWS".
    #[must_use]
    pub fn is_alternative(&self, name: usize) -> bool {
        let Some(mentions) = self.mentions.get(self.listed_with(name)) else { return false };
        let (Some(first), Some(last)) = (mentions.first(), mentions.last()) else { return false };
        let between = self.tokens.get(first.tokens.end..last.tokens.start).unwrap_or_default();
        between.iter().any(|token| self.language.classes.alternatives.contains(&token.hash))
    }

    fn joins(&self, between: Range<usize>) -> bool {
        let tokens = self.tokens.get(between).unwrap_or_default();
        let coordinates = |token: &Token| self.language.coordinators.contains(&token.hash);
        let is_coordinated = tokens.iter().any(coordinates);
        let joins = |token: &Token| match token.kind {
            TokenKind::Sign(sign) => matches!(sign, ',' | '/' | '&' | '(' | ')'),
            TokenKind::Word => {
                coordinates(token)
                    || self.language.recipients.contains(&token.hash)
                    || is_coordinated && self.language.determiners.contains(&token.hash)
            }
            TokenKind::Number => false,
        };
        // A preposition or an article may be repeated after "and", but joins nothing by itself.
        let parted = tokens.iter().any(|token| coordinates(token) || !token.is_wordy());
        parted && tokens.iter().all(joins)
    }

    /// Whether it ends as a question.
    #[must_use]
    pub fn is_question(&self) -> bool {
        let last = self
            .tokens
            .iter()
            .rev()
            .find(|token| !token.is_sign('"') && !token.is_sign(')') && !token.is_sign('\''));
        last.is_some_and(|token| token.is_sign('?'))
    }
}

/// Whether a token is a verb in the past tense by its form, and no auxiliary before it makes it another tense.
#[must_use]
pub fn is_past_verb(language: &CompiledLanguage, text: &str, tokens: &[Token], at: usize) -> bool {
    let before = || &tokens[at.saturating_sub(AUXILIARY)..at];
    has_past_form(language, text, tokens, at)
        && !before().iter().any(|token| language.auxiliaries.contains(&token.hash))
}

/// Whether a token has the form of a verb in the past tense or of a participle.
#[must_use]
pub fn has_past_form(language: &CompiledLanguage, text: &str, tokens: &[Token], at: usize) -> bool {
    let Some(token) = tokens.get(at).filter(|token| token.kind == TokenKind::Word) else {
        return false;
    };
    let word = token.text(text).to_lowercase();
    let has = |ending: &String| word.len() > ending.len() + 2 && word.ends_with(ending.as_str());
    language.past_endings.iter().any(has) || language.past_forms.binary_search(&token.hash).is_ok()
}

/// What is between quotation marks, as tokens; a mark that is never closed quotes nothing.
pub fn quotes(tokens: &[Token], out: &mut Vec<Range<usize>>) {
    out.clear();
    let mut open = None;
    for (at, _) in tokens.iter().enumerate().filter(|(_, token)| token.is_sign('"')) {
        match open.take() {
            None => open = Some(at),
            Some(start) => out.push(start + 1..at),
        }
    }
}
