//! What the targets share: a small claim base, and the laws that hold for any input. The same laws are tested with random
//! input in `tests/check/properties.rs` and `tests/lint/laws.rs`.
//!
//! The seeds are the tests' own files; `fuzz/seed` copies them.

use std::sync::LazyLock;

use bytestring::ByteString;
use erstwhile::draft::{Format, blocks, meta};
use erstwhile::engine::{self, CheckOptions, DraftOptions, DraftPipeline, Present, Selection};
use erstwhile::graph::{AsOf, Graph};
use erstwhile::load::{self, Loaded, STANDARD_FILES};
use erstwhile::model::{Reading, Report};
use erstwhile::render::{self, Context, OutputFormat, Style};
use erstwhile::text::{File, FileId, Files, Place, Span};
use erstwhile::time::Day;
use erstwhile::words::{Choice, Words};

/// The base that drafts are read with.
const CLAIMS: &str = r#"(
    entities: [
        (id: "mill", name: "Mill House"), (id: "ann", name: "Ann Weaver"), (id: "bob", name: "Bob Carter"),
        (id: "openai", name: "OpenAI"), (id: "azure", name: "Azure"), (id: "bulgaria", name: "Bulgaria"),
    ],
    sources: [(id: "gazette", title: "A new miller", published: "2023-07-02", url: "https://example.org/miller")],
    relations: [
        (id: "run-by", label: "is run by", functional: true, phrasings: {
            "en": ["{subject} (is|was) run by {object}", "{subject} … {object}"], "id": ["{subject} dikelola [oleh] {object}"],
        }),
        (id: "cost", label: "cost", takes: amount, tolerance: 0.1, phrasings: {
            "en": ["{subject} … (cost|costs) … {value}", "{subject} … {value}"], "id": ["{subject} bernilai {value}"],
        }),
    ],
    claims: [
        (id: "by-ann", subject: "mill", relation: "run-by", object: "ann", valid: "2015/2023-06-30", sources: ["gazette"]),
        (id: "by-bob", subject: "mill", relation: "run-by", object: "bob", valid: "2023-06-30/..", sources: ["gazette"]),
        (id: "cost-40", subject: "mill", relation: "cost", value: "40 million USD", valid: "2016", sources: ["gazette"]),
        (id: "openai-azure", subject: "openai", relation: "run-by", object: "azure", valid: "2019/2024", sources: ["gazette"]),
    ],
)"#;

static BASE: LazyLock<Loaded> = LazyLock::new(|| load::load(&base_files()));

static GRAPH: LazyLock<Graph<'static>> = LazyLock::new(|| Graph::new(&BASE.base, &BASE.index));
static OPTIONS: LazyLock<DraftOptions> =
    LazyLock::new(|| DraftOptions { check: options("lint"), present: Present::Published });
/// Made once: making it takes longer than reading a draft with it.
static PIPELINE: LazyLock<DraftPipeline<'static>> =
    LazyLock::new(|| DraftPipeline::new(&BASE, &GRAPH, &OPTIONS, true));

fn base_files() -> Files {
    workspace("claims/mill.ron", CLAIMS, &STANDARD_FILES)
}

fn workspace(path: &str, text: &str, standard: &[(&'static str, &'static str)]) -> Files {
    let mut files = Files::default();
    files.add(File::new(path, text));
    for (path, text) in standard {
        files.add(File::new(*path, ByteString::from_static(text)));
    }
    files
}

fn options(command: &'static str) -> CheckOptions {
    let day = Day::parse("2026-01-01").expect("a day");
    CheckOptions { command, as_of: AsOf { day, known_by: None }, selection: Selection::default() }
}

/// Checks a file of claims, rules or settings with the standard rules, and shows what was found.
pub fn check(path: &str, text: &str) {
    let files = workspace(path, text, &STANDARD_FILES[1..2]);
    let loaded = load::load(&files);
    let report = engine::check_loaded(&files, &loaded, &options("check"));
    is_well_placed(&report, &files, &loaded);
}

/// Reads and lints a text as a draft of this format.
pub fn lint(text: &str, format: Format) {
    blocks_are_well_placed(text, format);
    let path = match format {
        Format::Markdown => "a.md",
        Format::Html => "a.html",
        Format::Plain => "a.txt",
    };
    let mut files = base_files();
    let draft = files.add(File::new(path, text));
    let (report, readings) = PIPELINE.lint(&files, &[draft]);
    readings.iter().for_each(|reading| is_well_read(reading, &files, draft));
    is_well_placed(&report, &files, &BASE);
}

