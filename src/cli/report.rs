//! `erstwhile report`: which claims are outdated as of a day.

use std::path::PathBuf;

use clap::Args;

use super::common::{ColorChoice, CommonArgs, FailOn};
use super::session::Session;
use super::{CommandError, Surroundings, output};
use crate::engine::{self, OutdatedOptions};
use crate::model::{Outdated, Severity};
use crate::render::outdated::{OutdatedFormat, render};
use crate::time::Length;

/// Arguments of `report`.
#[derive(Debug, Args)]
#[command(
    mut_arg("fail_on", |flag| flag.help("Fail with exit code 1 if a listed finding is as severe as this [default: never]")),
    long_about = "List the claims that are outdated as of a day, for whoever keeps texts that rely on them: superseded, \
                  ended, stale, coming up, unsourced, in contradiction. Each with when it held, what replaced it, on \
                  whose authority, and since how long; the longest overdue first.",
    after_help = "Exit codes: 0, because a report is no gate; 1 only if --fail-on is given and a listed finding reaches \
                  it; 2 if not everything could be read.

Examples:
  erstwhile report
  erstwhile report --as-of 2025-01-21 --known-by 2025-01-21
  erstwhile report --within 6m --output-format text --output-format markdown=outdated.md"
)]
pub struct ReportArgs {
    /// Folders or files; without any, the workspace that the current folder lies in
    paths: Vec<PathBuf>,

    /// How far to look ahead for what ends or has to be looked at again: days, weeks, months or years
    #[arg(long, value_name = "LENGTH", default_value = "90d", help_heading = "Time")]
    within: Length,

    #[command(flatten)]
    common: CommonArgs,

    /// A format, or a format and a file to write it to: text, markdown, json; may be repeated
    #[arg(
        long,
        value_name = "FORMAT[=PATH]",
        env = "ERSTWHILE_OUTPUT_FORMAT",
        value_delimiter = ',',
        default_value = "text",
        help_heading = "Output"
    )]
    output_format: Vec<String>,

    /// When to colour
    #[arg(long, value_enum, default_value_t = ColorChoice::Auto, value_name = "WHEN", help_heading = "Output")]
    color: ColorChoice,
}

/// Runs the command and gives its exit code.
pub fn run(args: &ReportArgs, surroundings: &Surroundings) -> Result<u8, CommandError> {
    let targets = args.output_format.iter().map(|written| target(written)).collect::<Result<Vec<_>, _>>()?;
    output::one_to_standard_output(targets.iter().map(|(_, path)| path.as_deref()))?;
    args.common.time.as_of(surroundings)?;
    let session = Session::open(&args.paths, &args.common.files, surroundings)?;
    let options = args.common.options("report", surroundings, &session.loaded)?;
    let report = session.report(&options);
    let wanted = &session.gathered.wanted;
    let asked = OutdatedOptions { within: args.within, wanted, selection: &options.selection };
    let files = &session.gathered.files;
    let outdated = engine::outdated(files, &session.loaded, &report, asked);
    for (format, path) in targets {
        output::write_to(path.as_deref(), output::style(args.color), |style, out| {
            render(format, &outdated, files, style, out)
        })?;
    }
    if outdated.incomplete {
        output::complain("not everything could be read; `erstwhile check` says what");
    }
    Ok(exit_code(&outdated, args.common.fail_on.and_then(FailOn::severity)))
}

/// A format and the file it goes to.
fn target(written: &str) -> Result<(OutdatedFormat, Option<PathBuf>), CommandError> {
    let (word, path) = output::parted(written);
    let known = OutdatedFormat::ALL.map(|(name, _)| name).join(", ");
    let format = OutdatedFormat::named(word)
        .ok_or_else(|| format!("`--output-format {word}`: the formats of this command are {known}"))?;
    Ok((format, path))
}

fn exit_code(outdated: &Outdated, fail_on: Option<Severity>) -> u8 {
    let severities =
        || outdated.entries.iter().filter_map(|entry| entry.finding.map(|(_, severity)| severity));
    match fail_on {
        _ if outdated.incomplete => 2,
        Some(least) if severities().any(|severity| severity >= least) => 1,
        _ => 0,
    }
}
