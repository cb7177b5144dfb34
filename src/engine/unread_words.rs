//! The words by the ends of claims in sentences that were not read, most frequent first.

use rayon::prelude::*;

use super::drafts::DraftPipeline;
use super::options::DraftOptions;
use crate::graph::Graph;
use crate::load::Loaded;
use crate::model::{Finding, LexicalEntry, UnreadSentence, UnreadWords};
use crate::text::{FileId, Files, Place};

/// Reads drafts of which `next` adds some at a time to the files, and what could not be read of them to the findings that are
/// given back. The words come by relation in the order of their ids, most frequent first.
#[must_use]
pub fn unread_words_in_turn(
    files: &mut Files,
    loaded: &Loaded,
    options: &DraftOptions,
    mut next: impl FnMut(&mut Files, &mut Vec<Finding>) -> Option<Vec<FileId>>,
) -> (Vec<UnreadWords>, Vec<Finding>) {
    let graph = Graph::new(&loaded.base, &loaded.index);
    let pipeline = DraftPipeline::new(loaded, &graph, options, true);
    let (mut found, mut unread): (Vec<UnreadWords>, Vec<Finding>) = (Vec::new(), Vec::new());
    while let Some(drafts) = next(files, &mut unread) {
        let readings = pipeline.readings(files, &drafts);
        let ends = readings.par_iter().map(|reading| pipeline.reader.unread_ends(reading));
        let ends: Vec<_> = ends.collect();
        for (reading, ends) in readings.iter().zip(ends) {
            for one in ends {
                let Some(sentence) = reading.sentences.get(one.sentence) else { continue };
                let said = UnreadSentence {
                    path: files.get(reading.file).path().to_owned(),
                    at: files.positions(Place { file: reading.file, span: sentence.span }),
                    text: sentence.text.clone(),
                    words: one.words,
                    claim: one.claim,
                };
                let is_same = |known: &&mut UnreadWords| {
                    known.relation == one.relation
                        && known.language == one.language
                        && is_alike(&known.entry, &one.entry)
                };
                match found.iter_mut().find(is_same) {
                    Some(known) => known.sentences.push(said),
                    None => found.push(UnreadWords {
                        relation: one.relation,
                        language: one.language,
                        entry: one.entry,
                        sentences: vec![said],
                    }),
                }
            }
            files.forget(reading.file);
        }
    }
    let ids = &loaded.base.relations;
    found.sort_by(|one, two| {
        let frequency = two.sentences.len().cmp(&one.sentences.len());
        ids.id(one.relation).cmp(ids.id(two.relation)).then(frequency)
    });
    (found, unread)
}

/// Whether two entries are the same but for capitals.
fn is_alike(one: &LexicalEntry, two: &LexicalEntry) -> bool {
    let same = |one: &[String], two: &[String]| {
        one.len() == two.len()
            && one.iter().zip(two).all(|(one, two)| one.to_lowercase() == two.to_lowercase())
    };
    match (one, two) {
        (LexicalEntry::Head(one), LexicalEntry::Head(two)) => {
            (one.frame, one.when, one.reversed, &one.with) == (two.frame, two.when, two.reversed, &two.with)
                && same(&one.heads, &two.heads)
        }
        (LexicalEntry::Idiom(one), LexicalEntry::Idiom(two)) => same(one, two),
        _ => false,
    }
}
