//! Whether what a phrasing of its author passes over says something else: "{subject} … director of {object}" fits "Ann met the
//! director of Nord" as well as "Ann is now the director of Nord".
//!
//! Constructions that are made of words say themselves what may stand between; a gap says nothing of that. What stands there is
//! held to what can join a name to what is said of it: a copula, an apposition, words that describe the noun.

use std::ops::Range;

use super::ArgumentBinder;
use crate::draft::reading::sentence_view::SentenceView;
use crate::draft::reading::syntax::{Wholeness, is_placing, wholeness};
use crate::draft::segmentation::TokenKind;
use crate::model::GrammarRole;

impl ArgumentBinder<'_, '_> {
    /// Whether what a phrasing of its author finds as the subject only places another noun: "the shop near Nord is …".
    pub(super) fn is_about_another(&self) -> bool {
        let subject = self.hit.subject.and_then(|index| self.sentence.mentions.get(index));
        subject.is_some_and(|name| {
            is_placing(self.sentence, name.tokens.start)
                && wholeness(self.sentence, &name.tokens, &self.hit.words) == Wholeness::Other
        })
    }

    /// Whether the sentence says something else of the names that a phrasing of its author has found.
    pub(super) fn is_of_another_predicate(&self) -> bool {
        let Self { phrasing, hit, .. } = self;
        let is_of_author = !phrasing.is_made && !phrasing.is_idiom && !phrasing.written.is_empty();
        let is_loose = is_of_author && hit.value.is_none() && !self.has_words_apart();
        is_loose && (self.is_beside_name(!self.has_verb()) || self.is_owner() || self.passes_predicate())
    }

    /// Whether a name that follows the words of a phrasing of its author is not all that they are of: "director of Nord's museum",
    /// "direktur Yayasan Nord".
    fn is_owner(&self) -> bool {
        let last = self.hit.words.last().copied();
        let names = [self.hit.subject, self.hit.object].into_iter().flatten();
        let mut names = names.filter_map(|index| self.sentence.mentions.get(index));
        names.any(|name| {
            last.is_some_and(|last| last < name.tokens.start) && self.wholeness_of(name) == Wholeness::Other
        })
    }

    /// Whether the sentence has another predicate in the gaps of a phrasing.
    fn passes_predicate(&self) -> bool {
        let Self { sentence, hit, .. } = self;
        let places = [hit.subject, hit.object].into_iter().flatten();
        let names: Vec<&Range<usize>> =
            places.filter_map(|index| sentence.mentions.get(index)).map(|mention| &mention.tokens).collect();
        let starts = names.iter().map(|name| name.start).chain(hit.words.iter().copied());
        let ends = names.iter().map(|name| name.end).chain(hit.words.iter().map(|word| word + 1));
        let Some((start, end)) = starts.min().zip(ends.max()) else { return false };
        let mut gap = PhrasingGap {
            sentence,
            words: &hit.words,
            state: GapState::Name,
            open: None,
            is_relative: false,
            has_as: false,
        };
        let mut at = start;
        while at < end {
            if let Some(name) = names.iter().find(|name| name.contains(&at)) {
                if gap.open.is_some() {
                    return true;
                }
                gap.state = GapState::Name;
                at = name.end;
            } else if hit.words.contains(&at) {
                gap.word(at);
                if gap.open.is_some() {
                    return true;
                }
                at += 1;
            } else {
                at = gap.pass(at, end);
            }
        }
        false
    }

    /// Whether a verb is among the words of the phrasing.
    fn has_verb(&self) -> bool {
        let Self { sentence, hit, .. } = self;
        let is_verb = |at: &usize| {
            sentence.has(*at, GrammarRole::Auxiliary)
                || sentence.has_past_form(*at)
                || sentence.is_verb_like(*at)
        };
        hit.words.iter().any(is_verb)
    }

    /// Whether words that carry meaning stand on both sides of a gap: "all … runs … on". Such a phrasing says more than one word
    /// does, and what it passes over is its author's to know.
    fn has_words_apart(&self) -> bool {
        let Self { sentence, hit, .. } = self;
        let carries = |at: &usize| sentence.tags[*at].is_open();
        let mut words = hit.words.iter().copied().filter(carries);
        let Some(mut last) = words.next() else { return false };
        words.any(|word| {
            let is_apart = (last + 1..word).any(|at| !hit.words.contains(&at));
            last = word;
            is_apart
        })
    }
}

