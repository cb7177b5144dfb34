//! Which files have changes that are in no commit. Changes nothing.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use super::ask;

/// Those of `files` that git could not give back as they are: changed since the last commit, or never added. Files that git
/// ignores and files in no repository are not among them, nor is any where git cannot be asked.
#[must_use]
pub fn uncommitted(files: &[PathBuf]) -> Vec<PathBuf> {
    let mut folders: BTreeMap<&Path, Vec<&PathBuf>> = BTreeMap::new();
    for file in files {
        folders.entry(file.parent().unwrap_or(Path::new("."))).or_default().push(file);
    }
    let mut found = Vec::new();
    for (folder, files) in folders {
        // Most folders have none, which one question shows.
        if files.len() == 1 || is_changed(folder, OsStr::new(".")) {
            let changed = |file: &&PathBuf| file.file_name().is_some_and(|name| is_changed(folder, name));
            found.extend(files.into_iter().filter(changed).cloned());
        }
    }
    found
}

fn is_changed(folder: &Path, name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    // No program configured in the repository is run for that.
    let args =
        ["-c", "core.fsmonitor=false", "status", "--porcelain", "-z", "--untracked-files=all", "--", &name];
    ask(folder, &args).is_ok_and(|answer| answer.is_ok_and(|listed| !listed.is_empty()))
}
