//! `report` beyond the list itself: drafts, an earlier day, CSV, JSON and the page, by the real program. What a browser
//! makes of the page is looked at in `browser`.

pub mod folder;
mod page;

use folder::{CLAIMS, Run, folder, project, report, write};
use serde_json::Value;

/// The report as JSON.
fn json(arguments: &[&str]) -> Value {
    let folder = folder();
    let Run(code, out, error) =
        report(folder.path(), &[arguments, &["-q", "--output-format", "json"]].concat());
    assert_eq!((code, error.as_str()), (0, ""));
    serde_json::from_str(&out).expect("JSON")
}

/// The entry of a claim in a section.
fn entry<'a>(report: &'a Value, section: &str, claim: &str) -> &'a Value {
    let mut entries = report["entries"].as_array().expect("entries").iter();
    let found = entries.find(|entry| entry["section"] == section && entry["claim"] == claim);
    found.unwrap_or_else(|| panic!("`{claim}` is not listed in `{section}`"))
}

/// The places in drafts that an entry lists: path and line, verdict, code.
fn told(entry: &Value) -> Vec<String> {
    let said = entry["in_drafts"].as_array().expect("a list").iter();
    said.map(|said| {
        format!(
            "{}:{} {} {}",
            said["path"].as_str().unwrap(),
            said["start"]["line"],
            said["verdict"],
            said["code"]
        )
    })
    .collect()
}

#[test]
fn drafts_are_told_where_they_still_say_so() {
    let report = json(&["--drafts", "content"]);
    assert_eq!(report["drafts"]["read"], 2);
    assert_eq!(report["drafts"]["saying"], 4);
    assert_eq!(
        told(entry(&report, "superseded", "bob-leads")),
        ["content/news.md:3 \"outdated\" \"outdated\"", "content/old/news.md:1 \"outdated\" \"outdated\""]
    );
    let sentence = &entry(&report, "superseded", "bob-leads")["in_drafts"][0]["sentence"];
    assert_eq!(sentence, "Bob leads Acme.");
    // What is in order today is reported only of what is coming up, and what was so then is in order for good.
    assert_eq!(told(entry(&report, "expiring", "cleo-leads")), ["content/news.md:3 \"supported\" null"]);
    assert!(told(entry(&report, "ended", "ann-leads")).is_empty());
    assert_eq!(json(&[])["drafts"], Value::Null);
}

#[test]
fn what_has_to_be_changed_comes_first_and_once() {
    let report = json(&["--drafts", "content"]);
    let changes = report["to_change"].as_array().expect("a list");
    let places: Vec<String> = changes
        .iter()
        .map(|one| format!("{}:{}", one["path"].as_str().unwrap(), one["start"]["line"]))
        .collect();
    assert_eq!(places, ["content/news.md:3", "content/old/news.md:1"]);
    assert_eq!(
        (&changes[0]["sentence"], &changes[0]["claims"]),
        (&"Bob leads Acme.".into(), &json_list(&["bob-leads"]))
    );
    assert_eq!(changes[0]["findings"][0]["code"], "outdated");
    let folder = folder();
    let Run(_, out, _) = self::report(folder.path(), &["--drafts", "content"]);
    assert_eq!(out.matches("Bob leads Acme.").count(), 1, "{out}");
    let at = |words: &str| out.find(words).unwrap_or_else(|| panic!("`{words}` is missing:\n{out}"));
    assert!(
        at("Change now (2)") < at("content/news.md")
            && at("content/news.md") < at("Superseded, still open (1)")
    );
    assert!(out.contains("2 sentences, under “Change now”"), "{out}");
}

/// The claims of a club with the same captain twice.
const AGAIN: &str = r#"(
    entities: [(id: "club", name: "Club"), (id: "ann", name: "Ann"), (id: "bob", name: "Bob")],
    sources: [(id: "paper", title: "Paper", published: "2023-01-01")],
    claims: [
        (id: "ann-1", statement: "Ann leads the Club", subject: "club", relation: "led-by", object: "ann",
         valid: "2010/2012", sources: ["paper"]),
        (id: "bob", statement: "Bob leads the Club", subject: "club", relation: "led-by", object: "bob",
         valid: "2012/2015", sources: ["paper"]),
        (id: "ann-2", statement: "Ann leads the Club", subject: "club", relation: "led-by", object: "ann",
         valid: "2015/2019", sources: ["paper"]),
    ],
)"#;

