//! Names beside noun phrases that name somebody else: "the head of Nord is Bo's sister", "Nord's head, Bo says, must go".

use std::ops::Range;

use super::fronted::is_fronted;
use super::predication::is_possessive;
use crate::draft::reading::sentence_view::SentenceView;
use crate::model::{EntityId, GrammarRole};

/// A noun phrase and a name that a construction takes for the one it describes.
#[derive(Debug, Clone, Copy)]
pub struct NamedPhrase<'a> {
    /// All that the construction holds.
    pub said: &'a Range<usize>,
    /// The words of the phrase.
    pub phrase: &'a Range<usize>,
    /// The name.
    pub name: &'a Range<usize>,
}

/// Whether a noun phrase is no title of a name beside it. `fits` tells of whom it may be said.
#[must_use]
pub fn names_another(
    sentence: &SentenceView<'_>,
    NamedPhrase { said, phrase, name }: NamedPhrase<'_>,
    fits: impl Fn(EntityId) -> bool,
) -> bool {
    let is_behind = name.start >= phrase.end;
    closes_apposition(sentence, name, said.start)
        || describes_another(sentence, phrase, name, fits)
        || is_fronted(sentence, phrase, name)
        || is_behind && (is_possessive(sentence, name) || is_speaker(sentence, name))
        || !is_behind && is_heading(sentence, name, said.end)
}

/// "Nord's head, Bo says, must go": the name is that of who says so.
fn is_speaker(sentence: &SentenceView<'_>, name: &Range<usize>) -> bool {
    /// So many words may tell when or to whom something was said.
    const WORDS: usize = 4;
    let is_apart = |at: usize| sentence.is_sign(at, ',') || sentence.is_sign(at, '"');
    let begins = name.start.checked_sub(1).is_some_and(is_apart);
    let verb = name.end;
    begins && sentence.has(verb, GrammarRole::Speech) && (verb + 1..=verb + WORDS).any(is_apart)
}

/// "Bo: the head of Nord must go": what goes on behind the phrase is what the name's bearer says.
fn is_heading(sentence: &SentenceView<'_>, name: &Range<usize>, end: usize) -> bool {
    sentence.is_sign(name.end, ':') && sentence.tokens.get(end).is_some_and(|token| token.is_wordy())
}

/// Whether a name closes an apposition of another one before `start`: "Bo, successor to Ann, is the head of Nord".
fn closes_apposition(sentence: &SentenceView<'_>, name: &Range<usize>, start: usize) -> bool {
    let is_comma = |at: usize| sentence.is_sign(at, ',');
    let opens = (0..name.start)
        .rev()
        .find(|at| !sentence.tokens[*at].is_wordy())
        .is_some_and(|at| is_comma(at) && at < start);
    let is_led = name.start.checked_sub(1).is_some_and(|at| !is_comma(at));
    opens && is_led && is_comma(name.end) && sentence.has(name.end + 1, GrammarRole::Auxiliary)
}

/// Whether a noun phrase describes a name before it, or a verb follows its comma: then it
/// is no title of `name`, which is behind it: "Bo, the head of Nord, called his teacher, Ann, a friend". `fits` tells of whom it
/// may be said.
fn describes_another(
    sentence: &SentenceView<'_>,
    phrase: &Range<usize>,
    name: &Range<usize>,
    fits: impl Fn(EntityId) -> bool,
) -> bool {
    let is_comma = |at: usize| sentence.is_sign(at, ',');
    let is_led =
        |at: &usize| sentence.tags.get(*at).is_some_and(|tags| tags.is_open()) || is_article(sentence, *at);
    let comma = (0..phrase.start).rev().find(|at| !is_led(at)).filter(|at| is_comma(*at));
    let described = comma.and_then(|at| sentence.mentions.iter().find(|mention| mention.tokens.end == at));
    let is_apposition = described.and_then(|mention| mention.entity).is_some_and(fits);
    let is_verb = |at: usize| is_comma(at) && sentence.is_verb_like(at + 1);
    name.start >= phrase.end && (is_apposition || (phrase.end..name.start).any(is_verb))
}

fn is_article(sentence: &SentenceView<'_>, at: usize) -> bool {
    sentence.has(at, GrammarRole::Determiner) || sentence.has(at, GrammarRole::Adverb)
}
