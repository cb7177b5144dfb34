//! The command line: arguments in, text out, one file a command. Knows no law and reads no clock.

pub mod apply;
mod check;
mod common;
mod compare;
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
mod reconcile;
mod replaced;
mod report;
mod rules;
mod session;
mod show;
mod statistics;
mod step_summary;
mod threads;
mod words;

use std::path::PathBuf;
use std::time::Duration;

use clap::{Parser, Subcommand};

use crate::time::Day;

pub use output::complain;

/// Finds outdated statements in your articles.
#[derive(Debug, Parser)]
#[command(
    name = "erstwhile",
    version,
    about,
    long_about = "Finds outdated statements in your articles.\n\n\
                  You record what you know as claims with dates and sources (folder `claims`) and laws for them (folder \
                  `rules`). erstwhile reports which claims contradict each other, which have been superseded, and which \
                  have no source. It checks drafts against the claims and reports sentences that are no longer true, not \
                  yet true, or were never true. It works offline, never changes your articles, and claims only if you ask it to (`reconcile --apply`).",
    max_term_width = 100,
    after_help = "Examples:
  erstwhile init                 create a small example in this folder
  erstwhile check                check the claims of this workspace
  erstwhile lint drafts/         check drafts against the claims
  erstwhile read draft.md        show how a draft was understood, and why
  erstwhile words drafts/        list words that relations lack, with the line to add
  erstwhile reconcile a.md b.md  compare two reports
  erstwhile show some-claim      show a claim, entity or source
  erstwhile report --within 6m   list what is outdated now or in half a year
  erstwhile explain stale        explain a code, with an example and its fix

Exit codes:
  0  no findings at or above --fail-on
  1  at least one such finding
  2  the result cannot be trusted: wrong usage, an unreadable file, nothing to check, claims or
     rules that cannot be used

Environment:
  ERSTWHILE_OUTPUT_FORMAT  output formats, as in --output-format
  NO_COLOR                 no colours, as with --color never"
)]
pub struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Check the claims: contradictions, superseded claims, claims without a source, and more
    Check(check::CheckArgs),
    /// Check drafts: sentences that are no longer, not yet, or never were true, and why
    Lint(lint::LintArgs),
    /// Show how drafts were understood, sentence by sentence, and why
    Read(read::ReadArgs),
    /// Compare reports: where they agree or differ, what is true of both, what to change
    Reconcile(reconcile::ReconcileArgs),
    /// List outdated claims, what replaced them, and which drafts still rely on them
    Report(report::ReportArgs),
    /// Show a claim, entity or source: its dates, its sources, what came before and after
    Show(show::ShowArgs),
    /// Explain a code, a kind of rule, or a rule; without a name, list them
    Explain(explain::ExplainArgs),
    /// List the codes, the kinds of rules, and the rules in force
    Rules(rules::RulesArgs),
    /// List words that your relations lack, with the line to add
    Words(words::WordsArgs),
    /// Show the settings in force, and where each comes from
    Config(config::ConfigArgs),
    /// Create a workspace with a small commented example and a sample draft
    Init(init::InitArgs),
    /// Print shell completions
    Completions(completions::CompletionsArgs),
    /// Print the manual page, or write the pages of all commands to a folder
    Man(man::ManArgs),
}

/// What a command knows of the outside world.
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
    threads::start();
    let result = match &arguments.command {
        Command::Check(args) => check::run(args, surroundings),
        Command::Lint(args) => lint::run(args, surroundings),
        Command::Read(args) => read::run(args, surroundings),
        Command::Reconcile(args) => reconcile::run(args, surroundings),
        Command::Report(args) => report::run(args, surroundings),
        Command::Show(args) => show::run(args, surroundings),
        Command::Explain(args) => explain::run(args, surroundings),
        Command::Rules(args) => rules::run(args, surroundings),
        Command::Words(args) => words::run(args, surroundings),
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
