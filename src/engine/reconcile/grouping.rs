//! Which voices speak of one thing: statements, and the points that they make together.
//!
//! *Law.* Two voices make one statement if they are of one relation (or the one says from the other side what the other says) and
//! their ends are the same, or a part and its whole where the relation lets one stand for the other; amounts and the dates
//! of events must fit too, unless the relation has one at a time. Statements make one point if
//! (1) one excludes the other and both fill one place ("the mayor is Ann", "the mayor is Rosa"), or no report makes both;
//! (2) one follows from the other, the records do not say that only one of them has ended, and no report makes both, or one report
//!     alone makes the narrower;
//! (3) no report makes both, and they differ in scope: one is of a part of what the other is of, or both shut out others from
//!     what is a part and its whole;
//! (4) one report alone makes both in the same sentence, of one relation and one end, and the records stand alike to both;
//! (5) the same reports make both, the records say that both ended on the same dates, and they concern the same two parties;
//! (6) one report alone makes both, one follows from the other, and the records answer both with one claim;
//! (7) no report makes both, and they say the like of different things: another supplier, another sum on another day.
//!
//! Each is asked of statements of one relation or of ones that laws join, never of all pairs of sentences.

use std::collections::BTreeMap;

use super::likeness::{is_like, says_as_well};
use super::statement::{Statement, is_same_record};
use super::truth::{Truth, ended_on};
use super::voices::{Meeting, Voices};
use crate::model::{EntityId, RelationId};
use crate::time::Bound;

/// Statements that make one point.
#[derive(Debug, Clone, Default)]
pub struct Group {
    /// The statements, by their first voices.
    pub statements: Vec<usize>,
    /// Some of them differ in scope.
    pub scope: bool,
}

/// Which statements make which points.
#[must_use]
pub fn groups(voices: &Voices<'_>, statements: &[Statement]) -> Vec<Group> {
    let mut joined = Joined::new(statements.len());
    let context = Joining { voices, statements };
    context.join_exclusions(&mut joined);
    let pairs = context.near();
    for (one, other) in &pairs {
        context.follows(&mut joined, *one, *other);
    }
    for (one, other) in &pairs {
        if context.are_apart(&joined, *one, *other) {
            context.differs_in_scope(&mut joined, *one, *other);
        }
    }
    context.join_lists(&mut joined);
    context.join_ended(&mut joined);
    context.join_answered(&mut joined, &pairs);
    context.join_likes(&mut joined);
    joined.groups()
}

/// Statements on their way into groups.
struct Joined {
    parents: Vec<usize>,
    scope: Vec<bool>,
}

impl Joined {
    fn new(count: usize) -> Self {
        Self { parents: (0..count).collect(), scope: vec![false; count] }
    }

    fn root(&self, mut at: usize) -> usize {
        while self.parents[at] != at {
            at = self.parents[at];
        }
        at
    }

    /// Joins two; the one that comes first stands for both.
    fn join(&mut self, one: usize, other: usize, scope: bool) {
        let (one, other) = (self.root(one), self.root(other));
        let (first, second) = (one.min(other), one.max(other));
        self.scope[first] |= scope || self.scope[second];
        self.parents[second] = first;
    }

    fn members(&self, of: usize) -> impl Iterator<Item = usize> + '_ {
        let root = self.root(of);
        (0..self.parents.len()).filter(move |at| self.root(*at) == root)
    }

    fn groups(self) -> Vec<Group> {
        let mut groups: BTreeMap<usize, Group> = BTreeMap::new();
        for at in 0..self.parents.len() {
            let root = self.root(at);
            let group = groups.entry(root).or_default();
            group.statements.push(at);
            group.scope |= self.scope[root];
        }
        groups.into_values().collect()
    }
}

struct Joining<'a, 'v> {
    voices: &'a Voices<'v>,
    statements: &'a [Statement],
}

impl Joining<'_, '_> {
    fn relation(&self, statement: usize) -> RelationId {
        self.voices.all[self.statements[statement].first()].one.relation
    }

    /// Whether no report makes both, with all that was joined with each.
    fn are_apart(&self, joined: &Joined, one: usize, other: usize) -> bool {
        if joined.root(one) == joined.root(other) {
            return false;
        }
        let (one, other) = (self.reports(joined, one), self.reports(joined, other));
        !one.iter().any(|report| other.contains(report))
    }

