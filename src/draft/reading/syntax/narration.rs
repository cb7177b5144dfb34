//! Whether what a sentence takes for granted, or says without a date, is told of some time that is past: what its verbs and
//! clauses show, not its dates.

use std::ops::Range;

use super::predication::{PhraseKind, Predication};
use crate::draft::reading::sentence_view::SentenceView;
use crate::draft::segmentation::TokenKind;
use crate::model::{Category, GrammarRole};

/// The verb that tells of the past around an apposition or title: "the mayor, Ann, opened the bridge". In a language whose verbs
/// have no tense, any verb that may.
#[must_use]
pub fn told_around(sentence: &SentenceView<'_>, reading: &Predication<'_>) -> Option<usize> {
    if reading.kind != PhraseKind::Presupposed {
        return None;
    }
    let narration = Narration { sentence, reading };
    let behind = narration.behind();
    if behind.is_some_and(|at| narration.tells(at)) {
        return behind;
    }
    // It is no subject: "the plan was made by the mayor, Ann".
    let is_subject = behind.is_some_and(|at| narration.may_be_verb(at));
    if is_subject { None } else { narration.beside() }
}

/// The verb of the past before an apposition or title, which tells of whom it describes: "Bo succeeded the mayor, Ann".
#[must_use]
pub fn told_before(sentence: &SentenceView<'_>, reading: &Predication<'_>) -> Option<usize> {
    let verb = Narration { sentence, reading }.beside()?;
    (reading.kind == PhraseKind::Presupposed && verb < reading.span.start).then_some(verb)
}

/// The word that places an undated sentence, in a language whose verbs have no tense, at the time of something else:
/// "when the flood came, the mayor is Ann".
#[must_use]
pub fn placed_beside(sentence: &SentenceView<'_>, reading: &Predication<'_>) -> Option<usize> {
    if !sentence.language.is_tenseless() {
        return None;
    }
    let begins = |at: usize| at == 0 || sentence.tokens[at - 1].is_sign(',') || at == reading.span.end;
    let outside = |at: &usize| !reading.span.contains(at);
    let is_temporal = |at: &usize| {
        let follows = *at == reading.span.end && sentence.has(*at, GrammarRole::Subordinator);
        // "Setelah Ann memimpin Nord, …".
        let leads = reading.kind == PhraseKind::Clause
            && *at + 1 == reading.span.start
            && sentence.language.classes.awaiting.contains(&sentence.tokens[*at].hash);
        (follows || leads || sentence.has(*at, GrammarRole::Temporal)) && !sentence.is_dated(*at)
    };
    (0..sentence.tokens.len()).filter(outside).find(|at| is_temporal(at) && begins(*at))
}

/// The words for how long something was so, after which it may be over: "for seven years". A verb that shows its tense tells
/// more.
#[must_use]
pub fn lasting(sentence: &SentenceView<'_>, reading: &Predication<'_>) -> Option<Range<usize>> {
    /// So many words may tell how much of it: "more than seven years".
    const COUNT: usize = 4;
    let is_of =
        |at: usize, class: &[u64]| sentence.tokens.get(at).is_some_and(|token| class.contains(&token.hash));
    let language = sentence.language;
    let lasts = |at: usize| {
        let mut behind = at + 1..(at + 1 + COUNT).min(sentence.tokens.len());
        behind.find(|unit| is_of(*unit, &language.classes.lengths)).map(|unit| at..unit + 1)
    };
    // "Direktur Utama Nord Ann menjanjikan sidang dalam dua minggu": how long that takes says nothing of her.
    let is_told = reading.kind == PhraseKind::Presupposed;
    let is_near = |at: &usize| !is_told || (reading.span.start..=reading.span.end).contains(at);
    let lasting = (0..sentence.tokens.len()).filter(|at| is_of(*at, &language.classes.lasting));
    let said = lasting.filter(is_near).find_map(lasts);
    // "Gubernur dua periode".
    let end = reading.span.end;
    let counted = language.modifiers_follow && is_of(end + 1, &language.classes.lengths);
    said.or_else(|| counted.then_some(end..end + 2)).or_else(|| in_times(sentence, end))
}

/// The length that a noun tells of whoever was or is what it says: "a three-term mayor".
#[must_use]
pub fn of_terms(sentence: &SentenceView<'_>, reading: &Predication<'_>) -> Option<Range<usize>> {
    let classes = &sentence.language.classes;
    let is_unit = |at: usize| sentence.is_of(at, &classes.tenures) || sentence.is_of(at, &classes.time_units);
    // "Near-term" is no length.
    let is_loose = |at: usize| at > 0 && sentence.is_of(at - 1, &classes.loose_lengths);
    let joined =
        |at: &usize| sentence.tokens[*at].hyphenated && is_unit(*at) && !is_loose(*at) && !reading.holds(*at);
    reading.span.clone().find(joined).map(|at| at..at + 1)
}

