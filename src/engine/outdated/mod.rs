//! What is outdated as of a day: what `check` found of it, and what no finding is needed for: claims whose stated end
//! has passed, and claims that come up.
//!
//! Decides which claims are listed, why, what replaced them, and in which order. Layout is `render`'s.

mod candidate;
mod dated;
mod found;
mod limit;
mod said;
mod timelines;
mod trend;
mod versions;

use std::collections::{BTreeMap, BTreeSet};

use super::mention::mention;
use super::options::Selection;
use crate::graph::{AsOf, Graph, Timelines, View};
use crate::load::{Loaded, locate::Locator};
use crate::model::{ClaimId, Finding, Mention, Outdated, OutdatedClaim, Report, Section, Site};
use crate::text::{FileId, Files};
use crate::time::{Day, Length};

use candidate::{Candidate, CandidateOrigin, VersionedCandidate};
pub use said::DraftsToRead;
use said::SaidInDrafts;

/// What is asked besides the day.
#[derive(Debug, Clone, Copy)]
pub struct OutdatedOptions<'a> {
    /// How far to look ahead.
    pub within: Length,
    /// Only claims in these files; empty: all.
    pub wanted: &'a BTreeSet<FileId>,
    /// Sections are selected and ignored by the codes of their findings.
    pub selection: &'a Selection,
    /// Whether timelines are wanted too.
    pub timelines: bool,
    /// The most entries that are told, and of those that have gone; none: all.
    pub limit: Option<usize>,
}

/// Lists what is outdated, and where drafts say so. `report` is that of a check of the same files as of the same day, `earlier`
/// one of them as of an earlier day. Gives also what could not be read of the drafts.
#[must_use]
pub fn outdated(
    files: &mut Files,
    loaded: &Loaded,
    (report, earlier): (&Report, Option<&Report>),
    options: OutdatedOptions<'_>,
    drafts: Option<DraftsToRead<'_>>,
) -> (Outdated, Vec<Finding>) {
    let graph = Graph::new(&loaded.base, &loaded.index);
    let view = View::new(&graph, day_of(report));
    let timelines = Timelines::new(&view);
    let reviews = dated::reviews(&view);
    let list = List { view: &view, timelines: &timelines, report, reviews: &reviews, options };
    let heads = list.heads();
    let said = drafts.map(|drafts| SaidInDrafts::read(&heads, files, loaded, drafts));
    let locator = Locator::new(files);
    let mut compared = earlier.map(|earlier| {
        let then_view = View::new(&graph, day_of(earlier));
        let (timelines, reviews) = (Timelines::new(&then_view), dated::reviews(&then_view));
        let then =
            List { view: &then_view, timelines: &timelines, report: earlier, reviews: &reviews, options };
        trend::compared(&heads, &then, &locator)
    });
    let is_said = |head: &VersionedCandidate| said.as_ref().is_some_and(|said| said.says(head));
    let (told, left_out) = limit::told(&heads, &report.findings, options.limit, &is_said);
    let mut entries = Vec::new();
    for (at, head) in heads.iter().enumerate().filter(|(at, _)| told[*at]) {
        let Some(mut entry) = list.told(head) else { continue };
        place(&mut entry, &locator);
        entry.was_in = compared.as_mut().and_then(|(_, were)| were.get_mut(at)).map(std::mem::take);
        entries.push(entry);
    }
    let mut outdated = Outdated {
        as_of: view.as_of.day,
        known_by: view.as_of.known_by,
        within: options.within,
        until: list.until(),
        claims: list.in_scope().count(),
        worst: heads.iter().filter_map(|head| head.severity(&report.findings)).max(),
        timelines: if options.timelines { list.timelines(&entries) } else { Vec::new() },
        entries,
        left_out,
        to_change: Vec::new(),
        to_check: Vec::new(),
        drafts: None,
        trend: compared.map(|(trend, _)| trend),
        unseen: Vec::new(),
        incomplete: report.incomplete || earlier.is_some_and(|earlier| earlier.incomplete),
    };
    let unread = said.map(|said| said.tell(&mut outdated, loaded)).unwrap_or_default();
    (outdated, unread)
}

/// The day that a report is about.
fn day_of(report: &Report) -> AsOf {
    AsOf { day: report.as_of, known_by: report.known_by }
}

/// Looks up where the claims of an entry are dated. Its own is where its finding says, if it has one.
fn place(entry: &mut OutdatedClaim, locator: &Locator<'_>) {
    let has_place = entry.finding.is_some() && entry.section != Section::Ended;
    let own = Some(&mut entry.mention).filter(|_| !has_place);
    let newer = entry.replaced_by.iter_mut().map(|newer| &mut newer.by);
    for mention in own.into_iter().chain(newer).chain(&mut entry.now).chain(&mut entry.against) {
        mention.place = locator.locate(Site::field(mention.place, "valid"));
    }
    entry.earlier.iter_mut().for_each(|earlier| place(earlier, locator));
}

/// What the entries are made from.
struct List<'a> {
    view: &'a View<'a>,
    timelines: &'a Timelines<'a>,
    report: &'a Report,
    /// The days by which claims are due for a recheck, each with how often that is.
    reviews: &'a BTreeMap<ClaimId, (Day, Length)>,
    options: OutdatedOptions<'a>,
}

impl List<'_> {
    /// The day up to which is looked ahead.
    fn until(&self) -> Day {
        self.view.as_of.day.plus(self.options.within)
    }

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

    /// The entry of a head, with its earlier versions.
    fn told(&self, head: &VersionedCandidate) -> Option<OutdatedClaim> {
        let mut entry = self.told_alone(&head.own)?;
        entry.earlier = head.earlier.iter().filter_map(|earlier| self.told_alone(earlier)).collect();
        Some(entry)
    }

    fn told_alone(&self, candidate: &Candidate) -> Option<OutdatedClaim> {
        match candidate.origin {
            CandidateOrigin::Found(at) => self.found(candidate, self.report.findings.get(at)?),
            CandidateOrigin::Ended(_) => Some(self.ended_entry(candidate)),
            CandidateOrigin::Ends | CandidateOrigin::MayBegin | CandidateOrigin::Due => {
                self.expiring_entry(candidate)
            }
        }
    }

    fn mention(&self, claim: ClaimId) -> Mention {
        mention(self.view, claim)
    }
}
