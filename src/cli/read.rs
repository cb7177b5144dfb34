//! `erstwhile read`: how drafts were understood, sentence by sentence.

use std::path::PathBuf;

use clap::Args;

use super::common::{ColorChoice, FileArgs, TimeArgs};
use super::drafts::{DraftArgs, present};
use super::output::{self, Sink};
use super::{CommandError, Surroundings};
use crate::engine::{self, CheckOptions, DraftOptions, Selection};
use crate::model::{Config, Finding, Reading};
use crate::render::reading::{ReadingDays, ReadingFormat, Writer};
use crate::text::Files;
use crate::words::Words;

/// Arguments of `read`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  erstwhile read article.md
  erstwhile read article.md --output-format json=reading.json

Exit codes:
  0  all drafts were read; verdicts do not change the exit code
  2  a draft cannot be read, claims or rules cannot be used, or the usage is wrong")]
pub struct ReadArgs {
    #[command(flatten)]
    drafts: DraftArgs,

    #[command(flatten)]
    time: TimeArgs,

    #[command(flatten)]
    files: FileArgs,

    /// Output format, optionally with a file to write to: text, json; may be repeated
    #[arg(
        long,
        value_name = "FORMAT[=PATH]",
        value_delimiter = ',',
        default_value = "text",
        help_heading = "Output"
    )]
    output_format: Vec<String>,

    /// When to use colour
    #[arg(long, value_enum, default_value_t = ColorChoice::Auto, value_name = "WHEN", help_heading = "Output")]
    color: ColorChoice,
}

/// Runs the command and gives its exit code: 2 if something could not be read or used, else 0, because nothing is judged here.
pub fn run(args: &ReadArgs, surroundings: &Surroundings) -> Result<u8, CommandError> {
    let targets: Vec<(ReadingFormat, Option<PathBuf>)> =
        args.output_format.iter().map(|written| target(written)).collect::<Result<_, _>>()?;
    output::one_to_standard_output(targets.iter().map(|(_, path)| path.as_deref()))?;
    present(&args.time, &Config::default(), surroundings)?;
    let (mut session, mut drafts) = args.drafts.open(&args.files, surroundings)?;
    let (as_of, present) = present(&args.time, &session.loaded.base.config, surroundings)?;
    let check = CheckOptions { command: "read", as_of, selection: Selection::default() };
    let options = DraftOptions { check, present };
    let days = ReadingDays { as_of: as_of.day, known_by: as_of.known_by };
    // What is written is begun before all is read.
    let paths = targets.iter().filter_map(|(_, path)| path.as_deref());
    output::keep_inputs(paths, &session.gathered.files, &drafts.queue.waiting())?;
    let words = Words::new(&session.loaded.base, session.choice);
    let mut writers: Vec<(Writer<'_>, Sink)> = Vec::new();
    for (format, path) in &targets {
        let mut sink = Sink::open(path.as_deref(), output::style(args.color))?;
        let writer = Writer::new(*format, days, words, sink.style);
        sink.write(|out| writer.begin(out))?;
        writers.push((writer, sink));
    }
    let files = &mut session.gathered.files;
    let next = |files: &mut Files, findings: &mut Vec<Finding>| drafts.queue.next(files, findings);
    let mut lacks_words = false;
    let unread = engine::read_in_turn(files, &session.loaded, &options, next, |files, readings| {
        lacks_words |= readings.iter().any(Reading::lacks_words);
        writers.iter_mut().try_for_each(|(writer, sink)| sink.write(|out| writer.add(readings, files, out)))
    })?;
    let mut missing = engine::missing(files, &session.loaded, &options.check);
    missing.extend(unread);
    let unseen = drafts.queue.unseen(&session);
    for (writer, mut sink) in writers {
        sink.write(|out| writer.finish(!missing.is_empty(), &unseen, out))?;
        sink.finish()?;
    }
    drafts.queue.empty_drafts().iter().for_each(|hint| output::hint(hint));
    output::hint_unseen(&unseen);
    if lacks_words {
        output::hint("`erstwhile words` lists the words that relations lack, with the line to add");
    }
    session.complain_of(&missing);
    Ok(if missing.is_empty() { 0 } else { super::INCOMPLETE })
}

fn target(written: &str) -> Result<(ReadingFormat, Option<PathBuf>), String> {
    let (word, path) = output::parted(written);
    let names: Vec<&str> = ReadingFormat::ALL.iter().map(|(name, _)| *name).collect();
    let format = ReadingFormat::named(word)
        .ok_or_else(|| format!("`--output-format {word}`: the formats are {}", names.join(", ")))?;
    Ok((format, path))
}
