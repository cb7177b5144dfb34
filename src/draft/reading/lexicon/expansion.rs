//! From a head with its grammar to phrasings: each construction of the language that is made for its part of speech, with the
//! forms of the head in its place.

use super::entry::{SaidBy, WordOrigin};
use super::head_forms::{Forms, choice, literal, with_part};
use super::shape::Shape;
use crate::load::parse_phrasing;
use crate::model::{
    Absent, Confidence, Construction, Element, FarEnd, Frame, GrammarRole, Head, Language, LexicalEntry,
    Phase, Phrasing, Relation, Role, Sequence, Slot,
};

/// The phrasings of a relation being put together.
pub struct Expansion<'a> {
    pack: &'a Language,
    constructions: &'a [Construction],
    shape: &'a Shape,
    /// What the relation is about, as a further part of phrasings; nothing if it does not say.
    topic: String,
    /// The object may be left unsaid.
    elides_object: bool,
    /// The places beside whose names nouns may stand that mean who has what they name: "Nord's servers".
    beside: Vec<&'static str>,
    found: Vec<Phrasing>,
    other: Vec<String>,
}

impl<'a> Expansion<'a> {
    /// None yet.
    #[must_use]
    pub fn new(
        pack: &'a Language,
        constructions: &'a [Construction],
        shape: &'a Shape,
        relation: &Relation,
    ) -> Self {
        let topic = choice(&relation.topic);
        let elides_object = relation.unsaid.contains(&Role::Object);
        let beside = [("{subject}", Role::Subject), ("{object}", Role::Object)].into_iter();
        let beside = beside.filter(|(_, role)| !topic.is_empty() || relation.part_or_whole.contains(role));
        let beside = beside.map(|(place, _)| place).collect();
        Self {
            pack,
            constructions,
            shape,
            topic,
            elides_object,
            beside,
            found: Vec::new(),
            other: Vec::new(),
        }
    }

    /// Adds words.
    pub fn add(&mut self, said: &SaidBy) {
        let is_topical =
            matches!(said.origin, WordOrigin::Words | WordOrigin::Shipped(_) | WordOrigin::Akin(_));
        let topic = if is_topical { self.topic.clone() } else { String::new() };
        match (&said.entry, &said.origin) {
            (LexicalEntry::Head(head), WordOrigin::Title(object)) => self.title(head, object),
            (LexicalEntry::Head(head), origin) => {
                let counts_alone = !matches!(origin, WordOrigin::SaidAs(_)) && !self.is_light(head, origin);
                self.head(head, said.elides, counts_alone, &topic);
            }
            (LexicalEntry::Other(words), _) => self.other(words),
            (LexicalEntry::Idiom(phrasings), origin) => {
                self.idioms(phrasings, matches!(origin, WordOrigin::Shipped(_)));
            }
        }
    }

    /// Adds the constructions of a title that has its object in itself.
    fn title(&mut self, head: &Head, object: &str) {
        let forms = Forms::new(self.pack, head, false);
        for construction in self.constructions.iter().filter(|one| one.frame == Frame::Noun) {
            let Some(pattern) = without_object(&construction.pattern) else { continue };
            let pattern = format!("{pattern} {{object={object}}}");
            self.found.extend(self.phrasing(construction, &pattern, head, &forms));
        }
    }

