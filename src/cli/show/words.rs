//! The words that several pages use: where a record is, a claim in a line, how things are on the day asked about.

use super::ShownRecord;
use crate::engine::stated_period;
use crate::model::{ClaimId, Code, Detail, SourceKind};
use crate::render::Tone;
use crate::text::Place;
use crate::time::{Answer, Bound, Edge};

impl ShownRecord<'_> {
    /// File and line.
    pub(super) fn place(&self, place: Place) -> String {
        let files = &self.session.gathered.files;
        format!("{}:{}", files.get(place.file).path(), files.positions(place).0.line)
    }

    /// What kind of record it is, its id, and its place.
    pub(super) fn headed(&self, what: &'static str, id: &str, place: Option<Place>) -> String {
        let place = place.map(|place| self.place(place));
        let details =
            [("what", Detail::Word(what)), ("id", Detail::Text(id)), ("place", Detail::from(&place))];
        self.words().phrase("show-head", &details)
    }

    /// Whether a source is first-hand.
    pub(super) fn kind(&self, kind: SourceKind) -> String {
        self.words().phrase("show-source-kind", &[("kind", Detail::Word(kind.as_str()))])
    }

    /// What a claim says, without quotation marks.
    pub(super) fn statement(&self, claim: ClaimId) -> String {
        self.words().said(claim)
    }

    /// A claim with its best source.
    fn attested(&self, claim: ClaimId) -> Detail<'static> {
        Detail::Attested(self.view.attested(claim))
    }

    /// A claim in a line: what it says, when, on whose authority, its id.
    pub(super) fn in_a_line(&self, claim: ClaimId) -> String {
        let details = [
            ("said", Detail::Text(&self.statement(claim))),
            ("valid", Detail::Period(stated_period(self.view, claim))),
            ("claim", self.attested(claim)),
        ];
        self.words().phrase("show-line", &details)
    }

    /// Subject, relation and object with their ids; nothing for a claim that has only a statement.
    pub(super) fn says(&self, claim: ClaimId) -> Option<String> {
        let (base, claims) = (self.base(), self.view.claims());
        let relation = claims.relation(claim)?;
        let subject = match claims.subject(claim) {
            Some(subject) => self.words().entity(subject).to_owned(),
            None => self.word("something"),
        };
        let label = self.words().relation(relation);
        let said = if base.relations.is_one_place(relation) {
            format!("{subject} – {label}")
        } else {
            format!("{subject} – {label} – {}", self.words().object(claims.object(claim)))
        };
        let denied = claims.denies(claim);
        Some(if denied { self.words().phrase("show-denied", &[("said", Detail::Text(&said))]) } else { said })
    }

    /// The same by the ids of subject, relation and object.
    pub(super) fn says_in_ids(&self, claim: ClaimId) -> String {
        let (base, claims) = (self.base(), self.view.claims());
        let subject = claims.subject(claim).map(|subject| base.entities.id(subject));
        let relation = claims.relation(claim).map(|relation| base.relations.id(relation));
        let object = claims.object(claim).entity.map(|entity| base.entities.id(entity));
        format!("[{}]", subject.into_iter().chain(relation).chain(object).collect::<Vec<_>>().join(", "))
    }

    /// How the claim is on the day asked about, in a sentence.
    pub(super) fn standing(&self, claim: ClaimId) -> (Tone, String) {
        let (view, claims) = (self.view, self.view.claims());
        let day = view.as_of.day;
        if let Some(correction) = self.correction(claim) {
            return self.state(
                Tone::Bad,
                "corrected",
                &[("other", Detail::Text(&self.in_a_line(correction)))],
            );
        }
        if !claims.is_datable(claim) {
            return self.state(Tone::Bad, "unusable", &[]);
        }
        if !view.is_live(claim) {
            return self.state(Tone::Faint, "unpublished", &[]);
        }
        let period = view.period(claim);
        if period.is_pending() {
            return self.awaited(claim);
        }
        if view.is_event(claim) || (period.is_single_date() && period.ul() < day) {
            return self.event(claim);
        }
        if let Some(newer) = self.taken_over_by(claim) {
            let since = Detail::Date(claims.period(newer).start());
            let other = self.in_a_line(newer);
            return self.state(
                Tone::Doubtful,
                "replaced",
                &[("date", since), ("other", Detail::Text(&other))],
            );
        }
        if period.ul() < day {
            return self.state_since(Tone::Plain, "ended", period.end());
        }
        if period.fe() > day {
            return self.state(Tone::Plain, "begins", &[("date", Detail::Date(period.start()))]);
        }
        if claims.period(claim).start_edge() != Edge::Stated && claims.period(claim).is_open() {
            return match view.last_attestation(claim) {
                Some(last) => self.state_since(Tone::Doubtful, "undated", last),
                None => self.state(Tone::Doubtful, "unconfirmed", &[]),
            };
        }
        match period.holds_on(day) {
            Answer::Yes => self.state(Tone::Good, "true", &[]),
            _ if period.presumed_on(day) => self.presumed(claim),
            _ => self.state(Tone::Doubtful, "perhaps", &[]),
        }
    }

    /// A sentence of the message `show-standing`, which has one for each state.
    fn state(
        &self,
        tone: Tone,
        state: &'static str,
        details: &[(&'static str, Detail<'_>)],
    ) -> (Tone, String) {
        let mut all = vec![("state", Detail::Word(state))];
        all.extend_from_slice(details);
        for name in ["date", "ago", "other", "valid"] {
            if !details.iter().any(|(known, _)| *known == name) {
                all.push((name, Detail::Absent));
            }
        }
        (tone, self.words().phrase("show-standing", &all))
    }

    /// The same of a date, with how long ago that is.
    fn state_since(&self, tone: Tone, state: &'static str, date: Bound) -> (Tone, String) {
        let ago = self.words().distance(date, self.view.as_of.day);
        self.state(tone, state, &[("date", Detail::Date(date)), ("ago", Detail::from(&ago))])
    }

    /// The state of a claim that had not begun when it was last confirmed.
    fn awaited(&self, claim: ClaimId) -> (Tone, String) {
        let is_stale = || self.involving(claim).any(|finding| finding.code == Code::Stale);
        let not_before = self.view.claims().period(claim).not_before();
        if let Some(newer) = self.view.successor(claim) {
            let since = Detail::Date(self.view.claims().period(newer).start());
            let other = self.in_a_line(newer);
            let details = [("date", since), ("other", Detail::Text(&other))];
            return self.state(Tone::Doubtful, "replaced-plan", &details);
        }
        if let Some(day) = not_before {
            let state = if day > self.view.as_of.day { "not-before" } else { "may-have-begun" };
            return self.state(Tone::Doubtful, state, &[("date", Detail::Date(Bound::day(day)))]);
        }
        match self.view.last_attestation(claim) {
            Some(last) if is_stale() => self.state_since(Tone::Doubtful, "not-yet-stale", last),
            Some(last) => self.state_since(Tone::Plain, "not-yet", last),
            None => self.state(Tone::Doubtful, "not-yet-unconfirmed", &[]),
        }
    }

    fn event(&self, claim: ClaimId) -> (Tone, String) {
        let period = self.view.period(claim);
        let day = self.view.as_of.day;
        let ago = self.words().distance(period.end(), day);
        let details = [("valid", Detail::Period(period)), ("ago", Detail::from(&ago))];
        match (period.fe() > day, period.ul() < day) {
            (true, _) => self.state(Tone::Plain, "to-come", &details),
            (_, true) => self.state(Tone::Good, "happened", &details),
            _ => self.state(Tone::Good, "happens", &details),
        }
    }

    fn presumed(&self, claim: ClaimId) -> (Tone, String) {
        if self.view.period(claim).ue() >= self.view.as_of.day {
            return self.state(Tone::Doubtful, "presumed-begun", &[]);
        }
        match self.view.last_attestation(claim) {
            Some(last) if self.involving(claim).any(|finding| finding.code == Code::Stale) => {
                self.state_since(Tone::Doubtful, "stale", last)
            }
            Some(last) => self.state_since(Tone::Good, "presumed", last),
            None => self.state(Tone::Doubtful, "presumed-unconfirmed", &[]),
        }
    }

    /// The days asked about, in words.
    pub(super) fn as_of(&self) -> String {
        let known_by = self.view.as_of.known_by.map_or(Detail::Absent, Detail::Day);
        let details = [("day", Detail::Day(self.view.as_of.day)), ("known_by", known_by)];
        self.words().phrase("show-day", &details)
    }
}