/// The words before a noun phrase that tell of a time in which somebody was what it says: "after nine years as head of Nord, Ann".
#[must_use]
pub fn told_of_tenure(sentence: &SentenceView<'_>, reading: &Predication<'_>) -> Option<Range<usize>> {
    let first = *reading.words.first()?;
    let is_led = reading.names.first().is_none_or(|name| name.start > first);
    let parts = |at: &usize| !sentence.tokens[*at].is_wordy();
    let start = (0..first).rev().find(parts).map_or(0, |at| at + 1);
    let classes = &sentence.language.classes;
    let is_of = |at: usize, class: &[u64]| class.contains(&sentence.tokens[at].hash);
    let describes = |at: &usize| sentence.has(*at, GrammarRole::Determiner) || sentence.tags[*at].is_open();
    let leading = (start..first).rev().find(|at| !describes(at) || is_of(*at, &classes.tenures))?;
    // "Long the head of Nord", "as the head of Nord".
    let is_as = sentence.has(leading, GrammarRole::As);
    let tells = |at: &usize| {
        let times = [&classes.tenures, &classes.lengths, &classes.times];
        if is_as { times.iter().any(|class| is_of(*at, class)) } else { is_of(*at, &classes.tenures) }
    };
    let is_told = reading.kind == PhraseKind::Presupposed && is_led;
    (start..=leading).find(tells).filter(|_| is_told).map(|at| at..at + 1)
}

/// "With Ann as head of Nord, the debts grew": a phrase that takes place when the rest of its sentence does.
#[must_use]
pub fn accompanies(sentence: &SentenceView<'_>, reading: &Predication<'_>) -> Option<usize> {
    let start = reading.span.start;
    let leads = |at: &usize| sentence.has(*at, GrammarRole::Preposition);
    let before = (start.saturating_sub(1)..=start).find(leads)?;
    let is_as = |at: usize| sentence.has(at, GrammarRole::As) && !sentence.is_named(at);
    let is_verb = |at: usize| sentence.has(at, GrammarRole::Auxiliary);
    let has_verb = reading.span.clone().any(is_verb);
    (!has_verb && reading.span.clone().any(is_as)).then_some(before)
}

/// "In the war years": a time that is no date.
fn in_times(sentence: &SentenceView<'_>, at: usize) -> Option<Range<usize>> {
    /// So many words may describe it.
    const COUNT: usize = 5;
    let is_preposition = sentence.has(at, GrammarRole::Preposition) && !sentence.is_dated(at);
    let behind = at + 1..(at + COUNT).min(sentence.tokens.len());
    let ends = |at: usize| !sentence.tokens[at].is_wordy() || sentence.has(at, GrammarRole::Preposition);
    let mut words = behind.filter(|_| is_preposition).take_while(|at| !ends(*at));
    let time = words.find(|at| sentence.language.classes.times.contains(&sentence.tokens[*at].hash))?;
    Some(at..time + 1)
}

struct Narration<'a> {
    sentence: &'a SentenceView<'a>,
    reading: &'a Predication<'a>,
}

impl Narration<'_> {
    /// The word right behind it, adverbs and a comma left out.
    fn behind(&self) -> Option<usize> {
        let passed = |at: &usize| {
            let token = &self.sentence.tokens[*at];
            let is_determiner =
                self.sentence.language.modifiers_follow && self.sentence.has(*at, GrammarRole::Determiner);
            !token.is_wordy() && !matches!(token.kind, TokenKind::Sign(';' | ':' | '—'))
                || self.is_adverb(*at)
                || is_determiner
        };
        let end = self.reading.span.end;
        (end..self.sentence.tokens.len())
            .find(|at| !passed(at))
            .filter(|at| self.sentence.tokens[*at].is_wordy())
    }

    fn is_adverb(&self, at: usize) -> bool {
        let has = |role| self.sentence.has(at, role);
        has(GrammarRole::Adverb) && !has(GrammarRole::Auxiliary)
    }

    fn begins(&self, category: Category, at: usize) -> bool {
        self.sentence.cues_of(category).any(|cue| cue.tokens.start == at)
    }

    /// Whether a word tells of the past, or of no time in particular.
    fn tells(&self, at: usize) -> bool {
        if !self.sentence.language.is_tenseless() {
            return self.sentence.has_past_form(at) || self.begins(Category::Past, at);
        }
        let is_marked = (self.reading.span.end..=at)
            .any(|at| self.begins(Category::Present, at) || self.begins(Category::Future, at));
        !is_marked && self.may_be_verb(at)
    }

    /// Whether a word may be the verb of which this is the subject.
    fn may_be_verb(&self, at: usize) -> bool {
        use GrammarRole as Role;
        let sentence = self.sentence;
        let parts =
            [Role::Determiner, Role::Preposition, Role::Coordinator, Role::Relativizer, Role::Complementizer];
        let is_part = parts.into_iter().any(|role| sentence.has(at, role));
        sentence.tokens[at].kind == TokenKind::Word && !is_part && !sentence.is_named(at)
    }

    /// A verb in the past before it, or behind it and what it is joined with.
    fn beside(&self) -> Option<usize> {
        let sentence = self.sentence;
        let chain = |at: usize| sentence.chains.get(at);
        let span = &self.reading.span;
        let outside = (0..span.start).rev().chain(span.end..sentence.tokens.len());
        let mut near = outside.filter(|at| chain(*at) == chain(span.start) && !sentence.is_named(*at));
        near.find(|at| {
            if sentence.language.is_tenseless() {
                sentence.tags.get(*at).is_some_and(|tags| tags.is_open()) && sentence.is_verb_like(*at)
            } else {
                sentence.has_past_form(*at) || self.begins(Category::Past, *at)
            }
        })
    }
}

/// The word before a title that says of whoever has it that somebody else now does: "his predecessor, president Ann".
#[must_use]
pub fn predecessor(sentence: &SentenceView<'_>, reading: &Predication<'_>) -> Option<usize> {
    /// A pronoun and a comma may be between.
    const NEAR: usize = 3;
    let start = reading.span.start;
    (start.saturating_sub(NEAR)..start)
        .find(|at| sentence.is_of(*at, &sentence.language.classes.predecessors))
        .filter(|_| reading.kind == PhraseKind::Presupposed)
}
