//! Which of the dates in a sentence belongs to the words of a phrasing. What it then says is `tense`.

use std::ops::Range;

use super::clause::{distance, same_clause};
use super::cue::Cue;
use super::pattern::Hit;
use super::sentence_view::SentenceView;
use super::syntax::{
    Joint, PhraseKind, Predication, SentenceWords, any, is_anothers, is_of_correction, is_of_frame,
    is_of_saying, is_tenure, joint,
};
use crate::draft::mentions::{TimeExpression, TimeReading, looks_like_year};
use crate::draft::segmentation::TokenKind;
use crate::model::{Category, Direction, GrammarRole};

/// How far from its start a date may be that is meant for the whole sentence.
const OPENING: usize = 3;

/// How far after the words a date in brackets may be and still belong to them.
const ASIDE: usize = 4;

/// The date that is meant: the nearest in the same clause, else one in brackets right after, else one that opens the
/// sentence. One that is understood takes precedence over one that is not. `ceased`: what the words say has ended.
#[must_use]
pub fn date<'a>(
    sentence: &SentenceView<'a>,
    hit: &Hit,
    reading: &Predication<'_>,
    focus: &Range<usize>,
    ceased: bool,
) -> Option<&'a TimeExpression> {
    // What is taken for granted has the dates of its own words alone.
    let is_held = |when: &&TimeExpression| {
        let behind = reading.span.end;
        let bracketed = sentence.is_sign(behind, '(');
        // "Head of Nord Ann in 2019 said": the date behind a title and its name is that of what is told.
        let is_title =
            reading.words.first().is_some_and(|word| reading.names.iter().all(|name| name.start > *word));
        let is_told = is_title && !bracketed && matches!(when.reading, TimeReading::On(_));
        let adjoins = when.tokens.start == behind + usize::from(bracketed) && !is_told;
        reading.kind != PhraseKind::Presupposed
            || adjoins
            || reading.span.start <= when.tokens.start && when.tokens.end <= reading.span.end
    };
    // "Closed after a ban in September": the date is that of what is behind the word that subordinates it.
    let subordinates = |at: usize| {
        sentence.has(at, GrammarRole::Subordinator) && !hit.words.contains(&at) && !sentence.is_dated(at)
    };
    let first = hit.words.first().map_or(hit.tokens.end, |word| word + 1);
    let is_near = |when: &&TimeExpression| {
        !(first..when.tokens.start.max(first)).any(subordinates) && !is_of_joined(sentence, hit, when)
    };
    // "The price rose in May, after Ann had bought Nord": the date is that of the clause before.
    let is_led = opens_clause(sentence, hit.tokens.start);
    let is_of_main = |when: &&TimeExpression| is_led.is_some_and(|opener| when.tokens.end <= opener);
    let counts = |when: &&TimeExpression| {
        is_held(when)
            && is_near(when)
            && !is_of_main(when)
            && !when.of_another
            && !is_set_aside(sentence, when)
            && !is_of_correction(sentence, when)
            && (ceased || !is_modifier(sentence, when))
            && !is_anothers(sentence, reading, when)
            && !is_of_saying(sentence, reading, when)
            && !is_of_frame(sentence, reading, &when.tokens)
            && !(ceased && is_tenure(sentence, reading, when))
            && of_later(sentence, hit, &when.tokens) != Joint::Statement
    };
    let in_clause = sentence.times.iter().filter(counts).filter(|when| {
        same_clause(sentence.clauses, &when.tokens, focus) && !is_of_another(sentence, hit, when)
    });
    let aside = |when: &&TimeExpression| {
        when.tokens.start >= hit.tokens.end && when.tokens.start - hit.tokens.end < ASIDE
    };
    // "Mayor of Nord (2009–2021) Ann".
    let inside = |when: &&TimeExpression| {
        let before = when.tokens.start.checked_sub(1).filter(|at| hit.tokens.contains(at));
        before.is_some_and(|at| sentence.is_sign(at, '(')) && sentence.is_sign(when.tokens.end, ')')
    };
    let start = chain_start(sentence, hit.tokens.start);
    let opening = |when: &&TimeExpression| (start..start + OPENING).contains(&when.tokens.start);
    // "Resigned in May, with effect from July."
    let takes_effect = |when: &TimeExpression| {
        let is_word = |at: usize| sentence.language.classes.effective.contains(&sentence.tokens[at].hash);
        when.tokens.clone().any(is_word)
    };
    in_clause
        .min_by_key(|when| {
            let is_unread = when.reading == TimeReading::Unread;
            (is_unread, !takes_effect(when), distance(&when.tokens, focus))
        })
        .or_else(|| instead(sentence, focus))
        .or_else(|| sentence.times.iter().filter(counts).find(aside))
        .or_else(|| sentence.times.iter().filter(counts).find(inside))
        .or_else(|| sentence.times.iter().filter(counts).find(opening))
        .or_else(|| before_participle(sentence, focus))
        .or_else(|| label(sentence))
        .filter(|when| !is_of_frame(sentence, reading, &when.tokens) && !is_of_correction(sentence, when))
}

