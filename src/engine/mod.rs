//! Files and options in, a report out: the one entry for the command line, an editor and tests.
//!
//! Reads no disk and no clock, and prints nothing.

mod accept;
mod annotated;
mod baseline;
mod compare;
mod draft_findings;
mod drafts;
mod examples;
mod fingerprint;
mod mention;
mod old;
mod options;
mod outdated;
mod policy;
mod repair;
mod reconcile;
mod settle;
mod trail;
mod trial;
mod unread_words;

use crate::check;
use crate::graph::{AsOf, Graph, View};
use crate::load::{self, Loaded};
use crate::model::{Finding, Report};
use crate::text::Files;

pub use annotated::{JudgedDraft, annotated};
pub use baseline::{Baseline, BaselineError, Entry, report_unused};
pub use compare::{ComparedFinding, Differences, compare, compared};
pub use drafts::{
    DraftPipeline, lint, lint_in_turn, lint_in_turn_for_page, lint_in_turn_seeing, read_drafts, read_in_turn,
};
pub use mention::{mention, stated_period};
pub use old::{OldFinding, leave_out, old_findings, without};
pub use options::{CheckOptions, DraftOptions, Present, Selection};
pub use outdated::{DraftsToRead, OutdatedOptions, outdated};
pub use policy::{Policy, is_always_told, spoils_run};
pub use reconcile::{choose_words, name_entities, named_entities, proposed, reconcile};
pub use repair::{RECONCILE_PAGE, RepairOptions, repairs};
pub use settle::missing;
pub use trail::add_trails;
pub use trial::of_words;
pub use unread_words::unread_words_in_turn;

/// Checks the claim base in `files` and settles what was found.
#[must_use]
pub fn check(files: &Files, options: &CheckOptions) -> Report {
    let loaded = load::load(files);
    check_loaded(files, &loaded, options)
}

/// The same for files that were loaded already.
#[must_use]
pub fn check_loaded(files: &Files, loaded: &Loaded, options: &CheckOptions) -> Report {
    // The view is given back before findings are settled: of a large base it takes as much memory as the claims.
    let mut found = with_view(loaded, options.as_of, check::check);
    found.extend(examples::misread(loaded, options));
    found.extend(trial::of_own_words(files, loaded, options));
    settle_findings(files, loaded, options, found)
}

/// Adds what was found while loading, and settles severities, accepted findings, places and order.
#[must_use]
pub fn settle_findings(
    files: &Files,
    loaded: &Loaded,
    options: &CheckOptions,
    mut found: Vec<Finding>,
) -> Report {
    found.extend(loaded.findings.iter().cloned());
    settle::settle(files, loaded, options, found)
}

/// A view of what was loaded, for commands that show it.
pub fn with_view<T>(loaded: &Loaded, as_of: AsOf, look: impl FnOnce(&View<'_>) -> T) -> T {
    let graph = Graph::new(&loaded.base, &loaded.index);
    let view = View::new(&graph, as_of);
    let seen = look(&view);
    view.give_back();
    seen
}
