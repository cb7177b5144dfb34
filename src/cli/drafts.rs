//! What the commands about drafts share: which drafts, and which day is their present.

use std::io::Read as _;
use std::path::{Path, PathBuf};

use clap::Args;

use super::common::{FileArgs, TimeArgs, UsageError};
use super::progress::Progress;
use super::session::Session;
use super::{CommandError, Surroundings, output};
use crate::engine::Present;
use crate::graph::AsOf;
use crate::model::{AsOfPolicy, Config, Finding, Unseen};
use crate::text::{FileId, Files};
use crate::workspace::{self, Batch, DraftPaths, Exclusion, FoundDrafts, WorkspaceError};

/// Which drafts are read, and as of when.
#[derive(Debug, Args)]
pub struct DraftArgs {
    /// Drafts or folders of drafts; `-` is standard input [default: `drafts` in erstwhile.ron]
    #[arg(value_name = "DRAFT")]
    pub drafts: Vec<PathBuf>,

    /// File name to show for standard input; its extension determines the markup
    #[arg(long, value_name = "NAME", default_value = "<stdin>.md", help_heading = "Files")]
    pub stdin_filename: String,

    /// Skip files that match this pattern, as in .gitignore, even if they are named; may be repeated
    #[arg(long, value_name = "PATTERN", help_heading = "Files")]
    pub exclude: Vec<String>,

    /// Succeed even if there is no draft to check
    #[arg(long, help_heading = "Files")]
    pub allow_empty: bool,
}

/// The drafts of a run, found but not read.
#[derive(Debug)]
pub struct OpenDrafts {
    /// Where they were looked for, standard input by its name.
    pub paths: DraftPaths,
    /// How many files are not drafts: those with claims and rules, and the standard ones.
    pub first: usize,
    /// Those that wait for being read.
    pub queue: DraftQueue,
}

impl DraftArgs {
    /// The claims around the current folder, or else around the first draft, and the drafts, which are read a few at a
    /// time.
    ///
    /// # Errors
    ///
    /// There is nothing to read.
    pub fn open(
        &self,
        files: &FileArgs,
        surroundings: &Surroundings,
    ) -> Result<(Session, OpenDrafts), CommandError> {
        let gathered = workspace::gather_around(&surroundings.current, &self.drafts, &files.read_options())?;
        let mut session = Session::load(gathered, files.spoken());
        let first = session.gathered.files.len();
        let mut paths = self.paths(&session)?;
        let mut queue = DraftQueue::new(surroundings);
        let exclusion = Exclusion::new(&paths)?;
        let mut nothing = None;
        if !paths.paths.is_empty() {
            match workspace::find_drafts(&surroundings.current, session.gathered.files.root(), &paths) {
                Ok(found) => {
                    for path in &found.named_excluded {
                        output::complain(&format!(
                            "`{path}` is skipped because of `--exclude` or the configuration"
                        ));
                    }
                    queue.found = Some(found);
                }
                Err(error @ WorkspaceError::NoDrafts(_)) => nothing = Some(error),
                Err(error) => return Err(error.into()),
            }
        }
        if self.reads_input() {
            let name = &self.stdin_filename;
            if exclusion.fits(&session.gathered.files.root().path(name)) {
                let left_out = format!("`{name}` is skipped because of `--exclude` or the configuration");
                nothing.get_or_insert(WorkspaceError::NoDrafts(left_out));
            } else {
                queue.read.push(session.gathered.add_draft(name, input(self.allow_empty)?));
                session.loaded.findings.append(&mut session.gathered.findings);
            }
            paths.paths.push(PathBuf::from(name));
        }
        match nothing.filter(|_| queue.is_empty()) {
            Some(error) if !self.allow_empty => Err(error.into()),
            Some(error) => {
                output::hint(&error.to_string());
                Ok((session, OpenDrafts { paths, first, queue }))
            }
            None => Ok((session, OpenDrafts { paths, first, queue })),
        }
    }

    /// Where drafts are looked for on disk: where the command says, else where the configuration does.
    fn paths(&self, session: &Session) -> Result<DraftPaths, CommandError> {
        let Config { drafts, exclude, .. } = &session.loaded.base.config;
        let paths: Vec<PathBuf> = match (&session.gathered.root, self.drafts.as_slice()) {
            (Some(root), []) => drafts.iter().map(|path| root.join(path)).collect(),
            (_, named) => named.iter().filter(|path| path.as_os_str() != "-").cloned().collect(),
        };
        if paths.is_empty() && !self.reads_input() {
            return Err(
                "name a draft or a folder of drafts, or set `drafts: [\"…\"]` in erstwhile.ron".into()
            );
        }
        Ok(DraftPaths { paths, exclude: self.exclude.clone(), exclude_everywhere: exclude.clone() })
    }

    /// Whether standard input is one of the drafts.
    fn reads_input(&self) -> bool {
        self.drafts.iter().any(|path| path.as_os_str() == "-")
    }
}

