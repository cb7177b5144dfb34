//! From phrasings to a set that can be matched: words become numbers, and each pattern is anchored at its rarest word.

use std::collections::HashMap;
use std::sync::Arc;

use rustc_hash::FxBuildHasher;

use super::needs::{AnchorIndex, AnchorIndexBuilder};
use super::pass::ASIDE;
use super::places::Places;
use super::vocabulary::{ADVERB, BELONGING, Vocabulary, WordClass};
use crate::draft::segmentation::{Token, TokenKind, tokenize};
use crate::model::{Element, EntityId, PatternWord, Phrasing, Sequence, Slot};

/// A step of a compiled pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PatternStep {
    /// A word of this class.
    Word(WordClass),
    /// A mention or a amount.
    Slot(Slot),
    /// A mention of this entity.
    Entity(EntityId),
    /// One of these.
    Choice(Arc<[Vec<PatternStep>]>),
    /// Perhaps this.
    Optional(Arc<[PatternStep]>),
    /// Up to so many words.
    Gap(u8),
    /// Up to so many of these phrases.
    Linking(u8, Arc<[Vec<WordClass>]>),
    /// Up to so many words that may describe a noun.
    Modifiers(u8),
    /// Up to so many words of any kind, but no name.
    Predicate(u8),
    /// Perhaps what stands between commas or brackets.
    Aside,
    /// Nothing; the sentence begins here, or a sign is before it.
    Start,
    /// A sign.
    Sign(char),
}

/// A compiled pattern.
#[derive(Debug, Clone)]
pub struct Pattern {
    /// Its parts, which may follow each other in any order.
    pub parts: Vec<PatternPart>,
    /// What must not stand near it or, where that is said, in its clause.
    pub absent: Vec<(PatternPart, bool)>,
    /// Who is meant in which place without being named.
    pub given: Vec<(Slot, EntityId)>,
    /// The part with the rarest words.
    pub anchored: usize,
    /// What must fill places of it.
    pub places: Places,
}

/// A sequence and how many tokens it takes at the most.
#[derive(Debug, Clone)]
pub struct PatternPart {
    /// What stands one behind the other.
    pub steps: Vec<PatternStep>,
    /// The most tokens that it can span.
    pub width: usize,
}

/// All patterns of a purpose in one language.
#[derive(Debug, Default)]
pub struct PatternSet {
    pub(super) vocabulary: Vocabulary,
    pub(super) patterns: Vec<Pattern>,
    /// The patterns by their anchors.
    pub(super) anchors: AnchorIndex,
}

/// Collects patterns, then anchors each at its rarest word.
#[derive(Debug, Default)]
pub struct PatternSetBuilder {
    set: PatternSet,
    /// How often each class is used, by its number.
    uses: Vec<u32>,
    linking: Arc<[Vec<WordClass>]>,
    /// The most words of such a phrase.
    longest_linking: usize,
    /// By address: choices that several phrasings have.
    choices: HashMap<usize, SharedChoice, FxBuildHasher>,
}

/// A choice that several phrasings have, compiled for the first of them.
#[derive(Debug)]
struct SharedChoice {
    /// Kept, so that no other one gets its address.
    _written: Arc<[Sequence]>,
    compiled: Arc<[Vec<PatternStep>]>,
    width: usize,
    /// How many phrasings have it besides.
    others: u32,
}

impl PatternSetBuilder {
    /// A builder for a language with these word endings.
    #[must_use]
    pub fn new(suffixes: &[String]) -> Self {
        let set = PatternSet { vocabulary: Vocabulary::new(suffixes), ..PatternSet::default() };
        Self { set, ..Self::default() }
    }

