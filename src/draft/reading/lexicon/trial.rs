//! Sentences by which words are tried: those of the language's `variants`, with the words in their places.

use super::expansion::reversed;
use crate::draft::reading::forms::{lemmas, verb_forms};
use crate::model::{
    Element, FarEnd, Frame, GrammarRole, Head, Language, LexicalEntry, Phase, Phrasing, Reads, Sequence,
    Slot, Variant, VariantOf, VerbForms,
};

/// The names that stand in trials.
#[derive(Debug, Clone, Copy)]
pub struct TrialNames<'a> {
    /// The subject.
    pub subject: &'a str,
    /// The object.
    pub object: &'a str,
    /// The value, where the relation has one.
    pub value: Option<&'a str>,
    /// What the relation has on its far side.
    pub far: FarEnd,
}

/// A sentence with what must be read of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trial {
    /// The sentence.
    pub sentence: String,
    /// What must be read.
    pub reads: Reads,
    /// Whether it must not be said of the present.
    pub dated: bool,
    /// Whether nothing but the words is in it: no negation, condition or date.
    pub is_plain: bool,
}

/// Of the ways to read a phrasing with choices, so many are tried.
const WAYS: usize = 4;

/// The trials of an entry; `named` gives names to the entities that phrasings name.
#[must_use]
pub fn trials(
    pack: &Language,
    entry: &LexicalEntry,
    names: TrialNames<'_>,
    named: &dyn Fn(&str) -> Option<String>,
) -> Vec<Trial> {
    match entry {
        LexicalEntry::Head(head) => {
            head.heads.iter().flat_map(|lemma| of_head(pack, head, lemma, names)).collect()
        }
        LexicalEntry::Idiom(written) => {
            let read = written.iter().filter_map(|text| crate::load::parse_phrasing(text).ok());
            read.flat_map(|phrasing| of_phrasing(pack, &phrasing, names, named)).collect()
        }
        LexicalEntry::Other(_) => Vec::new(),
    }
}

fn of_head(pack: &Language, head: &Head, lemma: &str, names: TrialNames<'_>) -> Vec<Trial> {
    let of = match head.frame {
        Frame::Noun => VariantOf::Noun,
        Frame::Verb => VariantOf::Verb,
        Frame::Adjective => VariantOf::Adjective,
        Frame::Event => return Vec::new(),
    };
    let far = if names.far == FarEnd::Both { FarEnd::Entity } else { names.far };
    let variants = pack.variants.iter().filter(|variant| variant.of == of && variant.far == far);
    let forms = if head.frame == Frame::Verb { verb_forms(pack, lemma) } else { VerbForms::default() };
    let filled = variants.filter_map(|variant| {
        let sentence = if head.reversed { reversed(&variant.sentence) } else { variant.sentence.clone() };
        let sentence = placed(&with_forms(pack, head, (lemma, &forms), &sentence)?, names)?;
        trial(variant, head.when, sentence)
    });
    filled.collect()
}

/// A sentence with the forms of a verb, or a lemma as it is, and its preposition; `None` if there is no such form.
fn with_forms(
    pack: &Language,
    head: &Head,
    (lemma, forms): (&str, &VerbForms),
    sentence: &str,
) -> Option<String> {
    let of = |usual: &[String]| usual.first().cloned().unwrap_or_default();
    let usual = match head.frame {
        Frame::Noun if !pack.dates.modifiers_follow => of(pack.class("of")),
        _ => String::new(),
    };
    let mut filled = sentence.replace("{with}", head.with.first().unwrap_or(&usual)).replace("{head}", lemma);
    // Of the finite forms the last is the one that fits every subject.
    let verb = [
        ("{head:finite}", forms.finite.last()),
        ("{head:plain}", forms.plain.first()),
        ("{head:participle}", forms.perfect.last().or_else(|| forms.participle.last())),
    ];
    for (place, form) in verb.into_iter().filter(|_| head.frame == Frame::Verb) {
        if filled.contains(place) {
            filled = filled.replace(place, form?);
        }
    }
    Some(filled)
}

/// A sentence with names in its places; `None` if there is none for one of them.
fn placed(sentence: &str, names: TrialNames<'_>) -> Option<String> {
    let value = if sentence.contains("{value}") { names.value? } else { "" };
    let filled = sentence.replace("{subject}", names.subject).replace("{object}", names.object);
    let filled = filled.replace("{value}", value);
    let words: Vec<&str> = filled.split_whitespace().collect();
    (!filled.contains('{'))
        .then(|| capitalised(&words.join(" ").replace(" ,", ",").replace(" .", ".").replace(" ?", "?")))
}

fn capitalised(text: &str) -> String {
    let mut signs = text.chars();
    signs.next().map_or_else(String::new, |first| first.to_uppercase().chain(signs).collect())
}

