//! What a date belongs to: the reading, or a participle, apposition or count that has a date of its own.

use std::ops::Range;

use super::{Predication, SentenceWords};
use crate::draft::mentions::{TimeExpression, TimeReading};
use crate::draft::reading::cue::Cue;
use crate::draft::reading::sentence_view::SentenceView;
use crate::draft::segmentation::TokenKind;
use crate::model::{Category, GrammarRole};

/// Whether a date belongs to something else than what is read: "born in 1969", "a member from 2002 to 2006", "the third since 1999".
#[must_use]
pub fn is_anothers(sentence: &SentenceView<'_>, reading: &Predication<'_>, when: &TimeExpression) -> bool {
    let site = DateSite { sentence, reading, when };
    is_elsewhere(sentence, reading, when) || site.is_in_aside() || site.is_past_of_now()
}

/// Whether a date says, in a part between commas with no word of the reading, since when or in which years what is over was so: "Ann, in
/// the post since 2016, is no longer the head of Nord".
#[must_use]
pub fn is_tenure(sentence: &SentenceView<'_>, reading: &Predication<'_>, when: &TimeExpression) -> bool {
    let Range { start, end } = part(sentence, &when.tokens);
    let is_inside = start > 0 && end < sentence.tokens.len() && start < when.tokens.start;
    let is_stretch = matches!(when.reading, TimeReading::Since(_) | TimeReading::Range(..));
    is_inside && is_stretch && !says(sentence, reading, &(start..end))
}

/// Whose a date outside of what is taken for granted is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OuterDate {
    /// Of what the sentence tells: "in 2019 the treasurer, Ann, left", "left in 2019".
    Statement,
    /// Of something else: "born in 1960".
    Elsewhere,
    /// Of the one or the other: "spoke of the figures of 2019", "said that debt rose in 2019".
    Open,
}

/// Whose a date outside of what is taken for granted is.
#[must_use]
pub fn outer_date(
    sentence: &SentenceView<'_>,
    reading: &Predication<'_>,
    when: &TimeExpression,
) -> OuterDate {
    // "Was opened in 2015 by mayor Ann": the participle is what is told, and she did it.
    let is_by = reading
        .span
        .start
        .checked_sub(1)
        .is_some_and(|at| sentence.is_of(at, &sentence.language.actors) && when.tokens.end == at);
    if is_by {
        return OuterDate::Statement;
    }
    if is_elsewhere(sentence, reading, when) || (DateSite { sentence, reading, when }).is_past_of_now() {
        return OuterDate::Elsewhere;
    }
    let start = when.tokens.start;
    let is_of =
        [start, start.saturating_sub(1)].iter().any(|at| sentence.is_of(*at, &sentence.language.joints));
    let is_before = when.tokens.end <= reading.span.start;
    let mut between = if is_before {
        when.tokens.end..reading.span.start
    } else {
        reading.span.end..start.max(reading.span.end)
    };
    let subordinates = [GrammarRole::Complementizer, GrammarRole::Relativizer, GrammarRole::Subordinator];
    let is_part = |at: usize| subordinates.iter().any(|role| sentence.has(at, *role));
    let words = SentenceWords::of(sentence);
    let mut verbs = between.clone().filter(|at| words.is_verb(*at));
    // The words of one verb follow each other: "has left". "In May the town voted to scrap it, so the mayor, Ann, …".
    let is_single = verbs.next().is_none_or(|first| {
        (!is_before || sentence.language.is_tenseless()) && verbs.all(|verb| verb <= first + 2)
    });
    // "Has pledged to open it on 31 October".
    let infinitive = &sentence.language.classes.infinitive;
    let is_purpose = |at: usize| {
        sentence.is_of(at, infinitive)
            && sentence.tags.get(at + 1).is_some_and(|tags| tags.is_open())
            && !sentence.is_named(at + 1)
    };
    let is_purposed = !sentence.language.modifiers_follow && between.clone().any(is_purpose);
    // "Said that", or without it: "admitted that the ban of 2025 had hurt", "mengakui larangan pada 2025 merugikan".
    let behind =
        (when.tokens.end..sentence.tokens.len()).find(|at| !sentence.has(*at, GrammarRole::Determiner));
    // "Mengatakan penjualan pada 2019 turun".
    let is_said = |cue: &Cue| between.contains(&cue.tokens.start) && cue.tokens.end < start;
    let is_of_said = !is_before && sentence.cues_of(Category::Reporting).any(is_said);
    let is_of_subject = is_of_said || !is_before && behind.is_some_and(|at| words.is_verb(at));
    if is_of || !is_single || is_purposed || is_of_subject || between.any(is_part) {
        OuterDate::Open
    } else {
        OuterDate::Statement
    }
}

