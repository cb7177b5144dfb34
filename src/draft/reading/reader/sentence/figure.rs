//! Figures that tell what is said without a word of the relation: "Kartaro allows 600 requests per minute" of a service that is
//! on record with just that limit.
//!
//! Never sure, and only of a figure that few things share; a figure that is on record nowhere says nothing by itself.

use super::outcome::Outcomes;
use crate::draft::mentions::{AmountExpression, Counted, EntityMention};
use crate::draft::reading::assertion::{PhrasingHit, PhrasingOutcome, understand};
use crate::draft::reading::clause::{distance, same_clause};
use crate::draft::reading::pattern::Hit;
use crate::draft::reading::records::Records;
use crate::draft::reading::sentence_view::SentenceView;
use crate::draft::reading::syntax::stands_alone;
use crate::model::{Comparison, Confidence, MICRO, Phrasing, RelationId};

/// So many tokens may be between a name and its figure.
const NEAR: usize = 12;

/// Adds what the figures of a sentence say that no phrasing has read.
pub(super) fn add(records: &Records<'_>, sentence: &SentenceView<'_>, outcomes: &mut Outcomes) {
    for (value, amount) in sentence.amounts.iter().enumerate() {
        let is_read = |tokens: &std::ops::Range<usize>| tokens.start == amount.tokens.start;
        if !is_distinctive(records, amount)
            || outcomes.candidates.iter().any(|candidate| candidate.words.iter().any(is_read))
        {
            continue;
        }
        let near = sentence.mentions.iter().enumerate().filter(|(_, name)| is_near(sentence, name, amount));
        let Some((subject, name)) = near.min_by_key(|(_, name)| distance(&name.tokens, &amount.tokens))
        else {
            continue;
        };
        let Some(entity) = name.entity else { continue };
        let mut relations = records.with_amount(entity, &amount.amount).into_iter();
        let (Some(relation), None) = (relations.next(), relations.next()) else { continue };
        outcomes.candidates.extend(reading(records, sentence, relation, (subject, name), (value, amount)));
    }
}

fn reading(
    records: &Records<'_>,
    sentence: &SentenceView<'_>,
    relation: RelationId,
    (subject, name): (usize, &EntityMention),
    (value, amount): (usize, &AmountExpression),
) -> Vec<crate::draft::reading::assertion::CandidateAssertion> {
    let phrasing = Phrasing {
        written: "{subject} & {value}".to_owned(),
        confidence: Confidence::Low,
        ..Phrasing::of(Vec::new(), Vec::new())
    };
    let tokens = name.tokens.start.min(amount.tokens.start)..name.tokens.end.max(amount.tokens.end);
    let hit = Hit {
        pattern: 0,
        tokens,
        words: amount.tokens.clone().collect(),
        subject: Some(subject),
        object: None,
        value: Some(value),
        given: Vec::new(),
    };
    let said = PhrasingHit { relation, phrasing: &phrasing, hit: &hit };
    match understand(records, sentence, said) {
        PhrasingOutcome::Asserts(candidates) => candidates,
        PhrasingOutcome::Unread(_) | PhrasingOutcome::OfOthers(_) => Vec::new(),
    }
}

/// Whether few things have this figure: money, a rate, a measure, or a number with more than one digit of its own.
fn is_distinctive(records: &Records<'_>, written: &AmountExpression) -> bool {
    /// A number of three digits is not chosen by chance.
    const LARGE: i128 = 100 * MICRO;
    let amount = &written.amount;
    let exact = amount.low == amount.high
        && matches!(amount.comparison, Comparison::Exactly | Comparison::About)
        && !written.earlier
        && written.counted == Counted::AsSaid
        && !amount.unit.is_empty();
    let mut own = amount.low / MICRO;
    while own != 0 && own % 10 == 0 {
        own /= 10;
    }
    exact && (records.measures(&amount.unit) || own.abs() >= 10 || amount.low.abs() >= LARGE)
}

fn is_near(sentence: &SentenceView<'_>, name: &EntityMention, amount: &AmountExpression) -> bool {
    same_clause(sentence.chains, &name.tokens, &amount.tokens)
        && distance(&name.tokens, &amount.tokens) <= NEAR
        && stands_alone(sentence, &name.tokens, &[amount.tokens.start])
}
