//! All claims, as columns: one row a claim, one vector a field, because runs of millions sweep over single fields.

use super::{
    Citation, CitationDetail, ClaimDetail, ClaimId, EntityId, NewClaim, Object, RelationId, SourceId, Stance,
    ValueId,
};
use crate::store::{Strings, prefetch};
use crate::text::{FileId, Place, Span};
use crate::time::{Bound, Period};

/// All claims.
#[derive(Debug, Clone, Default)]
pub struct Claims {
    ids: Strings,
    /// As long as the last claim that has one; tables rarely have any.
    statements: Strings,
    subjects: Vec<Option<EntityId>>,
    relations: Vec<Option<RelationId>>,
    objects: Vec<Object>,
    periods: Vec<Period>,
    flags: Vec<u8>,
    /// The first row of each run of claims from one file.
    files: Vec<(usize, FileId)>,
    spans: Vec<Span>,
    /// As long as the last claim that has any.
    details: Vec<Option<ClaimId>>,
    detail_rows: Vec<ClaimDetail>,
    citation_ends: Vec<u32>,
    citations: Vec<Citation>,
    citation_details: Vec<CitationDetail>,
}

const DENIES: u8 = 1;
const PREFERRED: u8 = 2;
const UNDATABLE: u8 = 4;

impl Claims {
    /// Adds a claim without citations or details; those are added to the newest claim.
    pub fn push(&mut self, row: &NewClaim<'_>) -> ClaimId {
        self.ids.push(row.id);
        if !row.statement.is_empty() {
            self.statements.pad(self.periods.len());
            self.statements.push(row.statement);
        }
        self.subjects.push(row.subject);
        self.relations.push(row.relation);
        self.objects.push(row.object);
        self.periods.push(row.period.unwrap_or(Period::UNKNOWN));
        let flag = |set: bool, bit: u8| if set { bit } else { 0 };
        self.flags.push(
            flag(row.denies, DENIES) | flag(row.preferred, PREFERRED) | flag(row.period.is_none(), UNDATABLE),
        );
        self.note_file(self.spans.len(), row.place.file);
        self.spans.push(row.place.span);
        self.citation_ends.push(narrow(self.citations.len()));
        ClaimId::new(self.periods.len() - 1)
    }

    /// Notes that the claims from row `first` on are in `file`.
    fn note_file(&mut self, first: usize, file: FileId) {
        if self.files.last().is_none_or(|(_, last)| *last != file) {
            self.files.push((first, file));
        }
    }

    /// Adds a citation to the newest claim.
    pub fn cite(&mut self, source: SourceId, detail: Option<CitationDetail>) {
        let detail = detail.map(|detail| {
            self.citation_details.push(detail);
            ClaimId::new(self.citation_details.len() - 1)
        });
        self.citations.push(Citation { source, detail });
        if let Some(end) = self.citation_ends.last_mut() {
            *end = narrow(self.citations.len());
        }
    }

    /// Gives the newest claim its details.
    pub fn detail(&mut self, detail: ClaimDetail) {
        self.details.resize(self.len(), None);
        if let Some(slot) = self.details.last_mut() {
            self.detail_rows.push(detail);
            *slot = Some(ClaimId::new(self.detail_rows.len() - 1));
        }
    }

    /// Gives a claim that has only a statement what the statement is about.
    pub fn set_ends(&mut self, claim: ClaimId, subject: EntityId, relation: RelationId, object: Object) {
        self.subjects[claim.index()] = Some(subject);
        self.relations[claim.index()] = Some(relation);
        self.objects[claim.index()] = object;
    }

    /// Gives a claim another far side.
    pub fn set_object(&mut self, claim: ClaimId, object: Object) {
        self.objects[claim.index()] = object;
    }

    /// Reserves memory for `more` claims.
    pub fn reserve(&mut self, more: usize) {
        self.subjects.reserve(more);
        self.relations.reserve(more);
        self.objects.reserve(more);
        self.periods.reserve(more);
        self.flags.reserve(more);
        self.spans.reserve(more);
        self.citation_ends.reserve(more);
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.periods.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.periods.is_empty()
    }

