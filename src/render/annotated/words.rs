//! The name, sign and tone of a remark on the page: never colour alone.

use crate::model::{Assertion, Code, Confidence, Detail, Finding, Note, Remark, Severity, Verdict};
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
    /// It rests on a reading that is not sure.
    pub is_probable: bool,
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
        let title = self.phrase("annotated-title", words);
        self.hedged("annotated-probably", "title", title, words)
    }

    /// Its meaning, in one sentence.
    pub fn meaning(self, words: Wording<'_>) -> String {
        let meaning = self.phrase("annotated-meaning", words);
        self.hedged("annotated-probably-about", "meaning", meaning, words)
    }

    /// Words, with a message around them if they are only probable.
    fn hedged(self, key: &str, name: &'static str, said: String, words: Wording<'_>) -> String {
        if self.is_probable { words.phrase(key, &[(name, Detail::Text(&said))]) } else { said }
    }

    fn phrase(self, key: &str, words: Wording<'_>) -> String {
        let of = match self.topic {
            Topic::Verdict(verdict) => verdict.as_str(),
            Topic::Finding(code) => code.as_str(),
        };
        words.phrase(key, &[("of", Detail::Word(of))])
    }
}

/// How a verdict is shown. One that is only probable has a quieter tone and a question mark.
#[must_use]
pub fn of_verdict(verdict: Verdict, is_probable: bool) -> Look {
    let (sure, probable, tone) = match verdict {
        Verdict::Contradicted => ("\u{2717}", "\u{2717}?", "bad"),
        Verdict::Outdated => ("\u{21bb}", "\u{21bb}?", "bad"),
        Verdict::Misdated => ("\u{2260}", "\u{2260}?", "bad"),
        Verdict::Premature => ("\u{bb}", "\u{bb}?", "soon"),
        Verdict::Disputed => ("\u{21c4}", "\u{21c4}?", "doubtful"),
        Verdict::Presumed => ("~", "~?", "doubtful"),
        Verdict::Unsourced => ("\u{2205}", "\u{2205}?", "doubtful"),
        Verdict::Unclear => ("?", "?", "plain"),
        Verdict::Unknown => ("\u{25cb}", "\u{25cb}?", "plain"),
        Verdict::Supported => ("\u{2713}", "\u{2713}?", "good"),
    };
    let tone = match tone {
        "bad" if is_probable => "doubtful",
        "good" if is_probable => "plain",
        tone => tone,
    };
    let sign = if is_probable { probable } else { sure };
    Look { sign, tone, topic: Topic::Verdict(verdict), is_probable }
}

/// Whether a remark says without certainty that something is so, because the reading is not sure.
#[must_use]
pub fn is_probable(remark: &Remark) -> bool {
    let is_unsure = |assertion: &Assertion| assertion.confidence != Confidence::High;
    let says_so = !matches!(remark.verdict, Some(Verdict::Unclear | Verdict::Presumed));
    says_so && remark.assertion.as_ref().is_some_and(is_unsure)
}

/// How a finding is shown that comes from no verdict.
#[must_use]
pub fn of_finding(finding: &Finding) -> Look {
    let tone = match finding.severity {
        Severity::Error => "bad",
        Severity::Warning => "doubtful",
        Severity::Note => "plain",
    };
    Look { sign: "!", tone, topic: Topic::Finding(finding.code), is_probable: false }
}

/// How a remark is shown.
#[must_use]
pub fn of_remark(remark: &Remark) -> Look {
    match (remark.verdict, &remark.finding) {
        (Some(verdict), _) => of_verdict(verdict, is_probable(remark)),
        (None, Some(finding)) => of_finding(finding),
        (None, None) => of_verdict(Verdict::Unclear, false),
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
