//! The words that several pages use: where a record stands, a claim in a line, how things stand on the day asked about.

use super::Shown;
use crate::check::{authority, object, say};
use crate::engine::stated_period;
use crate::model::{ClaimId, Code, Object};
use crate::render::{Tone, distance_words};
use crate::text::Place;
use crate::time::{Answer, Edge, bound_words, day_words, period_words, when_words};

impl Shown<'_> {
    /// File and line.
    pub(super) fn place(&self, place: Place) -> String {
        let files = &self.session.gathered.files;
        format!("{}:{}", files.get(place.file).path(), files.positions(place).0.line)
    }

    /// What a claim says, without quotation marks.
    pub(super) fn statement(&self, claim: ClaimId) -> String {
        say(self.base(), claim).trim_matches(['“', '”', '`']).to_owned()
    }

    /// A claim in a line: what it says, when, on whose authority, its id.
    pub(super) fn in_a_line(&self, claim: ClaimId) -> String {
        format!(
            "{} ({}; {}) [{}]",
            self.statement(claim),
            period_words(stated_period(self.view, claim)),
            authority(self.view, claim),
            self.view.claims().id(claim)
        )
    }

    /// Subject, relation and object with their ids; nothing for a claim that has only a statement.
    pub(super) fn says(&self, claim: ClaimId) -> Option<String> {
        let (base, claims) = (self.base(), self.view.claims());
        let relation = claims.relation(claim)?;
        let subject = claims.subject(claim).map_or("something", |subject| base.entities.name(subject));
        let not = if claims.denies(claim) { "denied: " } else { "" };
        let label = base.relations.label(relation);
        Some(format!("{not}{subject} – {label} – {}", object(base, claims.object(claim))))
    }

    /// The same by the ids of subject, relation and object.
    pub(super) fn says_in_ids(&self, claim: ClaimId) -> String {
        let (base, claims) = (self.base(), self.view.claims());
        let subject = claims.subject(claim).map(|subject| base.entities.id(subject));
        let relation = claims.relation(claim).map(|relation| base.relations.id(relation));
        let object = match claims.object(claim) {
            Object::Entity(entity) => Some(base.entities.id(entity)),
            Object::Value(_) | Object::None => None,
        };
        format!("[{}]", subject.into_iter().chain(relation).chain(object).collect::<Vec<_>>().join(", "))
    }

    /// How the claim stands on the day asked about, in a sentence.
    pub(super) fn standing(&self, claim: ClaimId) -> (Tone, String) {
        let (view, claims) = (self.view, self.view.claims());
        let day = view.as_of.day;
        if let Some(correction) = self.correction(claim) {
            return (Tone::Bad, format!("never true, says {}", self.in_a_line(correction)));
        }
        if !claims.is_datable(claim) {
            return (Tone::Bad, "unknown: its dates cannot be read".to_owned());
        }
        if !view.is_live(claim) {
            return (Tone::Faint, "not known yet: none of its sources had been published".to_owned());
        }
        let period = view.period(claim);
        if view.is_event(claim) || (period.is_single_date() && period.ul() < day) {
            return self.event(claim);
        }
        if let Some(newer) = self.taken_over_by(claim) {
            let since = when_words(claims.period(newer).start());
            return (Tone::Doubtful, format!("replaced {since} by {}", self.in_a_line(newer)));
        }
        if period.ul() < day {
            let ago = distance_words(period.end(), day);
            return (Tone::Plain, format!("no longer true: ended {}, {ago} ago", when_words(period.end())));
        }
        if period.fe() > day {
            return (Tone::Plain, format!("not yet true: begins {}", when_words(period.start())));
        }
        if claims.period(claim).start_edge() != Edge::Stated && claims.period(claim).is_open() {
            return self.undated(claim);
        }
        match period.holds_on(day) {
            Answer::Yes => (Tone::Good, "true".to_owned()),
            _ if period.presumed_on(day) => self.presumed(claim),
            _ => (Tone::Doubtful, "perhaps true: its dates are too imprecise to tell".to_owned()),
        }
    }

    fn event(&self, claim: ClaimId) -> (Tone, String) {
        let period = self.view.period(claim);
        let day = self.view.as_of.day;
        let when = period_words(period);
        match (period.fe() > day, period.ul() < day) {
            (true, _) => (Tone::Plain, format!("still to come: {when}")),
            (_, true) => (Tone::Good, format!("happened {when}, {} ago", distance_words(period.end(), day))),
            _ => (Tone::Good, format!("happens {when}")),
        }
    }

    fn undated(&self, claim: ClaimId) -> (Tone, String) {
        match self.view.last_attestation(claim) {
            Some(last) => {
                let ago = distance_words(last, self.view.as_of.day);
                (
                    Tone::Doubtful,
                    format!("true when last confirmed, {}, {ago} ago; it has no dates", when_words(last)),
                )
            }
            None => (Tone::Doubtful, "unknown: it has no dates, and no dated source confirms it".to_owned()),
        }
    }

    fn presumed(&self, claim: ClaimId) -> (Tone, String) {
        let day = self.view.as_of.day;
        if self.view.period(claim).ue() >= day {
            return (Tone::Doubtful, "presumed to have begun; its start is not recorded".to_owned());
        }
        match self.view.last_attestation(claim) {
            Some(last) => {
                let ago = distance_words(last, day);
                let stale = self.involving(claim).any(|finding| finding.code == Code::Stale);
                let (tone, long) =
                    if stale { (Tone::Doubtful, ", which is too long ago") } else { (Tone::Good, "") };
                (tone, format!("presumed to go on: last confirmed {}, {ago} ago{long}", when_words(last)))
            }
            None => (Tone::Doubtful, "presumed to go on, but no dated source confirms it".to_owned()),
        }
    }

    /// The days asked about, in words.
    pub(super) fn as_of(&self) -> String {
        let day = day_words(self.view.as_of.day);
        match self.view.as_of.known_by {
            Some(known) => format!("{day}, using sources published by {}", bound_words(known.into())),
            None => day,
        }
    }
}
