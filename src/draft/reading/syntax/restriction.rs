//! What is beside a statement and restricts it: "is not banned in Norland for farm use", "in version 1, Nord uses Ost". Of how much
//! it then says nothing can be known from records that do not.

mod version;

use std::ops::Range;

use version::{is_bracketed_version, names_last_version, names_version};

use super::names::is_capitalized;
use super::predication::{PhraseKind, Predication};
use crate::draft::mentions::{AmountExpression, TimeExpression};
use crate::draft::reading::cue::Cue;
use crate::draft::reading::sentence_view::SentenceView;
use crate::draft::segmentation::{Token, TokenKind};
use crate::model::{Category, GrammarRole};
use crate::tokens::word_hash;

/// What is said, as far as it matters for what restricts it.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// It is denied: any word behind it may be what is denied.
    pub is_denied: bool,
    /// It is said to have ended.
    pub is_ended: bool,
    /// It is said of its subject alone.
    pub is_of_one: bool,
    /// It is said to be so now.
    pub is_present: bool,
    /// It is said of who alone is so, or by more than a noun.
    pub is_unique: bool,
}

/// Whether words beside a reading restrict it.
#[must_use]
pub fn is_restricted(sentence: &SentenceView<'_>, reading: &Predication<'_>, limits: Limits) -> bool {
    let tail = Tail { sentence, at: reading.span.end };
    if is_bracketed_version(sentence, reading) {
        return true;
    }
    if reading.kind == PhraseKind::Presupposed {
        // "Ann, head of Nord during the war, …".
        let is_comma = |at: usize| sentence.is_sign(at, ',');
        let precedes = |name: &Range<usize>| reading.words.first().is_some_and(|word| name.end <= *word);
        let is_apposition = reading.names.first().is_some_and(|name| precedes(name) && is_comma(name.end));
        return is_led(sentence, reading) || is_apposition && tail.is_adjunct();
    }
    let narrows = is_led_by_adverb(sentence, reading)
        || tail.is_turned()
        || tail.is_of_versions()
        || tail.is_exclusive()
        || tail.goes_on()
        || tail.is_purpose() && tail.is_behind_name(reading)
        || tail.is_modifier(reading)
            && (limits.is_unique || limits.is_denied || is_ranked(sentence, reading))
        || tail.is_adjunct();
    let is_of_version =
        limits.is_present && (names_last_version(sentence) || names_version(sentence, reading));
    let restricts =
        narrows || is_of_version || limits.is_denied && tail.is_more() || is_fronted(sentence, reading);
    // What has ended is over for what restricts it, too, but where that is all it was said of.
    if limits.is_ended {
        limits.is_of_one && tail.is_adjunct()
    } else {
        restricts || limits.is_of_one && tail.is_role()
    }
}

/// "Nord indirectly employs 30,000 people".
fn is_led_by_adverb(sentence: &SentenceView<'_>, reading: &Predication<'_>) -> bool {
    let restricts = |at: usize| {
        sentence.is_of(at, &sentence.language.restricting) && sentence.has(at, GrammarRole::Adverb)
    };
    reading.span.clone().any(|at| restricts(at) && !reading.holds(at))
}

/// Whether something is said to be so again and again, and not once for all: "is closed on Mondays", "is closed in summer".
#[must_use]
pub fn recurs(sentence: &SentenceView<'_>, reading: &Predication<'_>) -> bool {
    let at = reading.span.end;
    let is_now = sentence.language.is_tenseless()
        || sentence.cues_of(Category::Present).any(|cue| reading.span.contains(&cue.tokens.start));
    // A part of any year: no number is in it, nor "last" or "this".
    let is_season = |when: &TimeExpression| {
        when.tokens.start == at
            && when.tokens.len() == 2
            && sentence.has(at, GrammarRole::Preposition)
            && sentence.tokens[at + 1].kind == TokenKind::Word
    };
    let tail = Tail { sentence, at };
    let is_limited = tail.recurs() || tail.is_for_some() || sentence.times.iter().any(is_season);
    tail.is_hour() || is_now && is_limited
}

/// Whether somebody may only have gone for a while, for what follows: "left Norland on Monday for a summit". Dates may be between.
#[must_use]
pub fn is_errand(sentence: &SentenceView<'_>, reading: &Predication<'_>) -> bool {
    let is_date = |at: &usize| {
        sentence.has(*at, GrammarRole::Preposition) && is_day(sentence, *at + 1) || is_day(sentence, *at)
    };
    let Some(at) = (reading.span.end..sentence.tokens.len()).find(|at| !is_date(at)) else { return false };
    sentence.is_of(at, &sentence.language.restricting)
        && sentence.has(at + 1, GrammarRole::Determiner)
        && !sentence.is_named(at + 2)
}

