//! Laws of `read` and `lint`, for any text: no panic, places within the file, output in every format, and JSON as the
//! published schema has it.

use std::sync::LazyLock;

use erstwhile::engine::{self, CheckOptions, DraftOptions, Present, Selection};
use erstwhile::graph::AsOf;
use erstwhile::load;
use erstwhile::model::{Code, Confidence, Modality, Polarity, Severity, TimeKind, Verdict};
use erstwhile::render::reading::{self, ReadingDays};
use erstwhile::render::{self, Style};
use erstwhile::text::{File, Files};
use erstwhile::time::Day;
use erstwhile::words::{Choice, Words};
use proptest::prelude::*;
use serde_json::Value;

use crate::common;

const CLAIMS: &str = r#"(
    entities: [
        (id: "mill", name: "Mill House"), (id: "ann", name: "Ann Weaver"), (id: "bob", name: "Bob Carter"),
    ],
    sources: [
        (id: "gazette", title: "A new miller", publisher: "The Gazette", published: "2023-07-02",
         url: "https://example.org/miller"),
    ],
    relations: [
        (id: "run-by", label: "is run by", functional: true, phrasings: {
            "en": ["{subject} (is|was) run by {object}"],
            "id": ["{subject} dikelola [oleh] {object}"],
        }),
        (id: "cost", label: "cost", takes: amount, tolerance: 0.1, phrasings: {
            "en": ["{subject} … (cost|costs) … {value}"], "id": ["{subject} bernilai {value}"],
        }),
    ],
    claims: [
        (id: "by-ann", subject: "mill", relation: "run-by", object: "ann", valid: "2015/2023-06-30", sources: ["gazette"]),
        (id: "by-bob", subject: "mill", relation: "run-by", object: "bob", valid: "2023-06-30/..", sources: ["gazette"]),
        (id: "cost-40", subject: "mill", relation: "cost", value: "40 million USD", valid: "2016", sources: ["gazette"]),
    ],
)"#;

static SCHEMA: LazyLock<jsonschema::Validator> = LazyLock::new(|| {
    let schema: Value = serde_json::from_str(reading::SCHEMA).expect("the schema is JSON");
    assert!(jsonschema::meta::is_valid(&schema));
    jsonschema::draft202012::new(&schema).expect("a valid schema")
});

fn options(present: Present) -> DraftOptions {
    let as_of = AsOf { day: Day::parse("2026-01-01").expect("a day"), known_by: None };
    let mut selection = Selection::default();
    for code in Code::ALL.iter().filter(|code| code.is_on_request()) {
        selection.severities.push((code.to_string(), Some(Severity::Note)));
    }
    DraftOptions { check: CheckOptions { command: "read", as_of, selection }, present }
}

/// Reads and lints a text in all formats of drafts, writes it in all formats of output, and gives the JSON of the readings.
fn through(text: &str, present: Present) -> Value {
    let mut files = common::workspace(vec![("claims/mill.ron".to_owned(), CLAIMS.to_owned())]);
    let loaded = load::load(&files);
    let drafts: Vec<_> =
        ["a.md", "a.html", "a.txt"].iter().map(|path| files.add(File::new(*path, text))).collect();
    let options = options(present);
    let readings = engine::read_drafts(&files, &loaded, &drafts, &options);
    let days = ReadingDays { as_of: options.check.as_of.day, known_by: None };
    let words = Words::new(&loaded.base, Choice::default());
    let written = |format: reading::ReadingFormat, style: Style| {
        let mut out = Vec::new();
        reading::render(format, &readings, days, words, &files, style, &mut out).expect("memory");
        String::from_utf8(out).expect("text")
    };
    written(reading::ReadingFormat::Text, Style { width: 20, ..Style::default() });
    written(reading::ReadingFormat::Text, Style::default());
    let report = engine::lint(&files, &loaded, &drafts, &options);
    assert!(report.findings.iter().all(|finding| is_in(&files, finding.site.place)), "{text:?}");
    let context =
        render::Context { files: &files, words: common::words(&loaded), style: render::Style::default() };
    for format in render::OutputFormat::ALL {
        let mut out = Vec::new();
        render::render(*format, &report, &context, Style::default(), &mut out)
            .unwrap_or_else(|error| panic!("{format:?}: {error}"));
        assert!(std::str::from_utf8(&out).is_ok());
    }
    serde_json::from_str(&written(reading::ReadingFormat::Json, Style::default())).expect("JSON")
}

