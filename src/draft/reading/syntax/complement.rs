//! Frames that say of what they hold that it is false, or that somebody denies or only says it: "it is not true that",
//! "no one disputes that", "…, which is wrong", "MYTH: …".

use std::ops::Range;

use super::attribution::{reported_by, said_wrongly};
use super::predication::{PhraseKind, Predication};
use super::{Tags, any};
use crate::draft::reading::cue::Cue;
use crate::draft::reading::sentence_view::SentenceView;
use crate::draft::segmentation::{Token, TokenKind};
use crate::model::{Category, GrammarRole};

/// What the frames around a reading make of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Embedding {
    /// The words that say that it is not so: an even number of them cancel.
    pub turns: Vec<Range<usize>>,
    /// A label before the sentence turns it once more.
    pub is_labelled_false: bool,
    /// Negations before this token are about the frame, and count there.
    pub frame_end: usize,
    /// It is only what somebody does not say or cannot show: nothing is asserted.
    pub is_unasserted: bool,
    /// The verb by which somebody else says it, where nothing tells that it is false: "the paper wrote that".
    pub said_by: Option<Range<usize>>,
}

/// How many words after "that" a statement may begin: "that, as of today, Ann …".
const OPENING: usize = 8;

/// How many words may be between a statement and the verdict on it: "…, which is simply wrong".
const VERDICT: usize = 6;

/// The frames around a reading.
#[must_use]
pub fn embedding(sentence: &SentenceView<'_>, reading: &Predication<'_>) -> Embedding {
    let mut embedding = Embedding { is_labelled_false: sentence.is_labelled_false, ..Embedding::default() };
    let frame = frame(sentence, reading);
    // What is taken for granted is no part of what the frame holds: "it is not true that the union sued Bo, the head of Nord".
    if let Some(frame) = frame.as_ref().filter(|_| reading.kind != PhraseKind::Presupposed) {
        embedding.frame_end = frame.end;
        let falsifiers = runs(sentence.tags, frame.clone(), GrammarRole::Counterfactive);
        let negations = negations(sentence, frame);
        if falsifiers.is_empty() {
            embedding.is_unasserted =
                !negations.is_empty() && any(sentence.tags, frame.clone(), GrammarRole::Speech);
        } else {
            embedding.turns.extend(falsifiers);
            embedding.turns.extend(negations);
        }
    }
    // "It is a lie that …, which is wrong" says one thing twice.
    let is_turned = embedding.turns.len() % 2 == 1;
    if !is_turned && reading.kind != PhraseKind::Presupposed {
        let is_held = frame.is_some() || is_quoted(sentence, reading);
        embedding.turns.extend(verdict_behind(sentence, reading, is_held));
    }
    let earlier = said_earlier(sentence, reading);
    if let Some(own) = earlier.filter(|_| !is_turned && reading.kind != PhraseKind::Presupposed) {
        // "… said that Ann has led Nord since 2019": perhaps it is only the year that was wrong.
        let is_behind = |tokens: &Range<usize>| tokens.start >= reading.span.start;
        let is_dated = sentence.times.iter().any(|when| is_behind(&when.tokens));
        embedding.is_unasserted |= is_dated || sentence.amounts.iter().any(|one| is_behind(&one.tokens));
        embedding.turns.push(own);
    }
    match label(sentence.tokens, sentence.tags).filter(|(_, label)| label.end <= reading.span.start) {
        Some((StatementLabel::False, label)) => embedding.turns.push(label),
        Some((StatementLabel::Hearsay, _)) => embedding.is_unasserted = true,
        None => {}
    }
    embedding.turns.extend(label_behind(sentence, reading));
    // Of what, that does not tell: "wrongly" may be of a word of it.
    embedding.is_unasserted |= said_wrongly(sentence, reading).is_some();
    if embedding.turns.is_empty() && !embedding.is_unasserted {
        embedding.said_by = reported_by(sentence, reading);
    }
    embedding
}

