//! A verdict as a finding: what is wrong in plain words, since when, on whose authority, and what to do.

use super::{authority, successor};
use crate::check::say::{say, source};
use crate::graph::View;
use crate::model::{
    Assertion, ClaimId, Code, Finding, Modality, Polarity, ReadSentence, Reading, Severity, Site, TimeKind,
    Verdict,
};
use crate::text::Place;
use crate::time::{Edge, bound_words, day_words, period_words, when_words};

use super::disputed;
use super::holding::{self, Holding, Moment};

/// What a finding needs to know of the draft besides the sentence.
#[derive(Debug, Clone, Copy)]
pub struct AboutDraft<'a> {
    /// The draft.
    pub reading: &'a Reading,
    /// The sentence.
    pub sentence: &'a ReadSentence,
}

/// The finding that a verdict comes to, if it comes to one.
#[must_use]
pub fn finding(view: &View<'_>, draft: AboutDraft<'_>, assertion: &Assertion) -> Option<Finding> {
    let code = code(assertion.verdict)?;
    let teller = Teller { view, draft, assertion };
    let (message, label, help) = teller.tell()?;
    let place = Place { file: draft.reading.file, span: assertion.span };
    let mut finding = Finding::new(code, message, Site::exact(place))
        .label(label)
        .help(help)
        .key(key(&draft.sentence.text));
    finding.severity = softened(code.severity(), assertion.modality);
    let claims = view.claims();
    let deciding = assertion.decided_by.into_iter().chain(assertion.claims.iter().copied());
    for claim in deciding
        .filter(|claim| Some(*claim) == assertion.decided_by || assertion.verdict != Verdict::Contradicted)
    {
        if !finding.claims.iter().any(|known| known == claims.id(claim)) {
            finding.claims.push(claims.id(claim).to_owned());
        }
    }
    if let Some(claim) = assertion.decided_by {
        finding = finding.related(teller.record(claim), Site::field(claims.place(claim), "valid"));
        let other = match assertion.verdict {
            Verdict::Outdated => successor(view, claim),
            Verdict::Disputed => teller.opponent(claim),
            _ => None,
        };
        if let Some(other) = other {
            finding = finding.related(teller.record(other), Site::field(claims.place(other), "valid"));
        }
    }
    Some(finding)
}

fn code(verdict: Verdict) -> Option<Code> {
    match verdict {
        Verdict::Presumed => Some(Code::Stale),
        Verdict::Outdated => Some(Code::Outdated),
        Verdict::Premature => Some(Code::Premature),
        Verdict::Misdated => Some(Code::Misdated),
        Verdict::Contradicted => Some(Code::Contradicted),
        Verdict::Disputed => Some(Code::Disputed),
        Verdict::Unsourced => Some(Code::Unsourced),
        Verdict::Unknown => Some(Code::Unknown),
        Verdict::Supported | Verdict::Unclear => None,
    }
}

/// What is quoted or attributed gets a lower severity, never silence.
fn softened(severity: Severity, modality: Modality) -> Severity {
    match (modality, severity) {
        (Modality::Stated, severity) => severity,
        (_, Severity::Error) => Severity::Warning,
        (_, Severity::Warning | Severity::Note) => Severity::Note,
    }
}

/// A sentence as it is identified: in lower case, with single spaces.
pub(super) fn key(sentence: &str) -> String {
    sentence.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

struct Teller<'a> {
    view: &'a View<'a>,
    draft: AboutDraft<'a>,
    assertion: &'a Assertion,
}