/// The date that counts instead of one that is denied.
fn instead<'a>(sentence: &SentenceView<'a>, focus: &Range<usize>) -> Option<&'a TimeExpression> {
    /// The conjunction, a comma and a preposition.
    const BETWEEN: usize = 3;
    let pair = sentence.times.windows(2).find(|pair| {
        let is_near = pair[1].tokens.start - pair[0].tokens.end <= BETWEEN;
        is_near && is_set_aside(sentence, &pair[0]) && same_clause(sentence.clauses, &pair[0].tokens, focus)
    });
    pair.map(|pair| &pair[1])
}

/// Whether a date is only denied, for another one: "not in 2014 but in 2015", "bukan pada 2014, melainkan pada 2015".
fn is_set_aside(sentence: &SentenceView<'_>, when: &TimeExpression) -> bool {
    let leads = |at: &usize| sentence.has(*at, GrammarRole::Preposition) && !sentence.is_named(*at);
    let before = (0..when.tokens.start).rev().find(|at| !leads(at));
    let is_denied = |at: usize| sentence.cues_of(Category::Negation).any(|cue| cue.tokens.end == at + 1);
    let contrasting = &sentence.language.classes.contrasting;
    let is_word = |at: &usize| sentence.tokens.get(*at).is_some_and(|token| token.is_wordy());
    let next = (when.tokens.end..sentence.tokens.len()).find(is_word);
    before.is_some_and(is_denied) && next.is_some_and(|at| sentence.is_of(at, contrasting))
}

/// Whether tokens behind the words of a pattern belong to another statement, which is joined to them.
#[must_use]
pub fn of_later(sentence: &SentenceView<'_>, hit: &Hit, tokens: &Range<usize>) -> Joint {
    joint(sentence, hit.tokens.end..tokens.start.max(hit.tokens.end))
}

/// Whether a date belongs to what a clause of its own says, which "and" joins to these words: "Ann left in 2022 and Bob is …",
/// "Bob is … and Ann left in 2022". A clause of its own begins with a name and goes on with a verb.
fn is_of_another(sentence: &SentenceView<'_>, hit: &Hit, when: &TimeExpression) -> bool {
    let joins = |cue: &&Cue| cue.direction == Direction::Both && begins_clause(sentence, cue.tokens.end);
    let mut joints = sentence.cues_of(Category::Resumption).filter(joins).map(|cue| &cue.tokens);
    joints.any(|joint| {
        // The date closes the clause before, and these words open the one after.
        let before = when.tokens.end <= joint.start
            && joint.start - when.tokens.end < NEAR_JOINT
            && joint.end <= hit.tokens.start
            && hit.tokens.start - joint.end < NEAR_JOINT
            && when.tokens.start >= OPENING;
        before || hit.tokens.end <= joint.start && joint.end <= when.tokens.start
    })
}

