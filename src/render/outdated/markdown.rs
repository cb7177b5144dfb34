//! What is outdated, as Markdown: for a page, an issue or a message.

use std::fmt::Write as _;

use super::super::escape::markdown as escaped;
use super::super::plain;
use super::words;
use crate::model::{Outdated, OutdatedClaim};
use crate::text::Files;

/// The list as Markdown.
pub(super) fn markdown(outdated: &Outdated, files: &Files) -> String {
    // Writing into a `String` cannot fail, so what `write!` returns is let go.
    let mut page = format!("# {}\n\n{}\n", words::title(outdated), words::looked_at(outdated));
    if outdated.incomplete {
        let _ = write!(page, "\n**{}**\n", words::INCOMPLETE);
    }
    page.push_str("\n| | Claims | |\n|---|---:|---|\n");
    for (section, count) in words::counts(outdated) {
        let _ = writeln!(page, "| {} | {count} | {} |", section.title(), words::summary(outdated, section));
    }
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
    page
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
