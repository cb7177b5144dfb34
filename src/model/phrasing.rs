//! A phrasing: how something is said, as a pattern over the words of a sentence.
//!
//! Plain data. Its text form is read in `load`, and it is matched against sentences in `draft`.

use std::sync::Arc;

use super::{Confidence, Frame, Phase};

/// A pattern: parts that stand in any order in one clause, and what must not stand there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrasing {
    /// As it was written.
    pub written: String,
    /// What it says of the relation: "left", of a member, ends it.
    pub phase: Phase,
    /// Whether that is stated: negations among its own words then say nothing more.
    pub is_declared: bool,
    /// How sure a reading by it can be.
    pub confidence: Confidence,
    /// Its word is wider than the relation: what it says is read only if it is on record.
    pub only_on_record: bool,
    /// It was made of a head and a construction.
    pub is_made: bool,
    /// It stands among the words of its relation as an idiom, with whatever it passes over.
    pub is_idiom: bool,
    /// The part of speech of the head that it was made of, if it was.
    pub frame: Option<Frame>,
    /// It names an event and does not say that it happened: "the sale of Nord".
    pub is_named: bool,
    /// Its last words are a verb that has no object.
    pub is_intransitive: bool,
    /// Its subject is whom another followed, who need not have stayed until then: the day on which Bo replaced Ann is that of what Bo
    /// does, and the office may have been vacant before.
    pub is_of_predecessor: bool,
    /// The words that are its value: "X" of "renamed to X".
    pub text: Option<String>,
    /// The parts; each is a sequence, and they may follow each other in any order.
    pub parts: Vec<Sequence>,
    /// What must not be there.
    pub absent: Vec<Absent>,
    /// Words that must not be there either: they say something else, whatever phrasing of the relation is in them.
    pub others: Arc<[Absent]>,
}

/// Words that must not be near a phrasing, or not in its clause at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Absent {
    /// The words.
    pub words: Sequence,
    /// `!!word`: not in the whole clause; `!word`: not within three words of the phrasing.
    pub in_clause: bool,
}

impl Phrasing {
    /// One of these parts, of which nothing else is said: written nowhere, of what holds, as sure as a phrasing can be.
    #[must_use]
    pub fn of(parts: Vec<Sequence>, absent: Vec<Absent>) -> Self {
        Self {
            written: String::new(),
            phase: Phase::Holds,
            is_declared: false,
            confidence: Confidence::High,
            only_on_record: false,
            is_made: false,
            is_idiom: false,
            frame: None,
            is_named: false,
            is_intransitive: false,
            is_of_predecessor: false,
            text: None,
            parts,
            absent,
            others: Arc::default(),
        }
    }

    /// Whether names are among its own words.
    #[must_use]
    pub fn has_names(&self) -> bool {
        self.text.is_some() || !self.entities().is_empty()
    }

    /// Whether it was made of a noun of what somebody or something is.
    #[must_use]
    pub fn is_nominal(&self) -> bool {
        self.frame == Some(Frame::Noun)
    }
}

impl PatternWord {
    /// Whether a word is this one, both in small letters.
    #[must_use]
    pub fn fits(&self, word: &str) -> bool {
        match (self.any_start, self.any_end) {
            (true, true) => word.contains(&*self.text),
            (true, false) => word.ends_with(&*self.text),
            (false, true) => word.starts_with(&*self.text),
            (false, false) => *word == *self.text,
        }
    }
}

/// Elements in their order.
pub type Sequence = Vec<Element>;

/// One element of a pattern.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Element {
    /// A word, whatever its case.
    Word(PatternWord),
    /// `{subject}`, `{object}`, `{value}`: the parts of the claim.
    Slot(Slot),
    /// `{object=openai}`: nothing in the sentence, but this entity is meant.
    Given(Slot, String),
    /// `{openai}`: this entity by any of its names.
    Entity(String),
    /// `(a|b c)`: one of these. Shared by all phrasings that are made with it.
    Choice(Arc<[Sequence]>),
    /// `[a b]`: perhaps.
    Optional(Arc<[Element]>),
    /// `…`: up to this many words.
    Gap(u8),
    /// `{linking}`: up to so many phrases that only place, deny or qualify: "has never", "still the".
    Linking(u8),
    /// `{modifiers}`: up to so many words that may describe a noun: no function word and no sign.
    Modifiers(u8),
    /// `{predicate}`: up to so many words of any kind, but no name, pronoun or strong sign.
    Predicate(u8),
    /// `{belonging}`: a noun of what works for somebody and may stand beside the name: "servers".
    Belonging,
    /// `{aside}`: perhaps what is between two commas or in brackets.
    Aside,
    /// `{start}`: no words, but the beginning of the sentence or a sign is before it.
    Start,
    /// A sign: `,`.
    Sign(char),
}

/// A word of a pattern.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PatternWord {
    /// Its letters. Shared by all phrasings that are made with it.
    pub text: Arc<str>,
    /// `*word`: it may begin with more letters.
    pub any_start: bool,
    /// `word*`: it may end with more letters.
    pub any_end: bool,
}

/// A place that the sentence fills.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Slot {
    /// The subject.
    Subject,
    /// The far side, where it is an entity.
    Object,
    /// The far side, where it is an amount.
    Value,
}

impl Slot {
    /// All slots with the word by which patterns name them.
    pub const ALL: [(&'static str, Self); 3] =
        [("subject", Self::Subject), ("object", Self::Object), ("value", Self::Value)];

    /// The slot of this name.
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.iter().find(|(name, _)| *name == word).map(|(_, slot)| *slot)
    }
}

/// How far a bare `…` reaches.
pub const USUAL_GAP: u8 = 4;

/// The farthest that a gap may reach.
pub const WIDEST_GAP: u8 = 12;

impl Phrasing {
    /// Whether the pattern has a place for `slot`.
    #[must_use]
    pub fn has_slot(&self, slot: Slot) -> bool {
        // Most have it outside brackets, which may hold many words.
        let is_it = |element: &Element| matches!(element, Element::Slot(named) if *named == slot);
        self.parts.iter().flatten().any(is_it) || self.parts.iter().any(|part| names_slot(part, slot))
    }

    /// Whether the pattern says what is in the place of `slot`, so that no sentence does.
    #[must_use]
    pub fn gives(&self, slot: Slot) -> bool {
        self.parts
            .iter()
            .flatten()
            .any(|element| matches!(element, Element::Given(given, _) if *given == slot))
    }

    /// The entities that the pattern names.
    #[must_use]
    pub fn entities(&self) -> Vec<&str> {
        let mut found = Vec::new();
        for part in self.parts.iter().chain(self.absent.iter().map(|absent| &absent.words)) {
            collect_entities(part, &mut found);
        }
        found
    }
}

fn names_slot(sequence: &[Element], slot: Slot) -> bool {
    sequence.iter().any(|element| match element {
        Element::Slot(named) | Element::Given(named, _) => *named == slot,
        Element::Choice(choices) => choices.iter().any(|choice| names_slot(choice, slot)),
        Element::Optional(inner) => names_slot(inner, slot),
        _ => false,
    })
}

fn collect_entities<'a>(sequence: &'a [Element], found: &mut Vec<&'a str>) {
    for element in sequence {
        match element {
            Element::Entity(name) | Element::Given(_, name) => found.push(name),
            Element::Choice(choices) => choices.iter().for_each(|choice| collect_entities(choice, found)),
            Element::Optional(inner) => collect_entities(inner, found),
            _ => {}
        }
    }
}
