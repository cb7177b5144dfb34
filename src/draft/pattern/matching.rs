//! Matching a set against a sentence: at each word that a pattern hangs on, the pattern is followed as an automaton
//! whose states are places in the sentence; states that are alike are one, so that no pattern costs more than its width.

use std::collections::HashMap;
use std::ops::Range;

use rustc_hash::FxBuildHasher;

use super::compile::{Part, PatternSet, Step};
use super::vocabulary::Class;
use super::{Hit, Scene};
use crate::draft::token::{Token, TokenKind};
use crate::model::Slot;

/// More states than this at once are not followed: such a sentence is no prose.
const STATES: usize = 96;

/// How far the tokens of a part may lie apart to be noted; parts are narrower.
const NOTED: usize = 128;

/// What must not stand near a phrasing must not stand within so many words of it.
const NEAR: usize = 3;

/// Whether a name or sum (by its index) suits a place of a pattern (by its number).
pub type Suits<'a> = &'a dyn Fn(usize, Slot, usize) -> bool;

/// For patterns without places, or where any name will do.
pub const ANY: Suits<'static> = &|_, _, _| true;

/// Matches sets of patterns; keeps what it learnt of words and its buffers from one sentence to the next.
#[derive(Debug, Default)]
pub struct Matcher {
    /// By hash of a word: its stretch of `lists`.
    known: HashMap<u64, Stretch, FxBuildHasher>,
    lists: Vec<Class>,
    /// The classes of each token.
    classes: Vec<Stretch>,
    candidates: Vec<(u32, u32)>,
    /// All classes that words of the sentence have, in order.
    present: Vec<Class>,
}

/// Classes that stand one behind the other in a list of all.
type Stretch = (u32, u32);

/// Words beyond this many are forgotten, and learnt again: what is kept does not grow with the drafts.
const KNOWN: usize = 1 << 16;

/// A place that a pattern has come to, and what it found on the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct State {
    at: usize,
    subject: Option<u16>,
    object: Option<u16>,
    value: Option<u16>,
    /// Which tokens, counted from the first one, its words are.
    words: u128,
}

impl Matcher {
    /// All places where a pattern of `set` fits in the sentence, by pattern and place. Of several names that may stand in a
    /// place, one that `suits` it goes before the nearest.
    pub fn find(&mut self, set: &PatternSet, scene: &Scene<'_>, suits: Suits<'_>, out: &mut Vec<Hit>) {
        out.clear();
        self.classify(set, scene.text, scene.tokens);
        self.collect(set);
        for run in self.candidates.chunk_by(|one, two| one.0 == two.0) {
            self.pattern(set, scene, run, suits, out);
        }
    }

    /// Whether the sentence has all words of some pattern of `set`: where it has not, none fits.
    pub fn may_find(&mut self, set: &PatternSet, text: &str, tokens: &[Token]) -> bool {
        if set.anchors.is_empty() {
            return false;
        }
        self.classify(set, text, tokens);
        self.collect(set);
        !self.candidates.is_empty()
    }

    /// The patterns that hang on some word and of which the sentence has all words, with the places of the words.
    fn collect(&mut self, set: &PatternSet) {
        self.candidates.clear();
        for (at, stretch) in self.classes.iter().enumerate() {
            let hanging =
                listed(&self.lists, *stretch).iter().filter_map(|class| set.anchors.get(class)).flatten();
            self.candidates.extend(hanging.map(|pattern| (*pattern, u32::try_from(at).unwrap_or(u32::MAX))));
        }
        if self.candidates.is_empty() {
            return;
        }
        self.present.clear();
        self.present.extend(self.classes.iter().flat_map(|stretch| listed(&self.lists, *stretch)));
        self.present.sort_unstable();
        self.present.dedup();
        let has = |class: Class| self.present.binary_search(&class).is_ok();
        self.candidates.sort_unstable();
        self.candidates.dedup();
        let mut last = None;
        self.candidates.retain(|(pattern, _)| {
            if last.is_none_or(|(known, _)| known != *pattern) {
                let fits = set.patterns.get(*pattern as usize).is_some_and(|pattern| pattern.may_fit(&has));
                last = Some((*pattern, fits));
            }
            last.is_some_and(|(_, fits)| fits)
        });
    }

