//! What a sentence says of one name in a list, said of the others: "uses Oracle, Google Cloud and AWS" says three things.

use super::assertion::CandidateAssertion;
use super::records::Records;
use super::sentence_view::SentenceView;
use super::syntax::stands_alone;
use crate::model::{RelationId, Role};

/// The same of the other names in the lists in which `names` stand.
#[must_use]
pub fn listed(
    records: &Records<'_>,
    sentence: &SentenceView<'_>,
    relation: RelationId,
    names: &[(Role, usize)],
    candidate: &CandidateAssertion,
) -> Vec<CandidateAssertion> {
    let mut others: Vec<CandidateAssertion> = Vec::new();
    for &(role, name) in names {
        for other in sentence.listed_with(name).filter(|other| *other != name) {
            let Some(mention) = sentence.mentions.get(other) else { continue };
            let Some(known) = mention.entity else { continue };
            if !stands_alone(sentence, &mention.tokens, &candidate.key) {
                continue;
            }
            if Some(known) == candidate.subject
                || Some(known) == candidate.object
                || !records.fits(relation, role, known)
            {
                continue;
            }
            let mut one = candidate.clone();
            match role {
                Role::Subject => one.subject = Some(known),
                Role::Object => one.object = Some(known),
            }
            if others.iter().any(|other| other.subject == one.subject && other.object == one.object) {
                continue;
            }
            one.claims = match &one.value {
                Some((amount, _)) => records.giving(relation, one.subject, one.object, amount),
                None => records.saying(relation, one.subject, one.object),
            };
            one.words.push(mention.tokens.clone());
            one.tokens = one.tokens.start.min(mention.tokens.start)..one.tokens.end.max(mention.tokens.end);
            others.push(one);
        }
    }
    others
}
