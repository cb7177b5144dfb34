//! What a remark is called on the page, by which sign, and in which tone: never by colour alone.

use crate::model::{Code, Note, Remark, Severity, Verdict};

/// All verdicts, the gravest first: the order of the summary.
pub const VERDICTS: [Verdict; 10] = [
    Verdict::Contradicted,
    Verdict::Outdated,
    Verdict::Misdated,
    Verdict::Premature,
    Verdict::Disputed,
    Verdict::Presumed,
    Verdict::Unsourced,
    Verdict::Unclear,
    Verdict::Unknown,
    Verdict::Supported,
];

/// How something is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// The sign that stands for it.
    pub sign: &'static str,
    /// The class of its colours.
    pub tone: &'static str,
    /// Its name, for people.
    pub title: &'static str,
    /// What it means, in one sentence.
    pub meaning: &'static str,
}

/// How a verdict is shown.
#[must_use]
pub fn of_verdict(verdict: Verdict) -> Look {
    let (sign, tone, title, meaning) = match verdict {
        Verdict::Contradicted => {
            ("\u{2717}", "bad", "Contradicted", "The record excludes it, or it denies what is on record.")
        }
        Verdict::Outdated => {
            ("\u{21bb}", "bad", "Outdated", "It was so once, and was no longer at the time it speaks of.")
        }
        Verdict::Misdated => {
            ("\u{2260}", "bad", "Wrong date", "It holds or happened, but not on the date given.")
        }
        Verdict::Premature => ("\u{bb}", "soon", "Not so yet", "It begins only later."),
        Verdict::Disputed => {
            ("\u{21c4}", "doubtful", "Disputed on record", "The record contradicts itself here.")
        }
        Verdict::Presumed => (
            "~",
            "doubtful",
            "Presumed",
            "It is on record, but nothing has vouched for it for longer than is good.",
        ),
        Verdict::Unsourced => {
            ("\u{2205}", "doubtful", "No source on record", "It is on record, but rests on no source.")
        }
        Verdict::Unclear => {
            ("?", "plain", "Unclear", "What decides about time or denial pulls both ways; not judged.")
        }
        Verdict::Unknown => {
            ("\u{25cb}", "plain", "Not on record", "It was understood, but nothing on record speaks of it.")
        }
        Verdict::Supported => {
            ("\u{2713}", "good", "Supported", "The record says so too, for the time it speaks of.")
        }
    };
    Look { sign, tone, title, meaning }
}

/// How a finding is shown that comes from no verdict.
#[must_use]
pub fn of_code(code: Code, severity: Severity) -> Look {
    let title = match code {
        Code::Misattributed => "Doubtful source",
        Code::Uncited => "No source named",
        Code::SelfContradiction => "Contradicts another sentence",
        Code::StaleDate => "Speaks as of long ago",
        Code::VagueTime => "A word that ages",
        Code::MalformedHead => "The head of the draft cannot be read",
        Code::UndatedDraft => "No date of its own",
        Code::MalformedAllow => "A comment that accepts nothing",
        Code::UnusedAllow => "Accepts what is not there",
        Code::UnreadableFile | Code::UnparsableFile => "Cannot be read",
        _ => "Finding",
    };
    let tone = match severity {
        Severity::Error => "bad",
        Severity::Warning => "doubtful",
        Severity::Note => "plain",
    };
    Look { sign: "!", tone, title, meaning: code.summary() }
}

/// How a remark is shown.
#[must_use]
pub fn of_remark(remark: &Remark) -> Look {
    match (remark.verdict, remark.found) {
        (Some(verdict), _) => of_verdict(verdict),
        (None, Some((code, severity))) => of_code(code, severity),
        (None, None) => of_verdict(Verdict::Unclear),
    }
}

/// Whether a remark is one that the report leaves out: switched off, not asked for, or accepted.
#[must_use]
pub fn is_left_out(remark: &Remark) -> bool {
    let passes = matches!(remark.verdict, None | Some(Verdict::Supported | Verdict::Unclear));
    !passes && remark.found.is_none()
}

/// The classes of what shows a remark.
#[must_use]
pub fn classes(remark: &Remark) -> String {
    let quiet = if is_left_out(remark) { " quiet" } else { "" };
    format!("{}{quiet}", of_remark(remark).tone)
}

/// The signs of a note, each once, the gravest first.
#[must_use]
pub fn signs(note: &Note) -> String {
    let mut signs: Vec<&str> = Vec::new();
    for remark in &note.remarks {
        let sign = of_remark(remark).sign;
        if !signs.contains(&sign) {
            signs.push(sign);
        }
    }
    signs.concat()
}

/// The names of what a note says, each once.
#[must_use]
pub fn titles(note: &Note) -> String {
    let mut titles: Vec<&str> = Vec::new();
    for remark in &note.remarks {
        let title = of_remark(remark).title;
        if !titles.contains(&title) {
            titles.push(title);
        }
    }
    titles.join(", ")
}
