//! What the commands about drafts share: which drafts, and which day is their present.

use std::io::Read as _;
use std::path::PathBuf;

use clap::Args;

use super::common::{FileArgs, UsageError};
use super::session::Session;
use super::{CommandError, Surroundings};
use crate::engine::Present;
use crate::text::FileId;
use crate::workspace::{self, DraftPaths};

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
    /// The claims around the current folder, or else around the first draft, and the drafts themselves.
    ///
    /// # Errors
    ///
    /// There is nothing to read.
    pub fn open(
        &self,
        files: &FileArgs,
        surroundings: &Surroundings,
    ) -> Result<(Session, Vec<FileId>), CommandError> {
        let mut gathered =
            workspace::gather_around(&surroundings.current, &self.drafts, &files.read_options())?;
        let (stdin, paths): (Vec<PathBuf>, Vec<PathBuf>) =
            self.drafts.iter().cloned().partition(|path| path.as_os_str() == "-");
        let claims = gathered.files.len();
        let mut drafts = Vec::new();
        if !paths.is_empty() {
            let paths = DraftPaths { paths, exclude: self.exclude.clone() };
            drafts = workspace::gather_drafts(&surroundings.current, &paths, &mut gathered)?;
        }
        if !stdin.is_empty() {
            let mut bytes = Vec::new();
            std::io::stdin().lock().read_to_end(&mut bytes)?;
            drafts.push(gathered.add_draft(&self.stdin_filename, bytes));
        }
        Ok((Session::load_claims(gathered, claims), drafts))
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
