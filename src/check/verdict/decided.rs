//! What decided a verdict, as a fact: which claim, since when, what came after it, what holds now. Says nothing in words.

use super::Judge;
use super::circular::DraftAsSource;
use super::finding::AboutDraft;
use super::holding::{self, Holding};
use super::moment::Moment;
use crate::model::{
    Assertion, Attested, ClaimId, DraftFact, Fact, PlaceFact, Polarity, Role, Suggestion, TimeKind, Verdict,
};
use crate::time::{Bound, Edge, Period};

/// Makes the fact of the verdict on one assertion.
pub(super) struct Decision<'a, 'v> {
    pub judge: &'a Judge<'v>,
    pub draft: AboutDraft<'a>,
    pub assertion: &'a Assertion,
    /// The other claims that matter.
    pub others: &'a [ClaimId],
}

impl Decision<'_, '_> {
    /// The fact.
    pub(super) fn fact(&self) -> DraftFact {
        let Some(claim) = self.assertion.decided_by else { return self.undecided() };
        let period = self.judge.view.period(claim);
        match self.assertion.verdict {
            Verdict::Supported | Verdict::Premature if period.is_pending() => self.not_yet(claim),
            Verdict::Presumed if period.is_pending() => self.may_have_begun(claim),
            Verdict::Supported => DraftFact::Supported { claim: self.attested(claim) },
            Verdict::Outdated => self.outdated(claim),
            Verdict::Premature => self.premature(claim),
            Verdict::Misdated => self.misdated(claim),
            Verdict::Contradicted => self.contradicted(claim),
            Verdict::Disputed => DraftFact::Disputed {
                claim: self.attested(claim),
                against: self.others.first().map(|other| self.attested(*other)),
            },
            Verdict::Presumed => self.presumed(claim),
            Verdict::Unsourced => self.unsourced(claim),
            Verdict::Unknown | Verdict::Unclear => self.undecided(),
        }
    }

    /// The note at the record of a claim.
    pub(super) fn record(&self, claim: ClaimId) -> Fact {
        PlaceFact::Record { claim: self.attested(claim) }.into()
    }

    fn undecided(&self) -> DraftFact {
        self.assertion.unclear().map_or(DraftFact::Unknown {}, |why| DraftFact::Unclear { why })
    }

    fn outdated(&self, claim: ClaimId) -> DraftFact {
        let until = self.end(claim);
        let (first, last) = (self.others.first().copied(), self.others.last().copied());
        let now = last.filter(|last| self.may_hold_now(*last));
        let then = first.filter(|_| first != now);
        let period = self.judge.view.claims().period(claim);
        let begins = |next: ClaimId| self.judge.view.claims().period(next).start();
        DraftFact::Outdated {
            claim: self.attested(claim),
            held: until.map_or(period, |until| period.ended_on(until)),
            until,
            then: then.map(|then| self.attested(then)),
            then_until: then.and_then(|then| self.end(then)),
            now: now.map(|now| self.attested(now)),
            from: first.filter(|first| !self.hands_over(claim, *first)).map(begins),
            written: if self.held_when_written(claim) { "held" } else { "unknown" },
            suggest: until.map(Suggestion::Until),
        }
    }

    /// Whether a claim holds on the day of the view, as far as its dates say.
    fn may_hold_now(&self, claim: ClaimId) -> bool {
        let today = Moment::On(self.judge.view.as_of.day);
        let holding = self.judge.rivals.holding(self.judge.view, claim, today);
        matches!(holding, Holding::Yes | Holding::Perhaps)
    }

    /// Whether one claim ends where the other begins.
    fn hands_over(&self, claim: ClaimId, newer: ClaimId) -> bool {
        let claims = self.judge.view.claims();
        let (one, two) = (claims.period(claim), claims.period(newer));
        one.end_edge() != Edge::Stated
            || one.end().touches(two.start())
            || one.end().latest.next() == two.start().earliest
    }

    /// When a claim ended: by its own period, else because another one took over.
    fn end(&self, claim: ClaimId) -> Option<Bound> {
        let claims = self.judge.view.claims();
        if claims.period(claim).end_edge() == Edge::Stated {
            return Some(claims.period(claim).end());
        }
        self.judge.rivals.newer(self.judge.view, claim).map(|newer| claims.period(newer).start())
    }

    fn held_when_written(&self, claim: ClaimId) -> bool {
        let view = self.judge.view;
        let present = self.assertion.time.kind == TimeKind::Present;
        let written = self.draft.reading.date.filter(|date| date.is_finite() && date.latest < view.as_of.day);
        present
            && written.is_some_and(|date| holding::at(view, claim, Moment::On(date.latest)) == Holding::Yes)
    }

