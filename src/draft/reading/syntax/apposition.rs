//! Names beside noun phrases that name somebody else: "the head of Nord is Bo's sister", "Nord's head, Bo says, must go".

use std::ops::Range;

use super::fronted::is_fronted;
use super::joint::SentenceWords;
use super::predication::is_possessive;
use crate::draft::reading::sentence_view::SentenceView;
use crate::model::{Category, EntityId, GrammarRole};

/// A noun phrase and a name that a construction takes for the one it describes.
#[derive(Debug, Clone, Copy)]
pub struct NamedPhrase<'a> {
    /// All that the construction holds.
    pub said: &'a Range<usize>,
    /// The words of the phrase.
    pub phrase: &'a Range<usize>,
    /// The name.
    pub name: &'a Range<usize>,
    /// Whether the head of the construction is a noun.
    pub is_nominal: bool,
}

/// Whether a noun phrase is no title of a name beside it. `fits` tells of whom it may be said.
#[must_use]
pub fn names_another(
    sentence: &SentenceView<'_>,
    NamedPhrase { said, phrase, name, is_nominal }: NamedPhrase<'_>,
    fits: impl Fn(EntityId) -> bool,
) -> bool {
    if closes_apposition(sentence, name, said.start) {
        return true;
    }
    if name.start >= phrase.end {
        return describes_another(sentence, phrase, name, fits)
            || is_fronted(sentence, phrase, name)
            || is_owner(sentence, phrase, name)
            || is_speaker(sentence, phrase.start, name)
            || is_set_against(sentence, phrase.start..name.start)
            || is_nominal
                && (is_told(sentence, phrase.end..name.start)
                    || is_said_by(sentence, said, name)
                    || is_subject(sentence, name) && ends_adjunct(sentence, phrase));
    }
    // "Ann, Bo, and the head of Nord".
    let is_apart = is_nominal && name.end <= phrase.start && sentence.is_sign(name.end, ',');
    let is_listed = || sentence.has(name.end + 1, GrammarRole::Coordinator);
    let is_in_adjunct = || is_open(sentence, said.end) && ends_adjunct(sentence, name);
    is_heading(sentence, name, said.end) || is_apart && (is_listed() || is_in_adjunct())
}

/// Whether a noun phrase with an article is behind a name and a comma, and no comma closes it before the verb: "Bo, the head of Nord is
/// wrong" speaks to Bo, or lacks a comma.
#[must_use]
pub fn is_unclosed(sentence: &SentenceView<'_>, said: &Range<usize>, name: &Range<usize>) -> bool {
    let has_article =
        sentence.has(name.end + 1, GrammarRole::Determiner) || sentence.language.modifiers_follow;
    has_article && sentence.is_sign(name.end, ',') && sentence.has(said.end, GrammarRole::Auxiliary)
}

/// Whether the noun of which a relative clause behind a name and a comma tells is no apposition of it, but the subject of the sentence, before
/// which the name stands: "according to Bo, the bank that owns Nord is rich", "menurut Bo, bank yang memiliki Nord kaya".
#[must_use]
pub fn fronts_relative(sentence: &SentenceView<'_>, said: &Range<usize>, name: &Range<usize>) -> bool {
    let is_article = |at: &usize| sentence.has(*at, GrammarRole::Determiner);
    let lead = (0..name.start).rev().find(|at| !is_article(at));
    let fronts = |at: usize| {
        let roles = [GrammarRole::Preposition, GrammarRole::Subordinator, GrammarRole::As];
        roles.iter().any(|role| sentence.has(at, *role))
            || sentence.has_past_form(at)
            || sentence.is_verb_like(at)
            || is_reporting(sentence, at)
    };
    let goes_on = sentence.tokens.get(said.end).is_some_and(|token| token.is_wordy());
    relative_noun(sentence, name).is_some() && goes_on && lead.is_some_and(fronts)
}

/// Whether it is open of which of two nouns a relative clause behind a name and a comma tells: "Bo, nasabah bank yang memiliki Nord", where
/// what describes a noun follows it.
#[must_use]
pub fn is_of_either_noun(sentence: &SentenceView<'_>, name: &Range<usize>) -> bool {
    let nouns = relative_noun(sentence, name).filter(|_| sentence.language.modifiers_follow);
    nouns.is_some_and(|nouns| nouns.filter(|at| sentence.is_free_word(*at)).count() > 1)
}

