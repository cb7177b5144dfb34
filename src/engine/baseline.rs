//! The baseline: a file with the findings that are known and left for later, one a line, so that only new ones are
//! reported.
//!
//! No line numbers and no dates are in it, and it is sorted: it changes only where findings come or go, and two changes
//! of it meet only where they are about the same file.

use super::old::OldFinding;
use super::policy::Policy;
use super::settle::settle_place;
use crate::load::Loaded;
use crate::model::{Code, DraftFact, Finding, Report, Severity, Site};
use crate::text::{FileId, Files, Place, Span};

use super::options::CheckOptions;

/// What each baseline begins with.
const MARK: &str = "# Baseline of erstwhile, version ";
/// The version that is written; what older ones hold is read as it is.
const VERSION: u32 = 2;
/// What the first version began with, which named no number.
const FIRST_MARK: &str = "# Findings that erstwhile leaves out, one a line: ";
/// What is below the mark.
const HEAD: &str = "# Findings that are left out, one a line: path, severity, code, claims, identity, words.\n\
                    # Written by --write-baseline; --prune-baseline removes what is fixed.\n";

/// Characters of a sentence that are in a line, for people to know it by.
const SHOWN: usize = 100;

/// A line of a baseline.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// The path from the root of the workspace, and the fingerprint.
    pub finding: OldFinding,
    /// Its code.
    pub code: String,
    /// The claims that it is about.
    pub claims: String,
    /// The sentence, as far as a line has room for it.
    pub words: String,
    /// Where it is in the file.
    pub span: Span,
}

/// A baseline as it was read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Baseline {
    /// Its lines, in order.
    pub entries: Vec<Entry>,
}

/// Why a file is not a baseline that can be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BaselineError {
    /// A line, by its number from 1, that does not belong in a baseline.
    #[error(
        "line {0} is not a line of a baseline: expected path, severity, code, claims, identity and words, separated by tabs"
    )]
    Line(usize),
    /// It was written by a newer version of the program.
    #[error(
        "this is a baseline of version {0}, and this erstwhile reads versions up to {VERSION}: upgrade erstwhile"
    )]
    Newer(u32),
    /// It is to be written over and is not a baseline.
    #[error("it is not a baseline and is not overwritten; name another file")]
    Other,
}

impl Baseline {
    /// Reads a baseline.
    ///
    /// # Errors
    ///
    /// An invalid line, or a version that is not known yet.
    pub fn parse(text: &str) -> Result<Self, BaselineError> {
        if let Some(version) = version(text).filter(|version| *version > VERSION) {
            return Err(BaselineError::Newer(version));
        }
        let mut entries = Vec::new();
        let mut at = 0;
        for (number, line) in text.split_inclusive('\n').enumerate() {
            let start = at;
            at += line.len();
            let line = line.trim_end_matches(['\n', '\r']);
            let bare = line.trim_start_matches('\u{feff}');
            if bare.trim().is_empty() || bare.starts_with('#') {
                continue;
            }
            let parts: Vec<&str> = bare.splitn(6, '\t').collect();
            let &[path, severity, code, claims, identity, ref rest @ ..] = parts.as_slice() else {
                return Err(BaselineError::Line(number + 1));
            };
            // A code that this version does not have is one that is not found any more.
            let known = (Severity::named(severity), is_code(code), is_identity(identity));
            let (Some(severity), true, true) = known else {
                return Err(BaselineError::Line(number + 1));
            };
            entries.push(Entry {
                finding: OldFinding { path: read_path(path), identity: identity.to_owned(), severity },
                code: code.to_owned(),
                claims: claims.to_owned(),
                words: rest.first().map_or(String::new(), |words| (*words).to_owned()),
                span: Span::new(start, start + line.len()),
            });
        }
        Ok(Self { entries })
    }

    /// Reads what is to be written over: an empty file, or a baseline. What only looks like one, such as a file of comments,
    /// is none.
    ///
    /// # Errors
    ///
    /// It is not a baseline.
    pub fn parse_to_overwrite(text: &str) -> Result<Self, BaselineError> {
        let baseline = Self::parse(text).map_err(|error| match error {
            BaselineError::Line(_) => BaselineError::Other,
            other => other,
        })?;
        let is_one = text.trim().is_empty() || !baseline.entries.is_empty() || version(text).is_some();
        if is_one { Ok(baseline) } else { Err(BaselineError::Other) }
    }

    /// A baseline of the findings of a report. What could not be read or used is never part of one.
    #[must_use]
    pub fn of(report: &Report, files: &Files) -> Self {
        let real = report.findings.iter().filter(|finding| !super::policy::is_always_told(files, finding));
        Self { entries: real.map(|finding| entry(finding, files)).collect() }
    }

    /// The findings in it.
    #[must_use]
    pub fn findings(&self) -> Vec<OldFinding> {
        self.entries.iter().map(|entry| entry.finding.clone()).collect()
    }

    /// The file: sorted, so that it is the same for the same findings.
    #[must_use]
    pub fn text(&self) -> String {
        let line = |entry: &Entry| {
            let Entry { finding: OldFinding { path, identity, severity }, code, claims, words, .. } = entry;
            let path = written_path(path);
            format!("{path}\t{severity}\t{code}\t{claims}\t{identity}\t{words}\n")
        };
        let mut lines: Vec<String> = self.entries.iter().map(line).collect();
        lines.sort_unstable();
        format!("{MARK}{VERSION}\n{HEAD}{}", lines.concat())
    }
}

