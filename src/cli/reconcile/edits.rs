//! What is settled, as edits of the claims files: shown, and written if that is asked for.

use std::collections::BTreeSet;

use super::super::apply::{EditedFiles, WriteArgs, Written};
use super::super::output;
use super::super::session::Session;
use super::super::{CommandError, Surroundings};
use crate::engine::{self, CheckOptions};
use crate::load;
use crate::load::edit::{ClaimEdit, refusal};
use crate::model::{ClaimId, RepairStep, Repairs, Report, Severity};

/// Findings by code and claims.
type Identities = BTreeSet<(String, Vec<String>)>;

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
/// Edits that cannot be made or written, or that would bring a finding that was not there.
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
    let mut new = if args.apply { new_findings(session, &edited, options) } else { BTreeSet::new() };
    // An end may say more than is known of a claim: what brings a finding stays open.
    while leave_open(&mut edits, &new, session) {
        edited = EditedFiles::new(&session.gathered, &session.loaded, &edits)?;
        new = new_findings(session, &edited, options);
    }
    if edits.is_empty() {
        return Ok(());
    }
    if let Some(color) = diff {
        output::write_text(&format!("\n{}", edited.diff(color)))?;
    }
    if !args.apply {
        if diff.is_some() {
            output::hint("nothing was written; --apply writes these edits");
        }
        return Ok(());
    }
    if !new.is_empty() {
        let new: Vec<String> =
            new.iter().map(|(code, claims)| format!("{code} ({})", claims.join(", "))).collect();
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
fn new_findings(session: &Session, edited: &EditedFiles<'_>, options: &CheckOptions) -> Identities {
    let identities = |report: &Report| -> Identities {
        let serious = report.findings.iter().filter(|finding| finding.severity >= Severity::Warning);
        serious.map(|finding| (finding.code.as_str().to_owned(), finding.claims.clone())).collect()
    };
    let before = identities(&engine::check_loaded(&session.gathered.files, &session.loaded, options));
    let files = edited.files();
    let after = identities(&engine::check_loaded(&files, &load::load(&files), options));
    after.difference(&before).cloned().collect()
}

/// Takes out the closings of claims that new findings name; whether there are any.
fn leave_open(edits: &mut Vec<ClaimEdit>, new: &Identities, session: &Session) -> bool {
    let claims = &session.loaded.base.claims;
    let is_named =
        |claim: ClaimId| new.iter().any(|(_, named)| named.iter().any(|id| id == claims.id(claim)));
    let left: Vec<ClaimEdit> = edits
        .extract_if(.., |edit| matches!(edit, ClaimEdit::Close { claim, .. } if is_named(*claim)))
        .collect();
    for edit in &left {
        if let ClaimEdit::Close { claim, .. } = edit {
            let id = claims.id(*claim);
            output::hint(&format!("`{id}` stays open: its end would bring a new finding"));
        }
    }
    !left.is_empty()
}
