//! Which claims exclude each other by the laws that relations declare, for assertions and recorded claims alike.
//!
//! *Law.* What is in relation r excludes a claim c, for every r' that r is or is narrower than: of the same subject
//! with another object, where r' is functional (or once: whatever the time); of the same two with another value, where
//! r' has one value; of the same object with another subject, where r' is exclusive; of the same object with another
//! subject in a relation that r' excludes or that excludes r'; of the same two, in a relation that r' is incompatible
//! with. A part and its whole are never "another".

use crate::graph::{View, ViewRow};
use crate::model::{Amount, ClaimId, EntityId, Object, Relation, RelationId, Role, Value, ValueId};

/// The far side of what is in a relation.
#[derive(Debug, Clone, Copy)]
pub struct Far<'a> {
    /// The entity.
    pub entity: Option<EntityId>,
    /// The value, of both ends where there is an entity too.
    pub value: Option<FarValue<'a>>,
}

/// A value on the far side.
#[derive(Debug, Clone, Copy)]
pub enum FarValue<'a> {
    /// That of a claim.
    Recorded(ValueId),
    /// An amount that a sentence gives.
    Said(&'a Amount),
}

impl From<Object> for Far<'_> {
    fn from(object: Object) -> Self {
        Self { entity: object.entity, value: object.value.map(FarValue::Recorded) }
    }
}

/// Something said to be in a relation.
#[derive(Debug, Clone, Copy)]
pub struct Stand<'a> {
    /// The claims that it is held against.
    pub view: &'a View<'a>,
    /// The relation.
    pub relation: RelationId,
    /// The subject.
    pub subject: EntityId,
    /// The far side.
    pub far: Far<'a>,
    /// Whether a part may be named for its whole, as sentences do where the relation says so. Claims are exact.
    pub loosely: bool,
}

/// What is asked of a claim that the laws exclude: whether it counts, given whether they exclude it whatever the time.
pub type Counts<'a> = dyn Fn(&ViewRow, bool) -> bool + 'a;

/// Which end two claims share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shared {
    Subject,
    Object,
    Both,
    /// Both, but not the value.
    Ends,
}

