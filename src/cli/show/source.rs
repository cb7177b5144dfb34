//! The page of a source: its record, what it is derived from and what is derived from it, and the claims that cite it.

use super::ShownRecord;
use super::claim::LABEL;
use crate::model::{ClaimId, SourceId};
use crate::render::{Sheet, Tone};

impl ShownRecord<'_> {
    /// Adds the page of a source.
    pub(super) fn add_source(&self, sheet: &mut Sheet, source: SourceId) {
        let sources = &self.base().sources;
        sheet.heading(sources.title(source));
        let record = sources.record(source);
        let head = self.headed("source", sources.id(source), record.map(|record| record.place));
        sheet.paragraph(0, Tone::Faint, &head);
        sheet.gap();
        if let Some(record) = record {
            let published = match record.published {
                Some(date) => self.words().date(date),
                None => self.word("show-undated"),
            };
            let lines = [
                ("show-publisher", record.publisher.clone()),
                ("show-published", Some(published)),
                ("show-kind", record.kind.map(|kind| self.kind(kind))),
                ("show-address", record.url.clone()),
                ("show-note", record.note.clone()),
            ];
            for (label, text) in lines {
                if let Some(text) = text {
                    let tone = if label == "show-address" { Tone::Link } else { Tone::Plain };
                    sheet.field(2, LABEL, &self.word(label), tone, &text);
                }
            }
        }
        self.add_origins(sheet, source);
        let claims = self.view.claims();
        let cites =
            |claim: &ClaimId| claims.citations(*claim).iter().any(|citation| citation.source == source);
        let found: Vec<ClaimId> = claims.iter().filter(cites).collect();
        self.add_list(sheet, &found);
    }

    fn add_origins(&self, sheet: &mut Sheet, source: SourceId) {
        let sources = &self.base().sources;
        let named = |ids: &mut dyn Iterator<Item = SourceId>| {
            ids.map(|id| format!("{} [{}]", sources.title(id), sources.id(id))).collect::<Vec<_>>().join("; ")
        };
        let from = sources.record(source).map_or(&[][..], |record| record.derived_from.as_slice());
        let from = named(&mut from.iter().copied());
        let derived = sources.described().filter(|(_, other)| other.derived_from.contains(&source));
        let to = named(&mut derived.map(|(id, _)| id));
        let origin = self.view.graph.provenance.origin(source);
        for (label, text) in [("show-derived-from", from), ("show-source-of", to)] {
            if !text.is_empty() {
                sheet.field(2, LABEL, &self.word(label), Tone::Plain, &text);
            }
        }
        if origin != source {
            sheet.field(2, LABEL, &self.word("show-origin"), Tone::Plain, &named(&mut [origin].into_iter()));
        }
    }
}
