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

use super::ends::EndIndex;
use super::joined::Joined;
use super::likeness::{is_like, says_as_well};
use super::statement::{Statement, is_same_record};
use super::truth::{Truth, ended_on};
use super::voices::{Meeting, Voice, Voices};
use crate::model::{EntityId, RelationId};
use crate::time::Bound;

/// Which statements make which points.
#[must_use]
pub fn groups(voices: &Voices<'_>, statements: &[Statement]) -> Vec<Vec<usize>> {
    let reports = statements.iter().map(|statement| {
        let mut reports: Vec<usize> = statement.reports(voices).collect();
        reports.dedup();
        reports
    });
    let mut joined = Joined::new(reports.collect());
    let context = Joining::new(voices, statements);
    context.join_exclusions(&mut joined);
    let pairs = context.near();
    for (one, other) in &pairs {
        context.follows(&mut joined, *one, *other);
    }
    for (one, other) in &pairs {
        if joined.are_apart(*one, *other) {
            context.differs_in_scope(&mut joined, *one, *other);
        }
    }
    context.join_lists(&mut joined);
    context.join_ended(&mut joined);
    context.join_answered(&mut joined, &pairs);
    context.join_likes(&mut joined);
    joined.groups()
}

struct Joining<'a, 'v> {
    voices: &'a Voices<'v>,
    statements: &'a [Statement],
    /// The statements by the ends of their first voices.
    by_end: EndIndex<'a>,
    /// What the records say of each: of its first voice that they say anything of.
    truths: Vec<Truth>,
}

impl<'a, 'v> Joining<'a, 'v> {
    fn new(voices: &'a Voices<'v>, statements: &'a [Statement]) -> Self {
        let mut by_end = EndIndex::new(&voices.graph().parts);
        for (at, statement) in statements.iter().enumerate() {
            let voice = &voices.all[statement.first()];
            by_end.add(at, voice.one.relation, [voice.subject, voice.object]);
        }
        let truth = |statement: &Statement| {
            let said = statement.voices.iter().map(|at| &voices.all[*at]).filter(|voice| !voice.denies());
            let mut truths = said.map(Truth::of);
            truths.find(|truth| *truth != Truth::Unknown).unwrap_or(Truth::Unknown)
        };
        Self { voices, statements, by_end, truths: statements.iter().map(truth).collect() }
    }

    /// The voice that stands for a statement.
    fn first(&self, statement: usize) -> &'a Voice<'v> {
        &self.voices.all[self.statements[statement].first()]
    }

