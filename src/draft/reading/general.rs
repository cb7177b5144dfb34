//! The words of a label or statement, as sentences in other tenses and constructions have them: "is the head of" is also met
//! by "was", "has never been" and "remains", "supplies" by "supplied".
//!
//! Only widens the words; which places stand around them is `fallback`'s business, what denies or dates them is that of
//! `polarity` and `tense`.

use std::collections::BTreeSet;

use super::forms::{lemmas, verb_forms};
use crate::load::parse_phrasing;
use crate::model::{Category, Element, GrammarRole, Language, Phrasing, Sequence};

/// So many phrases may stand before the verb, and behind it.
const LINKING: u8 = 3;

/// What only places, denies or dates, of triggers.
const PLACING: [Category; 7] = [
    Category::Negation,
    Category::Never,
    Category::NotYet,
    Category::Cessation,
    Category::Past,
    Category::Present,
    Category::Beginning,
];

/// What a language pack knows of verbs and of what stands beside them.
#[derive(Debug, Clone, Copy)]
pub struct General<'a> {
    pack: &'a Language,
}

impl<'a> General<'a> {
    /// The verbs of a pack.
    #[must_use]
    pub fn new(pack: &'a Language) -> Self {
        Self { pack }
    }

    /// The phrases that may stand beside a verb and change nothing of what is said, or only when or whether it is so.
    pub fn linking(&self) -> impl Iterator<Item = &'a str> {
        let of = |role| self.pack.grammar.of(role).iter().map(String::as_str);
        let triggers = self.pack.triggers.iter().filter(|trigger| PLACING.contains(&trigger.category));
        let triggers = triggers.map(|trigger| trigger.phrase.written.as_str());
        let words =
            of(GrammarRole::Auxiliary).chain(of(GrammarRole::Adverb)).chain(of(GrammarRole::Determiner));
        words.chain(triggers).filter(|phrase| is_plain(phrase))
    }

    /// The code of the language.
    #[must_use]
    pub fn code(&self) -> &'a str {
        &self.pack.code
    }

    /// The words that describe no noun: those of closed classes, but for "and" and numbers.
    pub fn function_words(&self) -> impl Iterator<Item = &'a str> {
        use GrammarRole as Role;
        let roles = [
            Role::Determiner,
            Role::Preposition,
            Role::As,
            Role::Subordinator,
            Role::Complementizer,
            Role::Relativizer,
            Role::Auxiliary,
            Role::Pronoun,
            Role::Temporal,
        ];
        let words = roles.into_iter().flat_map(|role| self.pack.grammar.of(role)).map(String::as_str);
        words.filter(|word| is_plain(word) && !word.contains(' '))
    }

    /// Whether a phrasing has a word that says something: "and" does not.
    #[must_use]
    pub fn tells(&self, phrasing: &Phrasing) -> bool {
        let tells = |element: &Element| match element {
            Element::Word(word) => {
                !self.is_function_word(&word.text) && !self.is(GrammarRole::Coordinator, &word.text)
            }
            _ => false,
        };
        phrasing.parts.iter().flatten().any(tells)
    }

    /// The words with any form of the verb that they begin with; `None` if that is no verb that the pack knows the forms of, or
    /// if nothing but the verb is left to tell the relation by.
    #[must_use]
    pub fn words(&self, words: &str) -> Option<Sequence> {
        let (verb, rest) = words.split_once(' ').unwrap_or((words, ""));
        let copulas = self.pack.grammar.of(GrammarRole::Copula);
        if !self.is(GrammarRole::Copula, verb) {
            let forms = one_of(&self.forms(verb)?)?;
            let rest = if rest.is_empty() { Sequence::new() } else { sequence(rest)? };
            return Some([vec![Element::Linking(LINKING), forms], rest].concat());
        }
        let rest = self.without_determiner(rest);
        let tells = rest.split(' ').any(|word| !self.is_function_word(word));
        let mut found = vec![Element::Linking(LINKING), one_of(copulas)?, Element::Linking(LINKING)];
        found.extend(sequence(rest)?);
        tells.then_some(found)
    }

    /// The forms that take the place of a verb, in its voice; `None` if it does not show that it is a verb.
    fn forms(&self, verb: &str) -> Option<Vec<String>> {
        let mut found = BTreeSet::new();
        for lemma in lemmas(self.pack, verb) {
            let forms = verb_forms(self.pack, &lemma);
            let is_active = forms.active().any(|form| form.eq_ignore_ascii_case(verb));
            let voice: Vec<String> =
                if is_active { forms.active().cloned().collect() } else { forms.participle };
            found.extend(voice);
        }
        (!found.is_empty()).then(|| found.into_iter().collect())
    }

    fn without_determiner<'b>(&self, words: &'b str) -> &'b str {
        match words.split_once(' ') {
            Some((first, rest)) if self.is(GrammarRole::Determiner, first) => rest,
            _ => words,
        }
    }

    fn is_function_word(&self, word: &str) -> bool {
        let roles =
            [GrammarRole::Determiner, GrammarRole::Preposition, GrammarRole::Auxiliary, GrammarRole::Adverb];
        roles.into_iter().any(|role| self.is(role, word))
    }

    fn is(&self, role: GrammarRole, word: &str) -> bool {
        self.pack.grammar.has(role, word)
    }
}

/// Whether a phrase is words alone, without signs of phrasings and not an ending of the word before it.
fn is_plain(phrase: &str) -> bool {
    !phrase.starts_with('\'')
        && phrase.chars().all(|sign| sign.is_alphanumeric() || matches!(sign, ' ' | '\''))
}

fn sequence(words: &str) -> Option<Sequence> {
    parse_phrasing(words).ok()?.parts.into_iter().next()
}

fn one_of(phrases: &[String]) -> Option<Element> {
    let choices: Option<Vec<Sequence>> = phrases.iter().map(|phrase| sequence(phrase)).collect();
    choices.filter(|choices| !choices.is_empty()).map(Element::Choice)
}
