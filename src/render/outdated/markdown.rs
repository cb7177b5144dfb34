//! What is outdated, as Markdown: for a page, an issue or a message.

use std::fmt::Write as _;

use super::super::escape::markdown as escaped;
use super::super::plain;
use super::{changes, words};
use crate::model::{Outdated, OutdatedClaim, Trend};
use crate::text::Files;

/// The list as Markdown.
pub(super) fn markdown(outdated: &Outdated, files: &Files) -> String {
    // Writing into a `String` cannot fail, so what `write!` returns is let go.
    let mut page = format!("# {}\n\n{}\n", words::title(outdated), words::looked_at(outdated));
    if outdated.incomplete {
        let _ = write!(page, "\n**{}**\n", words::INCOMPLETE);
    }
    if let Some(counts) = outdated.drafts {
        let _ = write!(page, "\n{}\n", changes::drafts(counts));
    }
    if let Some(trend) = &outdated.trend {
        let _ = write!(page, "\n{}\n", changes::compared(trend));
    }
    add_counts(&mut page, outdated);
    for (section, count) in words::counts(outdated).into_iter().filter(|(_, count)| *count > 0) {
        let heading = words::heading(outdated, section, count);
        let _ = write!(page, "\n## {heading}\n\n{}\n\n", words::summary(outdated, section));
        let help = words::common_help(outdated, section);
        if let Some(help) = help {
            let _ = write!(page, "To do: {}.\n\n", escaped(help));
        }
        for (at, entry) in outdated.section(section).enumerate() {
            let lines = words::lines(outdated, entry, help.is_some(), files);
            add(&mut page, entry, at + 1, &lines);
        }
    }
    if let Some(trend) = outdated.trend.as_ref().filter(|trend| !trend.gone.is_empty()) {
        add_gone(&mut page, trend);
    }
    page
}

fn add_counts(page: &mut String, outdated: &Outdated) {
    let compared = outdated.trend.is_some();
    page.push_str(if compared {
        "\n| | Claims | Change | |\n|---|---:|---|---|\n"
    } else {
        "\n| | Claims | |\n|---|---:|---|\n"
    });
    for (section, count) in words::counts(outdated) {
        let change = outdated.trend.as_ref().map(|trend| changes::change(outdated, trend, section));
        let change = change.map_or(String::new(), |change| format!(" {change} |"));
        let about = words::summary(outdated, section);
        let _ = writeln!(page, "| {} | {count} |{change} {about} |", section.title());
    }
}

fn add_gone(page: &mut String, trend: &Trend) {
    let _ = write!(page, "\n## {}\n\n", changes::gone_heading(trend));
    for gone in &trend.gone {
        let statement = escaped(&plain::one_line(&gone.mention.statement));
        let id = gone.mention.claim.replace('`', "'");
        let _ = writeln!(page, "- {statement} (`{id}`): {}", changes::went(gone));
    }
}

fn add(page: &mut String, entry: &OutdatedClaim, number: usize, lines: &[(&str, String)]) {
    let statement = escaped(&plain::one_line(&entry.mention.statement));
    let mark = format!("{number}. ");
    let _ = writeln!(page, "{mark}**{statement}** (`{}`)", entry.mention.claim.replace('`', "'"));
    for (label, text) in lines {
        let text = match *label {
            "Where" => format!("`{}`", text.replace('`', "'")),
            _ => escaped(text),
        };
        let _ = writeln!(page, "{:indent$}- {label}: {text}", "", indent = mark.len());
    }
}
