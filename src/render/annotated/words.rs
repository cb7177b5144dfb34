//! The name, sign and tone of a remark on the page: never colour alone.

use crate::model::{Code, Detail, Finding, Note, Remark, Severity, Verdict};
use crate::words::Wording;

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
    /// What it is.
    pub topic: Topic,
}

/// What a remark is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    /// A verdict.
    Verdict(Verdict),
    /// A finding that comes from no verdict.
    Finding(Code),
}

impl Look {
    /// Its name.
    pub fn title(self, words: Wording<'_>) -> String {
        self.phrase("annotated-title", words)
    }

    /// Its meaning, in one sentence.
    pub fn meaning(self, words: Wording<'_>) -> String {
        self.phrase("annotated-meaning", words)
    }

    fn phrase(self, key: &str, words: Wording<'_>) -> String {
        let of = match self.topic {
            Topic::Verdict(verdict) => verdict.as_str(),
            Topic::Finding(code) => code.as_str(),
        };
        words.phrase(key, &[("of", Detail::Word(of))])
    }
}

/// How a verdict is shown.
#[must_use]
pub fn of_verdict(verdict: Verdict) -> Look {
    let (sign, tone) = match verdict {
        Verdict::Contradicted => ("\u{2717}", "bad"),
        Verdict::Outdated => ("\u{21bb}", "bad"),
        Verdict::Misdated => ("\u{2260}", "bad"),
        Verdict::Premature => ("\u{bb}", "soon"),
        Verdict::Disputed => ("\u{21c4}", "doubtful"),
        Verdict::Presumed => ("~", "doubtful"),
        Verdict::Unsourced => ("\u{2205}", "doubtful"),
        Verdict::Unclear => ("?", "plain"),
        Verdict::Unknown => ("\u{25cb}", "plain"),
        Verdict::Supported => ("\u{2713}", "good"),
    };
    Look { sign, tone, topic: Topic::Verdict(verdict) }
}

/// How a finding is shown that comes from no verdict.
#[must_use]
pub fn of_finding(finding: &Finding) -> Look {
    let tone = match finding.severity {
        Severity::Error => "bad",
        Severity::Warning => "doubtful",
        Severity::Note => "plain",
    };
    Look { sign: "!", tone, topic: Topic::Finding(finding.code) }
}

/// How a remark is shown.
#[must_use]
pub fn of_remark(remark: &Remark) -> Look {
    match (remark.verdict, &remark.finding) {
        (Some(verdict), _) => of_verdict(verdict),
        (None, Some(finding)) => of_finding(finding),
        (None, None) => of_verdict(Verdict::Unclear),
    }
}

/// Whether a remark is one that the report leaves out: switched off, not asked for, or accepted.
#[must_use]
pub fn is_left_out(remark: &Remark) -> bool {
    let passes = matches!(remark.verdict, None | Some(Verdict::Supported | Verdict::Unclear));
    !passes && !remark.needs_attention()
}

/// The CSS classes of a note.
#[must_use]
pub fn classes(note: &Note) -> String {
    let tone = note.remarks.first().map_or("plain", |first| of_remark(first).tone);
    let quiet = if note.needs_attention() { "" } else { " quiet" };
    format!("{tone}{quiet}")
}

/// The signs of a note, each once, the gravest first; if it needs attention, only those of the remarks that do.
#[must_use]
pub fn signs(note: &Note) -> String {
    let mut signs: Vec<&str> = Vec::new();
    let needs_attention = note.needs_attention();
    for remark in note.remarks.iter().filter(|remark| remark.needs_attention() || !needs_attention) {
        let sign = of_remark(remark).sign;
        if !signs.contains(&sign) {
            signs.push(sign);
        }
    }
    signs.concat()
}

/// The names of what a note says, each once.
#[must_use]
pub fn titles(note: &Note, words: Wording<'_>) -> String {
    let mut titles: Vec<String> = Vec::new();
    for remark in &note.remarks {
        let title = of_remark(remark).title(words);
        if !titles.contains(&title) {
            titles.push(title);
        }
    }
    titles.join(", ")
}
