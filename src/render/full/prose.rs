//! Findings about drafts with all that belongs to them: the sentence with the words that decided underlined, then the
//! records that decided, then what to do and what to write to accept it.

use std::io::{self, Write};

use super::{FullLayout, RELATED, heading, help};
use crate::model::{Finding, Related};
use crate::render::Context;

impl FullLayout {
    /// Writes one finding about a draft: its sentence, then the records that decided, each on a line of its own, so that
    /// what is in claims files does not drown the sentence.
    pub(super) fn write_prose(
        &self,
        out: &mut dyn Write,
        finding: &Finding,
        context: &Context<'_>,
    ) -> io::Result<()> {
        let severity = Some(finding.severity);
        let wording = context.words.for_draft(finding.language.as_deref());
        let worded = context.worded(finding);
        let (kind, message) = heading(finding, &worded, self.width, context);
        writeln!(out, "{}{message}", self.painted(severity, kind))?;
        self.passage(out, finding.site.place, &[finding.site.place.span], &worded.label, severity, context)?;
        let (here, elsewhere): (Vec<(&Related, &String)>, Vec<_>) = finding
            .related
            .iter()
            .zip(&worded.related)
            .take(RELATED)
            .partition(|(it, _)| it.site.place.file == finding.site.place.file);
        for (related, message) in here {
            self.passage(out, related.site.place, &[related.site.place.span], message, None, context)?;
        }
        for (related, message) in elsewhere {
            let (start, _) = context.files.positions(related.site.place);
            let path = context.files.get(related.site.place.file).path();
            self.footer(out, &wording.phrase("record", &[]), &format!("{message}, {path}:{}", start.line))?;
        }
        if let Some(help) = help(finding, &worded) {
            self.footer(out, &wording.phrase("help", &[]), &help)?;
        }
        writeln!(out)
    }
}
