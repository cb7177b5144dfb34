//! How something is said: as a fact, as what others say, in somebody's words, as what is to come, or not at all.

use std::ops::Range;

use super::cue::Cue;
use super::sentence_view::SentenceView;
use super::syntax::{PhraseKind, Predication, SentenceWords, any};
use crate::model::{Category, Direction, GrammarRole, Modality};

/// How a sentence says something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Manner {
    /// It asserts it in this way, because of these tokens if there are any.
    Asserted(Modality, Option<Range<usize>>),
    /// It asserts nothing: it is a `question`, a `condition` or a `command`.
    Unread(&'static str),
}

/// Shorter quotations are single words that somebody doubts or stresses.
const QUOTATION: usize = 5;

/// A condition or command farther from the start than this is not a condition of the whole sentence.
const OPENING: usize = 3;

/// How a reading is said. What the sentence takes for granted is outside its hedges, conditions and plans.
#[must_use]
pub fn manner(sentence: &SentenceView<'_>, reading: &Predication<'_>) -> Manner {
    let words = reading.words;
    if let Some(unread) = unread(sentence, reading) {
        return unread;
    }
    let around = sentence.around();
    let reaching = |category: Category| {
        sentence.cues_of(category).find(|cue| {
            reading.may_hold(cue) && !cue.is_among(words) && cue.reaches(words, &around).is_some()
        })
    };
    let quoted = sentence
        .quotes
        .iter()
        .find(|quote| quote.len() >= QUOTATION && words.iter().all(|word| quote.contains(word)));
    if let Some(quote) = quoted {
        return Manner::Asserted(Modality::Quoted, Some(quote.clone()));
    }
    if sentence.quoted {
        return Manner::Asserted(Modality::Quoted, None);
    }
    // What is to come says nothing about the present, however sure it is.
    if let Some(cue) = reaching(Category::Future) {
        return Manner::Asserted(Modality::Forecast, Some(cue.tokens.clone()));
    }
    // "Is said to be" holds a word of "is bankrupt", and is more than that.
    let hedges =
        |cue: &&Cue| reading.may_hold(cue) && !cue.is_within(words) && cue.reaches(words, &around).is_some();
    if let Some(cue) = sentence.cues_of(Category::Hedging).find(hedges) {
        return Manner::Asserted(Modality::Reported, Some(cue.tokens.clone()));
    }
    Manner::Asserted(Modality::Stated, None)
}

/// Whether a reading is the title of something, or words that are themselves spoken of: "the play “Ann, Head of Nord”", "“Ann leads
/// Nord” is a song". What is called false is denied.
fn is_title_of_work(sentence: &SentenceView<'_>, reading: &Predication<'_>) -> bool {
    let holds = |quote: &&Range<usize>| quote.start <= reading.span.start && reading.span.end <= quote.end;
    let Some(quote) = sentence.quotes.iter().find(holds) else { return false };
    let is_work = |at: usize| sentence.is_of(at, &sentence.language.classes.works);
    let is_passed = |at: &usize| sentence.has(*at, GrammarRole::Determiner) || sentence.is_dated(*at);
    let is_before = quote
        .start
        .checked_sub(2)
        .is_some_and(|noun| is_work(noun) || (0..=noun).rev().find(|at| !is_passed(at)).is_some_and(is_work));
    let verb = quote.end + 1;
    let rest = verb..sentence.tokens.len();
    let is_denied = rest.into_iter().any(|at| sentence.has(at, GrammarRole::Counterfactive));
    let is_whole = quote.start.checked_sub(2).is_none_or(|at| sentence.is_sign(at, ','));
    is_before || is_whole && sentence.has(verb, GrammarRole::Auxiliary) && !is_denied
}

/// Whether these words are of the past: "would".
#[must_use]
pub fn is_past(sentence: &SentenceView<'_>, by: Option<&Range<usize>>) -> bool {
    by.is_some_and(|by| sentence.cues_of(Category::Past).any(|cue| cue.tokens == *by))
}

