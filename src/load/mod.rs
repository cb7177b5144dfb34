//! Text to claim base: RON, JSON Lines and CSV become records with places, and everything wrong becomes a finding.
//!
//! Loading never stops at the first problem and never touches the disk. What is in a file is kept apart
//! from the model: shapes are in `ron/wire.rs` and `table/`.

mod document;
pub mod edit;
mod examples;
mod lexicon;
mod link;
pub mod locate;
mod phrasing;
mod record;
mod ron;
mod shipped;
mod standard;
mod suggest;
mod table;
mod value;

use rayon::prelude::*;

use crate::amounts::AmountLexicon;
use crate::model::{Base, ClaimIndex, Finding, Language, Severity};
use crate::text::{File, FileId, Files};

pub use document::is_config;
pub use lexicon::Lexicon;
pub use link::nearest_code;
pub use phrasing::{PhrasingError, is_whole, parse_phrasing};
pub use shipped::{Concept, record_of, shipped};
pub use standard::{STANDARD_FILES, is_standard};
pub use suggest::SUGGESTED;
pub use suggest::nearest;
pub use value::read_value;

/// What was read from one piece of text.
#[derive(Debug, Default)]
pub struct LoadedPart {
    /// Its records.
    pub base: Base,
    /// What is wrong with it.
    pub findings: Vec<Finding>,
}

/// What was read from all files.
#[derive(Debug, Default)]
pub struct Loaded {
    /// All records.
    pub base: Base,
    /// Claims by id.
    pub index: ClaimIndex,
    /// What is wrong with them.
    pub findings: Vec<Finding>,
}

/// Reads all files of a run, in their order, on all cores.
#[must_use]
pub fn load(files: &Files) -> Loaded {
    load_first(files, files.len())
}

/// The same for the first `count` files: those after them are not data, but drafts.
#[must_use]
pub fn load_first(files: &Files, count: usize) -> Loaded {
    let files_read: Vec<(FileId, &File)> =
        files.iter().take(count).filter(|(_, file)| file.is_read()).collect();
    // What the words of amounts mean must be known before any value is read.
    let packs = languages(files, &files_read);
    let words = AmountLexicon::new(&packs.base.languages);
    let read: Vec<Vec<LoadedPart>> =
        files_read.into_par_iter().map(|(id, file)| parts(id, file, &words)).collect();
    let mut loaded = Loaded { findings: packs.findings, ..Loaded::default() };
    let claims: usize = read.iter().flatten().map(|part| part.base.claims.len()).sum();
    for part in read.into_iter().flatten() {
        if loaded.base.is_untouched() {
            loaded.base = part.base;
            loaded.base.claims.reserve(claims - loaded.base.claims.len());
        } else {
            let twice = loaded.base.absorb(part.base);
            loaded.findings.extend(link::described_twice(&loaded.base, twice));
        }
        loaded.findings.extend(part.findings);
    }
    loaded.base.languages = packs.base.languages;
    link::link(&mut loaded, files, &words);
    for finding in &mut loaded.findings {
        finding.unusable = finding.severity == Severity::Error;
    }
    loaded
}

/// The language packs of all files; one of the workspace takes the place of the standard one.
fn languages(files: &Files, read: &[(FileId, &File)]) -> LoadedPart {
    let parts = read.par_iter().flat_map_iter(|(id, file)| document::languages(*id, file));
    let mut all = LoadedPart::default();
    for mut part in parts.collect::<Vec<_>>() {
        all.base.languages.append(&mut part.base.languages);
        all.findings.append(&mut part.findings);
    }
    let is_own = |pack: &Language| !is_standard(files.get(pack.place.file).path());
    let own: Vec<String> =
        all.base.languages.iter().filter(|pack| is_own(pack)).map(|pack| pack.code.clone()).collect();
    all.base.languages.retain(|pack| is_own(pack) || !own.contains(&pack.code));
    all
}

/// Whether files with this name hold claims or rules; the name alone decides.
#[must_use]
pub fn is_data_file(path: &str) -> bool {
    !extension(path).is_empty()
}

fn parts(id: FileId, file: &File, words: &AmountLexicon) -> Vec<LoadedPart> {
    match extension(file.path()) {
        "jsonl" => vec![table::jsonl(id, file.text(), words)],
        "csv" | "tsv" => vec![table::csv(id, file.text(), words)],
        _ => document::read(id, file, words),
    }
}

/// The kind of data that the end of a path stands for, in any case; empty if none.
fn extension(path: &str) -> &'static str {
    /// The extensions of files that hold claims and rules.
    const KINDS: [&str; 4] = ["ron", "jsonl", "csv", "tsv"];
    let name = path.rsplit('/').next().unwrap_or(path);
    let written = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    KINDS.into_iter().find(|kind| kind.eq_ignore_ascii_case(written)).unwrap_or("")
}
