//! Drafts with thousands of acceptances, and of references to one note: each would take minutes or gigabytes if all of the
//! one were held against all of the other. No time is taken.

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