#[test]
fn one_statement_stands_under_its_latest_claim() {
    let folder = tempfile::tempdir().expect("a folder");
    write(folder.path(), "claims/a.ron", AGAIN);
    write(folder.path(), "rules/r.ron", folder::RULES);
    write(folder.path(), "content/a.md", "Ann leads Club. Bob leads Club.\n");
    let Run(code, out, _) =
        report(folder.path(), &["--drafts", "content", "--since", "2018-01-01", "--output-format", "json"]);
    assert_eq!(code, 0);
    let report: Value = serde_json::from_str(&out).expect("JSON");
    let ann = entry(&report, "ended", "ann-2");
    assert_eq!(
        (&ann["earlier"][0]["claim"], report["summary"]["ended"].as_u64()),
        (&"ann-1".into(), Some(2))
    );
    assert_eq!(report["entries"].as_array().map(Vec::len), Some(2));
    let claims: Vec<&Value> =
        report["to_change"].as_array().expect("a list").iter().map(|change| &change["claims"]).collect();
    assert_eq!(claims, [&json_list(&["ann-2"]), &json_list(&["bob"])]);
}

/// A list of words as JSON.
fn json_list(words: &[&str]) -> Value {
    words.iter().copied().collect()
}

#[test]
fn drafts_can_be_left_out() {
    let report = json(&["--drafts", "content", "--exclude", "old"]);
    assert_eq!(report["drafts"]["read"], 1);
    let report = json(&["--drafts", "content/old/news.md", "--drafts", "content/old"]);
    assert_eq!(report["drafts"]["read"], 1);
    let report = json(&["--drafts", "content", "--ignore", "outdated"]);
    assert!(told(entry(&report, "superseded", "bob-leads")).is_empty());
    let folder = folder();
    write(folder.path(), ".gitignore", "old/\n");
    let Run(_, out, _) = self::report(folder.path(), &["--drafts", "content"]);
    assert!(out.contains("1 draft read"), "{out}");
}

#[test]
fn what_a_draft_accepts_is_left_out() {
    let folder = folder();
    let accepts = "<!-- erstwhile-ignore outdated(bob-leads): told as it was then -->\n\nBob heads Acme.\n";
    write(folder.path(), "content/old/news.md", accepts);
    let Run(_, out, _) = report(folder.path(), &["--drafts", "content", "--output-format", "json"]);
    let report: Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!(report["drafts"]["read"], 2);
    let told = told(entry(&report, "superseded", "bob-leads"));
    assert_eq!(told, ["content/news.md:3 \"outdated\" \"outdated\""]);
}

