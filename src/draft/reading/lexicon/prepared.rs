//! A head with what constructions are filled with: its forms and prepositions, parsed once for all of them.

use super::literal::{ROOM, choice, choice_of};
use super::template::{Form, fragment};
use crate::draft::reading::forms::{noun_forms, verb_forms};
use crate::model::{
    Absent, Category, Confidence, Element, Frame, GrammarRole, Head, Language, Phrasing, Sequence, Slot,
    Trigger, VerbForms,
};

/// A head, ready for constructions.
pub struct Prepared<'a> {
    /// The head.
    pub head: &'a Head,
    /// The prepositions before the far end; `None` if they cannot be written in a phrasing.
    pub with: Option<Sequence>,
    /// Its lemmas.
    pub written: String,
    forms: Forms,
}

/// What may stand between the words of a head.
#[derive(Clone, Copy, Default)]
pub struct HeadRoom {
    /// Words between those of a noun: "sole gas supplier".
    pub in_nouns: bool,
    /// An amount beside the noun of a verb: "sign a $5 million contract with".
    pub for_amounts: bool,
}

/// The room in a verb that may have an amount beside its noun.
const PRICED: &str = "{linking} [{modifiers} ,] {modifiers} [{value} {modifiers}]";

/// The forms as choices; empty where it has none, `None` where they cannot be written in a phrasing.
struct Forms {
    lemma: Option<Sequence>,
    plain: Option<Sequence>,
    finite: Option<Sequence>,
    progressive: Option<Sequence>,
    participle: Option<Sequence>,
    event: Option<Sequence>,
}

impl<'a> Prepared<'a> {
    /// A head in the language of a pack.
    #[must_use]
    pub fn new(pack: &Language, head: &'a Head, room: HeadRoom) -> Self {
        let with = fragment(&with(pack, head, room));
        Self { head, with, written: head.heads.join(" | "), forms: Forms::new(pack, head, room) }
    }

    /// A form of it; `None` if it has none.
    #[must_use]
    pub fn form(&self, form: Form) -> Option<&[Element]> {
        let elements = match form {
            Form::Lemma => &self.forms.lemma,
            Form::Plain => &self.forms.plain,
            Form::Finite => &self.forms.finite,
            Form::Progressive => &self.forms.progressive,
            Form::Participle => &self.forms.participle,
            Form::Event => &self.forms.event,
        };
        elements.as_deref().filter(|elements| !elements.is_empty())
    }

    /// The head alone, with its ends anywhere in its clause, and words for what it is about: what is left where no construction
    /// fits.
    #[must_use]
    pub fn bare(&self, infinitive: &[String], has_text: bool, topic: &[Element]) -> Option<Phrasing> {
        let Forms { plain, finite, participle, .. } = &self.forms;
        let (plain, finite) = (plain.as_ref()?, finite.as_ref()?);
        let forms = if finite.is_empty() { [plain, plain] } else { [finite, participle.as_ref()?] };
        let forms: Vec<Sequence> = forms.into_iter().filter(|form| !form.is_empty()).cloned().collect();
        if forms.is_empty() {
            return None;
        }
        let mut parts = vec![vec![Element::Choice(forms.into())]];
        if has_text {
            parts.push(vec![Element::Slot(Slot::Value)]);
        }
        if !topic.is_empty() {
            parts.push(topic.to_vec());
        }
        let mut absent = Vec::new();
        // "To buy" is no deed.
        if !finite.is_empty() && !infinitive.is_empty() {
            let mut words = fragment(&format!("({})", infinitive.join("|")))?;
            words.extend_from_slice(plain);
            absent.push(Absent { words, in_clause: false });
        }
        Some(Phrasing {
            written: self.written.clone(),
            phase: self.head.when,
            is_declared: self.head.is_declared,
            confidence: Confidence::Low,
            is_made: true,
            ..Phrasing::of(parts, absent)
        })
    }
}