    /// The same with function words, which [`Element::Modifiers`] does not pass, nouns of kind and of belongings, and endings of adverbs.
    #[must_use]
    pub fn with_grammar<'a>(
        mut self,
        function: impl Iterator<Item = &'a str>,
        coordinators: &[String],
        nouns: [&[String]; 2],
        adverb_endings: &[String],
    ) -> Self {
        self.set.vocabulary.grammar(function, coordinators, nouns, adverb_endings);
        self
    }

    /// The same with phrases that only place, deny or qualify: what [`Element::Linking`] stands for.
    #[must_use]
    pub fn with_linking<'a>(mut self, phrases: impl Iterator<Item = &'a str>) -> Self {
        let mut class = |word: &str| self.set.vocabulary.word(word);
        let mut linking: Vec<Vec<WordClass>> =
            phrases.map(|phrase| phrase.split(' ').map(&mut class).collect()).collect();
        linking.push(vec![ADVERB]);
        linking.sort_unstable();
        linking.dedup();
        self.longest_linking = linking.iter().map(Vec::len).max().unwrap_or(0);
        self.linking = linking.into();
        self
    }

    /// Adds a phrasing and gives its number. `entity` finds the entities that it names; one that is not known is never met.
    pub fn add(&mut self, phrasing: &Phrasing, entity: &dyn Fn(&str) -> Option<EntityId>) -> usize {
        let mut sequence = |elements: &[Element]| {
            let (steps, width) = self.steps(elements, entity);
            PatternPart { steps, width }
        };
        let given = given(phrasing, entity);
        let parts: Vec<PatternPart> = phrasing.parts.iter().map(|part| sequence(part)).collect();
        let absent =
            phrasing.absent.iter().map(|absent| (sequence(&absent.words), absent.in_clause)).collect();
        let places = Places::of(&parts);
        self.set.patterns.push(Pattern { parts, absent, given, anchored: 0, places });
        self.set.patterns.len() - 1
    }

    /// The finished set.
    #[must_use]
    pub fn build(mut self) -> PatternSet {
        /// More uses than any other word has.
        const COMMON: u32 = 1 << 20;
        for shared in self.choices.values().filter(|shared| shared.others > 0) {
            count(&shared.compiled, shared.others, &mut self.uses);
        }
        // "A" of "a unit of" is in few patterns, and in most sentences.
        let mut frequency = self.uses.clone();
        self.set.vocabulary.common().for_each(|class| add(&mut frequency, class, COMMON));
        let mut rarest = Rarest { uses: &self.uses, frequency: &frequency, choices: HashMap::default() };
        let mut index = AnchorIndexBuilder::new(&frequency);
        for (number, pattern) in self.set.patterns.iter_mut().enumerate() {
            let anchors = pattern.parts.iter().map(|part| rarest.of(&part.steps)).enumerate();
            let best = anchors
                .filter_map(|(part, anchors)| Some((part, anchors?)))
                .min_by_key(|(_, anchors)| anchors.fewest_uses);
            let Some((part, anchors)) = best else { continue };
            pattern.anchored = part;
            index.add(u32::try_from(number).unwrap_or(u32::MAX), pattern, anchors.classes.to_vec());
        }
        self.set.anchors = index.build();
        self.set
    }

    /// The steps of elements, and the most tokens that they can span. A mention counts as a few words.
    fn steps(
        &mut self,
        elements: &[Element],
        entity: &dyn Fn(&str) -> Option<EntityId>,
    ) -> (Vec<PatternStep>, usize) {
        /// Tokens that a name, a amount or a parenthesis may have.
        const LONG: usize = 8;
        let mut steps = Vec::with_capacity(elements.len());
        let mut width = 0;
        for element in elements {
            let (step, wide) = match element {
                Element::Word(word) => {
                    width += self.word(word, &mut steps);
                    continue;
                }
                Element::Given(..) => continue,
                Element::Slot(slot) => (PatternStep::Slot(*slot), LONG),
                Element::Entity(name) => match entity(name) {
                    Some(entity) => (PatternStep::Entity(entity), LONG),
                    None => (PatternStep::Choice(Arc::default()), 0),
                },
                Element::Choice(choices) => {
                    let (compiled, width) = self.choice(choices, entity);
                    (PatternStep::Choice(compiled), width)
                }
                Element::Optional(inner) => {
                    let (inner, width) = self.steps(inner, entity);
                    (PatternStep::Optional(inner.into()), width)
                }
                Element::Gap(words) => (PatternStep::Gap(*words), usize::from(*words) * 2 + LONG),
                Element::Linking(phrases) => {
                    let width = usize::from(*phrases) * self.longest_linking;
                    (PatternStep::Linking(*phrases, Arc::clone(&self.linking)), width)
                }
                Element::Modifiers(words) => (PatternStep::Modifiers(*words), usize::from(*words) * 2),
                Element::Predicate(words) => (PatternStep::Predicate(*words), usize::from(*words) * 3),
                Element::Belonging => (PatternStep::Word(BELONGING), 1),
                Element::Aside => (PatternStep::Aside, ASIDE),
                Element::Start => (PatternStep::Start, 0),
                Element::Sign(sign) => (PatternStep::Sign(*sign), 1),
            };
            steps.push(step);
            width += wide;
        }
        (steps, width)
    }

    /// A choice; one that other phrasings have too is compiled once.
    fn choice(
        &mut self,
        choices: &Arc<[Sequence]>,
        entity: &dyn Fn(&str) -> Option<EntityId>,
    ) -> (Arc<[Vec<PatternStep>]>, usize) {
        let address = Arc::as_ptr(choices).cast::<()>() as usize;
        if let Some(shared) = self.choices.get_mut(&address) {
            shared.others += 1;
            return (Arc::clone(&shared.compiled), shared.width);
        }
        let (steps, widths): (Vec<_>, Vec<_>) =
            choices.iter().map(|choice| self.steps(choice, entity)).unzip();
        let (compiled, width): (Arc<[_]>, _) = (steps.into(), widths.into_iter().max().unwrap_or(0));
        if Arc::strong_count(choices) > 1 {
            let (_written, compiled) = (Arc::clone(choices), Arc::clone(&compiled));
            self.choices.insert(address, SharedChoice { _written, compiled, width, others: 0 });
        }
        (compiled, width)
    }

    /// A word of a pattern is cut like the words of a sentence: "non-exclusive" is two. Gives the most tokens that it can span.
    fn word(&mut self, word: &PatternWord, steps: &mut Vec<PatternStep>) -> usize {
        /// A quotation mark or possessive may stand beside each word.
        const WIDTH: usize = 3;
        let mut tokens: Vec<Token> = Vec::new();
        tokenize(&word.text, 0..word.text.len(), &mut tokens);
        let count = tokens.len();
        for (at, token) in tokens.iter().enumerate() {
            let letters = token.text(&word.text);
            let any_start = word.any_start && at == 0 && token.kind == TokenKind::Word;
            let any_end = word.any_end && at + 1 == count && token.kind == TokenKind::Word;
            let class = if any_start || any_end {
                self.set.vocabulary.open_word(letters, any_start, any_end)
            } else {
                self.set.vocabulary.word(letters)
            };
            add(&mut self.uses, class, 1);
            steps.push(PatternStep::Word(class));
        }
        count * WIDTH
    }
}