/// Whether a word of time is not about what is read, but about a description or a comparison beside it.
#[must_use]
pub fn is_beside(sentence: &SentenceView<'_>, reading: &Predication<'_>, words: &Range<usize>) -> bool {
    is_in_description(sentence, reading, words) || is_in_comparison(sentence, reading, words)
}

/// "Ann leads Nord, as in earlier years", "seperti sebelumnya, Ann memimpin Nord": behind a word that likens, and with no word of
/// the reading in the same part.
fn is_in_comparison(sentence: &SentenceView<'_>, reading: &Predication<'_>, words: &Range<usize>) -> bool {
    let Range { start, end } = part(sentence, words);
    let likens = |at: &usize| sentence.is_of(*at, &sentence.language.classes.likening);
    let like = (start..words.start).rev().find(likens);
    like.is_some_and(|like| !(like..end).any(|at| reading.holds(at)))
}

/// Whether a word is in a description between commas with no word of the reading: "Once a vice admiral, Ann …".
fn is_in_description(sentence: &SentenceView<'_>, reading: &Predication<'_>, words: &Range<usize>) -> bool {
    let part = part(sentence, words);
    let begins = if part.start == words.start { words.end } else { part.start };
    let describes = [GrammarRole::Determiner, GrammarRole::Former, GrammarRole::OtherRole]
        .into_iter()
        .any(|role| sentence.has(begins, role));
    let says = says(sentence, reading, &part);
    let bounded = part.start > 0 || part.end < sentence.tokens.len();
    bounded && describes && !says && part.end > words.end
}

/// The part between commas and stronger signs that these tokens are in.
fn part(sentence: &SentenceView<'_>, tokens: &Range<usize>) -> Range<usize> {
    let parts =
        |at: &usize| matches!(sentence.tokens[*at].kind, TokenKind::Sign(',' | '(' | ')' | ';' | ':' | '—'));
    let start = (0..tokens.start).rev().find(parts).map_or(0, |at| at + 1);
    let end = (tokens.end..sentence.tokens.len()).find(parts).unwrap_or(sentence.tokens.len());
    start..end
}

/// Whether a part has a word of the reading, or a verb.
fn says(sentence: &SentenceView<'_>, reading: &Predication<'_>, part: &Range<usize>) -> bool {
    part.clone().any(|at| reading.holds(at) || sentence.has(at, GrammarRole::Auxiliary))
}

/// Whether another phrase or clause than the reading's has a date.
pub(super) fn is_elsewhere(
    sentence: &SentenceView<'_>,
    reading: &Predication<'_>,
    when: &TimeExpression,
) -> bool {
    let site = DateSite { sentence, reading, when };
    site.hangs_on_participle()
        || site.counts()
        || site.is_in_relative_clause()
        || site.is_in_concession()
        || site.is_of_citation()
        || site.likens()
}

/// Whether a date is that of a noun beside what is read, so that it tells nothing of its time: "in a house of 1890".
#[must_use]
pub fn is_of_noun(sentence: &SentenceView<'_>, reading: &Predication<'_>, when: &TimeExpression) -> bool {
    DateSite { sentence, reading, when }.is_of_noun()
}

struct DateSite<'a> {
    sentence: &'a SentenceView<'a>,
    reading: &'a Predication<'a>,
    when: &'a TimeExpression,
}

