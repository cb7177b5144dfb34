//! The forms of a noun of one or several words: "editors-in-chief", "chief executives".

use super::affix::Affix;
use super::distinct;
use crate::model::{GrammarRole, Language};

/// The forms of a noun, such as singular and plural. Its last word is inflected, or the one before a preposition within it.
#[must_use]
pub fn noun_forms(pack: &Language, head: &str) -> Vec<String> {
    let head = head.trim();
    let inflected = heads(pack, head).into_iter().flat_map(|(start, end)| {
        let affixes = pack.inflection.nouns.iter().map(|affix| Affix::new(affix));
        let forms = affixes.flat_map(move |affix| affix.joined(&pack.inflection, &head[start..end]));
        forms.map(move |form| format!("{}{form}{}", &head[..start], &head[end..]))
    });
    distinct(std::iter::once(head.to_owned()).chain(inflected))
}

/// The nouns that this may be another form of: "share" of "shares".
#[must_use]
pub fn noun_bases(pack: &Language, form: &str) -> Vec<String> {
    let affixes = pack.inflection.nouns.iter().map(|affix| Affix::new(affix));
    let bases = affixes.flat_map(|affix| affix.taken_off(&pack.inflection, form));
    let has_form = |base: &String| base != form && noun_forms(pack, base).iter().any(|known| known == form);
    distinct(bases.filter(has_form))
}

/// The words of the noun that may be inflected, by their bytes.
fn heads(pack: &Language, head: &str) -> Vec<(usize, usize)> {
    if pack.inflection.irregular.iter().any(|table| table.words.contains_key(head)) {
        return vec![(0, head.len())];
    }
    let words = cut(head, &[' '], 0);
    let before = before_preposition(pack, head, &words);
    let Some((start, end)) = before.or(words.last().copied()) else { return Vec::new() };
    let parts = cut(&head[start..end], &['-'], start);
    let inner =
        before_preposition(pack, head, &parts).unwrap_or((parts.last().map_or(start, |part| part.0), end));
    let all = cut(head, &[' ', '-'], 0);
    let is_postpositive =
        |at: &(usize, usize)| pack.inflection.postpositive.contains(&head[at.0..at.1].to_lowercase());
    let outer = all.iter().zip(all.iter().skip(1)).find(|(_, behind)| is_postpositive(behind));
    outer.map(|(noun, _)| *noun).into_iter().chain([inner]).collect()
}

/// The word before the first preposition that has words on both sides.
fn before_preposition(pack: &Language, head: &str, words: &[(usize, usize)]) -> Option<(usize, usize)> {
    let is_preposition = |(start, end): (usize, usize)| {
        let prepositions = pack.grammar.of(GrammarRole::Preposition);
        prepositions.iter().any(|known| known.eq_ignore_ascii_case(&head[start..end]))
    };
    let inner = words.windows(3).find(|words| is_preposition(words[1]));
    inner.map(|words| words[0])
}

/// The pieces between signs, by their bytes from `start` on.
fn cut(text: &str, signs: &[char], start: usize) -> Vec<(usize, usize)> {
    let mut place = start;
    let mut found = Vec::new();
    for piece in text.split(signs) {
        found.push((place, place + piece.len()));
        place += piece.len() + 1;
    }
    found
}
