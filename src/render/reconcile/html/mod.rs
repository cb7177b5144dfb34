//! Reports against each other as a page: the reports side by side, each point with its timeline, and what is true of all as text to
//! copy. One file without a network; whole without its script, which draws lines, copies, and handles keys.

mod matrix;
mod point;
mod sides;
mod timeline;

use std::io::{self, Write};

use maud::{Markup, html};

use super::words::Telling;
use crate::model::{Detail, PointKind, ReportRead};
use crate::render::plain;
use crate::render::web::{WebPage, coded, web_address};
use crate::words::{language, languages};

/// Styles for this page only.
const STYLE: &str = include_str!("reconcile.css");

/// Draws lines between reports, copies text and handles keys; the page is complete without it.
const SCRIPT: &str = include_str!("reconcile.js");

/// Writes the page.
///
/// # Errors
///
/// Only what `out` reports.
pub(super) fn render(telling: &Telling<'_>, out: &mut dyn Write) -> io::Result<()> {
    let title = telling.title();
    let skip = telling.phrase("skip", &[]);
    let page = WebPage {
        title: &title,
        language: telling.say.language.code,
        skip: &skip,
        style: STYLE,
        script: SCRIPT,
    };
    let points = telling.reconciled.points.iter().enumerate();
    let body = html! {
        header .page {
            h1 { (title) }
            ol .reports { @for report in &telling.reconciled.reports { (head(telling, report)) } }
            p .summary { (telling.summary()) }
            (legend(telling))
            @if telling.reconciled.incomplete {
                p .incomplete.bad { (telling.say.phrase("incomplete", &[])) }
            }
        }
        main #main tabindex="-1" {
            @if telling.reconciled.reports.len() > 2 { (matrix::table(telling)) }
            (sides::section(telling))
            section .points {
                h2 { (telling.phrase("points", &[])) }
                @for (at, one) in points { (point::article(telling, at + 1, one)) }
            }
            (account(telling))
        }
        footer .faint {
            @for line in telling.coverage() { p { (line) } }
            p { (telling.phrase("foot", &[("version", Detail::Text(env!("CARGO_PKG_VERSION")))])) }
            p .keys { (coded(&telling.phrase("keys", &[]))) }
        }
    };
    out.write_all(page.around(&body).0.as_bytes())
}

/// A report: its title or path, its date, and a link to where it is published.
fn head(telling: &Telling<'_>, report: &ReportRead) -> Markup {
    let name = plain::one_line(report.title.as_deref().unwrap_or(&report.path));
    html! {
        li {
            @match report.url.as_deref().and_then(web_address) {
                Some(address) => a href=(address) { (name) },
                None => b { (name) },
            }
            @if report.title.is_some() { " " code { (plain::one_line(&report.path)) } }
            ", " (telling.date(report))
        }
    }
}

/// The signs and colours, of the kinds that there are.
fn legend(telling: &Telling<'_>) -> Markup {
    let there = PointKind::ALL.iter().copied().filter(|kind| telling.reconciled.count(*kind) > 0);
    html! {
        ul .legend { @for kind in there { li { (badge(kind, None)) " " (telling.kind(kind)) } } }
    }
}

/// What is true of all the points that reports share, as text to be copied, in each language.
fn account(telling: &Telling<'_>) -> Markup {
    let own = telling.say.language.code;
    let codes = std::iter::once(own).chain(languages().filter(|code| *code != own));
    let texts = codes.filter_map(|code| {
        let say = telling.words.in_language(language(code)?);
        let shared = telling.reconciled.points.iter().filter(|point| point.kind != PointKind::Single);
        let lines: Vec<String> = shared.filter_map(|point| super::words::account(point, say)).collect();
        (!lines.is_empty()).then_some((code, lines))
    });
    let texts: Vec<(&str, Vec<String>)> = texts.collect();
    html! {
        @if !texts.is_empty() {
            section .account {
                h2 { (telling.phrase("account-whole", &[])) }
                @for (code, lines) in &texts {
                    div .copied {
                        div lang=(code) .text tabindex="0" { @for line in lines { p { (plain::one_line(line)) } } }
                        button type="button" .copy hidden { (telling.phrase("copy", &[])) " (" (code) ")" }
                    }
                }
            }
        }
    }
}

/// How a kind looks.
fn tone(kind: PointKind) -> &'static str {
    match kind {
        PointKind::Conflict => "bad",
        PointKind::Time | PointKind::Scope | PointKind::Source => "doubtful",
        PointKind::Agree | PointKind::More => "good",
        PointKind::Single => "plain",
    }
}

/// The sign of a kind, perhaps with the number of a point.
fn badge(kind: PointKind, number: Option<usize>) -> Markup {
    let sign = match kind {
        PointKind::Agree => "=",
        PointKind::More => "+",
        PointKind::Time => "→",
        PointKind::Scope => "⊂",
        PointKind::Source => "§",
        PointKind::Conflict => "×",
        PointKind::Single => "·",
    };
    html! {
        span .badge.(tone(kind)).(kind.as_str()) {
            span aria-hidden="true" { (sign) }
            @if let Some(number) = number { " " (number) }
        }
    }
}