/// Whether a token is of a date or a day of the week.
fn is_day(sentence: &SentenceView<'_>, at: usize) -> bool {
    sentence.is_dated(at) || sentence.is_of(at, &sentence.language.weekdays)
}

/// Whether an amount is that of a part: "9 from services". "Up to 9 from 8" compares.
#[must_use]
pub fn is_part_amount(sentence: &SentenceView<'_>, amount: &AmountExpression) -> bool {
    let behind = amount.tokens.end;
    let is_counted = |at: usize| sentence.is_dated(at) || sentence.is_in_amount(at);
    let tail = Tail { sentence, at: behind };
    let restricts =
        sentence.is_of(behind, &sentence.language.restricting) || tail.is_share() || tail.is_purpose();
    // "280 for all users".
    let is_whole = sentence.is_of(behind + 1, &sentence.language.classes.wholes);
    tail.is_participle() || restricts && !is_counted(behind) && !is_counted(behind + 1) && !is_whole
}

/// Whether "for" or a number is between two words of a relation, so that it may only be said of something: "was released for
/// phones in", "is sold in packs of ten for".
#[must_use]
pub fn is_narrowed(sentence: &SentenceView<'_>, words: &[usize]) -> bool {
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return false };
    let is_bare = |at: usize| {
        let amount = sentence.amounts.iter().find(|amount| amount.tokens.contains(&at));
        amount.is_none_or(|amount| amount.amount.unit.is_empty())
    };
    let is_figure = |at: usize| sentence.tokens[at].kind == TokenKind::Number;
    // "Support for Nord 4 ends": the number is of the name.
    let is_number =
        |at: usize| is_figure(at) && !sentence.is_named(at) && !sentence.is_dated(at) && is_bare(at);
    // "Stepped down on Monday as": a date narrows nothing.
    let is_when = |at: usize| sentence.is_dated(at) || is_day(sentence, at + 1);
    let restricts =
        |at: usize| sentence.is_of(at, &sentence.language.restricting) && !is_when(at) || is_number(at);
    (*first..*last).any(|at| !words.contains(&at) && restricts(at))
}

/// "For phones, Nord 4 is the latest version", "In version 1 Nord uses Ost".
fn is_fronted(sentence: &SentenceView<'_>, reading: &Predication<'_>) -> bool {
    /// Longer ones are clauses.
    const WORDS: usize = 6;
    let start = reading.span.start;
    let attributes = sentence
        .tokens
        .first()
        .is_some_and(|token| sentence.language.classes.attributing.contains(&token.hash));
    // "Before the rewrite, Nord uses Ost".
    let awaits = sentence.is_of(0, &sentence.language.classes.awaiting);
    // "Like Ost, Nord is a port" says no less of Nord.
    let likens = sentence.is_of(0, &sentence.language.classes.likening);
    let is_led = sentence.has(0, GrammarRole::Preposition) && !sentence.has(0, GrammarRole::As) && !likens;
    // "Including its branches, Nord has 90 shops".
    let restricts = sentence.is_of(0, &sentence.language.restricting);
    let opens = awaits || restricts || is_led && !attributes;
    let is_near = |at: &usize| {
        sentence.tokens[*at].is_sign(',') && *at <= WORDS && start <= at + 2 || at + 1 == start && *at < WORDS
    };
    let is_counted = (0..start).any(|at| sentence.is_dated(at))
        || sentence.cues.iter().any(|cue| {
            cue.tokens.start == 0 && !matches!(cue.category, Category::Aside | Category::Resumption)
        });
    opens && start > 1 && !is_counted && (0..start).any(|at| is_near(&at))
}

/// "To Bo, the head of Nord is a pupil": what is between the comma and the verb is its subject, and describes nobody.
fn is_led(sentence: &SentenceView<'_>, reading: &Predication<'_>) -> bool {
    let Some(name) = reading.names.first().filter(|name| name.start == reading.span.start) else {
        return false;
    };
    let opens =
        sentence.has(0, GrammarRole::Preposition) && (0..name.start).all(|at| is_function(sentence, at));
    let is_apart = sentence.is_sign(name.end, ',');
    let end = reading.span.end;
    let is_verb = sentence.has(end, GrammarRole::Auxiliary)
        || sentence.tokens.get(end).is_some_and(|token| token.kind == TokenKind::Word)
            && sentence.tags.get(end).is_some_and(|tags| tags.is_open() || tags.has(GrammarRole::Adverb))
            && !sentence.is_named(end)
            && !sentence.is_dated(end);
    opens && is_apart && is_verb
}

/// Whether a rank or order is in what is said: what narrows the noun then narrows among what it is the latest or first.
fn is_ranked(sentence: &SentenceView<'_>, reading: &Predication<'_>) -> bool {
    reading
        .span
        .clone()
        .any(|at| sentence.is_ranked(at) || sentence.is_of(at, &sentence.language.classes.only))
}

