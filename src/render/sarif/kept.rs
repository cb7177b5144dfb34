//! Which findings go into a SARIF file: no more than GitHub accepts, the worst first. It refuses the whole file
//! otherwise.

use crate::model::{Finding, Report, Severity, Step, Summary};
use crate::render::{order, summary};
use crate::words::Wording;

/// How many results of one run GitHub accepts.
const RESULTS: usize = 25_000;

/// How many places of one result GitHub accepts. It accepts longer flows, but nobody follows them that far.
pub(super) const PLACES: usize = 1_000;

/// What is kept of a report.
pub(super) struct Kept {
    /// The numbers of the findings, in their order.
    pub rows: Vec<usize>,
    /// How many the others are.
    left_out: Summary,
    /// How many of those that are kept have more places or claims than are named.
    shortened: usize,
}

impl Kept {
    /// What is kept of this report.
    pub(super) fn of(report: &Report) -> Self {
        Self::at_most(RESULTS, report)
    }

    fn at_most(most: usize, report: &Report) -> Self {
        let findings = &report.findings;
        let mut rows: Vec<usize> = order::worst_first(findings).take(most).collect();
        rows.sort_unstable();
        let left_out = Severity::WORST_FIRST.map(|severity| {
            let kept = rows.iter().filter(|row| findings[**row].severity == severity).count();
            order::of(findings, severity).count() - kept
        });
        let [error, warning, note] = left_out;
        let trail = |row: usize| report.trails.get(row).map_or(&[][..], Vec::as_slice);
        let shortened = rows.iter().filter(|row| is_shortened(&findings[**row], trail(**row))).count();
        Self { rows, left_out: Summary { error, warning, note, ..Summary::default() }, shortened }
    }

    /// What to say of what is left out.
    pub(super) fn notices(&self, wording: &Wording<'_>) -> Vec<String> {
        let mut notices = Vec::new();
        if self.left_out != Summary::default() {
            notices.push(format!(
                "GitHub refuses more than {} results, so these are left out: {}. --output-format json has all.",
                wording.grouped(RESULTS),
                summary::counts(&self.left_out, wording)
            ));
        }
        if self.shortened > 0 {
            let results = if self.shortened == 1 { "result has" } else { "results have" };
            notices.push(format!(
                "{} {results} more places or claims than {}, and GitHub takes no more; the others are left out. \
                 --output-format json has all.",
                wording.grouped(self.shortened),
                wording.grouped(PLACES)
            ));
        }
        notices
    }
}

fn is_shortened(finding: &Finding, trail: &[Step]) -> bool {
    finding.related.len() >= PLACES || trail.len() > PLACES || finding.claims.len() > PLACES
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Base, Ground};
    use crate::render::examples;
    use crate::words::{Choice, Words};

    fn notices(kept: &Kept) -> Vec<String> {
        kept.notices(&Words::new(&Base::default(), Choice::default()).general())
    }

    #[test]
    fn the_worst_are_kept_in_their_order() {
        let (_, mut report) = examples::single("c.ron", "bad", "bad");
        let one = report.findings[0].clone();
        let severities =
            [Severity::Note, Severity::Error, Severity::Warning, Severity::Note, Severity::Error];
        report.findings = severities.map(|severity| Finding { severity, ..one.clone() }).into();
        let kept = Kept::at_most(4, &report);
        assert_eq!(kept.rows, [0, 1, 2, 4]);
        assert!(notices(&kept)[0].contains("left out: 1 note."), "{:?}", notices(&kept));
        assert_eq!(Kept::at_most(2, &report).rows, [1, 4]);
        assert!(notices(&Kept::of(&report)).is_empty());
    }

    #[test]
    fn places_that_are_left_out_are_told() {
        let (_, mut report) = examples::contradiction();
        let related = report.findings[0].related[0].clone();
        report.findings[0].related = vec![related; PLACES - 1];
        assert!(notices(&Kept::of(&report)).is_empty());
        let place = report.findings[0].site.place;
        let step = Step { ground: Ground::Found, fact: "".into(), place };
        report.trails = vec![vec![step; PLACES + 1]];
        assert!(notices(&Kept::of(&report))[0].starts_with("1 result has more places or claims than 1,000"));
    }
}
