//! What the graph says of what a draft asserts: supported, outdated, premature, contradicted and so on.
//!
//! *Law.* An assertion is judged at the time that it speaks of: the day of the view for the present, any day up to it for
//! the past, and the days that it names. It is supported where a claim that says the same, or something narrower, holds
//! then, and disputed where that claim is in certain contradiction with another one that holds then; outdated where such
//! claims only held before; premature where they only begin after; misdated where they hold or happened, but not then;
//! contradicted where it denies a claim that holds then, or a claim that holds then excludes it. Where dates leave it
//! open, nothing counts against it. What is only said to be possible or planned is not supported by what is already so
//! but unclear (`ability`), and a draft that is itself the only source is unsourced (`circular`).

mod ability;
mod circular;
mod decided;
mod edit;
mod excluded;
mod finding;
mod holding;
mod laws;
mod moment;
mod rivals;
mod saying;
mod within;

pub use circular::DraftAsSource;
pub use finding::{AboutDraft, code};
pub use laws::Exclusions;
pub use within::draft_findings;

use crate::graph::View;
use crate::model::{Assertion, ClaimId, Confidence, Modality, Polarity, TimeKind, Verdict};
use crate::time::{Day, Length};

use holding::Holding;
use moment::{Moment, SaidDays};
use rivals::Rivals;

/// Judges assertions against a view.
#[derive(Debug)]
pub struct Judge<'a> {
    view: &'a View<'a>,
    rivals: Rivals,
}

/// What the graph says, and which claim says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Judgement {
    /// The verdict.
    pub verdict: Verdict,
    /// The claim that decided it.
    pub by: Option<ClaimId>,
}

impl Judgement {
    fn by(verdict: Verdict, by: ClaimId) -> Self {
        Self { verdict, by: Some(by) }
    }

    const UNKNOWN: Self = Self { verdict: Verdict::Unknown, by: None };
}

impl<'a> Judge<'a> {
    /// A judge by this view.
    #[must_use]
    pub fn new(view: &'a View<'a>) -> Self {
        Self { view, rivals: Rivals::default() }
    }

    /// The view that it judges by.
    #[must_use]
    pub fn view(&self) -> &'a View<'a> {
        self.view
    }

    /// Gives an assertion of `draft` its verdict.
    pub fn judge(&self, draft: &DraftAsSource, assertion: &mut Assertion) {
        if assertion.verdict == Verdict::Unclear {
            return;
        }
        let Judgement { verdict, by } = match assertion.time.unplaced {
            true => self.without_date(assertion),
            false => self.judgement(draft, assertion),
        };
        // A record that may be out of date is weaker than a name that it does not know.
        if assertion.unrecorded.is_some() && by.is_some_and(|claim| self.is_due(claim)) {
            assertion.confidence = assertion.confidence.min(Confidence::Medium);
        }
        // What only a narrower relation records is that claim's to tell.
        if let Some(claim) =
            by.filter(|claim| assertion.claims.is_empty() && self.is_narrower(*claim, assertion))
        {
            assertion.claims.push(claim);
        }
        assertion.verdict = verdict;
        assertion.decided_by = by;
    }

    /// The verdict on something without a usable date: only whether it was never so.
    fn without_date(&self, assertion: &Assertion) -> Judgement {
        let never = self.saying(assertion).into_iter().find(|claim| self.denies_for_all_time(*claim));
        match never.filter(|_| assertion.polarity == Polarity::Asserts) {
            Some(claim) => Judgement::by(Verdict::Contradicted, claim),
            None => Judgement { verdict: Verdict::Unclear, by: None },
        }
    }

    fn denies_for_all_time(&self, claim: ClaimId) -> bool {
        self.view.claims().denies(claim) && self.view.is_timeless(claim)
    }

