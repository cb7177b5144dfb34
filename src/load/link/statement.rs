//! Claims that have a statement and no relation: taken apart into subject, label and, where it ends with a name, object, so that
//! sentences can be compared with them. "The Harbour Bridge is closed to lorries" has a subject and is labelled "is closed to
//! lorries"; "Rosa Lind is the mayor of Harbourton" has an object too.
//!
//! *Law.* The statement begins with a name of exactly one entity and has no other name but at its end; between them or behind
//! stand at most [`LONGEST`] words, no number, and nothing that denies, dates, hedges, reports or conditions. It belongs to the
//! relation on record with the same label, else to one that is made for the label, without laws. Anything else stays as it
//! is: `check` says that no sentence can match it.

use std::collections::HashMap;

use rayon::prelude::*;
use rustc_hash::FxBuildHasher;

use crate::model::{
    Base, Category, ClaimId, Element, EntityId, GrammarRole, Object, PatternWord, Relation, RelationId,
    Sequence, Takes, Translations, Trigger,
};
use crate::text::Place;
use crate::tokens::{Phrases, Token, TokenKind, bytes, tokenize, word_hash, word_hashes};

/// More words tell a story, and no sentence repeats them.
const LONGEST: usize = 9;

/// What does not keep a statement from being a plain one.
const PLAIN: [Category; 5] = [
    Category::Present,
    Category::Aside,
    Category::Termination,
    Category::Resumption,
    Category::PseudoNegation,
];

/// A statement, taken apart.
struct StatementParts {
    subject: EntityId,
    label: String,
    /// The words of the label that tell it from others.
    said: Vec<u64>,
    object: Option<EntityId>,
}

/// Gives all claims that are only a statement their subject, relation and object, as far as the statements show them.
pub fn take_apart(base: &mut Base) {
    let is_bare = |claim: &ClaimId| {
        base.claims.relation(*claim).is_none()
            && base.claims.object(*claim) == Object::NONE
            && !base.claims.statement(*claim).is_empty()
            && !base.claims.denies(*claim)
    };
    let bare: Vec<ClaimId> = base.claims.iter().filter(is_bare).collect();
    if bare.is_empty() {
        return;
    }
    let grammar = StatementGrammar::new(base);
    let mut relations = grammar.known_labels();
    let taken_apart = |claim: ClaimId| grammar.of(claim).map(|(parts, label)| (claim, parts, label));
    let parts: Vec<(ClaimId, StatementParts, Translations)> =
        bare.into_par_iter().filter_map(taken_apart).collect();
    for (claim, parts, label) in parts {
        let takes = if parts.object.is_some() { Takes::Entity } else { Takes::Nothing };
        let key = (parts.said, takes == Takes::Entity);
        let place = base.claims.place(claim);
        let relation = *relations.entry(key).or_insert_with(|| declare(base, label, takes, place));
        let object = Object { entity: parts.object, value: None };
        base.claims.set_ends(claim, parts.subject, relation, object);
    }
}

/// Makes a relation for a label. Its id is made of the label's words: "is-closed-to-lorries".
fn declare(base: &mut Base, label: Translations, takes: Takes, place: Place) -> RelationId {
    let words: Vec<String> = label
        .split(|sign: char| !sign.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let mut name = words.join("-");
    while base.relations.find(&name).is_some() {
        name.push_str("-stated");
    }
    let id = base.relations.intern(&name);
    // It has no record yet: its name was free.
    let _ = base.relations.describe(id, Relation::labelled(label, takes, place));
    id
}

/// What statements are looked through with.
struct StatementGrammar<'a> {
    base: &'a Base,
    names: Phrases<EntityId>,
    determiners: Vec<u64>,
    /// Words that say nothing by themselves: "is".
    copulas: Vec<u64>,
    triggers: Triggers<'a>,
}

impl<'a> StatementGrammar<'a> {
    fn new(base: &'a Base) -> Self {
        let mut names = Phrases::default();
        for (id, record) in base.entities.described() {
            names.add_all(record.names(), id);
        }
        let packs = || base.languages.iter();
        let copulas = word_hashes(packs().flat_map(|pack| pack.grammar.of(GrammarRole::Copula)));
        Self {
            base,
            names,
            determiners: word_hashes(packs().flat_map(|pack| pack.grammar.of(GrammarRole::Determiner))),
            triggers: Triggers::new(packs().flat_map(|pack| &pack.triggers), &copulas),
            copulas,
        }
    }