    /// (1)
    fn join_exclusions(&self, joined: &mut Joined) {
        let mut of_voice = vec![0; self.voices.all.len()];
        for (at, statement) in self.statements.iter().enumerate() {
            statement.voices.iter().for_each(|voice| of_voice[*voice] = at);
        }
        let mut across = Vec::new();
        for (voice, one) in of_voice.iter().copied().enumerate() {
            for other in self.voices.excluded_by(voice).iter().map(|other| of_voice[*other]) {
                let (first, second) = (self.relation(one), self.relation(other));
                if self.voices.is_same_relation(first, second) {
                    joined.join(one, other, false);
                } else {
                    across.push((one, other));
                }
            }
        }
        for (one, other) in across {
            if self.are_apart(joined, one, other) {
                joined.join(one, other, false);
            }
        }
    }

    /// Pairs of statements whose relations follow from each other or shut out others, and whose ends meet at least as a part and
    /// its whole.
    fn near(&self) -> Vec<(usize, usize)> {
        let broader = &self.voices.graph().broader;
        let by_relation = self.by_relation();
        let closed: Vec<RelationId> =
            by_relation.keys().copied().filter(|relation| self.shuts_out_others(*relation)).collect();
        let mut pairs = Vec::new();
        for (relation, own) in &by_relation {
            let mut near = broader.broader(*relation);
            if self.shuts_out_others(*relation) {
                near.extend(&closed);
            }
            near.sort_unstable();
            near.dedup();
            let others = near.iter().filter_map(|relation| by_relation.get(relation)).flatten();
            for other in others {
                for one in own.iter().filter(|one| *one != other) {
                    let meeting =
                        self.voices.meeting(self.statements[*one].first(), self.statements[*other].first());
                    if meeting != Meeting::Apart {
                        pairs.push((*one.min(other), *one.max(other)));
                    }
                }
            }
        }
        // By what they say: the order of the reports must not decide which are joined first.
        pairs.sort_unstable_by_key(|(one, other)| {
            let (one, other) = (self.said(*one), self.said(*other));
            (one.min(other), one.max(other))
        });
        pairs.dedup();
        pairs
    }

    fn said(&self, statement: usize) -> (RelationId, Option<EntityId>, Option<EntityId>, usize) {
        let voice = &self.voices.all[self.statements[statement].first()];
        (voice.one.relation, voice.subject, voice.object, statement)
    }

    fn by_relation(&self) -> BTreeMap<RelationId, Vec<usize>> {
        let mut by_relation: BTreeMap<RelationId, Vec<usize>> = BTreeMap::new();
        for at in 0..self.statements.len() {
            by_relation.entry(self.relation(at)).or_default().push(at);
        }
        by_relation
    }

    fn shuts_out_others(&self, relation: RelationId) -> bool {
        let record = self.voices.graph().base.relations.record(relation);
        record.is_some_and(|record| !record.excludes_others.is_empty())
    }

    /// (2)
    fn follows(&self, joined: &mut Joined, one: usize, other: usize) {
        let (first, second) = (self.statements[one].first(), self.statements[other].first());
        let (a, b) = (self.relation(one), self.relation(other));
        let narrower = match (self.voices.implies(a, b), self.voices.implies(b, a)) {
            (true, false) => one,
            (false, true) => other,
            _ => return,
        };
        let wider = if narrower == one { other } else { one };
        let has_ended = |statement: usize| self.truth(statement) == Truth::Ended;
        if self.voices.meeting(first, second) == Meeting::Same
            && has_ended(one) == has_ended(other)
            && (self.are_apart(joined, one, other) || self.is_said_within(joined, narrower, wider))
        {
            joined.join(one, other, false);
        }
    }

    /// Whether one report alone makes the narrower statement, and the wider one too.
    fn is_said_within(&self, joined: &Joined, narrower: usize, wider: usize) -> bool {
        let own = self.reports(joined, narrower);
        own.len() == 1
            && joined.root(narrower) != joined.root(wider)
            && self.reports(joined, wider).contains(&own[0])
    }

    /// The reports that make a statement or one that was joined with it.
    fn reports(&self, joined: &Joined, of: usize) -> Vec<usize> {
        let mut reports: Vec<usize> =
            joined.members(of).flat_map(|at| self.statements[at].reports(self.voices)).collect();
        reports.sort_unstable();
        reports.dedup();
        reports
    }

