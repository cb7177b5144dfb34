//! Claims dropped and closed in the text of their files: one record changed means those lines changed, and everything else
//! stays as it is, comments above all. Text in, text out; which claims, and whether the files are written, is decided
//! elsewhere.
//!
//! What refers to a claim that is dropped is mended in the same edit. Its sources and entities keep their records: that
//! nothing cites a source any more is a note. A table that loses its last row loses its header too, since a header alone is
//! a warning. The result is loaded again before it is written: it has the same claims but for the edits, and nothing is
//! wrong with it that was not before.

mod closing;
mod csv;
mod json_lines;
mod reread;
mod ron;
mod sequence;

use std::collections::{BTreeMap, BTreeSet};

use super::ron::Broken;
use super::{Loaded, extension, is_standard, load};
use crate::model::{ClaimId, Code, LinkKind};
use crate::text::{Change, FileId, Files, Span, changed, in_order};
use crate::time::{Bound, Period};

use reread::Expected;

/// What is to become of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClaimEdit {
    /// Its record goes.
    Drop(ClaimId),
    /// Its period ends then, as [`crate::model::Suggestion::End`] proposes; an end that is stated gives way.
    Close {
        /// The claim.
        claim: ClaimId,
        /// The new end.
        end: Bound,
    },
}

/// A file with edits in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rewritten {
    /// The file.
    pub file: FileId,
    /// What differs, in order.
    pub changes: Vec<Change>,
}

impl Rewritten {
    /// Its new text.
    #[must_use]
    pub fn text(&self, files: &Files) -> String {
        changed(files.get(self.file).text(), &self.changes)
    }
}

/// Edits that can be made, of which nothing is made yet.
#[derive(Debug)]
pub struct PlannedEdits {
    /// The files in which they change something, in order.
    pub rewritten: Vec<Rewritten>,
    expected: Expected,
}

impl PlannedEdits {
    /// Whether the files `after` the edits hold what they should, as `reread` from them.
    ///
    /// # Errors
    ///
    /// A claim that is read otherwise than it is meant, or a new problem.
    pub fn compare(&self, after: &Files, reread: &Loaded) -> Result<(), EditError> {
        self.expected.compare(after, reread)
    }
}

/// Why an edit cannot be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// Two edits of one claim that cannot both be made.
    #[error("`{claim}` cannot get two different edits at once")]
    Twice {
        /// Its id.
        claim: String,
    },
    /// Its dates cannot be read.
    #[error("`{claim}` cannot be closed: its dates cannot be read")]
    Undatable {
        /// Its id.
        claim: String,
    },
    /// Its period has not begun.
    #[error("`{claim}` cannot be closed: it has not begun")]
    NotBegun {
        /// Its id.
        claim: String,
    },
    /// The end would be before the start.
    #[error("`{claim}` cannot be closed on {end}: it begins later")]
    EndsBeforeStart {
        /// Its id.
        claim: String,
        /// The end.
        end: Bound,
    },
    /// Its table has no place for an end.
    #[error("`{claim}` cannot be closed: `{path}` has no column `until` or `valid`")]
    NoColumn {
        /// Its id.
        claim: String,
        /// The file.
        path: String,
    },
    /// It is in a file that comes with the program.
    #[error("`{claim}` comes with the program and cannot be edited")]
    Embedded {
        /// Its id.
        claim: String,
    },
    /// The record is not written as was expected.
    #[error("`{path}` cannot be edited: {reason}")]
    Unparsable {
        /// The file.
        path: String,
        /// Why.
        reason: String,
    },
    /// Something would be wrong afterwards that was not before.
    #[error("the edit would bring a new problem: {code} ({key}) in `{path}`")]
    Spoils {
        /// Its code.
        code: Code,
        /// What it is about.
        key: String,
        /// The file.
        path: String,
    },
    /// The new text would not be read as it is meant.
    #[error("the edit of `{claim}` would not be read back as it is meant")]
    Misread {
        /// The first claim that would differ.
        claim: String,
    },
}

/// What is to be done to one record.
struct RecordEdit<'l> {
    claim: ClaimId,
    span: Span,
    what: RecordChange<'l>,
}

enum RecordChange<'l> {
    Dropped,
    /// It gets this period, where there is one, and loses these references.
    Altered {
        period: Option<Period>,
        unlinked: BTreeSet<(LinkKind, &'l str)>,
    },
}

impl RecordChange<'_> {
    /// What gives a record this period, or removes it.
    fn with(period: Option<Period>) -> Self {
        match period {
            None => Self::Dropped,
            Some(_) => Self::Altered { period, unlinked: BTreeSet::new() },
        }
    }
}

/// The edits of all records that change, by file and in the order of the text.
type EditPlan<'l> = BTreeMap<FileId, Vec<RecordEdit<'l>>>;

/// The files in which `edits` change something, in order. `files` hold nothing but what `loaded` was loaded from.
///
/// # Errors
///
/// An edit that cannot be made; then none is.
pub fn rewrite(files: &Files, loaded: &Loaded, edits: &[ClaimEdit]) -> Result<Vec<Rewritten>, EditError> {
    let planned = planned(files, loaded, edits)?;
    if !planned.rewritten.is_empty() {
        let after = files_after(files, &planned.rewritten);
        planned.compare(&after, &load(&after))?;
    }
    Ok(planned.rewritten)
}

