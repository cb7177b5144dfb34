//! Names within longer noun phrases: what a sentence says of "a patch for Nord", "Nord's patents" or "the Nord logo" it does not
//! say of Nord.

mod between;
mod owner;
mod qualified;

pub use between::has_noun_between;
pub use owner::owns_another;
pub use qualified::is_qualified;

use std::ops::Range;

use super::joint::SentenceWords;
use super::names::is_capitalized;
use super::predication::is_possessive;
use crate::draft::reading::sentence_view::SentenceView;
use crate::draft::segmentation::TokenKind;
use crate::model::{Category, Direction, GrammarRole};

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

/// Whether a preposition other than "of" leads the name that begins at `start`, perhaps with an article.
#[must_use]
pub fn is_placing(sentence: &SentenceView<'_>, start: usize) -> bool {
    let has_article = start > 0 && sentence.has(start - 1, GrammarRole::Determiner);
    let before = start.checked_sub(1 + usize::from(has_article));
    before.is_some_and(|at| {
        sentence.has(at, GrammarRole::Preposition)
            && !sentence.language.joints.contains(&sentence.tokens[at].hash)
    })
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
        if self.is_of_several() {
            return Wholeness::Whole;
        }
        // "Terminal baru Nord".
        let nearest = at;
        if self.sentence.language.modifiers_follow
            && self.is_neutral(at)
            && at > 0
            && !self.words.contains(&at)
        {
            at -= 1;
        }
        let leads = self.words.first().is_some_and(|word| self.name.end <= *word);
        if leads && self.is_in_relative(at) {
            return Wholeness::Other;
        }
        let is_ordinal = self.sentence.language.modifiers_follow
            && self.sentence.is_ranked(at)
            && !self.words.contains(&at);
        if self.is_open(at) || is_ordinal {
            let is_head = self.sentence.language.modifiers_follow;
            let is_lower = !is_capitalized(self.sentence.tokens[at].text(self.sentence.text)) || at == 0;
            let is_kind = self.is_kind(at) && !(leads && self.is_behind_noun(at));
            let is_verb = at >= nearest && (self.sentence.is_verb_like(at) || leads && self.is_bare_verb(at));
            let is_noun = is_head && is_lower && !is_kind && !is_verb && !self.has_owner(at);
            let is_gerund = leads && !is_head && at == 0 && self.is_gerund(at);
            return match leads {
                _ if is_noun || is_gerund || self.is_region(at) => Wholeness::Other,
                true if self.tells_apart(at) && !self.is_before_title() || self.is_governed(at) => {
                    Wholeness::Perhaps
                }
                _ => Wholeness::Whole,
            };
        }
        if self.is_numbered(at) {
            return Wholeness::Other;
        }
        if self.sentence.has(at, GrammarRole::Determiner) {
            let Some(before) = at.checked_sub(1) else { return Wholeness::Whole };
            at = before;
            if self.sentence.is_of(at, &self.sentence.language.classes.groups) {
                return Wholeness::Other;
            }
        }
        let is_preposition = self.sentence.has(at, GrammarRole::Preposition) && !self.words.contains(&at);
        let is_behind =
            self.is_behind_named(at, is_preposition) || self.is_behind_participle(at, is_preposition);
        if leads && (is_behind || self.is_before_event(at)) {
            return Wholeness::Other;
        }
        let is_number = |at: usize| self.sentence.tokens[at].kind == TokenKind::Number;
        // "Next to Nord", "kota terbesar di Nord".
        let is_phrase = |at: &usize| {
            let describes = self.sentence.language.modifiers_follow && self.sentence.is_ranked(*at);
            self.sentence.has(*at, GrammarRole::Preposition) || describes && !self.words.contains(at)
        };
        let noun = (0..at).rev().find(|at| !is_phrase(at)).filter(|_| is_preposition);
        // "Version 5 of Nord".
        let noun = noun.and_then(|noun| if is_number(noun) { noun.checked_sub(1) } else { Some(noun) });
        let is_part = |at: usize| {
            self.sentence.is_of(at, &self.sentence.language.classes.parts) && !self.words.contains(&at)
        };
        let is_participle =
            |at: usize| self.sentence.has(at, GrammarRole::DatedParticiple) && !self.words.contains(&at);
        // "The tablet form of Nord", "the sports club of Nord": not the whole, but one of its kinds or parts.
        let is_form =
            |noun: usize| self.sentence.has(noun, GrammarRole::LightNoun) && !self.words.contains(&noun);
        // "Bertemu dengan Ann, direktur Nord": a verb is no noun of hers.
        let is_described = self.sentence.is_sign(self.name.end, ',');
        let is_verb = |noun: &usize| {
            self.sentence.language.modifiers_follow && is_described && self.sentence.is_verb_like(*noun)
        };
        let noun = noun
            .filter(|noun| !is_verb(noun))
            .filter(|noun| self.is_open(*noun) || is_part(*noun) || is_participle(*noun) || is_form(*noun));
        // Whom a body or a kind of thing is named by is meant: "the board of Nord", "the city of Nord". "Led to Nord" is no noun.
        let joins = self.sentence.language.joints.contains(&self.sentence.tokens[at].hash);
        let portions = &self.sentence.language.portions;
        let indefinite = &self.sentence.language.classes.indefinite;
        let is_one_of_many = |noun: usize| noun > 0 && self.sentence.is_of(noun - 1, indefinite);
        let is_kind = |noun: usize| {
            self.is_kind(noun) && (self.is_body(noun) || !self.is_described(noun) && !is_one_of_many(noun))
        };
        let is_same = |noun: usize| is_kind(noun) || self.sentence.is_of(noun, portions);
        let is_other = noun.filter(|noun| !self.exemplifies(*noun)).is_some_and(|noun| {
            if joins { !is_same(noun) } else { is_participle(noun) || !self.sentence.has_past_form(noun) }
        });
        // "The end of Nord (a rebuild of Ost)": of the nearest name or of the noun before it.
        let is_open = joins && self.sentence.is_sign(self.name.end, '(');
        let other = if is_open { Wholeness::Perhaps } else { Wholeness::Other };
        if leads && is_other { other } else { Wholeness::Whole }
    }

    /// Whether a word for a kind of thing, with its name, only tells whose the noun before it is: "pemilik klub Nord".
    fn is_behind_noun(&self, kind: usize) -> bool {
        let noun = (0..kind).rev().find(|at| !self.is_kind(*at)).filter(|at| self.is_open(*at));
        let is_capital = |at: usize| is_capitalized(self.sentence.tokens[at].text(self.sentence.text));
        noun.is_some_and(|at| !self.sentence.is_verb_like(at) && (at == 0 || !is_capital(at)))
    }

    /// Whether a word tells which part of the named place is meant: "southern Nord".
    fn is_region(&self, at: usize) -> bool {
        let word = self.sentence.tokens.get(at).map(|token| token.text(self.sentence.text));
        word.is_some_and(|word| !is_capitalized(word))
            && self.sentence.is_of(at, &self.sentence.language.classes.regions)
    }

    /// Whether the noun before the name is one of several that it follows, as the relation's noun is: "pendiri dan direktur Nord".
    fn is_of_several(&self) -> bool {
        let last = self.words.iter().filter(|word| **word < self.name.start).max();
        let joins = |word: &usize| self.sentence.has(*word, GrammarRole::Coordinator);
        self.sentence.language.modifiers_follow && last.is_some_and(joins)
    }

    /// Whether the verb before the name is one of a clause that describes a noun: "the law that amends Nord", "aturan yang
    /// mengubah Nord".
    fn is_in_relative(&self, verb: usize) -> bool {
        let clause = [GrammarRole::Relativizer, GrammarRole::Complementizer];
        let Some(noun) = verb.checked_sub(2) else { return false };
        let is_relative = clause.into_iter().any(|role| self.sentence.has(verb - 1, role));
        is_relative && self.is_open(noun) && !self.sentence.has_past_form(noun) && self.adjoins_words()
    }

    /// Whether the name is an example of what a noun before it names, and a relative clause is of the name: "firms like Nord, which".
    fn exemplifies(&self, noun: usize) -> bool {
        let is_sign = |at: &usize| self.sentence.is_sign(*at, ',') || self.sentence.is_sign(*at, '(');
        let behind = self.name.end + usize::from(is_sign(&self.name.end));
        let exemplifying = &self.sentence.language.classes.exemplifying;
        (noun + 1..self.name.start).any(|at| self.sentence.is_of(at, exemplifying))
            && self.sentence.has(behind, GrammarRole::Relativizer)
    }

    /// Whether a word between an article and the name says which of several is meant: "the old Nord".
    fn tells_apart(&self, at: usize) -> bool {
        let has_article = at.checked_sub(1).is_some_and(|at| self.sentence.has(at, GrammarRole::Determiner));
        has_article && self.sentence.is_of(at, &self.sentence.language.classes.telling_apart)
    }

    /// Whether the name is before a noun of the relation, which is what an article and adjective before the name belong to: "the
    /// new Nord chief executive".
    fn is_before_title(&self) -> bool {
        let noun = self.name.end;
        self.words.contains(&noun)
            && !self.sentence.has(noun, GrammarRole::Auxiliary)
            && !SentenceWords::of(self.sentence).is_verb(noun)
    }

    /// Whether the word before the name is a verb, in a language that marks verbs, of which the name is the object: "jalan
    /// menuju Nord dibuka".
    fn is_governed(&self, verb: usize) -> bool {
        let noun = verb.checked_sub(1).filter(|noun| self.is_open(*noun) || self.sentence.is_named(*noun));
        noun.is_some_and(|noun| !self.sentence.is_verb_like(noun))
            && self.sentence.language.modifiers_follow
            && self.sentence.is_verb_like(verb)
            && self.adjoins_words()
    }

    /// Whether a preposition joins the name to another one, of which something is said: "Ost in Nord has".
    fn is_behind_named(&self, at: usize, is_preposition: bool) -> bool {
        let is_named = at.checked_sub(1).is_some_and(|name| self.sentence.is_named(name));
        is_preposition && is_named && self.adjoins_words()
    }

    /// "A test before Nord costs": a word that also begins clauses, behind a noun with its article.
    fn is_before_event(&self, at: usize) -> bool {
        let Some(noun) = at.checked_sub(1).filter(|noun| self.is_open(*noun)) else { return false };
        let begins = noun == 0 || noun == 1 && self.sentence.has(0, GrammarRole::Determiner);
        let is_length = self.sentence.is_of(noun, &self.sentence.language.classes.lengths);
        let is_open = begins && !is_length && !self.sentence.has_past_form(noun);
        is_open && self.sentence.has(at, GrammarRole::Subordinator)
    }

    /// "Code taken from Nord is": a participle behind a noun with which the sentence begins.
    fn is_behind_participle(&self, at: usize, is_preposition: bool) -> bool {
        let participle = at.checked_sub(1).filter(|at| is_preposition && self.sentence.has_past_form(*at));
        let noun = participle.and_then(|at| at.checked_sub(1)).filter(|noun| self.is_open(*noun));
        let begins =
            noun.is_some_and(|noun| noun == 0 || noun == 1 && self.sentence.has(0, GrammarRole::Determiner));
        begins && !self.sentence.language.modifiers_follow && self.adjoins_words()
    }

    /// Whether the words of the relation go on right behind the name, or an auxiliary does.
    fn adjoins_words(&self) -> bool {
        let behind = self.name.end;
        self.words.contains(&behind) || self.sentence.has(behind, GrammarRole::Auxiliary)
    }

    /// Whether a number counts a part of what is named behind it: "pasal 5 Nord".
    fn is_numbered(&self, at: usize) -> bool {
        let is_number = self.sentence.tokens[at].kind == TokenKind::Number;
        let noun = at.checked_sub(1).filter(|_| is_number && self.sentence.language.modifiers_follow);
        noun.is_some_and(|noun| self.is_open(noun) && !self.sentence.is_dated(at))
    }

    /// Whether a word before a noun says of what kind it is: "sports club".
    fn is_described(&self, noun: usize) -> bool {
        let before = noun.checked_sub(1).filter(|at| self.is_open(*at) && !self.is_neutral(*at));
        before.is_some_and(|at| !is_capitalized(self.sentence.tokens[at].text(self.sentence.text)))
    }

    /// Whether what a word names is not what is named by the name beside it, but who acts for it: "the Nord board".
    fn is_body(&self, at: usize) -> bool {
        self.sentence.is_of(at, &self.sentence.language.classes.bodies)
    }

    /// "Nord's patents", "the Nord logo", "Nord shares".
    fn behind(&self) -> Wholeness {
        // "The release of Nord plugins in": a preposition does not make it the whole.
        let is_word = |at: &&usize| !self.sentence.has(**at, GrammarRole::Preposition);
        let last = self.words.iter().rev().find(is_word).copied().unwrap_or(0);
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
        // "The Nord under-21 side".
        if self.sentence.tokens.get(end + 1).is_some_and(|token| token.hyphenated) && is_lower {
            return Wholeness::Other;
        }
        // "Nord selatan", "klub Nord putri".
        let classes = &self.sentence.language.classes;
        let is_part = self.sentence.language.modifiers_follow
            && (self.is_region(end) || self.sentence.is_of(end, &classes.groups));
        if is_lower && is_part && !self.words.contains(&end) {
            return Wholeness::Other;
        }
        let trails = self.words.first().is_some_and(|word| *word < self.name.start);
        if trails && is_lower && self.is_body(end) && !self.words.contains(&end) {
            return Wholeness::Other;
        }
        // "Is the head of a Nord rival".
        let is_relational = self.sentence.has(end, GrammarRole::RelationalNoun) && !self.words.contains(&end);
        let is_noun = self.is_open(end) && !self.is_kind(end) && !self.denies(end) || is_relational;
        if self.sentence.language.modifiers_follow || !is_lower || !is_noun {
            return Wholeness::Whole;
        }
        if self.sentence.is_of(end, &self.sentence.language.products) {
            return Wholeness::Whole;
        }
        let article =
            self.name.start.checked_sub(1).is_some_and(|at| self.sentence.has(at, GrammarRole::Determiner));
        // "A fork of Nord kept by volunteers".
        let is_participle =
            self.sentence.has_past_form(end) && self.sentence.has(end + 1, GrammarRole::Preposition);
        let verb = is_participle
            || self.sentence.is_past_verb(end)
            || self.sentence.is_of(end, &self.sentence.language.predicates);
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

    /// Whether a word is a verb without the form of one, as speech tags and headlines have it: "kata Ann, direktur Nord".
    fn is_bare_verb(&self, at: usize) -> bool {
        self.sentence.is_of(at, &self.sentence.language.classes.bare_verbs)
    }

    /// Whether a token is of what says that something is over: "the head of Nord no more".
    fn denies(&self, at: usize) -> bool {
        let mut cues = self.sentence.cues_of(Category::Cessation);
        cues.any(|cue| cue.direction == Direction::Backward && cue.tokens.contains(&at))
    }

    fn is_neutral(&self, at: usize) -> bool {
        self.sentence.is_of(at, &self.sentence.language.neutral)
    }

    /// Whether a word says of what kind a thing is. Twice it is many of them: "klub-klub".
    fn is_kind(&self, at: usize) -> bool {
        let token = self.sentence.tokens.get(at).filter(|token| token.hyphenated);
        let is_twice = token.is_some_and(|token| at > 0 && self.sentence.tokens[at - 1].hash == token.hash);
        !is_twice && self.sentence.is_of(at, &self.sentence.language.kind_nouns)
    }

    /// Whether a word tells itself whose it is, or is an adverb made so: "sebelumnya".
    fn has_owner(&self, at: usize) -> bool {
        let word = self.sentence.tokens[at].text(self.sentence.text);
        let is_length = self.sentence.is_of(at, &self.sentence.language.classes.lengths);
        !is_length
            && self.sentence.language.owned_endings.iter().any(|ending| word.ends_with(ending.as_str()))
    }

    fn is_gerund(&self, at: usize) -> bool {
        let word = self.sentence.tokens[at].text(self.sentence.text);
        self.sentence.language.gerund_endings.iter().any(|ending| word.ends_with(ending.as_str()))
    }
}

/// Whether a name before words of the relation only describes the noun after it: "an MIT fork", not "Nord's fork".
#[must_use]
pub fn is_modifier(sentence: &SentenceView<'_>, name: &Range<usize>, words: &[usize]) -> bool {
    let phrase = NounPhrase { sentence, name, words: &[] };
    let precedes = words.last().is_some_and(|last| name.end <= *last);
    !sentence.language.modifiers_follow && precedes && phrase.is_open(name.end)
}