#[test]
fn drafts_that_are_not_there_spoil_the_run() {
    let folder = folder();
    let Run(code, out, error) = report(folder.path(), &["--drafts", "contents"]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(error.contains("there is no file or folder") && error.contains("contents"), "{error}");
    std::fs::write(folder.path().join("content/broken.md"), b"\xff\xfe\xfa").expect("written");
    let Run(code, out, error) = report(folder.path(), &["--drafts", "content"]);
    assert_eq!(code, 2);
    assert!(error.contains("content/broken.md"), "{error}");
    assert!(out.contains("Bob leads Acme"), "the rest is told all the same:\n{out}");
}

#[test]
fn an_earlier_day_tells_what_has_come_and_gone() {
    let report = json(&["--since", "2025-01-15"]);
    let trend = &report["trend"];
    assert_eq!((&trend["since"], &trend["known_by"]), (&"2025-01-15".into(), &"2025-01-15".into()));
    // By January 2025 nobody had written of Cleo, so Bob was not known to be superseded.
    assert_eq!(
        trend["sections"]["superseded"],
        serde_json::json!({"then": 0, "now": 1, "new": 1, "gone": 0})
    );
    assert_eq!(entry(&report, "superseded", "bob-leads")["new"], true);
    assert_eq!(entry(&report, "ended", "ann-leads")["new"], false);
    assert_eq!(entry(&report, "ended", "ann-leads")["was_in"], serde_json::json!(["ended"]));
    let report = json(&[]);
    assert_eq!((&report["trend"], &report["entries"][0]["new"]), (&Value::Null, &Value::Null));
}

#[test]
fn what_has_gone_is_told_with_where_it_went() {
    let folder = folder();
    let Run(_, out, _) =
        report(folder.path(), &["--since", "2022-06-01", "--within", "90d", "--output-format", "json"]);
    let report: Value = serde_json::from_str(&out).expect("JSON");
    let gone = report["trend"]["gone"].as_array().expect("a list");
    let ann = gone.iter().find(|gone| gone["claim"] == "ann-leads").expect("Ann was to leave then");
    assert_eq!((&ann["section"], &ann["now_in"]), (&"expiring".into(), &serde_json::json!(["ended"])));
    let Run(_, out, _) = self::report(folder.path(), &["--since", "2022-06-01"]);
    assert!(out.contains("was coming up, 30 June 2022; now ended"), "{out}");
    let Run(_, out, _) =
        self::report(folder.path(), &["--since", "2022-06-01", "--output-format", "markdown"]);
    assert!(out.contains("## Gone since 1 June 2022"), "{out}");
}

#[test]
fn an_earlier_day_is_earlier() {
    let folder = folder();
    for (day, reason) in
        [("2026-11-23", "name a day before"), ("2025-01", "name a day of it"), ("soon", "soon")]
    {
        let Run(code, out, error) = report(folder.path(), &["--since", day]);
        assert_eq!((code, out.as_str()), (2, ""));
        assert!(error.contains(reason), "{error}");
    }
}

#[test]
fn neither_drafts_nor_an_earlier_day_make_a_gate() {
    let folder = folder();
    let more = ["--drafts", "content", "--since", "2025-01-15"];
    assert_eq!(report(folder.path(), &more).0, 0);
    assert_eq!(report(folder.path(), &[&more[..], &["--fail-on", "warning"]].concat()).0, 1);
}

#[test]
fn json_keeps_to_its_schema() {
    let schema = serde_json::from_str(erstwhile::render::outdated::SCHEMA).expect("the schema is JSON");
    let validator = jsonschema::validator_for(&schema).expect("the schema is a schema");
    for more in [
        &[][..],
        &["--drafts", "content"],
        &["--since", "2022-06-01"],
        &["--known-by", "2023-01-01"],
        &["--drafts", "content", "--since", "2025-01-15", "--within", "3y"],
    ] {
        let report = json(more);
        let faults: Vec<String> = validator.iter_errors(&report).map(|fault| fault.to_string()).collect();
        assert!(faults.is_empty(), "{more:?}: {faults:?}");
    }
    assert!(!validator.is_valid(&serde_json::json!({"schema_version": 2})));
}

#[test]
fn it_speaks_indonesian() {
    let folder = folder();
    let all = ["--drafts", "content", "--since", "2025-01-15", "--language", "id"];
    let Run(code, out, _) = report(folder.path(), &all);
    assert_eq!(code, 0);
    let words: String = out.split_whitespace().collect::<Vec<_>>().join(" ");
    for said in [
        "Klaim yang usang per 23 November 2026",
        "Ubah sekarang (2)",
        "Sudah digantikan, masih terbuka (1)",
        "Terlambat sejak 1 Februari 2025, 1 tahun 9 bulan",
        "Disusul Cleo leads Acme (dari 1 Februari 2025 hingga 15 Januari 2027; Acme, 20 Desember 2025",
    ] {
        assert!(words.contains(said), "`{said}` is missing:\n{out}");
    }
}

#[test]
fn csv_has_a_row_for_each_entry() {
    let folder = folder();
    let all = ["--drafts", "content", "--since", "2025-01-15", "--output-format"];
    let Run(code, out, _) = report(folder.path(), &[&all[..], &["csv"]].concat());
    assert_eq!(code, 0);
    assert!(
        out.ends_with("\r\n") && !out.replace("\r\n", "").contains('\n'),
        "lines end as RFC 4180 has them"
    );
    let Run(_, json, _) = report(folder.path(), &[&all[..], &["json"]].concat());
    let json: Value = serde_json::from_str(&json).expect("JSON");
    let mut reader = csv::Reader::from_reader(out.as_bytes());
    insta::assert_snapshot!(reader.headers().expect("a header").iter().collect::<Vec<_>>().join(" "), @"as_of known_by section claim statement subject subject_name valid start_earliest start_latest end_earliest end_latest since since_earliest since_latest days code severity why help sources authorities source_urls replaced_by replaced_how replaced_by_statements now now_statements against in_drafts draft_sentences draft_verdicts new where earlier draft_confidences");
    let rows: Vec<std::collections::BTreeMap<String, String>> =
        reader.deserialize().collect::<Result<_, _>>().expect("rows");
    let entries = json["entries"].as_array().expect("entries");
    assert_eq!(rows.len(), entries.len());
    for (row, entry) in rows.iter().zip(entries) {
        assert_eq!(row["claim"], entry["claim"].as_str().expect("an id"));
        assert_eq!(row["valid"].trim_start_matches('\''), entry["period"]["edtf"].as_str().expect("a date"));
        for (name, cell) in row.iter().filter(|(name, _)| *name != "days") {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{name}: {cell}");
        }
    }
    let row = |claim: &str, section: &str| {
        rows.iter().find(|row| row["claim"] == claim && row["section"] == section).expect("listed").clone()
    };
    assert_eq!(row("dan leads", "ended")["statement"], "'=HYPERLINK(\"https://example.org\")");
    assert_eq!(row("caesar-rules", "ended")["end_latest"], "'-0044-03-15");
    assert_eq!(row("cleo-leads", "expiring")["days"], "-53");
    let bob = row("bob-leads", "superseded");
    assert_eq!(bob["in_drafts"], "content/news.md:3; content/old/news.md:1");
    assert_eq!((bob["draft_verdicts"].as_str(), bob["new"].as_str()), ("outdated; outdated", "yes"));
    assert_eq!((bob["replaced_by"].as_str(), bob["since"].as_str()), ("cleo-leads", "2025-02-01"));
}

#[test]
fn no_entry_is_a_report_too() {
    let folder = tempfile::tempdir().expect("a folder");
    write(folder.path(), "claims/a.ron", "(entities: [(id: \"a\", name: \"A\")])");
    let Run(code, out, _) = report(folder.path(), &["--output-format", "csv"]);
    assert_eq!((code, out.lines().count()), (2, 1));
    let Run(code, out, _) = report(folder.path(), &["--since", "2020-01-01", "--output-format", "html"]);
    assert_eq!(code, 2);
    assert!(out.contains("Nothing is outdated, and nothing is coming up."), "{out}");
    page::is_sound(&out);
}

#[test]
fn the_page_is_sound_and_self_contained() {
    let folder = folder();
    let all = ["--drafts", "content", "--since", "2022-06-01", "--output-format", "html"];
    let Run(code, out, _) = report(folder.path(), &all);
    assert_eq!(code, 0);
    page::is_sound(&out);
    assert!(
        !out.contains("<script>window") && !out.contains("href=\"javascript") && !out.contains("<b>Rome"),
        "{out}"
    );
    // What drafts say and has ended is under the sentence.
    assert_eq!(out.matches("<li class=\"entry\"").count(), {
        let Run(_, csv, _) = report(folder.path(), &["--output-format", "csv"]);
        csv.lines().count() - 1 + out.matches("id=\"change-").count() - 1
    });
    assert!(out.contains("<html lang=\"en\">"), "{out}");
    let Run(_, out, _) = report(folder.path(), &[&all[..], &["--language", "id"]].concat());
    page::is_sound(&out);
    assert!(out.contains("<html lang=\"id\">") && out.contains("Ubah sekarang"), "{out}");
}

#[test]
fn bars_are_worded_in_the_language_of_the_page() {
    let folder = folder();
    let denied = r#"subject: "acme", relation: "owned-by", object: "cleo", not: true"#;
    let denials = CLAIMS.replace(r#"statement: "-1 is a rumour""#, denied);
    write(folder.path(), "claims/a.ron", &denials);
    for (language, said) in [("en", "it is not true that"), ("id", "tidak benar bahwa")] {
        let Run(_, out, error) = report(folder.path(), &["--language", language, "--output-format", "html"]);
        let (_, bars) = out.split_once("id=\"timelines\"").expect("timelines");
        assert!(bars.contains(said), "{error}{bars}");
    }
}

#[test]
fn the_page_of_our_own_claims_is_sound() {
    let Run(code, out, _) =
        report(&project(), &["--drafts", "tests/drafts", "--since", "2026-03-01", "--output-format", "html"]);
    assert_eq!(code, 0);
    page::is_sound(&out);
    for part in
        ["id=\"change\"", "id=\"changes\"", "id=\"timelines\"", "class=\"arrow\"", "url(#hatch-", "Earlier"]
    {
        assert!(out.contains(part), "`{part}` is missing");
    }
}
