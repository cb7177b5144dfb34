//! One point: how the reports stand, what each says, when what held, what is true of all, and what to change.

use maud::{Markup, html};

use super::super::words::Telling;
use super::{badge, timeline, tone};
use crate::model::{Point, PointKind};
use crate::render::plain;
use crate::render::web::coded;

/// The point with this number.
pub(super) fn article(telling: &Telling<'_>, number: usize, point: &Point) -> Markup {
    html! {
        article .point.(tone(point.kind)) #{ "p" (number) } tabindex="-1" {
            h3 {
                (badge(point.kind, Some(number))) " "
                span .kind { (telling.kind(point.kind)) } ": "
                (plain::one_line(&telling.about(point)))
            }
            @if let Some(account) = telling.account(point) {
                p .true-of-all { b { (telling.account_label(point)) ": " } (coded(&account)) }
            }
            @if point.kind == PointKind::Single {
                details { summary { (telling.phrase("more", &[])) } (entries(telling, point)) }
            } @else {
                (entries(telling, point))
                (timeline::drawing(telling, point))
                @for reason in telling.reasons(point) {
                    p .why { b { (telling.phrase("why", &[])) ": " } (coded(&reason)) }
                }
            }
            @for change in telling.changes(point) { p .change { (coded(&change)) } }
        }
    }
}

/// What each report says.
fn entries(telling: &Telling<'_>, point: &Point) -> Markup {
    html! {
        ul .entries {
            @for item in telling.items(point) {
                li {
                    b { (plain::one_line(&telling.lines(&item))) } ": " (item.stance)
                    @for place in &item.quotes {
                        blockquote {
                            (plain::one_line(&place.text))
                            @if let Some(cites) = telling.cites(place) { " " cite { "(" (plain::one_line(&cites)) ")" } }
                        }
                    }
                }
            }
        }
    }
}
