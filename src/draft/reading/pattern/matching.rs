//! Matching a set against a sentence: the patterns anchored at its words, of which it has all words, are followed.

use std::collections::HashMap;
use std::ops::Range;

use rustc_hash::FxBuildHasher;

use super::compile::{Pattern, PatternPart, PatternSet};
use super::follow::Follow;
use super::needs::Presence;
use super::vocabulary::WordClass;
use super::{Hit, MatchInput};
use crate::draft::segmentation::Token;
use crate::draft::segmentation::word_runs;
use crate::model::Slot;

/// Whether a name or amount (by its index) suits a place of a pattern (by its number).
pub type Suits<'a> = &'a dyn Fn(usize, Slot, usize) -> bool;

/// For patterns without places, or where any name will do.
pub const ANY: Suits<'static> = &|_, _, _| true;

/// Matches sets of patterns; keeps what it learnt of words and its buffers from one sentence to the next.
#[derive(Debug, Default)]
pub struct Matcher {
    /// By hash of a word: its range of `lists`.
    known: HashMap<u64, ClassRange, FxBuildHasher>,
    lists: Vec<WordClass>,
    /// The classes of each token.
    classes: Vec<ClassRange>,
    /// The anchors in the sentence, and their tokens.
    anchored: Vec<(u32, u32)>,
    /// The tokens of all anchors, one anchor behind the other.
    places: Vec<u32>,
    /// By their numbers: the patterns of which the sentence has all words, and where in `places` their anchors are.
    candidates: Vec<(u32, Range<usize>)>,
    present: Presence,
}

/// Classes that stand one behind the other in a list of all.
pub type ClassRange = (u32, u32);

/// Words beyond this many are forgotten, and learnt again: what is kept does not grow with the drafts.
const KNOWN: usize = 1 << 16;

impl Matcher {
    /// All places where a pattern of `set` fits in the sentence, by pattern and place. Of several names that may stand in a
    /// place, one that `suits` it goes before the nearest.
    pub fn find(&mut self, set: &PatternSet, input: &MatchInput<'_>, suits: Suits<'_>, out: &mut Vec<Hit>) {
        self.look(set, input.text, input.tokens);
        self.follow(set, input, &|_| true, suits, out);
    }

    /// Looks at a sentence: whether it has all words of some pattern of `set`. Where it has not, none fits.
    pub fn look(&mut self, set: &PatternSet, text: &str, tokens: &[Token]) -> bool {
        self.candidates.clear();
        if set.anchors.is_empty() {
            return false;
        }
        self.classify(set, text, tokens);
        self.collect(set);
        !self.candidates.is_empty()
    }

    /// All places where a pattern of `set` that is `wanted`, by its number, fits in the sentence that was looked at last.
    pub fn follow(
        &self,
        set: &PatternSet,
        input: &MatchInput<'_>,
        wanted: &dyn Fn(usize) -> bool,
        suits: Suits<'_>,
        out: &mut Vec<Hit>,
    ) {
        out.clear();
        for (number, places) in &self.candidates {
            let number = *number as usize;
            let Some(pattern) = set.patterns.get(number) else { continue };
            if pattern.places.may_be_filled(input) && wanted(number) {
                let anchors = self.places.get(places.clone()).unwrap_or_default();
                self.pattern((number, pattern), input, anchors, suits, out);
            }
        }
    }

    /// Whether a pattern of `set` may be anchored at some word of a text that was not cut into tokens. May say yes for others:
    /// what is not plain letters between plain signs is left to a closer look.
    pub fn may_be_anchored(&mut self, set: &PatternSet, text: &str) -> bool {
        if set.anchors.is_empty() {
            return false;
        }
        self.forget();
        // These belong to words, or are words of patterns.
        let mut may = text.bytes().any(|byte| matches!(byte, b'\'' | b'%' | b'$' | b'+' | b'/'));
        if !may {
            word_runs(text, |run| {
                let is_word = run.word.as_bytes().first().is_some_and(u8::is_ascii_alphabetic);
                may = match run.hash.filter(|_| is_word) {
                    Some(hash) => {
                        let range = self.learn(set, run.word, hash);
                        listed(&self.lists, range).iter().any(|class| !set.anchors.at(*class).is_empty())
                    }
                    None => true,
                };
                !may
            });
        }
        may
    }

