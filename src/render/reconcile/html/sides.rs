//! The reports side by side: of each the sentences that say something of a point, in their order, with the signs of the points.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::super::words::Telling;
use super::{badge, tone};
use crate::model::{Detail, Point, PointKind, PointPlace};
use crate::render::plain;
use crate::text::Span;

/// A sentence with the points that it says something of, by number.
struct Line<'a> {
    place: &'a PointPlace,
    points: Vec<(usize, &'a Point)>,
}

/// The section.
pub(super) fn section(telling: &Telling<'_>) -> Markup {
    let reports = &telling.reconciled.reports;
    html! {
        section .sides-section {
            h2 { (telling.phrase("sides", &[])) }
            div .sides style={ "--reports: " (reports.len()) } {
                @for (report, head) in reports.iter().enumerate() {
                    div .side lang=[Some(head.language.as_str()).filter(|code| !code.is_empty())] {
                        h3 {
                            (plain::one_line(head.title.as_deref().unwrap_or(&head.path)))
                            " " span .faint { (telling.date(head)) }
                        }
                        @for line in lines(telling, report) { (sentence(telling, report, &line)) }
                    }
                }
            }
        }
    }
}

fn lines<'a>(telling: &Telling<'a>, report: usize) -> Vec<Line<'a>> {
    let mut lines: BTreeMap<Span, Line<'a>> = BTreeMap::new();
    for (at, point) in telling.reconciled.points.iter().enumerate() {
        for place in point.of_report(report).flat_map(|entry| &entry.places) {
            let line = lines.entry(place.sentence.span).or_insert_with(|| Line { place, points: Vec::new() });
            if !line.points.iter().any(|(number, _)| *number == at + 1) {
                line.points.push((at + 1, point));
            }
        }
    }
    let mut lines: Vec<Line<'a>> = lines.into_values().collect();
    lines.sort_by_key(|line| line.place.sentence.span.start);
    lines
}

fn sentence(telling: &Telling<'_>, report: usize, line: &Line<'_>) -> Markup {
    let is_shared = |(_, point): &(usize, &Point)| point.kind != PointKind::Single;
    let gravest = line.points.iter().map(|(_, point)| point.kind).max_by_key(|kind| gravity(*kind));
    let look = gravest.map_or("plain", tone);
    html! {
        p .said.(look).quiet[!line.points.iter().any(is_shared)] {
            span .line-number title=(telling.phrase("line", &[])) { (telling.position(line.place).line) }
            span .words { (plain::one_line(&line.place.text)) }
            @for (number, point) in &line.points {
                " "
                a .mark href={ "#p" (number) } data-point=(number) data-report=(report)
                    aria-label=(telling.phrase("to-point", &[("number", Detail::Count(*number))])) {
                    (badge(point.kind, Some(*number)))
                }
            }
        }
    }
}

/// Which of the kinds of its points colours a sentence: the one that asks most of its reader.
fn gravity(kind: PointKind) -> usize {
    match kind {
        PointKind::Single => 0,
        PointKind::Agree | PointKind::More => 1,
        PointKind::Time | PointKind::Scope | PointKind::Source => 2,
        PointKind::Conflict => 3,
    }
}
