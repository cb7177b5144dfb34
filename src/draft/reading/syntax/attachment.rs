//! What a date belongs to: the reading, or a participle, apposition or count that has a date of its own.

use std::ops::Range;

use super::Predication;
use crate::draft::mentions::{TimeExpression, TimeReading};
use crate::draft::reading::sentence_view::SentenceView;
use crate::draft::segmentation::TokenKind;
use crate::model::GrammarRole;

/// Whether a date belongs to something else than what is read: "born in 1969", "a member from 2002 to 2006", "the third since 1999".
#[must_use]
pub fn is_anothers(sentence: &SentenceView<'_>, reading: &Predication<'_>, when: &TimeExpression) -> bool {
    let site = DateSite { sentence, reading, when };
    site.hangs_on_participle() || site.is_in_aside() || site.counts()
}

/// Whether a word is in a description between commas with no word of the reading: "Once a vice admiral, Ann …".
#[must_use]
pub fn is_in_description(
    sentence: &SentenceView<'_>,
    reading: &Predication<'_>,
    words: &Range<usize>,
) -> bool {
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
        is_participle || start > 0 && self.sentence.has(start, GrammarRole::Determiner)
    }

    /// "The third chief executive since 1999" has held the office for an unknown time.
    fn counts(&self) -> bool {
        let since = matches!(self.when.reading, TimeReading::Since(_))
            && self.when.tokens.start >= self.reading.span.start;
        let counted = |at: usize| self.sentence.is_ranked(at) && !self.reading.holds(at);
        let near = |word: &usize| counted(word.wrapping_sub(1)) || counted(word + 1);
        since && self.reading.words.iter().any(near)
    }
}
