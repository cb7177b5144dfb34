//! A relation with many words as values: each claim is met by the sentence that says it, or counted as unreadable.

use erstwhile::model::{ClaimFact, Code, Fact};

use crate::common::{self, Run, as_of, options, workspace};

/// Claims that give the things these words, under a relation with these phrasings.
fn base(words: &[String], phrasings: &str) -> String {
    let entities = (0..words.len()).map(|at| format!("(id: \"e{at}\", name: \"Pier{at}\")"));
    let claim = |(at, word): (usize, &String)| {
        format!(
            "(id: \"c{at}\", subject: \"e{at}\", relation: \"style\", value: \"{word}\", valid: \"2020/..\")"
        )
    };
    let claims = words.iter().enumerate().map(claim);
    format!(
        "(relations: [(id: \"style\", label: \"has the style\", takes: text{phrasings})], entities: [{}], claims: [{}])",
        entities.collect::<Vec<_>>().join(","),
        claims.collect::<Vec<_>>().join(",")
    )
}

/// How many claims are met by the sentence that says them, and how many are told to be unreadable.
fn met_and_told(words: &[String], phrasings: &str) -> (usize, usize) {
    let text = base(words, phrasings);
    let sentences = words.iter().enumerate().map(|(at, word)| format!("Pier{at} has the style {word}."));
    let draft = sentences.collect::<Vec<_>>().join("\n\n");
    let (_, reading) = common::read_draft(&text, &draft, "2026-01-01");
    let assertions = reading.sentences.iter().flat_map(|sentence| &sentence.assertions);
    let met = assertions.filter(|one| !one.claims.is_empty()).count();
    let files = workspace(vec![("claims/a.ron".to_owned(), text)]);
    let (report, _) = Run::check(files, &options(as_of("as-of: 2026-01-01")));
    let unreadable = report.findings.iter().filter(|finding| finding.code == Code::Unreadable);
    let told = unreadable.map(|finding| match &finding.fact {
        Fact::ClaimFact(ClaimFact::Unreadable { count, reason: "values", .. }) => *count,
        other => panic!("{other:?}"),
    });
    (met, told.sum())
}

#[test]
fn each_claim_is_met_or_told() {
    let own = ", phrasings: {\"en\": [\"{subject} has the style {value}\"]}";
    let word = |at: usize| {
        format!("{}{}", "abcdefghijklmnop".chars().nth(at % 16).unwrap_or('x'), "an".repeat(1 + at / 16))
    };
    for phrasings in ["", own] {
        // As many different ones as are read, and more.
        for count in [1, 16, 17, 40] {
            let words: Vec<String> = (0..count).map(word).collect();
            let (met, told) = met_and_told(&words, phrasings);
            assert_eq!((met, told), (count.min(16), count.saturating_sub(16)), "{count}{phrasings}");
        }
        // A few, of which some come after many claims.
        let few: Vec<String> = (0..80).map(|at| word(if at < 70 { at % 3 } else { at % 5 })).collect();
        let (met, told) = met_and_told(&few, phrasings);
        assert_eq!(met + told, 80, "{met} met, {told} told{phrasings}");
        assert_eq!(told, 4, "{phrasings}");
    }
}
