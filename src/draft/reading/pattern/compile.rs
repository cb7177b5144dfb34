//! From phrasings to a set that can be matched: words become numbers, and each pattern is anchored at its rarest word.

use std::collections::HashMap;
use std::sync::Arc;

use rustc_hash::FxBuildHasher;

use super::needs::{AnchorIndex, AnchorIndexBuilder};
use super::pass::ASIDE;
use super::places::Places;
use super::rarest::Rarest;
use super::vocabulary::{ADVERB, BELONGING, Vocabulary, WordClass};
use crate::model::{Absent, Element, EntityId, PatternWord, Phrasing, Sequence, Slot};

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
    pub absent: Vec<AbsentPart>,
    /// The same, shared by the patterns of a relation.
    pub others: Arc<[AbsentPart]>,
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
    /// What must fill places of it.
    pub places: Places,
}

/// What must not stand near a pattern, and whether not in its clause either.
pub type AbsentPart = (PatternPart, bool);

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
    /// What several phrasings have, by address: choices, what may be left out, and what must not stand near them.
    choices: SharedParts<[Sequence], [Vec<PatternStep>]>,
    optional: SharedParts<[Element], [PatternStep]>,
    others: SharedParts<[Absent], [AbsentPart]>,
    /// The classes of each word.
    words: HashMap<PatternWord, Vec<WordClass>, FxBuildHasher>,
}

type SharedParts<Written, Compiled> = HashMap<usize, SharedPart<Written, Compiled>, FxBuildHasher>;

/// A part that several phrasings have, compiled for the first of them.
#[derive(Debug)]
struct SharedPart<Written: ?Sized, Compiled: ?Sized> {
    /// Kept, so that no other one gets its address.
    _written: Arc<Written>,
    compiled: Arc<Compiled>,
    extent: Extent,
    /// How many phrasings have it besides.
    others: u32,
}

/// What elements take.
#[derive(Debug, Clone, Copy, Default)]
struct Extent {
    /// The most tokens that they can span.
    width: usize,
    places: Places,
}

impl PatternSetBuilder {
    /// A builder for a language with these word endings.
    #[must_use]
    pub fn new(suffixes: &[String]) -> Self {
        let set = PatternSet { vocabulary: Vocabulary::new(suffixes), ..PatternSet::default() };
        Self { set, ..Self::default() }
    }

