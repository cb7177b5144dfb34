//! The configuration of a workspace from RON.

use super::RecordReader;
use crate::load::ron::wire::{ConfigSchema, OverrideWire, SeveritiesWire};
use crate::model::{AsOfPolicy, Code, FileFact, Finding, Override, Severities, Site};
use crate::text::{Patterns, Place, Span};
use crate::time::parse_date;

/// Reads the configuration, which is the record at `span`.
pub fn config(reader: &mut RecordReader<'_>, span: Span) {
    reader.record::<ConfigSchema>(span, |reader, wire, place| {
        let as_of = reader.policy(wire.as_of.as_deref(), Site::field(place, "as_of"));
        reader.patterns(&wire.exclude, Site::field(place, "exclude"));
        let overrides = wire.overrides.into_iter().enumerate();
        let overrides = overrides.map(|(at, wire)| reader.override_of(at, wire, place)).collect();
        let config = &mut reader.base.config;
        config.place = Some(place);
        config.severities = severities(wire.severities);
        config.fail_on = wire.fail_on.map(Into::into);
        config.select = wire.select;
        config.ignore = wire.ignore;
        config.drafts = wire.drafts;
        config.exclude = wire.exclude;
        config.as_of = as_of;
        config.min_confidence = wire.min_confidence;
        config.baseline = wire.baseline;
        config.overrides = overrides;
    });
}

fn severities(wire: SeveritiesWire) -> Severities {
    wire.into_iter().map(|(name, severity)| (name, severity.into())).collect()
}

impl RecordReader<'_> {
    fn override_of(&mut self, at: usize, wire: OverrideWire, place: Place) -> Override {
        let site = Site::element(place, "overrides", at);
        if wire.paths.is_empty() {
            let fact = FileFact::OverrideWithoutPaths {};
            let finding = Finding::new(Code::MalformedRecord, fact, site).key("overrides");
            self.findings.push(finding);
        }
        self.patterns(&wire.paths, site);
        Override {
            as_of: self.policy(wire.as_of.as_deref(), site),
            paths: wire.paths,
            severities: severities(wire.severities),
            min_confidence: wire.min_confidence,
        }
    }

    /// A day, or one of the words that stand for one.
    fn policy(&mut self, written: Option<&str>, site: Site) -> Option<AsOfPolicy> {
        match written?.trim() {
            "today" => Some(AsOfPolicy::Today),
            "published" => Some(AsOfPolicy::Published),
            written => {
                let read = parse_date(written);
                if let Ok(day) = read
                    && day.is_point()
                {
                    return Some(AsOfPolicy::Day(day.earliest));
                }
                let is_date = usize::from(read.is_ok());
                let fact = FileFact::PresentInvalid { written: written.to_owned(), is_date };
                self.findings.push(Finding::new(Code::MalformedDate, fact, site).key("as_of"));
                None
            }
        }
    }

    /// Reports invalid patterns.
    fn patterns(&mut self, patterns: &[String], site: Site) {
        for pattern in patterns {
            if let Err(reason) = Patterns::new([pattern.as_str()]) {
                let fact = FileFact::PathPatternInvalid { pattern: pattern.clone(), reason };
                let finding = Finding::new(Code::MalformedRecord, fact, site).key(pattern);
                self.findings.push(finding);
            }
        }
    }
}