    fn judgement(&self, draft: &DraftAsSource, assertion: &Assertion) -> Judgement {
        let saying = self.saying(assertion);
        let (denying, asserting): (Vec<ClaimId>, Vec<ClaimId>) =
            saying.into_iter().partition(|claim| self.view.claims().denies(*claim));
        let judgement = match assertion.polarity {
            Polarity::Asserts => self.asserted(draft, assertion, &asserting, &denying),
            Polarity::Denies => self.denied(draft, assertion, &asserting, &denying),
        };
        match judgement {
            Judgement {
                verdict: Verdict::Supported | Verdict::Presumed | Verdict::Unsourced | Verdict::Outdated,
                by: Some(claim),
            } if ability::is_only_possible(self.view, assertion, claim) => {
                Judgement { verdict: Verdict::Unclear, by: None }
            }
            Judgement { verdict: Verdict::Supported | Verdict::Presumed, by: Some(claim) }
                if draft.circular(self.view, claim).is_some() =>
            {
                Judgement::by(Verdict::Unsourced, claim)
            }
            other => other,
        }
    }

    fn asserted(
        &self,
        draft: &DraftAsSource,
        assertion: &Assertion,
        asserting: &[ClaimId],
        denying: &[ClaimId],
    ) -> Judgement {
        let moment = Moment::of(assertion, self.view.as_of.day);
        let as_one = matches!(moment, Moment::Through { .. } | Moment::Within { begins: true, .. });
        let holding: Vec<(ClaimId, Holding)> = if as_one {
            let newer = |claim: ClaimId| self.rivals.newer(self.view, claim);
            holding::of_all(self.view, assertion, asserting, &newer, moment)
        } else {
            asserting.iter().map(|claim| (*claim, self.rivals.holding(self.view, *claim, moment))).collect()
        };
        let with = |wanted: Holding| {
            holding.iter().filter(move |(_, holding)| *holding == wanted).map(|(claim, _)| *claim)
        };
        if let Some(claim) = self
            .best(draft, with(Holding::Yes), moment)
            .or_else(|| self.best(draft, with(Holding::Perhaps), moment))
        {
            // Whether something pending will hold on a future day is not known; that it will or is to fits it.
            let waits = self.view.is_not_yet(claim);
            let is_awaited = assertion.modality == Modality::Forecast || assertion.possible;
            return match (waits, is_awaited) {
                (true, true) if !self.is_due(claim) => Judgement::by(Verdict::Supported, claim),
                (true, _) => Judgement::UNKNOWN,
                (false, _) => Judgement::by(self.support(claim, moment), claim),
            };
        }
        // "The sale of Nord" may be to come, or may never come.
        if assertion.named && holding.iter().all(|(_, holding)| *holding == Holding::NotYet) {
            return Judgement::UNKNOWN;
        }
        let never = denying.iter().copied().find(|claim| self.denies_for_all_time(*claim));
        if let Some(claim) = never.or_else(|| excluded::of(self.view, &self.rivals, denying, moment)) {
            // "The merger was blocked" and "plans to merge" do not say that it took place.
            if self.view.is_event(claim) && ability::is_planned(self.view, assertion, claim) {
                return Judgement { verdict: Verdict::Unclear, by: None };
            }
            return Judgement::by(Verdict::Contradicted, claim);
        }
        let mut later = with(Holding::Elsewhen).chain(with(Holding::NotYet));
        if later.any(|claim| self.may_follow(assertion, claim)) {
            return Judgement { verdict: Verdict::Unclear, by: None };
        }
        if let Some(claim) = with(Holding::Elsewhen).next() {
            let is_again = ability::may_be_again(self.view, assertion, claim);
            return if is_again { Judgement::UNKNOWN } else { Judgement::by(Verdict::Misdated, claim) };
        }
        if let Some(claim) = with(Holding::Ended).max_by_key(|claim| (self.view.period(*claim).ul(), *claim))
        {
            return Judgement::by(Verdict::Outdated, claim);
        }
        if let Some(claim) = with(Holding::NotYet).min_by_key(|claim| (self.view.period(*claim).fe(), *claim))
        {
            let pending = self.view.period(claim).is_pending();
            // That something is planned or opposed is no statement that it has begun.
            if !pending && ability::is_planned(self.view, assertion, claim)
                || self.is_of_earlier_date(assertion, claim)
            {
                return Judgement::UNKNOWN;
            }
            // Forecasts fit what begins later, and plans fit what is pending.
            let verdict = if pending && self.is_due(claim) {
                Verdict::Presumed
            } else if assertion.modality == Modality::Forecast || pending && assertion.possible {
                Verdict::Supported
            } else {
                Verdict::Premature
            };
            return Judgement::by(verdict, claim);
        }
        if assertion.modality == Modality::Forecast {
            return Judgement::UNKNOWN;
        }
        match excluded::by(self.view, &self.rivals, assertion, moment) {
            Some(claim) => Judgement::by(Verdict::Contradicted, claim),
            None => Judgement::UNKNOWN,
        }
    }

