//! Which claims exclude each other by the rules in force, for assertions and recorded claims alike.
//!
//! *Law.* What is in relation r excludes the claims that share with it what a rule asks for and differ from it where
//! the rule says so: by `single_value` with one value, claims of r' where the rule is about r' and r is or is narrower
//! than r'; by `incompatible`, claims of the relations that are incompatible with such an r', or of a relation that is
//! incompatible with one. A part and its whole never differ.
//!
//! What rules find among claims is the business of their own files: they sweep over all claims, where here one claim or
//! assertion asks for its rivals.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use crate::check::incompatible::others;
use crate::graph::{View, ViewRow, scope};
use crate::model::{
    Amount, ClaimId, EntityId, Incompatible, Kind, Object, Per, RelationId, Role, Rule, Value, ValueId,
};

/// The far side of what is in a relation.
#[derive(Debug, Clone, Copy)]
pub struct Far<'a> {
    /// The entity.
    pub entity: Option<EntityId>,
    /// It is a name that nothing on record has.
    pub is_unrecorded: bool,
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
        Self { entity: object.entity, is_unrecorded: false, value: object.value.map(FarValue::Recorded) }
    }
}

/// What a claim says, or a sentence: its rivals are asked for.
#[derive(Debug, Clone, Copy)]
pub struct RivalQuery<'a> {
    /// The claims among which rivals are looked for.
    pub view: &'a View<'a>,
    /// The relation.
    pub relation: RelationId,
    /// The subject; none: a name that nothing on record has.
    pub subject: Option<EntityId>,
    /// The far side.
    pub far: Far<'a>,
    /// Whether a part may be named for its whole, as sentences do where the relation says so. Claims are exact.
    pub loosely: bool,
}

/// What rivals must differ in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Differs {
    Subject,
    Object,
    /// The value alone, about the same two.
    Value,
    /// The relation alone.
    Relation,
}

/// One law as a relation meets it: which claims its own exclude.
#[derive(Debug)]
struct LawExclusion {
    /// The relation of the claims that are excluded; those of narrower ones are too.
    relation: RelationId,
    same: Vec<Role>,
    differs: Differs,
    /// Whatever the time.
    ever: bool,
    /// The relation has one value at a time.
    is_single: bool,
    tolerance: Option<f64>,
    /// Only of one of these objects; empty: of any.
    objects: Vec<EntityId>,
    /// Only claims with one of these objects are excluded; empty: with any.
    other_objects: Vec<EntityId>,
}

/// The laws of relations, each gathered from the rules when it is first asked for.
#[derive(Debug, Default)]
pub struct Laws {
    known: RefCell<BTreeMap<RelationId, Rc<[LawExclusion]>>>,
}

impl Laws {
    /// The claims that a statement excludes, each with whether it does whatever the time; in the order of the laws.
    #[must_use]
    pub fn rivals<'v>(&self, statement: &RivalQuery<'v>) -> Vec<(&'v ViewRow, bool)> {
        let laws = {
            let mut known = self.known.borrow_mut();
            let gathered = || gathered(statement.view, statement.relation);
            Rc::clone(known.entry(statement.relation).or_insert_with(gathered))
        };
        let excluded = |law| statement.excluded(law).map(|row| (row, law.ever));
        laws.iter().flat_map(|law: &LawExclusion| excluded(law).collect::<Vec<_>>()).collect()
    }
}

