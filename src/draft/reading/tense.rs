//! When something is said to be so: a date that the sentence names, else its words for past and present, else its verb.
//! Which date belongs to which words is `dating`.
//!
//! Explicit dates first, tense last (ConText found that time needs more than surface cues; Harkema et al. 2009).

use std::ops::Range;

use super::clause::same_clause;
use super::cue::Cue;
use super::dating;
use super::pattern::Hit;
use super::polarity::Denial;
use super::sentence_view::SentenceView;
use super::syntax::{
    Joint, OuterDate, PhraseKind, Predication, accompanies, any, date_said, is_beside, lasting, of_terms,
    ordinal, outer_date, placed_beside, predecessor, told_around, told_before, told_of_tenure,
};
use crate::draft::mentions::{TimeExpression, TimeReading};
use crate::draft::segmentation::Token;
use crate::model::{AssertedTime, Assumed, Category, GrammarRole, TimeKind};
use crate::time::Bound;

/// A time and the tokens that it was read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TenseReading {
    /// The time.
    pub time: AssertedTime,
    /// What it was read from.
    pub tokens: Option<Range<usize>>,
}

/// When the words of a phrasing are said to be so, which `denial` denies. A date counts that is in the clause of
/// `focus`. `lasts`: they are of what is so, and not of what happens.
#[must_use]
pub fn time(
    sentence: &SentenceView<'_>,
    hit: &Hit,
    reading: &Predication<'_>,
    focus: &Range<usize>,
    denial: &Denial,
    lasts: bool,
) -> TenseReading {
    let Some(when) = dating::date(sentence, hit, reading, focus, denial.ceased) else {
        return without_date(sentence, hit, reading, focus, denial.ceased);
    };
    let when = &ahead(sentence, hit, when);
    let told = undated(sentence, hit, reading);
    let is_end = matches!(when.reading, TimeReading::Until(_) | TimeReading::Range(..));
    // "Originally supported until 2029" was a plan.
    let is_plan = is_end && is_former(sentence, &(reading.span.start..when.tokens.start));
    if is_plan || dating::of_later(sentence, hit, &when.tokens) == Joint::Perhaps {
        return TenseReading { time: UNPLACED, tokens: Some(when.tokens.clone()) };
    }
    let is_present = told.time.kind == TimeKind::Present;
    let is_said = || date_said(sentence, reading).is_some_and(|said| said.tokens == when.tokens);
    let time = match when.reading {
        // "Nord will close, the mayor said in 2020."
        TimeReading::On(_) if is_present && is_expected(sentence) && is_said() => UNPLACED,
        // "Today" is the present, and "this year" is, of what is said to be so in it.
        TimeReading::Current(_) if is_present => AssertedTime::PRESENT,
        // In a draft with a date, too: "this week Ann leads Nord", but not "this week Nord buys Ost".
        TimeReading::On(_) if is_present && when.now && lasts && !denial.ceased => AssertedTime::PRESENT,
        // What "is" so cannot be so until a day that is past: the date belongs to something else.
        TimeReading::Until(until) | TimeReading::Range(_, until)
            if is_present
                && (told.tokens.is_some() || when.relative)
                && sentence.today.is_some_and(|day| until.latest < day) =>
        {
            UNPLACED
        }
        // "Had led it since 2016", until something else happened.
        TimeReading::Since(_) if told.time.kind == TimeKind::Past && !denial.ceased => UNPLACED,
        TimeReading::Since(_) if is_told_of(sentence, reading) => UNPLACED,
        _ => explicit(when, denial.ceased, begins(sentence, hit) && !denial.denies),
    };
    TenseReading { time, tokens: Some(when.tokens.clone()) }
}

/// A date as the words are said with it: "will return in May" is of the next one.
fn ahead(sentence: &SentenceView<'_>, hit: &Hit, when: &TimeExpression) -> TimeExpression {
    let around = sentence.around();
    let supposes = |cue: &Cue| sentence.is_of(cue.tokens.start, &sentence.language.classes.supposing);
    let is_to_come = sentence.cues_of(Category::Future).any(|cue| {
        cue.tokens.end <= when.tokens.start && cue.reaches(&hit.words, &around).is_some() && !supposes(cue)
    });
    let reading = when.ahead.filter(|_| is_to_come).unwrap_or(when.reading);
    TimeExpression { reading, ..when.clone() }
}

/// Whether a word says that somebody said something.
fn is_speech(sentence: &SentenceView<'_>, word: usize) -> bool {
    sentence.cues_of(Category::Reporting).any(|cue| cue.tokens.contains(&word))
}