    fn premature(&self, claim: ClaimId) -> DraftFact {
        let claims = self.judge.view.claims();
        DraftFact::Premature {
            claim: self.attested(claim),
            said: if self.assertion.polarity == Polarity::Denies { "ended" } else { "holds" },
            begins: claims.period(claim).start(),
            announced: claims.announced(claim),
            as_of: self.judge.view.as_of.day,
        }
    }

    fn not_yet(&self, claim: ClaimId) -> DraftFact {
        let said = match (self.assertion.verdict, self.assertion.polarity) {
            (Verdict::Supported, _) => "agrees",
            (_, Polarity::Denies) => "ended",
            (_, Polarity::Asserts) => "holds",
        };
        DraftFact::NotYet {
            claim: self.attested(claim),
            said,
            confirmed: self.judge.view.last_attestation(claim),
            not_before: self.judge.view.claims().period(claim).not_before(),
        }
    }

    fn may_have_begun(&self, claim: ClaimId) -> DraftFact {
        DraftFact::MayHaveBegun {
            claim: self.attested(claim),
            confirmed: self.judge.view.last_attestation(claim),
            not_before: self.judge.view.claims().period(claim).not_before(),
        }
    }

    fn misdated(&self, claim: ClaimId) -> DraftFact {
        let view = self.judge.view;
        let period = view.claims().period(claim);
        let how = match view.is_event(claim) {
            _ if period.fe() > view.as_of.day => "coming",
            true => "happened",
            false if period.is_open() => "open",
            false => "ended",
        };
        DraftFact::Misdated {
            claim: self.attested(claim),
            how,
            from: self.assertion.time.from,
            until: self.assertion.time.until,
            suggest: self.began(period).or_else(|| suggested(period)),
        }
    }

    /// The time to suggest where a sentence says when something began: "bought in 2023".
    fn began(&self, period: Period) -> Option<Suggestion> {
        let time = self.assertion.time;
        let says_when = time.within && time.names_ends && self.assertion.polarity == Polarity::Asserts;
        (says_when && period.start_edge() == Edge::Stated).then(|| Suggestion::On(period.start()))
    }

    fn contradicted(&self, claim: ClaimId) -> DraftFact {
        if let Some(unrecorded) = &self.assertion.unrecorded {
            let claims = self.judge.view.claims();
            let holder = match unrecorded.role {
                Role::Subject => claims.subject(claim),
                Role::Object => claims.object(claim).entity,
            };
            return DraftFact::NamedOtherwise {
                claim: self.attested(claim),
                holder,
                name: unrecorded.name.clone(),
            };
        }
        let denies = self.judge.view.claims().denies(claim);
        let opposite = denies || self.assertion.polarity == Polarity::Denies;
        let how = if opposite { "opposite" } else { "excluded" };
        DraftFact::Contradicted { claim: self.attested(claim), how }
    }

    fn presumed(&self, claim: ClaimId) -> DraftFact {
        DraftFact::Presumed {
            claim: self.attested(claim),
            confirmed: self.judge.view.last_attestation(claim),
            recheck: self.judge.review_every(claim),
        }
    }

    fn unsourced(&self, claim: ClaimId) -> DraftFact {
        let circular = DraftAsSource::of(self.draft.reading).circular(self.judge.view, claim);
        DraftFact::Unsourced {
            claim: self.attested(claim),
            circular: circular.map_or("none", |circular| if circular.itself { "itself" } else { "derived" }),
            source: circular.map(|circular| circular.source),
        }
    }

    /// A claim with the newest source that supports what the draft says; if there is none, the newest of all.
    fn attested(&self, claim: ClaimId) -> Attested {
        let view = self.judge.view;
        let own = DraftAsSource::of(self.draft.reading);
        let attested = Attested::new(view.graph.base, claim, own.supports(view, claim));
        if attested.source.is_some() { attested } else { view.attested(claim) }
    }
}

/// The time to suggest for what held or happened, as exactly as it is known.
fn suggested(period: Period) -> Option<Suggestion> {
    if period.is_single_date() {
        return Some(Suggestion::On(period.start()));
    }
    match (period.start_edge(), period.end_edge()) {
        (Edge::Stated, Edge::Stated) => Some(Suggestion::During(period)),
        (Edge::Stated, _) => Some(Suggestion::Since(period.start())),
        (_, Edge::Stated) => Some(Suggestion::Until(period.end())),
        _ => None,
    }
}
