//! The only reader of disk: finds the files of a workspace and hands their text on.
//!
//! Decides what belongs to a run, never what is wrong in it: what cannot be read becomes a finding with the file's path.

mod discover;
mod drafts;
mod git;
mod ignored;
mod own_page;
mod read;
mod walk;

use std::path::{Path, PathBuf};

use crate::load::STANDARD_FILES;
use crate::model::{Finding, Unseen};
use crate::text::{File, FileId, Files, Root, tidy};

pub use discover::find_root;
pub use drafts::{Batch, DraftPaths, Exclusion, FoundDrafts, find_drafts};
pub use git::{GitError, Revision, uncommitted};
pub use read::LARGEST_DRAFT;

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
    /// The root of the workspace, if there is one.
    pub root: Option<PathBuf>,
    /// What was not looked at.
    pub unseen: Vec<Unseen>,
}

impl Gathered {
    /// Adds a draft that was not read from disk.
    pub fn add_draft(&mut self, path: &str, bytes: Vec<u8>) -> FileId {
        let (file, failure) = read::decoded(path.to_owned(), bytes);
        let length = file.text().len();
        let id = self.files.add(file);
        self.findings.extend(failure.map(|reason| read::unreadable(id, length, &reason)));
        id
    }
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
    #[error("nothing to check: there is no .ron, .jsonl, .csv or .tsv file in {0}")]
    Empty(String),
    /// No draft lies where drafts were looked for.
    #[error("nothing to lint: {0}")]
    NoDrafts(String),
    /// A pattern of what to leave out is not valid.
    #[error("`--exclude {0}`: {1}")]
    Pattern(String, String),
    /// A file that is needed and cannot be read.
    #[error("`{}` cannot be read: {reason}", .path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Why.
        reason: String,
    },
    /// An error of git.
    #[error(transparent)]
    Git(#[from] GitError),
}

/// Finds and reads the files of a run: those of the workspace around `current` if no paths are given, else of the
/// workspaces around the paths. Paths inside a workspace narrow down which findings are wanted, not what is read.
///
/// # Errors
///
/// A path that does not exist, no workspace, or no file at all.
pub fn gather(current: &Path, paths: &[PathBuf], options: &ReadOptions) -> Result<Gathered, WorkspaceError> {
    let mut plan = discover::plan(current, paths, options)?;
    let mut gathered = read::read_all(current, &plan, read::LARGEST);
    gathered.files.set_root(text_root(current, plan.root.as_deref()));
    let top = discover::repository_top(plan.root.as_deref().unwrap_or(current));
    gathered.files.set_repository(text_root(current, top));
    gathered.root.clone_from(&plan.root);
    gathered.unseen = std::mem::take(&mut plan.unseen);
    gathered.own = gathered.files.len();
    if gathered.own == 0 && gathered.findings.is_empty() {
        return Err(WorkspaceError::Empty(plan.searched()));
    }
    for (path, text) in STANDARD_FILES {
        gathered.files.add(File::new(path, text));
    }
    Ok(gathered)
}

/// The root of a workspace as text knows it.
fn text_root(current: &Path, root: Option<&Path>) -> Root {
    root.map_or_else(Root::default, |root| Root::new(&read::text(root), &read::text(current)))
}

/// The claims for drafts: those of the workspace around `current`, else of the one around the first draft; without either
/// there is nothing to judge drafts by.
///
/// # Errors
///
/// No workspace, or nothing in it.
pub fn gather_around(
    current: &Path,
    drafts: &[PathBuf],
    options: &ReadOptions,
) -> Result<Gathered, WorkspaceError> {
    let whole = |draft: &PathBuf| read::text(&current.join(draft));
    let near = drafts.iter().map(|draft| PathBuf::from(tidy(&whole(draft)).into_owned()));
    let folders = near
        .map(|draft| if draft.is_dir() { draft } else { draft.parent().unwrap_or(current).to_path_buf() });
    let start = std::iter::once(current.to_path_buf())
        .chain(folders)
        .find(|folder| discover::find_root(folder).is_some());
    match start {
        Some(start) if start == current => gather(current, &[], options),
        Some(start) => {
            let root = discover::find_root(&start).unwrap_or(start);
            gather(current, &[root], options)
        }
        None => Err(WorkspaceError::NoWorkspace(current.to_path_buf())),
    }
}

/// Reads a file that holds neither claims nor drafts.
///
/// # Errors
///
/// It is not there, or is not text.
pub fn read_file(current: &Path, path: &Path) -> Result<File, WorkspaceError> {
    let path = current.join(path);
    if path.symlink_metadata().is_err() {
        return Err(WorkspaceError::Missing(path));
    }
    read::read_one(current, &path).map_err(|reason| WorkspaceError::Unreadable { path: path.clone(), reason })
}

/// What to read besides the claims and rules.
#[derive(Debug, Clone, Default)]
pub struct ReadOptions {
    /// This configuration instead of the workspace's own.
    pub config: Option<PathBuf>,
    /// No configuration at all.
    pub isolated: bool,
}
