//! Short forms of names that a draft has had in full: the surname of a person ("Meyer"), the letters that stand in brackets behind a
//! name ("Badan Pengawas Obat dan Makanan (BPOM)"), the initials of its words ("Open Elm Foundation", "OEF").
//!
//! A surname or initials that nobody else has are as sure as the name; another one with the same makes them mean nobody.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::OnceLock;

use rustc_hash::FxBuildHasher;

use super::scanned_sentence::{ScannedSentence, put_in_order};
use crate::draft::mentions::{EntityMention, NameWords, is_acronym};
use crate::draft::segmentation::{TokenKind, bytes, word_hash};
use crate::model::{Base, Confidence, EntityId};

/// More short forms than these are not remembered in a draft.
const REMEMBERED: usize = 64;

/// The words of all names on record, each with the entity that alone has it in a name; made when a draft first has a name in full.
#[derive(Debug, Default)]
pub struct WordOwners {
    owners: OnceLock<HashMap<u64, Option<EntityId>, FxBuildHasher>>,
}

impl WordOwners {
    /// Whether this entity, and no other, has this word in a name.
    fn is_alone(&self, base: &Base, word: &str, entity: EntityId) -> bool {
        self.owner(base, word) == Some(Some(entity))
    }

    /// Whether no other entity has this word in a name.
    fn is_free(&self, base: &Base, word: &str, entity: EntityId) -> bool {
        self.owner(base, word).is_none_or(|owner| owner == Some(entity))
    }

    /// Who has a word in a name; `Some(None)`: several do.
    fn owner(&self, base: &Base, word: &str) -> Option<Option<EntityId>> {
        let owners = self.owners.get_or_init(|| {
            let mut owners: HashMap<u64, Option<EntityId>, FxBuildHasher> = HashMap::default();
            for (entity, record) in base.entities.described() {
                for word in record.names().flat_map(|name| name.split_whitespace()) {
                    let owner = owners.entry(word_hash(word)).or_insert(Some(entity));
                    *owner = owner.filter(|known| *known == entity);
                }
            }
            owners
        });
        owners.get(&word_hash(word)).copied()
    }
}

/// The short forms that a draft has introduced so far.
#[derive(Debug, Default)]
pub struct ShortNames {
    known: Vec<ShortName>,
}

#[derive(Debug)]
struct ShortName {
    letters: String,
    /// None: it may mean several.
    entity: Option<EntityId>,
    certainty: Confidence,
}

/// A sentence in which short forms are looked for and learnt.
pub struct ShortNameScan<'a> {
    pub owners: &'a WordOwners,
    pub sentence: &'a ScannedSentence<'a>,
}

impl ShortNames {
    /// Calls `hit` with each place of a text where one of them may stand.
    pub fn scan(&self, text: &str, hit: &mut dyn FnMut(usize)) {
        for short in self.known.iter().filter(|short| short.entity.is_some()) {
            text.match_indices(short.letters.as_str()).for_each(|(at, _)| hit(at));
        }
    }

    /// Adds the short forms that the names of a sentence introduce.
    pub fn learn(&mut self, site: &ShortNameScan<'_>, mentions: &[EntityMention]) {
        for mention in mentions {
            let Some(entity) = mention.entity else { continue };
            let letters = site.in_brackets(mention).into_iter().chain(site.initials(mention));
            for letters in letters.filter(|letters| site.owners.is_free(site.sentence.base, letters, entity))
            {
                self.add(&letters, entity, Confidence::High);
            }
            for (word, certainty) in site.name_words(mention) {
                if site.owners.is_alone(site.sentence.base, &word, entity) {
                    self.add(&word, entity, certainty);
                }
            }
        }
    }

    fn add(&mut self, letters: &str, entity: EntityId, certainty: Confidence) {
        let has_room = self.known.len() < REMEMBERED;
        match self.known.iter_mut().find(|short| short.letters == letters) {
            Some(short) if short.entity != Some(entity) => short.entity = None,
            Some(_) => {}
            None if has_room => {
                self.known.push(ShortName { letters: letters.to_owned(), entity: Some(entity), certainty });
            }
            None => {}
        }
    }

    /// Adds the short forms in a sentence to its names. One that stands within the name of somebody else means nobody from then on.
    pub fn find(&mut self, site: &ShortNameScan<'_>, mentions: &mut Vec<EntityMention>) {
        if self.known.is_empty() {
            return;
        }
        let mut found: Vec<EntityMention> = Vec::new();
        for at in 0..site.sentence.tokens.len() {
            let letters = site.sentence.word(at);
            let Some(short) = self.known.iter_mut().find(|short| short.letters == letters) else { continue };
            if mentions.iter().any(|mention| mention.tokens.contains(&at)) {
                continue;
            }
            if site.is_within_name(at, mentions) {
                short.entity = None;
            } else if short.entity.is_some() {
                found.push(EntityMention {
                    tokens: at..at + 1,
                    entity: short.entity,
                    certainty: short.certainty,
                    is_patch: false,
                });
            }
        }
        put_in_order(found, mentions);
    }
}

