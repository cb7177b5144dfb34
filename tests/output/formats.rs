//! The formats for other programs, held against what those programs take: public schemas (see `tests/schemas/README.md`), and
//! where there is none, the elements and fields that they read. Whatever is in files and names of files.

mod growth;
mod reports;
mod text;

use std::collections::BTreeSet;

use erstwhile::model::{Code, Report};
use erstwhile::render::{self, OutputFormat, Style};
use jsonschema::Validator;
use reports::{Example, examples};
use roxmltree::{Document, Node};
use serde_json::Value;

use crate::common::{self, Run};

/// What a format makes of a report.
fn written(format: OutputFormat, report: &Report, run: &Run) -> String {
    let mut out = Vec::new();
    render::render(format, report, &run.context(), Style::default(), &mut out).expect("memory to write to");
    String::from_utf8(out).unwrap_or_else(|error| panic!("{format}: {error}"))
}

fn json(format: OutputFormat, Example { report, run, .. }: &Example) -> Value {
    let text = written(format, report, run);
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{format}: {error}"))
}

/// The validator of a schema of the folder `schemas`.
fn schema(name: &str) -> Validator {
    let path = common::project().join("tests/schemas").join(name);
    let text = std::fs::read_to_string(path).expect("the schema");
    let schema = serde_json::from_str(&text).expect("JSON");
    jsonschema::options().should_validate_formats(true).build(&schema).expect("a schema")
}

fn expect_valid(validator: &Validator, value: &Value, what: &str) {
    let errors: Vec<String> =
        validator.iter_errors(value).map(|error| format!("{error} at {}", error.instance_path)).collect();
    assert!(errors.is_empty(), "{what}: {}", errors.join("\n"));
}

#[test]
fn sarif_fits_its_schema() {
    let validator = schema("sarif-2.1.0.json");
    for example in examples() {
        let log = json(OutputFormat::Sarif, &example);
        expect_valid(&validator, &log, example.name);
        let run = &log["runs"][0];
        let results = run["results"].as_array().expect("results");
        assert_eq!(results.len(), example.report.findings.len(), "{}", example.name);
        let rules = run["tool"]["driver"]["rules"].as_array().expect("rules");
        assert_eq!(rules.len(), Code::ALL.len());
        for (result, finding) in results.iter().zip(&example.report.findings) {
            let index =
                usize::try_from(result["ruleIndex"].as_u64().expect("a number")).expect("a small one");
            assert_eq!(rules[index]["id"], result["ruleId"]);
            assert_eq!(result["ruleId"], finding.code.as_str());
        }
        assert_eq!(run["invocations"][0]["executionSuccessful"], !example.report.incomplete);
    }
    let mut wrong = json(OutputFormat::Sarif, &examples()[0]);
    wrong["runs"][0]["columnKind"] = "bytes".into();
    assert!(!validator.is_valid(&wrong), "the schema says something");
}

#[test]
fn sarif_leads_from_a_sentence_to_the_sources() {
    let examples = examples();
    let example = examples.iter().find(|example| example.name == "a draft").expect("the draft");
    let log = json(OutputFormat::Sarif, example);
    let flow = &log["runs"][0]["results"][0]["codeFlows"][0]["threadFlows"][0]["locations"];
    let at =
        |step: usize, pointer: &str| flow[step]["location"].pointer(pointer).cloned().unwrap_or_default();
    let uri = "/physicalLocation/artifactLocation/uri";
    assert_eq!(at(0, uri), "drafts/a%20%26%20b%3A%20%C3%A9%25.md");
    assert_eq!(at(1, uri), "claims/mill.ron");
    let source = at(2, "/message/text");
    assert!(source.as_str().is_some_and(|text| text.contains("chronicle")), "{flow}");
}

/// The findings, and the entry that says that a run is incomplete.
fn entries(report: &Report) -> usize {
    report.findings.len() + usize::from(report.incomplete)
}

#[test]
fn gitlab_gets_what_it_reads() {
    let validator = schema("gitlab-code-quality.json");
    for example in examples() {
        let issues = json(OutputFormat::Gitlab, &example);
        expect_valid(&validator, &issues, example.name);
        let issues = issues.as_array().expect("an array");
        assert_eq!(issues.len(), entries(&example.report));
        let fingerprints: BTreeSet<&str> =
            issues.iter().filter_map(|issue| issue["fingerprint"].as_str()).collect();
        assert_eq!(fingerprints.len(), issues.len(), "{}: each has its own", example.name);
        for issue in issues {
            let (description, code) = (issue["description"].as_str(), issue["check_name"].as_str());
            assert!(description.zip(code).is_some_and(|(text, code)| text.starts_with(code)));
        }
    }
}

