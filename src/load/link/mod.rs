//! After all files are read: ids that no record has, records and names that are there twice, periods that end before they
//! begin, values read again as their relation takes them.

mod circles;
mod inverted;
mod names;
mod statement;
mod topics;
mod unknown;
mod value;

use super::Loaded;
use super::shipped;
use super::standard::is_standard;
use crate::amounts::AmountLexicon;
use crate::model::{Base, ClaimIndex};
use crate::text::Files;

pub use names::{described_twice, entity_twice, relation_twice, source_twice};
pub use unknown::nearest_code;

/// Completes what was loaded.
pub fn link(loaded: &mut Loaded, files: &Files, words: &AmountLexicon) {
    drop_overridden(&mut loaded.base, files);
    loaded.index = ClaimIndex::new(&loaded.base.claims);
    shipped::declare(&mut loaded.base, files);
    topics::inherit(&mut loaded.base);
    statement::take_apart(&mut loaded.base);
    loaded.findings.extend(names::find(&loaded.base, &loaded.index));
    loaded.findings.extend(unknown::find(&loaded.base, &loaded.index));
    loaded.findings.extend(inverted::find(&loaded.base));
    loaded.findings.extend(circles::break_up(&mut loaded.base));
    value::read_limits_again(&mut loaded.base, words);
    let findings = value::read_again(&mut loaded.base, words);
    loaded.findings.extend(findings);
}

/// A workspace's own rule takes the place of the standard one with the same id.
fn drop_overridden(base: &mut Base, files: &Files) {
    let own_rules: Vec<String> = base
        .rules
        .iter()
        .filter(|rule| !is_standard(files.get(rule.place.file).path()))
        .map(|rule| rule.id.clone())
        .collect();
    base.rules
        .retain(|rule| !is_standard(files.get(rule.place.file).path()) || !own_rules.contains(&rule.id));
}
