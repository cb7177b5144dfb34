//! Compound nouns of labels of which one part is a shipped concept by itself: "default bundler" is said with the words for what
//! is the default, "bundler bawaan" among them.

use super::ends::{between_ends, without_fixed};
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
        shape.grammar(pack).heads_of(shape, &words)
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

/// An office that the label or a statement qualifies, "acting head", with the other words for both parts: "interim chief",
/// "plt kepala".
#[must_use]
pub fn ranked(base: &Base, shape: &Shape, relation: &Relation, pack: &Language) -> Option<SaidBy> {
    let label = relation.label.as_ref().filter(|_| shape.far == FarEnd::Entity)?;
    let in_each = base.languages.iter().flat_map(|other| {
        let label = without_fixed(base, shape, label.in_language(&other.code));
        let said = shape.claims.iter().filter_map(|claim| between_ends(base, *claim, &other.code));
        let heads =
            std::iter::once(label).chain(said).flat_map(|words| shape.grammar(other).heads_of(shape, &words));
        let nouns = heads.filter(|head| head.frame == Frame::Noun).flat_map(|head| head.heads);
        nouns.flat_map(|noun| offices(other, &noun, pack)).collect::<Vec<_>>()
    });
    of_label(in_each.collect())
}

/// An amount that the label narrows, "base fare", with the other words for both parts: "basic price", "tarif dasar".
#[must_use]
pub fn narrowed(base: &Base, shape: &Shape, relation: &Relation, pack: &Language) -> Option<SaidBy> {
    let label = relation.label.as_ref().filter(|_| shape.far == FarEnd::Value)?;
    let in_each = base.languages.iter().flat_map(|other| {
        let words = without_fixed(base, shape, label.in_language(&other.code));
        let heads = shape.grammar(other).heads_of(shape, &words).into_iter();
        let nouns = heads.filter(|head| head.frame == Frame::Noun).flat_map(|head| head.heads);
        nouns.flat_map(|noun| narrowings(other, &noun, pack)).collect::<Vec<_>>()
    });
    of_label(in_each.collect())
}

/// The first concept that a noun of the language `other` surely says.
fn said_by(other: &Language, noun: &str) -> Option<&'static Concept> {
    let likely = shipped().beginning(&other.code, noun.split(' ').next().unwrap_or(noun));
    let has_it = |concept: &&Concept| {
        likely.contains(concept.id.as_str()) && all_words(concept, other).any(|word| word == noun)
    };
    shipped().concepts.iter().find(has_it)
}

/// Nouns that follow from a label, each once; none of none.
fn of_label(mut nouns: Vec<String>) -> Option<SaidBy> {
    nouns.sort_unstable();
    nouns.dedup();
    let head = Head::new(Frame::Noun, nouns, Vec::new());
    (!head.heads.is_empty()).then(|| SaidBy::head(head, WordOrigin::Label, false))
}

/// What classes of words that narrow an amount are called, all words of one class meaning the same.
const NARROWING: &str = "narrowing: ";

/// A narrowed amount of the language `other` in the words of `pack`.
fn narrowings(other: &Language, noun: &str, pack: &Language) -> Vec<String> {
    let Some((qualifier, rest)) = parted(other, noun) else { return Vec::new() };
    let classes = other.classes.iter().filter(|(name, _)| name.starts_with(NARROWING));
    let known = classes.filter(|(_, words)| words.contains(&qualifier)).map(|(name, _)| pack.class(name));
    let qualifiers: Vec<&String> = known.flatten().collect();
    let concept = if qualifiers.is_empty() { None } else { said_by(other, &rest) };
    let nouns = concept.into_iter().flat_map(|concept| words(concept, pack));
    nouns.flat_map(|noun| qualifiers.iter().map(|word| joined(pack, noun, word))).collect()
}

/// A noun with a word that says which is meant, in the order of a language.
fn joined(pack: &Language, noun: &str, qualifier: &str) -> String {
    if pack.dates.modifiers_follow { format!("{noun} {qualifier}") } else { format!("{qualifier} {noun}") }
}

