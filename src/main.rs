//! The program: reads the arguments and the clock, runs a command, and exits with its code.

use std::process::ExitCode;
use std::sync::OnceLock;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use clap::Parser;
use erstwhile::cli::{self, Arguments, Surroundings};
use erstwhile::time::Day;

/// When the program was started.
static START: OnceLock<Instant> = OnceLock::new();

fn main() -> ExitCode {
    START.get_or_init(Instant::now);
    let arguments = Arguments::parse();
    let current = match std::env::current_dir() {
        Ok(current) => current,
        Err(error) => {
            cli::complain(&format!("the current folder cannot be read: {error}"));
            return ExitCode::from(2);
        }
    };
    ExitCode::from(cli::run(&arguments, &Surroundings { today: today(), current, since_start }))
}

fn since_start() -> Duration {
    START.get().map_or(Duration::ZERO, Instant::elapsed)
}

/// Today in UTC: the same day for everyone who runs the same check at the same moment.
fn today() -> Day {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let days = i32::try_from(seconds / (24 * 60 * 60)).unwrap_or(i32::MAX);
    Day::from_number(days)
}
