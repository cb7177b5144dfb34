//! What is outdated, as a page for a browser and for paper: one file that makes no requests.
//!
//! All of it is there without a script; the script only filters. Every part is written in the order of the entries, so
//! that a list of ten thousand takes ten times as long as one of a thousand. The frame around it is `web`'s.

mod chart;
mod claim;
mod drawing;
mod entry;
mod legend;
mod overview;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use maud::{Markup, html};

use super::super::plain;
use super::super::web::WebPage;
use super::words::Listing;
use crate::model::{Section, Subject};

/// Styles for this page, after the shared ones.
const STYLE: &str = include_str!("report.css");
/// Filters, and keys for them.
const SCRIPT: &str = include_str!("report.js");

/// Writes the page.
pub(super) fn render(listing: &Listing<'_>, out: &mut dyn Write) -> io::Result<()> {
    let (title, skip) = (listing.title(), listing.plain("skip"));
    let language = listing.say.language.code;
    let page = WebPage { title: &title, language, skip: &skip, style: STYLE, script: SCRIPT };
    let names = PageAnchors::new(listing);
    let sheet = ReportPage { listing, names: &names };
    out.write_all(page.around(&sheet.body()).0.as_bytes())
}

/// What the parts of the page are built from.
struct ReportPage<'a> {
    listing: &'a Listing<'a>,
    names: &'a PageAnchors<'a>,
}

impl ReportPage<'_> {
    fn body(&self) -> Markup {
        let (listing, outdated) = (self.listing, self.listing.outdated);
        html! {
            (self.top())
            (self.filters())
            main #main tabindex="-1" {
                @if outdated.entries.is_empty() { p .nothing { (listing.plain("nothing")) } }
                (self.sentences(listing.to_change(), 0, 2))
                @if listing.needs_attention() {
                    section #attention .part aria-labelledby="attention-title" {
                        h2 #attention-title { (listing.plain("attention")) }
                        (self.sentences(listing.to_check(), outdated.to_change.len(), 3))
                        @for section in Section::OPEN { (self.section(section)) }
                    }
                }
                (self.ended())
                (self.since())
                (self.timelines())
            }
            (self.foot())
        }
    }
}

/// The names by which parts of the page refer to each other.
struct PageAnchors<'a> {
    /// Of each entry, in order: of those that are under a sentence, the name of that.
    entries: Vec<String>,
    /// The first entry of each claim.
    claims: BTreeMap<&'a str, usize>,
    /// The subjects by name, and the number of each; what is about none has none.
    subjects: BTreeMap<&'a str, usize>,
    /// The same in the order of their names.
    in_order: Vec<&'a Subject>,
    /// The timeline of each subject.
    timelines: BTreeMap<Option<&'a str>, usize>,
}

impl<'a> PageAnchors<'a> {
    fn new(listing: &Listing<'a>) -> Self {
        let outdated = listing.outdated;
        let mut used = BTreeSet::new();
        let mut claims = BTreeMap::new();
        let mut entries = Vec::with_capacity(outdated.entries.len());
        for (at, entry) in outdated.entries.iter().enumerate() {
            let claim = entry.mention.claim.as_str();
            let name = format!("{}-{claim}", entry.section.as_str());
            let lasts = is_plain(claim) && used.insert(name.clone());
            entries.push(if lasts { name } else { format!("entry-{at}") });
            for claim in entry.claims() {
                claims.entry(claim).or_insert(at);
            }
        }
        for (number, change) in outdated
            .to_change
            .iter()
            .chain(&outdated.to_check)
            .collect::<Vec<_>>()
            .into_iter()
            .enumerate()
            .rev()
        {
            for at in &change.says {
                let is_ended = outdated.entries.get(*at).is_some_and(|entry| entry.section == Section::Ended);
                if let Some(name) = entries.get_mut(*at).filter(|_| is_ended) {
                    *name = change_name(number);
                }
            }
        }
        let subjects = outdated.entries.iter().filter_map(|entry| entry.mention.subject.as_ref());
        let mut in_order: Vec<&Subject> = subjects.collect();
        in_order.sort_by_cached_key(|subject| (subject.name.to_lowercase(), &subject.id));
        in_order.dedup_by_key(|subject| &subject.id);
        let subjects =
            in_order.iter().enumerate().map(|(number, subject)| (subject.id.as_str(), number)).collect();
        let timelines = outdated.timelines.iter().enumerate();
        let timelines = timelines
            .map(|(at, timeline)| (timeline.subject.as_ref().map(|subject| subject.id.as_str()), at))
            .collect();
        Self { entries, claims, subjects, in_order, timelines }
    }

    fn of_entry(&self, at: usize) -> &str {
        self.entries.get(at).map_or("", String::as_str)
    }

    /// The name of the first entry of a claim, if it is listed.
    fn of_claim(&self, claim: &str) -> Option<&str> {
        self.claims.get(claim).and_then(|at| self.entries.get(*at)).map(String::as_str)
    }

    /// The number by which the filter knows a subject; empty for none.
    fn number(&self, subject: Option<&Subject>) -> String {
        let number = subject.and_then(|subject| self.subjects.get(subject.id.as_str()));
        number.map_or(String::new(), usize::to_string)
    }
}

/// The name of a sentence that has to be changed or looked at.
fn change_name(number: usize) -> String {
    format!("change-{}", number + 1)
}

/// Whether an id can be written in an address as it is.
fn is_plain(id: &str) -> bool {
    !id.is_empty()
        && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'))
}

/// Words of files on one line: nothing that turns text around.
fn said(text: &str) -> Markup {
    html! { (plain::one_line(text)) }
}

/// How a section looks: the word for its colours.
fn tone(section: Section) -> &'static str {
    match section {
        Section::Superseded | Section::Contradiction => "bad",
        Section::Ended | Section::Stale => "doubtful",
        Section::Expiring => "soon",
        Section::Unsourced => "plain",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_never_become_markup() {
        assert_eq!(said("<script>\u{202e}\nx").0, "&lt;script&gt;\u{fffd} x");
        assert!(is_plain("a-b_c.1") && !is_plain("a b") && !is_plain(""));
    }
}
