//! `erstwhile words`: what stands by the ends of claims in sentences that were not read, with the line that would have them read.

use clap::{Args, ValueEnum};

use super::common::{ColorChoice, FileArgs, TimeArgs};
use super::drafts::{DraftArgs, present};
use super::{CommandError, Surroundings, output};
use crate::engine::{self, CheckOptions, DraftOptions, Selection};
use crate::model::Finding;
use crate::render::unread_words;
use crate::text::Files;

/// Arguments of `words`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  erstwhile words article.md
  erstwhile words drafts/ --output-format json

Exit codes:
  0  all drafts were read, whether there are such words or not
  2  a draft cannot be read, claims or rules cannot be used, or the usage is wrong")]
pub struct WordsArgs {
    #[command(flatten)]
    drafts: DraftArgs,

    #[command(flatten)]
    time: TimeArgs,

    #[command(flatten)]
    files: FileArgs,

    /// Output format
    #[arg(long, value_enum, default_value_t = WordsFormat::Text, value_name = "FORMAT", help_heading = "Output")]
    output_format: WordsFormat,

    /// When to use colour
    #[arg(long, value_enum, default_value_t = ColorChoice::Auto, value_name = "WHEN", help_heading = "Output")]
    color: ColorChoice,
}

/// A format of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum WordsFormat {
    /// For people
    Text,
    /// One JSON object, after a published schema
    Json,
}

/// Runs the command and gives its exit code: 2 if something could not be read or used, else 0.
pub fn run(args: &WordsArgs, surroundings: &Surroundings) -> Result<u8, CommandError> {
    let (mut session, mut drafts) = args.drafts.open(&args.files, surroundings)?;
    let (as_of, present) = present(&args.time, &session.loaded.base.config, surroundings)?;
    let check = CheckOptions { command: "words", as_of, selection: Selection::default() };
    let options = DraftOptions { check, present };
    let files = &mut session.gathered.files;
    let next = |files: &mut Files, findings: &mut Vec<Finding>| drafts.queue.next(files, findings);
    let (found, unread) = engine::unread_words_in_turn(files, &session.loaded, &options, next);
    let mut missing = engine::missing(files, &session.loaded, &options.check);
    missing.extend(unread);
    let unseen = drafts.queue.unseen(&session);
    let text = match args.output_format {
        WordsFormat::Text => unread_words::text(&found, session.words(), output::style(args.color)),
        WordsFormat::Json => {
            let json = unread_words::json(&found, &session.loaded.base, !missing.is_empty(), &unseen);
            format!("{}\n", serde_json::to_string(&json)?)
        }
    };
    output::write_text(&text)?;
    drafts.queue.empty_drafts().iter().for_each(|hint| output::hint(hint));
    output::hint_unseen(&unseen);
    session.complain_of(&missing);
    Ok(if missing.is_empty() { 0 } else { super::INCOMPLETE })
}
