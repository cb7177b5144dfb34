//! `erstwhile reconcile`: reports against each other; without reports, the claims against themselves.

mod base;
mod edits;
mod reports;

use super::{CommandError, Surroundings};

pub use reports::ReconcileArgs;

/// Runs the command and gives its exit code.
pub fn run(args: &ReconcileArgs, surroundings: &Surroundings) -> Result<u8, CommandError> {
    if args.reports.is_empty() {
        return base::run(args, surroundings);
    }
    if args.repair.is_used() {
        return Err("claims are repaired without reports: leave out either".into());
    }
    reports::run(args, surroundings)
}
