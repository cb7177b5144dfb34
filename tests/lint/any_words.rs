//! Words of any letters and signs as words of a relation: they are put into constructions, tried and read, or reported, and
//! nothing falls over.

use proptest::prelude::*;

use erstwhile::engine::{self, DraftOptions, Present};
use erstwhile::graph::AsOf;
use erstwhile::load;
use erstwhile::text::File;
use erstwhile::time::Day;

use crate::common;

/// A relation with these words in every frame, and claims about it.
fn workspace(words: &[String]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("{word:?}")).collect();
    let list = quoted.join(", ");
    let entries = format!(
        "[noun(heads: [{list}]), verb(heads: [{list}], with: [{list}]), adjective(heads: [{list}], reversed: true), \
         event(heads: [{list}], when: plans), verb(heads: [{list}], when: denies), idiom([{list}]), other([{list}])]"
    );
    format!(
        r#"(
        relations: [
            (id: "says", label: "says", takes: entity, words: {{"en": {entries}, "id": {entries}}}),
            (id: "is", takes: nothing, words: {{"en": {entries}}}),
        ],
        entities: [(id: "mill", name: "Mill House"), (id: "ann", name: "Ann Weaver")],
        sources: [(id: "s", published: "2023-07-02")],
        claims: [
            (id: "a", subject: "mill", relation: "says", object: "ann", valid: "2015/..", sources: ["s"]),
            (id: "c", subject: "ann", relation: "is", valid: "2016/..", sources: ["s"]),
        ],
    )"#
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn any_words_are_tried_and_read(
        words in prop::collection::vec("[a-z]{1,8}( [a-z]{1,6})?|[ -~é…“]{0,10}|(not|no|be|the|of|di-|ber-)[a-z ]{0,6}", 1..4),
        between in "[a-z ,'{}()…-]{0,30}",
    ) {
        let word = words[0].clone();
        let mut files = common::workspace(vec![("claims/a.ron".to_owned(), workspace(&words))]);
        let loaded = load::load(&files);
        let as_of = AsOf { day: Day::parse("2026-06-01").expect("a day"), known_by: None };
        let report = engine::check_loaded(&files, &loaded, &common::options(as_of));
        prop_assert_eq!(report.summary.claims, 2);
        let text = format!(
            "Mill House {between} Ann Weaver. Mill House is the {word} of Ann Weaver.\n\nMill House did not {word} Ann Weaver."
        );
        let draft = files.add(File::new("a.md", text.as_str()));
        let options = DraftOptions { check: common::options(as_of), present: Present::AsOf };
        let readings = engine::read_drafts(&files, &loaded, &[draft], &options);
        for sentence in readings.iter().flat_map(|reading| &reading.sentences) {
            prop_assert!(text.get(sentence.span.range()).is_some());
            prop_assert!(sentence.assertions.is_empty() == sentence.unread_reason.is_some());
        }
        let mut drafts = Some(vec![draft]);
        let (found, _) = engine::unread_words_in_turn(&mut files, &loaded, &options, |_, _| drafts.take());
        prop_assert!(found.iter().all(|words| !words.sentences.is_empty()));
    }
}
