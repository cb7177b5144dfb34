//! Points by reports, for three reports or more: who says what at one glance.

use maud::{Markup, html};

use super::super::words::Telling;
use super::badge;
use crate::render::plain;

/// The table.
pub(super) fn table(telling: &Telling<'_>) -> Markup {
    let reports = &telling.reconciled.reports;
    html! {
        section .matrix {
            h2 { (telling.phrase("matrix", &[])) }
            div .scroll tabindex="0" role="region" aria-label=(telling.phrase("matrix", &[])) {
                table {
                    thead {
                        tr {
                            th scope="col" { (telling.phrase("point", &[])) }
                            @for report in reports {
                                th scope="col" { (plain::one_line(report.title.as_deref().unwrap_or(&report.path))) }
                            }
                        }
                    }
                    tbody {
                        @for (at, point) in telling.reconciled.points.iter().enumerate() {
                            tr {
                                th scope="row" {
                                    a href={ "#p" (at + 1) } { (badge(point.kind, Some(at + 1))) }
                                    " " (plain::one_line(&telling.about(point)))
                                }
                                @for report in 0..reports.len() {
                                    td {
                                        @for stance in telling.stances_in(point, report) {
                                            p { (plain::one_line(&stance)) }
                                        }
                                        @if !point.has_report(report) { span .faint { "–" } }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
