//! One reported problem, as data. Wording is made once, where the problem is found; layout is `render`'s.

use std::sync::Arc;

use prefetch_index::prefetch_index;

use super::{Code, Confidence, Severity, Text};
use crate::text::{FileId, Place, prefetch};

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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    /// What stands there.
    pub message: String,
    /// Where.
    pub site: Site,
}

/// One reported problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What kind of problem.
    pub code: Code,
    /// How bad.
    pub severity: Severity,
    /// The rule that found it, where it was not always on.
    pub rule: Option<Arc<str>>,
    /// What is wrong, in one sentence for people who do not program.
    pub message: String,
    /// A few words for the primary place.
    pub label: Text,
    /// What to do.
    pub help: Option<Text>,
    /// The one place to look at first.
    pub site: Site,
    /// The claims that identify it, the primary one first; other records by their id.
    pub claims: Vec<String>,
    /// Other places.
    pub related: Vec<Related>,
    /// What identifies it besides code, claims and file: never a line number or a date.
    pub key: String,
    /// How sure the reading of a draft is that it comes from; none if it comes from no reading.
    pub confidence: Option<Confidence>,
    /// How many pairs of claims it stands for; more than 1 only for clusters.
    pub pairs: usize,
    /// Stable identity, filled in by the engine.
    pub fingerprint: String,
}

impl Finding {
    /// A finding with the code's own severity and nothing but a message and a place.
    #[must_use]
    #[inline]
    pub fn new(code: Code, message: impl Into<String>, site: Site) -> Self {
        Self {
            code,
            severity: code.severity(),
            rule: None,
            message: exact(message),
            label: Text::Fixed(""),
            help: None,
            site,
            claims: Vec::new(),
            related: Vec::new(),
            key: String::new(),
            confidence: None,
            pairs: 1,
            fingerprint: String::new(),
        }
    }

    /// With words for the primary place.
    #[must_use]
    #[inline]
    pub fn label(mut self, label: impl Into<Text>) -> Self {
        self.label = label.into();
        self
    }

    /// With what to do.
    #[must_use]
    #[inline]
    pub fn help(mut self, help: impl Into<Text>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// With a claim (or other record) that identifies it.
    #[must_use]
    #[inline]
    pub fn about(mut self, id: impl Into<String>) -> Self {
        if self.claims.is_empty() {
            // Nearly all are about one or two.
            self.claims.reserve_exact(2);
        }
        self.claims.push(id.into());
        self
    }

    /// With another place.
    #[must_use]
    #[inline]
    pub fn related(mut self, message: impl Into<String>, site: Site) -> Self {
        if self.related.is_empty() {
            self.related.reserve_exact(1);
        }
        self.related.push(Related { message: exact(message), site });
        self
    }

    /// The same finding where its file has moved behind `offset` others.
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

    /// Asks memory for the texts of findings that come soon behind the one at `at`, as they are read one after the other:
    /// they lie where they were made, which is in another order. Changes nothing but the time.
    #[inline]
    pub fn prefetch_behind(findings: &[Self], at: usize) {
        /// How far ahead: first the lists of a finding, then what is in them.
        const AHEAD: [usize; 2] = [8, 4];
        if let Some(later) = findings.get(at + AHEAD[0]) {
            prefetch_text(&later.message);
            prefetch_index(&later.claims, 0);
            prefetch_index(&later.related, 0);
            prefetch_index(later.fingerprint.as_bytes(), 0);
        }
        if let Some(later) = findings.get(at + AHEAD[1]) {
            for claim in later.claims.iter().take(2) {
                prefetch_index(claim.as_bytes(), 0);
            }
            if let Some(related) = later.related.first() {
                prefetch_text(&related.message);
            }
        }
    }

    /// With what identifies it besides code, claims and file.
    #[must_use]
    #[inline]
    pub fn key(mut self, key: impl Into<String>) -> Self {
        self.key = key.into();
        self
    }
}

/// As far as texts of findings usually go.
#[inline]
fn prefetch_text(text: &str) {
    const USUAL: usize = 256;
    prefetch(text.as_bytes(), 0..USUAL);
}

/// Text without spare room behind it: a large base has a hundred thousand findings with ten texts each.
fn exact(text: impl Into<String>) -> String {
    let mut text = text.into();
    text.shrink_to_fit();
    text
}
