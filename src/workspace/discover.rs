//! Which files belong to a run.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::walk::{Walk, WalkEntry};
use super::{ReadOptions, WorkspaceError, read};
use crate::draft::Format;
use crate::load::is_data_file;
use crate::model::{Unseen, UnseenReason};

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

/// The top of the repository around a folder, judging by folders alone.
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
    /// What was not looked at.
    pub unseen: Vec<Unseen>,
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

    fn add_workspace(&mut self, current: &Path, root: &Path, options: &ReadOptions) {
        self.root.get_or_insert_with(|| root.to_path_buf());
        for folder in FOLDERS {
            let folder = root.join(folder);
            if folder.is_dir() {
                self.add_folder(current, &folder);
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
    fn add_wanted(&mut self, current: &Path, path: PathBuf) -> Result<(), WorkspaceError> {
        if path.is_dir() {
            self.add_folder(current, &path);
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

    fn add_folder(&mut self, current: &Path, folder: &Path) {
        self.folders.push(folder.to_path_buf());
        let Self { files, failures, unseen, .. } = self;
        let mut note = |reason, path: &Path| {
            let shown = read::shown(current, path);
            // Folders of the workspace may lie in one another where they were named.
            if !unseen.iter().any(|one: &Unseen| one.reason == reason && one.paths.contains(&shown)) {
                Unseen::note(unseen, reason, shown);
            }
        };
        // Claims that git ignores are still claims.
        Walk::through(folder, None, &mut |path, met| {
            let name = path.to_string_lossy();
            let is_data = is_data_file(&name);
            match met {
                WalkEntry::File if is_data => drop(files.insert(path.to_path_buf())),
                // Notes about claims do not hold claims.
                WalkEntry::File if Format::of(&name) == Some(Format::Markdown) => {}
                WalkEntry::File => note(UnseenReason::OtherData, path),
                WalkEntry::Hidden if is_data || holds(path, &is_data_file) => {
                    note(UnseenReason::Hidden, path)
                }
                WalkEntry::Hidden | WalkEntry::Ignored => {}
                WalkEntry::Odd if is_data => failures.push((path.to_path_buf(), read::ODD.to_owned())),
                WalkEntry::Broken if is_data => failures.push((path.to_path_buf(), read::NOWHERE.to_owned())),
                WalkEntry::Odd | WalkEntry::Broken => note(UnseenReason::NoFile, path),
                WalkEntry::Failed(reason) => failures.push((path.to_path_buf(), reason)),
            }
        });
    }
}

/// Whether a folder holds a file with such a name, at any depth, judging by its first files.
pub fn holds(folder: &Path, is_meant: &dyn Fn(&str) -> bool) -> bool {
    /// Enough for the folders of tools; a larger one is named whatever it holds.
    const LOOKED_AT: usize = 2000;
    let mut left = LOOKED_AT;
    let mut waiting = vec![folder.to_path_buf()];
    while let Some(folder) = waiting.pop() {
        let Ok(entries) = std::fs::read_dir(folder) else { continue };
        for entry in entries.flatten() {
            left = left.saturating_sub(1);
            if left == 0 || is_meant(&entry.path().to_string_lossy()) {
                return true;
            }
            if entry.file_type().is_ok_and(|kind| kind.is_dir()) && entry.file_name() != ".git" {
                waiting.push(entry.path());
            }
        }
    }
    false
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
        plan.add_workspace(current, &root, options);
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
                plan.add_workspace(current, &root, options);
                whole = true;
            }
            Some(root) => {
                plan.add_workspace(current, &root, options);
                plan.add_wanted(current, path)?;
            }
            None => plan.add_wanted(current, path)?,
        }
    }
    if whole {
        plan.wanted.clear();
    }
    Ok(plan)
}
