//! Files as they were at a revision. The only user of git, which is asked as a program; changes nothing in a
//! repository.

mod objects;
mod uncommitted;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use rustc_hash::FxHashSet;

use super::{Batch, DraftPaths, Gathered, WorkspaceError, drafts::Exclusion, read};
use crate::draft::Format;
use crate::load::{STANDARD_FILES, is_data_file};
use crate::text::{File, FileId, Files, Root, tidy};
use objects::Objects;

pub use uncommitted::uncommitted;

/// Why nothing can be compared with a revision.
#[derive(Debug, thiserror::Error)]
pub enum GitError {
    /// There is no such program.
    #[error("git could not be run, and comparing with a revision needs it: {0}")]
    NoGit(std::io::Error),
    /// The claims are under no version control.
    #[error("`{}` is not in a git repository, so there is no revision to compare with{more}", .folder.display())]
    NoRepository {
        /// The folder.
        folder: PathBuf,
        /// What git says, where it says more.
        more: String,
    },
    /// A revision that is not there.
    #[error("there is no commit `{0}` in this repository; {1}")]
    NoRevision(String, &'static str),
    /// Two histories without a known common commit.
    #[error("`{0}` and HEAD have no commit in common here; {1}")]
    NoMergeBase(String, &'static str),
    /// Something else.
    #[error("git could not {0}: {1}")]
    Failed(&'static str, String),
}

/// The remedy in a clone that does not have all commits.
const SHALLOW: &str = "this clone is shallow: fetch its history with `git fetch --unshallow` (in GitHub Actions: \
                       `fetch-depth: 0` for actions/checkout; in GitLab CI: `GIT_DEPTH: 0`)";
/// The remedy in one that does.
const UNKNOWN: &str = "check the spelling, or fetch it first: `git fetch origin`";

/// A commit of the repository that a workspace lies in.
#[derive(Debug)]
pub struct Revision {
    /// The folder that git is asked in: the root of the workspace.
    root: PathBuf,
    /// The root of the workspace from the top of the repository on: empty, or with a closing `/`.
    prefix: String,
    commit: String,
}

impl Revision {
    /// The commit that `written` names in the repository around `root`.
    ///
    /// # Errors
    ///
    /// No git, no repository, or no such commit.
    pub fn named(root: &Path, written: &str) -> Result<Self, GitError> {
        let prefix = repository_prefix(root)?;
        let commit = format!("{written}^{{commit}}");
        match ask(root, &["rev-parse", "--verify", "--quiet", "--end-of-options", &commit])? {
            Ok(answer) => Ok(Self { root: root.to_path_buf(), prefix, commit: answer.trim().to_owned() }),
            Err(_) => Err(GitError::NoRevision(written.to_owned(), remedy(root)?)),
        }
    }

    /// The newest commit that both `written` and HEAD go back to.
    ///
    /// # Errors
    ///
    /// As for [`Revision::named`], or no common commit.
    pub fn merge_base(root: &Path, written: &str) -> Result<Self, GitError> {
        let other = Self::named(root, written)?;
        match ask(root, &["merge-base", "HEAD", &other.commit])? {
            Ok(answer) => Ok(Self { commit: answer.trim().to_owned(), ..other }),
            Err(_) => Err(GitError::NoMergeBase(written.to_owned(), remedy(root)?)),
        }
    }

    /// Whether it is what lies on disk, so that a comparison with it finds nothing.
    ///
    /// # Errors
    ///
    /// Git cannot be run.
    pub fn is_present(&self) -> Result<bool, GitError> {
        let head = ask(&self.root, &["rev-parse", "HEAD"])?;
        if head.is_ok_and(|head| head.trim() != self.commit) {
            return Ok(false);
        }
        Ok(ask(self.top(), &["status", "--porcelain"])?.is_ok_and(|changed| changed.trim().is_empty()))
    }

    /// The first digits of the commit.
    #[must_use]
    pub fn short(&self) -> &str {
        self.commit.get(..10).unwrap_or(&self.commit)
    }

    /// Claims and rules as they were then, with the settings as they are now: what is asked for is asked of both.
    ///
    /// # Errors
    ///
    /// Git fails.
    pub fn gather(&self, current: &Path, now: &Gathered) -> Result<Gathered, GitError> {
        let mut wanted: BTreeMap<String, String> = BTreeMap::new();
        let folders = ["claims", "rules"].map(|folder| format!("{}{folder}/", self.prefix));
        for (path, object) in self.tree(&folders)? {
            let below = path.strip_prefix(&self.prefix).unwrap_or(&path);
            let hidden = below.split('/').any(|part| part.starts_with('.'));
            if is_data_file(&path) && !hidden {
                wanted.insert(path, object);
            }
        }
        // Files that were named, wherever they lie.
        let elsewhere = now.files.iter().take(now.own).filter(|(_, file)| !crate::load::is_config(file));
        let elsewhere = elsewhere.map(|(id, _)| format!("{}{}", self.prefix, now.files.path_from_root(id)));
        let elsewhere: Vec<String> = elsewhere
            .filter(|path| !path.starts_with('/') && !folders.iter().any(|folder| path.starts_with(folder)))
            .map(|path| tidy(&path).into_owned())
            .collect();
        wanted.extend(self.tree_of(&elsewhere)?);
        let mut gathered = Gathered { root: now.root.clone(), ..Gathered::default() };
        gathered.files.set_root(now.files.root().clone());
        let mut objects = Objects::open(&self.root)?;
        for (path, object) in wanted {
            let bytes = objects.read(&object)?;
            add(&mut gathered, &self.shown(current, &path), bytes);
        }
        gathered.own = gathered.files.len();
        for (_, file) in now.files.iter().filter(|(_, file)| crate::load::is_config(file)) {
            gathered.files.add(File::new(file.path(), file.text()).as_config());
        }
        for (path, text) in STANDARD_FILES {
            gathered.files.add(File::new(path, text));
        }
        Ok(gathered)
    }

    /// Drafts as they were then: those that lie where drafts are looked for now, and those that were moved from
    /// elsewhere. `looked` are the drafts of now, from the root of the workspace on: what is there now and is not one
    /// of them (because of a pattern, or because git ignores it) is not one then either.
    ///
    /// # Errors
    ///
    /// Git fails, or a pattern is not valid.
    pub fn drafts(
        &self,
        current: &Path,
        root: &Root,
        drafts: &DraftPaths,
        looked: &BTreeSet<String>,
    ) -> Result<OldDrafts, WorkspaceError> {
        let exclusion = Exclusion::new(drafts)?;
        let mut found: BTreeMap<String, String> = BTreeMap::new();
        let mut named = Vec::new();
        let mut prefixes: BTreeMap<PathBuf, Option<String>> = BTreeMap::new();
        for path in drafts.paths.iter().map(|path| current.join(path)) {
            let folder = if path.is_dir() { &path } else { path.parent().unwrap_or(&path) };
            let prefix = match prefixes.get(folder) {
                Some(prefix) => prefix.clone(),
                None => {
                    prefixes.entry(folder.to_path_buf()).or_insert(self.within_repository(folder)?).clone()
                }
            };
            let Some(prefix) = prefix else { continue };
            if path.is_dir() {
                let below = self.tree(std::slice::from_ref(&prefix))?;
                found.extend(below.into_iter().filter(|(file, _)| {
                    let near = file.strip_prefix(&prefix).unwrap_or(file);
                    let hidden = near.split('/').any(|part| part.starts_with('.'));
                    Format::of(file).is_some() && !hidden && !exclusion.fits_near(near)
                }));
            } else if let Some(name) = path.file_name() {
                named.push(format!("{prefix}{}", name.to_string_lossy()));
            }
        }
        found.extend(self.tree_of(&named)?);
        let absent = self.absent()?;
        let is_now = |path: &str| self.top().join(path).symlink_metadata().is_ok() || absent.contains(path);
        found.retain(|path, _| {
            looked.contains(root.path(&self.shown(current, path)).as_ref()) || !is_now(path)
        });
        let missing: BTreeSet<String> = looked
            .iter()
            .map(|path| tidy(&format!("{}{path}", self.prefix)).into_owned())
            .filter(|path| !found.contains_key(path))
            .collect();
        if !missing.is_empty() {
            let moved = self.moved()?.into_iter().filter(|(_, now)| missing.contains(now));
            found.extend(self.tree_of(&moved.map(|(then, _)| then).collect::<Vec<_>>())?);
        }
        let shown = found.into_iter().map(|(path, object)| (self.shown(current, &path), object));
        let left = shown.filter(|(shown, _)| !exclusion.fits(&root.path(shown))).collect();
        Ok(OldDrafts { objects: Objects::open(&self.root)?, left })
    }

    /// The top of the repository.
    fn top(&self) -> &Path {
        self.root.ancestors().nth(self.prefix.matches('/').count()).unwrap_or(&self.root)
    }

    /// Files that belong to the present and are not on disk, because only a part of the repository is checked out.
    fn absent(&self) -> Result<BTreeSet<String>, GitError> {
        let sparse = ask(&self.root, &["config", "--bool", "core.sparseCheckout"])?;
        if !sparse.is_ok_and(|answer| answer.trim() == "true") {
            return Ok(BTreeSet::new());
        }
        let listed = ask(self.top(), &["ls-files", "-t", "-z"])?;
        let listed = listed.map_err(|error| GitError::Failed("list what is checked out", error))?;
        Ok(listed.split('\0').filter_map(|line| line.strip_prefix("S ")).map(str::to_owned).collect())
    }

    /// A folder from the top of the repository on; none if it lies in another one or in none.
    fn within_repository(&self, folder: &Path) -> Result<Option<String>, GitError> {
        let Ok(prefix) = repository_prefix(folder) else { return Ok(None) };
        let top = |folder: &Path| ask(folder, &["rev-parse", "--show-toplevel"]);
        Ok((top(folder)? == top(&self.root)?).then_some(prefix))
    }

    /// These files with their objects, as far as they were there.
    fn tree_of(&self, paths: &[String]) -> Result<Vec<(String, String)>, GitError> {
        /// As many as certainly fit on a command line.
        const TOGETHER: usize = 200;
        let mut found = Vec::new();
        for paths in paths.chunks(TOGETHER) {
            found.extend(self.tree(paths)?);
        }
        Ok(found)
    }

    /// The files below these paths (all files, if one of them is empty) with their objects. Links are not files.
    fn tree(&self, paths: &[String]) -> Result<Vec<(String, String)>, GitError> {
        let mut args = vec!["ls-tree", "-r", "-z", "--full-tree", self.commit.as_str(), "--"];
        if !paths.iter().any(String::is_empty) {
            args.extend(paths.iter().map(String::as_str));
        }
        let listed =
            ask(&self.root, &args)?.map_err(|error| GitError::Failed("list the files of a commit", error))?;
        let entry = |line: &str| {
            let (kind, path) = line.split_once('\t')?;
            let mut kind = kind.split(' ');
            let is_file = kind.next()?.starts_with("100");
            let object = kind.nth(1)?;
            is_file.then(|| (path.to_owned(), object.to_owned()))
        };
        Ok(listed.split('\0').filter_map(entry).collect())
    }

    /// Files that were moved since: from where, to where.
    fn moved(&self) -> Result<Vec<(String, String)>, GitError> {
        let args = ["diff", "--name-status", "-z", "-M", "--diff-filter=R", self.commit.as_str(), "--"];
        let listed =
            ask(&self.root, &args)?.map_err(|error| GitError::Failed("look for moved files", error))?;
        let parts: Vec<&str> = listed.split('\0').collect();
        let moved = parts.chunks_exact(3).map(|moved| (moved[1].to_owned(), moved[2].to_owned()));
        Ok(moved.collect())
    }

    /// How a file of the repository is shown, as if it were read from disk.
    fn shown(&self, current: &Path, path: &str) -> String {
        match path.strip_prefix(&self.prefix) {
            Some(below) => read::shown(current, &self.root.join(below)),
            None => read::shown(current, &self.top().join(path)),
        }
    }
}

/// Drafts of a revision that wait for being read.
#[derive(Debug)]
pub struct OldDrafts {
    objects: Objects,
    /// Paths and objects, to be read from the front on.
    left: std::collections::VecDeque<(String, String)>,
}

impl OldDrafts {
    /// Reads the next drafts and adds them to `files`; none if all were read.
    ///
    /// # Errors
    ///
    /// Git fails.
    pub fn read_some(&mut self, files: &mut Files) -> Result<Option<Batch>, GitError> {
        /// In bytes and in files.
        const ENOUGH: (usize, usize) = (8 << 20, 1024);
        let mut batch = Batch::default();
        let mut bytes = 0;
        while bytes < ENOUGH.0 && batch.drafts.len() < ENOUGH.1 {
            let Some((path, object)) = self.left.pop_front() else { break };
            let text = self.objects.read(&object)?;
            bytes += text.len();
            // What was not text then cannot be compared.
            let (file, failure) = read::decoded(path, text);
            if failure.is_none() {
                batch.drafts.push(files.add(file));
            }
        }
        Ok((!batch.drafts.is_empty() || !self.left.is_empty()).then_some(batch))
    }
}

/// What git ignores below a folder: files and whole folders. None if git cannot say; nothing if it ignores the folder itself.
pub fn ignored_files(folder: &Path) -> Option<FxHashSet<PathBuf>> {
    // No program configured in the repository is run for that.
    let args = ["-c", "core.fsmonitor=false", "ls-files", "--others", "--ignored", "--exclude-standard"];
    let listed = ask(folder, &[&args[..], &["--directory", "-z"]].concat()).ok()?.ok()?;
    let named = listed.split('\0').filter(|path| !path.is_empty());
    if named.clone().any(|path| path == "./") {
        return Some(FxHashSet::default());
    }
    Some(named.map(|path| folder.join(path.trim_end_matches('/'))).collect())
}

fn add(gathered: &mut Gathered, path: &str, bytes: Vec<u8>) -> FileId {
    let (file, _) = read::decoded(path.to_owned(), bytes);
    gathered.files.add(file)
}

/// A folder from the top of its repository on.
fn repository_prefix(folder: &Path) -> Result<String, GitError> {
    let answer = ask(folder, &["rev-parse", "--show-prefix"])?;
    let prefix = answer.map_err(|error| {
        // Git has more to say where it does not trust the owner of the folder.
        let more = if error.contains("not a git repository") { String::new() } else { format!(" ({error})") };
        GitError::NoRepository { folder: folder.to_path_buf(), more }
    })?;
    Ok(prefix.trim_end_matches(['\n', '\r']).to_owned())
}

fn remedy(root: &Path) -> Result<&'static str, GitError> {
    let shallow = ask(root, &["rev-parse", "--is-shallow-repository"])?;
    Ok(if shallow.is_ok_and(|answer| answer.trim() == "true") { SHALLOW } else { UNKNOWN })
}

/// The output of git in a folder, or else its error.
fn ask(folder: &Path, args: &[&str]) -> Result<Result<String, String>, GitError> {
    let output = command(folder).args(args).stdin(Stdio::null()).output().map_err(GitError::NoGit)?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    Ok(if output.status.success() {
        Ok(text(&output.stdout))
    } else {
        Err(text(&output.stderr).trim().to_owned())
    })
}

fn command(folder: &Path) -> Command {
    let mut command = Command::new("git");
    // Messages are looked into, paths are not to be quoted, and no sign in them means more than itself.
    command
        .arg("-C")
        .arg(folder)
        .args(["-c", "core.quotePath=false", "--literal-pathspecs"])
        .env("LC_ALL", "C");
    // A hook is run with these set for its own repository and folder; the folder alone says which one is meant here.
    for variable in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR"] {
        command.env_remove(variable);
    }
    command
}