/// "Was shot in 2015 and released", "lives here since 1999 and is the head": the date closes what is said of the subject before the
/// words of the pattern, which "and" joins to it.
fn is_of_joined(sentence: &SentenceView<'_>, hit: &Hit, when: &TimeExpression) -> bool {
    let joint = when.tokens.end;
    let Some(first) = hit.words.iter().copied().find(|word| *word > joint) else { return false };
    let is_passed =
        |at: usize| sentence.has(at, GrammarRole::Adverb) || sentence.has(at, GrammarRole::Auxiliary);
    let is_inner = hit.words.iter().all(|word| *word >= joint) && when.tokens.start > hit.tokens.start;
    is_inner
        && joint < first
        && sentence.language.coordinators.contains(&sentence.tokens[joint].hash)
        && (joint + 1..first).all(is_passed)
}

/// So near to the word that joins two clauses a date closes the one, and a name opens the other.
const NEAR_JOINT: usize = 2;

/// Whether a name and a verb are at `at`: an auxiliary, a verb in the past tense, or a word before another name.
fn begins_clause(sentence: &SentenceView<'_>, at: usize) -> bool {
    let named = |from: usize| {
        sentence.mentions.iter().find(|mention| (from..from + NEAR_JOINT).contains(&mention.tokens.start))
    };
    let Some(subject) = named(at) else { return false };
    let verb = subject.tokens.end;
    let is_word = |at: usize| sentence.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word);
    let is_free = |at: usize| !sentence.language.determiners.contains(&sentence.tokens[at].hash);
    is_word(verb)
        && is_free(verb)
        && (sentence.language.auxiliaries.contains(&sentence.tokens[verb].hash)
            || sentence.is_past_verb(verb)
            || named(verb + 1).is_some())
}

/// The word right before `start`, an article left out, that makes what begins there a clause that happens before or after another:
/// "after". What is so in spite of something, or while it is, has the date of that.
fn opens_clause(sentence: &SentenceView<'_>, start: usize) -> Option<usize> {
    let is_article = |at: &usize| sentence.has(*at, GrammarRole::Determiner);
    let before = (0..start).rev().find(|at| !is_article(at))?;
    subordinates_in_time(sentence, before).then_some(before)
}

/// Whether a word tells of what another clause happens before or after: "since", but not "because" or "while".
#[must_use]
pub fn subordinates_in_time(sentence: &SentenceView<'_>, at: usize) -> bool {
    let conceding = &sentence.language.classes.conceding;
    sentence.has(at, GrammarRole::Subordinator)
        && !sentence.has(at, GrammarRole::Temporal)
        && !sentence.is_of(at, conceding)
        && !sentence.is_dated(at)
}

/// Whether a date is in a clause before the reading's, with a verb of its own, that tells of what happened before or after it: "since Ann
/// bought it in 2019, Nord has changed its name".
fn is_in_other_clause(sentence: &SentenceView<'_>, reading: &Predication<'_>, date: &Range<usize>) -> bool {
    let closes = |at: &usize| sentence.tokens[*at].is_sign(',');
    let comma = (date.end..reading.span.start).find(closes);
    let start = (0..date.start).rev().find(closes).map_or(0, |at| at + 1);
    let words = SentenceWords::of(sentence);
    let is_verb = |at: usize| {
        words.is_verb(at) || sentence.has_past_form(at) || sentence.has(at, GrammarRole::DatedParticiple)
    };
    comma.is_some() && subordinates_in_time(sentence, start) && (start + 1..date.start).any(is_verb)
}

