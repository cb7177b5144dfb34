//! Words that follow from those of a label or statement: who edits something is its editor, and where something has its mirror its
//! mirror is.

use super::entry::{SaidBy, WordOrigin};
use super::literal::{choice, literal};
use crate::draft::reading::forms::agent_nouns;
use crate::model::{Frame, GrammarRole, Head, Language, LexicalEntry, Phase};

/// The words that follow from those of a relation with entities on both sides.
#[must_use]
pub fn words(found: &[SaidBy], pack: &Language) -> Vec<SaidBy> {
    let verbs = found.iter().filter_map(|said| match (&said.entry, &said.origin) {
        (LexicalEntry::Head(head), WordOrigin::Label | WordOrigin::Statements) => Some((head, &said.origin)),
        _ => None,
    });
    let verbs =
        verbs.filter(|(head, _)| head.frame == Frame::Verb && head.when == Phase::Holds && !head.weak);
    let mut derived: Vec<SaidBy> = Vec::new();
    for (head, origin) in verbs {
        let made = agent(head, pack).into_iter().map(LexicalEntry::Head);
        let made = made.chain(placed(head, pack).map(LexicalEntry::Idiom));
        for entry in made {
            if !derived.iter().any(|known| known.entry == entry) {
                derived.push(SaidBy { entry, origin: origin.clone(), elides: false });
            }
        }
    }
    derived
}

/// The noun for who does something: "editor" of "edits" and of "is edited by". Such nouns may have a meaning of their own.
fn agent(head: &Head, pack: &Language) -> Option<Head> {
    let mut nouns: Vec<String> = head.heads.iter().flat_map(|verb| agent_nouns(pack, verb)).collect();
    nouns.sort_unstable();
    nouns.dedup();
    let is_passive = head.with.iter().any(|with| pack.class("by").contains(with));
    let reversed = head.reversed != is_passive;
    let is_plain = (head.with.is_empty() || is_passive) && !nouns.is_empty();
    is_plain.then(|| Head { weak: true, reversed, ..Head::new(Frame::Noun, nouns, Vec::new()) })
}

/// The phrasings that say of a noun where it is, for "has its mirror in": "its mirror is in", "the mirror of … stands in".
fn placed(head: &Head, pack: &Language) -> Option<Vec<String>> {
    let with = head.with.first().filter(|with| pack.class("locatives").contains(with))?;
    let noun = head.heads.iter().find_map(|verb| {
        let (_, rest) = verb
            .split_once(' ')
            .filter(|(light, _)| pack.class("light verbs").iter().any(|known| known == light))?;
        let words = rest.split(' ').skip_while(|word| pack.grammar.has(GrammarRole::Determiner, word));
        let noun = words.collect::<Vec<_>>().join(" ");
        (!noun.is_empty()).then_some(noun)
    })?;
    let (noun, with, lying) = (literal(&noun), literal(with), choice(pack.class("lying")));
    let behind = format!(
        "{{aside}} {{linking}} {lying} {{linking}} {{modifiers}} {with} {{linking}} {{modifiers}} {{object}}"
    );
    let of = choice(pack.class("joint"));
    Some(if pack.dates.modifiers_follow {
        vec![format!("{noun} {{modifiers}} {{subject}} {behind}")]
    } else {
        vec![
            format!("{{subject}} {{modifiers}} {noun} {behind}"),
            format!("{noun} {of} {{linking}} {{modifiers}} {{subject}} {behind}"),
        ]
    })
}
