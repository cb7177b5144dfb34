//! From phrasings to a set that can be matched: words become numbers, and each pattern is anchored at its rarest word.

use std::collections::HashMap;
use std::sync::Arc;

use rustc_hash::FxBuildHasher;

use super::pass::ASIDE;
use super::vocabulary::{ADVERB, BELONGING, Vocabulary, WordClass};
use crate::draft::segmentation::{Token, TokenKind, tokenize};
use crate::model::{Element, EntityId, PatternWord, Phrasing, Slot};

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
    Choice(Vec<Vec<PatternStep>>),
    /// Perhaps this.
    Optional(Vec<PatternStep>),
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
}

impl Pattern {
    /// Whether a sentence has all words of it; `has` knows which it has. What must not stand near is not asked.
    #[must_use]
    pub fn may_fit(&self, has: &dyn Fn(WordClass) -> bool) -> bool {
        self.parts.iter().all(|part| may_fit(&part.steps, has))
    }
}

fn may_fit(steps: &[PatternStep], has: &dyn Fn(WordClass) -> bool) -> bool {
    steps.iter().all(|step| match step {
        PatternStep::Word(class) => has(*class),
        PatternStep::Choice(choices) => choices.iter().any(|choice| may_fit(choice, has)),
        _ => true,
    })
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
    /// The patterns anchored at a class.
    pub(super) anchors: HashMap<WordClass, Vec<u32>, FxBuildHasher>,
}

/// Collects patterns, then anchors each at its rarest word.
#[derive(Debug, Default)]
pub struct PatternSetBuilder {
    set: PatternSet,
    uses: HashMap<WordClass, u32, FxBuildHasher>,
    linking: Arc<[Vec<WordClass>]>,
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
        self.linking = linking.into();
        self
    }

    /// Adds a phrasing and gives its number. `entity` finds the entities that it names; one that is not known is never met.
    pub fn add(&mut self, phrasing: &Phrasing, entity: &dyn Fn(&str) -> Option<EntityId>) -> usize {
        let mut sequence = |elements: &[Element]| {
            let steps = self.steps(elements, entity);
            let width = width(&steps);
            PatternPart { steps, width }
        };
        let given = given(phrasing, entity);
        let parts: Vec<PatternPart> = phrasing.parts.iter().map(|part| sequence(part)).collect();
        let absent =
            phrasing.absent.iter().map(|absent| (sequence(&absent.words), absent.in_clause)).collect();
        self.set.patterns.push(Pattern { parts, absent, given, anchored: 0 });
        self.set.patterns.len() - 1
    }

    /// The finished set.
    #[must_use]
    pub fn build(mut self) -> PatternSet {
        let uses = |class: WordClass| self.uses.get(&class).copied().unwrap_or(0);
        for (number, pattern) in self.set.patterns.iter_mut().enumerate() {
            let anchors = pattern.parts.iter().map(|part| anchors(&part.steps, &uses)).enumerate();
            let best = anchors
                .filter_map(|(part, anchors)| Some((part, anchors?)))
                .min_by_key(|(_, anchors)| anchors.iter().map(|class| uses(*class)).sum::<u32>());
            let Some((part, anchors)) = best else { continue };
            pattern.anchored = part;
            for class in anchors {
                self.set.anchors.entry(class).or_default().push(u32::try_from(number).unwrap_or(u32::MAX));
            }
        }
        self.set
    }

    fn steps(&mut self, elements: &[Element], entity: &dyn Fn(&str) -> Option<EntityId>) -> Vec<PatternStep> {
        let mut steps = Vec::with_capacity(elements.len());
        for element in elements {
            match element {
                Element::Word(word) => self.word(word, &mut steps),
                Element::Slot(slot) => steps.push(PatternStep::Slot(*slot)),
                Element::Given(..) => {}
                Element::Entity(name) => {
                    steps.push(
                        entity(name).map_or_else(|| PatternStep::Choice(Vec::new()), PatternStep::Entity),
                    );
                }
                Element::Choice(choices) => {
                    steps.push(PatternStep::Choice(
                        choices.iter().map(|choice| self.steps(choice, entity)).collect(),
                    ));
                }
                Element::Optional(inner) => steps.push(PatternStep::Optional(self.steps(inner, entity))),
                Element::Gap(words) => steps.push(PatternStep::Gap(*words)),
                Element::Linking(phrases) => {
                    steps.push(PatternStep::Linking(*phrases, Arc::clone(&self.linking)));
                }
                Element::Modifiers(words) => steps.push(PatternStep::Modifiers(*words)),
                Element::Predicate(words) => steps.push(PatternStep::Predicate(*words)),
                Element::Belonging => steps.push(PatternStep::Word(BELONGING)),
                Element::Aside => steps.push(PatternStep::Aside),
                Element::Start => steps.push(PatternStep::Start),
                Element::Sign(sign) => steps.push(PatternStep::Sign(*sign)),
            }
        }
        steps
    }

    /// A word of a pattern is cut like the words of a sentence: "non-exclusive" is two.
    fn word(&mut self, word: &PatternWord, steps: &mut Vec<PatternStep>) {
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
            *self.uses.entry(class).or_default() += 1;
            steps.push(PatternStep::Word(class));
        }
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

/// The rarest words of which a sentence must have one to fit; `None` if there are no such words.
fn anchors(steps: &[PatternStep], uses: &dyn Fn(WordClass) -> u32) -> Option<Vec<WordClass>> {
    let candidates = steps.iter().filter_map(|step| match step {
        PatternStep::Word(class) => Some(vec![*class]),
        PatternStep::Choice(choices) => {
            let all: Option<Vec<Vec<WordClass>>> =
                choices.iter().map(|choice| anchors(choice, uses)).collect();
            all.map(|all| all.concat())
        }
        _ => None,
    });
    candidates.min_by_key(|classes| classes.iter().map(|class| uses(*class)).sum::<u32>())
}

/// The most tokens that steps can span. A mention counts as a few words.
fn width(steps: &[PatternStep]) -> usize {
    /// Tokens that a name, a amount or a parenthesis may have.
    const LONG: usize = 8;
    let of = |step: &PatternStep| match step {
        // A quotation mark or possessive may stand beside each word.
        PatternStep::Word(_) => 3,
        PatternStep::Slot(_) | PatternStep::Entity(_) => LONG,
        PatternStep::Choice(choices) => choices.iter().map(|choice| width(choice)).max().unwrap_or(0),
        PatternStep::Optional(inner) => width(inner),
        PatternStep::Gap(words) => usize::from(*words) * 2 + LONG,
        PatternStep::Linking(most, phrases) => {
            usize::from(*most) * phrases.iter().map(Vec::len).max().unwrap_or(0)
        }
        PatternStep::Modifiers(words) => usize::from(*words) * 2,
        PatternStep::Predicate(words) => usize::from(*words) * 3,
        PatternStep::Aside => ASIDE,
        PatternStep::Start => 0,
        PatternStep::Sign(_) => 1,
    };
    steps.iter().map(of).sum()
}
