//! Noun phrases in a part before the subject of their sentence, which may be of somebody else or say that it is over: "after resigning as
//! head of Nord, Ann", "with the head of Nord, Ann opened the bridge".

use std::ops::Range;

use super::joint::SentenceWords;
use super::predication::is_possessive;
use crate::draft::reading::sentence_view::SentenceView;
use crate::model::{Category, GrammarRole};

/// Whether the part that `phrase` closes is before a comma and the name of whom something else is said, and no predicate of that name as
/// "as head of Nord, Ann" is.
#[must_use]
pub fn is_fronted(sentence: &SentenceView<'_>, phrase: &Range<usize>, name: &Range<usize>) -> bool {
    let is_comma = |at: usize| sentence.is_sign(at, ',');
    // "The head of Nord, Ann, opened the bridge": a second comma closes an apposition.
    let is_apart = name.start > phrase.start && is_comma(name.start - 1);
    let goes_on = sentence.tokens.get(name.end).is_some_and(|token| token.is_wordy());
    let parts = |at: &usize| !sentence.tokens[*at].is_wordy();
    let start = (0..phrase.start).rev().find(parts).map_or(0, |at| at + 1);
    let is_article = |at: usize| sentence.has(at, GrammarRole::Determiner);
    // "As Nord's partner, Ost": whose the noun is.
    let owner = sentence
        .mentions
        .iter()
        .find(|owner| owner.tokens.end + 1 == phrase.start && is_possessive(sentence, &owner.tokens));
    let end = owner.map_or(phrase.start, |owner| owner.tokens.start);
    let lead: Vec<usize> = (start..end).filter(|at| !is_article(*at)).collect();
    is_apart && goes_on && Lead { sentence, words: &lead }.is_of_another()
}

/// The words of such a part before the noun phrase.
struct Lead<'a> {
    sentence: &'a SentenceView<'a>,
    words: &'a [usize],
}

impl Lead<'_> {
    fn is_of_another(&self) -> bool {
        let Some((first, rest)) = self.words.split_first() else { return false };
        // "After nine years as head of Nord, Ann" tells of a time in which she was it.
        let classes = &self.sentence.language.classes;
        let is_time = |at: &usize| {
            [&classes.lengths, &classes.tenures, &classes.times]
                .iter()
                .any(|class| self.sentence.is_of(*at, class))
        };
        !self.words.iter().any(is_time) && self.fronts(*first) && !self.predicates(*first, rest)
    }

    /// Whether a word begins a part of which another is the subject: "after", "with", "having", "bertemu"; not "said the head of Nord, Ann".
    fn fronts(&self, at: usize) -> bool {
        use GrammarRole as Role;
        let has = |role| self.sentence.has(at, role);
        let roles =
            [Role::Subordinator, Role::Temporal, Role::Preposition, Role::As, Role::Raising, Role::Auxiliary];
        let words = SentenceWords::of(self.sentence);
        let is_verb =
            self.sentence.is_verb_like(at) || words.is_gerund(at) || self.sentence.has_past_form(at);
        let tells = self.sentence.cues_of(Category::Reporting).any(|cue| cue.tokens.start == at);
        let speaks =
            tells || has(Role::Speech) || self.sentence.is_of(at, &self.sentence.language.classes.bare_verbs);
        (roles.into_iter().any(has) || is_verb || self.denies(at)) && !speaks
    }

    /// Whether it says of the subject that it is what the noun says: "as", "since becoming". "After serving as" leaves open whether it still is.
    fn predicates(&self, first: usize, rest: &[usize]) -> bool {
        let has = |at: usize, role| self.sentence.has(at, role);
        let links = [GrammarRole::As, GrammarRole::Auxiliary];
        let is_link = |at: usize| links.iter().any(|role| has(at, *role));
        let passes = |at: &usize| is_link(*at) || has(*at, GrammarRole::Adverb) || self.begins(*at);
        let has_link = is_link(first) || rest.iter().any(|at| is_link(*at) || self.begins(*at));
        let is_over = self.sentence.is_of(first, &self.sentence.language.classes.awaiting)
            && !rest.iter().any(|at| self.begins(*at));
        let is_denied = self.denies(first) || rest.iter().any(|at| self.denies(*at));
        let is_tried = has(first, GrammarRole::Raising);
        has_link && rest.iter().all(passes) && !is_over && !is_denied && !is_tried
    }

    fn begins(&self, at: usize) -> bool {
        self.sentence.cues_of(Category::Beginning).any(|cue| cue.tokens.contains(&at))
    }

    /// Whether a word is of what says that something is not so, no longer or not yet.
    fn denies(&self, at: usize) -> bool {
        let denying =
            [Category::Negation, Category::Never, Category::NotYet, Category::Cessation, Category::Future];
        denying.into_iter().any(|category| self.sentence.cues_of(category).any(|cue| cue.words.contains(&at)))
    }
}
