//! What is wrong with a sentence, in plain words: since when, on whose authority, and what to do.

use super::finding::AboutDraft;
use super::holding::{self, Holding, Moment};
use super::{Judge, authority};
use crate::check::say::{say, source};
use crate::model::{AssertedTime, Assertion, Base, ClaimId, Polarity, TimeKind, Verdict};
use crate::time::{Edge, bound_words, day_words, period_words, when_words};

/// The words of a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// What is wrong.
    pub message: String,
    /// A few words beside the place.
    pub label: String,
    /// What to do.
    pub help: String,
}

impl Told {
    fn new(message: impl Into<String>, label: impl Into<String>, help: impl Into<String>) -> Self {
        Self { message: message.into(), label: label.into(), help: help.into() }
    }
}

/// Words the finding about one assertion.
pub struct Teller<'a, 'v> {
    /// What judged it.
    pub judge: &'a Judge<'v>,
    /// Where it stands.
    pub draft: AboutDraft<'a>,
    /// What is told of.
    pub assertion: &'a Assertion,
    /// The claims that matter besides the one that decided.
    pub others: &'a [ClaimId],
}

impl Teller<'_, '_> {
    /// What is wrong; `None` if nothing is.
    #[must_use]
    pub fn tell(&self) -> Option<Told> {
        let Some(claim) = self.assertion.decided_by else { return self.unknown() };
        match self.assertion.verdict {
            Verdict::Outdated => Some(self.outdated(claim)),
            Verdict::Premature => Some(self.premature(claim)),
            Verdict::Misdated => Some(self.misdated(claim)),
            Verdict::Contradicted => Some(self.contradicted(claim)),
            Verdict::Disputed => Some(self.disputed(claim)),
            Verdict::Presumed => Some(self.presumed(claim)),
            Verdict::Unsourced => Some(self.unsourced(claim)),
            Verdict::Supported | Verdict::Unknown | Verdict::Unclear => None,
        }
    }

    /// A claim's record in a few words.
    #[must_use]
    pub fn record(&self, claim: ClaimId) -> String {
        format!("`{}`: {} ({})", self.id(claim), self.when(claim), self.authority(claim))
    }

    fn unknown(&self) -> Option<Told> {
        (self.assertion.verdict == Verdict::Unknown).then(|| {
            Told::new(
                "nothing on record speaks of this",
                "not on record",
                "look it up; if it matters, record it as a claim with its dates and its source",
            )
        })
    }

    fn outdated(&self, claim: ClaimId) -> Told {
        let until = self.end_words(claim);
        let (first, last) = (self.others.first().copied(), self.others.last().copied());
        let now = last.filter(|last| {
            let today = Moment::On(self.judge.view.as_of.day);
            matches!(
                self.judge.rivals.holding(self.judge.view, *last, today),
                Holding::Yes | Holding::Perhaps
            )
        });
        let since = match (first, now) {
            (Some(first), Some(now)) if first != now => {
                format!(
                    "; {} {}, and now {}",
                    self.follows(claim, first),
                    self.end_words(first),
                    self.say(now)
                )
            }
            (Some(first), None) => format!("; {} {}", self.follows(claim, first), self.end_words(first)),
            (_, Some(now)) if self.hands_over(claim, now) => format!("; since then {}", self.say(now)),
            (_, Some(now)) => format!("; {} {}", self.when(now), self.say(now)),
            (None, None) => String::new(),
        };
        let held =
            if self.held_when_written(claim) { "; it was right when the draft was written" } else { "" };
        let help = match now {
            Some(now) => {
                format!(
                    "put a date to it (“{until}”), or say what holds now: {} ({})",
                    self.say(now),
                    self.cite(now)
                )
            }
            None => format!("put a date to it: “{until}” ({})", self.cite(claim)),
        };
        Told::new(format!("this was so {until}{since}{held}"), format!("was so {}", self.when(claim)), help)
    }

    /// What came after, and since when, if that does not follow.
    fn follows(&self, claim: ClaimId, newer: ClaimId) -> String {
        if self.hands_over(claim, newer) {
            return format!("then {}", self.say(newer));
        }
        let from = when_words(self.judge.view.claims().period(newer).start());
        format!("later, {from}, {}", self.say(newer))
    }

    /// Whether one claim ends where the other begins.
    fn hands_over(&self, claim: ClaimId, newer: ClaimId) -> bool {
        let claims = self.judge.view.claims();
        let (one, two) = (claims.period(claim), claims.period(newer));
        one.end_edge() != Edge::Stated
            || one.end().touches(two.start())
            || one.end().latest.next() == two.start().earliest
    }

    fn premature(&self, claim: ClaimId) -> Told {
        let begins = when_words(self.judge.view.claims().period(claim).start());
        let today = day_words(self.judge.view.as_of.day);
        let help = match self.judge.view.claims().announced(claim) {
            Some(announced) => {
                format!("say that it was announced {} and begins {begins}", when_words(announced))
            }
            None => format!("say when it begins ({begins}), or leave it out until then"),
        };
        Told::new(
            format!("this is not so yet on {today}: {} begins {begins}{}", self.say(claim), self.says(claim)),
            format!("begins {begins}"),
            help,
        )
    }

