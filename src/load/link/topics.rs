//! What relations are about, where they do not say: the same as the relation that they are narrower than.

use crate::model::{Base, RelationId};

/// Gives each relation without a topic that of the nearest broader one that has one.
pub fn inherit(base: &mut Base) {
    let topic = |id: RelationId| base.relations.record(id).map(|record| &record.topic);
    let has_topic = |id: &RelationId| topic(*id).is_some_and(|topic| !topic.is_empty());
    let inherited = base.relations.described().filter(|(id, _)| !has_topic(id)).filter_map(|(id, _)| {
        let mut passed = vec![id];
        let mut at = 0;
        while let Some(record) = passed.get(at).and_then(|id| base.relations.record(*id)) {
            if let Some(broader) = record.narrower_than.iter().find(|id| has_topic(id)) {
                return Some((id, topic(*broader)?.clone()));
            }
            let unseen: Vec<RelationId> =
                record.narrower_than.iter().copied().filter(|id| !passed.contains(id)).collect();
            passed.extend(unseen);
            at += 1;
        }
        None
    });
    for (id, topic) in inherited.collect::<Vec<_>>() {
        if let Some(record) = base.relations.record_mut(id) {
            record.topic = topic;
        }
    }
}