    /// The same with function words, which [`Element::Modifiers`] does not pass, nouns of kind and of belongings, endings of adverbs,
    /// and words that only end so.
    #[must_use]
    pub fn with_grammar<'a>(
        mut self,
        function: impl Iterator<Item = &'a str>,
        coordinators: &[String],
        nouns: [&[String]; 2],
        adverbs: [&[String]; 2],
    ) -> Self {
        self.set.vocabulary.grammar(function, coordinators, nouns, adverbs);
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
        let given = given(phrasing, entity);
        let parts: Vec<PatternPart> = phrasing.parts.iter().map(|part| self.part(part, entity)).collect();
        let absent = self.absent(&phrasing.absent, entity);
        let others = self.others(&phrasing.others, entity);
        let places = Places::of(&parts);
        self.set.patterns.push(Pattern { parts, absent, others, given, anchored: 0, places });
        self.set.patterns.len() - 1
    }

    /// The finished set.
    #[must_use]
    pub fn build(mut self) -> PatternSet {
        /// More uses than any other word has.
        const COMMON: u32 = 1 << 20;
        let uses = &mut self.uses;
        self.choices.values().for_each(|shared| count(&shared.compiled, shared.others, uses));
        self.optional.values().for_each(|shared| count_in(&shared.compiled, shared.others, uses));
        for shared in self.others.values() {
            shared.compiled.iter().for_each(|(part, _)| count_in(&part.steps, shared.others, uses));
        }
        // "A" of "a unit of" is in few patterns, and in most sentences.
        let mut frequency = self.uses.clone();
        self.set.vocabulary.common().for_each(|class| add(&mut frequency, class, COMMON));
        let mut rarest = Rarest::new(&self.uses, &frequency);
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

    fn part(&mut self, elements: &[Element], entity: &dyn Fn(&str) -> Option<EntityId>) -> PatternPart {
        let (steps, Extent { width, places }) = self.steps(elements, entity);
        PatternPart { steps, width, places }
    }

    fn absent<All: FromIterator<AbsentPart>>(
        &mut self,
        absent: &[Absent],
        entity: &dyn Fn(&str) -> Option<EntityId>,
    ) -> All {
        absent.iter().map(|absent| (self.part(&absent.words, entity), absent.in_clause)).collect()
    }

    /// The same of what phrasings share, compiled once.
    fn others(
        &mut self,
        absent: &Arc<[Absent]>,
        entity: &dyn Fn(&str) -> Option<EntityId>,
    ) -> Arc<[AbsentPart]> {
        if absent.is_empty() {
            return Arc::default();
        }
        let known = known(&mut self.others, absent);
        known.map_or_else(
            || {
                let compiled: Arc<[AbsentPart]> = self.absent(absent, entity);
                share(&mut self.others, absent, (compiled, Extent::default())).0
            },
            |(compiled, _)| compiled,
        )
    }

    /// The steps of elements, and what they take. A mention counts as a few words.
    fn steps(
        &mut self,
        elements: &[Element],
        entity: &dyn Fn(&str) -> Option<EntityId>,
    ) -> (Vec<PatternStep>, Extent) {
        /// Tokens that a name, a amount or a parenthesis may have.
        const LONG: usize = 8;
        let mut steps = Vec::with_capacity(elements.len());
        let mut extent = Extent::default();
        for element in elements {
            let (step, wide) = match element {
                Element::Word(word) => {
                    extent.width += self.word(word, &mut steps);
                    continue;
                }
                Element::Given(..) => continue,
                Element::Slot(slot) => {
                    extent.places = extent.places.and(Places::slot(*slot));
                    (PatternStep::Slot(*slot), LONG)
                }
                Element::Entity(name) => match entity(name) {
                    Some(entity) => {
                        extent.places = extent.places.and(Places::name());
                        (PatternStep::Entity(entity), LONG)
                    }
                    None => (PatternStep::Choice(Arc::default()), 0),
                },
                Element::Choice(choices) => {
                    let (compiled, Extent { width, places }) = self.choice(choices, entity);
                    extent.places = extent.places.and(places);
                    (PatternStep::Choice(compiled), width)
                }
                Element::Optional(inner) => {
                    let (compiled, inner) = self.optional(inner, entity);
                    (PatternStep::Optional(compiled), inner.width)
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
            extent.width += wide;
        }
        (steps, extent)
    }

    fn choice(
        &mut self,
        choices: &Arc<[Sequence]>,
        entity: &dyn Fn(&str) -> Option<EntityId>,
    ) -> (Arc<[Vec<PatternStep>]>, Extent) {
        if let Some(known) = known(&mut self.choices, choices) {
            return known;
        }
        let each = choices.iter().map(|choice| self.steps(choice, entity));
        let (steps, extents): (Vec<_>, Vec<_>) = each.unzip();
        let extent = extents
            .into_iter()
            .reduce(|one, two| Extent { width: one.width.max(two.width), places: one.places.or(two.places) });
        share(&mut self.choices, choices, (steps.into(), extent.unwrap_or_default()))
    }

    fn optional(
        &mut self,
        inner: &Arc<[Element]>,
        entity: &dyn Fn(&str) -> Option<EntityId>,
    ) -> (Arc<[PatternStep]>, Extent) {
        if let Some(known) = known(&mut self.optional, inner) {
            return known;
        }
        let (steps, extent) = self.steps(inner, entity);
        share(&mut self.optional, inner, (steps.into(), extent))
    }

    /// Adds the steps of a word. Gives the most tokens that it can span.
    fn word(&mut self, word: &PatternWord, steps: &mut Vec<PatternStep>) -> usize {
        /// A quotation mark or possessive may stand beside each word.
        const WIDTH: usize = 3;
        let Self { words, uses, set, .. } = self;
        if !words.contains_key(word) {
            words.insert(word.clone(), set.vocabulary.classes_of(word));
        }
        let classes = words.get(word).map_or(&[][..], Vec::as_slice);
        for class in classes {
            add(uses, *class, 1);
            steps.push(PatternStep::Word(*class));
        }
        classes.len() * WIDTH
    }
}

/// A part as it was compiled for another phrasing.
fn known<Written: ?Sized, Compiled: ?Sized>(
    all: &mut SharedParts<Written, Compiled>,
    written: &Arc<Written>,
) -> Option<(Arc<Compiled>, Extent)> {
    let shared = all.get_mut(&address(written))?;
    shared.others += 1;
    Some((Arc::clone(&shared.compiled), shared.extent))
}

/// Keeps a part for other phrasings, if they have it too.
fn share<Written: ?Sized, Compiled: ?Sized>(
    all: &mut SharedParts<Written, Compiled>,
    written: &Arc<Written>,
    (compiled, extent): (Arc<Compiled>, Extent),
) -> (Arc<Compiled>, Extent) {
    if Arc::strong_count(written) > 1 {
        let (_written, compiled) = (Arc::clone(written), Arc::clone(&compiled));
        all.insert(address(written), SharedPart { _written, compiled, extent, others: 0 });
    }
    (compiled, extent)
}

fn address<Written: ?Sized>(written: &Arc<Written>) -> usize {
    Arc::as_ptr(written).cast::<()>() as usize
}

/// Who is meant without being named.
fn given(phrasing: &Phrasing, entity: &dyn Fn(&str) -> Option<EntityId>) -> Vec<(Slot, EntityId)> {
    let named = phrasing.parts.iter().flatten().filter_map(|element| match element {
        Element::Given(slot, name) => Some((*slot, entity(name)?)),
        _ => None,
    });
    named.collect()
}

/// Adds the uses of all words of a choice, so many times.
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