    /// Whether a claim may have begun because somebody was named or elected before.
    fn may_follow(&self, assertion: &Assertion, claim: ClaimId) -> bool {
        /// Longer is no usual time between an election and an office, in days.
        const DAYS: i32 = 190;
        let start = self.view.period(claim).start();
        let said = assertion.time.until.map_or(self.view.as_of.day, |until| until.latest);
        assertion.time.is_choice && start.latest > said && start.earliest <= said.plus_days(DAYS)
    }

    fn denied(
        &self,
        draft: &DraftAsSource,
        assertion: &Assertion,
        asserting: &[ClaimId],
        denying: &[ClaimId],
    ) -> Judgement {
        let moment = Moment::of(assertion, self.view.as_of.day).after_cessation(assertion);
        let at = |claim: &ClaimId| self.rivals.holding(self.view, *claim, moment);
        let denies = |claim: &ClaimId| at(claim) == Holding::Yes || self.denies_for_all_time(*claim);
        if let Some(claim) = denying.iter().copied().find(denies) {
            // "A former trustee" was one, whom the record says never to have been one.
            let was = assertion.ceased && !assertion.possible && asserting.is_empty();
            if was && self.denies_for_all_time(claim) && !self.view.is_event(claim) {
                return Judgement::by(Verdict::Contradicted, claim);
            }
            let disputed = self.rivals.opponent(self.view, claim, moment).is_some();
            return Judgement::by(if disputed { Verdict::Disputed } else { Verdict::Supported }, claim);
        }
        // When something will end that goes on as far as is known, nobody knows.
        let is_open = |claim: &ClaimId| self.view.period(*claim).is_open();
        if asserting.is_empty() || moment.is_to_come(self.view.as_of.day) && asserting.iter().any(is_open) {
            return Judgement::UNKNOWN;
        }
        // "Will no longer be supported": it still may be, and when it will end is known where an end is on record.
        let is_to_end = assertion.modality == Modality::Forecast && assertion.time.kind != TimeKind::Explicit;
        let holds = |claim: &ClaimId| !self.view.is_event(*claim) && at(claim) == Holding::Yes;
        if let Some(claim) = asserting.iter().copied().find(|claim| is_to_end && holds(claim)) {
            return if is_open(&claim) {
                Judgement::UNKNOWN
            } else {
                Judgement::by(Verdict::Supported, claim)
            };
        }
        // Before it began it was not so: a denial about some time in the past is hardly ever wrong.
        if assertion.time.kind == TimeKind::Past && !assertion.ceased && !assertion.time.ever {
            return Judgement::by(Verdict::Supported, asserting[0]);
        }
        // What ended is said to have ended on its last day, too.
        let has_ended = |claim: &ClaimId| {
            let is_over = matches!(moment, Moment::On(day) if self.view.period(*claim).ul() <= day);
            assertion.ceased && is_over
        };
        let is_wrong = |claim: &ClaimId| !has_ended(claim) && self.holds_while_denied(*claim, moment);
        if let Some(claim) = self.best(draft, asserting.iter().copied().filter(is_wrong), moment) {
            return Judgement::by(Verdict::Contradicted, claim);
        }
        let begun = asserting.iter().copied().filter(|claim| at(claim) != Holding::NotYet);
        if let Some(claim) = begun.max_by_key(|claim| (self.view.period(*claim).ul(), *claim)) {
            return Judgement::by(self.against(claim), claim);
        }
        // Nothing has begun yet, so nothing can have ended.
        let first = asserting.iter().copied().min_by_key(|claim| (self.view.period(*claim).fe(), *claim));
        first.map_or(Judgement::UNKNOWN, |claim| match self.against(claim) {
            Verdict::Supported if assertion.ceased && self.is_of_earlier_date(assertion, claim) => {
                Judgement::UNKNOWN
            }
            Verdict::Supported if assertion.ceased => Judgement::by(Verdict::Premature, claim),
            verdict => Judgement::by(verdict, claim),
        })
    }

