//! The constructions of a language, each parsed once: elements, with places that the forms of a head fill.
//!
//! Says what a filled construction is; which heads it suits is `expansion`'s business.

use std::sync::OnceLock;

use super::literal::choice;
use super::prepared::Prepared;
use crate::load::{is_whole, parse_phrasing};
use crate::model::{Absent, Construction, Element, GrammarRole, Language, Phrasing, Sequence, Slot};

/// The constructions of a language, parsed when a head first has them.
pub struct Constructions<'a> {
    classes: Vec<Class<'a>>,
    /// By construction: the whole of it.
    whole: Vec<(&'a Construction, OnceLock<Option<Template>>)>,
    /// The same without the object.
    alone: Vec<OnceLock<Option<Template>>>,
}

/// A named class of words, and the choice of these.
struct Class<'a> {
    name: &'a str,
    words: &'a [String],
    parsed: OnceLock<Option<Sequence>>,
}

/// A construction as it is used.
#[derive(Clone, Copy)]
pub struct UsedConstruction<'a> {
    /// The construction.
    pub construction: &'a Construction,
    /// What it is made of.
    pub template: &'a Template,
}

/// A parsed construction.
pub struct Template {
    parts: Vec<Vec<TemplatePiece>>,
    absent: Vec<(Vec<TemplatePiece>, bool)>,
    ends_with_absent: bool,
    /// It has a place for an object.
    pub has_object: bool,
    /// Something may stand between its head and the preposition.
    pub skips: bool,
    /// It has a place for words of what the relation is about.
    pub has_topic: bool,
    /// It has a place for the prepositions of its head.
    pub has_with: bool,
}

/// A form of a head.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// As it is written: a noun in the singular.
    Lemma,
    /// "be".
    Plain,
    /// "is".
    Finite,
    /// "being".
    Progressive,
    /// "been".
    Participle,
    /// A noun of what happens.
    Event,
}

/// An element with a place in it, or one without.
enum TemplatePiece {
    Kept(Element),
    Slot(Slot),
    Form(Form),
    With,
    Topic,
    Choice(Vec<Vec<TemplatePiece>>),
    Optional(Vec<TemplatePiece>),
}

/// What a construction is filled with. Words that cannot be parsed are `None`, and so is what is made with them.
#[derive(Clone, Copy)]
pub struct Filling<'a> {
    /// The head.
    pub head: &'a Prepared<'a>,
    /// There is no place for a value.
    pub is_valueless: bool,
    /// What stands in the place of the object.
    pub object: Option<&'a Option<Sequence>>,
    /// What stands behind all.
    pub given: Option<&'a Option<Sequence>>,
    /// Words for what the relation is about: "gas" of a supplier of gas. None if that is anything.
    pub topic: &'a [Element],
    /// What may stand beside names.
    pub beside: Option<&'a Beside>,
}

/// The nouns that may stand beside a name and mean who has what they name: "Nord's servers".
pub struct Beside {
    slots: Vec<Slot>,
    before: Element,
    behind: Element,
}

impl<'a> Constructions<'a> {
    /// Those of a pack.
    #[must_use]
    pub fn new(pack: &'a Language) -> Self {
        let class = |(name, words): &'a (String, Vec<String>)| Class { name, words, parsed: OnceLock::new() };
        let be = Class { name: "be", words: pack.grammar.of(GrammarRole::Copula), parsed: OnceLock::new() };
        let classes = pack.classes.iter().map(class).chain([be]).collect();
        let whole: Vec<_> = pack.constructions.iter().map(|one| (one, OnceLock::new())).collect();
        let alone = whole.iter().map(|_| OnceLock::new()).collect();
        Self { classes, whole, alone }
    }

    /// All of them, by their places.
    pub fn iter(&self) -> impl Iterator<Item = (usize, &'a Construction)> {
        self.whole.iter().enumerate().map(|(at, (construction, _))| (at, *construction))
    }

