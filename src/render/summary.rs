//! The closing words of a report: how much was checked and what came of it. Shared by the formats for people.

use std::fmt::Write as _;

use crate::model::{Report, Summary};

/// One sentence about the whole run.
///
/// `Checked 3 claims in 2 files as of 2026-11-23: 1 error, 2 warnings (4 accepted).`
#[must_use]
pub fn summary(report: &Report) -> String {
    let Summary { claims, files, suppressed, .. } = report.summary;
    let nothing = claims == 0 && files == 0;
    let mut text = "Checked ".to_owned();
    // Writing into a `String` cannot fail, so what `write!` returns is let go.
    let _ = if nothing {
        write!(text, "nothing as of {}", report.as_of)
    } else if report.command == "lint" {
        let own = report.by_own_date;
        let day = match own {
            0 => report.as_of.to_string(),
            1 if files == 1 => "its own date".to_owned(),
            _ if own >= files => "the date of each".to_owned(),
            1 => format!("{} (1 by its own date)", report.as_of),
            _ => format!("{} ({} by their own date)", report.as_of, thousands(own)),
        };
        write!(text, "{} against {} as of {day}", counted(files, "draft"), counted(claims, "claim"))
    } else {
        write!(text, "{} in {} as of {}", counted(claims, "claim"), counted(files, "file"), report.as_of)
    };
    if let Some(day) = report.known_by {
        let _ = write!(text, ", by what had been published by {day}");
    }
    if !(nothing && report.findings.is_empty()) {
        let _ = write!(text, ": {}", counts(&report.summary));
    }
    let Summary { old, unsure, .. } = report.summary;
    let hidden = [(suppressed, "accepted"), (old, "known before"), (unsure, "not sure enough")];
    let hidden: Vec<String> = hidden
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, word)| format!("{} {word}", thousands(count)))
        .collect();
    if !hidden.is_empty() {
        let _ = write!(text, " ({})", hidden.join(", "));
    }
    text.push('.');
    text
}

/// `1 error, 2 warnings`; what there is none of is left out, and `nothing found` if nothing is left.
#[must_use]
pub fn counts(summary: &Summary) -> String {
    let each = [(summary.error, "error"), (summary.warning, "warning"), (summary.note, "note")];
    let found: Vec<_> =
        each.into_iter().filter(|(count, _)| *count > 0).map(|(count, word)| counted(count, word)).collect();
    if found.is_empty() { "nothing found".to_owned() } else { found.join(", ") }
}

/// What to say of a run that could not check everything; `None` for one that could.
#[must_use]
pub fn incomplete(report: &Report) -> Option<&'static str> {
    let nothing = report.summary.claims == 0 && report.findings.is_empty();
    report.incomplete.then_some(if nothing {
        "There was nothing to check, so this result says nothing about your claims."
    } else {
        "Not everything could be read, so there may be more problems than are listed here."
    })
}

/// `1 claim`, `2 claims`, `12,000 claims`.
fn counted(count: usize, word: &str) -> String {
    format!("{} {word}{}", thousands(count), if count == 1 { "" } else { "s" })
}

/// `12,000`.
pub(super) fn thousands(count: usize) -> String {
    let digits = count.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::super::examples;
    use super::*;

    fn with(error: usize, warning: usize, note: usize, suppressed: usize) -> Report {
        let mut report = examples::empty();
        report.summary =
            Summary { error, warning, note, suppressed, old: 0, unsure: 0, files: 1, claims: 12_345 };
        report
    }

    #[test]
    fn one_and_many_are_told_apart() {
        let text = summary(&with(1, 2, 0, 4));
        assert_eq!(
            text,
            "Checked 12,345 claims in 1 file as of 2026-11-23: 1 error, 2 warnings (4 accepted)."
        );
    }

    #[test]
    fn a_clean_run_says_so() {
        let text = summary(&with(0, 0, 0, 0));
        assert_eq!(text, "Checked 12,345 claims in 1 file as of 2026-11-23: nothing found.");
        assert_eq!(incomplete(&with(0, 0, 0, 0)), None);
    }

    #[test]
    fn a_run_over_nothing_is_not_called_clean() {
        let mut report = examples::empty();
        report.summary = Summary::default();
        report.incomplete = true;
        assert_eq!(summary(&report), "Checked nothing as of 2026-11-23.");
        assert!(incomplete(&report).is_some_and(|text| text.starts_with("There was nothing to check")));
    }

    #[test]
    fn lint_speaks_of_drafts() {
        let mut report = with(1, 0, 0, 0);
        report.command = "lint";
        assert_eq!(summary(&report), "Checked 1 draft against 12,345 claims as of 2026-11-23: 1 error.");
        report.by_own_date = 2;
        report.summary.files = 2;
        assert_eq!(
            summary(&report),
            "Checked 2 drafts against 12,345 claims as of the date of each: 1 error."
        );
    }

    #[test]
    fn known_time_is_named() {
        let mut report = with(0, 0, 1, 0);
        report.known_by = Some(report.as_of);
        let text = summary(&report);
        assert!(
            text.contains("as of 2026-11-23, by what had been published by 2026-11-23: 1 note."),
            "{text}"
        );
    }

    #[test]
    fn digits_are_grouped() {
        let grouped = [0, 999, 1000, 60_000, 1_234_567].map(thousands);
        assert_eq!(grouped, ["0", "999", "1,000", "60,000", "1,234,567"]);
    }
}
