//! Checkstyle XML: a `file` for each file with findings and an `error` for each of these, whatever its severity. An
//! exchange format that many servers and editors read; it has no published schema and no place for what a run as a whole
//! says: that it is incomplete is an error in the folder.

use std::io::{self, Write};

use super::escape::xml;
use super::{batches, order, plain, summary};
use crate::model::{Finding, Report, Severity};
use crate::render::Context;

/// Writes the findings of `report`.
pub(super) fn render(report: &Report, context: &Context<'_>, out: &mut dyn Write) -> io::Result<()> {
    // The version of the format: all programs that write it name one of Checkstyle's own.
    out.write_all(b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n")?;
    let all = &report.findings;
    batches::write_all(all, out, |first, findings| {
        let mut text = Vec::new();
        for (row, finding) in (first..).zip(findings) {
            if order::opens(all, row) {
                let path = context.files.get(finding.site.place.file).path();
                writeln!(text, "  <file name=\"{}\">", xml(path))?;
            }
            error(finding, context, &mut text)?;
            if order::closes(all, row) {
                writeln!(text, "  </file>")?;
            }
        }
        Ok(text)
    })?;
    if let Some(words) = summary::incomplete(report, &context.words.general()) {
        let (words, source) = (xml(&words), summary::INCOMPLETE);
        writeln!(out, "  <file name=\".\">")?;
        writeln!(
            out,
            "    <error line=\"1\" column=\"1\" severity=\"error\" message=\"{words}\" source=\"erstwhile.{source}\"/>"
        )?;
        writeln!(out, "  </file>")?;
    }
    out.write_all(b"</checkstyle>\n")
}

fn error(finding: &Finding, context: &Context<'_>, out: &mut Vec<u8>) -> io::Result<()> {
    let (start, _) = context.files.positions(finding.site.place);
    let severity = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "info",
    };
    writeln!(
        out,
        "    <error line=\"{}\" column=\"{}\" severity=\"{severity}\" message=\"{}\" source=\"erstwhile.{}\"/>",
        start.line,
        start.column,
        xml(&plain::one_line(&context.message(finding))),
        finding.code
    )
}

#[cfg(test)]
mod tests {
    use super::super::{OutputFormat, Style, examples};

    #[test]
    fn files_hold_their_findings() {
        let (files, mut report) = examples::contradiction();
        report.findings[0].fact = "\"one\" & <two>".into();
        let text = examples::rendered(OutputFormat::Checkstyle, &report, &files, Style::default());
        insta::assert_snapshot!(text, @r#"
        <?xml version="1.0" encoding="UTF-8"?>
        <checkstyle version="4.3">
          <file name="claims/azure.ron">
            <error line="4" column="18" severity="error" message="&quot;one&quot; &amp; &lt;two&gt;" source="erstwhile.contradiction"/>
          </file>
        </checkstyle>
        "#);
    }

    #[test]
    fn nothing_found_is_an_empty_report() {
        let files = crate::text::Files::default();
        let text = examples::rendered(OutputFormat::Checkstyle, &examples::empty(), &files, Style::default());
        insta::assert_snapshot!(text, @r#"
        <?xml version="1.0" encoding="UTF-8"?>
        <checkstyle version="4.3">
        </checkstyle>
        "#);
    }
}
