//! What is settled, as edits of the claims files: shown, and written if that is asked for.

use std::collections::BTreeSet;

use super::super::apply::{EditedFiles, WriteArgs, Written};
use super::super::output;
use super::super::session::Session;
use super::super::{CommandError, Surroundings};
use crate::engine::{self, CheckOptions};
use crate::load;
use crate::load::edit::{ClaimEdit, refusal};
use crate::model::{RepairStep, Repairs, Report, Severity};

/// The edits of what is settled that can be made; those that cannot are told on standard error.
fn edits(session: &Session, repairs: &Repairs) -> Vec<ClaimEdit> {
    let (files, loaded) = (&session.gathered.files, &session.loaded);
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

/// Shows the edits, for people, and writes them if `--apply` says so.
///
/// # Errors
///
/// Edits that cannot be made or written, or that would bring a finding that was not there.
pub fn show_and_write(
    session: &Session,
    repairs: &Repairs,
    options: &CheckOptions,
    args: &WriteArgs,
    diff: Option<bool>,
    surroundings: &Surroundings,
) -> Result<(), CommandError> {
    let edits = edits(session, repairs);
    if edits.is_empty() || diff.is_none() && !args.apply {
        return Ok(());
    }
    let edited = EditedFiles::new(&session.gathered, &session.loaded, &edits)?;
    if let Some(color) = diff {
        output::write_text(&format!("\n{}", edited.diff(color)))?;
    }
    if !args.apply {
        if diff.is_some() {
            output::hint("nothing was written; --apply writes these edits");
        }
        return Ok(());
    }
    let new = new_findings(session, &edited, options);
    if !new.is_empty() {
        let many = if new.len() == 1 { "a new finding" } else { "new findings" };
        return Err(format!("nothing was written: the edits would bring {many}: {}", new.join("; ")).into());
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

/// The errors and warnings that `check` would have after the edits and does not have now.
fn new_findings(session: &Session, edited: &EditedFiles<'_>, options: &CheckOptions) -> Vec<String> {
    let identities = |report: &Report| -> BTreeSet<(String, Vec<String>)> {
        let serious = report.findings.iter().filter(|finding| finding.severity >= Severity::Warning);
        serious.map(|finding| (finding.code.as_str().to_owned(), finding.claims.clone())).collect()
    };
    let before = identities(&engine::check_loaded(&session.gathered.files, &session.loaded, options));
    let files = edited.files();
    let after = identities(&engine::check_loaded(&files, &load::load(&files), options));
    after.difference(&before).map(|(code, claims)| format!("{code} ({})", claims.join(", "))).collect()
}
