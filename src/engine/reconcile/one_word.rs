//! Labels of shipped relations that name alternatives ("adalah wali kota atau bupati"), in the word that the reports use: an account names
//! the office that they name.
//!
//! *Law.* The alternative counts that alone is in the reports; where none is, the first; where several are, the label stays as it is.

use crate::load::shipped;
use crate::model::{Base, RelationId, Translations};
use crate::text::{FileId, Files};

/// Chooses the words, once everything is read: labels tell reading what to look for.
pub fn choose_words(files: &Files, base: &mut Base, reports: &[FileId]) {
    let read = reports.iter().filter(|report| files.get(**report).is_read());
    let texts: Vec<String> = read.map(|report| files.get(*report).text().to_lowercase()).collect();
    let is_said = |words: &str| texts.iter().any(|text| has_words(text, words));
    let joints: Vec<(String, String)> = base
        .languages
        .iter()
        .flat_map(|pack| {
            pack.class("alternatives").iter().map(|word| (pack.code.clone(), format!(" {word} ")))
        })
        .collect();
    let mut chosen: Vec<(RelationId, Translations)> = Vec::new();
    for (relation, record) in base.relations.described() {
        let Some(label) = &record.label else { continue };
        let is_shipped = |code: &str, words: &str| {
            let ids = [Some(base.relations.id(relation)), record.like.as_deref()];
            let concepts = ids.into_iter().flatten().filter_map(|id| shipped().concept(id));
            concepts.into_iter().any(|concept| concept.label.get(code).is_some_and(|known| known == words))
        };
        let one = |code: &str, words: &str| {
            let own = joints.iter().filter(|(known, _)| known == code && is_shipped(code, words));
            own.filter_map(|(_, joint)| one_of(words, joint, &is_said)).next()
        };
        let text = one("en", label.text());
        let others = label.others().iter().map(|(code, words)| (code, words, one(code, words)));
        let others: Vec<_> = others.collect();
        if text.is_some() || others.iter().any(|(.., one)| one.is_some()) {
            let others = others
                .into_iter()
                .map(|(code, words, one)| (code.clone(), one.unwrap_or_else(|| words.clone())));
            let text = text.unwrap_or_else(|| label.text().clone());
            chosen.push((relation, Translations::new(text, others.collect())));
        }
    }
    for (relation, label) in chosen {
        if let Some(record) = base.relations.record_mut(relation) {
            record.label = Some(label);
        }
    }
}

/// A label with one of its two alternatives, of which the second leaves out the verb: "adalah wali kota atau bupati".
fn one_of(label: &str, joint: &str, is_said: &dyn Fn(&str) -> bool) -> Option<String> {
    let (first, second) = label.split_once(joint)?;
    let (verb, noun) = first.split_once(' ')?;
    match (is_said(noun), is_said(second)) {
        (true, true) => None,
        (false, true) => Some(format!("{verb} {second}")),
        _ => Some(first.to_owned()),
    }
}

/// Whether a text in small letters has these words, as whole ones.
fn has_words(text: &str, words: &str) -> bool {
    text.match_indices(words).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let behind = text[at + words.len()..].chars().next();
        ![before, behind].into_iter().flatten().any(char::is_alphanumeric)
    })
}