    /// The classes of all tokens.
    fn classify(&mut self, set: &PatternSet, text: &str, tokens: &[Token]) {
        if self.known.len() > KNOWN {
            self.known.clear();
            self.lists.clear();
        }
        self.classes.clear();
        let Self { known, lists, classes, .. } = self;
        classes.extend(tokens.iter().map(|token| {
            *known.entry(token.hash).or_insert_with(|| {
                let mut own = Vec::new();
                set.vocabulary.classes(token.text(text), token.hash, &mut own);
                let start = narrow(lists.len());
                lists.append(&mut own);
                (start, narrow(lists.len()))
            })
        }));
    }

    fn pattern(
        &self,
        set: &PatternSet,
        scene: &Scene<'_>,
        run: &[(u32, u32)],
        suits: Suits<'_>,
        out: &mut Vec<Hit>,
    ) {
        let number = run[0].0 as usize;
        let Some(pattern) = set.patterns.get(number) else { return };
        let follow = Follow { classes: &self.classes, lists: &self.lists, scene, suits };
        let anchored = &pattern.parts[pattern.anchored];
        let mut hits = Vec::new();
        let mut next = 0;
        for (_, anchor) in run {
            let anchor = *anchor as usize;
            let first = anchor.saturating_sub(anchored.width).max(next);
            for start in first..=anchor {
                follow.ways(number, anchored, start, &mut hits);
            }
            next = anchor + 1;
        }
        follow.keep_best(&mut hits);
        let rest: Vec<&Part> = pattern
            .parts
            .iter()
            .enumerate()
            .filter(|(at, _)| *at != pattern.anchored)
            .map(|(_, part)| part)
            .collect();
        for hit in hits {
            let Some(mut whole) = follow.with_rest(hit, &rest) else { continue };
            whole.given.clone_from(&pattern.given);
            if !pattern.absent.iter().any(|(part, in_clause)| follow.has(&whole, part, *in_clause)) {
                out.push(whole);
            }
        }
    }
}

/// A sentence being followed.
struct Follow<'a> {
    classes: &'a [Stretch],
    lists: &'a [Class],
    scene: &'a Scene<'a>,
    suits: Suits<'a>,
}

/// The classes of a stretch.
fn listed(lists: &[Class], (start, end): Stretch) -> &[Class] {
    lists.get(start as usize..end as usize).unwrap_or_default()
}

