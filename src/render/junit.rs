//! JUnit XML, so that anything that shows test results can show the findings. A suite for each file with findings, in
//! which each finding is a test that fails, whatever its severity: a test knows no degrees, and the severity is the
//! type of the failure. What may fail a run is for the exit code to say.
//!
//! One test is always there and passes, so that a run without findings is not an empty report: that everything could be
//! read. Where that is not so, it is an error. There are no times, because none were taken.
//!
//! Written by hand, because `quick-junit` 0.8 would save some fifteen lines and cost more than that: it gives
//! `testsuites` a `skipped` that `junit-10.xsd` refuses, drops what follows an escape character in a text, writes line
//! breaks into attributes as they are, and holds the whole report in memory (87 MB for 60,000 findings, on one core).

use std::io::{self, Write};

use super::escape::xml;
use super::{batches, details, order, plain, summary};
use crate::model::{Finding, Report};
use crate::render::Context;
use crate::words::Worded;

/// Claims that the name of a test names; of a cluster there may be thousands.
const CLAIMS: usize = 3;

/// Digits of the fingerprint that distinguish findings with the same code and claims.
const DIGITS: usize = 8;

/// Writes the findings of `report`.
pub(super) fn render(report: &Report, context: &Context<'_>, out: &mut dyn Write) -> io::Result<()> {
    let all = &report.findings;
    let (tests, failures, errors) = (all.len() + 1, all.len(), usize::from(report.incomplete));
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    writeln!(
        out,
        "<testsuites name=\"erstwhile {}\" tests=\"{tests}\" failures=\"{failures}\" errors=\"{errors}\">",
        xml(report.command)
    )?;
    run(report, context, out)?;
    batches::write_all(all, out, |first, findings| {
        let mut text = Vec::new();
        for (row, finding) in (first..).zip(findings) {
            if order::opens(all, row) {
                let path = xml(context.files.get(finding.site.place.file).path());
                let count = order::of_its_file(all, row);
                writeln!(
                    text,
                    "  <testsuite name=\"{path}\" file=\"{path}\" tests=\"{count}\" failures=\"{count}\" errors=\"0\">"
                )?;
            }
            case(finding, context, &mut text)?;
            if order::closes(all, row) {
                writeln!(text, "  </testsuite>")?;
            }
        }
        Ok(text)
    })?;
    writeln!(out, "</testsuites>")
}

/// The suite that is always there.
fn run(report: &Report, context: &Context<'_>, out: &mut dyn Write) -> io::Result<()> {
    let errors = usize::from(report.incomplete);
    let command = xml(report.command);
    writeln!(
        out,
        "  <testsuite name=\"erstwhile {command}\" tests=\"1\" failures=\"0\" errors=\"{errors}\">"
    )?;
    write!(out, "    <testcase classname=\"erstwhile {command}\" name=\"everything could be read\"")?;
    match summary::incomplete(report, &context.words.general()) {
        None => writeln!(out, "/>")?,
        Some(words) => {
            writeln!(out, ">\n      <error type=\"incomplete\" message=\"{}\"/>", xml(&words))?;
            writeln!(out, "    </testcase>")?;
        }
    }
    writeln!(out, "  </testsuite>")
}

/// A finding. Its name stays the same from run to run, so that a server can tell what is new and what was fixed, and no
/// two are the same, because GitLab shows only the first of those.
fn case(finding: &Finding, context: &Context<'_>, out: &mut Vec<u8>) -> io::Result<()> {
    let path = xml(context.files.get(finding.site.place.file).path());
    let name = format!("{}{} [{}]", finding.code, claims(finding), short(&finding.fingerprint));
    let worded = context.worded(finding);
    let message = plain::one_line(&worded.message);
    writeln!(out, "    <testcase classname=\"{path}\" name=\"{}\">", xml(&name))?;
    write!(out, "      <failure type=\"{}\" message=\"{}\">", finding.severity, xml(&message))?;
    let lines = body(finding, &worded, context);
    let lines: Vec<_> = lines.iter().map(|line| xml(line)).collect();
    writeln!(out, "{}</failure>\n    </testcase>", lines.join("\n"))
}

/// The claims that a finding is about, or the first of them, after a colon.
fn claims(finding: &Finding) -> String {
    let mut named: Vec<&str> = finding.claims.iter().take(CLAIMS).map(String::as_str).collect();
    if finding.claims.len() > CLAIMS {
        named.push("…");
    }
    if named.is_empty() { String::new() } else { format!(": {}", named.join(", ")) }
}

