//! One reported problem, as data. Its words are made by `words`, its layout by `render`.

use std::sync::Arc;

use super::fact::{Fact, Suggestion};
use super::{Code, Confidence, Severity, Translations};
use crate::text::{FileId, Place, Span};

/// Which part of a record a finding is about; its exact bytes are looked up only for findings that are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// A field by its name.
    Named(&'static str),
    /// An element of a list field, from 0.
    Element(&'static str, u32),
}

impl Field {
    /// The field's name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Named(name) | Self::Element(name, _) => name,
        }
    }
}

/// A record, and perhaps the field of it that is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Site {
    /// The record, or the exact bytes if `field` is `None`.
    pub place: Place,
    /// The field.
    pub field: Option<Field>,
}

impl Site {
    /// Exactly these bytes.
    #[must_use]
    pub fn exact(place: Place) -> Self {
        Self { place, field: None }
    }

    /// A field of the record at `place`.
    #[must_use]
    pub fn field(place: Place, name: &'static str) -> Self {
        Self { place, field: Some(Field::Named(name)) }
    }

    /// An element of a list field of the record at `place`.
    #[must_use]
    pub fn element(place: Place, name: &'static str, index: usize) -> Self {
        Self { place, field: Some(Field::Element(name, u32::try_from(index).unwrap_or(u32::MAX))) }
    }
}

/// Another place that belongs to a finding.
#[derive(Debug, Clone, PartialEq)]
pub struct Related {
    /// What is there.
    pub fact: Fact,
    /// Where.
    pub site: Site,
}

/// A rule's own words, for the findings that it makes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleWords {
    /// Its id.
    pub id: String,
    /// A message to show before what is wrong.
    pub message: Option<Translations>,
    /// What to do.
    pub help: Option<Translations>,
}

/// A change of text that fixes a finding, where one is plain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced; where it has no length, the words are put in with a space before them.
    pub site: Site,
    /// What is written there.
    pub suggestion: Suggestion,
}

/// One reported problem.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// What kind of problem.
    pub code: Code,
    /// How bad.
    pub severity: Severity,
    /// The rule that found it, where it was not always on.
    pub rule: Option<Arc<RuleWords>>,
    /// What is wrong.
    pub fact: Fact,
    /// The change of text that fixes it, where one is plain.
    pub edit: Option<Edit>,
    /// The language of the draft that it is about.
    pub language: Option<Arc<str>>,
    /// The sentence of the draft in which it is.
    pub sentence: Option<Span>,
    /// The primary place.
    pub site: Site,
    /// The claims that identify it, the primary one first; other records by their id.
    pub claims: Vec<String>,
    /// Other places.
    pub related: Vec<Related>,
    /// What identifies it besides code, claims and file: never a line number or a date.
    pub key: String,
    /// The confidence of the reading that it comes from; none if it comes from no reading.
    pub confidence: Option<Confidence>,
    /// A record of claims or rules that cannot be used as written, so that it did not count.
    pub unusable: bool,
    /// How many pairs of claims it stands for; more than 1 only for clusters.
    pub pairs: usize,
    /// Stable identity, filled in by the engine.
    pub fingerprint: String,
}

impl Finding {
    /// A finding with the code's own severity and nothing but a message and a place.
    #[must_use]
    #[inline]
    pub fn new(code: Code, fact: impl Into<Fact>, site: Site) -> Self {
        Self {
            code,
            severity: code.severity(),
            rule: None,
            fact: fact.into(),
            edit: None,
            language: None,
            sentence: None,
            site,
            claims: Vec::new(),
            related: Vec::new(),
            key: String::new(),
            confidence: None,
            unusable: false,
            pairs: 1,
            fingerprint: String::new(),
        }
    }

    /// With a claim (or other record) that identifies it.
    #[must_use]
    #[inline]
    pub fn about(mut self, id: impl Into<String>) -> Self {
        if self.claims.is_empty() {
            // Nearly all are about one or two claims.
            self.claims.reserve_exact(2);
        }
        self.claims.push(id.into());
        self
    }

    /// With another place.
    #[must_use]
    #[inline]
    pub fn related(mut self, fact: impl Into<Fact>, site: Site) -> Self {
        if self.related.is_empty() {
            self.related.reserve_exact(1);
        }
        self.related.push(Related { fact: fact.into(), site });
        self
    }

    /// The same finding where its file has moved after `offset` others.
    #[must_use]
    pub fn in_file_from(mut self, offset: usize) -> Self {
        let moved = |site: Site| Site {
            place: Place { file: FileId::new(site.place.file.index() + offset), ..site.place },
            ..site
        };
        self.site = moved(self.site);
        for related in &mut self.related {
            related.site = moved(related.site);
        }
        self
    }

    /// With what identifies it besides code, claims and file.
    #[must_use]
    #[inline]
    pub fn key(mut self, key: impl Into<String>) -> Self {
        self.key = key.into();
        self
    }
}