    /// One as it is.
    #[must_use]
    pub fn whole(&self, at: usize) -> Option<UsedConstruction<'_>> {
        let (construction, parsed) = self.whole.get(at)?;
        let template = parsed.get_or_init(|| self.parsed(&construction.pattern)).as_ref()?;
        Some(UsedConstruction { construction, template })
    }

    /// One without its object, where that is behind the head: "is the head" of "is the head of Nordwerft".
    #[must_use]
    pub fn alone(&self, at: usize) -> Option<UsedConstruction<'_>> {
        let (construction, _) = self.whole.get(at)?;
        let parsed = || self.parsed(&without_object(&construction.pattern)?);
        let template = self.alone.get(at)?.get_or_init(parsed).as_ref()?;
        Some(UsedConstruction { construction, template })
    }

    fn parsed(&self, pattern: &str) -> Option<Template> {
        // Names of classes may be of several words.
        let mut text = String::with_capacity(pattern.len());
        let mut rest = pattern;
        while let Some((before, behind)) = rest.split_once('{') {
            let (name, after) = behind.split_once('}')?;
            let class = self.classes.iter().position(|class| class.name == name);
            let place = class.map_or_else(|| name.to_owned(), |class| format!("#{class}"));
            text.push_str(&format!("{before}{{{place}}}"));
            rest = after;
        }
        text.push_str(rest);
        let parsed = parse_phrasing(&text).ok()?;
        let class = |name: &str| {
            let at: usize = name.strip_prefix('#')?.parse().ok()?;
            let class = self.classes.get(at)?;
            Some(class.parsed.get_or_init(|| fragment(&choice(class.words))))
        };
        let signs = text.replace("{with!}", "");
        Some(Template {
            parts: parsed.parts.into_iter().map(|part| pieces(part, &class)).collect::<Option<_>>()?,
            absent: parsed
                .absent
                .into_iter()
                .map(|absent| Some((pieces(absent.words, &class)?, absent.in_clause)))
                .collect::<Option<_>>()?,
            ends_with_absent: signs.rfind('!') > signs.rfind('&'),
            has_object: pattern.contains("{object}"),
            skips: pattern.contains("{with!}"),
            has_topic: pattern.contains("{topic}"),
            has_with: pattern.contains("{with"),
        })
    }
}

impl Template {
    /// The phrasing that it is with places filled; `None` if it then is none.
    #[must_use]
    pub fn filled(&self, filling: &Filling<'_>) -> Option<Phrasing> {
        if self.has_topic && filling.topic.is_empty() {
            return None;
        }
        let swaps = filling.head.head.reversed && self.has_object;
        let mut parts: Vec<Sequence> =
            self.parts.iter().map(|part| filling.sequence(part, swaps)).collect::<Option<_>>()?;
        let absent = self.absent.iter().map(|(words, in_clause)| {
            Some(Absent { words: filling.sequence(words, swaps)?, in_clause: *in_clause })
        });
        let mut absent: Vec<Absent> = absent.collect::<Option<_>>()?;
        if let Some(given) = filling.given {
            let last = match absent.last_mut() {
                Some(absent) if self.ends_with_absent => &mut absent.words,
                _ => parts.last_mut()?,
            };
            last.extend_from_slice(given.as_deref()?);
        }
        if !self.has_topic && !filling.topic.is_empty() {
            parts.push(filling.topic.to_vec());
        }
        is_whole(&parts, &absent).then(|| Phrasing { is_made: true, ..Phrasing::of(parts, absent) })
    }
}

impl Filling<'_> {
    fn sequence(&self, pieces: &[TemplatePiece], swaps: bool) -> Option<Sequence> {
        let mut filled = Sequence::with_capacity(pieces.len());
        for piece in pieces {
            match piece {
                TemplatePiece::Kept(element) => filled.push(element.clone()),
                TemplatePiece::Slot(slot) => self.slot(*slot, swaps, &mut filled)?,
                TemplatePiece::Form(form) => {
                    filled.extend_from_slice(self.head.form(*form)?);
                }
                TemplatePiece::Topic => filled.extend_from_slice(self.topic),
                TemplatePiece::With => filled.extend_from_slice(self.head.with.as_deref()?),
                TemplatePiece::Choice(choices) => {
                    let choices: Option<Vec<Sequence>> =
                        choices.iter().map(|choice| self.bracketed(choice, swaps)).collect();
                    filled.push(Element::Choice(choices?.into()));
                }
                TemplatePiece::Optional(inner) => {
                    filled.push(Element::Optional(self.bracketed(inner, swaps)?.into()))
                }
            }
        }
        Some(filled)
    }

    /// What stands between brackets must say something.
    fn bracketed(&self, pieces: &[TemplatePiece], swaps: bool) -> Option<Sequence> {
        let filled = self.sequence(pieces, swaps)?;
        let is_empty = |element: &Element| matches!(element, Element::Optional(_) | Element::Gap(_));
        (!filled.iter().all(is_empty)).then_some(filled)
    }

    fn slot(&self, slot: Slot, swaps: bool, filled: &mut Sequence) -> Option<()> {
        let slot = match (slot, swaps) {
            (Slot::Subject, true) => Slot::Object,
            (Slot::Object, true) => Slot::Subject,
            (slot, _) => slot,
        };
        let beside = self.beside.filter(|beside| beside.slots.contains(&slot));
        filled.extend(beside.map(|beside| beside.before.clone()));
        match (slot, self.object) {
            (Slot::Value, _) if self.is_valueless => {}
            (Slot::Object, Some(object)) => filled.extend_from_slice(object.as_deref()?),
            _ => filled.push(Element::Slot(slot)),
        }
        filled.extend(beside.map(|beside| beside.behind.clone()));
        Some(())
    }
}

