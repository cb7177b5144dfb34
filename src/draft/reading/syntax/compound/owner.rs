//! Names that only tell whose brother or plan is meant.

use std::ops::Range;

use super::super::joint::SentenceWords;
use super::super::predication::is_possessive;
use crate::draft::reading::sentence_view::SentenceView;
use crate::model::GrammarRole;

/// Whether a name only tells whose brother does what the words of the relation say: "Ann's brother leads", "Ann's brother is the
/// head", "adik Ann memimpin".
#[must_use]
pub fn owns_another(sentence: &SentenceView<'_>, name: &Range<usize>, words: &[usize]) -> bool {
    let before =
        name.start.checked_sub(1).filter(|at| sentence.language.modifiers_follow && !words.contains(at));
    if before.is_some_and(|at| sentence.has(at, GrammarRole::RelationalNoun)) {
        return true;
    }
    let possessed = name.end + 1;
    let Some(first) = words.iter().copied().filter(|word| *word > possessed).min() else { return false };
    let is_verb = |at: usize| SentenceWords::of(sentence).is_verb(at);
    let acts = first == possessed + 1 && is_verb(first);
    let mut between = possessed + 1..first;
    is_possessive(sentence, name)
        && !words.contains(&possessed)
        && (acts || between.any(|at| sentence.has(at, GrammarRole::Auxiliary) || is_verb(at)))
}