    /// All claims, in the order in which they were read.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = ClaimId> + use<> {
        (0..self.len()).map(ClaimId::new)
    }

    /// The ids of all as written, by row.
    pub(super) fn ids(&self) -> &Strings {
        &self.ids
    }

    /// Its id as written.
    #[must_use]
    pub fn id(&self, claim: ClaimId) -> &str {
        self.ids.get(claim.index())
    }

    /// What it says, for people; empty if nothing was written.
    #[must_use]
    pub fn statement(&self, claim: ClaimId) -> &str {
        self.statements.get(claim.index())
    }

    /// The same in the language with this code, else as [`Self::statement`] has it.
    #[must_use]
    pub fn statement_in(&self, claim: ClaimId, code: &str) -> &str {
        let translations = self.details(claim).map_or(&[][..], |detail| detail.translations.as_slice());
        let found = translations.iter().find(|(language, _)| language == code);
        found.map_or_else(|| self.statement(claim), |(_, text)| text)
    }

    /// What it is about.
    #[must_use]
    pub fn subject(&self, claim: ClaimId) -> Option<EntityId> {
        self.subjects[claim.index()]
    }

    /// What it says of its subject.
    #[must_use]
    pub fn relation(&self, claim: ClaimId) -> Option<RelationId> {
        self.relations[claim.index()]
    }

    /// The far side.
    #[must_use]
    pub fn object(&self, claim: ClaimId) -> Object {
        self.objects[claim.index()]
    }

    /// When it holds, as written.
    #[must_use]
    pub fn period(&self, claim: ClaimId) -> Period {
        self.periods[claim.index()]
    }

    /// The periods of all, as written, by row.
    #[must_use]
    pub fn periods(&self) -> &[Period] {
        &self.periods
    }

    /// Whether its dates can be used: neither malformed nor certainly inverted.
    #[must_use]
    pub fn is_datable(&self, claim: ClaimId) -> bool {
        self.flags[claim.index()] & UNDATABLE == 0 && !self.period(claim).certainly_inverted()
    }

    /// Whether its dates could not be read.
    #[must_use]
    pub fn is_malformed(&self, claim: ClaimId) -> bool {
        self.flags[claim.index()] & UNDATABLE != 0
    }

    /// Whether it denies.
    #[must_use]
    pub fn denies(&self, claim: ClaimId) -> bool {
        self.flags[claim.index()] & DENIES != 0
    }

    /// Whether any of them denies.
    #[must_use]
    pub fn any_denies(&self) -> bool {
        self.flags.iter().any(|flags| flags & DENIES != 0)
    }

    /// Whether it ranks above the others of its timeline.
    #[must_use]
    pub fn is_preferred(&self, claim: ClaimId) -> bool {
        self.flags[claim.index()] & PREFERRED != 0
    }

    /// Where its record is.
    #[must_use]
    pub fn place(&self, claim: ClaimId) -> Place {
        let run = self.files.partition_point(|(first, _)| *first <= claim.index());
        Place { file: self.files[run - 1].1, span: self.spans[claim.index()] }
    }

    /// What only some claims have.
    #[must_use]
    pub fn details(&self, claim: ClaimId) -> Option<&ClaimDetail> {
        self.details.get(claim.index()).copied().flatten().map(|row| &self.detail_rows[row.index()])
    }

    /// When it was made known, if said.
    #[must_use]
    pub fn announced(&self, claim: ClaimId) -> Option<Bound> {
        self.details(claim).and_then(|detail| detail.announced)
    }

    /// Its uses of sources, for and against.
    #[must_use]
    pub fn citations(&self, claim: ClaimId) -> &[Citation] {
        let row = claim.index();
        &self.citations[self.citation_start(row)..self.citation_ends[row] as usize]
    }

    #[inline]
    fn citation_start(&self, row: usize) -> usize {
        if row == 0 { 0 } else { self.citation_ends[row - 1] as usize }
    }

    /// What a citation says beyond its source.
    #[must_use]
    pub fn citation_detail(&self, citation: Citation) -> Option<&CitationDetail> {
        citation.detail.map(|row| &self.citation_details[row.index()])
    }

    /// What citations say beyond their sources, of all that do.
    pub fn citation_details(&self) -> impl Iterator<Item = &CitationDetail> {
        self.citation_details.iter()
    }

    /// Its citations that support it.
    pub fn supports(&self, claim: ClaimId) -> impl Iterator<Item = Citation> {
        self.citations(claim).iter().copied().filter(|citation| {
            self.citation_detail(*citation).is_none_or(|detail| detail.stance == Stance::Supports)
        })
    }

    /// Prefetches everything about a claim in columns. Changes nothing but the time, as [`Self::prefetch_texts`],
    /// which is for when that has come.
    #[inline]
    pub fn prefetch(&self, claim: ClaimId) {
        let row = claim.index();
        prefetch(&self.subjects, row);
        prefetch(&self.relations, row);
        prefetch(&self.objects, row);
        prefetch(&self.periods, row);
        prefetch(&self.flags, row);
        prefetch(&self.spans, row);
        // The previous entry says where those of this claim begin, and is adjacent.
        prefetch(&self.citation_ends, row);
        self.ids.prefetch(row);
    }

    /// Prefetches the period of a claim.
    #[inline]
    pub fn prefetch_period(&self, claim: ClaimId) {
        prefetch(&self.periods, claim.index());
    }

    /// Prefetches the id of a claim as written, and for its first citation.
    #[inline]
    pub fn prefetch_texts(&self, claim: ClaimId) {
        let row = claim.index();
        self.ids.prefetch_text(row);
        prefetch(&self.citations, self.citation_start(row));
    }

    /// The claims that have details, with them.
    pub fn detailed(&self) -> impl Iterator<Item = (ClaimId, &ClaimDetail)> {
        // The list ends with the last claim that has any.
        let with_any = (0..self.details.len()).map(ClaimId::new);
        with_any.filter_map(|claim| Some((claim, self.details(claim)?)))
    }

    /// Moves all claims of `other` to the end, where the four functions translate the ids in them.
    pub fn append(
        &mut self,
        other: &mut Self,
        entity: impl Fn(EntityId) -> EntityId + Sync,
        relation: impl Fn(RelationId) -> RelationId + Sync,
        source: impl Fn(SourceId) -> SourceId + Sync,
        value: impl Fn(ValueId) -> ValueId + Sync,
    ) {
        let translate =
            |object: Object| Object { entity: object.entity.map(&entity), value: object.value.map(&value) };
        let detail_offset = self.detail_rows.len();
        let citation_offset = narrow(self.citations.len());
        let citation_detail_offset = self.citation_details.len();
        let moved = |row: ClaimId, offset: usize| ClaimId::new(row.index() + offset);
        let rows = self.periods.len();
        for (first, file) in other.files.drain(..) {
            self.note_file(rows + first, file);
        }
        if !other.statements.is_empty() {
            self.statements.pad(rows);
            self.statements.append(&mut other.statements);
        }
        if !other.details.is_empty() {
            self.details.resize(rows, None);
            self.details.extend(other.details.drain(..).map(|row| row.map(|row| moved(row, detail_offset))));
        }
        self.detail_rows.append(&mut other.detail_rows);
        self.citation_details.append(&mut other.citation_details);
        // The long columns, shared out so that both halves take about as long.
        rayon::join(
            || {
                self.ids.append(&mut other.ids);
                self.periods.append(&mut other.periods);
                self.flags.append(&mut other.flags);
                self.spans.append(&mut other.spans);
            },
            || {
                self.subjects.extend(other.subjects.drain(..).map(|id| id.map(&entity)));
                self.relations.extend(other.relations.drain(..).map(|id| id.map(&relation)));
                self.objects.extend(other.objects.drain(..).map(translate));
                let ends = other.citation_ends.drain(..);
                self.citation_ends.extend(ends.map(|end| end.saturating_add(citation_offset)));
                self.citations.extend(other.citations.drain(..).map(|citation| Citation {
                    source: source(citation.source),
                    detail: citation.detail.map(|row| moved(row, citation_detail_offset)),
                }));
            },
        );
    }
}

/// Citations are counted in 32 bits: 4 billion of them would need more memory than any machine here has.
fn narrow(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
