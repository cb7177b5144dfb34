//! The summary of a step of a GitHub workflow: the whole list of findings, beside the few that become annotations.
//!
//! An extra: whatever goes wrong here is reported and changes no exit code.

use std::fs::{File, OpenOptions};
use std::io;
use std::path::Path;

use super::output::complain;
use crate::model::Report;
use crate::render::{self, Context, Style};

/// The variable that names the file.
const VARIABLE: &str = "GITHUB_STEP_SUMMARY";

/// Bytes that the file may have: GitHub throws a longer one away, whole.
const LIMIT: u64 = 1 << 20;

/// Below this much room nothing is written.
const LEAST: u64 = 4096;

/// Appends the findings to the file that GitHub names, if it names one.
pub fn append(report: &Report, context: &Context<'_>) {
    let Some(path) = std::env::var_os(VARIABLE).filter(|path| !path.is_empty()) else { return };
    let path = Path::new(&path);
    let appended = opened(path).and_then(|(mut file, room)| {
        if room < LEAST {
            return Err(io::Error::other("it has no room left"));
        }
        let room = usize::try_from(room).unwrap_or(usize::MAX);
        render::markdown_within(room, report, context, Style::default(), &mut file)
    });
    if let Err(error) = appended {
        complain(&format!("the summary of this step, `{}`, cannot be written: {error}", path.display()));
    }
}

/// The file, and how much may be added to it.
fn opened(path: &Path) -> io::Result<(File, u64)> {
    let file = OpenOptions::new().append(true).create(true).open(path)?;
    let there = file.metadata()?.len();
    Ok((file, LIMIT.saturating_sub(there)))
}
