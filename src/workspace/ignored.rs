//! What git ignores in a folder: as git itself says, where there is a repository; else as the `.gitignore` files from the root of
//! the workspace down say. A file that git tracks is not ignored, whatever is written; `.ignore` files of other tools do not
//! count.

use std::path::{Path, PathBuf};

use ignore::gitignore::Gitignore;
use rustc_hash::FxHashSet;

use super::discover::repository_top;
use super::git::ignored_files;

/// What is ignored on a walk through folders.
#[derive(Debug, Default)]
pub struct Ignored {
    /// What git names: files and whole folders.
    named: FxHashSet<PathBuf>,
    /// Without git: the `.gitignore` files of the folders that lead to the one at hand.
    written: Vec<Option<Gitignore>>,
    /// Git has answered.
    by_git: bool,
}

impl Ignored {
    /// What is ignored in `folder`, which lies in the workspace at `root`. Of a folder that is ignored itself, nothing is:
    /// somebody asked for it.
    #[must_use]
    pub fn of(folder: &Path, root: Option<&Path>) -> Self {
        let top = repository_top(folder);
        if let Some(named) = top.and_then(|_| ignored_files(folder)) {
            return Self { named, by_git: true, ..Self::default() };
        }
        let top = top.or(root.filter(|root| folder.starts_with(root))).unwrap_or(folder);
        let above: Vec<&Path> =
            folder.ancestors().skip(1).take_while(|above| above.starts_with(top)).collect();
        let written: Vec<Option<Gitignore>> = above.into_iter().rev().map(gitignore).collect();
        let mut found = Self { written, ..Self::default() };
        if found.has(folder, true) {
            found.written.clear();
        }
        found
    }

    /// Enters a folder, which may be the top of another repository.
    pub fn enter(&mut self, folder: &Path, is_repository: bool) {
        if !self.by_git {
            self.written.push(gitignore(folder));
        } else if is_repository {
            self.named.extend(ignored_files(folder).unwrap_or_default());
        }
    }

    /// Leaves the last folder.
    pub fn leave(&mut self) {
        if !self.by_git {
            self.written.pop();
        }
    }

    /// Whether something is ignored that lies in the folder at hand.
    #[must_use]
    pub fn has(&self, path: &Path, is_folder: bool) -> bool {
        let says = |file: &Gitignore| match file.matched(path, is_folder) {
            ignore::Match::None => None,
            matched => Some(matched.is_ignore()),
        };
        self.named.contains(path) || self.written.iter().rev().flatten().find_map(says).unwrap_or(false)
    }
}

/// The rules in a folder, if it has some. An invalid line does not affect the others.
fn gitignore(folder: &Path) -> Option<Gitignore> {
    let file = folder.join(".gitignore");
    file.is_file().then(|| Gitignore::new(file).0)
}
