//! Triggers found in a sentence: which of them count, and what they reach.
//!
//! The method is that of NegEx and ConText (Chapman et al. 2001; Harkema et al. 2009): pseudo-triggers first, the
//! longest match wins, and a scope ends at a termination word or after a set number of words.

use std::ops::Range;

use super::clause::is_ratio;
use super::pattern::{ANY, Hit, MatchInput, Matcher, PatternSet, PatternSetBuilder};
use crate::draft::segmentation::{Token, bytes, tokenize};
use crate::model::{Category, Direction, Language};

/// A trigger in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cue {
    /// What it does.
    pub category: Category,
    /// On which side.
    pub direction: Direction,
    /// Over how many words.
    pub reach: usize,
    /// All its tokens, from the first to the last.
    pub tokens: Range<usize>,
    /// Those that its words are; others are in a gap of it.
    pub words: Vec<usize>,
    /// The negation that is part of what ends something: "not" of "not extended".
    pub negation: Option<Box<Cue>>,
    priority: i8,
}

/// The triggers of a language, compiled.
#[derive(Debug)]
pub struct CueSet {
    patterns: PatternSet,
    rows: Vec<(Category, Direction, usize, i8)>,
}

impl CueSet {
    /// Compiles the triggers of a pack.
    #[must_use]
    pub fn new(pack: &Language) -> Self {
        let mut builder = PatternSetBuilder::new(&[]);
        let mut rows = Vec::with_capacity(pack.triggers.len());
        for trigger in &pack.triggers {
            builder.add(&trigger.phrase, &|_| None);
            rows.push((trigger.category, trigger.direction, usize::from(trigger.reach), trigger.priority));
        }
        Self { patterns: builder.build(), rows }
    }

    /// The triggers of a sentence that count, in order: of those that overlap the one with the higher priority, then
    /// the longer one, then the pseudo-trigger.
    pub fn find(
        &self,
        matcher: &mut Matcher,
        match_input: &MatchInput<'_>,
        hits: &mut Vec<Hit>,
        out: &mut Vec<Cue>,
    ) {
        out.clear();
        matcher.find(&self.patterns, match_input, ANY, hits);
        out.extend(hits.iter().filter_map(|hit| {
            let (category, direction, reach, priority) = *self.rows.get(hit.pattern)?;
            Some(Cue {
                category,
                direction,
                reach,
                tokens: hit.tokens.clone(),
                words: hit.words.clone(),
                negation: None,
                priority,
            })
        }));
        let rank = |cue: &Cue| {
            (
                std::cmp::Reverse(cue.priority),
                std::cmp::Reverse(cue.tokens.len()),
                cue.category,
                cue.tokens.start,
            )
        };
        out.sort_by_key(rank);
        let mut kept: Vec<Cue> = Vec::with_capacity(out.len());
        for cue in out.drain(..) {
            // One phrase may do two things ("previously" dates and ages); two phrases over one word may not.
            let overlaps = |other: &Cue| other.words.iter().any(|word| cue.words.contains(word));
            // "Did not take place" says it of an event before it, and "not" denies what is behind all the same.
            let is_of_event = |cue: &Cue| matches!(cue.category, Category::Nonoccurrence | Category::Failure);
            let rivals = |other: &Cue| {
                overlaps(other) && other.words != cue.words && is_of_event(other) == is_of_event(&cue)
            };
            if !kept.iter().any(rivals) && !kept.contains(&cue) {
                kept.push(cue);
            } else if cue.category == Category::Negation {
                let is_around =
                    |other: &&mut Cue| other.category == Category::Cessation && cue.is_within(&other.words);
                if let Some(whole) = kept.iter_mut().find(is_around) {
                    whole.negation = Some(Box::new(cue));
                }
            }
        }
        kept.sort_by_key(|cue| (cue.tokens.start, cue.tokens.end, cue.category));
        *out = kept;
    }
}

impl CueSet {
    /// The words of the first trigger of one of these categories in a few words.
    #[must_use]
    pub fn first_in(&self, text: &str, wanted: &[Category]) -> Option<String> {
        let mut tokens = Vec::new();
        tokenize(text, 0..text.len(), &mut tokens);
        let clauses = vec![0; tokens.len()];
        let input = MatchInput::of_words(text, &tokens, &clauses);
        let (mut hits, mut cues) = (Vec::new(), Vec::new());
        self.find(&mut Matcher::default(), &input, &mut hits, &mut cues);
        let first = cues.into_iter().find(|cue| wanted.contains(&cue.category))?;
        text.get(bytes(&tokens, &first.tokens)).map(str::to_owned)
    }
}

impl Cue {
    /// Whether its scope takes in a word of `words` (tokens in order), and at what distance: none if a termination word
    /// or a clause boundary is between.
    #[must_use]
    pub fn reaches(&self, words: &[usize], around: &Around<'_>) -> Option<usize> {
        // "Not … any more" is about what is between.
        if words.iter().any(|word| self.tokens.contains(word) && !self.words.contains(word)) {
            return Some(0);
        }
        let forward = words.iter().copied().find(|word| *word >= self.tokens.end).and_then(|word| {
            around.distance(self.tokens.end, word).filter(|distance| *distance < self.reach)
        });
        let backward = words.iter().rev().copied().find(|word| *word < self.tokens.start).and_then(|word| {
            around.distance(word + 1, self.tokens.start).filter(|distance| *distance < self.reach)
        });
        match self.direction {
            Direction::Forward => forward,
            Direction::Backward => backward,
            Direction::Both => match (forward, backward) {
                (Some(one), Some(two)) => Some(one.min(two)),
                (one, two) => one.or(two),
            },
        }
    }

    /// Whether all of it is among these words.
    #[must_use]
    pub fn is_within(&self, words: &[usize]) -> bool {
        self.words.iter().all(|token| words.contains(token))
    }

    /// Whether some of it is among these words.
    #[must_use]
    pub fn is_among(&self, words: &[usize]) -> bool {
        self.words.iter().any(|token| words.contains(token))
    }
}

/// What lies between a trigger and what it may reach.
#[derive(Debug, Clone, Copy)]
pub struct Around<'a> {
    /// The tokens of the sentence.
    pub tokens: &'a [Token],
    /// The clause of each.
    pub clauses: &'a [u16],
}

impl Around<'_> {
    /// How many words there are from `from` up to `to`; `None` if a clause ends between.
    fn distance(&self, from: usize, to: usize) -> Option<usize> {
        let before = self.clauses.get(from.saturating_sub(1))?;
        let behind = self.clauses.get(to.min(self.clauses.len().saturating_sub(1)))?;
        if before != behind {
            return None;
        }
        let parts = |at: usize| self.tokens[at].is_sign(':') && !is_ratio(self.tokens, at);
        if to > self.tokens.len() || (from..to).any(parts) {
            return None;
        }
        // What is in brackets or in a relative clause between does not count.
        let between = self.tokens.get(from..to)?.iter().zip(self.clauses.get(from..to)?);
        Some(between.filter(|(token, clause)| token.is_wordy() && *clause == before).count())
    }
}
