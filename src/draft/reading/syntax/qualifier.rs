//! Words before a noun or adjective that make it another one: "former", "vice", "candidate for", "nearly".

use crate::draft::reading::sentence_view::SentenceView;
use crate::model::GrammarRole;

/// What a word before or after the noun of a relation makes of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Qualifier {
    /// It was so before and no longer is; the token of the word.
    Former(usize),
    /// Something else is said.
    OtherRole,
}

/// Words that may be between such a word and the noun: "former long-serving president".
const ADJECTIVES: usize = 1;

/// The qualifier of the noun among `words`, if it has one. Words of the relation qualify nothing: it is about them.
#[must_use]
pub fn qualifier(sentence: &SentenceView<'_>, words: &[usize]) -> Option<Qualifier> {
    let mut found = None;
    for word in words.iter().filter(|word| !words.contains(&word.wrapping_sub(1))) {
        match before(sentence, *word).or_else(|| behind(sentence, words, *word)) {
            Some(Qualifier::OtherRole) => return Some(Qualifier::OtherRole),
            former => found = found.or(former),
        }
    }
    found.or_else(|| listed(sentence, *words.first()?))
}

/// The word that says of a list of names and offices, in which the noun at `word` is, that those on it have left: "yang dicopot yakni
/// Ann (direktur Nord) dan Bo (direktur Ost)".
fn listed(sentence: &SentenceView<'_>, word: usize) -> Option<Qualifier> {
    /// So many words may be between the verb and the one with which the list begins.
    const NEAR: usize = 2;
    let classes = &sentence.language.classes;
    let is_item = |at: usize| {
        let is_clause =
            sentence.has(at, GrammarRole::Relativizer) || sentence.has(at, GrammarRole::Auxiliary);
        let token = &sentence.tokens[at];
        let is_capital = token.text(sentence.text).starts_with(char::is_uppercase);
        !is_clause && !token.is_sign(';') && (is_capital || !sentence.is_verb_like(at))
    };
    let list = (0..word).rev().find(|at| sentence.is_of(*at, &classes.listing));
    let first = list.map_or(0, |at| at + 1);
    if !(first..word).all(is_item) {
        return None;
    }
    if sentence.is_of_gone {
        return Some(Qualifier::Former(word));
    }
    let list = list?;
    let verb = (list.saturating_sub(NEAR + 1)..list).rev().find(|at| sentence.is_of(*at, &classes.gone))?;
    let relative =
        (verb.saturating_sub(NEAR)..verb).find(|at| sentence.has(*at, GrammarRole::Relativizer))?;
    let is_turned = (relative..verb).any(|at| sentence.is_of(at, &classes.not_gone));
    (!is_turned).then_some(Qualifier::Former(verb))
}

fn before(sentence: &SentenceView<'_>, word: usize) -> Option<Qualifier> {
    let (mut found, mut adjectives, mut names_before) = (None, 0, true);
    for at in (0..word).rev() {
        let tags = sentence.tags.get(at).copied().unwrap_or_default();
        let is_word = sentence.tokens[at].is_wordy();
        let is_name = sentence.is_named(at);
        // "Former Nord director".
        if is_name && names_before && adjectives == 0 {
            continue;
        }
        names_before = false;
        // "Pelaksana tugas (plt) kepala".
        let is_short = sentence.is_sign(at, ')') && at > 1 && sentence.is_sign(at - 2, '(')
            || sentence.is_sign(at, '(') && sentence.is_sign(at + 2, ')');
        if is_short {
            continue;
        }
        // "Next year Nord plans to buy": a date before a name is none of its words.
        let is_date = sentence.is_dated(at) && sentence.is_named(at + 1);
        if !is_word || is_name || is_date {
            break;
        }
        let is_owned = sentence.language.modifiers_follow && tags.has(GrammarRole::RelationalNoun);
        if tags.has(GrammarRole::OtherRole) || is_owned {
            return Some(Qualifier::OtherRole);
        }
        // "A formerly open library"; "a once rich owner" may still own it, and "was formerly open" is a matter of tense.
        if tags.has(GrammarRole::FormerAdverb) {
            let in_phrase = at > 0 && sentence.has(at - 1, GrammarRole::Determiner);
            let former = if at + 1 == word { Qualifier::Former(at) } else { Qualifier::OtherRole };
            return if in_phrase { Some(former) } else { found };
        }
        // "The former and current heads": who of them is which, that does not tell.
        if tags.has(GrammarRole::Former) && at + 1 == word && sentence.has(word, GrammarRole::Coordinator) {
            return Some(Qualifier::OtherRole);
        }
        if tags.has(GrammarRole::Former) {
            found = Some(Qualifier::Former(at));
        } else if tags.has(GrammarRole::Determiner) && at + 1 < word {
            // "Adviser to the former president".
        } else if tags.has(GrammarRole::Determiner) {
            adjectives = ADJECTIVES;
        } else if tags.is_open() && adjectives < ADJECTIVES && found.is_none() {
            adjectives += 1;
        } else {
            break;
        }
    }
    found
}

/// "President-elect".
fn behind(sentence: &SentenceView<'_>, words: &[usize], word: usize) -> Option<Qualifier> {
    let end = (word..).find(|at| !words.contains(at))?;
    let joined = sentence.tokens.get(end).is_some_and(|token| token.hyphenated);
    if joined && sentence.has(end, GrammarRole::OtherRole) {
        return Some(Qualifier::OtherRole);
    }
    behind_name(sentence, end)
}

/// "Ibu kota Nord yang lama", "direktur Nord berikutnya".
fn behind_name(sentence: &SentenceView<'_>, at: usize) -> Option<Qualifier> {
    let end = (at..sentence.tokens.len()).find(|at| !sentence.is_named(*at))?;
    let at = end + usize::from(sentence.has(end, GrammarRole::Relativizer));
    // "Gubernur Nord sebelumnya adalah Bo", "gubernur Ann sebelumnya menolak" tell of the time before, "Nord, yang sebelumnya
    // dipimpin Ann" of who was it.
    let is_adverb = at > 0 && sentence.is_named(at - 1) && sentence.is_verb_like(at + 1);
    if sentence.has(at + 1, GrammarRole::Auxiliary) || is_adverb {
        return None;
    }
    let word = sentence.tokens.get(at)?.hash;
    let classes = &sentence.language.classes;
    if classes.next_behind.contains(&word) {
        return Some(Qualifier::OtherRole);
    }
    classes.former_behind.contains(&word).then_some(Qualifier::Former(at))
}
