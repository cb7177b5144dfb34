//! The list of today beside that of an earlier day: what has come, what has gone, how many there were.

use std::collections::{HashMap, HashSet};

use rustc_hash::FxBuildHasher;

use super::List;
use super::candidate::{Identity, VersionedCandidate};
use crate::load::locate::Locator;
use crate::model::{ClaimId, Gone, Section, Site, Trend};

/// Where each claim is listed, one bit a section.
type Sections = HashMap<ClaimId, u8, FxBuildHasher>;

/// What the list was on the earlier day of `then` beside what it is now, and for each head of now where its claim was listed.
pub(super) fn compared(
    now: &[VersionedCandidate],
    list: &List<'_>,
    locator: &Locator<'_>,
) -> (Trend, Vec<Vec<Section>>) {
    let then = list.heads();
    let mut trend = Trend {
        since: list.view.as_of.day,
        known_by: list.view.as_of.known_by.unwrap_or(list.view.as_of.day),
        counts: Section::ALL.map(|section| then.iter().filter(|head| head.own.section == section).count()),
        new_counts: [0; Section::ALL.len()],
        gone_counts: [0; Section::ALL.len()],
        gone: Vec::new(),
    };
    let before: HashSet<Identity, FxBuildHasher> = then.iter().map(|head| head.own.identity()).collect();
    let were = sections(&then);
    let were = now.iter().map(|head| {
        let mut were = were.get(&head.own.claim).copied().unwrap_or(0);
        if !before.contains(&head.own.identity()) {
            // The same claim in the same section against another one is still news.
            were &= !bit(head.own.section);
        }
        if were & bit(head.own.section) == 0 {
            trend.new_counts[place(head.own.section)] += 1;
        }
        named(were)
    });
    let were = were.collect();
    let still: HashSet<Identity, FxBuildHasher> = now.iter().map(|head| head.own.identity()).collect();
    let are = sections(now);
    for head in then.iter().filter(|head| !still.contains(&head.own.identity())) {
        trend.gone_counts[place(head.own.section)] += 1;
        if list.options.limit.is_none_or(|limit| trend.gone.len() < limit) {
            trend.gone.push(gone(head, list, &are, locator));
        }
    }
    (trend, were)
}

fn gone(head: &VersionedCandidate, list: &List<'_>, are: &Sections, locator: &Locator<'_>) -> Gone {
    let mut mention = list.mention(head.own.claim);
    mention.place = match head.own.finding(&list.report.findings) {
        Some(finding) if head.own.section != Section::Ended => finding.site.place,
        _ => locator.locate(Site::field(mention.place, "valid")),
    };
    let now_in = named(are.get(&head.own.claim).copied().unwrap_or(0));
    Gone { section: head.own.section, mention, since: head.own.since, now_in }
}

/// The sections that each claim is listed in. An earlier version is listed where the latest is.
fn sections(heads: &[VersionedCandidate]) -> Sections {
    let mut sections = Sections::default();
    for head in heads {
        for one in head.all() {
            *sections.entry(one.claim).or_default() |= bit(head.own.section);
        }
    }
    sections
}

fn place(section: Section) -> usize {
    Section::ALL.iter().position(|other| *other == section).unwrap_or_default()
}

fn bit(section: Section) -> u8 {
    1 << place(section)
}

fn named(sections: u8) -> Vec<Section> {
    Section::ALL.into_iter().filter(|section| sections & bit(*section) != 0).collect()
}
