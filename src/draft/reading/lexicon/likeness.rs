//! Whether the head of a label is one that a concept has, and what of a head may be one.

use super::shape::Shape;
use crate::load::{Concept, shipped};
use crate::model::{FarEnd, Frame, GrammarRole, Head, Language, LexicalEntry, Phase, Relation, Takes};

/// A compound noun without what narrows it: "limit" of "connection limit".
pub fn without_modifiers(pack: &Language, head: Head) -> Option<Head> {
    let behind = pack.dates.modifiers_follow;
    let narrowed = |noun: &String| {
        let split = if behind { noun.split_once(' ') } else { noun.rsplit_once(' ') };
        split.map(|(before, last)| if behind { before } else { last }.to_owned())
    };
    let heads: Vec<String> = head.heads.iter().filter_map(narrowed).collect();
    (head.frame == Frame::Noun && !heads.is_empty()).then_some(Head { heads, ..head })
}

/// A verb without the noun that says of what kind its object is: "lead" of "lead the consortium" and of "lead the city of". What a
/// preposition joins is else another thing: "built the ships of".
pub fn without_kind(pack: &Language, head: &Head) -> Option<Head> {
    let verb = |lemma: &String| {
        let (verb, object) = lemma.split_once(' ')?;
        if pack.dates.modifiers_follow && pack.class("kinds").iter().any(|kind| kind == object) {
            return Some(verb.to_owned());
        }
        let (article, noun) = object.split_once(' ')?;
        let is_kind = pack.grammar.has(GrammarRole::Determiner, article) && !noun.contains(' ');
        is_kind.then(|| verb.to_owned())
    };
    let heads: Vec<String> = head.heads.iter().filter_map(verb).collect();
    let is_kind =
        |lemma: &String| pack.class("kinds").iter().any(|kind| lemma.ends_with(&format!(" {kind}")));
    let is_of_kind =
        head.with.iter().all(|with| pack.class("joint").contains(with)) && head.heads.iter().any(is_kind);
    let is_whole = head.frame == Frame::Verb && (head.with.is_empty() || is_of_kind) && !heads.is_empty();
    is_whole.then(|| Head { heads, with: Vec::new(), ..head.clone() })
}

/// Whether a concept has on its far side what a relation has.
pub fn fits(concept: &Concept, shape: &Shape) -> bool {
    let entity = concept.takes.is_none_or(Takes::entity);
    let value = concept.takes.is_some_and(|takes| takes.value().is_some());
    // What something was renamed to may be on record as a thing, and not as words.
    let is_name = concept.takes == Some(Takes::Text);
    match shape.far {
        FarEnd::Entity => !value || entity || is_name,
        FarEnd::Value => value && !entity,
        FarEnd::Both => value,
        FarEnd::None | FarEnd::Unsaid | FarEnd::Date => concept.takes == Some(Takes::Nothing),
    }
}

/// Whether a concept has exactly the relation's far side, which may be one object that is never named.
pub fn is_same_far(concept: &Concept, relation: &Relation, shape: &Shape) -> bool {
    if shape.far == FarEnd::Both && shape.fixed.is_some() {
        return concept.takes == Some(Takes::EntityAndAmount);
    }
    concept.takes == relation.takes
        || shape.far == FarEnd::Both && concept.takes == Some(Takes::EntityAndAmount)
}

/// The head of a concept that is the same as one in a language; one of its beginning or end only if it is sure, an ambiguous one if
/// there is no other.
pub fn has_head(concept: &Concept, pack: &Language, head: &Head) -> Option<&'static Head> {
    let is_meant = |known: &Head| match known.when {
        Phase::Holds => true,
        Phase::Begins | Phase::Ends => !known.weak,
        _ => false,
    };
    let heads = shipped().words(concept, &pack.code).iter().filter_map(|entry| match entry {
        LexicalEntry::Head(known) if is_meant(known) && is_same(pack, known, head) => Some(known),
        _ => None,
    });
    heads.min_by_key(|known| (known.weak, known.when != Phase::Holds))
}

