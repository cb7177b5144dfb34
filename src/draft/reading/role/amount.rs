//! Which amount of a sentence stands in the place for one.

use std::ops::Range;

use super::ArgumentBinder;
use crate::draft::mentions::AmountExpression;
use crate::draft::reading::clause::{distance, same_clause};
use crate::draft::reading::counted::goes_elsewhere;
use crate::draft::reading::syntax::{is_part_amount, is_placing};
use crate::model::{EntityId, Role, Takes};

impl ArgumentBinder<'_, '_> {
    /// The amount, where there is one that the relation takes.
    pub(super) fn value(&mut self) -> Option<usize> {
        let index = match self.hit.value {
            Some(index) => self.paired(index),
            None => {
                let fits = |amount: &AmountExpression| {
                    self.fits_amount(amount)
                        && same_clause(self.sentence.clauses, &amount.tokens, &self.hit.tokens)
                };
                let amounts = self.sentence.amounts.iter().enumerate().filter(|(_, amount)| fits(amount));
                amounts.min_by_key(|(_, amount)| distance(&amount.tokens, &self.hit.tokens))?.0
            }
        };
        let amount = self.sentence.amounts.get(index)?;
        if !self.fits_amount(amount) || goes_elsewhere(self.records, self.relation, self.sentence, amount) {
            return None;
        }
        self.tokens.push(amount.tokens.clone());
        Some(index)
    }

    /// Whether an amount is perhaps not all of what the relation counts.
    pub(super) fn is_part(&self, amount: &AmountExpression) -> bool {
        // An event that is nothing but an amount may be told in parts: "cost 3 million in its first week".
        let is_whole = self.record.event && self.record.takes.is_none_or(Takes::entity);
        let in_its_time = || self.record.event && is_placing(self.sentence, amount.tokens.end + 2);
        self.takes_amount() && !is_whole && (self.is_part_of_more(amount) || in_its_time())
    }

    /// Whether what is behind an amount tells what it is for, beside the words themselves: "paid 3 million for Nord" says no more.
    fn is_part_of_more(&self, amount: &AmountExpression) -> bool {
        is_part_amount(self.sentence, amount) && !self.hit.words.contains(&amount.tokens.end)
    }

    /// Whether the words are said of a share: "owns 27 % of Nord" is not "owns Nord".
    pub(super) fn is_of_share(&self) -> bool {
        let is_share = |amount: &AmountExpression| {
            amount.tokens.start == self.hit.tokens.end && amount.amount.unit == "percent"
        };
        !self.takes_amount() && self.hit.object.is_none() && self.sentence.amounts.iter().any(is_share)
    }

    fn takes_amount(&self) -> bool {
        self.record.takes.is_none_or(|takes| takes.value().is_some())
    }

    fn fits_amount(&self, amount: &AmountExpression) -> bool {
        self.records.may_take_unit(self.relation, &amount.amount.unit)
    }

    /// The amount that belongs to the nearest end where several pairs follow each other: the second of "5 to Ost and 7 to West",
    /// where that end is West, though the pattern found the first.
    fn paired(&self, index: usize) -> usize {
        let Some(found) = self.sentence.amounts.get(index) else { return index };
        let ends = [(Role::Subject, self.hit.subject), (Role::Object, self.hit.object)];
        let ends = ends
            .into_iter()
            .filter_map(|(role, end)| Some((role, &self.sentence.mentions.get(end?)?.tokens)));
        let Some((role, end)) = ends.min_by_key(|(_, end)| distance(end, &found.tokens)) else {
            return index;
        };
        let between = found.tokens.end.min(end.end)..found.tokens.start.max(end.start);
        let holds = |tokens: &Range<usize>| between.start <= tokens.start && tokens.end <= between.end;
        let fits = |entity: EntityId| self.records.fits(self.relation, role, entity);
        let rivals = self.sentence.mentions.iter().filter(|mention| mention.entity.is_some_and(fits));
        if !rivals.into_iter().any(|mention| holds(&mention.tokens)) {
            return index;
        }
        let amounts = self.sentence.amounts.iter().enumerate();
        let others = amounts.filter(|(_, amount)| holds(&amount.tokens) && self.fits_amount(amount));
        others.min_by_key(|(_, amount)| distance(&amount.tokens, end)).map_or(index, |(nearest, _)| nearest)
    }
}
