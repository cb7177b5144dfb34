//! The names in one sentence, and which of its words are in small letters.

use std::collections::BTreeSet;

use super::SeenName;
use crate::draft::markup::Block;
use crate::draft::mentions::{NameScan, ProperName, TimeExpression};
use crate::draft::reading::language::CompiledLanguage;
use crate::draft::reading::pattern::Matcher;
use crate::draft::reading::syntax::Tags;
use crate::draft::reading::unrecorded::is_title_case;
use crate::draft::segmentation::{Token, TokenKind, bytes};
use crate::model::GrammarRole;

/// What was seen in all drafts.
#[derive(Debug, Default)]
pub struct SeenNames {
    /// The names, draft by draft and in the order of their places.
    pub names: Vec<SeenName>,
    /// Hashes of words that some draft has in small letters.
    pub small: BTreeSet<u64>,
}

/// A sentence in which names are seen.
pub struct SeenSentence<'a> {
    pub block: &'a Block,
    pub language: &'a CompiledLanguage,
    pub number: usize,
    pub draft: usize,
    pub tokens: &'a [Token],
    pub tags: &'a [Tags],
    pub dates: &'a [TimeExpression],
}

impl SeenSentence<'_> {
    /// Adds what it names.
    pub fn see(&self, seen: &mut SeenNames) {
        let small = self.tokens.iter().filter(|token| {
            token.kind == TokenKind::Word && token.text(&self.block.text).starts_with(char::is_lowercase)
        });
        seen.small.extend(small.map(|token| token.hash));
        let is_dated = |at: usize| self.dates.iter().any(|when| when.tokens.contains(&at));
        if is_title_case(&self.block.text, self.tokens, self.tags, &is_dated) {
            return;
        }
        let scan = NameScan {
            words: &self.language.names,
            text: &self.block.text,
            tokens: self.tokens,
            is_free: &|at| self.tags.get(at).is_some_and(|tags| tags.is_open()) && !is_dated(at),
            is_dated: &is_dated,
            is_alone: true,
        };
        let mut names = self.joined(scan.names());
        names.retain(|name| !self.is_in_brackets(name.name.start));
        seen.names.extend(names.iter().map(|name| self.seen(name)));
    }

    fn seen(&self, name: &ProperName) -> SeenName {
        let text = self.block.text.as_str();
        let start = name.name.start;
        let written = name.text(text, self.tokens).replace('\n', " ");
        let locatives = &self.language.names.locatives;
        let is_placing = |at: usize| locatives.contains(&self.tokens[at].hash);
        SeenName {
            opens: self.opens(start),
            leads: self.leads(name.name.end),
            is_described: self.is_described(name),
            is_common: name.name.len() == 1 && self.is_common(start),
            is_placed: start.checked_sub(1).is_some_and(is_placing),
            may_be_person: name.may_be_person || has_initial(&written),
            letters: self.letters_behind(name, &written),
            name: written,
            draft: self.draft,
            span: self.block.map.span(bytes(self.tokens, &name.name)),
            language: self.number,
        }
    }

    /// Whether a word has its capital because a sentence, a quotation or what follows a sign begins with it.
    fn opens(&self, at: usize) -> bool {
        at.checked_sub(1).is_none_or(|before| {
            matches!(self.tokens[before].kind, TokenKind::Sign(sign) if !matches!(sign, ',' | '(' | ')'))
        })
    }

    /// Whether brackets are around a token: who is named there is mostly a source, "(Town Gazette, 2024)".
    fn is_in_brackets(&self, at: usize) -> bool {
        let before = self.tokens[..at].iter().rev().find(|token| token.is_sign('(') || token.is_sign(')'));
        before.is_some_and(|token| token.is_sign('('))
    }

    /// Whether what is at `at` takes a name before it: "Nord's".
    fn leads(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.text(&self.block.text).starts_with('\''))
    }

    /// Whether a word may be no name: relations are said with it, or it ends as many nouns do.
    fn is_common(&self, at: usize) -> bool {
        let word = self.tokens[at].text(&self.block.text);
        let ends = |ending: &String| word.ends_with(ending.as_str());
        let hash = self.tokens[at].hash;
        let names = &self.language.names;
        let kinds = [&names.bodies, &names.places, &names.titles, &self.language.kind_nouns];
        names.noun_endings.iter().any(ends)
            || kinds.iter().any(|kinds| kinds.contains(&hash))
            || Matcher::default().may_be_anchored(&self.language.said, word)
    }

    /// Whether a word alone has an article or a pronoun, as the nouns for kinds of things have it: "the Company", "Perusahaan itu".
    fn is_described(&self, name: &ProperName) -> bool {
        let is_determiner = |at: usize| {
            let has = self.tags.get(at).is_some_and(|tags| tags.has(GrammarRole::Determiner));
            has && self.tokens.get(at).is_some_and(|token| !token.text(&self.block.text).starts_with('\''))
        };
        let (start, end) = (name.name.start, name.name.end);
        let is_acronym = !name.text(&self.block.text, self.tokens).contains(char::is_lowercase);
        name.words == 1
            && !is_acronym
            && (start.checked_sub(1).is_some_and(is_determiner) || is_determiner(end))
    }

    /// The names with those in one that a small word joins to a body or place: "Bank of Ostland", "Ministry of Finance".
    fn joined(&self, names: Vec<ProperName>) -> Vec<ProperName> {
        let words = &self.language.names;
        let is_kind = |at: usize| {
            let hash = self.tokens[at].hash;
            words.bodies.contains(&hash) || words.places.contains(&hash)
        };
        let is_joint =
            |at: usize| self.tokens.get(at).is_some_and(|token| self.language.joints.contains(&token.hash));
        let mut joined: Vec<ProperName> = Vec::new();
        for name in names {
            match joined.last_mut() {
                Some(last)
                    if last.name.end + 1 == name.name.start
                        && is_joint(last.name.end)
                        && (is_kind(last.name.start) || is_kind(last.name.end - 1)) =>
                {
                    last.name.end = name.name.end;
                    last.tokens.end = name.tokens.end;
                    last.words += name.words;
                    last.may_be_person = false;
                }
                _ => joined.push(name),
            }
        }
        joined
    }

    /// The letters in brackets behind a name that are the first ones of its words: "Harbour Trust Board (HTB)".
    fn letters_behind(&self, name: &ProperName, written: &str) -> Option<String> {
        let end = name.name.end;
        let is_sign = |at: usize, sign: char| self.tokens.get(at).is_some_and(|token| token.is_sign(sign));
        let letters = self.tokens.get(end + 1)?.text(&self.block.text);
        let initials: String = written
            .split_whitespace()
            .filter(|word| word.starts_with(char::is_uppercase))
            .filter_map(|word| word.chars().next())
            .collect();
        let stands = is_sign(end, '(') && is_sign(end + 2, ')');
        (stands && letters.len() > 1 && letters == initials).then(|| letters.to_owned())
    }
}

/// Whether a name has more words than those that are single letters: "A. Weaver".
fn has_initial(name: &str) -> bool {
    let is_initial = |word: &&str| word.trim_end_matches('.').chars().count() == 1;
    let (initials, full): (Vec<&str>, Vec<&str>) = name.split_whitespace().partition(is_initial);
    !initials.is_empty() && !full.is_empty()
}
