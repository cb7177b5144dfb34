//! A rule as people read it: what it asks, of which relations, and the examples that it carries.

use crate::cli::session::Session;
use crate::load::{is_standard, locate::locate};
use crate::model::{Rule, RuleScope, Site};
use crate::render::{Sheet, Tone};

/// The width of the column of labels.
const LABEL: usize = 9;

/// Adds the page of a rule.
pub fn add(sheet: &mut Sheet, session: &Session, rule: &Rule) {
    sheet.heading(&format!("Rule {}", rule.id));
    sheet.gap();
    sheet.field(2, LABEL, "Requires", Tone::Plain, &asks(session, rule));
    sheet.field(2, LABEL, "Of", Tone::Plain, &scope(session, rule));
    sheet.field(2, LABEL, "Severity", Tone::Plain, severity(rule));
    if let Some(message) = &rule.message {
        sheet.field(2, LABEL, "Message", Tone::Plain, message);
    }
    if let Some(help) = &rule.help {
        sheet.field(2, LABEL, "Help", Tone::Plain, help);
    }
    sheet.field(2, LABEL, "Where", Tone::Faint, &place(session, rule));
    for (heading, examples) in [("Passes", &rule.passes), ("Fails", &rule.fails)] {
        for example in examples {
            sheet.heading(heading);
            sheet.gap();
            for line in unindented(example) {
                sheet.line(&format!("    {}", Tone::Link.paint(&line, sheet.style().color)));
            }
        }
    }
    sheet.gap();
    let kind = rule.kind.as_str();
    sheet.paragraph(0, Tone::Faint, &format!("erstwhile explain {kind} describes this kind of rule."));
}

/// A rule in one line: its own message, else what it asks of what.
#[must_use]
pub fn summary(session: &Session, rule: &Rule) -> String {
    let asks = format!("{} of {}", asks(session, rule), scope(session, rule));
    match &rule.message {
        Some(message) => format!("{} ({asks})", message.trim_end_matches('.')),
        None => asks,
    }
}

/// The kind and its parameters, as written.
#[must_use]
pub fn asks(session: &Session, rule: &Rule) -> String {
    let files = &session.gathered.files;
    let written = files.slice(locate(files, Site::field(rule.place, "kind")));
    let folded = written.split_whitespace().collect::<Vec<_>>().join(" ");
    if folded.starts_with(rule.kind.as_str()) { folded } else { rule.kind.as_str().to_owned() }
}

/// The relations that it is about, in words.
#[must_use]
pub fn scope(session: &Session, rule: &Rule) -> String {
    match &rule.scope {
        RuleScope::All => "every relation".to_owned(),
        RuleScope::Law(law) => {
            let word = law.as_str();
            format!("relations that declare `{word}`")
        }
        RuleScope::Relations(ids) => {
            let names: Vec<&str> = ids.iter().map(|id| session.loaded.base.relations.id(*id)).collect();
            names.join(", ")
        }
    }
}

/// The severity that it gives its findings.
#[must_use]
pub fn severity(rule: &Rule) -> &'static str {
    match rule.severity {
        None => "as the code says",
        Some(None) => "off",
        Some(Some(severity)) => severity.as_str(),
    }
}

/// Where it is written.
#[must_use]
pub fn place(session: &Session, rule: &Rule) -> String {
    let files = &session.gathered.files;
    let path = files.get(rule.place.file).path();
    let (start, _) = files.positions(rule.place);
    if is_standard(path) { "standard rule, built in".to_owned() } else { format!("{path}:{}", start.line) }
}

/// The lines of an example without their indentation.
fn unindented(example: &str) -> Vec<String> {
    let lines: Vec<&str> = example.trim_matches('\n').lines().collect();
    let deep = lines.iter().skip(1).filter(|line| !line.trim().is_empty());
    let indent = deep.map(|line| line.len() - line.trim_start().len()).min().unwrap_or(0);
    let cut =
        |line: &str| line.get(indent.min(line.len() - line.trim_start().len())..).unwrap_or(line).to_owned();
    lines.into_iter().map(cut).collect()
}
