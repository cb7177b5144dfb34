//! What is settled, as edits of the claims files that bring no new error or warning: shown, and written if that is asked for.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use super::super::apply::{self, EditedFiles, WriteArgs, Written};
use super::super::output;
use super::super::{CommandError, Surroundings};
use crate::engine::{self, CheckOptions};
use crate::load::edit::{self, ClaimEdit, Rewritten, refusal};
use crate::load::{self, Loaded};
use crate::model::{ClaimId, Code, EntityId, Finding, RepairStep, Repairs, Severity};
use crate::text::{Change, FileId, Files};
use crate::workspace::Gathered;

/// Edits after which `check` finds no error or warning that it did not find before.
pub struct CheckedEdits {
    rewritten: Vec<Rewritten>,
    /// How many errors and warnings are gone after them.
    gone: [usize; 2],
}

impl CheckedEdits {
    /// The edits of what is settled that can be made and bring nothing new; says which are left out. A large
    /// base is in memory once: what was loaded goes before the edited files are loaded, and while they are, their texts stand in
    /// `files` in place of the old ones.
    ///
    /// # Errors
    ///
    /// Edits that cannot be made.
    pub fn new(
        files: &mut Files,
        loaded: Loaded,
        repairs: &Repairs,
        options: &CheckOptions,
    ) -> Result<Option<Self>, CommandError> {
        let mut edits = settled(files, &loaded, repairs);
        if edits.is_empty() {
            return Ok(None);
        }
        let mut planned = edit::planned(files, &loaded, &edits)?;
        let before = SeriousFindings::new(files, &loaded, options, &mut |_, _, _| ());
        drop(loaded);
        loop {
            let undo: Vec<(FileId, Vec<Change>)> = planned
                .rewritten
                .iter()
                .map(|new| (new.file, files.change(new.file, &new.changes)))
                .collect();
            let mut new: Vec<SeriousFinding> = Vec::new();
            let reread = load::load(files);
            let compared = planned.compare(files, &reread);
            let after = SeriousFindings::new(files, &reread, options, &mut |print, what, severity| {
                if before.0.get(&print).is_none_or(|known| *known < severity) {
                    new.push(what);
                }
            });
            drop(reread);
            for (file, changes) in undo {
                files.change(file, &changes);
            }
            compared?;
            if new.is_empty() {
                let gone = before.0.iter().filter(|(print, _)| !after.0.contains_key(print));
                let errors = gone.clone().filter(|(_, severity)| **severity == Severity::Error).count();
                let rewritten = planned.rewritten;
                return Ok(Some(Self { rewritten, gone: [errors, gone.count() - errors] }));
            }
            new.sort_unstable();
            new.dedup();
            let loaded = load::load(files);
            leave_out(&mut edits, &new, files, &loaded, options);
            if edits.is_empty() {
                return Ok(None);
            }
            planned = edit::planned(files, &loaded, &edits)?;
        }
    }

    /// The edits as a diff.
    pub fn diff(&self, files: &Files, color: bool) -> String {
        apply::diff(files, &self.rewritten, color)
    }

    /// Shows them as a diff, with colours or without, where that is wanted, and writes them if `--apply` says so. `is_whole` tells
    /// whether all claims could be used.
    ///
    /// # Errors
    ///
    /// Files that cannot be written.
    pub fn show_and_write(
        self,
        gathered: &Gathered,
        diff: Option<bool>,
        is_whole: bool,
        args: WriteArgs,
        surroundings: &Surroundings,
    ) -> Result<(), CommandError> {
        if let Some(color) = diff {
            output::write_text("\n")?;
            output::write_text(&self.diff(&gathered.files, color))?;
            let counted =
                |count: usize, what: &str| format!("{count} {what}{}", if count == 1 { "" } else { "s" });
            let [errors, warnings] = [counted(self.gone[0], "error"), counted(self.gone[1], "warning")];
            output::hint(&format!("checked: these edits remove {errors} and {warnings}, and bring none"));
        }
        if !args.apply {
            if diff.is_some() {
                output::hint(match is_whole {
                    true => "nothing was written; --apply writes these edits",
                    false => "nothing was written; --apply writes nothing until all claims can be used",
                });
            }
            return Ok(());
        }
        let edited = EditedFiles::planned(gathered, self.rewritten);
        match edited.write(&surroundings.current, &args)? {
            Written::Nothing | Written::Declined => output::hint("nothing was written"),
            Written::Files(count) => {
                let files = if count == 1 { "1 file".to_owned() } else { format!("{count} files") };
                output::hint(&format!(
                    "{files} written; `git diff` shows the edits, `erstwhile check` what is left"
                ));
            }
        }
        Ok(())
    }
}

