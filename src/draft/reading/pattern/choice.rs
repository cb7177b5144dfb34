//! Of the places where parts of a pattern fit, those that belong together: the nearest names that suit, and nothing near
//! that must not be there.

use std::ops::Range;

use super::Hit;
use super::compile::{PatternPart, PatternStep};
use super::follow::{Follow, NOTED};
use crate::draft::reading::clause::distance;
use crate::model::Slot;

/// What must not stand near a phrasing must not stand within so many words of it.
const NEAR: usize = 3;

impl Follow<'_> {
    /// Of hits on the same words the one whose names suit their places best counts, then the shortest: the nearest name is
    /// meant.
    pub fn keep_best(&self, hits: &mut Vec<Hit>) {
        hits.sort_by_cached_key(|hit| {
            (hit.words.clone(), self.unsuited(hit), hit.tokens.len(), hit.tokens.start)
        });
        hits.dedup_by(|second, first| first.words == second.words);
    }

    /// How many of its names do not suit their places.
    pub fn unsuited(&self, hit: &Hit) -> usize {
        let named = [(Slot::Subject, hit.subject), (Slot::Object, hit.object), (Slot::Value, hit.value)];
        let unsuited = named
            .iter()
            .filter(|(slot, name)| name.is_some_and(|name| !(self.suits)(hit.pattern, *slot, name)));
        unsuited.count()
    }

    /// The hit with the nearest places of the other parts in the same clause; `None` if one is missing.
    pub fn with_rest(&self, mut hit: Hit, rest: &[&PatternPart]) -> Option<Hit> {
        let clause = self.clause(&hit);
        for part in rest {
            let near = |found: &Hit| {
                (self.unsuited(found), distance(&hit.tokens, &found.tokens), found.tokens.len())
            };
            // One name does not stand in two places.
            let collides = |found: &Hit| {
                found.subject.is_some_and(|name| hit.object == Some(name))
                    || found.object.is_some_and(|name| hit.subject == Some(name))
            };
            let mut ways = self.in_clause(hit.pattern, part, clause, &hit.tokens);
            ways.retain(|found| !collides(found));
            let found = ways.into_iter().min_by_key(near)?;
            hit.tokens = hit.tokens.start.min(found.tokens.start)..hit.tokens.end.max(found.tokens.end);
            hit.words.extend(found.words);
            hit.subject = hit.subject.or(found.subject);
            hit.object = hit.object.or(found.object);
            hit.value = hit.value.or(found.value);
        }
        hit.words.sort_unstable();
        hit.words.dedup();
        Some(hit)
    }

    fn clause(&self, hit: &Hit) -> Option<u16> {
        hit.words.first().and_then(|word| self.input.clauses.get(*word)).copied()
    }

    /// All places near `around` of a part that has its first word in this clause, as "(Nord's gas supplier)" behind a name, or
    /// that has none and begins there.
    fn in_clause(
        &self,
        pattern: usize,
        part: &PatternPart,
        clause: Option<u16>,
        around: &Range<usize>,
    ) -> Vec<Hit> {
        let (first, last) = (around.start.saturating_sub(NOTED), around.end + NOTED);
        let is_there = |at: usize| self.input.clauses.get(at).copied() == clause;
        let begins_with_name =
            matches!(part.steps.first(), Some(PatternStep::Slot(_) | PatternStep::Optional(_)));
        let starts = first..last.min(self.input.tokens.len());
        let starts = starts.filter(|at| begins_with_name || is_there(*at));
        let found = starts.filter_map(|start| self.part(pattern, part, start));
        found.filter(|hit| is_there(*hit.words.first().unwrap_or(&hit.tokens.start))).collect()
    }

    /// Whether a part stands within a few words of the hit, or anywhere in its clause.
    pub fn has(&self, hit: &Hit, part: &PatternPart, in_clause: bool) -> bool {
        let found = self.in_clause(hit.pattern, part, self.clause(hit), &hit.tokens);
        let is_near = |other: &Hit| {
            let before = self.words_between(other.tokens.end, hit.tokens.start);
            let behind = self.words_between(hit.tokens.end, other.tokens.start);
            before.max(behind) < NEAR
        };
        found.iter().any(|other| in_clause || is_near(other))
    }

    /// How many words stand between two tokens; none where they overlap.
    fn words_between(&self, from: usize, to: usize) -> usize {
        let between = self.input.tokens.get(from..to).unwrap_or_default();
        between.iter().filter(|token| token.is_wordy()).count()
    }
}
