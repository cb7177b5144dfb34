//! Flags for reporting only what is new: compared with a revision, or with a baseline. Shared by several
//! it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use clap::Args;

use super::replaced::replace;
use super::session::Session;
use super::{CommandError, Surroundings, output};
use crate::draft::Format;
use crate::engine::{self, Baseline, CheckOptions, Entry, OldFinding, Policy};
use crate::model::Report;
use crate::text::FileId;
use crate::workspace::{self, Revision};

/// What was there before and is not reported again.
#[derive(Debug, Args)]
pub struct OldArgs {
    /// Show only findings that are new since this commit, branch or tag; its claims, rules and drafts are checked too
    #[arg(
        long,
        value_name = "REF",
        conflicts_with = "new_from_merge_base",
        help_heading = "Only new findings"
    )]
    pub new_from_rev: Option<String>,

    /// Show only findings that are new since HEAD branched off from this branch: those of a pull request
    #[arg(long, value_name = "REF", help_heading = "Only new findings")]
    pub new_from_merge_base: Option<String>,

    /// Hide the findings listed in this file [default: `baseline` in erstwhile.ron]
    #[arg(long, value_name = "FILE", help_heading = "Only new findings")]
    pub baseline: Option<PathBuf>,

    /// Use no baseline, even if erstwhile.ron names one
    #[arg(long, conflicts_with = "baseline", help_heading = "Only new findings")]
    pub no_baseline: bool,

    /// Write the findings of this run to the baseline
    #[arg(long, help_heading = "Only new findings")]
    pub write_baseline: bool,

    /// Remove findings that are fixed from the baseline
    #[arg(long, conflicts_with = "write_baseline", help_heading = "Only new findings")]
    pub prune_baseline: bool,
}

/// What a run looked at, of all that a baseline may speak of.
#[derive(Debug)]
pub enum Looked {
    /// Claims and rules; some files only, if there are any here.
    AtClaims(Vec<FileId>),
    /// Drafts: the files from this number on.
    AtDrafts(usize),
}

impl Looked {
    /// The paths from the root of the workspace on.
    #[must_use]
    pub fn paths(&self, session: &Session) -> BTreeSet<String> {
        let files = &session.gathered.files;
        let path = |id: FileId| files.path_from_root(id).into_owned();
        match self {
            Self::AtDrafts(from) => files.iter().skip(*from).map(|(id, _)| path(id)).collect(),
            Self::AtClaims(some) => some.iter().copied().map(path).collect(),
        }
    }
}

/// What a run could have found.
struct Reach<'a> {
    /// The files that it looked at, from the root of the workspace on.
    paths: BTreeSet<String>,
    /// Which codes are switched on in them.
    policy: Policy<'a>,
}

/// Runs a command at a revision.
pub type AtRevision<'a> = &'a dyn Fn(&Session, &Revision) -> Result<Vec<OldFinding>, CommandError>;

/// A run that is to be compared with what was there before.
pub struct KnownBefore<'a> {
    /// The run.
    pub report: &'a mut Report,
    /// Its files and claims.
    pub session: &'a mut Session,
    /// What it was asked to do.
    pub options: &'a CheckOptions,
    /// What it looked at.
    pub looked: Looked,
    /// Where it was started.
    pub surroundings: &'a Surroundings,
}

impl OldArgs {
    /// Leaves out of a report what was there before; `at` runs the same at a revision.
    ///
    /// # Errors
    ///
    /// A baseline that cannot be read or written, or a revision that is not there.
    pub fn leave_out(&self, run: &mut KnownBefore<'_>, at: AtRevision<'_>) -> Result<(), CommandError> {
        let taken = match self.baseline_path(run)? {
            Some(path) => self.compare_with_baseline(run, &path)?,
            None => Vec::new(),
        };
        if let Some(revision) = self.revision(run)? {
            if revision.is_present()? {
                output::complain(&format!(
                    "compared with {}, which is HEAD, and nothing has changed since: no finding can be new; name an \
                     earlier commit, or leave the flag out",
                    revision.short()
                ));
            }
            // What the baseline has already excused is used up.
            let old = engine::without(at(run.session, &revision)?, &taken);
            engine::leave_out(run.report, &run.session.gathered.files, &old);
        }
        Ok(())
    }

    fn revision(&self, run: &KnownBefore<'_>) -> Result<Option<Revision>, CommandError> {
        let root = run.session.gathered.root.as_deref().unwrap_or(&run.surroundings.current);
        Ok(match (&self.new_from_rev, &self.new_from_merge_base) {
            (Some(written), _) => Some(Revision::named(root, written)?),
            (None, Some(written)) => Some(Revision::merge_base(root, written)?),
            (None, None) => None,
        })
    }

    /// The baseline: that of the flag, else that of the configuration.
    fn baseline_path(&self, run: &KnownBefore<'_>) -> Result<Option<PathBuf>, CommandError> {
        let current = &run.surroundings.current;
        let root = run.session.gathered.root.as_deref().unwrap_or(current);
        let configured = run.session.loaded.base.config.baseline.as_ref().map(|path| root.join(path));
        let path = self.baseline.as_ref().map(|path| current.join(path)).or(configured);
        let path = path.filter(|_| !self.no_baseline);
        if path.is_none() && (self.write_baseline || self.prune_baseline) {
            return Err("name the baseline: `--baseline FILE`, or `baseline: \"…\"` in erstwhile.ron".into());
        }
        Ok(path)
    }

