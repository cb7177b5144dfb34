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

/// Whether a word stands in a description between commas with no word of the reading: "Once a vice admiral, Ann …".
#[must_use]
pub fn is_in_description(
    sentence: &SentenceView<'_>,
    reading: &Predication<'_>,
    words: &Range<usize>,
) -> bool {
    let part = part(sentence, words);
    let has = |at: usize, role| sentence.tags.get(at).is_some_and(|tags| tags.has(role));
    let is_own = |at: usize| reading.holds(at);
    let begins = if part.start == words.start { words.end } else { part.start };
    let describes = has(begins, GrammarRole::Determiner)
        || has(begins, GrammarRole::Former)
        || has(begins, GrammarRole::OtherRole);
    let says = part.clone().any(|at| is_own(at) || has(at, GrammarRole::Auxiliary));
    let bounded = part.start > 0 || part.end < sentence.tokens.len();
    bounded && describes && !says && part.end > words.end
}

/// The part between commas and stronger signs that these tokens stand in.
fn part(sentence: &SentenceView<'_>, tokens: &Range<usize>) -> Range<usize> {
    let parts =
        |at: &usize| matches!(sentence.tokens[*at].kind, TokenKind::Sign(',' | '(' | ')' | ';' | ':' | '—'));
    let start = (0..tokens.start).rev().find(parts).map_or(0, |at| at + 1);
    let end = (tokens.end..sentence.tokens.len()).find(parts).unwrap_or(sentence.tokens.len());
    start..end
}

struct DateSite<'a> {
    sentence: &'a SentenceView<'a>,
    reading: &'a Predication<'a>,
    when: &'a TimeExpression,
}

impl DateSite<'_> {
    fn has(&self, at: usize, role: GrammarRole) -> bool {
        self.sentence.tags.get(at).is_some_and(|tags| tags.has(role))
    }

    fn is_own(&self, at: usize) -> bool {
        self.reading.holds(at)
    }

    /// "Founded in 1999": the word before the date, prepositions left out.
    fn hangs_on_participle(&self) -> bool {
        let skips = |at: &usize| {
            self.has(*at, GrammarRole::Preposition)
                || self.has(*at, GrammarRole::Determiner)
                || self.has(*at, GrammarRole::Adverb)
        };
        let before = (0..self.when.tokens.start).rev().find(|at| !skips(at));
        before.is_some_and(|at| self.has(at, GrammarRole::DatedParticiple) && !self.is_own(at))
    }

    /// In a part between commas with no word of the reading, which begins with a participle or an article.
    fn is_in_aside(&self) -> bool {
        let Range { start, end } = part(self.sentence, &self.when.tokens);
        if (start..end).any(|at| self.is_own(at) || self.has(at, GrammarRole::Auxiliary))
            || start >= self.when.tokens.start
        {
            return false;
        }
        let is_participle =
            self.has(start, GrammarRole::DatedParticiple) || self.sentence.is_past_verb(start);
        is_participle || start > 0 && self.has(start, GrammarRole::Determiner)
    }

    /// "The third chief executive since 1999" has held the office for an unknown time.
    fn counts(&self) -> bool {
        let since = matches!(self.when.reading, TimeReading::Since(_))
            && self.when.tokens.start >= self.reading.span.start;
        let counted = |at: usize| self.has(at, GrammarRole::Superlative) && !self.is_own(at);
        let near = |word: &usize| counted(word.wrapping_sub(1)) || counted(word + 1);
        since && self.reading.words.iter().any(near)
    }
}
