//! What a run makes of a finding: whether it is wanted, how severe it is, how sure it must be. Flags come first, then what
//! the configuration says of the file, then what it says everywhere, then the code or rule itself.

use std::borrow::Cow;
use std::sync::{Arc, Mutex};

use rustc_hash::FxHashMap;

use super::options::{CheckOptions, is_called};
use crate::load::is_config;
use crate::model::{AsOfPolicy, Code, Config, Finding, Override, Severity, set_severity};
use crate::text::{FileId, Files, Patterns};

/// The settings of a run, ready to be asked.
#[derive(Debug)]
pub struct Policy<'a> {
    config: &'a Config,
    options: &'a CheckOptions,
    /// The paths of all overrides.
    patterns: Patterns,
    /// The override that each pattern belongs to.
    overrides: Vec<&'a Override>,
    /// Those that fit a file, the last first, by its path: a draft has many findings.
    fitting: Mutex<FxHashMap<String, Arc<[&'a Override]>>>,
}

impl<'a> Policy<'a> {
    /// The policy of `config` and the flags in `options`. Invalid patterns were reported when they were loaded.
    #[must_use]
    pub fn new(config: &'a Config, options: &'a CheckOptions) -> Self {
        let is_good = |one: &&Override| Patterns::new(one.paths.iter().map(String::as_str)).is_ok();
        let good = config.overrides.iter().filter(is_good);
        let (paths, overrides): (Vec<&str>, Vec<&Override>) =
            good.flat_map(|one| one.paths.iter().map(move |path| (path.as_str(), one))).unzip();
        let patterns = Patterns::new(paths).unwrap_or_default();
        Self { config, options, patterns, overrides, fitting: Mutex::default() }
    }

    /// The last of the overrides for a file that says something. Its path is asked for only where there are any.
    fn overridden<'p, T>(
        &self,
        path: impl FnOnce() -> Cow<'p, str>,
        says: impl Fn(&'a Override) -> Option<T>,
    ) -> Option<T> {
        if self.overrides.is_empty() {
            return None;
        }
        self.fitting(&path()).iter().find_map(|one| says(one))
    }

    /// The overrides that fit a path, the last first.
    fn fitting(&self, path: &str) -> Arc<[&'a Override]> {
        let found = || {
            let fitting = self.patterns.fitting(path);
            // An override with two patterns that fit is asked twice, and says the same.
            fitting.iter().rev().filter_map(|number| self.overrides.get(*number).copied()).collect()
        };
        let Ok(mut known) = self.fitting.lock() else { return found() };
        if let Some(fitting) = known.get(path) {
            return Arc::clone(fitting);
        }
        let fitting: Arc<[&'a Override]> = found();
        known.insert(path.to_owned(), Arc::clone(&fitting));
        fitting
    }

    /// The severity that is set for a code or rule in a file; the outer `None` means that nothing is, the inner one off.
    fn set<'p>(
        &self,
        path: impl FnOnce() -> Cow<'p, str>,
        code: Code,
        rule: Option<&str>,
    ) -> Option<Option<Severity>> {
        self.options
            .selection
            .severity(code, rule)
            .or_else(|| self.overridden(path, |one| set_severity(&one.severities, code, rule)))
            .or_else(|| self.config.severity(code, rule))
    }

    /// Gives a finding the severity that counts. Whether there is one: off is not a finding.
    pub fn is_on(&self, files: &Files, finding: &mut Finding) -> bool {
        if spoils_run(files, finding) {
            return true;
        }
        let path = || files.path_from_root(finding.site.place.file);
        match self.set(path, finding.code, finding.rule.as_deref().map(|rule| rule.id.as_str())) {
            Some(None) => return false,
            Some(Some(severity)) => finding.severity = severity,
            None => {}
        }
        true
    }

    /// Whether a finding is made without being asked for, or was asked for by a flag or the configuration.
    pub fn is_asked_for(&self, files: &Files, finding: &Finding) -> bool {
        let path = || files.path_from_root(finding.site.place.file);
        !finding.code.is_on_request()
            || self.options.selection.select.iter().any(|name| is_called(finding, name))
            || self.set(path, finding.code, finding.rule.as_deref().map(|rule| rule.id.as_str())).is_some()
    }

    /// Whether findings of this name are made in a file at all: that one that is off does not occur says nothing.
    pub fn is_made(&self, path: &str, name: &str) -> bool {
        let Some(code) = Code::named(name) else { return true };
        let set = self.set(|| Cow::Borrowed(path), code, None);
        let asked = !code.is_on_request()
            || set.is_some()
            || self.options.selection.select.iter().any(|wanted| wanted == name);
        asked && set != Some(None)
    }

    /// Whether findings with this code are made in any file.
    pub fn is_ever_made(&self, code: Code) -> bool {
        let set = |one: &Override| set_severity(&one.severities, code, None).is_some();
        self.is_made("", code.as_str()) || self.config.overrides.iter().any(set)
    }

    /// Whether a finding comes from a reading that is as sure as was asked for.
    pub fn is_sure(&self, files: &Files, finding: &Finding) -> bool {
        let Some(confidence) = finding.confidence else { return true };
        let path = || files.path_from_root(finding.site.place.file);
        let asked = self.options.selection.min_confidence;
        let least =
            asked.or_else(|| self.overridden(path, |one| one.min_confidence)).or(self.config.min_confidence);
        least.is_none_or(|least| confidence >= least)
    }

    /// Which day the configuration makes the present of a draft.
    pub fn as_of(&self, files: &Files, file: FileId) -> AsOfPolicy {
        let set = self.overridden(|| files.path_from_root(file), |one| one.as_of).or(self.config.as_of);
        set.unwrap_or(AsOfPolicy::Today)
    }
}

/// Whether a finding is reported wherever it is, and however often it was reported before: something could not be read,
/// or not be used.
#[must_use]
pub fn is_always_told(files: &Files, finding: &Finding) -> bool {
    finding.unusable || spoils_run(files, finding)
}

/// Whether a finding means that the result of the run cannot be trusted: something could not be read, or the settings are
/// not what somebody meant them to be.
#[must_use]
pub fn spoils_run(files: &Files, finding: &Finding) -> bool {
    finding.code.spoils_run() || is_config(files.get(finding.site.place.file))
}