fn narrow(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

impl Follow<'_> {
    /// Whether the word at `at` is of a class.
    fn is_of(&self, at: usize, class: Class) -> bool {
        self.classes.get(at).is_some_and(|stretch| listed(self.lists, *stretch).binary_search(&class).is_ok())
    }

    /// Of hits on the same words the one whose names suit their places best counts, then the shortest: the nearest name is
    /// meant.
    fn keep_best(&self, hits: &mut Vec<Hit>) {
        hits.sort_by_cached_key(|hit| {
            (hit.words.clone(), self.unsuited(hit), hit.tokens.len(), hit.tokens.start)
        });
        hits.dedup_by(|second, first| first.words == second.words);
    }

    /// How many of its names do not suit their places.
    fn unsuited(&self, hit: &Hit) -> usize {
        let named = [(Slot::Subject, hit.subject), (Slot::Object, hit.object), (Slot::Value, hit.value)];
        let unsuited = named
            .iter()
            .filter(|(slot, name)| name.is_some_and(|name| !(self.suits)(hit.pattern, *slot, name)));
        unsuited.count()
    }

    /// The best way in which a part fits that begins exactly at `start`.
    fn part(&self, pattern: usize, part: &Part, start: usize) -> Option<Hit> {
        let mut hits = Vec::new();
        self.ways(pattern, part, start, &mut hits);
        hits.into_iter().min_by_key(|hit| (self.unsuited(hit), hit.tokens.end))
    }

    /// All ways in which a part fits that begins exactly at `start`.
    fn ways(&self, pattern: usize, part: &Part, start: usize, hits: &mut Vec<Hit>) {
        if !self.can_begin(&part.steps, start) {
            return;
        }
        let first = State { at: start, subject: None, object: None, value: None, words: 0 };
        let mut states = vec![first];
        self.steps(&part.steps, &mut states, start);
        let ends = states.into_iter().filter(|state| state.at > start);
        hits.extend(ends.map(|end| Hit {
            pattern,
            tokens: start..end.at,
            words: (0..NOTED).filter(|at| end.words >> at & 1 == 1).map(|at| start + at).collect(),
            subject: end.subject.map(usize::from),
            object: end.object.map(usize::from),
            value: end.value.map(usize::from),
            given: Vec::new(),
        }));
    }

    /// Whether steps may begin at a token: tells most places apart before any state is made.
    fn can_begin(&self, steps: &[Step], at: usize) -> bool {
        for step in steps {
            match step {
                Step::Optional(inner) if self.can_begin(inner, at) => return true,
                Step::Optional(_) => {}
                Step::Gap(_) => return true,
                Step::Word(class) => {
                    return self.is_of(at, *class);
                }
                Step::Slot(Slot::Value) => {
                    let index = self.scene.sums.partition_point(|sum| sum.tokens.start < at);
                    return self.scene.sums.get(index).is_some_and(|sum| sum.tokens.start == at);
                }
                Step::Slot(_) => {
                    let is_pronoun = || self.scene.pronouns.iter().any(|pronoun| pronoun.start == at);
                    return self.mention_at(at).is_some() || is_pronoun();
                }
                Step::Entity(entity) => {
                    return self.mention_at(at).is_some_and(|(_, mention)| mention.entity == *entity);
                }
                Step::Choice(choices) => return choices.iter().any(|choice| self.can_begin(choice, at)),
            }
        }
        true
    }

    fn steps(&self, steps: &[Step], states: &mut Vec<State>, start: usize) {
        for (at, step) in steps.iter().enumerate() {
            // A part begins at its first word, not at a quotation mark or gap before it.
            let first = at == 0;
            let mut after = Vec::new();
            for state in states.iter() {
                self.step(step, *state, start, first, &mut after);
                if after.len() > STATES {
                    break;
                }
            }
            after.sort_unstable_by_key(|state| {
                (state.at, state.words, state.subject, state.object, state.value)
            });
            after.dedup();
            after.truncate(STATES);
            *states = after;
            if states.is_empty() {
                return;
            }
        }
    }

    fn step(&self, step: &Step, state: State, start: usize, first: bool, after: &mut Vec<State>) {
        match step {
            Step::Word(class) => {
                let at = if first { state.at } else { self.past_quotes(state.at) };
                if self.is_of(at, *class) {
                    let noted = if at - start < NOTED { 1u128 << (at - start) } else { 0 };
                    after.push(State { at: at + 1, words: state.words | noted, ..state });
                }
            }
            Step::Slot(Slot::Value) => self.sum(state, first, after),
            Step::Slot(slot) => self.mention(state, first, after, |state, index| match slot {
                Slot::Subject => State { subject: Some(index), ..state },
                _ => State { object: Some(index), ..state },
            }),
            Step::Entity(entity) => {
                let at = if first { state.at } else { self.past_quotes(state.at) };
                if let Some((_, mention)) = self.mention_at(at)
                    && mention.entity == *entity
                {
                    let noted = if at - start < NOTED { 1u128 << (at - start) } else { 0 };
                    let end = self.past_possessive(mention.tokens.end);
                    after.push(State { at: end, words: state.words | noted, ..state });
                }
            }
            Step::Choice(choices) => {
                for choice in choices {
                    let mut states = vec![state];
                    self.steps(choice, &mut states, start);
                    after.append(&mut states);
                }
            }
            Step::Optional(inner) => {
                let mut states = vec![state];
                self.steps(inner, &mut states, start);
                after.append(&mut states);
                after.push(state);
            }
            Step::Gap(words) => self.gap(state, *words, after),
        }
    }

    fn sum(&self, state: State, first: bool, after: &mut Vec<State>) {
        let at = if first { state.at } else { self.past_quotes(state.at) };
        let index = self.scene.sums.partition_point(|sum| sum.tokens.start < at);
        if let Some(sum) = self.scene.sums.get(index).filter(|sum| sum.tokens.start == at) {
            after.push(State { at: sum.tokens.end, value: u16::try_from(index).ok(), ..state });
        }
    }

    fn mention(&self, state: State, first: bool, after: &mut Vec<State>, put: impl Fn(State, u16) -> State) {
        let at = if first { state.at } else { self.past_quotes(state.at) };
        let Some((index, mention)) = self.mention_at(at) else {
            // A pronoun holds the place open; whom it stands for is found around the sentence.
            let pronoun =
                self.scene.pronouns.iter().find(|pronoun| pronoun.start == at && self.opens_clause(at));
            after.extend(pronoun.map(|pronoun| State { at: self.past_possessive(pronoun.end), ..state }));
            return;
        };
        let Ok(index) = u16::try_from(index) else { return };
        let end = self.past_possessive(mention.tokens.end);
        after.push(put(State { at: end, ..state }, index));
    }

    /// Whether a clause begins with this token, or with one word before it.
    fn opens_clause(&self, at: usize) -> bool {
        let clause = self.scene.clauses.get(at);
        at <= 1 || self.scene.clauses.get(at - 2) != clause
    }

    fn mention_at(&self, at: usize) -> Option<(usize, &crate::draft::mention::Mention)> {
        let mentions = self.scene.mentions;
        let index = mentions.partition_point(|mention| mention.tokens.start < at);
        mentions.get(index).filter(|mention| mention.tokens.start == at).map(|mention| (index, mention))
    }

    /// Behind the possessive that a name may carry.
    fn past_possessive(&self, at: usize) -> usize {
        let token = self.scene.tokens.get(at);
        let is_possessive = token.is_some_and(|token| {
            !token.spaced && (token.is_sign('\'') || token.text(self.scene.text).eq_ignore_ascii_case("'s"))
        });
        if is_possessive { at + 1 } else { at }
    }

    fn past_quotes(&self, mut at: usize) -> usize {
        while self.scene.tokens.get(at).is_some_and(|token| token.is_sign('"') || token.is_sign('*')) {
            at += 1;
        }
        at
    }

    /// All places up to so many words on. A name or sum counts as one word, and so does what stands in brackets.
    fn gap(&self, state: State, words: u8, after: &mut Vec<State>) {
        after.push(state);
        let mut at = state.at;
        for count in 0..words {
            let Some(token) = self.scene.tokens.get(at) else { return };
            match token.kind {
                TokenKind::Sign('.' | '!' | '?' | ';' | '|' | ')') => return,
                TokenKind::Sign('(') => {
                    // Into the brackets, or past them.
                    self.gap(State { at: at + 1, ..state }, words - count - 1, after);
                    match self.closing(at) {
                        Some(end) => at = end,
                        None => return,
                    }
                }
                _ => at = self.past_one(at),
            }
            after.push(State { at, ..state });
        }
    }

    /// Behind the bracket that closes the one at `at`.
    fn closing(&self, at: usize) -> Option<usize> {
        /// Longer asides are not skipped.
        const ASIDE: usize = 24;
        let tokens = &self.scene.tokens[at..];
        tokens.iter().take(ASIDE).position(|token| token.is_sign(')')).map(|length| at + length + 1)
    }

    /// Behind the name, sum or word at `at`; signs before it do not count.
    fn past_one(&self, at: usize) -> usize {
        let mut at = at;
        while let Some(TokenKind::Sign(',' | '"' | '\'' | '*' | '/' | '-' | '–')) =
            self.scene.tokens.get(at).map(|token| token.kind)
        {
            at += 1;
        }
        if let Some((_, mention)) = self.mention_at(at) {
            return self.past_possessive(mention.tokens.end);
        }
        let index = self.scene.sums.partition_point(|sum| sum.tokens.start < at);
        match self.scene.sums.get(index).filter(|sum| sum.tokens.start == at) {
            Some(sum) => sum.tokens.end,
            None => (at + 1).min(self.scene.tokens.len()),
        }
    }

    /// The hit with the nearest places of the other parts in the same clause; `None` if one is missing.
    fn with_rest(&self, mut hit: Hit, rest: &[&Part]) -> Option<Hit> {
        let clause = self.clause(&hit);
        for part in rest {
            let near = |found: &Hit| {
                let before = hit.tokens.start.saturating_sub(found.tokens.end);
                let behind = found.tokens.start.saturating_sub(hit.tokens.end);
                (self.unsuited(found), before.max(behind), found.tokens.len())
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
        hit.words.first().and_then(|word| self.scene.clauses.get(*word)).copied()
    }

    /// All places near `around` of a part that begins in this clause.
    fn in_clause(&self, pattern: usize, part: &Part, clause: Option<u16>, around: &Range<usize>) -> Vec<Hit> {
        let (first, last) = (around.start.saturating_sub(NOTED), around.end + NOTED);
        let starts = (first..last.min(self.scene.tokens.len()))
            .filter(|at| self.scene.clauses.get(*at).copied() == clause);
        starts.filter_map(|start| self.part(pattern, part, start)).collect()
    }

    /// Whether a part stands within a few words of the hit, or anywhere in its clause.
    fn has(&self, hit: &Hit, part: &Part, in_clause: bool) -> bool {
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
        let between = self.scene.tokens.get(from..to).unwrap_or_default();
        between.iter().filter(|token| token.is_wordy()).count()
    }
}
