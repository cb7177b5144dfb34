//! The sections and their entries: what is outdated, since when, what replaced it, where drafts still say so.

use std::io::{self, Write};

use super::super::super::web::with_code;
use super::super::{changes, words};
use super::{Sheet, said, tone};
use crate::model::{Code, InDraft, Mention, OutdatedClaim, Section};
use crate::time::period_words;

/// Entries that a browser lays out together or not at all: each thing that it has to watch for that costs a little with
/// every frame, so neither one entry nor all of them.
const BLOCK: usize = 50;

impl Sheet<'_> {
    /// A section, if it has entries.
    pub(super) fn section(&self, section: Section, out: &mut dyn Write) -> io::Result<()> {
        let entries = self.outdated.entries.iter().enumerate();
        let mut entries = entries.filter(|(_, entry)| entry.section == section).peekable();
        if entries.peek().is_none() {
            return Ok(());
        }
        let count = self.outdated.section(section).count();
        let name = section.as_str();
        writeln!(
            out,
            "<section id=\"{name}\" class=\"part {}\" aria-labelledby=\"{name}-title\">",
            tone(section)
        )?;
        writeln!(out, "<h2 id=\"{name}-title\">{}</h2>", words::heading(self.outdated, section, count))?;
        writeln!(out, "<p class=\"about\">{}</p>", words::summary(self.outdated, section))?;
        let help = words::common_help(self.outdated, section);
        if let Some(help) = help {
            writeln!(out, "<p class=\"about\">To do: {}.</p>", with_code(help))?;
        }
        let entries: Vec<(usize, &OutdatedClaim)> = entries.collect();
        for block in entries.chunks(BLOCK) {
            writeln!(out, "<ol class=\"entries block\" style=\"--n:{}\">", block.len())?;
            for (at, entry) in block {
                self.entry(*at, entry, help.is_some(), out)?;
            }
            writeln!(out, "</ol>")?;
        }
        writeln!(out, "</section>")
    }

    fn entry(&self, at: usize, entry: &OutdatedClaim, helped: bool, out: &mut dyn Write) -> io::Result<()> {
        let name = self.names.entries.get(at).map_or("", String::as_str);
        let about = self.names.number(entry.mention.subject.as_ref());
        write!(out, "<li class=\"entry\" id=\"{name}\" data-about=\"{about}\"")?;
        if entry.is_new() == Some(true) {
            write!(out, " data-new")?;
        }
        if !entry.in_drafts.is_empty() {
            write!(out, " data-drafts")?;
        }
        writeln!(out, ">\n<h3 dir=\"auto\">{}</h3>", said(&entry.mention.statement))?;
        self.when(entry, out)?;
        writeln!(out, "<dl>")?;
        self.facts(entry, helped, out)?;
        writeln!(out, "</dl>")?;
        self.where_it_stands(&entry.mention, out)?;
        writeln!(out, "</li>")
    }

    /// Since how long it is so, and whether that is news.
    fn when(&self, entry: &OutdatedClaim, out: &mut dyn Write) -> io::Result<()> {
        let overdue = words::overdue(self.outdated, entry)
            .map(|(label, when)| format!("<strong>{label}</strong> {when}"))
            .unwrap_or_default();
        let new = changes::came(self.outdated, entry)
            .map(|came| format!(" <span class=\"badge\">New {came}</span>"))
            .unwrap_or_default();
        if overdue.is_empty() && new.is_empty() {
            return Ok(());
        }
        writeln!(out, "<p class=\"when\">{overdue}{new}</p>")
    }

    fn facts(&self, entry: &OutdatedClaim, helped: bool, out: &mut dyn Write) -> io::Result<()> {
        let (label, _) = words::held(entry);
        write!(out, "<dt>{label}</dt><dd>")?;
        if entry.section == Section::Unsourced && entry.mention.sources.is_empty() {
            // That it stands on no source is why it is here.
            write!(out, "{}", period_words(entry.mention.period))?;
        } else {
            self.period_and_sources(&entry.mention, out)?;
        }
        writeln!(out, "</dd>")?;
        if entry.replaced_by.is_empty() {
            // Else it is what the lines about what replaced it say.
            let perhaps = matches!(entry.finding, Some((Code::PossibleContradiction, _)));
            let label = if perhaps { "Perhaps" } else { "Why" };
            writeln!(out, "<dt>{label}</dt><dd dir=\"auto\">{}</dd>", with_code(&entry.why))?;
        }
        for newer in &entry.replaced_by {
            self.other(words::takeover(newer.how), &newer.by, out)?;
        }
        for now in &entry.now {
            self.other("In force", now, out)?;
        }
        for other in &entry.against {
            self.other("Against", other, out)?;
        }
        if !helped && let Some(help) = &entry.help {
            writeln!(out, "<dt>To do</dt><dd>{}</dd>", with_code(help))?;
        }
        self.in_drafts(&entry.in_drafts, out)
    }

    /// A claim that matters for the entry.
    fn other(&self, label: &str, mention: &Mention, out: &mut dyn Write) -> io::Result<()> {
        write!(out, "<dt>{label}</dt><dd><p class=\"says\" dir=\"auto\">")?;
        let statement = said(&mention.statement);
        match self.names.of_claim(&mention.claim) {
            Some(name) => write!(out, "<a href=\"#{name}\">{statement}</a></p>")?,
            None => write!(out, "{statement}</p>")?,
        }
        self.period_and_sources(mention, out)?;
        writeln!(out, "</dd>")
    }

    fn in_drafts(&self, said_in: &[InDraft], out: &mut dyn Write) -> io::Result<()> {
        if said_in.is_empty() {
            return Ok(());
        }
        writeln!(out, "<dt>In drafts</dt><dd><ul class=\"drafts\">")?;
        for draft in said_in {
            let verdict = draft.code.map_or("in order today", |code| code.as_str());
            writeln!(
                out,
                "<li><code>{}</code> <span class=\"badge\">{verdict}</span><br><q dir=\"auto\">{}</q></li>",
                said(&changes::place(draft)),
                said(&changes::sentence(draft))
            )?;
        }
        writeln!(out, "</ul></dd>")
    }

    /// Where the record of an entry stands, and the timeline that shows it.
    fn where_it_stands(&self, mention: &Mention, out: &mut dyn Write) -> io::Result<()> {
        let (id, place) = (said(&mention.claim), said(&words::place(mention, self.files)));
        write!(out, "<p class=\"where\"><code>{id}</code> <code>{place}</code>")?;
        let subject = mention.subject.as_ref();
        if let Some(at) = self.names.timelines.get(&subject.map(|subject| subject.id.as_str())) {
            let words = subject
                .map_or_else(|| "Over time".to_owned(), |one| format!("{} over time", said(&one.name)));
            write!(out, " <a href=\"#timeline-{at}\">{words}</a>")?;
        }
        writeln!(out, "</p>")
    }
}