/// The same for whoever loads the files after the edits, and compares then: neither their texts nor what is loaded from them has to
/// be in memory twice.
///
/// # Errors
///
/// An edit that cannot be made; then none is.
pub fn planned(files: &Files, loaded: &Loaded, edits: &[ClaimEdit]) -> Result<PlannedEdits, EditError> {
    let wanted = wanted(loaded, edits)?;
    let mut rewritten = Vec::new();
    for (file, records) in &plan(files, loaded, &wanted)? {
        let mut changes = in_order(changes_of(files, loaded, *file, records)?);
        let text = files.get(*file).text();
        changes.retain(|change| text.get(change.span.range()) != Some(change.text.as_str()));
        rewritten.extend((!changes.is_empty()).then_some(Rewritten { file: *file, changes }));
    }
    Ok(PlannedEdits { rewritten, expected: Expected::new(loaded, &wanted) })
}

/// Why this edit cannot be made, as far as its own record tells: enough to leave it out of a list that is to be made.
#[must_use]
pub fn refusal(files: &Files, loaded: &Loaded, edit: ClaimEdit) -> Option<EditError> {
    let made = wanted(loaded, &[edit]).and_then(|wanted| {
        wanted.into_iter().try_for_each(|(claim, period)| {
            let place = loaded.base.claims.place(claim);
            if is_standard(files.get(place.file).path()) {
                return Err(EditError::Embedded { claim: loaded.base.claims.id(claim).to_owned() });
            }
            // A record can always go.
            if period.is_none() {
                return Ok(());
            }
            let record = RecordEdit { claim, span: place.span, what: RecordChange::with(period) };
            changes_of(files, loaded, place.file, &[record]).map(drop)
        })
    });
    made.err()
}

/// The files as they are after the edits.
#[must_use]
pub fn files_after(files: &Files, rewritten: &[Rewritten]) -> Files {
    files.with_texts(rewritten.iter().map(|new| (new.file, new.text(files).into())))
}

/// What is wanted of each claim: its new period, or nothing if it is to go.
type Wanted = BTreeMap<ClaimId, Option<Period>>;

fn wanted(loaded: &Loaded, edits: &[ClaimEdit]) -> Result<Wanted, EditError> {
    let mut wanted = Wanted::new();
    for edit in edits {
        let (claim, period) = match *edit {
            ClaimEdit::Drop(claim) => (claim, None),
            ClaimEdit::Close { claim, end } => {
                (claim, Some(closing::closed(&loaded.base.claims, claim, end)?))
            }
        };
        if wanted.insert(claim, period).is_some_and(|before| before != period) {
            return Err(EditError::Twice { claim: loaded.base.claims.id(claim).to_owned() });
        }
    }
    Ok(wanted)
}

fn plan<'l>(files: &Files, loaded: &'l Loaded, wanted: &Wanted) -> Result<EditPlan<'l>, EditError> {
    let claims = &loaded.base.claims;
    let mut changed: BTreeMap<ClaimId, RecordChange<'l>> = BTreeMap::new();
    for (claim, period) in wanted {
        if is_standard(files.get(claims.place(*claim).file).path()) {
            return Err(EditError::Embedded { claim: claims.id(*claim).to_owned() });
        }
        changed.insert(*claim, RecordChange::with(*period));
    }
    let gone = gone(loaded, wanted);
    for (claim, detail) in claims.detailed() {
        for link in detail.links.iter().filter(|link| gone.contains(link.to.as_str())) {
            let change = changed
                .entry(claim)
                .or_insert(RecordChange::Altered { period: None, unlinked: BTreeSet::new() });
            if let RecordChange::Altered { unlinked, .. } = change {
                unlinked.insert((link.kind, link.to.as_str()));
            }
        }
    }
    let mut plan = EditPlan::new();
    for (claim, what) in changed {
        let place = claims.place(claim);
        plan.entry(place.file).or_default().push(RecordEdit { claim, span: place.span, what });
    }
    plan.values_mut().for_each(|records| records.sort_by_key(|edit| edit.span));
    Ok(plan)
}

/// The ids that no claim has any more.
fn gone<'l>(loaded: &'l Loaded, wanted: &Wanted) -> BTreeSet<&'l str> {
    let claims = &loaded.base.claims;
    let dropped = |claim: &ClaimId| wanted.get(claim) == Some(&None);
    let mut gone: BTreeSet<&str> =
        wanted.keys().filter(|claim| dropped(claim)).map(|claim| claims.id(*claim)).collect();
    // Of several claims with one id, another may stay.
    let repeated = loaded.index.repeated(claims);
    let all = repeated.iter().flat_map(|(first, later)| [first, later]);
    for claim in all.filter(|claim| !dropped(claim)) {
        gone.remove(claims.id(*claim));
    }
    gone
}

fn changes_of(
    files: &Files,
    loaded: &Loaded,
    file: FileId,
    records: &[RecordEdit<'_>],
) -> Result<Vec<Change>, EditError> {
    let (path, text) = (files.get(file).path(), files.get(file).text());
    let broken =
        |Broken { message, .. }: Broken| EditError::Unparsable { path: path.to_owned(), reason: message };
    match extension(path) {
        "jsonl" => Ok(json_lines::changes(text, records)),
        "csv" | "tsv" => csv::changes(file, text, records).map_err(|csv::NoColumn(claim)| {
            let claim = loaded.base.claims.id(claim).to_owned();
            EditError::NoColumn { claim, path: path.to_owned() }
        }),
        _ => ron::changes(text, records).map_err(broken),
    }
}
