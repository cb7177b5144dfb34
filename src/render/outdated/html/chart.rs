//! The timelines: for each subject its claims as bars over an axis of dates, with the statements beside it as text.

use maud::{Markup, html};

use super::super::super::plain;
use super::drawing::{Chart, DayAxis};
use super::legend::patterns;
use super::{ReportPage, said};
use crate::model::{Bar, Detail, Subject, Timeline};

/// How many timelines a browser lays out together or not at all.
const BLOCK: usize = 20;
/// Claims in one drawing; more are drawn in several.
const ROWS: usize = 60;

impl ReportPage<'_> {
    /// All timelines, with what their signs mean, folded in.
    pub(super) fn timelines(&self) -> Markup {
        let (listing, timelines) = (self.listing, &self.listing.outdated.timelines);
        if timelines.is_empty() {
            return html! {};
        }
        html! {
            section #timelines .part aria-labelledby="timelines-title" {
                details .fold {
                    summary { h2 #timelines-title { (listing.plain("over-time")) } }
                    p .about { (listing.plain("over-time-about")) }
                    (patterns())
                    (self.legend())
                    @for (block, some) in timelines.chunks(BLOCK).enumerate() {
                        @let rows: usize = some.iter().map(|timeline| timeline.bars.len() + 2).sum();
                        div .timelines.block style={ "--n:" (rows) } {
                            @for (at, timeline) in some.iter().enumerate() {
                                (self.timeline(block * BLOCK + at, timeline))
                            }
                        }
                    }
                }
            }
        }
    }

    /// What a timeline is called.
    pub(super) fn over_time(&self, subject: Option<&Subject>) -> String {
        let name = subject.map_or(Detail::Absent, |subject| Detail::Text(&subject.name));
        self.listing.phrase("link-over-time", &[("name", name)])
    }

    fn timeline(&self, at: usize, timeline: &Timeline) -> Markup {
        let subject = timeline.subject.as_ref();
        let name = subject.map_or_else(|| self.listing.plain("no-subject"), |subject| subject.name.clone());
        let axis = DayAxis::new(&timeline.bars, self.listing.outdated.as_of);
        html! {
            div .timeline id={ "timeline-" (at) } data-about=(self.names.number(subject)) {
                h3 { bdi { (said(&name)) } }
                @for (part, bars) in timeline.bars.chunks(ROWS).enumerate() {
                    (self.figure(timeline, axis, &format!("{at}-{part}"), part * ROWS, bars))
                }
            }
        }
    }

    /// The drawing of some bars of a timeline, from the one at `from` on.
    fn figure(&self, timeline: &Timeline, axis: DayAxis, id: &str, from: usize, bars: &[Bar]) -> Markup {
        let listing = self.listing;
        let replaced_by = |bar: &Bar| {
            let statement = listing.say.said(bar.record);
            listing.phrase("replaced-by", &[("statement", Detail::Text(&statement))])
        };
        let as_of = listing.phrase("as-of", &[("day", Detail::Day(listing.outdated.as_of))]);
        let chart = Chart {
            axis,
            from,
            bars,
            handovers: &timeline.handovers,
            say: listing.say,
            as_of: &as_of,
            replaced_by: &replaced_by,
        };
        html! {
            figure {
                figcaption { (self.caption(timeline, from, bars.len())) }
                div .chart {
                    svg role="img" aria-labelledby={ "title-" (id) " desc-" (id) } height=(chart.height()) {
                        title id={ "title-" (id) } { (said(&self.over_time(timeline.subject.as_ref()))) }
                        desc id={ "desc-" (id) } { (listing.plain("drawing")) }
                        (chart.drawn())
                    }
                    ol {
                        @for (row, bar) in bars.iter().enumerate() {
                            @let newer = timeline.replacing(from + row);
                            @let newer: String =
                                newer.map(|bar| format!("; {}", replaced_by(bar))).collect();
                            (self.row_of(bar, &newer))
                        }
                    }
                }
            }
        }
    }

    /// What a bar stands for, in words.
    fn row_of(&self, bar: &Bar, newer: &str) -> Markup {
        let says = self.listing.say.said(bar.record);
        let statement = said(&says);
        html! {
            li title=(plain::one_line(&says)) {
                span .label {
                    @if let Some(name) = self.names.of_claim(&bar.claim) {
                        a href={ "#" (name) } { bdi { (statement) } }
                    } @else { bdi { (statement) } }
                }
                span .period {
                    (self.listing.say.period(bar.stated))
                    span .hidden-to-sight { (said(newer)) }
                }
            }
        }
    }

    fn caption(&self, timeline: &Timeline, from: usize, count: usize) -> String {
        let all = timeline.bars.len();
        let listed = timeline.bars.iter().filter(|bar| !bar.sections.is_empty()).count();
        let (first, last) = (Detail::Count(from + 1), Detail::Count(from + count));
        let part = self.listing.phrase("figure-part", &[("from", first), ("to", last)]);
        let details = [
            ("listed", Detail::Count(listed)),
            ("others", Detail::Count(all - listed)),
            ("part", if count < all { Detail::Text(&part) } else { Detail::Absent }),
        ];
        self.listing.phrase("figure", &details)
    }
}