/// The words that make it something that can be, may be or is planned: who can use a thing need not use it.
#[must_use]
pub fn ability(sentence: &SentenceView<'_>, reading: &Predication<'_>) -> Option<Range<usize>> {
    let words = reading.words;
    let around = sentence.around();
    // "It can be said that …" is of what is said.
    let is_of_frame = |cue: &Cue| {
        cue.tokens.end <= reading.span.start
            && any(sentence.tags, cue.tokens.end..reading.span.start, GrammarRole::Complementizer)
    };
    let reaches = |cue: &&Cue| {
        let is_own = reading.may_hold(cue) && !cue.is_among(words) && !is_of_frame(cue);
        is_own && cue.reaches(words, &around).is_some()
    };
    sentence.cues_of(Category::Ability).find(reaches).map(|cue| cue.tokens.clone())
}

/// Whether a reading is of a story, which holds all that its sentence says, or of what somebody believes, which holds what follows.
fn supposes(sentence: &SentenceView<'_>, reading: &Predication<'_>) -> bool {
    let (words, around) = (reading.words, sentence.around());
    let reaches = |cue: &Cue| cue.reaches(words, &around).is_some();
    let chain = |at: Option<usize>| at.and_then(|at| sentence.chains.get(at));
    let opens = |cue: &Cue| {
        let is_before = words.first().is_some_and(|word| *word >= cue.tokens.end);
        is_before
            && cue.tokens.start < OPENING
            && chain(Some(cue.tokens.start)) == chain(words.first().copied())
    };
    // "Wrongly said that" says more.
    let is_denied = any(sentence.tags, 0..reading.span.start, GrammarRole::Counterfactive);
    let holds_verb =
        |cue: &Cue| words.first().is_some_and(|word| cue.tokens.start < *word && cue.tokens.contains(word));
    sentence.cues_of(Category::Supposition).filter(|cue| !cue.is_within(words)).any(|cue| {
        match cue.direction {
            Direction::Both => reaches(cue) || opens(cue),
            // "Nearly won" holds the word that it is about.
            // "Menolak mencopot" holds its verb, whatever it denies besides.
            _ if cue.is_among(words) => reading.may_hold(cue) && (!is_denied || holds_verb(cue)),
            _ => reading.may_hold(cue) && !is_denied && reaches(cue),
        }
    })
}

/// "Had Ann won, …", "that Ann be the head": a condition or wish without a word for it.
fn is_inverted(sentence: &SentenceView<'_>, reading: &Predication<'_>) -> bool {
    let inverts = sentence
        .tokens
        .first()
        .is_some_and(|token| sentence.language.classes.inverting.contains(&token.hash));
    // "Asked that Nord be sold".
    let is_wish = |at: &usize| {
        let token = &sentence.tokens[*at];
        sentence.language.classes.subjunctive.contains(&token.hash)
            && sentence.mentions.iter().any(|mention| mention.tokens.end == *at)
    };
    inverts || reading.span.clone().any(|at| is_wish(&at))
}

/// "Once Nord owns Ost, the brand will vanish": what is awaited.
fn is_awaited(sentence: &SentenceView<'_>, reading: &Predication<'_>) -> bool {
    let is_function = |at: &usize| sentence.has(*at, GrammarRole::Determiner);
    let Some(before) = (0..reading.span.start).rev().find(|at| !is_function(at)) else { return false };
    let awaits = sentence.has(before, GrammarRole::Temporal)
        || sentence.language.classes.awaiting.contains(&sentence.tokens[before].hash);
    let is_past = || reading.words.iter().any(|word| sentence.is_past_verb(*word));
    let outside = |cue: &Cue| !reading.span.contains(&cue.tokens.start);
    let is_duty = |at: &usize| sentence.has(*at, GrammarRole::Raising) && !reading.span.contains(at);
    let is_to_come = || {
        sentence.cues_of(Category::Future).any(outside) || (0..sentence.tokens.len()).any(|at| is_duty(&at))
    };
    let is_until = || sentence.language.classes.awaiting.contains(&sentence.tokens[before].hash);
    awaits && !is_past() && is_to_come() || is_until() && is_present_clause(sentence, reading)
}

/// Whether it is a clause in the present: "after Nord 4 reaches its end" and "until Nord 4 is no longer supported" are of what is to
/// come, whatever is said of that.
fn is_present_clause(sentence: &SentenceView<'_>, reading: &Predication<'_>) -> bool {
    let words = SentenceWords::of(sentence);
    let is_present = |at: usize| {
        words.is_verb(at) && !sentence.has_past_form(at)
            || sentence.cues_of(Category::Present).any(|cue| cue.tokens.contains(&at))
    };
    reading.kind == PhraseKind::Clause
        && !sentence.language.is_tenseless()
        && !sentence.cues_of(Category::Past).any(|cue| reading.span.contains(&cue.tokens.start))
        && reading.span.clone().any(|at| !sentence.is_named(at) && is_present(at))
}