/// A participle after a comma ("…, ending the arrangement") has the date of what is before it.
fn before_participle<'a>(sentence: &SentenceView<'a>, focus: &Range<usize>) -> Option<&'a TimeExpression> {
    let clause = sentence.clauses.get(focus.start)?;
    let start = sentence.clauses.iter().position(|known| known == clause)?;
    let begins = |cue: &&Cue| cue.tokens.start == start && cue.direction == Direction::Backward;
    sentence.cues_of(Category::Resumption).find(begins)?;
    sentence.times.iter().rev().find(|when| !when.of_another && when.tokens.end <= start)
}

/// A date that is before the whole sentence, as in a chronicle: "21 January 2025: …", "October 2025 merger (background): …".
fn label<'a>(sentence: &SentenceView<'a>) -> Option<&'a TimeExpression> {
    /// Longer ones are sentences.
    const WORDS: usize = 8;
    let first = sentence.times.first().filter(|when| when.tokens.start == 0)?;
    let mut label = sentence.tokens.iter().take(WORDS).enumerate().skip(first.tokens.end);
    let (end, _) = label.find(|(_, token)| token.is_sign(':'))?;
    let says = any(sentence.tags, first.tokens.end..end, GrammarRole::Auxiliary)
        || (first.tokens.end..end).any(|at| sentence.is_named(at) || sentence.is_past_verb(at));
    (!says).then_some(first)
}

/// Where the chain of clauses begins that a token belongs to: after the last sign that separates more than clauses.
fn chain_start(sentence: &SentenceView<'_>, at: usize) -> usize {
    let before = sentence.tokens.get(..at).unwrap_or_default();
    let parts = |kind: TokenKind| matches!(kind, TokenKind::Sign(';' | ':' | '—' | '|' | '•'));
    before.iter().rposition(|token| parts(token.kind)).map_or(0, |at| at + 1)
}

/// Whether a date describes the noun after it: "the 2025 amendments", "Nord's 2025 plan", "a Dec. 12 election".
#[must_use]
pub fn is_modifier(sentence: &SentenceView<'_>, when: &TimeExpression) -> bool {
    let next = sentence.tokens.get(when.tokens.end);
    let before = when.tokens.start.checked_sub(1);
    let is_determiner = |at: usize| sentence.language.determiners.contains(&sentence.tokens[at].hash);
    let is_owner = |at: usize| sentence.words(&(at..at + 1)).starts_with('\'');
    let is_described = match before {
        Some(at) => is_determiner(at) || is_owner(at) && !sentence.language.modifiers_follow,
        // "Today Nord bought Ost".
        None => when.tokens.len() == 1 && !when.now,
    };
    // "Under the October 2025 agreement" is when what it says began.
    let is_led = || {
        let has_preposition = sentence.has(when.tokens.start, GrammarRole::Preposition);
        let is_agreed = sentence.has(when.tokens.end, GrammarRole::LightNoun);
        before.is_some_and(is_determiner)
            && !has_preposition
            && !is_agreed
            && !sentence.language.modifiers_follow
    };
    is_described
        && (when.tokens.len() == 1 || is_led())
        && matches!(when.reading, TimeReading::On(_))
        && next.is_some_and(|next| next.kind == TokenKind::Word)
}

/// A number in the clause of `focus` that looks like a year, though nothing says what it is: a date that is not understood.
#[must_use]
pub fn unread_year(
    sentence: &SentenceView<'_>,
    reading: &Predication<'_>,
    focus: &Range<usize>,
) -> Option<Range<usize>> {
    let is_taken = |at: usize| sentence.is_named(at) || sentence.is_in_amount(at) || sentence.is_dated(at);
    let is_year = |at: usize| looks_like_year(sentence.text, sentence.tokens, &sentence.language.dates, at);
    let numbers = sentence.tokens.iter().enumerate().filter(|(_, token)| token.kind == TokenKind::Number);
    let (at, _) = numbers
        .filter(|(at, token)| !token.hyphenated && same_clause(sentence.clauses, &(*at..at + 1), focus))
        .find(|(at, _)| is_year(*at) && !is_taken(*at) && !is_of_aside(sentence, reading, *at))?;
    Some(at..at + 1)
}

