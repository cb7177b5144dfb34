//! Claims from RON.

use std::borrow::Cow;

use ron::value::RawValue;

use super::{RecordReader, malformed_date};
use crate::amounts::AmountLexicon;
use crate::load::examples::ExamplesWire;
use crate::load::locate::parts_in_record;
use crate::load::ron::wire::{
    AllowWire, CitationRecord, CitationWire, ClaimSchema, ClaimWire, Str, Translated,
};
use crate::load::value::read_value;
use crate::model::{
    Allow, CitationDetail, ClaimDetail, Code, Field, FileFact, Finding, Link, LinkKind, NewClaim, Object,
    Site, Stance, Value, ValueSort,
};
use crate::text::{Place, Span};
use crate::time::Period;

/// Reads the claim at `span`.
pub fn read(reader: &mut RecordReader<'_>, span: Span) {
    reader.record::<ClaimSchema>(span, |reader, wire, place| {
        let Some(id) = claim_id(reader, &wire, place) else { return };
        let period = reader.period(&id, wire.valid.as_ref(), place);
        let object = reader.object(&id, &wire, place);
        let (statement, translations) = wire.statement.map(Translated::led).unwrap_or_default();
        let row = NewClaim {
            id: &id,
            statement: &statement,
            subject: wire.subject.as_ref().map(|subject| reader.base.entities.intern(subject.as_str())),
            relation: wire.relation.as_ref().map(|relation| reader.base.relations.intern(relation.as_str())),
            object,
            period,
            denies: wire.not,
            preferred: wire.preferred,
            place,
        };
        reader.base.claims.push(&row);
        for (index, citation) in wire.sources.into_iter().enumerate() {
            reader.citation(&id, index, citation, place);
        }
        reader.details(
            &id,
            wire.announced,
            [wire.supersedes, wire.corrects, wire.repeats],
            wire.allow,
            (translations, wire.reads, wire.note),
            place,
        );
    });
}

/// The id without copying it, in the usual case.
fn claim_id<'a>(reader: &mut RecordReader<'_>, wire: &ClaimWire<'a>, place: Place) -> Option<Cow<'a, str>> {
    let written = wire.id.as_ref();
    let plain = written.is_some_and(|id| {
        let text = id.as_str();
        !text.is_empty() && text.trim().len() == text.len() && !text.contains(char::is_control)
    });
    if plain {
        return written.map(|id| id.0.clone());
    }
    reader.id("a claim", written.map(Str::as_str), place).map(Cow::Owned)
}

