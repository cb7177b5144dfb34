//! The verdict on a sentence where recorded claims contradict each other: disputed, taken over from, or settled.

use erstwhile::load;
use erstwhile::words::{Choice, Words};

use crate::common;

/// The verdict on one sentence about who leads the museum, and the claim that decided.
pub fn verdict(laws: &str, claims: &str, sentence: &str, day: &str) -> String {
    let all = assertions(laws, claims, sentence, day).into_iter();
    all.map(|(verdict, by, _)| format!("{verdict} by {by}")).collect::<Vec<_>>().join(", ")
}

/// The verdict on each assertion of a draft, the claim that decided, and the words by which it was read.
fn assertions(laws: &str, claims: &str, sentence: &str, day: &str) -> Vec<(String, String, Vec<String>)> {
    let text = format!(
        r#"(
        relations: [
            (id: "leads", label: "leads", {laws} phrasings: {{"en": ["{{subject}} …3 (leads|led|lead) {{object}}"]}}),
            (id: "may-run", label: "may run", phrasings: {{"en": ["{{subject}} …3 run {{object}}"]}}),
            (id: "chairs", label: "chairs", phrasings: {{"en": ["{{subject}} (chairs|chaired) {{object}}"]}}),
        ],
        entities: [
            (id: "museum", name: "the Museum"), (id: "wing", name: "the New Wing", part_of: ["museum"]),
            (id: "ines", name: "Ines"), (id: "tom", name: "Tom"), (id: "uma", name: "Uma"),
        ],
        sources: [(id: "s20", published: "2020-06"), (id: "s25", published: "2025-06"), (id: "now", published: "2026-01-01"),
            (id: "own", title: "Who leads the Museum", published: "2025-04", url: "https://www.example.org/who/"),
            (id: "long", title: "Who leads the Museum in April?"), (id: "path", url: "./a.md"), (id: "other-path", url: "aa.md"),
            (id: "echo", published: "2025-05", derived_from: ["own"])],
        claims: [{claims}],
    )"#
    );
    let (loaded, reading) = common::read_draft(&text, sentence, day);
    let assertions = reading.sentences.iter().flat_map(|sentence| &sentence.assertions);
    let told = assertions.map(|one| {
        let by = one.decided_by.map_or("nothing", |claim| loaded.base.claims.id(claim));
        let words =
            one.why.iter().map(|why| sentence[why.span.start as usize..why.span.end as usize].to_owned());
        (one.verdict.as_str().to_owned(), by.to_owned(), words.collect())
    });
    told.collect()
}

/// A claim about who leads the museum.
pub fn claim(id: &str, subject: &str, valid: &str, source: &str, more: &str) -> String {
    format!(
        r#"(id: "{id}", subject: "{subject}", relation: "leads", object: "museum", valid: "{valid}", sources: ["{source}"], {more}),"#
    )
}

/// One leader at a time.
pub const EXCLUSIVE: &str = "exclusive: true,";

#[test]
fn two_claims_that_both_are_known_to_hold() {
    let two = claim("ines", "ines", "2020/..", "s25", "") + &claim("tom", "tom", "2023/..", "s25", "");
    for (who, by) in [("Ines", "ines"), ("Tom", "tom")] {
        let sentence = format!("{who} leads the Museum.");
        assert_eq!(verdict(EXCLUSIVE, &two, &sentence, "2026-01-01"), format!("disputed by {by}"));
        // Without a law nothing is wrong with two.
        assert_eq!(verdict("", &two, &sentence, "2026-01-01"), format!("supported by {by}"));
    }
    // Before the second began there was no dispute.
    assert_eq!(verdict(EXCLUSIVE, &two, "Ines leads the Museum.", "2021-01-01"), "supported by ines");
    assert_eq!(verdict(EXCLUSIVE, &two, "In 2021 Ines led the Museum.", "2026-01-01"), "supported by ines");
    assert_eq!(verdict(EXCLUSIVE, &two, "In 2024 Ines led the Museum.", "2026-01-01"), "disputed by ines");
}