/// Who is meant without being named.
fn given(phrasing: &Phrasing, entity: &dyn Fn(&str) -> Option<EntityId>) -> Vec<(Slot, EntityId)> {
    let named = phrasing.parts.iter().flatten().filter_map(|element| match element {
        Element::Given(slot, name) => Some((*slot, entity(name)?)),
        _ => None,
    });
    named.collect()
}

/// Adds the uses of all words of a choice.
fn count(choices: &[Vec<PatternStep>], times: u32, uses: &mut Vec<u32>) {
    for choice in choices {
        count_in(choice, times, uses);
    }
}

fn count_in(steps: &[PatternStep], times: u32, uses: &mut Vec<u32>) {
    for step in steps {
        match step {
            PatternStep::Word(class) => add(uses, *class, times),
            PatternStep::Choice(choices) => count(choices, times, uses),
            PatternStep::Optional(inner) => count_in(inner, times, uses),
            _ => {}
        }
    }
}

fn add(uses: &mut Vec<u32>, class: WordClass, times: u32) {
    let class = class as usize;
    if uses.len() <= class {
        uses.resize(class + 1, 0);
    }
    uses[class] += times;
}

/// Finds the rarest words of which a sentence must have one to fit.
struct Rarest<'a> {
    /// How often each class is used.
    uses: &'a [u32],
    /// The same, with what any sentence may have made the most frequent.
    frequency: &'a [u32],
    /// By address: what was found in a choice.
    choices: HashMap<usize, Option<Anchors>, FxBuildHasher>,
}

/// Words of which a sentence must have one.
#[derive(Debug, Clone)]
struct Anchors {
    classes: Arc<[WordClass]>,
    /// How frequent they are, all together.
    frequency: u32,
    /// How often those are used that are used least, by which one of several parts is followed first.
    fewest_uses: u32,
}

impl Rarest<'_> {
    /// Those of steps; `None` if there are no such words.
    fn of(&mut self, steps: &[PatternStep]) -> Option<Anchors> {
        let (mut best, mut fewest_uses) = (None, u32::MAX);
        for step in steps {
            let (frequency, uses) = match step {
                PatternStep::Word(class) => (count_of(self.frequency, *class), count_of(self.uses, *class)),
                PatternStep::Choice(choices) => match self.of_choice(choices) {
                    Some(anchors) => (anchors.frequency, anchors.fewest_uses),
                    None => continue,
                },
                _ => continue,
            };
            fewest_uses = fewest_uses.min(uses);
            if best.is_none_or(|(least, _)| frequency < least) {
                best = Some((frequency, step));
            }
        }
        let (frequency, step) = best?;
        let classes = match step {
            PatternStep::Word(class) => [*class].into(),
            PatternStep::Choice(choices) => Arc::clone(&self.of_choice(choices)?.classes),
            _ => return None,
        };
        Some(Anchors { classes, frequency, fewest_uses })
    }

    fn of_choice(&mut self, choices: &Arc<[Vec<PatternStep>]>) -> Option<&Anchors> {
        let address = Arc::as_ptr(choices).cast::<()>() as usize;
        if !self.choices.contains_key(&address) {
            let each: Option<Vec<Anchors>> = choices.iter().map(|choice| self.of(choice)).collect();
            let all = each.map(|each| Anchors {
                classes: each.iter().flat_map(|anchors| anchors.classes.iter().copied()).collect(),
                frequency: sum(&each, |anchors| anchors.frequency),
                fewest_uses: sum(&each, |anchors| anchors.fewest_uses),
            });
            self.choices.insert(address, all);
        }
        self.choices.get(&address)?.as_ref()
    }
}

fn sum(all: &[Anchors], count: impl Fn(&Anchors) -> u32) -> u32 {
    all.iter().fold(0, |sum, anchors| sum.saturating_add(count(anchors)))
}

fn count_of(counts: &[u32], class: WordClass) -> u32 {
    counts.get(class as usize).copied().unwrap_or(0)
}
