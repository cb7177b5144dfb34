//! The repair as a page: what to drop and to close and why, what is not settled, and the edits of the files as a diff. One file
//! without a network and without a script.

use std::io::{self, Write};

use maud::{Markup, html};

use super::words::{RepairWords, is_open, settled};
use crate::model::{Detail, RepairAction, RepairedCluster, Repairs};
use crate::render::web::{WebPage, coded};
use crate::render::{Context, plain};
use crate::time::Day;

/// Styles for this page only.
const STYLE: &str = include_str!("repair.css");

/// What a page says beside the repair itself.
#[derive(Debug, Clone, Copy)]
pub struct RepairPage<'a> {
    /// The day of the view.
    pub as_of: Day,
    /// The edits of the files, as a diff without colours; empty for none.
    pub diff: &'a str,
    /// Something could not be read or used, or is not proven.
    pub incomplete: bool,
}

/// Writes the page.
///
/// # Errors
///
/// Only what `out` reports.
pub fn html(
    repairs: &Repairs,
    page: RepairPage<'_>,
    context: &Context<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let words = RepairWords::new(context);
    let phrase = |key: &str| words.phrase(key, &[]);
    let (title, skip) = (phrase("repair-title"), phrase("repair-skip"));
    let web = WebPage {
        title: &title,
        language: words.wording.language.code,
        skip: &skip,
        style: STYLE,
        script: "",
    };
    let open: Vec<&RepairedCluster> = repairs.clusters.iter().filter(|cluster| is_open(cluster)).collect();
    let possible: Vec<String> = repairs.possible.iter().map(|pair| words.possible(*pair)).collect();
    let body = html! {
        header .page {
            h1 { (title) }
            p .summary { (words.counts(repairs)) " " (words.phrase("repair-day", &[("day", Detail::Day(page.as_of))])) }
            @for line in words.order(repairs).iter().chain(&words.accepted(repairs)) { p .faint { (coded(line)) } }
            @if page.incomplete { p .incomplete.bad { (phrase("repair-incomplete")) } }
        }
        main #main tabindex="-1" {
            @for (heading, actions) in settled(repairs) { (section(&words, heading, &actions)) }
            (undecided(&words, &open))
            @for claims in &repairs.too_large { p .incomplete.bad { (words.heading("repair-too-large", claims.len())) } }
            @if !possible.is_empty() { (list(&words.heading("repair-possible-heading", possible.len()), &possible)) }
            @if let Some((heading, sources)) = repairs.estimate.as_ref().map(|one| words.sources(one)) {
                (list(&heading, &sources))
            }
            @if !page.diff.is_empty() {
                section { h2 { (phrase("repair-edits")) } pre tabindex="0" { (diff(page.diff)) } }
            }
        }
    };
    out.write_all(web.around(&body).0.as_bytes())
}

fn section(words: &RepairWords<'_>, heading: &str, actions: &[&RepairAction]) -> Markup {
    html! {
        @if !actions.is_empty() {
            section {
                h2 { (words.heading(heading, actions.len())) }
                ol {
                    @for action in actions {
                        li .claim.good {
                            p .statement { (plain::one_line(&words.claim(action.claim))) }
                            dl {
                                @for (label, _, text) in words.fields(action).1 { dt { (label) } dd { (coded(&text)) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn undecided(words: &RepairWords<'_>, clusters: &[&RepairedCluster]) -> Markup {
    html! {
        @if !clusters.is_empty() {
            section {
                h2 { (words.heading("repair-open-heading", clusters.len())) }
                @for cluster in clusters {
                    div .claim.doubtful {
                        p .statement { (words.open(cluster).1) }
                        ul {
                            @for claim in cluster.undetermined.iter().chain(&cluster.undecided) {
                                li {
                                    (plain::one_line(&words.claim(*claim)))
                                    " " span .faint { (plain::one_line(&words.place(*claim))) }
                                }
                            }
                        }
                        @if cluster.optimal { p .faint { (coded(&words.phrase("repair-decide", &[]))) } }
                    }
                }
            }
        }
    }
}

fn list(heading: &str, lines: &[String]) -> Markup {
    html! {
        section { h2 { (heading) } ul { @for line in lines { li { (plain::one_line(line)) } } } }
    }
}

/// A diff, with what goes and what comes marked.
fn diff(text: &str) -> Markup {
    html! {
        @for line in text.lines() {
            @match line.as_bytes().first() {
                Some(b'-') => { del { (line) } "\n" }
                Some(b'+') => { ins { (line) } "\n" }
                _ => { (line) "\n" }
            }
        }
    }
}
