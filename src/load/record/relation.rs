//! Relations from RON.

use super::RecordReader;
use crate::load::lexicon;
use crate::load::link;
use crate::load::ron::wire::RelationSchema;
use crate::model::{Code, FileFact, Finding, Relation, RelationId, Site};
use crate::text::{Place, Span};
use crate::time::Length;

/// Reads the relation at `span`.
pub fn read(reader: &mut RecordReader<'_>, span: Span) {
    reader.record::<RelationSchema>(span, |reader, wire, place| {
        let Some(name) = reader.id("a relation", wire.id.as_deref(), place) else { return };
        let review_every = reader.length(&name, "review_every", wire.review_every.as_deref(), place);
        let tolerance = reader.tolerance(&name, wire.tolerance, place);
        let phrasings = reader.phrasings(&name, wire.phrasings, place);
        let reads = reader.examples(wire.reads, place);
        let named: Vec<&str> = phrasings.iter().flat_map(|(_, phrasing)| phrasing.entities()).collect();
        let named = named.into_iter().map(|entity| reader.base.entities.intern(entity)).collect();
        let id = reader.base.relations.intern(&name);
        let record = Relation {
            label: wire.label,
            functional: wire.functional,
            exclusive: wire.exclusive,
            one_value: wire.one_value,
            figure: wire.figure,
            once: wire.once,
            symmetric: wire.symmetric,
            event: wire.event,
            inverse: wire.inverse.map(|inverse| reader.base.relations.intern(&inverse)),
            narrower_than: reader.relations(&wire.narrower_than),
            incompatible_with: reader.relations(&wire.incompatible_with),
            excludes_others: reader.relations(&wire.excludes_others),
            before: reader.relations(&wire.before),
            review_every,
            takes: wire.takes,
            tolerance,
            units: wire.units,
            phrasings,
            words: lexicon::entries(wire.words),
            like: wire.like,
            said_as: wire.said_as,
            topic: wire.topic,
            property: wire.property,
            akin: wire.akin,
            named,
            part_or_whole: wire.part_or_whole,
            unsaid: wire.unsaid,
            concerns: wire.concerns.iter().map(|id| reader.base.entities.intern(id)).collect(),
            reads,
            note: wire.note,
            place,
        };
        if let Err(second) = reader.base.relations.describe(id, record) {
            let finding = link::relation_twice(&reader.base, id, &second);
            reader.findings.push(finding);
        }
    });
}

impl RecordReader<'_> {
    /// The relations with these ids.
    pub(super) fn relations(&mut self, ids: &[String]) -> Vec<RelationId> {
        ids.iter().map(|id| self.base.relations.intern(id)).collect()
    }

    /// A length of time; anything else becomes a finding.
    pub(super) fn length(
        &mut self,
        owner: &str,
        field: &'static str,
        written: Option<&str>,
        place: Place,
    ) -> Option<Length> {
        let written = written?;
        match Length::parse(written) {
            Ok(length) => Some(length),
            Err(error) => {
                let fact = FileFact::LengthInvalid {
                    owner: owner.to_owned(),
                    field,
                    written: written.to_owned(),
                    reason: error.to_string(),
                };
                let finding = Finding::new(Code::MalformedRecord, fact, Site::field(place, field))
                    .about(owner)
                    .key(field);
                self.findings.push(finding);
                None
            }
        }
    }

    fn tolerance(&mut self, owner: &str, share: Option<f64>, place: Place) -> Option<f64> {
        let share = share?;
        if (0.0..=1.0).contains(&share) {
            return Some(share);
        }
        let fact = FileFact::ToleranceInvalid { relation: owner.to_owned(), tolerance: share.to_string() };
        let finding = Finding::new(Code::MalformedRecord, fact, Site::field(place, "tolerance"))
            .about(owner)
            .key("tolerance");
        self.findings.push(finding);
        None
    }
}
