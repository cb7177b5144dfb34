//! What a note opens on a click: the claims with their sources, how the sentence was read, and the
//! comment that accepts it as it is.

use maud::{Markup, html};

use super::Shown;
use crate::model::{Assertion, Authority, Detail, Record, RecordReason, Remark};
use crate::render::plain;
use crate::render::reading::{because, how, said};
use crate::render::web::{coded, web_address};
use crate::words::{Wording, accepting_comment};

/// All of it for the remarks of one note, each claim once.
pub fn of_note(shown: Shown<'_>, remarks: &[Remark]) -> Markup {
    let say = shown.say;
    let mut claims = Vec::new();
    let mut records = Vec::new();
    for remark in remarks {
        for record in &remark.records {
            if !claims.contains(&record.claim) {
                claims.push(record.claim);
                records.push(record);
            }
        }
    }
    let mut also: Vec<_> = remarks.iter().flat_map(|remark| &remark.also).copied().collect();
    also.sort_unstable();
    also.dedup();
    also.retain(|claim| !claims.contains(claim));
    html! {
        @for record in records { (on_record(record, say)) }
        @if !also.is_empty() {
            p .faint { (coded(&say.phrase("annotated-also", &[("claims", Detail::Claims(&also))]))) }
        }
        @for assertion in remarks.iter().filter_map(|remark| remark.assertion.as_ref()) {
            (reading(assertion, say))
        }
        @for remark in remarks { (accepting(remark, &shown.draft.path, say)) }
    }
}

/// A claim with when it holds and the sources that support it.
fn on_record(record: &Record, say: Wording<'_>) -> Markup {
    let part = match record.reason {
        RecordReason::Decided => "decided",
        RecordReason::After => "after",
        RecordReason::Against => "against",
        RecordReason::Same => "same",
    };
    let base = say.base;
    html! {
        div .record {
            p {
                b { (say.phrase("annotated-record", &[("part", Detail::Word(part))])) } " "
                "“" (plain::one_line(&say.said(record.claim))) "”"
            }
            p .when { (say.period(record.period)) " " code .id { (plain::one_line(base.claims.id(record.claim))) } }
            @if record.sources.is_empty() {
                p .faint { (say.phrase("annotated-no-source", &[])) }
            } @else {
                ul .sources {
                    @for source in &record.sources { li { (evidence(source, say)) } }
                    @if record.more_sources > 0 {
                        li { (say.phrase("annotated-more-sources", &[("count", Detail::Count(record.more_sources))])) }
                    }
                }
            }
        }
    }
}

/// Characters of a quote that are in a note.
const QUOTED: usize = 280;

/// A source: its title, a link where it has an address of the web, who published it, when, and what is taken from it.
fn evidence(source: &Authority, say: Wording<'_>) -> Markup {
    let title = source.title.as_deref().unwrap_or(&source.source);
    let passage = source.passages.first();
    let kind = source.kind.map(|kind| say.phrase("report-kind", &[("kind", Detail::Word(kind.as_str()))]));
    let facts = [
        source.publisher.clone(),
        source.published.map(|published| say.date(published)),
        kind,
        passage.and_then(|passage| passage.locator.clone()),
    ];
    html! {
        @match source.url.as_deref().and_then(web_address) {
            // Linked pages get no referrer, and no access to this page.
            Some(address) => a href=(address) rel="noopener noreferrer" { bdi { (plain::one_line(title)) } },
            None => bdi { (plain::one_line(title)) },
        }
        @for fact in facts.iter().flatten() { ", " (plain::one_line(fact)) }
        @if let Some(quote) = passage.and_then(|passage| passage.quote.as_deref()) {
            ": " q dir="auto" { (plain::one_line(&shortened(quote))) }
        }
    }
}

fn shortened(quote: &str) -> String {
    match quote.char_indices().nth(QUOTED) {
        Some((end, _)) => format!("{}\u{2026}", quote[..end].trim_end()),
        None => quote.to_owned(),
    }
}

/// How the sentence was read, and why.
fn reading(assertion: &Assertion, say: Wording<'_>) -> Markup {
    let said = said(say, assertion);
    html! {
        p .read.faint {
            b { (say.phrase("annotated-read", &[])) } " "
            (plain::one_line(&said)) "; " (coded(&how(say, assertion))) "; " (plain::one_line(&because(say, assertion)))
        }
    }
}

/// The comment that accepts a finding, ready to be copied, with the code by which it is called.
pub fn accepting(remark: &Remark, path: &str, say: Wording<'_>) -> Markup {
    let Some(finding) = &remark.finding else { return Markup::default() };
    let Some((comment, whole)) = accepting_comment(finding, path) else { return Markup::default() };
    let key = if whole { "accept-draft" } else { "accept-paragraph" };
    html! {
        p .accept { (say.phrase(key, &[])) br; code { (plain::one_line(&comment)) } }
    }
}
