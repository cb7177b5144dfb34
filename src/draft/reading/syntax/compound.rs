//! Names within longer noun phrases: what a sentence says of "a patch for Nord", "Nord's patents" or "the Nord logo" it does not
//! say of Nord.

use std::ops::Range;

use super::names::is_capitalized;
use super::predication::is_possessive;
use crate::draft::reading::sentence_view::{SentenceView, has_past_form};
use crate::draft::segmentation::TokenKind;
use crate::model::GrammarRole;

/// How far a name is the whole of the noun phrase that it is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wholeness {
    /// The phrase is about something else.
    Other,
    /// That cannot be told.
    Perhaps,
    /// It is.
    Whole,
}

/// How far `name` is the whole of its noun phrase, `words` being those of the relation, and whether it comes before them all.
#[must_use]
pub fn wholeness(sentence: &SentenceView<'_>, name: &Range<usize>, words: &[usize]) -> Wholeness {
    let phrase = NounPhrase { sentence, name, words };
    phrase.before().min(phrase.behind())
}

struct NounPhrase<'a> {
    sentence: &'a SentenceView<'a>,
    name: &'a Range<usize>,
    words: &'a [usize],
}

impl NounPhrase<'_> {
    /// "A patch for Nord", "upgrading from Nord"; where what describes a noun follows it, "tambalan Nord".
    fn before(&self) -> Wholeness {
        let Some(mut at) = self.name.start.checked_sub(1) else { return Wholeness::Whole };
        let leads = self.words.first().is_some_and(|word| self.name.end <= *word);
        let is_ordinal = self.sentence.language.modifiers_follow && self.sentence.is_ranked(at);
        if self.is_open(at) || is_ordinal {
            let is_head = self.sentence.language.modifiers_follow;
            let is_lower = !is_capitalized(self.sentence.tokens[at].text(self.sentence.text)) || at == 0;
            let is_noun =
                is_head && is_lower && !self.is_kind(at) && !self.is_verb_like(at) && !self.has_owner(at);
            let is_gerund = leads && !is_head && at == 0 && self.is_gerund(at);
            return if is_noun || is_gerund { Wholeness::Other } else { Wholeness::Whole };
        }
        if self.sentence.has(at, GrammarRole::Determiner) {
            let Some(before) = at.checked_sub(1) else { return Wholeness::Whole };
            at = before;
        }
        let is_preposition = self.sentence.has(at, GrammarRole::Preposition) && !self.words.contains(&at);
        let is_number = |at: usize| self.sentence.tokens[at].kind == TokenKind::Number;
        let noun = at.checked_sub(1).filter(|_| is_preposition);
        // "Version 5 of Nord".
        let noun = noun.and_then(|noun| if is_number(noun) { noun.checked_sub(1) } else { Some(noun) });
        let noun = noun.filter(|noun| self.is_open(*noun));
        // Whom a body or a kind of thing is named by is meant: "the board of Nord", "the city of Nord". "Led to Nord" is no noun.
        let joins = self.sentence.language.joints.contains(&self.sentence.tokens[at].hash);
        let is_other =
            noun.is_some_and(|noun| if joins { !self.is_kind(noun) } else { !self.has_past_form(noun) });
        if leads && is_other { Wholeness::Other } else { Wholeness::Whole }
    }

    /// "Nord's patents", "the Nord logo", "Nord shares".
    fn behind(&self) -> Wholeness {
        let last = self.words.last().copied().unwrap_or(0);
        if self.name.start < last {
            return Wholeness::Whole;
        }
        let end = self.name.end;
        if is_possessive(self.sentence, self.name) {
            let is_wordy =
                self.sentence.tokens.get(end + 1).is_some_and(|token| token.kind != TokenKind::Sign(','));
            let possessed = is_wordy && !self.words.contains(&(end + 1));
            return if possessed { Wholeness::Other } else { Wholeness::Whole };
        }
        let is_lower = self.sentence.tokens.get(end).is_some_and(|token| {
            token.spaced && !token.text(self.sentence.text).starts_with(char::is_uppercase)
        });
        if self.sentence.language.modifiers_follow || !is_lower || !self.is_open(end) || self.is_kind(end) {
            return Wholeness::Whole;
        }
        let article =
            self.name.start.checked_sub(1).is_some_and(|at| self.sentence.has(at, GrammarRole::Determiner));
        // "A fork of Nord kept by volunteers".
        let is_participle = self.has_past_form(end) && self.sentence.has(end + 1, GrammarRole::Preposition);
        let verb = is_participle || self.sentence.is_past_verb(end);
        match (article, verb) {
            (_, true) => Wholeness::Whole,
            (true, false) => Wholeness::Other,
            (false, false) => Wholeness::Perhaps,
        }
    }

    /// Whether a token is a noun, verb or adjective, and part of nothing that was found.
    fn is_open(&self, at: usize) -> bool {
        let is_word = self.sentence.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word);
        is_word
            && self.sentence.tags.get(at).is_some_and(|tags| tags.is_open())
            && !self.sentence.is_named(at)
            && !self.sentence.is_dated(at)
            && !self.sentence.is_in_amount(at)
            && !self.words.contains(&at)
    }

    fn has_past_form(&self, at: usize) -> bool {
        has_past_form(self.sentence.language, self.sentence.text, self.sentence.tokens, at)
    }

    fn is_kind(&self, at: usize) -> bool {
        self.sentence
            .tokens
            .get(at)
            .is_some_and(|token| self.sentence.language.kind_nouns.contains(&token.hash))
    }

    /// Whether a word is a verb by the affix that the language marks verbs with.
    fn is_verb_like(&self, at: usize) -> bool {
        let word = self.sentence.tokens[at].text(self.sentence.text).to_lowercase();
        self.sentence.language.verb_beginnings.iter().any(|beginning| word.starts_with(beginning.as_str()))
    }

    /// Whether a word tells itself whose it is, or is an adverb made so: "sebelumnya".
    fn has_owner(&self, at: usize) -> bool {
        let word = self.sentence.tokens[at].text(self.sentence.text);
        self.sentence.language.owned_endings.iter().any(|ending| word.ends_with(ending.as_str()))
    }

    fn is_gerund(&self, at: usize) -> bool {
        let word = self.sentence.tokens[at].text(self.sentence.text);
        self.sentence.language.gerund_endings.iter().any(|ending| word.ends_with(ending.as_str()))
    }
}

