//! Small reports for the tests of the formats. Compiled only for tests.

use std::sync::{Arc, LazyLock};

use super::{Context, OutputFormat, Style, render};
use crate::model::{
    Base, Code, Coverage, Fact, Finding, Report, RuleWords, Site, Summary, Unjudged, VerbatimFact,
};
use crate::text::{File, Files, Place};
use crate::time::Day;
use crate::words::{Choice, Wording, Words};

static NOTHING: LazyLock<Base> = LazyLock::new(Base::default);

/// What is shown of a base without claims.
pub(super) fn context(files: &Files) -> Context<'_> {
    Context { files, words: Words::new(&NOTHING, Choice::default()), style: Style::default() }
}

/// What `format` writes.
pub(super) fn rendered(format: OutputFormat, report: &Report, files: &Files, style: Style) -> String {
    let mut out = Vec::new();
    render(format, report, &context(files), style, &mut out).expect("writing to memory");
    String::from_utf8(out).expect("output is text")
}

/// The words of a rule without its own message.
pub(super) fn rule(id: &str) -> Arc<RuleWords> {
    Arc::new(RuleWords { id: id.to_owned(), message: None, help: None })
}

/// English words about a base without claims.
pub(super) fn wording() -> Wording<'static> {
    Words::new(&NOTHING, Choice::default()).general()
}

/// Words as they are.
pub(super) fn said(message: &str, label: &str, help: &str) -> Fact {
    VerbatimFact::Said { message: message.to_owned(), label: label.to_owned(), help: help.to_owned() }.into()
}

/// A report without findings.
pub(super) fn empty() -> Report {
    report(Vec::new(), 0)
}

/// A report of these findings, all of them errors.
pub(super) fn report(findings: Vec<Finding>, files: usize) -> Report {
    let summary = Summary { error: findings.len(), files, claims: 2, ..Summary::default() };
    let as_of = Day::from_ymd(2026, 11, 23).expect("a day");
    Report {
        command: "check",
        as_of,
        by_own_date: 0,
        coverage: Coverage::default(),
        unjudged: Unjudged::default(),
        known_by: None,
        findings,
        trails: Vec::new(),
        summary,
        unseen: Vec::new(),
        incomplete: false,
    }
}

/// A file of this text and a finding about the first `part` of it.
pub(super) fn single(path: &str, text: &str, part: &str) -> (Files, Report) {
    let mut files = Files::default();
    let file = files.add(File::new(path, text));
    let start = text.find(part).expect("the part is in the text");
    let site = Site::exact(Place::new(file, start, start + part.len()));
    let finding = Finding::new(Code::MalformedDate, said("This is not a date.", "here", ""), site);
    (files, report(vec![finding], 1))
}

const AZURE: &str = r#"(
    claims: [
        (
            id: "azure-exclusive",
            statement: "Azure is the exclusive cloud provider of OpenAI",
            valid: "2023-01-23/2025-01-21",
        ),
    ],
)
"#;

const ORACLE: &str = r#"(
    claims: [
        (id: "oracle-exclusive", subject: "oracle", valid: "2024-06-11/.."),
    ],
)
"#;

/// Two claims in two files that cannot both be true.
pub(super) fn contradiction() -> (Files, Report) {
    let mut files = Files::default();
    let azure = files.add(File::new("claims/azure.ron", AZURE));
    let oracle = files.add(File::new("claims/oracle.ron", ORACLE));
    let within = |text: &str, part: &str| text.find(part).map(|at| (at, at + part.len())).expect("part");
    let at = |file, (start, end)| Site::exact(Place::new(file, start, end));
    let fact = said(
        "Oracle and Microsoft Azure cannot both be the exclusive cloud provider of OpenAI, but both are known to be \
         from 2024-06-11 to 2025-01-21.",
        "says that it is Microsoft Azure",
        "Correct the dates of one of the two, or give the claim that took over `supersedes`.",
    );
    let finding = Finding::new(Code::Contradiction, fact, at(azure, within(AZURE, "azure-exclusive")))
        .about("azure-exclusive")
        .about("oracle-exclusive")
        .related("says that it is Oracle", at(oracle, within(ORACLE, "oracle-exclusive")))
        .related("known to hold until this day", at(azure, within(AZURE, "2023-01-23/2025-01-21")));
    let mut report = report(vec![finding], 2);
    report.findings[0].fingerprint = "contradiction-1".to_owned();
    (files, report)
}
