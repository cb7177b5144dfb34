//! `erstwhile lint`: drafts against the claim base.

use clap::Args;

use super::common::{CommonArgs, OutputArgs};
use super::drafts::{DraftArgs, present};
use super::{CommandError, Surroundings, output};
use crate::engine::{self, DraftOptions};
use crate::model::Finding;
use crate::render;
use crate::text::Files;

/// Arguments of `lint`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  erstwhile lint article.md
  erstwhile lint drafts/ --exclude 'old/**'
  erstwhile lint article.md --as-of published      was it right when it was written?
  erstwhile lint article.md --output-format html=article.html
                                                   the draft as a page, each sentence with its record
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
    let (_, pages) = args.output.targets_and_pages()?;
    let (as_of, present) = present(&args.common.time, surroundings)?;
    let (mut session, mut drafts) = args.drafts.open(&args.common.files, surroundings)?;
    let check = args.common.options_as_of("lint", as_of, &session.rules())?;
    let options = DraftOptions { check, present };
    let mut shown = Vec::new();
    let mut next = |files: &mut Files, findings: &mut Vec<Finding>| {
        let some = drafts.next(files, findings)?;
        if !pages.is_empty() {
            some.iter().for_each(|draft| files.keep(*draft));
            shown.extend_from_slice(&some);
        }
        Some(some)
    };
    let mut report = engine::lint_in_turn(&mut session.gathered.files, &session.loaded, &options, &mut next);
    if report.summary.claims == 0 && !report.incomplete {
        report.incomplete = true;
        output::complain("nothing to lint against: the files that were read hold no claims");
    }
    output::write_report(&report, &session.gathered.files, &args.output)?;
    if !pages.is_empty() {
        let files = &session.gathered.files;
        let annotated = engine::annotated(files, &session.loaded, &shown, &options, &report);
        for path in &pages {
            output::write_to(path.as_deref(), args.output.style(), |_, out| {
                render::annotated::render(&annotated, out)
            })?;
        }
    }
    let code = report.outcome(args.common.least(&session.loaded)).exit_code();
    // The program ends: what it has in memory need not be taken apart.
    std::mem::forget(session);
    Ok(code)
}
