//! A RON file as a whole: which lists of records it holds. The records themselves are read in `record`.

use rayon::prelude::*;

use super::record::{self, RecordKind, RecordReader};
use super::ron::{Broken, Scanner};
use super::shipped::is_shipped;
use super::{LoadedPart, suggest};
use crate::amounts::AmountLexicon;
use crate::model::{Base, Code, FileFact, Finding, Site};
use crate::text::{File, FileId, Place, Span};

/// The name of the configuration file.
const CONFIG: &str = "erstwhile.ron";

/// Up to this many records are read on one core.
const CHUNK: usize = 4096;

/// Whether a file is the configuration, by its name or because it was named as such.
#[must_use]
pub fn is_config(file: &File) -> bool {
    // Asked for every finding.
    let named =
        || file.path().strip_suffix(CONFIG).is_some_and(|folder| folder.is_empty() || folder.ends_with('/'));
    file.is_config() || named()
}

/// Reads a RON file.
pub fn read(id: FileId, file: &File, words: &AmountLexicon) -> Vec<LoadedPart> {
    if is_config(file) {
        return vec![config(id, file.text(), words)];
    }
    match lists(file.text()) {
        Ok(lists) => sections(id, file.text(), &lists, words),
        Err(broken) => vec![unparsable(id, &broken)],
    }
}

/// Reads the language packs of a file, if it is one of RON that has some; what else is wrong with it is reported by
/// [`read`].
pub fn languages(id: FileId, file: &File) -> Vec<LoadedPart> {
    let text = file.text();
    let may_have = super::extension(file.path()) == "ron" && text.contains("languages") && !is_config(file);
    let lists = if may_have { lists(text).unwrap_or_default() } else { Vec::new() };
    let packs = lists.iter().filter_map(|list| list.records.as_ref());
    let packs = packs.filter(|(sort, _)| *sort == RecordKind::Language);
    packs.flat_map(|(sort, records)| chunks(id, text, *sort, records, &AmountLexicon::default())).collect()
}

/// The record of a shipped relation, which is one of the list `concepts`.
pub fn concept(id: FileId, text: &str, name: &str) -> Option<Base> {
    let mut scanner = Scanner::new(text);
    scanner.skip_attributes().ok()?;
    let mut records = Vec::new();
    scanner
        .each_field(|scanner, _| {
            records.extend(scanner.elements()?);
            Ok(())
        })
        .ok()?;
    let words = AmountLexicon::default();
    let named = format!("id: \"{name}\"");
    let span = records.into_iter().find(|span| text[span.range()].contains(&named))?;
    let mut reader = RecordReader::new(id, text, &words);
    reader.read(RecordKind::Relation, span);
    let part = reader.into_part();
    part.findings.is_empty().then_some(part.base)
}

/// The records of each list of claims of a file in RON.
///
/// # Errors
///
/// The file cannot be parsed.
pub fn claim_lists(text: &str) -> Result<Vec<Vec<Span>>, Broken> {
    let records = lists(text)?.into_iter().filter_map(|list| list.records);
    Ok(records.filter(|(sort, _)| *sort == RecordKind::Claim).map(|(_, records)| records).collect())
}

/// A list of the file: its name, and its records if records of that name are known.
struct RecordList {
    name: Span,
    records: Option<(RecordKind, Vec<Span>)>,
}

fn lists(text: &str) -> Result<Vec<RecordList>, Broken> {
    let mut scanner = Scanner::new(text);
    scanner.skip_attributes()?;
    if scanner.peek()?.is_none() {
        let message = "this file is empty; expected `( claims: [ … ] )`".to_owned();
        return Err(Broken { message, span: Span::default() });
    }
    let lists = scanner.each_field(|scanner, name| {
        let records = match RecordKind::named(&text[name.range()]) {
            Some(sort) => Some((sort, scanner.elements()?)),
            None => scanner.value().map(|_| None)?,
        };
        Ok(RecordList { name, records })
    })?;
    match scanner.peek()? {
        None => Ok(lists),
        Some(_) => Err(scanner.expected("the end of the file, as the last bracket is closed")),
    }
}

fn unparsable(id: FileId, broken: &Broken) -> LoadedPart {
    let site = Site::exact(Place { file: id, span: broken.span });
    let fact = FileFact::Unparsable { reason: broken.message.clone() };
    let finding = Finding::new(Code::UnparsableFile, fact, site);
    LoadedPart { findings: vec![finding], ..LoadedPart::default() }
}

fn sections(id: FileId, text: &str, lists: &[RecordList], words: &AmountLexicon) -> Vec<LoadedPart> {
    let mut parts = Vec::new();
    let mut findings = Vec::new();
    for list in lists {
        match &list.records {
            // Read before all else, by `languages`.
            Some((RecordKind::Language, _)) => {}
            Some((sort, records)) => parts.extend(chunks(id, text, *sort, records, words)),
            None if is_shipped(text) => {}
            None => findings.push(unknown_list(id, &text[list.name.range()], list.name)),
        }
    }
    parts.push(LoadedPart { findings, ..LoadedPart::default() });
    parts
}

fn chunks(
    id: FileId,
    text: &str,
    sort: RecordKind,
    records: &[Span],
    words: &AmountLexicon,
) -> Vec<LoadedPart> {
    let read = |records: &[Span]| {
        let mut reader = RecordReader::new(id, text, words);
        for span in records {
            reader.read(sort, *span);
        }
        reader.into_part()
    };
    // One chunk a core: each interns its names for itself, and merging them is done by one core alone.
    let chunk = records.len().div_ceil(rayon::current_num_threads()).max(CHUNK);
    if records.len() <= chunk { vec![read(records)] } else { records.par_chunks(chunk).map(read).collect() }
}

/// A list that no file of a workspace has. Those of the shipped relations are read from the program: where a file has them in another
/// text, it was edited after the program was built.
fn unknown_list(id: FileId, name: &str, span: Span) -> Finding {
    const SHIPPED: [&str; 2] = ["concepts", "lexicon"];
    let site = Site::exact(Place { file: id, span });
    if SHIPPED.contains(&name) {
        let fact = FileFact::ShippedList { list: name.to_owned() };
        return Finding::new(Code::UnknownField, fact, site).key(name);
    }
    let near = suggest::near(name, RecordKind::ALL.iter().map(|(name, _)| *name));
    let fact = FileFact::UnknownList { list: name.to_owned(), near };
    Finding::new(Code::UnknownField, fact, site).key(name)
}

fn config(id: FileId, text: &str, words: &AmountLexicon) -> LoadedPart {
    let mut scanner = Scanner::new(text);
    let record = scanner.skip_attributes().and_then(|()| scanner.value());
    match record {
        Ok(span) => {
            let mut reader = RecordReader::new(id, text, words);
            record::config(&mut reader, span);
            reader.into_part()
        }
        Err(broken) => unparsable(id, &broken),
    }
}
