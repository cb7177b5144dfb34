//! Walks through a folder and classifies everything in it. Decides what is skipped (hidden names, what git ignores),
//! but never in silence: the caller learns of that too.

use std::fs::{DirEntry, Metadata};
use std::path::{Path, PathBuf};

use super::ignored::Ignored;
use super::read;

/// What is in a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WalkEntry {
    /// A regular file, perhaps by a link.
    File,
    /// Something whose name begins with a dot; not entered.
    Hidden,
    /// Something that git ignores; not entered.
    Ignored,
    /// A pipe, a device, or a link to one.
    Odd,
    /// A link that leads nowhere.
    Broken,
    /// What cannot be looked into, and why.
    Failed(String),
}

/// A walk through folders.
pub struct Walk<'a> {
    /// What git ignores; none: that does not count.
    ignored: Option<Ignored>,
    visit: &'a mut dyn FnMut(&Path, WalkEntry),
    /// The folders that lead to the one at hand, by their real names, each with its name on the way.
    above: Vec<(PathBuf, PathBuf)>,
}

impl<'a> Walk<'a> {
    /// Goes through `folder` in the order of names and shows `visit` everything but folders that are gone into.
    pub fn through(folder: &Path, ignored: Option<Ignored>, visit: &'a mut dyn FnMut(&Path, WalkEntry)) {
        let real = folder.canonicalize().unwrap_or_else(|_| folder.to_path_buf());
        Walk { ignored, visit, above: Vec::new() }.folder(folder, real);
    }

    fn folder(&mut self, folder: &Path, real: PathBuf) {
        let entries = std::fs::read_dir(folder).and_then(Iterator::collect::<Result<Vec<DirEntry>, _>>);
        let mut entries = match entries {
            Ok(entries) => entries,
            Err(error) => return (self.visit)(folder, WalkEntry::Failed(read::plain(&error))),
        };
        entries.sort_by_key(DirEntry::file_name);
        let is_repository = entries.iter().any(|entry| entry.file_name() == ".git");
        if let Some(ignored) = &mut self.ignored {
            ignored.enter(folder, is_repository && !self.above.is_empty());
        }
        self.above.push((real, folder.to_path_buf()));
        for entry in entries {
            self.entry(&entry);
        }
        self.above.pop();
        if let Some(ignored) = &mut self.ignored {
            ignored.leave();
        }
    }

    fn entry(&mut self, entry: &DirEntry) {
        let (path, name) = (entry.path(), entry.file_name());
        if name == ".git" {
            return;
        }
        let link = entry.file_type().is_ok_and(|kind| kind.is_symlink());
        let data = if link { path.metadata() } else { entry.metadata() };
        let is_folder = data.as_ref().is_ok_and(Metadata::is_dir);
        if self.ignored.as_ref().is_some_and(|ignored| ignored.has(&path, is_folder)) {
            return (self.visit)(&path, WalkEntry::Ignored);
        }
        if name.as_encoded_bytes().starts_with(b".") {
            return (self.visit)(&path, WalkEntry::Hidden);
        }
        match data {
            Ok(_) if is_folder => self.below(&path, link),
            Ok(data) => (self.visit)(&path, if data.is_file() { WalkEntry::File } else { WalkEntry::Odd }),
            Err(error) if link && error.kind() == std::io::ErrorKind::NotFound => {
                (self.visit)(&path, WalkEntry::Broken);
            }
            Err(error) => (self.visit)(&path, WalkEntry::Failed(read::plain(&error))),
        }
    }

    /// Goes into a folder, unless it leads back to one that it was reached through.
    fn below(&mut self, path: &Path, link: bool) {
        let parent = self.above.last().map(|(real, _)| real.as_path());
        let real = match (parent, path.file_name()) {
            (Some(parent), Some(name)) if !link => parent.join(name),
            _ => path.canonicalize().unwrap_or_else(|_| path.to_path_buf()),
        };
        match self.above.iter().find(|(above, _)| *above == real) {
            Some((_, folder)) => {
                let reason = format!("this link leads back to `{}`, which contains it", folder.display());
                (self.visit)(path, WalkEntry::Failed(reason));
            }
            None => self.folder(path, real),
        }
    }
}
