//! The page of a source: its record, where its matter comes from and goes to, and the claims that cite it.

use super::Shown;
use super::claim::LABEL;
use crate::model::{ClaimId, SourceId};
use crate::render::{Sheet, Tone};
use crate::time::bound_words;

impl Shown<'_> {
    /// Adds the page of a source.
    pub(super) fn add_source(&self, sheet: &mut Sheet, source: SourceId) {
        let sources = &self.base().sources;
        sheet.heading(sources.title(source));
        let record = sources.record(source);
        let place =
            record.map_or_else(|| "named only in a table".to_owned(), |record| self.place(record.place));
        sheet.paragraph(0, Tone::Faint, &format!("source {}, {place}", sources.id(source)));
        sheet.gap();
        if let Some(record) = record {
            let published = record.published.map_or_else(|| "undated".to_owned(), bound_words);
            let lines = [
                ("Publisher", record.publisher.clone()),
                ("Published", Some(published)),
                ("Kind", record.kind.map(|kind| kind.as_str().to_owned())),
                ("Address", record.url.clone()),
                ("Note", record.note.clone()),
            ];
            for (label, text) in lines {
                if let Some(text) = text {
                    let tone = if label == "Address" { Tone::Link } else { Tone::Plain };
                    sheet.field(2, LABEL, label, tone, &text);
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
        for (label, text) in [("Derived from", from), ("Source of", to)] {
            if !text.is_empty() {
                sheet.field(2, LABEL, label, Tone::Plain, &text);
            }
        }
        if origin != source {
            sheet.field(2, LABEL, "Origin", Tone::Plain, &named(&mut [origin].into_iter()));
        }
    }
}
