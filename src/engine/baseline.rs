//! The baseline: a file with the findings that are known and left for later, one a line, so that only new ones are told.
//!
//! No line numbers and no dates stand in it, and it is sorted: it changes only where findings come or go, and two changes of
//! it meet only where they are about the same file.

use super::old::OldFinding;
use super::policy::Policy;
use super::settle::settle_place;
use crate::load::Loaded;
use crate::model::{Code, DraftFact, Finding, Report, Severity, Site};
use crate::text::{FileId, Files, Place, Span};

use super::options::CheckOptions;

/// What stands at the top of each baseline.
const HEAD: &str = "# Findings that erstwhile leaves out, one a line: path, severity, code, claims, fingerprint, words.\n\
                    # Written by --write-baseline; --prune-baseline removes what is fixed.\n";

/// Characters of a sentence that stand in a line, for people to know it by.
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
    /// Where it stands in the file.
    pub span: Span,
}

/// A baseline as it was read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Baseline {
    /// Its lines, in order.
    pub entries: Vec<Entry>,
}

/// A line that is none of a baseline.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "line {line} is not a line of a baseline: expected path, severity, code, claims, fingerprint and words, separated by tabs"
)]
pub struct BaselineError {
    /// The number of the line, from 1.
    pub line: usize,
}

impl Baseline {
    /// Reads a baseline.
    ///
    /// # Errors
    ///
    /// A line that is none.
    pub fn parse(text: &str) -> Result<Self, BaselineError> {
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
            let &[path, severity, code, claims, fingerprint, ref rest @ ..] = parts.as_slice() else {
                return Err(BaselineError { line: number + 1 });
            };
            let known = (Severity::named(severity), Code::named(code), is_fingerprint(fingerprint));
            let (Some(severity), Some(_), true) = known else {
                return Err(BaselineError { line: number + 1 });
            };
            entries.push(Entry {
                finding: OldFinding { path: read_path(path), fingerprint: fingerprint.to_owned(), severity },
                code: code.to_owned(),
                claims: claims.to_owned(),
                words: rest.first().map_or(String::new(), |words| (*words).to_owned()),
                span: Span::new(start, start + line.len()),
            });
        }
        Ok(Self { entries })
    }

    /// A baseline of the findings of a report. What could not be read is never part of one.
    #[must_use]
    pub fn of(report: &Report, files: &Files) -> Self {
        let real = report.findings.iter().filter(|finding| !super::policy::spoils_run(files, finding));
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
            let Entry { finding: OldFinding { path, fingerprint, severity }, code, claims, words, .. } =
                entry;
            let path = written_path(path);
            format!("{path}\t{severity}\t{code}\t{claims}\t{fingerprint}\t{words}\n")
        };
        let mut lines: Vec<String> = self.entries.iter().map(line).collect();
        lines.sort_unstable();
        format!("{HEAD}{}", lines.concat())
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

fn is_fingerprint(text: &str) -> bool {
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

/// Adds to a report a finding for each of these entries of the baseline in `file`, which were not met.
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
                .key(format!("{} {}", entry.finding.path, entry.finding.fingerprint));
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
        let text = format!("{HEAD}\n{LINE}");
        let baseline = Baseline::parse(&text).expect("a baseline");
        assert_eq!(&text[baseline.entries[0].span.range()], LINE.trim_end());
        assert_eq!(baseline.text(), format!("{HEAD}{LINE}"));
        let windows = text.replace('\n', "\r\n");
        assert_eq!(Baseline::parse(&windows).expect("a baseline").text(), format!("{HEAD}{LINE}"));
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
            "a\terror\toutdatet\tmill\t0123456789abcdef0123456789abcdef\tx",
            "a\terror\toutdated\tmill\t12\tx",
        ] {
            assert_eq!(
                Baseline::parse(&format!("# a\n{wrong}\n")),
                Err(BaselineError { line: 2 }),
                "{wrong}"
            );
        }
    }
}
