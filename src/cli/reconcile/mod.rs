//! `erstwhile reconcile`: reports against each other.

mod reports;

pub use reports::{ReconcileArgs, run};