    /// Leaves out what is in the baseline, and returns which of its findings occurred.
    fn compare_with_baseline(
        &self,
        run: &mut KnownBefore<'_>,
        path: &Path,
    ) -> Result<Vec<OldFinding>, CommandError> {
        let (file, baseline) = if self.write_baseline && !path.exists() {
            (None, Baseline::default())
        } else if !path.exists() {
            let named = if self.baseline.is_some() { "" } else { ", which erstwhile.ron names," };
            let write = "run the same command with `--write-baseline` to create it";
            return Err(format!("the baseline `{}`{named} does not exist; {write}", path.display()).into());
        } else {
            let file = workspace::read_file(&run.surroundings.current, path)?;
            let writes = self.write_baseline || self.prune_baseline;
            let read = if writes { Baseline::parse_to_overwrite } else { Baseline::parse };
            let baseline = read(file.text()).map_err(|error| format!("`{}`: {error}", file.path()))?;
            (Some(run.session.gathered.files.add(file)), baseline)
        };
        if self.write_baseline {
            let taken = run.write(path, &baseline)?;
            if file.is_none() {
                // Registered as a file of the run, so that results do not overwrite it.
                let written = workspace::read_file(&run.surroundings.current, path)?;
                run.session.gathered.files.add(written);
            }
            return Ok(taken);
        }
        // A finding of a file that was not looked at is still there: it has not moved to where another one is found.
        let config = run.session.loaded.base.config.clone();
        let reach = Reach { paths: run.looked.paths(run.session), policy: Policy::new(&config, run.options) };
        let (known, elsewhere): (Vec<Entry>, Vec<Entry>) =
            baseline.entries.into_iter().partition(|entry| run.looked_at(entry, &reach));
        let findings: Vec<OldFinding> = known.iter().map(|entry| entry.finding.clone()).collect();
        let met = engine::leave_out(run.report, &run.session.gathered.files, &findings);
        let taken = findings.into_iter().zip(&met).filter(|(_, met)| **met).map(|(one, _)| one).collect();
        if self.prune_baseline {
            if run.report.incomplete {
                return Err("not everything could be read or used, so the baseline was not changed".into());
            }
            prune(path, known, &met, elsewhere)?;
        } else if let Some(file) = file.filter(|_| !run.report.incomplete) {
            let unused = known.iter().zip(&met).filter(|(_, met)| !**met).map(|(entry, _)| entry);
            let Session { gathered, loaded, .. } = &*run.session;
            engine::report_unused(run.report, &gathered.files, loaded, run.options, file, unused);
        }
        Ok(taken)
    }
}

impl KnownBefore<'_> {
    /// Writes the findings of the run into the baseline. What the run did not look at stays in it.
    fn write(&mut self, path: &Path, before: &Baseline) -> Result<Vec<OldFinding>, CommandError> {
        if self.report.incomplete {
            return Err("not everything could be read or used, so no baseline was written".into());
        }
        let files = &self.session.gathered.files;
        let mut baseline = Baseline::of(self.report, files);
        let count = baseline.entries.len();
        let policy = Policy::new(&self.session.loaded.base.config, self.options);
        let reach = Reach { paths: self.looked.paths(self.session), policy };
        let elsewhere = before.entries.iter().filter(|entry| !self.looked_at(entry, &reach)).cloned();
        baseline.entries.extend(elsewhere);
        let findings = baseline.findings();
        engine::leave_out(self.report, files, &findings);
        write(path, &baseline)?;
        output::hint(&format!("{} written to `{}`", counted(count), path.display()));
        Ok(findings)
    }

    /// Whether the run would have found what an entry is about, were it still there.
    fn looked_at(&self, entry: &Entry, reach: &Reach<'_>) -> bool {
        let selection = &self.options.selection;
        let named = |names: &[String]| names.contains(&entry.code);
        if !(selection.select.is_empty() || named(&selection.select)) || named(&selection.ignore) {
            return false;
        }
        let path = &entry.finding.path;
        if !reach.policy.is_made(path, &entry.code) {
            return false;
        }
        let is_gone = || {
            let root = self.session.gathered.root.as_deref().unwrap_or(&self.surroundings.current);
            !root.join(path).exists()
        };
        let is_draft = Format::of(path).is_some();
        match &self.looked {
            Looked::AtDrafts(_) => is_draft && (reach.paths.contains(path) || is_gone()),
            Looked::AtClaims(some) if some.is_empty() => !is_draft,
            Looked::AtClaims(_) => reach.paths.contains(path),
        }
    }
}

/// Keeps of a baseline what occurred and what was not looked at.
fn prune(path: &Path, known: Vec<Entry>, met: &[bool], elsewhere: Vec<Entry>) -> Result<(), CommandError> {
    let count = met.iter().filter(|met| !**met).count();
    let left = known.into_iter().zip(met).filter(|(_, met)| **met).map(|(entry, _)| entry);
    write(path, &Baseline { entries: left.chain(elsewhere).collect() })?;
    output::hint(&format!("{} removed from `{}`", counted(count), path.display()));
    Ok(())
}

fn counted(count: usize) -> String {
    if count == 1 { "1 finding".to_owned() } else { format!("{count} findings") }
}

fn write(path: &Path, baseline: &Baseline) -> Result<(), CommandError> {
    replace(path, baseline.text().as_bytes())
        .map_err(|error| format!("`{}` cannot be written: {error}", path.display()).into())
}

/// Warns that a comparison may report too much as new.
pub fn warn_of_unread(then: &Session, revision: &Revision) {
    let what =
        if then.loaded.findings.iter().any(|finding| engine::is_always_told(&then.gathered.files, finding)) {
            "not everything can be read or used, so old findings may be reported as new"
        } else if then.loaded.base.claims.is_empty() {
            "there are no claims here, so every finding is new"
        } else {
            return;
        };
    output::hint(&format!("at {} {what}", revision.short()));
}
