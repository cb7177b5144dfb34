//! The words of a language that say nothing by themselves: those that may stand beside a verb, and those that describe no noun.

use crate::model::{Category, GrammarRole, Language};

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

/// The phrases that may stand beside a verb and change nothing of what is said, or only when or whether it is so.
pub fn linking(pack: &Language) -> impl Iterator<Item = &str> {
    let of = |role| pack.grammar.of(role).iter().map(String::as_str);
    let triggers = pack.triggers.iter().filter(|trigger| PLACING.contains(&trigger.category));
    let triggers = triggers.map(|trigger| trigger.phrase.written.as_str());
    let words = of(GrammarRole::Auxiliary).chain(of(GrammarRole::Adverb)).chain(of(GrammarRole::Determiner));
    words.chain(triggers).filter(|phrase| is_plain(phrase))
}

/// The phrases that make of the verb behind them what is planned or possible, and not what was: "plans to", not "tried to".
pub fn planning(pack: &Language) -> impl Iterator<Item = &str> {
    let triggers = pack.triggers.iter().filter(|trigger| trigger.category == Category::Ability);
    let phrases = triggers.map(|trigger| trigger.phrase.written.as_str());
    let is_past = |phrase: &str| {
        let first = phrase.split(' ').next().unwrap_or(phrase);
        pack.past_endings.iter().any(|ending| first.ends_with(ending.as_str()))
    };
    phrases.filter(move |phrase| is_plain(phrase) && !is_past(phrase))
}

/// The words that describe no noun: those of closed classes, but for "and" and numbers.
pub fn nondescribing(pack: &Language) -> impl Iterator<Item = &str> {
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
    let words = roles.into_iter().flat_map(|role| pack.grammar.of(role)).map(String::as_str);
    words.filter(|word| is_plain(word) && !word.contains(' '))
}

/// Whether a phrase is words alone, without signs of phrasings and not an ending of the word before it.
fn is_plain(phrase: &str) -> bool {
    !phrase.starts_with('\'')
        && phrase.chars().all(|sign| sign.is_alphanumeric() || matches!(sign, ' ' | '\''))
}