/// The edits of what is settled that can be made; says why others cannot.
fn settled(files: &Files, loaded: &Loaded, repairs: &Repairs) -> Vec<ClaimEdit> {
    let mut found = Vec::new();
    for action in repairs.settled() {
        let edit = match action.step {
            RepairStep::Drop => ClaimEdit::Drop(action.claim),
            RepairStep::Close(end) => ClaimEdit::Close { claim: action.claim, end },
        };
        match refusal(files, loaded, edit) {
            None => found.push(edit),
            Some(reason) => output::hint(&reason.to_string()),
        }
    }
    found
}

/// Takes out what brings new findings, and says so: the closings of claims that they name; where there are none, the dropping of what
/// stood in a finding with such a claim; else of what has an end in common with it; else all.
fn leave_out(
    edits: &mut Vec<ClaimEdit>,
    new: &[SeriousFinding],
    files: &Files,
    loaded: &Loaded,
    options: &CheckOptions,
) {
    let claims = &loaded.base.claims;
    let ids: BTreeSet<&String> = new.iter().flat_map(|(_, claims)| claims).collect();
    let named: BTreeSet<ClaimId> = ids.iter().filter_map(|id| loaded.index.find(claims, id)).collect();
    let report = engine::check_loaded(files, loaded, options);
    let with = report.findings.iter().filter(|finding| finding.claims.iter().any(|id| ids.contains(id)));
    let beside: BTreeSet<&str> = with.flat_map(|finding| &finding.claims).map(String::as_str).collect();
    let ends = |claim: ClaimId| [claims.subject(claim), claims.object(claim).entity].into_iter().flatten();
    let touched: BTreeSet<EntityId> = named.iter().flat_map(|claim| ends(*claim)).collect();
    let brings: [&dyn Fn(ClaimEdit) -> bool; 4] = [
        &|edit| matches!(edit, ClaimEdit::Close { claim, .. } if named.contains(&claim)),
        &|edit| matches!(edit, ClaimEdit::Drop(claim) if beside.contains(claims.id(claim))),
        &|edit| matches!(edit, ClaimEdit::Drop(claim) if ends(claim).any(|end| touched.contains(&end))),
        &|_| true,
    ];
    let new: Vec<String> =
        new.iter().map(|(code, claims)| format!("{} ({})", code.as_str(), claims.join(", "))).collect();
    for brings in brings {
        let left: Vec<ClaimEdit> = edits.extract_if(.., |edit| brings(*edit)).collect();
        for edit in &left {
            let (claim, what) = match edit {
                ClaimEdit::Drop(claim) => (claim, "stays, though it is to be dropped: without it"),
                ClaimEdit::Close { claim, .. } => (claim, "stays open: with an end"),
            };
            output::hint(&format!("`{}` {what} there would be {}", claims.id(*claim), new.join("; ")));
        }
        if !left.is_empty() {
            return;
        }
    }
}

/// What makes a finding the same in another run: its code and its claims.
type SeriousFinding = (Code, Vec<String>);

/// The errors and warnings that `check` finds, each by a print of what makes it the same: there may be one for each claim.
struct SeriousFindings(BTreeMap<u64, Severity>);

impl SeriousFindings {
    /// Those of a base, each shown as it is found.
    fn new(
        files: &Files,
        loaded: &Loaded,
        options: &CheckOptions,
        see: &mut dyn FnMut(u64, SeriousFinding, Severity),
    ) -> Self {
        let mut all = BTreeMap::new();
        for Finding { severity, code, mut claims, .. } in
            engine::check_loaded(files, loaded, options).findings
        {
            if severity >= Severity::Warning {
                // What is superseded is so by whatever came next.
                claims.truncate(if code == Code::Superseded { 1 } else { usize::MAX });
                let what = (code, claims);
                let mut hasher = DefaultHasher::new();
                (what.0.as_str(), &what.1).hash(&mut hasher);
                let print = hasher.finish();
                let known = all.entry(print).or_insert(severity);
                *known = severity.max(*known);
                see(print, what, severity);
            }
        }
        Self(all)
    }
}
