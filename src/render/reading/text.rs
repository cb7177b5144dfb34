//! Readings for people: each sentence as it is, what was understood, why, and what the claims say.

use std::io::{self, Write};

use super::assertion::{because, how, said};
use crate::model::{Assertion, Coverage, Detail, Fact, ReadSentence, Reading};
use crate::render::{Style, plain};
use crate::text::{Files, Place};
use crate::time::Day;
use crate::words::{Wording, Words};

/// Writes how one draft was read.
pub fn write(
    reading: &Reading,
    as_of: Day,
    words: Words<'_>,
    files: &Files,
    style: Style,
    out: &mut dyn Write,
) -> io::Result<()> {
    let words = words.for_draft(Some(&reading.language));
    let coverage = reading.coverage();
    writeln!(out, "{}", head(reading, as_of, words, files))?;
    for sentence in &reading.sentences {
        writeln!(out)?;
        let (start, _) = files.positions(Place { file: reading.file, span: sentence.span });
        Lines { words, style, out }.sentence(start.line, sentence)?;
    }
    if reading.sentences.is_empty() {
        writeln!(out, "\n{}", words.phrase("read-nothing", &[]))?;
    }
    if coverage.sentences > 0 {
        writeln!(out, "\n{}", covered(words, coverage))?;
    }
    Ok(())
}

/// How much of a draft was looked at.
fn covered(words: Wording<'_>, Coverage { sentences, naming, judged }: Coverage) -> String {
    let count = Detail::Count;
    let details = [("sentences", count(sentences)), ("naming", count(naming)), ("judged", count(judged))];
    words.phrase("coverage", &details)
}

fn head(reading: &Reading, as_of: Day, words: Wording<'_>, files: &Files) -> String {
    let path = plain::one_line(files.get(reading.file).path());
    let language = match reading.language.as_str() {
        "" => Detail::Absent,
        code => Detail::Text(code),
    };
    let from = match reading.date_from.as_deref() {
        // The usual key needs no mention.
        None | Some("date") => Detail::Absent,
        Some(from) => Detail::Text(from),
    };
    let details = [
        ("path", Detail::Text(&path)),
        ("date", Detail::from(&reading.date)),
        ("from", from),
        ("language", language),
        ("day", Detail::Day(as_of)),
    ];
    words.phrase("read-head", &details)
}

/// Where what belongs to a sentence is written.
const INDENT: usize = 8;

/// Writes the lines below a sentence.
struct Lines<'a> {
    words: Wording<'a>,
    style: Style,
    out: &'a mut dyn Write,
}

impl Lines<'_> {
    fn sentence(&mut self, line: usize, sentence: &ReadSentence) -> io::Result<()> {
        self.paragraph(&format!("{line:>6}  "), &sentence.text)?;
        for one in &sentence.assertions {
            self.assertion(one)?;
        }
        if let Some(reason) = &sentence.unread_reason {
            let mut names: Vec<&str> = Vec::new();
            for name in sentence.entities.iter().map(|entity| self.words.entity(*entity)) {
                if !names.contains(&name) {
                    names.push(name);
                }
            }
            let (why, names) = (self.words.message(&Fact::from(reason.clone())), names.join(", "));
            self.item("read-unread", &[("why", Detail::Text(&why)), ("names", Detail::Text(&names))])?;
        }
        for cited in &sentence.citations {
            let sources =
                if cited.sources.is_empty() { Detail::Absent } else { Detail::Sources(&cited.sources) };
            self.item("read-cites", &[("written", Detail::Text(&cited.written)), ("sources", sources)])?;
        }
        Ok(())
    }

    fn assertion(&mut self, one: &Assertion) -> io::Result<()> {
        let words = self.words;
        let said = said(words, one);
        self.item(
            "read-asserts",
            &[("verdict", Detail::Word(one.verdict.as_str())), ("said", Detail::Text(&said))],
        )?;
        let lead = format!("{:INDENT$}  ", "");
        self.paragraph(&lead, &how(words, one))?;
        self.paragraph(&lead, &because(words, one))
    }

    fn item(&mut self, key: &str, details: &[(&'static str, Detail<'_>)]) -> io::Result<()> {
        let text = self.words.phrase(key, details);
        self.paragraph(&format!("{:INDENT$}- ", ""), &text)
    }

    /// Writes words after `lead`, their further lines below the first, no line wider than the style allows.
    fn paragraph(&mut self, lead: &str, text: &str) -> io::Result<()> {
        let indent = lead.chars().count();
        let width = self.style.width.saturating_sub(indent);
        for (at, line) in plain::wrapped(&plain::one_line(text), width).lines().enumerate() {
            if at == 0 {
                writeln!(self.out, "{lead}{line}")?
            } else {
                writeln!(self.out, "{:indent$}{line}", "")?
            }
        }
        Ok(())
    }
}
