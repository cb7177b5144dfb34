//! Lists in the places of a phrasing: of several names there, one that can stand in the place.

use std::borrow::Cow;

use crate::draft::reading::pattern::Hit;
use crate::draft::reading::records::Records;
use crate::draft::reading::sentence_view::SentenceView;
use crate::model::{RelationId, Role};

/// A hit in whose places stand names that can stand there, where a list has such: Nord in "is the upstream of Ost and Nord", if
/// only Nord has an upstream on record. What is said of the others is `several`'s business.
pub fn with_fitting_names<'a>(
    records: &Records<'_>,
    relation: RelationId,
    sentence: &SentenceView<'_>,
    hit: &'a Hit,
) -> Cow<'a, Hit> {
    let fits = |role: Role, name: usize| {
        let entity = sentence.mentions.get(name).and_then(|mention| mention.entity);
        entity.is_some_and(|entity| records.fits(relation, role, entity))
    };
    let better = |role: Role, name: Option<usize>| {
        let name = name.filter(|name| !fits(role, *name))?;
        sentence.listed_with(name).find(|other| fits(role, *other))
    };
    let is_free = |name: &usize| ![hit.subject, hit.object].contains(&Some(*name));
    let subject = better(Role::Subject, hit.subject).filter(is_free);
    let object = better(Role::Object, hit.object).filter(is_free);
    if subject.is_none() && object.is_none() {
        return Cow::Borrowed(hit);
    }
    Cow::Owned(Hit { subject: subject.or(hit.subject), object: object.or(hit.object), ..hit.clone() })
}