/// Whether it describes somebody of whom something past is told: "Bo succeeded Ann, head of Nord since 2016". Not who said
/// something.
fn is_told_of(sentence: &SentenceView<'_>, reading: &Predication<'_>) -> bool {
    told_before(sentence, reading).is_some_and(|verb| !is_speech(sentence, verb))
}

/// The time of what has no date of its own.
fn without_date(
    sentence: &SentenceView<'_>,
    hit: &Hit,
    reading: &Predication<'_>,
    focus: &Range<usize>,
    ceased: bool,
) -> TenseReading {
    let told = undated(sentence, hit, reading);
    let is_open = told.time.kind == TimeKind::Present && told.tokens.is_none();
    let one = |at: usize| at..at + 1;
    let counted = ordinal(sentence, reading, false);
    let unplaced = counted.clone().filter(|_| told.tokens.is_none());
    let unplaced = unplaced
        .or_else(|| lasting(sentence, reading).filter(|_| is_open))
        .or_else(|| of_terms(sentence, reading).filter(|_| !ceased))
        .or_else(|| placed_beside(sentence, reading).filter(|_| is_open && !ceased).map(one))
        .or_else(|| accompanies(sentence, reading).filter(|_| is_open).map(one))
        .or_else(|| predecessor(sentence, reading).map(one))
        .or_else(|| told_of_tenure(sentence, reading).filter(|_| told.time.kind == TimeKind::Present))
        .or_else(|| dating::dated_words(sentence, reading));
    if let Some((when, whose)) = past_setting(sentence, reading, ceased) {
        let time = if whose == OuterDate::Statement { set(when) } else { UNPLACED };
        return TenseReading { time, tokens: Some(when.tokens.clone()) };
    }
    if let Some(tokens) = unplaced.or_else(|| dating::unread_year(sentence, reading, focus)) {
        return TenseReading { time: UNPLACED, tokens: Some(tokens) };
    }
    if told.time.kind != TimeKind::Present {
        return told;
    }
    if let Some(said) = date_said(sentence, reading) {
        return TenseReading { time: set(said), tokens: Some(said.tokens.clone()) };
    }
    if let Some(year) = sentence.setting {
        // Who is called by an office may hold it now, or have held it then.
        let is_title = reading.kind == PhraseKind::Presupposed;
        return TenseReading { time: if is_title { UNPLACED } else { supposed(year) }, tokens: None };
    }
    let assumed = match told_around(sentence, reading).filter(|_| is_open) {
        _ if counted.is_some() => Assumed::Perhaps,
        Some(verb) if is_speech(sentence, verb) => Assumed::Likely,
        Some(_) => Assumed::Perhaps,
        None => Assumed::No,
    };
    TenseReading { time: AssertedTime { assumed, ..told.time }, ..told }
}

/// A date before today around an apposition or title: it was so then, or is so now.
fn past_setting<'a>(
    sentence: &SentenceView<'a>,
    reading: &Predication<'_>,
    ceased: bool,
) -> Option<(&'a TimeExpression, OuterDate)> {
    let today = sentence.today.filter(|_| reading.kind == PhraseKind::Presupposed)?;
    let is_past = |when: &&TimeExpression| match when.reading {
        TimeReading::On(bound) | TimeReading::Current(bound) | TimeReading::Until(bound) => {
            bound.latest < today
        }
        TimeReading::Range(_, until) => until.latest < today,
        TimeReading::Unanchored => true,
        _ => false,
    };
    // "Spoke of the 2016 fire" may be told of now, "picked a side for the 2016 final" of then.
    let whose = |when: &TimeExpression| match outer_date(sentence, reading, when) {
        OuterDate::Statement if dating::is_modifier(sentence, when) => OuterDate::Open,
        whose => whose,
    };
    // "Today the mayor, Ann, likes to say": who it is on the day of writing is who it is. What has ended that day ended then.
    let past = sentence.times.iter().filter(|when| is_past(when) && (ceased || !when.now));
    past.map(|when| (when, whose(when))).find(|(_, whose)| *whose != OuterDate::Elsewhere)
}

/// Whether something is to come.
fn is_expected(sentence: &SentenceView<'_>) -> bool {
    sentence.cues_of(Category::Future).next().is_some()
}

/// Whether one of these tokens is "originally" or its like.
fn is_former(sentence: &SentenceView<'_>, tokens: &Range<usize>) -> bool {
    tokens.clone().any(|at| sentence.has(at, GrammarRole::FormerAdverb))
}

/// When it was, as told around an apposition or title: "the mayor, Ann, opened the bridge in 2019".
fn set(when: &TimeExpression) -> AssertedTime {
    match when.reading {
        TimeReading::On(bound) => supposed(bound),
        _ => UNPLACED,
    }
}