/// The first digits of a fingerprint, and the number that follows the fingerprint of what is there several times.
fn short(fingerprint: &str) -> String {
    let (digits, number) = fingerprint.split_at_checked(32).unwrap_or((fingerprint, ""));
    format!("{}{number}", digits.get(..DIGITS).unwrap_or(digits))
}

/// What is said about a finding beside the name of the test.
fn body(finding: &Finding, worded: &Worded, context: &Context<'_>) -> Vec<String> {
    let place = finding.site.place;
    let (start, _) = context.files.positions(place);
    let path = plain::one_line(context.files.get(place.file).path());
    let message = plain::one_line(&worded.message);
    let mut lines = vec![format!(
        "{path}:{}:{}: {}[{}] {message}",
        start.line, start.column, finding.severity, finding.code
    )];
    let related = details::related(finding, worded, context);
    lines
        .extend(related.map(|(message, place)| plain::one_line(&format!("{place}: {message}")).into_owned()));
    lines.extend(details::unnamed(finding));
    lines.extend(worded.help.iter().map(|help| format!("help: {}", plain::lines(help))));
    lines
}

#[cfg(test)]
mod tests {
    use super::super::{OutputFormat, Style, examples};

    #[test]
    fn findings_are_tests_that_fail() {
        let (files, report) = examples::contradiction();
        let text = examples::rendered(OutputFormat::Junit, &report, &files, Style::default());
        insta::assert_snapshot!(text, @r#"
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="erstwhile check" tests="2" failures="1" errors="0">
          <testsuite name="erstwhile check" tests="1" failures="0" errors="0">
            <testcase classname="erstwhile check" name="everything could be read"/>
          </testsuite>
          <testsuite name="claims/azure.ron" file="claims/azure.ron" tests="1" failures="1" errors="0">
            <testcase classname="claims/azure.ron" name="contradiction: azure-exclusive, oracle-exclusive [contradi]">
              <failure type="error" message="Oracle and Microsoft Azure cannot both be the exclusive cloud provider of OpenAI, but both are known to be from 2024-06-11 to 2025-01-21.">claims/azure.ron:4:18: error[contradiction] Oracle and Microsoft Azure cannot both be the exclusive cloud provider of OpenAI, but both are known to be from 2024-06-11 to 2025-01-21.
        claims/oracle.ron:3: says that it is Oracle
        claims/azure.ron:6: known to hold until this day
        help: Correct the dates of one of the two, or give the claim that took over `supersedes`.</failure>
            </testcase>
          </testsuite>
        </testsuites>
        "#);
    }

    #[test]
    fn a_run_without_findings_passes_a_test() {
        let files = crate::text::Files::default();
        let text = examples::rendered(OutputFormat::Junit, &examples::empty(), &files, Style::default());
        insta::assert_snapshot!(text, @r#"
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="erstwhile check" tests="1" failures="0" errors="0">
          <testsuite name="erstwhile check" tests="1" failures="0" errors="0">
            <testcase classname="erstwhile check" name="everything could be read"/>
          </testsuite>
        </testsuites>
        "#);
    }

    #[test]
    fn what_could_not_be_read_is_an_error() {
        let files = crate::text::Files::default();
        let mut report = examples::empty();
        report.incomplete = true;
        let text = examples::rendered(OutputFormat::Junit, &report, &files, Style::default());
        insta::assert_snapshot!(text, @r#"
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="erstwhile check" tests="1" failures="0" errors="1">
          <testsuite name="erstwhile check" tests="1" failures="0" errors="1">
            <testcase classname="erstwhile check" name="everything could be read">
              <error type="incomplete" message="Not everything could be read or used, so there may be more problems than are listed here."/>
            </testcase>
          </testsuite>
        </testsuites>
        "#);
    }

    #[test]
    fn a_name_stays_short() {
        let (_, mut report) = examples::contradiction();
        let finding = &mut report.findings[0];
        assert_eq!(super::claims(finding), ": azure-exclusive, oracle-exclusive");
        finding.claims = vec!["one".to_owned(); 1000];
        assert_eq!(super::claims(finding), ": one, one, one, …");
        finding.claims.clear();
        assert_eq!(super::claims(finding), "");
    }

    #[test]
    fn repeated_findings_keep_names_of_their_own() {
        let digits = "0123456789abcdef0123456789abcdef";
        assert_eq!(super::short(digits), "01234567");
        assert_eq!(super::short(&format!("{digits}-2")), "01234567-2");
        assert_eq!(super::short("é"), "é");
    }
}