impl Forms {
    fn new(pack: &Language, head: &Head, room: HeadRoom) -> Self {
        let is_priced = room.for_amounts && head.frame == Frame::Verb;
        let within = if is_priced { PRICED } else { ROOM };
        let join = |mut forms: Vec<String>| {
            forms.sort_unstable();
            forms.dedup();
            choice_of(&forms, within)
        };
        let none = || Some(Sequence::new());
        let denies = |trigger: &&Trigger| trigger.category == Category::Negation && trigger.reach == 0;
        let denied = pack.triggers.iter().filter(denies).map(|trigger| trigger.phrase.written.as_str());
        let denied: Vec<&str> = denied.collect();
        let heads: Vec<String> = head.heads.iter().flat_map(|head| with_denied(&denied, head)).collect();
        let lemma = choice_of(&heads, ROOM);
        if head.frame != Frame::Verb {
            let plain = if head.frame == Frame::Adjective {
                lemma.clone()
            } else {
                let room = |form: String| match room.in_nouns {
                    true => form.replace(' ', &format!(" {ROOM} ")),
                    false => form,
                };
                join(heads.iter().flat_map(|lemma| noun_forms(pack, lemma)).map(room).collect())
            };
            return Self {
                lemma,
                plain,
                finite: none(),
                progressive: none(),
                participle: none(),
                event: none(),
            };
        }
        let mut all = VerbForms::default();
        for lemma in &head.heads {
            let forms =
                verb_forms(pack, lemma).map(|forms| forms.iter().map(|form| opened(pack, form)).collect());
            all.plain.extend(forms.plain);
            all.finite.extend(forms.finite.into_iter().chain(forms.perfect));
            all.progressive.extend(forms.progressive);
            all.participle.extend(forms.participle);
            all.event.extend(forms.event);
        }
        Self {
            lemma,
            plain: join(all.plain),
            finite: join(all.finite),
            progressive: join(all.progressive),
            participle: join(all.participle),
            event: join(all.event),
        }
    }
}

/// A head, and the same with a word that the language denies in one word, which is one of `denied`: "nonexclusive dealer", "non
/// exclusive dealer".
fn with_denied(denied: &[&str], head: &str) -> Vec<String> {
    let words = head.split(' ').filter(|_| head.contains(' '));
    let pairs = words.flat_map(|word| denied.iter().map(move |denied| (word, *denied)));
    let found = pairs.filter_map(|(word, denied)| {
        let prefix = denied.strip_suffix(word).filter(|prefix| !prefix.is_empty())?;
        Some([head.replace(word, denied), head.replace(word, &format!("{prefix} {word}"))])
    });
    std::iter::once(head.to_owned()).chain(found.flatten()).collect()
}

/// The prepositions before the far end, and what describes the noun of a verb before them: "sign a contract worth $5 million with".
fn with(pack: &Language, head: &Head, room: HeadRoom) -> String {
    let usual = match head.frame {
        Frame::Noun | Frame::Event => pack.class("of"),
        Frame::Verb | Frame::Adjective => &[],
    };
    let all: Vec<String> = head.with.iter().chain(usual).cloned().collect();
    // Where what describes a noun is behind it, no preposition is needed.
    if !usual.is_empty() && pack.dates.modifiers_follow {
        return format!("[{}]", all.join("|"));
    }
    let has_noun = head.frame == Frame::Verb && head.heads.iter().all(|lemma| opened(pack, lemma) != *lemma);
    if all.is_empty() || !has_noun {
        return choice(&all);
    }
    let modifiers = if pack.dates.modifiers_follow { "{modifiers}" } else { "" };
    let worth = choice(pack.class("worth"));
    let amount = format!("[{worth} {{linking}} {{value}}]");
    let amount = if room.for_amounts && !worth.is_empty() { amount.as_str() } else { "" };
    format!("{modifiers} {amount} {}", choice(&all))
}

/// A verb of several words with room before the noun that it has: "reach an early end of life".
fn opened(pack: &Language, form: &str) -> String {
    let Some((verb, rest)) = form.split_once(' ') else { return form.to_owned() };
    let first = rest.split(' ').next().unwrap_or_default();
    let is_particle =
        [GrammarRole::Preposition, GrammarRole::Adverb].iter().any(|role| pack.grammar.has(*role, first));
    if is_particle || rest.is_empty() { form.to_owned() } else { format!("{verb} {ROOM} {rest}") }
}
