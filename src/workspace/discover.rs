//! Which files belong to a run.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use ignore::WalkBuilder;

use super::{ReadOptions, WorkspaceError};
use crate::load::is_data_file;

/// The configuration file's name.
const CONFIG: &str = "erstwhile.ron";

/// The folders of a workspace that hold data.
const FOLDERS: [&str; 2] = ["claims", "rules"];

/// The nearest folder at or above `start` that is a workspace.
#[must_use]
pub fn find_root(start: &Path) -> Option<PathBuf> {
    let is_root = |folder: &&Path| folder.join(CONFIG).is_file() || folder.join(FOLDERS[0]).is_dir();
    start.ancestors().find(is_root).map(Path::to_path_buf)
}

/// The top of the repository around a folder, as far as folders tell.
pub fn repository_top(folder: &Path) -> Option<&Path> {
    folder.ancestors().find(|folder| folder.join(".git").exists())
}

/// What to read, and of which of it findings are wanted.
#[derive(Debug, Default)]
pub struct Plan {
    /// Files in the order of their paths, each once.
    pub files: BTreeSet<PathBuf>,
    /// The root of the first workspace that was found.
    pub root: Option<PathBuf>,
    /// The configuration, where it was named.
    pub config: Option<PathBuf>,
    /// Paths that could not be looked into, and why.
    pub failures: Vec<(PathBuf, String)>,
    /// Files and folders that findings are wanted for; empty: all.
    pub wanted: Vec<PathBuf>,
    /// Folders that were looked into.
    folders: Vec<PathBuf>,
}

impl Plan {
    /// The folders that were looked into, in words.
    #[must_use]
    pub fn searched(&self) -> String {
        let folders: Vec<String> =
            self.folders.iter().map(|folder| format!("`{}`", folder.display())).collect();
        folders.join(" or ")
    }

    fn add_workspace(&mut self, root: &Path, options: &ReadOptions) {
        self.root.get_or_insert_with(|| root.to_path_buf());
        for folder in FOLDERS {
            let folder = root.join(folder);
            if folder.is_dir() {
                self.add_folder(&folder);
            } else {
                self.folders.push(folder);
            }
        }
        let config = root.join(CONFIG);
        if options.config.is_none() && !options.isolated && config.is_file() {
            self.files.insert(config);
        }
    }

    /// A file that was named is read whatever its name; a folder that was named and holds nothing is a mistake, not a
    /// folder without problems.
    fn add_wanted(&mut self, path: PathBuf) -> Result<(), WorkspaceError> {
        if path.is_dir() {
            self.add_folder(&path);
            let failures = self.failures.iter().map(|(failed, _)| failed);
            if !self.files.iter().chain(failures).any(|found| found.starts_with(&path)) {
                return Err(WorkspaceError::Empty(format!("`{}`", path.display())));
            }
        } else {
            self.files.insert(path.clone());
        }
        self.wanted.push(path);
        Ok(())
    }

    fn add_folder(&mut self, folder: &Path) {
        self.folders.push(folder.to_path_buf());
        // Claims that git ignores are claims all the same: nothing is skipped in silence but hidden files.
        let mut walk = WalkBuilder::new(folder);
        walk.standard_filters(false).hidden(true).follow_links(true).sort_by_file_name(std::cmp::Ord::cmp);
        for entry in walk.build() {
            match entry {
                Ok(entry) => {
                    let is_file = entry.file_type().is_some_and(|kind| kind.is_file());
                    if is_file && is_data_file(&entry.path().to_string_lossy()) {
                        self.files.insert(entry.into_path());
                    }
                }
                Err(error) => self.failures.push((failed_path(&error, folder), plain(&error))),
            }
        }
    }
}

/// Plans a run.
pub fn plan(current: &Path, paths: &[PathBuf], options: &ReadOptions) -> Result<Plan, WorkspaceError> {
    let mut plan = Plan::default();
    if let Some(config) = &options.config {
        let config = current.join(config);
        if !config.is_file() {
            return Err(WorkspaceError::Missing(config));
        }
        plan.files.insert(config.clone());
        plan.config = Some(config);
    }
    if paths.is_empty() {
        let root = find_root(current).ok_or_else(|| WorkspaceError::NoWorkspace(current.to_path_buf()))?;
        plan.add_workspace(&root, options);
        return Ok(plan);
    }
    let mut whole = false;
    for path in paths {
        let path = current.join(path);
        if path.symlink_metadata().is_err() {
            return Err(WorkspaceError::Missing(path));
        }
        let root = find_root(if path.is_dir() { &path } else { path.parent().unwrap_or(&path) });
        match root {
            Some(root) if root == path => {
                plan.add_workspace(&root, options);
                whole = true;
            }
            Some(root) => {
                plan.add_workspace(&root, options);
                plan.add_wanted(path)?;
            }
            None => plan.add_wanted(path)?,
        }
    }
    if whole {
        plan.wanted.clear();
    }
    Ok(plan)
}

/// The path that an error of the search is about.
pub fn failed_path(error: &ignore::Error, folder: &Path) -> PathBuf {
    match error {
        ignore::Error::WithPath { path, .. } => path.clone(),
        ignore::Error::WithDepth { err, .. } => failed_path(err, folder),
        ignore::Error::Loop { child, .. } => child.clone(),
        _ => folder.to_path_buf(),
    }
}

/// An error of the search in plain words.
pub fn plain(error: &ignore::Error) -> String {
    match error {
        ignore::Error::WithPath { err, .. } | ignore::Error::WithDepth { err, .. } => plain(err),
        ignore::Error::Loop { ancestor, .. } => {
            format!("this link leads back to `{}`, which contains it", ancestor.display())
        }
        ignore::Error::Io(error) => super::read::plain(error),
        other => other.to_string(),
    }
}
