//! The words that text, Markdown and the page share: headings, counts, and the lines about one claim.

use super::super::elapsed::distance_words;
use super::super::plain;
use super::changes;
use crate::model::{Authority, Code, Mention, Outdated, OutdatedClaim, Section, Takeover};
use crate::text::Files;
use crate::time::{bound_words, day_words, length_words, period_words, when_words};

/// `Outdated claims as of 23 November 2026`
pub(super) fn title(outdated: &Outdated) -> String {
    let known = outdated
        .known_by
        .map_or(String::new(), |day| format!(", by what had been published by {}", day_words(day)));
    format!("Outdated claims as of {}{known}", day_words(outdated.as_of))
}

/// How many claims were looked at, and what is the matter with how many of them.
pub(super) fn looked_at(outdated: &Outdated) -> String {
    let mut listed: Vec<&str> = outdated.entries.iter().map(|entry| entry.mention.claim.as_str()).collect();
    listed.sort_unstable();
    listed.dedup();
    let claims = if outdated.claims == 1 { "claim" } else { "claims" };
    match listed.len() {
        0 => format!("{} {claims} looked at; none of them is outdated.", outdated.claims),
        1 => format!("{} {claims} looked at; 1 is listed here.", outdated.claims),
        count => format!("{} {claims} looked at; {count} are listed here.", outdated.claims),
    }
}

/// The sections with how many claims each has, in order.
pub(super) fn counts(outdated: &Outdated) -> Vec<(Section, usize)> {
    Section::ALL.into_iter().map(|section| (section, outdated.section(section).count())).collect()
}

/// The heading of a section: its name and how many claims it has.
pub(super) fn heading(outdated: &Outdated, section: Section, count: usize) -> String {
    let certain =
        outdated.section(section).filter(|entry| matches!(entry.finding, Some((Code::Contradiction, _))));
    match (section, certain.count()) {
        (Section::Contradiction, certain) if certain < count => {
            format!("{} ({count}: {certain} certain, {} possible)", section.title(), count - certain)
        }
        _ => format!("{} ({count})", section.title()),
    }
}

/// What a section is about.
pub(super) fn summary(outdated: &Outdated, section: Section) -> String {
    match section {
        Section::Expiring => format!(
            "Ends or has to be looked at again within {}, by {}.",
            length_words(outdated.within),
            day_words(outdated.until)
        ),
        other => other.summary().to_owned(),
    }
}

/// What to say of a list that may not be whole.
pub(super) const INCOMPLETE: &str = "Not everything could be read, so there may be more than is listed here.";

/// The lines about one claim: what each is about, and what it says. What to do is left out where it was said for the whole
/// section (`helped`).
pub(super) fn lines(
    outdated: &Outdated,
    entry: &OutdatedClaim,
    helped: bool,
    files: &Files,
) -> Vec<(&'static str, String)> {
    let mut lines = vec![held(entry)];
    lines.extend(overdue(outdated, entry));
    lines.extend(changes::came(outdated, entry).map(|came| ("New", came)));
    if entry.replaced_by.is_empty() {
        // Else it is what stands in the lines about what replaced it.
        let perhaps = matches!(entry.finding, Some((Code::PossibleContradiction, _)));
        lines.push((if perhaps { "Perhaps" } else { "Why" }, entry.why.clone()));
    }
    for replacement in &entry.replaced_by {
        lines.push((takeover(replacement.how), mention(&replacement.by)));
    }
    lines.extend(entry.now.iter().map(|now| ("In force", mention(now))));
    lines.extend(entry.against.iter().map(|other| ("Against", mention(other))));
    if !helped {
        lines.extend(entry.help.iter().map(|help| ("To do", plain::one_line(help).into_owned())));
    }
    lines.extend(entry.in_drafts.iter().map(|said| ("In draft", changes::in_draft(said))));
    lines.push(("Where", place(&entry.mention, files)));
    lines
}

/// What to do about all claims of a section, where that is the same for several: it is said once.
pub(super) fn common_help(outdated: &Outdated, section: Section) -> Option<&str> {
    let mut entries = outdated.section(section);
    let help = entries.next()?.help.as_deref()?;
    let mut others = entries.peekable();
    let several = others.peek().is_some();
    (several && others.all(|entry| entry.help.as_deref() == Some(help))).then_some(help)
}

/// When it holds or held, and on whose authority, unless that is told as the reason.
pub(super) fn held(entry: &OutdatedClaim) -> (&'static str, String) {
    let label = if entry.section == Section::Ended { "Held" } else { "Holds" };
    let told = matches!(entry.section, Section::Stale | Section::Expiring);
    let when = period_words(entry.mention.period);
    match authority(&entry.mention) {
        Some(who) if !told => (label, format!("{when}, says {who}{}", unsaid_end(&entry.mention))),
        _ => (label, when),
    }
}

/// Since how long it is so, or how soon it will be.
pub(super) fn overdue(outdated: &Outdated, entry: &OutdatedClaim) -> Option<(&'static str, String)> {
    let since = entry.since?;
    let distance = distance_words(since, outdated.as_of);
    if distance.is_empty() || matches!(entry.section, Section::Unsourced) {
        return None;
    }
    Some(match entry.section {
        Section::Expiring if since.latest <= outdated.as_of => ("When", "today".to_owned()),
        Section::Expiring => ("When", format!("in {distance}, {}", bound_words(since))),
        Section::Ended => ("Ended", format!("{}, {distance} ago", when_words(since))),
        Section::Contradiction => ("Since", format!("{}, {distance} ago", bound_words(since))),
        _ => ("Overdue", format!("{distance}, since {}", bound_words(since))),
    })
}

pub(super) fn takeover(how: Takeover) -> &'static str {
    match how {
        Takeover::Declared => "Replaced",
        Takeover::Follows => "Followed",
        Takeover::Continues => "Continued",
    }
}

/// What another claim says, when, and on whose authority.
fn mention(mention: &Mention) -> String {
    let says = |who| format!("says {who}{}", unsaid_end(mention));
    let who = authority(mention).map_or_else(|| "stands on no source".to_owned(), says);
    format!("{} ({}; {who}) `{}`", mention.statement, period_words(mention.period), mention.claim)
}

/// A source cannot vouch for an end that came after it: where all dated sources are older, that is said.
pub(super) fn unsaid_end(mention: &Mention) -> &'static str {
    let end = mention.period.end().earliest;
    let mut dated = mention.sources.iter().filter_map(|authority| authority.published).peekable();
    let older = dated.peek().is_some() && dated.all(|published| published.latest < end);
    if older && !mention.period.is_open() { "; no source on record for its end" } else { "" }
}

/// On whose authority: the newest source, and how many more there are.
pub(super) fn authority(mention: &Mention) -> Option<String> {
    let newest = mention.sources.first()?;
    Some(match mention.sources.len() {
        1 => source(newest),
        2 => format!("{} and 1 other", source(newest)),
        more => format!("{} and {} others", source(newest), more - 1),
    })
}

pub(super) fn source(authority: &Authority) -> String {
    let name = authority.publisher.as_deref().or(authority.title.as_deref()).unwrap_or(&authority.source);
    let name = plain::one_line(name);
    match authority.published {
        Some(published) => format!("{name} ({})", bound_words(published)),
        None => format!("{name} (undated)"),
    }
}

/// File and line.
pub(super) fn place(mention: &Mention, files: &Files) -> String {
    let (start, _) = files.positions(mention.place);
    format!("{}:{}", files.get(mention.place.file).path(), start.line)
}
