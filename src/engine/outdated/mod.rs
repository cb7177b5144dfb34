//! What is outdated as of a day: what `check` found of it, and what no finding is needed for: claims whose stated end
//! has passed, and claims that come up.
//!
//! Decides which claims are listed, why, what replaced them, and in which order. Layout is `render`'s.

mod dated;
mod found;
mod said;
mod timelines;
mod trend;
mod versions;

use std::collections::BTreeMap;

use super::mention::mention;
use super::options::Selection;
use crate::graph::{AsOf, Graph, Timelines, View};
use crate::load::{Loaded, locate::locate};
use crate::model::{ClaimId, Mention, Outdated, OutdatedClaim, Report, Section, Site};
use crate::text::{FileId, Files};
use crate::time::{Day, Length};

pub use said::add_drafts;
pub use trend::add_trend;

/// What is asked besides the day.
#[derive(Debug, Clone, Copy)]
pub struct OutdatedOptions<'a> {
    /// How far to look ahead.
    pub within: Length,
    /// Only claims in these files; empty: all.
    pub wanted: &'a [FileId],
    /// Sections are selected and ignored by the codes of their findings.
    pub selection: &'a Selection,
    /// Whether timelines are wanted too.
    pub timelines: bool,
}

/// Lists what is outdated. `report` is that of a check of the same files as of the same day.
#[must_use]
pub fn outdated(files: &Files, loaded: &Loaded, report: &Report, options: OutdatedOptions<'_>) -> Outdated {
    let graph = Graph::new(&loaded.base, &loaded.index);
    let as_of = AsOf { day: report.as_of, known_by: report.known_by };
    let view = View::new(&graph, as_of);
    let timelines = Timelines::new(&view);
    let until = as_of.day.plus(options.within);
    let reviews = dated::reviews(&view);
    let list = List { files, view: &view, timelines: &timelines, reviews: &reviews, options, until };
    let mut entries: Vec<OutdatedClaim> =
        report.findings.iter().filter_map(|finding| list.found(finding)).collect();
    entries.extend(list.ended(report));
    entries.extend(list.expiring(report));
    let mut entries = versions::together(&view, entries);
    entries.sort_by(|one, two| order(one).cmp(&order(two)));
    let timelines = if options.timelines { list.timelines(&entries) } else { Vec::new() };
    Outdated {
        as_of: as_of.day,
        known_by: as_of.known_by,
        within: options.within,
        until: list.until,
        claims: list.in_scope().count(),
        entries,
        to_change: Vec::new(),
        drafts: None,
        trend: None,
        timelines,
        incomplete: report.incomplete,
    }
}

/// By section, the longest overdue first; what has no date comes last.
fn order(entry: &OutdatedClaim) -> (Section, Day, &str, &str) {
    let since = entry.since.map_or(Day::MAX, |since| since.latest);
    let against = entry.against.first().map_or("", |other| other.claim.as_str());
    (entry.section, since, &entry.mention.claim, against)
}

/// What the entries are made from.
struct List<'a> {
    files: &'a Files,
    view: &'a View<'a>,
    timelines: &'a Timelines<'a>,
    /// The days by which claims are due for a recheck, each with how often that is.
    reviews: &'a BTreeMap<ClaimId, (Day, Length)>,
    options: OutdatedOptions<'a>,
    until: Day,
}

impl List<'_> {
    fn in_scope(&self) -> impl Iterator<Item = ClaimId> {
        let claims = self.view.claims();
        let wanted = self.options.wanted;
        claims.iter().filter(move |claim| wanted.is_empty() || wanted.contains(&claims.place(*claim).file))
    }

    fn wants(&self, section: Section) -> bool {
        let named = |names: &[String]| {
            section.codes().iter().any(|code| names.iter().any(|name| name == code.as_str()))
        };
        let Selection { select, ignore, .. } = self.options.selection;
        (select.is_empty() || named(select)) && !named(ignore)
    }

    fn find(&self, id: &str) -> Option<ClaimId> {
        self.view.graph.index.find(self.view.claims(), id)
    }

    /// A claim as it is listed, at the field that dates it.
    fn mention(&self, claim: ClaimId) -> Mention {
        let mut mention = mention(self.view, claim);
        mention.place = locate(self.files, Site::field(mention.place, "valid"));
        mention
    }
}
