//! Whether the subject of a phrasing is somebody else than whom its noun phrase names: a name that only stands beside it, a pronoun
//! of another clause, or what is in a clause that stands for a noun.

use std::ops::Range;

use super::ArgumentBinder;
use crate::draft::reading::syntax::{
    NamedPhrase, fronts_relative, is_governed, is_of_either_noun, is_unclosed, names_another,
};
use crate::draft::segmentation::TokenKind;
use crate::model::{Category, EntityId, Frame, GrammarRole, Role};

impl ArgumentBinder<'_, '_> {
    /// Whether what a noun phrase names is not what the subject of the phrasing names.
    pub(super) fn is_of_another_phrase(&self) -> bool {
        self.is_beside_name(self.phrasing.is_nominal())
            || self.is_led_phrase()
            || self.is_cleft()
            || self.is_behind_pronoun()
            || self.is_in_free_relative()
            || self.is_contrasted()
            || self.has_other_agent()
            || self.crosses_joint()
            || self.has_other_object()
            || self.is_before_relative()
    }

    /// "Nord's head, Bo says, must go"; `is_nominal`: the head of the phrasing is a noun.
    pub(super) fn is_beside_name(&self, is_nominal: bool) -> bool {
        let Self { sentence, hit, .. } = self;
        let phrase = hit.words.first().zip(hit.words.last()).map(|(first, last)| *first..last + 1);
        let fits = |entity: EntityId| self.records.fits(self.relation, Role::Subject, entity);
        // "With revenue of 5 million, Nord grew": what has an amount is no title of anybody.
        let is_of_amount =
            |name: &Range<usize>, phrase: &Range<usize>| hit.value.is_some() && name.start >= phrase.end;
        self.subject().zip(phrase.as_ref()).is_some_and(|(name, phrase)| {
            !is_of_amount(name, phrase)
                && names_another(sentence, NamedPhrase { said: &hit.tokens, phrase, name, is_nominal }, fits)
        })
    }

    /// "Bo, the head of Nord is wrong".
    pub(super) fn is_unclosed(&self) -> bool {
        let is_open = |name: &Range<usize>| is_unclosed(self.sentence, &self.hit.tokens, name);
        self.phrasing.is_nominal() && self.subject().is_some_and(is_open)
    }

    /// "According to Bo, the bank that owns Nord is rich".
    fn is_before_relative(&self) -> bool {
        let Self { sentence, hit, .. } = self;
        self.leading_name().is_some_and(|name| fronts_relative(sentence, &hit.tokens, name))
    }

    /// "Bo, nasabah bank yang memiliki Nord".
    pub(super) fn is_of_either_noun(&self) -> bool {
        self.leading_name().is_some_and(|name| is_of_either_noun(self.sentence, name))
    }

    /// "The man behind the head of Nord is Bo".
    fn is_led_phrase(&self) -> bool {
        let is_of_noun = self.phrasing.frame.is_none_or(|frame| frame == Frame::Noun);
        is_of_noun && is_governed(self.sentence, &self.hit.tokens)
    }

    /// "It is the head of Nord whom Bo met".
    fn is_cleft(&self) -> bool {
        let Self { sentence, hit, .. } = self;
        hit.subject.is_none()
            && sentence.has(hit.tokens.start, GrammarRole::Pronoun)
            && sentence.has(hit.tokens.end, GrammarRole::Relativizer)
    }

    /// "Bo on the head of Nord: “She is fine.”": a pronoun is no apposition.
    fn is_behind_pronoun(&self) -> bool {
        let Self { sentence, hit, .. } = self;
        let last = hit.tokens.end.saturating_sub(1);
        let is_apart = last > 0 && !sentence.tokens[last - 1].is_wordy();
        hit.subject.is_none() && is_apart && sentence.has(last, GrammarRole::Pronoun)
    }

    /// "Yang ditakuti ketua Nord adalah Bo", "yang dikagumi Bo adalah ketua Nord": what is behind the verb of a clause that stands for
    /// a noun belongs to that verb. "Yang menjadi ketua Nord" names who has the office.
    fn is_in_free_relative(&self) -> bool {
        let Self { sentence, hit, .. } = self;
        let start = hit.tokens.start;
        let Some(verb) = start.checked_sub(1).filter(|_| sentence.language.modifiers_follow) else {
            return false;
        };
        let opener = verb.checked_sub(1).filter(|at| sentence.has(*at, GrammarRole::Relativizer));
        let is_free = opener.is_some_and(|at| {
            at.checked_sub(1).is_none_or(|before| sentence.tokens[before].kind != TokenKind::Word)
                && at.checked_sub(1).is_none_or(|before| !sentence.is_sign(before, ','))
        });
        is_free && sentence.is_free_word(verb) && sentence.is_verb_like(verb)
    }

    /// "Ost, bukan Nord, yang memimpin": not the name right before the clause has what it says, but the one that this is set against.
    fn is_contrasted(&self) -> bool {
        let sentence = self.sentence;
        let is_set_against = |name: &Range<usize>| {
            let is_denied = sentence.cues_of(Category::Negation).any(|cue| cue.tokens.end == name.start);
            let is_clause = sentence.has(name.end + 1, GrammarRole::Relativizer);
            is_denied && is_clause && sentence.is_sign(name.end, ',')
        };
        self.subject().is_some_and(is_set_against)
    }

    /// "Nord is led by Ann and advised by Bo": whom another participle has for its agent.
    fn has_other_agent(&self) -> bool {
        let Self { sentence, hit, .. } = self;
        let is_agent = |at: usize| sentence.is_of(at, &sentence.language.actors);
        let first =
            hit.words.iter().copied().find(|at| sentence.has_past_form(*at) || sentence.is_verb_like(*at));
        let last = hit.words.iter().copied().rfind(|at| is_agent(*at));
        first
            .zip(last)
            .is_some_and(|(verb, by)| (verb + 1..by).any(|at| is_agent(at) && !hit.words.contains(&at)))
    }

