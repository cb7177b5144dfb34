//! How reports stand to each other on a point.
//!
//! *Law.* Two entries of different reports contradict each other if one asserts what the other denies, or a law lets only one be
//! true, or they date one event or the beginning of one state differently, or give different sums of what they date alike. In this order it is decided
//! (1) by the records: one has ended, has not begun, or is what came after: each is right in its time; one is supported and the
//!     other is excluded: it has the better source;
//! (2) by a correction: one report corrects what the other says;
//! (3) by time: they speak of different times, or the reports are of different dates and speak of a state in their present, or
//!     one says that it has ended;
//! (4) by sources: the records support one and know nothing of the other; one cites a source and the other none, then one says so itself
//!     and the other has only heard it, then one source is first-hand, then newer, then the report itself is newer;
//! (5) not at all: a conflict.
//! What the reading is not sure of is decided by (1) to (3) only, and else left out. Of all pairs the gravest decides the kind.

use super::corrected::CorrectionWords;
use super::points::comes_after;
use super::preference::{EntrySourcing, preferred};
use super::statement::date;
use super::truth::{Truth, ended_on};
use super::voices::{Meeting, Voice, Voices};
use crate::graph::View;
use crate::model::{Bearing, Fact, PointEntry, PointFact, PointKind, ReportRead, Verdict};

/// How the reports stand, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    /// The kind.
    pub kind: PointKind,
    /// What decided it.
    pub decided: Vec<Fact>,
    /// The entries that decided it, those that came first or are preferred before the others.
    pub by: Option<(usize, usize)>,
}

/// What standings are decided by.
pub struct Standings<'a, 'v> {
    /// What is said.
    pub voices: &'a Voices<'v>,
    /// The records.
    pub records: &'a View<'a>,
    /// The reports.
    pub reports: &'a [ReportRead],
    /// The words of corrections.
    pub corrections: &'a CorrectionWords,
}

/// How two entries stand to each other.
pub(super) type PairStanding = (PointKind, Vec<PointFact>, bool);

impl Standings<'_, '_> {
    /// How the reports stand to each other in these entries, each with the voice that stands for it.
    #[must_use]
    pub fn of(&self, entries: &[(PointEntry, usize)]) -> Standing {
        let corrections: Vec<&(PointEntry, usize)> =
            entries.iter().filter(|entry| self.is_correction(entry)).collect();
        let mut best = Standing { kind: PointKind::Single, decided: Vec::new(), by: None };
        for (at, one) in entries.iter().enumerate() {
            for (later, other) in entries.iter().enumerate().skip(at + 1) {
                if one.0.report == other.0.report {
                    continue;
                }
                let Some((kind, facts, turned)) = self.pair(one, other, entries, &corrections) else {
                    continue;
                };
                let facts = facts.into_iter().map(Fact::from);
                if gravity(kind) > gravity(best.kind) {
                    let by = if turned { (later, at) } else { (at, later) };
                    best = Standing { kind, decided: facts.collect(), by: Some(by) };
                } else if kind == best.kind {
                    for fact in facts {
                        if !best.decided.contains(&fact) {
                            best.decided.push(fact);
                        }
                    }
                }
            }
        }
        best
    }

