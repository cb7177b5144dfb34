//! `reconcile --apply`: what is settled is written, and nothing that would bring a new finding.

use crate::folder::{Folder, Ran};
use crate::repair::{desk, plays, proposed};

#[test]
fn what_is_settled_is_written_and_nothing_else() {
    let claims = "\n// The club's own list.\n".to_owned()
        + &plays("a", "red", "2020/..", r#"sources: ["club"]"#)
        + "\n// Somebody's blog.\n"
        + &plays("wrong", "blue", "2019/2021", r#"sources: ["blog"]"#)
        + "\n"
        + &plays("b", "blue", "2022-03-01/..", r#"sources: ["club"], supersedes: ["wrong"]"#)
        + "\n";
    let desk = desk(&claims);
    let text = || std::fs::read_to_string(desk.path("claims/c.ron")).expect("the claims");
    let before = text();
    let shown = desk.run(&["reconcile", "--as-of", "2026-01-01"]);
    shown.ends(0);
    assert!(shown.out.contains("-(id: \"wrong\""), "{}", shown.out);
    assert_eq!(text(), before);
    desk.run(&["reconcile", "--as-of", "2026-01-01", "--apply"]).ends(0);
    let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
    let (old, new) = (lines(&before), lines(&text()));
    let gone: Vec<&String> = old.iter().filter(|line| !new.contains(line)).collect();
    let come: Vec<&String> = new.iter().filter(|line| !old.contains(line)).collect();
    assert_eq!((gone.len(), come.len()), (3, 2), "{gone:?} {come:?}");
    assert!(come[0].contains("valid: \"2020/2022-03-01\""), "{come:?}");
    assert!(!come[1].contains("supersedes"), "{come:?}");
    let after = text();
    desk.run(&["reconcile", "--as-of", "2026-01-01", "--apply", "--fail-on", "difference"]).ends(0);
    assert_eq!(text(), after);
    let left = desk.run(&[
        "check",
        "--as-of",
        "2026-01-01",
        "--select",
        "contradiction,superseded,order,unknown-id",
    ]);
    left.ends(0);
}

fn applied(desk: &Folder, left: i32) -> Ran {
    let ran = desk.run(&["reconcile", "--as-of", "2026-01-01", "--apply", "--fail-on", "never"]);
    ran.ends(0);
    let codes = "contradiction,superseded,order,unknown-id,missing-companion";
    desk.run(&["check", "--as-of", "2026-01-01", "--fail-on", "warning", "--select", codes]).ends(left);
    ran
}

#[test]
fn what_the_next_claim_takes_over_from_is_closed_where_that_began() {
    let claims = plays("a", "red", "2000-01-01/..", r#"sources: ["old"]"#)
        + "\n"
        + &plays("b", "blue", "2010-01-01/2016-01-01", r#"sources: ["blog"]"#)
        + "\n"
        + &plays("c", "green", "2012-01-01/2018-01-01", r#"sources: ["club"]"#)
        + "\n";
    let claims = claims.replace("\"old\"", r#"(source: "list", attests: "2005")"#);
    // Once the blog's claim is gone, the club's is the next.
    assert_eq!(proposed(&claims, &[], 0), ["b drop first-hand", "a close fewest"]);
    let desk = desk(&claims);
    applied(&desk, 0);
    let text = std::fs::read_to_string(desk.path("claims/c.ron")).expect("the claims");
    assert!(text.contains("valid: \"2000-01-01/2012-01-01\""), "{text}");
}

#[test]
fn what_was_superseded_already_does_not_stop_the_rest() {
    let blog = r#"sources: ["blog"]"#;
    let claims = plays("a", "red", "2000-01-01/..", r#"sources: [(source: "list", attests: "2005")]"#)
        + "\n"
        + &plays("b", "blue", "2010-01-01/2016-01-01", blog)
        + "\n"
        + &plays("long", "red", "2012-01-01/2018-01-01", r#"sources: ["club"]"#)
        + "\n"
        + &plays("one", "green", "2013-01-01/2018-01-01", r#"sources: ["club"]"#)
        + "\n";
    // Which of the club's claims is wrong is not settled, so it is not when the first one ended.
    let desk = desk(&claims);
    applied(&desk, 1);
    let text = std::fs::read_to_string(desk.path("claims/c.ron")).expect("the claims");
    assert!(!text.contains("id: \"b\"") && text.contains("2000-01-01/.."), "{text}");
}

#[test]
fn what_would_bring_a_new_finding_stays_and_the_rest_is_written() {
    let licence = r#"(relations: [(id: "may-play-for", label: "may play for")],
        rules: [(id: "licensed", relations: ["may-play-for"], kind: companion(requires: ["plays-for"]))])"#;
    let other = |id: &str, valid: &str, source: &str| {
        format!(
            r#"(id: "{id}", subject: "bo", relation: "plays-for", object: "{}", valid: "{valid}", sources: ["{source}"]),"#,
            if source == "club" { "red" } else { "blue" }
        )
    };
    let claims = plays("only", "red", "2020/2023", r#"sources: ["blog"]"#)
        + "\n"
        + r#"(id: "licence", subject: "ann", relation: "may-play-for", object: "red", valid: "2020", sources: ["club"]),"#
        + "\n"
        + r#"(id: "never", not: true, subject: "ann", relation: "plays-for", object: "red", valid: "2020/2023", sources: ["club"]),"#
        + "\n"
        + &other("right", "2020/2023", "club")
        + "\n"
        + &other("wrong", "2021/2022", "blog")
        + "\n";
    let desk = desk(&claims);
    desk.write("rules/l.ron", licence);
    // What is only shown is checked as well.
    let shown = desk.run(&["reconcile", "--as-of", "2026-01-01"]);
    assert!(shown.out.contains("-(id: \"wrong\"") && !shown.out.contains("-(id: \"only\""), "{}", shown.out);
    assert!(
        shown.err.contains("checked: these edits remove 1 error and 0 warnings, and bring none"),
        "{}",
        shown.err
    );
    let page = desk.run(&["reconcile", "--as-of", "2026-01-01", "--output-format", "html"]);
    assert!(
        page.out.contains("<del>-(id: &quot;wrong") && !page.out.contains("<del>-(id: &quot;only"),
        "{}",
        page.out
    );
    let ran = applied(&desk, 1);
    let text = std::fs::read_to_string(desk.path("claims/c.ron")).expect("the claims");
    assert!(text.contains("id: \"only\"") && !text.contains("id: \"wrong\""), "{text}");
    let told =
        "`only` stays, though it is to be dropped: without it there would be missing-companion (licence)";
    assert!(ran.err.contains(told), "{}", ran.err);
}

#[test]
fn possible_contradictions_are_repaired_if_asked_for() {
    let claims = plays("a", "red", "2020/2022", r#"sources: ["club"]"#)
        + "\n"
        + &plays("b", "blue", "2022-03/2023", r#"sources: ["blog"]"#)
        + "\n"
        + &plays("c", "green", "2024", r#"sources: ["blog"]"#)
        + "\n";
    assert!(proposed(&claims, &[], 0).is_empty());
    assert_eq!(proposed(&claims, &["--possible"], 0), ["b drop first-hand"]);
    let accepted = r#"sources: ["blog"], allow: [(code: "possible-contradiction", reason: "known")]"#;
    let left = claims.replacen(r#"sources: ["blog"]"#, accepted, 1);
    assert!(proposed(&left, &["--possible"], 0).is_empty());
    let desk = desk(&claims);
    desk.run(&["reconcile", "--as-of", "2026-01-01", "--possible", "--apply"]).ends(0);
    let left =
        ["check", "--as-of", "2026-01-01", "--fail-on", "warning", "--select", "possible-contradiction"];
    desk.run(&left).ends(0);
}

#[test]
fn nothing_is_written_if_a_claim_cannot_be_used() {
    let claims = plays("a", "red", "2020/2023", r#"sources: ["club"]"#)
        + &plays("b", "blue", "2021/2022", r#"sources: ["blog"]"#);
    let desk = desk(&claims);
    desk.write("claims/t.jsonl", "{\"id\": \"d\", \"subject\": \"ann\", \"colour\": \"red\"}\n");
    let before = std::fs::read_to_string(desk.path("claims/c.ron")).expect("the claims");
    let shown = desk.run(&["reconcile", "--as-of", "2026-01-01"]);
    assert!(shown.err.contains("--apply writes nothing until all claims can be used"), "{}", shown.err);
    let ran = desk.run(&["reconcile", "--as-of", "2026-01-01", "--apply"]);
    ran.ends(2);
    assert!(ran.err.contains("nothing was written"), "{}", ran.err);
    assert_eq!(std::fs::read_to_string(desk.path("claims/c.ron")).expect("the claims"), before);
}