impl Stand<'_> {
    /// The first claim that the laws exclude beside this, of those that count.
    #[must_use]
    pub fn rival(&self, counts: &Counts<'_>) -> Option<ClaimId> {
        let broader = self.view.graph.broader.broader(self.relation);
        broader
            .iter()
            .find_map(|relation| self.rival_by(*relation, counts))
            .or_else(|| self.rival_of_holders(broader, counts))
    }

    /// By what `relation` itself declares; this is in it too.
    fn rival_by(&self, relation: RelationId, counts: &Counts<'_>) -> Option<ClaimId> {
        let record = self.view.graph.base.relations.record(relation)?;
        let (functional, exclusive) = (record.functional || record.once, record.exclusive);
        let first = |relation: RelationId, shared: Shared, ever: bool| {
            self.first(relation, shared, Some(record), &|row| counts(row, ever))
        };
        let by_subject = || functional.then(|| first(relation, Shared::Subject, record.once)).flatten();
        let by_ends = || record.one_value.then(|| first(relation, Shared::Ends, false)).flatten();
        let by_object = || exclusive.then(|| first(relation, Shared::Object, false)).flatten();
        let each = |others: &[RelationId], shared: Shared| {
            others.iter().find_map(|other| first(*other, shared, false))
        };
        by_subject()
            .or_else(by_ends)
            .or_else(by_object)
            .or_else(|| each(&record.excludes_others, Shared::Object))
            .or_else(|| each(&record.incompatible_with, Shared::Both))
    }

    /// By claims that let nobody else be in one of `broader`, or that are incompatible with one of them.
    fn rival_of_holders(&self, broader: &[RelationId], counts: &Counts<'_>) -> Option<ClaimId> {
        let names = |others: &[RelationId]| others.iter().any(|other| broader.contains(other));
        let relations = self.view.graph.base.relations.described();
        let shared = |record: &Relation| {
            let holds = names(&record.excludes_others).then_some(Shared::Object);
            holds.into_iter().chain(names(&record.incompatible_with).then_some(Shared::Both))
        };
        let laws = relations.flat_map(|(holder, record)| shared(record).map(move |shared| (holder, shared)));
        laws.filter_map(|(holder, shared)| self.first(holder, shared, None, &|row| counts(row, false))).next()
    }

    fn first(
        &self,
        relation: RelationId,
        shared: Shared,
        record: Option<&Relation>,
        counts: &dyn Fn(&ViewRow) -> bool,
    ) -> Option<ClaimId> {
        let tolerance = record.and_then(|record| record.tolerance);
        let excluded = |row: &&ViewRow| match shared {
            Shared::Subject => self.is_subject(row) && self.has_other_object(row, tolerance),
            Shared::Object => self.is_object(row) && self.has_other_subject(row),
            Shared::Both => self.is_subject(row) && self.is_object(row),
            Shared::Ends => {
                self.is_subject(row) && self.is_object(row) && self.has_other_value(row, tolerance)
            }
        };
        let relations = self.view.graph.broader.narrower(relation).iter();
        let rows = relations.flat_map(|relation| self.rows(*relation, shared));
        rows.filter(|row| row.asserts()).filter(excluded).find(|row| counts(row)).map(|row| row.claim)
    }

    /// The claims of a relation, and of those only the ones about the subject where that is exact and shared.
    fn rows(&self, relation: RelationId, shared: Shared) -> &[ViewRow] {
        let rows = self.view.rows_of(relation);
        if self.loosely || shared == Shared::Object {
            return rows;
        }
        let subject = Some(self.subject);
        let start = rows.partition_point(|row| row.subject < subject);
        let end = rows.partition_point(|row| row.subject <= subject);
        rows.get(start..end).unwrap_or_default()
    }

    /// Whether `named` means `known` at an end of this.
    fn means(&self, role: Role, known: EntityId, named: EntityId) -> bool {
        let relations = &self.view.graph.base.relations;
        let may_stand =
            || relations.record(self.relation).is_some_and(|record| record.part_or_whole.contains(&role));
        known == named || self.loosely && self.view.graph.parts.same_or_part(known, named) && may_stand()
    }

    fn is_subject(&self, row: &ViewRow) -> bool {
        row.subject.is_some_and(|known| self.means(Role::Subject, known, self.subject))
    }

    fn has_other_subject(&self, row: &ViewRow) -> bool {
        row.subject.is_some_and(|known| !self.view.graph.parts.same_or_part(known, self.subject))
    }

    fn is_object(&self, row: &ViewRow) -> bool {
        match (row.object.entity, self.far.entity, row.object.value, self.far.value) {
            (Some(known), Some(named), ..) => self.means(Role::Object, known, named),
            (None, None, Some(known), Some(FarValue::Recorded(named))) => known == named,
            (None, None, None, None) => self.view.graph.base.relations.is_one_place(self.relation),
            _ => false,
        }
    }

    fn has_other_object(&self, row: &ViewRow, tolerance: Option<f64>) -> bool {
        match (row.object.entity, self.far.entity) {
            (Some(known), Some(named)) => !self.view.graph.parts.same_or_part(known, named),
            (None, None) => self.has_other_value(row, tolerance),
            _ => false,
        }
    }

    fn has_other_value(&self, row: &ViewRow, tolerance: Option<f64>) -> bool {
        let values = &self.view.graph.base.values;
        match (row.object.value, self.far.value) {
            (Some(known), Some(FarValue::Recorded(named))) => {
                known != named && !values.get(known).agrees(values.get(named), tolerance)
            }
            (Some(known), Some(FarValue::Said(named))) => match values.get(known) {
                Value::Amount(known) => known.excludes(named, tolerance),
                _ => false,
            },
            _ => false,
        }
    }
}
