//! What every command that looks at claims begins with: find the files, read them, load them.

use std::path::PathBuf;

use super::common::FileArgs;
use super::{CommandError, Surroundings, output};
use crate::engine::{self, CheckOptions};
use crate::load::{self, Loaded, STANDARD_FILES};
use crate::model::{Finding, Report};
use crate::render::{Context, Style};
use crate::text::File;
use crate::words::{Choice, Words};
use crate::workspace::{self, Gathered, WorkspaceError};

/// The files of a run and what was loaded from them.
#[derive(Debug)]
pub struct Session {
    /// The files.
    pub gathered: Gathered,
    /// What they hold, and what is wrong with them.
    pub loaded: Loaded,
    /// Which language is spoken.
    pub choice: Choice,
}

impl Session {
    /// Reads and loads the files at `paths`, or those of the workspace around the current folder.
    ///
    /// # Errors
    ///
    /// There is nothing to read.
    pub fn open(
        paths: &[PathBuf],
        files: &FileArgs,
        surroundings: &Surroundings,
    ) -> Result<Self, CommandError> {
        let gathered = workspace::gather(&surroundings.current, paths, &files.read_options())?;
        Ok(Self::load(gathered, files.spoken()))
    }

    /// The same, with nothing but the standard rules where there is no workspace.
    ///
    /// # Errors
    ///
    /// A file that was asked for does not exist.
    pub fn open_or_standard(files: &FileArgs, surroundings: &Surroundings) -> Result<Self, CommandError> {
        match workspace::gather(&surroundings.current, &[], &files.read_options()) {
            Ok(gathered) => Ok(Self::load(gathered, files.spoken())),
            Err(WorkspaceError::NoWorkspace(_) | WorkspaceError::Empty(_)) => {
                Ok(Self::standard(files.spoken()))
            }
            Err(error) => Err(error.into()),
        }
    }

    /// Nothing but the standard rules.
    #[must_use]
    pub fn standard(choice: Choice) -> Self {
        let mut gathered = Gathered::default();
        for (path, text) in STANDARD_FILES {
            gathered.files.add(File::new(path, text));
        }
        Self::load(gathered, choice)
    }

    /// Loads what was gathered.
    #[must_use]
    pub fn load(mut gathered: Gathered, choice: Choice) -> Self {
        let mut loaded = load::load(&gathered.files);
        loaded.findings.append(&mut gathered.findings);
        Self { gathered, loaded, choice }
    }

    /// What makes words of facts.
    #[must_use]
    pub fn words(&self) -> Words<'_> {
        Words::new(&self.loaded.base, self.choice)
    }

    /// What reports are shown with.
    #[must_use]
    pub fn context(&self) -> Context<'_> {
        Context { files: &self.gathered.files, words: self.words(), style: Style::default() }
    }

    /// Checks everything and keeps the findings with a place in the files that were asked for, and what could not be read or
    /// used anywhere.
    #[must_use]
    pub fn report(&self, options: &CheckOptions) -> Report {
        let mut report = engine::check_loaded(&self.gathered.files, &self.loaded, options);
        if !self.gathered.wanted.is_empty() {
            let before = report.findings.len();
            report.findings.retain(|finding| self.is_wanted(finding));
            report.summary.elsewhere = before - report.findings.len();
            report.count_again();
        }
        report
    }

    fn is_wanted(&self, finding: &Finding) -> bool {
        let Loaded { base, index, .. } = &self.loaded;
        let claims = finding.claims.iter().filter_map(|id| index.find(&base.claims, id));
        let claims = claims.map(|claim| base.claims.place(claim).file);
        let related = finding.related.iter().map(|related| related.site.place.file);
        let mut places = std::iter::once(finding.site.place.file).chain(related).chain(claims);
        places.any(|file| self.gathered.wanted.contains(&file))
            || engine::is_always_told(&self.gathered.files, finding)
    }

    /// Reports on standard error what could not be read or used, for commands whose result has no place for it.
    pub fn complain_of(&self, missing: &[Finding]) {
        /// More than this many are only counted.
        const NAMED: usize = 20;
        let files = &self.gathered.files;
        for finding in missing.iter().take(NAMED) {
            let place = finding.site.place;
            let line = files.positions(place).0.line;
            let message = self.words().of(finding).message;
            output::complain(&format!("{}:{line}: {message}", files.get(place.file).path()));
        }
        if missing.len() > NAMED {
            output::complain(&format!("and {} more: run `erstwhile check`", missing.len() - NAMED));
        }
    }
}
