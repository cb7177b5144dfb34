//! What was read from one stretch of a table, before its names have ids; and all of the table so far, which gives them, in
//! the order of the text. Who reads what, and when, is `rounds`' business.

use crate::load::Part;
use crate::model::{ClaimRow, Claims, EntityId, Finding, Object, RelationId, SourceId, Value, Values};
use crate::store::Mentions;
use crate::text::Place;
use crate::time::Period;

/// Claims and findings of a stretch. The ids in its claims are the numbers of mentions.
#[derive(Debug, Default)]
pub struct Stretch {
    /// What is wrong with its rows.
    pub findings: Vec<Finding>,
    /// Its claims; whom and what they name is added to the mentions beside them.
    pub claims: Claims,
    entities: Mentions,
    relations: Mentions,
    sources: Mentions,
    values: Values,
}

/// A claim of a stretch on its way into it.
pub struct StretchRow<'a> {
    /// Its id.
    pub id: &'a str,
    /// What it says, for people.
    pub statement: &'a str,
    /// Whom or what it is about.
    pub subject: Option<&'a str>,
    /// What it says of it.
    pub relation: Option<&'a str>,
    /// The far side, if it is an entity.
    pub object: Option<&'a str>,
    /// The far side, if it is a value, and how that was written.
    pub value: Option<(Value, &'a str)>,
    /// When it holds; `None` if what was written is no date.
    pub period: Option<Period>,
    /// It denies.
    pub denies: bool,
    /// Where it stands.
    pub place: Place,
}

impl Stretch {
    /// Adds a claim without citations or details; those are added to the newest claim.
    #[inline]
    pub fn push(&mut self, row: StretchRow<'_>) {
        let subject = row.subject.map(|name| EntityId::new(self.entities.push(name)));
        let object = match (row.object, row.value) {
            (Some(name), _) => Object::Entity(EntityId::new(self.entities.push(name))),
            (None, Some((value, written))) => Object::Value(self.values.intern(value, written)),
            (None, None) => Object::None,
        };
        self.claims.push(&ClaimRow {
            id: row.id,
            statement: row.statement,
            subject,
            relation: row.relation.map(|name| RelationId::new(self.relations.push(name))),
            object,
            period: row.period,
            denies: row.denies,
            preferred: false,
            place: row.place,
        });
    }

    /// The number of a mention of a source, to cite it by.
    #[inline]
    pub fn source(&mut self, name: &str) -> SourceId {
        SourceId::new(self.sources.push(name))
    }

    /// Forgets all mentions and values, keeping the memory of mentions.
    fn forget(&mut self) {
        self.entities.clear();
        self.relations.clear();
        self.sources.clear();
        if !self.values.is_empty() {
            self.values = Values::default();
        }
    }
}

/// All of a table that was read so far, with memory for the ids of mentions that is used again.
#[derive(Debug, Default)]
pub struct Whole {
    /// What it comes to.
    pub part: Part,
    entities: Vec<EntityId>,
    relations: Vec<RelationId>,
    sources: Vec<SourceId>,
}

impl Whole {
    /// Moves over what was read from stretches that follow each other, and leaves them empty, to be read into again.
    pub fn take<'s>(&mut self, stretches: impl Iterator<Item = &'s mut Stretch>) {
        let mut stretches: Vec<&mut Stretch> = stretches.collect();
        self.name(&stretches);
        let (mut entities, mut relations, mut sources) =
            (self.entities.as_slice(), self.relations.as_slice(), self.sources.as_slice());
        for stretch in &mut stretches {
            let values = self.part.base.values.adopt(&stretch.values);
            self.part.base.claims.append(
                &mut stretch.claims,
                |id| entities[id.index()],
                |id| relations[id.index()],
                |id| sources[id.index()],
                |id| values[id.index()],
            );
            entities = &entities[stretch.entities.len()..];
            relations = &relations[stretch.relations.len()..];
            sources = &sources[stretch.sources.len()..];
            self.part.findings.append(&mut stretch.findings);
            stretch.forget();
        }
    }

    /// Gives ids to all that is mentioned.
    fn name(&mut self, stretches: &[&mut Stretch]) {
        let base = &mut self.part.base;
        self.entities.clear();
        self.relations.clear();
        self.sources.clear();
        rayon::join(
            || {
                for stretch in stretches {
                    base.entities.intern_mentions_from_table(&stretch.entities, &mut self.entities);
                }
            },
            || {
                for stretch in stretches {
                    base.sources.intern_mentions_from_table(&stretch.sources, &mut self.sources);
                    base.relations.intern_mentions(&stretch.relations, &mut self.relations);
                }
            },
        );
    }
}
