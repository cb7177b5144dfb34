//! Ends that a sentence does not name: what its pronouns stand for, and the one object that an office can have.

use std::ops::Range;

use super::ArgumentBinder;
use crate::draft::reading::syntax::is_possessive;
use crate::model::{Confidence, EntityId, Role};

impl ArgumentBinder<'_, '_> {
    /// The subject and, where one alone holds such an office, the only object that the subject has on record.
    pub(super) fn with_unsaid_object(&mut self) -> (Option<EntityId>, Option<EntityId>) {
        let subject = self.entity(Role::Subject, self.hit.subject, None);
        let object = subject.filter(|_| self.record.exclusive);
        let own = object.and_then(|subject| self.records.only_object(self.relation, subject));
        // "Its chief executive", "it was bought by": of what was spoken of.
        let is_pronoun =
            self.sentence.pronouns.iter().any(|pronoun| self.hit.tokens.contains(&pronoun.start));
        let sureness = self.confidence;
        let meant = if is_pronoun { self.in_context(Role::Object, subject) } else { None };
        let is_spoken_of = own.is_none_or(|own| self.sentence.context.contains(&own));
        // "The head of the company" may be of another one.
        let is_noun = self.sentence.pronouns.iter().any(|pronoun| {
            pronoun.len() > 1
                && self.hit.tokens.contains(&pronoun.start)
                && pronoun.end == self.hit.tokens.end
        });
        if meant == own && is_spoken_of || !is_pronoun {
            self.confidence = if is_noun { sureness.min(Confidence::Medium) } else { sureness };
        } else {
            self.confidence = Confidence::Low;
        }
        (subject, meant.or(own))
    }

    /// Whether what the words end with only owns what is meant: "is an open source project's sponsor", "owns the company's yard".
    pub(super) fn ends_with_owner(&self) -> bool {
        let Self { sentence, hit, .. } = self;
        let end = hit.tokens.end;
        let is_owner = |pronoun: &Range<usize>| pronoun.end + 1 == end && is_possessive(sentence, pronoun);
        hit.words.contains(&(end - 1)) && is_possessive(sentence, &hit.tokens)
            || sentence.pronouns.iter().any(is_owner)
    }

    /// What the sentences and headings around speak of, where this one stands for it with a pronoun or leaves it out.
    pub(super) fn in_context(&mut self, role: Role, other: Option<EntityId>) -> Option<EntityId> {
        if self.sentence.pronouns.is_empty() && !self.sentence.is_elliptic {
            return None;
        }
        let fits =
            |entity: &&EntityId| Some(**entity) != other && self.records.fits(self.relation, role, **entity);
        let entity = self.sentence.context.iter().find(fits)?;
        self.confidence = Confidence::Low;
        Some(*entity)
    }
}
