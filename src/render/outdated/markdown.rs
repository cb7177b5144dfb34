//! What is outdated, as Markdown: for a page, an issue or a message. What has ended is folded in, with tags that servers
//! show.

use std::fmt::Write as _;

use super::super::escape::{markdown as escaped, markdown_code};
use super::super::plain;
use super::changes::cut;
use super::words::{LabelledLine, Listing, Sentences};
use crate::model::{OutdatedClaim, Section, Trend};

/// The list as Markdown.
pub(super) fn markdown(listing: &Listing<'_>) -> String {
    // Writing into a `String` cannot fail, so what `write!` returns is let go.
    let mut page = format!("# {}\n\n{}\n", listing.title(), listing.introduction().join(" "));
    if listing.outdated.incomplete {
        let _ = write!(page, "\n**{}**\n", listing.plain("incomplete"));
    }
    add_counts(&mut page, listing);
    add_sentences(&mut page, listing, listing.to_change(), 2);
    let is_listed = |section: &Section| listing.listed(*section).next().is_some();
    if listing.needs_attention() {
        let _ = write!(page, "\n## {}\n", listing.plain("attention"));
    }
    add_sentences(&mut page, listing, listing.to_check(), 3);
    for section in Section::OPEN.into_iter().filter(is_listed) {
        let _ = write!(page, "\n### {}\n\n{}", listing.heading(section), listing.about(section));
        if let Some(todo) = listing.todo(section) {
            let _ = write!(page, " {}", escaped(&todo));
        }
        page.push_str("\n\n");
        add_entries(&mut page, listing, section);
    }
    if is_listed(&Section::Ended) {
        let (heading, about) = (listing.heading(Section::Ended), listing.about(Section::Ended));
        let _ = write!(page, "\n<details>\n<summary><h2>{heading}</h2></summary>\n\n{about}\n\n");
        add_entries(&mut page, listing, Section::Ended);
        page.push_str("\n</details>\n");
    }
    if let Some(trend) = listing.outdated.trend.as_ref().filter(|trend| !trend.gone.is_empty()) {
        add_gone(&mut page, listing, trend);
    }
    page
}

fn add_counts(page: &mut String, listing: &Listing<'_>) {
    let is_compared = listing.outdated.trend.is_some();
    page.push_str(if is_compared { "\n| | | |\n|---|---:|---|\n" } else { "\n| | |\n|---|---:|\n" });
    for (key, sentences) in listing.sentence_counts() {
        let last = if is_compared { " |" } else { "" };
        let _ = writeln!(page, "| {} | {} |{last}", listing.plain(key), sentences.len());
    }
    for section in Section::ALL {
        let change =
            listing.trend_of(section).map(|trend| listing.change(trend, section)).unwrap_or_default();
        let change = if is_compared { format!(" {change} |") } else { change };
        let _ = writeln!(page, "| {} | {} |{change}", listing.name(section), listing.count(section));
    }
}

/// Sentences that have to be changed or looked at, by draft, under a heading of this level.
fn add_sentences(page: &mut String, listing: &Listing<'_>, (key, sentences): Sentences<'_>, level: usize) {
    if sentences.is_empty() {
        return;
    }
    let _ = write!(page, "\n{:#<level$} {} ({})\n", "", listing.plain(key), sentences.len());
    for of_draft in sentences.chunk_by(|one, two| one.path == two.path) {
        let _ =
            write!(page, "\n{:#<1$} {2}\n\n", "", level + 1, escaped(&plain::one_line(&of_draft[0].path)));
        for change in of_draft {
            let sentence = escaped(&cut(&change.sentence));
            let _ = writeln!(page, "- {}: “{sentence}”", change.start.line);
            add_lines(page, listing, &listing.change_lines(change), 2);
        }
    }
}

fn add_entries(page: &mut String, listing: &Listing<'_>, section: Section) {
    for (number, (_, entry)) in listing.listed(section).enumerate() {
        add_entry(page, listing, entry, number + 1);
    }
}

fn add_entry(page: &mut String, listing: &Listing<'_>, entry: &OutdatedClaim, number: usize) {
    let statement = escaped(&listing.statement(&entry.mention));
    let mark = format!("{number}. ");
    let _ =
        writeln!(page, "{mark}**{statement}** ({})", markdown_code(&plain::one_line(&entry.mention.claim)));
    add_lines(page, listing, &listing.lines(entry), mark.len());
}

fn add_lines(page: &mut String, listing: &Listing<'_>, lines: &[LabelledLine], indent: usize) {
    for (key, text) in lines {
        let text = plain::one_line(text);
        let text = if *key == "where" { markdown_code(&text) } else { escaped(&text) };
        let _ = writeln!(page, "{:indent$}- {}: {text}", "", listing.label(key));
    }
}

fn add_gone(page: &mut String, listing: &Listing<'_>, trend: &Trend) {
    let _ = write!(page, "\n## {}\n\n", listing.gone_heading(trend));
    for gone in &trend.gone {
        let statement = escaped(&listing.statement(&gone.mention));
        let id = markdown_code(&plain::one_line(&gone.mention.claim));
        let _ = writeln!(page, "- {statement} ({id}): {}", escaped(&plain::one_line(&listing.went(gone))));
    }
}
