//! Which claim on record excludes what a sentence asserts: by the same laws that claims obey among themselves.

use super::holding::{self, Holding, Moment};
use crate::graph::{Row, View};
use crate::model::{Assertion, ClaimId, Confidence, EntityId, Object, RelationId, Role, Value};

/// The first claim that certainly holds at `moment` and excludes the assertion.
#[must_use]
pub fn by(view: &View<'_>, assertion: &Assertion, moment: Moment) -> Option<ClaimId> {
    let subject = assertion.subject?;
    // An amount that is taken from elsewhere may be of something else.
    if assertion.value.is_some() && assertion.confidence != Confidence::High {
        return None;
    }
    let case = Case { view, assertion, subject, moment };
    let broader = view.graph.broader.broader(assertion.relation);
    broader.iter().find_map(|relation| case.by_law(*relation)).or_else(|| case.by_holders(broader))
}

struct Case<'a> {
    view: &'a View<'a>,
    assertion: &'a Assertion,
    subject: EntityId,
    moment: Moment,
}

impl Case<'_> {
    /// Exclusion by what `relation` itself declares; the assertion is one of it too.
    fn by_law(&self, relation: RelationId) -> Option<ClaimId> {
        let record = self.view.graph.base.relations.record(relation)?;
        let tolerance = record.tolerance;
        if (record.functional || record.once)
            && let Some(claim) =
                self.first(relation, |row| self.is_subject(row) && self.has_other_object(row, tolerance))
        {
            return Some(claim);
        }
        if record.exclusive
            && let Some(claim) = self.first(relation, |row| self.is_other_subject(row))
        {
            return Some(claim);
        }
        let excluded = record.excludes_others.iter();
        if let Some(claim) =
            excluded.filter_map(|other| self.first(*other, |row| self.is_other_subject(row))).next()
        {
            return Some(claim);
        }
        let incompatible = record.incompatible_with.iter();
        incompatible
            .filter_map(|other| self.first(*other, |row| self.is_subject(row) && self.is_object(row)))
            .next()
    }

    /// Exclusion by claims that let nobody else stand in what is asserted.
    fn by_holders(&self, broader: &[RelationId]) -> Option<ClaimId> {
        let relations = &self.view.graph.base.relations;
        let holders = relations
            .described()
            .filter(|(_, record)| record.excludes_others.iter().any(|other| broader.contains(other)));
        holders.filter_map(|(holder, _)| self.first(holder, |row| self.is_other_subject(row))).next()
    }

    fn first(&self, relation: RelationId, excludes: impl Fn(&Row) -> bool) -> Option<ClaimId> {
        let rows = self.view.rows_under(relation);
        let holds = |row: &&Row| holding::at(self.view, row.claim, self.moment) == Holding::Yes;
        rows.iter().filter(|row| !row.denies && excludes(row)).find(holds).map(|row| row.claim)
    }

    fn is_subject(&self, row: &Row) -> bool {
        row.subject.is_some_and(|known| self.view.graph.parts.same_or_part(known, self.subject))
    }

    fn is_object(&self, row: &Row) -> bool {
        match (row.object, self.assertion.object) {
            (Object::Entity(known), Some(named)) => {
                known == named || self.may_stand() && self.view.graph.parts.same_or_part(known, named)
            }
            _ => false,
        }
    }

    /// Whether prose may name a part or the whole in the place of the object.
    fn may_stand(&self) -> bool {
        let record = self.view.graph.base.relations.record(self.assertion.relation);
        record.is_some_and(|record| record.part_or_whole.contains(&Role::Object))
    }

    /// The same object by another subject that is no part or whole of this one.
    fn is_other_subject(&self, row: &Row) -> bool {
        self.is_object(row) && !self.is_subject(row)
    }

    fn has_other_object(&self, row: &Row, tolerance: Option<f64>) -> bool {
        match (row.object, self.assertion.object, &self.assertion.value) {
            (Object::Entity(known), Some(named), _) => !self.view.graph.parts.same_or_part(known, named),
            (Object::Value(known), _, Some((amount, _))) => match self.view.graph.base.values.get(known) {
                Value::Amount(known) => known.unit == amount.unit && !known.meets(amount, tolerance),
                _ => false,
            },
            _ => false,
        }
    }
}
