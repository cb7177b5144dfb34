//! From a head with its grammar to phrasings: each construction of the language that is made for its part of speech, with the
//! forms of the head in its place.

use std::sync::Arc;

use super::entry::{SaidBy, WordOrigin};
use super::literal::{choice, literal};
use super::prepared::{HeadRoom, Prepared};
use super::shape::Shape;
use super::template::{Beside, Constructions, Filling, UsedConstruction, fragment};
use crate::load::parse_phrasing;
use crate::model::{
    Absent, Confidence, Construction, Element, FarEnd, Frame, Head, Language, LexicalEntry, Phase, Phrasing,
    Relation, Role, Sequence, Slot,
};

/// The phrasings of a relation being put together.
pub struct Expansion<'a> {
    pack: &'a Language,
    constructions: &'a Constructions<'a>,
    shape: &'a Shape,
    /// The entity in the place of the object that the relation always has.
    fixed: Option<Option<Sequence>>,
    /// The only object, given where it is left out.
    given: Option<Option<Sequence>>,
    /// Words for what the relation is about; none if it does not say.
    topic: Sequence,
    beside: Option<Beside>,
    /// The object may be left unsaid.
    elides_object: bool,
    found: Vec<Phrasing>,
    other: Vec<String>,
}

impl<'a> Expansion<'a> {
    /// None yet.
    #[must_use]
    pub fn new(
        pack: &'a Language,
        constructions: &'a Constructions<'a>,
        shape: &'a Shape,
        relation: &Relation,
    ) -> Self {
        let fixed = shape.fixed.as_ref().map(|id| fragment(&format!("{{{id}}}")));
        let given = shape.only_object.as_ref().map(|id| fragment(&format!("{{object={id}}}")));
        let topic = fragment(&choice(&relation.topic)).unwrap_or_default();
        let slots = [(Slot::Subject, Role::Subject), (Slot::Object, Role::Object)].into_iter();
        let slots = slots.filter(|(_, role)| !topic.is_empty() || relation.part_or_whole.contains(role));
        let beside = Beside::new(pack, slots.map(|(slot, _)| slot).collect());
        let elides_object = relation.unsaid.contains(&Role::Object);
        let (found, other) = (Vec::new(), Vec::new());
        Self { pack, constructions, shape, fixed, given, topic, beside, elides_object, found, other }
    }

    /// Adds words.
    pub fn add(&mut self, said: &SaidBy) {
        // What only this relation is told by needs no words for what it is about.
        let is_topical = !matches!(
            said.origin,
            WordOrigin::Phrasings | WordOrigin::Label | WordOrigin::Statements | WordOrigin::SaidAs(_)
        );
        let topic = if is_topical { self.topic.clone() } else { Sequence::new() };
        let known = self.found.len();
        match (&said.entry, &said.origin) {
            (LexicalEntry::Head(head), WordOrigin::Title(object)) => self.title(head, object),
            (LexicalEntry::Head(head), _) => self.head(head, said, &topic),
            (LexicalEntry::Other(words), _) => self.other(words),
            (LexicalEntry::Idiom(phrasings), origin) => {
                let is_own = matches!(origin, WordOrigin::Phrasings | WordOrigin::Words);
                let topic = if is_own { Sequence::new() } else { topic };
                // What follows from a label or a statement is put together as constructions are.
                let has_object = || phrasings.iter().all(|written| written.contains("{object}"));
                let is_derived = matches!(origin, WordOrigin::Statements)
                    || matches!(origin, WordOrigin::Label) && has_object();
                let is_shipped = matches!(origin, WordOrigin::Shipped(_) | WordOrigin::Wider(_));
                self.idioms(phrasings, is_derived || is_shipped, &topic);
            }
        }
        if matches!(said.origin, WordOrigin::Wider(_)) {
            self.found[known..].iter_mut().for_each(|phrasing| phrasing.only_on_record = true);
        }
    }

    /// Adds the constructions of a title that has its object in itself.
    fn title(&mut self, head: &Head, object: &str) {
        let prepared = Prepared::new(self.pack, head, HeadRoom::default());
        let given = fragment(&format!("{{object={object}}}"));
        let nouns = self.constructions.iter().filter(|(_, one)| one.frame == Frame::Noun);
        for variant in nouns.filter_map(|(at, _)| self.constructions.alone(at)) {
            let filling = Filling {
                head: &prepared,
                is_valueless: false,
                object: None,
                given: Some(&given),
                topic: &[],
                beside: self.beside.as_ref(),
            };
            self.found.extend(self.filled(variant, &filling));
        }
    }