/// The words between a name with a comma and the word that opens a relative clause, where they are one noun phrase.
fn relative_noun(sentence: &SentenceView<'_>, name: &Range<usize>) -> Option<Range<usize>> {
    let start = name.end + 1;
    let opens = |at: usize| {
        sentence.has(at, GrammarRole::Relativizer) || sentence.has(at, GrammarRole::Complementizer)
    };
    let ends = |at: usize| !sentence.tokens[at].is_wordy() || sentence.has(at, GrammarRole::Preposition);
    let end = (start..sentence.tokens.len()).find(|at| opens(*at) || ends(*at))?;
    (sentence.is_sign(name.end, ',') && opens(end) && end > start).then_some(start..end)
}

/// Whether a verb may follow right at `end`, and no comma.
fn is_open(sentence: &SentenceView<'_>, end: usize) -> bool {
    sentence.has(end, GrammarRole::Auxiliary)
        || sentence.has_past_form(end)
        || sentence.language.modifiers_follow && sentence.is_free_word(end)
}

/// Whether a name behind a comma has a verb behind it: "unlike the head of Nord, Bo is …".
fn is_subject(sentence: &SentenceView<'_>, name: &Range<usize>) -> bool {
    let is_apart = name.start.checked_sub(1).is_some_and(|at| sentence.is_sign(at, ','));
    let may_be_verb = sentence.language.is_tenseless() && sentence.is_free_word(name.end);
    let is_verb =
        SentenceWords::of(sentence).is_verb(name.end) || sentence.has(name.end, GrammarRole::Speech);
    is_apart && (is_verb || may_be_verb)
}

/// Whether a name or noun phrase is in what stands before the subject of its sentence: "Asked about Bo, the head of Nord is silent", "didampingi
/// Bo, ketua Nord tersenyum".
fn ends_adjunct(sentence: &SentenceView<'_>, name: &Range<usize>) -> bool {
    /// Longer ones are clauses.
    const WORDS: usize = 4;
    let start = (0..name.start).rev().find(|at| !sentence.tokens[*at].is_wordy()).map_or(0, |at| at + 1);
    let is_article = |at: &usize| sentence.has(*at, GrammarRole::Determiner);
    let lead = start..(start..name.start).rev().find(|at| !is_article(at)).map_or(start, |at| at + 1);
    // "As head of Nord, Bo bought Ost" says of Bo what he is.
    let is_preposition = |at: usize| {
        let classes = &sentence.language.classes;
        let leads = sentence.has(at, GrammarRole::Preposition)
            || sentence.has(at, GrammarRole::Subordinator)
            || sentence.is_of(at, &classes.circumstances);
        leads && !sentence.has(at, GrammarRole::As) && !sentence.is_dated(at)
    };
    // "After meeting the mayor of Nord, Bo left", but "after becoming mayor of Nord".
    let is_gerund = |at: usize| {
        SentenceWords::of(sentence).is_gerund(at) && sentence.has(at + 1, GrammarRole::Determiner)
    };
    let is_participle = |at: usize| sentence.has_past_form(at) || sentence.is_verb_like(at) || is_gerund(at);
    let is_verb = |at: usize| sentence.has(at, GrammarRole::Auxiliary);
    let Some(last) = lead.clone().last().filter(|_| lead.len() <= WORDS) else { return false };
    let governs = is_preposition(last) || last <= start + 1 && is_participle(last);
    governs && (is_preposition(start) || is_participle(start)) && !lead.clone().any(is_verb)
}

/// "Ketua Nord mengatakan Bo keliru": a verb of saying is between a noun phrase and the name behind it.
fn is_told(sentence: &SentenceView<'_>, between: Range<usize>) -> bool {
    between.into_iter().any(|at| sentence.has(at, GrammarRole::Speech) || is_reporting(sentence, at))
}

fn is_reporting(sentence: &SentenceView<'_>, at: usize) -> bool {
    sentence.cues_of(Category::Reporting).any(|cue| cue.tokens.start == at)
}

/// "The head of Nord: Bo was right": what goes on behind a colon and a name is what the head says, where nothing is before.
fn is_said_by(sentence: &SentenceView<'_>, said: &Range<usize>, name: &Range<usize>) -> bool {
    let is_label = (0..said.start).all(|at| sentence.has(at, GrammarRole::Determiner));
    let is_colon = name.start.checked_sub(1).is_some_and(|at| sentence.is_sign(at, ':'));
    is_label
        && is_colon
        && (sentence.has(name.end, GrammarRole::Auxiliary) || sentence.is_free_word(name.end))
}

