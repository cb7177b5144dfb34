//! What texts name, where no record names anything: the proper names of several drafts, each with its other forms.
//!
//! A word counts as a name by its capital where that tells something: within a sentence, or, where it only opens sentences, if several
//! drafts have it and none has it in small letters. What may be a form of several names names nobody. To miss a name is better
//! than to take one thing for two, or two for one.

mod seen;
mod settled;

use super::languages::CompiledLanguages;
use super::reader::DraftReader;
use super::syntax::tag;
use crate::draft::markup::{Block, Format, blocks_below, meta};
use crate::draft::mentions::{Origin, time_expressions};
use crate::draft::segmentation::{each_sentence, tokenize};
use crate::text::{FileId, Span};

use seen::{SeenNames, SeenSentence};
pub use settled::NamedThing;

/// A name as one draft writes it somewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeenName {
    /// Its words.
    pub name: String,
    /// Which of the drafts.
    pub draft: usize,
    /// Where it is in the file.
    pub span: Span,
    /// Its language, by its place.
    pub language: usize,
    /// Its first capital may be that of the sentence.
    pub opens: bool,
    /// What is behind it takes a name: it owns something.
    pub leads: bool,
    /// An article or pronoun is beside it, as beside a noun: "the Seelinie".
    pub is_described: bool,
    /// It is a word with which relations are said, or has the ending of a noun that is no name.
    pub is_common: bool,
    /// A preposition of place is before it.
    pub is_placed: bool,
    /// Whether it can be the name of a person by its words.
    pub may_be_person: bool,
    /// The letters in brackets behind it that are its initials.
    pub letters: Option<String>,
}

impl DraftReader<'_> {
    /// Everything that some drafts name, each a file with its text and format.
    #[must_use]
    pub fn named_things(&self, drafts: &[(FileId, &str, Format)]) -> Vec<NamedThing> {
        let mut seen = SeenNames::default();
        for (draft, (_, text, format)) in drafts.iter().enumerate() {
            see(self.languages(), draft, text, *format, &mut seen);
        }
        settled::things(self.languages(), &seen, drafts)
    }
}

/// Sees what a draft names. Headings are left out: their capitals tell little.
fn see(languages: &CompiledLanguages<'_>, draft: usize, text: &str, format: Format, seen: &mut SeenNames) {
    let head = meta(text, format);
    let stated = head.language.as_ref().and_then(|stated| languages.named(&stated.text));
    let mut last = stated;
    let (mut tokens, mut tags) = (Vec::new(), Vec::new());
    let mut visit = |block: &Block| {
        if block.kind.is_headline() {
            return;
        }
        let number = languages.of_block(block, stated, last).unwrap_or_default();
        last = Some(number);
        let Some(language) = languages.get(number) else { return };
        each_sentence(&block.text, &language.abbreviations, |cut| {
            tokenize(&block.text, cut, &mut tokens);
            tag(language, &block.text, &tokens, &mut tags);
            let dates = time_expressions(&block.text, &tokens, &language.dates, Origin::default());
            let sentence =
                SeenSentence { block, language, number, draft, tokens: &tokens, tags: &tags, dates: &dates };
            sentence.see(seen);
            true
        });
    };
    blocks_below(&head, text, format, &mut visit);
}