/// Whether the label of a concept has a head.
pub fn names_head(concept: &Concept, pack: &Language, shape: &Shape, head: &Head) -> bool {
    let label = concept.label.get(&pack.code);
    label.is_some_and(|label| {
        shape.grammar(pack).heads_of(shape, label).iter().any(|known| is_same(pack, known, head))
    })
}

fn is_same(pack: &Language, known: &Head, head: &Head) -> bool {
    let joined = |lemma: &str, with: &[String]| format!("{lemma} {}", with.join(" ")).trim().to_lowercase();
    let begin_alike = |(one, two): &(&String, &String)| match (one.chars().next(), two.chars().next()) {
        (Some('('), _) => true,
        (Some(one), Some(two)) => one.to_lowercase().eq(two.to_lowercase()),
        _ => true,
    };
    let pairs = || known.heads.iter().flat_map(|lemma| head.heads.iter().map(move |wanted| (lemma, wanted)));
    let is_alike = |lemma: &str, wanted: &str| {
        let same_lemma = lemma.eq_ignore_ascii_case(wanted);
        // "Is operated by" is not of who "operates in" a place, nor does who "leads to" something lead it.
        let same_with = known.with.is_empty() && (head.frame != Frame::Verb || head.with.is_empty())
            || head.with.is_empty() && head.frame != Frame::Verb
            || head.with.iter().any(|with| known.with.contains(with));
        let each = |with: &String| joined(lemma, std::slice::from_ref(with)) == joined(wanted, &[]);
        same_lemma && same_with
            || !head.with.is_empty() && joined(lemma, &[]) == joined(wanted, &head.with)
            || known.with.iter().any(each)
    };
    // What is held is an event of shipped words, "a 5 percent stake in", and a noun of a label, "holds a stake in".
    let is_frame = known.frame == head.frame || known.frame == Frame::Event && head.frame == Frame::Noun;
    is_frame
        && pairs().filter(begin_alike).any(|(lemma, wanted)| {
            let wanted_bare = undetermined(pack, wanted);
            let is_one = |lemma: &String| {
                is_alike(lemma, wanted)
                    || wanted.contains(' ') && is_alike(&undetermined(pack, lemma), &wanted_bare)
            };
            is_one(lemma) || lemma.starts_with('(') && choices(lemma).iter().any(is_one)
        })
}

/// Words without articles: "sign contract" of "sign a contract".
fn undetermined(pack: &Language, words: &str) -> String {
    let is_told = |word: &&str| !pack.grammar.has(GrammarRole::Determiner, word);
    words.split(' ').filter(is_told).collect::<Vec<_>>().join(" ")
}

/// The words that a head with choices stands for: "(sign|ink) (contract|deal)" is four.
fn choices(words: &str) -> Vec<String> {
    let parts = words.split_inclusive(')').flat_map(|part| match part.trim().strip_prefix('(') {
        Some(choice) => vec![choice.trim_end_matches(')').split('|').collect::<Vec<_>>()],
        None => part.split_whitespace().map(|word| vec![word]).collect(),
    });
    parts.fold(vec![String::new()], |found, part| {
        let each = found
            .iter()
            .flat_map(|before| part.iter().map(move |word| format!("{before} {word}").trim().to_owned()));
        each.collect()
    })
}

/// The order in which what a word says of a concept tells that a relation is it: that it is so, that it began, that it ended.
pub const fn phase_rank(phase: Phase) -> u8 {
    match phase {
        Phase::Holds => 0,
        Phase::Begins => 1,
        _ => 2,
    }
}

/// A verb without the noun that its amounts count: "carry" of "carry passengers".
pub fn without_counted(pack: &Language, head: &Head) -> Option<Head> {
    let verb = |lemma: &String| {
        let (verb, noun) = lemma.split_once(' ')?;
        pack.sums
            .nouns
            .iter()
            .any(|known| known.words.iter().any(|word| word == noun))
            .then(|| verb.to_owned())
    };
    let heads: Vec<String> = head.heads.iter().filter_map(verb).collect();
    (head.frame == Frame::Verb && !heads.is_empty()).then(|| Head { heads, ..head.clone() })
}
