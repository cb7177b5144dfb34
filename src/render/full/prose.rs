//! Findings about drafts: the sentence with the words that decided underlined, then the records that decided, then what to
//! do.

use std::io::{self, Write};

use super::{Look, RELATED, heading, help};
use crate::model::{Finding, Related, Severity};
use crate::render::Context;
use crate::render::{passage, plain};
use crate::text::Place;

impl Look {
    /// Writes one finding about a draft: its sentence, then the records that decided, each on a line of its own, so that
    /// what stands in claims files does not drown the sentence.
    pub(super) fn write_prose(
        &self,
        out: &mut dyn Write,
        finding: &Finding,
        context: &Context<'_>,
        first: bool,
    ) -> io::Result<()> {
        let severity = Some(finding.severity);
        let worded = context.worded(finding);
        let (kind, message) = heading(finding, &worded, self.width);
        writeln!(out, "{}{message}", self.painted(severity, kind))?;
        self.passage(out, finding.site.place, &worded.label, severity, context)?;
        let (here, elsewhere): (Vec<(&Related, &String)>, Vec<_>) = finding
            .related
            .iter()
            .zip(&worded.related)
            .take(RELATED)
            .partition(|(it, _)| it.site.place.file == finding.site.place.file);
        for (related, message) in here {
            self.passage(out, related.site.place, message, None, context)?;
        }
        for (related, message) in elsewhere {
            let (start, _) = context.files.positions(related.site.place);
            let path = context.files.get(related.site.place.file).path();
            self.footer(out, "record", &format!("{message}, {path}:{}", start.line))?;
        }
        if let Some(help) = help(finding, &worded, first) {
            self.footer(out, "help", &help)?;
        }
        writeln!(out)
    }

    /// The words at a place, underlined, and what is said of them.
    fn passage(
        &self,
        out: &mut dyn Write,
        place: Place,
        label: &str,
        severity: Option<Severity>,
        context: &Context<'_>,
    ) -> io::Result<()> {
        let file = context.files.get(place.file);
        let (start, end) = context.files.positions(place);
        let gutter = end.line.to_string().len().max(2);
        let width = self.width.saturating_sub(gutter + 4);
        let rows = passage::rows(file, place.span, width, self.ellipsis);
        let signs = &self.theme.characters;
        let path = plain::one_line(file.path());
        writeln!(out, "{:gutter$} {}{}[{path}:{}:{}]", "", signs.ltop, signs.hbar, start.line, start.column)?;
        let last = rows.iter().rposition(|row| row.mark.is_some());
        for (at, row) in rows.iter().enumerate() {
            let number = row.number.map_or_else(String::new, |number| number.to_string());
            writeln!(out, "{number:>gutter$} {} {}", signs.vbar, row.text)?;
            let Some(mark) = &row.mark else { continue };
            let line = signs.underline.to_string().repeat(mark.len());
            writeln!(
                out,
                "{:gutter$} {} {:indent$}{}",
                "",
                signs.vbar_break,
                "",
                self.painted(severity, line),
                indent = mark.start
            )?;
            if Some(at) == last && !label.is_empty() {
                let indent = mark.start.min(width.saturating_sub(label.chars().count().min(width / 2) + 4));
                for (row, line) in plain::wrapped(label, width.saturating_sub(indent + 4)).lines().enumerate()
                {
                    let lead = if row == 0 {
                        format!("{}{}{} ", signs.lbot, signs.hbar, signs.hbar)
                    } else {
                        "    ".to_owned()
                    };
                    let said = self.painted(severity, format!("{lead}{line}"));
                    writeln!(out, "{:gutter$} {} {:indent$}{said}", "", signs.vbar_break, "")?;
                }
            }
        }
        writeln!(out, "{:gutter$} {}{}", "", signs.lbot, signs.hbar.to_string().repeat(4))
    }

    /// `  help: …`, its further lines below its first word.
    fn footer(&self, out: &mut dyn Write, name: &str, text: &str) -> io::Result<()> {
        let indent = name.len() + 4;
        let styled = self.painted(None, format!("  {name}: "));
        let wrapped: Vec<String> = text
            .lines()
            .map(|line| plain::wrapped(&plain::one_line(line), self.width.saturating_sub(indent)))
            .collect();
        for (at, line) in wrapped.iter().flat_map(|text| text.lines()).enumerate() {
            if at == 0 { writeln!(out, "{styled}{line}")? } else { writeln!(out, "{:indent$}{line}", "")? }
        }
        Ok(())
    }

    /// Text in the colour of a severity, or of what is said beside.
    fn painted(&self, severity: Option<Severity>, text: impl std::fmt::Display) -> String {
        let styles = &self.theme.styles;
        let style = match severity {
            Some(Severity::Error) => styles.error,
            Some(Severity::Warning) => styles.warning,
            Some(Severity::Note) => styles.advice,
            None => styles.help,
        };
        style.style(text).to_string()
    }
}