    /// The relations on record by the words of their labels, and whether they take an entity.
    fn known_labels(&self) -> HashMap<(Vec<u64>, bool), RelationId> {
        let mut known = HashMap::new();
        for (id, record) in self.base.relations.described() {
            let Some(label) = &record.label else { continue };
            let takes_entity = match record.takes {
                None => [true, false].as_slice(),
                Some(Takes::Entity) => &[true],
                Some(Takes::Nothing) => &[false],
                Some(_) => &[],
            };
            for words in std::iter::once(label.text()).chain(label.others().iter().map(|(_, words)| words)) {
                let mut tokens = Vec::new();
                tokenize(words, 0..words.len(), &mut tokens);
                for takes_entity in takes_entity {
                    known.entry((self.said(&tokens), *takes_entity)).or_insert(id);
                }
            }
        }
        known
    }

    /// The words that say something: all but articles and forms of "be".
    fn said(&self, words: &[Token]) -> Vec<u64> {
        let hashes = words.iter().map(|token| token.hash);
        hashes.filter(|hash| !self.copulas.contains(hash) && !self.determiners.contains(hash)).collect()
    }

    /// A claim's statement, taken apart, and its label in all languages in which it says the same.
    fn of(&self, claim: ClaimId) -> Option<(StatementParts, Translations)> {
        let claims = &self.base.claims;
        let subject = claims.subject(claim);
        let lead = self.parts(claims.statement(claim), subject)?;
        let translations = claims.details(claim).map_or(&[][..], |detail| detail.translations.as_slice());
        let others = translations.iter().filter_map(|(code, statement)| {
            let parts = self.parts(statement, Some(lead.subject))?;
            (parts.object == lead.object).then_some((code.clone(), parts.label))
        });
        let label = Translations::new(lead.label.clone(), others.collect());
        Some((lead, label))
    }

    fn parts(&self, statement: &str, wanted: Option<EntityId>) -> Option<StatementParts> {
        let text = statement.trim().trim_end_matches('.');
        let mut tokens = Vec::new();
        tokenize(text, 0..text.len(), &mut tokens);
        let is_determiner =
            |at: usize| tokens.get(at).is_some_and(|token| self.determiners.contains(&token.hash));
        let (begins, subject) =
            self.name(&tokens, 0).or_else(|| is_determiner(0).then(|| self.name(&tokens, 1)).flatten())?;
        if wanted.is_some_and(|wanted| wanted != subject) {
            return None;
        }
        let mut object = None;
        let mut ends = tokens.len();
        for at in begins..tokens.len() {
            let mut any = false;
            self.names.each(&tokens, at, |_, _| any = true);
            if any {
                let (behind, entity) = self.name(&tokens, at)?;
                if behind < tokens.len() {
                    return None;
                }
                object = Some(entity);
                ends = at;
                break;
            }
        }
        while object.is_some() && ends > begins && is_determiner(ends - 1) {
            ends -= 1;
        }
        let words = tokens.get(begins..ends)?;
        let said = self.said(words);
        let is_plain = words.len() <= LONGEST
            && words.iter().all(|token| token.kind == TokenKind::Word)
            && !said.is_empty()
            && !self.triggers.are_in(words, text);
        let label = text.get(bytes(&tokens, &(begins..ends))).filter(|_| is_plain)?;
        Some(StatementParts { subject, label: label.to_owned(), said, object })
    }

    /// The longest name at a place and the token after it; none where two entities have that name.
    fn name(&self, tokens: &[Token], at: usize) -> Option<(usize, EntityId)> {
        let (end, found) = self.names.longest(tokens, at, Some)?;
        let mut is_shared = false;
        self.names.each(tokens, at, |other, entity| is_shared |= other == end && entity != found);
        (!is_shared).then_some((end, found))
    }
}

