//! `erstwhile read`: how drafts were understood, sentence by sentence.

use std::path::PathBuf;

use clap::Args;

use super::common::{ColorChoice, FileArgs, TimeArgs};
use super::drafts::{DraftArgs, present};
use super::{CommandError, Surroundings, output};
use crate::engine::{self, CheckOptions, DraftOptions, Selection};
use crate::model::{Reading, Severity};
use crate::render::reading::{self, Days, Format};

/// Arguments of `read`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  erstwhile read article.md
  erstwhile read article.md --output-format json=reading.json

Exit codes:
  0  all drafts were read; nothing is judged here
  2  a draft cannot be read, or the usage is wrong")]
pub struct ReadArgs {
    #[command(flatten)]
    drafts: DraftArgs,

    #[command(flatten)]
    time: TimeArgs,

    #[command(flatten)]
    files: FileArgs,

    /// A format, or a format and a file to write it to: text, json; may be repeated
    #[arg(
        long,
        value_name = "FORMAT[=PATH]",
        value_delimiter = ',',
        default_value = "text",
        help_heading = "Output"
    )]
    output_format: Vec<String>,

    /// When to colour
    #[arg(long, value_enum, default_value_t = ColorChoice::Auto, value_name = "WHEN", help_heading = "Output")]
    color: ColorChoice,
}

/// Runs the command and gives its exit code: 2 if a draft could not be read, else 0, because nothing is judged here.
pub fn run(args: &ReadArgs, surroundings: &Surroundings) -> Result<u8, CommandError> {
    let targets: Vec<(Format, Option<PathBuf>)> =
        args.output_format.iter().map(|written| target(written)).collect::<Result<_, _>>()?;
    output::one_to_standard_output(targets.iter().map(|(_, path)| path.as_deref()))?;
    let (as_of, present) = present(&args.time, surroundings)?;
    let (session, drafts) = args.drafts.open(&args.files, surroundings)?;
    let check = CheckOptions { command: "read", as_of, selection: Selection::default() };
    let files = &session.gathered.files;
    let options = DraftOptions { check, present };
    let readings = engine::read_drafts(files, &session.loaded, &drafts, &options);
    let of = |read: &Reading| options.as_of(read).day;
    let days = Days { as_of: as_of.day, known_by: as_of.known_by, of: &of };
    for (format, path) in &targets {
        output::write_to(path.as_deref(), output::style(args.color), |style, out| {
            reading::render(*format, &readings, days, &session.loaded.base, files, style, out)
        })?;
    }
    let unread = session.loaded.findings.iter().filter(|finding| finding.code.spoils_run());
    let mut incomplete = false;
    for finding in unread.filter(|finding| finding.severity == Severity::Error) {
        output::complain(&format!("{}: {}", files.get(finding.site.place.file).path(), finding.message));
        incomplete = true;
    }
    Ok(if incomplete { super::INCOMPLETE } else { 0 })
}

fn target(written: &str) -> Result<(Format, Option<PathBuf>), String> {
    let (word, path) = output::parted(written);
    let names: Vec<&str> = Format::ALL.iter().map(|(name, _)| *name).collect();
    let format = Format::named(word)
        .ok_or_else(|| format!("`--output-format {word}`: the formats are {}", names.join(", ")))?;
    Ok((format, path))
}