#[test]
fn a_dispute_that_is_over_or_settled() {
    let over = claim("ines", "ines", "2020/2024", "s25", "") + &claim("tom", "tom", "2023/..", "s25", "");
    assert_eq!(verdict(EXCLUSIVE, &over, "Tom leads the Museum.", "2026-01-01"), "supported by tom");
    let corrected = claim("ines", "ines", "2020/..", "s25", "")
        + &claim("tom", "tom", "2023/..", "s25", "")
        + r#"(id: "no", statement: "It was never Tom", corrects: ["tom"], sources: ["now"]),"#;
    assert_eq!(verdict(EXCLUSIVE, &corrected, "Ines leads the Museum.", "2026-01-01"), "supported by ines");
    assert_eq!(verdict(EXCLUSIVE, &corrected, "Tom leads the Museum.", "2026-01-01"), "contradicted by ines");
}

#[test]
fn a_claim_and_its_denial() {
    let both =
        claim("yes", "ines", "2020/..", "s25", "") + &claim("no", "ines", "2023/..", "s25", "not: true");
    assert_eq!(verdict("", &both, "Ines leads the Museum.", "2026-01-01"), "disputed by yes");
    assert_eq!(verdict("", &both, "Ines does not lead the Museum.", "2026-01-01"), "disputed by no");
    let never = claim("yes", "ines", "2020/..", "s25", "")
        + r#"(id: "no", subject: "ines", relation: "leads", object: "museum", not: true, sources: ["s25"]),"#;
    assert_eq!(verdict("", &never, "Ines leads the Museum.", "2026-01-01"), "disputed by yes");
}

#[test]
fn other_laws() {
    let chairs = r#"(id: "chair", subject: "tom", relation: "chairs", object: "museum", valid: "2021/..", sources: ["s25"]),"#;
    let two = claim("ines", "ines", "2020/..", "s25", "") + chairs;
    let laws = r#"excludes_others: ["chairs"],"#;
    assert_eq!(verdict(laws, &two, "Ines leads the Museum.", "2026-01-01"), "disputed by ines");
    assert_eq!(verdict(laws, &two, "Tom chairs the Museum.", "2026-01-01"), "disputed by chair");
    let same = claim("ines", "ines", "2020/..", "s25", "") + &chairs.replace("\"tom\"", "\"ines\"");
    assert_eq!(verdict(laws, &same, "Ines leads the Museum.", "2026-01-01"), "supported by ines");
    let laws = r#"incompatible_with: ["chairs"],"#;
    assert_eq!(verdict(laws, &same, "Ines leads the Museum.", "2026-01-01"), "disputed by ines");
    // What happens only once holds whatever the time.
    let first = claim("first", "ines", "2015", "s25", "");
    let other = first.replace("first", "second").replace("\"museum\"", "\"tom\"").replace("2015", "2019");
    assert_eq!(
        verdict("once: true, event: true,", &(first + &other), "Ines led the Museum in 2015.", "2026-01-01"),
        "disputed by first"
    );
    // A part and its whole are not rivals.
    let parts = claim("whole", "ines", "2020/..", "s25", "")
        + &claim("part", "ines", "2021/..", "s25", "").replace("\"museum\"", "\"wing\"");
    assert_eq!(
        verdict("functional: true,", &parts, "Ines leads the Museum.", "2026-01-01"),
        "supported by whole"
    );
}

