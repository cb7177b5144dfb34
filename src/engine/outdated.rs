//! What is outdated as of a day: what `check` found of it, and what no finding is needed for: claims whose stated end
//! has passed, and claims that come up.
//!
//! Decides which claims are listed, why, what replaced them, and in which order. Layout is `render`'s.

use std::collections::BTreeMap;

use super::follow::Timelines;
use super::mention::mention;
use super::options::Selection;
use crate::check::{authority, review_due, say, scope};
use crate::graph::{Graph, View};
use crate::load::{Loaded, locate::locate};
use crate::model::{
    ClaimId, Code, Finding, Kind, Mention, Outdated, OutdatedClaim, Replacement, Report, Section, Site, Takeover,
};
use crate::text::{FileId, Files};
use crate::time::{Bound, Day, Edge, Length, bound_words, known_shared_days, shared_days, when_words};

/// What is asked besides the day.
#[derive(Debug, Clone, Copy)]
pub struct OutdatedOptions<'a> {
    /// How far to look ahead.
    pub within: Length,
    /// Only claims in these files; empty: all.
    pub wanted: &'a [FileId],
    /// Sections are selected and ignored by the codes of their findings.
    pub selection: &'a Selection,
}

/// Lists what is outdated. `report` is that of a check of the same files as of the same day.
#[must_use]
pub fn outdated(files: &Files, loaded: &Loaded, report: &Report, options: OutdatedOptions<'_>) -> Outdated {
    let graph = Graph::new(&loaded.base, &loaded.index);
    let as_of = crate::graph::AsOf { day: report.as_of, known_by: report.known_by };
    let view = View::new(&graph, as_of);
    let timelines = Timelines::new(&view);
    let list = List { files, view: &view, timelines: &timelines, options, until: as_of.day.plus(options.within) };
    let mut entries: Vec<OutdatedClaim> = report.findings.iter().filter_map(|finding| list.found(finding)).collect();
    entries.extend(list.ended(report));
    entries.extend(list.expiring(report));
    entries.sort_by(|one, two| order(one).cmp(&order(two)));
    Outdated {
        as_of: as_of.day,
        known_by: as_of.known_by,
        within: options.within,
        until: list.until,
        claims: list.in_scope().count(),
        entries,
        incomplete: report.incomplete,
    }
}

/// By section, the longest overdue first; what has no date comes last.
fn order(entry: &OutdatedClaim) -> (Section, Day, &str, &str) {
    let since = entry.since.map_or(Day::MAX, |since| since.latest);
    let against = entry.against.first().map_or("", |other| other.claim.as_str());
    (entry.section, since, &entry.mention.claim, against)
}

struct List<'a> {
    files: &'a Files,
    view: &'a View<'a>,
    timelines: &'a Timelines<'a>,
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
        let named = |names: &[String]| section.codes().iter().any(|code| names.iter().any(|name| name == code.as_str()));
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

    fn entry(&self, section: Section, claim: ClaimId, why: String) -> OutdatedClaim {
        OutdatedClaim {
            section,
            mention: self.mention(claim),
            finding: None,
            since: None,
            why,
            help: None,
            replaced_by: Vec::new(),
            now: Vec::new(),
            against: Vec::new(),
        }
    }

    /// The entry for a finding of the check, if it belongs in the list by itself.
    fn found(&self, finding: &Finding) -> Option<OutdatedClaim> {
        let claim = self.find(finding.claims.first()?)?;
        let entry = match finding.code {
            Code::Superseded => self.superseded(claim, finding)?,
            Code::Stale => self.stale(claim)?,
            Code::Unsourced => {
                let period = self.view.period(claim);
                let since = (period.start_edge() == Edge::Stated).then(|| period.start());
                let why = said_of(&finding.message, &say(self.view.graph.base, claim));
                OutdatedClaim { since, ..self.entry(Section::Unsourced, claim, why) }
            }
            Code::Contradiction | Code::PossibleContradiction => self.contradiction(claim, finding),
            _ => return None,
        };
        let mut mention = entry.mention;
        mention.place = finding.site.place;
        Some(OutdatedClaim {
            mention,
            finding: Some((finding.code, finding.severity)),
            help: finding.help.clone(),
            ..entry
        })
    }

    fn superseded(&self, claim: ClaimId, finding: &Finding) -> Option<OutdatedClaim> {
        let newer = self.find(finding.claims.get(1)?)?;
        let (older, start) = (self.view.period(claim), self.view.claims().period(newer).start());
        let declared = self.view.graph.supersession.successors(claim).any(|other| other == newer);
        if !declared && self.view.period(newer).fe() <= older.fl() {
            let why = "Both are still open, and their dates do not say which of them took over.".to_owned();
            let since = later(older.start(), start);
            let against = vec![self.mention(newer)];
            return Some(OutdatedClaim { since: Some(since), against, ..self.entry(Section::Superseded, claim, why) });
        }
        let why = format!("Another claim took over {}, says {}.", when_words(start), authority(self.view, newer));
        let how = if declared { Takeover::Declared } else { Takeover::Follows };
        let replaced_by = vec![Replacement { by: self.mention(newer), how }];
        let entry = self.entry(Section::Superseded, claim, why);
        Some(OutdatedClaim { since: Some(start), replaced_by, now: self.now(newer), ..entry })
    }

    fn stale(&self, claim: ClaimId) -> Option<OutdatedClaim> {
        let due = self.reviews().get(&claim).copied();
        let attested = self.view.last_attestation(claim)?;
        let by = authority(self.view, claim);
        let good = due.map_or(String::new(), |due| format!(" That was good until {}.", bound_words(due.into())));
        let why = format!("Last vouched for {}, by {by}.{good}", when_words(attested));
        Some(OutdatedClaim { since: due.map(Bound::day), ..self.entry(Section::Stale, claim, why) })
    }
}