fn is_function(sentence: &SentenceView<'_>, at: usize) -> bool {
    sentence.has(at, GrammarRole::Preposition) || sentence.has(at, GrammarRole::Determiner)
}

/// What is behind a statement.
struct Tail<'a> {
    sentence: &'a SentenceView<'a>,
    at: usize,
}

impl Tail<'_> {
    fn has(&self, role: GrammarRole) -> bool {
        self.sentence.has(self.at, role)
    }

    fn is_counted(&self, at: usize) -> bool {
        self.sentence.is_dated(at) || self.sentence.is_in_amount(at)
    }

    /// Whether a trigger begins with it: what is then said is told elsewhere.
    fn is_trigger(&self) -> bool {
        let counts = |cue: &Cue| cue.category != Category::Aside && cue.tokens.contains(&self.at);
        self.sentence.cues.iter().any(counts)
    }

    fn is_open(&self, at: usize) -> bool {
        self.sentence.tags.get(at).is_some_and(|tags| tags.is_open())
            && !self.sentence.is_named(at)
            && !self.is_counted(at)
    }

    /// Whether a word may be a verb.
    fn is_plain(&self, at: usize) -> bool {
        self.is_open(at) || self.sentence.has(at, GrammarRole::Auxiliary)
    }

    /// "Is supported neither here nor there": what is denied may be all of it.
    fn is_turned(&self) -> bool {
        let is_behind = |cue: &Cue| cue.tokens.start == self.at && cue.tokens.len() == 1;
        let is_joined = self.sentence.has(self.at, GrammarRole::Coordinator);
        !is_joined
            && self.sentence.has(self.at + 1, GrammarRole::Preposition)
            && self.sentence.cues_of(Category::Negation).any(is_behind)
    }

    /// "Is closed every Monday", "is closed on Mondays", "is closed for the night".
    fn recurs(&self) -> bool {
        let sentence = self.sentence;
        let is_day = |at: usize| {
            let word = sentence.words(&(at..at + 1)).to_lowercase();
            let endings = &sentence.language.present_endings;
            endings.iter().any(|ending| {
                word.strip_suffix(ending.as_str())
                    .is_some_and(|day| sentence.language.weekdays.contains(&word_hash(day)))
            })
        };
        let classes = &sentence.language.classes;
        let is_unit = |at: usize| sentence.is_of(at, &classes.time_units) && !sentence.is_dated(at);
        let has_article = sentence.has(self.at + 1, GrammarRole::Determiner);
        sentence.is_of(self.at, &classes.recurring)
            || self.has(GrammarRole::Preposition)
                && (is_day(self.at + 1) || has_article && is_unit(self.at + 2))
    }

    /// "Requires Ost before version 5".
    fn is_of_versions(&self) -> bool {
        let is_led = self.has(GrammarRole::Subordinator) || self.has(GrammarRole::Preposition);
        is_led && self.sentence.is_of(self.at + 1, &self.sentence.language.classes.versions)
    }

    /// "Is closed to traffic", "ditutup bagi anjing".
    fn is_for_some(&self) -> bool {
        let sentence = self.sentence;
        let leads = [&sentence.language.classes.infinitive, &sentence.language.restricting];
        let is_led = leads.iter().any(|class| sentence.is_of(self.at, class)) && !sentence.is_dated(self.at);
        is_led && sentence.is_free_word(self.at + 1) && !sentence.is_verb_like(self.at + 1)
    }

    /// "Closes at ten", "is closed after midnight", "tutup pukul sepuluh".
    fn is_hour(&self) -> bool {
        let sentence = self.sentence;
        let hours = &sentence.language.classes.hours;
        let is_led = self.has(GrammarRole::Preposition) || self.has(GrammarRole::Subordinator);
        let is_number = |at: usize| sentence.is_in_amount(at) && !sentence.is_dated(at);
        sentence.is_of(self.at, hours)
            || is_led
                && (sentence.is_of(self.at + 1, hours)
                    || is_number(self.at + 1) && !sentence.is_dated(self.at))
    }

    /// "Only in version 4".
    fn is_exclusive(&self) -> bool {
        let behind = self.at + 1;
        self.sentence.is_of(self.at, &self.sentence.language.classes.only)
            && self.sentence.has(behind, GrammarRole::Preposition)
            && !self.sentence.is_dated(behind)
    }

    /// "Merrow 2 or later": more than the thing named.
    fn goes_on(&self) -> bool {
        self.has(GrammarRole::Coordinator)
            && self.sentence.is_of(self.at + 1, &self.sentence.language.classes.onward)
    }

    /// A clause or noun that narrows the noun before the name: "the latest version of Nord that runs on phones",
    /// "presiden Nord pilihan mereka". A fork of Nord that runs on phones is one of Nord all the same.
    fn is_modifier(&self, reading: &Predication<'_>) -> bool {
        let token = self.sentence.tokens.get(self.at).filter(|_| self.is_behind_name(reading));
        let Some(token) = token else { return false };
        let follows = self.sentence.language.modifiers_follow;
        let clauses = [GrammarRole::Relativizer, GrammarRole::Complementizer, GrammarRole::Pronoun];
        let goes_on = self.sentence.tokens.get(self.at + 1).is_some_and(Token::is_wordy);
        let is_clause = goes_on && clauses.into_iter().any(|role| self.has(role));
        // "Nord yang berpusat di Kiel tumbuh": the clause of the subject ends there, and the verb of the sentence follows.
        let is_relative =
            |name: &Range<usize>| name.end < self.at && self.sentence.has(name.end, GrammarRole::Relativizer);
        let is_noun = follows
            && reading.kind == PhraseKind::Clause
            && !reading.names.iter().any(is_relative)
            && token.kind == TokenKind::Word
            && (self.is_open(self.at) || self.sentence.is_ranked(self.at))
            && !self.sentence.is_verb_like(self.at)
            && !self.is_trigger();
        // "The latest version of Nord tested with Ost".
        let is_participle = reading.kind == PhraseKind::Clause && self.is_participle() && !self.is_trigger();
        is_clause || is_noun || is_participle
    }

    fn is_behind_name(&self, reading: &Predication<'_>) -> bool {
        reading.names.iter().any(|name| name.end == self.at)
    }

    /// "In the islands", "for farm use", "when offline".
    fn is_adjunct(&self) -> bool {
        let language = self.sentence.language;
        let passed =
            [&language.actors, &language.joints].into_iter().any(|class| self.sentence.is_of(self.at, class));
        let is_infinitive = self.sentence.is_of(self.at, &language.classes.infinitive)
            && (!language.modifiers_follow || self.sentence.is_verb_like(self.at + 1));
        let passes = passed || is_infinitive || self.has(GrammarRole::As);
        // "Invested 5 million in Nord in three tranches" is of all of it.
        let mut nouns = self.at + 1..self.at + 4;
        let is_in_tranches = nouns.any(|at| self.sentence.is_of(at, &language.classes.tranches));
        let is_phrase = self.has(GrammarRole::Preposition)
            && !passes
            && !is_in_tranches
            && !self.is_counted(self.at)
            && !self.is_counted(self.at + 1);
        (is_phrase || self.has(GrammarRole::Temporal)) && !self.is_trigger()
    }

    /// "15 clubs founded before 1900".
    fn is_participle(&self) -> bool {
        !self.sentence.language.modifiers_follow
            && self.sentence.has_past_form(self.at)
            && (self.sentence.has(self.at + 1, GrammarRole::Preposition)
                || self.sentence.is_dated(self.at + 1))
    }

    /// "31 works by Ann", "25 people as guards".
    fn is_share(&self) -> bool {
        let language = self.sentence.language;
        let passed =
            [&language.joints, &language.comparing, &language.recipients, &language.classes.infinitive];
        self.has(GrammarRole::Preposition)
            && !passed.into_iter().any(|class| self.sentence.is_of(self.at, class))
    }

    /// "6 million to advertise", "requires Ost to be removed".
    fn is_purpose(&self) -> bool {
        let language = self.sentence.language;
        !language.modifiers_follow
            && self.sentence.is_of(self.at, &language.classes.infinitive)
            && self.is_plain(self.at + 1)
    }

    /// "Open source hardware", "supported as a target", "short of money".
    fn is_role(&self) -> bool {
        let is_word = self.sentence.tokens.get(self.at).is_some_and(|token| token.kind == TokenKind::Word);
        let is_noun = is_word && self.is_open(self.at) && !self.sentence.is_verb_like(self.at);
        let is_joined =
            self.sentence.is_of(self.at, &self.sentence.language.joints) && !self.is_counted(self.at + 1);
        (is_noun || is_joined || self.has(GrammarRole::As)) && !self.is_trigger()
    }

    /// Any word: "because he wanted to", "long", "and Denland".
    fn is_more(&self) -> bool {
        let Some(token) = self.sentence.tokens.get(self.at) else { return false };
        let name = self.sentence.tokens.get(self.at + 1).map_or("", |token| token.text(self.sentence.text));
        let goes_on = self.has(GrammarRole::Coordinator) && !is_capitalized(name);
        let is_reason = self.sentence.is_of(self.at, &self.sentence.language.classes.reasons);
        let is_of_both = self.has(GrammarRole::Coordinator) && is_capitalized(name);
        is_reason
            || is_of_both
            || token.is_wordy() && !goes_on && !self.is_counted(self.at) && !self.is_trigger()
    }
}
