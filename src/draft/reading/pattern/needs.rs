//! Which patterns a sentence has all words of. Thousands of patterns need few different things: a choice of words that many
//! share is looked for once in a sentence, and patterns that need the same are one row, dismissed together.
//!
//! Knows what must be in a sentence, not where: that is followed for the patterns which are left.

use std::collections::HashMap;
use std::sync::Arc;

use rustc_hash::FxBuildHasher;

use super::compile::{Pattern, PatternStep};
use super::vocabulary::WordClass;

/// The number of something that a pattern needs.
type NeedId = u32;

/// What a sentence must have.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Need {
    /// A word of this class.
    Word(WordClass),
    /// All of one of these.
    Any(Vec<Vec<NeedId>>),
}

impl Need {
    /// What is least likely met, and quickly looked up, comes first.
    fn rank(&self, uses: &[u32]) -> (usize, u32) {
        match self {
            Self::Word(class) => (0, uses.get(*class as usize).copied().unwrap_or(0)),
            Self::Any(choices) => (choices.len(), 0),
        }
    }
}

/// All patterns of a set by the words that they are anchored at and by what they need.
#[derive(Debug, Default)]
pub struct AnchorIndex {
    needs: Vec<Need>,
    anchors: Vec<Vec<NeedRow>>,
    /// By class: the anchors that it is a word of.
    by_class: Vec<Vec<u32>>,
}

/// Patterns with one anchor that need the same.
#[derive(Debug)]
struct NeedRow {
    needs: Vec<NeedId>,
    patterns: Vec<u32>,
}

impl AnchorIndex {
    /// Whether no pattern is anchored at all.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.anchors.is_empty()
    }

    /// The anchors that a word of this class is of, by their numbers.
    #[must_use]
    pub fn at(&self, class: WordClass) -> &[u32] {
        self.by_class.get(class as usize).map_or(&[], Vec::as_slice)
    }

    /// Calls `found` with the patterns of an anchor of which the sentence has all words.
    pub fn each(&self, anchor: u32, present: &mut Presence, mut found: impl FnMut(u32)) {
        for row in self.anchors.get(anchor as usize).into_iter().flatten() {
            if self.are_met(&row.needs, present) {
                row.patterns.iter().for_each(|pattern| found(*pattern));
            }
        }
    }

    fn are_met(&self, needs: &[NeedId], present: &mut Presence) -> bool {
        needs.iter().all(|need| match self.needs.get(*need as usize) {
            Some(Need::Word(class)) => present.words.has(*class),
            Some(Need::Any(choices)) => {
                if !present.asked.has(*need) {
                    present.asked.add(*need);
                    if choices.iter().any(|choice| self.are_met(choice, present)) {
                        present.met.add(*need);
                    }
                }
                present.met.has(*need)
            }
            None => false,
        })
    }
}

/// Puts an index together.
#[derive(Debug, Default)]
pub struct AnchorIndexBuilder<'a> {
    index: AnchorIndex,
    /// How often each class is used in patterns.
    uses: &'a [u32],
    needs: HashMap<Need, NeedId, FxBuildHasher>,
    anchors: HashMap<Vec<WordClass>, u32, FxBuildHasher>,
    rows: HashMap<(u32, Vec<NeedId>), usize, FxBuildHasher>,
    /// What a choice needs, by its address: many patterns share one.
    choices: HashMap<usize, Option<NeedId>, FxBuildHasher>,
}

impl<'a> AnchorIndexBuilder<'a> {
    /// A builder for patterns that use each class so often, by its number.
    #[must_use]
    pub fn new(uses: &'a [u32]) -> Self {
        Self { uses, ..Self::default() }
    }

    /// Adds a pattern by its number; a sentence in which it fits has a word of one of `anchors`. It stays where it is, and what it
    /// shares with others, until all are added.
    pub fn add(&mut self, number: u32, pattern: &'a Pattern, anchors: Vec<WordClass>) {
        let mut needs = Vec::new();
        for part in &pattern.parts {
            self.needs(&part.steps, &mut needs);
        }
        needs.sort_unstable();
        needs.dedup();
        let anchor = self.anchor(anchors);
        let AnchorIndex { needs: all, anchors, .. } = &mut self.index;
        let Some(rows) = anchors.get_mut(anchor as usize) else { return };
        let row = *self.rows.entry((anchor, needs)).or_insert_with_key(|(_, needs)| {
            let mut needs = needs.clone();
            needs.sort_by_key(|need| all.get(*need as usize).map(|need| need.rank(self.uses)));
            rows.push(NeedRow { needs, patterns: Vec::new() });
            rows.len() - 1
        });
        rows[row].patterns.push(number);
    }

    /// The finished index.
    #[must_use]
    pub fn build(self) -> AnchorIndex {
        self.index
    }

    fn anchor(&mut self, classes: Vec<WordClass>) -> u32 {
        let AnchorIndex { anchors, by_class, .. } = &mut self.index;
        *self.anchors.entry(classes).or_insert_with_key(|classes| {
            let number = narrow(anchors.len());
            anchors.push(Vec::new());
            for class in classes {
                let class = *class as usize;
                by_class.resize_with(by_class.len().max(class + 1), Vec::new);
                if by_class[class].last() != Some(&number) {
                    by_class[class].push(number);
                }
            }
            number
        })
    }