    /// Adds the constructions of a head, with the topic of its relation; `elides`: beside it the only object of the relation is
    /// left out; `counts_alone`: it also counts where no construction fits.
    fn head(&mut self, head: &Head, elides: bool, counts_alone: bool, topic: &str) {
        let forms = Forms::new(self.pack, head, !topic.is_empty());
        let elides = elides && self.shape.only_object.is_some();
        let is_bare = counts_alone && !head.weak && !elides;
        if is_bare && head.frame != Frame::Event && self.shape.far != FarEnd::None {
            let bare = forms.bare(head, self.pack.class("infinitive"), !self.shape.texts.is_empty(), topic);
            self.found.extend(bare.into_iter().flat_map(|bare| self.worded(bare)).collect::<Vec<_>>());
        }
        let counts = self.shape.counts(self.pack, head);
        // Who is supported does not support.
        let elides = elides && !(head.reversed && head.frame == Frame::Verb);
        let fits = |one: &&Construction| one.frame == head.frame && (counts || one.pattern.contains("{head"));
        for construction in self.constructions.iter().filter(fits) {
            // A date has no place before the head.
            let misplaced = self.shape.is_dated
                && construction
                    .pattern
                    .find("{value}")
                    .is_some_and(|at| construction.pattern[at..].contains("{head"));
            let may_be_unsaid = self.shape.far == FarEnd::Entity && head.title && !elides;
            let is_unsaid = construction.far == FarEnd::Unsaid && may_be_unsaid;
            let is_far = construction.far == self.shape.far || is_unsaid;
            let with_far = (is_far && !misplaced).then(|| {
                construction.pattern.replace("{value}", if self.shape.is_dated { "" } else { "{value}" })
            });
            let alone = if construction.far == FarEnd::None {
                Some(construction.pattern.clone())
            } else {
                without_object(&construction.pattern)
            };
            let is_noun = head.frame == Frame::Noun;
            let lacks =
                (elides || self.shape.far == FarEnd::None) && (is_noun || construction.far == FarEnd::None);
            // "Its $5 million investment", "it invested $5 million".
            let leaves_out = self.elides_object
                && construction.far == self.shape.far
                && (is_noun || self.shape.far == FarEnd::Both);
            let alone = alone.filter(|_| lacks || leaves_out);
            for pattern in with_far.into_iter().chain(alone) {
                // "Buys gas from": what it is about stands between the verb and its preposition.
                let pattern = match pattern.contains("{topic}") {
                    true if topic.is_empty() => continue,
                    true => pattern.replace("{topic}", topic),
                    false => with_part(&pattern, topic),
                };
                let found = self.phrasing(construction, &pattern, head, &forms);
                self.found.extend(found.into_iter().flat_map(|found| self.worded(found)).collect::<Vec<_>>());
            }
        }
        if !elides {
            self.placeless(head, &forms);
        }
    }

    /// Whether a head is a verb that says little by itself: "have". The lemmas of a label are guesses at one verb.
    fn is_light(&self, head: &Head, origin: &WordOrigin) -> bool {
        let light = self.pack.class("light verbs");
        let mut heads = head.heads.iter();
        if matches!(origin, WordOrigin::Label | WordOrigin::Statements) {
            heads.any(|lemma| light.contains(lemma))
        } else {
            heads.all(|lemma| light.contains(lemma))
        }
    }

    /// Adds the constructions without the place that a head is said with: "closed", of what closed somewhere.
    fn placeless(&mut self, head: &Head, forms: &Forms) {
        let places = self.pack.class("places");
        let is_of_place = !head.with.is_empty() && head.with.iter().all(|with| places.contains(with));
        let is_event = head.frame == Frame::Event;
        if !is_of_place || is_event || head.weak || self.shape.far != FarEnd::Entity || head.reversed {
            return;
        }
        let alone =
            self.constructions.iter().filter(|one| one.frame == head.frame && one.far == FarEnd::None);
        let made = alone.filter_map(|construction| {
            let found = self.phrasing(construction, &construction.pattern, head, forms)?;
            Some(Phrasing { confidence: Confidence::Low, ..found })
        });
        let made: Vec<Phrasing> = made.collect();
        self.found.extend(made);
    }

    /// Words that say something else.
    fn other(&mut self, words: &[String]) {
        self.other.extend(words.iter().map(|words| literal(words)).filter(|words| !words.is_empty()));
    }

    /// Adds phrasings as they are written; those that are shipped are held to what constructions are.
    fn idioms(&mut self, written: &[String], is_made: bool) {
        for text in written {
            let has_object = text.contains("{object}");
            let text = if self.shape.is_dated { text.replace("{value}", "") } else { text.clone() };
            let found = parse_phrasing(&self.placed(&text, has_object)).ok();
            let found = found.map(|found| Phrasing { is_made, ..found });
            self.found.extend(found.into_iter().flat_map(|found| self.worded(found)).collect::<Vec<_>>());
        }
    }

    /// A phrasing with each of the words that the relation has as values in the place of the value.
    fn worded(&self, phrasing: Phrasing) -> Vec<Phrasing> {
        if self.shape.texts.is_empty() || !phrasing.has_slot(Slot::Value) {
            return vec![phrasing];
        }
        let with = |text: &String| {
            let words = parse_phrasing(&literal(text)).ok()?.parts.into_iter().next()?;
            let parts = phrasing.parts.iter().map(|part| with_value(part, &words)).collect();
            Some(Phrasing { parts, text: Some(text.clone()), ..phrasing.clone() })
        };
        self.shape.texts.iter().filter_map(with).collect()
    }

