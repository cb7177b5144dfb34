//! What is settled, as edits of the claims files: shown, and written if that is asked for.

use std::collections::BTreeSet;

use super::super::apply::{EditedFiles, WriteArgs, Written};
use super::super::output;
use super::super::session::Session;
use super::super::{CommandError, Surroundings};
use crate::engine::{self, CheckOptions};
use crate::load;
use crate::load::edit::{ClaimEdit, refusal};
use crate::model::{ClaimId, Code, EntityId, Finding, RepairStep, Repairs, Report, Severity};

/// The edits of what is settled that can be made; why others cannot is given to `refused`.
fn edits(session: &Session, repairs: &Repairs, refused: impl Fn(&str)) -> Vec<ClaimEdit> {
    let (files, loaded) = (&session.gathered.files, &session.loaded);
    let mut found = Vec::new();
    for action in repairs.settled() {
        let edit = match action.step {
            RepairStep::Drop => ClaimEdit::Drop(action.claim),
            RepairStep::Close(end) => ClaimEdit::Close { claim: action.claim, end },
        };
        match refusal(files, loaded, edit) {
            None => found.push(edit),
            Some(reason) => refused(&reason.to_string()),
        }
    }
    found
}

/// The edits as a diff without colours.
///
/// # Errors
///
/// Edits that cannot be made.
pub fn diff(session: &Session, repairs: &Repairs) -> Result<String, CommandError> {
    let edits = edits(session, repairs, |_| ());
    if edits.is_empty() {
        return Ok(String::new());
    }
    Ok(EditedFiles::new(&session.gathered, &session.loaded, &edits)?.diff(false))
}

/// Shows the edits, for people, and writes them if `--apply` says so.
///
/// # Errors
///
/// Edits that cannot be made or written.
pub fn show_and_write(
    session: &Session,
    repairs: &Repairs,
    options: &CheckOptions,
    args: &WriteArgs,
    diff: Option<bool>,
    surroundings: &Surroundings,
) -> Result<(), CommandError> {
    let mut edits = edits(session, repairs, output::hint);
    if edits.is_empty() || diff.is_none() && !args.apply {
        return Ok(());
    }
    let mut edited = EditedFiles::new(&session.gathered, &session.loaded, &edits)?;
    if args.apply {
        let before = Identities::of(&engine::check_loaded(&session.gathered.files, &session.loaded, options));
        loop {
            let after = after(&edited, options);
            let new = before.missing(&after);
            if new.is_empty() || edits.is_empty() {
                break;
            }
            leave_out(&mut edits, &new, &before, session);
            edited = EditedFiles::new(&session.gathered, &session.loaded, &edits)?;
        }
    }
    if edits.is_empty() {
        return Ok(());
    }
    if let Some(color) = diff {
        output::write_text("\n")?;
        output::write_text(&edited.diff(color))?;
    }
    if !args.apply {
        if diff.is_some() {
            output::hint("nothing was written; --apply writes these edits");
        }
        return Ok(());
    }
    match edited.write(&surroundings.current, args)? {
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

/// The findings that `check` has after the edits.
fn after(edited: &EditedFiles<'_>, options: &CheckOptions) -> Identities {
    let files = edited.files();
    Identities::of(&engine::check_loaded(&files, &load::load(&files), options))
}

/// Takes out what brings new findings, and says so: the closings of claims that they name; where there are none, the dropping of what
/// stood in a finding with such a claim; else of what has an end in common with it; else all.
fn leave_out(edits: &mut Vec<ClaimEdit>, new: &[&SeriousFinding], before: &Identities, session: &Session) {
    let claims = &session.loaded.base.claims;
    let named: BTreeSet<ClaimId> = new
        .iter()
        .flat_map(|(_, named)| named.iter().filter_map(|id| session.loaded.index.find(claims, id)))
        .collect();
    let beside = before.beside(&new.iter().flat_map(|(_, named)| named).collect());
    let ends = |claim: ClaimId| [claims.subject(claim), claims.object(claim).entity].into_iter().flatten();
    let touched: BTreeSet<EntityId> = named.iter().flat_map(|claim| ends(*claim)).collect();
    let brings: [&dyn Fn(ClaimEdit) -> bool; 4] = [
        &|edit| matches!(edit, ClaimEdit::Close { claim, .. } if named.contains(&claim)),
        &|edit| matches!(edit, ClaimEdit::Drop(claim) if beside.contains(claims.id(claim))),
        &|edit| matches!(edit, ClaimEdit::Drop(claim) if ends(claim).any(|end| touched.contains(&end))),
        &|_| true,
    ];
    let new: Vec<String> = new.iter().map(|(code, of)| format!("{code} ({})", of.join(", "))).collect();
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

/// An error or warning by its code and claims.
type SeriousFinding = (String, Vec<String>);

/// The errors and warnings of a run.
struct Identities {
    serious: BTreeSet<SeriousFinding>,
    /// The claims of each finding, of whatever severity.
    together: Vec<Vec<String>>,
}

impl Identities {
    fn of(report: &Report) -> Self {
        // What is superseded is so by whatever came next.
        let claims = |finding: &Finding| match finding.code {
            Code::Superseded => finding.claims[..finding.claims.len().min(1)].to_vec(),
            _ => finding.claims.clone(),
        };
        let serious = report.findings.iter().filter(|finding| finding.severity >= Severity::Warning);
        Self {
            serious: serious.map(|finding| (finding.code.as_str().to_owned(), claims(finding))).collect(),
            together: report.findings.iter().map(|finding| finding.claims.clone()).collect(),
        }
    }

    /// What others have and this has not.
    fn missing<'o>(&'o self, others: &'o Self) -> Vec<&'o SeriousFinding> {
        others.serious.difference(&self.serious).collect()
    }

    /// The claims that stand in a finding with one of these.
    fn beside(&self, named: &BTreeSet<&String>) -> BTreeSet<&str> {
        let with = self.together.iter().filter(|claims| claims.iter().any(|claim| named.contains(claim)));
        with.flatten().map(String::as_str).collect()
    }
}
