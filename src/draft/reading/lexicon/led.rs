//! Statements with a noun before their subject and an amount behind their verb: "a cup of Nord costs 3 euros".

use super::analysis::Grammar;
use super::ends::between_ends;
use super::entry::{SaidBy, WordOrigin};
use super::literal::{before_determiners, choice, choice_of_forms, literal};
use super::shape::Shape;
use crate::model::{Base, ClaimId, Frame, GrammarRole, Value, VerbForms};

/// The phrasings of such statements, with a place for the amount.
#[must_use]
pub fn words(base: &Base, shape: &Shape, grammar: &Grammar<'_>) -> Vec<SaidBy> {
    let mut found: Vec<SaidBy> = Vec::new();
    for claim in &shape.claims {
        let said = phrasing(base, *claim, grammar);
        let said = said.map(|written| SaidBy::phrasing(written, WordOrigin::Statements));
        found.extend(said.filter(|said| !found.contains(said)));
    }
    found
}

fn phrasing(base: &Base, claim: ClaimId, grammar: &Grammar<'_>) -> Option<String> {
    let object = base.claims.object(claim);
    let value = object.value.map(|value| base.values.get(value));
    if object.entity.is_some() || !matches!(value, Some(Value::Amount(_))) {
        return None;
    }
    let text = base.claims.statement_in(claim, &grammar.pack.code);
    let (start, _) = base.entities.record(base.claims.subject(claim)?)?.find_in(text)?;
    let lead = lead(text.get(..start)?, grammar)?;
    let heads = grammar.heads(&between_ends(base, claim, &grammar.pack.code)?);
    let verb = heads.into_iter().find(|head| head.frame == Frame::Verb && !head.reversed)?;
    let wanted = |forms: VerbForms| forms.finite.into_iter().chain(forms.perfect).collect();
    let forms = choice_of_forms(grammar.pack, &verb.heads, wanted);
    let verb_and_with = format!("{forms} {}", choice(&verb.with));
    Some(format!(
        "{{start}} {{linking}} {lead} {{linking}} {{subject}} {{aside}} {{linking}} {verb_and_with} {{linking}} {{modifiers}} {{value}}"
    ))
}

/// The noun before the name, without its article, and the preposition that leads the name.
fn lead(text: &str, grammar: &Grammar<'_>) -> Option<String> {
    let has = |role: GrammarRole, word: &str| grammar.pack.grammar.has(role, word);
    let words: Vec<&str> =
        text.split_whitespace().skip_while(|word| has(GrammarRole::Determiner, word)).collect();
    let words = before_determiners(grammar.pack, &words);
    let (noun, with) = grammar.without_preposition(words);
    let is_led = !with.is_empty() || grammar.pack.dates.modifiers_follow;
    let is_noun = noun.first().is_some_and(|word| !has(GrammarRole::Preposition, word));
    (is_led && is_noun).then(|| literal(&words.join(" ")))
}