impl Teller<'_> {
    /// Message, label and help.
    fn tell(&self) -> Option<(String, String, String)> {
        let Some(claim) = self.assertion.decided_by else { return self.unknown() };
        let base = self.view.graph.base;
        let said = say(base, claim);
        Some(match self.assertion.verdict {
            Verdict::Outdated => self.outdated(claim),
            Verdict::Premature => self.premature(claim, &said),
            Verdict::Misdated => self.misdated(claim, &said),
            Verdict::Contradicted => self.contradicted(claim, &said),
            Verdict::Presumed => (
                format!(
                    "{said} was last vouched for by {}, which is too long ago to rely on",
                    authority(self.view, claim)
                ),
                "nothing newer vouches for this".to_owned(),
                "look whether it is still so; add a newer source to the claim, or date the sentence"
                    .to_owned(),
            ),
            Verdict::Unsourced => (
                format!("the only claim that supports this stands on no source: {said}"),
                "supported, but by nothing that was cited".to_owned(),
                format!(
                    "find a source and cite it in `{}`, or name in the sentence who says so",
                    self.id(claim)
                ),
            ),
            Verdict::Disputed => self.disputed(claim),
            Verdict::Supported | Verdict::Unknown | Verdict::Unclear => return None,
        })
    }

    fn unknown(&self) -> Option<(String, String, String)> {
        (self.assertion.verdict == Verdict::Unknown).then(|| {
            (
                "nothing on record speaks of this".to_owned(),
                "not on record".to_owned(),
                "record it as a claim with a source if it matters".to_owned(),
            )
        })
    }

    fn outdated(&self, claim: ClaimId) -> (String, String, String) {
        let base = self.view.graph.base;
        let newer = successor(self.view, claim);
        let until = self.end_words(claim);
        let since = newer.map_or_else(String::new, |newer| format!("; since then {}", say(base, newer)));
        let held = if self.held_when_written(claim) { " It was right when it was written." } else { "" };
        let message = format!("this was so {until}{since}.{held}");
        let label = format!(
            "so {}, no longer",
            period_words(self.view.claims().period(claim)).trim_start_matches("at ")
        );
        let help = match newer {
            Some(newer) => format!(
                "put a date to it (“{until}”), or say what holds now: {} ({})",
                say(base, newer),
                self.cite(newer)
            ),
            None => format!("put a date to it: “{until}” ({})", self.cite(claim)),
        };
        (message.trim_end_matches('.').to_owned(), label, help)
    }

    fn premature(&self, claim: ClaimId, said: &str) -> (String, String, String) {
        let period = self.view.claims().period(claim);
        let begins = when_words(period.start());
        let message =
            format!("this is not so yet as of {}: {said} begins {begins}", day_words(self.view.as_of.day));
        let announced = self.view.claims().announced(claim);
        let help = match announced {
            Some(announced) => {
                format!("say that it was announced {} and begins {begins}", when_words(announced))
            }
            None => format!("say when it begins ({begins}), or leave it out until then"),
        };
        (message, format!("begins {begins}"), help)
    }

    fn misdated(&self, claim: ClaimId, said: &str) -> (String, String, String) {
        let is = period_words(self.view.claims().period(claim));
        let time = self.assertion.time;
        let named =
            time.from.or(time.until).map_or_else(String::new, |bound| format!(", not {}", when_words(bound)));
        let message = format!("the date is wrong: {said} {is}{named}, says {}", authority(self.view, claim));
        (
            message,
            format!("on record: {is}"),
            format!("write the date on record ({is}), or correct the claim `{}`", self.id(claim)),
        )
    }

    fn contradicted(&self, claim: ClaimId, said: &str) -> (String, String, String) {
        let denies = self.assertion.polarity == Polarity::Denies;
        let when = period_words(self.view.claims().period(claim));
        let message = if denies {
            format!(
                "this denies what is on record: {said} holds {when}, says {}",
                authority(self.view, claim)
            )
        } else {
            format!("this cannot be: {said} ({when}), says {}", authority(self.view, claim))
        };
        let label = if denies { "on record it is so" } else { "excluded by what is on record" };
        (
            message,
            label.to_owned(),
            format!("say what is on record, or correct the claim `{}` if the draft is right", self.id(claim)),
        )
    }

    fn disputed(&self, claim: ClaimId) -> (String, String, String) {
        let says = |claim: ClaimId| {
            format!("{}, says {}", say(self.view.graph.base, claim), authority(self.view, claim))
        };
        let against = self.opponent(claim).map_or_else(String::new, |other| format!("; but {}", says(other)));
        (
            format!("the record contradicts itself here: {}{against}", says(claim)),
            "which of the two is right?".to_owned(),
            "find out which claim is right and mend the other one; `erstwhile check` shows both. Until then, say who says so"
                .to_owned(),
        )
    }

    /// The claim that contradicts the one that decided.
    fn opponent(&self, claim: ClaimId) -> Option<ClaimId> {
        let moment = Moment::of(self.assertion, self.view.as_of.day);
        let moment = match self.assertion.polarity {
            Polarity::Asserts => moment,
            Polarity::Denies => moment.after_cessation(self.assertion),
        };
        disputed::opponent_of(self.view, claim, moment)
    }

    /// "until 21 January 2025", as exactly as it is known.
    fn end_words(&self, claim: ClaimId) -> String {
        let period = self.view.claims().period(claim);
        if period.end_edge() == Edge::Stated {
            return format!("until {}", bound_words(period.end()));
        }
        match successor(self.view, claim) {
            Some(newer) => format!("until {}", bound_words(self.view.claims().period(newer).start())),
            None => "before".to_owned(),
        }
    }

    fn held_when_written(&self, claim: ClaimId) -> bool {
        let present = self.assertion.time.kind == TimeKind::Present;
        let written =
            self.draft.reading.date.filter(|date| date.is_finite() && date.latest < self.view.as_of.day);
        present
            && written
                .is_some_and(|date| holding::at(self.view, claim, Moment::On(date.latest)) == Holding::Yes)
    }

    /// A claim's record in a few words.
    fn record(&self, claim: ClaimId) -> String {
        format!(
            "`{}`: {} ({})",
            self.id(claim),
            period_words(self.view.claims().period(claim)),
            authority(self.view, claim)
        )
    }

    /// The newest source, with its address.
    fn cite(&self, claim: ClaimId) -> String {
        let base = self.view.graph.base;
        let newest = self
            .view
            .supports(claim)
            .max_by_key(|citation| base.sources.published(citation.source).map(|date| date.latest));
        let Some(newest) = newest else { return "no source on record".to_owned() };
        let address = base.sources.record(newest.source).and_then(|record| record.url.as_deref());
        let name = source(base, newest.source);
        address.map_or(name.clone(), |address| format!("{name}, {address}"))
    }

    fn id(&self, claim: ClaimId) -> &str {
        self.view.claims().id(claim)
    }
}
