//! The page of a relation: its laws, and the claims that use it.

use super::ShownRecord;
use super::claim::LABEL;
use crate::model::{ClaimId, Law, Relation, RelationId};
use crate::render::{Sheet, Tone};

impl ShownRecord<'_> {
    /// Adds the page of a relation.
    pub(super) fn add_relation(&self, sheet: &mut Sheet, relation: RelationId) {
        let relations = &self.base().relations;
        sheet.heading(&self.words().relation(relation));
        let Some(record) = relations.record(relation) else { return };
        sheet.paragraph(0, Tone::Faint, &self.headed("relation", relations.id(relation), Some(record.place)));
        sheet.gap();
        sheet.field(2, LABEL, &self.word("show-laws"), Tone::Plain, &self.laws(record));
        if let Some(note) = &record.note {
            sheet.field(2, LABEL, &self.word("show-note"), Tone::Plain, note);
        }
        let claims = self.view.claims();
        let found: Vec<ClaimId> =
            claims.iter().filter(|claim| claims.relation(*claim) == Some(relation)).collect();
        self.add_list(sheet, &found);
    }

    fn laws(&self, record: &Relation) -> String {
        let names = |ids: &[RelationId]| {
            ids.iter().map(|id| self.base().relations.id(*id)).collect::<Vec<_>>().join(", ")
        };
        let mut laws: Vec<String> = Vec::new();
        if !record.narrower_than.is_empty() {
            laws.push(format!("narrower_than {}", names(&record.narrower_than)));
        }
        for law in Law::ALL.iter().filter(|law| record.obeys(**law)) {
            let word = law.as_str();
            laws.push(match law {
                Law::Inverse => format!("{word} {}", names(record.inverse.as_slice())),
                Law::IncompatibleWith => format!("{word} {}", names(&record.incompatible_with)),
                Law::ExcludesOthers => format!("{word} {}", names(&record.excludes_others)),
                Law::Before => format!("{word} {}", names(&record.before)),
                Law::ReviewEvery => {
                    format!(
                        "{word} {}",
                        record.review_every.map_or_else(String::new, |length| length.to_string())
                    )
                }
                _ => word.to_owned(),
            });
        }
        if laws.is_empty() { self.word("show-no-laws") } else { laws.join("; ") }
    }
}
