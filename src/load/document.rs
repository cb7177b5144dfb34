//! A RON file as a whole: which lists of records it holds. The records themselves are read in `record`.

use rayon::prelude::*;

use super::record::{self, Reader, Sort};
use super::ron::{Broken, Scanner};
use super::{Part, suggest};
use crate::model::{Code, Finding, Site};
use crate::text::{File, FileId, Place, Span};

/// The name of the configuration file.
const CONFIG: &str = "erstwhile.ron";

/// So few records are not worth sharing out.
const STRETCH: usize = 4096;

/// Whether a file is the configuration, by its name or because it was named as such.
#[must_use]
pub fn is_config(file: &File) -> bool {
    // Asked of every finding.
    let named =
        || file.path().strip_suffix(CONFIG).is_some_and(|folder| folder.is_empty() || folder.ends_with('/'));
    file.is_config() || named()
}

/// Reads a RON file.
pub fn read(id: FileId, file: &File) -> Vec<Part> {
    if is_config(file) {
        return vec![config(id, file.text())];
    }
    match lists(file.text()) {
        Ok(lists) => sections(id, file.text(), &lists),
        Err(broken) => vec![unparsable(id, &broken)],
    }
}

/// A list of the file: its name, and its records if records of that name are known.
struct List {
    name: Span,
    records: Option<(Sort, Vec<Span>)>,
}

fn lists(text: &str) -> Result<Vec<List>, Broken> {
    let mut scanner = Scanner::new(text);
    scanner.skip_attributes()?;
    if scanner.peek()?.is_none() {
        let message = "this file is empty: it should hold `( claims: [ … ] )`".to_owned();
        return Err(Broken { message, span: Span::default() });
    }
    let lists = scanner.each_field(|scanner, name| {
        let records = match Sort::named(&text[name.range()]) {
            Some(sort) => Some((sort, scanner.elements()?)),
            None => scanner.value().map(|_| None)?,
        };
        Ok(List { name, records })
    })?;
    match scanner.peek()? {
        None => Ok(lists),
        Some(_) => Err(scanner.expected("nothing more: the last bracket is closed")),
    }
}

fn unparsable(id: FileId, broken: &Broken) -> Part {
    let site = Site::exact(Place { file: id, span: broken.span });
    let finding = Finding::new(
        Code::UnparsableFile,
        format!("this file cannot be read: {}", broken.message),
        site,
    )
    .label("here")
    .help("nothing in this file was checked; mend the brackets, commas or quotation marks at this place")
    .key(&broken.message);
    Part { findings: vec![finding], ..Part::default() }
}

fn sections(id: FileId, text: &str, lists: &[List]) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut findings = Vec::new();
    for list in lists {
        match &list.records {
            Some((sort, records)) => parts.extend(stretches(id, text, *sort, records)),
            None => findings.push(unknown_list(id, &text[list.name.range()], list.name)),
        }
    }
    parts.push(Part { findings, ..Part::default() });
    parts
}

fn stretches(id: FileId, text: &str, sort: Sort, records: &[Span]) -> Vec<Part> {
    let read = |records: &[Span]| {
        let mut reader = Reader::new(id, text);
        for span in records {
            reader.read(sort, *span);
        }
        reader.into_part()
    };
    // One stretch a core: each interns its names for itself, and merging them is done by one core alone.
    let stretch = records.len().div_ceil(rayon::current_num_threads()).max(STRETCH);
    if records.len() <= stretch {
        vec![read(records)]
    } else {
        records.par_chunks(stretch).map(read).collect()
    }
}

fn unknown_list(id: FileId, name: &str, span: Span) -> Finding {
    let help = match suggest::nearest(name, Sort::ALL.iter().map(|(name, _)| *name)) {
        Some(near) => format!("did you mean `{near}`?"),
        None => {
            "a file holds `entities`, `sources`, `claims`, `relations`, `rules` and `languages`".to_owned()
        }
    };
    let site = Site::exact(Place { file: id, span });
    Finding::new(Code::UnknownField, format!("there is no list called `{name}`"), site)
        .label("not read")
        .help(help)
        .key(name)
}

fn config(id: FileId, text: &str) -> Part {
    let mut scanner = Scanner::new(text);
    let record = scanner.skip_attributes().and_then(|()| scanner.value());
    match record {
        Ok(span) => {
            let mut reader = Reader::new(id, text);
            record::config(&mut reader, span);
            reader.into_part()
        }
        Err(broken) => unparsable(id, &broken),
    }
}
