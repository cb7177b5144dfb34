//! `erstwhile reconcile`: what must change so that the claims agree with themselves.

mod base;
mod edits;

use super::{CommandError, Surroundings};

pub use base::BaseArgs as ReconcileArgs;

/// Runs the command and gives its exit code.
pub fn run(args: &ReconcileArgs, surroundings: &Surroundings) -> Result<u8, CommandError> {
    base::run(args, surroundings)
}