/// Standard input as a draft. One without a word comes from a command that failed before.
///
/// # Errors
///
/// It is empty, too large, or cannot be read.
pub fn input(may_be_empty: bool) -> Result<Vec<u8>, CommandError> {
    let limit = workspace::LARGEST_DRAFT;
    let mut bytes = Vec::new();
    std::io::stdin().lock().take(limit + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit {
        return Err(format!("standard input is larger than {} MiB", limit >> 20).into());
    }
    if !may_be_empty && bytes.iter().all(u8::is_ascii_whitespace) {
        return Err("standard input is empty, so there is no draft to check".into());
    }
    Ok(bytes)
}

/// Drafts that wait for being read.
#[derive(Debug)]
pub struct DraftQueue {
    current: PathBuf,
    found: Option<FoundDrafts>,
    /// Those that were read already: standard input.
    read: Vec<FileId>,
    /// What of those on disk was not looked at, once all were read.
    unseen: Vec<Unseen>,
    /// How many were given out.
    given: usize,
    /// The paths of those without any text.
    empty: Vec<String>,
}

impl DraftQueue {
    fn new(surroundings: &Surroundings) -> Self {
        let current = surroundings.current.clone();
        Self { current, found: None, read: Vec::new(), unseen: Vec::new(), given: 0, empty: Vec::new() }
    }

    /// Drafts at `paths` on disk, except for what `exclude` and the configuration leave out, for commands about
    /// something else.
    ///
    /// # Errors
    ///
    /// A path that does not exist, an invalid pattern, or no draft.
    pub fn of(
        paths: &[PathBuf],
        exclude: &[String],
        session: &Session,
        surroundings: &Surroundings,
    ) -> Result<Self, WorkspaceError> {
        let drafts = DraftPaths {
            paths: paths.to_vec(),
            exclude: exclude.to_vec(),
            exclude_everywhere: session.loaded.base.config.exclude.clone(),
        };
        let found = workspace::find_drafts(&surroundings.current, session.gathered.files.root(), &drafts)?;
        Ok(Self { found: Some(found), ..Self::new(surroundings) })
    }

    /// What was not looked at so far, of the files of a run.
    #[must_use]
    pub fn unseen(&self, session: &Session) -> Vec<Unseen> {
        let drafts = self.found.as_ref().map_or(&self.unseen, |found| &found.unseen);
        Unseen::together(session.gathered.unseen.clone(), drafts.clone())
    }

    /// The drafts on disk that are still to be read.
    #[must_use]
    pub fn waiting(&self) -> Vec<&Path> {
        self.found.iter().flat_map(FoundDrafts::waiting).collect()
    }

    fn is_empty(&self) -> bool {
        self.found.is_none() && self.read.is_empty()
    }

    /// The same as [`Self::next`], and says how far it has come.
    pub fn next_telling(
        &mut self,
        progress: &Progress,
        files: &mut Files,
        findings: &mut Vec<Finding>,
    ) -> Option<Vec<FileId>> {
        let some = self.next(files, findings)?;
        self.given += some.len();
        let left = self.read.len() + self.found.as_ref().map_or(0, FoundDrafts::left);
        progress.say(|| format!("reading drafts: {} of {}", self.given, self.given + left));
        Some(some)
    }

    /// The next drafts, added to `files`; what could not be read of them goes to `findings`.
    pub fn next(&mut self, files: &mut Files, findings: &mut Vec<Finding>) -> Option<Vec<FileId>> {
        let some = self.found.as_mut().and_then(|found| found.read_some(&self.current, files));
        let drafts = if let Some(Batch { drafts, failures }) = some {
            findings.extend(failures);
            Some(drafts)
        } else {
            self.unseen.extend(self.found.take().into_iter().flat_map(|found| found.unseen));
            Some(std::mem::take(&mut self.read)).filter(|read| !read.is_empty())
        };
        let given = drafts.iter().flatten().map(|draft| files.get(*draft));
        let empty = given.filter(|draft| draft.is_read() && draft.text().trim().is_empty());
        self.empty.extend(empty.map(|draft| draft.path().to_owned()));
        drafts
    }

    /// What to say of drafts without any text.
    #[must_use]
    pub fn empty_drafts(&self) -> Option<String> {
        match self.empty.as_slice() {
            [] => None,
            [one] => Some(format!("`{one}` is empty")),
            [one, ..] => Some(format!("{} drafts are empty, among them `{one}`", self.empty.len())),
        }
    }
}

/// Which day is the present of the drafts: the day to use, and whether each draft has its own. `--as-of` comes
/// before what the configuration does.
///
/// # Errors
///
/// What is written is not a day.
pub fn present(
    time: &TimeArgs,
    config: &Config,
    surroundings: &Surroundings,
) -> Result<(AsOf, Present), UsageError> {
    let run = |day: &str| {
        TimeArgs { as_of: Some(day.to_owned()), known_by: time.known_by.clone() }.as_of(surroundings)
    };
    match (time.as_of.as_deref(), config.as_of) {
        (Some("published"), _) => Ok((run("today")?, Present::Published)),
        (Some(day), _) => Ok((run(day)?, Present::AsOf)),
        (None, Some(AsOfPolicy::Day(day))) => Ok((AsOf { day, ..run("today")? }, Present::Configured)),
        (None, _) => Ok((run("today")?, Present::Configured)),
    }
}
