//! `reconcile` without reports: what it proposes, how it says so, and how it ends.

use serde_json::Value;

use crate::folder::{Folder, Ran};

const RULES: &str = r#"( relations: [
    (id: "plays-for", label: "plays for", functional: true),
    (id: "born-in", label: "was born in", once: true, event: true, before: ["plays-for"]),
    (id: "coaches", label: "coaches"),
], rules: [
    (id: "two-coaches", kind: single_value(per: object, at_most: 2), relations: ["coaches"]),
] )"#;

/// A workspace with these claims.
pub fn desk(claims: &str) -> Folder {
    let claims = format!(
        r#"( entities: [
            (id: "ann", name: "Ann"), (id: "bo", name: "Bo"), (id: "cy", name: "Cy"),
            (id: "red", name: "Red"), (id: "blue", name: "Blue"), (id: "green", name: "Green"),
        ], sources: [
            (id: "club", title: "Club", published: "2024", kind: primary),
            (id: "blog", title: "Blog", published: "2024", kind: secondary),
            (id: "copy", title: "Copy", published: "2024", kind: secondary, derived_from: ["blog"]),
            (id: "list", title: "List", published: "2023", kind: secondary),
        ], claims: [{claims}] )"#
    );
    Folder::with(&[("rules/r.ron", RULES), ("claims/c.ron", &claims)])
}

fn json(ran: &Ran) -> Value {
    let value = serde_json::from_str(&ran.out).expect("JSON");
    let schema: Value = serde_json::from_str(erstwhile::render::repair::SCHEMA).expect("the schema is JSON");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let errors: Vec<_> = validator.iter_errors(&value).map(|error| error.to_string()).collect();
    assert!(errors.is_empty(), "{errors:?}");
    value
}

/// Each action as "claim action decided_by", those that are not settled with a question mark.
fn actions(value: &Value) -> Vec<String> {
    let of_clusters = value["repairs"].as_array().expect("repairs").iter();
    let actions = of_clusters.flat_map(|one| one["actions"].as_array().expect("actions"));
    let actions = actions.chain(value["closings"].as_array().expect("closings"));
    let line = |action: &Value| {
        let text = |field: &str| action[field].as_str().unwrap_or("").to_owned();
        let doubt = if action["settled"] == true { "" } else { "?" };
        format!("{}{doubt} {} {}", text("claim"), text("action"), text("decided_by"))
    };
    actions.map(line).collect()
}

/// What is proposed for these claims, and the exit code.
pub fn proposed(claims: &str, flags: &[&str], code: i32) -> Vec<String> {
    let flags = [&["reconcile", "--output-format", "json", "--as-of", "2026-01-01"], flags].concat();
    let ran = desk(claims).run(&flags);
    ran.ends(code);
    actions(&json(&ran))
}

pub fn plays(id: &str, club: &str, valid: &str, more: &str) -> String {
    format!(
        r#"(id: "{id}", subject: "ann", relation: "plays-for", object: "{club}", valid: "{valid}", {more}),"#
    )
}

