//! Which drafts belong to a run, and their text: files that are named, and what lies in folders, as git sees it.

use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};

use ignore::WalkBuilder;

use super::discover::{Plan, failed_path, plain};
use super::{WorkspaceError, read};
use crate::draft::Format;
use crate::model::Finding;
use crate::text::{FileId, Files, Patterns, Root, tidy};

/// Which drafts to read.
#[derive(Debug, Clone, Default)]
pub struct DraftPaths {
    /// Files and folders.
    pub paths: Vec<PathBuf>,
    /// Patterns, as in `.gitignore`, of what to leave out: from a folder that is searched on, or from the root.
    pub exclude: Vec<String>,
    /// The same from the root on, as the configuration has them.
    pub exclude_everywhere: Vec<String>,
}

/// Drafts that were found and are read a few at a time.
#[derive(Debug)]
pub struct FoundDrafts {
    plan: Plan,
    /// How many files were left out by patterns.
    pub excluded: usize,
    /// How many pages were left out because the program made them.
    pub own_pages: usize,
}

/// Drafts that were read together, and what could not be read of them.
#[derive(Debug, Default)]
pub struct Batch {
    /// Their ids.
    pub drafts: Vec<FileId>,
    /// What could not be read.
    pub failures: Vec<Finding>,
}

/// What is left out.
#[derive(Debug)]
pub struct Exclusion {
    /// From a folder that is searched on, or from the root.
    near: Patterns,
    /// From the root on.
    everywhere: Patterns,
}

impl Exclusion {
    /// What these patterns leave out.
    ///
    /// # Errors
    ///
    /// A pattern that is none.
    pub fn new(drafts: &DraftPaths) -> Result<Self, WorkspaceError> {
        let compiled = |patterns: &[String]| {
            Patterns::new(patterns.iter().map(String::as_str))
                .map_err(|error| WorkspaceError::Pattern(patterns.join(", "), error))
        };
        // Those of the configuration that are none were reported with their place.
        let everywhere = drafts.exclude_everywhere.iter();
        let good = everywhere.filter(|pattern| Patterns::new([pattern.as_str()]).is_ok()).cloned();
        Ok(Self { near: compiled(&drafts.exclude)?, everywhere: compiled(&good.collect::<Vec<_>>())? })
    }

    /// Whether a path is left out, which counts from a folder that is searched.
    #[must_use]
    pub fn fits_near(&self, near: &str) -> bool {
        self.near.fit(near)
    }

    /// Whether a path is left out, which is shown as `shown` from the root on.
    #[must_use]
    pub fn fits(&self, from_root: &str) -> bool {
        self.near.fit(from_root) || self.everywhere.fit(from_root)
    }
}

/// Finds drafts without reading them.
///
/// # Errors
///
/// A path that does not exist, a pattern that is none, or no draft at all.
pub fn find_drafts(current: &Path, root: &Root, drafts: &DraftPaths) -> Result<FoundDrafts, WorkspaceError> {
    let exclusion = Exclusion::new(drafts)?;
    let mut search = Search {
        current,
        root,
        folder: root.folder().map(Path::new),
        exclusion: &exclusion,
        plan: Plan::default(),
        excluded: 0,
        others: 0,
    };
    for path in &drafts.paths {
        let path = search.named(path);
        if path.symlink_metadata().is_err() {
            return Err(WorkspaceError::Missing(path));
        }
        if path.is_dir() {
            search.folder(&path);
        } else if exclusion.fits(&search.path_from_root(&path)) {
            search.excluded += 1;
        } else {
            search.plan.files.insert(path);
        }
    }
    if search.plan.files.is_empty() && search.plan.failures.is_empty() {
        return Err(WorkspaceError::NoDrafts(search.why_nothing(&drafts.paths)));
    }
    Ok(FoundDrafts { plan: search.plan, excluded: search.excluded, own_pages: 0 })
}

/// Whether a page is one that the program made of a draft or of claims: what it says there is no draft.
fn is_own_page(text: &str) -> bool {
    /// Bytes of a page in which its head says so.
    const HEAD: usize = 1000;
    let head = text.as_bytes().get(..HEAD).unwrap_or_default();
    memchr::memmem::find(head, b"<meta name=\"generator\" content=\"erstwhile ").is_some()
}

