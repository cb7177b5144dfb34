//! The words of a language that stand beside others and say nothing by themselves: what links a subject with a verb, and what
//! describes no noun.
//!
//! What such words deny or date is the business of `polarity` and `tense`.

use crate::model::{Category, Element, GrammarRole, Language, Phrasing};

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
