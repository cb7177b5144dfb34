//! Words that hold a negation or an end, and do not state what they say of their relation.

use super::{TrialEntry, written};
use crate::draft::DraftReader;
use crate::load::parse_phrasing;
use crate::model::{Category, Element, LexicalEntry, PatternWord, ReadingFact, Sequence};

/// What denies or ends. Past forms of verbs and auxiliaries are no more than that.
const TURNING: [Category; 4] = [Category::Negation, Category::Never, Category::NotYet, Category::Cessation];

/// What is wrong with words that have such a trigger and state nothing.
pub(super) fn undeclared(reader: &DraftReader<'_>, entry: &TrialEntry<'_>) -> Option<ReadingFact> {
    let texts: Vec<String> = match &entry.entry {
        LexicalEntry::Head(head) if !head.is_declared => head.heads.clone(),
        LexicalEntry::Idiom(written) => {
            let phrasings = written.iter().filter_map(|text| parse_phrasing(text).ok());
            let open = phrasings.filter(|phrasing| !phrasing.is_declared);
            open.flat_map(|phrasing| phrasing.parts.iter().flat_map(runs).collect::<Vec<_>>()).collect()
        }
        LexicalEntry::Head(_) | LexicalEntry::Other(_) => return None,
    };
    let trigger = texts.iter().find_map(|text| reader.trigger_in(&entry.pack.code, text, &TURNING))?;
    Some(ReadingFact::UndeclaredPolarity {
        relation: entry.relation.1,
        words: written(&entry.entry),
        trigger,
    })
}

/// The runs of words that stand together in a sequence, each alternative of a choice by itself.
fn runs(sequence: &Sequence) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut run: Vec<String> = vec![String::new()];
    for element in sequence {
        match element {
            Element::Word(PatternWord { text, any_start: false, any_end: false }) => {
                run.iter_mut().for_each(|run| run.push_str(&format!(" {text}")));
            }
            Element::Choice(choices) => {
                found.append(&mut run.clone());
                run = choices.iter().flat_map(runs).collect();
            }
            _ => found.append(&mut std::mem::replace(&mut run, vec![String::new()])),
        }
    }
    found.append(&mut run);
    found.retain(|text| !text.trim().is_empty());
    found
}