/// A search for drafts.
struct Search<'a> {
    current: &'a Path,
    root: &'a Root,
    /// The root of the workspace.
    folder: Option<&'a Path>,
    exclusion: &'a Exclusion,
    plan: Plan,
    excluded: usize,
    /// Files that are no drafts.
    others: usize,
}

impl Search<'_> {
    /// A path that was named. One that leads back into the folder, by `..` or by a link to the workspace, gets the name that
    /// it has there, so that no file is read twice and patterns fit it.
    fn named(&self, path: &Path) -> PathBuf {
        let path = self.current.join(path);
        let leads_back = path.components().any(|part| part == Component::ParentDir);
        let lies_within = self.root.is_within(&read::shown(self.current, &path));
        if !leads_back && lies_within {
            return path;
        }
        let real = |path: &Path| path.canonicalize().ok();
        let within = |folder: &Path| Some(folder.join(real(&path)?.strip_prefix(real(folder)?).ok()?));
        // Links may make a path without its `..` another one.
        let shorter = || {
            let shorter = self.current.join(tidy(&read::shown(self.current, &path)).as_ref());
            (real(&shorter)? == real(&path)?).then_some(shorter)
        };
        within(self.current)
            .or_else(|| within(self.folder?).filter(|_| !lies_within))
            .or_else(shorter)
            .unwrap_or(path.clone())
    }

    fn path_from_root(&self, path: &Path) -> String {
        self.root.path(&read::shown(self.current, path)).into_owned()
    }

    /// Drafts by their extension; what git ignores is no draft of this folder.
    fn folder(&mut self, folder: &Path) {
        let mut walk = WalkBuilder::new(folder);
        walk.require_git(false).follow_links(true);
        let mut found = BTreeSet::new();
        for entry in walk.build() {
            match entry {
                Ok(entry) => {
                    let is_file = entry.file_type().is_some_and(|kind| kind.is_file());
                    if !is_file {
                        continue;
                    }
                    let path = entry.into_path();
                    if Format::of(&path.to_string_lossy()).is_none() {
                        self.others += 1;
                    } else if self.leaves_out(folder, &path) {
                        self.excluded += 1;
                    } else {
                        found.insert(path);
                    }
                }
                Err(error) => self.plan.failures.push((failed_path(&error, folder), plain(&error))),
            }
        }
        self.plan.files.append(&mut found);
    }

    fn leaves_out(&self, folder: &Path, path: &Path) -> bool {
        let near = read::text(path.strip_prefix(folder).unwrap_or(path));
        self.exclusion.near.fit(&near) || self.exclusion.fits(&self.path_from_root(path))
    }

    /// Why no draft was found, for whoever thought that there were some.
    fn why_nothing(&self, paths: &[PathBuf]) -> String {
        let looked: Vec<String> = paths.iter().map(|path| format!("`{}`", path.display())).collect();
        let looked = looked.join(" or ");
        let files = |count: usize, what: &str| match count {
            1 => format!("1 file is {what}"),
            _ => format!("{count} files are {what}"),
        };
        let mut reasons = Vec::new();
        if self.excluded > 0 {
            reasons.push(files(self.excluded, "left out by `--exclude` or the configuration"));
        }
        if self.others > 0 {
            reasons.push(files(self.others, "not .md, .html or .txt"));
        }
        if reasons.is_empty() {
            return format!("there is no .md, .html or .txt file in {looked}");
        }
        format!("there is no draft to check in {looked}: {}", reasons.join(" and "))
    }
}

impl FoundDrafts {
    /// Those that are still to be read.
    pub fn waiting(&self) -> impl Iterator<Item = &Path> {
        self.plan.files.iter().map(PathBuf::as_path)
    }

    /// How many are still to be read.
    #[must_use]
    pub fn left(&self) -> usize {
        self.plan.files.len()
    }

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
        let read = read::read_all(current, &some, read::LARGEST_DRAFT);
        let offset = files.len();
        let failures = read.findings.into_iter().map(|finding| finding.in_file_from(offset)).collect();
        files.append(read.files);
        let mut drafts: Vec<FileId> = (offset..files.len()).map(FileId::new).collect();
        let before = drafts.len();
        drafts.retain(|draft| !is_own_page(files.get(*draft).text()));
        self.own_pages += before - drafts.len();
        Some(Batch { drafts, failures })
    }
}
