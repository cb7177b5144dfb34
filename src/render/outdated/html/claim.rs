//! A claim as entries name it: when it holds, and the sources that vouch for it, which open on a click.

use std::io::{self, Write};

use super::super::super::web::{escaped, link};
use super::super::words;
use super::{Sheet, said};
use crate::model::{Authority, Mention, SourceKind};
use crate::time::{bound_words, period_words};

impl Sheet<'_> {
    /// When a claim holds, and on whose authority.
    pub(super) fn period_and_sources(&self, mention: &Mention, out: &mut dyn Write) -> io::Result<()> {
        let when = period_words(mention.period);
        let when = escaped(&when);
        let Some(who) = words::authority(mention) else {
            return write!(out, "<div class=\"held\">{when}; stands on no source</div>");
        };
        write!(
            out,
            "<div class=\"held\"><span>{when}{}</span><details class=\"sources\"><summary>says {}</summary><ul>",
            words::unsaid_end(mention),
            said(&who)
        )?;
        mention.sources.iter().try_for_each(|authority| source(authority, out))?;
        write!(out, "</ul></details></div>")
    }
}

/// A source with all that is on record of it.
fn source(authority: &Authority, out: &mut dyn Write) -> io::Result<()> {
    let title = said(authority.title.as_deref().unwrap_or(&authority.source));
    write!(out, "<li>")?;
    match authority.url.as_deref() {
        Some(url) => match link(url) {
            Some(safe) => write!(out, "<a href=\"{safe}\" rel=\"noreferrer\"><bdi>{title}</bdi></a>")?,
            None => write!(out, "<bdi>{title}</bdi> <code>{}</code>", said(url))?,
        },
        None => write!(out, "<bdi>{title}</bdi>")?,
    }
    let kind = authority.kind.map(SourceKind::as_str);
    let published = authority.published.map_or_else(|| "undated".to_owned(), bound_words);
    let publisher = authority.publisher.as_deref().map(said);
    let parts: Vec<String> =
        publisher.into_iter().chain([published]).chain(kind.map(str::to_owned)).collect();
    write!(out, " <span class=\"faint\">{}</span>", parts.join(", "))?;
    for passage in &authority.passages {
        write!(out, "<br>")?;
        if let Some(quote) = &passage.quote {
            write!(out, "<q dir=\"auto\">{}</q> ", said(quote))?;
        }
        if let Some(locator) = &passage.locator {
            write!(out, "<span class=\"faint\">{}</span>", said(locator))?;
        }
    }
    writeln!(out, "</li>")
}