/// The words before "that", where the reading is in the clause after it.
fn frame(sentence: &SentenceView<'_>, reading: &Predication<'_>) -> Option<Range<usize>> {
    let word = *reading.words.first()?;
    let has = |at: usize, role| sentence.has(at, role);
    // "That right" and "a deal that is exclusive" hold no statement.
    let complementizer = |at: &usize| {
        has(*at, GrammarRole::Complementizer)
            && !reading.words.contains(&(at + 1))
            && !has(at + 1, GrammarRole::Auxiliary)
    };
    // "Nobody says Ann is the head of Nord", "Tidak benar Ann direktur utama Nord".
    let opens = |at: usize| (0..=at).all(|at| has(at, GrammarRole::Counterfactive));
    let says = |at: &usize| reading.span.start == at + 1 && (has(*at, GrammarRole::Speech) || opens(*at));
    let at = (0..word).rev().find(|at| complementizer(at) || says(at))?;
    // The subject follows it, or precedes it and a pronoun stands for it.
    let begins = reading.span.start > at || has(at + 1, GrammarRole::Pronoun);
    let near = word - at <= OPENING || reading.span.start.saturating_sub(at) <= OPENING;
    if !begins || !near {
        return None;
    }
    let parts = |at: &usize| matches!(sentence.tokens[*at].kind, TokenKind::Sign(';' | '—' | '|'));
    let start = (0..at).rev().find(parts).map_or(0, |at| at + 1);
    let ends = (at + 1..word).any(|at| parts(&at));
    (!ends).then_some(start..at + 1)
}

/// The words before "that" which tell who said what is read: "the paper wrote in May that".
pub fn saying(sentence: &SentenceView<'_>, reading: &Predication<'_>) -> Option<Range<usize>> {
    let frame = frame(sentence, reading).filter(|_| reading.kind != PhraseKind::Presupposed)?;
    let says = |cue: &Cue| frame.contains(&cue.tokens.start);
    sentence.cues_of(Category::Reporting).any(says).then_some(frame)
}

/// The words for what the text itself said before it was corrected, if a reading is what it said: "an earlier version of this article
/// said that".
#[must_use]
pub fn said_earlier(sentence: &SentenceView<'_>, reading: &Predication<'_>) -> Option<Range<usize>> {
    let start = reading.span.start;
    let own = runs(sentence.tags, 0..start, GrammarRole::EarlierText).pop()?;
    let between = own.start..start;
    let says = any(sentence.tags, between.clone(), GrammarRole::Speech);
    let is_whole = !between.clone().any(|at| sentence.is_sign(at, ';') || sentence.is_sign(at, '.'));
    (says && is_whole && negations(sentence, &between).is_empty()).then_some(own)
}

/// Whether a trigger is a word for an earlier text, which tells neither when something was so nor who believes it: "versi sebelumnya dari
/// artikel ini".
#[must_use]
pub fn is_of_earlier_text(tags: &[Tags], cue: &Cue) -> bool {
    let is_of_text = |at: &usize| tags.get(*at).is_some_and(|tags| tags.has(GrammarRole::EarlierText));
    matches!(cue.category, Category::Past | Category::Supposition)
        && cue.words.first().is_some_and(is_of_text)
}

/// Whether a date is that of a frame that asserts nothing of what it holds: "in 2016 nobody had guessed that Ann leads Nord".
#[must_use]
pub fn is_of_frame(sentence: &SentenceView<'_>, reading: &Predication<'_>, date: &Range<usize>) -> bool {
    // "Correction, 3 May: an earlier version of this article said that Ann leads Nord".
    if date.start < reading.span.start && said_earlier(sentence, reading).is_some() {
        return true;
    }
    let Some(frame) = frame(sentence, reading).filter(|frame| frame.contains(&date.start)) else {
        return false;
    };
    !any(sentence.tags, frame.clone(), GrammarRole::Counterfactive) && !negations(sentence, &frame).is_empty()
}

