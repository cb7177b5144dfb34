//! The page of an entity: its names, what it is part of, and all claims about it by time.

use super::ShownRecord;
use super::claim::LABEL;
use crate::model::{ClaimId, Detail, EntityId};
use crate::render::{Sheet, Tone};

impl ShownRecord<'_> {
    /// Adds the page of an entity.
    pub(super) fn add_entity(&self, sheet: &mut Sheet, entity: EntityId) {
        let entities = &self.base().entities;
        sheet.heading(self.words().entity(entity));
        let record = entities.record(entity);
        let head = self.headed("entity", entities.id(entity), record.map(|record| record.place));
        sheet.paragraph(0, Tone::Faint, &head);
        sheet.gap();
        if let Some(record) = record {
            if !record.aliases.is_empty() {
                sheet.field(2, LABEL, &self.word("show-also"), Tone::Plain, &record.aliases.join("; "));
            }
            let mut translated: Vec<(&String, &String)> = record.translated_names().collect();
            translated.sort_by_key(|(language, _)| *language);
            for run in translated.chunk_by(|one, two| one.0 == two.0) {
                let aliases: Vec<&str> = run.iter().map(|(_, alias)| alias.as_str()).collect();
                let language = run.first().map_or("", |(language, _)| language.as_str());
                sheet.field(
                    2,
                    LABEL,
                    &format!("{}, {language}", self.word("show-also")),
                    Tone::Plain,
                    &aliases.join("; "),
                );
            }
            if !record.part_of.is_empty() {
                sheet.field(
                    2,
                    LABEL,
                    &self.word("show-part-of"),
                    Tone::Plain,
                    &self.names(record.part_of.iter().copied()),
                );
            }
        }
        let parts =
            entities.described().filter(|(_, other)| other.part_of.contains(&entity)).map(|(id, _)| id);
        let parts = self.names(parts);
        if !parts.is_empty() {
            sheet.field(2, LABEL, &self.word("show-parts"), Tone::Plain, &parts);
        }
        if let Some(note) = record.and_then(|record| record.note.as_deref()) {
            sheet.field(2, LABEL, &self.word("show-note"), Tone::Plain, note);
        }
        self.add_claims(sheet, entity);
    }

    fn add_claims(&self, sheet: &mut Sheet, entity: EntityId) {
        let claims = self.view.claims();
        let about = |claim: &ClaimId| {
            claims.subject(*claim) == Some(entity) || claims.object(*claim).entity == Some(entity)
        };
        let found: Vec<ClaimId> = claims.iter().filter(about).collect();
        self.add_list(sheet, &found);
    }

    /// Adds claims by time under a heading with their number.
    pub(super) fn add_list(&self, sheet: &mut Sheet, found: &[ClaimId]) {
        let day = self.as_of();
        let details = [("count", Detail::Count(found.len())), ("day", Detail::Text(&day))];
        sheet.heading(&self.words().phrase("show-claims", &details));
        if !found.is_empty() {
            sheet.gap();
            self.draw_all(sheet, found);
        }
    }

    /// Names with ids, in the order in which they were first mentioned.
    fn names(&self, ids: impl Iterator<Item = EntityId>) -> String {
        let entities = &self.base().entities;
        let named = ids.map(|id| format!("{} [{}]", self.words().entity(id), entities.id(id)));
        named.collect::<Vec<_>>().join("; ")
    }
}
