//! The configuration of a workspace from RON.

use super::{RecordReader, malformed_date};
use crate::load::ron::wire::{ConfigSchema, OverrideWire, SeveritiesWire};
use crate::model::{AsOfPolicy, Code, Fact, Finding, Override, Severities, Site};
use crate::text::{Patterns, Place, Span};
use crate::time::parse_date;

/// What messages call the record.
const OWNER: &str = "the configuration";

/// Reads the configuration, which is the record at `span`.
pub fn config(reader: &mut RecordReader<'_>, span: Span) {
    reader.record::<ConfigSchema>(span, |reader, wire, place| {
        let as_of = reader.policy(wire.as_of.as_deref(), "as_of", Site::field(place, "as_of"));
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
            let finding = Finding::new(
                Code::MalformedRecord,
                "this override names no paths, so it applies to no file",
                site,
            )
            .label("no paths")
            .help("name the paths: `(paths: [\"archive/\"], as_of: \"published\")`")
            .key("overrides");
            self.findings.push(finding);
        }
        self.patterns(&wire.paths, site);
        Override {
            as_of: self.policy(wire.as_of.as_deref(), "as_of", site),
            paths: wire.paths,
            severities: severities(wire.severities),
            min_confidence: wire.min_confidence,
        }
    }

    /// A day, or one of the words that stand for one.
    fn policy(&mut self, written: Option<&str>, field: &'static str, site: Site) -> Option<AsOfPolicy> {
        match written?.trim() {
            "today" => Some(AsOfPolicy::Today),
            "published" => Some(AsOfPolicy::Published),
            written => match parse_date(written) {
                Ok(bound) if bound.is_point() => Some(AsOfPolicy::Day(bound.earliest)),
                Ok(_) => {
                    let message = format!("`{field}: \"{written}\"` of {OWNER} is not a single day");
                    let finding = Finding::new(Code::MalformedDate, message, site)
                        .label("not a day")
                        .help("write \"today\", \"published\" or a day such as \"2025-01-21\"")
                        .key(field);
                    self.findings.push(finding);
                    None
                }
                Err(error) => {
                    let mut finding = malformed_date(OWNER, field, written, &error, site.place);
                    finding.site = site;
                    finding.claims.clear();
                    finding.fact = Fact::from(format!(
                        "`{field}: \"{written}\"` of {OWNER} is not `today`, `published` or a day"
                    ));
                    finding = finding.label(error.to_string());
                    self.findings
                        .push(finding.help("write \"today\", \"published\" or a day such as \"2025-01-21\""));
                    None
                }
            },
        }
    }

    /// Says which patterns are none.
    fn patterns(&mut self, patterns: &[String], site: Site) {
        for pattern in patterns {
            if let Err(reason) = Patterns::new([pattern.as_str()]) {
                let message = format!("`{pattern}` is not a path pattern: {reason}");
                let finding = Finding::new(Code::MalformedRecord, message, site)
                    .label("ignored")
                    .help("write patterns as in .gitignore: `archive/`, `*.txt`, `content/**/old-*`")
                    .key(pattern);
                self.findings.push(finding);
            }
        }
    }
}
