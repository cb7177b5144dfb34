//! Which amount of a sentence stands in the place for one.

use super::ArgumentBinder;
use crate::draft::mentions::AmountExpression;
use crate::draft::reading::clause::{distance, same_clause};

impl ArgumentBinder<'_, '_> {
    /// Whether an amount is said to go to something that is no known name: "$1 billion in Poland".
    fn goes_elsewhere(&self, amount: &AmountExpression) -> bool {
        /// So many words behind the preposition, whom it goes to may be named.
        const NAMED: usize = 5;
        let Some(next) = self.sentence.tokens.get(amount.tokens.end) else { return false };
        let takes_both = self.record.takes.is_some_and(|takes| takes.entity() && takes.value().is_some());
        if !takes_both && self.record.concerns.is_empty()
            || !self.sentence.language.recipients.contains(&next.hash)
        {
            return false;
        }
        let behind = amount.tokens.end + 1..amount.tokens.end + 1 + NAMED;
        let is_named = self.sentence.mentions.iter().any(|mention| behind.contains(&mention.tokens.start))
            || self.sentence.pronouns.iter().any(|pronoun| behind.contains(&pronoun.start));
        let is_dated = self
            .sentence
            .times
            .iter()
            .any(|when| (amount.tokens.end..amount.tokens.end + 2).contains(&when.tokens.start));
        !is_named && !is_dated
    }

    pub(super) fn value(&mut self) -> Option<usize> {
        let index = match self.hit.value {
            Some(index) => index,
            None => {
                let fits = |amount: &AmountExpression| {
                    self.records.may_take_unit(self.relation, &amount.amount.unit)
                        && same_clause(self.sentence.clauses, &amount.tokens, &self.hit.tokens)
                };
                let amounts = self.sentence.amounts.iter().enumerate().filter(|(_, amount)| fits(amount));
                amounts.min_by_key(|(_, amount)| distance(&amount.tokens, &self.hit.tokens))?.0
            }
        };
        let amount = self.sentence.amounts.get(index)?;
        if !self.records.may_take_unit(self.relation, &amount.amount.unit) {
            return None;
        }
        if self.goes_elsewhere(amount) {
            return None;
        }
        self.tokens.push(amount.tokens.clone());
        Some(index)
    }
}
