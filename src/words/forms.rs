//! The forms in which a detail of a fact can stand in a message: `$older` is the claim in quotation marks, `$older-id` its id,
//! `$older-valid` its period. The list of forms is in the head of `messages/en.ftl`, for translators.

use fluent_bundle::FluentValue;

use super::wording::Wording;
use crate::model::{Attested, ClaimId, Detail, Object, SourceId, Suggestion};

/// Characters of a statement that a message quotes; the record shows the rest.
const LONGEST: usize = 160;

impl<'a> Wording<'a> {
    /// The value of a detail in a form; the empty form is its usual one.
    pub(super) fn form<'b>(&self, detail: Detail<'b>, form: &str) -> FluentValue<'b>
    where
        'a: 'b,
    {
        match detail {
            Detail::Absent => FluentValue::from("none"),
            Detail::Word(word) => FluentValue::from(word),
            Detail::Text(text) => FluentValue::from(text),
            Detail::Texts(texts) => FluentValue::from(self.list(texts.iter().cloned())),
            Detail::Count(count) if form == "grouped" => FluentValue::from(self.grouped(count)),
            Detail::Count(count) => FluentValue::from(count),
            Detail::Claim(claim) => self.claim(claim, form),
            Detail::Attested(attested) => self.attested(attested, form),
            Detail::Claims(claims) if form == "count" => FluentValue::from(claims.len()),
            Detail::Claims(claims) => {
                let id = |claim: &ClaimId| format!("`{}`", self.base.claims.id(*claim));
                FluentValue::from(self.list(claims.iter().map(id)))
            }
            Detail::Source(source) => self.source(source, form),
            Detail::Sources(sources) if form == "count" => FluentValue::from(sources.len()),
            Detail::Sources(sources) => {
                let id = |source: &SourceId| format!("`{}`", self.base.sources.id(*source));
                FluentValue::from(self.list(sources.iter().map(id)))
            }
            Detail::Entity(entity) if form == "id" => FluentValue::from(self.base.entities.id(entity)),
            Detail::Entity(entity) => FluentValue::from(self.base.entities.name(entity)),
            Detail::Entities(entities) if form == "count" => FluentValue::from(entities.len()),
            Detail::Entities(entities) => {
                let names = entities.iter().map(|entity| self.base.entities.name(*entity).to_owned());
                FluentValue::from(self.alternatives(names))
            }
            Detail::Relation(relation) if form == "id" => FluentValue::from(self.base.relations.id(relation)),
            Detail::Relation(relation) if form == "label" => {
                FluentValue::from(self.base.relations.label(relation).to_string())
            }
            Detail::Relation(relation) => {
                FluentValue::from(format!("“{}”", self.base.relations.label(relation)))
            }
            Detail::Relations(relations) => {
                let labels =
                    relations.iter().map(|relation| format!("“{}”", self.base.relations.label(*relation)));
                FluentValue::from(if form == "or" { self.alternatives(labels) } else { self.list(labels) })
            }
            Detail::Object(object) => FluentValue::from(self.object(object)),
            Detail::Objects(objects) if form == "count" => FluentValue::from(objects.len()),
            Detail::Objects(objects) => {
                let names = objects.iter().map(|object| self.object(*object).to_owned());
                FluentValue::from(self.list(names))
            }
            Detail::Day(day) => self.written(|calendar, out| calendar.write_day(out, day)),
            Detail::Date(date) => self.written(|calendar, out| match form {
                "when" => calendar.write_when(out, date),
                "point" => calendar.write_point(out, date),
                _ => calendar.write_bound(out, date),
            }),
            Detail::Period(period) if form == "edtf" => FluentValue::from(period.to_string()),
            Detail::Period(period) => self.written(|calendar, out| calendar.write_period(out, period)),
            Detail::Length(length) if form == "every" => FluentValue::from(self.every(length)),
            Detail::Length(length) => FluentValue::from(self.length(length)),
            Detail::Suggestion(suggestion) => FluentValue::from(self.suggestion(suggestion)),
            Detail::Fact(fact) => FluentValue::from(self.message(fact)),
        }
    }

    fn claim<'b>(&self, claim: ClaimId, form: &str) -> FluentValue<'b>
    where
        'a: 'b,
    {
        let claims = &self.base.claims;
        match form {
            "id" => FluentValue::from(claims.id(claim)),
            "valid" => self.written(|calendar, out| calendar.write_period(out, claims.period(claim))),
            "start" => self.written(|calendar, out| calendar.write_when(out, claims.period(claim).start())),
            "end" => self.written(|calendar, out| calendar.write_point(out, claims.period(claim).end())),
            _ => FluentValue::from(self.statement(claim)),
        }
    }

    fn attested<'b>(&self, attested: Attested, form: &str) -> FluentValue<'b>
    where
        'a: 'b,
    {
        match (form, attested.source) {
            ("by", _) => FluentValue::from(self.authority(attested)),
            ("source", None) => FluentValue::from("none"),
            ("source", Some(source)) => FluentValue::from(self.source_name(source)),
            ("cite", None) => FluentValue::from(self.phrase("no-source", &[])),
            ("cite", Some(source)) => {
                let name = self.source_name(source);
                let record = self.base.sources.record(source);
                FluentValue::from(match record.and_then(|record| record.url.as_deref()) {
                    Some(address) => format!("{name}, {address}"),
                    None => name,
                })
            }
            _ => self.claim(attested.claim, form),
        }
    }

    fn source<'b>(&self, source: SourceId, form: &str) -> FluentValue<'b>
    where
        'a: 'b,
    {
        match form {
            "id" => FluentValue::from(self.base.sources.id(source)),
            "title" => FluentValue::from(self.base.sources.title(source)),
            _ => FluentValue::from(self.source_name(source)),
        }
    }

    /// What a claim says, in quotation marks: its statement, else subject, relation and object; its id if it has neither.
    #[must_use]
    pub fn statement(&self, claim: ClaimId) -> String {
        let claims = &self.base.claims;
        let statement = claims.statement(claim);
        match statement.char_indices().nth(LONGEST) {
            Some((end, _)) => format!("“{}…”", statement[..end].trim_end()),
            None if statement.is_empty() && claims.relation(claim).is_none() => {
                format!("`{}`", claims.id(claim))
            }
            None => format!("“{}”", self.said(claim)),
        }
    }

    /// The same whole, without quotation marks.
    #[must_use]
    pub fn said(&self, claim: ClaimId) -> String {
        let claims = &self.base.claims;
        let statement = claims.statement(claim);
        if !statement.is_empty() {
            return statement.to_owned();
        }
        let Some(relation) = claims.relation(claim) else { return claims.id(claim).to_owned() };
        let subject = match claims.subject(claim) {
            Some(subject) => self.base.entities.name(subject).to_owned(),
            None => self.phrase("something", &[]),
        };
        let label = self.base.relations.label(relation);
        let said = format!("{subject} {label} {}", self.object(claims.object(claim)));
        if claims.denies(claim) { self.phrase("not-so-that", &[("said", Detail::Text(&said))]) } else { said }
    }

    /// The far side of a claim.
    #[must_use]
    pub fn object(&self, object: Object) -> &'a str {
        match object {
            Object::None => "…",
            Object::Entity(entity) => self.base.entities.name(entity),
            Object::Value(value) => self.base.values.written(value),
        }
    }

    /// A number with its thousands set apart: `12,000`.
    #[must_use]
    pub fn grouped(&self, count: usize) -> String {
        let (digits, separator) = (count.to_string(), self.phrase("thousands-separator", &[]));
        let mut text = String::with_capacity(digits.len() + digits.len() / 3);
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                text.push_str(&separator);
            }
            text.push(digit);
        }
        text
    }

    /// A source in a few words: publisher and day, else title, else id.
    #[must_use]
    pub fn source_name(&self, source: SourceId) -> String {
        let record = self.base.sources.record(source);
        let publisher = record.and_then(|record| record.publisher.as_deref());
        let mut name = publisher.unwrap_or_else(|| self.base.sources.title(source)).to_owned();
        if let Some(published) = record.and_then(|record| record.published) {
            name.push_str(", ");
            self.language.calendar.write_bound(&mut name, published);
        }
        name
    }

    /// On whose authority a claim stands: its newest source, and how many more there are.
    #[must_use]
    pub fn authority(&self, attested: Attested) -> String {
        let Some(source) = attested.source else { return self.phrase("no-source", &[]) };
        let name = self.source_name(source);
        match attested.more {
            0 => name,
            more => {
                let more = Detail::Count(more as usize);
                self.phrase("and-more", &[("first", Detail::Text(&name)), ("more", more)])
            }
        }
    }

    /// What a sentence could say, in the language of that sentence.
    #[must_use]
    pub fn suggestion(&self, suggestion: Suggestion) -> String {
        let there = Wording { language: self.draft_language, ..*self };
        match suggestion {
            Suggestion::Until(date) => there.phrase("suggest-until", &[("date", Detail::Date(date))]),
            Suggestion::Since(date) => there.phrase("suggest-since", &[("date", Detail::Date(date))]),
            Suggestion::On(date) => there.phrase("suggest-on", &[("date", Detail::Date(date))]),
            Suggestion::During(period) => {
                there.phrase("suggest-during", &[("period", Detail::Period(period))])
            }
            Suggestion::End(date) => date.to_string(),
        }
    }
}
