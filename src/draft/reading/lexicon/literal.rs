//! Words of records as phrasings write them, and as what these are read as.

use super::template::fragment;
use crate::draft::reading::forms::verb_forms;
use crate::model::{Element, GrammarRole, Language, PatternWord, Sequence, VerbForms};

/// What stands in forms for determiners and adjectives.
pub const ROOM: &str = "{linking} {modifiers}";

/// One of these, in a phrasing.
#[must_use]
pub fn choice(words: &[String]) -> String {
    let plain = |words: &String| {
        let parts: Vec<String> = words.split(ROOM).map(literal).collect();
        parts.join(&format!(" {ROOM} "))
    };
    let words: Vec<String> = words.iter().map(plain).filter(|words| !words.is_empty()).collect();
    if words.is_empty() { String::new() } else { format!("({})", words.join("|")) }
}

/// One of the forms of these verbs that `wanted` takes, in a phrasing.
pub fn choice_of_forms(
    pack: &Language,
    lemmas: &[String],
    wanted: impl Fn(VerbForms) -> Vec<String>,
) -> String {
    let mut forms: Vec<String> = lemmas.iter().flat_map(|lemma| wanted(verb_forms(pack, lemma))).collect();
    forms.sort_unstable();
    forms.dedup();
    choice(&forms)
}

/// Words without the determiners that they end with.
pub fn before_determiners<'w, 't>(pack: &Language, words: &'w [&'t str]) -> &'w [&'t str] {
    let is_determiner = |word: &&str| pack.grammar.has(GrammarRole::Determiner, word);
    let end = words.iter().rposition(|word| !is_determiner(word)).map_or(0, |at| at + 1);
    &words[..end]
}

/// A choice as elements, with `room` in place of [`ROOM`]; `None` if it cannot be written in a phrasing.
#[must_use]
pub fn choice_of(words: &[String], room: &str) -> Option<Sequence> {
    /// More elements may be too many for one phrasing: who reads it as it is written tells.
    const MANY: usize = 400;
    let as_written = || fragment(&choice(words).replace(ROOM, room));
    // Dots in a row are a gap.
    if words.iter().any(|word| word.contains("...")) {
        return as_written();
    }
    let room = if words.iter().any(|word| word.contains(ROOM)) { fragment(room)? } else { Sequence::new() };
    let elements = |form: &String| {
        let mut found = Sequence::new();
        for (at, part) in form.split(ROOM).enumerate() {
            if at > 0 {
                found.extend_from_slice(&room);
            }
            let word = |text: &str| PatternWord { text: text.into(), any_start: false, any_end: false };
            found.extend(literal_words(part).map(|text| Element::Word(word(text))));
        }
        found
    };
    let choices: Vec<Sequence> = words.iter().map(elements).filter(|choice| !choice.is_empty()).collect();
    if choices.iter().map(Vec::len).sum::<usize>() > MANY {
        return as_written();
    }
    Some(if choices.is_empty() { Sequence::new() } else { vec![Element::Choice(choices.into())] })
}

/// Without the signs that mean something in phrasings.
#[must_use]
pub fn literal(text: &str) -> String {
    literal_words(text).collect::<Vec<_>>().join(" ")
}

fn literal_words(text: &str) -> impl Iterator<Item = &str> {
    let words = text
        .split(|sign: char| !sign.is_alphanumeric() && !matches!(sign, '\'' | '-' | '+' | '/' | ':' | '.'));
    words.filter(|word| word.chars().any(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn form() -> impl Strategy<Value = String> {
        let word = prop_oneof![4 => "[a-cé'.:/+(){}|*-]{0,4}", 1 => Just(ROOM.to_owned())];
        prop::collection::vec(word, 0..4).prop_map(|words| words.join(" "))
    }

    proptest! {
        #[test]
        fn words_are_read_as_they_are_written(
            words in prop::collection::vec(form(), 0..5),
            room in prop_oneof![Just(ROOM), Just("{linking} [{value} {modifiers}]")],
        ) {
            let written = choice(&words).replace(ROOM, room);
            prop_assert_eq!(choice_of(&words, room), fragment(&written), "{}", written);
        }
    }
}
