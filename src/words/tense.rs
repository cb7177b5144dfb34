//! What a claim says, and what a relation is called, in the past, until now, denied, or ended: for sentences that are to be printed.
//!
//! The first word of a label is its verb. Its forms are in the messages: the irregular ones by the word, the others by its ending.
//! Where a label has no such form, it stays as it is. What is said only by a statement is quoted: nothing takes prose apart.

use std::borrow::Cow;

use crate::model::{ClaimId, Detail, RelationId, Value};
use crate::time::{Bound, Edge};

use super::language::default_language;
use super::wording::Wording;

/// What a message of verbs says where it has no form for a word.
const NONE: &str = "-";

/// A form of the verb of a label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum VerbForm {
    /// What was so: "was".
    Past,
    /// What has been so since then: "has been".
    Since,
    /// What is not so.
    Not,
    /// What has ended.
    NoLonger,
}

impl VerbForm {
    /// The form that a message names.
    pub(super) fn named(name: &str) -> Option<Self> {
        match name {
            "was" => Some(Self::Past),
            "has" => Some(Self::Since),
            "not" => Some(Self::Not),
            "no-longer" => Some(Self::NoLonger),
            _ => None,
        }
    }

    /// The messages with its irregular forms, and with its endings.
    fn keys(self) -> [&'static str; 2] {
        match self {
            Self::Past => ["verb-past", "verb-past-endings"],
            Self::Since => ["verb-since", "verb-since-endings"],
            Self::Not => ["verb-not", "verb-not-endings"],
            Self::NoLonger => ["verb-no-longer", "verb-no-longer-endings"],
        }
    }
}

impl Wording<'_> {
    /// The label of a relation in a form of its verb; `None` where its first word has no such form.
    pub(super) fn label_as(&self, relation: RelationId, form: VerbForm) -> Option<String> {
        let label = self.relation(relation);
        let (verb, rest) = label.find(' ').map_or((&*label, ""), |end| label.split_at(end));
        let [key, endings] = form.keys();
        let mut said = self.phrase(key, &[("verb", Detail::Text(verb))]);
        if said == NONE {
            let endings = self.phrase(endings, &[]);
            said = endings.split("; ").filter_map(|row| row.split_once('=')).find_map(|(ending, form)| {
                let stem = verb.strip_suffix(ending).filter(|stem| !stem.is_empty())?;
                Some(form.replace('*', stem))
            })?;
        }
        Some(said + rest)
    }

    /// Whether a relation has a label in this very language.
    fn is_labelled(&self, relation: RelationId) -> bool {
        let label = self.base.relations.record(relation).and_then(|record| record.label.as_ref());
        label.is_some_and(|label| {
            let code = self.language.code;
            code == default_language().code || label.others().iter().any(|(other, _)| other == code)
        })
    }

    /// Whether the relation of a claim says in this language what the claim does, so that its statement is not needed.
    pub(super) fn has_label(&self, claim: ClaimId) -> bool {
        self.base.claims.relation(claim).is_some_and(|relation| self.is_labelled(relation))
    }

    /// What a claim says as a part of a sentence, if its relation can say it: its statement says it otherwise.
    fn said_by_relation(&self, claim: ClaimId, form: Option<VerbForm>) -> Option<String> {
        let claims = &self.base.claims;
        let (relation, object) = (claims.relation(claim)?, claims.object(claim));
        // A value is written in one language only.
        let is_foreign = || object.value.is_some() || !self.is_labelled(relation);
        let is_stated = !claims.statement_in(claim, self.language.code).is_empty();
        if claims.denies(claim) || is_stated && is_foreign() {
            return None;
        }
        let label = form.and_then(|form| self.label_as(relation, form));
        let label = label.unwrap_or_else(|| self.relation(relation).into_owned());
        let subject = self.entity(claims.subject(claim)?);
        let far = match (self.own_date(claim), self.base.relations.is_one_place(relation)) {
            (_, true) => return Some(format!("{subject} {label}")),
            (Some(date), false) => Cow::Owned(self.date(date)),
            (None, false) => self.object(object),
        };
        Some(format!("{subject} {label} {far}"))
    }

    /// The date that a claim gives as its far side.
    fn own_date(&self, claim: ClaimId) -> Option<Bound> {
        match self.base.values.get(self.base.claims.object(claim).value?) {
            Value::Date(date) => Some(*date),
            _ => None,
        }
    }

    /// What a claim says in a form of its verb, or in quotation marks.
    pub(super) fn told(&self, claim: ClaimId, form: Option<VerbForm>) -> String {
        self.said_by_relation(claim, form).unwrap_or_else(|| self.statement(claim))
    }

    /// What stands between a time and what a claim says.
    pub(super) fn lead(&self, claim: ClaimId) -> &'static str {
        if self.said_by_relation(claim, None).is_some() { ", " } else { ": " }
    }

    /// When a claim holds, with what stands behind it; nothing where no date is recorded.
    pub(super) fn held(&self, claim: ClaimId) -> String {
        let period = self.base.claims.period(claim);
        let edges = [period.start_edge(), period.end_edge()].map(|edge| edge == Edge::Stated);
        let when = match edges {
            _ if period.is_pending() => self.period(period),
            // It says so itself.
            _ if self.own_date(claim) == Some(period.start()) && self.lead(claim) == ", " => {
                return String::new();
            }
            [false, false] => return String::new(),
            [false, true] => {
                let mut end = String::new();
                self.language.calendar.write_point(&mut end, period.end());
                self.phrase("period-until", &[("end", Detail::Text(&end))])
            }
            _ => self.period(period),
        };
        when + self.lead(claim)
    }
}