/// Where in a clause its gap has come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum GapState {
    /// Behind the name.
    Name,
    /// Where a noun phrase may begin: behind a copula, "as" or a comma.
    Fresh,
    /// In a noun phrase.
    Phrase,
}

/// What has been passed that has to be closed before what the phrasing says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum PassedPhrase {
    /// A preposition, of the name or of something else.
    Preposition,
    /// A verb, or a word that may be one.
    Verb,
    /// A clause of its own, or another one beside the name.
    Clause,
}

struct PhrasingGap<'a> {
    sentence: &'a SentenceView<'a>,
    /// The words of the phrasing.
    words: &'a [usize],
    state: GapState,
    open: Option<PassedPhrase>,
    is_relative: bool,
    has_as: bool,
}

impl PhrasingGap<'_> {
    /// A word of the phrasing itself.
    fn word(&mut self, at: usize) {
        let sentence = self.sentence;
        let is_copula = self.is_copula(at);
        if is_copula || sentence.has_past_form(at) || sentence.is_verb_like(at) {
            self.link(at);
        }
        self.state = GapState::Fresh;
    }

    /// A verb that has the name for its subject: what the name has behind it is over.
    fn link(&mut self, at: usize) {
        let is_joined = at.checked_sub(1).is_some_and(|before| {
            self.sentence.has(before, GrammarRole::Coordinator) || self.sentence.is_sign(before, ',')
        });
        let closes = match self.open {
            None | Some(PassedPhrase::Preposition) => true,
            Some(PassedPhrase::Verb) => self.is_relative || is_joined,
            Some(PassedPhrase::Clause) => false,
        };
        if closes {
            self.open = None;
            self.is_relative = false;
            self.state = GapState::Fresh;
        }
    }

    /// "As", "to become": the noun behind it is what the subject is, whatever the verb.
    fn complement(&mut self) {
        if self.open != Some(PassedPhrase::Clause) && !self.has_as {
            self.open = None;
            self.state = GapState::Fresh;
        } else {
            self.open = Some(PassedPhrase::Clause);
        }
        self.has_as = true;
    }

    /// A token that the phrasing passes over; answers with the next one.
    fn pass(&mut self, at: usize, end: usize) -> usize {
        let sentence = self.sentence;
        if let Some(date) = sentence.times.iter().find(|time| time.tokens.contains(&at)) {
            return date.tokens.end;
        }
        match sentence.tokens[at].kind {
            TokenKind::Sign(sign @ ('(' | ',' | '–' | '—')) => return self.aside(at, end, sign),
            TokenKind::Sign(_) | TokenKind::Number => return at + 1,
            TokenKind::Word => {}
        }
        // "Nord's new director".
        if sentence.words(&(at..at + 1)).starts_with('\'') {
            self.state = GapState::Phrase;
            return at + 1;
        }
        let has = |role: GrammarRole| sentence.has(at, role);
        let clause = [GrammarRole::Complementizer, GrammarRole::Subordinator, GrammarRole::Temporal];
        // "Once" is an adverb, too.
        let opens_clause =
            clause.into_iter().any(has) && !has(GrammarRole::Adverb) && !sentence.is_dated(at + 1);
        if has(GrammarRole::As) || self.is_infinitive(at) {
            self.complement();
        } else if self.is_copula(at) {
            self.link(at);
        } else if has(GrammarRole::Relativizer) {
            self.relate();
        } else if opens_clause {
            self.open = Some(PassedPhrase::Clause);
        } else if has(GrammarRole::Pronoun) && self.open == Some(PassedPhrase::Clause) {
            // "Bo denies that he is the director".
            self.open = None;
            self.state = GapState::Name;
        } else if has(GrammarRole::Coordinator) {
            self.coordinate();
        } else if has(GrammarRole::Speech) && self.state == GapState::Name {
            self.open = self.open.or(Some(PassedPhrase::Verb));
        } else if !self.says_nothing(at) {
            self.phrase(at);
        }
        at + 1
    }

    /// Whether a word only modifies the verb: "will", "still", "no longer".
    fn says_nothing(&self, at: usize) -> bool {
        let adds = [GrammarRole::Auxiliary, GrammarRole::Adverb];
        adds.into_iter().any(|role| self.sentence.has(at, role))
            || self.sentence.cues.iter().any(|cue| cue.tokens.contains(&at))
    }

    /// A word of a noun phrase or a prepositional one, or a verb.
    fn phrase(&mut self, at: usize) {
        if self.sentence.has(at, GrammarRole::Determiner) {
            self.determine(at);
        } else if self.sentence.has(at, GrammarRole::Preposition) {
            self.preposition(at);
        } else if self.sentence.tags[at].is_open() {
            self.open_word(at);
        }
    }

    /// "Ann, who is the director"; "met a man who is the director".
    fn relate(&mut self) {
        if self.state == GapState::Phrase || self.open.is_some() {
            self.open = Some(PassedPhrase::Clause);
        }
        self.is_relative = true;
        self.state = GapState::Fresh;
    }

    /// "Ann and the director of Nord" are two; "is the founder and the director of Nord" is one.
    fn coordinate(&mut self) {
        match self.state {
            GapState::Name if self.open.is_none() => self.open = Some(PassedPhrase::Clause),
            GapState::Phrase if self.open.is_none() => self.state = GapState::Fresh,
            _ => {}
        }
    }

    /// "Is suing the director", "has the director": an article behind another word begins an object.
    fn determine(&mut self, at: usize) {
        let before = at.checked_sub(1);
        let appointed = &self.sentence.language.classes.appointed;
        let is_behind_post = before.is_some_and(|before| self.sentence.is_of(before, appointed));
        let has_object = before.is_some_and(|before| {
            self.sentence.has(before, GrammarRole::Auxiliary) && !self.is_copula(before)
        });
        let is_object = has_object || self.state == GapState::Phrase && !is_behind_post;
        if is_object && self.open.is_none() {
            self.open = Some(PassedPhrase::Verb);
        }
        self.state = GapState::Phrase;
    }

    /// "One of the directors", "director of the town", "of Kiel"; a date has its own.
    fn preposition(&mut self, at: usize) {
        let before = at.checked_sub(1);
        let is_counted = before.is_some_and(|before| self.sentence.tokens[before].kind == TokenKind::Number);
        if before.is_some_and(|before| self.words.contains(&before)) {
            self.state = GapState::Fresh;
        } else if !self.sentence.is_dated(at + 1) && !is_counted && self.open.is_none() {
            self.open = Some(PassedPhrase::Preposition);
        }
    }

    fn open_word(&mut self, at: usize) {
        let sentence = self.sentence;
        let is_verb = sentence.language.modifiers_follow && sentence.is_verb_like(at);
        if self.open.is_none() && (self.state == GapState::Name || is_verb) {
            self.open = Some(PassedPhrase::Verb);
        }
        if self.state != GapState::Name {
            self.state = GapState::Phrase;
        }
    }

    fn is_copula(&self, at: usize) -> bool {
        self.sentence.is_of(at, &self.sentence.language.copulas)
    }

    /// "Went on to become the director".
    fn is_infinitive(&self, at: usize) -> bool {
        let is_led = at
            .checked_sub(1)
            .is_some_and(|before| self.sentence.is_of(before, &self.sentence.language.classes.infinitive));
        is_led && self.is_copula(at)
    }

    /// What is in brackets, or between two commas or dashes: no matter what it says, the name goes on behind it. Behind one comma
    /// alone a noun phrase may begin.
    fn aside(&mut self, at: usize, end: usize, sign: char) -> usize {
        let close = if sign == '(' { ')' } else { sign };
        let closes = (at + 1..end).find(|other| self.sentence.is_sign(*other, close));
        match closes {
            Some(closes) if self.state == GapState::Name => closes + 1,
            _ => {
                self.state = GapState::Fresh;
                at + 1
            }
        }
    }
}