/// A qualified office of the language `other` in the words of `pack`.
fn offices(other: &Language, noun: &str, pack: &Language) -> Vec<String> {
    let in_class = |class: &'static str| {
        let rest =
            other.class(class).iter().find_map(|word| noun.strip_prefix(word.as_str())?.strip_prefix(' '))?;
        Some((class, rest))
    };
    let Some((class, office)) = RANKS.into_iter().find_map(in_class) else { return Vec::new() };
    let synonyms = said_by(other, office).into_iter().flat_map(|concept| all_words(concept, pack));
    let ranks = pack.class(class);
    synonyms.flat_map(|office| ranks.iter().map(move |rank| format!("{rank} {office}"))).collect()
}

/// The idioms of the concept that narrows the compound noun of a label, with the rest of that noun in them: "uses Arbor as its
/// bundler by default". Without it they may be of another noun, and are read only of what is on record.
#[must_use]
pub fn idioms(base: &Base, shape: &Shape, relation: &Relation, pack: &Language) -> Vec<SaidBy> {
    let Some(label) = relation.label.as_ref().filter(|_| shape.far == FarEnd::Entity) else {
        return Vec::new();
    };
    let mut found: Vec<SaidBy> = Vec::new();
    for other in &base.languages {
        let words = without_fixed(base, shape, label.in_language(&other.code));
        let heads = shape.grammar(other).heads_of(shape, &words).into_iter();
        let nouns = heads.filter(|head| head.frame == Frame::Noun && !head.reversed);
        for (qualifier, noun) in nouns.flat_map(|head| head.heads).filter_map(|noun| parted(other, &noun)) {
            for concept in narrowing(other, &qualifier) {
                let of_noun = |noun: &str, origin: WordOrigin| {
                    let written = shipped().words(concept, &pack.code).iter().flat_map(compound_idioms);
                    let filled = written.map(|written| written.replace(NOUN, noun));
                    filled.map(|written| SaidBy::phrasing(written, origin.clone())).collect::<Vec<_>>()
                };
                found.extend(of_noun(&noun, WordOrigin::Shipped(&concept.id)));
                found.extend(of_noun("", WordOrigin::Wider(&concept.id)));
            }
        }
    }
    found
}

/// The place in an idiom of the noun that its concept narrows.
pub const NOUN: &str = "{noun}";

/// The idioms of an entry that are of a compound noun.
fn compound_idioms(entry: &LexicalEntry) -> impl Iterator<Item = &String> {
    let phrasings = if let LexicalEntry::Idiom(phrasings) = entry { phrasings.as_slice() } else { &[] };
    phrasings.iter().filter(|written| written.contains(NOUN))
}

/// The classes of words that make another office of one.
const RANKS: [&str; 2] = ["acting", "deputy"];

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
    let concepts = narrowing(other, qualifier);
    concepts.flat_map(|concept| words(concept, pack)).map(|word| joined(pack, noun, word)).collect()
}

/// The concepts that are said by this word of the language `other` alone.
fn narrowing<'a>(other: &'a Language, qualifier: &'a str) -> impl Iterator<Item = &'static Concept> + 'a {
    // Words are parsed only of the few concepts that may have this one.
    let likely = shipped().beginning(&other.code, qualifier);
    let is_said = move |concept: &&Concept| {
        likely.contains(concept.id.as_str()) && words(concept, other).any(|word| word == qualifier)
    };
    shipped().concepts.iter().filter(is_said)
}

/// The nouns of one word that surely say a concept, its ends as they are.
fn words<'a>(concept: &'a Concept, pack: &'a Language) -> impl Iterator<Item = &'a str> {
    all_words(concept, pack).filter(|word| !word.contains(' '))
}

/// The nouns that surely say a concept, its ends as they are.
fn all_words<'a>(concept: &'a Concept, pack: &'a Language) -> impl Iterator<Item = &'a str> {
    let nouns = shipped().words(concept, &pack.code).iter().filter_map(|entry| match entry {
        LexicalEntry::Head(head) => {
            let is_plain = head.frame == Frame::Noun && head.when == Phase::Holds;
            (is_plain && !head.weak && !head.reversed && !head.title).then_some(&head.heads)
        }
        _ => None,
    });
    nouns.flatten().map(String::as_str)
}
