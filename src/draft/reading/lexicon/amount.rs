//! Statements that have an amount between what is said and of whom: "gives 2 percent of its profit to" is said with any amount, and its own
//! is none of its words.

use super::analysis::Grammar;
use super::ends::between_ends;
use super::entry::{SaidBy, WordOrigin};
use super::literal::{before_determiners, choice, choice_of_forms, literal};
use super::shape::Shape;
use crate::amounts::AmountLexicon;
use crate::draft::mentions::amount_expressions;
use crate::draft::segmentation::{bytes, tokenize};
use crate::model::{Base, ClaimId, Frame, GrammarRole, Head, Language, Value, VerbForms};

/// The words of a statement around its amount.
struct Parted {
    before: String,
    behind: String,
}

/// The words that statements with an object and an amount teach, the amount left out.
#[must_use]
pub fn words(base: &Base, shape: &Shape, grammar: &Grammar<'_>) -> Vec<SaidBy> {
    let has_both = |claim: &&ClaimId| has_both(base, **claim);
    let mut claims = shape.claims.iter().filter(has_both).peekable();
    if claims.peek().is_none() {
        return Vec::new();
    }
    let amounts = AmountLexicon::new([grammar.pack]);
    let mut found: Vec<SaidBy> = Vec::new();
    for claim in claims {
        let between = between_ends(base, *claim, &grammar.pack.code);
        let parted = between.as_deref().and_then(|words| parted(words, &amounts));
        let said = parted.and_then(|parted| said(grammar, &parted));
        found.extend(said.filter(|said| !found.contains(said)));
    }
    found
}

/// Whether a claim is of an entity and an amount.
pub fn has_both(base: &Base, claim: ClaimId) -> bool {
    let object = base.claims.object(claim);
    let value = object.value.map(|value| base.values.get(value));
    object.entity.is_some() && matches!(value, Some(Value::Amount(_)))
}

fn parted(words: &str, amounts: &AmountLexicon) -> Option<Parted> {
    let mut tokens = Vec::new();
    tokenize(words, 0..words.len(), &mut tokens);
    let found = amount_expressions(words, &tokens, amounts, &[]);
    let amount = bytes(&tokens, &found.first()?.tokens);
    Some(Parted {
        before: words.get(..amount.start)?.trim().to_owned(),
        behind: words.get(amount.end..)?.trim().to_owned(),
    })
}

/// "Holds … of" has a verb and its preposition, "gives … of its profit to" a noun beside the amount, too.
fn said(grammar: &Grammar<'_>, Parted { before, behind }: &Parted) -> Option<SaidBy> {
    let pack = grammar.pack;
    let verb = grammar.heads(before).into_iter().find(|head| head.frame == Frame::Verb && !head.reversed)?;
    let is_determiner = |word: &&str| pack.grammar.has(GrammarRole::Determiner, word);
    let words: Vec<&str> = behind.split_whitespace().collect();
    let (core, with) = grammar.without_preposition(before_determiners(pack, &words));
    let is_open = |word: &&str| {
        !is_determiner(word) && !pack.grammar.has(GrammarRole::Preposition, word) && word.len() > 1
    };
    if !core.iter().any(is_open) {
        let with = if with.is_empty() { core.iter().map(|word| word.to_lowercase()).collect() } else { with };
        let head = Head::new(Frame::Verb, verb.heads, with);
        return Some(SaidBy::head(head, WordOrigin::Statements, false));
    }
    Some(SaidBy::phrasing(phrasing(pack, &verb, core, &with), WordOrigin::Statements))
}

/// With the forms of the verb and a place for the amount; determiners may be others.
fn phrasing(pack: &Language, verb: &Head, core: &[&str], with: &[String]) -> String {
    let wanted =
        |forms: VerbForms| forms.finite.into_iter().chain(forms.perfect).chain(forms.progressive).collect();
    let forms = choice_of_forms(pack, &verb.heads, wanted);
    let is_determiner = |word: &str| pack.grammar.has(GrammarRole::Determiner, word);
    let core: Vec<String> = core
        .iter()
        .map(|word| if is_determiner(word) { "{linking}".to_owned() } else { literal(word) })
        .collect();
    format!(
        "{{subject}} {{aside}} {{linking}} {} {{linking}} {{modifiers}} {{value}} {} {} {{linking}} {{modifiers}} {{object}}",
        forms,
        core.join(" "),
        choice(with),
    )
}
