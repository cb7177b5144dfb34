//! What SARIF output says of small reports. That it fits the public schema is tested with all formats.

use serde_json::{Value, json};

use crate::model::{Ground, Report, Step};
use crate::render::{OutputFormat, Style, examples};
use crate::text::Files;

fn run(report: &Report, files: &Files) -> Value {
    let text = examples::rendered(OutputFormat::Sarif, report, files, Style::default());
    let log: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(log["version"], "2.1.0");
    log["runs"][0].clone()
}

#[test]
fn a_finding_is_a_result() {
    let (files, report) = examples::contradiction();
    let run = run(&report, &files);
    let result = &run["results"][0];
    assert_eq!(run["tool"]["driver"]["rules"][0]["id"], result["ruleId"]);
    assert_eq!((&result["ruleIndex"], &result["level"]), (&json!(0), &json!("error")));
    assert_eq!(
        result["locations"],
        json!([{"physicalLocation": {
            "artifactLocation": {"uri": "claims/azure.ron", "uriBaseId": "%SRCROOT%"},
            "region": {"startLine": 4, "startColumn": 18, "endLine": 4, "endColumn": 33},
        }}])
    );
    assert_eq!(result["relatedLocations"][0]["message"], json!({"text": "says that it is Oracle"}));
    assert_eq!(result["relatedLocations"][1]["id"], 2);
    assert_eq!(result["partialFingerprints"], json!({"erstwhile/v1": "contradiction-1"}));
    assert_eq!(result["codeFlows"], Value::Null);
    assert_eq!(run["invocations"], json!([{"executionSuccessful": true}]));
    assert_eq!(run["properties"]["asOf"], "2026-11-23");
}

#[test]
fn the_way_to_the_evidence_is_a_flow_for_each_claim() {
    let (files, mut report) = examples::contradiction();
    let place = report.findings[0].site.place;
    let step = |(ground, message): (Ground, &str)| Step { ground, fact: message.into(), place };
    let steps = [
        (Ground::Found, "found"),
        (Ground::Claim, "one"),
        (Ground::Source, "one's"),
        (Ground::Source, "one's too"),
        (Ground::Claim, "two"),
    ];
    report.trails = vec![steps.map(step).into()];
    let run = run(&report, &files);
    let flows = run["results"][0]["codeFlows"].as_array().cloned().unwrap_or_default();
    let said = |flow: &Value| -> Vec<(u64, String)> {
        let locations = flow["threadFlows"][0]["locations"].as_array().cloned().unwrap_or_default();
        let said = |step: &Value| {
            let text = step["location"]["message"]["text"].as_str().unwrap_or_default().to_owned();
            (step["nestingLevel"].as_u64().unwrap_or(9), text)
        };
        locations.iter().map(said).collect()
    };
    let expected = |steps: &[(u64, &str)]| -> Vec<(u64, String)> {
        steps.iter().map(|(level, text)| (*level, (*text).to_owned())).collect()
    };
    assert_eq!(flows.len(), 2);
    assert_eq!(said(&flows[0]), expected(&[(0, "found"), (1, "one"), (2, "one's"), (2, "one's too")]));
    assert_eq!(said(&flows[1]), expected(&[(0, "found"), (1, "two")]));
    report.trails[0].truncate(1);
    assert_eq!(self::run(&report, &files)["results"][0]["codeFlows"], Value::Null);
}

#[test]
fn no_text_becomes_a_link() {
    let (files, mut report) = examples::single("c.ron", "bad", "bad");
    report.findings[0].fact = "see [here](http://x)".into();
    assert_eq!(run(&report, &files)["results"][0]["message"]["text"], "see [here] (http://x)");
}

#[test]
fn a_run_that_could_not_read_everything_has_failed() {
    let mut report = examples::empty();
    report.incomplete = true;
    let run = run(&report, &Files::default());
    let invocation = &run["invocations"][0];
    assert_eq!(invocation["executionSuccessful"], false);
    assert_eq!(invocation["toolExecutionNotifications"][0]["level"], "error");
    assert_eq!(run["results"], json!([]));
}
