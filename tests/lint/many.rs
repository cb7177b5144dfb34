//! Drafts with thousands of acceptances, of references to one note, of cells in a row, of attributes in a tag: each would take
//! minutes, gigabytes or the stack if all of the one were held against all of the other. No time is taken.

use erstwhile::engine::{self, DraftOptions, Present};
use erstwhile::load;
use erstwhile::model::Code;
use erstwhile::text::File;

use crate::common::{as_of, options, workspace};

const BASE: &str = r#"(
    entities: [(id: "azure", name: "Azure"), (id: "openai", name: "OpenAI")],
    relations: [(id: "hosts", label: "hosts", phrasings: {"en": ["{subject} (is|was) the host of {object}"]})],
    sources: [(id: "s", title: "t", url: "https://a.example", published: "2026")],
    claims: [(id: "host", subject: "azure", relation: "hosts", object: "openai", valid: "2020/2022", sources: ["s"])],
)"#;

const MANY: usize = 3000;

fn options_for_drafts() -> DraftOptions {
    DraftOptions { check: options(as_of("")), present: Present::AsOf }
}

#[test]
fn of_thousands_of_acceptances_the_first_in_force_accepts() {
    let mut files = workspace(vec![("claims/a.ron".to_owned(), BASE.to_owned())]);
    let loaded = load::load(&files);
    let ignore = |at: usize| {
        let until = if at == 0 { " until=2020-01-01" } else { "" };
        format!("<!-- erstwhile-ignore-file outdated(host): x{at}{until} -->\n\n")
    };
    let comments: String = (0..MANY).map(ignore).collect();
    let draft = files.add(File::new("d.md", comments + &"Azure is the host of OpenAI. ".repeat(MANY)));
    let report = engine::lint(&files, &loaded, &[draft], &options_for_drafts());
    let count = |code: Code| report.findings.iter().filter(|finding| finding.code == code).count();
    assert_eq!((count(Code::Outdated), report.summary.suppressed), (0, MANY));
    // All but the second; the first, which has run out, is in vain because the second accepts.
    assert_eq!(count(Code::UnusedAllow), MANY - 1);
    let second = ignore(1);
    let is_second =
        |finding: &&erstwhile::model::Finding| files.slice(finding.site.place).trim() == second.trim();
    assert_eq!(report.findings.iter().filter(is_second).count(), 0);
}

#[test]
fn references_to_a_note_share_what_it_cites() {
    let mut files = workspace(vec![("claims/a.ron".to_owned(), BASE.to_owned())]);
    let loaded = load::load(&files);
    let links: String = (0..MANY).map(|at| format!("http://e.example/{at} ")).collect();
    let text = "Azure is the host of OpenAI.[^1]\n\n".repeat(MANY) + "[^1]: https://a.example " + &links;
    let draft = files.add(File::new("d.md", text));
    let readings = engine::read_drafts(&files, &loaded, &[draft], &options_for_drafts());
    let cited: Vec<_> = readings[0].sentences.iter().flat_map(|sentence| &sentence.citations).collect();
    let of_note: Vec<_> = cited.iter().filter(|cited| cited.span.range().is_empty()).collect();
    assert_eq!(of_note.len(), MANY);
    for one in &of_note {
        assert_eq!(one.sources.len(), 1);
        assert!(std::ptr::eq(one.written.as_ptr(), of_note[0].written.as_ptr()));
        assert!(std::ptr::eq(one.sources.as_ptr(), of_note[0].sources.as_ptr()));
        assert!(one.written.len() <= 1000);
    }
}

#[test]
fn a_tag_with_many_attributes_hides_nothing() {
    let attributes: String = (0..20 * MANY).map(|at| format!("a{at}=\"b > c\" ")).collect();
    for (path, before) in [("d.html", ""), ("d.md", "Text "), ("e.md", "")] {
        let mut files = workspace(vec![("claims/a.ron".to_owned(), BASE.to_owned())]);
        let loaded = load::load(&files);
        let text = format!("{before}<p {attributes}>\n\nAzure is the host of OpenAI.\n\n</p>\n");
        let draft = files.add(File::new(path, text));
        let report = engine::lint(&files, &loaded, &[draft], &options_for_drafts());
        assert!(report.findings.iter().any(|finding| finding.code == Code::Outdated), "{path}");
    }
}

/// How many sentences of a table with these rows say something.
fn stated(header: &str, rows: &str) -> usize {
    let mut files = workspace(vec![("claims/a.ron".to_owned(), BASE.to_owned())]);
    let loaded = load::load(&files);
    let rule = "|---".repeat(header.matches('|').count() - 1);
    let draft = files.add(File::new("d.md", format!("{header}\n{rule}|\n{rows}\n")));
    let readings = engine::read_drafts(&files, &loaded, &[draft], &options_for_drafts());
    readings[0].sentences.iter().filter(|sentence| !sentence.assertions.is_empty()).count()
}

#[test]
fn each_cell_of_a_wide_row_is_held_against_the_others() {
    const COLUMNS: usize = 300;
    let header = format!("| Cloud |{}", " is the host of |".repeat(COLUMNS));
    let row = |last: &str| format!("| Azure |{} {last} |", " OpenAI |".repeat(COLUMNS - 1));
    assert_eq!(stated(&header, &row("OpenAI")), COLUMNS);
    assert_eq!(stated(&header, &row("")), COLUMNS - 1);
    assert_eq!(stated(&header, &row("no longer")), 0);
}

#[test]
fn a_cell_with_pages_of_text_is_no_value_of_its_header() {
    let cell = |sentences: usize| format!("| Azure | {}|", "Azure is the host of OpenAI. ".repeat(sentences));
    assert_eq!(stated("| Cloud | Host of |", &cell(500)), 500);
}
