//! How two entries stand that can both be true: they agree, one says more, or they differ in scope.

use super::likeness::{is_finer_than, is_like};
use super::standing::{PairStanding, Standings};
use super::statement::date;
use super::truth::{Truth, ended_on};
use super::voices::{Meeting, Voice};
use crate::model::{Amount, Modality, PointEntry, PointFact, PointKind, Polarity, TimeKind};
use crate::time::{Bound, Edge};

impl Standings<'_, '_> {
    /// How two entries stand that can both be true.
    pub(super) fn compatible(
        &self,
        one: &(PointEntry, usize),
        other: &(PointEntry, usize),
    ) -> Option<PairStanding> {
        let (a, b) = (self.voice(one), self.voice(other));
        let relations = [a.one.relation, b.one.relation];
        let meeting = self.voices.meeting(one.1, other.1);
        let narrower = [
            relations[0] != relations[1] && self.voices.implies(relations[0], relations[1]),
            relations[0] != relations[1] && self.voices.implies(relations[1], relations[0]),
        ];
        if meeting == Meeting::Part {
            return self.of_part(one, other).map(|fact| (PointKind::Scope, vec![fact], false));
        }
        if meeting == Meeting::Same && a.one.polarity != b.one.polarity {
            let fact = PointFact::OfOtherRelation {
                report: self.path(one),
                relation: relations[0],
                other: self.path(other),
                wider: relations[1],
            };
            return (narrower[0] || narrower[1]).then(|| (PointKind::Scope, vec![fact], false));
        }
        let is_same = meeting == Meeting::Same && self.amounts_meet(a, b);
        let lasts = !self.voices.graph().base.relations.is_event(relations[0]);
        if lasts && is_same && !dates_meet(a, b) {
            let turned = date(b).map(|date| date.earliest) < date(a).map(|date| date.earliest);
            return Some((PointKind::Time, vec![self.times(one, other)], turned));
        }
        if is_like(self.voices, one.1, other.1) && !(is_same && dates_meet(a, b)) {
            if let Some(pair) = self.handed_over(one, other) {
                return Some(pair);
            }
            let fact = PointFact::OfOther {
                report: self.path(one),
                said: one.0.said.clone().into(),
                other: self.path(other),
                differs: other.0.said.clone().into(),
            };
            return Some((PointKind::Scope, vec![fact], false));
        }
        if meeting != Meeting::Same {
            return None;
        }
        if let Some(pair) = self.has_ended_since(one, other) {
            return Some(pair);
        }
        if !a.denies() && self.is_planned(one) != self.is_planned(other) {
            return self.by_plan(one, other);
        }
        let mut more = Vec::new();
        let mut turned = false;
        for (at, (entry, wider)) in [(one, other), (other, one)].into_iter().enumerate() {
            let (voice, of_wider) = (self.voice(entry), self.voice(wider));
            let before = more.len();
            if is_finer_date(date(voice), date(of_wider)) {
                more.push(self.finer(entry, "date"));
            }
            if is_finer_amount(amount(voice), amount(of_wider)) {
                more.push(self.finer(entry, "amount"));
            }
            // "In Umby" says more than "in Norland", where Umby lies.
            if voice.one.polarity == Polarity::Asserts && self.is_part_of(voice, of_wider) {
                more.extend(self.of_part(entry, wider));
            }
            if of_wider.one.possible && !voice.one.possible && voice.is_sure() {
                more.push(self.finer(entry, "sure"));
            }
            // Who gives a date or a sum says more by that, in whichever words.
            if narrower[at] && voice.one.polarity == Polarity::Asserts && more.len() == before {
                more.push(self.narrower(entry, wider));
            }
            turned |= at == 1 && before == 0 && !more.is_empty();
        }
        let kind = if more.is_empty() { PointKind::Agree } else { PointKind::More };
        Some((kind, more, turned))
    }

