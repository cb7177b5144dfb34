//! Whether the names in the places of a phrasing are whole noun phrases: not part of a longer name, nor the owner of what is meant.

use super::ArgumentBinder;
use crate::draft::mentions::EntityMention;
use crate::draft::reading::syntax::{
    Wholeness, follows_name, has_noun_between, is_possessive, precedes_verb, stands_alone, wholeness,
};
use crate::model::{Frame, GrammarRole};

impl ArgumentBinder<'_, '_> {
    /// Whether a name in a place only stands within another name, or tells whose rival or husband is meant.
    pub(super) fn is_misnamed(&self) -> bool {
        let names = [self.hit.subject, self.hit.object].into_iter().flatten();
        let mut mentions = names.filter_map(|index| self.sentence.mentions.get(index));
        mentions.any(|mention| {
            let start = mention.tokens.start;
            let is_behind_word = self.hit.words.iter().any(|word| word + 1 == start);
            !stands_alone(self.sentence, &mention.tokens, &self.hit.words) && !self.is_titled(mention)
                || !is_behind_word && self.is_surname(mention) && follows_name(self.sentence, start)
        }) || self.is_item()
            || self.is_of_relative()
    }

    /// Whether the subject only does something with what is spoken of: "the yard Nord built is in Kiel".
    fn is_of_relative(&self) -> bool {
        let Self { sentence, hit, .. } = self;
        let name = hit.subject.and_then(|index| sentence.mentions.get(index)).map(|mention| &mention.tokens);
        let Some(name) = name.filter(|_| !sentence.language.modifiers_follow) else {
            return false;
        };
        let verb = name.end;
        let before = (0..name.start).rev().find(|at| !sentence.is_free_word(*at));
        let is_behind_noun =
            before.is_some_and(|at| at + 1 < name.start && sentence.has(at, GrammarRole::Determiner));
        is_behind_noun && sentence.has_past_form(verb) && hit.words.iter().all(|word| *word > verb)
    }

    /// Whether who is said to do something is only another of those whom it is done to: "besides leading Nord, Ost and West, she".
    fn is_item(&self) -> bool {
        let subject = self.hit.subject.and_then(|index| self.sentence.mentions.get(index));
        let joins =
            |at: usize| self.sentence.is_sign(at, ',') || self.sentence.has(at, GrammarRole::Coordinator);
        subject.is_some_and(|name| {
            let is_behind = self.hit.words.last().is_some_and(|word| *word < name.tokens.start);
            let is_apart = name.tokens.start > 0 && self.sentence.is_sign(name.tokens.start - 1, ',');
            self.phrasing.frame == Some(Frame::Verb) && is_behind && is_apart && joins(name.tokens.end)
        })
    }

    /// How far the names in its places are whole noun phrases, each for itself.
    pub(super) fn wholeness(&self) -> Wholeness {
        let names = [self.hit.subject, self.hit.object].into_iter().flatten();
        let mentions = names.filter_map(|index| self.sentence.mentions.get(index));
        mentions.map(|mention| self.wholeness_of(mention)).min().unwrap_or(Wholeness::Whole)
    }

    /// Whether a name is a whole noun phrase; `is_instead`: it takes a place where another one stands.
    pub(super) fn is_whole(&self, mention: &EntityMention, is_instead: bool) -> bool {
        match is_instead {
            true => self.wholeness_of(mention) == Wholeness::Whole,
            false => wholeness(self.sentence, &mention.tokens, &self.hit.words) == Wholeness::Whole,
        }
    }

    pub(super) fn wholeness_of(&self, mention: &EntityMention) -> Wholeness {
        let words = self.with_topic(mention.tokens.start.saturating_sub(1)..mention.tokens.end + 2);
        // "With revenue of 5 million, Nord grew": behind the comma the sentence begins.
        let comma = mention.tokens.start.checked_sub(1).filter(|at| self.sentence.is_sign(*at, ','));
        let opens = self.hit.value.is_some() && comma.is_some();
        if !opens && has_noun_between(self.sentence, &mention.tokens, &words) {
            return Wholeness::Other;
        }
        if self.is_titled(mention) {
            return Wholeness::Whole;
        }
        let found = wholeness(self.sentence, &mention.tokens, &words);
        // A place of the construction is filled by it, so that the verb is of the sentence.
        let is_bound = self.hit.subject.is_some() && self.hit.object.is_some();
        let is_last = self.hit.words.last().is_some_and(|word| *word < mention.tokens.start);
        if found == Wholeness::Perhaps && is_bound && is_last && precedes_verb(self.sentence, &mention.tokens)
        {
            return Wholeness::Whole;
        }
        found
    }

    /// Whether a mention is the last word of a longer name: "Lindqvist".
    fn is_surname(&self, mention: &EntityMention) -> bool {
        let word = self.sentence.words(&mention.tokens);
        let record = mention.entity.and_then(|entity| self.records.base().entities.record(entity));
        let name = record.and_then(|record| record.name.as_deref());
        name.is_some_and(|name| name.len() > word.len() && name.rsplit(' ').next() == Some(word))
    }

    /// Whether a title is before a name that owns something: "Governor Ann Meyer's speech" takes her office for granted, her
    /// successor and her departure do not.
    fn is_titled(&self, mention: &EntityMention) -> bool {
        let title = self.hit.words.last().copied();
        let subject = self.hit.subject.and_then(|index| self.sentence.mentions.get(index));
        let is_subject = subject.is_some_and(|subject| subject.tokens == mention.tokens);
        let owned = mention.tokens.end + 1;
        let classes = &self.sentence.language.classes;
        let is_of_its_end =
            [&classes.exits, &classes.tenures].iter().any(|class| self.sentence.is_of(owned, class));
        let is_anothers = self.sentence.has(owned, GrammarRole::OtherRole);
        // "A maintainer of Tern's plugin" is none of Tern's.
        let is_led = title.is_some_and(|title| self.sentence.has(title, GrammarRole::Preposition));
        self.phrasing.is_nominal()
            && is_subject
            && !is_of_its_end
            && !is_anothers
            && !is_led
            && title.is_some_and(|title| title + 1 == mention.tokens.start)
            && is_possessive(self.sentence, &mention.tokens)
    }
}
