//! Whether who is said to leave leaves an office, and not a room, a town, a race or another office.

use std::ops::Range;

use super::SentenceWords;
use crate::draft::reading::pattern::Hit;
use crate::draft::reading::sentence_view::SentenceView;
use crate::model::{Confidence, GrammarRole, Phase, Phrasing};

/// How sure it is that a verb that ends before `at` has no object, destination or other office behind it: "resigned on Monday",
/// "left the company", but not "left the room", "left for Ostwerft", "resigned as chair of the fair". `None`: it has one.
/// `names` are those of whom and what it is said.
#[must_use]
pub(super) fn departure(
    sentence: &SentenceView<'_>,
    at: usize,
    names: &[Range<usize>],
) -> Option<Confidence> {
    let at = behind_dates(sentence, at);
    let classes = &sentence.language.classes;
    if !sentence.tokens.get(at).is_some_and(|token| token.is_wordy()) {
        return Some(Confidence::High);
    }
    if sentence.is_of(at, &classes.outward) || sentence.has(at, GrammarRole::As) {
        return None;
    }
    if sentence.is_of(at, &classes.circumstances) {
        /// So soon after the place or time it may be said where to: "left on Monday for Ostwerft".
        const NEAR: usize = 3;
        let goes = (at + 1..=at + NEAR).any(|at| sentence.is_of(at, &classes.outward));
        return (!goes).then_some(Confidence::Low);
    }
    if sentence.is_of(at, &classes.sources) {
        return is_office(sentence, at + 1, names).then_some(Confidence::High);
    }
    let joins = [
        GrammarRole::Preposition,
        GrammarRole::Coordinator,
        GrammarRole::Subordinator,
        GrammarRole::Temporal,
        GrammarRole::Complementizer,
        GrammarRole::Relativizer,
        GrammarRole::Auxiliary,
    ];
    let goes_on = joins.iter().any(|role| sentence.has(at, *role));
    (goes_on || is_office(sentence, at, names)).then_some(Confidence::High)
}

/// How sure it is that a phrasing of who leaves an office says so of a hit; `None`: it does not. `names` as for [`departure`].
#[must_use]
pub fn exit(
    sentence: &SentenceView<'_>,
    hit: &Hit,
    phrasing: &Phrasing,
    names: &[Range<usize>],
) -> Option<Confidence> {
    let verb = hit.words.first().filter(|_| phrasing.phase == Phase::Ends && phrasing.is_nominal());
    if verb.is_some_and(|verb| is_bare_gerund(sentence, *verb)) || is_gerund_subject(sentence, hit) {
        return None;
    }
    match phrasing.is_intransitive {
        true => departure(sentence, hit.tokens.end, names),
        false => Some(Confidence::High),
    }
}

/// Whether the verb at `at` says of nobody that he does what it says: "replacing Ann will be hard", "spoke of dismissing Ann", but not
/// "took over, replacing Ann", "after replacing Ann".
fn is_bare_gerund(sentence: &SentenceView<'_>, at: usize) -> bool {
    let words = SentenceWords::of(sentence);
    let before = (0..at).rev().find(|at| !sentence.has(*at, GrammarRole::Adverb));
    let carries = |at: usize| {
        !sentence.tokens[at].is_wordy()
            || [GrammarRole::Auxiliary, GrammarRole::Temporal, GrammarRole::Subordinator]
                .iter()
                .any(|role| sentence.has(at, *role))
    };
    words.is_gerund(at) && !before.is_some_and(carries)
}

/// Whether the words are a gerund, with whom or what it is about, of which something is said: "combining Nord and Ost would take years",
/// but not "acquiring Nord, Ost grew".
fn is_gerund_subject(sentence: &SentenceView<'_>, hit: &Hit) -> bool {
    let words = SentenceWords::of(sentence);
    let Some(first) = hit.words.first().copied().filter(|at| *at == hit.tokens.start && words.is_gerund(*at))
    else {
        return false;
    };
    let end = hit.tokens.end;
    let closes = |at: &usize| {
        !sentence.tokens[*at].is_wordy() || words.is_verb(*at) || sentence.has(*at, GrammarRole::Auxiliary)
    };
    let close = (end..sentence.tokens.len()).find(closes);
    (first == 0 || sentence.is_sign(first - 1, '.')) && close.is_some_and(|at| sentence.tokens[at].is_wordy())
}

/// Behind dates, lengths of time ("two months before", "the next day") and adverbs, with the prepositions before them.
fn behind_dates(sentence: &SentenceView<'_>, mut at: usize) -> usize {
    /// So many words may lead to the noun of a time.
    const NEAR: usize = 2;
    let classes = &sentence.language.classes;
    let nouns = [&classes.lengths, &classes.time_units];
    let is_noun = |at: usize| nouns.iter().any(|class| sentence.is_of(at, class));
    let is_time = |at: usize| sentence.is_dated(at) || sentence.is_in_amount(at);
    loop {
        let leads_date = sentence.has(at, GrammarRole::Preposition) && is_time(at + 1);
        if let Some(noun) = (at..=at + NEAR).find(|at| is_noun(*at)) {
            at = noun + 1;
        } else if leads_date || is_time(at) || sentence.has(at, GrammarRole::Adverb) {
            at += 1;
        } else {
            return at;
        }
    }
}

/// Whether an object is right behind words that end before `at`: "operates a ferry", but not "operates the whole year".
#[must_use]
pub fn takes_object(sentence: &SentenceView<'_>, at: usize) -> bool {
    let begins = sentence.has(at, GrammarRole::Determiner) || sentence.is_named(at);
    begins && behind_dates(sentence, at) == at
}

/// Whether an office, or whose it is, is at `at`: "the post", "her job", "the company", "Nord".
fn is_office(sentence: &SentenceView<'_>, at: usize, names: &[Range<usize>]) -> bool {
    let is_noun = |at: usize| sentence.pronouns.iter().any(|noun| noun.len() > 1 && noun.start == at);
    let leads = [GrammarRole::Determiner, GrammarRole::Pronoun, GrammarRole::Adverb];
    let is_led = |at: &usize| leads.iter().any(|role| sentence.has(*at, *role));
    let first = (at..sentence.tokens.len()).find(|at| !is_led(at)).unwrap_or(at);
    // "The job of host to her deputy", "the post of treasurer open".
    let is_same = |at: usize| {
        let is_said_before =
            || sentence.tokens[..first].iter().any(|token| token.hash == sentence.tokens[at].hash);
        names.iter().any(|name| name.start == at)
            || !sentence.has(at, GrammarRole::Determiner) && is_said_before()
    };
    let behind = first + 2..sentence.tokens.len().min(first + 4);
    let is_another = sentence.is_of(first + 1, &sentence.language.joints) && !behind.into_iter().any(is_same);
    let is_light = sentence.has(first, GrammarRole::LightNoun) && !is_another;
    is_noun(at) && !is_another || names.iter().any(|name| name.start == first) || is_light
}
