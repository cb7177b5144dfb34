//! The claims that take part in a view, side by side with all that comparing them needs.
//!
//! Checks walk over all claims of a relation again and again. Reading subject, object and period of each from the columns
//! costs a trip to memory a field; here they lie together, in the order in which they are asked for.

use std::ops::Range;

use rayon::prelude::*;

use crate::model::{Base, ClaimId, EntityId, Object, RelationId, Role};
use crate::time::Period;

/// A claim of some relation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ViewRow {
    /// The claim.
    pub claim: ClaimId,
    /// What it is about.
    pub subject: Option<EntityId>,
    /// The far side.
    pub object: Object,
    /// Its period as known.
    pub period: Period,
    /// Whether it is an event.
    pub event: bool,
    /// Whether it denies.
    pub denies: bool,
    /// Whether its end is written to be open or not written at all.
    pub open: bool,
}

impl ViewRow {
    /// Whether it says that something is or was so: it neither denies nor waits for its beginning.
    #[must_use]
    pub fn asserts(&self) -> bool {
        !self.denies && !self.period.is_pending()
    }

    /// What a claim between two entities says from the object's side; `None` of what asserts no such thing.
    #[must_use]
    pub fn turned(&self) -> Option<Self> {
        let object = self.object.entity.filter(|_| self.asserts())?;
        Some(Self {
            subject: Some(object),
            object: Object { entity: Some(self.subject?), ..self.object },
            ..*self
        })
    }

    /// An end of the claim, as something that can be compared; [`Object::NONE`] if it has none.
    #[must_use]
    pub fn end(&self, role: Role) -> Object {
        match role {
            Role::Subject => self.subject.map_or(Object::NONE, Object::from),
            Role::Object => self.object.end(),
        }
    }
}

/// What is in a place before its claim is put there.
const NOTHING: ViewRow = ViewRow {
    claim: ClaimId::FIRST,
    subject: None,
    object: Object::NONE,
    period: Period::UNKNOWN,
    event: false,
    denies: false,
    open: true,
};

/// Up to this many claims are handled on one core.
const SMALLEST_CHUNK: usize = 1 << 14;

/// All claims with a relation, by relation and subject.
#[derive(Debug, Default)]
pub struct ViewRows {
    /// Where the run of each relation ends.
    ends: Vec<usize>,
    rows: Vec<ViewRow>,
}

/// The rows of some consecutive claims, each in its place among those of its relation.
type Slots<'r> = Vec<std::slice::IterMut<'r, ViewRow>>;

impl ViewRows {
    /// Sorts the claims that take part: by relation without comparing, then each run by subject.
    #[must_use]
    pub fn new(base: &Base, periods: &[Period], live: &[bool]) -> Self {
        let claims = &base.claims;
        let chunk = claims.len().div_ceil(rayon::current_num_threads()).max(SMALLEST_CHUNK);
        let chunks: Vec<Range<usize>> =
            (0..claims.len()).step_by(chunk).map(|start| start..(start + chunk).min(claims.len())).collect();
        let relation = |row: usize| claims.relation(ClaimId::new(row)).filter(|_| live[row]);
        let counts: Vec<Vec<usize>> = chunks
            .par_iter()
            .map(|chunk| {
                let mut counts = vec![0; base.relations.len()];
                for relation in chunk.clone().filter_map(relation) {
                    counts[relation.index()] += 1;
                }
                counts
            })
            .collect();
        let mut total = 0;
        let mut ends = Vec::with_capacity(base.relations.len());
        for relation in 0..base.relations.len() {
            total += counts.iter().map(|counts| counts[relation]).sum::<usize>();
            ends.push(total);
        }
        // Memory is touched for the first time here, by all cores.
        let mut rows: Vec<ViewRow> = (0..total).into_par_iter().map(|_| NOTHING).collect();
        let slots = slots(&mut rows, &counts, base.relations.len());
        let events: Vec<bool> =
            base.relations.iter().map(|relation| base.relations.is_event(relation)).collect();
        chunks.into_par_iter().zip(slots).for_each(|(chunk, mut slots)| {
            for row in chunk {
                let Some(relation) = relation(row) else { continue };
                let Some(slot) = slots[relation.index()].next() else { continue };
                let (claim, period) = (ClaimId::new(row), periods[row]);
                *slot = ViewRow {
                    claim,
                    subject: claims.subject(claim),
                    object: claims.object(claim),
                    period,
                    event: events[relation.index()],
                    denies: claims.denies(claim),
                    open: period.is_open(),
                };
            }
        });
        let mut runs = Vec::with_capacity(ends.len());
        let mut rest = rows.as_mut_slice();
        let mut start = 0;
        for end in &ends {
            let (run, after) = std::mem::take(&mut rest).split_at_mut(end - start);
            runs.push(run);
            (rest, start) = (after, *end);
        }
        runs.into_par_iter().for_each_init(Vec::new, |buffer, run| by_subject(run, buffer));
        Self { ends, rows }
    }

    /// The claims of exactly this relation.
    #[must_use]
    pub fn of(&self, relation: RelationId) -> &[ViewRow] {
        let row = relation.index();
        let Some(end) = self.ends.get(row) else { return &[] };
        let start = if row == 0 { 0 } else { self.ends[row - 1] };
        &self.rows[start..*end]
    }
}

/// Cuts the rows into the part of each relation, and that into the part of each chunk of claims: so that each chunk
/// can be put into its places without regard to the others.
fn slots<'r>(rows: &'r mut [ViewRow], counts: &[Vec<usize>], relations: usize) -> Vec<Slots<'r>> {
    let mut slots: Vec<Slots<'_>> = counts.iter().map(|_| Vec::with_capacity(relations)).collect();
    let mut rest = rows;
    for relation in 0..relations {
        for (slots, counts) in slots.iter_mut().zip(counts) {
            let (own, after) = std::mem::take(&mut rest).split_at_mut(counts[relation]);
            slots.push(own.iter_mut());
            rest = after;
        }
    }
    slots
}

/// Sorts a run, which is in the order of its claims, by subject. What is sorted is a number for each row, which is
/// a fifth as large; each row is then moved once.
fn by_subject(run: &mut [ViewRow], buffer: &mut Vec<ViewRow>) {
    let subject = |row: &ViewRow| row.subject.map_or(0, |subject| subject.index() as u64 + 1);
    let mut order: Vec<u64> = (0..).zip(run.iter()).map(|(at, row)| subject(row) << 32 | at).collect();
    order.sort_unstable();
    buffer.clear();
    buffer.extend(order.iter().map(|key| run[(key & u64::from(u32::MAX)) as usize]));
    run.copy_from_slice(buffer);
}