impl ShortNameScan<'_> {
    fn is_capital(&self, at: usize) -> bool {
        let is_word = self.sentence.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word);
        is_word && self.sentence.word(at).starts_with(char::is_uppercase)
    }

    /// The words of a person's name that stand for it in this language, with how sure they are.
    fn name_words(&self, mention: &EntityMention) -> Vec<(String, Confidence)> {
        /// Shorter words are common ones, or initials.
        const LETTERS: usize = 3;
        let NameWords { short_by_first, suffixes, .. } = &self.sentence.language.names;
        let words: Vec<&str> = mention.tokens.clone().map(|at| self.sentence.word(at)).collect();
        let name = self.sentence.text.get(bytes(self.sentence.tokens, &mention.tokens)).unwrap_or_default();
        let guess = || self.sentence.language.names.may_be_person(name);
        let entities = &self.sentence.base.entities;
        if !mention.entity.map_or_else(guess, |entity| entities.is_person(entity, guess)) {
            return Vec::new();
        }
        let last = words.iter().rev().find(|word| !suffixes.contains(&word_hash(word)));
        let first = words.first().filter(|_| *short_by_first);
        let shorts = last.map(|word| (*word, Confidence::High)).into_iter();
        let shorts = shorts.chain(first.map(|word| (*word, Confidence::Low)));
        let is_name = |word: &str| {
            word.chars().count() >= LETTERS
                && word.contains(char::is_lowercase)
                && word.starts_with(char::is_uppercase)
                && !self.sentence.language.names.is_common(word)
        };
        shorts
            .filter(|(word, _)| is_name(word))
            .map(|(word, certainty)| (word.to_owned(), certainty))
            .collect()
    }

    /// The capital letters in brackets right behind a name, if they are letters of it.
    fn in_brackets(&self, mention: &EntityMention) -> Option<String> {
        let Range { end, .. } = mention.tokens;
        let is_sign =
            |at: usize, sign: char| self.sentence.tokens.get(at).is_some_and(|token| token.is_sign(sign));
        if mention.tokens.len() < 2 || !is_sign(end, '(') || !is_sign(end + 2, ')') {
            return None;
        }
        let letters = self.sentence.word(end + 1);
        let name = self.sentence.text.get(bytes(self.sentence.tokens, &mention.tokens))?.to_uppercase();
        let mut rest = name.chars();
        let begins_alike = letters.chars().next() == name.chars().next();
        let is_made_of_it = letters.chars().all(|letter| rest.any(|sign| sign == letter));
        (is_acronym(letters) && begins_alike && is_made_of_it).then(|| letters.to_owned())
    }

    /// The first letters of the words of a name that have capitals, if they are enough to mean one thing.
    fn initials(&self, mention: &EntityMention) -> Option<String> {
        /// Fewer letters mean too many things, and more are not said.
        const LETTERS: std::ops::RangeInclusive<usize> = 3..=6;
        if mention.tokens.len() < *LETTERS.start() {
            return None;
        }
        let words = mention.tokens.clone().filter(|at| self.is_capital(*at));
        let letters: String = words.filter_map(|at| self.sentence.word(at).chars().next()).collect();
        LETTERS.contains(&letters.chars().count()).then_some(letters)
    }

    /// Whether a word is part of a longer name: "Jan Meyer", "Meyer Foundation". Titles before it and what opens a sentence do not
    /// count.
    fn is_within_name(&self, at: usize, mentions: &[EntityMention]) -> bool {
        let is_near =
            |at: usize| self.sentence.tokens.get(at).is_some_and(|token| token.spaced || token.hyphenated);
        let is_mentioned = |at: usize| mentions.iter().any(|mention| mention.tokens.contains(&at));
        let is_title =
            |at: usize| self.sentence.language.names.titles.contains(&self.sentence.tokens[at].hash);
        let opens = |at: usize| {
            let mut is_function = false;
            self.sentence.language.grammar.each(self.sentence.tokens, at, |_, _| is_function = true);
            at == 0 && is_function
        };
        let before = at.checked_sub(1).filter(|before| self.is_capital(*before) && is_near(at));
        let follows =
            before.is_some_and(|before| !is_title(before) && !opens(before) && !is_mentioned(before));
        let goes_on = self.is_capital(at + 1) && is_near(at + 1) && !is_mentioned(at + 1);
        let is_joined =
            [at, at + 1].iter().any(|at| self.sentence.tokens.get(*at).is_some_and(|token| token.hyphenated));
        follows || goes_on || is_joined
    }
}
