//! The forms in which a detail of a fact can be in a message: `$older` is the claim in quotation marks, `$older-id` its
//! id, `$older-valid` its period. The list of forms is in the head of `messages/en.ftl`, for translators.

use std::borrow::Cow;

use fluent_bundle::FluentValue;

use super::calendar::ends_of_range;
use super::tense::VerbForm;
use super::wording::Wording;
use crate::model::{Attested, ClaimId, Detail, EntityId, Object, RelationId, SourceId, Suggestion};

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
            Detail::Entity(entity) => FluentValue::from(self.entity(entity)),
            Detail::Entities(entities) if form == "count" => FluentValue::from(entities.len()),
            Detail::Entities(entities) => {
                let names = entities.iter().map(|entity| self.entity(*entity).to_owned());
                FluentValue::from(self.alternatives(names))
            }
            Detail::Relation(relation) if form == "id" => FluentValue::from(self.base.relations.id(relation)),
            Detail::Relation(relation) if form == "label" => {
                FluentValue::from(self.relation(relation).to_string())
            }
            Detail::Relation(relation) if form == "plain" => {
                FluentValue::from(self.plain_label(relation).into_owned())
            }
            Detail::Relation(relation) if form == "says-when" => {
                FluentValue::from(if self.says_when(relation) { "yes" } else { "no" })
            }
            // What goes before a label that has no such form.
            Detail::Relation(relation) if form.ends_with("-so") => {
                let wanted = form.strip_suffix("-so").and_then(VerbForm::named);
                let is_said = wanted.is_some_and(|wanted| self.label_as(relation, wanted).is_some());
                let key = wanted.map_or("not-so", VerbForm::lead);
                FluentValue::from(if is_said { String::new() } else { self.phrase(key, &[]) })
            }
            Detail::Relation(relation) => FluentValue::from(match VerbForm::named(form) {
                Some(form) => {
                    let label = self.label_as(relation, form);
                    let label = label.or_else(|| self.label_as(relation, form.otherwise()?));
                    label.unwrap_or_else(|| self.plain_label(relation).into_owned())
                }
                None => format!("“{}”", self.relation(relation)),
            }),
            Detail::Relations(relations) => {
                let labels = relations.iter().map(|relation| format!("“{}”", self.relation(*relation)));
                FluentValue::from(if form == "or" { self.alternatives(labels) } else { self.list(labels) })
            }
            Detail::Object(object) => FluentValue::from(self.object(object)),
            Detail::Objects(objects) if form == "count" => FluentValue::from(objects.len()),
            Detail::Objects(objects) => {
                let names = objects.iter().map(|object| self.object(*object).into_owned());
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
            Detail::Value(value) => FluentValue::from(self.value(value).into_owned()),
            Detail::Fact(fact) => FluentValue::from(self.message(fact)),
        }
    }

    /// Writes a detail in a form. What large reports consist of is written straight; all else as its value.
    pub(super) fn write_form(&self, detail: Detail<'_>, form: &str, out: &mut String) {
        let calendar = &self.language.calendar;
        match (detail, form) {
            (Detail::Absent, _) => out.push_str("none"),
            (Detail::Word(word), _) => out.push_str(word),
            (Detail::Text(text), _) => out.push_str(text),
            (Detail::Claim(claim) | Detail::Attested(Attested { claim, .. }), "") => {
                self.write_statement(claim, out);
            }
            (Detail::Claim(claim) | Detail::Attested(Attested { claim, .. }), "id") => {
                out.push_str(self.base.claims.id(claim));
            }
            (Detail::Claim(claim) | Detail::Attested(Attested { claim, .. }), "valid") => {
                calendar.write_period(out, self.base.claims.period(claim));
            }
            (Detail::Attested(attested), "by") => self.write_authority(attested, out),
            (Detail::Day(day), _) => calendar.write_day(out, day),
            (Detail::Date(date), "") => calendar.write_bound(out, date),
            (Detail::Date(date), "when") => calendar.write_when(out, date),
            (Detail::Date(date), "point") => calendar.write_point(out, date),
            (Detail::Claim(claim) | Detail::Attested(Attested { claim, .. }), "start") => {
                calendar.write_when(out, self.base.claims.period(claim).start());
            }
            (Detail::Period(period), "") => calendar.write_period(out, period),
            (Detail::Relation(relation), "") => {
                out.push('“');
                out.push_str(&self.relation(relation));
                out.push('”');
            }
            _ => match self.form(detail, form) {
                FluentValue::String(text) => out.push_str(&text),
                FluentValue::Number(number) => out.push_str(&number.as_string()),
                _ => {}
            },
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
            "is" => FluentValue::from(self.told(claim, None)),
            "was" => FluentValue::from(self.told(claim, Some(VerbForm::Past))),
            "has" => FluentValue::from(self.told(claim, Some(VerbForm::Since))),
            "lead" => FluentValue::from(self.lead(claim)),
            "held" => FluentValue::from(self.held(claim)),
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

    /// An entity by its name in this language.
    #[must_use]
    pub fn entity(&self, id: EntityId) -> &'a str {
        self.base.entities.name_in(id, self.language.code)
    }

    /// A relation by its label in this language.
    #[must_use]
    pub fn relation(&self, id: RelationId) -> Cow<'a, str> {
        self.base.relations.label_in(id, self.language.code)
    }

    /// What a claim says, in quotation marks: its statement, else subject, relation and object; its id if it has neither.
    #[must_use]
    pub fn statement(&self, claim: ClaimId) -> String {
        let mut out = String::new();
        self.write_statement(claim, &mut out);
        out
    }

    fn write_statement(&self, claim: ClaimId, out: &mut String) {
        let claims = &self.base.claims;
        let statement = claims.statement_in(claim, self.language.code);
        if statement.is_empty() && claims.relation(claim).is_none() {
            out.push('`');
            out.push_str(claims.id(claim));
            out.push('`');
            return;
        }
        out.push('“');
        match statement.char_indices().nth(LONGEST) {
            Some((end, _)) => {
                out.push_str(statement[..end].trim_end());
                out.push('…');
            }
            None => self.write_said(claim, out),
        }
        out.push('”');
    }

    /// The same whole, without quotation marks.
    #[must_use]
    pub fn said(&self, claim: ClaimId) -> String {
        let mut out = String::new();
        self.write_said(claim, &mut out);
        out
    }

    fn write_said(&self, claim: ClaimId, out: &mut String) {
        let claims = &self.base.claims;
        let statement = claims.statement_in(claim, self.language.code);
        if !statement.is_empty() {
            return out.push_str(statement);
        }
        let Some(relation) = claims.relation(claim) else { return out.push_str(claims.id(claim)) };
        let start = out.len();
        match claims.subject(claim) {
            Some(subject) => out.push_str(self.entity(subject)),
            None => out.push_str(&self.phrase("something", &[])),
        }
        out.push(' ');
        out.push_str(&self.relation(relation));
        if !self.base.relations.is_one_place(relation) {
            out.push(' ');
            out.push_str(&self.object(claims.object(claim)));
        }
        if claims.denies(claim) {
            let said = out.split_off(start);
            out.push_str(&self.phrase("not-so-that", &[("said", Detail::Text(&said))]));
        }
    }

    /// The far side of a claim: "OpenAI", "1 billion USD", "OpenAI (1 billion USD)".
    #[must_use]
    pub fn object(&self, object: Object) -> Cow<'a, str> {
        let entity = object.entity.map(|entity| self.entity(entity));
        let value = object.value.map(|value| self.base.values.written(value));
        self.far_side(entity, value)
    }

    /// The same by names.
    #[must_use]
    pub fn far_side<'b>(&self, entity: Option<&'b str>, value: Option<&'b str>) -> Cow<'b, str> {
        match (entity, value) {
            (Some(entity), Some(value)) => Cow::Owned(format!("{entity} ({value})")),
            (Some(one), None) | (None, Some(one)) => Cow::Borrowed(one),
            (None, None) => Cow::Borrowed("…"),
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
        let mut out = String::new();
        self.write_source(source, &mut out);
        out
    }

    fn write_source(&self, source: SourceId, out: &mut String) {
        let record = self.base.sources.record(source);
        let publisher = record.and_then(|record| record.publisher.as_deref());
        out.push_str(publisher.unwrap_or_else(|| self.base.sources.title(source)));
        if let Some(published) = record.and_then(|record| record.published) {
            out.push_str(", ");
            self.language.calendar.write_bound(out, published);
        }
    }

    /// The authority for a claim: its newest source, and how many more there are.
    #[must_use]
    pub fn authority(&self, attested: Attested) -> String {
        let mut out = String::new();
        self.write_authority(attested, &mut out);
        out
    }

    fn write_authority(&self, attested: Attested, out: &mut String) {
        match (attested.source, attested.more) {
            (None, _) => out.push_str(&self.phrase("no-source", &[])),
            (Some(source), 0) => self.write_source(source, out),
            (Some(source), more) => {
                let name = self.source_name(source);
                let more = Detail::Count(more as usize);
                out.push_str(&self.phrase("and-more", &[("first", Detail::Text(&name)), ("more", more)]));
            }
        }
    }

    /// What a sentence could say, in the language of that sentence.
    #[must_use]
    pub fn suggestion(&self, suggestion: Suggestion) -> String {
        let there = Wording { language: self.draft_language, ..*self };
        // "Until a day between …" is exact, and nothing that an article would say.
        match suggestion {
            Suggestion::Until(date) => match ends_of_range(date) {
                Some((first, _)) => there.phrase("suggest-until-at-least", &[("date", Detail::Date(first))]),
                None => there.phrase("suggest-until", &[("date", Detail::Date(date))]),
            },
            Suggestion::Since(date) => match ends_of_range(date) {
                Some((_, last)) => there.phrase("suggest-since-at-least", &[("date", Detail::Date(last))]),
                None => there.phrase("suggest-since", &[("date", Detail::Date(date))]),
            },
            Suggestion::On(date) => there.phrase("suggest-on", &[("date", Detail::Date(date))]),
            Suggestion::During(period) => {
                there.phrase("suggest-during", &[("period", Detail::Period(period))])
            }
            Suggestion::End(date) => date.to_string(),
        }
    }
}