/// What keeps a statement from being a plain one.
#[derive(Default)]
struct Triggers<'a> {
    /// By the hash of a word, those that may begin with it.
    by_word: HashMap<u64, Vec<&'a [Element]>, FxBuildHasher>,
    /// Those that may begin with any word.
    others: Vec<&'a [Element]>,
}

impl<'a> Triggers<'a> {
    fn new(all: impl Iterator<Item = &'a Trigger>, copulas: &[u64]) -> Self {
        // "Was" alone tells when, as the claim's period does.
        let is_copula = |sequence: &Sequence| matches!(sequence.as_slice(), [Element::Word(word)] if copulas.contains(&word_hash(&word.text)));
        let mut triggers = Self::default();
        for trigger in all.filter(|trigger| !PLAIN.contains(&trigger.category)) {
            for sequence in trigger.phrase.parts.iter().filter(|sequence| !is_copula(sequence)) {
                let mut words = Vec::new();
                if begins_anyhow(sequence, &mut words) {
                    triggers.others.push(sequence);
                    continue;
                }
                words.sort_unstable();
                words.dedup();
                for word in words {
                    triggers.by_word.entry(word).or_default().push(sequence);
                }
            }
        }
        triggers
    }

    /// Whether any of them is among words.
    fn are_in(&self, words: &[Token], text: &str) -> bool {
        (0..words.len()).any(|at| {
            let here = self.by_word.get(&words[at].hash).into_iter().flatten().chain(&self.others);
            here.into_iter().any(|trigger| {
                begins_with(&words[at..], text, Unmatched { sequence: trigger, then: None }, false)
            })
        })
    }
}

/// Adds the hashes of the words that a trigger may begin with; whether it may begin with others as well.
fn begins_anyhow(trigger: &[Element], words: &mut Vec<u64>) -> bool {
    let Some((first, rest)) = trigger.split_first() else { return false };
    match first {
        Element::Word(word) if word.any_start || word.any_end => true,
        Element::Word(word) => {
            words.push(word_hash(&word.text));
            false
        }
        Element::Choice(choices) => {
            choices.iter().any(|choice| choice.is_empty() || begins_anyhow(choice, words))
        }
        Element::Optional(inner) => begins_anyhow(inner, words) || begins_anyhow(rest, words),
        Element::Gap(_) | Element::Linking(_) | Element::Modifiers(_) | Element::Predicate(_) => true,
        _ => begins_anyhow(rest, words),
    }
}

/// What of a trigger is still to be matched: a sequence, and what follows the choice that it is in.
#[derive(Clone, Copy)]
struct Unmatched<'a> {
    sequence: &'a [Element],
    then: Option<&'a Unmatched<'a>>,
}

/// Whether words begin with a trigger; `begun`: some of its words were there already.
fn begins_with(words: &[Token], text: &str, trigger: Unmatched<'_>, begun: bool) -> bool {
    let Some((first, sequence)) = trigger.sequence.split_first() else {
        return trigger.then.map_or(begun, |then| begins_with(words, text, *then, begun));
    };
    let rest = Unmatched { sequence, then: trigger.then };
    let with = |sequence| begins_with(words, text, Unmatched { sequence, then: Some(&rest) }, begun);
    match first {
        Element::Word(word) => words.split_first().is_some_and(|(token, behind)| {
            is_met(word, token, text) && begins_with(behind, text, rest, true)
        }),
        Element::Choice(choices) => choices.iter().any(|choice| with(choice)),
        Element::Optional(inner) => with(inner) || begins_with(words, text, rest, begun),
        Element::Gap(most) | Element::Linking(most) | Element::Modifiers(most) | Element::Predicate(most) => {
            let most = usize::from(*most).min(words.len());
            (0..=most).any(|skipped| begins_with(&words[skipped..], text, rest, begun))
        }
        _ => begins_with(words, text, rest, begun),
    }
}

/// Whether a word of a pattern is met by this one.
fn is_met(word: &PatternWord, token: &Token, text: &str) -> bool {
    if !word.any_start && !word.any_end {
        return token.hash == word_hash(&word.text);
    }
    let lower = PatternWord { text: word.text.to_lowercase().into(), ..word.clone() };
    lower.fits(&token.text(text).to_lowercase())
}
