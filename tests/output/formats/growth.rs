//! What is written grows with the number of findings, and with nothing else: bytes are counted, no time is taken.

use erstwhile::render::OutputFormat;

use super::text::report;
use super::written;

/// Findings about files whose names and texts have the same length.
fn alike(count: usize) -> Vec<(String, String)> {
    (0..count).map(|at| (format!("drafts/{at:06}.md"), "Was so once.".to_owned())).collect()
}

#[test]
fn twice_as_many_findings_take_twice_the_room() {
    let sizes = |format: OutputFormat| {
        [1500, 3000, 6000].map(|count| {
            let (report, files) = report(&alike(count));
            written(format, &report, &files).len()
        })
    };
    for format in OutputFormat::ALL {
        let [one, two, four] = sizes(*format);
        let (first, second) = (two - one, four - two);
        // The counts of summaries have more digits, and pages are explained once.
        assert!(second.abs_diff(2 * first) < 64, "{format}: {one}, {two}, {four} bytes");
    }
}

#[test]
fn a_cluster_of_thousands_takes_the_room_of_a_few_where_people_read() {
    let shown = [
        OutputFormat::Full,
        OutputFormat::Grouped,
        OutputFormat::Concise,
        OutputFormat::Markdown,
        OutputFormat::Github,
        OutputFormat::Gitlab,
        OutputFormat::Junit,
        OutputFormat::Checkstyle,
    ];
    let (mut report, files) = report(&alike(1));
    let finding = &mut report.findings[0];
    finding.related = vec![finding.related[0].clone(); 20_000];
    finding.claims = vec![finding.claims[0].clone(); 20_000];
    for format in shown {
        let size = written(format, &report, &files).len();
        assert!(size < 4000, "{format}: {size} bytes");
    }
    let places = written(OutputFormat::Sarif, &report, &files).matches("drafts/000000.md").count();
    assert_eq!(places, 1000, "the places that GitHub takes of a result");
}
