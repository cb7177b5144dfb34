//! What belongs to a finding besides its message, in words: other places and what to do. For formats that show it as
//! lists or paragraphs, without the lines of the files.

use crate::model::{Finding, Related};
use crate::text::{Files, Place};

/// Places that are named of one finding; all are in the JSON.
const NAMED: usize = 6;

/// `path:line`, the path as it is.
pub(super) fn place(place: Place, files: &Files) -> String {
    let (start, _) = files.positions(place);
    format!("{}:{}", files.get(place.file).path(), start.line)
}

/// The other places of a finding, each with what stands there. Of very many only some.
pub(super) fn related<'a>(
    finding: &'a Finding,
    files: &'a Files,
) -> impl Iterator<Item = (&'a str, String)> + 'a {
    let named = finding.related.iter().take(NAMED);
    named.map(|Related { message, site }| (message.as_str(), place(site.place, files)))
}

/// What to say of the places that [`related`] does not name; nothing, where it names all.
pub(super) fn unnamed(finding: &Finding) -> Option<String> {
    match finding.related.len().saturating_sub(NAMED) {
        0 => None,
        1 => Some("1 more place belongs to this".to_owned()),
        count => Some(format!("{count} more places belong to this")),
    }
}
