//! Names in the places of a phrasing that cannot stand there, and what is meant instead: another one of a list, or a longer name of
//! which it is the beginning.

use std::borrow::Cow;

use crate::draft::reading::pattern::Hit;
use crate::draft::reading::records::Records;
use crate::draft::reading::sentence_view::SentenceView;
use crate::model::{EntityId, RelationId, Role, Slot};

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

/// A hit of which the object, a name that never stands there, is taken for the only one that does and whose name begins so: a clone
/// "of Nord" is one of Nord Linux, which the firm Nord makes.
pub fn with_longer_name(
    records: &Records<'_>,
    relation: RelationId,
    sentence: &SentenceView<'_>,
    hit: &Hit,
) -> Option<Hit> {
    let name = sentence.mentions.get(hit.object?)?;
    let entity = name.entity.filter(|entity| !records.fits(relation, Role::Object, *entity))?;
    let beginning = format!("{} ", sentence.words(&name.tokens)).to_lowercase();
    let is_longer = |known: &EntityId| {
        let record = records.base().entities.record(*known);
        *known != entity
            && record
                .is_some_and(|record| record.names().any(|name| name.to_lowercase().starts_with(&beginning)))
    };
    let mut longer = records.ends(relation, Role::Object).iter().copied().filter(is_longer);
    let meant = longer.next().filter(|_| longer.next().is_none())?;
    let given = hit.given.iter().copied().chain([(Slot::Object, meant)]).collect();
    Some(Hit { object: None, given, ..hit.clone() })
}
