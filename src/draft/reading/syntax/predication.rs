//! Where a reading is in its sentence: in a clause, in a noun phrase, or in one that the sentence takes for granted.

use std::ops::Range;

use super::any;
use crate::draft::reading::cue::Cue;
use crate::draft::reading::pattern::Hit;
use crate::draft::reading::sentence_view::SentenceView;
use crate::model::GrammarRole;

/// Where a reading is in its sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Predication<'a> {
    /// The tokens of the words of the relation, in order.
    pub words: &'a [usize],
    /// The tokens of the names and amounts in its places, in order.
    pub names: Vec<Range<usize>>,
    /// From the first of all these to the last.
    pub span: Range<usize>,
    /// How names and words are put together.
    pub kind: PhraseKind,
    /// Whether its head is a noun.
    is_nominal: bool,
}

/// How the names and words of a reading are put together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhraseKind {
    /// A name and what is said of it, with an auxiliary or without: "Ann is the head of Nord", "Ann leads Nord".
    Clause,
    /// A noun phrase, or a verb without its subject: "Nord's head", "leads Nord".
    Phrase,
    /// An apposition or title, which the sentence takes for granted: "Ann, the head of Nord", "Nord head Ann".
    Presupposed,
}

impl<'a> Predication<'a> {
    /// What `hit` says of the names at `names`, of which those in another clause than its words are left out. `is_nominal`: its
    /// head is a noun.
    #[must_use]
    pub fn new(sentence: &SentenceView<'_>, hit: &'a Hit, names: &[Range<usize>], is_nominal: bool) -> Self {
        let words = hit.words.as_slice();
        let clause_of = |at: usize| sentence.chains.get(at);
        let here = words.first().and_then(|word| clause_of(*word));
        let mut names: Vec<Range<usize>> =
            names.iter().filter(|name| clause_of(name.start) == here).cloned().collect();
        names.sort_by_key(|name| name.start);
        let (first, last) = (words.first().copied().unwrap_or(0), words.last().copied().unwrap_or(0));
        let start = names.first().map_or(first, |name| name.start.min(first));
        let end = names.last().map_or(last + 1, |name| name.end.max(last + 1));
        let mut reading = Self { words, names, span: start..end, kind: PhraseKind::Phrase, is_nominal };
        let subject = hit.subject.and_then(|index| sentence.mentions.get(index));
        reading.kind = reading.kind_of(sentence, subject.map(|mention| &mention.tokens), is_nominal);
        reading
    }

    /// The same, where `changes` something that was so: "mencopot direktur utama Nord, Ann" takes for granted who was it, and not
    /// that it is over, which triggers before its verb may turn.
    #[must_use]
    pub fn changing(mut self, sentence: &SentenceView<'_>, changes: bool) -> Self {
        let is_verb = |at: &usize| {
            sentence.has_past_form(*at) || sentence.language.modifiers_follow && sentence.is_verb_like(*at)
        };
        if changes && self.kind == PhraseKind::Presupposed && self.words.first().is_some_and(is_verb) {
            self.kind = PhraseKind::Phrase;
        }
        self
    }

    fn kind_of(
        &self,
        sentence: &SentenceView<'_>,
        subject: Option<&Range<usize>>,
        is_nominal: bool,
    ) -> PhraseKind {
        let (first, last) = (self.words.first().copied(), self.words.last().copied());
        let (Some(first), Some(last)) = (first, last) else { return PhraseKind::Phrase };
        let has_verb = any(sentence.tags, self.span.clone(), GrammarRole::Auxiliary);
        let is_title = subject.is_some_and(|name| name.start > last && self.adjoins(sentence, name.start));
        let is_bracketed = subject.is_some_and(|name| name.end < first && sentence.is_sign(name.end, '('));
        if (is_title || is_bracketed) && is_nominal && !has_verb {
            return PhraseKind::Presupposed;
        }
        // "Nord-owned Ost".
        let is_joined = sentence.tokens[first].hyphenated && self.holds(first.saturating_sub(1));
        if is_joined && self.names.iter().any(|name| name.start > last) {
            return PhraseKind::Presupposed;
        }
        if let Some(leading) = self.names.first().filter(|name| name.end <= first) {
            let follows = |sign: char| sentence.is_sign(leading.end, sign);
            // "Ann, born in Kiel, leads Nord": what is between the commas is an aside.
            let is_inserted = !is_nominal && leading.end + 1 < first && sentence.is_sign(first - 1, ',');
            let is_apposition = (follows(',') || follows('(')) && !is_inserted;
            if has_verb
                || !is_apposition && !is_possessive(sentence, leading) && !self.is_governed_phrase(sentence)
            {
                return PhraseKind::Clause;
            }
            if is_apposition {
                return PhraseKind::Presupposed;
            }
        }
        // "The closure of Nord" and "menutup Nord" name nothing beside Nord that could be its title.
        let is_of_one = self.names.len() == 1;
        if is_title && !has_verb && !is_of_one { PhraseKind::Presupposed } else { PhraseKind::Phrase }
    }

    /// Whether a preposition or article is before it: "seven years of Azure exclusivity".
    fn is_governed_phrase(&self, sentence: &SentenceView<'_>) -> bool {
        let Some(before) = self.span.start.checked_sub(1) else { return false };
        let has = |role| any(sentence.tags, before..self.span.start, role);
        has(GrammarRole::Preposition) || has(GrammarRole::Determiner)
    }

    /// Whether it only tells whose something is: "the plan of treasurer Ann", "rencana bendahara Ann".
    pub(super) fn is_led(&self, sentence: &SentenceView<'_>) -> bool {
        let is_article = |at: &usize| sentence.has(*at, GrammarRole::Determiner);
        let before = (0..self.span.start).rev().find(|at| !is_article(at));
        let is_noun = |at: usize| {
            sentence.language.modifiers_follow
                && sentence.tags.get(at).is_some_and(|tags| tags.is_open())
                && sentence.tokens[at].is_wordy()
                && !sentence.is_verb_like(at)
        };
        before.is_some_and(|at| sentence.has(at, GrammarRole::Preposition) || is_noun(at))
    }

    /// Whether a name is right after the words or a comma: "Nord's head Ann", "the head of Nord, Ann".
    fn adjoins(&self, sentence: &SentenceView<'_>, start: usize) -> bool {
        let Some(before) = start.checked_sub(1) else { return false };
        let is_preposition = any(sentence.tags, before..start, GrammarRole::Preposition);
        self.holds(before) && !is_preposition || sentence.tokens[before].is_sign(',')
    }

    /// Whether a token is one of its words or names.
    #[must_use]
    pub fn holds(&self, at: usize) -> bool {
        self.words.contains(&at) || self.names.iter().any(|name| name.contains(&at))
    }

    /// Whether a trigger may apply to the reading: only its own words apply to what is taken for granted.
    #[must_use]
    pub fn may_hold(&self, cue: &Cue) -> bool {
        let is_inside = self.span.start <= cue.tokens.start && cue.tokens.end <= self.span.end;
        // "No longer supplied by Ost, Nord …".
        let is_of_verb = !self.is_nominal && cue.tokens.end == self.span.start;
        is_inside || is_of_verb || self.kind != PhraseKind::Presupposed
    }
}

/// Whether `'s` is after a name.
pub fn is_possessive(sentence: &SentenceView<'_>, name: &Range<usize>) -> bool {
    sentence.words(&(name.end..name.end + 1)).starts_with('\'')
}
