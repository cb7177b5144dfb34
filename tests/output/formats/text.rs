//! No text of a file becomes markup or a command, in any format, and no format loses a finding.

use erstwhile::load;
use erstwhile::model::{Code, Fact, Finding, Report, Severity, Site, Summary, VerbatimFact};
use erstwhile::render::OutputFormat;
use erstwhile::text::{File, Files, Place};
use erstwhile::time::Day;
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag};
use roxmltree::Document;
use serde_json::Value;

use super::written;
use crate::common::Run;

/// A message that is also what to do.
fn said(message: &str) -> Fact {
    VerbatimFact::Said { message: message.to_owned(), label: String::new(), help: message.to_owned() }.into()
}

/// A report of findings with these paths and messages.
pub fn report(texts: &[(String, String)]) -> (Report, Run) {
    let mut files = Files::default();
    let mut findings = Vec::new();
    for (at, (path, message)) in texts.iter().enumerate() {
        let file = files.add(File::new(path, message.as_str()));
        let site = Site::exact(Place::new(file, 0, message.len()));
        let mut finding = Finding::new(Code::Stale, said(message), site).about(message);
        finding = finding.related(message.as_str(), site);
        finding.severity = [Severity::Error, Severity::Warning, Severity::Note][at % 3];
        finding.fingerprint = format!("{at:032x}");
        findings.push(finding);
    }
    let mut report = Report {
        command: "check",
        as_of: Day::from_ymd(2026, 11, 23).expect("a day"),
        by_own_date: 0,
        coverage: erstwhile::model::Coverage::default(),
        unjudged: erstwhile::model::Unjudged::default(),
        known_by: None,
        findings,
        trails: Vec::new(),
        summary: Summary { files: texts.len(), claims: 1, ..Summary::default() },
        unseen: Vec::new(),
        incomplete: false,
    };
    report.count_again();
    let loaded = load::load(&Files::default());
    (report, Run { files, loaded })
}

/// What a reader of Markdown sees that is neither words nor the lists and headings of the format itself.
fn markup(text: &str) -> Vec<String> {
    let is_own = |event: &Event| match event {
        Event::Text(_) | Event::Code(_) | Event::End(_) | Event::SoftBreak => true,
        Event::Start(tag) => {
            matches!(tag, Tag::Paragraph | Tag::Heading { .. } | Tag::List(None) | Tag::Item | Tag::Strong)
        }
        _ => false,
    };
    Parser::new_ext(text, Options::all())
        .filter(|event| !is_own(event))
        .map(|event| format!("{event:?}"))
        .collect()
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[a-z`*_<>&;#|~$\\[\\]()!:,%\\\\\"'\n\r\t \u{0}\u{1b}\u{202e}\u{feff}\u{fffe}-]{0,40}",
        "(::error::|\\]\\]>|<!--|-->|%0A|\n- |\n# |1\\. |~~~|```|\\$\\$|<b>| ){1,6}",
    ]
}

/// What holds of what a format makes of `count` findings, whatever they say.
fn look_at(format: OutputFormat, text: &str, count: usize) {
    match format {
        OutputFormat::Json | OutputFormat::Sarif | OutputFormat::Gitlab | OutputFormat::Rdjson => {
            assert!(serde_json::from_str::<Value>(text).is_ok(), "{format}: {text}");
        }
        OutputFormat::JsonLines => assert_eq!(text.split_terminator('\n').count(), count),
        OutputFormat::Junit | OutputFormat::Checkstyle => {
            let name = if format == OutputFormat::Junit { "failure" } else { "error" };
            let page = Document::parse(text).unwrap_or_else(|error| panic!("{format}: {error}: {text}"));
            let found = page.descendants().filter(|node| node.has_tag_name(name)).count();
            assert_eq!(found, count, "{format}");
        }
        OutputFormat::Github => {
            let commands = text.split('\n').filter(|line| line.trim_start().starts_with("::")).count();
            assert_eq!(commands, count, "{text}");
            assert_eq!(text.split(['\n', '\r']).count(), count + 2, "{text}");
        }
        OutputFormat::Markdown => {
            assert_eq!(markup(text), [""; 0], "{text}");
            assert_eq!(text.matches("\n- **").count(), count, "{text}");
        }
        OutputFormat::Full | OutputFormat::Grouped | OutputFormat::Concise => {
            let commands = text.chars().any(|letter| letter.is_control() && !matches!(letter, '\n' | '\t'));
            assert!(!commands, "{format}: {text:?}");
        }
    }
}

proptest! {
    #[test]
    fn no_text_becomes_anything_else(texts in proptest::collection::vec((text(), text()), 0..5)) {
        let (report, files) = report(&texts);
        for format in OutputFormat::ALL.iter().copied() {
            look_at(format, &written(format, &report, &files), texts.len());
        }
    }
}