    /// Adds what steps need.
    fn needs(&mut self, steps: &[PatternStep], out: &mut Vec<NeedId>) {
        for step in steps {
            match step {
                PatternStep::Word(class) => out.push(self.need(Need::Word(*class))),
                PatternStep::Choice(choices) => out.extend(self.of_choice(choices)),
                _ => {}
            }
        }
    }

    fn of_choice(&mut self, choices: &Arc<[Vec<PatternStep>]>) -> Option<NeedId> {
        let address = Arc::as_ptr(choices).cast::<()>() as usize;
        if let Some(known) = self.choices.get(&address) {
            return *known;
        }
        let needs_of = |choice: &Vec<PatternStep>| {
            let mut own = Vec::new();
            self.needs(choice, &mut own);
            own
        };
        let all: Vec<Vec<NeedId>> = choices.iter().map(needs_of).collect();
        // One of them that needs nothing is always there.
        let need = (!all.iter().any(Vec::is_empty)).then(|| self.need(Need::Any(all)));
        self.choices.insert(address, need);
        need
    }

    fn need(&mut self, need: Need) -> NeedId {
        let all = &mut self.index.needs;
        *self.needs.entry(need).or_insert_with_key(|need| {
            all.push(need.clone());
            narrow(all.len() - 1)
        })
    }
}

/// What a sentence has of what is needed.
#[derive(Debug, Default)]
pub struct Presence {
    words: Bits,
    /// Which needs were asked for, and which of those are met.
    asked: Bits,
    met: Bits,
}

impl Presence {
    /// That a sentence has words of these classes, and nothing else.
    pub fn of(&mut self, classes: impl Iterator<Item = WordClass>) {
        [&mut self.words, &mut self.asked, &mut self.met].into_iter().for_each(|bits| bits.0.fill(0));
        classes.for_each(|class| self.words.add(class));
    }
}

/// A set of small numbers.
#[derive(Debug, Default)]
struct Bits(Vec<u64>);

impl Bits {
    fn has(&self, number: u32) -> bool {
        self.0.get(number as usize / 64).is_some_and(|bits| bits >> (number % 64) & 1 == 1)
    }

    fn add(&mut self, number: u32) {
        let at = number as usize / 64;
        if self.0.len() <= at {
            self.0.resize(at + 1, 0);
        }
        self.0[at] |= 1 << (number % 64);
    }
}

fn narrow(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::super::compile::PatternPart;
    use super::super::places::Places;
    use super::*;
    use proptest::prelude::*;

    const CLASSES: WordClass = 6;

    fn step() -> impl Strategy<Value = PatternStep> {
        let leaf = prop_oneof![
            4 => (0..CLASSES).prop_map(PatternStep::Word),
            1 => Just(PatternStep::Gap(2)),
        ];
        leaf.prop_recursive(2, 12, 3, |inner| {
            let steps = || prop::collection::vec(inner.clone(), 0..3);
            prop_oneof![
                prop::collection::vec(steps(), 0..3).prop_map(|choices| PatternStep::Choice(choices.into())),
                steps().prop_map(|steps| PatternStep::Optional(steps.into())),
            ]
        })
    }

    /// The same, step for step.
    fn fits(steps: &[PatternStep], present: &[WordClass]) -> bool {
        steps.iter().all(|step| match step {
            PatternStep::Word(class) => present.contains(class),
            PatternStep::Choice(choices) => choices.iter().any(|choice| fits(choice, present)),
            _ => true,
        })
    }

    proptest! {
        #[test]
        fn the_patterns_of_an_anchor_are_those_that_fit(
            all in prop::collection::vec((prop::collection::vec(step(), 0..4), 0..2u32), 0..8),
            sentences in prop::collection::vec(prop::collection::vec(0..CLASSES, 0..6), 1..4),
        ) {
            let pattern = |(steps, _): &(Vec<PatternStep>, WordClass)| {
                let parts = vec![PatternPart { steps: steps.clone(), width: 1, places: Places::default() }];
                let places = Places::default();
                let (absent, others) = (Vec::new(), Arc::default());
                Pattern { parts, absent, others, given: Vec::new(), anchored: 0, places }
            };
            let patterns: Vec<Pattern> = all.iter().map(pattern).collect();
            let mut builder = AnchorIndexBuilder::default();
            for ((number, pattern), (_, anchor)) in (0..).zip(&patterns).zip(&all) {
                builder.add(number, pattern, vec![*anchor]);
            }
            let index = builder.build();
            let mut present = Presence::default();
            for words in sentences {
                present.of(words.iter().copied());
                for class in 0..CLASSES {
                    let mut found = Vec::new();
                    for anchor in index.at(class) {
                        index.each(*anchor, &mut present, |pattern| found.push(pattern));
                    }
                    found.sort_unstable();
                    let expected: Vec<u32> = (0..)
                        .zip(&all)
                        .filter(|(_, (steps, anchor))| *anchor == class && fits(steps, &words))
                        .map(|(number, _)| number)
                        .collect();
                    prop_assert_eq!(found, expected);
                }
            }
        }
    }
}
