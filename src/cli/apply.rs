//! Edits of claims, shown as a difference and written to their files. What is edited is decided by commands, how by
//! `load::edit`.

mod write;

use std::io::{self, BufRead as _, IsTerminal as _, Write as _};
use std::path::Path;

use clap::Args;

use crate::load::Loaded;
use crate::load::edit::{self, ClaimEdit, EditError, Rewritten};
use crate::render::unified_diff;
use crate::text::Files;
use crate::workspace::Gathered;

pub use write::WriteError;

/// Whether and how edits are written.
#[derive(Debug, Clone, Copy, Default, Args)]
pub struct WriteArgs {
    /// Write the edits into the files; without it they are only shown
    #[arg(long, help_heading = "Edits")]
    pub apply: bool,

    /// Do not ask before writing
    #[arg(long, requires = "apply", help_heading = "Edits")]
    pub yes: bool,

    /// Write to files with changes that are not committed to git as well
    #[arg(long, requires = "apply", help_heading = "Edits")]
    pub allow_dirty: bool,
}

/// What became of edits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// There was nothing to write.
    Nothing,
    /// Whoever was asked said no.
    Declined,
    /// They are in this many files.
    Files(usize),
}

/// The files of a run with edits, of which nothing is on disk yet.
#[derive(Debug)]
pub struct EditedFiles<'r> {
    gathered: &'r Gathered,
    rewritten: Vec<Rewritten>,
}

impl<'r> EditedFiles<'r> {
    /// Makes `edits` of the claims that were loaded from these files.
    ///
    /// # Errors
    ///
    /// One of them cannot be made.
    pub fn new(gathered: &'r Gathered, loaded: &Loaded, edits: &[ClaimEdit]) -> Result<Self, EditError> {
        Ok(Self { gathered, rewritten: edit::rewrite(&gathered.files, loaded, edits)? })
    }

    /// Edits that were planned of these files.
    #[must_use]
    pub fn planned(gathered: &'r Gathered, rewritten: Vec<Rewritten>) -> Self {
        Self { gathered, rewritten }
    }

    /// Whether they change nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rewritten.is_empty()
    }

    /// The files as they will be, to be loaded and checked.
    #[must_use]
    pub fn files(&self) -> Files {
        edit::files_after(&self.gathered.files, &self.rewritten)
    }

    /// The difference to the files as they are.
    #[must_use]
    pub fn diff(&self, color: bool) -> String {
        diff(&self.gathered.files, &self.rewritten, color)
    }

    /// Writes all files or, as far as that is possible, none; on a terminal, asks first. `current` is the folder that their
    /// paths start from.
    ///
    /// # Errors
    ///
    /// A file that may not or cannot be written, or is no longer what was read.
    pub fn write(&self, current: &Path, args: &WriteArgs) -> Result<Written, WriteError> {
        let targets = write::targets(self.gathered, &self.rewritten, current)?;
        if targets.is_empty() {
            return Ok(Written::Nothing);
        }
        write::check(&targets, args.allow_dirty)?;
        if !args.yes && !is_agreed(targets.len()) {
            return Ok(Written::Declined);
        }
        write::write(&targets)?;
        Ok(Written::Files(targets.len()))
    }
}

/// The difference that edits make to files as they are.
#[must_use]
pub fn diff(files: &Files, rewritten: &[Rewritten], color: bool) -> String {
    let file = |new: &Rewritten| {
        let file = files.get(new.file);
        unified_diff(file.path(), file.text(), &new.changes, color)
    };
    rewritten.iter().map(file).collect()
}

/// Asks whoever sits at a terminal; nobody is there elsewhere, and `--apply` is agreement enough.
fn is_agreed(count: usize) -> bool {
    if !io::stdin().is_terminal() || !io::stderr().is_terminal() {
        return true;
    }
    let files = if count == 1 { "this file" } else { "these files" };
    eprint!("Write {files}? [y/N] ");
    let _ = io::stderr().flush();
    let mut answer = String::new();
    let read = io::stdin().lock().read_line(&mut answer);
    read.is_ok() && matches!(answer.trim().to_lowercase().as_str(), "y" | "yes" | "ya")
}
