//! How a relation is recognised whose label and statements show no head that constructions could be made of: by these words
//! as they are.

use super::lexicon::{Grammar, WordOrigin, has_both};
use crate::load::parse_phrasing;
use crate::model::{
    Base, ClaimId, Element, EntityId, GrammarRole, Language, Phrasing, Relation, Slot, Takes,
};

/// Words that say nothing between two names: "Nord and Ost".
const FUNCTION: [GrammarRole; 5] = [
    GrammarRole::Determiner,
    GrammarRole::Preposition,
    GrammarRole::Auxiliary,
    GrammarRole::Adverb,
    GrammarRole::Coordinator,
];

/// The phrasings as label and statements have them.
#[must_use]
pub fn as_written(
    base: &Base,
    claims: &[ClaimId],
    relation: &Relation,
    grammar: &Grammar<'_>,
) -> Vec<(WordOrigin, Phrasing)> {
    let alone = || !claims.is_empty() && claims.iter().all(|claim| base.claims.object(*claim).is_none());
    let alone = relation.takes.map_or_else(alone, |takes| takes == Takes::Nothing);
    let label = label(relation, alone, grammar).map(|phrasing| (WordOrigin::Label, phrasing));
    let statements = claims.iter().filter_map(|claim| statement(base, *claim, alone, grammar));
    let statements = statements.map(|phrasing| (WordOrigin::Statements, phrasing));
    let mut found: Vec<(WordOrigin, Phrasing)> = Vec::new();
    for (origin, phrasing) in label.into_iter().chain(statements) {
        if !found.iter().any(|(_, known)| known.parts == phrasing.parts) {
            // The label "does not sell" denies nothing: it is what the relation says.
            let is_declared = origin == WordOrigin::Label;
            found.push((origin, Phrasing { is_made: true, is_declared, ..phrasing }));
        }
    }
    found
}

/// The words of a label between subject and object, or behind a subject that stands alone.
fn label(relation: &Relation, alone: bool, grammar: &Grammar<'_>) -> Option<Phrasing> {
    let words = headless(relation.label.as_ref()?.in_language(&grammar.pack.code), grammar)?;
    let far = if alone { "" } else { "…2 {object}" };
    parse_phrasing(&format!("{{subject}} {words} {far}")).ok()
}

/// The words of a statement between the names of its ends; where a claim is of its subject alone, those behind its name.
fn statement(base: &Base, claim: ClaimId, alone: bool, grammar: &Grammar<'_>) -> Option<Phrasing> {
    let text = base.claims.statement_in(claim, &grammar.pack.code);
    let subject = base.claims.subject(claim)?;
    let find = |entity: EntityId| base.entities.record(entity)?.find_in(text);
    if alone {
        let behind = headless(text.get(find(subject)?.1..)?, grammar)?;
        return parse_phrasing(&format!("{{subject}} {behind}")).ok();
    }
    let object = base.claims.object(claim).entity?;
    if has_both(base, claim) || is_foreign(base, grammar, text) {
        return None;
    }
    let (start, end) = (find(subject)?, find(object)?);
    let (first, second, names) = if start.1 <= end.0 {
        (start, end, ("{subject}", "{object}"))
    } else if end.1 <= start.0 {
        (end, start, ("{object}", "{subject}"))
    } else {
        return None;
    };
    let between = headless(text.get(first.1..second.0)?, grammar)?;
    let phrasing = parse_phrasing(&format!("{} {between} {}", names.0, names.1)).ok()?;
    let is_function = |word: &str| FUNCTION.iter().any(|role| grammar.pack.grammar.has(*role, word));
    let says_something =
        |element: &Element| matches!(element, Element::Word(word) if !is_function(&word.text));
    let has_words = phrasing.parts.iter().flatten().any(says_something);
    (has_words && phrasing.has_slot(Slot::Subject)).then_some(phrasing)
}

/// Whether a text has small words of another language and none of this one.
fn is_foreign(base: &Base, grammar: &Grammar<'_>, text: &str) -> bool {
    let has =
        |pack: &Language| text.split_whitespace().any(|word| pack.common.iter().any(|known| known == word));
    let mut others = base.languages.iter().filter(|other| other.code != grammar.pack.code);
    !has(grammar.pack) && others.any(has)
}

/// Words that show no head, without the signs that mean something in phrasings.
fn headless(text: &str, grammar: &Grammar<'_>) -> Option<String> {
    grammar.heads(text).is_empty().then(|| literal(text))
}

/// Without the signs that mean something in phrasings.
fn literal(text: &str) -> String {
    let words = text.split(|sign: char| !sign.is_alphanumeric() && sign != '\'' && sign != '-');
    words.filter(|word| word.chars().any(char::is_alphanumeric)).collect::<Vec<_>>().join(" ")
}