fn unread(sentence: &SentenceView<'_>, reading: &Predication<'_>) -> Option<Manner> {
    let words = reading.words;
    if sentence.is_question() {
        return Some(Manner::Unread("question"));
    }
    if is_title_of_work(sentence, reading) {
        return Some(Manner::Unread("title"));
    }
    let around = sentence.around();
    let found = |category: Category, applies: &dyn Fn(&Cue) -> bool| {
        sentence.cues_of(category).any(|cue| reading.may_hold(cue) && !cue.is_among(words) && applies(cue))
    };
    let reaches = |cue: &Cue| cue.reaches(words, &around).is_some();
    let opens =
        |cue: &Cue| cue.tokens.start < OPENING && words.first().is_some_and(|word| *word >= cue.tokens.end);
    // "Must be" holds a word of "is banned", and is more than that.
    let conditions = |cue: &Cue| {
        let holds = cue.is_among(words) || reaches(cue) || opens(cue);
        reading.may_hold(cue) && !cue.is_within(words) && holds
    };
    if sentence.cues_of(Category::Condition).any(conditions)
        || is_inverted(sentence, reading)
        || is_awaited(sentence, reading)
    {
        return Some(Manner::Unread("condition"));
    }
    // "Would leave if the vote passed".
    let follows = |cue: &Cue| {
        let last = words.last().copied().filter(|word| *word < cue.tokens.start);
        // "Nord owns Ost; if it sells it, …" goes on to a sentence of its own.
        last.is_some_and(|last| {
            !sentence.tokens[last..cue.tokens.start].iter().any(|token| token.is_sign(';'))
        })
    };
    // "And should not be used" goes on to something else.
    let is_joined =
        |at: usize| at.checked_sub(1).is_some_and(|at| sentence.has(at, GrammarRole::Coordinator));
    let is_purpose = |cue: &Cue| sentence.is_of(cue.tokens.start, &sentence.language.classes.purposes);
    let adjoins = |cue: &Cue| {
        let is_near = (reading.span.end..=reading.span.end + 1).contains(&cue.tokens.start);
        is_near && follows(cue) && !is_joined(cue.tokens.start) && !is_purpose(cue)
    };
    let holds_now = sentence.cues_of(Category::Present).any(|cue| reading.span.contains(&cue.tokens.start));
    // "Ann is the head of Nord, and Bo will be her deputy, if the board agrees": the condition is of what is to come.
    let is_of_next = |cue: &Cue| {
        let between = reading.span.end..cue.tokens.start;
        let is_to_come = |future: &Cue| between.contains(&future.tokens.start);
        holds_now
            && any(sentence.tags, between.clone(), GrammarRole::Coordinator)
            && sentence.cues_of(Category::Future).any(is_to_come)
    };
    // "Ann leaves Nord, if the board agrees", not "even if".
    let closes = |cue: &Cue| {
        let comma = cue.tokens.start.checked_sub(1).and_then(|at| sentence.tokens.get(at));
        follows(cue)
            && comma.is_some_and(|token| token.is_sign(','))
            && reading.kind != PhraseKind::Presupposed
            && !is_of_next(cue)
            && !is_purpose(cue)
    };
    if found(Category::Condition, &adjoins)
        || found(Category::Condition, &closes)
        || found(Category::Future, &reaches) && found(Category::Condition, &follows)
    {
        return Some(Manner::Unread("condition"));
    }
    if supposes(sentence, reading) {
        return Some(Manner::Unread("supposition"));
    }
    // "True or false: …".
    let labels = |cue: &Cue| opens(cue) && sentence.is_sign(cue.tokens.end, ':');
    if found(Category::Question, &|cue| reaches(cue) || labels(cue)) {
        return Some(Manner::Unread("question"));
    }
    let first = |cue: &Cue| cue.tokens.start == 0;
    if found(Category::Command, &first) {
        return Some(Manner::Unread("command"));
    }
    None
}