    /// Adds the constructions of a head, with words for what the relation is about.
    fn head(&mut self, head: &Head, said: &SaidBy, topic: &[Element]) {
        let room = HeadRoom { in_nouns: !topic.is_empty(), for_amounts: self.shape.far == FarEnd::Entity };
        let prepared = Prepared::new(self.pack, head, room);
        // Beside some words the only object of the relation is left out.
        let elides = said.elides && self.shape.only_object.is_some();
        let counts_alone = !head.weak && !elides && !self.is_light(head, &said.origin);
        if counts_alone
            && !matches!(said.origin, WordOrigin::SaidAs(_))
            && head.frame != Frame::Event
            && self.shape.far != FarEnd::None
        {
            let bare = prepared.bare(self.pack.class("infinitive"), !self.shape.texts.is_empty(), topic);
            bare.into_iter().for_each(|bare| self.push(bare));
        }
        let counts = self.shape.counts(self.pack, head);
        // Who is supported does not support.
        let elides = elides && !(head.reversed && head.frame == Frame::Verb);
        for (at, construction) in self.constructions.iter() {
            let Construction { pattern, .. } = construction;
            if construction.frame != head.frame || !counts && !pattern.contains("{head") {
                continue;
            }
            // A date has no place before the head.
            let misplaced = self.shape.is_dated
                && pattern.find("{value}").is_some_and(|at| pattern[at..].contains("{head"));
            let may_be_unsaid = self.shape.far == FarEnd::Entity && head.title && !elides;
            let is_unsaid = construction.far == FarEnd::Unsaid && may_be_unsaid;
            let is_of_date = construction.far == FarEnd::Date && self.shape.is_dated;
            let is_far = construction.far == self.shape.far || is_unsaid || is_of_date;
            if is_far && !misplaced {
                let whole = self.constructions.whole(at);
                let found =
                    whole.and_then(|whole| self.phrasing(whole, &prepared, topic, self.shape.is_dated));
                found.into_iter().for_each(|found| self.push(found));
            }
            let is_noun = head.frame == Frame::Noun;
            let lacks =
                (elides || self.shape.far == FarEnd::None) && (is_noun || construction.far == FarEnd::None);
            // "Its $5 million investment", "it invested $5 million".
            let leaves_out = self.elides_object
                && construction.far == self.shape.far
                && (is_noun || self.shape.far == FarEnd::Both);
            if !lacks && !leaves_out {
                continue;
            }
            let alone = if construction.far == FarEnd::None {
                self.constructions.whole(at)
            } else {
                self.constructions.alone(at)
            };
            let found = alone.and_then(|alone| self.phrasing(alone, &prepared, topic, false));
            found.into_iter().for_each(|found| self.push(found));
        }
        if !elides {
            self.placeless(&prepared);
        }
    }

    /// Whether a head is a verb that says little by itself: "have". The lemmas of a label are guesses at one verb.
    fn is_light(&self, head: &Head, origin: &WordOrigin) -> bool {
        let light = self.pack.class("light verbs");
        let mut heads = head.heads.iter();
        match origin {
            WordOrigin::Label | WordOrigin::Statements => heads.any(|lemma| light.contains(lemma)),
            _ => heads.all(|lemma| light.contains(lemma)),
        }
    }

    /// Adds the constructions without the place that a head is said with: "closed", of what closed somewhere.
    fn placeless(&mut self, prepared: &Prepared<'_>) {
        let head = prepared.head;
        let places = self.pack.class("places");
        let is_of_place = !head.with.is_empty() && head.with.iter().all(|with| places.contains(with));
        let is_event = head.frame == Frame::Event;
        if !is_of_place || is_event || head.weak || self.shape.far != FarEnd::Entity || head.reversed {
            return;
        }
        let fits = |one: &Construction| one.frame == head.frame && one.far == FarEnd::None;
        for (at, _) in self.constructions.iter().filter(|(_, one)| fits(one)) {
            let whole = self.constructions.whole(at);
            let found = whole.and_then(|whole| self.phrasing(whole, prepared, &[], false));
            self.found.extend(found.map(|found| Phrasing { confidence: Confidence::Low, ..found }));
        }
    }

    /// Words that say something else.
    fn other(&mut self, words: &[String]) {
        self.other.extend(words.iter().map(|words| literal(words)).filter(|words| !words.is_empty()));
    }

    /// Adds phrasings as they are written; those that are shipped are held to what constructions are.
    fn idioms(&mut self, written: &[String], is_made: bool, topic: &[Element]) {
        for text in written {
            let has_object = text.contains("{object}");
            // The name that something takes is on record as what then has it.
            let is_name = !has_object && text.contains("{value}");
            let is_entity = self.shape.far == FarEnd::Entity && is_made && is_name;
            let text = if is_entity { text.replace("{value}", "{object}") } else { text.clone() };
            let found = parse_phrasing(&self.placed(&text, has_object || is_entity)).ok();
            let Some(mut found) = found.map(|found| Phrasing { is_made, is_idiom: true, ..found }) else {
                continue;
            };
            if !topic.is_empty() {
                found.parts.push(topic.to_vec());
            }
            self.push(found);
        }
    }

    /// Adds a phrasing.
    fn push(&mut self, phrasing: Phrasing) {
        self.found.extend(valued(phrasing, self.shape));
    }

