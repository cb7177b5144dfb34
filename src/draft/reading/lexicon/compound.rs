//! Compound nouns of labels of which one part is a shipped concept by itself: "default bundler" is said with the words for what
//! is the default, "bundler bawaan" among them.

use super::analysis::{Grammar, without_fixed};
use super::entry::{SaidBy, WordOrigin};
use super::shape::Shape;
use crate::load::{Concept, shipped};
use crate::model::{Base, FarEnd, Frame, Head, Language, LexicalEntry, Phase, Relation};

/// The compound noun of a label that is in another language, with its qualifier in the language of `pack`.
#[must_use]
pub fn translated(base: &Base, shape: &Shape, relation: &Relation, pack: &Language) -> Option<SaidBy> {
    let label = relation.label.as_ref().filter(|_| shape.far == FarEnd::Entity)?;
    let heads = |pack: &Language| {
        let words = without_fixed(base, shape, label.in_language(&pack.code));
        Grammar { pack }.heads_of(shape, &words)
    };
    if !heads(pack).is_empty() {
        return None;
    }
    let in_each = base.languages.iter().flat_map(|other| {
        let nouns = heads(other).into_iter().filter(|head| head.frame == Frame::Noun);
        let parts = nouns.flat_map(|head| head.heads).filter_map(|noun| parted(other, &noun));
        parts.flat_map(|(qualifier, noun)| qualified(other, &qualifier, &noun, pack)).collect::<Vec<_>>()
    });
    let nouns: Vec<String> = in_each.collect();
    let head = Head::new(Frame::Noun, nouns, Vec::new());
    (!head.heads.is_empty()).then(|| SaidBy::head(head, WordOrigin::Label, false))
}

/// What narrows the noun of a compound, alone: "default" of "default bundler". Not what only says how high an office is.
#[must_use]
pub fn qualifier(pack: &Language, head: Head) -> Option<Head> {
    let alone = |noun: &String| parted(pack, noun).map(|(qualifier, _)| qualifier);
    let is_neutral = |word: &String| pack.class("neutral").contains(word);
    let heads: Vec<String> = head.heads.iter().filter_map(alone).filter(|word| !is_neutral(word)).collect();
    (head.frame == Frame::Noun && !heads.is_empty()).then_some(Head { heads, ..head })
}

/// The qualifier of a compound noun, and the rest of it.
fn parted(pack: &Language, noun: &str) -> Option<(String, String)> {
    let (qualifier, rest) = if pack.dates.modifiers_follow {
        noun.rsplit_once(' ').map(|(rest, qualifier)| (qualifier, rest))?
    } else {
        noun.split_once(' ')?
    };
    Some((qualifier.to_owned(), rest.to_owned()))
}

/// A noun with the words of `pack` for a qualifier in the language of `other`.
fn qualified(other: &Language, qualifier: &str, noun: &str, pack: &Language) -> Vec<String> {
    // Words are parsed only of the few concepts that may have this one.
    let is_said = |concept: &&Concept| {
        shipped().may_have(concept, &other.code, qualifier)
            && words(concept, other).any(|word| word == qualifier)
    };
    let concepts = shipped().concepts.iter().filter(is_said);
    let join = |word: &str| {
        if pack.dates.modifiers_follow { format!("{noun} {word}") } else { format!("{word} {noun}") }
    };
    concepts.flat_map(|concept| words(concept, pack)).map(join).collect()
}

/// The nouns of one word that surely say a concept, its ends as they are.
fn words<'a>(concept: &'a Concept, pack: &'a Language) -> impl Iterator<Item = &'a str> {
    let nouns = shipped().words(concept, &pack.code).iter().filter_map(|entry| match entry {
        LexicalEntry::Head(head) => {
            let is_plain = head.frame == Frame::Noun && head.when == Phase::Holds;
            (is_plain && !head.weak && !head.reversed && !head.title).then_some(&head.heads)
        }
        _ => None,
    });
    nouns.flatten().map(String::as_str).filter(|word| !word.contains(' '))
}