/// Old reporting was not wrong, it got old: a newer rival takes over although nobody has closed the older claim.
#[test]
fn what_has_been_taken_over_without_a_link() {
    let two = claim("ines", "ines", "2020/..", "s20", "") + &claim("tom", "tom", "2023/..", "s25", "");
    let on = |sentence: &str, day: &str| verdict(EXCLUSIVE, &two, sentence, day);
    assert_eq!(on("Ines leads the Museum.", "2026-01-01"), "outdated by ines");
    assert_eq!(on("Ines leads the Museum.", "2022-06-01"), "supported by ines");
    assert_eq!(on("Tom leads the Museum.", "2026-01-01"), "supported by tom");
    assert_eq!(on("Tom leads the Museum.", "2022-06-01"), "premature by tom");
    assert_eq!(on("Ines no longer leads the Museum.", "2026-01-01"), "supported by ines");
    assert_eq!(on("Uma leads the Museum.", "2026-01-01"), "contradicted by tom");
    assert_eq!(on("In 2021 Ines led the Museum.", "2026-01-01"), "supported by ines");
}

#[test]
fn what_is_to_come() {
    let planned = claim("uma", "uma", "2027-03/..", "s25", "");
    let on = |sentence: &str| verdict(EXCLUSIVE, &planned, sentence, "2026-01-01");
    assert_eq!(on("Uma leads the Museum."), "premature by uma");
    assert_eq!(on("From March 2027 Uma leads the Museum."), "supported by uma");
    assert_eq!(on("In 2028 Uma will lead the Museum."), "supported by uma");
    assert_eq!(on("In 2026 Uma will lead the Museum."), "misdated by uma");
    assert_eq!(on("Since 2025 Uma leads the Museum."), "premature by uma");
}

#[test]
fn what_was_so_when_it_was_confirmed_does_not_go_stale() {
    let laws = r#"review_every: "1y","#;
    let one = claim("ines", "ines", "2015/..", "s20", "");
    assert_eq!(verdict(laws, &one, "Ines leads the Museum.", "2026-01-01"), "presumed by ines");
    assert_eq!(verdict(laws, &one, "In 2016 Ines led the Museum.", "2026-01-01"), "supported by ines");
    assert_eq!(verdict(laws, &one, "Ines once led the Museum.", "2026-01-01"), "supported by ines");
    // After the last source nobody knows.
    assert_eq!(verdict(laws, &one, "In 2023 Ines led the Museum.", "2026-01-01"), "presumed by ines");
    assert_eq!(verdict(laws, &one, "Since 2016 Ines leads the Museum.", "2026-01-01"), "presumed by ines");
}

#[test]
fn a_date_belongs_to_its_own_clause() {
    let two = claim("ines", "ines", "2015/2020", "s25", "") + &claim("tom", "tom", "2021/..", "s25", "");
    for sentence in [
        "Ines led the Museum in 2016 and Tom leads the Museum.",
        "Tom leads the Museum and Ines led the Museum in 2016.",
        "Tom leads the Museum and Ines was asked to go in 2016.",
    ] {
        let found = verdict("", &two, sentence, "2026-01-01");
        assert!(found.contains("supported by tom") && !found.contains("misdated"), "{sentence}: {found}");
    }
    // A date that opens a sentence is that of all of it.
    assert_eq!(
        verdict("", &two, "In 2016 Ines led the Museum and Tom led the Museum.", "2026-01-01"),
        "supported by ines, misdated by tom"
    );
}

#[test]
fn who_can_do_a_thing_need_not_do_it() {
    let one = claim("ines", "ines", "2020/..", "s25", "");
    let on = |sentence: &str| verdict(EXCLUSIVE, &one, sentence, "2026-01-01");
    for words in ["can", "may", "could", "plans to", "is able to"] {
        assert_eq!(on(&format!("Ines {words} lead the Museum.")), "unclear by nothing", "{words}");
    }
    // A word that decides several things is named once.
    let read = assertions(EXCLUSIVE, &one, "Tom said Ines could lead the Museum.", "2026-01-01");
    assert_eq!(read[0].2.iter().filter(|words| *words == "could").count(), 1, "{read:?}");
    // What our records say otherwise is still found.
    assert_eq!(on("Tom can lead the Museum."), "contradicted by ines");
    // Whatever is so can be so.
    let may = r#"(id: "may", subject: "ines", relation: "may-run", object: "museum", valid: "2020/..", sources: ["s25"]),"#;
    assert_eq!(verdict("", may, "Ines can run the Museum.", "2026-01-01"), "supported by may");
    // A month is not a verb.
    assert_eq!(on("Since May 2020 Ines leads the Museum."), "supported by ines");
    // What is planned may be on record as such.
    let planned = claim("uma", "uma", "2027-03/..", "s25", "");
    let sentence = "Uma plans to lead the Museum from March 2027.";
    assert_eq!(verdict(EXCLUSIVE, &planned, sentence, "2026-01-01"), "supported by uma");
}