/// Gives a relation words, and reads a draft with them: the first line is the words, `;` between several, the rest the draft. The
/// words are tried as `check` tries those of a workspace, and by half of the drafts those that are missing are looked for. Which
/// language and kind of words it is turns on the length.
pub fn words(text: &str) {
    const KINDS: [&str; 7] = [
        "noun(heads: [_])",
        "verb(heads: [_], with: [_])",
        "adjective(heads: [_], reversed: true)",
        "event(heads: [_], when: plans)",
        "verb(heads: [_], when: denies)",
        "idiom([_])",
        "noun(heads: [\"head\"]), other([_])",
    ];
    const LANGUAGES: [&str; 2] = ["en", "id"];
    let (first, draft) = text.split_once('\n').unwrap_or((text, ""));
    let words: Vec<String> = first.split(';').take(4).map(|word| format!("{word:?}")).collect();
    let entry = KINDS[first.len() % KINDS.len()].replace('_', &words.join(", "));
    let language = LANGUAGES[text.len() % LANGUAGES.len()];
    let rules = format!(
        r#"(
        relations: [
            (id: "says", label: "says", takes: entity, words: {{{language:?}: [{entry}]}}, reads: {{{language:?}: [asserted({draft:?})]}}),
            (id: "is", takes: nothing, words: {{{language:?}: [{entry}]}}),
        ],
        entities: [(id: "mill", name: "Mill House"), (id: "ann", name: "Ann Weaver")],
        sources: [(id: "gazette", title: "A new miller", published: "2023-07-02")],
        claims: [
            (id: "a", subject: "mill", relation: "says", object: "ann", valid: "2015/..", sources: ["gazette"]),
            (id: "c", subject: "ann", relation: "is", valid: "2016/..", sources: ["gazette"]),
        ],
    )"#
    );
    let mut files = workspace("claims/words.ron", &rules, &STANDARD_FILES);
    let loaded = load::load(&files);
    is_well_placed(&engine::check_loaded(&files, &loaded, &options("check")), &files, &loaded);
    let file = files.add(File::new("a.md", draft));
    let options = DraftOptions { check: options("words"), present: Present::AsOf };
    if draft.len().is_multiple_of(2) {
        let readings = engine::read_drafts(&files, &loaded, &[file], &options);
        readings.iter().for_each(|reading| is_well_read(reading, &files, file));
        return;
    }
    let mut drafts = Some(vec![file]);
    let (found, _) = engine::unread_words_in_turn(&mut files, &loaded, &options, |_, _| drafts.take());
    let shown =
        render::unread_words::text(&found, Words::new(&loaded.base, Choice::default()), Style::default());
    assert!(!shown.is_empty() && found.iter().all(|words| !words.sentences.is_empty()));
}

/// Places lie inside their files, between characters; and whatever was found can be shown in every format.
fn is_well_placed(report: &Report, files: &Files, loaded: &Loaded) {
    for finding in &report.findings {
        let related = finding.related.iter().map(|related| related.site);
        let edit = finding.edit.iter().map(|edit| edit.site);
        for site in std::iter::once(finding.site).chain(related).chain(edit) {
            is_in(files, site.place);
        }
    }
    let context =
        Context { files, words: Words::new(&loaded.base, Choice::default()), style: Style::default() };
    for format in OutputFormat::ALL {
        let mut out = Vec::new();
        render::render(*format, report, &context, Style::default(), &mut out).expect("memory to write to");
        assert!(String::from_utf8(out).is_ok(), "{format:?} is text");
    }
}

/// Every character of a block has its place in the file, and places are in order.
fn blocks_are_well_placed(text: &str, format: Format) {
    let told = meta(text, format);
    assert!(told.flaws.iter().all(|flaw| text.get(flaw.span.range()).is_some()));
    blocks(text, format, &mut |block| {
        assert!(!block.text.is_empty() && block.text.trim() == block.text);
        let mut last = 0;
        for (at, letter) in block.text.char_indices() {
            let span = block.map.span(at..at + letter.len_utf8());
            assert!(text.get(span.range()).is_some(), "{letter:?} at {span:?} of {} bytes", text.len());
            assert!(span.start >= last, "places are in order");
            last = span.start;
        }
    });
}

fn is_well_read(reading: &Reading, files: &Files, file: FileId) {
    let place = |span: Span| is_in(files, Place { file, span });
    for sentence in &reading.sentences {
        place(sentence.span);
        for assertion in &sentence.assertions {
            place(assertion.span);
            assertion.words.iter().for_each(|word| place(*word));
            assertion.why.iter().for_each(|why| place(why.span));
        }
    }
    reading.head_flaws.iter().chain(&reading.allow_flaws).for_each(|flaw| place(flaw.span));
    for accepted in &reading.allows {
        is_in(files, accepted.allow.place);
        place(accepted.scope);
    }
}

#[track_caller]
fn is_in(files: &Files, place: Place) {
    let text = files.get(place.file).text();
    assert!(text.get(place.span.range()).is_some(), "{:?} of {} bytes", place.span, text.len());
}
