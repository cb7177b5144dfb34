//! What is outdated, for people at a terminal.

use super::super::sheet::{Sheet, Tone};
use super::super::{Style, plain};
use super::{changes, words};
use crate::model::{Outdated, OutdatedClaim, Trend};
use crate::text::Files;

/// The width of the column of labels.
const LABEL: usize = 9;

/// The list as text.
pub(super) fn text(outdated: &Outdated, files: &Files, style: Style) -> String {
    let mut sheet = Sheet::new(style);
    sheet.heading(&words::title(outdated));
    sheet.paragraph(0, Tone::Plain, &words::looked_at(outdated));
    if let Some(counts) = outdated.drafts {
        sheet.paragraph(0, Tone::Plain, &changes::drafts(counts));
    }
    if let Some(trend) = &outdated.trend {
        sheet.paragraph(0, Tone::Plain, &changes::compared(trend));
    }
    if outdated.incomplete {
        sheet.paragraph(0, Tone::Bad, words::INCOMPLETE);
    }
    sheet.gap();
    for (section, count) in words::counts(outdated) {
        let tone = if count == 0 { Tone::Faint } else { Tone::Plain };
        let title = section.title();
        let line = match &outdated.trend {
            Some(trend) => format!("{count:>5}  {title:<17} {}", changes::change(outdated, trend, section)),
            None => format!("{count:>5}  {title}"),
        };
        sheet.line(&tone.paint(&line, style.color));
    }
    for (section, count) in words::counts(outdated).into_iter().filter(|(_, count)| *count > 0) {
        sheet.heading(&words::heading(outdated, section, count));
        sheet.paragraph(0, Tone::Faint, &words::summary(outdated, section));
        let help = words::common_help(outdated, section);
        if let Some(help) = help {
            sheet.paragraph(0, Tone::Faint, &format!("To do: {help}."));
        }
        for (at, entry) in outdated.section(section).enumerate() {
            let lines = words::lines(outdated, entry, help.is_some(), files);
            add(&mut sheet, entry, at + 1, &lines);
        }
    }
    if let Some(trend) = &outdated.trend {
        add_gone(&mut sheet, trend);
    }
    sheet.finish()
}

fn add_gone(sheet: &mut Sheet, trend: &Trend) {
    if trend.gone.is_empty() {
        return;
    }
    sheet.heading(&changes::gone_heading(trend));
    for gone in &trend.gone {
        let statement = plain::one_line(&gone.mention.statement);
        sheet.item(0, "- ", Tone::Plain, &format!("{statement}  {}", gone.mention.claim));
        sheet.paragraph(3, Tone::Faint, &changes::went(gone));
    }
}

fn add(sheet: &mut Sheet, entry: &OutdatedClaim, number: usize, lines: &[(&str, String)]) {
    sheet.gap();
    let statement = plain::one_line(&entry.mention.statement);
    let mark = format!("{number}.");
    sheet.item(0, &format!("{mark:<3}"), Tone::Strong, &statement);
    for (label, text) in lines {
        let tone = match *label {
            "Overdue" | "Since" | "When" | "Ended" | "In draft" => Tone::Doubtful,
            "Where" => Tone::Faint,
            _ => Tone::Plain,
        };
        let id = if *label == "Where" { format!("  {}", entry.mention.claim) } else { String::new() };
        sheet.field(4, LABEL, label, tone, &format!("{text}{id}"));
    }
}