#[test]
fn a_draft_is_no_source_of_itself() {
    let by = |sources: &str| claim("ines", "ines", "2020/..", sources, "");
    let by_address = "---\nurl: https://example.org/who\n---\n\nInes leads the Museum.";
    let by_title = "---\ntitle: Who leads the museum\ndate: 2025-04-02\n---\n\nInes leads the Museum.";
    let another = "---\ntitle: Who leads the museum\ndate: 2025-09-02\n---\n\nInes leads the Museum.";
    for draft in [by_address, by_title] {
        for circular in ["own", "echo", r#"own", "echo"#] {
            assert_eq!(verdict("", &by(circular), draft, "2026-01-01"), "unsourced by ines", "{circular}");
        }
        // Another source is enough, and another claim too.
        assert_eq!(verdict("", &by(r#"own", "s25"#), draft, "2026-01-01"), "supported by ines");
        let two = by("own") + &claim("ines-too", "ines", "2021/..", "s25", "");
        assert_eq!(verdict("", &two, draft, "2026-01-01"), "supported by ines-too");
    }
    assert_eq!(verdict("", &by("own"), another, "2026-01-01"), "supported by ines");
    let undated = "# Who leads the Museum\n\nInes leads the Museum.";
    assert_eq!(verdict("", &by("own"), undated, "2026-01-01"), "supported by ines", "a short title");
    let telling = "# Who leads the museum in April?\n\nInes leads the Museum.";
    assert_eq!(verdict("", &by("long"), telling, "2026-01-01"), "unsourced by ines");
    assert_eq!(verdict("", &by("path"), "Ines leads the Museum.", "2026-01-01"), "unsourced by ines");
    assert_eq!(verdict("", &by("other-path"), "Ines leads the Museum.", "2026-01-01"), "supported by ines");
}

#[test]
fn what_is_not_yet_so() {
    let one = |laws: &str, valid: &str, source: &str, sentence: &str, day: &str| {
        verdict(laws, &claim("ines", "ines", valid, source, ""), sentence, day)
    };
    let pending = |sentence: &str| one("", "pending", "now", sentence, "2026-06-01");
    assert_eq!(pending("Ines leads the Museum."), "premature by ines");
    assert_eq!(pending("Ines led the Museum."), "premature by ines");
    assert_eq!(pending("Ines led the Museum in 2025."), "premature by ines");
    assert_eq!(pending("Ines no longer leads the Museum."), "premature by ines");
    for right in [
        "does not yet lead",
        "has yet to lead",
        "does not lead",
        "will lead",
        "plans to lead",
        "is expected to lead",
        "is to lead",
    ] {
        assert_eq!(pending(&format!("Ines {right} the Museum.")), "supported by ines", "{right}");
    }
    // Nobody knows when it will be so; that it will fits it.
    assert_eq!(pending("Ines will lead the Museum in 2028."), "supported by ines");
    assert_eq!(pending("Ines leads the Museum in 2028."), "unknown by nothing");
    // What was last said about it may have changed.
    let yearly = |source: &str| {
        one("review_every: \"1y\",", "pending", source, "Ines leads the Museum.", "2026-06-01")
    };
    assert_eq!(
        [yearly("now"), yearly("s25"), yearly("s20")],
        ["premature by ines", "premature by ines", "presumed by ines"]
    );
    let stale =
        one("review_every: \"1y\",", "pending", "s20", "Ines does not yet lead the Museum.", "2026-06-01");
    assert_eq!(stale, "presumed by ines");
    // From the earliest day on that is named, nothing is presumed any more; a source from then on says that it is so.
    let earliest = |source: &str, sentence: &str, day: &str| one("", "[2025-09-01..]", source, sentence, day);
    assert_eq!(earliest("s25", "Ines leads the Museum.", "2025-08-31"), "premature by ines");
    assert_eq!(earliest("s25", "Ines leads the Museum.", "2025-09-01"), "presumed by ines");
    assert_eq!(earliest("s25", "Ines does not yet lead the Museum.", "2025-09-01"), "presumed by ines");
    assert_eq!(earliest("now", "Ines leads the Museum.", "2026-06-01"), "supported by ines");
    assert_eq!(
        earliest("s25", "Ines will lead the Museum in August 2025.", "2025-07-01"),
        "misdated by ines"
    );
    assert_eq!(earliest("s25", "Ines will lead the Museum in 2026.", "2025-07-01"), "supported by ines");
}

#[test]
fn who_holds_until_what_is_pending_begins() {
    let claims = claim("tom", "tom", "2020/..", "now", "")
        + &claim("ines", "ines", "pending", "now", "supersedes: [\"tom\"]")
        + &claim("uma", "uma", "[2026-09-01..]", "now", "");
    let said = |sentence: &str, day: &str| verdict(EXCLUSIVE, &claims, sentence, day);
    for day in ["2026-06-01", "2026-12-01"] {
        assert_eq!(said("Tom leads the Museum.", day), "supported by tom");
        assert_eq!(said("Tom does not lead the Museum.", day), "contradicted by tom");
        assert_eq!(said("Ines leads the Museum.", day), "premature by ines");
    }
    assert_eq!(said("Uma leads the Museum.", "2026-06-01"), "premature by uma");
    assert_eq!(said("Uma leads the Museum.", "2026-12-01"), "presumed by uma");
    // A changed plan takes the place of the first; what has begun, that of the plan.
    let plans = claim("first", "ines", "[2026-02-01..]", "now", "")
        + &claim("second", "ines", "[2027-02-01..]", "now", "supersedes: [\"first\"]");
    assert_eq!(verdict(EXCLUSIVE, &plans, "Ines leads the Museum.", "2026-06-01"), "premature by second");
    let begun = claim("plan", "ines", "pending", "now", "") + &claim("fact", "ines", "2026-02/..", "now", "");
    assert_eq!(verdict(EXCLUSIVE, &begun, "Ines leads the Museum.", "2026-06-01"), "supported by fact");
    assert_eq!(
        verdict(EXCLUSIVE, &begun, "Ines does not yet lead the Museum.", "2026-06-01"),
        "contradicted by fact"
    );
}

/// What a claim says is quoted in the language of the draft, else in the one that leads: English, or the first by code.
#[test]
fn a_statement_is_quoted_in_the_language_of_the_draft() {
    let claims = r#"(claims: [
        (id: "both", statement: {"id": "Museum itu buka", "en": "The Museum is open"}),
        (id: "one", statement: {"id": "Museum itu tutup"}),
        (id: "plain", statement: "The Museum closes"),
    ])"#;
    let files = common::workspace(vec![("claims/a.ron".to_owned(), claims.to_owned())]);
    let loaded = load::load(&files);
    let words = Words::new(&loaded.base, Choice::default());
    let said = |id: &str, code: &str| {
        let claim = loaded.index.find(&loaded.base.claims, id).expect("a claim");
        words.for_draft(Some(code)).statement(claim)
    };
    assert_eq!(said("both", "id"), "“Museum itu buka”");
    assert_eq!(said("both", "en"), "“The Museum is open”");
    assert_eq!(said("one", "en"), "“Museum itu tutup”");
    assert_eq!(said("plain", "id"), "“The Museum closes”");
}

/// Claims, and a rule of the workspace's own.
fn with_rule(claims: &str, rule: &str) -> String {
    format!("{claims}], rules: [{rule}")
}

#[test]
fn rules_of_a_workspace_exclude_as_those_of_relations_do() {
    let two = claim("ines", "ines", "2020/..", "s25", "") + &claim("tom", "tom", "2023/..", "s25", "");
    let one_leader = r#"(id: "one-leader", kind: single_value(per: object), relations: ["leads"])"#;
    let claims = with_rule(&two, one_leader);
    assert_eq!(verdict("", &claims, "Ines leads the Museum.", "2026-01-01"), "disputed by ines");
    let one = claim("ines", "ines", "2020/..", "s25", "")
        + &claim("other", "tom", "2010/..", "s25", "").replace("museum", "uma");
    assert_eq!(verdict("", &one, "Tom leads the Museum.", "2025-01-01"), "unknown by nothing");
    let claims = with_rule(&one, one_leader);
    assert_eq!(verdict("", &claims, "Tom leads the Museum.", "2025-01-01"), "contradicted by ines");
    // A rule that is off says nothing.
    let off = r#"(id: "one-leader", kind: single_value(per: object), relations: ["leads"], severity: off)"#;
    let claims = with_rule(&one, off);
    assert_eq!(verdict("", &claims, "Tom leads the Museum.", "2025-01-01"), "unknown by nothing");
    let off = r#"(id: "exclusive", kind: single_value(per: object), law: "exclusive", severity: off)"#;
    let claims = with_rule(&one, off);
    assert_eq!(verdict(EXCLUSIVE, &claims, "Tom leads the Museum.", "2025-01-01"), "unknown by nothing");
}

#[test]
fn rules_about_two_relations_exclude_from_either_side() {
    let chairs = r#"(id: "ines", subject: "ines", relation: "chairs", object: "museum", valid: "2020/..", sources: ["s25"]),"#;
    let rule = |objects: &str| {
        let kind = format!(r#"incompatible(with: ["chairs"], same: [subject, object]{objects})"#);
        format!(r#"(id: "one-office", kind: {kind}, relations: ["leads"])"#)
    };
    let claims = with_rule(chairs, &rule(""));
    assert_eq!(verdict("", &claims, "Ines leads the Museum.", "2025-01-01"), "contradicted by ines");
    let leads = claim("ines", "ines", "2020/..", "s25", "");
    let claims = with_rule(&leads, &rule(""));
    assert_eq!(verdict("", &claims, "Ines chairs the Museum.", "2025-01-01"), "contradicted by ines");
    // The rule is about another house.
    let claims = with_rule(&leads, &rule(r#", objects: ["wing"]"#));
    assert_eq!(verdict("", &claims, "Ines chairs the Museum.", "2025-01-01"), "unknown by nothing");
}

/// In a circle none comes first, so that none is outdated by another.
#[test]
fn claims_that_take_over_from_each_other() {
    let two = claim("ines", "ines", "2020/2024", "s20", r#"supersedes: ["tom"]"#)
        + &claim("tom", "tom", "2024/..", "s25", r#"supersedes: ["ines"]"#);
    assert_eq!(verdict(EXCLUSIVE, &two, "Tom leads the Museum.", "2026-01-01"), "supported by tom");
    assert_eq!(verdict(EXCLUSIVE, &two, "Ines leads the Museum.", "2026-01-01"), "outdated by ines");
    let of_itself = claim("tom", "tom", "2024/..", "s25", r#"supersedes: ["tom"]"#);
    assert_eq!(verdict(EXCLUSIVE, &of_itself, "Tom leads the Museum.", "2026-01-01"), "supported by tom");
}