    pub(super) fn voice(&self, entry: &(PointEntry, usize)) -> &Voice<'_> {
        &self.voices.all[entry.1]
    }

    pub(super) fn path(&self, entry: &(PointEntry, usize)) -> String {
        self.reports[entry.0.report].path.clone()
    }

    /// How two entries stand to each other; `None` if they say nothing of each other. Whether the second comes before the first.
    fn pair(
        &self,
        one: &(PointEntry, usize),
        other: &(PointEntry, usize),
        all: &[(PointEntry, usize)],
        corrections: &[&(PointEntry, usize)],
    ) -> Option<PairStanding> {
        match (one.0.bearing, other.0.bearing) {
            (Bearing::Direct, Bearing::Direct) => {
                if self.end_alike(one, other) || self.end_alike(other, one) {
                    return Some((PointKind::Agree, Vec::new(), false));
                }
                if !self.oppose(one, other) {
                    return self.compatible(one, other);
                }
                let decided =
                    self.by_records(one, other).or_else(|| self.by_correction(one, other, corrections));
                let decided = decided.or_else(|| self.by_time(one, other));
                let decided = decided.or_else(|| self.by_own_end(one, other, all));
                let turned = |(kind, facts, turned): PairStanding| (kind, facts, !turned);
                let decided = decided.or_else(|| self.by_own_end(other, one, all).map(turned));
                let is_sure = one.0.is_sure && other.0.is_sure;
                let decided = decided.or_else(|| self.by_plan(one, other));
                let decided = decided.or_else(|| self.by_support(one, other));
                decided.or_else(|| is_sure.then(|| self.by_sources(one, other)))
            }
            (Bearing::Direct, Bearing::After) => {
                self.came_after(one, other).map(|fact| (PointKind::Time, vec![fact], false))
            }
            (Bearing::After, Bearing::Direct) => {
                self.came_after(other, one).map(|fact| (PointKind::Time, vec![fact], true))
            }
            (Bearing::Direct, Bearing::Implies) => Some(self.implied(other, one, true)),
            (Bearing::Implies, Bearing::Direct) => Some(self.implied(one, other, false)),
            (Bearing::Direct, Bearing::Beside) => {
                Some((PointKind::More, vec![self.finer(one, "more")], false))
            }
            (Bearing::Beside, Bearing::Direct) => {
                Some((PointKind::More, vec![self.finer(other, "more")], true))
            }
            (Bearing::Direct, Bearing::Compatible) => {
                Some((PointKind::More, vec![self.together(other)], false))
            }
            (Bearing::Compatible, Bearing::Direct) => Some((PointKind::More, vec![self.together(one)], true)),
            _ => None,
        }
    }

    /// Whether two entries cannot both be true at one time.
    pub(super) fn oppose(&self, one: &(PointEntry, usize), other: &(PointEntry, usize)) -> bool {
        let (a, b) = (self.voice(one), self.voice(other));
        match (a.denies(), b.denies()) {
            (true, true) => false,
            (false, false) => {
                self.voices.exclude(one.1, other.1)
                    || self.dates_differ(one.1, other.1)
                    || self.sums_differ(one.1, other.1)
                    || self.beginnings_differ(one, other)
            }
            (true, false) => self.denied(other.1, one.1),
            (false, true) => self.denied(one.1, other.1),
        }
    }

    /// Whether what one voice asserts is false if what the other denies is.
    pub(super) fn denied(&self, asserts: usize, denies: usize) -> bool {
        let (asserted, denied) =
            (self.voices.all[asserts].one.relation, self.voices.all[denies].one.relation);
        (self.voices.implies(asserted, denied) || self.voices.is_same_relation(asserted, denied))
            && self.voices.meeting(asserts, denies) == Meeting::Same
    }

    /// Whether two voices give different dates of one event.
    fn dates_differ(&self, one: usize, other: usize) -> bool {
        let (a, b) = (&self.voices.all[one], &self.voices.all[other]);
        let relations = &self.voices.graph().base.relations;
        let is_once = relations.record(a.one.relation).is_some_and(|record| record.once)
            || matches!((a.one.claims.as_slice(), b.one.claims.as_slice()), ([a], [b]) if a == b);
        let differ = matches!((date(a), date(b)), (Some(a), Some(b)) if !a.touches(b));
        a.one.relation == b.one.relation
            && relations.is_event(a.one.relation)
            && is_once
            && differ
            && self.voices.meeting(one, other) == Meeting::Same
    }

    /// Whether two voices give different sums of what they date alike: "invested $1 billion in July 2019", "invested $2 billion in
    /// July 2019".
    fn sums_differ(&self, one: usize, other: usize) -> bool {
        let (a, b) = (&self.voices.all[one], &self.voices.all[other]);
        let record = self.voices.graph().base.relations.record(a.one.relation);
        let Some(record) = record.filter(|record| record.event) else { return false };
        let (Some((sum, _)), Some((differs, _))) = (&a.one.value, &b.one.value) else { return false };
        a.one.relation == b.one.relation
            && date(a).is_some()
            && date(a) == date(b)
            && sum.excludes(differs, record.tolerance)
            && self.voices.meeting(one, other) == Meeting::Same
    }

    /// (1)
    fn by_records(&self, one: &(PointEntry, usize), other: &(PointEntry, usize)) -> Option<PairStanding> {
        let (a, b) = (self.voice(one), self.voice(other));
        let because = |entry: &(PointEntry, usize), what: &'static str| self.because(entry, what);
        let (kind, fact, turned) = match (Truth::of(a), Truth::of(b)) {
            (Truth::Wrong, Truth::Wrong) => return None,
            (Truth::Ended, truth) if truth != Truth::Wrong => {
                (PointKind::Time, because(one, "ended")?, false)
            }
            (truth, Truth::Ended) if truth != Truth::Wrong => {
                (PointKind::Time, because(other, "ended")?, true)
            }
            (Truth::Early, truth) if truth != Truth::Wrong => (PointKind::Time, because(one, "early")?, true),
            (truth, Truth::Early) if truth != Truth::Wrong => {
                (PointKind::Time, because(other, "early")?, false)
            }
            (Truth::Right, Truth::Right) if a.denies() => (PointKind::Time, because(other, "right")?, true),
            (Truth::Right, Truth::Right) => (PointKind::Time, because(one, "right")?, false),
            (Truth::Right, Truth::Wrong) if other.0.is_sure && !self.is_misdated(other) => {
                (PointKind::Source, because(one, "right")?, false)
            }
            (Truth::Wrong, Truth::Right) if one.0.is_sure && !self.is_misdated(one) => {
                (PointKind::Source, because(other, "right")?, true)
            }
            (Truth::Right, Truth::Wrong) | (Truth::Wrong, Truth::Right) => return None,
            (Truth::Wrong, _) if one.0.is_sure => (PointKind::Source, because(one, "wrong")?, true),
            (_, Truth::Wrong) if other.0.is_sure => (PointKind::Source, because(other, "wrong")?, false),
            _ => return None,
        };
        Some((kind, vec![fact], turned))
    }

    /// What the records say of an entry, and by which claim.
    pub(super) fn because(&self, entry: &(PointEntry, usize), what: &'static str) -> Option<PointFact> {
        let voice = self.voice(entry);
        let claim = self.records.attested(voice.one.decided_by?);
        let until = ended_on(&voice.judged.fact).filter(|_| what == "ended");
        Some(PointFact::DecidedByRecords { claim, report: self.path(entry), what, until })
    }

    /// Whether it gives a state the wrong dates: of other dates it may be right.
    fn is_misdated(&self, entry: &(PointEntry, usize)) -> bool {
        let one = self.voice(entry).one;
        one.verdict == Verdict::Misdated && !self.voices.graph().base.relations.is_event(one.relation)
    }

    /// The records support one, and know nothing of the other.
    fn by_support(&self, one: &(PointEntry, usize), other: &(PointEntry, usize)) -> Option<PairStanding> {
        let is_right = |entry: &(PointEntry, usize)| Truth::of(self.voice(entry)) == Truth::Right;
        let (right, unknown, turned) = match (is_right(one), is_right(other)) {
            (true, false) => (one, other, false),
            (false, true) => (other, one, true),
            _ => return None,
        };
        let fact = self.because(right, "right")?;
        unknown.0.is_sure.then(|| (PointKind::Source, vec![fact], turned))
    }

    /// Who says something narrower says more, unless that has ended.
    fn implied(
        &self,
        narrower: &(PointEntry, usize),
        wider: &(PointEntry, usize),
        turned: bool,
    ) -> PairStanding {
        match Truth::of(self.voice(narrower)) {
            Truth::Ended => (PointKind::Agree, Vec::new(), turned),
            _ => (PointKind::More, vec![self.narrower(narrower, wider)], turned),
        }
    }

    fn came_after(&self, past: &(PointEntry, usize), after: &(PointEntry, usize)) -> Option<PointFact> {
        let next = comes_after(self.voices, past.1, after.1, self.records)?;
        Some(PointFact::DecidedByNext { claim: self.records.attested(next), report: self.path(after) })
    }

    /// (4) and (5)
    fn by_sources(&self, one: &(PointEntry, usize), other: &(PointEntry, usize)) -> PairStanding {
        let sourcing = |entry: &(PointEntry, usize)| {
            EntrySourcing::of(&entry.0, &self.records.graph.base.sources, self.reports[entry.0.report].date)
        };
        let (first, second) = (sourcing(one), sourcing(other));
        let excluded = |one: &(PointEntry, usize), other: &(PointEntry, usize)| PointFact::Excluded {
            report: self.path(one),
            said: one.0.said.clone().into(),
            other: self.path(other),
            differs: other.0.said.clone().into(),
        };
        if let Some((ordering, why)) = preferred(&first, &second) {
            let turned = ordering.is_lt();
            let ((better, of_better), worse) =
                if turned { ((other, second), one) } else { ((one, first), other) };
            let date = if why == "later" { self.reports[better.0.report].date } else { None };
            let source = of_better.written.filter(|_| !["later", "states"].contains(&why));
            let (report, other) = (self.path(better), self.path(worse));
            let fact = PointFact::DecidedBySource { report, other, why, source, date };
            return (PointKind::Source, vec![fact], turned);
        }
        let lasts = !self.voices.graph().base.relations.is_event(self.voice(one).one.relation);
        let is_undated =
            self.reports[one.0.report].date.is_none() || self.reports[other.0.report].date.is_none();
        // Dates in the text come before those of the reports.
        let is_said = date(self.voice(one)).is_some() && date(self.voice(other)).is_some();
        let needs = if lasts && is_undated && !is_said { "dates" } else { "source" };
        (PointKind::Conflict, vec![excluded(one, other), PointFact::Undecided { needs }], false)
    }

    pub(super) fn narrower(&self, entry: &(PointEntry, usize), wider: &(PointEntry, usize)) -> PointFact {
        PointFact::SaysNarrower {
            report: self.path(entry),
            relation: self.voice(entry).one.relation,
            wider: self.voice(wider).one.relation,
        }
    }

    fn together(&self, entry: &(PointEntry, usize)) -> PointFact {
        PointFact::GoesTogether { report: self.path(entry), said: entry.0.said.clone().into() }
    }

    pub(super) fn finer(&self, entry: &(PointEntry, usize), what: &'static str) -> PointFact {
        PointFact::SaysFiner { report: self.path(entry), what }
    }
}

/// The order in which kinds of pairs decide the kind of a point.
fn gravity(kind: PointKind) -> usize {
    match kind {
        PointKind::Single => 0,
        PointKind::Agree => 1,
        PointKind::More => 2,
        PointKind::Scope => 3,
        PointKind::Time => 4,
        PointKind::Source => 5,
        PointKind::Conflict => 6,
    }
}
