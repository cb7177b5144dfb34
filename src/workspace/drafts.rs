//! Which drafts belong to a run, and their text: files that are named, and what lies in folders, as git sees it.

use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};

use super::discover::{Plan, holds};
use super::ignored::Ignored;
use super::own_page::is_own_page;
use super::walk::{Walk, WalkEntry};
use super::{WorkspaceError, read};
use crate::draft::Format;
use crate::model::{Finding, Unseen, UnseenReason};
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
    /// Those of them that were named, by their files.
    named: BTreeSet<PathBuf>,
    /// What was not looked at so far.
    pub unseen: Vec<Unseen>,
    /// What was named and still left out by patterns.
    pub named_excluded: Vec<String>,
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
    /// An invalid pattern.
    pub fn new(drafts: &DraftPaths) -> Result<Self, WorkspaceError> {
        let compiled = |patterns: &[String]| {
            Patterns::new(patterns.iter().map(String::as_str))
                .map_err(|error| WorkspaceError::Pattern(patterns.join(", "), error))
        };
        // Invalid ones of the configuration were reported with their place.
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
/// A path that does not exist, an invalid pattern, or no draft at all.
pub fn find_drafts(current: &Path, root: &Root, drafts: &DraftPaths) -> Result<FoundDrafts, WorkspaceError> {
    let exclusion = Exclusion::new(drafts)?;
    let mut search = DraftSearch {
        current,
        root,
        folder: root.folder().map(Path::new),
        exclusion: &exclusion,
        plan: Plan::default(),
        named: BTreeSet::new(),
        named_excluded: Vec::new(),
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
            search.named_excluded.push(read::shown(current, &path));
        } else {
            search.named.insert(path.clone());
            search.plan.files.insert(path);
        }
    }
    if search.plan.files.is_empty() && search.plan.failures.is_empty() {
        return Err(WorkspaceError::NoDrafts(search.why_nothing(&drafts.paths)));
    }
    let DraftSearch { mut plan, named, named_excluded, .. } = search;
    let unseen = std::mem::take(&mut plan.unseen);
    Ok(FoundDrafts { plan, named, unseen, named_excluded })
}

/// Kinds of documents that people write articles in and that are not read, by the ends of their names.
const OTHER_KINDS: [&str; 33] = [
    "rst",
    "rest",
    "adoc",
    "asciidoc",
    "asc",
    "org",
    "tex",
    "textile",
    "wiki",
    "mediawiki",
    "creole",
    "pod",
    "djot",
    "typ",
    "ipynb",
    "doc",
    "docx",
    "docm",
    "odt",
    "rtf",
    "pdf",
    "epub",
    "pages",
    "fodt",
    "ott",
    "pptx",
    "odp",
    "latex",
    "ltx",
    "lyx",
    "dbk",
    "docbook",
    "dita",
];

/// Whether a file is a document of another kind than those that are read.
fn is_other_kind(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let end = name.rsplit_once('.').map_or("", |(_, end)| end);
    OTHER_KINDS.iter().any(|kind| kind.eq_ignore_ascii_case(end))
}

/// A search for drafts.
struct DraftSearch<'a> {
    current: &'a Path,
    root: &'a Root,
    /// The root of the workspace.
    folder: Option<&'a Path>,
    exclusion: &'a Exclusion,
    plan: Plan,
    named: BTreeSet<PathBuf>,
    named_excluded: Vec<String>,
    /// Files that are not documents.
    others: usize,
}

impl DraftSearch<'_> {
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

    /// Drafts by their extension; what git ignores is not a draft of this folder.
    fn folder(&mut self, folder: &Path) {
        let is_draft = |path: &str| Format::of(path).is_some();
        let is_document = |path: &str| is_draft(path) || is_other_kind(path);
        let ignored = Ignored::of(folder, self.folder);
        Walk::through(folder, Some(ignored), &mut |path, met| {
            let name = path.to_string_lossy();
            let is_folder = || path.is_dir();
            // A name without an extension may be a folder of drafts elsewhere.
            let may_matter = || is_document(&name) || path.extension().is_none();
            match met {
                WalkEntry::File if is_draft(&name) && self.leaves_out(folder, path) => {
                    self.unseen(UnseenReason::Excluded, path);
                }
                WalkEntry::File if is_draft(&name) => drop(self.plan.files.insert(path.to_path_buf())),
                WalkEntry::File if is_other_kind(&name) => self.unseen(UnseenReason::OtherKind, path),
                WalkEntry::File => self.others += 1,
                WalkEntry::Ignored if is_document(&name) || is_folder() => {
                    self.unseen(UnseenReason::Ignored, path)
                }
                WalkEntry::Hidden if is_document(&name) || is_folder() && holds(path, &is_document) => {
                    self.unseen(UnseenReason::Hidden, path);
                }
                WalkEntry::Ignored | WalkEntry::Hidden => {}
                WalkEntry::Odd if is_draft(&name) => self.failed(path, read::ODD),
                WalkEntry::Broken if may_matter() => self.failed(path, read::NOWHERE),
                WalkEntry::Odd | WalkEntry::Broken => self.unseen(UnseenReason::NoFile, path),
                WalkEntry::Failed(reason) => self.failed(path, &reason),
            }
        });
    }

    fn unseen(&mut self, reason: UnseenReason, path: &Path) {
        Unseen::note(&mut self.plan.unseen, reason, read::shown(self.current, path));
    }

    fn failed(&mut self, path: &Path, reason: &str) {
        self.plan.failures.push((path.to_path_buf(), reason.to_owned()));
    }

    fn leaves_out(&self, folder: &Path, path: &Path) -> bool {
        let near = read::text(path.strip_prefix(folder).unwrap_or(path));
        self.exclusion.near.fit(&near) || self.exclusion.fits(&self.path_from_root(path))
    }

    /// Why no draft was found, for users who expected some.
    fn why_nothing(&self, paths: &[PathBuf]) -> String {
        let looked: Vec<String> = paths.iter().map(|path| format!("`{}`", path.display())).collect();
        let looked = looked.join(" or ");
        let count =
            |reason| self.plan.unseen.iter().find(|one| one.reason == reason).map_or(0, |one| one.count);
        let excluded = self.named_excluded.len() + count(UnseenReason::Excluded);
        let others = self.others + count(UnseenReason::OtherKind);
        let reasons = [
            (excluded, "left out by `--exclude` or the configuration"),
            (others, "of other kinds"),
            (count(UnseenReason::Ignored), "ignored by git"),
            (count(UnseenReason::Hidden), "hidden"),
        ];
        let reasons = reasons.iter().filter(|(count, _)| *count > 0);
        let reasons: Vec<String> = reasons.map(|(count, why)| format!("{count} {why}")).collect();
        if reasons.is_empty() {
            return format!("there is no .md, .html or .txt file in {looked}");
        }
        format!("no draft is left in {looked}: of its files, {}", reasons.join(" and "))
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
        let Self { named, unseen, .. } = self;
        drafts.retain(|draft| {
            let file = files.get(*draft);
            let is_own = Format::of(file.path()) == Some(Format::Html)
                && is_own_page(file.text())
                && !named.contains(&current.join(file.path()));
            if is_own {
                Unseen::note(unseen, UnseenReason::OwnPage, file.path());
            }
            !is_own
        });
        Some(Batch { drafts, failures })
    }
}