/// Whether a noun phrase that a statement begins with only says of which noun before it something is: "the man behind the head of
/// Nord is Bo", "the user of the mirror of Nord is in Kiel". `said` begins with the phrase.
#[must_use]
pub fn is_governed(sentence: &SentenceView<'_>, said: &Range<usize>) -> bool {
    let is_passed = |at: &usize| {
        sentence.has(*at, GrammarRole::Determiner) || sentence.is_of(*at, &sentence.language.neutral)
    };
    let leads = !sentence.is_named(said.start)
        && sentence.tokens.get(said.start).is_some_and(|token| token.is_wordy());
    let has_verb = said.clone().any(|at| sentence.has(at, GrammarRole::Auxiliary));
    let before = (0..said.start).rev().find(|at| !is_passed(at));
    leads
        && has_verb
        && before.is_some_and(|at| {
            sentence.has(at, GrammarRole::Preposition)
                && !sentence.is_dated(at)
                && at.checked_sub(1).is_some_and(|noun| sentence.tokens[noun].is_wordy())
        })
}

/// "The head of Nord is Bo's sister", "the head of Nord, Bo's sister": of a title alone that tells whose something is, "head Bo's
/// plan".
fn is_owner(sentence: &SentenceView<'_>, phrase: &Range<usize>, name: &Range<usize>) -> bool {
    let is_equated = (phrase.start..name.start)
        .any(|at| sentence.has(at, GrammarRole::Auxiliary) || sentence.is_sign(at, ','));
    is_equated && is_possessive(sentence, name)
}

/// "Bo bukan ketua Nord, melainkan Ann": the other name is no apposition.
fn is_set_against(sentence: &SentenceView<'_>, mut words: Range<usize>) -> bool {
    // "The head of Nord is not Bo but Ann" names who it is.
    let is_equated = words.clone().any(|at| sentence.has(at, GrammarRole::Auxiliary));
    !is_equated && words.any(|at| sentence.is_of(at, &sentence.language.classes.contrasting))
}

/// "Nord's head, Bo says, must go": the name is that of who says so.
fn is_speaker(sentence: &SentenceView<'_>, start: usize, name: &Range<usize>) -> bool {
    /// So many words may tell when or to whom something was said.
    const WORDS: usize = 4;
    let is_apart = |at: usize| sentence.is_sign(at, ',') || sentence.is_sign(at, '"');
    let begins = name.start.checked_sub(1).is_some_and(is_apart);
    let verb = name.end;
    let says = sentence.has(verb, GrammarRole::Speech) || is_reporting(sentence, verb);
    let is_closed = || (verb + 1..=verb + WORDS).any(is_apart);
    // "Bo is the head of Nord, Ann said": the sentence has its verb already.
    let has_verb = |at: usize| sentence.has(at, GrammarRole::Auxiliary) || sentence.has_past_form(at);
    begins && says && (is_closed() || (0..start).any(has_verb))
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
    let is_led = |at: &usize| {
        let is_word = sentence.tokens[*at].is_wordy() && !sentence.is_named(*at);
        is_word && sentence.tags[*at].is_open() || is_article(sentence, *at)
    };
    let comma = (0..phrase.start).rev().find(|at| !is_led(at)).filter(|at| is_comma(*at));
    // "Nord, yang dulu milik Bo, kini anak usaha Ost" goes on with what is said of Nord.
    let is_predicate = |comma: &usize| {
        sentence.language.is_tenseless()
            && (*comma..phrase.end).any(|at| sentence.has(at, GrammarRole::Adverb))
    };
    let comma = comma.filter(|comma| !is_predicate(comma));
    let described = comma.and_then(|at| sentence.mentions.iter().find(|mention| mention.tokens.end == at));
    let is_apposition = described.and_then(|mention| mention.entity).is_some_and(fits);
    let is_verb = |at: usize| is_comma(at) && sentence.is_verb_like(at + 1);
    let is_equated = (phrase.end..name.start).any(|at| sentence.has(at, GrammarRole::Auxiliary));
    name.start >= phrase.end && (is_apposition && !is_equated || (phrase.end..name.start).any(is_verb))
}

fn is_article(sentence: &SentenceView<'_>, at: usize) -> bool {
    sentence.has(at, GrammarRole::Determiner) || sentence.has(at, GrammarRole::Adverb)
}