    /// All of them.
    #[must_use]
    pub fn finish(self) -> Vec<Phrasing> {
        let Self { mut found, other, .. } = self;
        let excluded = other.iter().filter_map(|words| parse_phrasing(&format!("x !({words})")).ok());
        let others: Arc<[Absent]> = excluded.flat_map(|phrasing| phrasing.absent).collect();
        for phrasing in &mut found {
            phrasing.others = Arc::clone(&others);
        }
        found
    }

    /// A construction with a head, and words for what it is about; `is_valueless`: it leaves out the place for a value.
    fn phrasing(
        &self,
        variant: UsedConstruction<'_>,
        head: &Prepared<'_>,
        topic: &[Element],
        is_valueless: bool,
    ) -> Option<Phrasing> {
        let is_unsaid = variant.construction.far == FarEnd::Unsaid;
        let is_given = !variant.template.has_object && self.shape.far == FarEnd::Entity;
        let object = self.fixed.as_ref().filter(|_| !is_unsaid);
        let given = self.given.as_ref().filter(|_| is_given && !is_unsaid && self.fixed.is_none());
        let beside = self.beside.as_ref();
        self.filled(variant, &Filling { head, is_valueless, object, given, topic, beside })
    }

    fn filled(&self, variant: UsedConstruction<'_>, filling: &Filling<'_>) -> Option<Phrasing> {
        let UsedConstruction { construction, template } = variant;
        let Prepared { head, written, .. } = filling.head;
        let phase = match (construction.when, head.when) {
            (Phase::Holds, phase) | (phase, Phase::Holds) | (Phase::Plans, phase @ Phase::Ends) => phase,
            // "Plans to launch in".
            (Phase::Plans, Phase::Begins) => Phase::Plans,
            _ => return None,
        };
        // Something may stand between a verb and its preposition, where it has one.
        if template.skips && (head.with.is_empty() || self.shape.is_dated) {
            return None;
        }
        // "Based in" is not "based" alone.
        let is_verb = head.frame == Frame::Verb;
        if is_verb && template.has_object && !template.has_with && !head.with.is_empty() {
            return None;
        }
        let weak = if head.weak { Confidence::Medium } else { Confidence::High };
        Some(Phrasing {
            written: format!("{}: {written}", construction.name),
            phase,
            is_declared: head.is_declared,
            confidence: construction.confidence.min(weak),
            frame: Some(head.frame),
            is_intransitive: construction.intransitive,
            is_of_predecessor: construction.predecessor,
            is_named: head.frame == Frame::Event
                && phase == Phase::Holds
                && !construction.pattern.contains("{completing}"),
            ..template.filled(filling)?
        })
    }

    /// With the entity in the place of the object that the relation always has, or that is given where it is left out.
    fn placed(&self, pattern: &str, has_object: bool) -> String {
        let is_given = !has_object && self.shape.far == FarEnd::Entity && !pattern.contains("{object=");
        let given = self.shape.only_object.as_deref().filter(|_| is_given);
        match (&self.shape.fixed, given) {
            (Some(id), _) => pattern.replace("{object}", &format!("{{{id}}}")),
            (None, Some(id)) => format!("{pattern} {{object={id}}}"),
            (None, None) => pattern.to_owned(),
        }
    }
}

/// A phrasing of a relation with this shape: with each of the words that the relation has as values in the place of the value,
/// or without that place where a date gives the value.
pub fn valued(phrasing: Phrasing, shape: &Shape) -> Vec<Phrasing> {
    let with = |words: &[Element], text: Option<String>| {
        let parts = phrasing.parts.iter().map(|part| with_value(part, words)).collect();
        Phrasing { parts, text, ..phrasing.clone() }
    };
    let has_own_values = shape.is_dated || !shape.texts.is_empty();
    if !has_own_values || !phrasing.has_slot(Slot::Value) {
        vec![phrasing]
    } else if shape.is_dated {
        vec![with(&[], None)]
    } else {
        let words = |text: &String| {
            let words = parse_phrasing(&literal(text)).ok()?.parts.into_iter().next()?;
            Some(with(&words, Some(text.clone())))
        };
        shape.texts.iter().filter_map(words).collect()
    }
}

/// A sequence with words in the place of its value.
fn with_value(sequence: &[Element], words: &[Element]) -> Sequence {
    let replaced = |element: &Element| match element {
        Element::Slot(Slot::Value) => words.to_vec(),
        Element::Choice(choices) => {
            vec![Element::Choice(choices.iter().map(|choice| with_value(choice, words)).collect())]
        }
        Element::Optional(inner) => vec![Element::Optional(with_value(inner, words).into())],
        other => vec![other.clone()],
    };
    sequence.iter().flat_map(replaced).collect()
}

/// With the ends swapped.
#[must_use]
pub fn reversed(pattern: &str) -> String {
    let held = pattern.replace("{subject}", "{\u{0}}").replace("{object}", "{subject}");
    held.replace("{\u{0}}", "{object}")
}
