//! The command line: arguments in, text out, one file a command. Knows no law and reads no clock.

mod check;
mod common;
mod completions;
mod config;
mod drafts;
mod explain;
mod init;
mod lint;
mod man;
mod old;
mod output;
mod progress;
mod read;
mod report;
mod rules;
mod session;
mod show;
mod statistics;
mod step_summary;

use std::path::PathBuf;
use std::time::Duration;

use clap::{Parser, Subcommand};

use crate::time::Day;

pub use output::complain;

/// Checks whether what is written is still so.
#[derive(Debug, Parser)]
#[command(
    name = "erstwhile",
    version,
    about,
    long_about = "Checks whether what is written is still so.\n\n\
                  It reads claims with their dates and sources from the folder `claims`, and rules from `rules`, and says \
                  which claims contradict each other, which have been superseded, and which stand on no source. It reads \
                  drafts and says which of their sentences are no longer, not yet, or never were so. It works offline and \
                  changes no file.",
    max_term_width = 100,
    after_help = "Examples:
  erstwhile init                 begin with a small example in this folder
  erstwhile check                check the claims around this folder
  erstwhile lint drafts/         check the sentences of drafts against the claims
  erstwhile read draft.md        how a draft was understood, and why
  erstwhile show some-claim      a claim, entity or source: when, says who, what came after
  erstwhile report --within 6m   what is outdated today, or will be in half a year
  erstwhile explain stale        what a code means, with an example and what to do

Exit codes:
  0  nothing at or above --fail-on was found
  1  something was
  2  the result cannot be trusted: wrong usage, a file that cannot be read, nothing to check

Environment:
  ERSTWHILE_OUTPUT_FORMAT  formats of output, as --output-format takes them
  NO_COLOR                 no colours, as --color never"
)]
pub struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Check the claim base: contradictions, superseded claims, claims without a source, and more
    Check(check::CheckArgs),
    /// Lint drafts: sentences that are no longer, not yet, or never were so, and why
    Lint(lint::LintArgs),
    /// Show how drafts were understood, sentence by sentence
    Read(read::ReadArgs),
    /// List the claims that are outdated as of a day, and what replaced them
    Report(report::ReportArgs),
    /// Show a claim, entity or source: when it holds, on whose authority, what came before and after
    Show(show::ShowArgs),
    /// Explain a code, a kind of rule, or a rule; without a name, list them
    Explain(explain::ExplainArgs),
    /// List the codes, the kinds of rules, and the rules in force
    Rules(rules::RulesArgs),
    /// Show the settings in force, and where each comes from
    Config(config::ConfigArgs),
    /// Begin a workspace with a small commented example
    Init(init::InitArgs),
    /// Print the completions of commands and flags for a shell
    Completions(completions::CompletionsArgs),
    /// Print the manual page, or write the pages of all commands
    Man(man::ManArgs),
}

/// What the outside world tells a command.
#[derive(Debug, Clone)]
pub struct Surroundings {
    /// Today, read once.
    pub today: Day,
    /// The folder the program was started in.
    pub current: PathBuf,
    /// How long ago it was started.
    pub since_start: fn() -> Duration,
}

/// Runs a command and gives the exit code.
#[must_use]
pub fn run(arguments: &Arguments, surroundings: &Surroundings) -> u8 {
    let result = match &arguments.command {
        Command::Check(args) => check::run(args, surroundings),
        Command::Lint(args) => lint::run(args, surroundings),
        Command::Read(args) => read::run(args, surroundings),
        Command::Report(args) => report::run(args, surroundings),
        Command::Show(args) => show::run(args, surroundings),
        Command::Explain(args) => explain::run(args, surroundings),
        Command::Rules(args) => rules::run(args, surroundings),
        Command::Config(args) => config::run(args, surroundings),
        Command::Init(args) => init::run(args, surroundings),
        Command::Completions(args) => completions::run(args),
        Command::Man(args) => man::run(args, surroundings),
    };
    result.unwrap_or_else(|error| {
        output::complain(&error.to_string());
        INCOMPLETE
    })
}

/// The exit code of a run whose result cannot be trusted.
const INCOMPLETE: u8 = 2;

/// What stops a command: a problem of the run, never of the data.
type CommandError = Box<dyn std::error::Error>;
