//! The list of today beside that of an earlier day: what has come, what has gone, how many there were.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Gone, Outdated, OutdatedClaim, Section, Trend};

/// What identifies entries from one day to another: never a date, which moves as more becomes known.
type EntryIdentity<'a> = (Section, &'a str, Option<&'a str>);

fn identity(entry: &OutdatedClaim) -> EntryIdentity<'_> {
    let against = entry.against.first().map(|other| other.claim.as_str());
    (entry.section, &entry.mention.claim, against)
}

/// Sets beside a list what it was on an earlier day. `then` is the list as of that day.
pub fn add_trend(now: &mut Outdated, then: Outdated) {
    let counts = Section::ALL.map(|section| then.section(section).count());
    let (since, known_by) = (then.as_of, then.known_by.unwrap_or(then.as_of));
    now.incomplete |= then.incomplete;
    let were: BTreeMap<&str, Vec<Section>> = sections(&then);
    let before: BTreeSet<EntryIdentity<'_>> = then.entries.iter().map(identity).collect();
    for entry in &mut now.entries {
        let mut was_in = were.get(entry.mention.claim.as_str()).cloned().unwrap_or_default();
        if !before.contains(&identity(entry)) {
            // The same claim in the same section against another one is still news.
            was_in.retain(|section| *section != entry.section);
        }
        entry.was_in = Some(was_in);
    }
    let are = sections(now);
    let still: BTreeSet<EntryIdentity<'_>> = now.entries.iter().map(identity).collect();
    let gone = then.entries.iter().filter(|entry| !still.contains(&identity(entry)));
    let gone = gone.map(|entry| Gone {
        section: entry.section,
        mention: entry.mention.clone(),
        since: entry.since,
        now_in: are.get(entry.mention.claim.as_str()).cloned().unwrap_or_default(),
    });
    let gone = gone.collect();
    now.trend = Some(Trend { since, known_by, counts, gone });
}

/// The sections that each claim is listed in, each once.
fn sections(outdated: &Outdated) -> BTreeMap<&str, Vec<Section>> {
    let mut sections: BTreeMap<&str, Vec<Section>> = BTreeMap::new();
    for entry in &outdated.entries {
        // An earlier version is listed where the latest is.
        for claim in entry.claims() {
            let listed = sections.entry(claim).or_default();
            if !listed.contains(&entry.section) {
                listed.push(entry.section);
            }
        }
    }
    sections
}