    /// All of them.
    #[must_use]
    pub fn finish(self) -> Vec<Phrasing> {
        let Self { mut found, other, .. } = self;
        let excluded = other.iter().filter_map(|words| parse_phrasing(&format!("x !({words})")).ok());
        let absent: Vec<Absent> = excluded.flat_map(|phrasing| phrasing.absent).collect();
        for phrasing in &mut found {
            phrasing.absent.extend_from_slice(&absent);
        }
        found
    }

    fn phrasing(
        &self,
        construction: &Construction,
        pattern: &str,
        head: &Head,
        forms: &Forms,
    ) -> Option<Phrasing> {
        let phase = match (construction.when, head.when) {
            (Phase::Holds, phase) | (phase, Phase::Holds) | (Phase::Plans, phase @ Phase::Ends) => phase,
            _ => return None,
        };
        let has_object = pattern.contains("{object}");
        // Something may stand between a verb and its preposition, where it has one.
        let skips = pattern.contains("{with!}");
        if skips && (head.with.is_empty() || self.shape.is_dated) {
            return None;
        }
        let pattern = forms.fill(pattern, &self.with(head))?;
        let pattern = if head.reversed && has_object { reversed(&pattern) } else { pattern };
        let pattern = self.beside.iter().fold(pattern, |pattern, place| {
            let of = choice(self.pack.class("of"));
            let before = format!("[{{belonging}} [{{belonging}}] [{of}] {{linking}}]");
            pattern.replace(place, &format!("{before} {place} [{{modifiers}} {{belonging}}]"))
        });
        let is_unsaid = construction.far == FarEnd::Unsaid;
        let placed = if is_unsaid { pattern } else { self.placed(&pattern, has_object) };
        let parsed = parse_phrasing(&placed).ok()?;
        let weak = if head.weak { Confidence::Medium } else { Confidence::High };
        let written = format!("{}: {}", construction.name, head.heads.join(" | "));
        let confidence = construction.confidence.min(weak);
        let is_nominal = head.frame == Frame::Noun;
        let is_declared = head.is_declared;
        Some(Phrasing { written, phase, is_declared, confidence, is_made: true, is_nominal, ..parsed })
    }

    /// The prepositions before the far end.
    fn with(&self, head: &Head) -> String {
        let usual = match head.frame {
            Frame::Noun | Frame::Event => self.pack.class("of"),
            Frame::Verb | Frame::Adjective => &[],
        };
        let all: Vec<String> = head.with.iter().chain(usual).cloned().collect();
        // Where what describes a noun is behind it, no preposition is needed.
        if !usual.is_empty() && self.pack.dates.modifiers_follow {
            return format!("[{}]", all.join("|"));
        }
        choice(&all)
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

/// The constructions of a language, with the words of its classes in their places; `{be}` is its copulas.
#[must_use]
pub fn constructions(pack: &Language) -> Vec<Construction> {
    let classes = pack.classes.iter().map(|(name, words)| (format!("{{{name}}}"), choice(words)));
    let be = ("{be}".to_owned(), choice(pack.grammar.of(GrammarRole::Copula)));
    let classes: Vec<(String, String)> = classes.chain([be]).collect();
    let filled = |construction: &Construction| {
        let pattern = construction.pattern.clone();
        let pattern = classes.iter().fold(pattern, |pattern, (place, words)| pattern.replace(place, words));
        Construction { pattern, ..construction.clone() }
    };
    pack.constructions.iter().map(filled).collect()
}

/// A sequence with words in the place of its value.
fn with_value(sequence: &[Element], words: &[Element]) -> Sequence {
    let replaced = |element: &Element| match element {
        Element::Slot(Slot::Value) => words.to_vec(),
        Element::Choice(choices) => {
            vec![Element::Choice(choices.iter().map(|choice| with_value(choice, words)).collect())]
        }
        Element::Optional(inner) => vec![Element::Optional(with_value(inner, words))],
        other => vec![other.clone()],
    };
    sequence.iter().flat_map(replaced).collect()
}

/// A construction without its object, where that is behind the head: "is the head" of "is the head of Nordwerft".
fn without_object(pattern: &str) -> Option<String> {
    let (before, behind) = pattern.split_once("{with}")?;
    let rest = behind.split_once("{object}")?.1;
    let alone = format!("{before}{rest}");
    (!alone.contains("{object}")).then_some(alone)
}

/// With the ends swapped.
#[must_use]
pub fn reversed(pattern: &str) -> String {
    let held = pattern.replace("{subject}", "{\u{0}}").replace("{object}", "{subject}");
    held.replace("{\u{0}}", "{object}")
}
