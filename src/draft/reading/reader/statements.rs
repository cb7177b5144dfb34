//! Reads what the cells of tables and definition lists say with their headers, and takes it back where rows compete.

use std::collections::HashMap;
use std::ops::Range;

use rustc_hash::FxBuildHasher;

use super::Pass;
use super::sentence::{SentenceReader, SentenceSite, Stated};
use super::table::{CellStatements, ComposedSentence};
use crate::draft::markup::Block;
use crate::model::{EntityId, RelationId, Role, TableWords};

/// What the rows of a table said, by what can only be said once.
#[derive(Debug, Default)]
pub struct StatedRows {
    /// The table or definition list.
    group: u32,
    said: HashMap<(RelationId, Role, EntityId), SaidOnce, FxBuildHasher>,
}

#[derive(Debug)]
struct SaidOnce {
    other: Option<EntityId>,
    /// The sentence.
    at: usize,
}

/// What a cell says.
pub struct CellStatement {
    /// The bytes of the cell in its block.
    pub place: Range<usize>,
    sentence: ComposedSentence,
    stated: Stated,
}

/// A statement that was taken down.
pub struct NotedStatement {
    /// The bytes of the cell in its block.
    pub place: Range<usize>,
    stated: Stated,
    /// The sentence.
    at: usize,
}

impl CellStatement {
    /// Takes it down as a sentence that stands in its cell.
    pub fn take_down(
        self,
        site: &SentenceSite<'_>,
        sentences: &mut SentenceReader<'_, '_>,
    ) -> NotedStatement {
        let own = SentenceSite { block: &self.sentence.block, ..*site };
        let at = sentences.take_down_stated(&own, &self.sentence.key);
        NotedStatement { place: self.place, stated: self.stated, at }
    }
}

impl Pass<'_, '_> {
    /// What the cells of a row or a definition say, in the order of the cells.
    pub(super) fn statements(&mut self, site: &SentenceSite<'_>) -> Vec<CellStatement> {
        let base = self.reader.records.base();
        let Some(words) = base.languages.get(site.language_number).map(|pack| &pack.tables) else {
            return Vec::new();
        };
        let Self { table, sentences, .. } = self;
        let mut may_say = |text: &str| sentences.may_say(site.language, site.language_number, text);
        let cells = table.statements(site.block, words, &mut may_say);
        let mut found = Vec::new();
        // The cells that change what others say; looked for once a row.
        let mut colouring: Option<Vec<Range<usize>>> = None;
        for CellStatements { place, tries } in cells {
            let Some((sentence, stated)) = self.only(site, tries) else { continue };
            let cells = colouring.get_or_insert_with(|| {
                let mut cells = self.table.others(site.block, words);
                cells.retain(|(_, text)| self.colours(site, text));
                cells.into_iter().map(|(range, _)| range).collect()
            });
            if cells.iter().all(|cell| *cell == place) && !self.is_coloured(site, words) {
                found.push(CellStatement { place, sentence, stated });
            }
        }
        found
    }

    /// The sentence that says something, and what, if all that do say the same.
    fn only(
        &mut self,
        site: &SentenceSite<'_>,
        tries: Vec<Vec<ComposedSentence>>,
    ) -> Option<(ComposedSentence, Stated)> {
        let mut found: Option<(ComposedSentence, Stated)> = None;
        for sentence in tries.into_iter().flatten() {
            let own = SentenceSite { block: &sentence.block, ..*site };
            let stated = self.sentences.stated(&own, &sentence.key);
            let Some(first) = stated.first().copied() else { continue };
            let agrees = |other: &Stated| other.says_as(&first);
            if !stated.iter().all(agrees) || found.as_ref().is_some_and(|(_, known)| !agrees(known)) {
                return None;
            }
            if found.is_none() {
                found = Some((sentence, first));
            }
        }
        found
    }

    /// Whether what stands over the rows dates or denies them.
    fn is_coloured(&mut self, site: &SentenceSite<'_>, words: &TableWords) -> bool {
        if let Some(known) = self.table.is_coloured {
            return known;
        }
        let around: Vec<String> = self.table.surroundings().map(str::to_owned).collect();
        let is_coloured = around.iter().any(|text| words.sets_apart(text) || self.colours(site, text));
        self.table.is_coloured = Some(is_coloured);
        is_coloured
    }

    fn colours(&mut self, site: &SentenceSite<'_>, text: &str) -> bool {
        let block = Block { text: text.to_owned(), ..Block::default() };
        self.sentences.colours(&SentenceSite { block: &block, ..*site })
    }

    /// Of two rows that say of the same what only one can be, none says which is so now.
    pub(super) fn compete(&mut self, taken: Vec<NotedStatement>) {
        if self.stated_rows.group != self.table.group {
            self.stated_rows = StatedRows { group: self.table.group, ..StatedRows::default() };
        }
        for NotedStatement { stated, at, .. } in taken.into_iter().filter(|taken| !taken.stated.is_dated) {
            self.compete_once(&stated, at);
        }
    }

    fn compete_once(&mut self, stated: &Stated, at: usize) {
        let Some(record) = self.reader.records.base().relations.record(stated.relation) else { return };
        let ends = [
            (record.functional, Role::Subject, stated.subject, stated.object),
            (record.exclusive, Role::Object, stated.object, stated.subject),
        ];
        for (_, role, end, other) in ends.into_iter().filter(|(once, ..)| *once) {
            let Some(end) = end else { continue };
            let known = self.stated_rows.said.entry((stated.relation, role, end));
            let known = known.or_insert(SaidOnce { other, at });
            if known.other != other {
                self.sentences.take_back(known.at);
                self.sentences.take_back(at);
            }
        }
    }
}
