//! The sentences that have to be changed or looked at, and the sections with their entries: what is outdated, since when, what replaced
//! it, where drafts say so.

use maud::{Markup, html};

use super::super::super::web::coded;
use super::super::{
    changes,
    words::{self, Sentences},
};
use super::{ReportPage, change_name, said, tone};
use crate::model::{Detail, InDraft, Mention, OutdatedClaim, Section, ToChange};

/// Entries that a browser lays out together or not at all: each thing that it has to watch for that costs a little with
/// every frame, so neither one entry nor all of them.
const BLOCK: usize = 50;

impl ReportPage<'_> {
    /// Sentences that have to be changed or looked at, by draft, numbered from `number` and under a heading of this level.
    pub(super) fn sentences(&self, (key, all): Sentences<'_>, mut number: usize, level: u8) -> Markup {
        let listing = self.listing;
        if all.is_empty() {
            return html! {};
        }
        let tone = if key == "change" { "bad" } else { "doubtful" };
        let title = format!("{} ({})", listing.plain(key), all.len());
        let about = listing.phrase(&format!("{key}-about"), &[("sentences", Detail::Count(all.len()))]);
        html! {
            section #(key) .part.(tone) data-list=(key) aria-labelledby={ (key) "-title" } {
                @if level == 2 { h2 #{ (key) "-title" } { (title) } } @else { h3 #{ (key) "-title" } { (title) } }
                p .about { (about) }
                @for of_draft in all.chunk_by(|one, two| one.path == two.path) {
                    section .draft {
                        @if level == 2 { h3 { (said(&of_draft[0].path)) } } @else { h4 { (said(&of_draft[0].path)) } }
                        @for block in of_draft.chunks(BLOCK) {
                            ol .entries.block style={ "--n:" (block.len()) } {
                                @for change in block {
                                    (self.change(number, change, level + 2))
                                    ({ number += 1; "" })
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    fn change(&self, number: usize, change: &ToChange, level: u8) -> Markup {
        let listing = self.listing;
        let entries = || change.says.iter().filter_map(|at| Some((*at, listing.outdated.entries.get(*at)?)));
        let subject = entries().find_map(|(_, entry)| entry.mention.subject.as_ref());
        let is_new = entries().any(|(_, entry)| entry.is_new() == Some(true));
        html! {
            li .entry #(change_name(number)) data-about=(self.names.number(subject)) data-drafts data-new[is_new] {
                @let sentence = html! { span .line { (change.start.line) } " " q dir="auto" { (changes::cut(&change.sentence)) } };
                @if level == 4 { h4 { (sentence) } } @else { h5 { (sentence) } }
                dl {
                    @for finding in &change.findings {
                        @if let Some(help) = listing.todo_in_draft(finding) {
                            dt { (listing.label("write")) }
                            dd .write lang=[finding.language.as_deref()] {
                                (coded(&help)) " " span .badge { (finding.code.as_str()) }
                            }
                        }
                    }
                    @for (at, entry) in entries() { (self.changed(at, entry)) }
                }
            }
        }
    }

    /// A claim that a sentence says: where it is listed by itself it is only named.
    fn changed(&self, at: usize, entry: &OutdatedClaim) -> Markup {
        let (listing, mention) = (self.listing, &entry.mention);
        if entry.section != Section::Ended {
            return html! {
                dt { (listing.label("says")) }
                dd { p .says dir="auto" { a href={ "#" (self.names.of_entry(at)) } { (listing.statement(mention)) } } }
            };
        }
        html! {
            dt { (listing.label("says")) }
            dd {
                p .says dir="auto" { (listing.statement(mention)) }
                (self.period_and_sources(mention))
                (self.record(mention))
            }
            (self.others(entry))
        }
    }

    /// A section, if it lists any.
    pub(super) fn section(&self, section: Section) -> Markup {
        let listing = self.listing;
        if listing.listed(section).next().is_none() {
            return html! {};
        }
        let (name, heading) = (section.as_str(), listing.heading(section));
        html! {
            section #(name) .part.(tone(section)) data-list=(name) aria-labelledby={ (name) "-title" } {
                h3 id={ (name) "-title" } { (heading) }
                p .about {
                    (listing.about(section))
                    @if let Some(todo) = listing.todo(section) { " " (coded(&todo)) }
                }
                (self.entries(section, 4))
            }
        }
    }

    /// What has ended and no draft says, folded in.
    pub(super) fn ended(&self) -> Markup {
        let listing = self.listing;
        if listing.listed(Section::Ended).next().is_none() {
            return html! {};
        }
        html! {
            section #ended .part.(tone(Section::Ended)) data-list="ended" aria-labelledby="ended-title" {
                details .fold {
                    summary { h2 #ended-title { (listing.heading(Section::Ended)) } }
                    p .about { (listing.about(Section::Ended)) }
                    (self.entries(Section::Ended, 3))
                }
            }
        }
    }

    fn entries(&self, section: Section, level: usize) -> Markup {
        let entries: Vec<(usize, &OutdatedClaim)> = self.listing.listed(section).collect();
        html! {
            @for block in entries.chunks(BLOCK) {
                ol .entries.block style={ "--n:" (block.len()) } {
                    @for (at, entry) in block { (self.entry(*at, entry, level)) }
                }
            }
        }
    }

    fn entry(&self, at: usize, entry: &OutdatedClaim, level: usize) -> Markup {
        let statement = self.listing.statement(&entry.mention);
        let is_new = entry.is_new() == Some(true);
        let about = self.names.number(entry.mention.subject.as_ref());
        let is_said = !entry.in_drafts.is_empty();
        html! {
            li .entry #(self.names.of_entry(at)) data-about=(about) data-new[is_new] data-drafts[is_said] {
                @if level == 3 { h3 dir="auto" { (statement) } } @else { h4 dir="auto" { (statement) } }
                (self.when(entry))
                dl { (self.facts(entry)) }
                (self.where_it_stands(&entry.mention))
            }
        }
    }

    /// For how long, and whether that is new.
    fn when(&self, entry: &OutdatedClaim) -> Markup {
        let listing = self.listing;
        let (overdue, came) = (listing.overdue(entry), listing.came(entry));
        html! {
            @if overdue.is_some() || came.is_some() {
                p .when {
                    @if let Some((label, when)) = overdue { strong { (listing.label(label)) } " " (when) }
                    @if let Some(came) = came { " " span .badge { (listing.label("new")) " " (came) } }
                }
            }
        }
    }

    fn facts(&self, entry: &OutdatedClaim) -> Markup {
        let (listing, mention) = (self.listing, &entry.mention);
        // The missing source is why it is here.
        let is_bare = entry.section == Section::Unsourced && mention.sources.is_empty();
        html! {
            dt { (listing.label(listing.held(entry).0)) }
            dd { @if is_bare { (listing.say.period(mention.period)) } @else { (self.period_and_sources(mention)) } }
            @if let Some((label, why)) = listing.why(entry) {
                dt { (listing.label(label)) }
                dd dir="auto" { (coded(&why)) }
            }
            (self.others(entry))
            @if let Some(help) = listing.own_help(entry) {
                dt { (listing.label("todo")) }
                dd { (coded(&help)) }
            }
            (self.in_drafts(entry))
        }
    }

    /// The claims that matter for an entry.
    fn others(&self, entry: &OutdatedClaim) -> Markup {
        html! {
            @for newer in &entry.replaced_by { (self.other(words::takeover(newer.how), &newer.by)) }
            @for now in &entry.now { (self.other("now", now)) }
            @for other in &entry.against { (self.other("against", other)) }
            @for earlier in &entry.earlier {
                dt { (self.listing.label("earlier")) }
                dd {
                    p .says dir="auto" { (self.listing.statement(&earlier.mention)) }
                    (self.period_and_sources(&earlier.mention))
                    (self.record(&earlier.mention))
                }
            }
        }
    }

    fn other(&self, label: &str, mention: &Mention) -> Markup {
        let statement = self.listing.statement(mention);
        html! {
            dt { (self.listing.label(label)) }
            dd {
                p .says dir="auto" {
                    @if let Some(name) = self.names.of_claim(&mention.claim) {
                        a href={ "#" (name) } { (statement) }
                    } @else { (statement) }
                }
                (self.period_and_sources(mention))
            }
        }
    }

    /// Where drafts say so: what has to be changed is further up, and is only counted.
    fn in_drafts(&self, entry: &OutdatedClaim) -> Markup {
        let listing = self.listing;
        let others: Vec<&InDraft> = entry.in_drafts.iter().filter(|said| !said.is_over()).collect();
        html! {
            @if !others.is_empty() {
                dt { (listing.label("in-draft")) }
                dd { ul .drafts { @for draft in others { li {
                    code { (changes::place_of(draft)) } " "
                    span .badge {
                        @if let Some(code) = draft.code { (code.as_str()) } @else { (listing.plain("in-order")) }
                    }
                    br;
                    q dir="auto" { (changes::cut(&draft.sentence)) }
                } } } }
            }
            @for (key, above) in listing.above(entry) {
                dt { (listing.label("in-draft")) }
                dd { a href={ "#" (key) } { (above) } }
            }
        }
    }

    fn record(&self, mention: &Mention) -> Markup {
        html! { p .where { code { (said(&mention.claim)) } " " code { (said(&self.listing.place(mention))) } } }
    }

    /// Where the record of an entry is, and the timeline that shows it.
    fn where_it_stands(&self, mention: &Mention) -> Markup {
        let subject = mention.subject.as_ref();
        let timeline = self.names.timelines.get(&subject.map(|subject| subject.id.as_str()));
        html! {
            p .where {
                code { (said(&mention.claim)) } " " code { (said(&self.listing.place(mention))) }
                @if let Some(at) = timeline {
                    " "
                    a href={ "#timeline-" (at) } { (said(&self.over_time(subject))) }
                }
            }
        }
    }
}
