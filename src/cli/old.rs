//! Flags by which only what is new is told: compared with a revision, or with a baseline. What commands share of it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use clap::Args;

use super::session::Session;
use super::{CommandError, Surroundings, output};
use crate::draft::Format;
use crate::engine::{self, Baseline, CheckOptions, Entry, OldFinding};
use crate::model::{Finding, Report};
use crate::text::FileId;
use crate::workspace::{self, Revision};

/// What was there before and is not told again.
#[derive(Debug, Args)]
pub struct OldArgs {
    /// Only what is new since this commit, branch or tag: claims, rules and drafts are looked at as they stood there
    #[arg(
        long,
        value_name = "REF",
        conflicts_with = "new_from_merge_base",
        help_heading = "Only what is new"
    )]
    pub new_from_rev: Option<String>,

    /// Only what is new since this branch and HEAD parted: what a pull request brings
    #[arg(long, value_name = "REF", help_heading = "Only what is new")]
    pub new_from_merge_base: Option<String>,

    /// Leave out the findings in this file [default: the one in erstwhile.ron, if it names one]
    #[arg(long, value_name = "FILE", help_heading = "Only what is new")]
    pub baseline: Option<PathBuf>,

    /// Use no baseline, whatever erstwhile.ron says
    #[arg(long, conflicts_with = "baseline", help_heading = "Only what is new")]
    pub no_baseline: bool,

    /// Write the findings of this run into the baseline
    #[arg(long, help_heading = "Only what is new")]
    pub write_baseline: bool,

    /// Take out of the baseline what is mended
    #[arg(long, conflicts_with = "write_baseline", help_heading = "Only what is new")]
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

/// Runs a command at a revision.
pub type AtRevision<'a> = &'a dyn Fn(&Session, &Revision) -> Result<Vec<OldFinding>, CommandError>;

/// A run that is to be compared with what was there before.
pub struct Comparison<'a> {
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
    pub fn leave_out(&self, run: &mut Comparison<'_>, at: AtRevision<'_>) -> Result<(), CommandError> {
        if let Some(path) = self.baseline_path(run)? {
            self.compare_with_baseline(run, &path)?;
        }
        if let Some(revision) = self.revision(run)? {
            let old = at(run.session, &revision)?;
            engine::leave_out(run.report, &run.session.gathered.files, &old);
        }
        Ok(())
    }

    fn revision(&self, run: &Comparison<'_>) -> Result<Option<Revision>, CommandError> {
        let root = run.session.gathered.root.as_deref().unwrap_or(&run.surroundings.current);
        Ok(match (&self.new_from_rev, &self.new_from_merge_base) {
            (Some(written), _) => Some(Revision::named(root, written)?),
            (None, Some(written)) => Some(Revision::merge_base(root, written)?),
            (None, None) => None,
        })
    }

    /// The baseline: that of the flag, else that of the configuration.
    fn baseline_path(&self, run: &Comparison<'_>) -> Result<Option<PathBuf>, CommandError> {
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

    fn compare_with_baseline(&self, run: &mut Comparison<'_>, path: &Path) -> Result<(), CommandError> {
        let (file, baseline) = if self.write_baseline && !path.exists() {
            (None, Baseline::default())
        } else if !path.exists() {
            let named = if self.baseline.is_some() { "" } else { ", which erstwhile.ron names," };
            let write = "run the same command with `--write-baseline` to begin one";
            return Err(format!("the baseline `{}`{named} is not there; {write}", path.display()).into());
        } else {
            let file = workspace::read_file(&run.surroundings.current, path)?;
            let baseline =
                Baseline::parse(file.text()).map_err(|error| format!("`{}`: {error}", file.path()))?;
            (Some(run.session.gathered.files.add(file)), baseline)
        };
        if self.write_baseline {
            return run.write(path, &baseline);
        }
        let met = engine::leave_out(run.report, &run.session.gathered.files, &baseline.findings());
        let paths = run.paths();
        let unused: Vec<bool> = baseline
            .entries
            .iter()
            .zip(&met)
            .map(|(entry, met)| !met && run.looked_at(entry, &paths))
            .collect();
        if self.prune_baseline {
            return prune(path, baseline, &unused);
        }
        if let Some(file) = file {
            let unused = baseline.entries.iter().zip(&unused).filter(|(_, unused)| **unused);
            let Session { gathered, loaded } = &*run.session;
            let unused = unused.map(|(entry, _)| entry);
            engine::report_unused(run.report, &gathered.files, loaded, run.options, file, unused);
        }
        Ok(())
    }
}

