//! Records of RON files into the model, one file a sort.

mod claim;
mod config;
mod entity;
mod kind;
mod language;
mod phrasing;
mod relation;
mod rule;
mod source;

use super::LoadedPart;
use super::ron::{FieldError, Schema};
use crate::load::value::not_a_date;
use crate::model::{Base, Code, Finding, Site};
use crate::text::{FileId, Place, Span};
use crate::time::{Bound, DateError, parse_date};

pub use config::config;

/// A sort of record, by the list it stands in.
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
    base: Base,
    findings: Vec<Finding>,
}

impl<'a> RecordReader<'a> {
    /// A reader of `text`, which is all of `file`.
    #[must_use]
    pub fn new(file: FileId, text: &'a str) -> Self {
        Self { file, text, base: Base::default(), findings: Vec::new() }
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
    fn id(&mut self, name: &str, id: Option<&str>, place: Place) -> Option<String> {
        match id.map(str::trim) {
            Some(id) if !id.is_empty() && !id.contains(char::is_control) => return Some(id.to_owned()),
            Some(_) => {
                let message = format!("the id of {name} must not be blank or contain control characters");
                self.findings.push(
                    Finding::new(Code::MalformedRecord, message, Site::field(place, "id"))
                        .label("not a valid id"),
                );
            }
            None => {
                let site = Site::field(place, "id");
                let finding = Finding::new(Code::MalformedRecord, format!("{name} has no `id`"), site)
                    .label("this record is ignored")
                    .help("add one: `id: \"…\"`");
                self.findings.push(finding);
            }
        }
        None
    }

    /// A date in a field of a record; what is no date becomes a finding.
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

/// The finding for what stands in the place of a date and is none.
#[must_use]
pub fn malformed_date(
    owner: &str,
    field: &'static str,
    written: &str,
    error: &DateError,
    place: Place,
) -> Finding {
    let help = error.suggestion().map(|written| format!("write `{written}`"));
    let message = format!("`{field}: \"{written}\"` of `{owner}` {}", not_a_date(error));
    let finding = Finding::new(Code::MalformedDate, message, Site::field(place, field))
        .label(error.to_string())
        .about(owner)
        .key(field);
    finding.help(help.unwrap_or_else(|| {
        "write dates as 2025, 2025-01 or 2025-01-21, and periods as 2023/2025-01 or 2023/.. (still open)"
            .to_owned()
    }))
}

fn finding(file: FileId, flaw: FieldError) -> Finding {
    let code = if flaw.unknown_field { Code::UnknownField } else { Code::MalformedRecord };
    let key = flaw.message.clone();
    let finding = Finding::new(code, flaw.message, Site::exact(Place { file, span: flaw.span }))
        .label("ignored")
        .key(key);
    match flaw.help {
        Some(help) => finding.help(help),
        None => finding,
    }
}
