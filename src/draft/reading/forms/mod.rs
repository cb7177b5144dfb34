//! The forms of verbs and nouns, from the base forms that a lexicon has, by the `inflection` of a language pack.
//!
//! Knows no word of any language, and not where in a sentence a form may stand.

mod affix;
mod lemma;
mod noun;

pub use lemma::lemmas;
pub use noun::{noun_bases, noun_forms};

use crate::model::{Conjugation, Inflection, Language, VerbForms, VerbVoice};
use affix::Affix;

/// The forms of a verb; of several words, the first one is inflected ("take over"). Without data on verbs, the verb as it stands.
#[must_use]
pub fn verb_forms(pack: &Language, lemma: &str) -> VerbForms {
    let inflection = &pack.inflection;
    let lemma = lemma.trim();
    let first = lemma.split(' ').next().unwrap_or_default();
    let Some((conjugation, unmarked)) = conjugation(inflection, lemma) else {
        let alone = vec![lemma.to_owned()];
        return VerbForms { finite: alone.clone(), plain: alone, ..VerbForms::default() };
    };
    let verb = Verb::new(inflection, &unmarked);
    if let Some(listed) = listed(inflection, conjugation, first) {
        return listed.map(|forms| forms.iter().map(|form| verb.with_rest(form, 0)).collect());
    }
    conjugation
        .affixes
        .map(|affixes| distinct(affixes.iter().flat_map(|affix| verb.with(inflection, Affix::new(affix)))))
}

/// The nouns for who does what a verb of one word says: "editor". Spelling leaves open which of them a language has.
#[must_use]
pub fn agent_nouns(pack: &Language, lemma: &str) -> Vec<String> {
    let inflection = &pack.inflection;
    let own = inflection.verbs.iter().find(|conjugation| conjugation.mark.is_empty());
    // A passive with a mark of its own is of the same verb: "di-sunting".
    let is_own = |found: &Conjugation| {
        found.mark.is_empty() || own.is_some_and(|own| own.affixes.participle.contains(&found.mark))
    };
    let Some((_, unmarked)) = conjugation(inflection, lemma).filter(|(found, _)| is_own(found)) else {
        return Vec::new();
    };
    let verb = Verb::new(inflection, &unmarked);
    if verb.stem.len() > 1 || !verb.rest.is_empty() {
        return Vec::new();
    }
    let affixes = inflection.agents.iter().map(|affix| Affix::new(affix));
    distinct(affixes.flat_map(|affix| affix.joined(inflection, &verb.stem.concat())))
}

/// Whether a verb has this form in a voice, in any case: no more forms are made than need be.
#[must_use]
pub fn is_verb_form(pack: &Language, lemma: &str, form: &str, voice: VerbVoice) -> bool {
    let inflection = &pack.inflection;
    let first = lemma.trim().split(' ').next().unwrap_or_default();
    let is_form = |known: &String| known.eq_ignore_ascii_case(form);
    let regular = conjugation(inflection, lemma.trim());
    let Some((conjugation, unmarked)) =
        regular.filter(|(conjugation, _)| listed(inflection, conjugation, first).is_none())
    else {
        return verb_forms(pack, lemma).of(voice).any(is_form);
    };
    let verb = Verb::new(inflection, &unmarked);
    conjugation.affixes.of(voice).any(|affix| verb.with(inflection, Affix::new(affix)).iter().any(is_form))
}

/// The forms of a verb that are all listed, by its first word.
fn listed<'a>(inflection: &'a Inflection, conjugation: &Conjugation, first: &str) -> Option<&'a VerbForms> {
    inflection.listed.get(first).filter(|_| conjugation.mark.is_empty())
}

