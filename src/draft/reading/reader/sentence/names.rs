//! What a sentence names: names on record with the legal form behind them, and short forms that the draft has introduced.

use super::{SentenceReader, SentenceSite};
use crate::draft::mentions::EntityMention;
use crate::draft::reading::reader::scanned_sentence::ScannedSentence;
use crate::draft::reading::reader::short_names::ShortNameScan;
use crate::draft::reading::reader::version_names::VersionScan;
use crate::draft::segmentation::Token;

impl SentenceReader<'_, '_> {
    /// Finds names, versions by their number, and the short forms of those that the draft has had in full; learns those that this sentence introduces.
    pub(super) fn find_names(&mut self, around: &SentenceSite<'_>) {
        let Self { records, owners, versions, tokens, mentions, short_names, .. } = self;
        let (base, text) = (records.base(), around.block.text.as_str());
        around.index.find(text, tokens, Some(around.language_number), mentions);
        for name in mentions.iter_mut() {
            take_in_form(name, tokens, &around.language.classes.legal_forms);
        }
        let sentence = ScannedSentence { base, language: around.language, text, tokens };
        VersionScan { owners: versions, sentence: &sentence }.find(mentions);
        let scan = ShortNameScan { owners, sentence: &sentence };
        short_names.learn(&scan, mentions);
        short_names.find(&scan, mentions);
    }
}

/// Takes the legal form behind a name into it, and the full stop of an abbreviation: "Nord (Persero) Tbk.", "Nord Inc." within a
/// sentence.
fn take_in_form(name: &mut EntityMention, tokens: &[Token], forms: &[u64]) {
    let is_sign = |at: usize, sign: char| tokens.get(at).is_some_and(|token| token.is_sign(sign));
    let is_form = |at: usize| tokens.get(at).is_some_and(|token| token.spaced && forms.contains(&token.hash));
    let end = &mut name.tokens.end;
    if is_sign(*end, '(')
        && tokens.get(*end + 1).is_some_and(|token| forms.contains(&token.hash))
        && is_sign(*end + 2, ')')
    {
        *end += 3;
    }
    while is_form(*end) {
        *end += 1;
    }
    let is_stop = is_sign(*end, '.') && !tokens.get(*end).is_some_and(|token| token.spaced);
    let goes_on = tokens.get(*end + 1).is_some_and(|next| next.spaced);
    *end += usize::from(is_stop && goes_on);
}
