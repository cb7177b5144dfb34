//! What time decides between reports: they speak of different times, one says that it has ended, or is only planned.

use super::said::began;
use super::standing::{PairStanding, Standings};
use super::statement::date;
use super::voices::{Meeting, Voice};
use crate::model::{Bearing, Confidence, Modality, PointEntry, PointFact, PointKind, Polarity, TimeKind};
use crate::time::{Bound, Day};

impl Standings<'_, '_> {
    /// How time decides between two entries that exclude each other.
    pub(super) fn by_time(
        &self,
        one: &(PointEntry, usize),
        other: &(PointEntry, usize),
    ) -> Option<PairStanding> {
        let (a, b) = (self.voice(one), self.voice(other));
        let relations = &self.voices.graph().base.relations;
        let lasts = |voice: &Voice<'_>| {
            let record = relations.record(voice.one.relation);
            record.is_none_or(|record| !record.event && !record.once)
        };
        if !(lasts(a) && lasts(b)) {
            return None;
        }
        if self.beginnings_differ(one, other) {
            return None;
        }
        let dates = [self.reports[one.0.report].date, self.reports[other.0.report].date];
        if self.begins_again(one, other) || self.begins_again(other, one) {
            return None;
        }
        if self.ends_where(a, b) || self.ends_where(b, a) {
            return Some((PointKind::Time, vec![self.times(one, other)], self.ends_where(b, a)));
        }
        if let Some(turned) = self.takes_over(one, other) {
            return Some((PointKind::Time, vec![self.times(one, other)], turned));
        }
        let (first, second) = (self.spoken_of(a, dates[0]), self.spoken_of(b, dates[1]));
        if let (Some(first), Some(second)) = (first, second)
            && (first.latest < second.earliest || second.latest < first.earliest || hands_over(first, second))
        {
            let turned = second.earliest < first.earliest;
            let is_said = date(a).is_some() || date(b).is_some();
            let fact = match (dates, is_said) {
                ([Some(date), Some(later)], false) if turned => PointFact::DecidedByDates {
                    report: self.path(other),
                    date: later,
                    other: self.path(one),
                    later: date,
                },
                ([Some(date), Some(later)], false) => {
                    PointFact::DecidedByDates { report: self.path(one), date, other: self.path(other), later }
                }
                _ => self.times(one, other),
            };
            return Some((PointKind::Time, vec![fact], turned));
        }
        let is_same_day = matches!(dates, [Some(one), Some(other)] if one.touches(other));
        let is_past = |voice: &Voice<'_>| {
            voice.one.ceased && voice.denies() || !voice.denies() && voice.one.time.kind == TimeKind::Past
        };
        let (past, present) = match (is_past(a), is_past(b)) {
            (true, false) => (one, other),
            (false, true) => (other, one),
            _ => return None,
        };
        let has_ceased = self.voice(past).denies();
        if is_same_day && has_ceased {
            return None;
        }
        let says = if has_ceased { "ended" } else { "past" };
        let fact = PointFact::DecidedByTense { report: self.path(past), other: self.path(present), says };
        // Who says that it has ended speaks of the later time, who says that it was so of the earlier.
        let first = if has_ceased { present } else { past };
        Some((PointKind::Time, vec![fact], first.1 == other.1))
    }

    /// Whether two say of one thing that is still so that it began on different dates: "married in 2018", "married in 2019". Where the
    /// report that has it begin earlier is older than the later beginning, it may have ended in between.
    pub(super) fn beginnings_differ(&self, one: &(PointEntry, usize), other: &(PointEntry, usize)) -> bool {
        let begun = |entry: &(PointEntry, usize)| {
            let said = self.voice(entry).one;
            let is_event = self.records.graph.base.relations.is_event(said.relation);
            let is_since = said.time.names_ends && said.time.until.is_none() && !said.time.within;
            let since = || said.time.from.filter(|_| is_since && !is_event && !said.time.is_choice);
            let is_so = said.polarity == Polarity::Asserts && !said.possible;
            began(self.records.graph.base, said).or_else(since).filter(|_| is_so)
        };
        let (Some(first), Some(second)) = (begun(one), begun(other)) else { return false };
        let (earlier, later) = if first.earliest < second.earliest { (one, second) } else { (other, first) };
        let may_have_ended = |date: Bound| date.latest < later.earliest;
        self.voice(one).one.relation == self.voice(other).one.relation
            && self.voices.meeting(one.1, other.1) == Meeting::Same
            && !first.touches(second)
            && !self.reports[earlier.0.report].date.is_some_and(may_have_ended)
    }

    /// Whether a report says that something has ended, and a later one that it is so: nobody says that it began again.
    fn begins_again(&self, ended: &(PointEntry, usize), holds: &(PointEntry, usize)) -> bool {
        let (a, b) = (self.voice(ended), self.voice(holds));
        let said =
            |entry: &(PointEntry, usize)| date(self.voice(entry)).or(self.reports[entry.0.report].date);
        let is_later =
            matches!((said(ended), said(holds)), (Some(ended), Some(holds)) if holds.earliest > ended.latest);
        // Who says since when it is so says that it began again, and who says that it was so on a day does not.
        let begins =
            date(b).is_some() && !(b.one.time.within && began(self.records.graph.base, b.one).is_none());
        a.denies() && a.one.ceased && !b.denies() && !begins && is_later
    }

    /// Whether what one says to have ended did so on the very date on which the other began: "until 2023", "bought it in 2023".
    fn ends_where(&self, past: &Voice<'_>, next: &Voice<'_>) -> bool {
        let ended = ended_when(past);
        let since = || next.one.time.from.filter(|_| next.one.time.until.is_none());
        let begins = began(self.records.graph.base, next.one).or_else(since).filter(|_| !next.denies());
        ended.is_some() && ended == begins
    }

    /// Whether two of which each says since when it is so began one after the other, as far as is known: the report of the earlier one has
    /// no date, so that it vouches for no later day. Whether the second is the earlier one.
    fn takes_over(&self, one: &(PointEntry, usize), other: &(PointEntry, usize)) -> Option<bool> {
        let since = |entry: &(PointEntry, usize)| {
            let voice = self.voice(entry);
            let begun = voice.one.time.from.filter(|_| voice.one.time.until.is_none());
            begun.filter(|_| !voice.denies())
        };
        let (first, second) = (since(one)?, since(other)?);
        let turned = second.latest < first.earliest;
        let earlier = if turned { other } else { one };
        let is_apart = turned || first.latest < second.earliest;
        let is_other = self.voices.exclude(one.1, other.1);
        (is_apart && is_other && self.reports[earlier.0.report].date.is_none()).then_some(turned)
    }

    /// Whether one says until when it was so, and the other that it ended then.
    pub(super) fn end_alike(&self, held: &(PointEntry, usize), ceased: &(PointEntry, usize)) -> bool {
        let (a, b) = (self.voice(held), self.voice(ceased));
        !a.denies()
            && b.denies()
            && self.denied(held.1, ceased.1)
            && ended_when(a).is_some()
            && ended_when(a) == ended_when(b)
    }

    /// The days that a voice of a report with this date speaks of, as far as they are known.
    fn spoken_of(&self, voice: &Voice<'_>, report: Option<Bound>) -> Option<Bound> {
        let now = report.map_or(Day::MAX, |date| date.latest);
        match began(self.records.graph.base, voice.one) {
            Some(from) => Some(Bound::new(from.earliest, now.max(from.latest))),
            None => spoken_of(voice, report),
        }
    }

    /// The report of the second says itself that what the first says has ended.
    pub(super) fn by_own_end(
        &self,
        one: &(PointEntry, usize),
        other: &(PointEntry, usize),
        all: &[(PointEntry, usize)],
    ) -> Option<PairStanding> {
        let ends = |entry: &&(PointEntry, usize)| {
            let voice = self.voice(entry);
            entry.0.report == other.0.report
                && entry.0.bearing == Bearing::Direct
                && voice.denies()
                && voice.one.ceased
                && self.denied(one.1, entry.1)
        };
        let is_asserted = !self.voice(one).denies() && !self.voice(other).denies();
        let ended = all.iter().find(ends).filter(|_| is_asserted)?;
        self.by_time(one, ended)
    }

    /// That they speak of different times.
    pub(super) fn times(&self, one: &(PointEntry, usize), other: &(PointEntry, usize)) -> PointFact {
        PointFact::DecidedByTimes {
            report: self.path(one),
            said: one.0.said.clone().into(),
            other: self.path(other),
            differs: other.0.said.clone().into(),
        }
    }

    /// What is possible or planned is no time at all, and not that of which the other speaks.
    pub(super) fn by_plan(
        &self,
        one: &(PointEntry, usize),
        other: &(PointEntry, usize),
    ) -> Option<PairStanding> {
        let is_plan = |entry: &(PointEntry, usize)| {
            let one = self.voice(entry).one;
            one.confidence != Confidence::Low && (one.possible || one.modality == Modality::Forecast)
        };
        let (plan, present) = match (is_plan(one), is_plan(other)) {
            (true, false) => (one, other),
            (false, true) => (other, one),
            _ => return None,
        };
        // A plan is told before what became of it, unless its report is the later one.
        let dates = [plan, present].map(|entry| self.reports[entry.0.report].date);
        let is_later = matches!(dates, [Some(plan), Some(present)] if present.latest < plan.earliest);
        let turned = (plan.1 == other.1) != is_later;
        let fact = PointFact::DecidedByTense {
            report: self.path(plan),
            other: self.path(present),
            says: "possible",
        };
        present.0.is_sure.then(|| (PointKind::Time, vec![fact], turned))
    }
}

