//! What stands before the words of a relation and makes another thing of them: "the wine capital".

use super::NounPhrase;
use crate::draft::reading::sentence_view::SentenceView;
use crate::model::{Category, GrammarRole};

/// Whether a word before a noun of the relation may make another thing of it: "the wine capital", and, of an amount, "reduced
/// tax". `words` are those of the relation.
#[must_use]
pub fn is_qualified(sentence: &SentenceView<'_>, words: &[usize], is_amount: bool) -> bool {
    if sentence.language.modifiers_follow {
        return false;
    }
    let phrase = NounPhrase { sentence, name: &(0..0), words };
    let neutral = |at: usize| {
        let token = &sentence.tokens[at];
        // "Community-driven".
        let is_joined = token.hyphenated && sentence.has_past_form(at);
        let word = token.text(sentence.text);
        let ends_so = sentence.language.past_endings.iter().any(|ending| word.ends_with(ending.as_str()));
        let is_participle = (ends_so || is_joined) && !is_amount;
        // "Non-exclusive": what denies only a word says nothing more of it.
        let denies =
            sentence.cues_of(Category::Negation).any(|cue| cue.reach == 1 && cue.tokens.contains(&at));
        is_participle || denies || sentence.language.neutral.contains(&token.hash)
    };
    // "On Monday as chief executive", "the investor that owns": what is before a function word describes nothing.
    let function = [
        GrammarRole::Preposition,
        GrammarRole::As,
        GrammarRole::Determiner,
        GrammarRole::Auxiliary,
        GrammarRole::Relativizer,
        GrammarRole::Complementizer,
    ];
    let is_content = |word: &&usize| !function.iter().any(|role| sentence.has(**word, *role));
    // "Is a yard built by": behind a noun with its article, a participle describes that.
    let describes = |word: usize| {
        let mut nouns = (0..word).rev().skip_while(|at| phrase.is_open(*at) && !words.contains(at));
        let is_led = nouns.next().is_some_and(|at| sentence.has(at, GrammarRole::Determiner));
        is_led && sentence.has_past_form(word) && sentence.has(word + 1, GrammarRole::Preposition)
    };
    // "Bo Dahl created Nord as a branch of Ost": a verb before its object is described by nobody, where it does not say all.
    let says_all = words.iter().filter(is_content).count() < 2;
    let is_verb = |at: usize| {
        let leads = sentence.is_named(at + 1) || sentence.has(at + 1, GrammarRole::Determiner);
        let is_plain = leads && sentence.is_past_verb(at) && !sentence.tokens[at].hyphenated;
        !says_all && (is_plain || sentence.is_past_between(at))
    };
    let nouns = words.iter().filter(is_content).filter(|word| !describes(**word) && !is_verb(**word));
    let before = nouns.filter_map(|word| word.checked_sub(1)).filter(|at| !words.contains(at));
    before.into_iter().any(|at| phrase.is_open(at) && !phrase.is_kind(at) && !neutral(at))
}