fn is_in(files: &Files, place: erstwhile::text::Place) -> bool {
    files.get(place.file).text().get(place.span.range()).is_some()
}

#[track_caller]
fn fits(value: &Value) {
    let errors: Vec<_> = SCHEMA.iter_errors(value).map(|error| error.to_string()).collect();
    assert!(errors.is_empty(), "{errors:?}\n{value}");
}

const ALL_SORTS: &str = "---\ndate: 2022-05\nlang: en\n---\n\n# Mill House\n\nMill House is run by Ann Weaver. It was run by \
    Bob Carter until March 2020.\nAccording to [the Gazette](https://example.org/miller), Mill House will cost $41 million. \
    Mill House did not cost 12 dollars. Is Mill House run by Ann Weaver? As of March 2023, Mill House is no longer run by \
    Ann Weaver.\n\n> \u{201c}Mill House is run by Bob Carter,\u{201d} she said.\n\nMill House!\n";

/// Reads drafts one at a time, and writes them as they come.
fn in_turn(texts: &[&str], format: reading::ReadingFormat) -> String {
    let mut files = common::workspace(vec![("claims/mill.ron".to_owned(), CLAIMS.to_owned())]);
    let loaded = load::load(&files);
    let options = options(Present::AsOf);
    let days = ReadingDays { as_of: options.check.as_of.day, known_by: None };
    let mut writer =
        reading::Writer::new(format, days, Words::new(&loaded.base, Choice::default()), Style::default());
    let mut out = Vec::new();
    writer.begin(&mut out).expect("memory");
    let mut left = texts.iter().enumerate();
    let next = |files: &mut Files, _: &mut Vec<_>| {
        left.next().map(|(at, text)| vec![files.add(File::new(format!("{at}.md"), *text))])
    };
    let read = engine::read_in_turn(&mut files, &loaded, &options, next, |files, readings| {
        writer.add(readings, files, &mut out)
    });
    assert!(read.expect("memory").is_empty());
    writer.finish(false, &[], &mut out).expect("memory");
    String::from_utf8(out).expect("text")
}

#[test]
fn drafts_read_in_turn_are_read_as_they_are_alone() {
    let texts = [ALL_SORTS, "", "Mill House is run by Bob Carter.\n", ALL_SORTS];
    let together: Value = serde_json::from_str(&in_turn(&texts, reading::ReadingFormat::Json)).expect("JSON");
    fits(&together);
    for (at, text) in texts.iter().enumerate() {
        let alone: Value =
            serde_json::from_str(&in_turn(&[text], reading::ReadingFormat::Json)).expect("JSON");
        for part in ["assertions", "silent"] {
            assert_eq!(together["files"][at][part], alone["files"][0][part], "{at} {part}");
        }
    }
    let pages: Vec<String> =
        texts.iter().map(|text| in_turn(&[text], reading::ReadingFormat::Text)).collect();
    let joined = in_turn(&texts, reading::ReadingFormat::Text);
    let numbered = pages.iter().enumerate().map(|(at, page)| page.replacen("0.md", &format!("{at}.md"), 1));
    assert_eq!(joined, numbered.collect::<Vec<_>>().join("\n"));
}

