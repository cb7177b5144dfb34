//! Of what an amount in per cent is a share. What it is a share of and whose it is, patterns bind; here is only what speaks against them.

use super::records::Records;
use super::role::BoundArguments;
use super::sentence_view::SentenceView;
use crate::draft::segmentation::TokenKind;
use crate::model::{EntityId, GrammarRole, RelationId};

/// The unit of shares.
const PERCENT: &str = "percent";

/// Words that may stand between a share and what it is of: "a 12 percent stake in the".
const BETWEEN: usize = 4;

/// Whether the amount that is bound is a share of a name of which the relation does not speak: "owns 35 percent of Ost", where it is of
/// shares in Nord.
#[must_use]
pub fn is_share_of_another(
    records: &Records<'_>,
    sentence: &SentenceView<'_>,
    relation: RelationId,
    bound: &BoundArguments,
) -> bool {
    let ends = [bound.subject, bound.object];
    let amount = bound.value.and_then(|index| sentence.amounts.get(index));
    let Some(written) = amount.filter(|written| written.amount.unit == PERCENT) else {
        return false;
    };
    let start = written.tokens.end;
    let near = sentence.mentions.iter().filter(|mention| mention.tokens.start >= start);
    let Some(mention) = near.min_by_key(|mention| mention.tokens.start) else { return false };
    let between = start..mention.tokens.start;
    let is_joined = between.len() <= BETWEEN
        && between.clone().all(|at| {
            let is_word = sentence.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word);
            is_word
                && !sentence.has(at, GrammarRole::Auxiliary)
                && !sentence.has(at, GrammarRole::Complementizer)
        });
    let is_share = is_joined
        && (sentence.language.modifiers_follow
            || between.clone().any(|at| sentence.has(at, GrammarRole::Preposition)));
    let base = records.base();
    let is_named = |entity: EntityId| {
        let label = base.relations.record(relation).and_then(|record| record.label.as_deref());
        label.zip(base.entities.record(entity)).is_some_and(|(label, record)| record.find_in(label).is_some())
    };
    is_share && mention.entity.is_some_and(|entity| !ends.contains(&Some(entity)) && !is_named(entity))
}
