//! The configuration of a workspace from RON.

use super::{Reader, rule};
use crate::load::ron::wire::{ConfigShape, FailOnWire};
use crate::model::Severity;
use crate::text::Span;

/// Reads the configuration, which is the record at `span`.
pub fn config(reader: &mut Reader<'_>, span: Span) {
    reader.record::<ConfigShape>(span, |reader, wire, place| {
        reader.base.config.place = Some(place);
        let severities = wire.severities.into_iter().map(|(name, severity)| (name, rule::severity(severity)));
        reader.base.config.severities = severities.collect();
        reader.base.config.fail_on = wire.fail_on.map(|least| match least {
            FailOnWire::Error => Some(Severity::Error),
            FailOnWire::Warning => Some(Severity::Warning),
            FailOnWire::Note => Some(Severity::Note),
            FailOnWire::Never => None,
        });
    });
}
