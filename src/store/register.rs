//! Things that have an id and may have a record: named on first mention, described wherever the record is.
//!
//! This is how a claim can name an entity whose record is in a file that is read later.

use std::marker::PhantomData;

use super::{Mentions, Names};

/// An id type that is a row of a [`Register`].
pub trait RowId: Copy {
    /// The id of a row.
    fn from_row(row: usize) -> Self;
    /// The row of an id.
    fn row(self) -> usize;
}

/// All things of one kind by id, with their records.
#[derive(Debug, Clone)]
pub struct Register<Id, Record> {
    names: Names,
    /// Boxed, because most things of a large base have none and are still looked up.
    records: Vec<Option<Box<Record>>>,
    /// How many have one. Of a table that names everything nothing has, and asking then must not wait for memory.
    described: usize,
    /// Named by a table, which may name things that no record describes.
    from_table: Vec<bool>,
    id: PhantomData<Id>,
}

impl<Id, Record> Default for Register<Id, Record> {
    fn default() -> Self {
        Self {
            names: Names::default(),
            records: Vec::new(),
            described: 0,
            from_table: Vec::new(),
            id: PhantomData,
        }
    }
}

impl<Id: RowId, Record> Register<Id, Record> {
    /// The thing called `name`, added if it is new.
    pub fn intern(&mut self, name: &str) -> Id {
        let row = self.names.intern(name);
        self.noted(row)
    }

    /// The same, for a thing that a table names and that needs no record therefore.
    pub fn intern_from_table(&mut self, name: &str) -> Id {
        let id = self.intern(name);
        self.from_table[id.row()] = true;
        id
    }

    /// The things that are mentioned, in their order, which is much faster than one after the other. Their ids are added
    /// to `ids`.
    pub fn intern_mentions(&mut self, mentions: &Mentions, ids: &mut Vec<Id>) {
        ids.reserve(mentions.len());
        self.names.intern_mentions(mentions, |row| ids.push(Id::from_row(row)));
        self.records.resize_with(self.names.len(), || None);
        self.from_table.resize(self.names.len(), false);
    }

    /// The same for what a table mentions.
    pub fn intern_mentions_from_table(&mut self, mentions: &Mentions, ids: &mut Vec<Id>) {
        let before = ids.len();
        self.intern_mentions(mentions, ids);
        for id in &ids[before..] {
            self.from_table[id.row()] = true;
        }
    }

    /// The id of a row, which may be a new one.
    #[inline]
    fn noted(&mut self, row: usize) -> Id {
        if row == self.records.len() {
            self.records.push(None);
            self.from_table.push(false);
        }
        Id::from_row(row)
    }

    /// Adds all names of `other`, and returns the new id for each of its ids.
    pub fn adopt(&mut self, other: &Self) -> Vec<Id> {
        /// How many names are written down at once.
        const BATCH: usize = 4096;
        let mut mentions = Mentions::default();
        let mut moved = Vec::with_capacity(other.len());
        for start in (0..other.len()).step_by(BATCH) {
            let ids = (start..other.len().min(start + BATCH)).map(Id::from_row);
            if ids.clone().all(|id| other.is_from_table(id)) {
                mentions.clear();
                ids.for_each(|id| _ = mentions.push(other.id(id)));
                self.intern_mentions_from_table(&mentions, &mut moved);
                continue;
            }
            moved.extend(ids.map(|id| match other.is_from_table(id) {
                true => self.intern_from_table(other.id(id)),
                false => self.intern(other.id(id)),
            }));
        }
        moved
    }

    /// Gives a thing its record.
    ///
    /// # Errors
    ///
    /// Gives `record` back if there is one already: the first in the order of files is kept.
    pub fn describe(&mut self, id: Id, record: Record) -> Result<(), Record> {
        match &mut self.records[id.row()] {
            Some(_) => Err(record),
            slot => {
                *slot = Some(Box::new(record));
                self.described += 1;
                Ok(())
            }
        }
    }

    /// The record, if there is one.
    #[must_use]
    #[inline]
    pub fn record(&self, id: Id) -> Option<&Record> {
        if self.described == 0 {
            return None;
        }
        self.records.get(id.row()).and_then(Option::as_deref)
    }

    /// The record, to be changed.
    pub fn record_mut(&mut self, id: Id) -> Option<&mut Record> {
        self.records.get_mut(id.row()).and_then(Option::as_deref_mut)
    }

    /// Takes the record out, to move it into another register.
    pub fn take_record(&mut self, id: Id) -> Option<Record> {
        let taken = self.records.get_mut(id.row()).and_then(Option::take)?;
        self.described -= 1;
        Some(*taken)
    }

    /// Whether a table names it.
    #[must_use]
    pub fn is_from_table(&self, id: Id) -> bool {
        self.from_table.get(id.row()).copied().unwrap_or(false)
    }

    /// Whether the id may be used: it has a record, or a table names it.
    #[must_use]
    pub fn is_known(&self, id: Id) -> bool {
        self.record(id).is_some() || self.is_from_table(id)
    }

    /// The id as written.
    #[must_use]
    pub fn id(&self, id: Id) -> &str {
        self.names.get(id.row())
    }

    /// Prefetches the place of the id as written; see [`super::Strings::prefetch`].
    #[inline]
    pub fn prefetch(&self, id: Id) {
        self.names.prefetch(id.row());
    }

    /// Prefetches the id as written.
    #[inline]
    pub fn prefetch_text(&self, id: Id) {
        self.names.prefetch_text(id.row());
    }

    /// The thing with this id, if anything mentions it.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<Id> {
        self.names.find(name).map(Id::from_row)
    }

    /// All of them, in order of first mention.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = Id> + use<Id, Record> {
        (0..self.records.len()).map(Id::from_row)
    }

    /// All that have a record, with it.
    pub fn described(&self) -> impl Iterator<Item = (Id, &Record)> {
        self.iter().filter_map(|id| Some((id, self.record(id)?)))
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.records.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }
}
