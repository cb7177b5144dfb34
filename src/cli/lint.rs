//! `erstwhile lint`: drafts against the claim base.

use clap::Args;

use super::common::{CommonArgs, OutputArgs};
use super::drafts::{DraftArgs, present};
use super::{CommandError, Surroundings, output};
use crate::engine::{self, DraftOptions};

/// Arguments of `lint`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  erstwhile lint article.md
  erstwhile lint drafts/ --exclude 'old/**'
  erstwhile lint article.md --as-of published      was it right when it was written?
  pandoc article.docx -t markdown | erstwhile lint - --stdin-filename article.md

Exit codes:
  0  nothing at or above --fail-on was found
  1  something was
  2  the result cannot be trusted: wrong usage, a draft that cannot be read, no draft")]
pub struct LintArgs {
    #[command(flatten)]
    drafts: DraftArgs,

    #[command(flatten)]
    common: CommonArgs,

    #[command(flatten)]
    output: OutputArgs,
}

/// Runs the command and gives its exit code.
pub fn run(args: &LintArgs, surroundings: &Surroundings) -> Result<u8, CommandError> {
    args.output.targets()?;
    let (as_of, present) = present(&args.common.time, surroundings)?;
    let (session, drafts) = args.drafts.open(&args.common.files, surroundings)?;
    let check = args.common.options_as_of("lint", as_of, &session.rules())?;
    let options = DraftOptions { check, present };
    let mut report = engine::lint(&session.gathered.files, &session.loaded, &drafts, &options);
    if report.summary.claims == 0 && !report.incomplete {
        report.incomplete = true;
        output::complain("nothing to lint against: the files that were read hold no claims");
    }
    output::write_report(&report, &session.gathered.files, &args.output)?;
    Ok(report.outcome(args.common.least(&session.loaded)).exit_code())
}