    /// (3)
    fn differs_in_scope(&self, joined: &mut Joined, one: usize, other: usize) {
        let (first, second) = (self.statements[one].first(), self.statements[other].first());
        let (a, b) = (self.relation(one), self.relation(other));
        let is_akin = self.voices.implies(a, b) || self.voices.implies(b, a);
        let is_part = self.voices.meeting(first, second) == Meeting::Part;
        if is_part && (is_akin || self.shuts_out_others(a) && self.shuts_out_others(b)) {
            joined.join(one, other, true);
        }
    }

    /// (4)
    fn join_lists(&self, joined: &mut Joined) {
        type Key = (RelationId, bool, Truth, Vec<(usize, u32)>);
        let mut lists: BTreeMap<Key, Vec<usize>> = BTreeMap::new();
        for (at, statement) in self.statements.iter().enumerate() {
            let voice = &self.voices.all[statement.first()];
            let sentences = statement.voices.iter().map(|at| {
                let voice = &self.voices.all[*at];
                (voice.report, voice.sentence.span.start)
            });
            let key = (voice.one.relation, voice.denies(), self.truth(at), sentences.collect());
            lists.entry(key).or_default().push(at);
        }
        for list in lists.into_values() {
            for pair in list.windows(2) {
                let (one, other) = (pair[0], pair[1]);
                let alone =
                    joined.members(one).all(|at| list.contains(&at)) && joined.members(other).count() == 1;
                let [a, b] = [one, other].map(|at| &self.voices.all[self.statements[at].first()]);
                let shares = a.subject == b.subject || a.object.is_some() && a.object == b.object;
                let has_amount = a.one.value.is_some() || b.one.value.is_some();
                if alone && shares && !has_amount {
                    joined.join(one, other, false);
                }
            }
        }
    }

    /// (5)
    fn join_ended(&self, joined: &mut Joined) {
        let mut ended: BTreeMap<(Bound, Vec<usize>), Vec<usize>> = BTreeMap::new();
        for at in 0..self.statements.len() {
            let voice = &self.voices.all[self.statements[at].first()];
            let Some(end) = ended_on(&voice.judged.fact).filter(|_| !voice.denies()) else { continue };
            let reports = self.reports(joined, at);
            ended.entry((end, reports)).or_default().push(at);
        }
        for same in ended.into_values() {
            for (later, other) in same.iter().enumerate() {
                let earlier = same[..later].iter().find(|one| self.concern_the_same(**one, *other));
                if let Some(one) = earlier {
                    joined.join(*one, *other, false);
                }
            }
        }
    }

    fn concern_the_same(&self, one: usize, other: usize) -> bool {
        let [one, other] = [one, other].map(|at| self.statements[at].first());
        self.voices.parties(one, other) != Meeting::Apart
    }

    /// (6)
    fn join_answered(&self, joined: &mut Joined, pairs: &[(usize, usize)]) {
        for (one, other) in pairs {
            let of_one = self.reports(joined, *one);
            let [first, second] = [one, other].map(|at| self.statements[*at].first());
            if of_one.len() == 1
                && of_one == self.reports(joined, *other)
                && is_same_record(self.voices, first, second)
            {
                joined.join(*one, *other, false);
            }
        }
    }

    /// (7)
    fn join_likes(&self, joined: &mut Joined) {
        let by_relation = self.by_relation();
        let mut pairs = Vec::new();
        for (relation, own) in &by_relation {
            let broader = self.voices.graph().broader.broader(*relation);
            for other in broader.iter().filter_map(|relation| by_relation.get(relation)).flatten() {
                let is_one = |one: &&usize| {
                    let [first, second] = [**one, *other].map(|at| self.statements[at].first());
                    **one != *other && is_like(self.voices, first, second)
                };
                pairs.extend(own.iter().filter(is_one).map(|one| (*one.min(other), *one.max(other))));
            }
        }
        pairs.sort_unstable_by_key(|(one, other)| (*other, *one));
        pairs.dedup();
        for (one, other) in pairs {
            let [first, second] = [one, other].map(|at| self.statements[at].first());
            if self.are_apart(joined, one, other)
                && !says_as_well(self.voices, first, second)
                && !says_as_well(self.voices, second, first)
            {
                joined.join(one, other, true);
            }
        }
    }

    /// What the records say of a statement: of its first voice that they say anything of.
    fn truth(&self, statement: usize) -> Truth {
        let mut truths = self.statements[statement]
            .voices
            .iter()
            .map(|at| &self.voices.all[*at])
            .filter(|voice| !voice.denies())
            .map(|voice| Truth::of(voice));
        truths.find(|truth| *truth != Truth::Unknown).unwrap_or(Truth::Unknown)
    }
}
