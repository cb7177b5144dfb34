//! Whether a name that nothing on record has stands in its sentence so that nothing else can be meant: the words beside it and
//! between it and the other end are all understood.

use super::OpenPlace;
use crate::draft::mentions::ProperName;
use crate::draft::reading::pattern::Hit;
use crate::draft::reading::sentence_view::SentenceView;
use crate::draft::reading::syntax::{
    PhraseKind, Predication, Tags, Wholeness, any, has_noun_between, is_qualified, stands_alone, wholeness,
};
use crate::draft::segmentation::{Token, TokenKind};
use crate::model::{Category, GrammarRole, Role};

/// A name in the place of a hit.
pub struct NameSite<'a> {
    pub sentence: &'a SentenceView<'a>,
    pub hit: &'a Hit,
    pub reading: &'a Predication<'a>,
    pub name: &'a ProperName,
    pub(super) open: &'a OpenPlace,
}

impl NameSite<'_> {
    /// Whether both ends are what is meant and nothing is left that could make another statement of it; the name is a
    /// person's if it `is_person`.
    pub fn is_sound(&self, is_person: bool) -> bool {
        self.has_evidence(is_person)
            && !self.is_set_off()
            && !self.is_in_place()
            && self.are_whole()
            && self.are_words_whole()
            && self.is_plain_between()
            && self.begins_well()
            && self.ends_well()
    }

    /// Whether the reading is a clause of its own with an auxiliary that begins the sentence, but for dates. "Leads" and the like
    /// may be said of others too.
    pub fn is_plain_clause(&self) -> bool {
        let is_light = |at: usize| {
            self.is_sign(at)
                || self.sentence.is_dated(at)
                || self.is_present(at)
                || self.sentence.has(at, GrammarRole::Determiner)
        };
        self.name.words > 1
            && !self.is_nominal()
            && self.has_auxiliary()
            && (0..self.start()).all(|at| is_light(at) || self.is_titled(at))
    }

    /// Whether it is a noun phrase that the sentence takes for granted: an apposition, or a title before the name.
    pub fn is_nominal(&self) -> bool {
        let (first, last) = (self.first_word(), self.hit.words.last().copied().unwrap_or(0));
        let name = &self.name.tokens;
        let is_title = match self.open.role {
            Role::Subject => name.start > last && self.reading.span.start < first,
            Role::Object => name.end <= first,
        };
        let before = name.start.saturating_sub(1);
        let is_governed = self.sentence.has(before, GrammarRole::Preposition);
        self.reading.kind == PhraseKind::Presupposed || is_title && !is_governed && !self.has_auxiliary()
    }

    fn has_auxiliary(&self) -> bool {
        any(self.sentence.tags, self.reading.span.clone(), GrammarRole::Auxiliary)
    }

    /// Whether the sentence tells of the past, and not what somebody says.
    pub fn is_of_past(&self) -> bool {
        let is_said = self.sentence.cues_of(Category::Reporting).next().is_some();
        let is_past = |at: usize| self.sentence.is_past_verb(at) && !self.reading.holds(at);
        let cued = self.sentence.cues_of(Category::Past).next().is_some();
        !is_said && (cued || (0..self.sentence.tokens.len()).any(is_past))
    }

    /// Whether its capitals show that it is a name, and not that it opens the sentence.
    fn has_evidence(&self, is_person: bool) -> bool {
        let first = self.name.name.start;
        let opens = first.checked_sub(1).is_none_or(|before| self.is_sign(before));
        let described =
            first.checked_sub(1).is_some_and(|before| self.sentence.has(before, GrammarRole::Determiner));
        let possessed = first.checked_sub(1).is_some_and(|before| self.text(before).starts_with('\''));
        let word = self.text(first);
        let ends = |ending: &String| word.ends_with(ending.as_str());
        let is_adjective = self.sentence.language.names.no_name_endings.iter().any(ends);
        match self.name.words {
            0 => false,
            1 => !opens && !described && !is_adjective,
            _ => !described || possessed || !is_person,
        }
    }

    /// Whether it is in quotation marks by itself, or before a colon.
    fn is_set_off(&self) -> bool {
        let name = &self.name.name;
        if self.sentence.is_sign(name.end, ':') {
            return true;
        }
        let holds = |quote: &std::ops::Range<usize>| quote.start <= name.start && name.end <= quote.end;
        self.sentence.quotes.iter().any(|quote| holds(quote) && !quote.contains(&self.first_word()))
    }

    /// "In Holstein" and "in Kiel" are both right.
    fn is_in_place(&self) -> bool {
        let before = (0..self.name.start).rev().find(|at| !self.sentence.has(*at, GrammarRole::Determiner));
        self.open.role == Role::Object
            && before.is_some_and(|at| {
                self.sentence.language.names.locatives.contains(&self.sentence.tokens[at].hash)
            })
    }

    /// Whether both ends are whole noun phrases.
    fn are_whole(&self) -> bool {
        let (sentence, words) = (self.sentence, self.hit.words.as_slice());
        let ends = [Some(self.open.mention), self.open.other_mention].into_iter().flatten();
        let is_end = |index: usize| index == self.open.mention || Some(index) == self.open.other_mention;
        let mut mentions = ends.filter_map(|end| Some((end, sentence.mentions.get(end)?)));
        !is_qualified(sentence, words, false)
            && mentions.all(|(index, mention)| {
                let tokens = &mention.tokens;
                !sentence.is_excepted(index)
                    && sentence.listed_with(index).all(is_end)
                    && stands_alone(sentence, tokens, words)
                    && !has_noun_between(sentence, tokens, words)
                    && wholeness(sentence, tokens, words) == Wholeness::Whole
            })
    }

    /// "Co-owns" and "owner-manager" are other words.
    fn are_words_whole(&self) -> bool {
        let holds = |at: usize| self.hit.words.contains(&at);
        let is_joined = |at: usize| self.sentence.tokens.get(at).is_some_and(|token| token.hyphenated);
        let joins = |at: usize| {
            let is_front = at.checked_sub(1).is_some_and(|before| is_joined(at) && !holds(before));
            let is_back = is_joined(at + 1) && !holds(at + 1);
            is_front || is_back
        };
        !self.hit.words.iter().any(|at| joins(*at))
    }

    /// Whether all words between the ends are of closed classes, say when, or narrow nothing.
    fn is_plain_between(&self) -> bool {
        let (tokens, aside) = (self.hit.tokens.clone(), self.aside());
        let is_plain = |at: usize| {
            let token = &self.sentence.tokens[at];
            let is_known = self.is_bound(at) || self.sentence.is_dated(at) || self.is_titled(at);
            let is_capital = self.text(at).starts_with(char::is_uppercase);
            let is_neutral = self.sentence.language.neutral.contains(&token.hash) && !is_capital;
            match token.kind {
                TokenKind::Sign(_) => true,
                TokenKind::Number => is_known,
                TokenKind::Word => is_known || is_neutral || self.is_closed(at),
            }
        };
        tokens.filter(|at| !aside.contains(at)).all(is_plain)
    }

    /// What is between commas right behind the name, if nothing is listed there: "Peter Lang, a banker, is …".
    fn aside(&self) -> std::ops::Range<usize> {
        let start = self.name.tokens.end;
        let first = self.first_word();
        let is_comma =
            |at: usize| matches!(self.sentence.tokens[at].kind, TokenKind::Sign(',' | '(' | '–' | '—'));
        if start >= first || !is_comma(start) {
            return 0..0;
        }
        let Some(end) = (start + 1..first).find(|at| is_comma(*at) || self.sentence.tokens[*at].is_sign(')'))
        else {
            return 0..0;
        };
        let names = |at: usize| self.text(at).starts_with(char::is_uppercase);
        let lists = (start..end + 1).any(|at| self.sentence.has(at, GrammarRole::Coordinator) || names(at));
        if lists { 0..0 } else { start..end + 1 }
    }

    /// Whether a token is a function word or an adverb that changes nothing: "now", not "effectively".
    fn is_closed(&self, at: usize) -> bool {
        let closed = [
            GrammarRole::Determiner,
            GrammarRole::Preposition,
            GrammarRole::Auxiliary,
            GrammarRole::Adverb,
            GrammarRole::As,
            GrammarRole::Coordinator,
            GrammarRole::Relativizer,
        ];
        let is_closed = closed.into_iter().any(|role| self.sentence.has(at, role));
        let word = self.text(at).to_lowercase();
        let is_shaded =
            self.sentence.language.adverb_endings.iter().any(|ending| word.ends_with(ending.as_str()));
        self.is_present(at) || is_closed && !is_shaded && !self.sentence.is_ranked(at)
    }

    /// Whether what is before the reading leaves it as it is.
    fn begins_well(&self) -> bool {
        let start = self.start();
        let begins_with_name = self.name.start <= start;
        let past =
            |at: &usize| self.sentence.has(*at, GrammarRole::Determiner) && !self.text(*at).starts_with('\'');
        let Some(before) = (0..start).rev().find(|at| begins_with_name || !past(at)) else { return true };
        if self.sentence.cues_of(Category::Past).any(|cue| cue.words.contains(&before)) {
            return false;
        }
        let has = |role| self.sentence.has(before, role);
        let is_nominal = self.is_nominal();
        if self.is_sign(before) {
            return !(is_nominal && begins_with_name && self.sentence.tokens[before].is_sign(','));
        }
        self.sentence.is_dated(before)
            || self.is_present(before)
            || self.is_reporting(before)
            || has(GrammarRole::Complementizer)
            || has(GrammarRole::Adverb) && !has(GrammarRole::Subordinator) && self.is_closed(before)
            || has(GrammarRole::Coordinator) && !begins_with_name
            || has(GrammarRole::Preposition) && is_nominal
            || has(GrammarRole::Determiner) && begins_with_name
    }

    /// Whether what is behind the reading leaves it as it is: not "of Nordwerft in Asia", "is Peter Lang and Bo Dahl".
    fn ends_well(&self) -> bool {
        let end = self.hit.tokens.end.max(self.name.tokens.end);
        let Some(token) = self.sentence.tokens.get(end) else { return true };
        let has = |role| self.sentence.has(end, role);
        let ends_with_name = self.name.tokens.end == end;
        // "For Peter Lang, the mayor of Telmark is a friend" says of nobody what he is.
        let is_closed = matches!(token.kind, TokenKind::Sign(_));
        if self.is_nominal() && self.name.start < self.first_word() && !is_closed {
            return false;
        }
        if let TokenKind::Sign(sign) = token.kind {
            return match sign {
                '.' | ';' | ':' | '!' | '?' | ')' | '—' | '–' | '"' | '|' => true,
                ',' | '(' => !self.goes_on_behind(end),
                _ => false,
            };
        }
        self.sentence.is_dated(end)
            || self.is_present(end)
            || self.is_reporting(end)
            || has(GrammarRole::Adverb) && self.is_closed(end)
            || has(GrammarRole::Subordinator)
            || has(GrammarRole::Auxiliary)
            || has(GrammarRole::Coordinator) && !ends_with_name
            || self.is_nominal() && self.is_verb(end)
    }

    /// Whether a list goes on behind a comma, or says which of several is meant: "the head of Nordwerft, Peter Lang, and Bo
    /// Dahl", "the mayor of Telmark, Ohio".
    fn goes_on_behind(&self, at: usize) -> bool {
        let is_name = self.sentence.tokens.get(at + 1).is_some_and(|token| {
            token.text(self.sentence.text).starts_with(char::is_uppercase) && !self.sentence.is_dated(at + 1)
        });
        let is_listed = self.sentence.has(at + 1, GrammarRole::Coordinator);
        is_name || is_listed && self.is_nominal()
    }

    /// Whether somebody is named as the one who says something: right before or behind the reading.
    pub fn is_speaker(&self) -> bool {
        let end = self.hit.tokens.end.max(self.name.tokens.end);
        let skips = |at: usize| self.sentence.is_sign(at, ',');
        let behind = if skips(end) { end + 1 } else { end };
        self.is_reporting(behind)
            || self.start().checked_sub(1).is_some_and(|before| self.is_reporting(before))
    }

    /// Whether a token is a word of the relation or of one of its ends.
    fn is_bound(&self, at: usize) -> bool {
        let other = self.open.other_mention.and_then(|other| self.sentence.mentions.get(other));
        self.hit.words.contains(&at)
            || self.name.tokens.contains(&at)
            || other.is_some_and(|other| other.tokens.contains(&at))
    }

    /// The first token of the reading, with the titles before the name if that is it.
    fn start(&self) -> usize {
        self.reading.span.start.min(self.hit.tokens.start).min(self.name.start)
    }

    fn first_word(&self) -> usize {
        self.hit.words.first().copied().unwrap_or(0)
    }

    /// Whether a token is a title before the name.
    fn is_titled(&self, at: usize) -> bool {
        (self.name.start..self.name.name.start).contains(&at)
    }

    fn is_sign(&self, at: usize) -> bool {
        matches!(self.sentence.tokens[at].kind, TokenKind::Sign(_))
    }

    fn is_verb(&self, at: usize) -> bool {
        self.sentence.is_past_verb(at) || self.sentence.has(at, GrammarRole::Speech)
    }

    fn is_present(&self, at: usize) -> bool {
        self.sentence.cues_of(Category::Present).any(|cue| cue.words.contains(&at))
    }

    fn is_reporting(&self, at: usize) -> bool {
        self.sentence.cues_of(Category::Reporting).any(|cue| cue.words.contains(&at))
    }

    fn text(&self, at: usize) -> &str {
        self.sentence.tokens[at].text(self.sentence.text)
    }
}