impl DateSite<'_> {
    /// "Founded in 1999": the word before the date, prepositions left out.
    fn hangs_on_participle(&self) -> bool {
        let passed = [GrammarRole::Preposition, GrammarRole::Determiner, GrammarRole::Adverb];
        let skips = |at: &usize| passed.iter().any(|role| self.sentence.has(*at, *role));
        let before = (0..self.when.tokens.start).rev().find(|at| !skips(at));
        before
            .is_some_and(|at| self.sentence.has(at, GrammarRole::DatedParticiple) && !self.reading.holds(at))
    }

    /// In a part between commas with no word of the reading, which begins with a participle or an article.
    fn is_in_aside(&self) -> bool {
        let Range { start, end } = part(self.sentence, &self.when.tokens);
        if says(self.sentence, self.reading, &(start..end)) || start >= self.when.tokens.start {
            return false;
        }
        let is_participle =
            self.sentence.has(start, GrammarRole::DatedParticiple) || self.sentence.is_past_verb(start);
        is_participle
            || start > 0 && self.sentence.has(start, GrammarRole::Determiner)
            || self.describes_name(start, end)
    }

    /// "Brim, first sketched in 2013, is …", "Ann, penjaga gawang sejak 2004, bermain …", "… for Nord, champions of 2009": between
    /// commas behind a name, words before the date tell of the name what the date is of. "Nord bought Ost, effective in 2019".
    fn describes_name(&self, start: usize, end: usize) -> bool {
        let Self { sentence, when, .. } = self;
        let is_behind_name = start > 1 && sentence.is_sign(start - 1, ',') && sentence.is_named(start - 2);
        let passed = [GrammarRole::Adverb, GrammarRole::Ordinal];
        let first = (start..when.tokens.start).find(|at| !passed.iter().any(|role| sentence.has(*at, *role)));
        let describes = |at: usize| sentence.is_free_word(at) || sentence.has(at, GrammarRole::LightNoun);
        let Some(first) = first.filter(|at| is_behind_name && describes(*at)) else {
            return false;
        };
        let is_inserted = sentence.is_sign(end, ',');
        // "Nord, which Ost made, was rare in 2018" goes on with what is said of Nord.
        let opens_clause =
            |at: usize| sentence.is_sign(at, ',') && sentence.has(at + 1, GrammarRole::Relativizer);
        if !is_inserted && (0..start - 1).any(opens_clause) {
            return false;
        }
        let has_result = SentenceWords::of(sentence).is_gerund(first)
            || !is_inserted && sentence.is_verb_like(first)
            || sentence.is_of(first, &sentence.language.classes.effective);
        !has_result
    }

    /// "In a house of 1890", "dalam rumah tahun 1890": the year of a noun that is none of the reading's.
    fn is_of_noun(&self) -> bool {
        let Self { sentence, reading, when } = self;
        let Range { start, .. } = when.tokens;
        let is_of = |at: usize| sentence.is_of(at, &sentence.language.joints);
        let is_bare = sentence.language.modifiers_follow
            && sentence.tokens[start].kind == TokenKind::Word
            && !sentence.has(start, GrammarRole::Preposition)
            && !sentence.has(start, GrammarRole::Subordinator);
        let led = if is_of(start) { Some(start) } else { start.checked_sub(1).filter(|at| is_of(*at)) };
        let noun = led.or(Some(start).filter(|_| is_bare)).and_then(|at| at.checked_sub(1));
        let is_unit = |at: usize| {
            let classes = &sentence.language.classes;
            [&classes.time_units, &classes.lengths, &classes.times]
                .iter()
                .any(|class| sentence.is_of(at, class))
        };
        matches!(when.reading, TimeReading::On(_))
            && noun.is_some_and(|at| {
                sentence.is_free_word(at)
                    && at > reading.words.first().copied().unwrap_or(0)
                    && !reading.holds(at)
                    && !sentence.is_in_amount(at)
                    && !sentence.is_verb_like(at)
                    && !is_unit(at)
            })
    }

    /// "In 2008 Ann, now the head of Nord, moved": what is so now has no date before today outside its own words.
    fn is_past_of_now(&self) -> bool {
        let Self { sentence, reading, when } = self;
        let is_past = match when.reading {
            TimeReading::On(bound) => sentence.today.is_some_and(|today| bound.latest < today),
            _ => false,
        };
        let is_now = |at: usize| sentence.is_of(at, &sentence.language.classes.now);
        let is_outside = !reading.span.contains(&when.tokens.start) && when.tokens.start != reading.span.end;
        is_past && is_outside && reading.span.clone().any(is_now)
    }

    /// "Ann, who moved here in 1999, leads Nord", "Ann leads Nord, which opened in 1999", "leads it as her father did in 1980": the
    /// clause that a relativizer opens has its own verb before the date, or none of the words of the reading behind it.
    fn is_in_relative_clause(&self) -> bool {
        let Self { sentence, reading, when } = self;
        let words = SentenceWords::of(sentence);
        let opens = |at: usize| {
            // "Nord that was founded by a banker".
            let is_that =
                sentence.has(at, GrammarRole::Complementizer) && at > 0 && sentence.is_named(at - 1);
            is_that || sentence.has(at, GrammarRole::Relativizer) || sentence.has(at, GrammarRole::As)
        };
        let stops = |at: &usize| !sentence.tokens[*at].is_wordy() || reading.words.contains(at) || opens(*at);
        let Some(opener) = (0..when.tokens.start).rev().find(stops).filter(|at| opens(*at)) else {
            return false;
        };
        // "In the year that ended in May".
        if opener > 0 && sentence.is_of(opener - 1, &sentence.language.classes.time_units) {
            return false;
        }
        // "Yang kalah pada 2014": where verbs have no forms, any word may be one.
        let is_relative = sentence.has(opener, GrammarRole::Relativizer);
        let may_be =
            |at: usize| is_relative && sentence.language.is_tenseless() && sentence.tags[at].is_open();
        let is_verb =
            |at: usize| words.is_verb(at) || may_be(at) || sentence.has(at, GrammarRole::DatedParticiple);
        let has_verb = (opener + 1..when.tokens.start).any(is_verb);
        let end = part(sentence, &when.tokens).end;
        let is_read = reading.words.iter().any(|word| (when.tokens.end..end).contains(word));
        has_verb || is_relative && !is_read
    }

    /// "Although Ost closed in 2011, Ann leads Nord": in a clause before what is read.
    fn is_in_concession(&self) -> bool {
        let Self { sentence, reading, when } = self;
        let part = part(sentence, &when.tokens);
        let classes = &sentence.language.classes;
        let opens = (part.start..part.start + 2).any(|at| sentence.is_of(at, &classes.conceding));
        // "Two years after joining in 2017, Ann became", "setelah bergabung pada 2017, Ann menjadi".
        let words = SentenceWords::of(sentence);
        let is_verb =
            |at: usize| words.is_gerund(at) || sentence.has_past_form(at) || sentence.is_verb_like(at);
        let start = when.tokens.start;
        let awaits = |at: usize| sentence.is_of(at, &classes.awaiting) && (at + 1..start).any(is_verb);
        let opens = opens || part.end <= reading.span.start && (part.start..start).any(awaits);
        opens && part.end < sentence.tokens.len() && !part.clone().any(|at| reading.words.contains(&at))
    }

    /// "(Harbour News, 23 January 2023)" dates what is cited.
    fn is_of_citation(&self) -> bool {
        let Self { sentence, when, .. } = self;
        let start = when.tokens.start;
        let opens =
            (0..start).rev().find(|at| !sentence.tokens[*at].is_wordy() && !sentence.is_sign(*at, ','));
        let named = |at: usize| {
            sentence.tokens[at].text(sentence.text).starts_with(char::is_uppercase) && !sentence.is_dated(at)
        };
        matches!(when.reading, TimeReading::On(_))
            && start > 0
            && sentence.is_sign(start - 1, ',')
            && sentence.is_sign(when.tokens.end, ')')
            && opens.is_some_and(|at| sentence.is_sign(at, '(') && named(at + 1))
    }

    /// "Unlike in 1999".
    fn likens(&self) -> bool {
        let likening = &self.sentence.language.classes.likening;
        let start = self.when.tokens.start;
        (start.saturating_sub(2)..start).any(|at| self.sentence.is_of(at, likening))
    }

    /// "The third chief executive since 1999" has held the office for an unknown time.
    fn counts(&self) -> bool {
        let since = matches!(self.when.reading, TimeReading::Since(_))
            && self.when.tokens.start >= self.reading.span.start;
        let counted = |at: usize| self.sentence.is_ranked(at) && !self.reading.holds(at);
        let near = |word: &usize| counted(word.wrapping_sub(1)) || counted(word + 1);
        since && (self.reading.words.iter().any(near) || self.compares())
    }

    /// "The most successful head of Nord since 1994", "kepala Nord paling sukses sejak 1994": adjectives are between the word that
    /// ranks and the noun or the date. "The first-team coach" ranks nobody.
    fn compares(&self) -> bool {
        /// So many words may be between.
        const ADJECTIVES: usize = 3;
        let Self { sentence, reading, when } = self;
        let Some(first) = reading.words.first() else { return false };
        let adjoins = |rank: usize| {
            let is_passed = |at: usize| sentence.is_free_word(at) && !reading.words.contains(&at);
            let next = (rank + 1..when.tokens.start).find(|at| !is_passed(*at));
            let next = next.unwrap_or(when.tokens.start);
            let is_noun = reading.words.contains(&next);
            let is_behind = sentence.language.modifiers_follow && rank > *first;
            let is_joined = |at: usize| sentence.tokens.get(at).is_some_and(|token| token.hyphenated);
            next - rank <= ADJECTIVES + 1
                && (is_noun || is_behind && (next == when.tokens.start || reading.holds(next)))
                && (!is_joined(rank + 1) || sentence.is_ranked(rank + 1))
        };
        let ranks = |at: &usize| sentence.is_ranked(*at) && !reading.holds(*at);
        (reading.span.start..when.tokens.start).filter(ranks).any(adjoins)
    }
}