/// Some day of what is told, which may not be when it was so.
const fn supposed(bound: Bound) -> AssertedTime {
    AssertedTime { assumed: Assumed::Perhaps, ..AssertedTime::on(bound) }
}

/// A time that nothing places.
const UNPLACED: AssertedTime = AssertedTime { unplaced: true, ..AssertedTime::PAST };

/// Whether the words are said to have begun to be so: "became".
#[must_use]
pub fn begins(sentence: &SentenceView<'_>, hit: &Hit) -> bool {
    let around = sentence.around();
    sentence
        .cues_of(Category::Beginning)
        .any(|cue| cue.is_among(&hit.words) || cue.reaches(&hit.words, &around).is_some())
}

/// Whether it is said in the perfect without how long, which leaves open whether it still is so: "has been the head of Nord",
/// "has led Nord". A participle behind "been" tells of a result: "has been closed".
#[must_use]
pub fn is_perfect(sentence: &SentenceView<'_>, hit: &Hit, told: &TenseReading) -> bool {
    let Some(cue) = told.tokens.as_ref().filter(|_| told.time.kind == TimeKind::Present) else {
        return false;
    };
    let is_of =
        |at: usize, class: &[u64]| sentence.tokens.get(at).is_some_and(|token| class.contains(&token.hash));
    let classes = &sentence.language.classes;
    if !is_of(cue.start, &classes.perfect) {
        return false;
    }
    let is_passed = |at: &usize| {
        [GrammarRole::Adverb, GrammarRole::Determiner].iter().any(|role| sentence.has(*at, *role))
    };
    let behind = |at: usize| (at..sentence.tokens.len()).find(|at| !is_passed(at));
    let has_been = behind(cue.start + 1).filter(|at| is_of(*at, &classes.been));
    match has_been {
        Some(been) => !behind(been + 1).is_some_and(|verb| sentence.has_past_form(verb)),
        None => behind(cue.start + 1)
            .is_some_and(|verb| hit.words.contains(&verb) && sentence.has_past_form(verb)),
    }
}

/// Whether it is said of whom somebody named or elected.
#[must_use]
pub fn is_choice(sentence: &SentenceView<'_>, reading: &Predication<'_>) -> bool {
    let chooses = |at: usize| sentence.language.classes.choosing.contains(&sentence.tokens[at].hash);
    reading.span.clone().any(chooses)
}

/// The time that words and verbs give, without dates.
#[must_use]
pub fn undated(sentence: &SentenceView<'_>, hit: &Hit, reading: &Predication<'_>) -> TenseReading {
    let words = hit.words.as_slice();
    let around = sentence.around();
    let nearest = |category: Category| {
        let is_near = |cue: &&Cue| dating::of_later(sentence, hit, &cue.tokens) != Joint::Statement;
        let cues = sentence.cues_of(category).filter(is_near).filter_map(|cue| {
            let far = cue.reaches(words, &around).filter(|_| !is_beside(sentence, reading, &cue.tokens))?;
            let between = between(cue, words);
            let far = far + COMMA * commas(sentence, &between);
            // "Has not sold" is the perfect, as "has sold" is.
            Some((far.saturating_sub(denials(sentence, &between)), cue))
        });
        cues.min_by_key(|(distance, _)| *distance)
    };
    let inside =
        |category: Category| sentence.cues_of(category).find(|cue| cue.is_among(words)).map(|cue| (0, cue));
    if let Some(at) = temporal(sentence, reading) {
        // "Once the rule is in force, …" is to come, or of no time.
        let is_present = !sentence.language.is_tenseless()
            && reading.kind == PhraseKind::Clause
            && past_verb(sentence, hit).is_none()
            && sentence.cues_of(Category::Present).any(|cue| reading.span.contains(&cue.tokens.start));
        let time = if is_present { UNPLACED } else { AssertedTime::PAST };
        return TenseReading { time, tokens: Some(at..at + 1) };
    }
    let told = |time: AssertedTime, cue: &Cue| TenseReading { time, tokens: Some(cue.tokens.clone()) };
    let past = inside(Category::Past).or_else(|| nearest(Category::Past));
    let present = inside(Category::Present).or_else(|| nearest(Category::Present));
    match (past, present) {
        (Some((far, cue)), Some((near, other))) => {
            // "Bo is the head of Nord, as Ann was": the verb of the words themselves.
            let is_own = |cue: &Cue| {
                cue.is_among(words) && any(sentence.tags, cue.tokens.clone(), GrammarRole::Auxiliary)
            };
            if near <= far && (!is_own(cue) || is_own(other)) {
                told(AssertedTime::PRESENT, other)
            } else {
                told(AssertedTime::PAST, cue)
            }
        }
        (Some((_, cue)), None) => told(AssertedTime::PAST, cue),
        (None, Some((_, cue))) => told(AssertedTime::PRESENT, cue),
        (None, None) => match past_verb(sentence, hit) {
            Some(verb) => TenseReading { time: AssertedTime::PAST, tokens: Some(verb..verb + 1) },
            None => TenseReading { time: AssertedTime::PRESENT, tokens: None },
        },
    }
}