#[test]
fn reviewdog_gets_what_it_reads() {
    let validator = schema("rdformat.json");
    for example in examples() {
        let result = json(OutputFormat::Rdjson, &example);
        expect_valid(&validator, &result, example.name);
        assert_eq!(result["diagnostics"].as_array().map(Vec::len), Some(entries(&example.report)));
    }
}

#[test]
fn lines_are_findings_of_the_published_schema() {
    let mut schema: Value = serde_json::from_str(render::SCHEMA).expect("the schema is JSON");
    let whole = schema.clone();
    let finding = whole["properties"]["findings"]["items"].clone();
    schema = serde_json::json!({"$schema": whole["$schema"], "$defs": whole["$defs"], "allOf": [finding]});
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    for example in examples() {
        let text = written(OutputFormat::JsonLines, &example.report, &example.run);
        assert_eq!(text.matches('\n').count(), entries(&example.report));
        for line in text.split_terminator('\n').take(example.report.findings.len()) {
            expect_valid(&validator, &serde_json::from_str(line).expect("JSON"), example.name);
        }
    }
}

/// The elements with this name, and what they must and may have is checked of each.
fn elements<'a>(document: &'a Document<'a>, name: &'a str, must: &[&str], may: &[&str]) -> Vec<Node<'a, 'a>> {
    let found: Vec<_> = document.descendants().filter(|node| node.has_tag_name(name)).collect();
    for node in &found {
        let names: Vec<&str> = node.attributes().map(|attribute| attribute.name()).collect();
        assert!(must.iter().all(|name| names.contains(name)), "{name} has {names:?}");
        assert!(names.iter().all(|name| must.contains(name) || may.contains(name)), "{name} has {names:?}");
    }
    found
}

fn count(node: &Node, attribute: &str) -> usize {
    node.attribute(attribute).and_then(|count| count.parse().ok()).expect("a number")
}

/// The structure of `junit-10.xsd`, of which nothing else is used.
#[test]
fn junit_has_the_elements_that_servers_read() {
    for Example { name, report, run } in examples() {
        let text = written(OutputFormat::Junit, &report, &run);
        let document = Document::parse(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        let root = document.root_element();
        elements(&document, "testsuites", &["name", "tests", "failures", "errors"], &[]);
        let suites = elements(&document, "testsuite", &["name", "tests", "failures", "errors"], &["file"]);
        let cases = elements(&document, "testcase", &["name", "classname"], &[]);
        let failures = elements(&document, "failure", &["type", "message"], &[]);
        let errors = elements(&document, "error", &["type", "message"], &[]);
        assert_eq!(failures.len(), report.findings.len(), "{name}");
        assert_eq!(errors.len(), usize::from(report.incomplete), "{name}");
        let summed = |what: &str| suites.iter().map(|suite| count(suite, what)).sum::<usize>();
        for (what, there) in [("tests", &cases), ("failures", &failures), ("errors", &errors)] {
            assert_eq!((count(&root, what), summed(what)), (there.len(), there.len()), "{name}: {what}");
        }
        for suite in &suites {
            let cases = suite.children().filter(|node| node.has_tag_name("testcase")).count();
            assert_eq!(count(suite, "tests"), cases, "{name}");
        }
        let names: BTreeSet<_> =
            cases.iter().map(|case| (case.attribute("classname"), case.attribute("name"))).collect();
        assert_eq!(names.len(), cases.len(), "{name}: each test has a name of its own");
    }
}

#[test]
fn checkstyle_has_the_elements_that_servers_read() {
    for Example { name, report, run } in examples() {
        let text = written(OutputFormat::Checkstyle, &report, &run);
        let document = Document::parse(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(document.root_element().has_tag_name("checkstyle"));
        elements(&document, "checkstyle", &["version"], &[]);
        let of_files = elements(&document, "file", &["name"], &[]);
        let errors = elements(&document, "error", &["line", "column", "severity", "message", "source"], &[]);
        assert_eq!(errors.len(), entries(&report), "{name}");
        assert!(errors.iter().all(|error| error.parent().is_some_and(|file| file.has_tag_name("file"))));
        assert!(errors.iter().all(|error| count(error, "line") > 0 && count(error, "column") > 0));
        let paths: BTreeSet<_> = of_files.iter().map(|file| file.attribute("name")).collect();
        assert_eq!(paths.len(), of_files.len(), "{name}: each file once");
        let severities = ["error", "warning", "info"];
        assert!(
            errors.iter().all(|error| error.attribute("severity").is_some_and(|it| severities.contains(&it)))
        );
    }
}
