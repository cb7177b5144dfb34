//! The trial of words that `check` gives those of a workspace, over all that are shipped: none is read as the opposite of what a
//! sentence says.

use erstwhile::draft::WordOrigin;
use erstwhile::engine;
use erstwhile::load::{self, shipped};
use erstwhile::model::{Code, RelationId, Takes, ValueSort};
use erstwhile::time::Day;

use crate::common;

/// Each relation in so many is tried by the usual run.
const USUAL: usize = 3;

/// What words are made of: whoever changes it has other relations tried, so that in time all are.
const PACKS: [&str; 4] = [
    include_str!("../../rules/languages/en.ron"),
    include_str!("../../rules/languages/id.ron"),
    include_str!("../../rules/lexicon/en.ron"),
    include_str!("../../rules/lexicon/id.ron"),
];

#[test]
fn shipped_words_turn_as_they_must() {
    let size: usize = PACKS.iter().map(|pack| pack.len()).sum();
    turn(size % USUAL, USUAL);
}

#[test]
#[ignore = "takes half a minute; for whoever changes the lexicon or the constructions"]
fn all_shipped_words_turn_as_they_must() {
    turn(0, 1);
}

fn turn(first: usize, one_in: usize) {
    let concepts = &shipped().concepts;
    let claim = |id: &str, takes: Option<Takes>| {
        let value = takes.is_some_and(|takes| takes.value() == Some(ValueSort::Amount));
        let object = if takes.is_none_or(Takes::entity) { r#", object: "b""# } else { "" };
        let value = if value { r#", value: "500 people""# } else { "" };
        format!(r#"(id: "{id}", subject: "a", relation: "{id}"{object}{value}, sources: ["s"]),"#)
    };
    let claims: String = concepts.iter().map(|concept| claim(&concept.id, concept.takes)).collect();
    let text = format!(
        r#"( entities: [(id: "a", name: "Ann"), (id: "b", name: "Bo")], sources: [(id: "s", published: "2026")], claims: [{claims}] )"#
    );
    let loaded = load::load(&common::workspace(vec![("claims/a.ron".to_owned(), text)]));
    let all: Vec<RelationId> = loaded.base.relations.iter().collect();
    assert_eq!(all.len(), concepts.len());
    let relations: Vec<RelationId> = all.into_iter().skip(first).step_by(one_in).collect();
    let day = Day::parse("2026-06-01").expect("a day");
    let shipped = |origin: &WordOrigin| matches!(origin, WordOrigin::Shipped(_));
    // A few relations at a time: sentences cost less than with all phrasings.
    let found = relations.chunks(8).flat_map(|some| engine::of_words(&loaded.base, some, day, &shipped));
    let words = common::words(&loaded);
    let misread = found.filter(|finding| finding.code == Code::MisreadWords);
    let wrong: Vec<String> = misread.map(|finding| words.of(&finding).message).collect();
    assert!(wrong.is_empty(), "{} words\n{}", wrong.len(), wrong.join("\n"));
}
