//! From an inflected verb back to its possible base forms: affixes are taken off, and what is left is inflected again.

use super::affix::{Affix, may_be_base};
use super::{distinct, is_verb_form};
use crate::model::{Conjugation, Inflection, Language, VerbForms, VerbVoice};

/// The letters of the shortest base forms that are found by their affixes: "as" is none of "a".
const SHORTEST: usize = 3;

/// The possible base forms of a verb, with the marks of a lexicon; of several words, the first one is the verb. Only for words that
/// show that they are verbs: a base form has itself as its only base form if it is irregular, else none.
#[must_use]
pub fn lemmas(pack: &Language, words: &str) -> Vec<String> {
    let inflection = &pack.inflection;
    let words = words.trim().to_lowercase();
    let (verb, rest) =
        words.split_once(' ').map_or((words.as_str(), ""), |(verb, _)| (verb, &words[verb.len()..]));
    if inflection.no_verbs.contains(verb) {
        return Vec::new();
    }
    let has = |forms: &VerbForms| forms.of(VerbVoice::Any).any(|known| known.eq_ignore_ascii_case(verb));
    let listed = inflection.listed.iter().filter(|(_, forms)| has(forms)).map(|(base, _)| base.clone());
    let affixed = inflection.verbs.iter().flat_map(|conjugation| affixed(inflection, conjugation, verb));
    let candidates = distinct(listed.chain(irregular(inflection, verb)).chain(affixed));
    let bases = candidates.into_iter().filter(|base| is_verb_form(pack, base, verb, VerbVoice::Any));
    bases.map(|base| base + rest).collect()
}

/// The irregular words that this may be a form of.
fn irregular(inflection: &Inflection, verb: &str) -> Vec<String> {
    let mut found = Vec::new();
    let affixes: Vec<&String> = inflection.verbs.iter().flat_map(|verbs| verbs.affixes.active()).collect();
    let tables = inflection.irregular.iter();
    for table in tables.filter(|table| table.affixes.iter().any(|affix| affixes.contains(&affix))) {
        for prefix in [""].into_iter().chain(table.prefixes.iter().map(String::as_str)) {
            let Some(form) = verb.strip_prefix(prefix) else { continue };
            let is_there =
                |forms: &str| forms.len() >= form.len() && forms.split('/').any(|known| known == form);
            let has = |row: &[String]| row.iter().any(|forms| is_there(forms));
            let bases = table.words.iter().filter(|(base, row)| *base == form || has(row));
            found.extend(bases.map(|(base, _)| format!("{prefix}{base}")));
        }
    }
    found
}

/// Whether it is not too short for a base form: only irregular ones are shorter.
fn is_long(inflection: &Inflection, base: &str) -> bool {
    base.chars().count() >= SHORTEST
        || inflection.irregular.iter().any(|table| table.words.contains_key(base))
}

/// What the verb may be when the affixes of a conjugation are taken off.
fn affixed(inflection: &Inflection, conjugation: &Conjugation, verb: &str) -> Vec<String> {
    let suffixes = [""].into_iter().chain(inflection.verb_suffixes.iter().map(String::as_str));
    let suffixes: Vec<&str> = suffixes.collect();
    let mark = conjugation.mark.as_str();
    let is_joined = |words: &&String, base: &str| words.bytes().filter(|sign| *sign != b' ').eq(base.bytes());
    let compound = |base: &String| inflection.compounds.iter().find(|known| is_joined(known, base));
    let marked = |base: String, suffix: &str| match mark.ends_with('-') {
        true => format!("{mark}{base}{suffix}"),
        false => format!("{base}{suffix}{mark}"),
    };
    let mut found = Vec::new();
    let affixes = conjugation.affixes.active().chain(&conjugation.affixes.participle);
    for affix in affixes.filter(|affix| !affix.is_empty()).map(|affix| Affix::new(affix)) {
        for suffix in suffixes.iter().filter(|suffix| suffix.is_empty() || affix.suffix.is_empty()) {
            let Some(stem) = verb.strip_suffix(suffix.trim_start_matches('-')) else { continue };
            let bases = affix.taken_off(inflection, stem).into_iter();
            let bases = bases.filter(|base| may_be_base(inflection, base) && is_long(inflection, base));
            let bases = bases.map(|base| compound(&base).cloned().unwrap_or(base));
            found.extend(bases.map(|base| marked(base, suffix)));
        }
    }
    found
}