    /// "Bergabung pada 2003 dan menjadi ketua": a date closes the first verb, so that what is joined to it is said by itself.
    fn crosses_joint(&self) -> bool {
        let Self { sentence, hit, .. } = self;
        let (Some(first), Some(last)) = (hit.words.first(), hit.words.last()) else { return false };
        (first + 1..*last).any(|at| {
            sentence.has(at, GrammarRole::Coordinator)
                && sentence.has(at + 1, GrammarRole::Auxiliary)
                && sentence.is_dated(at - 1)
        })
    }

    /// "Nord closed a deal", "closed its bar": a verb that is said of its subject alone has something else for its object. "Closed a
    /// year later" has none.
    fn has_other_object(&self) -> bool {
        let Self { sentence, hit, .. } = self;
        let verb =
            hit.words.last().copied().filter(|_| hit.words.len() == 1 && !sentence.language.modifiers_follow);
        let Some(verb) = verb.filter(|_| self.records.is_one_place(self.relation)) else { return false };
        let classes = &sentence.language.classes;
        let is_time = |at: usize| {
            let is_unit =
                [&classes.time_units, &classes.lengths].iter().any(|class| sentence.is_of(at, class));
            is_unit
                || sentence.is_ranked(at)
                || sentence.language.weekdays.contains(&sentence.tokens[at].hash)
        };
        let noun = verb + 2..(verb + 4).min(sentence.tokens.len());
        let is_passive = verb.checked_sub(1).is_some_and(|at| sentence.has(at, GrammarRole::Auxiliary));
        self.phrasing.frame == Some(Frame::Verb)
            && !is_passive
            && sentence.has_past_form(verb)
            && sentence.has(verb + 1, GrammarRole::Determiner)
            && sentence.is_free_word(verb + 2)
            && !noun.clone().any(is_time)
    }

    /// "Kiel-based Nordwerft" is one phrase, "Ostria extradited Ann" a sentence.
    pub(super) fn is_loose_compound(&self) -> bool {
        let Self { sentence, hit, .. } = self;
        let mention = |index: Option<usize>| index.and_then(|index| sentence.mentions.get(index));
        let (Some(object), Some(subject), Some(first)) =
            (mention(hit.object), mention(hit.subject), hit.words.first())
        else {
            return false;
        };
        self.phrasing.frame == Some(Frame::Adjective)
            && object.tokens.end == *first
            && subject.tokens.start > *first
            && !sentence.language.modifiers_follow
            && !sentence.tokens[*first].hyphenated
            && !hit.words.iter().any(|word| sentence.has(*word, GrammarRole::Preposition))
    }

    /// "Tamu wali kota Nord, Bo, …", "a guest of the mayor of Nord, Bo, …": the name may be that of the guest.
    pub(super) fn may_name_owner(&self) -> bool {
        let Self { sentence, hit, .. } = self;
        let Some(first) = hit.words.first().copied() else { return false };
        let is_behind_comma = |name: &Range<usize>| {
            name.start > first && name.start.checked_sub(1).is_some_and(|at| sentence.is_sign(at, ','))
        };
        let is_article = |at: &usize| sentence.has(*at, GrammarRole::Determiner);
        let Some(before) = (0..first).rev().find(|at| !is_article(at)) else { return false };
        let is_led = sentence.is_of(before, &sentence.language.joints);
        let noun = if sentence.language.modifiers_follow {
            Some(before)
        } else {
            before.checked_sub(1).filter(|_| is_led)
        };
        let is_noun = |at: usize| {
            let opens = at == 0 || at == 1 && is_article(&0);
            let is_open = sentence.tags[at].is_open() && !sentence.is_named(at) && !sentence.is_verb_like(at);
            opens && is_open && !sentence.is_of(at, &sentence.language.neutral)
        };
        self.phrasing.is_nominal() && self.subject().is_some_and(is_behind_comma) && noun.is_some_and(is_noun)
    }

    /// "Adalah sopir direktur Nord": a noun before that of the relation tells who is meant, in a language where what describes a noun
    /// follows it.
    pub(super) fn is_behind_noun(&self) -> bool {
        let Self { sentence, hit, .. } = self;
        let language = sentence.language;
        let Some(before) = hit.words.iter().copied().find(|at| !sentence.has(*at, GrammarRole::Auxiliary))
        else {
            return false;
        };
        let Some(noun) = before.checked_sub(1).filter(|_| language.modifiers_follow) else { return false };
        let opens = noun.checked_sub(1).is_some_and(|at| {
            sentence.has(at, GrammarRole::Auxiliary) || sentence.has(at, GrammarRole::Determiner)
        });
        let is_neutral =
            sentence.is_of(noun, &language.neutral) || sentence.is_of(noun, &language.kind_nouns);
        self.phrasing.is_nominal()
            && opens
            && !hit.words.contains(&noun)
            && sentence.is_free_word(noun)
            && !sentence.is_verb_like(noun)
            && !is_neutral
    }

    /// The name in a place that stands before the words.
    fn leading_name(&self) -> Option<&Range<usize>> {
        let first = *self.hit.words.first()?;
        let names = [self.hit.subject, self.hit.object].into_iter().flatten();
        let mut mentions = names.filter_map(|index| self.sentence.mentions.get(index));
        mentions.find(|mention| mention.tokens.end <= first).map(|mention| &mention.tokens)
    }

    fn subject(&self) -> Option<&Range<usize>> {
        let subject = self.hit.subject.and_then(|index| self.sentence.mentions.get(index));
        subject.map(|mention| &mention.tokens)
    }
}
