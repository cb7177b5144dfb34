//! The words about what has changed since an earlier day and about drafts, which all formats for people share.

use super::super::plain;
use crate::model::{DraftCounts, Gone, InDraft, Outdated, OutdatedClaim, Section, Trend};
use crate::time::{bound_words, day_words};

/// The longest piece of a sentence of a draft that is shown, in characters.
const LONGEST: usize = 240;

/// How many drafts were read and what was found in them.
pub(super) fn drafts(counts: DraftCounts) -> String {
    let (read, them) = if counts.read == 1 {
        ("1 draft".to_owned(), "it")
    } else {
        (format!("{} drafts", counts.read), "them")
    };
    let saying = match counts.saying {
        0 => format!("nothing in {them} rests on what is listed here"),
        1 => format!("1 sentence in {them} rests on what is listed here"),
        many => format!("{many} sentences in {them} rest on what is listed here"),
    };
    let other = match counts.other {
        0 => String::new(),
        1 => " `erstwhile lint` has 1 more finding there.".to_owned(),
        many => format!(" `erstwhile lint` has {many} more findings there."),
    };
    format!("{read} read; {saying}.{other}")
}

/// A sentence of a draft with its place: `drafts/a.md:9: “Azure is …” (outdated)`.
pub(super) fn in_draft(said: &InDraft) -> String {
    format!(
        "{}: “{}” ({})",
        place(said),
        sentence(said),
        said.code.map_or("in order today", |code| code.as_str())
    )
}

/// `drafts/a.md:9`
pub(super) fn place(said: &InDraft) -> String {
    format!("{}:{}", plain::one_line(&said.path), said.start.line)
}

/// The sentence on one line; what is very long is cut.
pub(super) fn sentence(said: &InDraft) -> String {
    let line = plain::one_line(&said.sentence);
    match line.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{} …", line[..at].trim_end()),
        None => line.into_owned(),
    }
}

/// How a section has changed: `3 on 1 June 2026; 9 new, 1 gone`.
pub(super) fn change(outdated: &Outdated, trend: &Trend, section: Section) -> String {
    let then = trend.count(section);
    let (new, gone) = (new(outdated, section), trend.gone_from(section).count());
    let moved = match (new, gone) {
        (0, 0) => "the same".to_owned(),
        (new, 0) => format!("{new} new"),
        (0, gone) => format!("{gone} gone"),
        (new, gone) => format!("{new} new, {gone} gone"),
    };
    format!("{then} on {}; {moved}", day_words(trend.since))
}

/// How many entries of a section have come since the earlier day.
pub(super) fn new(outdated: &Outdated, section: Section) -> usize {
    outdated.section(section).filter(|entry| entry.is_new() == Some(true)).count()
}

/// What the list is compared with.
pub(super) fn compared(trend: &Trend) -> String {
    let since = day_words(trend.since);
    let known = if trend.known_by == trend.since { "then".to_owned() } else { day_words(trend.known_by) };
    format!("Compared with the list as of {since}, by what had been published by {known}.")
}

/// That an entry is new, and where it stood before; nothing if it is not.
pub(super) fn came(outdated: &Outdated, entry: &OutdatedClaim) -> Option<String> {
    let trend = outdated.trend.as_ref().filter(|_| entry.is_new() == Some(true))?;
    let before = entry.was_in.as_deref().filter(|sections| !sections.is_empty());
    let before = before.map_or(String::new(), |sections| format!("; then {}", named(sections)));
    Some(format!("since {}{before}", day_words(trend.since)))
}

/// Where an entry that has gone stood, and where it stands now.
pub(super) fn went(gone: &Gone) -> String {
    let since = gone.since.map_or(String::new(), |since| format!(", {}", bound_words(since)));
    let now = if gone.now_in.is_empty() {
        "listed no more".to_owned()
    } else {
        format!("now {}", named(&gone.now_in))
    };
    format!("was {}{since}; {now}", named(&[gone.section]))
}

/// The heading over what has gone.
pub(super) fn gone_heading(trend: &Trend) -> String {
    format!("Gone since {} ({})", day_words(trend.since), trend.gone.len())
}

fn named(sections: &[Section]) -> String {
    sections.iter().map(|section| section.title().to_lowercase()).collect::<Vec<_>>().join(", ")
}