/// Whether a number is in a description between commas with no word of the reading: "Ann, juara 2016, adalah ketua Nord".
fn is_of_aside(sentence: &SentenceView<'_>, reading: &Predication<'_>, at: usize) -> bool {
    let is_comma = |at: &usize| sentence.is_sign(*at, ',');
    let open = (0..at).rev().find(is_comma);
    let close = (at..sentence.tokens.len()).find(is_comma);
    open.zip(close).is_some_and(|(open, close)| {
        let is_said = |at: usize| reading.holds(at) || sentence.has(at, GrammarRole::Auxiliary);
        let describes =
            |at: usize| sentence.is_free_word(at) || sentence.has(at, GrammarRole::DatedParticiple);
        (open + 1..at).any(describes) && !(open..close).any(is_said)
    })
}

/// Whether a date is not that of what is taken for granted, but of what the sentence tells.
#[must_use]
pub fn is_outside(
    sentence: &SentenceView<'_>,
    reading: &Predication<'_>,
    is_nominal: bool,
    date: &Range<usize>,
) -> bool {
    let behind = reading.span.end..date.start;
    let is_apart = || behind.clone().any(|at| sentence.tokens[at].is_sign(','));
    let is_before = is_nominal && date.end <= reading.span.start;
    let is_behind = !behind.is_empty() && (is_nominal || is_apart());
    reading.kind == PhraseKind::Presupposed && (is_before || is_behind)
        || is_in_other_clause(sentence, reading, date)
}

/// The year of words that are told: "a 2021 post says". What they say is as of then.
#[must_use]
pub fn dated_words(sentence: &SentenceView<'_>, reading: &Predication<'_>) -> Option<Range<usize>> {
    let today = sentence.today?;
    let is_told = || {
        let attributes = |at: usize| {
            sentence.language.classes.attributing.contains(&sentence.tokens[at].hash) && !reading.holds(at)
        };
        sentence.cues_of(Category::Reporting).next().is_some() || (0..sentence.tokens.len()).any(attributes)
    };
    let is_past = |when: &&TimeExpression| {
        let is_before = matches!(when.reading, TimeReading::On(bound) if bound.latest < today);
        is_before && !reading.span.contains(&when.tokens.start) && is_modifier(sentence, when)
    };
    // "In this 2016 photo, Ann is", but not "under the 2016 agreement".
    let is_shown = |when: &Range<usize>| {
        let opens = sentence.is_of(0, &sentence.language.classes.locatives)
            && !sentence.has(when.end, GrammarRole::LightNoun);
        let comma = (when.end..reading.span.start).find(|at| sentence.is_sign(*at, ','));
        opens && comma.is_some()
    };
    let when = sentence.times.iter().find(is_past).map(|when| when.tokens.clone());
    when.filter(|when| is_told() || is_shown(when)).or_else(|| caption(sentence))
}

/// The date of a picture, in brackets: "Ann heads Nord (2016 photo)".
fn caption(sentence: &SentenceView<'_>) -> Option<Range<usize>> {
    let length = sentence.tokens.len();
    let sign_behind = |from: usize, sign: char| (from..length).find(|at| sentence.is_sign(*at, sign));
    let is_year = |at: usize| looks_like_year(sentence.text, sentence.tokens, &sentence.language.dates, at);
    let is_picture = |at: usize| sentence.is_of(at, &sentence.language.classes.pictures);
    let mut from = 0;
    while let Some(open) = sign_behind(from, '(') {
        let close = sign_behind(open, ')').unwrap_or(length);
        let date = (open..close).find(|at| sentence.is_dated(*at) || is_year(*at));
        if let Some(date) = date.filter(|_| (open..close).any(is_picture)) {
            return Some(date..date + 1);
        }
        from = close;
    }
    None
}