impl RecordReader<'_> {
    fn period(&mut self, owner: &str, valid: Option<&Str<'_>>, place: Place) -> Option<Period> {
        let Some(valid) = valid else { return Some(Period::UNKNOWN) };
        match Period::parse(valid.as_str().trim()) {
            Ok(period) => Some(period),
            Err(error) => {
                self.findings.push(malformed_date(owner, "valid", valid.as_str(), &error, place));
                None
            }
        }
    }

    fn object(&mut self, owner: &str, wire: &ClaimWire<'_>, place: Place) -> Object {
        let entity = wire.object.as_ref().map(|object| self.base.entities.intern(object.as_str()));
        let value = wire.value.map(|raw| value(raw, self.words)).and_then(|read| match read {
            Ok((value, written)) => Some(self.base.values.intern(value, &written)),
            Err(reason) => {
                let fact = FileFact::ValueInvalid { claim: owner.to_owned(), reason };
                let finding = Finding::new(Code::MalformedValue, fact, Site::field(place, "value"))
                    .about(owner)
                    .key("value");
                self.findings.push(finding);
                None
            }
        });
        Object { entity, value }
    }

    fn citation(&mut self, owner: &str, index: usize, wire: CitationWire<'_>, place: Place) {
        let record = match wire {
            CitationWire::Id(id) => {
                let source = self.base.sources.intern(id.as_str());
                return self.base.claims.cite(source, None);
            }
            CitationWire::Record(record) => record,
        };
        let CitationRecord { source, quote, locator, attests, stance } = record;
        let Some(source) = source else {
            let site = Site::element(place, "sources", index);
            let fact = FileFact::CitationWithoutSource { claim: owner.to_owned() };
            let finding = Finding::new(Code::MalformedRecord, fact, site).about(owner).key("sources");
            self.findings.push(finding);
            return;
        };
        let attests = attests.and_then(|written| match crate::time::parse_date(written.trim()) {
            Ok(bound) => Some(bound),
            Err(error) => {
                let mut finding = malformed_date(owner, "attests", &written, &error, place);
                finding.site = Site::element(place, "sources", index);
                self.findings.push(finding);
                None
            }
        });
        let stance = stance.unwrap_or(Stance::Supports);
        let source = self.base.sources.intern(&source);
        self.base.claims.cite(source, Some(CitationDetail { quote, locator, attests, stance }));
    }

    fn details(
        &mut self,
        owner: &str,
        announced: Option<Str<'_>>,
        links: [Vec<Str<'_>>; 3],
        allow: Vec<AllowWire>,
        (translations, reads, note): (Vec<(String, String)>, ExamplesWire, Option<Str<'_>>),
        place: Place,
    ) {
        let says_more = note.is_some() || !translations.is_empty() || !reads.is_empty();
        if announced.is_none() && !says_more && allow.is_empty() && links.iter().all(Vec::is_empty) {
            return;
        }
        // Looked up once, so that not each is searched for from the start of the record.
        let written = (!allow.is_empty())
            .then(|| parts_in_record(self.text, place.span, Field::Element("allow", 0)))
            .flatten()
            .unwrap_or_default();
        let kinds = [LinkKind::Supersedes, LinkKind::Corrects, LinkKind::Repeats];
        let links = kinds.into_iter().zip(links);
        let detail = ClaimDetail {
            announced: self.date(owner, "announced", announced.as_ref().map(Str::as_str), place),
            links: links
                .flat_map(|(kind, ids)| ids.into_iter().map(move |id| Link { kind, to: id.0.into_owned() }))
                .collect(),
            allows: allow
                .into_iter()
                .enumerate()
                .filter_map(|(index, wire)| {
                    let site = Site::element(place, "allow", index);
                    let span = site.field.and_then(|field| written.of(field)).unwrap_or(place.span);
                    self.allow(owner, wire, site, Place { span, ..place })
                })
                .collect(),
            translations,
            reads: self.examples(reads, place),
            note: note.map(|note| note.0.into_owned()),
        };
        self.base.claims.detail(detail);
    }

    /// `place` is exactly where it is written.
    fn allow(&mut self, owner: &str, wire: AllowWire, site: Site, place: Place) -> Option<Allow> {
        let (Some(code), Some(reason)) = (&wire.code, wire.reason.filter(|reason| !reason.trim().is_empty()))
        else {
            let missing = if wire.code.is_none() { "code" } else { "reason" };
            let fact = FileFact::AllowIncomplete { claim: owner.to_owned(), missing };
            let finding = Finding::new(Code::MalformedRecord, fact, site).about(owner).key("allow");
            self.findings.push(finding);
            return None;
        };
        let until = match wire.until.as_deref().map(crate::time::parse_date) {
            None => None,
            Some(Ok(bound)) => Some(bound),
            Some(Err(error)) => {
                let mut finding =
                    malformed_date(owner, "until", wire.until.as_deref().unwrap_or(""), &error, site.place);
                finding.site = site;
                self.findings.push(finding);
                return None;
            }
        };
        Some(Allow { code: code.clone(), reason, until, place })
    }
}

/// A value as it is in the file: text, a number, or text with its sort before it, as in `amount("10 USD")`.
fn value(raw: &RawValue, words: &AmountLexicon) -> Result<(Value, String), String> {
    let written = raw.get_ron().trim();
    let sorts = [("amount", ValueSort::Amount), ("date", ValueSort::Date), ("text", ValueSort::Text)];
    for (word, sort) in sorts {
        let inner = written.strip_prefix(word).map(str::trim_start).and_then(|rest| rest.strip_prefix('('));
        if let Some(inner) = inner.and_then(|rest| rest.strip_suffix(')')) {
            let text = plain_text(inner.trim().trim_end_matches(','))?;
            return read_value(&text, Some(sort), words).map(|value| (value, text));
        }
    }
    if written.starts_with(|first: char| first.is_ascii_digit() || matches!(first, '-' | '+' | '.')) {
        let number = written.replace('_', "");
        return read_value(&number, Some(ValueSort::Amount), words).map(|value| (value, number));
    }
    let text = plain_text(written)?;
    read_value(&text, None, words).map(|value| (value, text))
}

fn plain_text(written: &str) -> Result<String, String> {
    ron::from_str::<String>(written).map_err(|_| {
        "expected text in quotation marks, a number, or `amount(\"…\")`, `date(\"…\")`, `text(\"…\")`"
            .to_owned()
    })
}
