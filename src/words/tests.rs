//! Each language says all that there is to say, of the facts that there are.

use std::collections::{BTreeMap, BTreeSet};

use super::{SpokenLanguage, language, languages};
use crate::model::{Fact, FileFact};

/// The messages of a language with the variables that each uses.
fn messages(language: &SpokenLanguage) -> BTreeMap<&str, BTreeSet<&str>> {
    language.messages().map(|(key, used)| (key, used.iter().map(String::as_str).collect())).collect()
}

/// Messages about files may be there in English only.
fn is_of_files(key: &str) -> bool {
    FileFact::ALL
        .iter()
        .any(|(fact, _)| key == *fact || key.strip_prefix(fact).is_some_and(|rest| rest.starts_with('.')))
}

#[test]
fn every_language_has_every_message() {
    let english = language("en").expect("English");
    let expected = messages(english);
    let mut wrong = Vec::new();
    for code in languages() {
        let own = messages(language(code).expect("a language"));
        for key in expected.keys().filter(|key| !is_of_files(key) && !own.contains_key(*key)) {
            wrong.push(format!("{code}: `{key}` is missing"));
        }
        for (key, used) in &own {
            let Some(known) = expected.get(key) else {
                wrong.push(format!("{code}: `{key}` is no message"));
                continue;
            };
            for variable in used.difference(known) {
                let base = variable.split('-').next().unwrap_or(variable);
                if !known.iter().any(|one| one.split('-').next() == Some(base)) {
                    wrong.push(format!("{code}: `{key}` uses `${variable}`, which it is not given"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_fact_is_worded_with_what_it_has() {
    let english = language("en").expect("English");
    let mut wrong = Vec::new();
    for (key, fields) in Fact::FAMILIES.iter().copied().flatten() {
        // In JSON `kind` tells which fact it is.
        if fields.contains(&"kind") {
            wrong.push(format!("`{key}` has a field `kind`"));
        }
        if !english.has(key) {
            wrong.push(format!("`{key}` is not worded"));
        }
        let parts = ["", ".label", ".help"].map(|part| format!("{key}{part}"));
        for (message, used) in
            english.messages().filter(|(message, _)| parts.iter().any(|part| part == message))
        {
            let is_given = |variable: &&String| {
                fields.iter().any(|field| {
                    variable.strip_prefix(field).is_some_and(|form| form.is_empty() || form.starts_with('-'))
                })
            };
            wrong.extend(
                used.iter()
                    .filter(|variable| !is_given(variable))
                    .map(|variable| format!("`{message}` uses `${variable}`, which the fact does not have")),
            );
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn files_of_messages_are_whole() {
    for text in [include_str!("messages/en.ftl"), include_str!("messages/id.ftl")] {
        assert!(fluent_bundle::FluentResource::try_new(text.to_owned()).is_ok());
    }
}

#[test]
fn digits_are_grouped() {
    let base = crate::model::Base::default();
    let words = super::Words::new(&base, super::Choice::default());
    let grouped = [0, 999, 1000, 60_000, 1_234_567].map(|count| words.general().grouped(count));
    assert_eq!(grouped, ["0", "999", "1,000", "60,000", "1,234,567"]);
    assert_eq!(words.for_draft(Some("id")).grouped(60_000), "60.000");
}
