//! What stands around the list: the heading, the counts, the filters, the drafts, what has changed, the foot.

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::super::super::web::with_code;
use super::super::{changes, words};
use super::{Sheet, said, tone};
use crate::model::{Gone, Section, Trend};
use crate::time::day_words;

impl Sheet<'_> {
    /// What the page is about, and how many claims each section has.
    pub(super) fn top(&self, out: &mut dyn Write) -> io::Result<()> {
        let outdated = self.outdated;
        writeln!(out, "<a class=\"skip\" href=\"#list\">Skip to the list</a>\n<header class=\"top\">")?;
        writeln!(out, "<h1>Outdated claims <span>as of {}</span></h1>", day_words(outdated.as_of))?;
        writeln!(out, "<p>{}</p>", words::looked_at(outdated))?;
        if let Some(day) = outdated.known_by {
            writeln!(out, "<p>Only what had been published by {} counts.</p>", day_words(day))?;
        }
        if let Some(counts) = outdated.drafts {
            writeln!(out, "<p>{}</p>", with_code(&changes::drafts(counts)))?;
        }
        if let Some(trend) = &outdated.trend {
            writeln!(out, "<p>{}</p>", changes::compared(trend))?;
        }
        if outdated.incomplete {
            writeln!(out, "<p class=\"warning\"><strong>{}</strong></p>", words::INCOMPLETE)?;
        }
        writeln!(out, "</header>\n<nav aria-label=\"Sections\"><ul class=\"tiles\">")?;
        for (section, count) in words::counts(outdated) {
            self.tile(section, count, out)?;
        }
        writeln!(out, "</ul>")?;
        self.jumps(out)?;
        writeln!(out, "</nav>")
    }

    /// Ways to what stands below the list.
    fn jumps(&self, out: &mut dyn Write) -> io::Result<()> {
        let outdated = self.outdated;
        let said = outdated.entries.iter().any(|entry| !entry.in_drafts.is_empty());
        let drafts = said.then(|| ("drafts", "Drafts to change".to_owned()));
        let changes = outdated.trend.as_ref();
        let changes = changes.map(|trend| ("changes", format!("Since {}", day_words(trend.since))));
        let timelines = (!outdated.timelines.is_empty()).then(|| ("timelines", "Over time".to_owned()));
        let mut jumps = [drafts, changes, timelines].into_iter().flatten().peekable();
        if jumps.peek().is_none() {
            return Ok(());
        }
        write!(out, "<ul class=\"jump\">")?;
        for (anchor, words) in jumps {
            write!(out, "<li><a href=\"#{anchor}\">{words}</a></li>")?;
        }
        writeln!(out, "</ul>")
    }

    fn tile(&self, section: Section, count: usize, out: &mut dyn Write) -> io::Result<()> {
        let change = self.outdated.trend.as_ref().map(|trend| self.change(trend, section));
        let change = change.map_or(String::new(), |change| format!("<span class=\"change\">{change}</span>"));
        let inside = format!(
            "<span class=\"count\">{count}</span> <span class=\"name\">{}</span>{change}",
            section.title()
        );
        match count {
            0 => writeln!(out, "<li class=\"tile none\">{inside}</li>"),
            _ => {
                let (tone, anchor) = (tone(section), section.as_str());
                writeln!(out, "<li class=\"tile {tone}\"><a href=\"#{anchor}\">{inside}</a></li>")
            }
        }
    }

    /// How a section has changed, in a few signs that are read out as words.
    fn change(&self, trend: &Trend, section: Section) -> String {
        let (new, gone) = (changes::new(self.outdated, section), trend.gone_from(section).count());
        let then = trend.count(section);
        let signs = match (new, gone) {
            (0, 0) => "no change".to_owned(),
            (new, 0) => format!("+{new}"),
            (0, gone) => format!("−{gone}"),
            (new, gone) => format!("+{new} −{gone}"),
        };
        format!(
            "<span aria-hidden=\"true\">{signs}, was {then}</span><span class=\"hidden-to-sight\"> {}</span>",
            changes::change(self.outdated, trend, section)
        )
    }

    /// What the list can be narrowed down by. Shown by the script that does it.
    pub(super) fn filters(&self, out: &mut dyn Write) -> io::Result<()> {
        if self.outdated.entries.is_empty() {
            return Ok(());
        }
        writeln!(
            out,
            "<form id=\"filters\" class=\"filters\" role=\"search\" aria-label=\"Filter the list\" hidden>"
        )?;
        writeln!(
            out,
            "<label class=\"wide\"><span>Search</span> <input id=\"search\" type=\"search\" autocomplete=\"off\" \
             spellcheck=\"false\" placeholder=\"Words, ids, sources, files\" aria-describedby=\"keys\"></label>"
        )?;
        writeln!(out, "<label><span>Section</span> <select id=\"section\"><option value=\"\">All</option>")?;
        for (section, _) in words::counts(self.outdated).into_iter().filter(|(_, count)| *count > 0) {
            writeln!(out, "<option value=\"{}\">{}</option>", section.as_str(), section.title())?;
        }
        writeln!(
            out,
            "</select></label>\n<label><span>About</span> <select id=\"subject\"><option value=\"\">All</option>"
        )?;
        for (number, subject) in self.names.in_order.iter().enumerate() {
            writeln!(out, "<option value=\"{number}\">{}</option>", said(&subject.name))?;
        }
        writeln!(out, "</select></label>")?;
        if self.outdated.drafts.is_some() {
            writeln!(
                out,
                "<label class=\"check\"><input id=\"in-drafts\" type=\"checkbox\"> Said in drafts</label>"
            )?;
        }
        if self.outdated.trend.is_some() {
            writeln!(out, "<label class=\"check\"><input id=\"new\" type=\"checkbox\"> New</label>")?;
        }
        writeln!(
            out,
            "<button id=\"clear\" type=\"reset\">Clear</button>\n<output id=\"shown\" aria-live=\"polite\"></output>\n\
             <span id=\"keys\" class=\"keys\"><kbd>/</kbd> searches, <kbd>Esc</kbd> clears</span>\n</form>"
        )
    }

    /// The drafts that rest on what is listed, each with its entries.
    pub(super) fn drafts(&self, out: &mut dyn Write) -> io::Result<()> {
        let mut drafts: BTreeMap<&str, BTreeMap<(usize, usize), Vec<usize>>> = BTreeMap::new();
        for (at, entry) in self.outdated.entries.iter().enumerate() {
            for said in &entry.in_drafts {
                let places = drafts.entry(&said.path).or_default();
                places.entry((said.start.line, said.start.column)).or_default().push(at);
            }
        }
        if drafts.is_empty() {
            return Ok(());
        }
        writeln!(out, "<section id=\"drafts\" class=\"part\" aria-labelledby=\"drafts-title\">")?;
        writeln!(out, "<h2 id=\"drafts-title\">Drafts to change</h2>\n<div class=\"scroll\"><table>")?;
        writeln!(out, "<caption>Where drafts rest on what is listed above</caption>")?;
        writeln!(
            out,
            "<thead><tr><th scope=\"col\">Draft</th><th scope=\"col\">Line</th><th scope=\"col\">Says</th></tr></thead>\n<tbody>"
        )?;
        for (path, places) in &drafts {
            for ((line, _), entries) in places {
                let links: Vec<String> = entries.iter().filter_map(|at| self.link_to(*at)).collect();
                writeln!(
                    out,
                    "<tr><td><code>{}</code></td><td class=\"number\">{line}</td><td>{}</td></tr>",
                    said(path),
                    links.join("<br>")
                )?;
            }
        }
        writeln!(out, "</tbody></table></div></section>")
    }

    fn link_to(&self, at: usize) -> Option<String> {
        let (entry, name) = (self.outdated.entries.get(at)?, self.names.entries.get(at)?);
        let section = entry.section.title().to_lowercase();
        Some(format!("<a href=\"#{name}\">{}</a> ({section})", said(&entry.mention.statement)))
    }

    /// How the list has changed since the earlier day.
    pub(super) fn changes(&self, out: &mut dyn Write) -> io::Result<()> {
        let Some(trend) = &self.outdated.trend else { return Ok(()) };
        let since = day_words(trend.since);
        writeln!(out, "<section id=\"changes\" class=\"part\" aria-labelledby=\"changes-title\">")?;
        writeln!(out, "<h2 id=\"changes-title\">Since {since}</h2>\n<div class=\"scroll\"><table>")?;
        writeln!(
            out,
            "<caption>Entries in each section then and now. {}</caption>",
            changes::compared(trend)
        )?;
        writeln!(
            out,
            "<thead><tr><th scope=\"col\">Section</th><th scope=\"col\" class=\"number\">Then</th><th scope=\"col\" \
             class=\"number\">Gone</th><th scope=\"col\" class=\"number\">New</th><th scope=\"col\" \
             class=\"number\">Now</th></tr></thead>\n<tbody>"
        )?;
        for (section, now) in words::counts(self.outdated) {
            let (then, gone) = (trend.count(section), trend.gone_from(section).count());
            let new = changes::new(self.outdated, section);
            write!(out, "<tr><th scope=\"row\">{}</th>", section.title())?;
            for number in [then, gone, new, now] {
                write!(out, "<td class=\"number\">{number}</td>")?;
            }
            writeln!(out, "</tr>")?;
        }
        writeln!(out, "</tbody></table></div>")?;
        if !trend.gone.is_empty() {
            writeln!(out, "<h3>{}</h3>\n<ul class=\"gone\">", changes::gone_heading(trend))?;
            trend.gone.iter().try_for_each(|gone| self.gone(gone, out))?;
            writeln!(out, "</ul>")?;
        }
        writeln!(out, "</section>")
    }

    fn gone(&self, gone: &Gone, out: &mut dyn Write) -> io::Result<()> {
        let statement = said(&gone.mention.statement);
        let statement = match self.names.of_claim(&gone.mention.claim) {
            Some(name) => format!("<a href=\"#{name}\">{statement}</a>"),
            None => statement,
        };
        let (id, went) = (said(&gone.mention.claim), changes::went(gone));
        writeln!(
            out,
            "<li><bdi>{statement}</bdi> <code>{id}</code><br><span class=\"faint\">{went}</span></li>"
        )
    }

    /// Who made the page.
    pub(super) fn foot(&self, out: &mut dyn Write) -> io::Result<()> {
        let until = day_words(self.outdated.until);
        writeln!(
            out,
            "<footer class=\"foot\">Made by <code>erstwhile report</code> {}. Looked ahead to {until}. Nothing on this \
             page was asked of the web.</footer>",
            env!("CARGO_PKG_VERSION")
        )
    }
}