/// When something ended, as a voice says: "until 2023", "no longer since 2023".
fn ended_when(voice: &Voice<'_>) -> Option<Bound> {
    match (voice.denies(), voice.one.time.until) {
        (true, _) => voice.one.time.from.filter(|_| voice.one.ceased),
        (false, until) => until.filter(|_| !voice.one.time.within),
    }
}

/// The days that a voice of a report with this date speaks of, as far as they are known.
fn spoken_of(voice: &Voice<'_>, report: Option<Bound>) -> Option<Bound> {
    let time = voice.one.time;
    let now = report.map_or(Day::MAX, |date| date.latest);
    match (time.kind, time.from, time.until) {
        (_, Some(from), Some(until)) => Some(from.hull(until)),
        (_, Some(from), None) if voice.one.ceased => Some(Bound::new(from.earliest, now.max(from.latest))),
        (_, Some(from), None) => Some(Bound::new(from.earliest, now.max(from.latest))),
        (_, None, Some(until)) => Some(Bound::new(Day::MIN, until.latest)),
        (TimeKind::Past, ..) => {
            Some(Bound::new(Day::MIN, report?.latest.previous())).filter(|_| !voice.denies())
        }
        _ => report,
    }
}

/// Whether the one ends where the other begins.
fn hands_over(one: Bound, other: Bound) -> bool {
    one.latest == other.earliest && one.earliest < other.earliest
        || other.latest == one.earliest && other.earliest < one.earliest
}
