//! Records of RON files into the model, one file a sort.

mod claim;
mod config;
mod entity;
mod example;
mod kind;
mod language;
mod phrasing;
mod relation;
mod rule;
mod source;

use super::LoadedPart;
use super::ron::{FieldError, Schema};
use crate::amounts::AmountLexicon;
use crate::model::{Base, Code, FileFact, Finding, Site};
use crate::text::{FileId, Place, Span};
use crate::time::{Bound, DateError, parse_date};

pub use config::config;

/// A sort of record, by the list it is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecordKind {
    /// `entities`
    Entity,
    /// `sources`
    Source,
    /// `claims`
    Claim,
    /// `relations`
    Relation,
    /// `rules`
    Rule,
    /// `languages`
    Language,
}

impl RecordKind {
    /// All sorts with the name of their list.
    pub const ALL: [(&'static str, Self); 6] = [
        ("entities", Self::Entity),
        ("sources", Self::Source),
        ("claims", Self::Claim),
        ("relations", Self::Relation),
        ("rules", Self::Rule),
        ("languages", Self::Language),
    ];

    /// The sort whose list has this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(word, _)| *word == name).map(|(_, sort)| *sort)
    }
}

/// Reads records of one piece of a file.
pub struct RecordReader<'a> {
    file: FileId,
    text: &'a str,
    words: &'a AmountLexicon,
    base: Base,
    findings: Vec<Finding>,
}

impl<'a> RecordReader<'a> {
    /// A reader of `text`, which is all of `file`, whose amounts are written in these words.
    #[must_use]
    pub fn new(file: FileId, text: &'a str, words: &'a AmountLexicon) -> Self {
        Self { file, text, words, base: Base::default(), findings: Vec::new() }
    }

    /// Reads the record at `span`.
    pub fn read(&mut self, sort: RecordKind, span: Span) {
        match sort {
            RecordKind::Entity => entity::read(self, span),
            RecordKind::Source => source::read(self, span),
            RecordKind::Claim => claim::read(self, span),
            RecordKind::Relation => relation::read(self, span),
            RecordKind::Rule => rule::read(self, span),
            RecordKind::Language => language::read(self, span),
        }
    }

    /// What was read.
    #[must_use]
    pub fn into_part(self) -> LoadedPart {
        LoadedPart { base: self.base, findings: self.findings }
    }

    /// Reads the record at `span` as `S`; what is wrong with it becomes findings.
    fn record<S: Schema>(&mut self, span: Span, take: impl FnOnce(&mut Self, S::Wire<'_>, Place)) {
        let place = Place { file: self.file, span };
        let text = self.text;
        let flaws = super::ron::read::<S>(text, span, |wire| take(self, wire, place));
        self.findings.extend(flaws.into_iter().map(|flaw| finding(self.file, flaw)));
    }

    /// The id of a record; a record without one cannot be used, which becomes a finding.
    fn id(&mut self, name: &'static str, id: Option<&str>, place: Place) -> Option<String> {
        let fact = match id.map(str::trim) {
            Some(id) if !id.is_empty() && !id.contains(char::is_control) => return Some(id.to_owned()),
            Some(_) => FileFact::IdInvalid { record: name },
            None => FileFact::IdMissing { record: name },
        };
        self.findings.push(Finding::new(Code::MalformedRecord, fact, Site::field(place, "id")));
        None
    }

    /// A date in a field of a record; what is not a date becomes a finding.
    fn date(
        &mut self,
        owner: &str,
        field: &'static str,
        written: Option<&str>,
        place: Place,
    ) -> Option<Bound> {
        let written = written?;
        match parse_date(written.trim()) {
            Ok(bound) => Some(bound),
            Err(error) => {
                self.findings.push(malformed_date(owner, field, written, &error, place));
                None
            }
        }
    }
}

/// The finding for something that should be a date and is not.
#[must_use]
pub fn malformed_date(
    owner: &str,
    field: &'static str,
    written: &str,
    error: &DateError,
    place: Place,
) -> Finding {
    let fact = date_invalid(owner, field, written.to_owned(), error);
    Finding::new(Code::MalformedDate, fact, Site::field(place, field)).about(owner).key(field)
}

/// What is wrong with a date as it is written in a field.
#[must_use]
pub fn date_invalid(owner: &str, field: &'static str, written: String, error: &DateError) -> FileFact {
    let is_something_else = matches!(error, DateError::NotADate { .. });
    FileFact::DateInvalid {
        owner: owner.to_owned(),
        field,
        written,
        reason: (!is_something_else).then(|| error.to_string()),
        suggestion: error.suggestion().map(str::to_owned),
    }
}

fn finding(file: FileId, FieldError { fact, span }: FieldError) -> Finding {
    let (code, key) = match &fact {
        FileFact::UnknownField { field, .. } => (Code::UnknownField, field.clone()),
        FileFact::FieldUnparsable { field, .. } | FileFact::FieldTwice { field, .. } => {
            (Code::MalformedRecord, field.clone())
        }
        _ => (Code::MalformedRecord, String::new()),
    };
    Finding::new(code, fact, Site::exact(Place { file, span })).key(key)
}