#[test]
fn each_preference_decides_in_its_turn() {
    let pair = |one: &str, two: &str| {
        let claims = plays("a", "red", "2020/2023", one) + &plays("b", "blue", "2021/2022", two);
        proposed(&claims, &[], 0)
    };
    let (primary, secondary) = (r#"sources: ["club"]"#, r#"sources: ["blog"]"#);
    assert_eq!(pair(secondary, r#"sources: ["blog"], preferred: true"#), ["a drop rank"]);
    assert_eq!(pair(primary, secondary), ["b drop first-hand"]);
    // A copy is no second origin.
    assert_eq!(pair(r#"sources: ["blog", "copy"]"#, r#"sources: ["blog", "list"]"#), ["a drop origins"]);
    assert_eq!(pair(r#"sources: ["list"]"#, secondary), ["a drop newer"]);
    let claims =
        plays("a", "red", "2020/2023", secondary) + &plays("b", "blue", "2021-01/2022-03", secondary);
    assert_eq!(proposed(&claims, &[], 0), ["a drop precision"]);
    let claims = plays("a", "red", "2020/2023", primary)
        + &plays("b", "blue", "2021/2022", r#"sources: ["blog", "list"]"#);
    assert_eq!(proposed(&claims, &[], 0), ["b drop first-hand"]);
    assert_eq!(proposed(&claims, &["--prefer", "origins,first-hand"], 0), ["a drop origins"]);
}

#[test]
fn fewer_claims_go_where_nothing_else_decides() {
    let blog = r#"sources: ["blog"]"#;
    let claims = plays("long", "red", "2010/2020", blog)
        + &plays("one", "blue", "2012/2013", blog)
        + &plays("two", "green", "2015/2016", blog);
    assert_eq!(proposed(&claims, &[], 0), ["long drop fewest"]);
}

#[test]
fn what_is_equally_good_is_not_settled() {
    let blog = r#"sources: ["blog"]"#;
    let claims = plays("a", "red", "2020/2022", blog) + &plays("b", "blue", "2021/2023", blog);
    let found = proposed(&claims, &[], 1);
    assert!(found == ["a? drop fewest"] || found == ["b? drop fewest"], "{found:?}");
    proposed(&claims, &["--fail-on", "never"], 0);
    let text = desk(&claims).run(&["reconcile", "--as-of", "2026-01-01"]);
    text.ends(1);
    assert!(text.out.contains("2 repairs are as good. They differ in 2 claims:"), "{}", text.out);
    let text = desk(&claims).run(&["reconcile", "--as-of", "2026-01-01", "--language", "id"]);
    assert!(text.out.contains("2 perbaikan sama baiknya."), "{}", text.out);
}

#[test]
fn an_open_claim_is_closed_where_the_next_one_began() {
    let club = r#"sources: ["club"]"#;
    let claims = plays("a", "red", "2020/..", club) + &plays("b", "blue", "2021-03-01/..", club);
    let ran = desk(&claims).run(&["reconcile", "--output-format", "json", "--as-of", "2026-01-01"]);
    let value = json(&ran);
    assert_eq!(actions(&value), ["a close fewest"]);
    assert_eq!(value["repairs"][0]["actions"][0]["valid"], "2020/2021-03-01");
    // Its source confirms it for a later day; where it cannot be closed, one of the two has to go.
    let dropped = proposed(&claims, &["--drop-only", "--fail-on", "never"], 0);
    assert_eq!(dropped, ["a drop precision"]);
    // Superseded, not contradicted: confirmed before the next one began.
    let claims = plays("a", "red", "2020/..", r#"sources: ["list"]"#)
        + &plays("b", "blue", "2024-03-01/..", r#"sources: ["club"]"#);
    assert_eq!(proposed(&claims, &["--fail-on", "difference"], 1), ["a close fewest"]);
}

#[test]
fn limits_and_orders_are_kept_too() {
    let coach = |id: &str, who: &str, more: &str| {
        format!(
            r#"(id: "{id}", subject: "{who}", relation: "coaches", object: "red", valid: "2020/2022", {more}),"#
        )
    };
    let (club, blog) = (r#"sources: ["club"]"#, r#"sources: ["blog"]"#);
    let three = coach("a", "ann", club) + &coach("b", "bo", blog) + &coach("c", "cy", club);
    assert_eq!(proposed(&three, &[], 0), ["b drop first-hand"]);
    let two = coach("a", "ann", club) + &coach("b", "bo", blog);
    assert!(proposed(&two, &[], 0).is_empty());
    let born = r#"(id: "born", subject: "ann", relation: "born-in", object: "red", valid: "2001-01-01", sources: ["club"]),"#;
    let early = born.to_owned() + &plays("early", "red", "1999/2000", blog);
    assert_eq!(proposed(&early, &[], 0), ["early drop first-hand"]);
    let places = born.to_owned()
        + &born.replace("born\"", "there\"").replace("\"red\"", "\"blue\"").replace("club", "blog");
    assert_eq!(proposed(&places, &[], 0), ["there drop first-hand"]);
}

#[test]
fn what_a_claim_corrects_comes_back_when_that_one_goes() {
    let claims = plays("old", "red", "2020/2023", r#"sources: ["blog"]"#)
        + &plays("new", "blue", "2020/2023", r#"sources: ["blog"], corrects: ["old"]"#)
        + &plays("other", "green", "2021/2022", r#"sources: ["club"], preferred: true"#);
    // Both exclude the preferred claim, once the correction is gone.
    assert_eq!(proposed(&claims, &[], 0), ["old drop rank", "new drop rank"]);
}

#[test]
fn what_is_accepted_is_left() {
    let claims = plays(
        "a",
        "red",
        "2020/2023",
        r#"sources: ["blog"], allow: [(code: "contradiction", reason: "both say so")]"#,
    ) + &plays("b", "blue", "2021/2022", r#"sources: ["club"]"#);
    let ran = desk(&claims).run(&["reconcile", "--output-format", "json", "--as-of", "2026-01-01"]);
    ran.ends(0);
    let value = json(&ran);
    assert!(actions(&value).is_empty());
    assert_eq!(value["accepted"], 1);
}

#[test]
fn beyond_the_effort_the_bound_is_told() {
    // Five claims in a ring: each excludes two others, and no rule takes them apart.
    let rules = r#"( relations: [(id: "heads", label: "heads", functional: true, exclusive: true)] )"#;
    let ring = [
        ("p0", "q0", "2000/2004"),
        ("p0", "q1", "2003/2008"),
        ("p0", "q2", "2007/2012"),
        ("p1", "q2", "2011/2016"),
        ("p1", "q0", "2001/2015"),
    ];
    let claim = |(at, (one, two, valid)): (usize, &(&str, &str, &str))| {
        format!(
            r#"(id: "c{at}", subject: "{one}", relation: "heads", object: "{two}", valid: "{valid}", sources: [])"#
        )
    };
    let claims: Vec<String> = ring.iter().enumerate().map(claim).collect();
    let text = format!(
        r#"( entities: [(id: "p0"), (id: "p1"), (id: "q0"), (id: "q1"), (id: "q2")],
            sources: [(id: "s", title: "S", kind: primary)], claims: [{}] )"#,
        claims.join(", ")
    );
    let folder = Folder::with(&[("rules/r.ron", rules), ("claims/c.ron", &text)]);
    let ran = folder.run(&["reconcile", "--effort", "0", "--output-format", "json"]);
    ran.ends(2);
    let value = json(&ran);
    let repair = &value["repairs"][0];
    assert_eq!((&repair["optimal"], &value["incomplete"]), (&Value::Bool(false), &Value::Bool(true)));
    assert_eq!((&repair["bound"], &repair["drops"]), (&Value::from(2), &Value::from(3)));
    let text = folder.run(&["reconcile", "--effort", "0"]);
    let words: Vec<&str> = text.out.split_whitespace().collect();
    let told = "That none drops fewer than 2 is proven; the search stopped at its limit (--effort).";
    assert!(words.join(" ").contains(told), "{}", text.out);
}

#[test]
fn what_went_before_a_claim_that_is_closed_is_closed_too() {
    let claims = plays("a", "red", "2000/..", r#"sources: ["list"]"#)
        + &plays("b", "blue", "2023-06/..", r#"sources: ["blog"]"#)
        + &plays("c", "green", "2023-09/..", r#"sources: ["club"]"#);
    // A second run has nothing left to do.
    assert_eq!(proposed(&claims, &[], 0), ["b close fewest", "a close fewest"]);
}

/// Writes what is settled of these claims, which must leave neither contradictions nor open claims that others took over from.
#[test]
fn the_page_has_claims_reasons_and_edits() {
    let claims = plays("a<b", "red", "2020/2023", r#"sources: ["club"]"#)
        + "\n"
        + &plays("wrong", "blue", "2021/2022", r#"sources: ["blog"]"#)
        + "\n"
        + &plays("c", "red", "2030/2033", r#"sources: ["blog"]"#)
        + &plays("d", "blue", "2031/2034", r#"sources: ["blog"]"#);
    let desk = desk(&claims);
    let before = std::fs::read_to_string(desk.path("claims/c.ron")).expect("the claims");
    let ran =
        desk.run(&["reconcile", "--as-of", "2026-01-01", "--output-format", "html=p.html,full", "--quiet"]);
    ran.ends(1);
    let page = std::fs::read_to_string(desk.path("p.html")).expect("the page");
    let wanted = [
        "<title>What to change so that the claims agree</title>",
        "Ann plays for Blue",
        "the claim that stays has a primary source",
        "Not settled (1)",
        "<del>-(id: &quot;wrong&quot;",
        "As of 1 January 2026.",
    ];
    for words in wanted {
        assert!(page.contains(words), "{words}: {page}");
    }
    assert!(!page.contains("a<b") && !page.contains("<script"), "{page}");
    assert_eq!(std::fs::read_to_string(desk.path("claims/c.ron")).expect("the claims"), before);
}

#[test]
fn nothing_to_reconcile_is_said() {
    desk("").run(&["reconcile"]).ends(2);
    let one = plays("a", "red", "2020/2023", r#"sources: ["club"]"#);
    let ran = desk(&one).run(&["reconcile"]);
    ran.ends(0);
    assert_eq!(ran.out.trim(), "No certain contradictions.");
    desk(&one).run(&["reconcile", "--prefer", "loudest"]).ends(2);
}

/// A number below `most`, the next of a sequence (Knuth's).
pub fn drawn(seed: &mut u64, most: u64) -> u64 {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    (*seed >> 33) % most
}

/// Careers with as many false stations as true ones: sources decide, and rules.
#[test]
fn planted_falsehoods_are_found_by_their_sources() {
    let (mut seed, mut claims, mut planted) = (7, String::new(), 0);
    for player in 0..60 {
        let mut year = 1980 + drawn(&mut seed, 20);
        for station in 0..4 {
            let until = year + 1 + drawn(&mut seed, 4);
            // What is true is told by two who do not copy each other, or first-hand; now and then by one alone.
            let sources = ["\"club\"", "\"blog\", \"list\"", "\"blog\", \"list\"", "\"list\""]
                [drawn(&mut seed, 4) as usize];
            claims += &format!(
                r#"(id: "true-{player}-{station}", subject: "p{player}", relation: "plays-for", object: "q{}", valid: "{year}/{until}", sources: [{sources}]),"#,
                drawn(&mut seed, 15),
            );
            let (from, club) = (year + drawn(&mut seed, 3), 15 + drawn(&mut seed, 15));
            let sources = ["\"blog\"", "\"blog\", \"copy\"", "\"copy\""][drawn(&mut seed, 3) as usize];
            claims += &format!(
                r#"(id: "false-{player}-{station}", subject: "p{player}", relation: "plays-for", object: "q{club}", valid: "{from}/{}", sources: [{sources}]),"#,
                from + 2,
            );
            planted += 1;
            year = until;
        }
    }
    let people: String = (0..60).map(|at| format!(r#"(id: "p{at}"), (id: "q{at}"),"#)).collect();
    let folder = desk(&claims);
    folder.write("claims/people.ron", format!("( entities: [{people}] )"));
    let ran = folder.run(&["reconcile", "--output-format", "json", "--fail-on", "never"]);
    let dropped = actions(&json(&ran));
    let found = dropped.iter().filter(|line| line.starts_with("false")).count();
    println!("of {planted} planted falsehoods {found} go, with {} true claims", dropped.len() - found);
    assert!(found * 100 >= planted * 70, "{found} of {planted}");
    assert!(found * 100 >= dropped.len() * 75, "{found} of {}", dropped.len());
}