    /// The patterns of which the sentence that was looked at last has all words, by their numbers.
    pub fn candidates(&self) -> impl Iterator<Item = usize> {
        self.candidates.iter().map(|(pattern, _)| *pattern as usize)
    }

    /// The patterns anchored at some word and of which the sentence has all words, with the places of the words.
    fn collect(&mut self, set: &PatternSet) {
        let Self { lists, classes, anchored, places, candidates, present, .. } = self;
        anchored.clear();
        for (at, range) in classes.iter().enumerate() {
            let anchors = listed(lists, *range).iter().flat_map(|class| set.anchors.at(*class));
            anchored.extend(anchors.map(|anchor| (*anchor, narrow(at))));
        }
        if anchored.is_empty() {
            return;
        }
        present.of(classes.iter().flat_map(|range| listed(lists, *range)).copied());
        anchored.sort_unstable();
        anchored.dedup();
        places.clear();
        places.extend(anchored.iter().map(|(_, at)| *at));
        let mut start = 0;
        for run in anchored.chunk_by(|one, two| one.0 == two.0) {
            let end = start + run.len();
            set.anchors.each(run[0].0, present, |pattern| candidates.push((pattern, start..end)));
            start = end;
        }
        candidates.sort_unstable_by_key(|(pattern, _)| *pattern);
    }

    /// The classes of all tokens.
    fn classify(&mut self, set: &PatternSet, text: &str, tokens: &[Token]) {
        self.forget();
        self.classes.clear();
        for token in tokens {
            let range = self.learn(set, token.text(text), token.hash);
            self.classes.push(range);
        }
    }

    /// Forgets all words if there are too many.
    fn forget(&mut self) {
        if self.known.len() > KNOWN {
            self.known.clear();
            self.lists.clear();
        }
    }

    /// The classes of a word.
    fn learn(&mut self, set: &PatternSet, word: &str, hash: u64) -> ClassRange {
        let Self { known, lists, .. } = self;
        *known.entry(hash).or_insert_with(|| {
            let mut own = Vec::new();
            set.vocabulary.classes(word, hash, &mut own);
            let start = narrow(lists.len());
            lists.append(&mut own);
            (start, narrow(lists.len()))
        })
    }

    fn pattern(
        &self,
        (number, pattern): (usize, &Pattern),
        input: &MatchInput<'_>,
        anchors: &[u32],
        suits: Suits<'_>,
        out: &mut Vec<Hit>,
    ) {
        let follow = Follow { classes: &self.classes, lists: &self.lists, input, suits };
        let anchored = &pattern.parts[pattern.anchored];
        let mut hits = Vec::new();
        let mut next = 0;
        for anchor in anchors {
            let anchor = *anchor as usize;
            let first = anchor.saturating_sub(anchored.width).max(next);
            for start in first..=anchor {
                follow.ways(number, anchored, start, &mut hits);
            }
            next = anchor + 1;
        }
        follow.keep_best(&mut hits);
        let rest: Vec<&PatternPart> = pattern
            .parts
            .iter()
            .enumerate()
            .filter(|(at, _)| *at != pattern.anchored)
            .map(|(_, part)| part)
            .collect();
        for hit in hits {
            let Some(mut whole) = follow.with_rest(hit, &rest) else { continue };
            whole.given.clone_from(&pattern.given);
            let mut absent = pattern.absent.iter().chain(pattern.others.iter());
            if !absent.any(|(part, in_clause)| follow.has(&whole, part, *in_clause)) {
                out.push(whole);
            }
        }
    }
}

/// The classes of a run.
pub fn listed(lists: &[WordClass], (start, end): ClassRange) -> &[WordClass] {
    lists.get(start as usize..end as usize).unwrap_or_default()
}

fn narrow(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
