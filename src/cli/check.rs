//! `erstwhile check`: the claim base.

use std::path::PathBuf;

use clap::Args;

use super::common::{CommonArgs, OutputArgs};
use super::session::Session;
use super::{CommandError, Surroundings, output};
use crate::engine;

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
    args.common.time.as_of(surroundings)?;
    let session = Session::open(&args.paths, &args.common.files, surroundings)?;
    let options = args.common.options("check", surroundings, &session.rules())?;
    let mut report = session.report(&options);
    if report.summary.claims == 0 && nothing_read(&session) && !report.incomplete {
        report.incomplete = true;
        output::complain("nothing to check: the files that were read hold no records");
    }
    if args.output.shows_trails()? {
        engine::add_trails(&mut report, &session.gathered.files, &session.loaded);
    }
    output::write_report(&report, &session.gathered.files, &args.output)?;
    let code = report.outcome(args.common.least(&session.loaded)).exit_code();
    // The process ends here. Giving a million claims back piece by piece takes longer than it took to compare them.
    std::mem::forget((report, session));
    Ok(code)
}

/// Whether the user's own files hold no record of any sort.
fn nothing_read(session: &Session) -> bool {
    let base = &session.loaded.base;
    let own = |index: usize| index < session.gathered.own;
    base.entities.described().next().is_none()
        && base.sources.described().next().is_none()
        && base.relations.described().next().is_none()
        && !base.rules.iter().any(|rule| own(rule.place.file.index()))
        && !base.languages.iter().any(|pack| own(pack.place.file.index()))
        && base.config.place.is_none()
        && session.loaded.findings.is_empty()
}
