//! A lexical entry as files write it: `noun(heads: ["treasurer"], with: ["at"])`.

use crate::model::{Head, LexicalEntry, Phase};

/// The field of a relation that has this entry.
#[must_use]
pub fn line(language: &str, entry: &LexicalEntry) -> String {
    format!("words: {{\"{language}\": [{}]}}", written(entry))
}

fn written(entry: &LexicalEntry) -> String {
    match entry {
        LexicalEntry::Head(head) => head_written(head),
        LexicalEntry::Other(words) => format!("other({})", list(words)),
        LexicalEntry::Idiom(phrasings) => format!("idiom({})", list(phrasings)),
    }
}

fn head_written(head: &Head) -> String {
    let with = (!head.with.is_empty()).then(|| format!("with: {}", list(&head.with)));
    let reversed = head.reversed.then(|| "reversed: true".to_owned());
    let when = (head.when != Phase::Holds).then(|| format!("when: {}", head.when.as_str()));
    let weak = head.weak.then(|| "weak: true".to_owned());
    let heads = format!("heads: {}", list(&head.heads));
    let fields: Vec<String> = [Some(heads), with, reversed, when, weak].into_iter().flatten().collect();
    format!("{}({})", head.frame.as_str(), fields.join(", "))
}

fn list(words: &[String]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("{word:?}")).collect();
    format!("[{}]", quoted.join(", "))
}