/// The negations in a frame that are not part of a word that falsifies by itself.
fn negations(sentence: &SentenceView<'_>, frame: &Range<usize>) -> Vec<Range<usize>> {
    let cues = [Category::Negation, Category::Never, Category::NotYet, Category::Cessation].into_iter();
    let cues = cues.flat_map(|category| sentence.cues_of(category));
    let inside = |cue: &&Cue| frame.contains(&cue.tokens.start) && !falsifies(sentence, cue);
    let mut found: Vec<Range<usize>> = cues.filter(inside).map(|cue| cue.tokens.clone()).collect();
    found.dedup_by_key(|tokens| tokens.start);
    found
}

/// Whether a negation is part of a word that says by itself that something is false: "not true".
fn falsifies(sentence: &SentenceView<'_>, cue: &Cue) -> bool {
    any(sentence.tags, cue.tokens.clone(), GrammarRole::Counterfactive)
}

/// Runs of tokens with a role.
fn runs(tags: &[Tags], within: Range<usize>, role: GrammarRole) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for at in within.filter(|at| tags.get(*at).is_some_and(|tags| tags.has(role))) {
        match runs.last_mut() {
            Some(run) if run.end == at => run.end = at + 1,
            _ => runs.push(at..at + 1),
        }
    }
    runs
}

/// Whether nothing but the reading is between quotation marks: "the sentence “Ann leads Nord” is outdated".
fn is_quoted(sentence: &SentenceView<'_>, reading: &Predication<'_>) -> bool {
    sentence.quotes.iter().any(|quote| quote.start == reading.span.start && quote.end == reading.span.end)
}

/// "That Ann is the head of Nord is untrue"; "Ann is the head of Nord, which is wrong"; "…, which she is not".
fn verdict_behind(
    sentence: &SentenceView<'_>,
    reading: &Predication<'_>,
    is_complement: bool,
) -> Vec<Range<usize>> {
    let end = reading.span.end;
    let has = |at: usize, role| sentence.has(at, role);
    let behind = end..(end + VERDICT).min(sentence.tokens.len());
    let relative = sentence.is_sign(end, ',') && has(end + 1, GrammarRole::Relativizer);
    let predicates = |at: &usize| has(*at, GrammarRole::Auxiliary) || has(*at, GrammarRole::Counterfactive);
    let Some(verb) = behind.clone().find(predicates) else { return Vec::new() };
    let ends = |at: usize| !sentence.tokens[at].is_wordy();
    let is_mark = |at: usize| at == end && sentence.quotes.iter().any(|quote| quote.end == at);
    let direct = is_complement && !(end..verb).any(|at| ends(at) && !is_mark(at));
    if !direct && !relative {
        return Vec::new();
    }
    let is_negation = |at: usize| {
        sentence.cues_of(Category::Negation).any(|cue| cue.tokens.contains(&at) && !falsifies(sentence, cue))
    };
    // "Which nobody denies" is denied before its verb.
    let first = if relative { end + 2 } else { verb };
    let rest = (first..behind.end.max((verb + VERDICT).min(sentence.tokens.len())))
        .take_while(|at| sentence.tokens[*at].is_wordy());
    let rest: Vec<usize> = rest.collect();
    let falsifiers: Vec<usize> =
        rest.iter().copied().filter(|at| has(*at, GrammarRole::Counterfactive)).take(1).collect();
    let negations: Vec<usize> = rest.iter().copied().filter(|at| is_negation(*at)).collect();
    // "Which it is not" ends with the negation.
    let bare = relative && falsifiers.is_empty() && negations.last() == rest.last() && !negations.is_empty();
    // "Which was not true of others" is about others.
    let is_last = falsifiers.last() == rest.last();
    if falsifiers.is_empty() && !bare || relative && !bare && !is_last {
        return Vec::new();
    }
    falsifiers.into_iter().chain(negations).map(|at| at..at + 1).collect()
}