#[test]
fn readings_fit_the_schema() {
    for present in [Present::AsOf, Present::Published] {
        let value = through(ALL_SORTS, present);
        fits(&value);
        let file = &value["files"][0];
        assert_eq!(file["as_of"], if present == Present::AsOf { "2026-01-01" } else { "2022-05-31" });
        let all = file["assertions"].as_array().expect("assertions");
        assert!(all.len() >= 4 && all.iter().any(|one| one["value"].is_string()), "{file}");
        assert!(!file["silent"].as_array().expect("a list").is_empty());
    }
    let mut wrong = through(ALL_SORTS, Present::AsOf);
    wrong["files"][0]["assertions"][0]["mood"] = Value::from("good");
    assert!(!SCHEMA.is_valid(&wrong), "a field that no one knows");
    let mut wrong = through(ALL_SORTS, Present::AsOf);
    wrong["files"][0]["assertions"][0]["verdict"] = Value::from("splendid");
    assert!(!SCHEMA.is_valid(&wrong), "a verdict that no one knows");
}

#[test]
fn the_schema_lists_all_words() {
    let schema: Value = serde_json::from_str(reading::SCHEMA).expect("JSON");
    let listed = |pointer: &str| -> Vec<String> {
        serde_json::from_value(schema.pointer(pointer).cloned().unwrap_or_default()).expect("words")
    };
    use Verdict::*;
    let verdicts = [
        Supported,
        Presumed,
        Outdated,
        Premature,
        Misdated,
        Contradicted,
        Disputed,
        Unsourced,
        Unknown,
        Unclear,
    ];
    assert_eq!(listed("/$defs/assertion/properties/verdict/enum"), verdicts.map(Verdict::as_str));
    let polarities = [Polarity::Asserts, Polarity::Denies].map(Polarity::as_str);
    assert_eq!(listed("/$defs/assertion/properties/polarity/enum"), polarities);
    let modalities = [Modality::Stated, Modality::Reported, Modality::Quoted, Modality::Forecast];
    assert_eq!(listed("/$defs/assertion/properties/modality/enum"), modalities.map(Modality::as_str));
    let confidences = [Confidence::Low, Confidence::Medium, Confidence::High].map(Confidence::as_str);
    assert_eq!(listed("/$defs/assertion/properties/confidence/enum"), confidences);
    let kinds = [TimeKind::Present, TimeKind::Past, TimeKind::Explicit].map(TimeKind::as_str);
    assert_eq!(listed("/$defs/time/properties/kind/enum"), kinds);
}

/// Pieces of which drafts about the mill are made, and of what breaks drafts.
fn piece() -> impl Strategy<Value = String> {
    let words = [
        "Mill House",
        "is run by",
        "was run by",
        "Ann Weaver",
        "Bob Carter",
        "It",
        "no longer",
        "not only",
        "will",
        "cost",
        "$40 million",
        "Rp 4 miliar",
        "40%",
        "until",
        "since",
        "as of",
        "March 2020",
        "in 2030",
        "from 2016 to 2024",
        "last year",
        "recently",
        "dikelola oleh",
        "tidak lagi",
        "pada 2020",
        "bernilai",
        "sejak",
        "said",
        "if",
        "?",
        ".",
        ". ",
        "\n",
        "\n\n",
        "\r\n",
        "# ",
        "> ",
        "- ",
        "**",
        "*",
        "`",
        "[",
        "](https://example.org/miller)",
        "[^1]",
        "\n\n[^1]: ",
        "| ",
        "\n|--|--|\n",
        "---\n",
        "date: 2022\n",
        "<p>",
        "</p>",
        "<b>",
        "</b",
        "<!--",
        "&nbsp;",
        "\u{201c}",
        "\u{201d}",
        "\u{1f600}",
        "e\u{301}",
        "\u{202e}",
        "\u{feff}",
        "\t",
        "\0",
        "9999-12-31",
        "99999999999999999999",
    ];
    let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
    prop_oneof![8 => prop::sample::select(words), 1 => any::<String>()]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn any_pieces_are_read(pieces in prop::collection::vec((piece(), any::<bool>()), 0..40)) {
        let text: String = pieces.iter().map(|(piece, space)| format!("{piece}{}", if *space { " " } else { "" })).collect();
        fits(&through(&text, Present::AsOf));
    }

    #[test]
    fn any_text_is_read(text in any::<String>()) {
        fits(&through(&text, Present::Published));
    }
}