/// How a verb is conjugated, and the verb without its mark.
fn conjugation<'a>(inflection: &'a Inflection, lemma: &str) -> Option<(&'a Conjugation, String)> {
    let marked = |conjugation: &&Conjugation| !conjugation.mark.is_empty();
    let found = inflection.verbs.iter().filter(marked).find_map(|conjugation| {
        let mark = conjugation.mark.as_str();
        if mark.ends_with('-') {
            return Some((conjugation, lemma.strip_prefix(mark)?.to_owned()));
        }
        let (first, rest) = lemma.split_once(' ').unwrap_or((lemma, ""));
        let unmarked = first.strip_suffix(mark).map(|first| format!("{first} {rest}").trim().to_owned());
        Some((conjugation, unmarked.or_else(|| lemma.strip_suffix(mark).map(str::to_owned))?))
    });
    found.or_else(|| Some((inflection.verbs.iter().find(|other| other.mark.is_empty())?, lemma.to_owned())))
}

/// A verb without its mark: what affixes are put to, the suffix that is part of it, and the words behind.
struct Verb<'a> {
    stem: Vec<&'a str>,
    suffix: &'a str,
    rest: Vec<String>,
}

impl<'a> Verb<'a> {
    fn new(inflection: &'a Inflection, lemma: &'a str) -> Self {
        let words: Vec<&str> = lemma.split_whitespace().collect();
        let own = words.iter().enumerate().find_map(|(at, word)| {
            let suffix = inflection.verb_suffixes.iter().find(|suffix| word.ends_with(suffix.as_str()))?;
            Some((at, word.strip_suffix(suffix.as_str())?, suffix.trim_start_matches('-')))
        });
        let (at, last, suffix) = own.unwrap_or((0, words.first().copied().unwrap_or_default(), ""));
        let mut stem: Vec<&str> = words.iter().take(at).copied().collect();
        stem.push(last);
        let rest = words.into_iter().skip(at + 1).map(|word| spelled(inflection, word)).collect();
        Self { stem, suffix, rest }
    }

    /// The verb with an affix. Between a prefix and a suffix a compound is one word ("pengambilalihan"), else one word or several.
    fn with(&self, inflection: &Inflection, affix: Affix<'_>) -> Vec<String> {
        let suffix = if affix.suffix.is_empty() { self.suffix } else { "" };
        let is_compound =
            |second: &&String| inflection.compounds.contains(&format!("{} {second}", self.stem.join(" ")));
        let second = self.rest.first().filter(is_compound).map(String::as_str);
        let words = [self.stem.as_slice(), second.as_slice()].concat();
        let mut spellings = vec![words.concat()];
        if words.len() > 1 && (affix.prefix.is_empty() || suffix.is_empty() && affix.suffix.is_empty()) {
            spellings.insert(0, words.join(" "));
        }
        let forms = spellings.iter().flat_map(|stem| affix.joined(inflection, stem));
        forms.map(|form| self.with_rest(&(form + suffix), usize::from(second.is_some()))).collect()
    }

    /// The words behind the verb, but for the first `taken`, put behind a form.
    fn with_rest(&self, form: &str, taken: usize) -> String {
        let words = std::iter::once(form).chain(self.rest.iter().skip(taken).map(String::as_str));
        words.collect::<Vec<_>>().join(" ")
    }
}

/// A word behind the verb, which may be a verb with a mark: "ber-operasi" of "mulai ber-operasi".
fn spelled(inflection: &Inflection, word: &str) -> String {
    let found = inflection.verbs.iter().find_map(|Conjugation { mark, affixes }| {
        let base = word.strip_prefix(mark.as_str()).filter(|_| mark.ends_with('-'))?;
        let affix = affixes.plain.first().or_else(|| affixes.participle.first())?;
        Affix::new(affix).joined(inflection, base).into_iter().next()
    });
    found.unwrap_or_else(|| word.to_owned())
}

/// The same in the same order, each once.
fn distinct(forms: impl Iterator<Item = String>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for form in forms {
        if !found.contains(&form) {
            found.push(form);
        }
    }
    found
}
