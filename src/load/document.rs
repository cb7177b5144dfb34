//! A RON file as a whole: which lists of records it holds. The records themselves are read in `record`.

use rayon::prelude::*;

use super::record::{self, Reader, Sort};
use super::ron::{Broken, FieldSpan, Scanner};
use super::{Part, suggest};
use crate::model::{Code, Finding, Site};
use crate::text::{File, FileId, Place, Span};

/// The name of the configuration file.
const CONFIG: &str = "erstwhile.ron";

/// Records that one core reads at a stretch: few enough to share out, many enough to be worth it.
const STRETCH: usize = 4096;

/// Whether a path is that of the configuration file.
#[must_use]
pub fn is_config(path: &str) -> bool {
    path.rsplit('/').next() == Some(CONFIG)
}

/// Reads a RON file.
pub fn read(id: FileId, file: &File) -> Vec<Part> {
    if is_config(file.path()) {
        return vec![config(id, file.text())];
    }
    match lists(file.text()) {
        Ok(fields) => sections(id, file.text(), &fields),
        Err(broken) => vec![unparsable(id, &broken)],
    }
}

fn lists(text: &str) -> Result<Vec<FieldSpan>, Broken> {
    let mut scanner = Scanner::new(text);
    scanner.skip_attributes()?;
    if scanner.peek()?.is_none() {
        let message = "this file is empty: it should hold `( claims: [ … ] )`".to_owned();
        return Err(Broken { message, span: Span::default() });
    }
    let fields = scanner.fields()?;
    match scanner.peek()? {
        None => Ok(fields),
        Some(_) => Err(scanner.expected("nothing more: the last bracket is closed")),
    }
}

fn unparsable(id: FileId, broken: &Broken) -> Part {
    let site = Site::exact(Place { file: id, span: broken.span });
    let finding = Finding::new(Code::UnparsableFile, format!("this file cannot be read: {}", broken.message), site)
        .label("here")
        .help("nothing in this file was checked; mend the brackets, commas or quotation marks at this place")
        .key(&broken.message);
    Part { findings: vec![finding], ..Part::default() }
}

fn sections(id: FileId, text: &str, fields: &[FieldSpan]) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut findings = Vec::new();
    for field in fields {
        let name = &text[field.name.range()];
        let Some(sort) = Sort::named(name) else {
            findings.push(unknown_list(id, name, field.name));
            continue;
        };
        match Scanner::starting_at(text, field.value.start as usize).elements() {
            Ok(records) => parts.extend(stretches(id, text, sort, &records)),
            Err(broken) => parts.push(unparsable(id, &broken)),
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
    if records.len() <= STRETCH { vec![read(records)] } else { records.par_chunks(STRETCH).map(read).collect() }
}

fn unknown_list(id: FileId, name: &str, span: Span) -> Finding {
    let help = match suggest::nearest(name, Sort::ALL.iter().map(|(name, _)| *name)) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "a file holds `entities`, `sources`, `claims`, `relations`, `rules` and `languages`".to_owned(),
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