/// The word that makes the clause of the reading one that says in which past time something else happened: "when Ann led Nord".
fn temporal(sentence: &SentenceView<'_>, reading: &Predication<'_>) -> Option<usize> {
    let before = sentence.tags.get(..reading.span.start)?;
    /// A word may be between: "when last Ann led Nord".
    const NEAR: usize = 2;
    let near = |at: &usize| before[*at].has(GrammarRole::Temporal);
    // "Ketika masih menjadi wali kota Nord".
    let is_passed = |at: &usize| before[*at].has(GrammarRole::Auxiliary) && !near(at);
    let start = (0..reading.span.start).rev().find(|at| !is_passed(at)).map_or(0, |at| at + 1);
    let found = (start.saturating_sub(NEAR)..start).find(near)?;
    let tokens = sentence.tokens.get(found..reading.span.start)?;
    tokens.iter().all(Token::is_wordy).then_some(found)
}

/// A comma counts as this many words.
const COMMA: usize = 4;

/// What is between a trigger and the nearest of the words.
fn between(cue: &Cue, words: &[usize]) -> Range<usize> {
    let gaps = words.iter().map(|word| cue.tokens.end.min(word + 1)..cue.tokens.start.max(*word));
    gaps.min_by_key(ExactSizeIterator::len).unwrap_or(0..0)
}

/// How many commas there are among these tokens.
fn commas(sentence: &SentenceView<'_>, tokens: &Range<usize>) -> usize {
    let tokens = sentence.tokens.get(tokens.clone()).unwrap_or_default();
    tokens.iter().filter(|token| token.is_sign(',')).count()
}

/// How many words that deny there are among these tokens.
fn denials(sentence: &SentenceView<'_>, tokens: &Range<usize>) -> usize {
    let denying = [Category::Negation, Category::Never, Category::NotYet];
    let cues = denying.into_iter().flat_map(|category| sentence.cues_of(category));
    cues.flat_map(|cue| &cue.words).filter(|word| tokens.contains(word)).count()
}

/// A verb in the past tense among the words, or right after their subject.
fn past_verb(sentence: &SentenceView<'_>, hit: &Hit) -> Option<usize> {
    /// How many words may be between a name and the first word of the phrasing.
    const NEAR: usize = 3;
    // "Nord-owned Ost" is owned now.
    // A label before a colon is of now, too: "Deprecated: Nord".
    let is_past = |word: &usize| {
        sentence.is_past(*word) && !sentence.tokens[*word].hyphenated && !sentence.is_sign(word + 1, ':')
    };
    if let Some(verb) = hit.words.iter().copied().find(is_past) {
        return Some(verb);
    }
    let first = *hit.words.first()?;
    let before = sentence.mentions.iter().filter(|mention| {
        mention.tokens.end <= first && same_clause(sentence.clauses, &mention.tokens, &(first..first + 1))
    });
    let nearest = before.map(|mention| mention.tokens.end).max().filter(|end| first - end <= NEAR)?;
    (nearest..first).find(|at| sentence.is_past_verb(*at))
}

/// What a date says of what has `ceased` or, if it `begins`, of its beginning.
fn explicit(when: &TimeExpression, ceased: bool, begins: bool) -> AssertedTime {
    let between = |from: Option<Bound>, until: Option<Bound>| AssertedTime {
        names_ends: when.names_ends,
        ..AssertedTime::between(from, until)
    };
    match when.reading {
        // What ceased on a date is no longer so from that date on.
        TimeReading::On(bound) | TimeReading::Current(bound) if ceased => {
            AssertedTime::between(Some(bound), None)
        }
        TimeReading::On(bound) | TimeReading::Current(bound) => {
            AssertedTime { names_ends: begins && when.names_ends, ..AssertedTime::on(bound) }
        }
        TimeReading::Since(bound) => between(Some(bound), None),
        // Until when something else holds that has taken its place.
        TimeReading::Until(_) | TimeReading::Before(_) if ceased => AssertedTime::PRESENT,
        TimeReading::Until(bound) => between(None, Some(bound)),
        TimeReading::Before(bound) => AssertedTime::before(bound),
        TimeReading::Range(from, until) => between(Some(from), Some(until)),
        TimeReading::Unanchored | TimeReading::Unread => UNPLACED,
    }
}
