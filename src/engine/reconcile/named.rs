//! Entities for reports of which nothing is on record: what the reports themselves name.

use std::collections::{BTreeMap, BTreeSet};

use crate::draft::{DraftReader, Format, NamedThing, SharedLanguages};
use crate::load::Loaded;
use crate::model::{Base, Entity, EntityId, Fact, Point, PointKind, Reading, Translations};
use crate::text::{FileId, Files};

use super::mentions::about_ends;
use super::proposed::free;

/// Where no entity is on record, takes what the reports name for entities. Their records are in the reports. Languages are compiled for
/// that, if nobody else has: what is given back is for [`super::reconcile`].
pub fn name_entities(
    files: &Files,
    loaded: &mut Loaded,
    reports: &[FileId],
    shared: Option<SharedLanguages>,
) -> Option<SharedLanguages> {
    if loaded.base.entities.iter().next().is_some() {
        return shared;
    }
    let read = reports.iter().filter(|report| files.get(**report).is_read()).map(|report| {
        let file = files.get(*report);
        (*report, file.text(), Format::of(file.path()).unwrap_or(Format::Plain))
    });
    let drafts: Vec<(FileId, &str, Format)> = read.collect();
    let mut reader = DraftReader::new(&loaded.base);
    reader.read_plans();
    if let Some(shared) = shared {
        reader.share_languages(shared);
    }
    let things = reader.named_things(&drafts);
    let shared = reader.shared_languages();
    for thing in things {
        add(&mut loaded.base, thing);
    }
    Some(shared)
}

/// The entities that only the reports name.
#[must_use]
pub fn named_entities(base: &Base, reports: &[FileId]) -> Vec<EntityId> {
    let all = base.entities.described();
    all.filter(|(_, record)| reports.contains(&record.place.file)).map(|(id, _)| id).collect()
}

/// Leaves out what only one report says of something that only it names, where the reports alone tell what is named: nothing shows that
/// the others are about that at all.
pub fn leave_out_alone(points: &mut Vec<Point>, readings: &[Reading], named: &[EntityId]) {
    if named.is_empty() {
        return;
    }
    let mut reports: BTreeMap<EntityId, BTreeSet<FileId>> = BTreeMap::new();
    for reading in readings {
        for entity in reading.sentences.iter().flat_map(|sentence| &sentence.entities) {
            reports.entry(*entity).or_default().insert(reading.file);
        }
    }
    let is_shared = |end: Option<EntityId>| {
        end.is_none_or(|end| reports.get(&end).is_some_and(|reports| reports.len() > 1))
    };
    let ends = |about: &Fact| about_ends(about).is_none_or(|ends| ends.into_iter().all(is_shared));
    points.retain(|point| point.kind != PointKind::Single || point.about.iter().all(ends));
}

fn add(base: &mut Base, thing: NamedThing) {
    let id = free(&slug(&thing.name), |id| base.entities.find(id).is_some());
    let entity = base.entities.intern(&id);
    let record = Entity {
        name: Some(Translations::from(thing.name.as_str())),
        aliases: thing.aliases,
        aliases_in: Vec::new(),
        kind: None,
        part_of: Vec::new(),
        note: None,
        place: thing.place,
    };
    // The id is new, so it has no record.
    let _ = base.entities.describe(entity, record);
}

/// A name as an id: small letters and numbers, joined by hyphens.
fn slug(name: &str) -> String {
    let words = name.to_lowercase();
    let words = words.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}
