//! Which drafts belong to a run, and their text: files that are named, and what lies in folders, as git sees it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use ignore::WalkBuilder;
use ignore::overrides::OverrideBuilder;

use super::discover::{Plan, failed_path, plain};
use super::{WorkspaceError, read};
use crate::draft::Format;
use crate::model::Finding;
use crate::text::{FileId, Files};

/// Which drafts to read.
#[derive(Debug, Clone, Default)]
pub struct DraftPaths {
    /// Files and folders.
    pub paths: Vec<PathBuf>,
    /// Patterns, as in `.gitignore`, of what to leave out.
    pub exclude: Vec<String>,
}

/// Drafts that were found and are read a few at a time.
#[derive(Debug)]
pub struct FoundDrafts {
    plan: Plan,
}

/// Drafts that were read together, and what could not be read of them.
#[derive(Debug, Default)]
pub struct Batch {
    /// Their ids.
    pub drafts: Vec<FileId>,
    /// What could not be read.
    pub failures: Vec<Finding>,
}

/// Finds drafts without reading them.
///
/// # Errors
///
/// A path that does not exist, a pattern that is none, or no draft at all.
pub fn find_drafts(current: &Path, drafts: &DraftPaths) -> Result<FoundDrafts, WorkspaceError> {
    let mut plan = Plan::default();
    for path in &drafts.paths {
        let path = current.join(path);
        if path.symlink_metadata().is_err() {
            return Err(WorkspaceError::Missing(path));
        }
        if path.is_dir() {
            add_folder(&mut plan, &path, &drafts.exclude)?;
        } else {
            plan.files.insert(path);
        }
    }
    if plan.files.is_empty() && plan.failures.is_empty() {
        let folders: Vec<String> = drafts.paths.iter().map(|path| format!("`{}`", path.display())).collect();
        return Err(WorkspaceError::NoDrafts(folders.join(" or ")));
    }
    Ok(FoundDrafts { plan })
}

impl FoundDrafts {
    /// Reads the next drafts, as many as all cores are busy with for a while, and adds them to `files`; none if all were
    /// read.
    pub fn read_some(&mut self, current: &Path, files: &mut Files) -> Option<Batch> {
        /// In bytes and in files.
        const ENOUGH: (u64, usize) = (8 << 20, 1024);
        let mut some = Plan::default();
        let mut bytes = 0;
        while bytes < ENOUGH.0 && some.files.len() < ENOUGH.1 {
            let Some(path) = self.plan.files.pop_first() else { break };
            bytes += path.metadata().map_or(0, |data| data.len());
            some.files.insert(path);
        }
        if self.plan.files.is_empty() {
            some.failures.append(&mut self.plan.failures);
        }
        if some.files.is_empty() && some.failures.is_empty() {
            return None;
        }
        let read = read::read_all(current, &some);
        let offset = files.len();
        let failures = read.findings.into_iter().map(|finding| finding.in_file_from(offset)).collect();
        files.append(read.files);
        Some(Batch { drafts: (offset..files.len()).map(FileId::new).collect(), failures })
    }
}

/// Drafts by their extension; what git ignores is no draft of this folder.
fn add_folder(plan: &mut Plan, folder: &Path, exclude: &[String]) -> Result<(), WorkspaceError> {
    let mut overrides = OverrideBuilder::new(folder);
    for pattern in exclude {
        let added = overrides.add(&format!("!{pattern}"));
        added.map_err(|error| WorkspaceError::Pattern(pattern.clone(), error.to_string()))?;
    }
    let overrides =
        overrides.build().map_err(|error| WorkspaceError::Pattern(exclude.join(", "), error.to_string()))?;
    let mut walk = WalkBuilder::new(folder);
    walk.overrides(overrides).require_git(false).follow_links(true);
    let mut found = BTreeSet::new();
    for entry in walk.build() {
        match entry {
            Ok(entry) => {
                let is_file = entry.file_type().is_some_and(|kind| kind.is_file());
                if is_file && Format::of(&entry.path().to_string_lossy()).is_some() {
                    found.insert(entry.into_path());
                }
            }
            Err(error) => plan.failures.push((failed_path(&error, folder), plain(&error))),
        }
    }
    plan.files.append(&mut found);
    Ok(())
}
