//! The command line: arguments in, text out, one file a command. Knows no law and reads no clock.

mod check;
mod common;
mod output;

use std::path::PathBuf;

use clap::{Parser, Subcommand};

use crate::time::Day;

pub use output::complain;

/// Checks whether what is written is still so.
#[derive(Debug, Parser)]
#[command(name = "erstwhile", version, about, long_about = None, max_term_width = 100)]
pub struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Check the claim base: contradictions, superseded claims, claims without a source, and more
    Check(check::CheckArgs),
}

/// What the outside world tells a command.
#[derive(Debug, Clone)]
pub struct Surroundings {
    /// Today, read once.
    pub today: Day,
    /// The folder the program was started in.
    pub current: PathBuf,
}

/// Runs a command and gives the exit code.
#[must_use]
pub fn run(arguments: &Arguments, surroundings: &Surroundings) -> u8 {
    let result = match &arguments.command {
        Command::Check(args) => check::run(args, surroundings),
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
