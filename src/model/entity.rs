//! What claims are about.

use serde::Deserialize;

use super::{EntityId, Translations};
use crate::store::Register;
use crate::text::Place;

/// What an entity is, as far as it matters for what can be said of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum EntityKind {
    /// A human being: known by the family name alone once named in full.
    Person,
    /// A firm, agency, club or other body.
    Organisation,
    /// A town, country, building or other site.
    Place,
    /// What is made or published: software, a vaccine, a newspaper.
    Product,
}

/// The record of an entity. An entity that only a table names has none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entity {
    /// Its usual name.
    pub name: Option<Translations>,
    /// Other names, good in every language.
    pub aliases: Vec<String>,
    /// Other names in one language: language code and name.
    pub aliases_in: Vec<(String, String)>,
    /// What it is, if that is declared.
    pub kind: Option<EntityKind>,
    /// The wholes it is a part of.
    pub part_of: Vec<EntityId>,
    /// Words for whoever keeps the file.
    pub note: Option<String>,
    /// Where its record is.
    pub place: Place,
}

impl Entity {
    /// All its names, in whatever language.
    pub fn names(&self) -> impl Iterator<Item = &String> {
        self.names_by_language().map(|(name, _)| name)
    }

    /// The same, each with the code of the language that it is given for; none: all.
    pub fn names_by_language(&self) -> impl Iterator<Item = (&String, Option<&str>)> {
        let names = self.name.iter().map(Translations::text).chain(&self.aliases);
        let translated = self.translated_names().map(|(code, name)| (name, Some(code.as_str())));
        names.map(|name| (name, None)).chain(translated)
    }

    /// The bytes of a text in which the longest of its names that is in it is first written.
    #[must_use]
    pub fn find_in(&self, text: &str) -> Option<(usize, usize)> {
        let found = self.names().filter_map(|name| text.find(name.as_str()).map(|at| (at, at + name.len())));
        found.max_by_key(|(start, end)| end - start)
    }

    /// Its names in one language: language code and name.
    pub fn translated_names(&self) -> impl Iterator<Item = (&String, &String)> {
        let names = self.name.iter().flat_map(Translations::others);
        names.chain(&self.aliases_in).map(|(code, name)| (code, name))
    }
}

/// All entities.
pub type Entities = Register<EntityId, Entity>;

impl Entities {
    /// Whether an entity is a person: as declared, else by `guess`.
    pub fn is_person(&self, id: EntityId, guess: impl FnOnce() -> bool) -> bool {
        let kind = self.record(id).and_then(|record| record.kind);
        kind.map_or_else(guess, |kind| kind == EntityKind::Person)
    }

    /// The name for people: the record's, else the id.
    #[must_use]
    pub fn name(&self, id: EntityId) -> &str {
        self.record(id).and_then(|record| record.name.as_deref()).unwrap_or_else(|| self.id(id))
    }

    /// The same in the language with this code, if it has a name there.
    #[must_use]
    pub fn name_in(&self, id: EntityId, code: &str) -> &str {
        let name = self.record(id).and_then(|record| record.name.as_ref());
        name.map_or_else(|| self.id(id), |name| name.in_language(code))
    }
}