    /// Whether a sentence tells of dates gone by what is to be only from a future day on: "closed for repairs in 2019" is another
    /// closing than that of next year.
    fn is_of_earlier_date(&self, assertion: &Assertion, claim: ClaimId) -> bool {
        let since = assertion.time.from.filter(|_| assertion.ceased);
        let told = assertion.time.until.or(since);
        let is_past = told.is_some_and(|told| told.latest < self.view.as_of.day);
        assertion.time.kind == TimeKind::Explicit
            && is_past
            && !self.view.period(claim).is_pending()
            && !self.view.has_begun(claim)
    }

    /// The verdict of a claim on its denial where it does not hold: what is pending may have changed.
    fn against(&self, claim: ClaimId) -> Verdict {
        let outgrown = self.view.period(claim).is_pending() && self.is_due(claim);
        if outgrown { Verdict::Presumed } else { Verdict::Supported }
    }

    /// Whether a claim certainly holds at `moment`, at which it is denied.
    fn holds_while_denied(&self, claim: ClaimId, moment: Moment) -> bool {
        let is_event = self.view.is_event(claim);
        // "Has not won since 2023": only what happened after 2023 is denied.
        if let Moment::Through { from: Some(from), until: None, .. } = moment
            && is_event
        {
            return self.view.period(claim).fe() > from.latest;
        }
        if is_event && !matches!(moment, Moment::UpTo(_)) {
            return self.rivals.holding(self.view, claim, moment) == Holding::Yes;
        }
        let newer = self.rivals.newer(self.view, claim);
        match moment.denied_days() {
            SaidDays::Every(first, last) => holding::holds_within(self.view, claim, newer, first, last),
            SaidDays::Some(bound) => holding::certain_days(self.view, claim, newer)
                .is_some_and(|(first, last)| first <= bound.earliest && bound.latest <= last),
            SaidDays::Any => false,
        }
    }

    /// The best confirmed of the claims that hold, then the first.
    fn best(
        &self,
        draft: &DraftAsSource,
        claims: impl Iterator<Item = ClaimId>,
        moment: Moment,
    ) -> Option<ClaimId> {
        claims.min_by_key(|claim| {
            let rank = match self.strength(*claim, moment) {
                _ if draft.supports(self.view, *claim).next().is_none() => 2,
                Verdict::Supported => 0,
                Verdict::Presumed => 1,
                _ => 2,
            };
            (rank, *claim)
        })
    }

    /// The verdict of a claim that holds at `moment` and says the same.
    fn support(&self, claim: ClaimId, moment: Moment) -> Verdict {
        match self.rivals.opponent(self.view, claim, moment) {
            Some(_) => Verdict::Disputed,
            None => self.strength(claim, moment),
        }
    }

    /// How well it is confirmed that a claim holds at `moment`.
    fn strength(&self, claim: ClaimId, moment: Moment) -> Verdict {
        if self.view.supports(claim).next().is_none() {
            return Verdict::Unsourced;
        }
        if self.view.period(claim).is_pending() {
            return self.against(claim);
        }
        // What was so when a source last confirmed it cannot have changed since.
        let known = moment.is_known(self.view.period(claim));
        if !known && self.is_due(claim) { Verdict::Presumed } else { Verdict::Supported }
    }

    /// Whether an open claim was confirmed too long ago, or, where it is pending, may have begun since.
    fn is_due(&self, claim: ClaimId) -> bool {
        let period = self.view.period(claim);
        if period.is_pending() && !self.view.is_not_yet(claim) {
            return true;
        }
        let recheck = self.review_every(claim);
        let due = recheck.and_then(|recheck| super::review_due(self.view, claim, recheck));
        period.is_open()
            && (period.is_pending() || !self.view.is_event(claim))
            && due.is_some_and(|due: Day| due < self.view.as_of.day)
    }

    /// How often a claim has to be confirmed, by its relation.
    fn review_every(&self, claim: ClaimId) -> Option<Length> {
        let relation = self.view.claims().relation(claim)?;
        self.view.graph.base.relations.record(relation)?.review_every
    }
}
