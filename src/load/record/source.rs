//! Sources from RON.

use super::RecordReader;
use crate::load::link;
use crate::load::ron::wire::SourceSchema;
use crate::model::Source;
use crate::text::Span;

/// Reads the source at `span`.
pub fn read(reader: &mut RecordReader<'_>, span: Span) {
    reader.record::<SourceSchema>(span, |reader, wire, place| {
        let Some(name) = reader.id("a source", wire.id.as_deref(), place) else { return };
        let published = reader.date(&name, "published", wire.published.as_deref(), place);
        let id = reader.base.sources.intern(&name);
        let derived_from =
            wire.derived_from.iter().map(|origin| reader.base.sources.intern(origin)).collect();
        let record = Source {
            title: wire.title,
            publisher: wire.publisher,
            url: wire.url,
            published,
            kind: wire.kind,
            derived_from,
            note: wire.note,
            place,
        };
        if let Err(second) = reader.base.sources.describe(id, record) {
            let finding = link::source_twice(&reader.base, id, &second);
            reader.findings.push(finding);
        }
    });
}
