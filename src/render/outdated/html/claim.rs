//! A claim as entries name it: when it holds, and the sources that support it, which open on a click.

use maud::{Markup, html};

use super::super::super::web::web_address;
use super::super::words;
use super::{ReportPage, said};
use crate::model::{Authority, Detail, Mention, SourceKind};

impl ReportPage<'_> {
    /// When a claim holds, and on whose authority.
    pub(super) fn period_and_sources(&self, mention: &Mention) -> Markup {
        let listing = self.listing;
        let when = listing.say.period(mention.period);
        html! {
            @if let Some(who) = listing.authority(mention) {
                div .held {
                    span {
                        (when)
                        @if words::has_unsourced_end(mention) { "; " (listing.plain("unsourced-end")) }
                    }
                    " "
                    details .sources {
                        summary { (listing.phrase("says", &[("who", Detail::Text(&who))])) }
                        ul { @for authority in &mention.sources { (self.source(authority)) } }
                    }
                }
            } @else {
                div .held { (when) "; " (listing.say.phrase("no-source", &[])) }
            }
        }
    }

    /// A source with all that is recorded of it.
    fn source(&self, authority: &Authority) -> Markup {
        let title = said(authority.title.as_deref().unwrap_or(&authority.source));
        let kind = |kind: SourceKind| self.listing.phrase("kind", &[("kind", Detail::Word(kind.as_str()))]);
        html! {
            li {
                @match authority.url.as_deref() {
                    None => bdi { (title) },
                    Some(url) => @match web_address(url) {
                        Some(address) => a href=(address) rel="noreferrer" { bdi { (title) } },
                        None => { bdi { (title) } " " code { (said(url)) } },
                    },
                }
                " "
                span .faint {
                    @if let Some(publisher) = authority.publisher.as_deref() { (said(publisher)) ", " }
                    (self.listing.published(authority))
                    @if let Some(word) = authority.kind.map(kind) { ", " (word) }
                }
                @for passage in &authority.passages {
                    br;
                    @if let Some(quote) = &passage.quote { q dir="auto" { (said(quote)) } " " }
                    @if let Some(locator) = &passage.locator { span .faint { (said(locator)) } }
                }
            }
        }
    }
}
