//! The program: reads the arguments and the clock, runs a command, and exits with its code.

use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use clap::Parser;
use erstwhile::cli::{self, Arguments, Surroundings};
use erstwhile::time::Day;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let current = match std::env::current_dir() {
        Ok(current) => current,
        Err(error) => {
            cli::complain(&format!("the current folder cannot be read: {error}"));
            return ExitCode::from(2);
        }
    };
    ExitCode::from(cli::run(&arguments, &Surroundings { today: today(), current }))
}

/// Today in UTC: the same day for everyone who runs the same check at the same moment.
fn today() -> Day {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let days = i32::try_from(seconds / (24 * 60 * 60)).unwrap_or(i32::MAX);
    Day::from_number(days)
}
