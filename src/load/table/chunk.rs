//! What was read from one chunk of a table, before its names have ids; and the table that chunks are merged into, which
//! gives them, in the order of the text. Which chunks are read when is decided in `batches`.

use super::row::{TableColumn, TableRow};
use crate::load::LoadedPart;
use crate::model::{Claims, EntityId, Finding, NewClaim, Object, RelationId, SourceId, Value, Values};
use crate::store::Mentions;
use crate::text::Place;
use crate::time::Period;

/// Claims and findings of a chunk. The ids in its claims are the numbers of mentions.
#[derive(Debug, Default)]
pub struct Chunk {
    /// What is wrong with its rows.
    pub findings: Vec<Finding>,
    /// Its claims; what they name is added to the mentions beside them.
    pub claims: Claims,
    entities: Mentions,
    relations: Mentions,
    sources: Mentions,
    values: Values,
}

impl Chunk {
    /// Adds the claim of a row, without citations or details; those are added to the newest claim. `value` is what its
    /// far side is read as, if that is a value; `period` is `None` if a date in it cannot be read.
    #[inline]
    pub fn push(&mut self, row: &TableRow<'_>, value: Option<Value>, period: Option<Period>, place: Place) {
        let mut entity = |name: &str| EntityId::new(self.entities.push(name));
        let text = |column| row.get(column).unwrap_or_default();
        let subject = row.get(TableColumn::Subject).map(&mut entity);
        let object = Object {
            entity: row.get(TableColumn::Object).map(entity),
            value: value.map(|value| self.values.intern(value, text(TableColumn::Value))),
        };
        let relation = row.get(TableColumn::Relation);
        self.claims.push(&NewClaim {
            id: text(TableColumn::Id),
            statement: text(TableColumn::Statement),
            subject,
            relation: relation.map(|name| RelationId::new(self.relations.push(name))),
            object,
            period,
            denies: row.denies,
            preferred: false,
            place,
        });
    }

    /// The number of a mention of a source, to cite it by.
    #[inline]
    pub fn source(&mut self, name: &str) -> SourceId {
        SourceId::new(self.sources.push(name))
    }

    /// Clears all mentions and values, keeping the memory of mentions.
    fn forget(&mut self) {
        self.entities.clear();
        self.relations.clear();
        self.sources.clear();
        if !self.values.is_empty() {
            self.values = Values::default();
        }
    }
}

/// All that was read of a table so far, with buffers for the ids of mentions.
#[derive(Debug, Default)]
pub struct MergedTable {
    /// Its claims and findings.
    pub part: LoadedPart,
    entities: Vec<EntityId>,
    relations: Vec<RelationId>,
    sources: Vec<SourceId>,
}

impl MergedTable {
    /// Moves over what was read from chunks that follow each other, and leaves them empty, to be read into again.
    pub fn take<'s>(&mut self, chunks: impl Iterator<Item = &'s mut Chunk>) {
        let mut chunks: Vec<&mut Chunk> = chunks.collect();
        self.name(&chunks);
        let (mut entities, mut relations, mut sources) =
            (self.entities.as_slice(), self.relations.as_slice(), self.sources.as_slice());
        for chunk in &mut chunks {
            let values = self.part.base.values.adopt(&chunk.values);
            self.part.base.claims.append(
                &mut chunk.claims,
                |id| entities[id.index()],
                |id| relations[id.index()],
                |id| sources[id.index()],
                |id| values[id.index()],
            );
            entities = &entities[chunk.entities.len()..];
            relations = &relations[chunk.relations.len()..];
            sources = &sources[chunk.sources.len()..];
            self.part.findings.append(&mut chunk.findings);
            chunk.forget();
        }
    }

    /// Gives ids to all that is mentioned.
    fn name(&mut self, chunks: &[&mut Chunk]) {
        let base = &mut self.part.base;
        self.entities.clear();
        self.relations.clear();
        self.sources.clear();
        rayon::join(
            || {
                for chunk in chunks {
                    base.entities.intern_mentions_from_table(&chunk.entities, &mut self.entities);
                }
            },
            || {
                for chunk in chunks {
                    base.sources.intern_mentions_from_table(&chunk.sources, &mut self.sources);
                    base.relations.intern_mentions(&chunk.relations, &mut self.relations);
                }
            },
        );
    }
}
