//! Entities from RON.

use super::RecordReader;
use crate::load::link;
use crate::load::ron::wire::EntitySchema;
use crate::model::Entity;
use crate::text::Span;

/// Reads the entity at `span`.
pub fn read(reader: &mut RecordReader<'_>, span: Span) {
    reader.record::<EntitySchema>(span, |reader, wire, place| {
        let Some(id) = reader.id("an entity", wire.id.as_deref(), place) else { return };
        let id = reader.base.entities.intern(&id);
        let part_of = wire.part_of.iter().map(|whole| reader.base.entities.intern(whole)).collect();
        let aliases_in = wire.aliases_in.into_iter();
        let record = Entity {
            name: wire.name,
            aliases: wire.aliases,
            aliases_in: aliases_in
                .flat_map(|(code, names)| names.into_iter().map(move |name| (code.clone(), name)))
                .collect(),
            kind: wire.kind,
            part_of,
            note: wire.note,
            place,
        };
        if let Err(second) = reader.base.entities.describe(id, record) {
            let finding = link::entity_twice(&reader.base, id, &second);
            reader.findings.push(finding);
        }
    });
}
