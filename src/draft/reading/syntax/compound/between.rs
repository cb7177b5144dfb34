//! What stands between the words of a phrasing and a name that they are about: whether it makes it another thing's.

use std::ops::Range;

use super::NounPhrase;
use crate::draft::reading::sentence_view::SentenceView;
use crate::model::GrammarRole;

/// Whether a word that no phrase knows is between a word of the relation and the name that follows it, where that word would be
/// what is meant: "menjual produk Nord"; or a preposition is, "bought land from Nord". What is in
/// brackets is not.
#[must_use]
pub fn has_noun_between(sentence: &SentenceView<'_>, name: &Range<usize>, words: &[usize]) -> bool {
    let Some(word) = words.iter().copied().filter(|word| *word < name.start).max() else { return false };
    let phrase = NounPhrase { sentence, name, words };
    if phrase.is_of_several() {
        return false;
    }

    // "Panjang antrean di Nord": the preposition is of the relation, and what is between it and the noun narrows that.
    let head = words.iter().copied().filter(|other| *other < word).max();
    let head =
        head.filter(|_| sentence.language.modifiers_follow && sentence.has(word, GrammarRole::Preposition));
    let narrows = |at: usize| phrase.is_open(at) && !phrase.is_neutral(at) && !phrase.is_kind(at);
    // "Menjalin kemitraan baru dengan Nord": not the noun but the deed is with Nord.
    let is_of_deed = sentence.is_of(word, &sentence.language.classes.partnering)
        && words.iter().any(|other| Some(*other) < head && sentence.is_verb_like(*other));
    if !is_of_deed && head.is_some_and(|head| !sentence.is_verb_like(head) && (head + 1..word).any(narrows)) {
        return true;
    }
    // "Di Ostwerft, Westwerft dan Nord": what is before a comma or "dan" is another of a list.
    let joins = |at: &usize| {
        let is_joint = sentence.tokens[*at].is_sign(',') || sentence.has(*at, GrammarRole::Coordinator);
        sentence.language.modifiers_follow && is_joint
    };
    let first = (word + 1..name.start).rev().find(joins).map_or(word + 1, |at| at + 1);
    let between = outside_brackets(sentence, first..name.start);
    let any = |holds: &dyn Fn(usize) -> bool| between.iter().any(|at| holds(*at));
    // "Owns 10 % of Nord", "the wage of Kiel in Nord".
    let is_led = name
        .start
        .checked_sub(1)
        .is_some_and(|at| sentence.has(at, GrammarRole::Preposition) && !words.contains(&at));
    let is_of_other = |at: usize| {
        let is_held = words.iter().any(|word| *word > at && *word < name.start);
        let is_named = is_led && sentence.is_named(at) && !sentence.is_listed(at, name.start);
        !is_held && (sentence.is_in_amount(at) || is_named)
    };
    if any(&is_of_other) {
        return true;
    }
    // "A bug-for-bug rebuild".
    let is_joined = |at: usize| sentence.tokens[at].hyphenated;
    let is_preposition =
        |at: usize| sentence.has(at, GrammarRole::Preposition) && !sentence.is_dated(at) && !is_joined(at);
    let is_other = |at: usize| phrase.is_open(at) || sentence.is_ranked(at);
    if any(&is_preposition) && any(&is_other) {
        return true;
    }
    sentence.language.modifiers_follow
        && any(&|at| phrase.is_open(at) && (!phrase.is_kind(at) || phrase.is_body(at)))
}

/// The tokens of a range that are not in brackets within it.
fn outside_brackets(sentence: &SentenceView<'_>, tokens: Range<usize>) -> Vec<usize> {
    let mut depth = 0_usize;
    let outside = tokens.filter(|at| {
        let token = &sentence.tokens[*at];
        depth = depth.saturating_add(usize::from(token.is_sign('(')))
            - usize::from(depth > 0 && token.is_sign(')'));
        depth == 0
    });
    outside.collect()
}
