//! What belongs to a finding besides its message, in words: other places and what to do. For formats that show it as
//! lists or paragraphs, without the lines of the files.

use crate::model::{Finding, Related};
use crate::render::Context;
use crate::text::Place;
use crate::words::Worded;

/// Places named for one finding; all are in the JSON.
const NAMED: usize = 6;

/// `path:line`, the path as it is.
pub(super) fn place(place: Place, context: &Context<'_>) -> String {
    let (start, _) = context.files.positions(place);
    format!("{}:{}", context.files.get(place.file).path(), start.line)
}

/// The other places of a finding, each with what is there. If there are very many, only some.
pub(super) fn related<'a>(
    finding: &'a Finding,
    worded: &'a Worded,
    context: &'a Context<'a>,
) -> impl Iterator<Item = (&'a str, String)> + 'a {
    let named = finding.related.iter().zip(&worded.related).take(NAMED);
    named.map(|(Related { site, .. }, message)| (message.as_str(), place(site.place, context)))
}

/// What to say of the places that [`related`] does not name; nothing, where it names all.
pub(super) fn unnamed(finding: &Finding) -> Option<String> {
    match finding.related.len().saturating_sub(NAMED) {
        0 => None,
        1 => Some("1 more place belongs to this".to_owned()),
        count => Some(format!("{count} more places belong to this")),
    }
}