impl Beside {
    /// Those of a language, beside the names in these places; `None` if there are no such places.
    #[must_use]
    pub fn new(pack: &Language, slots: Vec<Slot>) -> Option<Self> {
        let of = choice(pack.class("of"));
        let before = format!("[{{belonging}} [{{belonging}}] {{modifiers}} [{of}] {{linking}}]");
        let element = |text: &str| fragment(text)?.into_iter().next();
        let (before, behind) = (element(&before)?, element("[{modifiers} {belonging}]")?);
        (!slots.is_empty()).then_some(Self { slots, before, behind })
    }
}

/// The elements of a text that stands within a phrasing; `None` if it cannot.
#[must_use]
pub fn fragment(text: &str) -> Option<Sequence> {
    if text.is_empty() {
        return Some(Sequence::new());
    }
    // A phrasing needs a word.
    let parsed = parse_phrasing(&format!("x {text}")).ok()?;
    let mut sequence = parsed.parts.into_iter().next()?;
    sequence.remove(0);
    Some(sequence)
}

/// Elements with their places, and the words of classes in theirs.
fn pieces<'c>(
    sequence: Sequence,
    class: &dyn Fn(&str) -> Option<&'c Option<Sequence>>,
) -> Option<Vec<TemplatePiece>> {
    let mut found = Vec::with_capacity(sequence.len());
    for element in sequence {
        let piece = match &element {
            Element::Slot(slot) => TemplatePiece::Slot(*slot),
            Element::Entity(name) => match (form(name), class(name)) {
                (Some(form), _) => form,
                (None, Some(words)) => {
                    found.extend(words.as_ref()?.iter().cloned().map(TemplatePiece::Kept));
                    continue;
                }
                (None, None) => TemplatePiece::Kept(element),
            },
            Element::Choice(choices) => {
                let choices: Option<Vec<Vec<TemplatePiece>>> =
                    choices.iter().map(|choice| pieces(choice.clone(), class)).collect();
                whole_or(TemplatePiece::Choice(choices?))
            }
            Element::Optional(inner) => whole_or(TemplatePiece::Optional(pieces(inner.to_vec(), class)?)),
            _ => TemplatePiece::Kept(element),
        };
        found.push(piece);
    }
    Some(found)
}

/// A bracket without places as one element, so that all phrasings share it.
fn whole_or(bracket: TemplatePiece) -> TemplatePiece {
    let kept = |pieces: &[TemplatePiece]| {
        let elements = pieces.iter().map(|piece| match piece {
            TemplatePiece::Kept(element) => Some(element.clone()),
            _ => None,
        });
        elements.collect::<Option<Sequence>>().filter(|elements| {
            !elements.iter().all(|element| matches!(element, Element::Optional(_) | Element::Gap(_)))
        })
    };
    let whole = match &bracket {
        TemplatePiece::Choice(choices) => {
            let choices: Option<Vec<Sequence>> = choices.iter().map(|choice| kept(choice)).collect();
            choices.map(|choices| Element::Choice(choices.into()))
        }
        TemplatePiece::Optional(inner) => kept(inner).map(|inner| Element::Optional(inner.into())),
        _ => None,
    };
    whole.map_or(bracket, TemplatePiece::Kept)
}

/// The place of this name.
fn form(name: &str) -> Option<TemplatePiece> {
    Some(match name {
        "head:lemma" => TemplatePiece::Form(Form::Lemma),
        "head" | "head:plain" => TemplatePiece::Form(Form::Plain),
        "head:finite" => TemplatePiece::Form(Form::Finite),
        "head:progressive" => TemplatePiece::Form(Form::Progressive),
        "head:participle" => TemplatePiece::Form(Form::Participle),
        "head:event" => TemplatePiece::Form(Form::Event),
        "with" | "with!" => TemplatePiece::With,
        "topic" => TemplatePiece::Topic,
        _ => return None,
    })
}

/// The text of a construction without its object, where that is behind the head.
fn without_object(pattern: &str) -> Option<String> {
    let (before, behind) = pattern.split_once("{with}")?;
    let rest = behind.split_once("{object}")?.1;
    let alone = format!("{before}{rest}");
    (!alone.contains("{object}")).then_some(alone)
}

#[cfg(test)]
mod tests;