/// "… (outdated)", "… [no longer true]", "… (Not true.)": the words of a bracket right behind it that say so and nothing else, whatever
/// may follow after a stronger sign.
fn label_behind(sentence: &SentenceView<'_>, reading: &Predication<'_>) -> Option<Range<usize>> {
    let open = reading.span.end + usize::from(sentence.is_sign(reading.span.end, '.'));
    let opens = sentence.is_sign(open, '(') || sentence.is_sign(open, '[');
    let is_label = |at: &usize| sentence.has(*at, GrammarRole::FalseLabel);
    let end = (open + 1..sentence.tokens.len()).find(|at| !is_label(at))?;
    (opens && end > open + 1 && !sentence.tokens[end].is_wordy()).then_some(open + 1..end)
}

/// What a label before a statement says of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum StatementLabel {
    /// That it is not so: "False: …", "[SALAH] …".
    False,
    /// That nobody vouches for it: "Rumour: …".
    Hearsay,
}

/// The words of a label at the start of a sentence, up to its sign: "False: …", "The rumour: …".
fn label(tokens: &[Token], tags: &[Tags]) -> Option<(StatementLabel, Range<usize>)> {
    let start = tokens.iter().position(Token::is_wordy).filter(|at| *at <= 1)?;
    let start = start + usize::from(tags[start].has(GrammarRole::Determiner));
    let is_false = |at: usize| tags[at].has(GrammarRole::FalseLabel);
    let is_label = |at: usize| is_false(at) || tags[at].has(GrammarRole::HearsayLabel);
    let end = (start..tokens.len()).find(|at| !is_label(*at))?;
    let signs = |kind: TokenKind| matches!(kind, TokenKind::Sign(':' | '!' | ']' | ')' | '—' | '–' | '|'));
    let label = if (start..end).any(is_false) { StatementLabel::False } else { StatementLabel::Hearsay };
    (end > start && signs(tokens[end].kind)).then_some((label, start..end))
}

/// Whether a sentence or heading is nothing but such a label: "Hoaks!".
#[must_use]
pub fn is_false_label(tokens: &[Token], tags: &[Tags]) -> bool {
    let mut words = tokens.iter().zip(tags).filter(|(token, _)| token.is_wordy()).peekable();
    words.peek().is_some() && words.all(|(_, tags)| tags.has(GrammarRole::FalseLabel))
}

/// Whether a sentence says of the one before it that it is false: "Verdict: false.", "This is not true."
#[must_use]
pub fn is_false_verdict(tokens: &[Token], tags: &[Tags]) -> bool {
    /// Longer sentences are about something.
    const WORDS: usize = 6;
    let words: Vec<Tags> =
        tokens.iter().zip(tags).filter(|(token, _)| token.is_wordy()).map(|(_, tags)| *tags).collect();
    let ends_false = words.last().is_some_and(|tags| tags.has(GrammarRole::FalseLabel));
    let labelled = tokens.iter().any(|token| token.is_sign(':'));
    let refers = |at: usize| {
        words.get(at).is_some_and(|tags| {
            tags.has(GrammarRole::Determiner)
                || tags.has(GrammarRole::Pronoun)
                || tags.has(GrammarRole::Complementizer)
        })
    };
    // "Kabar itu keliru": where an article follows its noun, no verb is needed.
    let about = refers(0) || refers(1);
    let is_bare = |from: usize| {
        words.get(from..).is_some_and(|rest| rest.iter().all(|tags| tags.has(GrammarRole::FalseLabel)))
    };
    let says = words.iter().any(|tags| tags.has(GrammarRole::Auxiliary)) || is_bare(1) || is_bare(2);
    ends_false && words.len() <= WORDS && (labelled || says && about)
}