/// The laws that a relation is under: those of the relations that it is or is narrower than, then those of others that
/// are incompatible with one of these.
fn gathered(view: &View<'_>, relation: RelationId) -> Rc<[LawExclusion]> {
    let broader = view.graph.broader.broader(relation);
    let mut laws = Vec::new();
    for rule in view.graph.base.rules.iter().filter(|rule| rule.severity != Some(None)) {
        let scope = scope(view.graph, rule);
        let own = broader.iter().enumerate().filter(|(_, relation)| scope.contains(relation));
        match &rule.kind {
            Kind::SingleValue { per, at_most: 1, ever, .. } => {
                laws.extend(own.map(|(at, own)| single_value(view, *own, *per, *ever, at)));
            }
            Kind::Incompatible(kind) => {
                for (at, own) in own {
                    let others = others(rule, kind, view.graph.base.relations.record(*own));
                    laws.extend(others.iter().map(|other| (at, incompatible(kind, *other, false))));
                }
                laws.extend(holders(view, rule, kind, &scope, &broader));
            }
            _ => {}
        }
    }
    // What holds whatever the time takes in what holds at a time.
    laws.sort_by_key(|(at, law)| (*at, law.rank(), !law.ever));
    laws.dedup_by(|later, law| {
        later.0 == law.0 && law.1.rank() == 0 && later.1.rank() == 0 && law.1.ever && !later.1.ever
    });
    laws.into_iter().map(|(_, law)| law).collect()
}

fn single_value(
    view: &View<'_>,
    relation: RelationId,
    per: Per,
    ever: bool,
    at: usize,
) -> (usize, LawExclusion) {
    let (same, differs) = match per {
        Per::Subject => (vec![Role::Subject], Differs::Object),
        Per::Object => (vec![Role::Object], Differs::Subject),
        Per::Pair => (vec![Role::Subject, Role::Object], Differs::Value),
    };
    let tolerance = view.graph.base.relations.record(relation).and_then(|record| record.tolerance);
    let (objects, other_objects) = (Vec::new(), Vec::new());
    (at, LawExclusion { relation, same, differs, ever, is_single: true, tolerance, objects, other_objects })
}

/// The law by which claims of `relation` are excluded, seen from the other side of the rule if `turned`.
fn incompatible(kind: &Incompatible, relation: RelationId, turned: bool) -> LawExclusion {
    let differs = match kind.different {
        Some(Role::Subject) => Differs::Subject,
        Some(Role::Object) => Differs::Object,
        None => Differs::Relation,
    };
    let (mut objects, mut other_objects) = (kind.objects.clone(), kind.with_objects.clone());
    if turned {
        std::mem::swap(&mut objects, &mut other_objects);
    }
    LawExclusion {
        relation,
        same: kind.same.clone(),
        differs,
        ever: kind.ever,
        is_single: false,
        tolerance: None,
        objects,
        other_objects,
    }
}

/// The relations of a rule's scope that are incompatible with one of `broader`.
fn holders(
    view: &View<'_>,
    rule: &Rule,
    kind: &Incompatible,
    scope: &[RelationId],
    broader: &[RelationId],
) -> Vec<(usize, LawExclusion)> {
    let names = |holder: &&RelationId| {
        let others = others(rule, kind, view.graph.base.relations.record(**holder));
        others.iter().any(|other| broader.contains(other))
    };
    let law = |holder: &RelationId| (broader.len() + holder.index(), incompatible(kind, *holder, true));
    scope.iter().filter(names).map(law).collect()
}

impl LawExclusion {
    /// Which of several laws of one relation comes first.
    fn rank(&self) -> usize {
        match (self.differs, self.same.as_slice()) {
            (Differs::Object, [Role::Subject]) => 0,
            (Differs::Value, _) => 1,
            (Differs::Relation, _) => 3,
            _ => 2,
        }
    }
}

/// Which claims of a view exclude which, taken as sentences are: a part may stand for its whole where the relation says so.
#[derive(Debug, Default)]
pub struct Exclusions(Laws);

impl Exclusions {
    /// The claims that cannot hold while `claim` does.
    #[must_use]
    pub fn of(&self, view: &View<'_>, claim: ClaimId) -> Vec<ClaimId> {
        let claims = view.claims();
        let Some(relation) = claims.relation(claim) else { return Vec::new() };
        let (subject, object) = (claims.subject(claim), claims.object(claim));
        let amount = object.value.and_then(|value| match view.graph.base.values.get(value) {
            Value::Amount(amount) => Some(FarValue::Said(amount)),
            _ => None,
        });
        let far = Far::from(object);
        let far = Far { value: amount.or(far.value), ..far };
        let statement = RivalQuery { view, relation, subject, far, loosely: true };
        self.0
            .rivals(&statement)
            .into_iter()
            .map(|(row, _)| row.claim)
            .filter(|other| *other != claim)
            .collect()
    }
}

