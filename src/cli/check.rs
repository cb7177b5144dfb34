//! `erstwhile check`: the claim base.

use std::path::PathBuf;

use clap::Args;

use super::common::{CommonArgs, OutputArgs};
use super::old::{KnownBefore, Looked, OldArgs, warn_of_unread};
use super::progress::Progress;
use super::session::Session;
use super::{CommandError, Surroundings, output, statistics};
use crate::engine::{self, CheckOptions, OldFinding};
use crate::workspace::Revision;

/// Arguments of `check`.
#[derive(Debug, Args)]
pub struct CheckArgs {
    /// Folders or files [default: the workspace around the current folder]
    paths: Vec<PathBuf>,

    #[command(flatten)]
    common: CommonArgs,

    #[command(flatten)]
    old: OldArgs,

    #[command(flatten)]
    output: OutputArgs,
}

/// Runs the command and gives its exit code.
pub fn run(args: &CheckArgs, surroundings: &Surroundings) -> Result<u8, CommandError> {
    args.output.targets()?;
    args.common.time.as_of(surroundings)?;
    let progress = Progress::start("reading claims", args.output.quiet);
    let mut session = Session::open(&args.paths, &args.common.files, surroundings)?;
    let options = args.common.options("check", surroundings, &session.loaded)?;
    progress.say(|| format!("checking {} claims", session.loaded.base.claims.len()));
    let mut report = session.report(&options);
    let nothing = report.summary.claims == 0 && !report.incomplete;
    report.incomplete |= nothing;
    report.unseen.clone_from(&session.gathered.unseen);
    let looked = Looked::AtClaims(session.gathered.wanted.clone());
    let mut run =
        KnownBefore { report: &mut report, session: &mut session, options: &options, looked, surroundings };
    progress.say(|| "comparing with what was there before".to_owned());
    args.old.leave_out(&mut run, &|session, revision| check_at(session, revision, &options, surroundings))?;
    drop(progress);
    if nothing {
        output::complain("nothing to check: the files contain no claims");
    }
    if !args.output.quiet {
        output::hint_unseen(&report.unseen);
    }
    output::write_report(&mut report, &session, &args.output)?;
    if args.output.statistics {
        statistics::tell(&report, (surroundings.since_start)());
    }
    let code = report.outcome(args.common.least(&session.loaded)).exit_code();
    // The process ends here. Giving a million claims back piece by piece takes longer than it took to compare them.
    std::mem::forget((report, session));
    Ok(code)
}

/// What the same command would have found at a revision.
fn check_at(
    now: &Session,
    revision: &Revision,
    options: &CheckOptions,
    surroundings: &Surroundings,
) -> Result<Vec<OldFinding>, CommandError> {
    let then = Session::load(revision.gather(&surroundings.current, &now.gathered)?, now.choice);
    warn_of_unread(&then, revision);
    Ok(engine::old_findings(&then.report(options), &then.gathered.files))
}
