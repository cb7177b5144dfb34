//! What the commands about drafts share: which drafts, and which day is their present.

use std::io::Read as _;
use std::path::PathBuf;

use clap::Args;

use super::common::{FileArgs, UsageError};
use super::session::Session;
use super::{CommandError, Surroundings};
use crate::engine::Present;
use crate::model::Finding;
use crate::text::{FileId, Files};
use crate::workspace::{self, Batch, DraftPaths, FoundDrafts, WorkspaceError};

/// Which drafts are read, and as of when.
#[derive(Debug, Args)]
pub struct DraftArgs {
    /// Drafts, or folders of them; `-` is standard input
    #[arg(required = true, value_name = "DRAFT")]
    pub drafts: Vec<PathBuf>,

    /// The name by which standard input is told, and whose extension says what markup it has
    #[arg(long, value_name = "NAME", default_value = "<stdin>.md", help_heading = "Files")]
    pub stdin_filename: String,

    /// Leave out what matches this pattern, as in .gitignore; may be repeated
    #[arg(long, value_name = "PATTERN", help_heading = "Files")]
    pub exclude: Vec<String>,
}

impl DraftArgs {
    /// The claims around the current folder, or else around the first draft, and the drafts, which are read a few at a
    /// time.
    ///
    /// # Errors
    ///
    /// There is nothing to read.
    pub fn open(
        &self,
        files: &FileArgs,
        surroundings: &Surroundings,
    ) -> Result<(Session, DraftQueue), CommandError> {
        let mut gathered =
            workspace::gather_around(&surroundings.current, &self.drafts, &files.read_options())?;
        let claims = gathered.files.len();
        let found = self.find(surroundings)?;
        let current = surroundings.current.clone();
        let mut read = Vec::new();
        if self.reads_input() {
            read.push(gathered.add_draft(&self.stdin_filename, input()?));
        }
        Ok((Session::load_claims(gathered, claims), DraftQueue { current, found, read }))
    }

    /// Whether standard input is one of the drafts.
    fn reads_input(&self) -> bool {
        self.drafts.iter().any(|path| path.as_os_str() == "-")
    }

    /// The drafts on disk, if any are named.
    fn find(&self, surroundings: &Surroundings) -> Result<Option<FoundDrafts>, WorkspaceError> {
        let paths: Vec<PathBuf> =
            self.drafts.iter().filter(|path| path.as_os_str() != "-").cloned().collect();
        if paths.is_empty() {
            return Ok(None);
        }
        let drafts = DraftPaths { paths, exclude: self.exclude.clone() };
        workspace::find_drafts(&surroundings.current, &drafts).map(Some)
    }
}

fn input() -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    std::io::stdin().lock().read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Drafts that wait for being read.
#[derive(Debug)]
pub struct DraftQueue {
    current: PathBuf,
    found: Option<FoundDrafts>,
    /// Those that were read already: standard input.
    read: Vec<FileId>,
}

impl DraftQueue {
    /// The next drafts, added to `files`; what could not be read of them goes to `findings`.
    pub fn next(&mut self, files: &mut Files, findings: &mut Vec<Finding>) -> Option<Vec<FileId>> {
        let some = self.found.as_mut().and_then(|found| found.read_some(&self.current, files));
        if let Some(Batch { drafts, failures }) = some {
            findings.extend(failures);
            return Some(drafts);
        }
        self.found = None;
        let read = std::mem::take(&mut self.read);
        (!read.is_empty()).then_some(read)
    }
}

/// Which day is the present of the drafts, from what `--as-of` says: the day to use, and whether each draft has its own.
///
/// # Errors
///
/// What is written is no day.
pub fn present(
    time: &super::common::TimeArgs,
    surroundings: &Surroundings,
) -> Result<(crate::graph::AsOf, Present), UsageError> {
    if time.as_of == "published" {
        let today = super::common::TimeArgs { as_of: "today".to_owned(), known_by: time.known_by.clone() };
        return Ok((today.as_of(surroundings)?, Present::Published));
    }
    Ok((time.as_of(surroundings)?, Present::AsOf))
}
