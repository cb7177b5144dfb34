//! The shallow syntax of a sentence: what its function words show of phrases and clauses, and from that what a trigger
//! governs.
//!
//! No parser and no tagger: closed classes of words from the language pack, signs, and what was found in the sentence.
//! Words of the open classes are not known apart; where that matters, a trigger is taken to govern them and not what is
//! after them.

mod apposition;
mod attachment;
mod attribution;
mod complement;
mod compound;
mod departure;
mod fronted;
mod government;
mod joint;
mod names;
mod narration;
mod predication;
mod qualifier;
mod rank;
mod restriction;

use std::ops::Range;

pub use apposition::{
    NamedPhrase, fronts_relative, is_governed, is_of_either_noun, is_unclosed, names_another,
};
pub use attachment::{OuterDate, is_anothers, is_beside, is_of_noun, is_tenure, outer_date};
pub use attribution::{date_said, is_of_correction, is_of_saying};
pub use complement::{
    Embedding, embedding, is_false_label, is_false_verdict, is_of_earlier_text, is_of_frame, said_earlier,
};
pub use compound::{
    Wholeness, has_noun_between, is_modifier, is_placing, is_qualified, owns_another, wholeness,
};
pub use departure::{exit, takes_object};
pub use government::Government;
pub use joint::{Joint, SentenceWords, joint};
pub use names::{follows_name, precedes_verb, stands_alone};
pub use narration::{
    accompanies, lasting, of_terms, placed_beside, predecessor, told_around, told_before, told_of_tenure,
};
pub use predication::{PhraseKind, Predication, is_possessive};
pub use qualifier::{Qualifier, qualifier};
pub use rank::ordinal;
pub use restriction::{Limits, is_errand, is_narrowed, is_part_amount, is_restricted, recurs};

use super::language::CompiledLanguage;
use crate::draft::segmentation::{Token, TokenKind};
use crate::model::GrammarRole;

/// The roles of a token: one bit each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tags(u32);

impl Tags {
    /// Whether the token has this role.
    #[must_use]
    pub const fn has(self, role: GrammarRole) -> bool {
        self.0 & (1 << role as u32) != 0
    }

    /// Whether it has none: a noun, verb or adjective. What may be a label is a noun elsewhere: "dismissed rumours".
    #[must_use]
    pub const fn is_open(self) -> bool {
        self.0 & !(1 << GrammarRole::HearsayLabel as u32) == 0
    }

    fn add(&mut self, role: GrammarRole) {
        self.0 |= 1 << role as u32;
    }

    /// Takes a role away.
    pub fn remove(&mut self, role: GrammarRole) {
        self.0 &= !(1 << role as u32);
    }
}

/// Fills `out` with the roles of all tokens. Of phrases that begin at a token the longest counts.
pub fn tag(language: &CompiledLanguage, text: &str, tokens: &[Token], out: &mut Vec<Tags>) {
    out.clear();
    out.resize(tokens.len(), Tags::default());
    let mut at = 0;
    while at < tokens.len() {
        let (mut end, mut tags) = (at + 1, Tags::default());
        let mut alone = Tags::default();
        language.grammar.each(tokens, at, |behind, role| {
            if behind == at + 1 {
                alone.add(role);
            }
            if behind > end {
                (end, tags) = (behind, Tags::default());
            }
            if behind == end {
                tags.add(role);
            }
        });
        // "A would-be president" is none, but "Ann would be president" says so.
        let is_joined = tokens.get(at + 1).is_some_and(|token| token.hyphenated);
        if end > at + 1 && tags.has(GrammarRole::OtherRole) && alone.has(GrammarRole::Auxiliary) && !is_joined
        {
            (end, tags) = (at + 1, alone);
        }
        if tags == Tags::default() && is_adverb(language, text, &tokens[at]) {
            tags.add(GrammarRole::Adverb);
        }
        out[at..end].fill(tags);
        at = end;
    }
}

/// Whether a word is an adverb by its ending.
fn is_adverb(language: &CompiledLanguage, text: &str, token: &Token) -> bool {
    /// Shorter words with such an ending are mostly others: "fly".
    const STEM: usize = 3;
    let word = token.text(text);
    let ends = |ending: &String| {
        let tail = word.len().checked_sub(ending.len()).filter(|stem| *stem >= STEM);
        tail.and_then(|stem| word.get(stem..)).is_some_and(|tail| tail.eq_ignore_ascii_case(ending))
    };
    let is_other = language.classes.no_adverbs.contains(&token.hash);
    token.kind == TokenKind::Word && !is_other && language.adverb_endings.iter().any(ends)
}

/// Whether any of `tokens` has a role.
#[must_use]
pub fn any(tags: &[Tags], tokens: Range<usize>, role: GrammarRole) -> bool {
    tags.get(tokens).unwrap_or_default().iter().any(|tags| tags.has(role))
}
