//! What a claim says, and what a relation is called, in the past, until now, denied, or ended: for sentences that are to be printed.
//!
//! The first word of a label is its verb. Its forms are in the messages: the irregular ones by the word, the others by its ending.
//! Where a label has no such form, it stays as it is. What is said only by a statement is quoted: nothing takes prose apart.

use std::borrow::Cow;

use crate::amounts::written_amount;
use crate::model::{Amount, ClaimId, Detail, RelationId, SaidValue, Takes, Value, ValueId, ValueSort};
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
    /// What was so at some time: "was".
    Once,
    /// What has been so since then: "has been".
    Since,
    /// What is not so.
    Not,
    /// What was not so.
    WasNot,
    /// What has not been so since then.
    HasNot,
    /// What has ended.
    NoLonger,
    /// What is possible: "may be".
    Possible,
    /// What is planned: "is to be".
    Planned,
}

impl VerbForm {
    /// The form that a message names.
    pub(super) fn named(name: &str) -> Option<Self> {
        match name {
            "was" => Some(Self::Past),
            "once" => Some(Self::Once),
            "has" => Some(Self::Since),
            "not" => Some(Self::Not),
            "was-not" => Some(Self::WasNot),
            "has-not" => Some(Self::HasNot),
            "no-longer" => Some(Self::NoLonger),
            "possible" => Some(Self::Possible),
            "planned" => Some(Self::Planned),
            _ => None,
        }
    }

    /// The messages with its irregular forms, and with its endings.
    fn keys(self) -> [&'static str; 2] {
        match self {
            Self::Past => ["verb-past", "verb-past-endings"],
            Self::Once => ["verb-once", "verb-once-endings"],
            Self::Since => ["verb-since", "verb-since-endings"],
            Self::Not => ["verb-not", "verb-not-endings"],
            Self::WasNot => ["verb-was-not", "verb-was-not-endings"],
            Self::HasNot => ["verb-has-not", "verb-has-not-endings"],
            Self::NoLonger => ["verb-no-longer", "verb-no-longer-endings"],
            Self::Possible | Self::Planned => ["verb-plain", "verb-plain-endings"],
        }
    }

    /// What goes before a label that has no such form.
    pub(super) fn lead(self) -> &'static str {
        match self {
            Self::Possible => "possible-so",
            Self::Planned => "planned-so",
            _ => "not-so",
        }
    }

    /// The form behind words that say of the whole that it is not so, for a label without this one: "it is not true that it was".
    pub(super) fn otherwise(self) -> Option<Self> {
        match self {
            Self::WasNot => Some(Self::Past),
            Self::HasNot => Some(Self::Since),
            _ => None,
        }
    }

    /// The words around the plain form of a verb.
    fn around(self) -> Option<&'static str> {
        match self {
            Self::Possible => Some("verb-possible"),
            Self::Planned => Some("verb-planned"),
            _ => None,
        }
    }
}

impl Wording<'_> {
    /// Whether a relation says when, and a date behind its label has the preposition that this one ends with: "was founded on".
    pub(super) fn says_when(&self, relation: RelationId) -> bool {
        let takes = self.base.relations.record(relation).and_then(|record| record.takes);
        takes.and_then(Takes::value) == Some(ValueSort::Date)
            && self.before_date(&self.relation(relation)).is_some()
    }

    /// A label without the preposition of a date at its end.
    fn before_date<'l>(&self, label: &'l str) -> Option<&'l str> {
        label.strip_suffix(&self.phrase("date-preposition", &[]))?.strip_suffix(' ')
    }

    /// The label of a relation as it stands before its far side, which of a date is "on 5 May" or "in May".
    pub(super) fn plain_label(&self, relation: RelationId) -> Cow<'_, str> {
        let label = self.relation(relation);
        match self.before_date(&label).filter(|_| self.says_when(relation)) {
            Some(short) => Cow::Owned(short.to_owned()),
            None => label,
        }
    }

    /// The label of a relation in a form of its verb; `None` where its first word has no such form.
    pub(super) fn label_as(&self, relation: RelationId, form: VerbForm) -> Option<String> {
        let label = self.plain_label(relation);
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
        let said = form
            .around()
            .map_or_else(|| said.clone(), |key| self.phrase(key, &[("plain", Detail::Text(&said))]));
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

    /// Whether a claim has its statement in this very language.
    fn is_stated(&self, claim: ClaimId) -> bool {
        let code = self.language.code;
        let claims = &self.base.claims;
        let translations = claims.details(claim).map_or(&[][..], |detail| detail.translations.as_slice());
        !claims.statement(claim).is_empty()
            && (code == default_language().code || translations.iter().any(|(language, _)| language == code))
    }

    /// What a claim says as a part of a sentence, if its relation can say it: its statement says it otherwise.
    fn said_by_relation(&self, claim: ClaimId, form: Option<VerbForm>) -> Option<String> {
        let claims = &self.base.claims;
        let (relation, object) = (claims.relation(claim)?, claims.object(claim));
        let amount = object.value.and_then(|value| self.amount(value));
        // A value that is no amount is written in one language only; a statement in this one says an amount best.
        let is_foreign = || match (object.value, &amount) {
            (Some(_), Some(_)) => self.is_stated(claim) || !self.is_labelled(relation),
            (Some(_), None) => true,
            (None, _) => !self.is_labelled(relation),
        };
        let has_statement = !claims.statement_in(claim, self.language.code).is_empty();
        if claims.denies(claim) || has_statement && is_foreign() {
            return None;
        }
        let label = form.and_then(|form| self.label_as(relation, form));
        let label = label.unwrap_or_else(|| self.plain_label(relation).into_owned());
        let subject = self.entity(claims.subject(claim)?);
        let far = match (self.own_date(claim), self.base.relations.is_one_place(relation)) {
            (_, true) => return Some(format!("{subject} {label}")),
            (Some(date), false) if self.says_when(relation) => Cow::Owned(self.when(date)),
            (Some(date), false) => Cow::Owned(self.date(date)),
            (None, false) => match &amount {
                Some(amount) => self.far_side(object.entity.map(|entity| self.entity(entity)), Some(amount)),
                None => self.object(object),
            },
        };
        Some(format!("{subject} {label} {far}"))
    }

    /// A value as it was given, or, if that was in another language, as this one writes it where it can.
    pub(super) fn value<'v>(&self, value: &'v SaidValue) -> Cow<'v, str> {
        let amount = value.amount.as_ref().filter(|_| value.language != self.language.code);
        let written = amount.and_then(|amount| self.amount_written(amount));
        written.map_or(Cow::Borrowed(&value.written), Cow::Owned)
    }

    /// An amount on record as this language writes it, where it can: records may be written in any.
    fn amount(&self, value: ValueId) -> Option<String> {
        match self.base.values.get(value) {
            Value::Amount(amount) => self.amount_written(amount),
            _ => None,
        }
    }

    fn amount_written(&self, amount: &Amount) -> Option<String> {
        let pack = self.base.languages.iter().find(|pack| pack.code == self.language.code)?;
        written_amount(amount, pack)
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
