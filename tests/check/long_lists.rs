//! Lists of thousands of elements, each with a finding: they would take minutes if each were compared with all others. No
//! time is taken; that the tests end is what shows it.

use erstwhile::model::{Code, Fact, FileFact, Finding};

use crate::common::{Run, as_of, options, workspace};

const MANY: usize = 12_000;

/// The findings of one code about one file, with the bytes at which each is.
fn found(path: &str, text: String, code: Code) -> Vec<(Finding, String)> {
    let files = workspace(vec![(path.to_owned(), text)]);
    let (report, run) = Run::check(files, &options(as_of("")));
    let of_code = report.findings.iter().filter(|finding| finding.code == code);
    let found = of_code.map(|finding| (finding.clone(), run.files.slice(finding.site.place).to_owned()));
    found.collect()
}

/// A list of what `element` makes of each number.
fn list(element: impl Fn(usize) -> String) -> String {
    (0..MANY).map(element).collect::<Vec<_>>().join(",")
}

#[test]
fn each_element_of_a_long_list_is_found_in_its_place() {
    let allowed = |at: usize| format!("(code:\"unsourced\",reason:\"r{at}\")");
    let text = format!("(claims:[(id:\"c\",statement:\"x\",valid:\"2020/2022\",allow:[{}])])", list(allowed));
    let unused = found("claims/a.ron", text, Code::UnusedAllow);
    assert_eq!(unused.len(), MANY - 1);
    for ((_, written), at) in unused.iter().zip(1..) {
        assert_eq!(*written, allowed(at));
    }
    let source = |at: usize| format!("\"s{at:05}\"");
    let ron = format!("(claims:[(id:\"c\",statement:\"x\",sources:[{}])])", list(source));
    let unknown = found("claims/a.ron", ron, Code::UnknownId);
    assert_eq!(unknown.len(), MANY);
    for ((_, written), at) in unknown.iter().zip(0..) {
        assert_eq!(*written, source(at));
    }
}

#[test]
fn the_first_hundred_unknown_ids_have_a_suggestion() {
    let claim =
        |at: usize| format!("(id:\"claim-number-{at}\",statement:\"x\",supersedes:[\"claim-numbre-{at}\"])");
    let text = format!("(claims:[{}])", list(claim));
    let unknown = found("claims/a.ron", text, Code::UnknownId);
    assert_eq!(unknown.len(), MANY);
    let suggested = unknown.iter().filter(|(finding, _)| {
        let Fact::FileFact(fact) = &finding.fact else { return false };
        matches!(**fact, FileFact::UnknownLink { near: Some(_), .. })
    });
    assert_eq!(suggested.count(), 100);
}

#[test]
fn each_of_many_pending_claims_finds_what_has_begun() {
    let claim = |id: &str, at: usize, valid: &str| {
        format!("(id:\"{id}{at}\",subject:\"s\",relation:\"r\",object:\"o{at}\",valid:\"{valid}\")")
    };
    let pending = list(|at| claim("p", at, "pending"));
    let begun = list(|at| claim("b", at, "2020/.."));
    let text = format!("(relations:[(id:\"r\")],claims:[{pending},{begun}])");
    let realised = found("claims/a.ron", text, Code::Superseded);
    assert_eq!(realised.len(), MANY);
    for (finding, _) in &realised {
        assert_eq!(finding.claims[0][1..], finding.claims[1][1..]);
    }
}

#[test]
fn the_names_of_an_entity_are_held_against_those_of_others() {
    let alias = |_| "\"Same\"".to_owned();
    let text = format!("(entities:[(id:\"one\",name:\"Same\"),(id:\"two\",aliases:[{}])])", list(alias));
    let ambiguous = found("claims/a.ron", text, Code::AmbiguousAlias);
    assert_eq!(ambiguous.len(), 1);
    assert_eq!(ambiguous[0].0.claims, ["two", "one"]);
}
