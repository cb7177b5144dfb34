//! How a relation is recognised by its label and the statements of its claims as they are written: all that can be told in a
//! language without constructions.

use super::general::General;
use super::lexicon::WordOrigin;
use crate::load::parse_phrasing;
use crate::model::{Base, ClaimId, Element, EntityId, Phrasing, Relation, Slot, Takes};

/// The phrasings that label and statements give.
#[must_use]
pub fn phrasings(
    base: &Base,
    claims: &[ClaimId],
    relation: &Relation,
    general: &General<'_>,
) -> Vec<Phrasing> {
    let written = as_written(base, claims, relation, general.code());
    let written = written.into_iter().filter(|(_, phrasing)| general.tells(phrasing));
    let mut found: Vec<Phrasing> = Vec::new();
    for (_, phrasing) in written {
        if !found.iter().any(|known| known.parts == phrasing.parts) {
            found.push(Phrasing { is_made: true, ..phrasing });
        }
    }
    found
}

/// The phrasings as label and statements have them.
#[must_use]
pub fn as_written(
    base: &Base,
    claims: &[ClaimId],
    relation: &Relation,
    code: &str,
) -> Vec<(WordOrigin, Phrasing)> {
    let alone = || !claims.is_empty() && claims.iter().all(|claim| base.claims.object(*claim).is_none());
    let alone = relation.takes.map_or_else(alone, |takes| takes == Takes::Nothing);
    let label = label(relation, alone, code).map(|phrasing| (WordOrigin::Label, phrasing));
    let statements = claims.iter().filter_map(|claim| statement(base, *claim, alone, code));
    label.into_iter().chain(statements.map(|phrasing| (WordOrigin::Statements, phrasing))).collect()
}

/// The words of a label between subject and object, or behind a subject that stands alone.
fn label(relation: &Relation, alone: bool, code: &str) -> Option<Phrasing> {
    let words = literal(relation.label.as_ref()?.in_language(code));
    let far = if alone { "" } else { "…2 {object}" };
    parse_phrasing(&format!("{{subject}} {words} {far}")).ok()
}

/// The words of a statement between the names of its ends; where a claim is of its subject alone, those behind its name.
fn statement(base: &Base, claim: ClaimId, alone: bool, code: &str) -> Option<Phrasing> {
    let text = base.claims.statement_in(claim, code);
    let subject = base.claims.subject(claim)?;
    let find = |entity: EntityId| base.entities.record(entity)?.find_in(text);
    if alone {
        let behind = literal(text.get(find(subject)?.1..)?);
        return parse_phrasing(&format!("{{subject}} {behind}")).ok();
    }
    let object = base.claims.object(claim).entity?;
    let (start, end) = (find(subject)?, find(object)?);
    let (first, second, names) = if start.1 <= end.0 {
        (start, end, ("{subject}", "{object}"))
    } else if end.1 <= start.0 {
        (end, start, ("{object}", "{subject}"))
    } else {
        return None;
    };
    let between = literal(text.get(first.1..second.0)?);
    let phrasing = parse_phrasing(&format!("{} {between} {}", names.0, names.1)).ok()?;
    let has_words = phrasing.parts.iter().flatten().any(|element| matches!(element, Element::Word(_)));
    (has_words && phrasing.has_slot(Slot::Subject)).then_some(phrasing)
}

/// Without the signs that mean something in phrasings.
fn literal(text: &str) -> String {
    let words = text.split(|sign: char| !sign.is_alphanumeric() && sign != '\'' && sign != '-');
    words.filter(|word| word.chars().any(char::is_alphanumeric)).collect::<Vec<_>>().join(" ")
}
