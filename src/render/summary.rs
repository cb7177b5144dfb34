//! The closing words of a report: how much was checked and what was found. Shared by the formats for people.

use crate::model::{Coverage, Detail, Report, Summary};
use crate::words::Wording;

/// One sentence about the whole run.
///
/// `Checked 3 claims in 2 files as of 23 November 2026: 1 error, 2 warnings (4 accepted).`
#[must_use]
pub fn summary(report: &Report, wording: &Wording<'_>) -> String {
    let Summary { claims, files, suppressed, old, unsure, elsewhere, .. } = report.summary;
    let count = |key: &str, count: usize| wording.phrase(key, &[("count", Detail::Count(count))]);
    let nothing = claims == 0 && files == 0;
    let own = report.by_own_date;
    let day = match own {
        _ if report.command != "lint" => "day",
        0 => "day",
        1 if files == 1 => "own",
        _ if own >= files => "each",
        _ => "some",
    };
    let what = match (nothing, report.command) {
        (true, _) => "nothing",
        (false, "lint") => "drafts",
        (false, _) => "claims",
    };
    let (checked, against) = (count("count-claims", claims), count("count-files", files));
    let drafts = count("count-drafts", files);
    let found = counts(&report.summary, wording);
    let hidden = [
        ("hidden-accepted", suppressed),
        ("hidden-old", old),
        ("hidden-unsure", unsure),
        ("hidden-elsewhere", elsewhere),
    ];
    let hidden: Vec<String> = hidden
        .into_iter()
        .filter(|(_, hidden)| *hidden > 0)
        .map(|(key, hidden)| count(key, hidden))
        .collect();
    let hidden = hidden.join(", ");
    let known_by = report.known_by.map_or(Detail::Absent, Detail::Day);
    let summary = wording.phrase(
        "summary",
        &[
            ("what", Detail::Word(what)),
            ("claims", Detail::Text(&checked)),
            ("files", Detail::Text(&against)),
            ("drafts", Detail::Text(&drafts)),
            ("as_of", Detail::Word(day)),
            ("day", Detail::Day(report.as_of)),
            ("own", Detail::Count(own)),
            ("known_by", known_by),
            (
                "found",
                if nothing && report.findings.is_empty() { Detail::Absent } else { Detail::Text(&found) },
            ),
            ("hidden", if hidden.is_empty() { Detail::Absent } else { Detail::Text(&hidden) }),
        ],
    );
    match coverage(report, wording) {
        Some(coverage) => format!("{summary} {coverage}"),
        None => summary,
    }
}

/// How much of drafts was looked at: `9 sentences, 5 name something on record, 3 judged.` None, where there were none.
fn coverage(report: &Report, wording: &Wording<'_>) -> Option<String> {
    let Coverage { sentences, naming, judged } = report.coverage;
    let details = [("sentences", sentences), ("naming", naming), ("judged", judged)];
    let details = details.map(|(name, count)| (name, Detail::Count(count)));
    (report.command == "lint" && report.summary.files > 0).then(|| wording.phrase("coverage", &details))
}

/// `1 error, 2 warnings`; what there is none of is left out, and `nothing found` if nothing is left.
#[must_use]
pub fn counts(summary: &Summary, wording: &Wording<'_>) -> String {
    let each =
        [("count-errors", summary.error), ("count-warnings", summary.warning), ("count-notes", summary.note)];
    let found: Vec<_> = each
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(key, count)| wording.phrase(key, &[("count", Detail::Count(count))]))
        .collect();
    if found.is_empty() { wording.phrase("nothing-found", &[]) } else { found.join(", ") }
}

/// The word by which formats without a place for it say that a run is incomplete.
pub const INCOMPLETE: &str = "incomplete";

/// What to say of a run that could not check everything; `None` for one that could.
#[must_use]
pub fn incomplete(report: &Report, wording: &Wording<'_>) -> Option<String> {
    let nothing = report.summary.claims == 0 && report.findings.is_empty();
    let key = if nothing { "incomplete-nothing" } else { "incomplete" };
    report.incomplete.then(|| wording.phrase(key, &[]))
}

#[cfg(test)]
mod tests {
    use super::super::examples;
    use super::*;

    fn summary(report: &Report) -> String {
        super::summary(report, &examples::wording())
    }

    fn incomplete(report: &Report) -> Option<String> {
        super::incomplete(report, &examples::wording())
    }

    fn with(error: usize, warning: usize, note: usize, suppressed: usize) -> Report {
        let mut report = examples::empty();
        report.summary =
            Summary { error, warning, note, suppressed, files: 1, claims: 12_345, ..Summary::default() };
        report
    }

    #[test]
    fn one_and_many_are_told_apart() {
        let text = summary(&with(1, 2, 0, 4));
        assert_eq!(
            text,
            "Checked 12,345 claims in 1 file as of 23 November 2026: 1 error, 2 warnings (4 accepted)."
        );
    }

    #[test]
    fn a_clean_run_says_so() {
        let text = summary(&with(0, 0, 0, 0));
        assert_eq!(text, "Checked 12,345 claims in 1 file as of 23 November 2026: nothing found.");
        assert_eq!(incomplete(&with(0, 0, 0, 0)), None);
    }

    #[test]
    fn a_run_over_nothing_is_not_called_clean() {
        let mut report = examples::empty();
        report.summary = Summary::default();
        report.incomplete = true;
        assert_eq!(summary(&report), "Checked nothing as of 23 November 2026.");
        assert!(incomplete(&report).is_some_and(|text| text.starts_with("There was nothing to check")));
    }

    #[test]
    fn lint_speaks_of_drafts() {
        let mut report = with(1, 0, 0, 0);
        report.command = "lint";
        assert_eq!(
            summary(&report),
            "Checked 1 draft against 12,345 claims as of 23 November 2026: 1 error. No sentences."
        );
        report.coverage = Coverage { sentences: 9, naming: 5, judged: 3 };
        report.by_own_date = 2;
        report.summary.files = 2;
        assert_eq!(
            summary(&report),
            "Checked 2 drafts against 12,345 claims as of the date of each: 1 error. 9 sentences, 5 name something in our records, \
             3 judged."
        );
    }

    #[test]
    fn known_time_is_named() {
        let mut report = with(0, 0, 1, 0);
        report.known_by = Some(report.as_of);
        let text = summary(&report);
        assert!(
            text.contains("as of 23 November 2026, using sources published by 23 November 2026: 1 note."),
            "{text}"
        );
    }
}