    /// What one says has ended, by the records, on the date on which what the other says began.
    fn handed_over(&self, one: &(PointEntry, usize), other: &(PointEntry, usize)) -> Option<PairStanding> {
        let ended = |entry: &(PointEntry, usize)| ended_on(&self.voice(entry).judged.fact);
        let began = |entry: &(PointEntry, usize)| {
            let claim = self.voice(entry).one.decided_by?;
            let period = self.records.claims().period(claim);
            (Truth::of(self.voice(entry)) == Truth::Right && period.start_edge() == Edge::Stated)
                .then(|| period.start())
        };
        let follow =
            |past, next| matches!((ended(past), began(next)), (Some(end), Some(start)) if end == start);
        let (past, turned) = match (follow(one, other), follow(other, one)) {
            (true, _) => (one, false),
            (_, true) => (other, true),
            _ => return None,
        };
        Some((PointKind::Time, vec![self.because(past, "ended")?], turned))
    }

    /// What one says to be so, and the other to have been so: it has ended in between.
    fn has_ended_since(
        &self,
        one: &(PointEntry, usize),
        other: &(PointEntry, usize),
    ) -> Option<PairStanding> {
        let lasts = |voice: &Voice<'_>| !self.voices.graph().base.relations.is_event(voice.one.relation);
        let is_past = |voice: &Voice<'_>| {
            let time = voice.one.time;
            time.kind == TimeKind::Past || time.until.is_some() && !time.within
        };
        let is_present = |voice: &Voice<'_>| voice.one.time.kind == TimeKind::Present;
        let (a, b) = (self.voice(one), self.voice(other));
        if a.denies() || !lasts(a) || !lasts(b) {
            return None;
        }
        let (past, present, turned) = match (is_past(a), is_past(b)) {
            (true, false) if is_present(b) => (one, other, true),
            (false, true) if is_present(a) => (other, one, false),
            _ => return None,
        };
        let fact =
            PointFact::DecidedByTense { report: self.path(past), other: self.path(present), says: "past" };
        Some((PointKind::Time, vec![fact], turned))
    }

    fn is_planned(&self, entry: &(PointEntry, usize)) -> bool {
        self.voice(entry).one.modality == Modality::Forecast
    }

    fn amounts_meet(&self, a: &Voice<'_>, b: &Voice<'_>) -> bool {
        let tolerance =
            self.voices.graph().base.relations.record(a.one.relation).and_then(|record| record.tolerance);
        !matches!((amount(a), amount(b)), (Some(a), Some(b)) if a.excludes(b, tolerance))
    }

    /// Whether an end of one voice is a part of that of another.
    fn is_part_of(&self, one: &Voice<'_>, whole: &Voice<'_>) -> bool {
        let parts = &self.voices.graph().parts;
        let ends = [(one.one.subject, whole.one.subject), (one.one.object, whole.one.object)];
        ends.iter().any(|ends| matches!(ends, (Some(one), Some(whole)) if parts.is_part_of(*one, *whole)))
    }

    fn of_part(&self, one: &(PointEntry, usize), other: &(PointEntry, usize)) -> Option<PointFact> {
        let (a, b) = (self.voice(one), self.voice(other));
        let ends = [(a.one.subject, b.one.subject), (a.one.object, b.one.object)];
        let parts = &self.voices.graph().parts;
        ends.into_iter().find_map(|(x, y)| {
            let (x, y) = (x?, y?);
            let fact = |part, whole, report, other| PointFact::OfPart { report, part, other, whole };
            match (parts.is_part_of(x, y), parts.is_part_of(y, x)) {
                (true, _) => Some(fact(x, y, self.path(one), self.path(other))),
                (_, true) => Some(fact(y, x, self.path(other), self.path(one))),
                _ => None,
            }
        })
    }
}

fn amount<'a>(voice: &'a Voice<'_>) -> Option<&'a Amount> {
    voice.one.value.as_ref().map(|(amount, _)| amount)
}

fn dates_meet(a: &Voice<'_>, b: &Voice<'_>) -> bool {
    !matches!((date(a), date(b)), (Some(a), Some(b)) if !a.touches(b))
}

fn is_finer_date(one: Option<Bound>, other: Option<Bound>) -> bool {
    match (one, other) {
        (Some(_), None) => true,
        (Some(one), Some(other)) => one != other && other.contains(one),
        (None, _) => false,
    }
}

/// Whether one amount says more than another that it can be, or than none at all.
fn is_finer_amount(one: Option<&Amount>, other: Option<&Amount>) -> bool {
    match (one, other) {
        (Some(_), None) => true,
        (Some(one), Some(other)) => is_finer_than(one, other),
        (None, _) => false,
    }
}