/// Whether a word before a noun of the relation may make another thing of it: "the wine capital". `words` are those of the
/// relation.
#[must_use]
pub fn is_qualified(sentence: &SentenceView<'_>, words: &[usize]) -> bool {
    if sentence.language.modifiers_follow {
        return false;
    }
    let phrase = NounPhrase { sentence, name: &(0..0), words };
    let neutral = |at: usize| {
        let token = &sentence.tokens[at];
        sentence.language.neutral.contains(&token.hash) || token.text(sentence.text).ends_with("ed")
    };
    let before = words.iter().filter_map(|word| word.checked_sub(1)).filter(|at| !words.contains(at));
    before.into_iter().any(|at| phrase.is_open(at) && !phrase.is_kind(at) && !neutral(at))
}

/// Whether a name before words of the relation only describes the noun after it: "an MIT fork", not "Nord's fork".
#[must_use]
pub fn is_modifier(sentence: &SentenceView<'_>, name: &Range<usize>, words: &[usize]) -> bool {
    let phrase = NounPhrase { sentence, name, words: &[] };
    let precedes = words.last().is_some_and(|last| name.end <= *last);
    !sentence.language.modifiers_follow && precedes && phrase.is_open(name.end)
}

/// Whether a word that no phrase knows is between a word of the relation and the name that follows it, where that word would be
/// what is meant: "menjual produk Nord". What is in brackets is not.
#[must_use]
pub fn has_noun_between(sentence: &SentenceView<'_>, name: &Range<usize>, words: &[usize]) -> bool {
    if !sentence.language.modifiers_follow {
        return false;
    }
    let Some(word) = words.iter().copied().filter(|word| *word < name.start).max() else { return false };
    let phrase = NounPhrase { sentence, name, words };
    let mut depth = 0_usize;
    (word + 1..name.start).any(|at| {
        let token = &sentence.tokens[at];
        depth = depth.saturating_add(usize::from(token.is_sign('(')))
            - usize::from(depth > 0 && token.is_sign(')'));
        depth == 0 && phrase.is_open(at) && !phrase.is_kind(at)
    })
}