impl Comparison<'_> {
    /// Writes the findings of the run into the baseline. What the run did not look at stays in it.
    fn write(&mut self, path: &Path, before: &Baseline) -> Result<(), CommandError> {
        if self.report.incomplete {
            return Err("not everything could be read, so no baseline was written".into());
        }
        let files = &self.session.gathered.files;
        let mut baseline = Baseline::of(self.report, files);
        let count = baseline.entries.len();
        let paths = self.paths();
        let elsewhere = before.entries.iter().filter(|entry| !self.looked_at(entry, &paths)).cloned();
        baseline.entries.extend(elsewhere);
        engine::leave_out(self.report, files, &baseline.findings());
        write(path, &baseline)?;
        output::hint(&format!("{} written to `{}`", counted(count), path.display()));
        Ok(())
    }

    /// The paths from the root on of what the run looked at.
    fn paths(&self) -> BTreeSet<String> {
        let files = &self.session.gathered.files;
        let path = |id: FileId| files.path_from_root(id).into_owned();
        match &self.looked {
            Looked::AtDrafts(from) => files.iter().skip(*from).map(|(id, _)| path(id)).collect(),
            Looked::AtClaims(some) => some.iter().copied().map(path).collect(),
        }
    }

    /// Whether the run would have found what an entry is about, were it still there.
    fn looked_at(&self, entry: &Entry, paths: &BTreeSet<String>) -> bool {
        let selection = &self.options.selection;
        let named = |names: &[String]| names.contains(&entry.code);
        if !(selection.select.is_empty() || named(&selection.select)) || named(&selection.ignore) {
            return false;
        }
        let path = &entry.finding.path;
        let is_gone = || {
            let root = self.session.gathered.root.as_deref().unwrap_or(&self.surroundings.current);
            !root.join(path).exists()
        };
        let is_draft = Format::of(path).is_some();
        match &self.looked {
            Looked::AtDrafts(_) => is_draft && (paths.contains(path) || is_gone()),
            Looked::AtClaims(some) if some.is_empty() => !is_draft,
            Looked::AtClaims(_) => paths.contains(path),
        }
    }
}

fn prune(path: &Path, baseline: Baseline, unused: &[bool]) -> Result<(), CommandError> {
    let count = unused.iter().filter(|unused| **unused).count();
    let left = baseline.entries.into_iter().zip(unused).filter(|(_, unused)| !**unused);
    write(path, &Baseline { entries: left.map(|(entry, _)| entry).collect() })?;
    output::hint(&format!("{} taken out of `{}`", counted(count), path.display()));
    Ok(())
}

fn counted(count: usize) -> String {
    if count == 1 { "1 finding".to_owned() } else { format!("{count} findings") }
}

fn write(path: &Path, baseline: &Baseline) -> Result<(), CommandError> {
    std::fs::write(path, baseline.text())
        .map_err(|error| format!("`{}` cannot be written: {error}", path.display()).into())
}

/// Says that a comparison may call too much new.
pub fn warn_of_unread(findings: &[Finding], revision: &Revision) {
    if findings.iter().any(|finding| finding.code.spoils_run()) {
        output::hint(&format!(
            "at {} not everything can be read, so more may be called new here than is",
            revision.short()
        ));
    }
}