/// A variant of words that say this of the relation: what ended is denied, and what is denied of an end goes on.
fn trial(variant: &Variant, phase: Phase, sentence: String) -> Option<Trial> {
    let is_plain = variant.reads == Reads::Asserted && !variant.dated;
    let reads = match (phase, variant.reads) {
        (Phase::Holds | Phase::Begins, reads) => reads,
        (Phase::Ends, Reads::Asserted) if !variant.dated => Reads::Ended,
        (Phase::Denies, Reads::Asserted) if !variant.dated => Reads::Denied,
        (Phase::Ends | Phase::Denies, Reads::Denied) => Reads::Asserted,
        (Phase::Plans, Reads::Asserted) if !variant.dated => Reads::Planned,
        (_, Reads::Unread) => Reads::Unread,
        _ => return None,
    };
    Some(Trial { sentence, reads, dated: variant.dated, is_plain })
}

fn of_phrasing(
    pack: &Language,
    phrasing: &Phrasing,
    names: TrialNames<'_>,
    named: &dyn Fn(&str) -> Option<String>,
) -> Vec<Trial> {
    let choices = phrasing.parts.iter().map(widest).max().unwrap_or(1).min(WAYS);
    let ways = (0..choices).filter_map(|way| {
        let parts: Option<Vec<String>> = phrasing.parts.iter().map(|part| way_of(part, way, named)).collect();
        parts.map(|parts| parts.join(" "))
    });
    let ways: Vec<String> = ways.filter(|way| way.contains("{subject}")).collect();
    let variants = || pack.variants.iter().filter(|variant| variant.of == VariantOf::Phrasing);
    let filled = ways.iter().filter_map(|way| SpokenWay::of(pack, way)).flat_map(|way| {
        variants().filter_map(move |variant| {
            let sentence = placed(&way.within(&variant.sentence)?, names)?;
            trial(variant, phrasing.phase, sentence)
        })
    });
    filled.collect()
}

/// A way to say a phrasing that is a clause.
#[derive(Clone, Copy)]
struct SpokenWay<'a> {
    whole: &'a str,
    /// The place that it begins with, and what is behind.
    end: &'a str,
    behind: &'a str,
    /// The first word behind that, an auxiliary or a verb, and the rest.
    first: &'a str,
    rest: &'a str,
    is_auxiliary: bool,
}

impl<'a> SpokenWay<'a> {
    /// `None` where a way is no clause.
    fn of(pack: &Language, whole: &'a str) -> Option<Self> {
        let (end, behind) = whole.split_once(' ').filter(|(end, _)| end.starts_with('{'))?;
        let (first, rest) = behind.split_once(' ')?;
        let is_auxiliary =
            [GrammarRole::Auxiliary, GrammarRole::Copula].iter().any(|role| pack.grammar.has(*role, first));
        (is_auxiliary || !lemmas(pack, first).is_empty()).then_some(Self {
            whole,
            end,
            behind,
            first,
            rest,
            is_auxiliary,
        })
    }

    /// The way in a variant of it; `None` where it is not of the shape that the variant asks for.
    fn within(&self, variant: &str) -> Option<String> {
        if variant.contains("{sentence}") {
            return Some(variant.replace("{sentence}", self.whole));
        }
        let shaped = match (variant.contains("{auxiliary}"), self.is_auxiliary) {
            (true, true) => variant.replace("{auxiliary}", self.first).replace("{rest}", self.rest),
            (false, false) => variant.replace("{verb}", self.behind),
            _ => return None,
        };
        // The other end may come first: "Nordwerft was acquired by Ann Meyer".
        Some(shaped.replacen("{subject}", self.end, 1))
    }
}

/// The most alternatives that a choice of a sequence has.
fn widest(sequence: &Sequence) -> usize {
    let of = |element: &Element| match element {
        Element::Choice(choices) => choices.len(),
        _ => 1,
    };
    sequence.iter().map(of).max().unwrap_or(1)
}

/// A sequence as words: of each choice the alternative with this number, counted round, and nothing where something may be.
fn way_of(sequence: &Sequence, way: usize, named: &dyn Fn(&str) -> Option<String>) -> Option<String> {
    let mut words: Vec<String> = Vec::new();
    for element in sequence {
        match element {
            Element::Word(word) => words.push(word.text.to_string()),
            Element::Slot(Slot::Subject) => words.push("{subject}".to_owned()),
            Element::Slot(Slot::Object) => words.push("{object}".to_owned()),
            Element::Slot(Slot::Value) => words.push("{value}".to_owned()),
            Element::Entity(id) => words.push(named(id)?),
            Element::Choice(choices) => {
                words.push(way_of(choices.get(way % choices.len().max(1))?, way, named)?)
            }
            Element::Sign(sign) => words.push(sign.to_string()),
            Element::Given(..)
            | Element::Optional(_)
            | Element::Gap(_)
            | Element::Linking(_)
            | Element::Predicate(_)
            | Element::Start
            | Element::Modifiers(_)
            | Element::Belonging
            | Element::Aside => {}
        }
    }
    Some(words.join(" "))
}
