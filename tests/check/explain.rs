//! The pages of codes and kinds: each is there, is laid out like the others, and its examples do what it says.
//!
//! What a page explains in words is not tested; what it shows is.

use crate::common::{
    self, Fence, Run, as_of, check, concise, fences, lint, options, present, section, sections,
};
use erstwhile::check::KINDS;
use erstwhile::engine::{CheckOptions, DraftOptions};
use erstwhile::load;
use erstwhile::model::{Code, Finding, Report};

const OF_CODE: [&str; 4] = ["Why it matters", "Example", "Fixed", "What to do"];
const OF_KIND: [&str; 6] = ["Parameters", "Reports", "Wikidata", "A rule", "Example", "Fixed"];

/// Checks one example of a page, together with the rule that the page shows. Where it shows a draft, that is linted;
/// what is found only on request is asked for by the page of its code.
fn example(page: &str, heading: &str, asked: Option<Code>) -> (Report, Run) {
    let sections = sections(page);
    let shown = fences(section(&sections, heading));
    assert!(!shown.is_empty(), "“{heading}” shows a file");
    let mut all: Vec<Fence> = fences(section(&sections, "A rule"));
    for fence in &mut all {
        fence.attributes.entry("path".to_owned()).or_insert_with(|| "rules/example.ron".to_owned());
    }
    all.extend(shown);
    let text = section(&sections, heading);
    if !all.iter().any(Fence::is_draft) {
        return check(&all, as_of(text));
    }
    let mut check = CheckOptions { command: "lint", ..options(as_of(text)) };
    let asked = asked.filter(|code| code.is_on_request());
    check.selection.severities.extend(asked.map(|code| (code.to_string(), Some(code.severity()))));
    lint(&all, &DraftOptions { check, present: present(text) })
}

/// What is wrong with a page's layout.
fn layout(name: &str, page: &str, headings: &[&str]) -> Vec<String> {
    let mut wrong = Vec::new();
    let sections = sections(page);
    let found: Vec<&str> = sections.iter().skip(1).map(|(heading, _)| heading.as_str()).collect();
    if found != headings {
        wrong.push(format!("{name}: its headings are {found:?}, and should be {headings:?}"));
    }
    let opening = section(&sections, "");
    let sentence = opening.strip_prefix(&format!("# {name}\n\n")).map(str::trim);
    if !sentence.is_some_and(|sentence| sentence.ends_with('.')) {
        wrong.push(format!("{name}: it should open with its name and a sentence, not with {opening:?}"));
    }
    if sections.iter().any(|(_, body)| body.trim().is_empty()) {
        wrong.push(format!("{name}: something is empty"));
    }
    if let Some(line) = page.lines().find(|line| line.chars().count() > 120) {
        wrong.push(format!("{name}: too wide for a terminal: {line}"));
    }
    wrong
}

/// Checks that the example of a page fails as `meant`, and that the fixed one is clean.
fn examples(name: &str, page: &str, asked: Option<Code>, meant: impl Fn(&Finding) -> bool) -> Vec<String> {
    let mut wrong = Vec::new();
    let (report, run) = example(page, "Example", asked);
    if !report.findings.iter().any(meant) {
        wrong.push(format!("{name}: the example does not show it:\n{}", concise(&report, &run)));
    }
    let (report, run) = example(page, "Fixed", asked);
    if !report.findings.is_empty() {
        wrong.push(format!("{name}: the fixed example is not clean:\n{}", concise(&report, &run)));
    }
    wrong
}

#[test]
fn pages_of_codes() {
    let mut wrong = Vec::new();
    for code in Code::ALL {
        let (name, page) = (code.as_str(), code.page());
        let mut amiss = layout(name, page, &OF_CODE);
        let opening = page.lines().skip(2).take_while(|line| !line.is_empty()).collect::<Vec<_>>().join(" ");
        if !opening.starts_with(code.summary().trim_end_matches('.')) {
            amiss.push(format!("{name}: it should open as its summary does: {}", code.summary()));
        }
        if amiss.is_empty() {
            wrong.extend(examples(name, page, Some(*code), |finding| finding.code == *code));
        }
        wrong.extend(amiss);
    }
    assert!(wrong.is_empty(), "{} pages\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn examples_of_codes_show_nothing_else() {
    let mut wrong = Vec::new();
    for code in Code::ALL {
        let (report, run) = example(code.page(), "Example", Some(*code));
        if report.findings.iter().any(|finding| finding.code != *code) {
            wrong.push(format!("{code}:\n{}", concise(&report, &run)));
        }
    }
    assert!(wrong.is_empty(), "other findings distract\n{}", wrong.join("\n"));
}

#[test]
fn pages_of_kinds() {
    let mut wrong = Vec::new();
    for kind in KINDS {
        let amiss = layout(kind.name, kind.page, &OF_KIND);
        if amiss.is_empty() {
            let (rule, codes) = (rule_of(kind.page), codes_of(kind.page));
            assert!(!codes.is_empty(), "{} reports something", kind.name);
            let meant = |finding: &Finding| {
                finding.rule.as_deref().is_some_and(|words| words.id == *rule)
                    && codes.contains(&finding.code)
            };
            wrong.extend(examples(kind.name, kind.page, None, meant));
        }
        wrong.extend(amiss);
    }
    assert!(wrong.is_empty(), "{} pages\n{}", wrong.len(), wrong.join("\n"));
}

/// The id of the rule that a page shows.
fn rule_of(page: &str) -> String {
    let sections = sections(page);
    let shown = fences(section(&sections, "A rule"));
    let files = common::workspace(
        shown.iter().map(|fence| ("rules/example.ron".to_owned(), fence.text.clone())).collect(),
    );
    let loaded = load::load(&files);
    let own = |index: usize| index == 0;
    let rule = loaded.base.rules.iter().find(|rule| own(rule.place.file.index()));
    rule.unwrap_or_else(|| panic!("a rule in\n{}", section(&sections, "A rule"))).id.clone()
}

/// The codes that a page says its kind reports: the first words of its list.
fn codes_of(page: &str) -> Vec<Code> {
    let sections = sections(page);
    let items =
        section(&sections, "Reports").lines().filter_map(|line| line.strip_prefix("- `")?.split('`').next());
    items.map(|word| Code::named(word).unwrap_or_else(|| panic!("`{word}` is no code"))).collect()
}

#[test]
fn parameters_are_as_the_tables_say() {
    let mut wrong = Vec::new();
    for kind in KINDS {
        let sections = sections(kind.page);
        let rows: Vec<&str> =
            section(&sections, "Parameters").lines().filter(|line| line.starts_with("| `")).collect();
        assert!(!rows.is_empty(), "{} has parameters", kind.name);
        for row in rows {
            let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
            let [name, _, written, _] = cells[..] else { panic!("four cells in {row}") };
            let written = written.trim_matches('`');
            if !written.starts_with(&format!("{}: ", name.trim_matches('`'))) {
                wrong.push(format!("{}: {row}", kind.name));
            }
            let rule = format!("(rules: [(id: \"test\", kind: {}({written}))])", kind.name);
            let loaded = load::load(&common::workspace(vec![("rules/example.ron".to_owned(), rule)]));
            let words = common::words(&loaded);
            // The relations of the example are not on record here, and one parameter alone may not make a rule.
            let about_names = |finding: &Finding| {
                finding.code == Code::UnknownId
                    || words.of(finding).message.contains("is not valid: it needs")
            };
            wrong.extend(
                loaded
                    .findings
                    .iter()
                    .filter(|finding| !about_names(finding))
                    .map(|finding| words.of(finding).message),
            );
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
