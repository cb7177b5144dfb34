//! `erstwhile check`: the claim base.

use std::path::PathBuf;

use clap::Args;

use super::common::{CommonArgs, OutputArgs};
use super::{CommandError, Surroundings, output};
use crate::engine;
use crate::load::{self, Loaded};
use crate::model::{Report, Severity};
use crate::workspace::{self, Gathered};

/// Arguments of `check`.
#[derive(Debug, Args)]
pub struct CheckArgs {
    /// Folders or files; without any, the workspace that the current folder lies in
    paths: Vec<PathBuf>,

    #[command(flatten)]
    common: CommonArgs,

    #[command(flatten)]
    output: OutputArgs,
}

/// Runs the command and gives its exit code.
pub fn run(args: &CheckArgs, surroundings: &Surroundings) -> Result<u8, CommandError> {
    args.output.targets()?;
    args.common.as_of(surroundings)?;
    let mut gathered = workspace::gather(&surroundings.current, &args.paths, &args.common.read_options())?;
    let mut loaded = load::load(&gathered.files);
    loaded.findings.append(&mut gathered.findings);
    let rules: Vec<String> = loaded.base.rules.iter().map(|rule| rule.id.clone()).collect();
    let options = args.common.options("check", surroundings, &rules)?;
    let mut report = engine::check_loaded(&gathered.files, &loaded, &options);
    narrow(&mut report, &gathered);
    if report.summary.claims == 0 && nothing_read(&loaded, &gathered) && !report.incomplete {
        report.incomplete = true;
        output::complain("nothing to check: the files that were read hold no records");
    }
    output::write_report(&report, &gathered.files, &args.output)?;
    Ok(report.outcome(fail_on(&args.common, &loaded)).exit_code())
}

/// The least severity that fails the run: the flag's, else the configuration's, else error.
fn fail_on(args: &CommonArgs, loaded: &Loaded) -> Option<Severity> {
    match args.fail_on {
        Some(flag) => flag.severity(),
        None => loaded.base.config.fail_on.unwrap_or(Some(Severity::Error)),
    }
}

/// Keeps the findings in the files that were asked for.
fn narrow(report: &mut Report, gathered: &Gathered) {
    if gathered.wanted.is_empty() {
        return;
    }
    report.findings.retain(|finding| gathered.wanted.contains(&finding.site.place.file));
    report.count_again();
}

/// Whether the user's own files hold no record of any sort.
fn nothing_read(loaded: &Loaded, gathered: &Gathered) -> bool {
    let base = &loaded.base;
    let own = |index: usize| index < gathered.own;
    base.entities.described().next().is_none()
        && base.sources.described().next().is_none()
        && base.relations.described().next().is_none()
        && !base.rules.iter().any(|rule| own(rule.place.file.index()))
        && !base.languages.iter().any(|pack| own(pack.place.file.index()))
        && base.config.place.is_none()
        && loaded.findings.is_empty()
}
