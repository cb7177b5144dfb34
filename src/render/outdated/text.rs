//! What is outdated, for people at a terminal: what has to be changed, then what needs attention, then how much has ended.

use super::super::sheet::{Sheet, Tone};
use super::super::{Style, plain};
use super::words::{LabelledLine, Listing, Sentences};
use crate::model::{OutdatedClaim, Section, Trend};

/// The list as text; what has ended and no draft says only if `ended`.
pub(super) fn text(listing: &Listing<'_>, ended: bool, style: Style) -> String {
    let mut page = TextReport { listing, sheet: Sheet::new(style) };
    page.sheet.heading(&listing.title());
    page.sheet.paragraph(0, Tone::Plain, &listing.introduction().join(" "));
    if listing.outdated.incomplete {
        page.sheet.paragraph(0, Tone::Bad, &listing.plain("incomplete"));
    }
    page.counts();
    page.sentences(listing.to_change());
    page.sentences(listing.to_check());
    Section::OPEN.into_iter().for_each(|section| page.section(section));
    page.ended(ended);
    if let Some(trend) = &listing.outdated.trend {
        page.gone(trend);
    }
    page.sheet.finish()
}

struct TextReport<'a> {
    listing: &'a Listing<'a>,
    sheet: Sheet,
}

impl TextReport<'_> {
    fn counts(&mut self) {
        let listing = self.listing;
        self.sheet.gap();
        for (key, sentences) in listing.sentence_counts() {
            self.count(sentences.len(), &listing.plain(key));
        }
        for section in Section::ALL {
            let change = listing.trend_of(section).map(|trend| listing.change(trend, section));
            let change = change.map_or(String::new(), |change| format!("  ({change})"));
            self.count(listing.count(section), &format!("{}{change}", listing.name(section)));
        }
    }

    fn count(&mut self, count: usize, what: &str) {
        let tone = if count == 0 { Tone::Faint } else { Tone::Plain };
        let line = tone.paint(&format!("{count:>5}  {what}"), self.sheet.style().color);
        self.sheet.line(&line);
    }

    /// Sentences that have to be changed or looked at, by draft.
    fn sentences(&mut self, (key, sentences): Sentences<'_>) {
        let listing = self.listing;
        if sentences.is_empty() {
            return;
        }
        self.sheet.heading(&format!("{} ({})", listing.plain(key), sentences.len()));
        for of_draft in sentences.chunk_by(|one, two| one.path == two.path) {
            self.sheet.gap();
            self.sheet.paragraph(0, Tone::Strong, &plain::one_line(&of_draft[0].path));
            for change in of_draft {
                let sentence = format!("“{}”", super::changes::cut(&change.sentence));
                self.sheet.item(0, &format!("{:>4}", change.start.line), Tone::Plain, &sentence);
                self.fields(listing.change_lines(change), None);
            }
        }
    }

    fn section(&mut self, section: Section) {
        let listing = self.listing;
        if listing.listed(section).next().is_none() {
            return;
        }
        self.sheet.heading(&listing.heading(section));
        self.sheet.paragraph(0, Tone::Faint, &listing.about(section));
        if let Some(todo) = listing.todo(section) {
            self.sheet.paragraph(0, Tone::Faint, &todo);
        }
        for (number, (_, entry)) in listing.listed(section).enumerate() {
            self.entry(entry, number + 1);
        }
    }

    /// What has ended and no draft says: all of it, or how to list it.
    fn ended(&mut self, all: bool) {
        let listing = self.listing;
        if all {
            return self.section(Section::Ended);
        }
        if listing.listed(Section::Ended).next().is_some() {
            self.sheet.heading(&listing.heading(Section::Ended));
            let words = format!("{} {}", listing.about(Section::Ended), listing.plain("ended-list"));
            self.sheet.paragraph(0, Tone::Faint, &words);
        }
    }

    fn entry(&mut self, entry: &OutdatedClaim, number: usize) {
        self.sheet.gap();
        let statement = self.listing.statement(&entry.mention);
        self.sheet.item(0, &format!("{:>4}", format!("{number}.")), Tone::Strong, &statement);
        self.fields(self.listing.lines(entry), Some(&entry.mention.claim));
    }

    fn fields(&mut self, lines: Vec<LabelledLine>, id: Option<&str>) {
        let labels: Vec<String> = lines.iter().map(|(label, _)| self.listing.label(label)).collect();
        // As wide as what is usual, so that entries line up.
        let width = labels.iter().map(|label| label.chars().count()).max().unwrap_or(0).max(11);
        for ((key, text), label) in lines.into_iter().zip(labels) {
            let tone = match key {
                "overdue" | "since" | "when" | "ended" | "in-draft" => Tone::Doubtful,
                "write" => Tone::Bad,
                "where" => Tone::Faint,
                _ => Tone::Plain,
            };
            let id = id.filter(|_| key == "where").map_or(String::new(), |id| format!("  {id}"));
            self.sheet.field(5, width, &label, tone, &format!("{text}{id}"));
        }
    }

    fn gone(&mut self, trend: &Trend) {
        if trend.gone.is_empty() {
            return;
        }
        self.sheet.heading(&self.listing.gone_heading(trend));
        for gone in &trend.gone {
            let statement = self.listing.statement(&gone.mention);
            self.sheet.item(0, "- ", Tone::Plain, &format!("{statement}  {}", gone.mention.claim));
            self.sheet.paragraph(3, Tone::Faint, &self.listing.went(gone));
        }
    }
}