    fn misdated(&self, claim: ClaimId) -> Told {
        let is = self.when(claim);
        let on_record = if self.judge.view.is_event(claim) { "it happened" } else { "it holds" };
        Told::new(
            format!(
                "the date is wrong: on record {on_record} {is}{}: {}{}",
                said(self.assertion.time),
                self.say(claim),
                self.says(claim)
            ),
            format!("on record {on_record} {is}"),
            format!("write the date on record ({is}), or correct the claim `{}`", self.id(claim)),
        )
    }

    fn contradicted(&self, claim: ClaimId) -> Told {
        let (said, is, says) = (self.say(claim), self.when(claim), self.says(claim));
        let correct =
            format!("say what is on record; if the draft is right, correct the claim `{}`", self.id(claim));
        if self.assertion.polarity == Polarity::Denies {
            return Told::new(
                format!("this denies what is on record: {said} ({is}){says}"),
                "on record it is so",
                correct,
            );
        }
        let message = if self.judge.view.claims().denies(claim) {
            format!("this is denied on record: {said} ({is}){says}")
        } else {
            format!("on record it is otherwise: {said} ({is}){says}; both cannot be")
        };
        Told::new(message, "not what is on record", correct)
    }

    fn disputed(&self, claim: ClaimId) -> Told {
        let says = |claim: ClaimId| format!("{}{}", self.say(claim), self.says(claim));
        let against = self.others.iter().map(|other| format!("; but {}", says(*other))).collect::<String>();
        Told::new(
            format!("the record contradicts itself here: {}{against}", says(claim)),
            "which of the two is right?",
            "find out which claim is right and mend the other one; `erstwhile check` shows both. Until then, write who says so",
        )
    }

    fn presumed(&self, claim: ClaimId) -> Told {
        let by = self.authority(claim);
        Told::new(
            format!(
                "this may have changed: {} was last vouched for by {by}, too long ago to rely on",
                self.say(claim)
            ),
            "nothing newer vouches for this",
            format!(
                "look whether it is still so; then add a newer source to `{}`, or put a date to the sentence",
                self.id(claim)
            ),
        )
    }

    fn unsourced(&self, claim: ClaimId) -> Told {
        Told::new(
            format!("what supports this stands on no source: {}", self.say(claim)),
            "on record, but without a source",
            format!(
                "find a source and cite it in `{}`, or write in the sentence who says so",
                self.id(claim)
            ),
        )
    }

    /// "until 21 January 2025", as exactly as it is known.
    fn end_words(&self, claim: ClaimId) -> String {
        let claims = self.judge.view.claims();
        if claims.period(claim).end_edge() == Edge::Stated {
            return format!("until {}", bound_words(claims.period(claim).end()));
        }
        match self.judge.rivals.newer(self.judge.view, claim) {
            Some(newer) => format!("until {}", bound_words(claims.period(newer).start())),
            None => "before".to_owned(),
        }
    }

    fn held_when_written(&self, claim: ClaimId) -> bool {
        let view = self.judge.view;
        let present = self.assertion.time.kind == TimeKind::Present;
        let written = self.draft.reading.date.filter(|date| date.is_finite() && date.latest < view.as_of.day);
        present
            && written.is_some_and(|date| holding::at(view, claim, Moment::On(date.latest)) == Holding::Yes)
    }

    /// Who vouches for it, to stand behind what is said; that nobody does.
    fn says(&self, claim: ClaimId) -> String {
        match self.judge.view.supports(claim).next() {
            Some(_) => format!(", says {}", self.authority(claim)),
            None => ", for which no source is on record".to_owned(),
        }
    }

    /// The newest source, with its address.
    fn cite(&self, claim: ClaimId) -> String {
        let base = self.base();
        let newest = self
            .judge
            .view
            .supports(claim)
            .max_by_key(|citation| base.sources.published(citation.source).map(|date| date.latest));
        let Some(newest) = newest else { return "no source on record".to_owned() };
        let address = base.sources.record(newest.source).and_then(|record| record.url.as_deref());
        let name = source(base, newest.source);
        address.map_or(name.clone(), |address| format!("{name}, {address}"))
    }

    fn base(&self) -> &Base {
        self.judge.view.graph.base
    }

    fn say(&self, claim: ClaimId) -> String {
        say(self.base(), claim)
    }

    fn when(&self, claim: ClaimId) -> String {
        period_words(self.judge.view.claims().period(claim))
    }

    fn authority(&self, claim: ClaimId) -> String {
        authority(self.judge.view, claim)
    }

    fn id(&self, claim: ClaimId) -> &str {
        self.judge.view.claims().id(claim)
    }
}

/// The date that a sentence gives, as what it should not be.
fn said(time: AssertedTime) -> String {
    match (time.from, time.until) {
        (Some(on), Some(_)) if time.within => format!(", not {}", when_words(on)),
        (Some(from), Some(until)) => format!(", not from {} until {}", bound_words(from), bound_words(until)),
        (Some(from), None) => format!(", not since {}", bound_words(from)),
        (None, Some(until)) => format!(", not until {}", bound_words(until)),
        (None, None) => String::new(),
    }
}