impl<'v> RivalQuery<'v> {
    /// The claims that a law excludes.
    fn excluded<'l>(&self, law: &'l LawExclusion) -> impl Iterator<Item = &'v ViewRow> + use<'v, 'l> {
        let (this, view) = (*self, self.view);
        let holds = is_among(&law.objects, self.far.entity);
        // Of a name that none has it is only sure that nobody else can be in its place in this very relation.
        let applies = move |relation: &RelationId| {
            holds && (!this.is_of_unrecorded() || law.is_single && *relation == this.relation)
        };
        let relations = view.graph.broader.narrower(law.relation).into_iter().filter(applies);
        let rows = relations.flat_map(move |relation| this.rows(relation, law));
        rows.filter(move |row| row.asserts() && this.clashes(row, law))
    }

    /// The claims of a relation, and of those only the ones about the subject where that is exact and shared.
    fn rows(&self, relation: RelationId, law: &LawExclusion) -> &'v [ViewRow] {
        let rows = self.view.rows_of(relation);
        if self.loosely || !law.same.contains(&Role::Subject) {
            return rows;
        }
        let subject = self.subject;
        let start = rows.partition_point(|row| row.subject < subject);
        let end = rows.partition_point(|row| row.subject <= subject);
        rows.get(start..end).unwrap_or_default()
    }

    fn clashes(&self, row: &ViewRow, law: &LawExclusion) -> bool {
        let shares = |role: &Role| match role {
            Role::Subject => {
                let ends = row.subject.zip(self.subject);
                ends.is_some_and(|(known, named)| self.means(Role::Subject, known, named))
            }
            Role::Object => self.is_object(row),
        };
        law.same.iter().all(shares)
            && is_among(&law.other_objects, row.object.entity)
            && match law.differs {
                Differs::Subject => self.has_other_subject(row),
                Differs::Object => self.has_other_object(row, law.tolerance),
                Differs::Value => self.has_other_value(row, law.tolerance),
                Differs::Relation => self.is_of_another_relation(row, law),
            }
    }

    /// Whether a claim is of another relation, or, where the rule is about some objects only, has another one.
    fn is_of_another_relation(&self, row: &ViewRow, law: &LawExclusion) -> bool {
        let is_by_object = !law.objects.is_empty() || !law.other_objects.is_empty();
        self.view.claims().relation(row.claim) != Some(self.relation)
            || is_by_object && self.has_other_object(row, None)
    }

    /// Whether `named` means `known` at an end of this.
    fn means(&self, role: Role, known: EntityId, named: EntityId) -> bool {
        let relations = &self.view.graph.base.relations;
        let may_stand =
            || relations.record(self.relation).is_some_and(|record| record.part_or_whole.contains(&role));
        known == named || self.loosely && self.view.graph.parts.same_or_part(known, named) && may_stand()
    }

    fn has_other_subject(&self, row: &ViewRow) -> bool {
        let differs = |named: EntityId, known: EntityId| !self.view.graph.parts.same_or_part(known, named);
        row.subject.is_some_and(|known| self.subject.is_none_or(|named| differs(named, known)))
    }

    /// Whether one of its ends is a name that nothing on record has.
    fn is_of_unrecorded(&self) -> bool {
        self.subject.is_none() || self.far.is_unrecorded
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
            (Some(_), None) => self.far.is_unrecorded,
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

/// Whether an object is one of `wanted`, of which none means any.
fn is_among(wanted: &[EntityId], object: Option<EntityId>) -> bool {
    wanted.is_empty() || object.is_some_and(|object| wanted.contains(&object))
}
