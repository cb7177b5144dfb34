//! The forms of verbs and nouns, from the base forms that a lexicon has, by the `inflection` of a language pack.
//!
//! Knows no word of any language, and not where in a sentence a form may stand.

mod affix;
mod lemma;
mod noun;

pub use lemma::lemmas;
pub use noun::noun_forms;

use crate::model::{Conjugation, Inflection, Language, VerbForms};
use affix::Affix;

/// The forms of a verb; of several words, the first one is inflected ("take over"). Without data on verbs, the verb as it stands.
#[must_use]
pub fn verb_forms(pack: &Language, lemma: &str) -> VerbForms {
    let inflection = &pack.inflection;
    let lemma = lemma.trim();
    let (first, rest) = lemma.split_once(' ').unwrap_or((lemma, ""));
    if let Some(listed) = inflection.listed.get(first) {
        let with_rest = |form: &String| if rest.is_empty() { form.clone() } else { format!("{form} {rest}") };
        return listed.map(|forms| forms.iter().map(with_rest).collect());
    }
    let Some((conjugation, unmarked)) = conjugation(inflection, lemma) else {
        let alone = vec![lemma.to_owned()];
        return VerbForms { finite: alone.clone(), plain: alone, ..VerbForms::default() };
    };
    let verb = Verb::new(inflection, &unmarked);
    conjugation
        .affixes
        .map(|affixes| distinct(affixes.iter().flat_map(|affix| verb.with(inflection, Affix::new(affix)))))
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
    rest: Vec<&'a str>,
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
        Self { stem, suffix, rest: words.into_iter().skip(at + 1).collect() }
    }

    /// The verb with an affix. Something on both sides makes one word of all that is between: "pengambilalihan".
    fn with(&self, inflection: &Inflection, affix: Affix<'_>) -> Vec<String> {
        let behind = |form: String| [&[form.as_str()], self.rest.as_slice()].concat().join(" ");
        let has_prefix = !affix.prefix.is_empty();
        if affix.suffix.is_empty() {
            let stem = self.stem.join(if has_prefix && !self.suffix.is_empty() { "" } else { " " });
            let forms = affix.joined(inflection, &stem).into_iter();
            return forms.map(|form| behind(form + self.suffix)).collect();
        }
        let is_compound = has_prefix && self.suffix.is_empty() && !self.rest.is_empty();
        let whole = is_compound.then(|| [self.stem.as_slice(), self.rest.as_slice()].concat().concat());
        let whole = whole.into_iter().flat_map(|whole| affix.joined(inflection, &whole));
        let stem = self.stem.join(if has_prefix { "" } else { " " });
        whole.chain(affix.joined(inflection, &stem).into_iter().map(behind)).collect()
    }
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
