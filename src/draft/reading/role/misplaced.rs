//! Names in places where records never have them: "Seelinie rents from Nordwerft" beside a record of the reverse.
//!
//! A construction tells who does what. Where that is not what is on record, the sentence says something else, and nothing nearer
//! the record may be read into it.

use std::ops::Range;

use super::ArgumentBinder;
use crate::draft::mentions::EntityMention;
use crate::draft::reading::pattern::Hit;
use crate::draft::reading::sentence_view::SentenceView;
use crate::draft::reading::syntax::{SentenceWords, is_possessive};
use crate::model::{EntityId, Frame, GrammarRole, Role};

impl ArgumentBinder<'_, '_> {
    /// Whether something else is said than is on record: each of two names stands in the place of the other, or, as a construction
    /// has them, one of them does.
    pub(super) fn is_misplaced(&self) -> bool {
        let is_elsewhere = |role: Role| {
            let index = match role {
                Role::Subject => self.hit.subject,
                Role::Object => self.hit.object,
            };
            let entity = index.and_then(|index| self.sentence.mentions.get(index)?.entity);
            entity.is_some_and(|entity| self.belongs_elsewhere(role, entity))
        };
        match (is_elsewhere(Role::Subject), is_elsewhere(Role::Object)) {
            (true, true) => true,
            (true, false) => self.phrasing.is_made && !self.is_joined(),
            (false, true) => self.phrasing.is_made,
            (false, false) => false,
        }
    }

    /// Whether a name that stands in one place is of the kind that stands in the other and never in this one: it belongs to
    /// what was said before ("OpenAI uses Oracle and also uses Google Cloud").
    pub(super) fn belongs_elsewhere(&self, role: Role, entity: EntityId) -> bool {
        let other = match role {
            Role::Subject => Role::Object,
            Role::Object => Role::Subject,
        };
        let both_named = self.hit.subject.is_some() && self.hit.object.is_some();
        both_named
            && !self.records.fits(self.relation, role, entity)
            && self.records.fits(self.relation, other, entity)
    }

    /// Whether "and" is between a name and a noun of the relation: "the head of Nord and Bo met" calls Bo nothing.
    pub(super) fn is_joined_to_noun(&self, name: &Range<usize>) -> bool {
        let Self { sentence, hit, phrasing, .. } = self;
        let joins = |at: usize| sentence.is_of(at, &sentence.language.coordinators);
        let (first, last) = (hit.words.first().copied(), hit.words.last().copied());
        let is_behind =
            name.start.checked_sub(2).is_some_and(|noun| Some(noun) == last) && joins(name.start - 1);
        let is_article = usize::from(sentence.has(name.end + 1, GrammarRole::Determiner));
        let is_before = joins(name.end) && first == Some(name.end + 1 + is_article);
        phrasing.frame != Some(Frame::Verb) && (is_behind || is_before)
    }

    /// Whether the words are a second predicate, with the name before them in the first one.
    fn is_joined(&self) -> bool {
        let subject = self.hit.subject.and_then(|index| self.sentence.mentions.get(index));
        let first = self.hit.words.first().copied().unwrap_or(self.hit.tokens.end);
        subject.is_some_and(|subject| {
            let between = self.sentence.tokens.get(subject.tokens.end..first).unwrap_or_default();
            between.iter().any(|token| self.sentence.language.joining.contains(&token.hash))
        })
    }
}

/// Whether what would be a verb is a noun that a name has: "Nordwerft's sponsor" sponsors nobody; "Nordwerft's acquired" may be
/// short for "has acquired".
#[must_use]
pub fn is_owned_noun(sentence: &SentenceView<'_>, hit: &Hit) -> bool {
    let first = hit.words.first().copied().unwrap_or(0);
    let owns = |name: &EntityMention| name.tokens.end + 1 == first && is_possessive(sentence, &name.tokens);
    // "A Nordwerft form": nobody is called "a Nordwerft" who forms something.
    let indefinite = &sentence.language.classes.indefinite;
    let describes = |name: &EntityMention| {
        let before = name.tokens.start.checked_sub(1);
        name.tokens.end == first && before.is_some_and(|at| sentence.is_of(at, indefinite))
    };
    let is_noun = |name: &EntityMention| owns(name) || describes(name) || is_compound(sentence, name, first);
    sentence.mentions.iter().any(is_noun) && !hit.words.iter().any(|at| sentence.has_past_form(*at))
}

/// Whether a verb is the auxiliary of another one behind it: "has not yet dropped Ost" says nothing of what Nord has.
#[must_use]
pub fn is_auxiliary(sentence: &SentenceView<'_>, hit: &Hit) -> bool {
    let Some(verb) = hit.words.first().copied().filter(|at| sentence.has(*at, GrammarRole::Auxiliary)) else {
        return false;
    };
    let passes = |at: &usize| {
        sentence.has(*at, GrammarRole::Adverb) || sentence.cues.iter().any(|cue| cue.tokens.contains(at))
    };
    let next = (verb + 1..hit.tokens.end).find(|at| !passes(at));
    // "Has recorded 20 cases" says what there is.
    let counts = hit.value.is_some();
    !counts
        && next.is_some_and(|at| {
            sentence.has_past_form(at) && !sentence.is_named(at) && !hit.words.contains(&at)
        })
}

/// "Nordwerft support ended": one name does what verbs in "-s" say; without it, and with another verb behind, it is a noun.
fn is_compound(sentence: &SentenceView<'_>, name: &EntityMention, first: usize) -> bool {
    let is_verb = |word: &str| sentence.language.present_endings.iter().any(|ending| word.ends_with(ending));
    let words = SentenceWords::of(sentence);
    let clause = sentence.clauses.get(first);
    let mut behind = first + 1..sentence.tokens.len();
    let is_plural = |at: usize| is_verb(sentence.words(&(at..at + 1)));
    let is_beside =
        |other: &EntityMention| other != name && sentence.is_listed(other.tokens.start, name.tokens.start);
    let is_one = name.tokens.end == first
        && !sentence.mentions.iter().any(is_beside)
        && !is_plural(name.tokens.end - 1);
    !sentence.language.present_endings.is_empty()
        && is_one
        && !is_verb(sentence.words(&(first..first + 1)))
        && behind.any(|at| sentence.clauses.get(at) == clause && words.is_verb(at) && !sentence.is_named(at))
}