/// Signs of a path that would end its column or its line, or make the line a comment, with how they are written.
const SIGNS: [(char, &str); 5] = [('%', "%25"), ('\t', "%09"), ('\n', "%0A"), ('\r', "%0D"), ('#', "%23")];

fn written_path(path: &str) -> String {
    SIGNS.iter().fold(path.to_owned(), |path, (sign, written)| path.replace(*sign, written))
}

fn read_path(written: &str) -> String {
    SIGNS
        .iter()
        .rev()
        .fold(written.to_owned(), |path, (sign, written)| path.replace(written, &sign.to_string()))
}

/// The version of the baseline that a text begins as; none if it begins as something else.
fn version(text: &str) -> Option<u32> {
    let text = text.trim_start_matches('\u{feff}');
    match text.strip_prefix(MARK) {
        Some(rest) => rest.lines().next()?.trim().parse().ok(),
        None => text.starts_with(FIRST_MARK).then_some(1),
    }
}

fn is_code(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
}

fn is_identity(text: &str) -> bool {
    text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

fn entry(finding: &Finding, files: &Files) -> Entry {
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let words = plain(&finding.key);
    let words =
        words.char_indices().nth(SHOWN).map_or(words.clone(), |(end, _)| format!("{}…", &words[..end]));
    Entry {
        finding: OldFinding::of(finding, files),
        code: finding.code.to_string(),
        claims: plain(&finding.claims.join(",")),
        words,
        span: Span::default(),
    }
}

/// Adds to a report a finding for each of these entries of the baseline in `file`, which did not occur.
pub fn report_unused<'a>(
    report: &mut Report,
    files: &Files,
    loaded: &Loaded,
    options: &CheckOptions,
    file: FileId,
    unused: impl Iterator<Item = &'a Entry>,
) {
    let policy = Policy::new(&loaded.base.config, options);
    for entry in unused {
        let fact = DraftFact::UnusedBaseline { code: entry.code.clone(), path: entry.finding.path.clone() };
        let mut finding =
            Finding::new(Code::UnusedBaseline, fact, Site::exact(Place { file, span: entry.span }))
                .key(format!("{} {}", entry.finding.path, entry.finding.identity));
        if policy.is_on(files, &mut finding) && options.selection.wants(&finding) {
            settle_place(files, &mut finding);
            report.findings.push(finding);
        }
    }
    report.count_again();
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINE: &str =
        "content/a.md\terror\toutdated\tmill\t0123456789abcdef0123456789abcdef\tthe mill is run by ann.\n";

    #[test]
    fn what_is_written_is_read() {
        let text = format!("{MARK}2\n{HEAD}\n{LINE}");
        let baseline = Baseline::parse(&text).expect("a baseline");
        assert_eq!(&text[baseline.entries[0].span.range()], LINE.trim_end());
        assert_eq!(baseline.text(), format!("{MARK}2\n{HEAD}{LINE}"));
        let windows = text.replace('\n', "\r\n");
        assert_eq!(Baseline::parse(&windows).expect("a baseline").text(), format!("{MARK}2\n{HEAD}{LINE}"));
    }

    #[test]
    fn versions_are_told_apart() {
        assert_eq!(version(&format!("{FIRST_MARK}path\n")), Some(1));
        assert_eq!(version(&format!("\u{feff}{MARK}12\r\nmore")), Some(12));
        assert_eq!(version("# something else\n"), None);
        assert_eq!(Baseline::parse(&format!("{MARK}3\n")), Err(BaselineError::Newer(3)));
        // What an older version called otherwise is not found any more, and is reported as that.
        let old = format!("{FIRST_MARK}path\n{}", LINE.replace("outdated", "overtaken"));
        assert_eq!(Baseline::parse(&old).expect("a baseline").entries[0].code, "overtaken");
    }

    #[test]
    fn only_a_baseline_is_written_over() {
        for one in ["", "\n", LINE, &format!("{MARK}2\n"), &format!("{FIRST_MARK}path\n")] {
            assert!(Baseline::parse_to_overwrite(one).is_ok(), "{one}");
        }
        for other in ["# Notes\n\n# More\n", "a,b,c\n", "Text.\n"] {
            assert_eq!(Baseline::parse_to_overwrite(other), Err(BaselineError::Other), "{other}");
        }
    }

    #[test]
    fn paths_of_any_letters_stay_in_their_column() {
        for path in ["a\tb.md", "#a.md", "a\nb%09.md", "100%25.md", "é.md"] {
            let line =
                format!("{}\terror\toutdated\tm\t0123456789abcdef0123456789abcdef\tx\n", written_path(path));
            let baseline = Baseline::parse(&line).expect("a baseline");
            assert_eq!(baseline.entries[0].finding.path, path);
        }
    }

    #[test]
    fn lines_that_are_none_are_named() {
        for wrong in [
            "what?",
            "a\terror\tOut dated\tmill\t0123456789abcdef0123456789abcdef\tx",
            "a\terror\toutdated\tmill\t12\tx",
        ] {
            assert_eq!(Baseline::parse(&format!("# a\n{wrong}\n")), Err(BaselineError::Line(2)), "{wrong}");
        }
    }
}