    fn relation(&self, statement: usize) -> RelationId {
        self.first(statement).one.relation
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
                    joined.join(one, other);
                } else {
                    across.push((one, other));
                }
            }
        }
        for (one, other) in across {
            if joined.are_apart(one, other) {
                joined.join(one, other);
            }
        }
    }

    /// Pairs of statements whose relations follow from each other or shut out others, and whose ends meet at least as a part and
    /// its whole.
    fn near(&self) -> Vec<(usize, usize)> {
        let broader = &self.voices.graph().broader;
        let mut closed: Vec<RelationId> = (0..self.statements.len()).map(|at| self.relation(at)).collect();
        closed.sort_unstable();
        closed.dedup();
        closed.retain(|relation| self.shuts_out_others(*relation));
        let mut pairs = Vec::new();
        for one in 0..self.statements.len() {
            let relation = self.relation(one);
            let mut near = broader.broader(relation);
            if self.shuts_out_others(relation) {
                near.extend(&closed);
                near.sort_unstable();
                near.dedup();
            }
            let first = self.statements[one].first();
            let others = self.by_end.at_both(&near, self.first(one).both_ends());
            let meets = |other: &usize| {
                *other != one && self.voices.meeting(first, self.statements[*other].first()) != Meeting::Apart
            };
            pairs.extend(others.into_iter().filter(meets).map(|other| (one.min(other), one.max(other))));
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
        let has_ended = |statement: usize| self.truths[statement] == Truth::Ended;
        if self.voices.meeting(first, second) == Meeting::Same
            && has_ended(one) == has_ended(other)
            && (joined.are_apart(one, other) || is_said_within(joined, narrower, wider))
        {
            joined.join(one, other);
        }
    }

    /// (3)
    fn differs_in_scope(&self, joined: &mut Joined, one: usize, other: usize) {
        let (first, second) = (self.statements[one].first(), self.statements[other].first());
        let (a, b) = (self.relation(one), self.relation(other));
        let is_akin = self.voices.implies(a, b) || self.voices.implies(b, a);
        let is_part = self.voices.meeting(first, second) == Meeting::Part;
        if is_part && (is_akin || self.shuts_out_others(a) && self.shuts_out_others(b)) {
            joined.join(one, other);
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
            let key = (voice.one.relation, voice.denies(), self.truths[at], sentences.collect());
            lists.entry(key).or_default().push(at);
        }
        for list in lists.into_values() {
            for pair in list.windows(2) {
                let (one, other) = (pair[0], pair[1]);
                let alone = joined.members(one).iter().all(|at| list.contains(at))
                    && joined.members(other).len() == 1;
                let [a, b] = [one, other].map(|at| self.first(at));
                let shares = a.subject == b.subject || a.object.is_some() && a.object == b.object;
                let has_amount = a.one.value.is_some() || b.one.value.is_some();
                if alone && shares && !has_amount {
                    joined.join(one, other);
                }
            }
        }
    }

    /// (5)
    fn join_ended(&self, joined: &mut Joined) {
        let mut ended: BTreeMap<(Bound, Vec<usize>), Vec<usize>> = BTreeMap::new();
        for at in 0..self.statements.len() {
            let voice = self.first(at);
            let Some(end) = ended_on(&voice.judged.fact).filter(|_| !voice.denies()) else { continue };
            ended.entry((end, joined.reports(at).to_vec())).or_default().push(at);
        }
        for same in ended.into_values() {
            let mut earlier = EndIndex::new(&self.voices.graph().parts);
            for other in same {
                let voice = self.first(other);
                let near = earlier.at_both(&[], [voice.subject, voice.object]);
                if let Some(one) = near.into_iter().find(|one| self.concern_the_same(*one, other)) {
                    joined.join(one, other);
                }
                earlier.add(other, voice.one.relation, [voice.subject, voice.object]);
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
            let [first, second] = [one, other].map(|at| self.statements[*at].first());
            if joined.reports(*one).len() == 1
                && joined.reports(*one) == joined.reports(*other)
                && is_same_record(self.voices, first, second)
            {
                joined.join(*one, *other);
            }
        }
    }

    /// (7)
    fn join_likes(&self, joined: &mut Joined) {
        // Only what different reports make can be joined: the others are not looked up.
        let mut by_reports: BTreeMap<Vec<usize>, EndIndex<'_>> = BTreeMap::new();
        for other in 0..self.statements.len() {
            let voice = self.first(other);
            let (relation, ends) = (voice.one.relation, [voice.subject, voice.object]);
            let akin = self.voices.akin(relation);
            let apart =
                |reports: &&Vec<usize>| !reports.iter().any(|one| joined.reports(other).contains(one));
            let apart: Vec<&EndIndex<'_>> =
                by_reports.iter().filter(|(reports, _)| apart(reports)).map(|(_, of)| of).collect();
            let mut near: Vec<usize> = apart.iter().flat_map(|of| of.at_either(&akin, ends)).collect();
            near.sort_unstable();
            for one in near {
                if joined.are_apart(one, other) && self.are_like(one, other) {
                    joined.join(one, other);
                }
            }
            let parts = &self.voices.graph().parts;
            let own = by_reports.entry(joined.reports(other).to_vec());
            own.or_insert_with(|| EndIndex::new(parts)).add(other, relation, ends);
        }
    }

    /// Whether two statements say the like, and the report of neither says of its own what the other says.
    fn are_like(&self, one: usize, other: usize) -> bool {
        let [first, second] = [one, other].map(|at| self.statements[at].first());
        let is_like = match self.voices.implies(self.relation(one), self.relation(other)) {
            true => is_like(self.voices, first, second),
            false => is_like(self.voices, second, first),
        };
        is_like && !says_as_well(self.voices, first, second) && !says_as_well(self.voices, second, first)
    }
}

/// Whether one report alone makes the narrower statement, and the wider one too.
fn is_said_within(joined: &Joined, narrower: usize, wider: usize) -> bool {
    let own = joined.reports(narrower);
    own.len() == 1 && !joined.are_joined(narrower, wider) && joined.reports(wider).contains(&own[0])
}
