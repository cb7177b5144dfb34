//! The examples that rules carry: of the standard rules and of those in `rules/`, each run with its rule in force.

use std::fs;

use erstwhile::check;
use erstwhile::engine;
use erstwhile::load::{self, STANDARD_FILES};
use erstwhile::model::Rule;
use erstwhile::text::{File, Files};

use crate::common;

/// The rules files: path and text. Those that are embedded are read from disk too, which shows that they are the same.
fn rules_files() -> Vec<(String, String)> {
    let mut files: Vec<(String, String)> =
        STANDARD_FILES.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
    let entries = fs::read_dir(common::project().join("rules")).expect("the rules of the project");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "ron"));
    paths.sort();
    for path in paths {
        let text = fs::read_to_string(&path).expect("a rules file");
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        files.push((format!("rules/{name}"), text));
    }
    files
}

/// What the rule `id` finds in an example. The example comes first, so that what it redeclares counts.
fn findings(example: &str, rules: &(String, String), id: &str) -> Vec<String> {
    let mut files = Files::default();
    let own = files.add(File::new("claims/example.ron", example));
    files.add(File::new(rules.0.clone(), rules.1.clone()));
    let loaded = load::load(&files);
    let amiss: Vec<String> = loaded
        .findings
        .iter()
        .filter(|finding| finding.site.place.file == own)
        .map(|finding| common::words(&loaded).of(finding).message)
        .collect();
    assert!(amiss.is_empty(), "an example of `{id}` is not well made: {amiss:?}\n{example}");
    let rule = loaded.base.rules.iter().find(|rule| rule.id == id).expect("the rule");
    // A rule that is off by default still has a meaning.
    let rule = Rule { severity: rule.severity.flatten().map(Some), ..rule.clone() };
    engine::with_view(&loaded, common::as_of(""), |view| {
        let found = check::run(view, &rule).into_iter().flatten();
        found.map(|finding| common::words(&loaded).of(&finding).message).collect()
    })
}

#[test]
fn examples_of_rules() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for file in rules_files() {
        let mut files = Files::default();
        files.add(File::new(file.0.clone(), file.1.clone()));
        for rule in load::load(&files).base.rules {
            count += 1;
            if rule.passes.is_empty() || rule.fails.is_empty() {
                wrong.push(format!(
                    "{}: `{}` needs an example that passes and one that fails",
                    file.0, rule.id
                ));
            }
            for example in &rule.passes {
                for finding in findings(example, &file, &rule.id) {
                    wrong.push(format!("{}: `{}` should pass: {}\n{example}", file.0, rule.id, finding));
                }
            }
            for example in &rule.fails {
                if findings(example, &file, &rule.id).is_empty() {
                    wrong.push(format!("{}: `{}` should fail:\n{example}", file.0, rule.id));
                }
            }
        }
    }
    assert!(count > 12, "{count} rules");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
