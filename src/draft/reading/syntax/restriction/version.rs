//! Versions of which something is said that need not be the present ones: "is the default shell of Nord 3".

use super::super::predication::Predication;
use crate::draft::reading::sentence_view::SentenceView;
use crate::draft::segmentation::TokenKind;
use crate::model::GrammarRole;

/// "Nord (version 4) requires Ost".
pub fn is_bracketed_version(sentence: &SentenceView<'_>, reading: &Predication<'_>) -> bool {
    let versions = &sentence.language.classes.versions;
    reading.names.iter().any(|name| sentence.is_sign(name.end, '(') && sentence.is_of(name.end + 1, versions))
}

/// "Until Nord 4.1, Nord uses Ost": it is so of versions that are not the present ones.
pub fn names_last_version(sentence: &SentenceView<'_>) -> bool {
    let is_number = |at: usize| {
        let token = sentence.tokens.get(at).filter(|_| !sentence.is_dated(at) && !sentence.is_in_amount(at));
        token.is_some_and(|token| token.kind == TokenKind::Number)
    };
    let behind_name = |at: usize| {
        let name = sentence.mentions.iter().find(|name| name.tokens.start == at)?;
        Some(is_number(name.tokens.end) || is_number(name.tokens.end - 1))
    };
    let is_version = |at: usize| {
        let is_noun = sentence.is_of(at, &sentence.language.classes.versions);
        is_noun && is_number(at + 1) || behind_name(at).unwrap_or(false)
    };
    // "Up to version 3".
    let behind = |at: usize| at + 1 + usize::from(sentence.has(at + 1, GrammarRole::Preposition));
    let ends =
        |at: &usize| sentence.is_of(*at, &sentence.language.classes.ceilings) && is_version(behind(*at));
    (0..sentence.tokens.len()).any(|at| ends(&at))
}

/// "Is the default shell of Nord 3": a number behind the last name, which counts nothing.
pub fn names_version(sentence: &SentenceView<'_>, reading: &Predication<'_>) -> bool {
    let at = reading.span.end;
    let token = sentence.tokens.get(at).filter(|token| token.kind == TokenKind::Number);
    let amount = sentence.amounts.iter().find(|amount| amount.tokens.contains(&at));
    // "Requires Nord 3 or newer" is of all that came after.
    let goes_on = sentence.has(at + 1, GrammarRole::Coordinator)
        && sentence.is_of(at + 2, &sentence.language.classes.onward);
    let is_counted = sentence.is_free_word(at + 1) || amount.is_some_and(|one| !one.amount.unit.is_empty());
    reading.names.iter().any(|name| name.end == at)
        && token.is_some_and(|token| token.spaced)
        && !sentence.is_dated(at)
        && !sentence.is_named(at)
        && !is_counted
        && !goes_on
}
