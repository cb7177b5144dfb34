//! The only reader of disk: finds the files of a workspace and hands their text on.
//!
//! Decides what belongs to a run, never what is wrong in it: what cannot be read becomes a finding with the file's path.

mod discover;
mod read;

use std::path::{Path, PathBuf};

use crate::load::STANDARD_FILES;
use crate::model::Finding;
use crate::text::{File, FileId, Files};

/// A run's files, and what could not be read.
#[derive(Debug, Default)]
pub struct Gathered {
    /// The files, the embedded ones last.
    pub files: Files,
    /// What could not be read.
    pub findings: Vec<Finding>,
    /// The files that findings are wanted for; empty: all.
    pub wanted: Vec<FileId>,
    /// How many files of the user's own there are.
    pub own: usize,
}

/// Why a run cannot begin.
#[derive(Debug, thiserror::Error)]
pub enum WorkspaceError {
    /// A path that was given does not exist.
    #[error("there is no file or folder `{}`", .0.display())]
    Missing(PathBuf),
    /// No workspace encloses the place where the program was started.
    #[error("nothing to check: neither `{}` nor a folder above it has a `claims` folder or an `erstwhile.ron`", .0.display())]
    NoWorkspace(PathBuf),
    /// There is a workspace, but nothing in it.
    #[error("nothing to check: there is no .ron, .jsonl or .csv file in {0}")]
    Empty(String),
}

/// Finds and reads the files of a run: those of the workspace around `current` if no paths are given, else of the
/// workspaces around the paths. Paths inside a workspace narrow down which findings are wanted, not what is read.
///
/// # Errors
///
/// A path that does not exist, no workspace, or no file at all.
pub fn gather(current: &Path, paths: &[PathBuf], options: &ReadOptions) -> Result<Gathered, WorkspaceError> {
    let plan = discover::plan(current, paths, options)?;
    let mut gathered = read::read_all(current, &plan);
    gathered.own = gathered.files.len();
    if gathered.own == 0 && gathered.findings.is_empty() {
        return Err(WorkspaceError::Empty(plan.searched()));
    }
    for (path, text) in STANDARD_FILES {
        gathered.files.add(File::new(path, text));
    }
    Ok(gathered)
}

/// What to read besides the claims and rules.
#[derive(Debug, Clone, Default)]
pub struct ReadOptions {
    /// This configuration instead of the workspace's own.
    pub config: Option<PathBuf>,
    /// No configuration at all.
    pub isolated: bool,
}