/// Whether most words have capitals, so that they tell nothing: in headlines. Names and dates, `is_taken`, have theirs anyhow.
pub fn is_title_case(text: &str, tokens: &[Token], tags: &[Tags], is_taken: &dyn Fn(usize) -> bool) -> bool {
    let word = |at: usize| (tokens[at].kind == TokenKind::Word).then(|| tokens[at].text(text));
    let is_capital = |text: &str| text.starts_with(char::is_uppercase);
    let is_acronym = |text: &str| !text.contains(char::is_lowercase);
    let follows_sign = |at: usize| at == 0 || matches!(tokens[at - 1].kind, TokenKind::Sign(_));
    let free: Vec<(usize, &str)> = (0..tokens.len())
        .filter(|at| !is_taken(*at) && !follows_sign(*at))
        .filter_map(|at| Some((at, word(at)?)))
        .collect();
    let functions = [GrammarRole::Auxiliary, GrammarRole::Preposition];
    let is_function =
        |at: usize| functions.iter().any(|role| tags.get(at).is_some_and(|tags| tags.has(*role)));
    let has_capital_function =
        free.iter().any(|(at, text)| is_function(*at) && is_capital(text) && !is_acronym(text));
    let is_shouted =
        free.iter().filter(|(_, text)| text.chars().count() > 1).all(|(_, text)| is_acronym(text));
    let has_small = free.iter().any(|(_, text)| !is_capital(text));
    has_capital_function || is_shouted || !has_small
}
